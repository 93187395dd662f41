/** The types of parameters: by annotation, by default, by what callers give, and by what the body does with them. */
import type * as py from '../../syntax/python/ast';
import { matchArguments, type Argument } from '../functions';
import { hasUnknown } from '../lattice';
import { dict, instance, list, none, str, unknown, type FunctionParam, type Type } from '../types';
import { annotationType } from './annotations';
import type { PythonScope } from './bindings';
import { callersOf } from './callers';
import { bindingOf, classAround } from './classes';
import { asPython, type PythonContext } from './context';
import { demandedType } from './demands';
import { evidence } from './evidence';
import { allBases, instanceOf } from './instances';
import { memberOf } from './members';
import { commandType } from './namespaces';
import { argumentsOf } from './operands';
import { routeType } from './routes';
import { declaredSize } from './sizes';
import { witnessed, witnessedRest } from './witness';

/** Callers that are looked at. */
const maxCallers = 24;

/** The type of a parameter as its variable has it: a list for `*args`, a dict for `**kwargs`. */
export function parameterType(
  cx: PythonContext,
  func: py.FunctionDef | py.Lambda,
  param: py.ParamNode,
  scope: PythonScope,
): Type {
  const one = singleType(cx, func, param, scope);
  if (param.form === 'star') return list(one);
  return param.form === 'doubleStar' ? dict(str, one) : one;
}

function singleType(
  cx: PythonContext,
  func: py.FunctionDef | py.Lambda,
  param: py.ParamNode,
  scope: PythonScope,
): Type {
  if (param.annotation) {
    const declared = annotationType(cx, param.annotation, scope.parent ?? scope);
    const holder = param.name?.kind === 'Name' ? cx.module.symbolOf(param.name) : undefined;
    const sized = declaredSize(cx, declared, holder);
    if (declared.kind !== 'unknown') return param.default?.kind === 'None' ? cx.join(sized, none) : sized;
  }
  const self = func.kind === 'FunctionDef' ? selfType(cx, func, param) : undefined;
  if (self) return self;
  const command = func.kind === 'FunctionDef' ? commandType(cx, func, param) : undefined;
  if (command) return command;
  const routed = func.kind === 'FunctionDef' ? routeType(func, param) : undefined;
  if (routed) return routed;
  const inherited = func.kind === 'FunctionDef' ? libraryParameter(cx, func, param) : undefined;
  if (inherited) return inherited;
  const byDefault = param.default ? cx.typeOf(param.default) : unknown;
  const given = func.kind === 'Lambda' ? wantedOfLambda(cx, func, param) : givenByCallers(cx, func, param);
  const told = cx.join(byDefault, given);
  if (!hasUnknown(told) && told.kind !== 'none') return told;
  const symbol = param.name?.kind === 'Name' ? cx.module.symbolOf(param.name) : undefined;
  const known =
    param.form === 'star' || param.form === 'doubleStar'
      ? restType(cx, told, symbol, param.form)
      : witnessed(cx, told, symbol);
  if (!hasUnknown(known) && known.kind !== 'none') return known;
  const seen = symbol ? evidence(cx, symbol) : unknown;
  if (known.kind === 'unknown' || known.kind === 'none') return cx.join(seen, known);
  return seen.kind === known.kind ? cx.join(known, seen) : known;
}

const restType = (cx: PythonContext, told: Type, holder: unknown, form: 'star' | 'doubleStar'): Type =>
  told.kind === 'unknown' ? witnessedRest(cx, holder, form) : told;

/** `self` is an instance of the class around, `cls` is the class. */
function selfType(cx: PythonContext, func: py.FunctionDef, param: py.ParamNode): Type | undefined {
  if (func.params[0] !== param) return undefined;
  const info = classAround(cx, func);
  if (!info) return undefined;
  const binding = bindingOf(func);
  if (binding === 'static' && !(func.name.kind === 'Name' && func.name.id === '__new__')) return undefined;
  if (binding !== 'instance' && binding !== 'property') return { kind: 'class', name: info.name };
  const args = info.typeParams.map((name): Type => ({ kind: 'typevar', name }));
  const self = instanceOf(cx, info.name, args);
  return self.kind === 'instance' || self.kind === 'error' ? self : instance(info.name, ...args);
}

/** What the method of the library's class takes that a method of a class below it stands for. */
function libraryParameter(cx: PythonContext, func: py.FunctionDef, param: py.ParamNode): Type | undefined {
  const info = func.name.kind === 'Name' && param.form === 'plain' ? classAround(cx, func) : undefined;
  if (!info || func.name.kind !== 'Name' || func.name.id === '__init__') return undefined;
  for (const base of allBases(cx, instance(info.name))) {
    if (base.kind !== 'instance' || !/^logging\./.test(base.name)) continue;
    const type = memberOf(cx, base, func.name.id)?.type();
    const known = type?.kind === 'func' ? type.params[func.params.indexOf(param) - 1]?.type : undefined;
    if (known && known.kind !== 'unknown' && known.kind !== 'any') return known;
  }
  return undefined;
}

/** The place of a lambda says what its parameters are: `key=lambda word: …`. */
function wantedOfLambda(cx: PythonContext, func: py.Lambda, param: py.ParamNode): Type {
  const wanted = demandedType(cx, func);
  const type = wanted.kind === 'optional' ? wanted.of : wanted;
  if (type.kind !== 'func') return givenByCallers(cx, func, param);
  const plain = func.params.filter(one => one.kind === 'Param' && one.form === 'plain');
  return type.params[plain.indexOf(param)]?.type ?? unknown;
}

/** The join of what the calls in this file give to a parameter, and of what those want who are given the function. */
function givenByCallers(cx: PythonContext, func: py.FunctionDef | py.Lambda, param: py.ParamNode): Type {
  let result: Type = unknown;
  let seen = 0;
  for (const { call, bound } of callersOf(cx, func)) {
    if (seen++ >= maxCallers) break;
    result = cx.join(result, argumentFor(cx, func, param, call, bound));
  }
  return result.kind === 'unknown' && func.kind === 'FunctionDef' ? wantedOfNamed(cx, func, param) : result;
}

/** `sorted(words, key=length)` says what `length` takes. */
function wantedOfNamed(cx: PythonContext, func: py.FunctionDef, param: py.ParamNode): Type {
  const uses = func.name.kind === 'Name' ? (cx.module.symbolOf(func.name)?.uses ?? []) : [];
  const at = func.params.filter(one => one.kind === 'Param' && one.form === 'plain').indexOf(param);
  let result: Type = unknown;
  for (const use of uses.slice(0, maxCallers)) {
    const parent = cx.tree.parentOf(use);
    if (at < 0 || (parent?.kind !== 'Call' && parent?.kind !== 'Keyword')) continue;
    const wanted = demandedType(cx, use);
    const type = wanted.kind === 'optional' ? wanted.of : wanted;
    if (type.kind === 'func') result = cx.join(result, type.params[at]?.type ?? unknown);
  }
  return result;
}

/** What a call gives to a parameter. */
export function argumentFor(
  cx: PythonContext,
  func: py.FunctionDef | py.Lambda,
  param: py.ParamNode,
  call: py.Call,
  bound: boolean,
): Type {
  const params = signatureShape(func).slice(bound ? 1 : 0);
  const args: Argument<py.Expression>[] = argumentsOf(spreadOut(cx, call));
  const { targets } = matchArguments(params, args);
  let result: Type = unknown;
  args.forEach((arg, i) => {
    if (targets[i] !== undefined && targets[i]!.name === (param.name as py.Name | undefined)?.id) {
      const given = cx.typeOf(arg.node);
      // A parameter that is handed on to itself says nothing.
      if (asPython(arg.node).kind !== 'Name' || given.kind !== 'unknown') result = cx.join(result, given);
    }
  });
  return result;
}

/** `show(*pair)` with a tuple gives each of its parts. */
function spreadOut(cx: PythonContext, call: py.Call): py.Call {
  if (!call.args.some(arg => arg.kind === 'Starred')) return call;
  const args = call.args.flatMap((arg): py.Call['args'] => {
    const type = arg.kind === 'Starred' ? cx.typeOf(arg.value) : unknown;
    if (arg.kind !== 'Starred' || type.kind !== 'tuple') return [arg];
    const place = { start: -1, end: -1 };
    return type.elts.map((_, i) => ({
      ...{ kind: 'Subscript', ...place, value: arg.value },
      slice: { kind: 'Int', ...place, value: String(i) },
    }));
  });
  return { ...call, args };
}

/** Names and forms of the parameters, without their types. */
function signatureShape(func: py.FunctionDef | py.Lambda): FunctionParam[] {
  const shape: FunctionParam[] = [];
  let keywordOnly = false;
  for (const param of func.params) {
    if (param.kind !== 'Param') continue;
    if (param.form === 'star') keywordOnly = true;
    if (param.name?.kind !== 'Name') continue;
    const entry: FunctionParam = { name: param.name.id, type: unknown };
    if (param.default) entry.optional = true;
    if (param.form === 'star' || param.form === 'doubleStar') entry.variadic = true;
    if (param.form === 'doubleStar' || (keywordOnly && param.form === 'plain')) entry.keywordOnly = true;
    shape.push(entry);
  }
  return shape;
}
