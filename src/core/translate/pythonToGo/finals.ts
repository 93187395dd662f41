/** `finally`: a deferred call where the function ends with the `try`, else in front of each way out. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { endsWithJump } from './exits';
import { isProgramMain } from './mainFunction';
import { statements } from './statements';
import { tryExcept } from './tries';

// ---- finally ----

export function withFinally(c: Context, node: py.Try): void {
  const inner = (): void => {
    if (node.handlers.length > 0) tryExcept(c, { ...node, finalbody: [] });
    else statements(c, [...node.body, ...node.orelse]);
  };
  const final = (): go.Statement[] => c.block(() => statements(c, node.finalbody));
  if (isLastOfFunction(c, node)) {
    c.emit(deferred(final()));
    return inner();
  }
  runGuarded(c, inner, final);
}

/**
 * Writes a body with what has to run on each way out of it: `final` is given the error that leaves, or nothing where
 * all went well. Where it is left out on errors, `onFail` is false.
 */
export function runGuarded(
  c: Context,
  body: () => void,
  final: (error?: go.Expression) => go.Statement[],
  onFail = true,
): void {
  const { func } = c;
  const outerReturn = func.onReturn;
  const loop = func.loops[func.loops.length - 1];
  const outerExit = loop?.onExit;
  if (onFail) {
    func.catchers.push({
      catches: [],
      fail: (error, classes) => {
        const [own] = func.catchers.splice(-1);
        const kept = keep(c, error);
        try {
          return [...kept.before, ...final(kept.node), ...c.fail(kept.node, classes)];
        } finally {
          if (own) func.catchers.push(own);
        }
      },
    });
  }
  func.onReturn = values => {
    const kept = values.map(one => keep(c, one));
    return [
      ...kept.flatMap(one => one.before),
      ...final(),
      ...(outerReturn?.(kept.map(one => one.node)) ?? [g.ret(...kept.map(one => one.node))]),
    ];
  };
  if (loop) loop.onExit = () => [...final(), ...(outerExit?.() ?? [])];
  try {
    body();
  } finally {
    if (onFail) func.catchers.pop();
    func.onReturn = outerReturn;
    if (loop) {
      delete loop.onExit;
      if (outerExit) loop.onExit = outerExit;
    }
  }
  if (!endsWithJump(c.out)) c.emit(...final());
}

function keep(c: Context, node: go.Expression): { node: go.Expression; before: go.Statement[] } {
  const isError = node.kind === 'UnaryExpr' && node.op === '&';
  if (node.kind !== 'CallExpr' && node.kind !== 'BinaryExpr' && node.kind !== 'IndexExpr' && !isError)
    return { node, before: [] };
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
export function isLastOfFunction(c: Context, node: py.Statement): boolean {
  const parent = c.facts.parentOf(node);
  if (parent?.kind !== 'FunctionDef') return false;
  const { body } = parent as py.FunctionDef;
  // What ends the program out of main does not run what is deferred.
  const isMain = c.func.kind === 'module' || isProgramMain(c, parent as py.FunctionDef);
  return body[body.length - 1] === node && !isMain;
}
