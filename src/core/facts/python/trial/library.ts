/** What a trial run knows of built-in functions and of the library. What is missing here is simply not known. */
import { operate, order } from './operate';
import { formatted } from './texts';
import {
  callOn,
  exceptionClass,
  generator,
  isObject,
  isSubclass,
  iterate,
  keyOf,
  list,
  Lost,
  memberOf,
  membersOf,
  raise,
  Raised,
  some,
  spanLength,
  truth,
  tuple,
  type Value,
} from './values';

/** What functions of the library need of the run. */
export interface Caller {
  call(func: Value, args: Value[], keywords?: Map<string, Value>): Value;
  text(value: Value): string | undefined;
  repr(value: Value): string | undefined;
  awaited(value: Value): Value;
  add(one: Value, other: Value): Value;
  attribute(of: Value, name: string): Value;
  setAttribute(of: Value, name: string, value: Value): void;
}

export type Library = (caller: Caller, args: Value[], keywords: Map<string, Value>) => Value;

export const asInt = (value: Value): bigint => {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  throw new Lost();
};

const asFloat = (value: Value): number => {
  if (typeof value === 'number') return value;
  return Number(asInt(value));
};

const whole = (value: number): Value => (Number.isFinite(value) ? BigInt(value) : undefined);

/** Rounds to the even side where it lies in the middle. */
function rounded(value: number): Value {
  const down = Math.floor(value);
  const rest = value - down;
  return whole(rest < 0.5 ? down : rest > 0.5 ? down + 1 : down % 2 === 0 ? down : down + 1);
}

export function sort(caller: Caller, values: Iterable<Value>, keywords: Map<string, Value>): Value[] {
  const key = keywords.get('key') ?? null;
  const pairs = [...values].map(value => ({ value, key: key === null ? value : caller.call(key, [value]) }));
  const sign = keywords.has('reverse') && truth(keywords.get('reverse')) ? -1 : 1;
  pairs.sort((a, b) => {
    const one = order(a.key, b.key);
    if (one === undefined) throw new Lost();
    return sign * one;
  });
  return pairs.map(pair => pair.value);
}

function extreme(sign: number): Library {
  return (caller, args, keywords) => {
    const items = args.length === 1 ? [...iterate(args[0])] : args;
    const key = keywords.get('key') ?? null;
    if (items.length === 0) return keywords.has('default') ? keywords.get('default') : raise('ValueError');
    const keyed = items.map(item => ({ item, key: key === null ? item : caller.call(key, [item]) }));
    return keyed.reduce((best, one) => {
      const by = order(one.key, best.key);
      if (by === undefined) throw new Lost();
      return sign * by > 0 ? one : best;
    }).item;
  };
}

/** The method of an object by which it answers a function of Python's. */
function ownMethod(of: Value, name: string): ((...args: Value[]) => Value) | undefined {
  const own = isObject(of) && of.kind === 'object' ? memberOf(of.of, name) : undefined;
  return own === undefined ? undefined : (...args) => callOn(of as Parameters<typeof callOn>[0], own, ...args);
}

function parse(text: string, base: bigint): Value {
  const digits = text.trim().toLowerCase().replace(/_/g, '');
  const prefix = base === 16n ? '0x' : base === 2n ? '0b' : base === 8n ? '0o' : '';
  const body = digits.replace(/^[+-]/, '').replace(new RegExp(`^${prefix}`), '');
  if (!/^[0-9a-z]+$/.test(body)) return raise('ValueError');
  let result = 0n;
  for (const digit of body) {
    const value = BigInt(parseInt(digit, 36));
    if (value >= base) return raise('ValueError');
    result = result * base + value;
  }
  return digits.startsWith('-') ? -result : result;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = ((base % modulus) + modulus) % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

function product(from: bigint, to: bigint): bigint {
  if (to - from > 2000n) throw new Lost();
  let result = 1n;
  for (let i = from; i <= to; i++) result *= i;
  return result;
}

const ofFloat =
  (compute: (x: number) => number): Library =>
  (_, [x]) =>
    compute(asFloat(x));

/** Python's class of a value, for `isinstance`. */
function isInstance(value: Value, of: Value): Value {
  if (!isObject(of) || value === undefined) return undefined;
  if (of.kind === 'tuple') {
    const each = of.items.map(one => isInstance(value, one));
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  }
  if (of.kind === 'class') return isObject(value) && value.kind === 'object' ? isSubclass(value.of, of.name) : false;
  if (of.kind !== 'library') return undefined;
  if (isObject(value) && value.kind === 'object') {
    return exceptionClass(of.name) ? isSubclass(value.of, of.name) : value.of.isOpen ? undefined : false;
  }
  const names: Record<string, boolean> = {
    int: typeof value === 'bigint' || typeof value === 'boolean',
    float: typeof value === 'number',
    bool: typeof value === 'boolean',
    str: typeof value === 'string',
    list: isObject(value) && value.kind === 'list' && !value.form,
    tuple: isObject(value) && value.kind === 'tuple',
    dict: isObject(value) && value.kind === 'dict',
    set: isObject(value) && value.kind === 'set',
    frozenset: isObject(value) && value.kind === 'set',
    bytes: isObject(value) && value.kind === 'list' && value.form === 'bytes',
    NoneType: value === null,
    complex: false,
    Callable: isObject(value) && /^(function|bound|native|class)$/.test(value.kind),
    Mapping: isObject(value) && value.kind === 'dict',
    Number: typeof value === 'number' || typeof value === 'bigint',
  };
  if (isObject(value) && value.kind === 'some' && of.name !== value.type) {
    return value.type === 'bool' && of.name === 'int' ? true : Object.hasOwn(names, of.name) ? false : undefined;
  }
  if (isObject(value) && value.kind === 'some') return true;
  return names[of.name.replace(/^(collections\.abc|typing|numbers)\./, '')];
}

export const library: Record<string, Library> = {
  print: () => null,
  len(_, [of]) {
    if (typeof of === 'string') return BigInt([...of].length);
    if (!isObject(of)) throw new Lost();
    if (of.kind === 'list' || of.kind === 'tuple') return BigInt(of.items.length);
    if (of.kind === 'dict' || of.kind === 'set') return BigInt(of.entries.size);
    if (of.kind === 'some') return some('int');
    if (of.kind === 'class' && of.form === 'enum') return BigInt(membersOf(of).length);
    if (of.kind === 'object') {
      const own = memberOf(of.of, '__len__');
      return own === undefined ? (of.of.form === 'tuple' ? BigInt(of.fields.size) : undefined) : callOn(of, own);
    }
    return of.kind === 'range' ? spanLength(of) : undefined;
  },
  range(_, args) {
    const [first, second, third] = args.map(asInt);
    if (second === undefined) return { kind: 'range', start: 0n, stop: first ?? 0n, step: 1n };
    return { kind: 'range', start: first!, stop: second, step: third ?? 1n };
  },
  int(_, [of, base]) {
    if (of === undefined) return undefined;
    if (typeof of === 'string') return base === 0n ? undefined : parse(of, base === undefined ? 10n : asInt(base));
    if (typeof of === 'number') return whole(Math.trunc(of));
    if (typeof of === 'bigint' || typeof of === 'boolean') return asInt(of);
    if (isObject(of) && of.kind === 'object') {
      const own = memberOf(of.of, '__int__');
      if (own !== undefined) return callOn(of, own);
    }
    return isObject(of) && of.kind === 'some'
      ? some('int')
      : of === null || isObject(of)
        ? raise('TypeError')
        : undefined;
  },
  float(_, [of]) {
    if (isObject(of) && of.kind === 'object') {
      const own = memberOf(of.of, '__float__');
      return own === undefined ? raise('TypeError') : callOn(of, own);
    }
    if (of === null) return raise('TypeError');
    if (isObject(of)) return of.kind === 'some' ? some('float') : raise('TypeError');
    if (typeof of !== 'string') return of === undefined ? undefined : asFloat(of);
    if (/^[+-]?inf(inity)?$/i.test(of.trim())) return of.trim().startsWith('-') ? -Infinity : Infinity;
    if (/^nan$/i.test(of.trim())) return NaN;
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(of.trim()) ? Number(of) : raise('ValueError');
  },
  str: (caller, args) => (args.length === 0 ? '' : (caller.text(args[0]) ?? some('str'))),
  repr: (caller, [of]) => caller.repr(of) ?? some('str'),
  ascii: (caller, [of]) => caller.repr(of) ?? some('str'),
  format: (_, [of, spec]) => (typeof spec === 'string' ? (formatted(of, spec) ?? some('str')) : some('str')),
  input: () => some('str'),
  type: (_, [of, ...more]) => (more.length > 0 ? undefined : classOf(of)),
  id: () => some('int'),
  hash: () => some('int'),
  object: () => undefined,
  iter(_, [of, end]) {
    if (end !== undefined) return undefined;
    if (isObject(of) && of.kind === 'generator') return of;
    if (isObject(of) && of.kind === 'object') {
      const own = memberOf(of.of, '__iter__');
      if (own !== undefined) return callOn(of, own);
    }
    return generator(iterate(of));
  },
  next(_, args) {
    const [of] = args;
    if (isObject(of) && of.kind === 'object') {
      const own = memberOf(of.of, '__next__');
      if (own === undefined) throw new Lost();
      try {
        return callOn(of, own);
      } catch (error) {
        if (args.length > 1 && error instanceof Raised && isSubclass(error.value.of, 'StopIteration')) return args[1];
        throw error;
      }
    }
    if (!isObject(of) || of.kind !== 'generator') throw new Lost();
    const { done, value } = of.items.next(null);
    return !done ? value : args.length > 1 ? args[1] : raise('StopIteration');
  },
  getattr(caller, args) {
    const [of, name] = args;
    if (typeof name !== 'string') return undefined;
    try {
      const found = caller.attribute(of, name);
      return found === undefined && args.length > 2 && isObject(of) && of.kind === 'object' && !of.fields.has(name)
        ? args[2]
        : found;
    } catch (error) {
      if (args.length > 2 && error instanceof Raised && error.value.of.name === 'AttributeError') return args[2];
      throw error;
    }
  },
  hasattr(caller, [of, name]) {
    if (typeof name !== 'string' || !isObject(of) || of.kind !== 'object') return undefined;
    try {
      return of.fields.has(name) || caller.attribute(of, name) !== undefined;
    } catch (error) {
      if (error instanceof Raised && error.value.of.name === 'AttributeError') return false;
      throw error;
    }
  },
  setattr(caller, [of, name, value]) {
    if (typeof name !== 'string') throw new Lost();
    caller.setAttribute(of, name, value);
    return null;
  },
  vars: (_, [of]) => {
    if (!isObject(of) || of.kind !== 'object') return undefined;
    return { kind: 'dict', entries: new Map([...of.fields].map(([name, value]) => [keyOf(name), [name, value]])) };
  },
  issubclass: (_, [of, base]) =>
    isObject(of) && of.kind === 'class' && isObject(base) && (base.kind === 'class' || base.kind === 'library')
      ? isSubclass(of, base.name)
      : undefined,
  slice: () => undefined,
  bool: (_, args) => (args.length === 0 ? false : truth(args[0])),
  abs(_, [of]) {
    const own = ownMethod(of, '__abs__');
    if (own) return own();
    if (isObject(of) && of.kind === 'some') return of;
    if (typeof of === 'number') return Math.abs(of);
    return asInt(of) < 0n ? -asInt(of) : asInt(of);
  },
  min: extreme(-1),
  max: extreme(1),
  sum(caller, args, keywords) {
    let total: Value = args[1] ?? keywords.get('start') ?? 0n;
    const items = iterate(args[0]);
    for (const item of items) total = caller.add(total, item);
    return total;
  },
  sorted: (caller, [of], keywords) => list(sort(caller, iterate(of), keywords)),
  reversed(_, [of]) {
    if (isObject(of) && of.kind === 'object') {
      const own = memberOf(of.of, '__reversed__');
      if (own !== undefined) return callOn(of, own);
    }
    return generator([...iterate(of)].reverse());
  },
  list: (_, args) => list(args.length === 0 ? [] : [...iterate(args[0])]),
  tuple: (_, args) => tuple(args.length === 0 ? [] : [...iterate(args[0])]),
  set: (_, args) => ({
    kind: 'set',
    entries: new Map(args.length === 0 ? [] : [...iterate(args[0])].map(item => [keyOf(item), item])),
  }),
  frozenset: (caller, args, keywords) => library['set']!(caller, args, keywords),
  enumerate(_, args, keywords) {
    const start = asInt(args[1] ?? keywords.get('start') ?? 0n);
    return generator(numbered(iterate(args[0]), start));
  },
  zip: (_, args) => generator(together(args)),
  map: (caller, [func, ...rest]) => generator(mapped(caller, func, rest)),
  filter: (caller, [func, of]) => generator(kept(caller, func, iterate(of))),
  any(_, [of]) {
    for (const item of iterate(of)) if (truth(item)) return true;
    return false;
  },
  all(_, [of]) {
    for (const item of iterate(of)) if (!truth(item)) return false;
    return true;
  },
  round(_, args, keywords) {
    const [of] = args;
    const own = ownMethod(of, '__round__');
    if (own) return own(...args.slice(1));
    if (isObject(of) && of.kind === 'some') return some(args.length > 1 ? of.type : 'int');
    const digits = args[1] ?? keywords.get('ndigits') ?? null;
    if (typeof of === 'bigint') return digits === null || asInt(digits) >= 0n ? of : undefined;
    if (digits === null) return rounded(asFloat(of));
    const places = Number(asInt(digits));
    return places >= 0 && places <= 20 ? Number(asFloat(of).toFixed(places)) : undefined;
  },
  divmod: (_, [a, b]) => tuple([operate('//', a, b), operate('%', a, b)]),
  pow(_, [a, b, modulus]) {
    if (modulus === undefined) return operate('**', a, b);
    const exponent = asInt(b);
    return exponent < 0n || asInt(modulus) <= 0n ? undefined : power(asInt(a), exponent, asInt(modulus));
  },
  ord: (_, [of]) => (typeof of === 'string' ? BigInt(of.codePointAt(0) ?? 0) : undefined),
  chr: (_, [of]) => String.fromCodePoint(Number(asInt(of))),
  bin: (_, [of]) => `${asInt(of) < 0n ? '-' : ''}0b${(asInt(of) < 0n ? -asInt(of) : asInt(of)).toString(2)}`,
  hex: (_, [of]) => `${asInt(of) < 0n ? '-' : ''}0x${(asInt(of) < 0n ? -asInt(of) : asInt(of)).toString(16)}`,
  isinstance: (_, [of, type]) => isInstance(of, type),
  callable: (_, [of]) => (of === undefined ? undefined : isObject(of) && /function|class|bound|library/.test(of.kind)),
  'math.sqrt': (_, [x]) => (asFloat(x) < 0 ? raise('ValueError') : Math.sqrt(asFloat(x))),
  'math.floor': (_, [x]) => (typeof x === 'bigint' ? x : whole(Math.floor(asFloat(x)))),
  'math.ceil': (_, [x]) => (typeof x === 'bigint' ? x : whole(Math.ceil(asFloat(x)))),
  'math.trunc': (_, [x]) => (typeof x === 'bigint' ? x : whole(Math.trunc(asFloat(x)))),
  'math.factorial': (_, [n]) => (asInt(n) < 0n ? raise('ValueError') : product(1n, asInt(n))),
  'math.comb': (_, [n, k]) =>
    asInt(k) > asInt(n) ? 0n : product(asInt(n) - asInt(k) + 1n, asInt(n)) / product(1n, asInt(k)),
  'math.perm': (_, [n, k]) => product(asInt(n) - asInt(k ?? n) + 1n, asInt(n)),
  'math.gcd': (_, args) => args.map(asInt).reduce(greatestDivisor, 0n),
  'math.lcm': (_, args) =>
    args.map(asInt).reduce((a, b) => (a === 0n || b === 0n ? 0n : (a / greatestDivisor(a, b)) * b), 1n),
  'math.prod': (_, args, keywords) => {
    let total: Value = keywords.get('start') ?? 1n;
    for (const item of iterate(args[0])) total = operate('*', total, item);
    return total;
  },
  'math.isqrt'(_, [of]) {
    const n = asInt(of);
    if (n < 2n) return n < 0n ? raise('ValueError') : n;
    let root = BigInt(Math.floor(Math.sqrt(Number(n))));
    while (root * root > n) root = (root + n / root) >> 1n;
    while ((root + 1n) * (root + 1n) <= n) root++;
    return root;
  },
  'math.pow': (_, [a, b]) => asFloat(a) ** asFloat(b),
  'math.fabs': ofFloat(Math.abs),
  'math.log': (_, [x, base]) =>
    base === undefined ? Math.log(asFloat(x)) : Math.log(asFloat(x)) / Math.log(asFloat(base)),
  'math.log2': ofFloat(Math.log2),
  'math.log10': ofFloat(Math.log10),
  'math.exp': ofFloat(Math.exp),
  'math.sin': ofFloat(Math.sin),
  'math.cos': ofFloat(Math.cos),
  'math.tan': ofFloat(Math.tan),
  'math.atan2': (_, [a, b]) => Math.atan2(asFloat(a), asFloat(b)),
  'math.hypot': (_, args) => Math.hypot(...args.map(asFloat)),
  'math.radians': ofFloat(x => (x * Math.PI) / 180),
  'math.degrees': ofFloat(x => (x * 180) / Math.PI),
  'math.isclose': (_, [a, b]) =>
    Math.abs(asFloat(a) - asFloat(b)) <= 1e-9 * Math.max(Math.abs(asFloat(a)), Math.abs(asFloat(b))),
  'math.isnan': (_, [x]) => Number.isNaN(asFloat(x)),
  'math.isinf': (_, [x]) => Math.abs(asFloat(x)) === Infinity,
};

library['int'] = (caller => (one, args, keywords) => (args.length === 0 ? 0n : caller(one, args, keywords)))(
  library['int']!,
);
library['float'] = (caller => (one, args, keywords) => (args.length === 0 ? 0 : caller(one, args, keywords)))(
  library['float']!,
);

function* numbered(items: Iterable<Value>, start: bigint): Iterable<Value> {
  for (const item of items) yield tuple([start++, item]);
}

/** The items of several, side by side, until one has no more. */
export function* together(args: readonly Value[]): Iterable<Value> {
  const each = args.map(arg => iterate(arg)[Symbol.iterator]());
  for (;;) {
    const row: Value[] = [];
    for (const one of each) {
      const { done, value } = one.next();
      if (done) return;
      row.push(value);
    }
    if (row.length === 0) return;
    yield tuple(row);
  }
}

function* mapped(caller: Caller, func: Value, rest: Value[]): Iterable<Value> {
  for (const row of together(rest)) yield caller.call(func, [...iterate(row)]);
}

function* kept(caller: Caller, func: Value, items: Iterable<Value>): Iterable<Value> {
  for (const item of items) if (truth(func === null ? item : caller.call(func, [item]))) yield item;
}

/** `type(value)` */
function classOf(value: Value): Value {
  if (isObject(value) && value.kind === 'object') return value.of;
  const name = typeName(value);
  return name === undefined ? undefined : { kind: 'library', name };
}

function typeName(value: Value): string | undefined {
  switch (typeof value) {
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    case 'undefined':
      return undefined;
  }
  if (value === null) return 'NoneType';
  if (value.kind === 'some') return value.type;
  return /^(list|tuple|dict|set)$/.test(value.kind) && !('form' in value && value.form) ? value.kind : undefined;
}

export const constants: Record<string, Value> = {
  'sys.argv': undefined,
  'sys.maxsize': 9223372036854775807n,
  'math.pi': Math.PI,
  'math.e': Math.E,
  'math.tau': 2 * Math.PI,
  'math.inf': Infinity,
  'math.nan': NaN,
};
