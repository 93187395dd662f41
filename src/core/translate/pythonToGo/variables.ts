/** Which Go variable a Python name means, and of which type it is. */
import type { Symbol } from '../../facts/facts';
import { joinAll, withoutNone } from '../../facts/lattice';
import { type Type, any, bool, int, str, tupleOf } from '../../facts/types';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { goName } from '../names';
import * as g from '../goNodes';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { moduleAttribute } from './library';
import { fromAny } from './coerce';
import { asValue } from './functionValues';
import { type FunctionState } from './functionState';
import { dict, list } from './shapes';
import { isPulled, pulled } from './iterators';
import { keyVariableType } from './keys';
import { sameType, settle } from './settling';
import { webOf } from './web/views';

const names = new WeakMap<Symbol, string>();
const types = new WeakMap<Symbol, Type>();

/** The one type that a variable has in Go: of all that it is given. */
export function variableType(c: Context, symbol: Symbol): Type {
  const known = types.get(symbol);
  if (known) return known;
  const model = c.model.parameterOf(symbol);
  const type =
    (model?.variadic ? tupleOf(model.type) : model?.type) ??
    settle(joinAll(symbol.uses.map(use => c.facts.typeOf(use))));
  // None alone says nothing of what the variable is for.
  const open = type.kind === 'none' ? any : type;
  const settled =
    !model && open.kind === 'iterator' && isPulled(c, symbol)
      ? pulled(open.elt)
      : model
        ? open
        : keyVariableType(c, symbol, open);
  types.set(symbol, settled);
  return settled;
}

/** Says for a symbol which type its variable has, where the translator knows better than the facts. */
export function setVariableType(symbol: Symbol, type: Type): void {
  types.set(symbol, type);
}

/** The Go name of a symbol of this file. */
export function variableName(c: Context, symbol: Symbol): string {
  const known = names.get(symbol);
  if (known !== undefined) return known;
  const name = makeName(c, symbol);
  names.set(symbol, name);
  return name;
}

function makeName(c: Context, symbol: Symbol): string {
  if (symbol.name === '_') return '_';
  if (symbol.scope.kind === 'module' && isPackageLevel(c, symbol)) {
    return c.nameFor(`var ${symbol.name}`, symbol.name, 'variable', c.exports && !symbol.name.startsWith('_'));
  }
  // `err` is the name that every check of an error uses.
  if (symbol.name === 'err') return c.func.names.of('err', 'failure');
  // Closures share the table of the function that they are in: both may use a variable.
  const key = symbol.part === undefined ? symbol.name : `${symbol.name}#${symbol.part}`;
  return c.func.names.of(key, goName(symbol.name, 'variable'));
}

/** A module's variable that functions use is a variable of the package; others belong to `main`. */
export function isPackageLevel(c: Context, symbol: Symbol): boolean {
  if (symbol.scope.kind !== 'module') return false;
  if (c.input.scope.kind !== 'file') return false;
  return symbol.captured || !c.model.isProgram || symbol.uses.some(use => isInFunction(c, use)) || isConstant(symbol);
}

function isInFunction(c: Context, node: NodeBase): boolean {
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'FunctionDef' || at.kind === 'Lambda' || at.kind === 'ClassDef') return true;
  }
  return false;
}

/** `MAX_SIZE = 10`: written as a constant, and given its value once. */
export function isConstant(symbol: Symbol): boolean {
  return /^_?[A-Z][A-Z0-9_]*$/.test(symbol.name) && !symbol.reassigned && symbol.declaration !== undefined;
}

/** The value of a name. */
export function nameValue(c: Context, node: py.Name): Value {
  if (node.id === '_') return c.gap('a value that is named _ cannot be read in Go', node);
  const given = c.standsFor(node);
  if (given) return given;
  const symbol = c.facts.symbolOf(node);
  if (!symbol) return c.gap(`nothing here says what ${node.id} is`, node);
  for (let func: FunctionState | undefined = c.func; func; func = func.parent) {
    const alias = func.aliases.get(symbol);
    if (alias) return symbol === func.self?.symbol ? wholeObject(c, alias, node) : alias;
  }
  switch (symbol.kind) {
    case 'builtin':
      return builtinName(c, node);
    case 'function': {
      const model = c.model.functionOf(symbol);
      if (model) return asValue(c, pure(g.ident(model.goName), c.model.functionType(model)), model, node);
      return pure(g.ident(variableName(c, symbol)), c.typeOf(node));
    }
    case 'class': {
      const model = c.model.classes.get(symbol.name);
      if (model) return pure(g.ident(model.goName), { kind: 'class', name: `.${symbol.name}` });
      return c.gap(`the class ${node.id} has no counterpart as a value`, node);
    }
    case 'import': {
      const known = moduleAttribute(c, c.facts.qualifiedName(node) ?? '', node);
      if (known) return known;
      return c.gap(`${node.id} of the module ${symbol.import?.module ?? ''} has no counterpart here`, node);
    }
    default:
      return variable(c, symbol, node);
  }
}

/** `self` as a value: in a base class it is the object with all that its own class adds. */
function wholeObject(c: Context, self: Value, node: py.Name): Value {
  const owner = self.type.kind === 'instance' ? c.model.classes.get(self.type.name.slice(1)) : undefined;
  if (!owner?.needsSelf || c.facts.parentOf(node)?.kind === 'Attribute') return self;
  return pure(g.sel(self.node, 'self'), self.type);
}

function variable(c: Context, symbol: Symbol, node: py.Name): Value {
  if (webOf(c).mainApp === symbol) return pure(g.pkg('net/http', 'DefaultServeMux'), c.typeOf(node));
  const name = variableName(c, symbol);
  const declared = variableType(c, symbol);
  declareIfLocal(c, symbol, name, declared);
  const param = c.model.parameterOf(symbol);
  if (param?.byPointer) return value(g.star(g.ident(name)), declared, true);
  if (c.heldByValue.has(symbol) && c.facts.parentOf(node)?.kind !== 'Attribute') {
    return pure(g.unary('&', g.ident(name)), declared);
  }
  return narrowed(c, pure(g.ident(name), declared), node);
}

/** Where the facts know that an optional is not None here, its value is taken. */
function narrowed(c: Context, whole: Value, node: py.Name): Value {
  const here = c.facts.typeOf(node);
  const isOpen = whole.type.kind === 'any' || c.isInterface(whole.type);
  const parent = c.facts.parentOf(node);
  if (
    isOpen &&
    here.kind === 'instance' &&
    here.name.startsWith('.') &&
    parent?.kind === 'Attribute' &&
    !sameType(here, whole.type)
  ) {
    return value(g.assertType(whole.node, c.goType(here)), here, true);
  }
  if (whole.type.kind === 'any') return narrowedAny(c, whole, node, here);
  if (whole.type.kind !== 'optional') return whole;
  if (here.kind === 'optional' || here.kind === 'unknown' || here.kind === 'none') return whole;
  const of = settle(withoutNone(whole.type));
  const isNil = ['StarExpr'].includes(c.goType(whole.type).kind) && c.goType(of).kind !== 'StarExpr';
  return value(isNil ? g.star(whole.node) : whole.node, of, true);
}

/** A name of any type where a test has told what it is. */
function narrowedAny(c: Context, whole: Value, node: py.Name, here: Type): Value {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  const isTested = parent?.kind === 'Call' && parent.func.kind === 'Name' && /^(isinstance|type)$/.test(parent.func.id);
  if (isTested || !c.isTestedByType(node)) return whole;
  switch (here.kind) {
    case 'float':
      // A number of either kind stays what it is: operators tell, and its text shows.
      return isTestedFor(c, node, 'float') && !isTestedFor(c, node, 'int')
        ? value(g.assertType(whole.node, c.goType(here)), here, true)
        : whole;
    case 'int':
    case 'str':
    case 'bool':
      return value(g.assertType(whole.node, c.goType(here)), here, true);
    case 'list':
      return value(fromAny(c, whole.node, list(any)), list(any), true);
    case 'dict':
      return value(fromAny(c, whole.node, dict(str, any)), dict(str, any), true);
    case 'instance':
      return here.name.startsWith('.') ? value(g.assertType(whole.node, c.goType(here)), here, true) : whole;
    default:
      return whole;
  }
}

/** Whether some test of the type of a name asks for a class. */
function isTestedFor(c: Context, node: py.Name, name: string): boolean {
  return (
    c.facts.symbolOf(node)?.uses.some(use => {
      const call = c.facts.parentOf(use) as py.Node | undefined;
      if (call?.kind !== 'Call' || call.func.kind !== 'Name') return false;
      const compare = call.func.id === 'type' ? (c.facts.parentOf(call) as py.Node | undefined) : undefined;
      const asked =
        compare?.kind === 'Compare' ? compare.comparators : call.func.id === 'isinstance' ? call.args.slice(1) : [];
      return asked.some(one =>
        [one, ...('elts' in one ? one.elts : [])].some(part => part.kind === 'Name' && part.id === name),
      );
    }) ?? false
  );
}

/** Variables are registered with the function that owns them when they are first seen. */
export function declareIfLocal(c: Context, symbol: Symbol, name: string, type: Type): void {
  if (symbol.kind === 'parameter' || symbol.scope.kind === 'comprehension' || name === '_') return;
  if (symbol.scope.kind === 'module' && isPackageLevel(c, symbol)) return;
  if (c.isFromOutside(symbol)) return;
  const owner = ownerOf(c, symbol);
  // A generator that is written in place has the scope of the function around it.
  const isAround = owner?.parent?.scope === owner?.scope && owner?.parent?.locals.has(name);
  if (owner && !isAround && !owner.locals.has(name)) owner.locals.set(name, c.goType(type));
}

function ownerOf(c: Context, symbol: Symbol): FunctionState | undefined {
  for (let func: FunctionState | undefined = c.func; func; func = func.parent) {
    const { scope } = func as { scope?: unknown };
    if (scope === symbol.scope) return func;
  }
  // A selection or a module has no function of its own in the source.
  return c.func.kind === 'module' || c.func.kind === 'main' ? c.func : undefined;
}

/** Built-in names that are not called. */
function builtinName(c: Context, node: py.Name): Value {
  switch (node.id) {
    case '__name__':
      return pure(g.str('__main__'), str);
    case 'NotImplemented': {
      const name = c.func.model?.node.name;
      // What does not know the other one is not equal to it.
      if (name?.kind === 'Name' && name.id === '__eq__') return pure(g.bool(false), bool);
      return c.gap('NotImplemented has no counterpart as a value', node);
    }
    case '__file__':
      return value(g.index(g.pkg('os', 'Args'), g.int(0)), str, true);
    case 'len':
    case 'str':
    case 'int':
    case 'float':
    case 'abs':
      return builtinFunction(c, node);
    default:
      return c.gap(`${node.id} has no counterpart as a value`, node);
  }
}

/** A built-in that is handed on as a function. */
function builtinFunction(c: Context, node: py.Name): Value {
  if (node.id === 'str') {
    const type: Type = { kind: 'func', params: [{ type: int }], result: str };
    return pure(g.pkg('strconv', 'Itoa'), type);
  }
  return c.gap(`${node.id} has no counterpart as a value`, node);
}
