/**
 * `try`, `except`, `raise`. A failure inside of a `try` is an error value. One place that fails is written as a check
 * with the handler in it; several run in a function that gives the error.
 */

import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { scopeName } from '../passes/access';
import { value, type Context } from './context';
import { expression } from './expressions';
import { raisedName } from './fallible';
import { handlerClasses } from './model';
import { statements } from './statements';
import { resultTypes } from './types';

/** A place that fails, or leaves the `try`: what stands there is decided when the whole body is written. */
interface Exit {
  kind: 'fail' | 'return';
  error?: go.Expression;
  classes?: readonly string[] | undefined;
  values?: go.Expression[];
}

const exits = new WeakMap<NodeBase, Exit>();

export function tryStatement(c: Context, node: py.Try): void {
  if (node.star) return c.gap('except* has no counterpart in Go', node);
  if (node.finalbody.length > 0) return withFinally(c, node);
  tryExcept(c, node);
}

// ---- finally ----

function withFinally(c: Context, node: py.Try): void {
  const inner = (): void => {
    if (node.handlers.length > 0) tryExcept(c, { ...node, finalbody: [] });
    else statements(c, [...node.body, ...node.orelse]);
  };
  const final = (): go.Statement[] => c.block(() => statements(c, node.finalbody));
  if (isLastOfFunction(c, node)) {
    c.emit(deferred(final()));
    return inner();
  }
  const { func } = c;
  const outerReturn = func.onReturn;
  func.catchers.push({
    catches: [],
    fail: (error, classes) => {
      const [own] = func.catchers.splice(-1);
      try {
        return [...final(), ...c.fail(error, classes)];
      } finally {
        if (own) func.catchers.push(own);
      }
    },
  });
  func.onReturn = values => {
    const kept = values.map(one => keep(c, one));
    return [
      ...kept.flatMap(one => one.before),
      ...final(),
      ...(outerReturn?.(kept.map(one => one.node)) ?? [g.ret(...kept.map(one => one.node))]),
    ];
  };
  try {
    inner();
  } finally {
    func.catchers.pop();
    func.onReturn = outerReturn;
  }
  if (!endsWithJump(c.out)) c.emit(...final());
}

function keep(c: Context, node: go.Expression): { node: go.Expression; before: go.Statement[] } {
  if (node.kind !== 'CallExpr' && node.kind !== 'BinaryExpr' && node.kind !== 'IndexExpr') return { node, before: [] };
  const name = c.freshLocal('result');
  return { node: g.ident(name), before: [g.define(name, node)] };
}

function deferred(body: go.Statement[]): go.Statement {
  const [only] = body;
  if (body.length === 1 && only?.kind === 'ExprStmt' && only.x.kind === 'CallExpr' && only.x.args.length === 0) {
    return g.defer(only.x);
  }
  return g.defer(g.call(g.funcLit([], [], body)));
}

/** Nothing comes after the statement in its function, so that what is deferred runs at the same moment. */
function isLastOfFunction(c: Context, node: py.Statement): boolean {
  const parent = c.facts.parentOf(node);
  if (parent?.kind !== 'FunctionDef') return false;
  const { body } = parent as py.FunctionDef;
  return body[body.length - 1] === node && c.func.kind !== 'module';
}

// ---- except ----

function tryExcept(c: Context, node: py.Try): void {
  const { func } = c;
  const handlers = node.handlers.filter(one => one.kind === 'ExceptHandler');
  const catches = handlers.flatMap(handler => handlerClasses(handler, c));
  const outerReturn = func.onReturn;
  const found: Exit[] = [];
  const placeholder = (exit: Exit): go.Statement[] => {
    found.push(exit);
    const statement: go.EmptyStmt = { kind: 'EmptyStmt', start: -1, end: -1 };
    exits.set(statement, exit);
    return [statement];
  };
  func.catchers.push({ catches, fail: (error, classes) => placeholder({ kind: 'fail', error, classes }) });
  func.onReturn = values => placeholder({ kind: 'return', values });
  let body: go.Statement[];
  try {
    body = c.block(() => statements(c, node.body));
  } finally {
    func.catchers.pop();
    func.onReturn = outerReturn;
  }
  const fails = found.filter(exit => exit.kind === 'fail');
  const orelse = c.block(() => statements(c, node.orelse));
  if (fails.length === 0) {
    fill(body, exit => plainExit(c, exit));
    c.notes.assume('nothing in a try of which Go has no error can fail');
    c.emit(...body, ...orelse);
    return;
  }
  const [only] = fails;
  const at = body.findIndex(statement => holdsExit(statement, only));
  const isFlat = fails.length === 1 && only !== undefined && isCheck(body[at], only);
  if (isFlat && only) return flat(c, body, at, only, handlers, orelse);
  inClosure(c, node, body, found, handlers, orelse);
}

/** A statement `if err != nil { … }` whose body is the exit alone. */
function isCheck(statement: go.Statement | undefined, exit: Exit): boolean {
  if (statement?.kind !== 'IfStmt' || statement.else) return statement !== undefined && exits.get(statement) === exit;
  const { list } = statement.body;
  return list.length === 1 && list[0] !== undefined && exits.get(list[0]) === exit;
}

function holdsExit(statement: go.Statement, exit: Exit | undefined): boolean {
  let found = false;
  walk(statement, node => {
    if (exits.get(node) === exit) found = true;
  });
  return found;
}

/** The check with the handler in it; what comes after goes to an `else` unless the handler leaves. */
function flat(
  c: Context,
  body: go.Statement[],
  at: number,
  exit: Exit,
  handlers: py.ExceptHandler[],
  orelse: go.Statement[],
): void {
  const handled = handlersFor(c, handlers, exit.error ?? g.ident('err'), exit.classes);
  const check = body[at];
  const rest = [...body.slice(at + 1), ...orelse];
  fill(rest, one => plainExit(c, one));
  fill(body.slice(0, at), one => plainExit(c, one));
  c.emit(...body.slice(0, at));
  if (check?.kind !== 'IfStmt') {
    c.emit(...handled);
    return;
  }
  check.body.list = handled;
  if (rest.length === 0 || endsWithJump(handled)) {
    c.emit(check, ...rest);
    return;
  }
  check.else = g.block(rest);
  c.emit(check);
}

function plainExit(c: Context, exit: Exit): go.Statement[] {
  if (exit.kind === 'fail') return c.fail(exit.error ?? g.ident('err'), exit.classes);
  const values = exit.values ?? [];
  return c.func.onReturn ? c.func.onReturn(values) : [g.ret(...values)];
}

/** Several places fail: the body is a function that gives the error. */
function inClosure(
  c: Context,
  node: py.Try,
  body: go.Statement[],
  found: readonly Exit[],
  handlers: py.ExceptHandler[],
  orelse: go.Statement[],
): void {
  if (leavesLoop(node.body))
    return c.gap('break or continue out of a try with several failures has no counterpart here', node);
  const returns = found.filter(exit => exit.kind === 'return');
  const types = resultTypes(c.func.result);
  const names = returns.length > 0 ? types.map(() => c.freshLocal('result')) : [];
  const flag = returns.length > 0 ? c.freshLocal('returned') : undefined;
  const alwaysReturns =
    returns.length > 0 && body[body.length - 1] !== undefined && exits.get(body[body.length - 1]!)?.kind === 'return';
  types.forEach((type, i) => names[i] !== undefined && c.emit(g.declare(g.varDecl(names[i]!, c.goType(type)))));
  if (flag !== undefined && !alwaysReturns) c.emit(g.define(flag, g.bool(false)));
  fill(body, exit => {
    if (exit.kind === 'fail') return [g.ret(exit.error ?? g.ident('err'))];
    const values = (exit.values ?? []).slice(0, names.length);
    return [
      ...(names.length > 0 ? [g.assign(names.map(g.ident), values)] : []),
      ...(flag !== undefined && !alwaysReturns ? [g.assign(g.ident(flag), g.bool(true))] : []),
      g.ret(g.nil()),
    ];
  });
  const err = 'err';
  c.func.names.reserve(err);
  const last = body[body.length - 1];
  const closing = last?.kind === 'ReturnStmt' ? [] : [g.ret(g.nil())];
  const literal = g.funcLit([], [g.ident('error')], [...body, ...closing]);
  c.setLocals(literal.body, new Map([[err, g.ident('error')]]));
  c.adopters.add(literal.body);
  scopeName(literal, err);
  const handled = handlersFor(c, handlers, g.ident(err), undefined);
  c.func.locals.set(err, g.ident('error'));
  const run = g.assign(g.ident(err), g.call(literal));
  const test = g.binary(g.ident(err), '!=', g.nil());
  const leaveValues = [...names.map(g.ident), ...(c.func.fallible ? [g.nil()] : [])];
  const done = (): go.Statement[] => (c.func.onReturn ? c.func.onReturn(leaveValues) : [g.ret(...leaveValues)]);
  const otherwise = alwaysReturns ? done() : orelse;
  const check = g.ifStmt(test, handled, undefined, run);
  if (otherwise.length === 0) c.emit(check);
  else if (endsWithJump(handled)) c.emit(check, ...otherwise);
  else {
    check.else = g.block(otherwise);
    c.emit(check);
  }
  if (flag !== undefined && !alwaysReturns) c.emit(g.ifStmt(g.ident(flag), done()));
}

function leavesLoop(body: readonly py.Statement[]): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, node => {
      if (node.kind === 'Break' || node.kind === 'Continue') found = true;
      return node.kind === 'For' || node.kind === 'While' || node.kind === 'FunctionDef' ? false : undefined;
    });
  }
  return found;
}

/** The handlers as one chain of tests. A class that is known decides at once. */
function handlersFor(
  c: Context,
  handlers: readonly py.ExceptHandler[],
  error: go.Expression,
  classes: readonly string[] | undefined,
): go.Statement[] {
  const needsName = handlers.some(handler => handler.name !== undefined) || !isKnown(c, handlers, classes);
  const before: go.Statement[] = [];
  let err = error;
  if (needsName && error.kind !== 'Ident') {
    const name = c.errorName();
    before.push(g.assign(g.ident(name), error));
    err = g.ident(name);
  }
  const known =
    classes && handlers.find(handler => classes.every(one => c.model.catches(handlerClasses(handler, c), one)));
  if (known && isKnown(c, handlers, classes)) return [...before, ...handlerBody(c, known, err)];
  const chain = (rest: readonly py.ExceptHandler[]): go.Statement[] => {
    const [handler, ...more] = rest;
    if (!handler) return c.fail(err, classes);
    const test = c.model.exceptions.test(c, err, handlerClasses(handler, c));
    const body = handlerBody(c, handler, err);
    return test ? [g.ifStmt(test, body, chain(more))] : body;
  };
  return [...before, ...chain(handlers)];
}

/** The first handler that may take the classes takes all of them. */
function isKnown(c: Context, handlers: readonly py.ExceptHandler[], classes: readonly string[] | undefined): boolean {
  if (!classes || classes.length === 0) return false;
  for (const handler of handlers) {
    const takes = handlerClasses(handler, c);
    if (classes.every(one => c.model.catches(takes, one))) return true;
    if (classes.some(one => takes.some(other => c.model.isSubclass(one, other) || c.model.isSubclass(other, one))))
      return false;
  }
  return false;
}

function handlerBody(c: Context, handler: py.ExceptHandler, err: go.Expression): go.Statement[] {
  const { func } = c;
  const symbol = handler.name?.kind === 'Name' ? c.facts.symbolOf(handler.name) : undefined;
  const names = handlerClasses(handler, c);
  const [name] = names;
  const outer = func.handling;
  func.handling = err;
  try {
    return c.block(() => {
      if (symbol) {
        const own = name?.startsWith('.') && names.length === 1 ? c.model.classes.get(name.slice(1)) : undefined;
        if (own && readsFields(handler)) {
          const target = c.freshLocal(symbol.name);
          c.emit(g.declare(g.varDecl(target, g.star(g.ident(own.structName)))));
          c.emit(g.exprStmt(g.pkgCall('errors', 'As', err, g.unary('&', g.ident(target)))));
          func.aliases.set(symbol, value(g.ident(target), { kind: 'error', name: name ?? '' }, true));
        } else func.aliases.set(symbol, value(err, { kind: 'error', ...(name && { name }) }, true));
      }
      statements(c, handler.body);
    });
  } finally {
    func.handling = outer;
  }
}

/** Whether the handler looks into the exception, beside its text. */
function readsFields(handler: py.ExceptHandler): boolean {
  const name = handler.name?.kind === 'Name' ? handler.name.id : undefined;
  let found = false;
  for (const statement of handler.body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.value.kind === 'Name' && node.value.id === name) found = true;
    });
  }
  return found;
}

/** Puts statements in the place of the exits. */
function fill(list: go.Statement[], write: (exit: Exit) => go.Statement[]): void {
  for (let i = 0; i < list.length; i++) {
    const statement = list[i]!;
    const exit = exits.get(statement);
    if (exit) {
      const made = write(exit);
      const comments = statement.comments ?? [];
      if (made[0] && comments.length > 0) made[0].comments = [...comments, ...(made[0].comments ?? [])];
      list.splice(i, 1, ...made);
      i += made.length - 1;
      continue;
    }
    walk(statement, node => {
      const inner = node as unknown as go.Node;
      if (inner.kind === 'BlockStmt') fill(inner.list, write);
      else if (inner.kind === 'CaseClause' || inner.kind === 'CommClause') fill(inner.body, write);
      else return undefined;
      return false;
    });
  }
}

/** Whether control never comes to the end of the list. */
export function endsWithJump(list: readonly go.Statement[]): boolean {
  const last = list[list.length - 1];
  switch (last?.kind) {
    case 'ReturnStmt':
    case 'BranchStmt':
      return true;
    case 'ExprStmt':
      return (
        last.x.kind === 'CallExpr' &&
        ((last.x.fun.kind === 'Ident' && last.x.fun.name === 'panic') ||
          (last.x.fun.kind === 'SelectorExpr' &&
            last.x.fun.sel.kind === 'Ident' &&
            /^(Fatal|Exit)/.test(last.x.fun.sel.name)))
      );
    case 'IfStmt': {
      if (!last.else) return false;
      const other = last.else.kind === 'BlockStmt' ? last.else.list : [last.else];
      return endsWithJump(last.body.list) && endsWithJump(other);
    }
    case 'EmptyStmt':
      return exits.has(last);
    default:
      return false;
  }
}

// ---- raise ----

export function raiseStatement(c: Context, node: py.Raise): void {
  if (!node.exc) {
    const { handling } = c.func;
    if (!handling) return c.gap('raise without an exception outside of a handler', node);
    c.emit(...c.fail(handling));
    return;
  }
  const name = raisedName(node.exc, c);
  c.model.raised.add(name);
  if (name === 'builtins.SystemExit') return c.gap('SystemExit has no counterpart here', node);
  if (node.cause && node.cause.kind !== 'None') c.notes.assume('the cause of an exception is not looked at');
  const error = raised(c, node.exc, name);
  c.emit(...c.fail(error, [name]));
}

function raised(c: Context, exc: py.Expression, name: string): go.Expression {
  if (exc.kind !== 'Call' && (c.model.exceptions.isException(name) || c.model.classes.has(name.replace(/^\./, '')))) {
    const type = c.facts.typeOf(exc);
    if (
      type.kind === 'class' ||
      (exc.kind === 'Name' && c.facts.symbolOf(exc)?.kind !== 'variable' && c.facts.symbolOf(exc)?.kind !== 'parameter')
    ) {
      return expression(c, { kind: 'Call', start: exc.start, end: exc.end, func: exc, args: [] }).node;
    }
  }
  const made = expression(c, exc);
  if (made.type.kind !== 'error') return c.gap('what is raised here is no exception that is known', exc);
  return made.node;
}
