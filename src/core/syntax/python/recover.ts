/** What can be saved from an ERROR node: the statements in it that are complete; the rest is Bad. */
import type { CstNode } from '../cst';
import type { Statement } from './ast';
import { withBlank } from './compound';
import { bad, isTrivia, type Context } from './context';
import { isBlankBefore } from './lines';
import { lowerStatement } from './statements';

/** Whether a node is a whole statement of the grammar. */
export function isStatement(node: CstNode): boolean {
  return node.named && (node.type.endsWith('_statement') || node.type.endsWith('_definition'));
}

/** A piece of broken text: a statement in it, or a range that belongs to none. */
export type Piece = { node: CstNode } | { start: number; end: number };

/** The pieces of an ERROR node in order; blocks inside it are opened, for their statements may be complete. */
export function piecesOf(error: CstNode): Piece[] {
  const pieces: Piece[] = [];
  const add = (node: CstNode): void => {
    for (const child of node.children) {
      if (isTrivia(child)) continue;
      if (isStatement(child) && child.start < child.end) pieces.push({ node: child });
      else if (child.type === 'block' || child.type === 'ERROR' || child.type === 'module') add(child);
      else {
        const last = pieces[pieces.length - 1];
        if (last && 'start' in last) last.end = Math.max(last.end, child.end);
        else if (child.start < child.end) pieces.push({ start: child.start, end: child.end });
      }
    }
  };
  if (error.children.length === 0) return [{ start: error.start, end: error.end }];
  add(error);
  return pieces;
}

/** The statements that an ERROR node stands for. */
export function recoverStatements(cx: Context, error: CstNode): Statement[] {
  return piecesOf(error).map(piece => lowerPiece(cx, piece));
}

export function lowerPiece(cx: Context, piece: Piece): Statement {
  if ('node' in piece) return withBlank(cx, lowerStatement(cx, piece.node));
  const result: Statement = bad(cx, piece);
  if (isBlankBefore(cx.text, piece.start)) result.blank = true;
  return result;
}
