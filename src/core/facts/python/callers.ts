/** Who calls a function of this document, in all the ways in which a function is called. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { bindingOf, classAround, type ClassInfo } from './classes';
import type { PythonContext } from './context';
import { classNameOf } from './instances';
import { callsByValue } from './functionFlow';
import { memberOf } from './members';
import { usesOf } from './specialCalls';
import { lastName } from './module';

export interface Caller {
  call: py.Call;
  /** The first parameter is the receiver. */
  bound: boolean;
}

/** The calls of a function in this document. */
export function* callersOf(cx: PythonContext, func: py.FunctionDef | py.Lambda): Generator<Caller> {
  yield* namedCallers(cx, func);
  const isMethod = func.kind === 'FunctionDef' && classAround(cx, func) !== undefined && bindingOf(func) !== 'static';
  for (const call of callsByValue(cx, func)) {
    // A lambda in a variable is called by the name of the variable too.
    const isWritten = cx.tree.parentOf(call.func) === call;
    if (isWritten && func.kind === 'Lambda' && call.func.kind === 'Name' && isOwnName(cx, func, call.func)) continue;
    yield { call, bound: isMethod };
  }
}

function isOwnName(cx: PythonContext, func: py.Lambda, callee: py.Name): boolean {
  const assign = cx.tree.parentOf(func);
  const target = assign?.kind === 'Assign' ? (assign as py.Assign).targets[0] : undefined;
  return target?.kind === 'Name' && cx.module.symbolOf(target) === cx.module.symbolOf(callee);
}

function* namedCallers(cx: PythonContext, func: py.FunctionDef | py.Lambda): Generator<Caller> {
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
    if (parent?.kind === 'Return') yield* returnedDecorator(cx, parent, use);
    if (parent?.kind === 'FunctionDef') yield* decoration(parent as py.FunctionDef, use);
    if (parent?.kind === 'Keyword') yield* threadCall(cx, parent as py.Keyword);
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

/** `Thread(target=work, args=(1, 2))` calls it with the parts of the tuple. */
function* threadCall(cx: PythonContext, target: py.Keyword, bound = false): Generator<Caller> {
  const made = cx.tree.parentOf(target) as py.Node | undefined;
  if (made?.kind !== 'Call' || target.arg?.kind !== 'Name' || target.arg.id !== 'target') return;
  if (!/\.(Thread|Process)$/.test(cx.resolve(made.func)?.qualified ?? '')) return;
  const given = made.args.find(arg => arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'args');
  const tuple = given?.kind === 'Keyword' ? given.value : undefined;
  if (tuple?.kind !== 'Tuple' && tuple?.kind !== 'List') return;
  yield { call: { ...made, func: target.value, args: tuple.elts }, bound };
}

/** `@logged` above a function calls `logged` with the function. */
function* decoration(func: py.FunctionDef, decorator: NodeBase): Generator<Caller> {
  if (!func.decorators.includes(decorator as py.Expression)) return;
  // A definition has the type of the function, which is all that is asked of an argument.
  const args = [func as unknown as py.Expression];
  yield { call: { kind: 'Call', start: -1, end: -1, func: decorator as py.Expression, args }, bound: false };
}

/** `@repeat(3)` calls what `repeat` returns. */
function* returnedDecorator(cx: PythonContext, statement: NodeBase, use: NodeBase): Generator<Caller> {
  if ((statement as py.Return).value !== use) return;
  let up = cx.tree.parentOf(statement);
  while (up && up.kind !== 'FunctionDef') up = cx.tree.parentOf(up);
  const maker = up as py.FunctionDef | undefined;
  const uses = maker?.name.kind === 'Name' ? (cx.module.symbolOf(maker.name)?.uses ?? []) : [];
  for (const one of uses) {
    const call = cx.tree.parentOf(one);
    const func = call?.kind === 'Call' && (call as py.Call).func === one ? cx.tree.parentOf(call) : undefined;
    if (call && func?.kind === 'FunctionDef') yield* decoration(func as py.FunctionDef, call);
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
  if (/^__(?!init)\w+__$/.test(name)) yield* specialCalls(cx, func, info, name);
  for (const node of cx.module.attributesNamed(name)) {
    const call = isSetter(func) ? setterCall(cx, node) : cx.tree.parentOf(node);
    if (call?.kind === 'Keyword' && memberOf(cx, cx.typeOf(node.value), name)?.func?.node === func)
      yield* threadCall(cx, call as py.Keyword, bound);
    if (call?.kind !== 'Call' || (call as py.Call).func !== node) continue;
    const receiver = cx.typeOf(node.value);
    const isOwn = receiver.kind === 'class' || receiver.kind === 'instance' || receiver.kind === 'optional';
    const several = receiver.kind === 'optional' ? receiver.of : receiver;
    if (several.kind === 'union' && several.types.some(one => memberOf(cx, one, name)?.func?.node === func)) {
      yield { call: call as py.Call, bound };
      continue;
    }
    if (!isOwn) continue;
    if (isSetter(func)) {
      if (classNameOf(receiver) === info.name) yield { call: call as py.Call, bound: true };
      continue;
    }
    const found = memberOf(cx, receiver, name)?.func?.node;
    const viaClass = receiver.kind === 'class' && bindingOf(func) === 'instance';
    if (found === func || overrides(cx, info, found)) yield { call: call as py.Call, bound: bound && !viaClass };
  }
}

/** `__radd__ = __add__` in the class. */
function otherNames(info: ClassInfo, name: string): string[] {
  const names: string[] = [];
  for (const symbol of info.scope.symbols.values()) {
    const isOther = symbol.bindings.some(
      one => one.kind === 'value' && one.value.kind === 'Name' && one.value.id === name && one.path.length === 0,
    );
    if (isOther) names.push(symbol.name);
  }
  return names;
}

/** `box[key] = value` calls `__setitem__`, by receivers whose class it is of. */
function* specialCalls(cx: PythonContext, func: py.FunctionDef, info: ClassInfo, name: string): Generator<Caller> {
  for (const alias of otherNames(info, name)) {
    for (const { receiver, args } of usesOf(cx, alias)) {
      if (classNameOf(cx.typeOf(receiver)) !== info.name) continue;
      yield { call: { kind: 'Call', start: -1, end: -1, func: receiver, args: [...args] }, bound: true };
    }
  }
  for (const { receiver, args } of usesOf(cx, name)) {
    const type = cx.typeOf(receiver);
    if (type.kind !== 'instance' && type.kind !== 'optional') continue;
    if (memberOf(cx, type, name)?.func?.node !== func) continue;
    yield { call: { kind: 'Call', start: -1, end: -1, func: receiver, args: [...args] }, bound: true };
  }
}

const isSetter = (func: py.FunctionDef): boolean => func.decorators.some(one => lastName(one) === 'setter');

/** `x.size = value` calls the setter with the value. */
function setterCall(cx: PythonContext, node: py.Attribute): py.Call | undefined {
  const parent = cx.tree.parentOf(node);
  if (parent?.kind === 'AugAssign' && (parent as py.AugAssign).target === node) {
    const { op, value } = parent as py.AugAssign;
    const given: py.BinOp = { kind: 'BinOp', start: -1, end: -1, op, left: node, right: value };
    return { kind: 'Call', start: -1, end: -1, func: node, args: [given] };
  }
  if (parent?.kind !== 'Assign' || !(parent as py.Assign).targets.includes(node)) return undefined;
  return { kind: 'Call', start: -1, end: -1, func: node, args: [(parent as py.Assign).value] };
}

/** A call through the base reaches the methods of the classes made from it. */
function overrides(cx: PythonContext, info: ClassInfo, found: py.FunctionDef | undefined): boolean {
  if (!found) return false;
  const other = classAround(cx, found);
  return other !== undefined && info.bases().some(base => base.kind === 'instance' && base.name === other.name);
}
