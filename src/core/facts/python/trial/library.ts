/** What a trial run knows of built-in functions and of the library. What is missing here is simply not known. */
import { contains, equals, operate, order } from './operate';
import {
  exceptionClass,
  isObject,
  isSubclass,
  iterate,
  keyOf,
  list,
  Lost,
  raise,
  spanLength,
  truth,
  tuple,
  type Dict,
  type Value,
} from './values';

/** What functions of the library need of the run. */
export interface Caller {
  call(func: Value, args: Value[], keywords?: Map<string, Value>): Value;
  text(value: Value): string | undefined;
}

type Library = (caller: Caller, args: Value[], keywords: Map<string, Value>) => Value;

const asInt = (value: Value): bigint => {
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

export function emptyDict(missing?: Value): Dict {
  return { kind: 'dict', entries: new Map(), ...(missing !== undefined && { missing }) };
}

function dictOf(args: Value[], keywords: Map<string, Value>): Dict {
  const made = emptyDict();
  const [first] = args;
  if (isObject(first) && first.kind === 'dict')
    for (const [key, entry] of first.entries) made.entries.set(key, [...entry]);
  else if (first !== undefined) {
    for (const pair of iterate(first)) {
      const [key, value] = iterate(pair);
      made.entries.set(keyOf(key), [key, value]);
    }
  } else if (args.length > 0) throw new Lost();
  for (const [name, value] of keywords) made.entries.set(keyOf(name), [name, value]);
  return made;
}

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
    list: isObject(value) && value.kind === 'list',
    tuple: isObject(value) && value.kind === 'tuple',
    dict: isObject(value) && value.kind === 'dict',
    set: isObject(value) && value.kind === 'set',
  };
  return names[of.name];
}

export const library: Record<string, Library> = {
  print: () => null,
  len(_, [of]) {
    if (typeof of === 'string') return BigInt([...of].length);
    if (!isObject(of)) throw new Lost();
    if (of.kind === 'list' || of.kind === 'tuple') return BigInt(of.items.length);
    if (of.kind === 'dict' || of.kind === 'set') return BigInt(of.entries.size);
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
    return typeof of === 'bigint' || typeof of === 'boolean' ? asInt(of) : undefined;
  },
  float(_, [of]) {
    if (typeof of !== 'string') return of === undefined ? undefined : asFloat(of);
    if (/^[+-]?inf(inity)?$/i.test(of.trim())) return of.trim().startsWith('-') ? -Infinity : Infinity;
    if (/^nan$/i.test(of.trim())) return NaN;
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(of.trim()) ? Number(of) : raise('ValueError');
  },
  str: (caller, [of]) => (of === undefined ? undefined : caller.text(of)),
  repr: () => undefined,
  bool: (_, args) => (args.length === 0 ? false : truth(args[0])),
  abs: (_, [of]) => (typeof of === 'number' ? Math.abs(of) : asInt(of) < 0n ? -asInt(of) : asInt(of)),
  min: extreme(-1),
  max: extreme(1),
  sum(_, args, keywords) {
    let total: Value = args[1] ?? keywords.get('start') ?? 0n;
    for (const item of iterate(args[0])) total = operate('+', total, item);
    return total;
  },
  sorted: (caller, [of], keywords) => list(sort(caller, iterate(of), keywords)),
  reversed: (_, [of]) => list([...iterate(of)].reverse()),
  list: (_, args) => list(args.length === 0 ? [] : [...iterate(args[0])]),
  tuple: (_, args) => tuple(args.length === 0 ? [] : [...iterate(args[0])]),
  set: (_, args) => ({
    kind: 'set',
    entries: new Map(args.length === 0 ? [] : [...iterate(args[0])].map(item => [keyOf(item), item])),
  }),
  frozenset: (caller, args, keywords) => library['set']!(caller, args, keywords),
  dict: (_, args, keywords) => dictOf(args, keywords),
  enumerate(_, args, keywords) {
    const start = asInt(args[1] ?? keywords.get('start') ?? 0n);
    return list([...iterate(args[0])].map((item, i) => tuple([start + BigInt(i), item])));
  },
  zip(_, args) {
    const lists = args.map(arg => [...iterate(arg)]);
    const size = Math.min(...lists.map(one => one.length));
    return list(Array.from({ length: lists.length === 0 ? 0 : size }, (_, i) => tuple(lists.map(one => one[i]))));
  },
  map: (caller, [func, ...rest]) =>
    rest.length === 1 ? list([...iterate(rest[0])].map(item => caller.call(func, [item]))) : undefined,
  filter: (caller, [func, of]) =>
    list([...iterate(of)].filter(item => truth(func === null ? item : caller.call(func, [item])))),
  any: (_, [of]) => [...iterate(of)].some(truth),
  all: (_, [of]) => [...iterate(of)].every(truth),
  round(_, args, keywords) {
    const [of] = args;
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
  'functools.reduce'(caller, [func, of, start]) {
    const items = [...iterate(of)];
    let total = start === undefined ? items.shift() : start;
    for (const item of items) total = caller.call(func, [total, item]);
    return total;
  },
  'operator.mul': (_, [a, b]) => operate('*', a, b),
  'operator.add': (_, [a, b]) => operate('+', a, b),
  'operator.sub': (_, [a, b]) => operate('-', a, b),
  'operator.truediv': (_, [a, b]) => operate('/', a, b),
  'operator.eq': (_, [a, b]) => equals(a, b),
  'operator.contains': (_, [a, b]) => contains(a, b),
  'collections.defaultdict': (_, [factory]) => emptyDict(factory ?? null),
  'collections.OrderedDict': (_, args, keywords) => dictOf(args, keywords),
  'collections.deque': (_, args) => list(args.length === 0 ? [] : [...iterate(args[0])]),
  'collections.Counter'(_, args) {
    const made = emptyDict({ kind: 'library', name: 'int' });
    for (const item of args.length === 0 ? [] : iterate(args[0])) {
      const key = keyOf(item);
      made.entries.set(key, [item, operate('+', made.entries.get(key)?.[1] ?? 0n, 1n)]);
    }
    return made;
  },
  'itertools.accumulate'(caller, [of, func]) {
    const result: Value[] = [];
    for (const item of iterate(of)) {
      const last = result[result.length - 1];
      result.push(
        result.length === 0 ? item : func === undefined ? operate('+', last, item) : caller.call(func, [last, item]),
      );
    }
    return list(result);
  },
};

library['int'] = (caller => (one, args, keywords) => (args.length === 0 ? 0n : caller(one, args, keywords)))(
  library['int']!,
);
library['float'] = (caller => (one, args, keywords) => (args.length === 0 ? 0 : caller(one, args, keywords)))(
  library['float']!,
);

export const constants: Record<string, Value> = {
  'math.pi': Math.PI,
  'math.e': Math.E,
  'math.tau': 2 * Math.PI,
  'math.inf': Infinity,
  'math.nan': NaN,
};
