/** `with` over `@contextmanager` functions of the file. */
import type { Symbol } from '../../facts/facts';
import { none, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { callModel } from './calls';
import type { Context } from './context';
import { calledFunction } from './fallible';
import { runGuarded } from './finals';
import { newFunction } from './functionState';
import { handlersFor } from './handlers';
import { grownTarget } from './managerClasses';
import type { FunctionModel } from './models';
import { statements } from './statements';
import { coerce } from './coerce';
import { expression } from './expressions';
import { assignTo } from './targets';
import { runTry } from './tries';
import { pure } from './value';

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
  return result.kind === 'iterator' && givesValue(model.node) ? result.elt : none;
}

function givesValue(node: py.FunctionDef): boolean {
  let found = false;
  for (const statement of node.body) {
    walk(statement, any => {
      const one = any as unknown as py.Node;
      if (one.kind === 'Yield' && one.value) found = true;
      return one.kind === 'FunctionDef' || one.kind === 'Lambda' ? false : undefined;
    });
  }
  return found;
}

/**
 * The variable of a list that is given and looked at again in the end: the list may have grown by then, so who closes
 * the manager gives it back.
 */
function givenBack(c: Context, model: FunctionModel): py.Name | undefined {
  if (managedType(model).kind !== 'list') return undefined;
  const { given, after, around } = partsOf(c, withoutDoc(model.node.body), model.node);
  if (given?.kind !== 'Name') return undefined;
  const symbol = c.facts.symbolOf(given);
  let found = false;
  for (const one of [...after, ...(around ? [...around.handlers, ...around.orelse, ...around.finalbody] : [])]) {
    walk(one, node => {
      if (node.kind === 'Name' && c.facts.symbolOf(node) === symbol) found = true;
    });
  }
  return found ? given : undefined;
}

const withoutDoc = (body: readonly py.Statement[]): readonly py.Statement[] =>
  body[0]?.kind === 'Expr' && body[0].value.kind === 'Str' ? body.slice(1) : body;

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
  return [
    ...(type.kind === 'none' ? [] : [c.goType(type)]),
    doneType(c, model),
    ...(model.fallible ? [g.ident('error')] : []),
  ];
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
    const back = givenBack(c, model);
    const backName = back && c.nameOfTarget(back);
    const given = backName === undefined ? [] : [g.field(backName, c.goType(managedType(model)))];
    if (!handles) {
      return g.funcLit(
        given,
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
    return g.funcLit([...given, g.field(err.name, g.ident('error'))], [g.ident('error')], list);
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
  const back = givenBack(c, model) !== undefined;
  const given = type.kind === 'none' ? undefined : g.ident(item.target || back ? c.freshLocal('managed') : '_');
  const grown = type.kind === 'list' ? grownTarget(c, item, node) : undefined;
  if (grown && !back && givesKept(c, model)) c.gap('a list that is kept elsewhere too grows by another name', item);
  if (grown && back && rebinds(c, node, grown))
    c.gap('a managed list that gets another name has no counterpart here', item);
  const done = g.ident(c.freshLocal('done'));
  const named = item.target?.kind === 'Name' && given ? c.nameOfTarget(item.target) : undefined;
  if (named && given) given.name = named;
  const err = model.fallible ? [g.ident(c.errorName())] : [];
  const kept = back && given ? [given] : [];
  c.func.locals.set(done.name, doneType(c, model));
  c.emit(g.assign([...(given ? [given] : []), done, ...err], call));
  if (err[0]) c.emit(g.ifStmt(g.binary(err[0], '!=', g.nil()), c.fail(err[0])));
  if (item.target && given && !named) assignTo(c, item.target, pure(given, type));
  const kind = managerKind(model.node);
  if (kind !== 'handles') {
    runGuarded(c, body, () => [g.exprStmt(g.call(done, ...kept))], kind === 'always');
    return true;
  }
  const checked = (error: go.Expression): go.Statement[] => {
    const name = g.ident(c.errorName());
    return [
      g.ifStmt(g.binary(name, '!=', g.nil()), c.fail(name), undefined, g.assign(name, g.call(done, ...kept, error))),
    ];
  };
  runTry(c, {
    node,
    catches: ['builtins.BaseException'],
    body: () => runGuarded(c, body, () => [g.exprStmt(g.call(done, ...kept, g.nil()))], false),
    orelse: () => undefined,
    handle: error => checked(error),
  });
  return true;
}

function doneType(c: Context, model: FunctionModel): go.FuncType {
  const given = givenBack(c, model) ? [g.field('', c.goType(managedType(model)))] : [];
  return managerKind(model.node) === 'handles'
    ? g.funcType([...given, g.field('', g.ident('error'))], [g.ident('error')])
    : g.funcType(given, []);
}

/** Whether the list that the function gives is part of something that goes on to keep it. */
function givesKept(c: Context, model: FunctionModel): boolean {
  const { given } = partsOf(c, withoutDoc(model.node.body), model.node);
  return given?.kind === 'Attribute' || (given?.kind === 'Subscript' && given.slice.kind !== 'Slice');
}

function rebinds(c: Context, node: py.With, symbol: Symbol): boolean {
  let found = false;
  for (const statement of node.body) {
    walk(statement, any => {
      const one = any as unknown as py.Node;
      if (one.kind === 'Assign' && one.targets.some(to => to.kind === 'Name' && c.facts.symbolOf(to) === symbol))
        found = true;
    });
  }
  return found;
}
