/** Answers to requests that do not fit. */
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import type { Context } from '../context';
import { writerOf } from './state';

/** FastAPI's answer to a request that does not fit. */
export function unprocessable(c: Context, detail: go.Expression): go.Statement[] {
  c.notes.assume("a request that does not fit is answered with 422 and a detail in words, not with FastAPI's list");
  return [detailed(c, g.pkg('net/http', 'StatusUnprocessableEntity'), detail), g.ret()];
}

/** FastAPI's form of an error: `{"detail": …}`. */
export function detailed(c: Context, status: go.Expression, detail: go.Expression): go.Statement {
  const body = g.composite(g.mapType(g.ident('string'), g.ident('any')), [g.keyValue(g.str('detail'), detail)]);
  return g.exprStmt(g.call(c.helper('sendJSON'), writerOf(c), status, body));
}
