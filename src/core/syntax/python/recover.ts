/** What can be saved from broken text: the statements in it that are complete; the rest is Bad. */
import type { CstNode } from '../cst';
import type { Statement } from './ast';
import { strayBreak } from './breaks';
import { withBlank } from './bodies';
import { bad, isBroken, isTrivia, type Context } from './context';
import { isBlankBefore } from './lines';
import { lowerStatement } from './statements';
import { commentsOf } from './trivia';

/** A piece of a body: a statement, or a range of text that belongs to none. */
export type Piece = { node: CstNode } | { start: number; end: number };

/** The pieces of a block or a file, in order. */
export function piecesOf(cx: Context, block: CstNode): Piece[] {
  if (block.type === 'ERROR') return joinLines(cx, errorPieces(cx, block));
  const pieces = block.children.flatMap((child): Piece[] => {
    if (!child.named || isTrivia(child)) return [];
    if (child.hasError) return errorPieces(cx, child);
    const stray = strayBreak(cx, child);
    return stray === undefined ? [{ node: child }] : splitAtBreak(cx, child, stray);
  });
  return block.hasError ? joinLines(cx, pieces) : pieces;
}

/** `retrun f(x)` is one broken statement, though the parser has only the word for an ERROR and finds a call behind it. */
function joinLines(cx: Context, pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (!last || !isOneStatement(cx, last, piece)) joined.push(piece);
    else joined[joined.length - 1] = { start: rangeOf(last).start, end: rangeOf(piece).end };
  }
  return joined;
}

function isOneStatement(cx: Context, first: Piece, second: Piece): boolean {
  if ('node' in first && 'node' in second) return false;
  const between = cx.text.slice(rangeOf(first).end, rangeOf(second).start);
  return !/[\n;]/.test(between) && isSimple(first) && isSimple(second);
}

function rangeOf(piece: Piece): { start: number; end: number } {
  return 'node' in piece ? piece.node : piece;
}

/** A range, or a statement without a body. */
function isSimple(piece: Piece): boolean {
  return !('node' in piece) || !piece.node.children.some(child => child.type === 'block' || child.type === 'decorator');
}

/** What is unfinished at the end of a line, and the lines behind it. */
function splitAtBreak(cx: Context, node: CstNode, end: number): Piece[] {
  cx.incomplete = true;
  if (!cx.parse || cx.parsesLeft === 0) return [{ start: node.start, end: node.end }];
  return [{ start: node.start, end }, ...parseAgain(cx, cx.parse, cx.text.indexOf('\n', end) + 1, node.end)];
}

function parseAgain(cx: Context, parse: NonNullable<Context['parse']>, start: number, end: number): Piece[] {
  cx.parsesLeft--;
  const root = parse(cx.text.slice(start, end));
  moveBy(root, start);
  const outside = cx.comments.filter(comment => comment.start < start || comment.start >= end);
  cx.comments = [...outside, ...commentsOf(root)].sort((a, b) => a.start - b.start);
  return piecesOf(cx, root);
}

/** The pieces of an ERROR or of a statement that has one. */
function errorPieces(cx: Context, node: CstNode): Piece[] {
  const pieces: Piece[] = [];
  if (node.type === 'ERROR') addError(pieces, node);
  else {
    pieces.push({ node });
    const stray = cx.parse && cx.parsesLeft > 0 && isSimple(pieces[0]!) ? strayBreak(cx, node) : undefined;
    if (stray !== undefined) return splitAtBreak(cx, node, stray);
  }
  return salvage(cx, pieces, node.end);
}

/** Blocks inside an ERROR are opened, for their statements may be complete. */
function addError(pieces: Piece[], error: CstNode): void {
  if (error.children.length === 0) pieces.push({ start: error.start, end: error.end });
  for (const child of error.children) {
    if (isTrivia(child)) continue;
    if (isStatement(child) && child.start < child.end) pieces.push({ node: child });
    else if (child.type === 'block' || child.type === 'ERROR') addError(pieces, child);
    else {
      const last = pieces[pieces.length - 1];
      if (last && 'start' in last) last.end = Math.max(last.end, child.end);
      else if (child.start < child.end) pieces.push({ start: child.start, end: child.end });
    }
  }
}

function isStatement(node: CstNode): boolean {
  return node.named && (node.type.endsWith('_statement') || node.type.endsWith('_definition'));
}

/**
 * An open bracket or string takes all that follows with it. Parses again what comes after the first broken piece, from
 * the next line on that looks like a declaration; what is in front of that line stays broken.
 */
function salvage(cx: Context, pieces: Piece[], end: number): Piece[] {
  const { parse } = cx;
  if (!parse) return pieces;
  for (let i = 0; cx.parsesLeft > 0 && i < pieces.length; i++) {
    const piece = pieces[i]!;
    if ('node' in piece && !isBroken(piece.node)) continue;
    const range = 'node' in piece ? piece.node : piece;
    const resume = nextBeginning(cx.text, range.start, range.end);
    if (resume === undefined) continue;
    const length = cx.text.slice(range.start, resume).trimEnd().length;
    const broken = { start: range.start, end: range.start + length };
    return [...pieces.slice(0, i), broken, ...parseAgain(cx, parse, resume, end)];
  }
  return pieces;
}

/** A line on which code most likely begins anew, whatever is open above it. */
const beginning = /^(?:[ \t]*(?:(?:async[ \t]+)?def|class|@[\w.]+)\b|(?:import|from|if|for|while|with|try)\b)/gm;

/** Where the first such line below the one of `start` begins; undefined where there is none before `end`. */
function nextBeginning(text: string, start: number, end: number): number | undefined {
  const below = text.indexOf('\n', start) + 1;
  if (below === 0) return undefined;
  beginning.lastIndex = below;
  const found = beginning.exec(text)?.index;
  return found !== undefined && found < end ? found : undefined;
}

function moveBy(node: CstNode, distance: number): void {
  node.start += distance;
  node.end += distance;
  for (const child of node.children) moveBy(child, distance);
}

/** The statement that a piece is; Bad where it is none. */
export function lowerPiece(cx: Context, piece: Piece): Statement {
  if ('node' in piece) return withBlank(cx, lowerStatement(cx, piece.node));
  const result: Statement = bad(cx, piece);
  if (isBlankBefore(cx.text, piece.start)) result.blank = true;
  return result;
}
