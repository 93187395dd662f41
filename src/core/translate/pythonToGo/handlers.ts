/** What the `except` clauses of a `try` do with an error. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { rememberError } from './causes';
import type { Context } from './context';
import { compareVersions } from '../idioms';
import type { Symbol } from '../../facts/facts';
import type { ClassModel } from './models';
import { value } from './value';
import { handlerClasses } from './modelFacts';
import { statements } from './statements';
import { variableName } from './variables';

/** The handlers as one chain of tests. A class that is known decides at once. */
export function handlersFor(
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
    const own = typedClass(c, handler);
    const symbol = handler.name?.kind === 'Name' ? c.facts.symbolOf(handler.name) : undefined;
    if (own && symbol) return typedHandler(c, handler, own, symbol, err, chain(more));
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

/** The handler's own class, where it looks into the exception and no subclass has another struct. */
function typedClass(c: Context, handler: py.ExceptHandler): ClassModel | undefined {
  const names = handlerClasses(handler, c);
  const [name] = names;
  const own = name?.startsWith('.') && names.length === 1 ? c.model.classes.get(name.slice(1)) : undefined;
  return own && own.subclasses.length === 0 && readsFields(handler.name, handler.body) && c.model.isWhole
    ? own
    : undefined;
}

/** The test fills the variable that the handler looks into. */
function typedHandler(
  c: Context,
  handler: py.ExceptHandler,
  own: ClassModel,
  symbol: Symbol,
  err: go.Expression,
  others: go.Statement[],
): go.Statement[] {
  if (hasAsType(c)) {
    const target = g.ident(variableName(c, symbol));
    const [flag, head] = asType(c, target, own, err);
    return [g.ifStmt(flag, handlerBody(c, handler, err, target), others, head)];
  }
  const target = g.ident(c.freshLocal(variableName(c, symbol)));
  const test = g.pkgCall('errors', 'As', err, g.unary('&', target));
  return [
    g.declare(g.varDecl(target.name, pointerTo(own))),
    g.ifStmt(test, handlerBody(c, handler, err, target), others),
  ];
}

const pointerTo = (model: ClassModel): go.Expression => g.star(g.ident(model.structName));

const hasAsType = (c: Context): boolean => compareVersions(c.input.target.go ?? '1.26', '1.26') >= 0;

/** `target, ok := errors.AsType[*T](err)`, for the head of an `if`. */
function asType(c: Context, target: go.Ident, model: ClassModel, err: go.Expression): [go.Ident, go.AssignStmt] {
  const flag = c.scratch('ok');
  const call = g.call(g.index(g.pkg('errors', 'AsType'), pointerTo(model)), err);
  return [g.ident(flag), g.define([target.name, flag], call)];
}

/** The struct of a base class inside of what was raised, whichever subclass that is. */
export function fillFromFamily(c: Context, err: go.Expression, target: string, own: ClassModel): void {
  c.emit(g.declare(g.varDecl(target, pointerTo(own))));
  const visit = (model: ClassModel, path: (node: go.Expression) => go.Expression): void => {
    const one = g.ident(c.scratch('found'));
    const given = g.assign(g.ident(target), model === own ? one : g.unary('&', path(one)));
    if (hasAsType(c)) {
      const [flag, head] = asType(c, one, model, err);
      c.emit(g.ifStmt(flag, [given], undefined, head));
    } else {
      one.name = c.freshLocal('found');
      c.emit(g.declare(g.varDecl(one.name, pointerTo(model))));
      c.emit(g.ifStmt(g.pkgCall('errors', 'As', err, g.unary('&', one)), [given]));
    }
    for (const sub of model.subclasses) visit(sub, node => path(g.sel(node, model.structName)));
  };
  visit(own, node => node);
}

function handlerBody(c: Context, handler: py.ExceptHandler, err: go.Expression, typed?: go.Ident): go.Statement[] {
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
        if (typed) {
          rememberError(typed, err);
          func.aliases.set(symbol, value(typed, { kind: 'error', name: name ?? '' }, true));
        } else if (own && readsFields(handler.name, handler.body)) {
          const target = variableName(c, symbol);
          fillFromFamily(c, err, target, own);
          const part = g.ident(target);
          rememberError(part, err);
          func.aliases.set(symbol, value(part, { kind: 'error', name: name ?? '' }, true));
        } else func.aliases.set(symbol, value(err, { kind: 'error', ...(name && { name }) }, true));
      }
      statements(c, handler.body);
    });
  } finally {
    func.handling = outer;
  }
}

/** Whether the handler looks into the exception, beside its text. */
export function readsFields(named: py.Node | undefined, body: readonly py.Statement[]): boolean {
  const name = named?.kind === 'Name' ? named.id : undefined;
  let found = false;
  for (const statement of body) {
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.value.kind === 'Name' && node.value.id === name) found = true;
    });
  }
  return found;
}
