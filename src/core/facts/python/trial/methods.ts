/** Methods of texts, lists, dicts and sets in a trial run. */
import { emptyDict } from './containers';
import { sort, type Caller } from './library';
import { equals, operate, order, placeIn } from './operate';
import {
  iterate,
  keyOf,
  list,
  Lost,
  makeSet,
  raise,
  remember,
  some,
  tuple,
  type Dict,
  type GeneratorValue,
  type Sequence,
  type SetValue,
  type SomeValue,
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

const starts = (part: Value, test: (part: string) => boolean): boolean =>
  typeof part === 'object' && part !== null ? [...iterate(part)].some(one => test(word(one))) : test(word(part));

const isPlain = (of: string): boolean => /^[\x00-\x7e]*$/.test(of);

function split(of: string, args: Value[], keywords: Map<string, Value>, isFromRight: boolean): Value {
  const mark = args[0] ?? keywords.get('sep') ?? null;
  const most = args[1] ?? keywords.get('maxsplit') ?? -1n;
  if (typeof most !== 'bigint') throw new Lost();
  const limit = most < 0n ? Infinity : Number(most);
  let parts: string[];
  let joint = '';
  if (mark === null) {
    const trimmed = of.trim();
    parts = trimmed === '' ? [] : trimmed.split(/\s+/);
    if (parts.length > limit + 1) return undefined;
  } else parts = of.split((joint = word(mark)));
  if (parts.length > limit + 1) {
    parts = isFromRight
      ? [parts.slice(0, parts.length - limit).join(joint), ...parts.slice(parts.length - limit)]
      : [...parts.slice(0, limit), parts.slice(limit).join(joint)];
  }
  return list(parts);
}

function padded(of: string, args: Value[], side: 'left' | 'right' | 'both'): Value {
  if (typeof args[0] !== 'bigint') throw new Lost();
  const fill = args[1] === undefined ? ' ' : word(args[1]);
  const missing = Math.max(0, Number(args[0]) - [...of].length);
  if (side !== 'both') return side === 'left' ? fill.repeat(missing) + of : of + fill.repeat(missing);
  const before = (missing >> 1) + (missing & Number(args[0]) & 1);
  return fill.repeat(before) + of + fill.repeat(missing - before);
}

const inText = (at: number): Value => (at < 0 ? raise('ValueError') : BigInt(at));

const texts: Record<string, Method<string>> = {
  upper: of => of.toUpperCase(),
  lower: of => of.toLowerCase(),
  casefold: of => of.toLowerCase(),
  swapcase: of => [...of].map(one => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(''),
  title: of => of.toLowerCase().replace(/[a-z]+/g, one => one[0]!.toUpperCase() + one.slice(1)),
  capitalize: of => of.slice(0, 1).toUpperCase() + of.slice(1).toLowerCase(),
  strip: (of, args) => strip(of, args, true, true),
  lstrip: (of, args) => strip(of, args, true, false),
  rstrip: (of, args) => strip(of, args, false, true),
  split: (of, args, keywords) => split(of, args, keywords, false),
  rsplit: (of, args, keywords) => split(of, args, keywords, true),
  partition(of, [mark]) {
    const at = of.indexOf(word(mark));
    return tuple(at < 0 ? [of, '', ''] : [of.slice(0, at), mark, of.slice(at + word(mark).length)]);
  },
  rpartition(of, [mark]) {
    const at = of.lastIndexOf(word(mark));
    return tuple(at < 0 ? ['', '', of] : [of.slice(0, at), mark, of.slice(at + word(mark).length)]);
  },
  splitlines: of => list(of === '' ? [] : of.replace(/\n$/, '').split('\n')),
  join: (of, [items]) => {
    const parts = [...iterate(items)];
    return parts.every(part => typeof part === 'string') ? parts.join(of) : some('str');
  },
  startswith: (of, [start]) => starts(start, one => of.startsWith(one)),
  endswith: (of, [end]) => starts(end, one => of.endsWith(one)),
  removeprefix: (of, [start]) => (of.startsWith(word(start)) ? of.slice(word(start).length) : of),
  removesuffix: (of, [end]) => (of.endsWith(word(end)) && end !== '' ? of.slice(0, of.length - word(end).length) : of),
  replace(of, [old, by, count]) {
    if (count === undefined) return of.split(word(old)).join(word(by));
    return count === 1n ? of.replace(word(old), () => word(by)) : some('str');
  },
  find: (of, [part, from]) => BigInt(of.indexOf(word(part), from === undefined ? 0 : Number(from as bigint))),
  rfind: (of, [part]) => BigInt(of.lastIndexOf(word(part))),
  index: (of, [part, from]) => inText(of.indexOf(word(part), from === undefined ? 0 : Number(from as bigint))),
  rindex: (of, [part]) => inText(of.lastIndexOf(word(part))),
  count: (of, [part]) => (word(part) === '' ? undefined : BigInt(of.split(word(part)).length - 1)),
  isdigit: of => /^\d+$/.test(of),
  isnumeric: of => (isPlain(of) ? /^\d+$/.test(of) : undefined),
  isdecimal: of => /^\d+$/.test(of),
  isidentifier: of => (isPlain(of) ? /^[A-Za-z_]\w*$/.test(of) : undefined),
  isalpha: of => (isPlain(of) ? /^[A-Za-z]+$/.test(of) : undefined),
  isalnum: of => (isPlain(of) ? /^[A-Za-z0-9]+$/.test(of) : undefined),
  isprintable: of => (isPlain(of) ? /^[ -~]*$/.test(of) : undefined),
  isspace: of => /^\s+$/.test(of),
  isupper: of => /[A-Z]/.test(of) && of === of.toUpperCase(),
  islower: of => /[a-z]/.test(of) && of === of.toLowerCase(),
  istitle: () => undefined,
  zfill: (of, [width]) =>
    typeof width === 'bigint' && !/^[+-]/.test(of) ? of.padStart(Number(width), '0') : some('str'),
  rjust: (of, args) => padded(of, args, 'left'),
  ljust: (of, args) => padded(of, args, 'right'),
  center: (of, args) => padded(of, args, 'both'),
  format: () => some('str'),
  translate: () => some('str'),
  expandtabs: () => some('str'),
  encode: of =>
    isPlain(of) ? { ...list(Array.from(of, one => BigInt(one.charCodeAt(0)))), form: 'bytes' } : undefined,
};

const lists: Record<string, Method<Sequence>> = {
  append(of, [item]) {
    of.items.push(item);
    if (of.items.length > (of.most ?? Infinity)) remember(of, of.items.shift());
    return null;
  },
  appendleft(of, [item]) {
    of.items.unshift(item);
    if (of.items.length > (of.most ?? Infinity)) remember(of, of.items.pop());
    return null;
  },
  popleft: of => (of.items.length === 0 ? raise('IndexError') : remember(of, of.items.shift())),
  extendleft(of, [more]) {
    for (const item of iterate(more)) of.items.unshift(item);
    return null;
  },
  rotate(of, [by]) {
    const size = of.items.length;
    if (typeof (by ?? 1n) !== 'bigint') throw new Lost();
    const turn = size === 0 ? 0 : ((Number(by ?? 1n) % size) + size) % size;
    of.items.unshift(...of.items.splice(size - turn));
    return null;
  },
  decode: of =>
    of.form === 'bytes' && of.items.every(one => typeof one === 'bigint' && one < 127n)
      ? String.fromCharCode(...of.items.map(Number))
      : some('str'),
  hex: () => some('str'),
  extend(of, [more]) {
    of.items.push(...iterate(more));
    return null;
  },
  insert(of, [at, item]) {
    if (typeof at !== 'bigint') throw new Lost();
    of.items.splice(Number(at), 0, item);
    return null;
  },
  pop: (of, args) => remember(of, of.items.splice(placeIn(args[0] ?? -1n, of.items.length), 1)[0]),
  remove(of, [item]) {
    const at = indexOf(of, item);
    if (at < 0) raise('ValueError');
    remember(of, of.items.splice(at, 1)[0]);
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
  copy: of => ({ ...of, items: [...of.items] }),
  clear(of) {
    for (const item of of.items) remember(of, item);
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
    remember(of, entry);
    of.entries.delete(key);
    return entry[1];
  },
  popitem(of, args, keywords) {
    const isFirst = (args[0] ?? keywords.get('last')) === false;
    const keys = [...of.entries.keys()];
    const key = isFirst ? keys[0] : keys[keys.length - 1];
    if (key === undefined) return raise('KeyError');
    const entry = remember(of, of.entries.get(key)!);
    of.entries.delete(key);
    return tuple([...entry]);
  },
  move_to_end(of, [item], keywords) {
    const key = keyOf(item);
    const entry = of.entries.get(key) ?? raise('KeyError');
    of.entries.delete(key);
    if (keywords.get('last') === false) of.entries = new Map([[key, entry], ...of.entries]);
    else of.entries.set(key, entry);
    return null;
  },
  most_common(of, [count]) {
    const pairs = [...of.entries.values()].map(pair => tuple([...pair]));
    pairs.sort((a, b) => -(order(a.items[1], b.items[1]) ?? 0));
    return list(typeof count === 'bigint' ? pairs.slice(0, Number(count)) : pairs);
  },
  total: of => [...of.entries.values()].reduce((sum: Value, [, one]) => operate('+', sum, one), 0n),
  elements: of =>
    list([...of.entries.values()].flatMap(([key, count]) => Array<Value>(Number(count as bigint)).fill(key))),
  subtract: (of, [other]) => counted(of, other, '-'),
  setdefault(of, [key, value]) {
    const name = keyOf(key);
    if (!of.entries.has(name)) of.entries.set(name, [key, value ?? null]);
    return of.entries.get(name)![1];
  },
  update(of, [other], keywords, caller) {
    if (of.form === 'Counter' && other !== undefined) return counted(of, other, '+');
    const more = other === undefined ? emptyDict() : caller.call({ kind: 'library', name: 'dict' }, [other]);
    if (typeof more !== 'object' || more?.kind !== 'dict') throw new Lost();
    for (const [key, entry] of more.entries) of.entries.set(key, entry);
    for (const [name, value] of keywords) of.entries.set(keyOf(name), [name, value]);
    return null;
  },
  copy: of => ({
    ...of,
    entries: new Map([...of.entries].map(([name, [key, one]]): [string, [Value, Value]] => [name, [key, one]])),
  }),
  clear(of) {
    for (const entry of of.entries.values()) remember(of, entry);
    of.entries.clear();
    return null;
  },
};

function counted(of: Dict, other: Value, op: '+' | '-'): Value {
  const isDict = typeof other === 'object' && other?.kind === 'dict';
  const pairs = isDict ? [...other.entries.values()] : [...iterate(other)].map((item): [Value, Value] => [item, 1n]);
  for (const [key, count] of pairs) {
    const name = keyOf(key);
    of.entries.set(name, [key, operate(op, of.entries.get(name)?.[1] ?? 0n, count)]);
  }
  return null;
}

/** What a method of sets makes of the set and of what it is given. */
function combined(op: '|' | '&' | '-' | '^'): Method<SetValue> {
  return (of, args) => args.reduce((one: Value, other) => operate(op, one, makeSet(iterate(other))), of);
}

function changed(op: '|' | '&' | '-' | '^'): Method<SetValue> {
  return (of, args, keywords, caller) => {
    const made = combined(op)(of, args, keywords, caller);
    if (typeof made !== 'object' || made?.kind !== 'set') throw new Lost();
    of.entries = made.entries;
    return null;
  };
}

const holds = (one: SetValue, other: SetValue): boolean => [...other.entries.keys()].every(key => one.entries.has(key));

const sets: Record<string, Method<SetValue>> = {
  add(of, [item]) {
    of.entries.set(keyOf(item), item);
    return null;
  },
  union: (of, args, keywords, caller) =>
    args.length === 0 ? { kind: 'set', entries: new Map(of.entries) } : combined('|')(of, args, keywords, caller),
  intersection: combined('&'),
  difference: combined('-'),
  symmetric_difference: combined('^'),
  update: changed('|'),
  intersection_update: changed('&'),
  difference_update: changed('-'),
  symmetric_difference_update: changed('^'),
  issubset: (of, [other]) => holds(makeSet(iterate(other)), of),
  issuperset: (of, [other]) => holds(of, makeSet(iterate(other))),
  isdisjoint: (of, [other]) => ![...iterate(other)].some(one => of.entries.has(keyOf(one))),
  pop(of) {
    const [first] = of.entries;
    if (!first) return raise('KeyError');
    of.entries.delete(first[0]);
    return remember(of, first[1]);
  },
  clear(of) {
    for (const item of of.entries.values()) remember(of, item);
    of.entries.clear();
    return null;
  },
  discard(of, [item]) {
    if (of.entries.has(keyOf(item))) remember(of, item);
    of.entries.delete(keyOf(item));
    return null;
  },
  remove: (of, [item]) => (of.entries.delete(keyOf(item)) ? (remember(of, item), null) : raise('KeyError')),
  copy: of => ({ kind: 'set', entries: new Map(of.entries) }),
};

const ints: Record<string, Method<bigint>> = {
  bit_length: of => BigInt(of === 0n ? 0 : (of < 0n ? -of : of).toString(2).length),
  bit_count: of => BigInt((of < 0n ? -of : of).toString(2).replace(/0/g, '').length),
  conjugate: of => of,
};

const floats: Record<string, Method<number>> = { is_integer: of => Number.isInteger(of) };

/** Methods of a text that is not known give texts, mostly. */
const ofText: Record<string, Method<SomeValue>> = {};
for (const name of Object.keys(texts)) {
  if (/^(is|starts|ends|split|rsplit|partition|rpartition|encode)/.test(name)) continue;
  ofText[name] = () => some(/^r?(find|index)$|^count$/.test(name) ? 'int' : 'str');
}

const generators: Record<string, Method<GeneratorValue>> = {
  send(of, [value]) {
    const { done, value: item } = of.items.next(value);
    return done ? raise('StopIteration') : item;
  },
  close(of) {
    of.items.return?.(null);
    return null;
  },
};

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
    if (of === null) return raise('AttributeError');
    if (typeof of === 'object' && of.kind !== 'library' && of.kind !== 'some') throw new Lost();
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
    if (of.kind === 'some') return of.type === 'str' ? ofText : undefined;
    if (of.kind === 'tuple') return { index: lists['index'], count: lists['count'] };
    return { list: lists, dict: dicts, set: sets, generator: generators }[of.kind as string];
  })();
  return table && Object.hasOwn(table, name) ? (table[name] as Method<Value>) : undefined;
}
