/** What the walk keeps of the view that it is in. */
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import type { Context } from '../context';
import type { View } from './views';

/** `w` of the handler around; a gap outside of handlers. */
export function writerOf(c: Context): go.Expression {
  const name = c.func.roles['response'];
  return name === undefined ? c.gap('an answer to a request outside of a view has no counterpart here') : g.ident(name);
}

/** `r` of the handler around; a gap outside of handlers. */
export function requestOf(c: Context): go.Expression {
  const name = c.func.roles['request'];
  return name === undefined ? c.gap('a request outside of a view has no counterpart here') : g.ident(name);
}

/** The view around; a gap outside of views. */
export function viewOf(c: Context): View {
  return c.func.view ?? c.gap('an answer to a request outside of a view has no counterpart here');
}

/** Parameters of every handler. */
export const handlerFields = (writer: string, request: string): go.Field[] => [
  g.field(writer, g.pkg('net/http', 'ResponseWriter')),
  g.field(request, g.star(g.pkg('net/http', 'Request'))),
];

/** `http.DefaultServeMux`, which net/http takes where no other is given. */
export const isDefaultMux = (node: go.Expression): boolean =>
  node.kind === 'SelectorExpr' && node.sel.kind === 'Ident' && node.sel.name === 'DefaultServeMux';
