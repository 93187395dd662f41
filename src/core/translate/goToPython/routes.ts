/** Where handlers are registered: Flask's decorators say it at the view. */
import { converters } from '../../convert';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { bool, call, expr, functionDef, keyword, list, method, name, str } from './build';
import { gap, inFunction, isNil, variableOf, type Context } from './context';
import { expression } from './expressions';
import { flaskApp } from './flaskApp';
import { literalContext } from './functionLiterals';
import { handlerOf, viewBody } from './handlers';
import { application, handlerValue, isMuxType } from './handlerValues';
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
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || !/^Handle(Func)?$/.test(fun.sel.name))
    return undefined;
  const type = cx.typing.of(fun.x);
  const held = type.kind === 'pointer' ? type.to : type;
  const isMux = held.kind === 'instance' && held.name === 'net/http.ServeMux';
  if (cx.typing.packageOf(fun.x) !== 'net/http' && !isMux) return undefined;
  const [pattern, handler] = args;
  return pattern && handler ? { pattern, handler: withoutConversion(cx, handler), node } : undefined;
}

/** `http.HandlerFunc(f)` is `f`. */
function withoutConversion(cx: Context, node: go.Expression): go.Expression {
  const [inner] = node.kind === 'CallExpr' && cx.typing.isConversion(node) ? node.args : [];
  const type = cx.typing.of(node);
  return inner && type.kind === 'instance' && type.name === 'net/http.HandlerFunc' ? inner : node;
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

function decorator(cx: Context, route: Route, view: FunctionNode): py.Expression {
  return call(`${app(cx)}.route`, ...ruleOf(cx, route, view));
}

/** The path of a route, and the methods where they are not GET alone. */
function ruleOf(
  cx: Context,
  { pattern, node }: Route,
  view: FunctionNode | undefined,
): [py.Expression, ...py.Keyword[]] {
  const converter = converters.get('route');
  const back = converter?.kind === 'value' ? converter.backward(pattern) : undefined;
  const [path, methods] = back?.values ?? [];
  if (!back || !path) return gap('a pattern that has no counterpart in Flask', node);
  const asked = methods ? undefined : view ? methodsAsked(cx, view) : allMethods;
  for (const what of back.assumes) if (!(asked && what.startsWith('only GET'))) cx.notes.assume(what);
  const value = methods ?? (asked && list(...asked.map(str)));
  const isGet =
    value?.kind === 'List' && value.elts.length === 1 && value.elts[0]?.kind === 'Str' && value.elts[0].value === 'GET';
  return [path, ...(value && !isGet ? [keyword('methods', value)] : [])];
}

/** A handler that cannot be looked into may be asked by any of them. */
const allMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

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
  const call = listens(cx, node);
  return call && started(cx, call);
}

/** `http.ListenAndServe(address, handler)`, also inside of `log.Fatal(…)`. */
export function listens(cx: Context, node: go.Expression | undefined): go.CallExpr | undefined {
  if (node?.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const path = cx.typing.packageOf(node.fun.x);
  if (path === 'net/http' && node.fun.sel.name === 'ListenAndServe' && node.args.length === 2) return node;
  return path === 'log' && node.fun.sel.name.startsWith('Fatal') ? listens(cx, node.args[0]) : undefined;
}

export function started(cx: Context, node: go.CallExpr): py.Statement[] {
  const address = node.args[0]!;
  const handler = node.args[1]!;
  const converter = converters.get('address');
  const carry = (one: go.Expression): py.Expression => expression(cx, one).value;
  const back = converter?.kind === 'value' ? converter.backward(address, carry) : undefined;
  const [host, port] = back?.values ?? [];
  if (!host || !port) return gap('an address that has no counterpart in Flask', node);
  const isMux = isNil(cx, handler) || isMuxType(cx.typing.of(handler));
  const served = isMux ? { before: [], value: name(app(cx)) } : application(cx, handler);
  // Beside other work Flask's own server would speak to standard output.
  if (startsGoroutines(cx)) {
    const server = call(
      cx.out.from('werkzeug.serving', 'make_server'),
      host,
      port,
      served.value,
      keyword('threaded', bool(true)),
    );
    return [...served.before, expr(method(server, 'serve_forever'))];
  }
  return [...served.before, expr(method(served.value, 'run', keyword('host', host), keyword('port', port)))];
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
  return isDeclared ? [] : madeByValue(cx, route);
}

/** A handler that is a method, a variable or the result of a call. */
function madeByValue(cx: Context, route: Route): py.Statement[] {
  const own = handlerValue(cx, route.handler);
  const [path, ...options] = ruleOf(cx, route, undefined);
  const id = endpoint(route);
  return [
    ...own.before,
    expr(call(`${app(cx)}.add_url_rule`, path, str(id), call(cx.out.helper('as_view'), own.value), ...options)),
  ];
}

/** A name for a route that no other has: what its pattern says. */
function endpoint({ pattern, node }: Route): string {
  return pattern.kind === 'StringLit'
    ? pattern.value
        .toLowerCase()
        .replace(/[^\w]+/g, '_')
        .replace(/^_|_$/g, '') || 'index'
    : `route_${node.start}`;
}

/** A view without a name is called after its path. */
function viewName({ pattern }: Route): string {
  const words = pattern.kind === 'StringLit' ? (pattern.value.replace(/\{[^}]*\}/g, '').match(/[a-z]+/g) ?? []) : [];
  return words.length > 0 ? `show_${words.join('_')}` : 'index';
}
