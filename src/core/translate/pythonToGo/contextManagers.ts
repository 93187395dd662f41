/** `with` over context managers of the file: classes with `__enter__` and `__exit__`, and `@contextmanager` functions. */
import { none, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { callModel, finishCall } from './calls';
import type { Context } from './context';
import { calledFunction } from './fallible';
import { runGuarded } from './finals';
import { newFunction } from './functionState';
import { handlersFor } from './handlers';
import { isInstanceOfFile } from './modelFacts';
import type { FunctionModel } from './models';
import { statements } from './statements';
import { coerce } from './coerce';
import { expression } from './expressions';
import { isSimple } from './subscripts';
import { assignTo } from './targets';
import { runTry } from './tries';
import { pure } from './value';

// ---- classes ----

/** The parameters of `__exit__` that its body looks at; without them the method takes nothing. */
export function exitReads(method: FunctionModel): boolean {
  const names = new Set(method.params.slice(0, 2).map(param => param.name));
  let found = false;
  for (const statement of method.node.body) {
    walk(statement, node => {
      if (node.kind === 'Name' && names.has((node as unknown as py.Name).id)) found = true;
    });
  }
  return found;
}

/** Whether `__exit__` may take the error for handled: it returns something that can be true. */
export function mayTakeError(method: FunctionModel): boolean {
  let found = false;
  for (const statement of method.node.body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'FunctionDef') return false;
      const { value: given } = node as py.Return;
      if (node.kind === 'Return' && given && given.kind !== 'None' && !(given.kind === 'Bool' && !given.value))
        found = true;
      return undefined;
    });
  }
  return found;
}

/** One item of a `with` over an instance of a class of the file, around a body; false where it is none. */
export function withInstance(c: Context, item: py.WithItem, node: py.With, body: () => void): boolean {
  const type = c.typeOf(item.context);
  if (!isInstanceOfFile(type)) return false;
  const enter = c.model.method(type.name.slice(1), node.async ? '__aenter__' : '__enter__');
  const exit = c.model.method(type.name.slice(1), node.async ? '__aexit__' : '__exit__');
  if (!enter || !exit) return false;
  const made = expression(c, item.context);
  const manager = isSimple(made.node) ? made : c.temporary(made, 'manager');
  const entered = finishCall(c, g.method(manager.node, enter.goName), enter.result, enter.fallible);
  if (item.target) assignTo(c, item.target, entered);
  else if (entered.node.kind === 'CallExpr') c.emit(g.exprStmt(entered.node));
  const reads = exitReads(exit);
  const leave = (error?: go.Expression): go.CallExpr =>
    g.method(manager.node, exit.goName, ...(reads ? [error ?? g.nil()] : []));
  if (exit.fallible) return c.gap('an __exit__ that raises has no counterpart here', exit.node);
  const final = (error?: go.Expression): go.Statement[] => [g.exprStmt(leave(error))];
  if (!mayTakeError(exit)) {
    runGuarded(c, body, final);
    return true;
  }
  runTry(c, {
    node,
    catches: ['builtins.BaseException'],
    body: () => runGuarded(c, body, final, false),
    orelse: () => undefined,
    handle: (error, classes) => [g.ifStmt(g.not(leave(error)), c.fail(error, classes))],
  });
  return true;
}

// ---- generators ----

interface Parts {
  before: readonly py.Statement[];
  given: py.Expression | undefined;
  /** Runs where all went well. */
  after: readonly py.Statement[];
  /** The `try` around the yield. */
  around: py.Try | undefined;
}

export function isContextManager(c: Context, node: py.FunctionDef): boolean {
  return (
    node.kind === 'FunctionDef' &&
    node.decorators.some(one => /^contextlib\.(async)?contextmanager$/.test(c.facts.qualifiedName(one) ?? ''))
  );
}

/** The body of a `@contextmanager` function, cut at its one yield. */
function partsOf(c: Context, body: readonly py.Statement[], node: py.FunctionDef): Parts {
  const at = body.findIndex(isYield);
  if (at >= 0)
    return { before: body.slice(0, at), given: yielded(body[at]!), after: body.slice(at + 1), around: undefined };
  const inTry = body.findIndex(one => one.kind === 'Try' && one.body.some(isYield));
  const around = body[inTry];
  if (around?.kind !== 'Try')
    return c.gap('a context manager with its yield at such a place has no counterpart here', node);
  const inner = around.body.findIndex(isYield);
  const rest = around.body.slice(inner + 1);
  return {
    before: [...body.slice(0, inTry), ...around.body.slice(0, inner)],
    given: yielded(around.body[inner]!),
    after: [...rest, ...around.orelse],
    around: { ...around, body: [], orelse: [...body.slice(inTry + 1)] },
  };
}

const isYield = (node: py.Statement): boolean => node.kind === 'Expr' && node.value.kind === 'Yield';

const yielded = (node: py.Statement): py.Expression | undefined =>
  node.kind === 'Expr' && node.value.kind === 'Yield' ? node.value.value : undefined;

/** What the function gives for `as`. */
export function managedType(model: FunctionModel): Type {
  const { result } = model;
  return result.kind === 'iterator' ? result.elt : none;
}

/** Whether the errors of the body of the `with` are looked at, or what comes after the yield runs in any case. */
export type ManagerKind = 'plain' | 'always' | 'handles';

export function managerKind(node: py.FunctionDef): ManagerKind {
  for (const one of node.body) {
    if (one.kind === 'Try' && one.body.some(isYield)) return one.handlers.length > 0 ? 'handles' : 'always';
  }
  return 'plain';
}

/** The function's results in Go: what it gives, and what to call at the end. */
export function managerResults(c: Context, model: FunctionModel): go.Expression[] {
  const type = managedType(model);
  const done =
    managerKind(model.node) === 'handles'
      ? g.funcType([g.field('', g.ident('error'))], [g.ident('error')])
      : g.funcType([], []);
  return [...(type.kind === 'none' ? [] : [c.goType(type)]), done, ...(model.fallible ? [g.ident('error')] : [])];
}

/** The body up to the yield, and what comes after it as a function. */
export function managerBody(c: Context, model: FunctionModel, body: readonly py.Statement[]): go.Statement[] {
  const parts = partsOf(c, body, model.node);
  const type = managedType(model);
  return c.block(() => {
    statements(c, parts.before);
    const given = parts.given && type.kind !== 'none' ? [coerce(c, expression(c, parts.given, type), type).node] : [];
    const nil = model.fallible ? [g.nil()] : [];
    c.emit(g.ret(...given, closing(c, model, parts), ...nil));
  });
}

function closing(c: Context, model: FunctionModel, parts: Parts): go.FuncLit {
  const outer = c.func;
  const handles = managerKind(model.node) === 'handles';
  c.func = {
    ...newFunction(outer, 'function'),
    names: outer.names,
    scope: outer.scope,
    locals: outer.locals,
    fallible: handles,
  };
  try {
    const final = (): void => statements(c, parts.around?.finalbody ?? []);
    if (!handles) {
      return g.funcLit(
        [],
        [],
        c.block(() => {
          statements(c, parts.after);
          final();
          statements(c, parts.around?.orelse ?? []);
        }),
      );
    }
    const err = g.ident(c.scratch('err'));
    const handlers = (parts.around?.handlers ?? []).filter(one => one.kind === 'ExceptHandler');
    const list = c.block(() => {
      const handled = c.block(() => c.emit(...handlersFor(c, handlers, err, undefined)));
      c.emit(
        g.ifStmt(
          g.binary(err, '!=', g.nil()),
          handled,
          parts.after.length > 0 ? c.block(() => statements(c, parts.after)) : undefined,
        ),
      );
      final();
      statements(c, parts.around?.orelse ?? []);
      c.emit(g.ret(g.nil()));
    });
    return g.funcLit([g.field(err.name, g.ident('error'))], [g.ident('error')], list);
  } finally {
    c.func = outer;
  }
}

/** One item of a `with` over a call of a `@contextmanager` function; false where it is none. */
export function withManager(c: Context, item: py.WithItem, node: py.With, body: () => void): boolean {
  const { context } = item;
  const model = context.kind === 'Call' ? calledFunction(context, c.model, c) : undefined;
  if (context.kind !== 'Call' || !model || !isContextManager(c, model.node)) return false;
  const type = managedType(model);
  const fun = g.ident(model.goName);
  const callee =
    context.func.kind === 'Attribute' && model.className !== undefined
      ? g.sel(expression(c, context.func.value).node, model.goName)
      : fun;
  const call = callModel(c, { ...model, fallible: false, result: none }, callee, context).node;
  const given = type.kind === 'none' ? undefined : g.ident(item.target ? c.freshLocal('managed') : '_');
  const done = g.ident(c.freshLocal('done'));
  const named = item.target?.kind === 'Name' && given ? c.nameOfTarget(item.target) : undefined;
  if (named && given) given.name = named;
  const err = model.fallible ? [g.ident(c.errorName())] : [];
  c.func.locals.set(done.name, doneType(model));
  c.emit(g.assign([...(given ? [given] : []), done, ...err], call));
  if (err[0]) c.emit(g.ifStmt(g.binary(err[0], '!=', g.nil()), c.fail(err[0])));
  if (item.target && given && !named) assignTo(c, item.target, pure(given, type));
  const kind = managerKind(model.node);
  if (kind !== 'handles') {
    runGuarded(c, body, () => [g.exprStmt(g.call(done))], kind === 'always');
    return true;
  }
  const checked = (error: go.Expression): go.Statement[] => {
    const name = g.ident(c.errorName());
    return [g.ifStmt(g.binary(name, '!=', g.nil()), c.fail(name), undefined, g.assign(name, g.call(done, error)))];
  };
  runTry(c, {
    node,
    catches: ['builtins.BaseException'],
    body: () => runGuarded(c, body, () => [g.exprStmt(g.call(done, g.nil()))], false),
    orelse: () => undefined,
    handle: error => checked(error),
  });
  return true;
}

const doneType = (model: FunctionModel): go.FuncType =>
  managerKind(model.node) === 'handles'
    ? g.funcType([g.field('', g.ident('error'))], [g.ident('error')])
    : g.funcType([], []);
