/** Where handlers are registered: Flask's decorators say it at the view. */
import { converters } from '../../convert';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { bool, call, expr, functionDef, keyword, list, method, name, str } from './build';
import { gap, inFunction, variableOf, type Context } from './context';
import { expression } from './expressions';
import { flaskApp } from './flaskApp';
import { literalContext } from './functionLiterals';
import { handlerOf, viewBody } from './handlers';
import { freshName } from './naming';
import type { FunctionNode } from './symbols';

interface Route {
  pattern: go.Expression;
  handler: go.Expression;
  node: go.CallExpr;
}

/** `http.HandleFunc(pattern, handler)`, also on a mux; undefined for other calls. */
function routeOf(cx: Context, node: go.CallExpr): Route | undefined {
  const { fun, args } = node;
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || fun.sel.name !== 'HandleFunc') return undefined;
  const type = cx.typing.of(fun.x);
  const held = type.kind === 'pointer' ? type.to : type;
  const isMux = held.kind === 'instance' && held.name === 'net/http.ServeMux';
  if (cx.typing.packageOf(fun.x) !== 'net/http' && !isMux) return undefined;
  const [pattern, handler] = args;
  return pattern && handler ? { pattern, handler, node } : undefined;
}

const app = flaskApp;

/** The decorators of a function that is registered somewhere in the file. */
export function routeDecorators(cx: Context, node: go.FuncDecl): py.Expression[] {
  const decorators: py.Expression[] = [];
  for (const root of cx.program.bindings.roots) {
    walk(root, at => {
      if (at.kind !== 'CallExpr') return;
      const route = routeOf(cx, at as unknown as go.CallExpr);
      if (route && route.handler.kind === 'Ident' && cx.program.functions.get(route.handler.name) === node)
        decorators.push(decorator(cx, route, node));
    });
  }
  return decorators.reverse();
}

function decorator(cx: Context, { pattern, node }: Route, view: FunctionNode): py.Expression {
  const converter = converters.get('route');
  const back = converter?.kind === 'value' ? converter.backward(pattern) : undefined;
  const [path, methods] = back?.values ?? [];
  if (!back || !path) return gap('a pattern that has no counterpart in Flask', node);
  const asked = methods ? undefined : methodsAsked(cx, view);
  for (const what of back.assumes) if (!(asked && what.startsWith('only GET'))) cx.notes.assume(what);
  const value = methods ?? (asked && list(...asked.map(str)));
  const isGet =
    value?.kind === 'List' && value.elts.length === 1 && value.elts[0]?.kind === 'Str' && value.elts[0].value === 'GET';
  return call(`${app(cx)}.route`, path, ...(value && !isGet ? [keyword('methods', value)] : []));
}

/** A handler that looks at the method is asked for several. */
function methodsAsked(cx: Context, view: FunctionNode): string[] | undefined {
  const found = new Set<string>();
  walk(view, at => {
    if (at.kind === 'SelectorExpr' && cx.typing.packageOf(at['x'] as go.Expression) === 'net/http') {
      const method = /^Method(Get|Post|Put|Delete|Patch)$/.exec((at['sel'] as go.Ident).name)?.[1];
      if (method) found.add(method.toUpperCase());
    }
    if (at.kind === 'StringLit' && /^(GET|POST|PUT|DELETE|PATCH)$/.test(String(at['value'])))
      found.add(String(at['value']));
  });
  if (found.size === 0) return undefined;
  return [...new Set(['GET', ...found])];
}

/** The names in the path of a view: Flask passes them. */
export function pathNames(decorators: readonly py.Expression[]): string[] {
  const names = new Set<string>();
  for (const one of decorators) {
    const path = one.kind === 'Call' ? one.args[0] : undefined;
    if (path?.kind === 'Str') for (const [, own] of path.value.matchAll(/<(?:\w+:)?(\w+)>/g)) names.add(own!);
  }
  return [...names];
}

/** A registration or the start of the server as statements; undefined for other calls. */
export function webStatement(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  const route = routeOf(cx, node);
  if (route) return registered(cx, route);
  const address = listens(cx, node);
  return address && started(cx, address, node);
}

/** The address of `http.ListenAndServe(address, …)`, also inside of `log.Fatal(…)`. */
export function listens(cx: Context, node: go.Expression | undefined): go.Expression | undefined {
  if (node?.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const path = cx.typing.packageOf(node.fun.x);
  if (path === 'net/http' && node.fun.sel.name === 'ListenAndServe') return node.args[0];
  return path === 'log' && node.fun.sel.name.startsWith('Fatal') ? listens(cx, node.args[0]) : undefined;
}

export function started(cx: Context, address: go.Expression, node: go.CallExpr): py.Statement[] {
  const converter = converters.get('address');
  const carry = (one: go.Expression): py.Expression => expression(cx, one).value;
  const back = converter?.kind === 'value' ? converter.backward(address, carry) : undefined;
  const [host, port] = back?.values ?? [];
  if (!host || !port) return gap('an address that has no counterpart in Flask', node);
  // Beside other work Flask's own server would speak to standard output.
  if (startsGoroutines(cx)) {
    const server = call(
      cx.out.from('werkzeug.serving', 'make_server'),
      host,
      port,
      name(app(cx)),
      keyword('threaded', bool(true)),
    );
    return [expr(method(server, 'serve_forever'))];
  }
  return [expr(call(`${app(cx)}.run`, keyword('host', host), keyword('port', port)))];
}

function startsGoroutines(cx: Context): boolean {
  let found = false;
  for (const root of cx.program.roots) walk(root, node => void (node.kind === 'GoStmt' && (found = true)));
  return found;
}

function registered(cx: Context, route: Route): py.Statement[] {
  const { handler, node } = route;
  if (handler.kind === 'FuncLit') {
    const own = handlerOf(cx, handler.type);
    if (!own) return gap('this handler', node);
    const made = decorator(cx, route, handler);
    const id = freshName(cx, viewName(route));
    const fn = literalContext(cx, handler, cx.typing.functionType(handler.type), 'handler');
    fn.handler = own;
    return inFunction(cx, fn, () => [
      functionDef(
        id,
        pathNames([made]).map(one => ({
          kind: 'Param' as const,
          form: 'plain' as const,
          name: name(one),
          start: -1,
          end: -1,
        })),
        undefined,
        viewBody(cx, handler),
        [made],
      ),
    ]);
  }
  const isDeclared =
    handler.kind === 'Ident' && cx.program.functions.has(handler.name) && variableOf(cx, handler)?.kind === 'func';
  return isDeclared ? [] : gap('a handler that is made by a call', node);
}

/** A view without a name is called after its path. */
function viewName({ pattern }: Route): string {
  const words = pattern.kind === 'StringLit' ? (pattern.value.replace(/\{[^}]*\}/g, '').match(/[a-z]+/g) ?? []) : [];
  return words.length > 0 ? `show_${words.join('_')}` : 'index';
}
