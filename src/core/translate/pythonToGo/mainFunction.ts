/** `func main`: module code, the main guard, or the user's own function of that name. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { declare } from './declaring';
import { finishFunction, writeFunction } from './functions';
import { isModuleCode } from './modelFacts';
import { packageTarget } from './packageVariables';
import { statements } from './statements';
import { pendingLocals } from './templateFillings';
import { elsewhereOf } from './templatePlaces';

// ---- main ----

/** The body of `if __name__ == "__main__":`. */
export function isMainGuard(node: py.Statement): readonly py.Statement[] | undefined {
  if (node.kind !== 'If' || node.orelse.length > 0 || node.test.kind !== 'Compare') return undefined;
  const { left, comparators, ops } = node.test;
  const [right] = comparators;
  if (ops.length !== 1 || ops[0] !== '==' || !right) return undefined;
  const sides = [left, right];
  const hasName = sides.some(side => side.kind === 'Name' && side.id === '__name__');
  const hasMain = sides.some(side => side.kind === 'Str' && side.value === '__main__');
  return hasName && hasMain ? node.body : undefined;
}

export function writeGuard(c: Context, body: readonly py.Statement[], node: py.Statement): void {
  if (callsMain(c, body)) return;
  const start = c.out.length;
  statements(c, body);
  const [first] = c.out.slice(start);
  const comments = (node.comments ?? []).filter(comment => comment.place === 'before');
  if (first && comments.length > 0) first.comments = [...comments, ...(first.comments ?? [])];
}

/** The guard only calls a function `main`, which then is Go's own. */
function callsMain(c: Context, body: readonly py.Statement[]): boolean {
  const [only] = body;
  if (body.length !== 1 || only?.kind !== 'Expr' || only.value.kind !== 'Call') return false;
  const { func, args } = ranByLoop(only.value);
  return func.kind === 'Name' && func.id === 'main' && args.length === 0 && programMain(c) !== undefined;
}

/** `asyncio.run(main())` is the call of `main`. */
function ranByLoop(node: py.Call): py.Call {
  const [only] = node.args;
  const isRun =
    node.func.kind === 'Attribute' &&
    node.func.attr.kind === 'Name' &&
    node.func.attr.id === 'run' &&
    node.func.value.kind === 'Name' &&
    node.func.value.id === 'asyncio';
  return isRun && node.args.length === 1 && only?.kind === 'Call' ? only : node;
}

/** A function `main` without parameters and results, which nothing but the module calls, once. */
function programMain(c: Context): py.FunctionDef | undefined {
  for (const model of c.model.functions.values()) {
    if (model.goName !== 'main' || model.className !== undefined) continue;
    if (model.params.length > 0 || model.result.kind !== 'none' || model.generator || !c.model.isProgram) continue;
    const calls = (model.symbol?.uses ?? []).filter(use => c.facts.parentOf(use)?.kind === 'Call');
    const others = c.input.file.units.filter(unit => {
      const statement = unit.node as py.Statement;
      return (
        isModuleCode(statement, c) &&
        !isMainGuard(statement) &&
        !isMainCall(statement) &&
        !isPackageAssign(c, statement)
      );
    });
    if (calls.length === 1 && others.length === 0) return model.node;
  }
  return undefined;
}

/** A `main` that takes or gives something, or that others call, is an ordinary function beside Go's own. */
export function renameOtherMain(c: Context): void {
  if (programMain(c)) return;
  for (const model of c.model.functions.values()) {
    if (model.goName === 'main') model.goName = c.nameFor('func main', 'run', 'function', c.exports);
  }
}

function isMainCall(node: py.Statement): boolean {
  if (node.kind !== 'Expr' || node.value.kind !== 'Call') return false;
  const { func } = ranByLoop(node.value);
  return func.kind === 'Name' && func.id === 'main';
}

function isPackageAssign(c: Context, node: py.Statement): boolean {
  return (node.kind === 'Assign' || node.kind === 'AnnAssign') && packageTarget(c, node) !== undefined;
}

/** The call of the user's own `main` at the end of the module: Go makes it by itself. */
export const isProgramMainCall = (c: Context, node: py.Statement): boolean =>
  isMainCall(node) && programMain(c) !== undefined;

export function isProgramMain(c: Context, node: py.FunctionDef): boolean {
  return node.name.kind === 'Name' && node.name.id === 'main' && programMain(c) === node;
}

export function mainDeclaration(c: Context, state: typeof c.func, list: go.Statement[]): go.TopLevel[] {
  const own = programMain(c);
  if (own) {
    const model = c.model.functions.get(own);
    if (!model) return [];
    const wasFallible = model.fallible;
    model.fallible = false;
    c.func = { ...state, kind: 'main' };
    const made: go.TopLevel[] = [];
    declare(c, own, made, () => {
      const { type, body, doc } = writeFunction(c, model);
      const func: go.FuncDecl = { ...g.funcDecl('main', type, []), body };
      if (doc.length > 0) func.comments = doc;
      finishFunction(c, func);
      func.body?.list.unshift(...elsewhereOf(c).main.filter(one => !list.includes(one)));
      if (func.body && list.length > 0) func.body.list.unshift(...list.filter(one => !isCallOfMain(one)));
      return [func];
    });
    model.fallible = wasFallible;
    return made;
  }
  const locals = new Map([
    ...state.locals,
    ...pendingLocals(c)
      .splice(0)
      .flatMap(one => [...one.locals]),
  ]);
  const main: go.FuncDecl = { ...g.funcDecl('main', g.funcType([], []), list), blank: true };
  if (main.body) c.setLocals(main.body, locals);
  const [first] = list;
  if (first) delete first.blank;
  finishFunction(c, main);
  return [main];
}

/** The call alone, or with the check of its error. */
function isCallOfMain(node: go.Statement): boolean {
  const call =
    node.kind === 'ExprStmt'
      ? node.x
      : node.kind === 'IfStmt' && node.init?.kind === 'AssignStmt'
        ? node.init.rhs[0]
        : undefined;
  return call?.kind === 'CallExpr' && call.fun.kind === 'Ident' && call.fun.name === 'main';
}
