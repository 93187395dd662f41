/** Finds the parts of patterns in one unit. Its answers hold as long as the unit and the facts it was asked with. */
import type { Facts } from '../facts/facts';
import { childrenOf } from '../facts/tree';
import type { AnyNode, NodeBase, Unit } from '../syntax/node';
import { judge } from './conditions';
import { unwrapped } from './keys';
import type { Binding } from './match';
import type { Anchor, PatternIndex } from './patternIndex';
import { resolvedName } from './resolve';
import { State } from './state';
import { isNode, unify, unifySequence, type Attempt } from './unify';

/** One part of a fence, found in the code. */
export interface FoundPart {
  anchor: Anchor;
  /** The statements that were matched, without those that a gap passed over; or the one expression. */
  nodes: NodeBase[];
  bindings: ReadonlyMap<string, Binding>;
  names: ReadonlyMap<string, NodeBase>;
}

export interface UnitFindings {
  found: FoundPart[];
  /** The unit itself may begin, or be in, a pattern of several statements that goes on in other units. */
  open: Anchor[];
}

/** Where a node stands: itself alone, or in a list of neighbours. */
interface Site {
  list: readonly NodeBase[];
  at: number;
}

/** Counts what the index offers, for the test on cost. */
export type OnCandidate = (anchor: Anchor) => void;

export function findInUnit(
  index: PatternIndex,
  unit: Unit<NodeBase>,
  facts: Facts,
  onCandidate?: OnCandidate,
): UnitFindings {
  const findings: UnitFindings = { found: [], open: [] };
  const reader = { qualified: (node: NodeBase) => resolvedName(node, facts) };
  const taken = new Taken();
  const isBroken = brokenIn([unit]);

  const visit = (node: NodeBase, site: Site, isUnit: boolean): void => {
    for (const anchor of index.lookUp(node, reader)) {
      onCandidate?.(anchor);
      // A list that the unit is only one item of is known to the whole file alone.
      if (isUnit && anchor.part.form === 'statements' && anchor.part.nodes.length > 1) findings.open.push(anchor);
      else {
        const found = tryAnchor(anchor, node, site, facts, isBroken);
        if (found && taken.add(found, site.list)) findings.found.push(found);
      }
    }
    // A declaration among statements was looked at as the statement that it is.
    const inner = unwrapped(node) as AnyNode;
    for (const field in inner) {
      const value = inner[field];
      if (typeof value !== 'object' || value === null || field === 'comments') continue;
      if (Array.isArray(value)) {
        for (let at = 0; at < value.length; at++) {
          if (isNode(value[at])) visit(value[at] as NodeBase, { list: value as NodeBase[], at }, false);
        }
      } else if (isNode(value)) visit(value, { list: [value], at: 0 }, false);
    }
  };
  visit(unit.node, { list: [unit.node], at: 0 }, true);
  return findings;
}

/** A pattern of several statements at the top of the file, by the units that may begin it. */
export function findAcrossUnits(
  units: readonly Unit<NodeBase>[],
  open: readonly (readonly Anchor[])[],
  facts: Facts,
): FoundPart[] {
  const list = units.map(unit => unit.node);
  const taken = new Taken();
  const isBroken = brokenIn(units);
  return open.flatMap((anchors, at) =>
    anchors.flatMap(anchor => {
      const found = tryAnchor(anchor, list[at]!, { list, at }, facts, isBroken);
      return found && taken.add(found, list) ? [found] : [];
    }),
  );
}

/** The test for what does not parse. Hardly any unit has such a node, which is found out once and for all. */
function brokenIn(units: readonly Unit<NodeBase>[]): (node: NodeBase) => boolean {
  let broken: boolean | undefined;
  return node => (broken ??= units.some(unit => containsBad(unit.node))) && containsBad(node);
}

/** Positions of one part do not overlap: the next begins behind the last. */
class Taken {
  private readonly nodes = new Map<unknown, Set<NodeBase>>();

  add(found: FoundPart, list: readonly NodeBase[]): boolean {
    const { part } = found.anchor;
    if (list.length < 2 || part.form === 'expression') return true;
    let nodes = this.nodes.get(part);
    if (!nodes) this.nodes.set(part, (nodes = new Set()));
    if (found.nodes.some(node => nodes.has(node))) return false;
    for (const node of found.nodes) nodes.add(node);
    return true;
  }
}

function tryAnchor(
  anchor: Anchor,
  node: NodeBase,
  site: Site,
  facts: Facts,
  isBroken: (node: NodeBase) => boolean,
): FoundPart | undefined {
  const { pattern, part } = anchor;
  const state = new State();
  const at: Attempt = { pattern, facts, state };
  let nodes: NodeBase[] = [node];
  // Where a fence is one part, its conditions choose among the ways to match; of several parts, all are needed first.
  const alone = pattern.fence.parts.length === 1;
  const accept = (): boolean =>
    !nodes.some(isBroken) && (!alone || judge(pattern.wheres, state, facts, nodes.at(-1) ?? node).verdict !== 'fails');
  let matched: boolean;
  if (part.form === 'expression') matched = unify(at, part.nodes[0]!, node, accept);
  else {
    const start = anchor.offset < 0 ? 0 : site.at - anchor.offset;
    if (start < 0) return undefined;
    const taken: number[] = [];
    matched = unifySequence(
      at,
      part.nodes,
      site.list,
      start,
      () => {
        nodes = [...new Set(taken)].sort((a, b) => a - b).map(i => site.list[i]!);
        return nodes.includes(node) && accept();
      },
      taken,
    );
  }
  return matched ? { anchor, nodes, bindings: state.bindings, names: state.names } : undefined;
}

/** Whether something in the node does not parse. */
export function containsBad(node: NodeBase): boolean {
  return node.kind === 'Bad' || childrenOf(node).some(containsBad);
}
