/** Comments of statements that have bodies: behind headers, between statements, at the ends of bodies. */
import type { NodeBase } from '../node';
import type {
  ClassDef,
  ExceptHandler,
  For,
  FunctionDef,
  If,
  Match,
  MatchCase,
  PartComment,
  Try,
  While,
  With,
} from './ast';
import type { Context } from './context';
import { indentAt, isSameLine } from './lines';
import {
  addBefore,
  addComment,
  addOwnLine,
  attach,
  attachToChildren,
  childrenInOrder,
  countBefore,
  placeBetween,
  type Lined,
  type RawComment,
} from './trivia';

type Bodied = FunctionDef | ClassDef | For | While | If | With | Match | MatchCase | Try | ExceptHandler;
type PartName = NonNullable<PartComment['part']>;

/** A list inside a statement. Clauses have lines of their own (`except`, `case`, `elif`) at the column of the parent. */
interface Part {
  name: PartName;
  list: readonly Lined[];
  clauses: boolean;
}

const bodied = new Set('FunctionDef ClassDef For While If With Match MatchCase Try ExceptHandler'.split(' '));
const bodyFields = new Set(['body', 'orelse', 'finalbody', 'handlers', 'cases']);

export function hasBodies(node: NodeBase): node is Bodied {
  return bodied.has(node.kind);
}

/** The parts that have statements, in the order of the text. */
function partsOf(node: Bodied): Part[] {
  const parts: Part[] = [];
  const add = (name: PartName, list: readonly Lined[], clauses = false): void => {
    if (list.length > 0) parts.push({ name, list, clauses });
  };
  if (node.kind === 'Match') {
    add('body', node.cases, true);
    return parts;
  }
  add('body', node.body);
  if (node.kind === 'Try') add('body', node.handlers, true);
  if (node.kind === 'If') addOrElse(add, node);
  else if ('orelse' in node) add('orelse', node.orelse);
  if (node.kind === 'Try') add('finalbody', node.finalbody);
  return parts;
}

function addOrElse(add: (name: PartName, list: readonly Lined[], clauses?: boolean) => void, node: If): void {
  const [first, ...rest] = node.orelse;
  if (first?.kind === 'If' && first.style === 'elif') add('orelse', [first], true);
  else if (first?.kind === 'Meta' && first.style === 'elif') {
    add('orelse', [first], true);
    add('orelse', rest);
  } else add('orelse', node.orelse);
}

export function attachToBodies(cx: Context, node: Bodied, comments: readonly RawComment[]): void {
  const parts = partsOf(node);
  let rest = attachToHeader(cx, node, comments, parts[0]);
  parts.forEach((part, i) => {
    rest = attachToPart(cx, part, rest);
    const next = parts[i + 1];
    if (next) rest = attachBetweenParts(cx, node, part, next, rest);
  });
  // Nothing stands behind the last statement of the last body and is still inside; see `settle`.
  placeBetween(cx, node, undefined, undefined, rest);
}

/** From the start to the first statement of the first part. */
function attachToHeader(
  cx: Context,
  node: Bodied,
  comments: readonly RawComment[],
  first: Part | undefined,
): readonly RawComment[] {
  const children = childrenInOrder(node, field => bodyFields.has(field));
  const { previous, comments: rest } = attachToChildren(cx, node, children, comments);
  if (rest.length === 0 || !first) return rest;
  const from = cx.base + (children[children.length - 1]?.end ?? node.start);
  const colon = findColon(cx, from, rest);
  const inside = countBefore(rest, 0, colon);
  placeBetween(cx, node, previous, undefined, rest.slice(0, inside));
  return attachBehindColon(cx, node, undefined, colon, rest.slice(inside));
}

/** The first colon that is not in a comment. */
function findColon(cx: Context, from: number, comments: readonly RawComment[]): number {
  let at = cx.text.indexOf(':', from);
  for (const raw of comments) {
    if (at > raw.start && at < raw.end) at = cx.text.indexOf(':', raw.end);
  }
  return at < 0 ? cx.text.length : at;
}

function attachBehindColon(
  cx: Context,
  node: Bodied,
  part: PartName | undefined,
  colon: number,
  comments: readonly RawComment[],
): readonly RawComment[] {
  const [first] = comments;
  if (!first || !isSameLine(cx.text, colon, first.start)) return comments;
  // `if x: pass  # why`: the comment is behind the statement, not behind the colon.
  if (cx.text.slice(colon + 1, first.start).trim() !== '') return comments;
  addComment(cx, node, first, 'after', part);
  return comments.slice(1);
}

/** The statements of one part and what stands between them; gives back what follows the last. */
function attachToPart(cx: Context, part: Part, comments: readonly RawComment[]): readonly RawComment[] {
  let rest = comments;
  part.list.forEach((item, i) => {
    if (rest.length === 0) return;
    const before = countBefore(rest, 0, cx.base + item.start);
    const between = rest.slice(0, before);
    const previous = part.list[i - 1];
    addBefore(cx, item, previous ? settle(cx, previous, between) : between);
    const within = countBefore(rest, before, cx.base + item.end);
    attach(cx, item, rest.slice(before, within));
    rest = rest.slice(within);
  });
  return rest;
}

function attachBetweenParts(
  cx: Context,
  node: Bodied,
  part: Part,
  next: Part,
  comments: readonly RawComment[],
): readonly RawComment[] {
  const last = part.list[part.list.length - 1]!;
  const colon = next.clauses ? cx.base + next.list[0]!.start : findColon(cx, cx.base + last.end, comments);
  const count = countBefore(comments, 0, colon);
  const indent = part.clauses ? Infinity : indentAt(cx.text, cx.base + part.list[0]!.start);
  let outside = false;
  for (const raw of settle(cx, last, comments.slice(0, count))) {
    const column = indentAt(cx.text, raw.start) ?? 0;
    outside ||= indent === undefined || column < indent;
    if (!outside) addOwnLine(cx, node, raw, 'end', part.name);
    else if (next.clauses) addOwnLine(cx, next.list[0]!, raw, 'before');
    else addOwnLine(cx, node, raw, 'before', next.name);
  }
  const rest = comments.slice(count);
  return next.clauses ? rest : attachBehindColon(cx, node, next.name, colon, rest);
}

/**
 * Gives comments that follow a statement to it as far as they belong there: the one on its last line, and those that
 * its bodies hold by their column. Gives back the others, from the first that stands further to the left.
 */
export function settle(cx: Context, node: Lined, comments: readonly RawComment[]): readonly RawComment[] {
  let limit = Infinity;
  for (let i = 0; i < comments.length; i++) {
    const raw = comments[i]!;
    if (i === 0 && isSameLine(cx.text, cx.base + node.end, raw.start)) {
      addComment(cx, lastStatement(node), raw, 'after');
      continue;
    }
    const column = Math.min(limit, indentAt(cx.text, raw.start) ?? 0);
    const holder = holderOf(cx, node, column);
    if (!holder) return comments.slice(i);
    limit = holder.indent;
    addOwnLine(cx, holder.owner, raw, 'end');
  }
  return [];
}

function lastStatement(node: Lined): Lined {
  let current = node;
  while (hasBodies(current)) {
    const last = lastPart(current)?.list;
    if (!last) return current;
    current = last[last.length - 1]!;
  }
  return current;
}

function lastPart(node: Bodied): Part | undefined {
  const parts = partsOf(node);
  return parts[parts.length - 1];
}

/** The innermost last body that begins at `column` or left of it. */
function holderOf(cx: Context, node: Lined, column: number): { owner: Lined; indent: number } | undefined {
  if (!hasBodies(node)) return undefined;
  const part = lastPart(node);
  const [first] = part?.list ?? [];
  if (!part || !first) return undefined;
  const last = part.list[part.list.length - 1]!;
  const isMatch = node.kind === 'Match';
  if (part.clauses && !isMatch) return holderOf(cx, last, column);
  const indent = bodyIndent(cx, node, first);
  if (indent === undefined || column < indent) return undefined;
  return holderOf(cx, last, column) ?? { owner: node, indent };
}

/** A body that is not there yet would begin anywhere to the right of its statement. */
function bodyIndent(cx: Context, node: Bodied, first: Lined): number | undefined {
  if (first.kind !== 'Bad' || first.text !== '') return indentAt(cx.text, cx.base + first.start);
  const own = indentAt(cx.text, cx.base + node.start);
  return own === undefined ? undefined : own + 1;
}
