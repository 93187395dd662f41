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
  | BoundValue
  | GeneratorValue
  | NativeValue
  | SomeValue;

export interface Sequence {
  kind: 'list' | 'tuple';
  items: Value[];
  form?: 'bytes' | 'deque';
  /** `deque(maxlen=3)` */
  most?: number;
  /** What it held earlier: a few values, for their types. */
  past?: Value[];
  /** It held more than is kept in `past`. */
  isCut?: boolean;
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
  form?: 'Counter' | 'defaultdict' | 'OrderedDict';
  past?: [Value, Value][];
  isCut?: boolean;
}
export interface SetValue {
  kind: 'set';
  entries: Map<string, Value>;
  past?: Value[];
  isCut?: boolean;
}
/** What gives its items one after the other. */
export interface GeneratorValue {
  kind: 'generator';
  items: Iterator<Value, Value, Value>;
}
/** A function that the library makes: a `partial`, an `itemgetter`. */
export interface NativeValue {
  kind: 'native';
  run(args: Value[], keywords: Map<string, Value>): Value;
}
/** A value of which only the type is known. */
export interface SomeValue {
  kind: 'some';
  type: 'str' | 'int' | 'float' | 'bool';
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
  /** Used in `with`: `contextmanager`. */
  isManager?: boolean;
  /** What is kept on it: `wrapper.calls = 0`. */
  attributes?: Map<string, Value>;
}
export interface ClassValue {
  kind: 'class';
  name: string;
  bases: ClassValue[];
  members: Map<string, Value>;
  /** Fields of a dataclass, in their order. */
  fields?: { name: string; value?: py.Expression; given?: Value; frame: Frame }[];
  /** A base that is not known: what is asked of it is not known either. */
  isOpen: boolean;
  /** The file's own class. */
  node?: py.ClassDef;
  /** `dataclass(frozen=True, order=True)`, a named tuple, the members of an enum. */
  form?: 'tuple' | 'enum';
  isOrdered?: boolean;
  /** Calls the methods that stand behind operators. */
  caller?: Calling;
}
/** What calls functions of the program. */
export interface Calling {
  call(func: Value, args: Value[], keywords?: Map<string, Value>): Value;
}
export interface ObjectValue {
  kind: 'object';
  of: ClassValue;
  fields: Map<string, Value>;
}
/** What something that was not followed may have changed. */
export interface LostValue {
  kind: 'lost';
  /** The kind that it had. */
  was?: string;
}
/** A module, or what it offers: `math`, `math.sqrt`, `print`. */
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
  FileNotFoundError: 'OSError',
  PermissionError: 'OSError',
  TimeoutError: 'OSError',
  ConnectionError: 'OSError',
  EOFError: 'Exception',
  NameError: 'Exception',
  UnicodeError: 'ValueError',
  UnicodeDecodeError: 'UnicodeError',
  SyntaxError: 'Exception',
  StopAsyncIteration: 'Exception',
  SystemExit: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  Warning: 'Exception',
};

export function exceptionClass(name: string): ClassValue | undefined {
  const base = builtinExceptions[name];
  if (base === undefined) {
    if (name !== 'BaseException') return undefined;
    return { kind: 'class', name, bases: [], members: new Map(), isOpen: false };
  }
  return { kind: 'class', name, bases: [exceptionClass(base)!], members: new Map(), isOpen: false };
}

export function raise(name: string, ...args: Value[]): never {
  throw new Raised({ kind: 'object', of: exceptionClass(name)!, fields: new Map([['args', tuple(args)]]) });
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
export const native = (run: NativeValue['run']): NativeValue => ({ kind: 'native', run });
export const some = (type: SomeValue['type']): SomeValue => ({ kind: 'some', type });
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
  if (value.kind === 'tuple')
    return value.form === 'bytes' ? `b${value.items.join()}` : `(${value.items.map(keyOf).join()})`;
  if (value.kind === 'set') return `{${[...value.entries.keys()].sort().join()}}`;
  if (value.kind === 'library') return `l${value.name}`;
  if (value.kind === 'object') {
    const hash = memberOf(value.of, '__hash__');
    if (hash !== undefined) return `h${keyOf(callOn(value, hash))}`;
    if (value.of.form === 'enum') return `e${value.of.name}.${String(value.fields.get('name'))}`;
    if (value.of.form === 'tuple') return `(${[...value.fields.values()].map(keyOf).join()})`;
    if (value.of.fields) return `${value.of.name}(${[...value.fields.values()].map(keyOf).join()})`;
    if (memberOf(value.of, '__eq__') !== undefined) return raise('TypeError');
  } else if (value.kind === 'list' || value.kind === 'dict') {
    return value.kind === 'list' && value.form === 'bytes' ? `b${value.items.join()}` : raise('TypeError');
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
    case 'generator':
      // No `return`: who leaves a loop early may go on with the rest.
      return { [Symbol.iterator]: () => ({ next: () => value.items.next() }) };
    case 'object':
      return objectItems(value);
    case 'class':
      if (value.form === 'enum') return membersOf(value);
      throw new Lost();
    default:
      throw new Lost();
  }
}

/** The members of an enum. */
export const membersOf = (of: ClassValue): ObjectValue[] =>
  [...of.members.values()].filter((one): one is ObjectValue => isObject(one) && one.kind === 'object' && one.of === of);

function objectItems(value: ObjectValue): Iterable<Value> {
  const iter = memberOf(value.of, '__iter__');
  if (iter !== undefined) {
    const made = callOn(value, iter);
    if (!isObject(made) || made.kind !== 'object') return iterate(made);
    return nextItems(made);
  }
  if (value.of.form === 'tuple') return [...value.fields.values()];
  const get = memberOf(value.of, '__getitem__');
  if (get === undefined) throw new Lost();
  return indexedItems(value, get);
}

function* nextItems(value: ObjectValue): Iterable<Value> {
  const next = memberOf(value.of, '__next__');
  if (next === undefined) throw new Lost();
  for (;;) {
    let item: Value;
    try {
      item = callOn(value, next);
    } catch (error) {
      if (error instanceof Raised && isSubclass(error.value.of, 'StopIteration')) return;
      throw error;
    }
    yield item;
  }
}

function* indexedItems(value: ObjectValue, get: Value): Iterable<Value> {
  for (let at = 0n; ; at++) {
    let item: Value;
    try {
      item = callOn(value, get, at);
    } catch (error) {
      if (error instanceof Raised && isSubclass(error.value.of, 'IndexError')) return;
      throw error;
    }
    yield item;
  }
}

/** Calls a method of an object that stands behind an operator or a loop. */
export function callOn(of: ObjectValue, method: Value, ...args: Value[]): Value {
  const caller = callerOf(of.of);
  if (!caller) throw new Lost();
  return caller.call(method, [of, ...args]);
}

const callerOf = (of: ClassValue): Calling | undefined => {
  if (of.caller) return of.caller;
  for (const base of of.bases) {
    const found = callerOf(base);
    if (found) return found;
  }
  return undefined;
};

/** What gives the items of an iteration one after the other. */
export const generator = (items: Iterable<Value>): GeneratorValue => ({
  kind: 'generator',
  items: items[Symbol.iterator]() as Iterator<Value, Value, Value>,
});

/** More past values than this are not kept. */
const maxPast = 12;

/** A container gives a value away: its type is still to be known. */
export function remember<T>(of: { past?: T[]; isCut?: boolean }, item: T): T {
  const past = (of.past ??= []);
  if (past.length < maxPast) past.push(item);
  else if (!past.some(one => isOfSort(one, item))) of.isCut = true;
  return item;
}

/** Whether two values are plain and of one type, so that one stands for the other. */
function isOfSort(one: unknown, other: unknown): boolean {
  if (typeof one !== typeof other || one === undefined) return false;
  if (typeof one !== 'object' || one === null || other === null) return one === other || typeof one !== 'object';
  return 'of' in one && 'of' in (other as object) && one.of === (other as { of: unknown }).of;
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
    case 'object': {
      const method = memberOf(value.of, '__bool__') ?? memberOf(value.of, '__len__');
      return method === undefined || truth(callOn(value, method));
    }
    case 'lost':
    case 'some':
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
    case 'generator':
      break;
    default:
      return;
  }
  // What it held is still a sign of its type.
  (value as { was?: string }).was = value.kind;
  (value as { kind: string }).kind = 'lost';
}
