/** The types of parameters: by annotation, by default, by what callers give, and by what the body does with them. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { matchArguments, type Argument } from '../functions';
import { hasUnknown } from '../lattice';
import { dict, instance, list, none, str, unknown, type FunctionParam, type Type } from '../types';
import { annotationType } from './annotations';
import type { PythonScope } from './bindings';
import { bindingOf, classAround, type ClassInfo } from './classes';
import { asPython, type PythonContext } from './context';
import { demandedType } from './demands';
import { evidence } from './evidence';
import { instanceOf } from './instances';
import { memberOf } from './members';
import { argumentsOf } from './operands';
import { routeType } from './routes';

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
    if (declared.kind !== 'unknown') return param.default?.kind === 'None' ? cx.join(declared, none) : declared;
  }
  const self = func.kind === 'FunctionDef' ? selfType(cx, func, param) : undefined;
  if (self) return self;
  const routed = func.kind === 'FunctionDef' ? routeType(func, param) : undefined;
  if (routed) return routed;
  const byDefault = param.default ? cx.typeOf(param.default) : unknown;
  const given = func.kind === 'Lambda' ? wantedOfLambda(cx, func, param) : givenByCallers(cx, func, param);
  const known = cx.join(byDefault, given);
  if (!hasUnknown(known) && known.kind !== 'none') return known;
  const symbol = param.name?.kind === 'Name' ? cx.module.symbolOf(param.name) : undefined;
  const seen = symbol ? evidence(cx, symbol) : unknown;
  if (known.kind === 'unknown' || known.kind === 'none') return cx.join(seen, known);
  return seen.kind === known.kind ? cx.join(known, seen) : known;
}

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

/** The place of a lambda says what its parameters are: `key=lambda word: …`. */
function wantedOfLambda(cx: PythonContext, func: py.Lambda, param: py.ParamNode): Type {
  const wanted = demandedType(cx, func);
  const type = wanted.kind === 'optional' ? wanted.of : wanted;
  if (type.kind !== 'func') return givenByCallers(cx, func, param);
  const plain = func.params.filter(one => one.kind === 'Param' && one.form === 'plain');
  return type.params[plain.indexOf(param)]?.type ?? unknown;
}

/** The join of what the calls in this file give to a parameter. */
function givenByCallers(cx: PythonContext, func: py.FunctionDef | py.Lambda, param: py.ParamNode): Type {
  let result: Type = unknown;
  let seen = 0;
  for (const { call, bound } of callersOf(cx, func)) {
    if (seen++ >= maxCallers) break;
    result = cx.join(result, argumentFor(cx, func, param, call, bound));
  }
  return result;
}

interface Caller {
  call: py.Call;
  /** The first parameter is the receiver. */
  bound: boolean;
}

function* callersOf(cx: PythonContext, func: py.FunctionDef | py.Lambda): Generator<Caller> {
  if (func.kind === 'Lambda') {
    const assign = cx.tree.parentOf(func);
    const target = assign?.kind === 'Assign' ? (assign as py.Assign).targets[0] : undefined;
    if (target?.kind === 'Name') yield* callsOf(cx, cx.module.symbolOf(target)?.uses ?? [], false);
    return;
  }
  if (func.name.kind !== 'Name') return;
  const info = classAround(cx, func);
  if (!info) {
    yield* callsOf(cx, cx.module.symbolOf(func.name)?.uses ?? [], false);
    return;
  }
  const bound = bindingOf(func) !== 'static';
  if (func.name.id === '__init__') {
    const symbol = info.node.name.kind === 'Name' ? cx.module.symbolOf(info.node.name) : undefined;
    yield* callsOf(cx, symbol?.uses ?? [], true);
    yield* superCalls(cx, info);
  } else yield* methodCalls(cx, func, info, func.name.id, bound);
}

function* callsOf(cx: PythonContext, uses: readonly NodeBase[], bound: boolean): Generator<Caller> {
  for (const use of uses) {
    const parent = cx.tree.parentOf(use);
    if (parent?.kind !== 'Call') continue;
    const call = parent as py.Call;
    if (call.func === use) yield { call, bound };
    else yield* indirectCall(cx, call, use);
  }
}

/** `Thread(target=work, args=(1, 2))` and `pool.submit(work, 1)` call it with the arguments that they are given. */
function* indirectCall(cx: PythonContext, call: py.Call, use: NodeBase): Generator<Caller> {
  const [first, ...rest] = call.args;
  const name = cx.resolve(call.func)?.qualified ?? '';
  if (first === use && /\.(submit|run_in_executor|to_thread|call_soon|apply_async|Timer)$/.test(name)) {
    yield { call: { ...call, func: first as py.Expression, args: rest }, bound: false };
  } else if (first === use && /^builtins\.map$|\.(map|imap|imap_unordered)$/.test(name)) {
    const args = rest.filter(arg => arg.kind !== 'Keyword').map(arg => elementNode(arg as py.Expression));
    yield { call: { ...call, func: first as py.Expression, args }, bound: false };
  }
}

/** An expression for one element of another: what iterating gives is what its first index gives. */
function elementNode(iterable: py.Expression): py.Expression {
  const place = { start: -1, end: -1 };
  return { kind: 'Subscript', ...place, value: iterable, slice: { kind: 'Int', ...place, value: '0' } };
}

function* superCalls(cx: PythonContext, info: ClassInfo): Generator<Caller> {
  for (const node of cx.module.attributesNamed('__init__')) {
    const call = cx.tree.parentOf(node);
    if (call?.kind !== 'Call' || (call as py.Call).func !== node) continue;
    const found = cx.resolve(node)?.qualified;
    if (found === `${info.name}.__init__`) yield { call: call as py.Call, bound: node.value.kind === 'Call' };
  }
}

/** Calls of a method by receivers whose type is known to have it, or can be no other's. */
function* methodCalls(
  cx: PythonContext,
  func: py.FunctionDef,
  info: ClassInfo,
  name: string,
  bound: boolean,
): Generator<Caller> {
  for (const node of cx.module.attributesNamed(name)) {
    const call = cx.tree.parentOf(node);
    if (call?.kind !== 'Call' || (call as py.Call).func !== node) continue;
    const receiver = cx.typeOf(node.value);
    const isOwn = receiver.kind === 'class' || receiver.kind === 'instance' || receiver.kind === 'optional';
    if (!isOwn) continue;
    const found = memberOf(cx, receiver, name)?.func?.node;
    const viaClass = receiver.kind === 'class' && bindingOf(func) === 'instance';
    if (found === func || overrides(cx, info, found)) yield { call: call as py.Call, bound: bound && !viaClass };
  }
}

/** A call through the base reaches the methods of the classes made from it. */
function overrides(cx: PythonContext, info: ClassInfo, found: py.FunctionDef | undefined): boolean {
  if (!found) return false;
  const other = classAround(cx, found);
  return other !== undefined && info.bases().some(base => base.kind === 'instance' && base.name === other.name);
}

function argumentFor(
  cx: PythonContext,
  func: py.FunctionDef | py.Lambda,
  param: py.ParamNode,
  call: py.Call,
  bound: boolean,
): Type {
  const params = signatureShape(func).slice(bound ? 1 : 0);
  const args: Argument<py.Expression>[] = argumentsOf(call);
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
