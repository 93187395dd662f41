/** The idiom layer of this direction: a fence of the catalog written with the code of a match. */
import type { Derivation, Fence, Place } from '../../catalog/idiom';
import { converters } from '../../convert';
import type { Binding, Match } from '../../match/match';
import type { Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import * as g from '../goNodes';
import type { FoundPart } from '../idioms';
import {
  asStatement,
  copyNode,
  instantiate,
  occurrences,
  type Filling,
  type Instantiation,
  type Occurrences,
} from '../instantiate';
import { newFunction, pure, value, type Context, type Value } from './context';
import { expression, nameHint } from './expressions';
import { statements } from './statements';
import { resultTypes, settle } from './types';
import { setVariableType, variableName } from './variables';

/** Code that an idiom wants elsewhere than in place. */
export interface Elsewhere {
  file: go.TopLevel[];
  main: go.Statement[];
  enclosing: go.Statement[];
}

const elsewhere = new WeakMap<Context, Elsewhere>();
const done = new WeakMap<Context, Map<Match, Instantiation>>();

export function elsewhereOf(c: Context): Elsewhere {
  let places = elsewhere.get(c);
  if (!places) elsewhere.set(c, (places = { file: [], main: [], enclosing: [] }));
  return places;
}

function doneIn(c: Context): Map<Match, Instantiation> {
  let matches = done.get(c);
  if (!matches) done.set(c, (matches = new Map()));
  return matches;
}

/**
 * Whether the catalog goes before the syntax layer at a place: always for what was asked for, else for what the
 * syntax layer cannot know, which is all that stands on an imported library.
 */
function isPreferred(c: Context, { match }: FoundPart): boolean {
  if (c.rootMatch === match) return true;
  if (match.idiom.level === 'syntax' || match.certainty === 'shape') return false;
  if (match.idiom.needs.some(role => c.func.roles[role] === undefined)) return false;
  return match.fence.imports.length > 0 && match.certainty === 'exact';
}

/** The value of an idiom that is an expression in Python; undefined where none is to be written. */
export function expressionIdiom(c: Context, node: py.Expression): Value | undefined {
  const within = insideExpression(c, node);
  if (within) return within;
  for (const found of c.idioms.at(node)) {
    if (found.part.part.form !== 'expression' || !isPreferred(c, found)) continue;
    const made = attempt(c, () => writeExpression(c, found.match));
    if (made) return made;
  }
  return undefined;
}

function insideExpression(c: Context, node: py.Expression): Value | undefined {
  if (c.func.within.length === 0) return undefined;
  const found = c.idioms.inside(c.func.within, node);
  if (!found || found.fence.parts[0]?.form !== 'expression') return undefined;
  return attempt(c, () => {
    const made = write(c, found.match, found.fence, found.bindings);
    return placedValue(c, made, c.typeOf(node));
  });
}

/**
 * Writes the idiom that begins at a statement. Gives how many statements it has taken; 0 where there is none.
 */
export function statementIdiom(c: Context, body: readonly py.Statement[], at: number): number {
  const node = body[at]!;
  if (c.func.within.length > 0) {
    const rest = body.slice(at);
    const found = c.idioms.inside(c.func.within, rest);
    if (found && found.fence.parts[0]?.form === 'statements') {
      const made = attempt(c, () => {
        place(c, write(c, found.match, found.fence, found.bindings), at + found.count >= body.length);
        return true;
      });
      if (made) return found.count;
    }
  }
  for (const found of c.idioms.at(node)) {
    const count = found.part.nodes.length;
    if (found.part.part.form !== 'statements' || !isPreferred(c, found)) continue;
    // Statements that `...` passed over are written as they are, which this place cannot do.
    if (!found.part.nodes.every((one, i) => body[at + i] === one)) continue;
    if (attempt(c, () => (writePart(c, found), true))) return count;
  }
  return 0;
}

/** What fails leaves no trace: the syntax layer has its turn then. */
function attempt<T>(c: Context, write: () => T): T | undefined {
  const undo = c.mark();
  const { out, func } = c;
  const start = out.length;
  try {
    return write();
  } catch (error) {
    if (!(error instanceof GapError) && !(error instanceof Error)) throw error;
    if (!(error instanceof GapError)) c.log.debug(error.message);
    undo();
    c.out = out;
    c.func = func;
    out.length = start;
    return undefined;
  }
}

function writeExpression(c: Context, match: Match): Value {
  const fence = c.idioms.fenceFor(match);
  if (!fence) return c.gap('this idiom has no Go to write');
  const [node] = match.parts[0]?.nodes ?? [];
  const type = node ? c.typeOf(node) : ({ kind: 'any' } as const);
  const resultName = resultOf(c, match, type);
  const made = write(c, match, fence, match.bindings, resultName);
  return placedValue(c, made, type, resultName);
}

function resultOf(c: Context, match: Match, type: Type): string | undefined {
  const { result } = match.idiom;
  if (result === undefined) return undefined;
  return c.takeResultNames([type])?.[0] ?? c.freshLocal(result.toLowerCase());
}

/** The value of what was written: the expression itself, or the variable that the statements fill. */
function placedValue(c: Context, made: Instantiation, type: Type, resultName?: string): Value {
  const here = (made.places.here ?? []) as go.Node[];
  placeElsewhere(c, made);
  if (made.isExpression) {
    const [only] = here;
    if (here.length !== 1 || !only) return c.gap('this idiom has no Go to write');
    return value(only as go.Expression, type);
  }
  if (resultName !== undefined) {
    c.emit(...failing(c, here as go.Statement[]));
    return pure(g.ident(resultName), type);
  }
  const statementsOnly = here as go.Statement[];
  const last = statementsOnly[statementsOnly.length - 1];
  if (last?.kind === 'ExprStmt' && type.kind === 'none') {
    c.emit(...failing(c, statementsOnly.slice(0, -1)));
    return value(last.x, type);
  }
  c.emit(...failing(c, statementsOnly));
  return pure(g.nil(), { kind: 'none' });
}

/**
 * One part of a match. The whole is instantiated with the first part that is met; what belongs to `main` waits for the
 * part of the source that stands there, so that the order of the program is kept.
 */
function writePart(c: Context, { match, part, index }: FoundPart): void {
  const matches = doneIn(c);
  let made = matches.get(match);
  if (!made) {
    const fence = c.idioms.fenceFor(match);
    if (!fence) return c.gap('this idiom has no Go to write');
    made = write(c, match, fence, match.bindings);
    matches.set(match, made);
  }
  const laterMain = match.parts.some((other, at) => at > index && other.part.at === 'main' && other.nodes.length > 0);
  const { main, ...rest } = made.places;
  const waits = laterMain && part.part.at !== 'main';
  place(c, { ...made, places: waits ? rest : { ...rest, ...(main && { main }) } }, false);
  // Every place is written once.
  made.places = waits && main ? { main } : {};
}

/** Puts the parts where they belong. */
function place(c: Context, made: Instantiation, isLast: boolean): void {
  placeElsewhere(c, made);
  const here = failing(c, (made.places.here ?? []).map(asStatement) as go.Statement[]);
  const last = here[here.length - 1];
  // A `return` without a value at the end of a function says nothing.
  if (isLast && last?.kind === 'ReturnStmt' && last.results.length === 0 && c.func.kind === 'handler') here.pop();
  c.emit(...here);
}

function placeElsewhere(c: Context, made: Instantiation): void {
  const places = elsewhereOf(c);
  splitDeclarations(made);
  for (const at of ['file', 'main', 'enclosing'] as const satisfies readonly Place[]) {
    const nodes = made.places[at] ?? [];
    if (at === 'file') {
      for (const node of nodes as go.TopLevel[]) node.blank = true;
      places.file.push(...(nodes as go.TopLevel[]));
    } else if (
      at === 'main' &&
      (c.func.kind === 'main' || c.input.scope.kind !== 'file') &&
      c.func.parent === undefined
    ) {
      c.emit(...failing(c, nodes as go.Statement[]));
    } else places[at].push(...failing(c, nodes as go.Statement[]));
  }
}

/** A function is declared at top level, wherever its template stands. */
export function splitDeclarations(made: Instantiation): void {
  const isDeclaration = (node: NodeBase): boolean => node.kind === 'FuncDecl';
  for (const at of ['here', 'main', 'enclosing'] as const) {
    const nodes = made.places[at];
    if (!nodes?.some(isDeclaration)) continue;
    (made.places.file ??= []).push(...nodes.filter(isDeclaration));
    made.places[at] = nodes.filter(node => !isDeclaration(node));
  }
}

/**
 * `var X T` in a template, for a variable of the user's: the pass over declarations says where it is declared, and the
 * template which type it has.
 */
function adoptVariables(
  c: Context,
  list: readonly go.Statement[],
  bindings: ReadonlyMap<string, Binding>,
): go.Statement[] {
  const symbols = new Map<string, Symbol>();
  for (const binding of [...bindings.values()].flat()) {
    const symbol = binding.kind === 'Name' ? c.facts.symbolOf(binding) : undefined;
    if (symbol && (symbol.kind === 'variable' || symbol.kind === 'constant'))
      symbols.set(variableName(c, symbol), symbol);
  }
  return list.filter(statement => {
    const spec = statement.kind === 'DeclStmt' && statement.decl.tok === 'var' ? statement.decl.specs[0] : undefined;
    const name =
      spec?.kind === 'ValueSpec' && spec.names.length === 1 && spec.values.length === 0 ? spec.names[0] : undefined;
    const symbol = name?.kind === 'Ident' ? symbols.get(name.name) : undefined;
    if (!symbol || name?.kind !== 'Ident' || spec?.kind !== 'ValueSpec' || !spec.type) return true;
    const type = typeOfGo(spec.type);
    if (type) setVariableType(symbol, type);
    c.func.locals.set(name.name, spec.type);
    return false;
  });
}

/** The type that a Go type expression of a template means, as far as it is a plain one. */
function typeOfGo(node: go.Expression): Type | undefined {
  switch (node.kind) {
    case 'Ident':
      return (
        {
          any: { kind: 'any' },
          string: { kind: 'str' },
          int: { kind: 'int' },
          float64: { kind: 'float' },
          bool: { kind: 'bool' },
        } as const
      )[node.name as 'any'];
    case 'ArrayType': {
      const elt = node.len === undefined ? typeOfGo(node.elt) : undefined;
      return elt && { kind: 'list', elt };
    }
    case 'MapType': {
      const key = typeOfGo(node.key);
      const value = typeOfGo(node.value);
      return key && value && { kind: 'dict', key, value };
    }
    default:
      return undefined;
  }
}

/** `if err != nil { return err }` in a template means: fail here. */
function failing(c: Context, list: readonly go.Statement[]): go.Statement[] {
  return list.map(statement => {
    if (statement.kind !== 'IfStmt' || statement.else) return statement;
    const { cond, body } = statement;
    const [only] = body.list;
    const isError = cond.kind === 'BinaryExpr' && cond.op === '!=' && cond.x.kind === 'Ident' && isIdent(cond.y, 'nil');
    if (!isError || body.list.length !== 1 || only?.kind !== 'ReturnStmt' || only.results.length !== 1)
      return statement;
    const [result] = only.results;
    const name = cond.kind === 'BinaryExpr' && cond.x.kind === 'Ident' ? cond.x.name : '';
    if (!isIdent(result, name)) return statement;
    return { ...statement, body: g.block(c.fail(g.ident(name))) };
  });
}

const isIdent = (node: go.Expression | undefined, name: string): boolean =>
  node?.kind === 'Ident' && node.name === name;

// ---- instantiation ----

function write(
  c: Context,
  match: Match,
  fence: Fence,
  bindings: ReadonlyMap<string, Binding>,
  resultName?: string,
): Instantiation {
  const counts = occurrences(fence);
  const filled = new Map<string, Filling>();
  for (const what of match.assumes) c.notes.assume(what);
  const made = instantiate(fence, {
    fresh: name => freshFor(c, match, name),
    fill(name) {
      if (name === match.idiom.result && resultName !== undefined) return g.ident(resultName);
      const known = filled.get(name);
      if (known !== undefined) return Array.isArray(known) ? known.map(copyNode) : copyNode(known);
      const node = fill(c, match, bindings, name, counts.get(name) ?? { count: 1, repeated: false });
      filled.set(name, node);
      return node;
    },
  });
  const { here } = made.places;
  if (here && !made.isExpression) {
    made.places.here = failing(c, adoptVariables(c, here.map(asStatement) as go.Statement[], bindings));
  }
  return made;
}

/** Roles are known by their names in the template, so those are kept where they can be. */
function freshFor(c: Context, match: Match, name: string): string {
  if (Object.values(match.idiom.roles).includes(name)) return name;
  if (/^[A-Z]/.test(name) || name === 'main') return name;
  return c.freshLocal(name);
}

function fill(
  c: Context,
  match: Match,
  bindings: ReadonlyMap<string, Binding>,
  name: string,
  where: Occurrences,
): Filling {
  const binding = bindings.get(name);
  if (binding === undefined) {
    const derived = derive(c, match, bindings, name);
    if (derived) return derived;
    const fallback = match.idiom.defaults[name];
    if (fallback) return fillOne(c, fallback, where);
    return c.gap(`nothing says what ${name} is`);
  }
  if (Array.isArray(binding)) return fillMany(c, match, binding);
  return fillOne(c, binding, where);
}

/** One node: a name that is declared or used, a type, or an expression. */
function fillOne(c: Context, node: NodeBase, where: Occurrences): Filling {
  const source = node as py.Node;
  if (source.kind === 'Name') {
    const symbol = c.facts.symbolOf(source);
    const model = c.model.functionOf(symbol);
    if (model) return c.origins.mark(g.ident(model.goName), c.rangeOf(node));
    const owner = symbol && c.model.classes.get(symbol.name);
    if (symbol?.kind === 'class' && owner) return g.ident(owner.goName);
    const parent = c.facts.parentOf(node) as py.Node | undefined;
    const isTarget = (parent?.kind === 'For' || parent?.kind === 'Comprehension') && parent.target === node;
    if (symbol && isTarget) return g.ident(variableName(c, symbol));
  }
  if (source.kind === 'FunctionDef' || /^(Assign|If|For|Return|Expr|While|With|Try|Raise)$/.test(source.kind)) {
    const list = c.block(() => statements(c, [source as py.Statement]));
    return list;
  }
  const { before, result: of } = c.capture(() => expression(c, source as py.Expression));
  const isOnce = where.count === 1 || of.pure || of.node.kind === 'Ident';
  if (where.repeated && (before.length > 0 || !isOnce))
    return c.gap('statements would be needed inside of the template');
  c.emit(...before);
  return isOnce ? of.node : c.temporary(of, nameHint(of.type)).node;
}

const statementKinds =
  /^(FunctionDef|ClassDef|Return|Delete|Assign|AugAssign|AnnAssign|For|While|If|With|Match|Raise|Try|Assert|Import|ImportFrom|Global|Nonlocal|Expr|Pass|Break|Continue)$/;

/** Several nodes: statements run with the roles of the idiom; others are expressions or parameters in a row. */
function fillMany(c: Context, match: Match, nodes: readonly NodeBase[]): Filling {
  if (nodes.length === 0) return [];
  if (!nodes.every(node => statementKinds.test(node.kind))) {
    return nodes.map(node => expression(c, node as py.Expression).node);
  }
  const outer = c.func;
  const hasRoles = Object.keys(match.idiom.roles).length > 0;
  if (!hasRoles && match.idiom.inside.length === 0) return c.block(() => statements(c, nodes as py.Statement[]));
  const [first] = nodes;
  c.func = {
    ...newFunction(undefined, 'handler'),
    scope: first && c.facts.scopeOf(first),
    roles: { ...outer.roles, ...match.idiom.roles },
    within: [match, ...outer.within],
  };
  for (const name of Object.values(match.idiom.roles)) c.func.names.reserve(name);
  try {
    const list = c.block(() => statements(c, nodes as py.Statement[]));
    pendingLocals(c).push(c.func);
    return list;
  } finally {
    c.func = outer;
  }
}

const pending = new WeakMap<Context, ReturnType<typeof newFunction>[]>();

/** Functions whose bodies were written into a template: their variables still have to be declared. */
export function pendingLocals(c: Context): ReturnType<typeof newFunction>[] {
  let list = pending.get(c);
  if (!list) pending.set(c, (list = []));
  return list;
}

// ---- converters ----

function derive(c: Context, match: Match, bindings: ReadonlyMap<string, Binding>, name: string): Filling | undefined {
  const derivation = match.idiom.derive.find(one => one.target === name);
  if (!derivation) return undefined;
  const converter = converters.get(derivation.converter);
  const sources = derivation.sources.map(source => sourceOf(match, bindings, source));
  if (!converter) return c.gap(`there is no converter named ${derivation.converter}`);
  if (converter.kind === 'type') return typeFor(c, converter.name, sources[0]);
  const made = converter.forward(sources as (py.Expression | undefined)[]);
  if (!made) return c.gap(`${derivationText(derivation)} cannot be worked out here`);
  for (const what of made.assumes) c.notes.assume(what);
  return withImports(made.value, made.imports);
}

const derivationText = (derivation: Derivation): string => `${derivation.converter}(${derivation.sources.join(', ')})`;

function sourceOf(match: Match, bindings: ReadonlyMap<string, Binding>, name: string): NodeBase | undefined {
  const binding = bindings.get(name) ?? match.idiom.defaults[name];
  return Array.isArray(binding) ? binding[0] : binding;
}

/** Names of packages in what a converter gives are marked, so that they are imported. */
function withImports(node: go.Expression, imports: readonly { module: string; local: string }[]): go.Expression {
  if (imports.length === 0) return node;
  const paths = new Map(imports.map(one => [one.local, one.module]));
  const mark = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    const inner = one as go.Node & Record<string, unknown>;
    if (inner.kind === 'SelectorExpr' && inner.x.kind === 'Ident') {
      const path = paths.get(inner.x.name);
      if (path !== undefined) inner.x = g.packageIdent(path, inner.x.name);
    }
    for (const field of Object.values(inner)) {
      if (Array.isArray(field)) field.forEach(mark);
      else if (typeof field === 'object') mark(field);
    }
  };
  const copy = copyNode(node);
  mark(copy);
  return copy;
}

function typeFor(c: Context, name: string, source: NodeBase | undefined): go.Expression {
  if (!source) return g.ident('any');
  const type = settle(c.facts.typeOf(source));
  switch (name) {
    case 'elementOf':
      return c.goType('elt' in type ? type.elt : { kind: 'any' });
    case 'keyOf':
      return c.goType(type.kind === 'dict' ? type.key : { kind: 'any' });
    case 'valueOf':
      return c.goType(type.kind === 'dict' ? type.value : { kind: 'any' });
    case 'resultOf':
      return c.goType(type.kind === 'func' ? (resultTypes(type.result)[0] ?? { kind: 'any' }) : { kind: 'any' });
    default:
      return c.goType(type);
  }
}

/** A converter called by the syntax layer; undefined where it declines. */
export function convertForward(c: Context, name: string, sources: readonly py.Expression[]): go.Expression | undefined {
  const converter = converters.get(name);
  if (!converter || converter.kind !== 'value') return undefined;
  const made = converter.forward(sources);
  if (!made) return undefined;
  for (const what of made.assumes) c.notes.assume(what);
  return withImports(made.value, made.imports);
}

/** The variable that the statement around gives the value to. */
function assignedName(c: Context, node: NodeBase | undefined): string | undefined {
  const parent = node && (c.facts.parentOf(node) as py.Node | undefined);
  if (parent?.kind !== 'Assign' || parent.targets.length !== 1 || parent.value !== node) return undefined;
  const [target] = parent.targets;
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  return symbol && variableName(c, symbol);
}

/** The counterpart of a match as fragments, for a hover. */
export function rootIdiom(c: Context, match: Match): Instantiation | undefined {
  const fence = c.idioms.fenceFor(match);
  if (!fence) return undefined;
  const [node] = match.parts[0]?.nodes ?? [];
  const type = node && match.parts[0]?.part.form === 'expression' ? c.typeOf(node) : ({ kind: 'any' } as const);
  const name = match.idiom.result === undefined ? undefined : (assignedName(c, node) ?? resultOf(c, match, type));
  return write(c, match, fence, match.bindings, name);
}
