/** What comes out of containers: by iterating, by unpacking, by an index or a key, and by `with`. */
import type * as py from '../../syntax/python/ast';
import { joinAll } from '../lattice';
import { dict, int, list, set, str, unknown, type Type } from '../types';
import type { Step } from './bindings';
import type { PythonContext } from './context';
import { asContainer } from './instances';
import { memberOf } from './members';
import { emptyUnderKey, typeAtPlace, typeUnderKey } from './records';

/** What iterating over a value gives; undefined where it cannot be iterated over. */
export function elementOf(cx: PythonContext, type: Type): Type | undefined {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'iterator':
    case 'array':
      return type.elt;
    case 'tuple':
      return joinAll(type.elts, cx.commonBase);
    case 'dict':
      return type.key;
    case 'str':
      return str;
    case 'bytes':
      return int;
    case 'optional':
      return elementOf(cx, type.of);
    case 'class': {
      const own = cx.classNamed(type.name);
      return own?.kind === 'enum' ? { kind: 'instance', name: type.name, args: [] } : undefined;
    }
    case 'union': {
      const parts = type.types.map(part => elementOf(cx, part));
      return parts.includes(undefined) ? undefined : joinAll(parts as Type[], cx.commonBase);
    }
    case 'instance':
      return elementOfInstance(cx, type);
    case 'unknown':
    case 'any':
      return type;
    default:
      return undefined;
  }
}

function elementOfInstance(cx: PythonContext, type: Type & { kind: 'instance' }): Type | undefined {
  for (const name of ['__iter__', '__aiter__', '__next__', '__anext__', '__getitem__']) {
    const method = memberOf(cx, type, name)?.type();
    if (method?.kind !== 'func') continue;
    const { result } = method;
    const given = result.kind === 'awaitable' ? result.of : result;
    if (name.endsWith('iter__')) {
      // `__iter__` that returns self leaves it to `__next__`.
      if (given.kind === 'instance' && given.name === type.name) continue;
      if (given.kind === 'unknown') continue;
      return elementOf(cx, given);
    }
    return given;
  }
  const container = asContainer(cx, type);
  if (container !== type) return elementOf(cx, container);
  const fields = cx.classNamed(type.name);
  return fields && fields.kind === 'namedtuple' ? joinAll(tupleOf(cx, type) ?? [], cx.commonBase) : undefined;
}

/** The fields of a named tuple in their order; undefined for other classes. */
export function tupleOf(cx: PythonContext, type: Type): Type[] | undefined {
  if (type.kind === 'tuple') return type.elts;
  if (type.kind !== 'instance') return undefined;
  const own = cx.classNamed(type.name);
  if (own?.kind !== 'namedtuple') return undefined;
  return [...own.scope.symbols.values()]
    .filter(symbol => symbol.bindings.some(binding => binding.kind === 'annotated'))
    .map(symbol => cx.typeOfSymbol(symbol));
}

/** Follows the steps of an unpacking into a value. */
export function takePath(cx: PythonContext, type: Type, path: readonly Step[]): Type {
  let at = type;
  for (const step of path) {
    // None cannot be unpacked: where there is one, Python stops.
    if (at.kind === 'optional') at = at.of;
    const elts = tupleOf(cx, at);
    if ('rest' in step) {
      const inner = elts
        ? joinAll(elts.slice(step.before, elts.length - step.after), cx.commonBase)
        : elementOf(cx, at);
      at = list(inner ?? unknown);
    } else {
      at = (elts ? elts.at(step.index) : typeAtPlace(cx, step.index, step.of, elementOf(cx, at) ?? unknown)) ?? unknown;
    }
  }
  return at;
}

/** What `with` gives to its name. */
export function enteredType(cx: PythonContext, type: Type): Type {
  if (type.kind !== 'instance') return unknown;
  for (const name of ['__enter__', '__aenter__']) {
    const method = memberOf(cx, type, name)?.type();
    if (method?.kind !== 'func') continue;
    const given = method.result.kind === 'awaitable' ? method.result.of : method.result;
    return given.kind === 'unknown' ? type : given;
  }
  // Most context managers of libraries give themselves.
  return cx.classNamed(type.name) ? unknown : type;
}

/** What an index, a key or a slice gives. */
export function subscriptType(cx: PythonContext, node: py.Subscript): Type {
  const type = indexed(cx, cx.typeOf(node.value), node.slice);
  if (node.slice.kind === 'Str') return typeUnderKey(cx, node.slice.value, type, node);
  const place = literalIndex(node.slice);
  return place === undefined ? type : typeAtPlace(cx, place, undefined, type);
}

function indexed(cx: PythonContext, type: Type, slice: py.Expression): Type {
  switch (type.kind) {
    case 'str':
    case 'list':
      return slice.kind === 'Slice' ? type : type.kind === 'str' ? str : type.elt;
    case 'bytes':
      return slice.kind === 'Slice' ? type : int;
    case 'dict':
      return type.value;
    case 'tuple':
      return indexedTuple(cx, type.elts, slice);
    case 'optional':
      return indexed(cx, type.of, slice);
    case 'union':
      return joinAll(
        type.types.map(part => indexed(cx, part, slice)),
        cx.commonBase,
      );
    case 'class':
      return cx.classNamed(type.name)?.kind === 'enum' ? { kind: 'instance', name: type.name, args: [] } : type;
    case 'instance': {
      const fields = tupleOf(cx, type);
      if (fields) return indexedTuple(cx, fields, slice);
      const method = memberOf(cx, type, '__getitem__')?.type();
      if (method?.kind === 'func') return method.result;
      const container = asContainer(cx, type);
      return container === type ? unknown : indexed(cx, container, slice);
    }
    case 'any':
      return type;
    default:
      return unknown;
  }
}

function indexedTuple(cx: PythonContext, elts: readonly Type[], slice: py.Expression): Type {
  if (slice.kind === 'Slice') {
    const lower = slice.lower ? literalIndex(slice.lower) : 0;
    const upper = slice.upper ? literalIndex(slice.upper) : elts.length;
    if (slice.step || lower === undefined || upper === undefined) return list(joinAll(elts, cx.commonBase));
    return { kind: 'tuple', elts: elts.slice(lower, upper) };
  }
  const index = literalIndex(slice);
  return index === undefined ? joinAll(elts, cx.commonBase) : (elts.at(index) ?? unknown);
}

/** `2` and `-1`; undefined for what is not written as a number. */
export function literalIndex(node: py.Expression): number | undefined {
  if (node.kind === 'Int') return Number(node.value);
  if (node.kind === 'UnaryOp' && node.op === '-' && node.operand.kind === 'Int') return -Number(node.operand.value);
  return undefined;
}

/** The type of a display: `[1, 2]`, `{'a': 1}`, `{1, 2}`. */
export function displayType(cx: PythonContext, n: py.List | py.SetDisplay | py.Dict): Type {
  const isEmpty = n.kind === 'Dict' ? n.items.length === 0 : n.elts.length === 0;
  const kept = isEmpty ? emptyUnderKey(cx, n) : undefined;
  if (kept && kept.kind === (n.kind === 'Dict' ? 'dict' : 'list')) return kept;
  if (n.kind === 'Dict') return dictType(cx, n);
  const elt = joinAll(
    n.elts
      .slice(0, maxElements)
      .map(one => (one.kind === 'Starred' ? (elementOf(cx, cx.typeOf(one.value)) ?? unknown) : cx.typeOf(one))),
    cx.commonBase,
  );
  return n.kind === 'List' ? list(elt) : set(elt);
}

/** Tables of thousands of rows have rows of one kind. */
const maxElements = 50;

function dictType(cx: PythonContext, n: py.Dict): Type {
  let key: Type = unknown;
  let value: Type = unknown;
  for (const item of n.items.slice(0, maxElements)) {
    if (item.kind === 'DictItem') {
      key = cx.join(key, cx.typeOf(item.key));
      value = cx.join(value, cx.typeOf(item.value));
    } else if (item.kind === 'DictSpread') {
      const spread = asContainer(cx, cx.typeOf(item.value));
      if (spread.kind === 'dict') {
        key = cx.join(key, spread.key);
        value = cx.join(value, spread.value);
      }
    }
  }
  return dict(key, value);
}
