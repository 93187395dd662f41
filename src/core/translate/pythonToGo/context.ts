/** What all parts of the walk share: facts, names, the statements written so far, and the function around. */
import type { Facts, Symbol } from '../../facts/facts';
import { type Type, any, isExactNumber } from '../../facts/types';
import type { Logger } from '../../index';
import type { Match } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { Origins, type Range } from '../correspond';
import { GapError, Notes } from '../gaps';
import {
  assign,
  binary,
  call,
  composite,
  define,
  exprStmt,
  ident,
  ifStmt,
  index,
  method,
  nil,
  rangeStmt,
  sel,
} from '../goNodes';
import type { IdiomLayer } from '../idioms';
import { type NameRole, NameTable, avoidGoWords, goName } from '../names';
import type { Locals } from '../passes/declarations';
import { Helpers, besideHelpers } from '../passes/helpers';
import type { TranslationInput } from '../translate';
import { applyNamed } from './apply';
import { withArticle } from './coerce';
import { asList } from './displays';
import { operands } from './expressions';
import { textOf } from './formatting';
import { libraryCall } from './library';
import { keepsPlaces } from './library/regexps/regexp';
import { streamType } from './library/streamUses';
import type { FunctionState } from './functionState';
import type { FileModel } from './model';
import { deleteItem } from './places';
import { sameType, settle } from './settling';
import type { DictType } from './shapes';
import { startedFail } from './starting';
import { assignAll, targetNames } from './targets';
import { convertForward } from './templateFillings';
import { type OwnTypes, goType } from './types';
import { type Value, isLiteral, pure, value } from './value';
import { isPackageLevel } from './variables';

export class Context implements OwnTypes {
  readonly notes = new Notes();
  readonly origins = new Origins();
  readonly helpers: Helpers;
  /** All names of the source in Go's habit. */
  private readonly userNames = new Set<string>();
  private readonly takenByHelpers: string[];
  /** Names that the translator gave to variables of functions: they would hide a helper too. */
  private readonly ownNames = new Set<string>();
  readonly fileNames = new NameTable(avoidGoWords);
  out: go.Statement[] = [];
  func!: FunctionState;
  model!: FileModel;
  idioms!: IdiomLayer;
  /** Dict types that keep their order, as their Go spelling. */
  readonly orderedDicts = new Set<string>();
  private readonly localTables = new WeakMap<go.BlockStmt, Locals>();
  private readonly typed = new WeakSet<go.AssignStmt>();
  /** Variables that hold a struct itself, where the file's other variables hold its address. */
  readonly heldByValue = new WeakSet<Symbol>();
  /** Bodies of functions that stand for a `try`. */
  readonly adopters = new WeakSet<go.BlockStmt>();
  private readonly unitStarts = new WeakMap<NodeBase, number>();
  /** Match that is the root of a hover: its own template is written there, whatever else would be better. */
  rootMatch: Match | undefined;

  constructor(
    readonly input: TranslationInput,
    readonly log: Logger,
  ) {
    // Helpers for threads and tasks make queues, pools and events, as classes of the file may do.
    const startsThreads = /^\s*(import|from)\s+.*\b(threading|queue|asyncio|concurrent)\b/m.test(input.text);
    for (const unit of input.file.units) {
      walk(unit.node, node => {
        this.unitStarts.set(node, unit.start);
        if (node.kind !== 'Name') return;
        const name = String(node['id']);
        this.userNames.add(avoidGoWords(goName(name, 'variable')));
        if (startsThreads && /^_?[A-Z][a-z]/.test(name)) this.userNames.add(`new${name.replace(/^_/, '')}`);
      });
    }
    // What helpers bring along has fixed names, which the user's then keep clear of.
    this.takenByHelpers = besideHelpers.filter(name => this.userNames.has(name));
    for (const name of this.takenByHelpers) this.fileNames.reserve(name);
    // A variable of the user's would hide a helper of the same name.
    this.helpers = new Helpers(name =>
      this.fileNames.fresh(
        this.userNames.has(name) || this.ownNames.has(name)
          ? `python${name.charAt(0).toUpperCase()}${name.slice(1)}`
          : name,
      ),
    );
  }

  get facts(): Facts {
    return this.input.facts;
  }

  // ---- source ----

  /** The absolute range of a source node; undefined for nodes of the catalog. */
  rangeOf(node: NodeBase): Range | undefined {
    return this.input.ranges ? this.input.ranges.get(node) : this.placeOf(node);
  }

  /** Where a node stands in the file that is translated, to tell what comes first. */
  placeOf(node: NodeBase): Range | undefined {
    const unit = this.unitStarts.get(node);
    if (unit === undefined || node.start < 0) return undefined;
    return { start: unit + node.start, end: unit + node.end };
  }

  sourceOf(node: NodeBase): string {
    const range = this.rangeOf(node);
    return range ? this.input.text.slice(range.start, range.end) : '';
  }

  gap(what: string, node?: NodeBase): never {
    throw new GapError(what, node);
  }

  // ---- types ----

  /** The settled type of a Python expression. */
  typeOf(node: NodeBase): Type {
    return this.standIns.get(node)?.type ?? settle(this.facts.typeOf(node));
  }

  goType(type: Type): go.Expression {
    const key = type.kind === 'dict' ? type.key : type.kind === 'set' ? type.elt : undefined;
    if (key?.kind === 'instance' && this.model.classes.get(key.name.slice(1))?.isOddKey)
      return this.gap(
        `keys of the class ${key.name.slice(1)}, which says itself when two are equal, have no counterpart`,
      );
    const bad = unhashable(type);
    if (bad) this.gap(`${withArticle(bad)} as a key has no counterpart in Go`);
    return goType(type, this);
  }

  classNamed(name: string): ReturnType<OwnTypes['classNamed']> {
    return this.model.classes.get(name)?.goType;
  }

  get keepsPlaces(): boolean {
    return keepsPlaces(this);
  }

  streamType(name: string): go.Expression | undefined {
    return streamType(this, name);
  }

  get startedFail(): boolean {
    return startedFail(this);
  }

  valuesFail(arity: number): boolean {
    return this.model.functionValues.get(arity)?.model.fallible ?? false;
  }

  isOrdered(type: Type): boolean {
    return type.kind === 'dict' && this.orderedDicts.size > 0 && this.orderedDicts.has(dictKey(type));
  }

  helper(name: string): string {
    return this.helpers.use(name);
  }

  /** Takes back what a trial noted and which names it gave, when what this returns is called. */
  mark(): () => void {
    const { func } = this;
    const undo = [this.notes.mark(), func.names.mark()];
    const locals = new Map(func.locals);
    return () => {
      for (const one of undo) one();
      func.locals.clear();
      for (const [name, type] of locals) func.locals.set(name, type);
    };
  }

  // ---- statements ----

  emit(...statements: go.Statement[]): void {
    this.out.push(...statements);
  }

  /** Runs `write` with a list of its own and returns what it emitted. */
  capture<T>(write: () => T): { before: go.Statement[]; result: T } {
    const outer = this.out;
    this.out = [];
    try {
      const result = write();
      return { before: this.out, result };
    } finally {
      this.out = outer;
    }
  }

  /** The statements that `write` emits. */
  block(write: () => void): go.Statement[] {
    return this.capture(write).before;
  }

  /** Gives the value a name of its own, unless it is one already. */
  temporary(of: Value, wanted: string): Value {
    if (of.node.kind === 'Ident' || isLiteral(of.node)) return of;
    const name = this.freshLocal(wanted);
    this.emit(define(name, of.node));
    return pure(ident(name), of.type);
  }

  // ---- results ----

  private offered: { names: string[]; types: Type[]; depth: number } | undefined;
  private depth = 0;

  /** Lets the outermost expression that `write` writes fill these variables itself. */
  offerResult<T>(names: string[], types: Type[], write: () => T): T {
    const outer = this.offered;
    this.offered = { names, types, depth: this.depth + 1 };
    try {
      return write();
    } finally {
      this.offered = outer;
    }
  }

  /** Counts how deep in an expression the walk is: an operand must not fill the variable of the whole. */
  nested<T>(write: () => T): T {
    this.depth++;
    try {
      return write();
    } finally {
      this.depth--;
    }
  }

  /** An expression that is all of the one around it may fill its variable. */
  inPlace<T>(write: () => T): T {
    this.depth--;
    try {
      return write();
    } finally {
      this.depth++;
    }
  }

  /** The offered variables, if they have these types; they are taken by this. */
  takeResultNames(types: readonly Type[]): string[] | undefined {
    const { offered } = this;
    if (offered?.depth !== this.depth || offered.types.length !== types.length) return undefined;
    if (!offered.types.every((type, i) => sameType(type, types[i] ?? any))) return undefined;
    this.offered = undefined;
    return offered.names;
  }

  /** A variable to be filled: the offered one, or a fresh one; `start` gives it its first value. */
  resultVariable(type: Type, wanted: string): { name: string; start(node: go.Expression): go.Statement } {
    const [offered] = this.takeResultNames([type]) ?? [];
    if (offered !== undefined) return { name: offered, start: node => assign(ident(offered), node) };
    const name = this.freshLocal(wanted);
    return { name, start: node => define(name, node) };
  }

  /** A name for the result of a call. */
  freshResult(type: Type): string {
    return this.freshLocal(
      type.kind === 'str' ? 'text' : type.kind === 'int' || type.kind === 'float' ? 'number' : 'result',
    );
  }

  /** The name of the second result of a lookup; one statement uses each only once. */
  flagName(): string {
    const name = this.flags === 0 ? 'ok' : `ok${this.flags + 1}`;
    this.flags++;
    this.func.names.reserve(name);
    this.func.locals.set(name, ident('bool'));
    return name;
  }

  private flags = 0;

  /** A new statement begins: flags of the one before are free again. */
  startStatement(): void {
    this.flags = 0;
  }

  /** The call is a statement of its own, so that nobody looks at its value. */
  isStatement(node: NodeBase): boolean {
    return this.facts.parentOf(node)?.kind === 'Expr';
  }

  /** Of a fragment: the code around has given the variable a value before. */
  isFromOutside(symbol: Symbol): boolean {
    const [first] = symbol.uses;
    const range = first && this.placeOf(first);
    return this.fragmentStart !== undefined && range !== undefined && range.start < this.fragmentStart;
  }

  /** Where the fragment begins that is translated; undefined for a whole file. */
  fragmentStart: number | undefined;

  isPackageVariable(symbol: Symbol): boolean {
    return isPackageLevel(this, symbol);
  }

  /** The type is an interface of this file. */
  isInterface(type: Type): boolean {
    return (
      type.kind === 'instance' && type.name.startsWith('.') && this.classNamed(type.name.slice(1))?.kind === 'interface'
    );
  }

  emptyDict(type: DictType): go.Expression {
    if (!this.isOrdered(type)) return composite(this.goType(type), []);
    this.helper('orderedMap');
    return call(index(ident('newOrderedMap'), this.goType(type.key), this.goType(type.value)));
  }

  setItem(target: go.Expression, type: DictType, key: go.Expression, item: go.Expression): go.Statement {
    return this.isOrdered(type) ? exprStmt(method(target, 'Set', key, item)) : assign(index(target, key), item);
  }

  /** Both parts of a pair. */
  pairParts(of: Value): [Value, Value] {
    if (of.type.kind !== 'tuple' || of.type.elts.length !== 2) return this.gap('this is no pair');
    const [first, second] = of.type.elts;
    if (of.node.kind === 'CompositeLit') {
      const [a, b] = of.node.elts;
      if (a && b && a.kind !== 'KeyValueExpr' && b.kind !== 'KeyValueExpr') {
        return [value(a, first ?? any, of.pure), value(b, second ?? any, of.pure)];
      }
    }
    return [value(sel(of.node, 'First'), first ?? any, true), value(sel(of.node, 'Second'), second ?? any, true)];
  }

  /** The items of a list as texts, for joining. */
  textItems(of: Value): go.Expression {
    const items = asList(this, of);
    const elt = items.type.kind === 'list' ? items.type.elt : any;
    if (elt.kind === 'str') return items.node;
    const name = this.freshLocal('texts');
    const item = this.freshLocal('item');
    this.emit(define(name, composite(this.goType({ kind: 'list', elt: { kind: 'str' } }), [])));
    const text = textOf(this, value(ident(item), elt, true));
    this.emit(rangeStmt(undefined, item, items.node, [assign(ident(name), call('append', ident(name), text))]));
    return ident(name);
  }

  /** `a, b = x, y`: all values before the first assignment. */
  assignPairs(
    targets: readonly py.Expression[],
    values: readonly py.Expression[],
    wants: readonly (Type | undefined)[],
  ): void {
    assignAll(this, targets, operands(this, values, wants));
  }

  textOf(of: Value): go.Expression {
    return textOf(this, of);
  }

  deleteItem(node: py.Subscript): void {
    deleteItem(this, node);
  }

  private readonly standIns = new WeakMap<NodeBase, Value>();

  /** A name in the source's language that means a value which is written already. */
  standIn(of: Value): py.Name {
    const node: py.Name = { kind: 'Name', start: -1, end: -1, id: '' };
    this.standIns.set(node, of);
    return node;
  }

  /** The value that a name stands in for. */
  standsFor(node: NodeBase): Value | undefined {
    return this.standIns.get(node);
  }

  /** A converter of the catalog, forward; undefined where it declines. */
  convert(name: string, sources: readonly py.Expression[]): go.Expression | undefined {
    return convertForward(this, name, sources);
  }

  /** What a call of this function of the library gives. */
  libraryCallOf(qualified: string, node: py.Call): Value {
    return libraryCall(this, qualified, node) ?? this.gap('this call has no counterpart here', node);
  }

  /** The application of a function that has a name. */
  applyNamed(node: py.Expression, args: readonly Value[]): Value {
    return applyNamed(this, node, args);
  }

  // ---- names ----

  /** Names that a function must not give to its own variables: those of the file that it may use. */
  reservedNames(): string[] {
    return [...this.model.declaredNames(), ...this.takenByHelpers];
  }

  /** A fresh name in the function around. */
  freshLocal(wanted: string): string {
    // A variable would hide a helper that the function calls.
    const name = this.func.names.fresh(this.helpers.isUsed(wanted) ? `${wanted}Value` : wanted);
    this.ownNames.add(name);
    return name;
  }

  /** A name for a parameter of a function that is written in place; it need not be kept from others. */
  scratch(wanted: string): string {
    return this.func.names.has(wanted) ? this.freshLocal(wanted) : wanted;
  }

  /** Registers a variable of the function; the pass over declarations finds its place. */
  declareLocal(name: string, type: Type): void {
    if (name !== '_' && !this.func.locals.has(name)) this.func.locals.set(name, this.goType(type));
  }

  /** A shared variable of the function that templates and error checks use: the same name is the same variable. */
  errorName(): string {
    this.func.locals.set('err', ident('error'));
    this.func.names.reserve('err');
    return 'err';
  }

  /** Whether `isinstance` is asked of the name in the function around. */
  isTestedByType(node: py.Name): boolean {
    const symbol = this.facts.symbolOf(node);
    return (
      symbol?.uses.some(use => {
        const parent = this.facts.parentOf(use) as py.Node | undefined;
        return parent?.kind === 'Call' && parent.func.kind === 'Name' && /^(isinstance|type)$/.test(parent.func.id);
      }) ?? false
    );
  }

  /** The Go name of a local variable that a target is; undefined for other targets. */
  nameOfTarget(node: py.Expression): string | undefined {
    const [name] = targetNames(this, node);
    return name;
  }

  nameFor(key: string, python: string, role: NameRole, exported: boolean): string {
    const name = goName(python, role, exported);
    return this.fileNames.of(key, packageNames.has(name) ? `${name}${role === 'function' ? 'Func' : 'Value'}` : name);
  }

  /** Remembers the variables of a body for the pass over declarations. */
  setLocals(body: go.BlockStmt, locals: Locals): void {
    this.localTables.set(body, locals);
  }

  localsOf(body: go.BlockStmt): Locals | undefined {
    return this.localTables.get(body);
  }

  /** Assigns, with the type said where the value does not show it. */
  assignTyped(target: go.Expression, node: go.Expression, sayType: boolean): go.AssignStmt {
    const statement = assign(target, node);
    if (sayType) this.typed.add(statement);
    return statement;
  }

  needsType(statement: go.AssignStmt): boolean {
    return this.typed.has(statement);
  }

  /** `main` and exported names: what is only used in its own program keeps a small letter. */
  get exports(): boolean {
    return !this.model.isProgram;
  }

  /** What an error of these classes does here: the innermost place that takes errors decides. */
  fail(error: go.Expression, classes?: readonly string[]): go.Statement[] {
    const catcher = this.func.catchers[this.func.catchers.length - 1];
    return catcher ? catcher.fail(error, classes) : this.model.failOut(this, error);
  }

  /** As `fail` where a `try` takes the class; else the program ends, as in Python. */
  failOrPanic(error: go.Expression, name: string): go.Statement[] {
    if (!this.isCaught(name)) return [exprStmt(call('panic', error))];
    const typed = this.model.exceptions.wrap(this, name, error);
    return this.fail(typed, [name]);
  }

  /** A call that gives a value and an error. Undecided errors end the program. */
  checkedCall(written: go.CallExpr, type: Type, name: string): Value {
    if (!this.isCaught(name)) return value(call(this.helper('must'), written), type);
    const err = this.errorName();
    const result = this.takeResultNames([type])?.[0] ?? this.freshResult(type);
    this.declareLocal(result, type);
    this.emit(assign([ident(result), ident(err)], written));
    this.emit(ifStmt(binary(ident(err), '!=', nil()), this.failOrPanic(ident(err), name)));
    return pure(ident(result), type);
  }

  /** A call that gives an error only. */
  checkedStatement(written: go.CallExpr, name: string): void {
    const err = this.errorName();
    this.emit(
      ifStmt(
        binary(ident(err), '!=', nil()),
        this.failOrPanic(ident(err), name),
        undefined,
        assign(ident(err), written),
      ),
    );
  }

  /** Whether a failure of this class is an error here, or else ends the program. */
  isCaught(...classes: string[]): boolean {
    return (
      this.func.catchers.some(catcher => classes.some(name => this.model.catches(catcher.catches, name))) ||
      classes.some(name => this.model.catchable(this.func, name))
    );
  }
}

/** Packages that answers and helpers import: a declaration of the file by such a name would be in their way. */
const packageNames = new Set(
  `big bufio bytes http httptest url cmp errors fmt iter json log maps math os rand regexp slices sort strconv strings sync time unicode
   utf8`.split(/\s+/),
);

/** What Go takes for no key of a map: a list, which a tuple of any length is. */
function unhashable(type: Type, depth = 0): Type | undefined {
  if (depth > 8) return undefined;
  const isKey = (one: Type): Type | undefined =>
    one.kind === 'list' ||
    one.kind === 'dict' ||
    one.kind === 'set' ||
    one.kind === 'bytes' ||
    one.kind === 'func' ||
    isExactNumber(one)
      ? one
      : one.kind === 'tuple'
        ? one.elts.length === 1
          ? one
          : one.elts.map(isKey).find(Boolean)
        : undefined;
  switch (type.kind) {
    case 'dict':
      return isKey(type.key) ?? unhashable(type.value, depth + 1);
    case 'set':
      return isKey(type.elt);
    case 'list':
    case 'iterator':
      return unhashable(type.elt, depth + 1);
    default:
      return undefined;
  }
}

/** Ordered dicts are told apart by their type, so that every value of a type has one form. */
export function dictKey(type: Type, depth = 0): string {
  // A type that holds itself is cut.
  if (depth > 8) return '…';
  const inner = (one: Type): string => dictKey(one, depth + 1);
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'iterator':
      return `${type.kind}[${inner(type.elt)}]`;
    case 'dict':
      return `dict[${inner(type.key)},${inner(type.value)}]`;
    case 'tuple':
      return `tuple[${type.elts.map(inner).join()}]`;
    case 'optional':
      return `optional[${inner(type.of)}]`;
    case 'func':
      return `func(${type.params.map(param => inner(param.type)).join()})${inner(type.result)}`;
    case 'instance':
    case 'class':
    case 'module':
      return `${type.kind} ${type.name}`;
    default:
      return type.kind;
  }
}
