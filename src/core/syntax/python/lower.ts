/** From the concrete syntax tree to the AST: the whole file, unit by unit. */
import type { Comment } from '../node';
import type { CstNode } from '../cst';
import type { PythonFile, PythonUnit } from './ast';
import type { Context } from './context';
import { lowerPiece, piecesOf } from './recover';
import { addBefore, attach, commentsOf, countBefore, type RawComment } from './trivia';
import { settle } from './trivia-bodies';

export interface LowerOptions {
  /** The text is an idiom's pattern: `µNAME`, `µµµNAME` and `µ_` are metavariables. */
  pattern?: boolean;
  /**
   * Parses a text anew. With it, what follows an open bracket or an open string is saved; without it, that is one Bad
   * up to where the parser finds its way again. Not called for a text without errors.
   */
  parse?: (text: string) => CstNode;
}

/** How often a broken text is parsed again, so that a keystroke costs a few parses at most. */
const mostParses = 4;

/** Lowers a parsed file. Never throws for what the text says: what cannot be lowered is Bad. */
export function lowerPython(root: CstNode, text: string, options: LowerOptions = {}): PythonFile {
  const cx: Context = {
    text,
    pattern: options.pattern ?? false,
    base: 0,
    depth: 0,
    incomplete: false,
    comments: commentsOf(root),
    parse: options.parse,
    parsesLeft: mostParses,
  };
  const units: PythonUnit[] = [];
  let next = 0;
  for (const piece of piecesOf(cx, root)) {
    const { start, end } = 'node' in piece ? piece.node : piece;
    const before = countBefore(cx.comments, next, start);
    const leading = finish(cx, units[units.length - 1], cx.comments.slice(next, before));
    cx.base = leading[0]?.start ?? start;
    cx.incomplete = false;
    const node = lowerPiece(cx, piece);
    const hasError = cx.incomplete || !('node' in piece) || piece.node.hasError;
    addBefore(cx, node, leading);
    // A block may reach over comments that follow its last statement: they are for `finish`.
    const nodeEnd = cx.base + node.end;
    next = countBefore(cx.comments, before, Math.min(end, nodeEnd));
    attach(cx, node, cx.comments.slice(before, next));
    units.push({ node, start: cx.base, end: nodeEnd, hasError });
  }
  const rest = finish(cx, units[units.length - 1], cx.comments.slice(next));
  return { units, comments: rest.map(raw => lastComment(cx, raw)) };
}

/** Gives a unit the comments behind it that are its own; gives back the others. */
function finish(cx: Context, unit: PythonUnit | undefined, comments: readonly RawComment[]): readonly RawComment[] {
  if (!unit || comments.length === 0) return comments;
  // The offsets of a unit count from its own start.
  cx.base = unit.start;
  const rest = settle(cx, unit.node, comments);
  const last = comments[comments.length - rest.length - 1];
  if (last) unit.end = last.end;
  return rest;
}

function lastComment(cx: Context, raw: RawComment): Comment {
  return { text: cx.text.slice(raw.start + 1, raw.end).replace(/\r$/, ''), place: 'end' };
}
