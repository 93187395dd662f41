/**
 * Where comments go. tree-sitter hangs them at whatever node was open, so they are placed here anew by their position.
 *
 * Inside an expression a comment belongs to what stands before it on its line, else to what follows, else to the end of
 * the brackets around it. Between statements its column decides: it belongs to the innermost body that is not further
 * to the right, at its `end`, or before the statement that follows there.
 */
import { forEachChild, type NodeBase } from '../node';
import type { CstNode } from '../cst';
import type { ExceptHandler, MatchCase, Meta, PartComment, Statement } from './ast';
import type { Context } from './context';
import { isBlankAfter, isBlankBefore } from './lines';
import { attachToBodies, hasBodies } from './trivia-bodies';

/** A comment as the text has it; absolute offsets. */
export interface RawComment {
  start: number;
  end: number;
}

/** Whatever stands in a list with lines of its own. */
export type Lined = Statement | MatchCase | ExceptHandler | Meta;

/** All comments below a node, in order. */
export function commentsOf(root: CstNode): RawComment[] {
  const found: RawComment[] = [];
  const visit = (node: CstNode): void => {
    for (const child of node.children) {
      if (child.type === 'comment') found.push(child);
      else if (child.children.length > 0) visit(child);
    }
  };
  visit(root);
  return found;
}

export function addComment(
  cx: Context,
  node: NodeBase,
  raw: RawComment,
  place: PartComment['place'],
  part?: PartComment['part'],
): void {
  const comment: PartComment = { text: cx.text.slice(raw.start + 1, raw.end).replace(/\r$/, ''), place };
  if (part) comment.part = part;
  (node.comments ??= []).push(comment);
}

/** A comment on a line of its own; remembers a blank line on the side of its node. */
export function addOwnLine(
  cx: Context,
  node: NodeBase,
  raw: RawComment,
  place: 'before' | 'end',
  part?: PartComment['part'],
): void {
  addComment(cx, node, raw, place, part);
  const comment = node.comments![node.comments!.length - 1] as PartComment;
  if (place === 'end' ? isBlankBefore(cx.text, raw.start) : isBlankAfter(cx.text, raw.end)) comment.gap = true;
}

/** Comments above a statement; a blank line above them counts as one above it. */
export function addBefore(cx: Context, node: Lined, raws: readonly RawComment[]): void {
  const [first] = raws;
  if (!first) return;
  for (const raw of raws) addOwnLine(cx, node, raw, 'before');
  if (isBlankBefore(cx.text, first.start)) node.blank = true;
  else delete node.blank;
}

const brackets = new Set(['Call', 'List', 'Tuple', 'Set', 'Dict', 'ImportFrom']);

/** Places comments that stand within a node. */
export function attach(cx: Context, node: NodeBase, comments: readonly RawComment[]): void {
  // The text of what is Bad has its comments already.
  if (comments.length === 0 || node.kind === 'Bad') return;
  if (hasBodies(node)) return attachToBodies(cx, node, comments);
  if (node.kind === 'JoinedStr') return addAll(cx, node, comments);
  const rest = attachToChildren(cx, node, childrenInOrder(node), comments);
  placeBetween(cx, node, rest.previous, undefined, rest.comments);
}

function addAll(cx: Context, node: NodeBase, comments: readonly RawComment[]): void {
  for (const raw of comments) addComment(cx, node, raw, 'before');
}

export function childrenInOrder(node: NodeBase, skip?: (field: string) => boolean): NodeBase[] {
  const children: NodeBase[] = [];
  forEachChild(node, (child, field) => {
    if (child.start >= 0 && !skip?.(field)) children.push(child);
  });
  return children.sort((a, b) => a.start - b.start);
}

/** Places what stands before or within one of the children; gives back what follows them all. */
export function attachToChildren(
  cx: Context,
  node: NodeBase,
  children: readonly NodeBase[],
  comments: readonly RawComment[],
): { previous: NodeBase | undefined; comments: readonly RawComment[] } {
  let previous: NodeBase | undefined;
  let from = 0;
  for (const child of children) {
    if (from === comments.length) break;
    const before = countBefore(comments, from, cx.base + child.start);
    placeBetween(cx, node, previous, child, comments.slice(from, before));
    const within = countBefore(comments, before, cx.base + child.end);
    attach(cx, child, comments.slice(before, within));
    from = within;
    previous = child;
  }
  if (from === comments.length) return { previous, comments: [] };
  return { previous: children[children.length - 1], comments: comments.slice(from) };
}

/** The index of the first comment from `from` on that starts at `offset` or later. */
export function countBefore(comments: readonly RawComment[], from: number, offset: number): number {
  let at = from;
  while (at < comments.length && comments[at]!.start < offset) at++;
  return at;
}

/** Places comments between two neighbours in a node, or after the last. */
export function placeBetween(
  cx: Context,
  node: NodeBase,
  previous: NodeBase | undefined,
  next: NodeBase | undefined,
  comments: readonly RawComment[],
): void {
  comments.forEach((raw, i) => {
    const from = cx.base + (previous?.end ?? node.start);
    const between = i === 0 ? cx.text.slice(from, raw.start) : '\n';
    // What stands behind an opening bracket is about what is inside.
    if (previous && !/[\n([{]/.test(between)) addComment(cx, previous, raw, 'after');
    else if (next) addComment(cx, next, raw, 'before');
    else if (brackets.has(node.kind)) addComment(cx, node, raw, 'end');
    else if (previous && previous.kind === 'Param') addComment(cx, previous, raw, 'end');
    else if (previous) addComment(cx, previous, raw, 'after');
    else addComment(cx, node, raw, 'before');
  });
}
