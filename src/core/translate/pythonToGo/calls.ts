/** Calls: of functions and classes of the file, of methods, of the library and of built-ins. */
import { any, instance, none, type FunctionType, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { missingMethods, refuseAbstract } from './abstractClasses';
import { fieldOf, receiver } from './attributes';
import { builtinCall } from './builtins';
import { literalOf } from './classModel';
import { startLiteral } from './classVariables';
import { classOfCls } from './classMethods';
import { coerce, withArticle } from './coerce';
import { losesIdentity } from './floatLists';
import { withSelves } from './constructors';
import { isLiteral, pure, value, type Value } from './value';
import { type Context } from './context';
import { calledFunction } from './fallible';
import { asList } from './displays';
import { enumLookup } from './enumLookups';
import { expression, operands } from './expressions';
import { failingRounds, failsInRounds } from './failingGenerators';
import { libraryCall } from './library';
import { digestAtOnce } from './library/hashes';
import { madeByLibrary } from './libraryBases';
import { methodCall } from './methods';
import { isNamed } from './modelFacts';
import type { FunctionModel, ParamModel } from './models';
import { madeFrom, namedTupleMethod, namedTupleOf } from './namedTuples';
import { overriddenBelow } from './polymorphism';
import { isCoroutine, runner } from './starting';
import { isSimple } from './subscripts';
import { isSuper, superCall } from './supers';
import { isOpenCall, mixesNumbers, openArity, refusedValue } from './openCalls';
import { partsOf } from './iteration';
import { refuseKeptList } from './keptLists';
import { resultTypes, settle } from './settling';
import { isAny, zeroValue } from './types';
import { list } from './shapes';

export function callExpression(c: Context, node: py.Call, want?: Type): Value {
  if (isCoroutine(c, node)) return runner(c, node);
  const { func } = node;
  const own = calledFunction(node, c.model, c);
  if (func.kind === 'Name') {
    const symbol = c.facts.symbolOf(func);
    if (symbol?.kind === 'class' && c.model.classes.has(func.id)) return construct(c, func.id, node);
    if (own && !isNamed(own.node, '__call__')) return callModel(c, own, g.ident(own.goName), node);
    if (symbol?.kind === 'builtin' || !symbol) return builtinCall(c, node, func.id, want);
  }
  const qualified = c.facts.qualifiedName(func);
  if (qualified !== undefined && !qualified.startsWith('.')) {
    const known = libraryCall(c, qualified, node, want);
    if (known) return known;
  }
  if (func.kind === 'Attribute') return attributeCall(c, node, func, own, want);
  const around = classOfCls(c, func);
  if (around !== undefined) return construct(c, around, node);
  const named = c.facts.typeOf(func);
  if (named.kind === 'class' && named.name.startsWith('.') && c.model.classes.has(named.name.slice(1))) {
    return construct(c, named.name.slice(1), node);
  }
  const callee = expression(c, func);
  if (callee.type.kind === 'func') return callValue(c, callee, callee.type, node);
  if (callee.type.kind === 'instance' && callee.type.name.startsWith('.')) {
    const method = c.model.method(callee.type.name.slice(1), '__call__');
    if (method) return callModel(c, method, g.sel(callee.node, method.goName), node);
  }
  if (isAny(callee.type, c) && isOpenCall(c, node)) return openCall(c, callee, node);
  return c.gap(`a call of ${withArticle(callee.type)} has no counterpart here`, node);
}

function attributeCall(
  c: Context,
  node: py.Call,
  func: py.Attribute,
  own: FunctionModel | undefined,
  want: Type | undefined,
): Value {
  if (func.attr.kind !== 'Name') return c.gap('this call has no counterpart here', node);
  const name = func.attr.id;
  if (isSuper(func.value)) return superCall(c, node, name, own);
  // `self.clock()` of an object that can be called.
  if (own && name !== '__call__' && isNamed(own.node, '__call__')) {
    return callModel(c, own, g.sel(expression(c, func).node, own.goName), node);
  }
  if (own && (own.binding === 'static' || own.binding === 'class')) {
    return callModel(c, own, g.ident(own.goName), node);
  }
  if ((own || name === '__init__') && c.facts.typeOf(func.value).kind === 'class') {
    const [self, ...rest] = node.args;
    if (self?.kind === 'Name' && c.func.self) return superCall(c, { ...node, args: rest }, name, own);
  }
  // `Base.__init__(self, text)` of a base that takes its constructor from Python.
  const [self, ...rest] = node.args;
  const isBase = name === '__init__' && c.facts.typeOf(func.value).kind === 'class' && c.func.self !== undefined;
  if (isBase && self?.kind === 'Name' && c.facts.symbolOf(self) === c.func.self?.symbol) {
    return superCall(c, { ...node, args: rest }, name, own);
  }
  // `Shape.area(circle)`: the object that the method is of comes first.
  if (own?.binding === 'instance' && self && self.kind !== 'Keyword' && c.facts.typeOf(func.value).kind === 'class') {
    const object = receiver(c, self);
    const owner = c.model.classes.get(own.className ?? '');
    if (owner && overriddenBelow(c.model, owner, c).has(name)) {
      return c.gap(`${name} of ${owner.name}, which classes below have of their own, has no counterpart here`, node);
    }
    return callModel(c, own, methodOf(c, object, own, name), { ...node, args: rest });
  }
  const digest = digestAtOnce(c, node);
  if (digest) return digest;
  const named = c.facts.typeOf(func.value);
  const tupleClass = named.kind === 'class' && name === '_make' ? namedTupleOf(c, instance(named.name)) : undefined;
  if (tupleClass && self && self.kind !== 'Keyword') return madeFrom(c, tupleClass, self);
  const of = receiver(c, func.value);
  // What a handler has caught is known better than the name that several handlers share.
  const ofError =
    of.type.kind === 'error' && of.type.name?.startsWith('.') ? c.model.method(of.type.name.slice(1), name) : undefined;
  const method = ofError ?? own;
  if (method) return asKnown(c, callModel(c, method, methodOf(c, of, method, name), node), of, node);
  const known = namedTupleMethod(c, of, name, node) ?? methodCall(c, of, name, node, want);
  if (known) return known;
  if (of.type.kind === 'instance' && of.type.name.startsWith('.')) {
    const field = fieldOf(c, of, name, func);
    if (field.type.kind === 'func') return callValue(c, field, field.type, node);
  }
  if (of.type.kind === 'instance' && of.type.name === 'argparse.Namespace') {
    const field = fieldOf(c, of, name, func);
    if (field.type.kind === 'func') return callValue(c, field, field.type, node);
  }
  return c.gap(`the method ${name} of ${withArticle(of.type)} has no counterpart here`, node);
}

/** What a generic class gives is of the type that the object was made for. */
function asKnown(c: Context, given: Value, of: Value, node: py.Call): Value {
  const elt = given.type.kind === 'optional' ? given.type.of : given.type;
  if (!isAny(elt, c) || of.type.kind !== 'instance') return given;
  const owner = c.facts.typeOf((node.func as py.Attribute).value);
  const known = c.facts.typeOf(node);
  const isPlain = (type: Type): boolean => /^(int|float|str|bool|tuple|instance)$/.test(type.kind);
  if (owner.kind !== 'instance' || owner.args.length === 0) return given;
  const type = settle(known);
  return isPlain(type) && !isAny(type, c) ? coerce(c, given, type) : given;
}

/** The method to call: of `self` in a base class it is the one of the object's own class. */
export function methodOf(c: Context, of: Value, own: FunctionModel, name: string): go.Expression {
  const ofError = of.type.kind === 'error' ? c.model.classes.get(of.type.name?.slice(1) ?? '') : undefined;
  if (ofError && overriddenBelow(c.model, ofError, c).has(name)) {
    return c.gap(`${name}, which classes below ${ofError.name} have of their own, cannot be called through it`);
  }
  const owner = c.model.classes.get(c.func.self?.className ?? '');
  const isOwn = of.node.kind === 'Ident' && of.node.name === c.func.roles['self'];
  if (isOwn && owner?.needsSelf && overriddenBelow(c.model, owner, c).has(name)) {
    return g.sel(g.sel(of.node, 'self'), own.goName);
  }
  return g.sel(of.node, own.goName);
}

/** A call of a function value. */
function callValue(c: Context, callee: Value, type: FunctionType, node: py.Call): Value {
  const nodes = byPosition(c, type, node);
  const variadic = type.params.find(param => param.variadic);
  if (nodes.length !== type.params.length && !variadic) {
    return c.gap('this function that is a value takes another number of arguments', node);
  }
  const wants = nodes.map((_, i) => (type.params[i] ?? variadic)?.type ?? any);
  const args = operands(c, nodes, wants).map((one, i) => coerce(c, one, wants[i]!).node);
  return finishCall(c, g.call(callee.node, ...args), type.result, c.valuesFail(type.params.length));
}

/** A call of a function of which the type is known only when it is called. */
function openCall(c: Context, callee: Value, node: py.Call): Value {
  const refused = refusedValue(c);
  if (refused !== undefined) return c.gap(`${refused} as a value of any type has no counterpart here`, node);
  if (mixesNumbers(c, node)) return c.gap('a call that gives now an int, now a float has no counterpart here', node);
  const plain = node.args.filter(arg => arg.kind !== 'Keyword');
  if (plain.length < node.args.length) return c.gap('keywords for a function that is a value', node);
  const { nodes, isSpread } = restArguments(plain);
  const values = operands(c, nodes, isSpread ? [list(any)] : nodes.map(() => any));
  const given = isSpread
    ? [coerce(c, asList(c, values[0]!), list(any)).node]
    : values.map(one => coerce(c, one, any).node);
  const helper = g.ident(c.helper('callFunction'));
  const call = isSpread ? g.spread(helper, callee.node, ...given) : g.call(helper, callee.node, ...given);
  if (c.valuesFail(openArity)) return finishCall(c, call, any, true);
  return value(g.call(c.helper('must'), call), any);
}

/** The arguments of a call in the order of the parameters. */
function byPosition(c: Context, type: FunctionType, node: py.Call): py.Expression[] {
  const given = node.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword') continue;
    const at = type.params.findIndex(param => param.name !== undefined && param.name === (arg.arg as py.Name)?.id);
    if (at < 0 || given[at]) return c.gap('keywords for a function that is a value', node);
    given[at] = arg.value;
  }
  return Array.from(given, one => one ?? c.gap('an argument of a function that is a value is missing', node));
}

// ---- functions of the file ----

/** The arguments by parameter, with defaults written out; then the call with what its errors need. */
export function callModel(c: Context, model: FunctionModel, fun: go.Expression, node: py.Call): Value {
  const { args, isSpread } = bindArguments(c, model, node);
  const written = isSpread ? g.spread(fun, ...args) : g.call(fun, ...args);
  if (failsInRounds(c, model)) return value(failingRounds(written), c.model.resultOf(model));
  return finishCall(c, written, c.model.resultOf(model), model.fallible);
}

/** Takes the results of a call: the error goes where errors go here, several values become a tuple when they must. */
export function finishCall(c: Context, written: go.CallExpr, result: Type, fallible: boolean): Value {
  const types = resultTypes(result);
  if (!fallible && types.length < 2) return value(written, result);
  if (!fallible) return spread(c, written, result, types);
  const err = c.errorName();
  if (types.length === 0) {
    const check = g.ifStmt(
      g.binary(g.ident(err), '!=', g.nil()),
      c.fail(g.ident(err)),
      undefined,
      g.assign(g.ident(err), written),
    );
    c.emit(check);
    return pure(g.nil(), none);
  }
  const name = c.takeResultNames(types) ?? types.map(type => c.freshResult(type));
  types.forEach((type, i) => c.declareLocal(name[i] ?? '_', type));
  c.emit(g.assign([...name.map(g.ident), g.ident(err)], written));
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.fail(g.ident(err))));
  if (types.length === 1) return pure(g.ident(name[0] ?? '_'), result);
  return value(g.composite(c.goType(result), name.map(g.ident)), result, true);
}

/** Several results get names at once: in Go they are no value. */
function spread(c: Context, written: go.CallExpr, result: Type, types: Type[]): Value {
  const names = c.takeResultNames(types) ?? types.map(type => c.freshResult(type));
  types.forEach((type, i) => c.declareLocal(names[i] ?? '_', type));
  c.emit(g.assign(names.map(g.ident), written));
  return value(g.composite(c.goType(result), names.map(g.ident)), result, true);
}

function bindArguments(c: Context, model: FunctionModel, node: py.Call): { args: go.Expression[]; isSpread: boolean } {
  const given = new Map<ParamModel, py.Expression>();
  const rest: py.Expression[] = [];
  const { params } = model;
  const variadic = params.find(param => param.variadic);
  const keywords = params.find(param => param.keywords);
  const forKeywords: py.Keyword[] = [];
  let spread: py.Expression | undefined;
  let at = 0;
  for (const arg of spreadArguments(c, node, params)) {
    if (arg.kind === 'Keyword') {
      const wanted = arg.arg?.kind === 'Name' ? arg.arg.id : undefined;
      const param = params.find(one => one.name === wanted && !one.keywords);
      if (param) given.set(param, arg.value);
      else if (keywords) forKeywords.push(arg);
      else if (wanted !== undefined) return c.gap(`${wanted} is no parameter that is known here`, arg);
      else spread = arg.value;
      continue;
    }
    const param = params[at];
    if (param && !param.variadic && !param.keywords) {
      if (arg.kind === 'Starred') return c.gap('* in a call has no counterpart here', arg);
      given.set(param, arg);
      at++;
    } else if (variadic) rest.push(arg);
    else return c.gap('this call has more arguments than its function has parameters', node);
  }
  const plain = params.filter(param => !param.variadic);
  if (keywords) given.set(keywords, keywordDict(forKeywords));
  const missing = plain.filter(param => !given.has(param));
  if (spread) for (const [param, one] of spreadKeywords(c, spread, missing)) given.set(param, one);
  const nodes = plain.map(param => {
    const one = given.get(param) ?? param.default;
    if (!one) return c.gap(`the argument ${param.name} is missing`, node);
    return one;
  });
  const wants = plain.map(param => param.type);
  const extra = restArguments(rest);
  const values = operands(
    c,
    [...nodes, ...extra.nodes],
    [...wants, ...extra.nodes.map(() => (extra.isSpread && variadic ? list(variadic.type) : variadic?.type))],
  );
  plain.forEach((param, i) => {
    refuseKeptList(c, param, nodes[i]!);
    if (losesIdentity(values[i]!, param.type) && c.facts.effectsOfCall(node).changes.includes(param.name))
      c.gap('a list of whole numbers that is changed as one of floats has no counterpart here', nodes[i]);
  });
  const args = plain.map((param, i) =>
    param.byPointer ? addressOf(c, values[i]!, param) : coerce(c, values[i]!, param.type).node,
  );
  const tail = values.slice(plain.length);
  if (extra.isSpread && variadic) {
    args.push(coerce(c, asList(c, tail[0]!), { kind: 'list', elt: variadic.type }).node);
  } else if (variadic) args.push(...tail.map(one => coerce(c, one, variadic.type).node));
  return { args, isSpread: extra.isSpread };
}

/** What goes to `*args`: one spread list, or values one by one. */
function restArguments(rest: readonly py.Expression[]): { nodes: py.Expression[]; isSpread: boolean } {
  const [only] = rest;
  if (rest.length === 1 && only?.kind === 'Starred') return { nodes: [only.value], isSpread: true };
  if (!rest.some(one => one.kind === 'Starred')) return { nodes: [...rest], isSpread: false };
  return { nodes: [{ kind: 'List', start: -1, end: -1, elts: [...rest] }], isSpread: true };
}

/** What goes to `**kwargs`, as a dict. */
function keywordDict(items: readonly py.Keyword[]): py.Dict {
  return {
    kind: 'Dict',
    start: -1,
    end: -1,
    items: items.map(item =>
      item.arg?.kind === 'Name'
        ? {
            kind: 'DictItem',
            start: -1,
            end: -1,
            key: { kind: 'Str', start: -1, end: -1, value: item.arg.id },
            value: item.value,
          }
        : { kind: 'DictSpread', start: -1, end: -1, value: item.value },
    ),
  };
}

/** `f(**options)`: the parameters that are not given otherwise, by their names. */
function spreadKeywords(c: Context, node: py.Expression, params: readonly ParamModel[]): [ParamModel, py.Expression][] {
  if (node.kind === 'Dict') {
    return node.items.map(item => {
      const key = item.kind === 'DictItem' && item.key.kind === 'Str' ? item.key.value : undefined;
      const param = params.find(one => one.name === key);
      if (!param || item.kind !== 'DictItem') return c.gap('** in a call has no counterpart here', node);
      return [param, item.value];
    });
  }
  if (params.some(param => param.default))
    return c.gap('** over parameters with defaults has no counterpart here', node);
  const of = c.temporary(expression(c, node), 'options');
  if (of.type.kind !== 'dict') return c.gap('** in a call has no counterpart here', node);
  c.notes.assume('what ** spreads over the parameters of a function has just their names');
  const { type } = of;
  const source = c.isOrdered(type) ? g.sel(of.node, 'Values') : of.node;
  return params.map(param => [param, c.standIn(value(g.index(source, g.str(param.name)), type.value, true))]);
}

/** `f(*pair)`: what is spread over parameters that have names, one by one. */
function spreadArguments(c: Context, node: py.Call, params: readonly ParamModel[]): py.Call['args'] {
  const plain = params.filter(param => !param.variadic && !param.keywords);
  const named = new Set(
    node.args.flatMap(arg => (arg.kind === 'Keyword' && arg.arg?.kind === 'Name' ? arg.arg.id : [])),
  );
  const made: py.Call['args'] = [];
  node.args.forEach((arg, i) => {
    const at = made.filter(one => one.kind !== 'Keyword').length;
    if (arg.kind !== 'Starred' || at >= plain.length) {
      made.push(arg);
      return;
    }
    const later = node.args.slice(i + 1).filter(one => one.kind !== 'Keyword').length;
    const room = plain.filter((param, place) => place >= at && !named.has(param.name)).length - later;
    made.push(
      ...spreadParts(
        c,
        arg.value,
        room,
        plain.slice(at),
        params.some(param => param.variadic),
      ),
    );
  });
  return made;
}

/** The parts of a value, each as an argument: of a tuple all, of a list as many as the function takes. */
function spreadParts(
  c: Context,
  node: py.Expression,
  room: number,
  params: readonly ParamModel[],
  hasRest: boolean,
): py.Expression[] {
  const of = expression(c, node);
  if (of.type.kind === 'tuple') {
    const parts = partsOf(c, of, of.type.elts.length) ?? [];
    return parts.map(part => c.standIn(part));
  }
  const items = c.temporary(asList(c, of), 'items');
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  const needed = params.slice(0, room).filter(param => !param.default).length;
  c.notes.assume('what * spreads over the parameters of a function has just as many items');
  const parts: py.Expression[] = Array.from({ length: room }, (_, i) => {
    if (i < needed || hasRest) return c.standIn(value(g.index(items.node, g.int(i)), elt, true));
    return c.standIn(value(itemOr(c, items, params[i], i, elt, node), elt, true));
  });
  if (!hasRest) return parts;
  const rest = c.standIn(value(g.slice(items.node, g.int(room)), list(elt), true));
  return [...parts, { kind: 'Starred', start: -1, end: -1, value: rest }];
}

/** An item of what is spread, or the default of its parameter where there is none. */
function itemOr(
  c: Context,
  items: Value,
  param: ParamModel | undefined,
  at: number,
  elt: Type,
  node: py.Node,
): go.Expression {
  const otherwise = param?.default && expression(c, param.default, elt);
  if (!otherwise?.pure || !isLiteral(otherwise.node)) {
    return c.gap('* over parameters with defaults has no counterpart here', node);
  }
  return g.call(c.helper('itemOr'), items.node, g.int(at), coerce(c, otherwise, elt).node);
}

/** The address of a list that the function makes longer or shorter. */
function addressOf(c: Context, of: Value, param: ParamModel): go.Expression {
  const given = coerce(c, of, param.type);
  if (given.node.kind === 'StarExpr') return given.node.x;
  const isNone = given.node.kind === 'Ident' && given.node.name === 'nil';
  if (!isNone && isSimple(given.node)) return g.unary('&', given.node);
  if (given.node.kind === 'IndexExpr' && of.type.kind === 'list') return g.unary('&', given.node);
  const kept = c.freshLocal(param.name);
  c.emit(isNone ? g.declare(g.varDecl([kept], c.goType(param.type))) : g.define(kept, given.node));
  return g.unary('&', g.ident(kept));
}

// ---- classes of the file ----

/** An instance of a class of the file; `asBase` makes what a class below holds of it. */
export function construct(c: Context, name: string, node: py.Call, asBase = false): Value {
  const model = c.model.classes.get(name);
  if (!model) return c.gap(`${name} has no counterpart here`, node);
  const type: Type = { kind: 'instance', name: `.${name}`, args: [] };
  if (model.kind === 'exception') return c.model.exceptions.construct(c, name, node);
  if (model.kind === 'enum') {
    const [key] = node.args;
    return key && key.kind !== 'Keyword'
      ? enumLookup(c, model, key, 'Value')
      : c.gap('this enum has no counterpart here', node);
  }
  if (!asBase && missingMethods(c, model).length > 0) {
    refuseAbstract(c, model);
    return pure(zeroValue(type, c), type);
  }
  const init = c.model.constructorOf(name);
  if (!init) {
    const ofLibrary =
      node.args.length > 0 && madeByLibrary(c, model, value(g.unary('&', startLiteral(c, model)), type), node);
    if (ofLibrary) return ofLibrary;
    if (node.args.length > 0) return c.gap(`${name} takes no arguments that are known here`, node);
    const literal = startLiteral(c, model);
    return withSelves(c, value(model.goType.kind === 'value' ? literal : g.unary('&', literal), type), model);
  }
  const { args, isSpread } = bindArguments(c, init, node);
  if (model.isDataclass && init.binding === 'static') {
    const literal = withSelves(c, value(literalOf(c, model, args), type), model);
    const after = c.model.method(name, '__post_init__');
    return after ? completed(c, literal, after) : literal;
  }
  const fun = g.ident(c.model.constructorName(name));
  const written = isSpread ? g.spread(fun, ...args) : g.call(fun, ...args);
  return finishCall(c, written, type, init.fallible);
}

/** An instance of a dataclass, with what `__post_init__` does to it. */
export function completed(c: Context, literal: Value, after: FunctionModel): Value {
  const name = literal.node.kind === 'Ident' ? literal.node.name : c.freshLocal('made');
  if (literal.node.kind !== 'Ident') c.emit(g.define(name, literal.node));
  const made = finishCall(c, g.method(g.ident(name), after.goName), none, after.fallible);
  if (made.node.kind === 'CallExpr') c.emit(g.exprStmt(made.node));
  return pure(g.ident(name), literal.type);
}
