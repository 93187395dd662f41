/** What the `except` clauses of a `try` do with an error. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { type Context } from './context';
import { value } from './value';
import { handlerClasses } from './modelFacts';
import { statements } from './statements';

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
