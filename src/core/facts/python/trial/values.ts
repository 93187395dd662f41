/** The values of a trial run. What is not known is `undefined`; a whole number is a bigint, a float a number. */
import type * as py from '../../../syntax/python/ast';
import type { PythonSymbol } from '../bindings';

export type Value =
  | undefined
  | null
  | boolean
  | bigint
  | number
  | string
  | Sequence
  | Span
  | Dict
  | SetValue
  | FunctionValue
  | ClassValue
  | ObjectValue
  | LibraryValue
  | LostValue
  | BoundValue;

export interface Sequence {
  kind: 'list' | 'tuple';
  items: Value[];
}
export interface Span {
  kind: 'range';
  start: bigint;
  stop: bigint;
  step: bigint;
}
export interface Dict {
  kind: 'dict';
  entries: Map<string, [key: Value, value: Value]>;
  /** What makes the values of keys that are missing: a `defaultdict`, a `Counter`. */
  missing?: Value;
}
export interface SetValue {
  kind: 'set';
  entries: Map<string, Value>;
}
export interface FunctionValue {
  kind: 'function';
  node: py.FunctionDef | py.Lambda;
  frame: Frame;
  owner?: ClassValue;
  binding: 'plain' | 'static' | 'class' | 'property';
  /** Results by arguments: `lru_cache`. */
  cache?: Map<string, Value>;
  defaults: Map<py.ParamNode, Value>;
}
export interface ClassValue {
  kind: 'class';
  name: string;
  bases: ClassValue[];
  members: Map<string, Value>;
  /** Fields of a dataclass, in their order. */
  fields?: { name: string; value?: py.Expression; frame: Frame }[];
  /** A base that is not known: what is asked of it is not known either. */
  isOpen: boolean;
}
export interface ObjectValue {
  kind: 'object';
  of: ClassValue;
  fields: Map<string, Value>;
}
/** A module, or what it offers: `math`, `math.sqrt`, `print`. */
/** What something that was not followed may have changed. */
export interface LostValue {
  kind: 'lost';
}
export interface LibraryValue {
  kind: 'library';
  name: string;
}
/** A method together with its object. */
export interface BoundValue {
  kind: 'bound';
  self: Value;
  func: FunctionValue | string;
}

export interface Frame {
  values: Map<PythonSymbol, Value>;
  parent: Frame | undefined;
  /** The function that runs in it. */
  func?: FunctionValue;
}

/** Something depends on what is not known: the function, or the statement of the module, is left. */
export class Lost extends Error {}
/** The run takes too long. */
export class OutOfTime extends Error {}
/** An exception of the program. */
export class Raised extends Error {
  constructor(readonly value: ObjectValue) {
    super(value.of.name);
  }
}

/** The exceptions that the run raises itself or that programs catch, with their bases. */
const builtinExceptions: Record<string, string> = {
  Exception: 'BaseException',
  ArithmeticError: 'Exception',
  ZeroDivisionError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  LookupError: 'Exception',
  KeyError: 'LookupError',
  IndexError: 'LookupError',
  ValueError: 'Exception',
  TypeError: 'Exception',
  AttributeError: 'Exception',
  RuntimeError: 'Exception',
  RecursionError: 'RuntimeError',
  NotImplementedError: 'RuntimeError',
  StopIteration: 'Exception',
  AssertionError: 'Exception',
  OSError: 'Exception',
};

export function exceptionClass(name: string): ClassValue | undefined {
  const base = builtinExceptions[name];
  if (base === undefined) {
    if (name !== 'BaseException') return undefined;
    return { kind: 'class', name, bases: [], members: new Map(), isOpen: false };
  }
  return { kind: 'class', name, bases: [exceptionClass(base)!], members: new Map(), isOpen: false };
}

export function raise(name: string): never {
  throw new Raised({ kind: 'object', of: exceptionClass(name)!, fields: new Map() });
}

export function isSubclass(one: ClassValue, name: string): boolean {
  return one.name === name || one.bases.some(base => isSubclass(base, name));
}

/** A member of a class or of its bases; undefined for none. */
export function memberOf(of: ClassValue, name: string): Value {
  if (of.members.has(name)) return of.members.get(name);
  for (const base of of.bases) {
    const found = memberOf(base, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const isOpen = (of: ClassValue): boolean => of.isOpen || of.bases.some(isOpen);

export const list = (items: Value[]): Sequence => ({ kind: 'list', items });
export const tuple = (items: Value[]): Sequence => ({ kind: 'tuple', items });

export const isObject = (
  value: Value,
): value is Exclude<Value, undefined | null | boolean | bigint | number | string> =>
  typeof value === 'object' && value !== null;

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** What tells keys of dicts and sets apart. */
export function keyOf(value: Value): string {
  switch (typeof value) {
    case 'bigint':
      return `n${value}`;
    case 'boolean':
      return value ? 'n1' : 'n0';
    case 'number':
      return `n${value}`;
    case 'string':
      return `s${value}`;
    case 'undefined':
      throw new Lost();
  }
  if (value === null) return 'N';
  if (value.kind === 'tuple') return `(${value.items.map(keyOf).join()})`;
  if (value.kind === 'object') {
    if (memberOf(value.of, '__eq__') !== undefined || value.of.fields) throw new Lost();
  } else if (value.kind !== 'class' && value.kind !== 'function') throw new Lost();
  let id = identities.get(value);
  if (id === undefined) identities.set(value, (id = ++lastIdentity));
  return `o${id}`;
}

/** The items of a value that can be looked through. */
export function iterate(value: Value): Iterable<Value> {
  if (typeof value === 'string') return [...value];
  if (!isObject(value)) throw new Lost();
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items;
    case 'range':
      return spanItems(value);
    case 'dict':
      return [...value.entries.values()].map(([key]) => key);
    case 'set':
      return [...value.entries.values()];
    default:
      throw new Lost();
  }
}

function* spanItems({ start, stop, step }: Span): Iterable<bigint> {
  for (let at = start; step > 0n ? at < stop : at > stop; at += step) yield at;
}

export function spanLength({ start, stop, step }: Span): bigint {
  const distance = step > 0n ? stop - start : start - stop;
  const size = step > 0n ? step : -step;
  return distance <= 0n ? 0n : (distance + size - 1n) / size;
}

/** Python's truth of a value. */
export function truth(value: Value): boolean {
  switch (typeof value) {
    case 'undefined':
      throw new Lost();
    case 'boolean':
      return value;
    case 'bigint':
      return value !== 0n;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
  }
  if (value === null) return false;
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items.length > 0;
    case 'range':
      return spanLength(value) > 0n;
    case 'dict':
    case 'set':
      return value.entries.size > 0;
    case 'object':
      if (memberOf(value.of, '__bool__') !== undefined || memberOf(value.of, '__len__') !== undefined) throw new Lost();
      return true;
    case 'lost':
      throw new Lost();
    default:
      return true;
  }
}

export function makeSet(items: Iterable<Value>): SetValue {
  return { kind: 'set', entries: new Map([...items].map(item => [keyOf(item), item])) };
}

/** Forgets what a value holds: it may have been changed where the run did not follow. */
export function forget(value: Value, done = new Set<object>()): void {
  if (!isObject(value) || done.has(value)) return;
  done.add(value);
  switch (value.kind) {
    case 'list':
      for (const item of value.items) forget(item, done);
      break;
    case 'tuple':
      for (const item of value.items) forget(item, done);
      return;
    case 'set':
      break;
    case 'dict':
      for (const [, item] of value.entries.values()) forget(item, done);
      break;
    case 'object':
      for (const [name, item] of value.fields) {
        forget(item, done);
        value.fields.set(name, undefined);
      }
      return;
    default:
      return;
  }
  (value as { kind: string }).kind = 'lost';
}
