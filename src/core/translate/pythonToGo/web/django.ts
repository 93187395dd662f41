/** Django's `urlpatterns`: the routes of a file. */
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import type { Context } from '../context';
import { webOf } from './views';

/** `urlpatterns = [path("hello/", hello)]`. */
export function isRoutes(c: Context, node: py.Assign | py.AnnAssign): boolean {
  const [target] = node.kind === 'Assign' ? node.targets : [node.target];
  return target?.kind === 'Name' && target.id === 'urlpatterns' && webOf(c).framework === 'django';
}

/** Each route where the list stands. */
export function registerRoutes(c: Context, node: py.Assign | py.AnnAssign): void {
  const { value } = node;
  if (value?.kind !== 'List') return c.gap('routes that are not written in place have no counterpart here', node);
  for (const elt of value.elts) {
    const view = elt.kind === 'Call' ? positional(elt)[1] : undefined;
    const model = view?.kind === 'Name' ? c.model.functionOf(c.facts.symbolOf(view)) : undefined;
    const known = model && webOf(c).views.get(model.node);
    const first = elt.kind === 'Call' ? positional(elt)[0] : undefined;
    const route = known?.routes.find((_, i) => i === routesBefore(c, value, elt, view));
    if (!model || !route || first?.kind !== 'Str') return c.gap('this route has no counterpart here', elt);
    for (const pattern of route.patterns) {
      c.emit(g.exprStmt(g.pkgCall('net/http', 'HandleFunc', g.str(pattern), g.ident(model.goName))));
    }
  }
}

/** How many routes of the same view stand before this one. */
function routesBefore(c: Context, list: py.List, elt: py.Expression, view: py.Expression | undefined): number {
  const symbol = view?.kind === 'Name' ? c.facts.symbolOf(view) : undefined;
  const before = list.elts.slice(0, list.elts.indexOf(elt));
  return before.filter(one => {
    const other = one.kind === 'Call' ? positional(one)[1] : undefined;
    return other?.kind === 'Name' && c.facts.symbolOf(other) === symbol;
  }).length;
}
