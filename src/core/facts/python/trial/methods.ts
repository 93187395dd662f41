/** Methods of texts, lists, dicts and sets in a trial run. */
import { emptyDict, sort, type Caller } from './library';
import { equals, placeIn } from './operate';
import {
  iterate,
  keyOf,
  list,
  Lost,
  raise,
  tuple,
  type Dict,
  type Sequence,
  type SetValue,
  type Value,
} from './values';

type Method<T> = (of: T, args: Value[], keywords: Map<string, Value>, caller: Caller) => Value;

const word = (value: Value): string => {
  if (typeof value !== 'string') throw new Lost();
  return value;
};

function strip(of: string, args: Value[], left: boolean, right: boolean): string {
  const chars = args.length === 0 || args[0] === null ? undefined : word(args[0]);
  const isOff = (one: string): boolean => (chars === undefined ? /\s/.test(one) : chars.includes(one));
  let [from, to] = [0, of.length];
  while (left && from < to && isOff(of[from]!)) from++;
  while (right && to > from && isOff(of[to - 1]!)) to--;
  return of.slice(from, to);
}

const texts: Record<string, Method<string>> = {
  upper: of => of.toUpperCase(),
  lower: of => of.toLowerCase(),
  strip: (of, args) => strip(of, args, true, true),
  lstrip: (of, args) => strip(of, args, true, false),
  rstrip: (of, args) => strip(of, args, false, true),
  split(of, args) {
    if (args.length === 0 || args[0] === null) return list(of.trim() === '' ? [] : of.trim().split(/\s+/));
    return args.length === 1 ? list(of.split(word(args[0]))) : undefined;
  },
  splitlines: of => list(of === '' ? [] : of.replace(/\n$/, '').split('\n')),
  join: (of, [items]) => [...iterate(items)].map(word).join(of),
  startswith: (of, [start]) => of.startsWith(word(start)),
  endswith: (of, [end]) => of.endsWith(word(end)),
  replace: (of, [old, by, count]) => (count === undefined ? of.split(word(old)).join(word(by)) : undefined),
  find: (of, [part, from]) => (from === undefined ? BigInt(of.indexOf(word(part))) : undefined),
  count: (of, [part]) => (word(part) === '' ? undefined : BigInt(of.split(word(part)).length - 1)),
  isdigit: of => /^\d+$/.test(of),
  isalpha: of => (/^[\x20-\x7e]*$/.test(of) ? /^[A-Za-z]+$/.test(of) : undefined),
  isalnum: of => (/^[\x20-\x7e]*$/.test(of) ? /^[A-Za-z0-9]+$/.test(of) : undefined),
  isspace: of => /^\s+$/.test(of),
  isupper: of => /[A-Z]/.test(of) && of === of.toUpperCase(),
  islower: of => /[a-z]/.test(of) && of === of.toLowerCase(),
  zfill: (of, [width]) =>
    typeof width === 'bigint' && !/^[+-]/.test(of) ? of.padStart(Number(width), '0') : undefined,
  encode: of => (/^[\x00-\x7f]*$/.test(of) ? list(Array.from(of, one => BigInt(one.charCodeAt(0)))) : undefined),
};

const lists: Record<string, Method<Sequence>> = {
  append(of, [item]) {
    of.items.push(item);
    return null;
  },
  appendleft(of, [item]) {
    of.items.unshift(item);
    return null;
  },
  popleft: of => (of.items.length === 0 ? raise('IndexError') : of.items.shift()),
  extend(of, [more]) {
    of.items.push(...iterate(more));
    return null;
  },
  insert(of, [at, item]) {
    if (typeof at !== 'bigint') throw new Lost();
    of.items.splice(Number(at), 0, item);
    return null;
  },
  pop: (of, args) => of.items.splice(placeIn(args[0] ?? -1n, of.items.length), 1)[0],
  remove(of, [item]) {
    const at = indexOf(of, item);
    if (at < 0) raise('ValueError');
    of.items.splice(at, 1);
    return null;
  },
  index(of, [item]) {
    const at = indexOf(of, item);
    return at < 0 ? raise('ValueError') : BigInt(at);
  },
  count: (of, [item]) => BigInt(of.items.filter(one => equals(one, item)).length),
  sort(of, _, keywords, caller) {
    of.items = sort(caller, of.items, keywords);
    return null;
  },
  reverse(of) {
    of.items.reverse();
    return null;
  },
  copy: of => list([...of.items]),
  clear(of) {
    of.items.length = 0;
    return null;
  },
};

function indexOf(of: Sequence, item: Value): number {
  return of.items.findIndex(one => {
    const same = equals(one, item);
    if (same === undefined) throw new Lost();
    return same;
  });
}

const dicts: Record<string, Method<Dict>> = {
  get: (of, args) => {
    const entry = of.entries.get(keyOf(args[0]));
    return entry ? entry[1] : args.length > 1 ? args[1] : null;
  },
  items: of => list([...of.entries.values()].map(([key, value]) => tuple([key, value]))),
  keys: of => list([...of.entries.values()].map(([key]) => key)),
  values: of => list([...of.entries.values()].map(([, value]) => value)),
  pop(of, args) {
    const key = keyOf(args[0]);
    const entry = of.entries.get(key);
    if (!entry) return args.length > 1 ? args[1] : raise('KeyError');
    of.entries.delete(key);
    return entry[1];
  },
  setdefault(of, [key, value]) {
    const name = keyOf(key);
    if (!of.entries.has(name)) of.entries.set(name, [key, value ?? null]);
    return of.entries.get(name)![1];
  },
  update(of, [other], keywords, caller) {
    const more = other === undefined ? emptyDict() : caller.call({ kind: 'library', name: 'dict' }, [other]);
    if (typeof more !== 'object' || more?.kind !== 'dict') throw new Lost();
    for (const [key, entry] of more.entries) of.entries.set(key, entry);
    for (const [name, value] of keywords) of.entries.set(keyOf(name), [name, value]);
    return null;
  },
  copy: of => ({ ...of, entries: new Map([...of.entries].map(([key, entry]) => [key, [...entry]])) }),
  clear(of) {
    of.entries.clear();
    return null;
  },
};

const sets: Record<string, Method<SetValue>> = {
  add(of, [item]) {
    of.entries.set(keyOf(item), item);
    return null;
  },
  discard(of, [item]) {
    of.entries.delete(keyOf(item));
    return null;
  },
  remove: (of, [item]) => (of.entries.delete(keyOf(item)) ? null : raise('KeyError')),
  copy: of => ({ kind: 'set', entries: new Map(of.entries) }),
};

const ints: Record<string, Method<bigint>> = {
  bit_length: of => BigInt(of === 0n ? 0 : (of < 0n ? -of : of).toString(2).length),
  bit_count: of => BigInt((of < 0n ? -of : of).toString(2).replace(/0/g, '').length),
  conjugate: of => of,
};

const floats: Record<string, Method<number>> = { is_integer: of => Number.isInteger(of) };

/** Calls a method of a built-in type. One that is not known may change its object, so nothing is certain behind it. */
export function callMethod(
  of: Value,
  name: string,
  args: Value[],
  keywords: Map<string, Value>,
  caller: Caller,
): Value {
  const known = methodOf(of, name);
  if (!known) {
    if (typeof of === 'object' && of !== null && of.kind !== 'library') throw new Lost();
    return undefined;
  }
  return known(of, args, keywords, caller);
}

function methodOf(of: Value, name: string): Method<Value> | undefined {
  const table = ((): Record<string, unknown> | undefined => {
    if (typeof of === 'string') return texts;
    if (typeof of === 'bigint') return ints;
    if (typeof of === 'number') return floats;
    if (typeof of !== 'object' || of === null) return undefined;
    return { list: lists, dict: dicts, set: sets }[of.kind as string];
  })();
  return table && Object.hasOwn(table, name) ? (table[name] as Method<Value>) : undefined;
}
