/** Lowering after an edit: only what stands around it is lowered anew, and all other units stay the objects they are. */
import type { CstNode } from './cst';
import type { NodeBase, SourceFile, Unit } from './node';

/** A text with what was made of it. */
export interface Lowered {
  text: string;
  root: CstNode;
  file: SourceFile<NodeBase>;
}

/**
 * The file of `root`, with the units of `before` that the edit did not come near. Top-level nodes of the tree that are
 * the same objects in both say what is unchanged. The unit on either side of an edit is lowered along with it, for
 * comments between two units may belong to either.
 */
export function lowerAgain(
  before: Lowered,
  root: CstNode,
  text: string,
  lower: (root: CstNode) => SourceFile<NodeBase>,
): SourceFile<NodeBase> {
  if (root.hasError || before.root.hasError) return lower(root);
  const old = before.file.units;
  const grown = text.length - before.text.length;
  const { head, tail } = commonEnds(before.text, text);
  const first = lastIndexBefore(old, unchangedHead(before.root, root, head));
  const last = firstIndexAfter(old, unchangedTail(before.root, root, text.length - tail) - grown);
  if (first >= last || (first < 0 && last >= old.length)) return lower(root);
  const from = first < 0 ? 0 : old[first]!.start;
  const to = last < old.length ? old[last]!.end + grown : text.length;
  const children = root.children.filter(child => child.start >= from && child.end <= to);
  const part = lower({ ...root, children });
  const units = [...part.units];
  // The outer two were lowered for the sake of the comments beside them.
  if (first >= 0 && !isSame(units.shift(), old[first]!, 0)) return lower(root);
  if (last < old.length && !isSame(units.pop(), old[last]!, grown)) return lower(root);
  return {
    units: [...old.slice(0, first + 1), ...units, ...old.slice(last).map(unit => moved(unit, grown))],
    comments: last < old.length ? before.file.comments : part.comments,
  };
}

function isSame(unit: Unit<NodeBase> | undefined, old: Unit<NodeBase>, by: number): boolean {
  return unit !== undefined && unit.start === old.start + by && unit.node.kind === old.node.kind && !unit.hasError;
}

const moved = (unit: Unit<NodeBase>, by: number): Unit<NodeBase> =>
  by === 0 ? unit : { ...unit, start: unit.start + by, end: unit.end + by };

/** How long two texts are the same from the start, and from the end without overlapping that. */
function commonEnds(a: string, b: string): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return { head, tail };
}

/** Where the last of the top-level nodes begins that are the same from the start on. */
function unchangedHead(before: CstNode, after: CstNode, head: number): number {
  let at = -1;
  for (let i = 0; i < after.children.length; i++) {
    const child = after.children[i]!;
    if (child !== before.children[i] || child.end >= head) break;
    at = child.start;
  }
  return at;
}

/** Where the first of the top-level nodes ends that are the same up to the end. */
function unchangedTail(before: CstNode, after: CstNode, changedTo: number): number {
  let at = Infinity;
  for (let i = 1; i <= after.children.length; i++) {
    const child = after.children[after.children.length - i]!;
    if (child !== before.children[before.children.length - i] || child.start <= changedTo) break;
    at = child.end;
  }
  return at;
}

/** The last unit that ends before what is unchanged as well, so that all that follows it up to there is unchanged. */
function lastIndexBefore(units: readonly Unit<NodeBase>[], offset: number): number {
  let index = -1;
  while (index + 1 < units.length && units[index + 1]!.end <= offset) index++;
  return index;
}

function firstIndexAfter(units: readonly Unit<NodeBase>[], offset: number): number {
  let index = units.length;
  while (index > 0 && units[index - 1]!.start >= offset) index--;
  return index;
}
