/** The whole file: declarations in their order, module code in `main`, helpers at the end. */
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { usedImports } from '../imports';
import { avoidGoKeywords } from '../names';
import { renameHiddenPackages } from '../passes/imports';
import { lowerNumbers } from '../passes/numberedNames';
import { classDeclarations, textMethods } from './classes';
import { type Context } from './context';
import { newFunction } from './functionState';
import { declare, keepComments, tried } from './declaring';
import { docComments, finishFunction, functionDeclaration } from './functions';
import { getterMethods, sharedDeclarations } from './interfaces';
import { enumLookups } from './enumLookups';
import { isMainGuard, isProgramMain, isProgramMainCall, mainDeclaration, writeGuard } from './mainFunction';
import { packageVariable } from './packageVariables';
import { statements } from './statements';
import { pendingLocals } from './templateFillings';
import { elsewhereOf } from './templatePlaces';
import { isTypeAlias } from './typeAliases';
import { statementIdiom } from './templates';
import { partFunctions } from './web/handlerFunctions';
import { isRoutes, registerRoutes } from './web/django';
import { isPart } from './web/settings';
import { isPackageLevel, variableName } from './variables';

/** Everything of the file as top-level nodes of Go. */
export function writeModule(c: Context): { nodes: go.TopLevel[]; imports: { path: string; name?: string }[] } {
  const body = c.input.file.units.map(unit => unit.node as py.Statement);
  const declarations: go.TopLevel[] = [];
  const main = newFunction(undefined, 'main');
  for (const name of c.reservedNames()) main.names.reserve(name);
  c.func = main;
  for (const symbol of c.facts.module.symbols.values()) {
    if (symbol.kind !== 'variable' && symbol.kind !== 'constant') continue;
    const name = variableName(c, symbol);
    if (isPackageLevel(c, symbol)) main.names.reserve(name);
  }
  c.out = [];
  const doc = moduleDocstring(body);
  const list = c.block(() => writeUnits(c, body, declarations));
  const mainBody = [...elsewhereOf(c).main, ...list];
  declarations.push(...elsewhereOf(c).file.splice(0));
  const mainFunction = c.model.isProgram ? mainDeclaration(c, main, mainBody) : undefined;
  if (mainFunction) declarations.push(...mainFunction);
  declarations.push(
    ...partFunctions(c),
    ...enumLookups(c),
    ...sharedDeclarations(c),
    ...getterMethods(c),
    ...textMethods(c),
    ...c.model.exceptions.written(),
  );
  lowerNumbers(declarations, c.input.text);
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

/** The file's name; `package main` without a `func main` would not link, and a keyword would not parse. */
function packageName(c: Context): string {
  const name = (c.input.name ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === '' || name === 'main') return 'lib';
  return avoidGoKeywords(/^[a-z]/.test(name) ? name : `p${name}`).toLowerCase();
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
  if (isProgramMainCall(c, node)) return;
  switch (node.kind) {
    case 'FunctionDef':
      if (isProgramMain(c, node)) return;
      return declare(c, node, declarations, () => [functionDeclaration(c, node)]);
    case 'ClassDef':
      return declare(c, node, declarations, () => classDeclarations(c, node));
    case 'Assign':
    case 'AnnAssign': {
      if (isTypeAlias(c, node) || isPart(c, node)) return keepComments(node, declarations);
      if (isRoutes(c, node)) return registerRoutes(c, node);
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
