/** Of what type the values are that a trial run saw. */
import type * as py from '../../../syntax/python/ast';
import { hasUnknown } from '../../lattice';
import {
  any,
  bigInt,
  bool,
  bytes,
  dict,
  float,
  instance,
  int,
  list,
  none,
  optional,
  set,
  str,
  tuple,
  unknown,
  type Type,
} from '../../types';
import { isLarge } from './shapes';
import { isObject, isSubclass, type ClassValue, type Dict, type Sequence, type SetValue, type Value } from './values';

/** What the types of values are made with. */
export interface TypeMaker {
  join(a: Type, b: Type): Type;
  classNamed(node: py.ClassDef): Type;
  functionType(node: py.FunctionDef | py.Lambda): Type;
}

/** Items of a container that are looked at. */
const maxItems = 200;
const maxDepth = 6;

/** The join of the types of all values; what is not known of them stays unknown. */
export function typeOfValues(make: TypeMaker, values: Iterable<Value>, depth = 0): Type {
  let result: Type = unknown;
  let seen = 0;
  for (const value of values) {
    if (seen++ >= maxItems) break;
    result = make.join(result, typeOfValue(make, value, depth));
    if (result.kind === 'any') break;
  }
  return result;
}

/** Whether all that a value holds and held is known and looked at. */
export function isWhole(value: Value, depth = 0): boolean {
  if (value === undefined || depth > maxDepth) return false;
  if (!isObject(value)) return true;
  const all = (items: readonly Value[]): boolean =>
    items.length <= maxItems && items.every(item => isWhole(item, depth + 1));
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return !value.isCut && all(value.items) && all(value.past ?? []);
    case 'set':
      return !value.isCut && all([...value.entries.values()]) && all(value.past ?? []);
    case 'dict': {
      const pairs = [...value.entries.values(), ...(value.past ?? [])];
      return !value.isCut && pairs.length <= maxItems && pairs.every(pair => all(pair));
    }
    case 'lost':
      return false;
    default:
      return true;
  }
}

function typeOfValue(make: TypeMaker, value: Value, depth: number): Type {
  switch (typeof value) {
    case 'undefined':
      return unknown;
    case 'boolean':
      return bool;
    case 'bigint':
      return isLarge(value) ? bigInt : int;
    case 'number':
      return float;
    case 'string':
      return str;
  }
  if (value === null) return none;
  if (depth > maxDepth) return unknown;
  const all = (items: Iterable<Value>): Type => typeOfValues(make, items, depth + 1);
  // What was forgotten still shows what it was.
  const kind = value.kind === 'lost' ? value.was : value.kind;
  switch (kind) {
    case 'list': {
      const { items, form, past } = value as Sequence;
      if (form === 'bytes') return bytes;
      const elt = make.join(all(items), all(past ?? []));
      return form === 'deque' ? { kind: 'list', elt, form } : list(elt);
    }
    case 'tuple': {
      const { items } = value as Sequence;
      return tuple(...items.map(item => all([item])));
    }
    case 'set': {
      const { entries, past } = value as SetValue;
      return set(make.join(all(entries.values()), all(past ?? [])));
    }
    case 'dict': {
      const { entries, past, form } = value as Dict;
      const pairs = [...entries.values(), ...(past ?? [])].slice(0, maxItems);
      const made = dict(all(pairs.map(([key]) => key)), all(pairs.map(([, one]) => one)));
      return form && made.kind === 'dict' ? { ...made, form } : made;
    }
    default:
  }
  switch (value.kind) {
    case 'some':
      return { str, int, float, bool }[value.type];
    case 'object':
      return instanceOf(make, value.of);
    case 'class':
      return value.node ? { kind: 'class', name: nameOf(make, value) ?? '' } : unknown;
    case 'function':
      return value.owner ? unknown : make.functionType(value.node);
    default:
      return unknown;
  }
}

function nameOf(make: TypeMaker, of: ClassValue): string | undefined {
  const type = of.node ? make.classNamed(of.node) : unknown;
  return type.kind === 'instance' || type.kind === 'error' ? type.name : undefined;
}

function instanceOf(make: TypeMaker, of: ClassValue): Type {
  if (of.node) return make.classNamed(of.node);
  if (isSubclass(of, 'BaseException')) return { kind: 'error', name: `builtins.${of.name}` };
  return unknown;
}

/** `type` with its unknown parts as they were seen. */
export function completed(type: Type, seen: Type): Type {
  if (type.kind === 'unknown') return seen.kind === 'none' || isVague(seen) ? unknown : seen;
  // Nothing but None is known to be put there, and more was seen.
  if (type.kind === 'none') return seen.kind === 'optional' && !isVague(seen.of) ? seen : type;
  if (!hasUnknown(type)) return type;
  const inner = seen.kind === 'optional' ? seen.of : seen;
  switch (type.kind) {
    case 'optional':
      return optional(completed(type.of, inner));
    case 'list':
      if (inner.kind === 'list') return { ...type, elt: completed(type.elt, inner.elt) };
      return type;
    case 'set':
      return inner.kind === 'set' ? { ...type, elt: completed(type.elt, inner.elt) } : type;
    case 'dict':
      if (inner.kind !== 'dict') return type;
      return { ...type, key: completed(type.key, inner.key), value: completed(type.value, inner.value) };
    case 'tuple':
      if (inner.kind !== 'tuple' || inner.elts.length !== type.elts.length) return type;
      return { ...type, elts: type.elts.map((elt, i) => completed(elt, inner.elts[i]!)) };
    case 'iterator':
      return inner.kind === 'iterator' ? { ...type, elt: completed(type.elt, inner.elt) } : type;
    case 'instance': {
      const [only] = type.args;
      if (type.args.length === 1 && only && /^collections\.deque$/.test(type.name) && inner.kind === 'list') {
        return instance(type.name, completed(only, inner.elt));
      }
      return type;
    }
    default:
      return type;
  }
}

/** Says no more than that there is something. */
const isVague = (type: Type): boolean => type.kind === 'any' || type === any || type.kind === 'unknown';
