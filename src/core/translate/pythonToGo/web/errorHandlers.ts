/** `@app.errorhandler(404)` and `@app.errorhandler(NotFound)`: who answers where something went wrong. */
import type { Symbol } from '../../../facts/facts';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import type { Context } from '../context';
import { fillFromFamily, readsFields } from '../handlers';
import { exceptionName } from '../modelFacts';
import type { FunctionModel } from '../models';
import { value } from '../value';
import { requestOf, writerOf } from './state';
import { statusCode } from './statuses';
import { webOf, type View } from './views';

interface Handler {
  model: FunctionModel;
  view: View;
  node: py.Expression;
}

function handlersIn(c: Context): Handler[] {
  return [...webOf(c).views].flatMap(([node, view]) => {
    const model = c.model.functions.get(node);
    return model ? (view.handles ?? []).map(one => ({ model, view, node: one })) : [];
  });
}

/** The class that a handler takes; undefined where it takes a status. */
export const handledClass = (c: Context, node: py.Expression): string | undefined =>
  statusCode(c, node) === undefined ? exceptionName(node, c) : undefined;

/** The call of the function that answers a status. */
export function handlerOfStatus(c: Context, status: number): go.Statement | undefined {
  const found = handlersIn(c).find(({ node }) => statusCode(c, node) === status);
  return found && g.exprStmt(g.call(found.model.goName, writerOf(c), requestOf(c)));
}

/** All classes that some handler of the file takes. */
export const handledClasses = (c: Context): string[] =>
  [...webOf(c).views.values()].flatMap(view => (view.handles ?? []).flatMap(one => handledClass(c, one) ?? []));

/** The handlers of classes as a chain of tests, the narrower classes first. */
export function handledByClass(
  c: Context,
  error: go.Expression,
  classes: readonly string[] | undefined,
  otherwise: (error: go.Expression) => go.Statement[],
): go.Statement[] {
  const handlers = handlersIn(c).flatMap(one => {
    const name = handledClass(c, one.node);
    return name === undefined ? [] : [{ ...one, name }];
  });
  handlers.sort((a, b) => (a.name === b.name ? 0 : c.model.isSubclass(a.name, b.name) ? -1 : 1));
  // A class that is known decides by itself.
  const known = classes?.length === 1 ? classes[0]! : undefined;
  const candidates =
    known === undefined
      ? handlers
      : handlers.filter(one => c.model.isSubclass(known, one.name) || c.model.isSubclass(one.name, known));
  const needsName = candidates.length > 0 && error.kind !== 'Ident';
  const err = needsName ? g.ident(c.errorName()) : error;
  const before = needsName ? [g.assign(err, error)] : [];
  const chain = ([first, ...rest]: typeof handlers): go.Statement[] => {
    if (!first) return otherwise(err);
    const call = g.exprStmt(g.call(first.model.goName, writerOf(c), requestOf(c), err));
    const body = [call, g.ret()];
    const test = c.model.exceptions.test(c, err, [first.name]);
    if (!test || (known !== undefined && c.model.isSubclass(known, first.name))) return body;
    return [g.ifStmt(test, body), ...chain(rest)];
  };
  return [...before, ...chain(candidates)];
}

/** The error that a handler is given, as its last parameter. */
export function errorParameter(c: Context, model: FunctionModel, view: View): go.Field[] {
  const [param] = model.params;
  const symbol = param?.node.name && c.facts.symbolOf(param.node.name);
  const classes = (view.handles ?? []).flatMap(one => handledClass(c, one) ?? []);
  if (classes.length === 0) return [];
  const name = symbol ? c.func.names.of(symbol.name, 'err') : 'err';
  if (symbol) c.func.aliases.set(symbol, value(g.ident(name), { kind: 'error', name: classes[0]! }, true));
  return [g.field(name, g.ident('error'))];
}

/** The struct behind the error, for a handler that looks into it. */
export function openError(c: Context, model: FunctionModel, view: View): void {
  const [param] = model.params;
  const symbol: Symbol | undefined = param?.node.name && c.facts.symbolOf(param.node.name);
  const alias = symbol && c.func.aliases.get(symbol);
  const [name] = (view.handles ?? []).flatMap(one => handledClass(c, one) ?? []);
  const own = name?.startsWith('.') ? c.model.classes.get(name.slice(1)) : undefined;
  if (!own || !alias || !symbol || !readsFields(param!.node.name, model.node.body)) return;
  const target = c.freshLocal('failure');
  fillFromFamily(c, alias.node, target, own);
  c.func.aliases.set(symbol, value(g.ident(target), alias.type, true));
}
