/** From the concrete syntax tree to the AST: the whole file, unit by unit. */
import type { Comment } from '../node';
import type { CstNode } from '../cst';
import type { PythonFile, PythonUnit } from './ast';
import { isTrivia, type Context } from './context';
import { lowerPiece, piecesOf, type Piece } from './recover';
import { addBefore, attach, commentsOf, countBefore, type RawComment } from './trivia';
import { settle } from './trivia-bodies';

export interface LowerOptions {
  /** The text is an idiom's pattern: `µNAME`, `µµµNAME` and `µ_` are metavariables. */
  pattern?: boolean;
}

/** Lowers a parsed file. Never throws for what the text says: what cannot be lowered is Bad. */
export function lowerPython(root: CstNode, text: string, options: LowerOptions = {}): PythonFile {
  const cx: Context = { text, pattern: options.pattern ?? false, base: 0, depth: 0, incomplete: false };
  const comments = commentsOf(root);
  const units: PythonUnit[] = [];
  let next = 0;
  for (const piece of topLevel(root)) {
    const { start, end } = 'node' in piece ? piece.node : piece;
    const before = countBefore(comments, next, start);
    const leading = finish(cx, units[units.length - 1], comments.slice(next, before));
    cx.base = leading[0]?.start ?? start;
    cx.incomplete = false;
    const node = lowerPiece(cx, piece);
    const hasError = cx.incomplete || !('node' in piece) || piece.node.hasError;
    addBefore(cx, node, leading);
    // A block may reach over comments that follow its last statement: they are for `finish`.
    const nodeEnd = cx.base + node.end;
    next = countBefore(comments, before, Math.min(end, nodeEnd));
    attach(cx, node, comments.slice(before, next));
    units.push({ node, start: cx.base, end: nodeEnd, hasError });
  }
  const rest = finish(cx, units[units.length - 1], comments.slice(next));
  return { units, comments: rest.map(raw => lastComment(cx, raw)) };
}

/** Gives a unit the comments behind it that are its own; gives back the others. */
function finish(cx: Context, unit: PythonUnit | undefined, comments: readonly RawComment[]): readonly RawComment[] {
  if (!unit || comments.length === 0) return comments;
  const rest = settle(cx, unit.node, comments);
  const last = comments[comments.length - rest.length - 1];
  if (last) unit.end = last.end;
  return rest;
}

function lastComment(cx: Context, raw: RawComment): Comment {
  return { text: cx.text.slice(raw.start + 1, raw.end).replace(/\r$/, ''), place: 'end' };
}

function topLevel(root: CstNode): Piece[] {
  if (root.type === 'ERROR') return piecesOf(root);
  return root.children.flatMap((child): Piece[] => {
    if (isTrivia(child) || !child.named) return [];
    return child.type === 'ERROR' ? piecesOf(child) : [{ node: child }];
  });
}
