/** The bodies of compound statements. */
import { childByField, type CstNode } from '../cst';
import type { Body, Statement } from './ast';
import { bad, type Context } from './context';
import { isBlankBefore } from './lines';
import { lowerPiece, piecesOf } from './recover';

/** The statements of a block, which is never empty: where the text has none, there is a Bad without text. */
export function lowerBody(cx: Context, block: CstNode | undefined, parent: CstNode): Body {
  const body: Body = block ? piecesOf(cx, block).map(piece => lowerPiece(cx, piece)) : [];
  if (body.length === 0) {
    const colon = [...parent.children].reverse().find(child => child.type === ':');
    const at = colon?.end ?? parent.end;
    cx.incomplete = true;
    body.push(bad(cx, { start: at, end: at }));
  }
  return body;
}

/** Marks a statement that a blank line stands before. */
export function withBlank(cx: Context, statement: Statement): Statement {
  if (isBlankBefore(cx.text, cx.base + statement.start)) statement.blank = true;
  return statement;
}

/** Where the last of some lists of nodes ends; -1 where all are empty. */
export function endOf(...bodies: readonly { end: number }[][]): number {
  let end = -1;
  for (const body of bodies) end = Math.max(end, body[body.length - 1]?.end ?? -1);
  return end;
}

/** The statements of the `else` clause; none where there is no such clause. */
export function lowerElse(cx: Context, node: CstNode): Body {
  const clause = node.children.find(child => child.type === 'else_clause');
  return clause ? lowerBody(cx, childByField(clause, 'body'), clause) : [];
}

/** The filler that stands behind a metavariable for a whole clause. */
export function isOnlyPass(body: Body): boolean {
  return body.length === 1 && body[0]!.kind === 'Pass';
}
