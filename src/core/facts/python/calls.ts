/** What calls give: by the signature of what is called, its type variables bound by the arguments. */
import type { LibraryFunction } from '../../library/library';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { finish, matchArguments, unify } from '../functions';
import { substitute } from '../lattice';
import { unknown, type FunctionType, type Type } from '../types';
import { constructorOf } from './constructors';
import type { PythonContext, Resolved } from './context';
import { instanceOf } from './instances';
import { boundParameters } from './typevars';
import { elementOf } from './iteration';
import { memberOf } from './members';
import { argumentsOf } from './operands';
import { specialCall } from './special';

/** The type of a call. */
export function callType(cx: PythonContext, n: py.Call): Type {
  const special = specialCall(cx, n);
  if (special) return special;
  const resolved = cx.resolve(n.func);
  if (resolved?.func) return calledFunction(cx, resolved, resolved.func, n);
  if (resolved?.overloads) return applied(cx, pickOverload(cx, resolved.overloads, n).type, n);
  const type = cx.typeOf(n.func);
  switch (type.kind) {
    case 'func':
      return applied(cx, type, n);
    case 'class':
      return constructed(cx, type.name, n);
    case 'instance': {
      const call = memberOf(cx, type, '__call__');
      const method = call?.type();
      return method?.kind === 'func' ? applied(cx, method, n) : unknown;
    }
    default:
      return guessed(cx, n.func, resolved?.qualified);
  }
}

/** A function of this document. Its parameters are left alone where its result does not depend on type variables. */
function calledFunction(cx: PythonContext, resolved: Resolved, func: NonNullable<Resolved['func']>, n: py.Call): Type {
  const result = func.cx.resultOf(func.node);
  if (!mentionsTypevar(result)) return result;
  // The receiver's arguments are put in already, and the receiver is gone.
  const type = resolved.type();
  return type.kind === 'func' ? applied(cx, type, n) : result;
}

const mentionsTypevar = (type: Type): boolean => JSON.stringify(type).includes('"typevar"');

/** The result of a function for these arguments. */
function applied(cx: PythonContext, type: FunctionType, n: py.Call): Type {
  if (!mentionsTypevar(type.result)) return type.result;
  return finish(type.result, bindings(cx, type, n));
}

/** Binds type variables by the arguments; functions come last, for their parameters follow from the rest. */
function bindings(cx: PythonContext, type: FunctionType, n: py.Call): Map<string, Type> {
  const by = new Map<string, Type>();
  const args = argumentsOf(n);
  const { targets } = matchArguments(type.params, args);
  const element = (given: Type): Type | undefined => elementOf(cx, given);
  for (const late of [false, true]) {
    args.forEach((arg, i) => {
      const param = targets[i];
      const isFunction = param !== undefined && takesFunction(param.type);
      if (!param || isFunction !== late) return;
      const given = cx.typeOf(arg.node);
      unify(param.type, given.kind === 'class' && isFunction ? asFunction(cx, given) : given, by, element);
    });
  }
  return by;
}

const takesFunction = (type: Type): boolean =>
  type.kind === 'func' || (type.kind === 'optional' && type.of.kind === 'func');

/** A class that is given where a function is wanted: `map(int, words)`. */
const asFunction = (cx: PythonContext, type: Type & { kind: 'class' }): Type => ({
  kind: 'func',
  params: [],
  result: instanceOf(cx, type.name, []),
});

function constructed(cx: PythonContext, name: string, n: py.Call): Type {
  const own = cx.classNamed(name);
  const params = own?.typeParams ?? cx.library.class(name)?.typeParams ?? [];
  if (params.length === 0) return instanceOf(cx, name, []);
  const self = instanceOf(
    cx,
    name,
    params.map((param): Type => ({ kind: 'typevar', name: param })),
  );
  const options = constructorOf(cx, name);
  if (options.length === 0) return finish(self, new Map());
  const { type } = pickOverload(cx, options, n);
  const by = own ? boundParameters(own.cx, params, own.scope) : new Map<string, Type>();
  return finish(substitute(self, bindings(cx, type, n)), by);
}

/** A class of a library without a table: `Column(…)` of an imported `Column` gives a Column. */
function guessed(cx: PythonContext, func: NodeBase, qualified: string | undefined): Type {
  if (qualified === undefined || qualified.startsWith('.')) return unknown;
  const last = qualified.slice(qualified.lastIndexOf('.') + 1);
  if (cx.library.module(qualified) || !/^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$/.test(last)) return unknown;
  return cx.typeOf(func).kind === 'unknown' ? instanceOf(cx, qualified, []) : unknown;
}

/** The first overload that takes these arguments; the first of all where none does. */
export function pickOverload(cx: PythonContext, overloads: readonly LibraryFunction[], n: py.Call): LibraryFunction {
  if (overloads.length === 1) return overloads[0]!;
  const args = argumentsOf(n);
  const fitting = overloads.filter(one => matchArguments(one.type.params, args).fits);
  if (fitting.length <= 1) return fitting[0] ?? overloads[0]!;
  const suits = fitting.find(one => {
    const { targets } = matchArguments(one.type.params, args);
    return args.every((arg, i) => accepts(cx, targets[i]?.type, arg.node));
  });
  return suits ?? fitting[0]!;
}

function accepts(cx: PythonContext, wanted: Type | undefined, node: py.Expression): boolean {
  if (!wanted || ['typevar', 'any', 'unknown', 'func'].includes(wanted.kind)) return true;
  // An f-string or a lambda need not be looked into to know what it is not.
  const given = cx.typeOf(node);
  return acceptsType(cx, wanted, given);
}

function acceptsType(cx: PythonContext, wanted: Type, given: Type): boolean {
  if (given.kind === 'unknown' || given.kind === 'any' || wanted.kind === given.kind) {
    return wanted.kind !== 'instance' || given.kind !== 'instance' || wanted.name === given.name;
  }
  switch (wanted.kind) {
    case 'float':
      return given.kind === 'int' || given.kind === 'bool';
    case 'int':
      return given.kind === 'bool';
    case 'optional':
      return given.kind === 'none' || acceptsType(cx, wanted.of, given);
    case 'union':
      return wanted.types.some(one => acceptsType(cx, one, given));
    case 'iterator':
      return elementOf(cx, given) !== undefined;
    case 'typevar':
    case 'any':
      return true;
    default:
      return false;
  }
}

/** The signature of what is called, for these arguments; undefined where it is not known. */
export function signatureFor(cx: PythonContext, n: py.Call, asking?: NodeBase): FunctionType | undefined {
  const resolved = cx.resolve(n.func);
  if (resolved?.overloads) {
    // An argument that asks what is wanted of it cannot help to choose.
    const others = { ...n, args: n.args.filter(arg => arg.kind !== 'Lambda' || arg !== asking) };
    return pickOverload(
      cx,
      resolved.overloads,
      asking?.kind === 'Lambda' ? (arityOnly(resolved.overloads, n) ?? others) : n,
    ).type;
  }
  return calleeType(cx, n.func);
}

/** Chooses by number of arguments alone: gives the call back where one overload is left. */
function arityOnly(overloads: readonly LibraryFunction[], n: py.Call): py.Call | undefined {
  return overloads.some(one => matchArguments(one.type.params, argumentsOf(n)).fits) ? n : undefined;
}

/** The signature of a callee that is not called here: of a class its constructor's. */
export function calleeType(cx: PythonContext, callee: NodeBase): FunctionType | undefined {
  const type = cx.typeOf(callee);
  if (type.kind === 'func') return type;
  if (type.kind === 'instance') {
    const method = memberOf(cx, type, '__call__')?.type();
    return method?.kind === 'func' ? method : undefined;
  }
  if (type.kind !== 'class') return undefined;
  const [first] = constructorOf(cx, type.name);
  return first && { ...first.type, result: instanceOf(cx, type.name, []) };
}
