/** Views as functions of net/http, and their registration. */
import type { Symbol } from '../../../facts/facts';
import { str } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { scopeName } from '../../passes/access';
import type { Context } from '../context';
import { expression } from '../expressions';
import { docComments, finishFunction, parameters, parameterNames, splitDocstring, stateFor } from '../functions';
import type { FunctionModel, ParamModel } from '../models';
import { statements } from '../statements';
import { none } from '../../../facts/types';
import { variableName } from '../variables';
import { pure } from '../value';
import { bodyParameters } from './parameters';
import { serverError } from './responses';
import { unprocessable } from './refusals';
import { errorParameter, handlerOfStatus, openError } from './errorHandlers';
import { statusCode } from './statuses';
import { handlerFields, isDefaultMux, requestOf, writerOf } from './state';
import { webOf, type View } from './views';

/** A view at top level, and its registration in `main`. */
export function viewDeclaration(c: Context, model: FunctionModel, view: View): go.FuncDecl {
  const { type, body, comments } = writeView(c, model, view);
  const made: go.FuncDecl = { ...g.funcDecl(model.goName, type, []), body };
  c.origins.mark(made.name, c.rangeOf(model.node.name));
  if (comments.length > 0) made.comments = comments;
  finishFunction(c, made);
  register(c, view, g.ident(model.goName));
  return made;
}

/** A view inside of a function that makes an app. */
export function nestedView(c: Context, model: FunctionModel, view: View): void {
  const { type, body, comments } = writeView(c, model, view);
  const literal: go.FuncLit = { kind: 'FuncLit', start: -1, end: -1, type, body };
  for (const name of [...parameterNames(type), ...(c.localsOf(body)?.keys() ?? [])]) scopeName(literal, name);
  const start = c.out.length;
  if (view.routes.length === 1 && view.routes[0]!.patterns.length === 1) register(c, view, literal);
  else {
    c.func.locals.set(model.goName, {
      ...type,
      params: handlerFields('', '').map(field => ({ ...field, names: [] })),
    });
    c.emit(g.assign(g.ident(model.goName), literal));
    register(c, view, g.ident(model.goName));
  }
  const [first] = c.out.slice(start);
  if (first && comments.length > 0) first.comments = comments;
}

/** What a view checks for by itself; a key that is missing is not looked for, as elsewhere. */
const caught = ['builtins.ValueError', 'builtins.OSError', 'builtins.ZeroDivisionError'];

function writeView(
  c: Context,
  model: FunctionModel,
  view: View,
): { type: go.FuncType; body: go.BlockStmt; comments: ReturnType<typeof docComments> } {
  const gap = view.routes.find(route => route.gap !== undefined)?.gap;
  if (gap !== undefined) c.gap(gap, model.node);
  const outer = c.func;
  const outerOut = c.out;
  const { doc, rest } = splitDocstring(model.node.body);
  c.func = stateFor(c, model, outer, ['w', 'r']);
  c.func.kind = 'handler';
  c.func.view = view;
  c.func.fallible = false;
  c.func.result = none;
  c.func.results = [];
  c.func.roles = { ...c.func.roles, response: 'w', request: 'r' };
  c.func.catchers.push({ catches: caught, fail: (error, classes) => serverError(c, error, classes) });
  try {
    const fields = handlerFields('w', 'r');
    if (view.isResponder) fields.push(...parameters(c, model));
    if (view.handles) fields.push(...errorParameter(c, model, view));
    const list = c.block(() => {
      if (view.handles) openError(c, model, view);
      else if (!view.isResponder) fillParameters(c, model, view);
      statements(c, rest);
    });
    const last = list.at(-1);
    if (last?.kind === 'ReturnStmt' && last.results.length === 0) list.pop();
    const body = g.block(list);
    c.setLocals(body, c.func.locals);
    return { type: g.funcType(fields, []), body, comments: docComments(doc) };
  } finally {
    c.func = outer;
    c.out = outerOut;
  }
}

/** The parameters of a view are read from the path, or, in FastAPI, from wherever they come. */
function fillParameters(c: Context, model: FunctionModel, view: View): void {
  const path = new Map(view.routes.flatMap(route => route.parameters.map(one => [one.name, one.converter])));
  for (const param of model.params) {
    const symbol = param.node.name && c.facts.symbolOf(param.node.name);
    if (!symbol) continue;
    const converter = path.get(param.name);
    if (converter !== undefined) {
      if (view.routes.some(route => !route.parameters.some(one => one.name === param.name))) {
        c.gap(`the parameter ${param.name} is not in all paths of its view`, param.node);
      }
      fillFromPath(c, symbol, param, converter, view);
    } else if (view.framework === 'django' && param === model.params[0]) {
      c.func.aliases.set(symbol, pure(requestOf(c), { kind: 'instance', name: 'django.http.HttpRequest', args: [] }));
    } else bodyParameters(c, symbol, param, view);
  }
}

function fillFromPath(c: Context, symbol: Symbol, param: ParamModel, converter: string, view: View): void {
  const uses = symbol.uses.filter(use => use !== param.node.name);
  const text = g.method(requestOf(c), 'PathValue', g.str(param.name));
  const type = view.framework === 'fastapi' ? param.type : converterType(converter);
  const isNumber = type.kind === 'int' || type.kind === 'float';
  if (!isNumber && type.kind !== 'str')
    c.gap(`a part of the path that is ${type.kind} has no counterpart here`, param.node);
  const name = uses.length > 0 ? variableName(c, symbol) : '_';
  if (uses.length > 0) c.declareLocal(name, type);
  if (!isNumber) {
    if (uses.length > 0) c.emit(g.assign(g.ident(name), text));
    return;
  }
  const err = c.errorName();
  const read =
    type.kind === 'int' ? g.pkgCall('strconv', 'Atoi', text) : g.pkgCall('strconv', 'ParseFloat', text, g.int(64));
  const refused = refusal(c, view, param, type.kind);
  const failed = g.binary(g.ident(err), '!=', g.nil());
  // Flask's converters take digits alone, and a float has to have a point.
  const isSigned = view.framework !== 'fastapi' && uses.length > 0;
  const wrong = isSigned ? g.binary(failed, '||', g.binary(g.ident(name), '<', g.int(0))) : failed;
  const pointless = g.not(g.pkgCall('strings', 'Contains', text, g.str('.')));
  const test = type.kind === 'float' && view.framework !== 'fastapi' ? g.binary(wrong, '||', pointless) : wrong;
  if (name === '_') {
    c.emit(g.ifStmt(test, refused, undefined, g.assign([g.ident('_'), g.ident(err)], read)));
    return;
  }
  c.emit(g.assign([g.ident(name), g.ident(err)], read), g.ifStmt(test, refused));
}

const converterType = (converter: string): typeof str =>
  converter === 'int' ? { kind: 'int' } : converter === 'float' ? { kind: 'float' } : str;

/** A path that does not fit is unknown to Flask; FastAPI says what is wrong with it. */
function refusal(c: Context, view: View, param: ParamModel, kind: 'int' | 'float'): go.Statement[] {
  if (view.framework !== 'fastapi') {
    const own = handlerOfStatus(c, 404);
    return [own ?? g.exprStmt(g.pkgCall('net/http', 'NotFound', writerOf(c), requestOf(c))), g.ret()];
  }
  const words = kind === 'int' ? 'an integer' : 'a number';
  return unprocessable(c, g.str(`${param.name} must be ${words}`));
}

/** `app.HandleFunc("GET /users/{id}", showUser)`, where the view is decorated. */
function register(c: Context, view: View, handler: go.Expression): void {
  if (view.handles?.some(one => statusCode(c, one) === 404) && view.app) {
    c.notes.assume('a method that a path does not take is answered like an unknown path');
    c.emit(g.exprStmt(handleFunc(expression(c, view.app).node, '/', handler)));
  }
  for (const route of view.routes) {
    if (!route.app) continue;
    const symbol = route.app.kind === 'Name' ? c.facts.symbolOf(route.app) : undefined;
    const isPart = symbol !== undefined && c.model.isWhole && webOf(c).parts.has(symbol);
    const mux = isPart ? g.ident('mux') : expression(c, route.app).node;
    const calls = route.patterns.map(pattern => g.exprStmt(handleFunc(mux, pattern, handler)));
    if (isPart) routesOf(c, symbol).push(...calls);
    else c.emit(...calls);
  }
}

/** With net/http's own mux the package has a function for it. */
const handleFunc = (mux: go.Expression, pattern: string, handler: go.Expression): go.CallExpr =>
  isDefaultMux(mux)
    ? g.pkgCall('net/http', 'HandleFunc', g.str(pattern), handler)
    : g.method(mux, 'HandleFunc', g.str(pattern), handler);

const routes = new WeakMap<Context, Map<Symbol, go.Statement[]>>();

/** The routes of a blueprint or a router, which the app that takes it registers. */
function routesOf(c: Context, part: Symbol): go.Statement[] {
  let parts = routes.get(c);
  if (!parts) routes.set(c, (parts = new Map()));
  let list = parts.get(part);
  if (!list) parts.set(part, (list = []));
  return list;
}

/** The function that registers the routes of a blueprint. */
export function partFunctionName(c: Context, part: Symbol): string {
  routesOf(c, part);
  return c.nameFor(`routes of ${part.name}`, `register_${part.name}`, 'function', false);
}

/** `func registerUsers(mux *http.ServeMux)` for each blueprint that an app takes. */
export function partFunctions(c: Context): go.FuncDecl[] {
  return [...(routes.get(c) ?? [])].map(([part, list]) => {
    const mux = g.field('mux', g.star(g.pkg('net/http', 'ServeMux')));
    return { ...g.funcDecl(partFunctionName(c, part), g.funcType([mux], []), list), blank: true };
  });
}
