/**
 * `try`, `except`, `raise`. A failure inside of a `try` is an error value. One place that fails is written as a check
 * with the handler in it; several run in a function that gives the error.
 */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { scopeName } from '../passes/access';
import type { Context } from './context';
import { type Exit, endsWithJump, exits, fill, holdsExit, isCheck } from './exits';
import { withFinally } from './finals';
import { handlersFor } from './handlers';
import { jump, takingJumps } from './loops';
import { handlerClasses } from './modelFacts';
import { statements } from './statements';
import { resultTypes } from './settling';

export function tryStatement(c: Context, node: py.Try): void {
  if (node.star) return c.gap('except* has no counterpart in Go', node);
  if (node.finalbody.length > 0) return withFinally(c, node);
  tryExcept(c, node);
}

// ---- except ----

export function tryExcept(c: Context, node: py.Try): void {
  const handlers = node.handlers.filter(one => one.kind === 'ExceptHandler');
  runTry(c, {
    node,
    catches: handlers.flatMap(handler => handlerClasses(handler, c)),
    body: () => statements(c, node.body),
    orelse: () => statements(c, node.orelse),
    handle: (error, classes) => handlersFor(c, handlers, error, classes),
  });
}

/** A body of which the failures are handled. */
export interface Attempt {
  /** For what is said of it. */
  node: py.Try | py.With;
  catches: string[];
  body(): void;
  orelse(): void;
  handle(error: go.Expression, classes: readonly string[] | undefined): go.Statement[];
}

export function runTry(c: Context, attempt: Attempt): void {
  const { func } = c;
  const { catches } = attempt;
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
    body = takingJumps(
      c,
      taken => placeholder({ kind: 'jump', jump: taken }),
      () => c.block(attempt.body),
    );
  } finally {
    func.catchers.pop();
    func.onReturn = outerReturn;
  }
  const fails = found.filter(exit => exit.kind === 'fail');
  const orelse = c.block(attempt.orelse);
  if (fails.length === 0) {
    fill(body, exit => plainExit(c, exit));
    c.notes.assume('inside try nothing else fails than what gives an error in Go');
    c.emit(...body, ...orelse);
    return;
  }
  const [only] = fails;
  const at = body.findIndex(statement => holdsExit(statement, only));
  const isFlat = fails.length === 1 && only !== undefined && isCheck(body[at], only);
  if (isFlat && only) return flat(c, body, at, only, attempt, orelse);
  inClosure(c, attempt, body, found, orelse);
}

/** The check with the handler in it; what comes after goes to an `else` unless the handler leaves. */
function flat(
  c: Context,
  body: go.Statement[],
  at: number,
  exit: Exit,
  attempt: Attempt,
  orelse: go.Statement[],
): void {
  const handled = attempt.handle(exit.error ?? g.ident('err'), exit.classes);
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
  if (exit.jump) return jump(c, exit.jump);
  const values = exit.values ?? [];
  return c.func.onReturn ? c.func.onReturn(values) : [g.ret(...values)];
}

/** What happens behind the function of a `try` that was left early. */
interface Leaving {
  flag: string;
  statements: go.Statement[];
}

/** Several places fail: the body is a function that gives the error. */
function inClosure(
  c: Context,
  attempt: Attempt,
  body: go.Statement[],
  found: readonly Exit[],
  orelse: go.Statement[],
): void {
  const returns = found.filter(exit => exit.kind === 'return');
  const jumps = found.filter(exit => exit.kind === 'jump');
  // A generator is left with nothing.
  const types = c.func.yieldName === undefined ? resultTypes(c.func.result) : [];
  const names = returns.length > 0 ? types.map(() => c.freshLocal('result')) : [];
  const end = body.at(-1);
  const alwaysReturns = end !== undefined && exits.get(end)?.kind === 'return' && jumps.length === 0;
  types.forEach((type, i) => names[i] !== undefined && c.emit(g.declare(g.varDecl(names[i]!, c.goType(type)))));
  const leaveValues = [...names.map(g.ident), ...(c.func.fallible ? [g.nil()] : [])];
  const done = (): go.Statement[] => (c.func.onReturn ? c.func.onReturn(leaveValues) : [g.ret(...leaveValues)]);
  const flags = new Map<string, Leaving>();
  const leaving = (key: string, wanted: string, write: () => go.Statement[]): go.Statement[] => {
    let known = flags.get(key);
    if (!known) flags.set(key, (known = { flag: c.freshLocal(wanted), statements: write() }));
    return [g.assign(g.ident(known.flag), g.bool(true)), g.ret(g.nil())];
  };
  const isLast = orelse.length === 0 && isLastOfLoop(c, attempt.node);
  fill(body, exit => {
    if (exit.kind === 'fail') return [g.ret(exit.error ?? g.ident('err'))];
    if (exit.jump) {
      const { kind } = exit.jump;
      if (kind === 'continue' && isLast) return [g.ret(g.nil())];
      const isBreak = kind === 'break';
      return leaving(kind, isBreak ? 'stopped' : 'skipped', () => jump(c, { kind, inSwitch: false }));
    }
    const values = (exit.values ?? []).slice(0, names.length);
    return [
      ...(names.length > 0 ? [g.assign(names.map(g.ident), values)] : []),
      ...(alwaysReturns ? [g.ret(g.nil())] : leaving('return', 'returned', done)),
    ];
  });
  for (const { flag } of flags.values()) c.emit(g.define(flag, g.bool(false)));
  const err = 'err';
  c.func.names.reserve(err);
  const closing = body.at(-1)?.kind === 'ReturnStmt' ? [] : [g.ret(g.nil())];
  const literal = g.funcLit([], [g.ident('error')], [...body, ...closing]);
  c.setLocals(literal.body, new Map([[err, g.ident('error')]]));
  c.adopters.add(literal.body);
  scopeName(literal, err);
  const handled = attempt.handle(g.ident(err), undefined);
  c.func.locals.set(err, g.ident('error'));
  const run = g.assign(g.ident(err), g.call(literal));
  const check = g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), handled, undefined, run);
  const otherwise = alwaysReturns ? done() : orelse;
  const left = [...flags.values()].map(one => g.ifStmt(g.ident(one.flag), one.statements));
  if (endsWithJump(handled)) return c.emit(check, ...left, ...otherwise);
  // What left the function early does not run the `else`, and a handler sets no flag.
  const chain = [check, ...left];
  chain.slice(1).forEach((one, i) => (chain[i]!.else = one));
  if (otherwise.length > 0) chain.at(-1)!.else = g.block(otherwise);
  c.emit(check);
}

/** Nothing of the loop comes after the statement, so that going on with the loop is leaving the statement. */
function isLastOfLoop(c: Context, node: py.Statement): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  return (parent?.kind === 'For' || parent?.kind === 'While') && parent.body.at(-1) === node;
}
