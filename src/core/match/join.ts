/** Joins the parts of a fence that stand apart (a handler and its registration) by what they share. */
import type { Facts } from '../facts/facts';
import { equal, type NodeBase } from '../syntax/node';
import type { FoundPart } from './find';
import type { Binding } from './match';
import type { Pattern } from './pattern';
import { isName, nameOf } from './resolve';

/** A part with the units of its nodes. */
export interface PlacedPart {
  found: FoundPart;
  units: number[];
}

/** Every part of one fence, in their order; an optional part that is not there is left out. */
export interface JoinedParts {
  parts: PlacedPart[];
  bindings: Map<string, Binding>;
  names: Map<string, NodeBase>;
}

/**
 * One join for each way in which the parts agree. A part that shares nothing with the others is taken once, the
 * nearest behind the first part or else the nearest before it.
 */
export function joinParts(pattern: Pattern, found: readonly PlacedPart[], facts: Facts): JoinedParts[] {
  const { parts } = pattern.fence;
  const joins: JoinedParts[] = [];
  const step = (index: number, joined: JoinedParts): void => {
    const part = parts[index];
    if (!part) {
      joins.push(joined);
      return;
    }
    const candidates = found.filter(({ found }) => found.anchor.part === part);
    const agreeing = candidates.flatMap(candidate => {
      const agreed = agree(joined, candidate, facts);
      return agreed ? [agreed] : [];
    });
    const shared = candidates.some(({ found }) => sharesAny(joined, found));
    const chosen = index === 0 || shared ? agreeing : nearest(joined, agreeing);
    for (const next of chosen) step(index + 1, next);
    if (chosen.length === 0 && part.optional) step(index + 1, joined);
  };
  step(0, { parts: [], bindings: new Map(), names: new Map() });
  return joins;
}

function sharesAny(joined: JoinedParts, found: FoundPart): boolean {
  return (
    [...found.bindings.keys()].some(name => joined.bindings.has(name)) ||
    [...found.names.keys()].some(name => joined.names.has(name))
  );
}

function agree(joined: JoinedParts, part: PlacedPart, facts: Facts): JoinedParts | undefined {
  const { found } = part;
  for (const [name, binding] of found.bindings) {
    const known = joined.bindings.get(name);
    if (known !== undefined && !(equal(known, binding) && sameSymbols(known, binding, facts))) return undefined;
  }
  for (const [name, node] of found.names) {
    const known = joined.names.get(name);
    if (known && nameOf(known) !== nameOf(node)) return undefined;
  }
  return {
    parts: [...joined.parts, part],
    // What is bound first stays: a declaration comes before its uses.
    bindings: new Map([...found.bindings, ...joined.bindings]),
    names: new Map([...found.names, ...joined.names]),
  };
}

/** Names that are spelled alike in two places may still mean two things. */
function sameSymbols(a: Binding, b: Binding, facts: Facts): boolean {
  if (Array.isArray(a) || Array.isArray(b) || !isName(a) || !isName(b)) return true;
  const [left, right] = [facts.symbolOf(a), facts.symbolOf(b)];
  return !left || !right || left === right;
}

function nearest(joined: JoinedParts, others: readonly JoinedParts[]): JoinedParts[] {
  const [first] = joined.parts;
  if (!first) return [...others];
  const behind = others.find(other => isBehind(other.parts.at(-1)!, first));
  const [chosen] = behind ? [behind] : others.slice(-1);
  return chosen ? [chosen] : [];
}

function isBehind(part: PlacedPart, other: PlacedPart): boolean {
  const [unit = 0, otherUnit = 0] = [part.units[0], other.units[0]];
  if (unit !== otherUnit) return unit > otherUnit;
  return (part.found.nodes[0]?.start ?? 0) >= (other.found.nodes[0]?.start ?? 0);
}
