/** Which of several matches of the same code are shown. */
import type { Idiom } from '../catalog/idiom';
import type { AnyNode, NodeBase } from '../syntax/node';
import type { Match } from './match';
import type { Pattern } from './pattern';

export interface Ranked {
  match: Match;
  pattern: Pattern;
  /** How narrow the conditions are that hold. */
  narrowness: number;
}

/**
 * Of the matches that begin at the same node the most specific stays: more fixed nodes, then more names that resolve to
 * imports, then narrower types. Idioms of a group stand back behind the likeliest, which names them. A declaration may
 * be several things at once (a route and a coroutine), so there different idioms stay side by side; and what is used to
 * translate only neither hides a hint nor is hidden by one.
 */
export function chooseMatches(ranked: readonly Ranked[]): Match[] {
  const chosen: Match[] = [];
  for (const same of groupBy(ranked, ({ match }) => rootOf(match)).values()) {
    const left = chooseInGroups(same).sort(bySpecificity);
    const kept: Ranked[] = [];
    for (const one of left) {
      if (!kept.some(other => hides(other, one))) kept.push(one);
    }
    chosen.push(...kept.map(({ match }) => match));
  }
  return chosen.sort(inOrder);
}

/** By start, outer before inner; then by id, so that the order is always the same. */
function inOrder(a: Match, b: Match): number {
  const [left, right] = [a.parts[0]!, b.parts[0]!];
  return left.start - right.start || right.end - left.end || compare(a.idiom.id, b.idiom.id) || partsOrder(a, b);
}

function partsOrder(a: Match, b: Match): number {
  for (let i = 1; i < Math.min(a.parts.length, b.parts.length); i++) {
    const difference = a.parts[i]!.start - b.parts[i]!.start;
    if (difference !== 0) return difference;
  }
  return a.parts.length - b.parts.length;
}

/** A statement that is only an expression begins where its expression does. */
function rootOf(match: Match): NodeBase {
  const node = match.parts[0]!.nodes[0]! as AnyNode;
  if (node.kind === 'Expr') return node['value'] as NodeBase;
  return node.kind === 'ExprStmt' ? (node['x'] as NodeBase) : node;
}

const declarations = new Set(['FunctionDef', 'ClassDef', 'FuncDecl', 'GenDecl', 'DeclStmt']);

function hides(one: Ranked, other: Ranked): boolean {
  const [a, b] = [one.match, other.match];
  if ((a.idiom.level === 'syntax') !== (b.idiom.level === 'syntax')) return false;
  if (a.idiom.id !== b.idiom.id) return !declarations.has(rootOf(a).kind);
  // One declaration may be joined with several uses.
  return (
    a.fence !== b.fence ||
    a.parts.length !== b.parts.length ||
    a.parts.every((part, i) => samePart(part.nodes, b.parts[i]!.nodes))
  );
}

function samePart(a: readonly NodeBase[], b: readonly NodeBase[]): boolean {
  return a.length === b.length && a.every((node, i) => node === b[i]);
}

/** Of each group: what holds for certain, else the likeliest, with the others as alternatives. */
function chooseInGroups(ranked: readonly Ranked[]): Ranked[] {
  const left: Ranked[] = [];
  for (const [name, members] of groupBy(ranked, ({ match }) => match.idiom.group?.name)) {
    if (name === undefined) {
      left.push(...members);
      continue;
    }
    const sorted = [...members].sort((a, b) => order(a.match.idiom) - order(b.match.idiom) || bySpecificity(a, b));
    const certain = sorted.filter(({ match }) => match.certainty === 'exact').sort(bySpecificity);
    const best = certain[0] ?? sorted[0]!;
    if (certain.length === 0) best.match.alternatives = otherIdioms(sorted, best.match.idiom);
    left.push(
      ...members.filter(
        ({ match }) => match.idiom.id === best.match.idiom.id && match.certainty === best.match.certainty,
      ),
    );
  }
  return left;
}

function otherIdioms(ranked: readonly Ranked[], than: Idiom): Idiom[] {
  return [...new Set(ranked.map(({ match }) => match.idiom))].filter(idiom => idiom.id !== than.id);
}

function order(idiom: Idiom): number {
  return idiom.group?.order ?? 0;
}

function bySpecificity(a: Ranked, b: Ranked): number {
  return (
    b.pattern.fixed - a.pattern.fixed ||
    b.pattern.imported - a.pattern.imported ||
    b.narrowness - a.narrowness ||
    compare(certainties.indexOf(a.match.certainty), certainties.indexOf(b.match.certainty)) ||
    order(a.match.idiom) - order(b.match.idiom) ||
    compare(a.match.idiom.id, b.match.idiom.id)
  );
}

const certainties = ['exact', 'assumes', 'shape'];

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
