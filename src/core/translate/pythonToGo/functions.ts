/** Functions, methods and closures. */
import type { Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type Comment } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { declareLocals } from '../passes/declarations';
import { scopeName } from '../passes/access';
import { readPresence } from '../passes/presence';
import { blankUnused } from '../passes/unused';
import { newFunction, type FunctionState } from './functionState';
import { type Context } from './context';
import { isContextManager, managerBody, managerResults } from './contextManagers';
import { exitReads } from './managerClasses';
import { classOfMethod, fieldOfClassRoles } from './roles';
import { isNamed, isNextMethod } from './modelFacts';
import type { FunctionModel } from './models';
import { statements } from './statements';
import { endsWithJump } from './exits';
import { failsInRounds, yieldFields } from './failingGenerators';
import { resultTypes } from './settling';
import { zeroValue } from './types';
import { pure } from './value';
import { isPackageLevel, variableName } from './variables';
import { nestedView, viewDeclaration } from './web/handlerFunctions';
import { webOf } from './web/views';

/** The text of a docstring, and the statements behind it. */
export function splitDocstring(body: readonly py.Statement[]): {
  doc: string | undefined;
  rest: readonly py.Statement[];
} {
  const [first, ...rest] = body;
  if (first?.kind === 'Expr' && first.value.kind === 'Str') return { doc: first.value.value, rest };
  return { doc: undefined, rest: body };
}

/** A docstring as a comment: its indentation goes, its lines stay. */
export function docComments(doc: string | undefined): Comment[] {
  if (doc === undefined) return [];
  const lines = doc.replace(/\s+$/, '').split('\n');
  const [first, ...others] = lines;
  const indents = others.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const cut = indents.length > 0 ? Math.min(...indents) : 0;
  const all = [(first ?? '').trim(), ...others.map(line => line.slice(cut).trimEnd())];
  while (all[0] === '') all.shift();
  return all.map(line => ({ text: line === '' ? '' : ` ${line}`, place: 'before' }));
}

/** The state for the body of a function of the file. */
export function stateFor(
  c: Context,
  model: FunctionModel,
  parent: FunctionState | undefined,
  taken: readonly string[] = [],
): FunctionState {
  const kind = model.generator ? 'generator' : model.className ? 'method' : 'function';
  const state = newFunction(parent, kind);
  const inner = model.node.body[0] && c.facts.scopeOf(model.node.body[0]);
  state.scope = inner;
  state.model = model;
  state.fallible = model.fallible;
  state.result = model.result;
  state.results = resultTypes(model.result);
  if (parent && parent.kind !== 'module' && parent.kind !== 'main') state.names = parent.names;
  for (const name of [...c.reservedNames(), ...packageNames(c, model.node), ...taken]) state.names.reserve(name);
  // The user's names are given first, so that fresh ones keep clear of them.
  const outer = c.func;
  c.func = state;
  for (const symbol of inner?.symbols.values() ?? []) {
    if (isVariable(symbol) || symbol.kind === 'parameter') variableName(c, symbol);
  }
  c.func = outer;
  return state;
}

/** The variables of the package that a function uses: its own must not hide them. */
function packageNames(c: Context, node: py.FunctionDef): string[] {
  const found = new Set<string>();
  walk(node, one => {
    const symbol = one.kind === 'Name' ? c.facts.symbolOf(one as unknown as py.Name) : undefined;
    if (symbol && isPackageLevel(c, symbol) && isVariable(symbol)) found.add(variableName(c, symbol));
  });
  return [...found];
}

const isVariable = (symbol: Symbol): boolean => symbol.kind === 'variable' || symbol.kind === 'constant';

/** Parameters as fields; neighbours of one type share it. */
export function parameters(c: Context, model: FunctionModel): go.Field[] {
  const fields: go.Field[] = [];
  if (isExit(model)) return exitParameters(c, model);
  // Go wants the one that takes the rest at the end.
  const ordered = [...model.params].sort((a, b) => Number(a.variadic) - Number(b.variadic));
  for (const param of ordered) {
    const symbol = param.node.name && c.facts.symbolOf(param.node.name);
    const name = symbol ? variableName(c, symbol) : param.name;
    const type = c.goType(param.type);
    const written = param.byPointer ? g.star(type) : type;
    const last = fields[fields.length - 1];
    if (last && !param.variadic && !last.variadic && JSON.stringify(last.type) === JSON.stringify(written)) {
      last.names.push(g.ident(name));
    } else fields.push(g.field(name, written, param.variadic));
  }
  return fields;
}

/** `__exit__` takes the error that ends the body, where it looks at it. */
function exitParameters(c: Context, model: FunctionModel): go.Field[] {
  if (!exitReads(model)) return [];
  const name = c.freshLocal('err');
  for (const param of model.params) {
    const symbol = param.node.name && c.facts.symbolOf(param.node.name);
    if (symbol) c.func.aliases.set(symbol, pure(g.ident(name), { kind: 'optional', of: { kind: 'error' } }));
  }
  return [g.field(name, g.ident('error'))];
}

const isExit = (model: FunctionModel): boolean =>
  model.className !== undefined && (isNamed(model.node, '__exit__') || isNamed(model.node, '__aexit__'));

/** The results of a function, its error at the end. */
export function results(c: Context, model: FunctionModel): go.Expression[] {
  if (isContextManager(c, model.node)) return managerResults(c, model);
  if (failsInRounds(c, model) && model.result.kind === 'iterator') {
    return [g.index(g.pkg('iter', 'Seq2'), c.goType(model.result.elt), g.ident('error'))];
  }
  if (model.generator) return [c.goType(model.result)];
  const types = resultTypes(model.result).map(type => c.goType(type));
  if (isNextMethod(model.node)) return [...types, g.ident('bool')];
  return model.fallible ? [...types, g.ident('error')] : types;
}

/** Body and signature. The passes over variables have run. */
export function writeFunction(
  c: Context,
  model: FunctionModel,
  recv?: { name: string; type: go.Expression },
): { type: go.FuncType; body: go.BlockStmt; doc: Comment[] } {
  const outer = c.func;
  const outerOut = c.out;
  const { doc, rest } = splitDocstring(model.node.body);
  c.func = stateFor(c, model, outer);
  classOfMethod(c, model);
  if (recv) {
    fieldOfClassRoles(c, model, recv.name);
    c.func.names.reserve(recv.name);
  }
  try {
    const fields = parameters(c, model);
    const isManager = isContextManager(c, model.node);
    const list = isManager
      ? managerBody(c, model, rest)
      : model.generator
        ? generatorBody(c, rest)
        : c.block(() => statements(c, rest));
    if (!model.generator) closeBody(c, model, list, rest);
    const body = g.block(list);
    addEndComments(body, model.node);
    c.setLocals(body, c.func.locals);
    return { type: g.funcType(fields, results(c, model)), body, doc: docComments(doc) };
  } finally {
    c.func = outer;
    c.out = outerOut;
  }
}

/** Comments behind the last statement of a body. */
function addEndComments(body: go.BlockStmt, node: py.FunctionDef): void {
  const end = (node.comments ?? []).filter(comment => comment.place === 'end');
  if (end.length > 0) body.comments = [...(body.comments ?? []), ...end];
}

/** A body must not run off its end where the function has results. */
function closeBody(c: Context, model: FunctionModel, list: go.Statement[], source: readonly py.Statement[]): void {
  if (endsWithJump(list) || isEndless(list)) return;
  const types = resultTypes(model.result);
  if (types.length === 0 && !model.fallible) return;
  const zeros = types.map(type => zeroValue(type, c));
  const canEnd = types.every(type => type.kind === 'optional' || type.kind === 'any');
  if (types.length > 0 && !canEnd && source.length > 0) {
    list.push(g.exprStmt(g.call('panic', g.str('unreachable'))));
    return;
  }
  list.push(g.ret(...zeros, ...(model.fallible ? [g.nil()] : [])));
}

/** A loop without a condition that nothing breaks. */
function isEndless(list: readonly go.Statement[]): boolean {
  const last = list[list.length - 1];
  if (last?.kind === 'SwitchStmt') {
    return (
      last.cases.some(one => one.kind === 'CaseClause' && one.isDefault) &&
      last.cases.every(one => one.kind === 'CaseClause' && endsWithJump(one.body))
    );
  }
  return last?.kind === 'ForStmt' && !last.cond && !JSON.stringify(last.body).includes('"tok":"break"');
}

function generatorBody(c: Context, body: readonly py.Statement[]): go.Statement[] {
  const name = 'yield';
  c.func.yieldName = name;
  const elt: Type = c.func.result.kind === 'iterator' ? c.func.result.elt : { kind: 'any' };
  const locals = c.func.locals;
  const inner = c.block(() => statements(c, body));
  const fields = yieldFields(c.goType(elt), c.func.fallible);
  const literal = g.funcLit([g.field(name, g.funcType(fields, [g.ident('bool')]))], [], inner);
  c.setLocals(literal.body, locals);
  c.func.locals = new Map();
  return [g.ret(literal)];
}

/** Declares the variables of a function that is written completely. */
export function finishFunction(c: Context, func: go.FuncDecl | go.FuncLit, isFragment = false): void {
  if (!func.body) return;
  declareLocals(func.body, {
    of: body => c.localsOf(body),
    needsType: statement => c.needsType(statement),
    fresh: name => c.fileNames.fresh(name),
    adopts: body => c.adopters.has(body),
  });
  readPresence(func);
  if (!isFragment) blankUnused(func);
}

/** A function of the file at top level. */
export function functionDeclaration(c: Context, node: py.FunctionDef): go.FuncDecl {
  const model = c.model.functions.get(node);
  if (!model) return c.gap('this function has no counterpart here', node);
  const view = webOf(c).views.get(node);
  if (view) return viewDeclaration(c, model, view);
  refuse(c, node);
  const { type, body, doc } = writeFunction(c, model);
  const made: go.FuncDecl = { ...g.funcDecl(model.goName, type, []), body };
  c.origins.mark(made.name, c.rangeOf(node.name));
  if (doc.length > 0) made.comments = doc;
  finishFunction(c, made);
  return made;
}

/** What no function of Go is yet. */
export function refuse(c: Context, node: py.FunctionDef): void {
  const decorators = node.decorators.filter(one => !isHarmless(c, one));
  if (decorators.length > 0) c.gap('this decorator has no counterpart here', decorators[0]);
}

function isHarmless(c: Context, node: py.Expression): boolean {
  if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === 'setter') return true;
  const name =
    c.facts.qualifiedName(node.kind === 'Call' ? node.func : node) ??
    (node.kind === 'Name' ? `builtins.${node.id}` : '');
  if (name === 'functools.lru_cache' || name === 'functools.cache') {
    c.notes.assume('results need not be remembered: the cache of a function is left out');
    return true;
  }
  return /^(builtins\.(staticmethod|classmethod|property)|contextlib\.(async)?contextmanager|functools\.(wraps|cached_property)|abc\.abstractmethod|typing\.override)$/.test(
    name,
  );
}

/** A function inside of another one is a variable that holds a function. */
export function nestedFunction(c: Context, node: py.FunctionDef): void {
  const model = c.model.functions.get(node);
  if (!model) return c.gap('this function has no counterpart here', node);
  const view = webOf(c).views.get(node);
  if (view) return nestedView(c, model, view);
  refuse(c, node);
  const { type, body, doc } = writeFunction(c, model);
  const literal: go.FuncLit = { kind: 'FuncLit', start: -1, end: -1, type, body };
  const params = type.params.flatMap(one =>
    one.kind === 'Field' ? one.names.map((): go.Field => ({ ...one, names: [] })) : [],
  );
  c.func.locals.set(model.goName, { ...type, params });
  for (const name of parameterNames(type)) scopeName(literal, name);
  for (const name of c.localsOf(body)?.keys() ?? []) scopeName(literal, name);
  const statement = g.assign(g.ident(model.goName), literal);
  if (doc.length > 0) statement.comments = doc;
  c.emit(statement);
}

/** The names of all parameters. */
export function parameterNames(type: go.FuncType): string[] {
  return type.params.flatMap(field =>
    field.kind === 'Field' ? field.names.flatMap(name => (name.kind === 'Ident' ? [name.name] : [])) : [],
  );
}
