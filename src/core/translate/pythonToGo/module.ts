/** The whole file: declarations in their order, module code in `main`, helpers at the end. */
import type * as go from '../../syntax/go/ast';
import type { Comment, NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import * as g from '../goNodes';
import { usedImports } from '../imports';
import { renameHiddenPackages } from '../passes/imports';
import { classDeclarations, getterMethods, textMethods } from './classes';
import { coerce } from './coerce';
import { newFunction, type Context } from './context';
import { expression } from './expressions';
import { docComments, finishFunction, functionDeclaration, writeFunction } from './functions';
import { isPlainLiteral } from './literals';
import { isModuleCode } from './model';
import { statements } from './statements';
import { elsewhereOf, pendingLocals, statementIdiom } from './templates';
import { isConstant, isPackageLevel, variableName, variableType } from './variables';

/** Everything of the file as top-level nodes of Go. */
export function writeModule(c: Context): { nodes: go.TopLevel[]; imports: { path: string; name?: string }[] } {
  const body = c.input.file.units.map(unit => unit.node as py.Statement);
  const declarations: go.TopLevel[] = [];
  const main = newFunction(undefined, 'main');
  for (const name of c.reservedNames()) main.names.reserve(name);
  c.func = main;
  for (const symbol of c.facts.module.symbols.values()) {
    if (symbol.kind === 'variable' || symbol.kind === 'constant') variableName(c, symbol);
  }
  c.out = [];
  const doc = moduleDocstring(body);
  const list = c.block(() => writeUnits(c, body, declarations));
  const mainBody = [...elsewhereOf(c).main, ...list];
  declarations.push(...elsewhereOf(c).file.splice(0));
  const mainFunction = c.model.isProgram ? mainDeclaration(c, main, mainBody) : undefined;
  if (mainFunction) declarations.push(...mainFunction);
  declarations.push(...getterMethods(c), ...textMethods(c), ...c.model.exceptions.written());
  const helpers = c.helpers.written(declarations);
  const all: go.TopLevel[] = [...declarations, ...helpers.nodes];
  renameHiddenPackages(all);
  const imports = usedImports(all);
  // A helper calls a package by its own name, whatever the code calls it.
  for (const path of helpers.imports) if (!imports.some(one => one.path === path && !one.name)) imports.push({ path });
  imports.sort((a, b) => (a.path < b.path ? -1 : 1));
  const clause = g.packageClause(c.model.isProgram ? 'main' : packageName(c));
  const comments = docComments(doc);
  if (comments.length > 0) clause.comments = comments;
  return { nodes: [clause, ...(imports.length > 0 ? [importBlock(imports)] : []), ...all, ...rest(c)], imports };
}

function importBlock(imports: { path: string; name?: string }[]): go.GenDecl {
  return { ...g.importDecl(imports), blank: true };
}

/** Comments behind the last unit of the file. */
function rest(c: Context): go.TopLevel[] {
  const { comments } = c.input.file;
  return comments.length > 0 ? [{ ...g.commentLine(...comments.map(one => one.text)), blank: true }] : [];
}

function packageName(c: Context): string {
  const name = (c.input.name ?? 'lib').toLowerCase().replace(/[^a-z0-9]/g, '');
  return /^[a-z]/.test(name) ? name : `p${name}`;
}

function moduleDocstring(body: readonly py.Statement[]): string | undefined {
  const [first] = body;
  return first?.kind === 'Expr' && first.value.kind === 'Str' ? first.value.value : undefined;
}

/** Declarations go to their list, everything else is emitted for `main`. */
function writeUnits(c: Context, body: readonly py.Statement[], declarations: go.TopLevel[]): void {
  for (let i = 0; i < body.length;) {
    const node = body[i]!;
    const fromIdiom = topLevelIdiom(c, body, i, declarations);
    if (fromIdiom > 0) {
      i += fromIdiom;
      continue;
    }
    if (i > 0 || moduleDocstring(body) === undefined) writeUnit(c, node, declarations);
    i++;
  }
}

/** An idiom at top level: its parts say for themselves where they stand. */
function topLevelIdiom(c: Context, body: readonly py.Statement[], at: number, declarations: go.TopLevel[]): number {
  const start = elsewhereOf(c).file.length;
  const consumed = statementIdiom(c, body, at);
  if (consumed === 0) return 0;
  const made = elsewhereOf(c).file.splice(start);
  for (const node of made) {
    finishTemplate(c, node);
    c.origins.mark(node, c.rangeOf(body[at]!));
  }
  const comments = (body[at]?.comments ?? []).filter(comment => comment.place === 'before');
  if (made[0] && comments.length > 0) made[0].comments = [...comments, ...(made[0].comments ?? [])];
  declarations.push(...made);
  return consumed;
}

/** A function that came from a template has the variables of the body that was put into it. */
export function finishTemplate(c: Context, node: NodeBase): void {
  const made = node as go.TopLevel;
  if (made.kind !== 'FuncDecl' || !made.body) return;
  const states = pendingLocals(c).splice(0);
  const locals = new Map(states.flatMap(state => [...state.locals]));
  c.setLocals(made.body, locals);
  finishFunction(c, made);
}

/** One statement of the file. */
export function writeUnit(c: Context, node: py.Statement, declarations: go.TopLevel[]): void {
  const guard = isMainGuard(node);
  if (guard) return writeGuard(c, guard, node);
  switch (node.kind) {
    case 'FunctionDef':
      if (isProgramMain(c, node)) return;
      return declare(c, node, declarations, () => [functionDeclaration(c, node)]);
    case 'ClassDef':
      return declare(c, node, declarations, () => classDeclarations(c, node));
    case 'Assign':
    case 'AnnAssign': {
      const made = tried(c, () => packageVariable(c, node));
      if (made) return declare(c, node, declarations, () => [made]);
      break;
    }
    case 'Import':
    case 'ImportFrom':
      return keepComments(node, declarations);
  }
  statements(c, [node]);
}

/** Undefined where it fails: what comes after says why. */
function tried<T>(c: Context, write: () => T): T | undefined {
  const undo = c.mark();
  try {
    return write();
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    undo();
    return undefined;
  }
}

/** Comments of a statement that has no counterpart of its own. */
function keepComments(node: py.Statement, declarations: go.TopLevel[]): void {
  const comments = (node.comments ?? []).filter(comment => comment.place === 'before' && !comment.text.startsWith('!'));
  if (comments.length > 0) declarations.push({ ...g.commentLine(...comments.map(one => one.text)), blank: true });
}

/** Declarations of one unit. What fails costs this unit only. */
function declare(c: Context, node: py.Statement, declarations: go.TopLevel[], write: () => go.TopLevel[]): void {
  const undo = c.notes.mark();
  const { func, out } = c;
  try {
    const made = write();
    const [first] = made;
    const before: Comment[] = (node.comments ?? []).filter(comment => comment.place !== 'end');
    if (first) {
      if (node.blank || /FuncDecl/.test(first.kind) || node.kind === 'ClassDef') first.blank = true;
      if (before.length > 0) {
        first.comments = [...before.map(one => ({ ...one, place: 'before' as const })), ...(first.comments ?? [])];
      }
      c.origins.mark(first, c.rangeOf(node));
    }
    declarations.push(...made);
  } catch (error) {
    c.func = func;
    c.out = out;
    undo();
    const isGap = error instanceof GapError;
    if (!isGap) c.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const range = c.rangeOf((isGap && error.node) || node) ?? { start: 0, end: 0 };
    c.notes.gap({ ...range, what: isGap ? error.what : 'this declaration could not be translated' });
    declarations.push({
      ...g.commentLine(
        ...c
          .sourceOf(node)
          .split('\n')
          .map(line => ` ${line}`),
      ),
      blank: true,
    });
  }
}

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

function writeGuard(c: Context, body: readonly py.Statement[], node: py.Statement): void {
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
  const { func, args } = only.value;
  return func.kind === 'Name' && func.id === 'main' && args.length === 0 && programMain(c) !== undefined;
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

function isMainCall(node: py.Statement): boolean {
  return (
    node.kind === 'Expr' &&
    node.value.kind === 'Call' &&
    node.value.func.kind === 'Name' &&
    node.value.func.id === 'main'
  );
}

function isPackageAssign(c: Context, node: py.Statement): boolean {
  return (node.kind === 'Assign' || node.kind === 'AnnAssign') && packageTarget(c, node) !== undefined;
}

function isProgramMain(c: Context, node: py.FunctionDef): boolean {
  return programMain(c) === node;
}

function mainDeclaration(c: Context, state: typeof c.func, list: go.Statement[]): go.TopLevel[] {
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

const isCallOfMain = (node: go.Statement): boolean =>
  node.kind === 'ExprStmt' && node.x.kind === 'CallExpr' && node.x.fun.kind === 'Ident' && node.x.fun.name === 'main';

// ---- variables of the package ----

function packageTarget(c: Context, node: py.Assign | py.AnnAssign): py.Name | undefined {
  const target = node.kind === 'Assign' ? (node.targets.length === 1 ? node.targets[0] : undefined) : node.target;
  if (target?.kind !== 'Name' || !node.value) return undefined;
  const symbol = c.facts.symbolOf(target);
  if (!symbol || symbol.reassigned || !isPackageLevel(c, symbol)) return undefined;
  if (!isPlainLiteral(node.value) && !(c.facts.isPure(node.value) && !c.model.isProgram)) return undefined;
  return target;
}

/** `MAX = 10` and variables that functions use, where their first value is a literal. */
function packageVariable(c: Context, node: py.Assign | py.AnnAssign): go.GenDecl | undefined {
  const target = packageTarget(c, node);
  const symbol = target && c.facts.symbolOf(target);
  if (!target || !symbol || !node.value) return undefined;
  const source = node.value;
  const type = variableType(c, symbol);
  const name = variableName(c, symbol);
  const { before, result } = c.capture(() => coerce(c, expression(c, source, type), type));
  if (before.length > 0) return undefined;
  const isBasic = ['str', 'int', 'float', 'bool'].includes(type.kind);
  if (isConstant(symbol) && isBasic) return g.constDecl([g.valueSpec(name, undefined, [result.node])]);
  const isOpen = type.kind === 'any' || type.kind === 'optional';
  return g.varDecl(name, isOpen ? c.goType(type) : undefined, [result.node]);
}

/** Variables of the package that module code gives their value. */
export function packageVariables(c: Context, used: ReadonlySet<string>): go.GenDecl[] {
  const made: go.GenDecl[] = [];
  for (const symbol of c.facts.module.symbols.values()) {
    if (symbol.kind !== 'variable' && symbol.kind !== 'constant') continue;
    if (!isPackageLevel(c, symbol) || !used.has(variableName(c, symbol))) continue;
    const declared = c.input.file.units.some(unit => {
      const node = unit.node as py.Statement;
      return (
        (node.kind === 'Assign' || node.kind === 'AnnAssign') &&
        packageTarget(c, node) !== undefined &&
        c.facts.symbolOf(packageTarget(c, node)!) === symbol
      );
    });
    if (!declared) made.push(g.varDecl(variableName(c, symbol), c.goType(variableType(c, symbol))));
  }
  return made;
}
