/**
 * The idiom layer: which idioms were found at a node, and which fence of the other side is written for one. What the
 * metavariables become is the business of the direction; this part only chooses.
 */
import type { Condition, Conditions, Fence, Inside } from '../catalog/idiom';
import type { Versions } from '../facts/facts';
import type { Binding, Match, MatchedPart } from '../match/match';
import { equal, walk, type AnyNode, type Meta, type NodeBase } from '../syntax/node';
import type { LanguageId } from '../syntax/parser';

export interface FoundPart {
  match: Match;
  part: MatchedPart;
  /** Position of the part in its fence; the first carries the counterpart. */
  index: number;
}

/** Every match by the first node of each of its parts. */
export class IdiomLayer {
  private readonly byNode = new Map<NodeBase, FoundPart[]>();

  constructor(
    matches: readonly Match[],
    private readonly target: LanguageId,
    private readonly versions: Versions,
    private readonly holds: (condition: Condition, binding: Binding) => boolean,
  ) {
    for (const match of matches) {
      match.parts.forEach((part, index) => {
        const [first] = part.nodes;
        if (!first) return;
        const list = this.byNode.get(first) ?? [];
        list.push({ match, part, index });
        this.byNode.set(first, list);
      });
    }
    for (const list of this.byNode.values()) list.sort((a, b) => specificity(b) - specificity(a));
  }

  /** The idioms that begin at a node, the most specific first. */
  at(node: NodeBase): readonly FoundPart[] {
    return this.byNode.get(node) ?? [];
  }

  /** The fence to write for a match: the first that the target's version has and whose conditions hold. */
  fenceFor(match: Match): Fence | undefined {
    return this.choose(match.idiom[this.target].fences, match.bindings);
  }

  /** The pair of fences that holds inside the innermost of these matches for some statements or an expression. */
  inside(
    within: readonly Match[],
    nodes: readonly NodeBase[],
  ): { match: Match; fence: Fence; bindings: Map<string, Binding>; consumed: number } | undefined {
    for (const match of within) {
      for (const pair of match.idiom.inside) {
        const found = this.insidePair(match, pair, nodes);
        if (found) return { match, ...found };
      }
    }
    return undefined;
  }

  private insidePair(
    match: Match,
    pair: Inside,
    nodes: readonly NodeBase[],
  ): { fence: Fence; bindings: Map<string, Binding>; consumed: number } | undefined {
    const source = match.language;
    for (const searched of pair[source]) {
      if (searched.use === 'write') continue;
      const [part] = searched.parts;
      if (!part || part.nodes.length > nodes.length) continue;
      const bindings = new Map(match.bindings);
      if (!part.nodes.every((pattern, i) => unify(pattern, nodes[i], bindings))) continue;
      if (!this.allHold(pair.where, bindings) || !this.allHold(searched.where, bindings)) continue;
      const fence = this.choose(pair[this.target], bindings);
      if (fence) return { fence, bindings, consumed: part.nodes.length };
    }
    return undefined;
  }

  private choose(fences: readonly Fence[], bindings: ReadonlyMap<string, Binding>): Fence | undefined {
    return fences.find(
      fence => fence.use !== 'match' && this.isInVersion(fence) && this.allHold(fence.where, bindings),
    );
  }

  private isInVersion(fence: Fence): boolean {
    const version = this.versions[this.target];
    return !fence.since || !version || compareVersions(version, fence.since) >= 0;
  }

  private allHold(conditions: Conditions, bindings: ReadonlyMap<string, Binding>): boolean {
    return Object.entries(conditions).every(([name, alternatives]) => {
      const binding = bindings.get(name);
      return binding !== undefined && alternatives.some(condition => this.holds(condition, binding));
    });
  }
}

/** More matched nodes first, then what was resolved for certain. */
function specificity({ match, part }: FoundPart): number {
  let nodes = 0;
  for (const node of part.part.nodes) walk(node, ({ kind }) => void (kind === 'Meta' || nodes++));
  const certainty = match.certainty === 'exact' ? 2 : match.certainty === 'assumes' ? 1 : 0;
  return nodes * 16 + (match.fence.imports.length > 0 ? 8 : 0) + part.nodes.length * 4 + certainty;
}

/** Negative where `a` is older than `b`; parts that are absent count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether code has the shape of a pattern; fills `bindings` on the way. For the fences of `Inside` sections. */
export function unify(pattern: unknown, node: unknown, bindings: Map<string, Binding>): boolean {
  if (isMeta(pattern)) {
    if (!isNode(node)) return false;
    if (pattern.name === '_') return true;
    const known = bindings.get(pattern.name);
    if (known !== undefined) return equal(known, node);
    bindings.set(pattern.name, node);
    return true;
  }
  if (isNode(pattern)) {
    if (!isNode(node) || pattern.kind !== node.kind) return false;
    return Object.entries(pattern).every(([field, value]) => ignored.has(field) || unify(value, node[field], bindings));
  }
  if (Array.isArray(pattern)) return Array.isArray(node) && unifyList(pattern, node, bindings);
  return pattern === node;
}

const ignored = new Set(['start', 'end', 'comments', 'blank', 'style']);

function unifyList(patterns: unknown[], nodes: unknown[], bindings: Map<string, Binding>): boolean {
  const many = patterns.findIndex(pattern => isMeta(pattern) && pattern.many);
  if (many < 0) return patterns.length === nodes.length && patterns.every((one, i) => unify(one, nodes[i], bindings));
  const tail = patterns.length - many - 1;
  if (nodes.length < many + tail) return false;
  const { name } = patterns[many] as Meta;
  if (name !== '_') bindings.set(name, nodes.slice(many, nodes.length - tail) as NodeBase[]);
  return (
    patterns.slice(0, many).every((one, i) => unify(one, nodes[i], bindings)) &&
    patterns.slice(many + 1).every((one, i) => unify(one, nodes[nodes.length - tail + i], bindings))
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isMeta(value: unknown): value is Meta {
  return isNode(value) && value.kind === 'Meta';
}
