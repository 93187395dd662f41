/** What is known of a Python file before its first line is written: functions, classes, and which of them can fail. */
import type { Symbol } from '../../facts/facts';
import { type FunctionType, type Type, none } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { call, exprStmt, ident, pkgCall, ret } from '../goNodes';
import { goName } from '../names';
import { builtinParents } from './builtinExceptions';
import { callModel } from './calls';
import { type FieldModel, constructException, constructorOf, findField, functionType, ownFields } from './classModel';
import { nearestField } from './classVariables';
import type { Context } from './context';
import { canonicalMembers, enumForm, enumMembers, enumValueType } from './enumModel';
import { copyClassMethods } from './classMethods';
import { Exceptions, messageOf } from './exceptions';
import { failRound } from './failingGenerators';
import { findFallible } from './fallible';
import { findFunctionValues, type FunctionValues } from './functionValues';
import type { FunctionState } from './functionState';
import { isPulled, pulled } from './iterators';
import { findValueClasses } from './keyClasses';
import { isProgramMain } from './mainFunction';
import {
  asFunction,
  bindingOf,
  changesLength,
  containsYield,
  elementOf,
  handlerClasses,
  testedClasses,
  isException,
  isModuleCode,
  isNamed,
  isNamedTuple,
  isTrue,
  methodName,
  settleResult,
  specialMethods,
} from './modelFacts';
import type { ClassModel, FunctionModel, ParamModel } from './models';
import { shareHandedLists } from './handedLists';
import { findInterfaces, findProtocols, shareSignatures } from './polymorphism';
import { findSerialized } from './serialized';
import { resultTypes, settle, settleAsInterfaces } from './settling';
import { addSharedInterfaces, findSharedUses, sharedField } from './sharedInterfaces';
import { showsTypeNames } from './typeNames';
import { zeroValue } from './types';
import type { Value } from './value';
import { handledClass } from './web/errorHandlers';
import { isPydantic } from './web/bodies';
import { webOf } from './web/views';

/** Packages that answers use: a function of the same name would hide them. */
const packageNames = new Set(
  'err error fmt strings strconv math slices maps sort errors os time iter cmp bytes unicode utf8 bufio io log json regexp rand reflect big'.split(
    ' ',
  ),
);

/** What a `@contextmanager` function gives for `as`, as what its generator yields. */
function managedResult(type: Type | undefined): Type | undefined {
  if (type?.kind !== 'instance' || !/^contextlib\.Abstract(Async)?ContextManager$/.test(type.name)) return type;
  return { kind: 'iterator', elt: type.args[0]?.kind === 'unknown' ? none : (type.args[0] ?? none) };
}

export class FileModel {
  readonly functions = new Map<NodeBase, FunctionModel>();
  readonly bySymbol = new Map<Symbol, FunctionModel>();
  readonly classes = new Map<string, ClassModel>();
  /** Module code or a main guard: the answer is a program. */
  isProgram = true;
  /** Python classes that some `raise` of the file names, or that the code raises by itself. */
  readonly raised = new Set<string>();
  readonly exceptions = new Exceptions(this);
  /** Fields of classes that are made from JSON: they are exported and tagged. */
  readonly serializedFields = new Set<string>();

  /** Functions of the file that are called as values, by the number of their arguments. */
  functionValues: ReadonlyMap<number, FunctionValues> = new Map();

  /** The file prints names of classes. */
  showsTypeNames = false;

  /** A whole file is written, not a fragment. */
  get isWhole(): boolean {
    return this.c.input.scope.kind === 'file';
  }

  private readonly params = new Map<Symbol, ParamModel>();
  /** Python classes that some `except` of the file names. */
  readonly caughtClasses = new Set<string>();

  constructor(private readonly c: Context) {}

  /** Fills the model. Names of Go are given here, so that later code finds them whatever the order. */
  build(): void {
    const statements = this.c.input.file.units.map(unit => unit.node as py.Statement);
    this.isProgram = this.c.input.scope.kind !== 'file' || statements.some(node => isModuleCode(node, this.c));
    const sharedUses = findSharedUses(this.c);
    settleAsInterfaces(new Set(sharedUses.keys()));
    for (const node of statements) if (node.kind === 'ClassDef') this.addClass(node);
    for (const model of this.classes.values()) this.link(model);
    for (const model of this.classes.values()) model.goType.ownEquality = this.hasOwnEquality(model);
    for (const node of statements) if (node.kind === 'FunctionDef') this.addFunction(node, undefined, 'function');
    for (const unit of statements) this.addNested(unit);
    addSharedInterfaces(this.c, this, sharedUses);
    copyClassMethods(this.c, this);
    this.showsTypeNames = showsTypeNames(this.c);
    for (const model of this.classes.values()) if (isPydantic(model)) this.serialize(model);
    findSerialized(this.c, this);
    findValueClasses(this.c, this);
    findProtocols(this);
    findInterfaces(this.c, this);
    shareHandedLists(this, this.c);
    shareSignatures(this, this.c);
    this.findCaught(statements);
    for (const view of webOf(this.c).views.values()) {
      for (const node of view.handles ?? []) {
        const name = handledClass(this.c, node);
        if (name !== undefined) this.caughtClasses.add(name);
      }
    }
    this.functionValues = findFunctionValues(this.c, this);
    findFallible(this, this.c);
  }

  /** Functions and classes of the file by their Go names. */
  declaredNames(): string[] {
    const functions = [...this.functions.values()].filter(model => model.className === undefined);
    return [...functions.map(model => model.goName), ...[...this.classes.values()].map(model => model.goName)];
  }

  parameterOf(symbol: Symbol): ParamModel | undefined {
    return this.params.get(symbol);
  }

  functionOf(symbol: Symbol | undefined): FunctionModel | undefined {
    return symbol && this.bySymbol.get(symbol);
  }

  /** A method of a class or of one of its bases. */
  method(className: string, name: string): FunctionModel | undefined {
    const model = this.classes.get(className);
    if (!model) return undefined;
    const own = model.methods.get(name) ?? model.methods.get(model.methodAliases.get(name) ?? '');
    if (own) return own;
    for (const base of model.bases) {
      const found = this.method(base.name, name);
      if (found) return found;
    }
    return undefined;
  }

  /** What runs when a property of a class or of one of its bases is assigned to. */
  setter(className: string, name: string): FunctionModel | undefined {
    const model = this.classes.get(className);
    return model?.setters.get(name) ?? model?.bases.map(base => this.setter(base.name, name)).find(one => one);
  }

  /** Whether a handler of these classes takes an exception of a class. */
  catches(handlers: readonly string[], name: string): boolean {
    return handlers.some(handler => this.isSubclass(name, handler));
  }

  isSubclass(name: string, of: string): boolean {
    // What ends the program passes by `except Exception`.
    if (of === 'builtins.Exception' && /^builtins\.(SystemExit|KeyboardInterrupt)$/.test(name)) return false;
    if (name === of || of === 'builtins.Exception' || of === 'builtins.BaseException') return true;
    const own = name.startsWith('.') ? this.classes.get(name.slice(1)) : undefined;
    if (own) {
      return (
        [...own.bases, ...own.protocols].some(base => this.isSubclass(`.${base.name}`, of)) ||
        own.libraryBases.some(base => this.isSubclass(base, of))
      );
    }
    const parent = builtinParents[name];
    return parent !== undefined && this.isSubclass(parent, of);
  }

  /** The nearest class that both are instances of. */
  commonBase(a: Type & { kind: 'instance' }, b: Type & { kind: 'instance' }): Type | undefined {
    if (this.isSubclass(b.name, a.name)) return a;
    for (const base of this.classes.get(a.name.slice(1))?.bases ?? []) {
      const found = this.commonBase({ kind: 'instance', name: `.${base.name}`, args: [] }, b);
      if (found) return found;
    }
    return undefined;
  }

  catchable(func: FunctionState, name: string): boolean {
    const { model } = func;
    return model !== undefined && func.fallible && this.catches([...model.catchable], name);
  }

  field(className: string, name: string): FieldModel | undefined {
    const model = this.classes.get(className);
    if (model?.members) return sharedField(this, model, name);
    return findField(this.classes.get(className), name, this.c);
  }

  /** The method that reads a field through the interface of a class. */
  getter(model: ClassModel, name: string): string {
    const owner = this.field(model.name, name)?.owner ?? model;
    owner.getters.add(name);
    for (const member of owner.members ?? []) this.getter(member, name);
    const wanted = goName(name, 'method', true);
    return this.c.exports ? `Get${wanted}` : wanted;
  }

  /** A class and all below it. */
  familyOf(model: ClassModel): ClassModel[] {
    return [model, ...model.subclasses.flatMap(one => this.familyOf(one))];
  }

  constructorOf(className: string): FunctionModel | undefined {
    const model = this.classes.get(className);
    return model && constructorOf(this, model, this.c);
  }

  /** `NewPoint`, or `newPoint` in a program. */
  constructorName(className: string): string {
    const model = this.classes.get(className);
    const name = model?.goName ?? className;
    return this.c.nameFor(`new ${className}`, `new_${name}`, 'function', this.c.exports);
  }

  constructOwn(c: Context, model: ClassModel, node: py.Call): Value {
    const init = this.method(model.name, '__init__');
    if (init)
      return callModel(
        c,
        { ...init, result: { kind: 'error', name: `.${model.name}` } },
        ident(this.constructorName(model.name)),
        node,
      );
    return constructException(c, model, messageOf(c, node.args, node));
  }

  resultOf(model: FunctionModel): Type {
    return model.result;
  }

  functionType(model: FunctionModel): FunctionType {
    return functionType(model);
  }

  /** Go's name of a variable of a class. */
  classVariable(className: string, name: string): string {
    const model = this.classes.get(className);
    const owner = (model && nearestField(this.c, model, name)?.owner.name) ?? className;
    return this.c.nameFor(`${owner}.${name}`, `${owner}_${name.toLowerCase()}`, 'variable', this.c.exports);
  }

  enumMember(className: string, name: string): string {
    const model = this.classes.get(className);
    const member = model && enumMembers(model).find(one => one.name === name);
    return member ? member.goName : this.c.gap(`${className} has no member ${name}`);
  }

  enumMembers(className: string): string[] | undefined {
    const model = this.classes.get(className);
    return model?.kind === 'enum' ? canonicalMembers(model).map(member => member.goName) : undefined;
  }

  enumValueType(className: string): Type {
    const model = this.classes.get(className);
    return model ? enumValueType(this.c, model) : { kind: 'any' };
  }

  /** Whether a value prints as a text of its own; notes that the text is needed. */
  hasText(className: string): boolean {
    const model = this.classes.get(className);
    if (!model) return false;
    if (this.method(className, '__str__') ?? this.method(className, '__repr__')) return true;
    if (!model.isDataclass && model.kind !== 'enum') return model.bases.some(base => this.hasText(base.name));
    // What is of a class below is printed as that.
    for (const one of this.familyOf(model)) one.needsText = true;
    return true;
  }

  /** What an error does where no `try` of the function takes it. */
  failOut(c: Context, error: go.Expression): go.Statement[] {
    const { func } = c;
    if (func.kind === 'generator' && func.fallible) return failRound(c, error);
    if (func.onReturn && func.fallible) {
      return func.onReturn([...resultTypes(func.result).map(type => zeroValue(type, c)), error]);
    }
    if (func.fallible) return [ret(...resultTypes(func.result).map(type => zeroValue(type, c)), error)];
    // A literal that is handed to somebody gives a value only: what is taken outside cannot pass through it.
    const isLiteral = func.kind === 'function' && func.model === undefined;
    for (let around = isLiteral ? func.parent : undefined; around; around = around.parent) {
      if (around.catchers.length > 0) return c.gap('a function that can fail has no counterpart as a value here');
      if (around.fallible) c.notes.assume('what a function literal calls does not fail: it would end the program');
    }
    const isMain = func.model !== undefined && isProgramMain(c, func.model.node);
    if (isMain || func.kind === 'main' || func.kind === 'module') return [exprStmt(pkgCall('log', 'Fatal', error))];
    return [exprStmt(call('panic', error))];
  }

  private addClass(node: py.ClassDef): void {
    if (node.name.kind !== 'Name') return;
    const name = node.name.id;
    const declaration = this.c.facts.typeDeclaration(`.${name}`);
    const go = this.c.nameFor(`class ${name}`, name, 'type', this.c.exports);
    this.classes.set(name, {
      node,
      name,
      goName: go,
      kind: 'struct',
      declaration,
      goType: { goName: go, kind: 'pointer', ownEquality: false },
      bases: [],
      libraryBases: [],
      subclasses: [],
      methods: new Map(),
      methodAliases: new Map(),
      setters: new Map(),
      isDataclass: false,
      isFrozen: false,
      structName: go,
      needsSelf: false,
      needsText: false,
      isProtocol: false,
      protocols: [],
      getters: new Set(),
    });
  }

  private link(model: ClassModel): void {
    const { c } = this;
    for (const written of model.node.bases) {
      if (written.kind === 'Keyword') continue;
      // `Stack[int]` stands on Stack.
      const base = written.kind === 'Subscript' ? written.value : written;
      const own = base.kind === 'Name' ? this.classes.get(base.id) : undefined;
      const qualified = c.facts.qualifiedName(base) ?? (base.kind === 'Name' ? `builtins.${base.id}` : '');
      // A name that is defined again can stand on itself.
      if (own && !this.standsOn(own, model)) {
        model.bases.push(own);
        own.subclasses.push(model);
      } else model.libraryBases.push(qualified);
    }
    for (const decorator of model.node.decorators) {
      const callee = decorator.kind === 'Call' ? decorator.func : decorator;
      if (c.facts.qualifiedName(callee) !== 'dataclasses.dataclass') continue;
      model.isDataclass = true;
      model.isFrozen =
        decorator.kind === 'Call' &&
        decorator.args.some(
          arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'frozen' && isTrue(arg.value),
        );
    }
    if (isPydantic(model)) model.isDataclass = true;
    model.kind = this.kindOf(model);
    if (model.kind === 'exception') model.goType.kind = 'error';
    else if (model.kind === 'enum' || model.isFrozen || isNamedTuple(model)) model.goType.kind = 'value';
    if (model.kind === 'enum') model.goType.over = enumForm(model) === 'str' ? 'str' : 'int';
    if (isNamedTuple(model)) {
      model.isDataclass = true;
      model.isFrozen = true;
    }
    for (const statement of model.node.body) {
      if (statement.kind === 'FunctionDef') this.addFunction(statement, model, bindingOf(statement, c));
      if (statement.kind !== 'Assign' || statement.value.kind !== 'Name') continue;
      for (const target of statement.targets) {
        if (target.kind === 'Name' && model.methods.has(statement.value.id)) {
          model.methodAliases.set(target.id, statement.value.id);
        }
      }
    }
  }

  /** All fields of the class are read from JSON and written to it. */
  private serialize(model: ClassModel): void {
    for (const field of ownFields(model, this.c)) this.serializedFields.add(field.name);
  }

  /** Objects that Go would compare by their address are compared by what they hold. */
  private hasOwnEquality(model: ClassModel): boolean {
    if (model.goType.kind === 'value' || model.kind !== 'struct') return false;
    return model.isDataclass || this.method(model.name, '__eq__') !== undefined;
  }

  private standsOn(model: ClassModel, other: ClassModel): boolean {
    return model === other || model.bases.some(base => this.standsOn(base, other));
  }

  private kindOf(model: ClassModel): ClassModel['kind'] {
    const bases = [...model.libraryBases, ...model.bases.flatMap(base => base.libraryBases)];
    if (bases.some(base => /^enum\./.test(base))) return 'enum';
    if (this.isSubclass(`.${model.name}`, 'builtins.BaseException') && isException(this, model)) return 'exception';
    return 'struct';
  }

  private addFunction(node: py.FunctionDef, owner: ClassModel | undefined, binding: FunctionModel['binding']): void {
    if (node.name.kind !== 'Name' || this.functions.has(node)) return;
    const { c } = this;
    const name = node.name.id;
    const symbol = c.facts.symbolOf(node.name);
    const effects = c.facts.effectsOf(node);
    const isMethod = owner !== undefined && binding !== 'static';
    // By the definition itself: a property and its setter share a name.
    const signature = asFunction(c.facts.typeOf(node));
    const params = node.params.filter(param => param.kind === 'Param').slice(isMethod ? 1 : 0);
    const generator = effects.yields || containsYield(node);
    const model: FunctionModel = {
      node,
      symbol,
      goName: this.functionName(name, owner, binding),
      className: owner?.name,
      binding,
      params: params
        .filter(param => param.form === 'plain' || param.form === 'doubleStar' || (param.form === 'star' && param.name))
        .map(param => this.param(param, node, owner)),
      result: settleResult(managedResult(signature?.result) ?? none, generator, node),
      fallible: false,
      catchable: new Set(),
      escapes: new Set(),
      generator,
    };
    for (const param of model.params) {
      const paramSymbol = param.node.name && c.facts.symbolOf(param.node.name);
      if (paramSymbol) this.params.set(paramSymbol, param);
    }
    this.functions.set(node, model);
    if (isNamed(node, '__iter__') && model.result.kind === 'instance') model.goName = 'Iter';
    if (symbol) this.bySymbol.set(symbol, model);
    if (binding === 'setter') owner?.setters.set(name, model);
    else owner?.methods.set(name, model);
  }

  private functionName(name: string, owner: ClassModel | undefined, binding: FunctionModel['binding']): string {
    const { c } = this;
    const exported = c.exports && !name.startsWith('_');
    if (!owner)
      return name === 'main'
        ? 'main'
        : c.nameFor(`func ${name}`, packageNames.has(name) ? `${name}_func` : name, 'function', exported);
    if (binding === 'class' || binding === 'static') {
      return c.nameFor(`${owner.name}.${name}`, `${goName(owner.goName, 'function')}_${name}`, 'function', exported);
    }
    if (name === '__repr__' && owner.kind !== 'enum' && !owner.node.body.some(one => isNamed(one, '__str__')))
      return 'String';
    if (binding === 'setter') return methodName(`set_${name}`, exported, owner);
    const special = specialMethods[name];
    if (special) return special;
    return methodName(name, exported, owner);
  }

  private param(node: py.ParamNode, func: py.FunctionDef, owner: ClassModel | undefined): ParamModel {
    const name = node.name?.kind === 'Name' ? node.name.id : '_';
    const raw = node.name ? this.c.facts.typeOf(node.name) : ({ kind: 'unknown' } as const);
    const variadic = node.form === 'star';
    const known = this.paramType(node, func, owner, raw);
    const settled = settle(variadic && known.kind === 'tuple' ? (known.elts[0] ?? { kind: 'any' }) : known);
    const symbol = node.name && this.c.facts.symbolOf(node.name);
    // None alone says nothing of what the parameter is for.
    const open = settled.kind === 'none' ? ({ kind: 'any' } as const) : settled;
    const given = open.kind === 'iterator' && symbol && isPulled(this.c, symbol) ? pulled(open.elt) : open;
    const type = given.kind === 'optional' && isFilledList(given.of, func, name) ? given.of : given;
    return {
      name,
      node,
      type: variadic ? elementOf(type) : type,
      ...(node.default && { default: node.default }),
      ...(node.form === 'doubleStar' && { keywords: true }),
      byPointer: !variadic && isFilledList(type, func, name),
      variadic,
    };
  }

  /** What is not said of a parameter is taken from the field that it is kept in, or from what the method is for. */
  private paramType(node: py.ParamNode, func: py.FunctionDef, owner: ClassModel | undefined, raw: Type): Type {
    if (!owner || node.name?.kind !== 'Name' || func.name.kind !== 'Name') return raw;
    const isObject =
      raw.kind === 'any' || raw.kind === 'unknown' || (raw.kind === 'instance' && raw.name === 'builtins.object');
    if (isObject && /^__(eq|lt|le|gt|ge|add|sub)__$/.test(func.name.id)) {
      return { kind: 'instance', name: `.${owner.name}`, args: [] };
    }
    if (raw.kind !== 'none') return raw;
    for (const statement of func.body) {
      if (statement.kind !== 'Assign' || statement.value.kind !== 'Name' || statement.value.id !== node.name.id)
        continue;
      const [target] = statement.targets;
      if (target?.kind === 'Attribute' && target.attr.kind === 'Name') {
        return this.field(owner.name, target.attr.id)?.type ?? raw;
      }
    }
    return raw;
  }

  private addNested(root: NodeBase): void {
    walk(root, node => {
      if (node.kind === 'FunctionDef') this.addFunction(node as unknown as py.FunctionDef, undefined, 'function');
    });
  }

  private findCaught(statements: readonly py.Statement[]): void {
    for (const root of statements) {
      walk(root, node => {
        for (const name of testedClasses(node, this.c)) this.caughtClasses.add(name);
        if (node.kind !== 'ExceptHandler') return;
        for (const name of handlerClasses(node as unknown as py.ExceptHandler, this.c)) this.caughtClasses.add(name);
      });
    }
  }
}

/** A list that the function makes longer or shorter, for who gave it. */
const isFilledList = (type: Type, func: py.FunctionDef, name: string): boolean =>
  (type.kind === 'list' || type.kind === 'bytes') && changesLength(func, name);
