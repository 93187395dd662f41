/**
 * The idiom layer: which idioms were found at a node, and which fence of the other side is written for one. What the
 * metavariables become is the business of the direction; this part only chooses.
 */
import type { Fence } from '../catalog/idiom';
import type { Facts, Versions } from '../facts/facts';
import { matchInside } from '../match';
import { judge } from '../match/conditions';
import type { Binding, Match, MatchedPart } from '../match/match';
import { walk, type NodeBase } from '../syntax/node';
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
    private readonly facts: Facts,
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

  /** The pair of fences that holds inside the innermost of these matches, for an expression or for statements. */
  inside(
    within: readonly Match[],
    code: NodeBase | readonly NodeBase[],
  ): { match: Match; fence: Fence; bindings: Map<string, Binding>; count: number } | undefined {
    for (const match of within) {
      const found = matchInside(match, code, this.facts);
      const fence = found && this.choose(found.inside[this.target], found.bindings);
      if (found && fence) return { match, fence, bindings: found.bindings, count: found.count };
    }
    return undefined;
  }

  /** A fence whose conditions are known to hold goes before one of which that is not known. */
  private choose(fences: readonly Fence[], bindings: Map<string, Binding>): Fence | undefined {
    const writable = fences.filter(fence => fence.use !== 'match' && this.isInVersion(fence));
    const verdicts = writable.map(fence => this.verdict(fence, bindings));
    const known = verdicts.indexOf('holds');
    return writable[known >= 0 ? known : verdicts.indexOf('unknown')];
  }

  private isInVersion(fence: Fence): boolean {
    const version = this.versions[this.target];
    return !fence.since || !version || compareVersions(version, fence.since) >= 0;
  }

  private verdict(fence: Fence, bindings: Map<string, Binding>): 'holds' | 'fails' | 'unknown' {
    const [first] = [...bindings.values()].flat();
    return first ? judge([fence.where], { bindings, names: new Map() }, this.facts, first).verdict : 'holds';
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
