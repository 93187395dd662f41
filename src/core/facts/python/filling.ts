/** What an empty container comes to hold: read from what is put into it later. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { hasUnknown, sameType, someType } from '../lattice';
import { dict, int, list, optional, set, unknown, type Type } from '../types';
import { asPython, type PythonContext } from './context';
import { demandedType } from './demands';
import { asContainer, emptyLike, refill } from './instances';
import { elementOf } from './iteration';
import { operandOf } from './operands';
import { surroundingType } from './surroundings';

/** Uses that are looked at; the first ones tell enough. */
const maxUses = 40;

/** The type with its unknown parts filled from the uses of the variable or field. */
export function filled(cx: PythonContext, type: Type, uses: readonly NodeBase[]): Type {
  if (type.kind === 'optional') {
    const inner = filled(cx, type.of, uses);
    return optional(inner);
  }
  if (type.kind !== 'unknown' && !isContainer(cx, type)) return type;
  let result: Type = type;
  for (const [i, use] of uses.slice(0, maxUses).entries()) {
    result = cx.join(result, put(cx, use, result));
    // A queue is told its end by a value of another type, often None.
    const isQueue = result.kind === 'instance' && /^(queue|asyncio)\.\w*Queue$/.test(result.name);
    if (result.kind !== 'unknown' && !hasUnknown(result) && !isQueue)
      return withFloats(cx, result, uses.slice(i + 1, maxUses));
  }
  if (hasUnknown(result) && result.kind !== 'unknown') {
    for (const use of uses.slice(0, maxUses)) {
      const demanded = demandedType(cx, use);
      const wanted = demanded.kind === 'unknown' ? surroundingType(cx, use) : demanded;
      const container = asContainer(cx, wanted);
      if (wanted.kind === result.kind && !hasUnknown(wanted)) return cx.join(result, wanted);
      if (container.kind === 'list' && result.kind === 'list') return cx.join(result, container);
    }
  }
  return result;
}

/** Where whole numbers come first, floats may come later: both are one type then. */
function withFloats(cx: PythonContext, type: Type, uses: readonly NodeBase[]): Type {
  if (!holdsInts(type)) return type;
  let result = type;
  for (const use of uses) {
    const more = put(cx, use, result);
    const joined = more.kind === result.kind ? cx.join(result, more) : result;
    if (isSameButNumbers(joined, result)) result = joined;
  }
  return result;
}

const holdsInts = (type: Type): boolean =>
  type.kind === 'list' || type.kind === 'set'
    ? type.elt.kind === 'int' || holdsInts(type.elt)
    : type.kind === 'dict' && (type.value.kind === 'int' || holdsInts(type.value));

/** Whether only whole numbers of the one have become floats in the other. */
function isSameButNumbers(one: Type, other: Type): boolean {
  if (one.kind === 'float' && other.kind === 'int') return true;
  if ((one.kind === 'list' || one.kind === 'set') && one.kind === other.kind)
    return isSameButNumbers(one.elt, other.elt);
  if (one.kind === 'dict' && other.kind === 'dict')
    return sameType(one.key, other.key) && isSameButNumbers(one.value, other.value);
  return sameType(one, other);
}

/** The type of a container that is given other values later than those that it starts with. */
export function widened(cx: PythonContext, type: Type, uses: readonly NodeBase[]): Type {
  if (type.kind !== 'list' && type.kind !== 'dict' && type.kind !== 'set') return type;
  let result: Type = type;
  for (const use of uses.slice(0, maxUses)) {
    const more = put(cx, use, result);
    const isOpen = someType(more, part => part.kind === 'any') && !isAddedTo(cx, use);
    if (more.kind === type.kind && !isOpen) result = cx.join(result, more);
  }
  return result;
}

/** `totals[key] += amount`: a number that something is added to becomes what the sum is. */
function isAddedTo(cx: PythonContext, node: NodeBase): boolean {
  const item = cx.tree.parentOf(node);
  return item?.kind === 'Subscript' && cx.tree.parentOf(item)?.kind === 'AugAssign';
}

function isContainer(cx: PythonContext, type: Type): boolean {
  if (type.kind === 'instance') return type.args.length > 0;
  return ['list', 'dict', 'set', 'tuple'].includes(asContainer(cx, type).kind);
}

/** What one use puts into the container that `node` is, as a container of the same kind; `unknown` for nothing. */
function put(cx: PythonContext, node: NodeBase, type: Type): Type {
  const parent = cx.tree.parentOf(node);
  if (!parent) return unknown;
  const n = asPython(parent);
  switch (n.kind) {
    case 'Attribute': {
      const call = cx.tree.parentOf(n);
      if (n.attr.kind !== 'Name' || call?.kind !== 'Call' || (call as py.Call).func !== n) return unknown;
      return putByMethod(cx, n.attr.id, call as py.Call, type);
    }
    case 'Subscript':
      return n.value === node ? putByIndex(cx, n, type) : unknown;
    case 'Assign':
      return n.value === node ? putByAlias(cx, n, type) : unknown;
    case 'AugAssign':
      if (n.target !== node || (n.op !== '+' && n.op !== '|')) return unknown;
      return likeContainer(cx, type, elementOf(cx, cx.typeOf(n.value)) ?? unknown);
    case 'Call':
      return putByFunction(cx, n, node, type);
    case 'For': {
      // `for row in rows: row.append(1)` fills the rows.
      if (n.iter !== node || n.target.kind !== 'Name') return unknown;
      const element = elementOf(cx, type) ?? unknown;
      if (!isContainer(cx, element) || !hasUnknown(element)) return unknown;
      const symbol = cx.module.symbolOf(n.target);
      if (!symbol) return unknown;
      const uses = symbol.uses.filter(use => use !== n.target && n.start <= use.start && use.end <= n.end);
      return likeContainer(
        cx,
        type,
        uses.reduce((sum: Type, use) => cx.join(sum, put(cx, use, element)), unknown),
      );
    }
    default:
      return unknown;
  }
}

const followed = new Set<NodeBase>();

/** `bucket = self.buckets[i]`: what is put into the one is put into the other. */
function putByAlias(cx: PythonContext, n: py.Assign, type: Type): Type {
  const [target] = n.targets;
  if (target?.kind !== 'Name' || !isContainer(cx, type) || followed.has(n)) return unknown;
  const symbol = cx.module.symbolOf(target);
  if (!symbol) return unknown;
  followed.add(n);
  try {
    return symbol.uses
      .slice(0, maxUses)
      .filter(use => use !== target)
      .reduce((sum: Type, use) => cx.join(sum, put(cx, use, type)), unknown);
  } finally {
    followed.delete(n);
  }
}

function putByMethod(cx: PythonContext, method: string, call: py.Call, type: Type): Type {
  const [first, second] = call.args.map(operandOf);
  const typeAt = (node: py.Expression | undefined): Type => (node ? cx.typeOf(node) : unknown);
  switch (method) {
    case 'append':
    case 'appendleft':
    case 'put':
    case 'put_nowait':
      return likeContainer(cx, type, typeAt(first), list);
    case 'add':
      return likeContainer(cx, type, typeAt(first), set);
    case 'insert':
      return likeContainer(cx, type, typeAt(second), list);
    case 'extend':
    case 'extendleft':
      return likeContainer(cx, type, elementOf(cx, typeAt(first)) ?? unknown, list);
    case 'setdefault':
      // `groups.setdefault(key, []).append(item)` fills what it has just put there.
      return likeDict(cx, type, typeAt(first), cx.join(typeAt(second), put(cx, call, typeAt(second))));
    case 'get': {
      const whole = asContainer(cx, type);
      return whole.kind === 'dict' ? likeDict(cx, type, unknown, put(cx, call, whole.value)) : unknown;
    }
    case 'update': {
      const given = asContainer(cx, typeAt(first));
      const whole = asContainer(cx, type);
      if (whole.kind === 'dict') {
        if (given.kind === 'dict') return likeDict(cx, type, given.key, given.value);
        // A Counter counts what comes.
        const isCounter = type.kind === 'instance' && type.name === 'collections.Counter';
        return isCounter && first ? likeDict(cx, type, elementOf(cx, given) ?? unknown, int) : unknown;
      }
      return likeContainer(cx, type, elementOf(cx, given) ?? unknown);
    }
    default:
      return unknown;
  }
}

/** `heapq.heappush(heap, x)` and the like, and functions of this file that want a type for their parameter. */
function putByFunction(cx: PythonContext, call: py.Call, node: NodeBase, type: Type): Type {
  const [first, second] = call.args.map(operandOf);
  const callee = cx.resolve(call.func);
  if (callee?.func?.cx === cx && isContainer(cx, type)) return putByCallee(cx, call, callee.func.node, node, type);
  if (first !== node || !second) return unknown;
  const name = callee?.qualified;
  if (name === 'heapq.heappush' || name === 'bisect.insort' || name === 'heapq.heappushpop') {
    return likeContainer(cx, type, cx.typeOf(second), list);
  }
  return unknown;
}

/** `fill(queues)`: what a function of this file puts into its parameter. */
function putByCallee(cx: PythonContext, call: py.Call, func: py.FunctionDef, node: NodeBase, type: Type): Type {
  if (!hasUnknown(type) || followed.has(call)) return unknown;
  const at = call.args.findIndex(arg => operandOf(arg) === node);
  const isBound = call.func.kind === 'Attribute' && cx.typeOf(call.func.value).kind === 'instance';
  const params = func.params
    .filter((param): param is py.ParamNode => param.kind === 'Param' && param.form === 'plain')
    .slice(isBound ? 1 : 0);
  const param = call.args[at]?.kind === 'Keyword' ? undefined : params[at];
  const symbol = param?.name?.kind === 'Name' ? cx.module.symbolOf(param.name) : undefined;
  if (!symbol) return unknown;
  followed.add(call);
  try {
    return symbol.uses.slice(0, maxUses).reduce((sum: Type, use) => cx.join(sum, put(cx, use, type)), unknown);
  } finally {
    followed.delete(call);
  }
}

function putByIndex(cx: PythonContext, n: py.Subscript, type: Type): Type {
  if (n.slice.kind === 'Slice') return putBySlice(cx, n, type);
  const container = type.kind === 'unknown' ? type : asContainer(cx, type);
  const inner = container.kind === 'dict' ? container.value : container.kind === 'list' ? container.elt : unknown;
  const value = storedAt(cx, n, inner);
  if (container.kind === 'list') return value.kind === 'unknown' ? unknown : likeContainer(cx, type, value);
  if (container.kind === 'dict') {
    // Reading tells what the keys are, but only a container that is written to is known to hold them.
    const key = value.kind === 'unknown' && !isStored(cx, n) ? unknown : cx.typeOf(n.slice);
    return likeDict(cx, type, key, value);
  }
  return unknown;
}

/** `items[i:j] = more` puts all of them in. */
function putBySlice(cx: PythonContext, n: py.Subscript, type: Type): Type {
  const parent = cx.tree.parentOf(n);
  const up = parent && asPython(parent);
  if (up?.kind !== 'Assign' || !up.targets.includes(n)) return unknown;
  return likeContainer(cx, type, elementOf(cx, cx.typeOf(up.value)) ?? unknown, list);
}

function isStored(cx: PythonContext, n: py.Subscript): boolean {
  const parent = cx.tree.parentOf(n);
  if (!parent) return false;
  const up = asPython(parent);
  return (up.kind === 'Assign' && up.targets.includes(n)) || (up.kind === 'AugAssign' && up.target === n);
}

/** What is stored at a place: by assignment, or by what is put into the container that is there. */
function storedAt(cx: PythonContext, n: py.Subscript, inner: Type): Type {
  const parent = cx.tree.parentOf(n);
  if (!parent) return unknown;
  const up = asPython(parent);
  if (up.kind === 'Assign' && up.targets.includes(n)) return cx.typeOf(up.value);
  if (up.kind === 'AnnAssign' && up.target === n && up.value) return cx.typeOf(up.value);
  if (up.kind === 'AugAssign' && up.target === n) return cx.typeOf(up.value);
  if (up.kind === 'Tuple') {
    const assign = cx.tree.parentOf(up);
    const statement = assign && asPython(assign);
    if (statement?.kind === 'Assign' && statement.targets.includes(up) && statement.value.kind === 'Tuple') {
      const value = statement.value.elts[up.elts.indexOf(n)];
      return value ? cx.typeOf(value) : unknown;
    }
    return unknown;
  }
  return put(cx, n, inner);
}

/** A container of the same kind as `type` that holds `elt`; of the kind that the method tells where it is not known. */
function likeContainer(cx: PythonContext, type: Type, elt: Type, ifUnknown?: (elt: Type) => Type): Type {
  if (type.kind === 'unknown') return ifUnknown && elt.kind !== 'unknown' ? ifUnknown(elt) : unknown;
  if (type.kind === 'instance') return refill(type, list(elt));
  const container = emptyLike(cx, type);
  if (container.kind === 'list') return list(elt);
  return container.kind === 'set' ? set(elt) : unknown;
}

function likeDict(cx: PythonContext, type: Type, key: Type, value: Type): Type {
  const container = asContainer(cx, type);
  return container.kind === 'dict' ? refill(type, dict(key, value)) : unknown;
}
