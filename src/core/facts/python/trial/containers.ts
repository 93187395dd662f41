/** What a trial run knows of the modules that make and walk through containers: `collections`, `itertools`, `heapq`, … */
import { asInt, sort, together, type Caller, type Library } from './library';
import { contains, equals, operate, order } from './operate';
import {
  generator,
  isObject,
  isSubclass,
  iterate,
  keyOf,
  list,
  Lost,
  native,
  raise,
  remember,
  some,
  truth,
  tuple,
  type ClassValue,
  type Dict,
  type Sequence,
  type Value,
} from './values';

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

/** Where a list is kept as a heap. */
const heapOf = (of: Value): Sequence => {
  if (!isObject(of) || of.kind !== 'list') throw new Lost();
  return of;
};

const isLess = (a: Value, b: Value): boolean => {
  const by = order(a, b);
  if (by === undefined) throw new Lost();
  return by < 0;
};

function siftUp(items: Value[]): void {
  for (let at = items.length - 1; at > 0;) {
    const up = (at - 1) >> 1;
    if (!isLess(items[at], items[up])) return;
    [items[at], items[up]] = [items[up], items[at]];
    at = up;
  }
}

function siftDown(items: Value[], from = 0): void {
  for (let at = from; ;) {
    let least = 2 * at + 1;
    if (least >= items.length) return;
    if (least + 1 < items.length && isLess(items[least + 1], items[least])) least++;
    if (!isLess(items[least], items[at])) return;
    [items[at], items[least]] = [items[least], items[at]];
    at = least;
  }
}

function popHeap(of: Sequence): Value {
  if (of.items.length === 0) return raise('IndexError');
  const first = of.items[0];
  const last = of.items.pop();
  if (of.items.length > 0) {
    of.items[0] = last;
    siftDown(of.items);
  }
  return remember(of, first);
}

function bisect(of: Value, item: Value, isRight: boolean, keywords: Map<string, Value>): bigint {
  if (keywords.size > 0) throw new Lost();
  const { items } = heapOf(of);
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isRight ? !isLess(item, items[middle]) : isLess(items[middle], item)) from = middle + 1;
    else to = middle;
  }
  return BigInt(from);
}

function* chained(args: Iterable<Value>): Iterable<Value> {
  for (const arg of args) yield* iterate(arg);
}

function* counting(start: Value, step: Value): Iterable<Value> {
  for (let at = start; ; at = operate('+', at, step)) yield at;
}

function* cycled(items: Value[]): Iterable<Value> {
  while (items.length > 0) yield* items;
}

function* repeated(item: Value, times: Value): Iterable<Value> {
  for (let i = 0n; times === undefined || i < asInt(times); i++) yield item;
}

function* sliced(items: Iterable<Value>, start: bigint, stop: bigint | undefined, step: bigint): Iterable<Value> {
  let at = 0n;
  if (stop !== undefined && stop <= 0n) return;
  for (const item of items) {
    if (at >= start && (at - start) % step === 0n) yield item;
    if (++at === stop) return;
  }
}

function* product(pools: readonly Value[][], row: Value[] = []): Iterable<Value> {
  const pool = pools[row.length];
  if (!pool) yield tuple([...row]);
  else for (const item of pool) yield* product(pools, [...row, item]);
}

function* chosen(
  items: readonly Value[],
  size: number,
  kind: 'combinations' | 'permutations' | 'again',
): Iterable<Value> {
  const pick = function* (from: number, places: number[]): Iterable<Value> {
    if (places.length === size) {
      yield tuple(places.map(place => items[place]));
      return;
    }
    for (let i = kind === 'permutations' ? 0 : from; i < items.length; i++) {
      if (kind === 'permutations' && places.includes(i)) continue;
      yield* pick(kind === 'again' ? i : i + 1, [...places, i]);
    }
  };
  yield* pick(0, []);
}

function* grouped(caller: Caller, items: Iterable<Value>, key: Value): Iterable<Value> {
  let current: { key: Value; items: Value[] } | undefined;
  for (const item of items) {
    const by = key === null ? item : caller.call(key, [item]);
    if (current && equals(current.key, by) === true) {
      current.items.push(item);
      continue;
    }
    if (current) yield tuple([current.key, generator(current.items)]);
    current = { key: by, items: [item] };
  }
  if (current) yield tuple([current.key, generator(current.items)]);
}

function* longest(args: readonly Value[], fill: Value): Iterable<Value> {
  const each = args.map(arg => iterate(arg)[Symbol.iterator]());
  for (;;) {
    const row = each.map(one => one.next());
    if (row.every(one => one.done)) return;
    yield tuple(row.map(one => (one.done ? fill : (one.value as Value))));
  }
}

function* accumulated(caller: Caller, of: Value, func: Value, initial: Value): Iterable<Value> {
  let isFirst = initial === undefined;
  let last = initial;
  if (!isFirst) yield last;
  for (const item of iterate(of)) {
    last = isFirst ? item : (func ?? null) === null ? caller.add(last, item) : caller.call(func, [last, item]);
    isFirst = false;
    yield last;
  }
}

function* whilst(caller: Caller, test: Value, items: Iterable<Value>, isDropping: boolean): Iterable<Value> {
  let dropping = isDropping;
  for (const item of items) {
    if (isDropping) {
      dropping &&= truth(caller.call(test, [item]));
      if (!dropping) yield item;
    } else {
      if (!truth(caller.call(test, [item]))) return;
      yield item;
    }
  }
}

function* pairs(items: Iterable<Value>): Iterable<Value> {
  let last: { value: Value } | undefined;
  for (const item of items) {
    if (last) yield tuple([last.value, item]);
    last = { value: item };
  }
}

function* batches(items: Iterable<Value>, size: number): Iterable<Value> {
  let batch: Value[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield tuple(batch);
    batch = [];
  }
  if (batch.length > 0) yield tuple(batch);
}

/** A copy, of its parts too where it is `deep`. */
function copied(value: Value, isDeep: boolean): Value {
  if (!isObject(value)) return value;
  const part = (one: Value): Value => (isDeep ? copied(one, true) : one);
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return { ...value, items: value.items.map(part) };
    case 'dict':
      return {
        ...value,
        entries: new Map(
          [...value.entries].map(([name, [key, one]]): [string, [Value, Value]] => [name, [key, part(one)]]),
        ),
      };
    case 'set':
      return { ...value, entries: new Map(value.entries) };
    case 'object':
      if (value.of.form === 'enum') return value;
      return { ...value, fields: new Map([...value.fields].map(([name, one]) => [name, part(one)])) };
    default:
      return value;
  }
}

/** `namedtuple('Point', 'x y')` */
function namedTuple(args: Value[], keywords: Map<string, Value>, caller: Caller): Value {
  const [name, given] = args;
  if (typeof name !== 'string') throw new Lost();
  const names = typeof given === 'string' ? given.replace(/,/g, ' ').trim().split(/\s+/) : [...iterate(given)];
  const defaults = keywords.has('defaults') ? [...iterate(keywords.get('defaults'))] : [];
  const made: ClassValue = { kind: 'class', name, bases: [], members: new Map(), isOpen: false, form: 'tuple', caller };
  made.fields = names.map((field, i) => {
    if (typeof field !== 'string') throw new Lost();
    const at = i - (names.length - defaults.length);
    return { name: field, frame: { values: new Map(), parent: undefined }, ...(at >= 0 && { given: defaults[at] }) };
  });
  return made;
}

/** The value of a JSON text. */
function parsed(text: string): Value {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(\.\d+)?([eE][+-]?\d+)?/g, (whole, fraction, exponent) =>
    whole.startsWith('"') ? whole : `{"\u0000${fraction || exponent ? 'float' : 'int'}":"${whole}"}`,
  );
  let made: unknown;
  try {
    made = JSON.parse(marked.replace(/\u0000/g, '\\u0000'));
  } catch {
    throw new Lost();
  }
  return fromJson(made);
}

function fromJson(value: unknown): Value {
  if (Array.isArray(value)) return list(value.map(fromJson));
  if (typeof value !== 'object' || value === null) return value as string | boolean | null;
  const fields = Object.entries(value);
  const [only] = fields;
  if (only?.[0] === '\u0000int') return BigInt(only[1] as string);
  if (only?.[0] === '\u0000float') return Number(only[1]);
  return { kind: 'dict', entries: new Map(fields.map(([name, one]) => [keyOf(name), [name, fromJson(one)]])) };
}

const floats = (of: Value): number[] =>
  [...iterate(of)].map(one => (typeof one === 'number' ? one : Number(asInt(one))));

const average = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** The mean of whole numbers is a whole number where it comes out even. */
function mean(caller: Caller, items: Value[]): Value {
  if (items.length === 0) return raise('ValueError');
  const total = items.reduce((sum, item) => caller.add(sum, item), 0n);
  const size = BigInt(items.length);
  return typeof total === 'bigint' && total % size === 0n ? total / size : operate('/', total, size);
}

function middle(of: Value): Value {
  const items = [...iterate(of)].sort((a, b) => order(a, b) ?? 0);
  const half = items.length >> 1;
  if (items.length === 0) return raise('ValueError');
  return items.length % 2 === 1 ? items[half] : operate('/', operate('+', items[half - 1], items[half]), 2n);
}

export const containers: Record<string, Library> = {
  dict: (_, args, keywords) => dictOf(args, keywords),
  'dict.fromkeys'(_, [keys, value]) {
    const made = emptyDict();
    for (const key of iterate(keys)) made.entries.set(keyOf(key), [key, value ?? null]);
    return made;
  },
  'functools.reduce'(caller, args) {
    const [func, of, start] = args;
    const items = iterate(of)[Symbol.iterator]();
    let total: Value = args.length > 2 ? start : (items.next().value as Value);
    for (let next = items.next(); !next.done; next = items.next()) total = caller.call(func, [total, next.value]);
    return total;
  },
  'functools.partial': (caller, [func, ...first], fixed) =>
    native((args, keywords) => caller.call(func, [...first, ...args], new Map([...fixed, ...keywords]))),
  'functools.wraps': () => native(([func]) => func),
  'functools.cmp_to_key': () => undefined,
  'operator.itemgetter': (_, keys) =>
    native(([of]) => {
      const each = keys.map(key => itemOf(of, key));
      return each.length === 1 ? each[0] : tuple(each);
    }),
  'operator.attrgetter': (caller, names) =>
    native(([of]) => {
      const each = names.map(name => {
        if (typeof name !== 'string') throw new Lost();
        return name.split('.').reduce((one: Value, part) => caller.attribute(one, part), of);
      });
      return each.length === 1 ? each[0] : tuple(each);
    }),
  'operator.methodcaller': (caller, [name, ...args], keywords) =>
    native(([of]) => (typeof name === 'string' ? caller.call(caller.attribute(of, name), args, keywords) : undefined)),
  'operator.mul': (_, [a, b]) => operate('*', a, b),
  'operator.add': (caller, [a, b]) => caller.add(a, b),
  'operator.sub': (_, [a, b]) => operate('-', a, b),
  'operator.truediv': (_, [a, b]) => operate('/', a, b),
  'operator.floordiv': (_, [a, b]) => operate('//', a, b),
  'operator.mod': (_, [a, b]) => operate('%', a, b),
  'operator.pow': (_, [a, b]) => operate('**', a, b),
  'operator.and_': (_, [a, b]) => operate('&', a, b),
  'operator.or_': (_, [a, b]) => operate('|', a, b),
  'operator.xor': (_, [a, b]) => operate('^', a, b),
  'operator.eq': (_, [a, b]) => equals(a, b),
  'operator.ne': (_, [a, b]) => negated(equals(a, b)),
  'operator.lt': (_, [a, b]) => isLess(a, b),
  'operator.gt': (_, [a, b]) => isLess(b, a),
  'operator.le': (_, [a, b]) => !isLess(b, a),
  'operator.ge': (_, [a, b]) => !isLess(a, b),
  'operator.neg': (_, [a]) => operate('-', 0n, a),
  'operator.contains': (_, [a, b]) => contains(a, b),
  'collections.defaultdict'(_, [factory, ...rest], keywords) {
    return { ...dictOf(rest, keywords), missing: factory ?? null, form: 'defaultdict' };
  },
  'collections.OrderedDict': (_, args, keywords) => ({ ...dictOf(args, keywords), form: 'OrderedDict' }),
  'collections.deque'(_, args, keywords) {
    const most = args[1] ?? keywords.get('maxlen') ?? null;
    const items = args.length === 0 ? [] : [...iterate(args[0])];
    if (most === null) return { ...list(items), form: 'deque' };
    const size = Number(asInt(most));
    return { ...list(items.slice(Math.max(0, items.length - size))), form: 'deque', most: size };
  },
  'collections.Counter'(_, args, keywords) {
    const made: Dict = { ...emptyDict({ kind: 'library', name: 'int' }), form: 'Counter' };
    const [of] = args;
    if (isObject(of) && of.kind === 'dict') for (const [key, entry] of of.entries) made.entries.set(key, [...entry]);
    else {
      for (const item of args.length === 0 ? [] : iterate(of)) {
        const key = keyOf(item);
        made.entries.set(key, [item, operate('+', made.entries.get(key)?.[1] ?? 0n, 1n)]);
      }
    }
    for (const [name, count] of keywords) made.entries.set(keyOf(name), [name, count]);
    return made;
  },
  'collections.namedtuple': (caller, args, keywords) => namedTuple(args, keywords, caller),
  'heapq.heappush'(_, [of, item]) {
    const heap = heapOf(of);
    heap.items.push(item);
    siftUp(heap.items);
    return null;
  },
  'heapq.heappop': (_, [of]) => popHeap(heapOf(of)),
  'heapq.heapify'(_, [of]) {
    const { items } = heapOf(of);
    for (let at = items.length >> 1; at >= 0; at--) siftDown(items, at);
    return null;
  },
  'heapq.heappushpop'(_, [of, item]) {
    const heap = heapOf(of);
    if (heap.items.length === 0 || !isLess(heap.items[0], item)) return item;
    const first = remember(heap, heap.items[0]);
    heap.items[0] = item;
    siftDown(heap.items);
    return first;
  },
  'heapq.heapreplace'(_, [of, item]) {
    const heap = heapOf(of);
    const first = remember(heap, heap.items[0]);
    heap.items[0] = item;
    siftDown(heap.items);
    return first;
  },
  'heapq.nlargest': (caller, [count, of], keywords) =>
    list(sort(caller, iterate(of), new Map([...keywords, ['reverse', true]])).slice(0, Number(asInt(count)))),
  'heapq.nsmallest': (caller, [count, of], keywords) =>
    list(sort(caller, iterate(of), keywords).slice(0, Number(asInt(count)))),
  'bisect.bisect_left': (_, [of, item], keywords) => bisect(of, item, false, keywords),
  'bisect.bisect_right': (_, [of, item], keywords) => bisect(of, item, true, keywords),
  'bisect.bisect': (_, [of, item], keywords) => bisect(of, item, true, keywords),
  'bisect.insort'(_, [of, item], keywords) {
    heapOf(of).items.splice(Number(bisect(of, item, true, keywords)), 0, item);
    return null;
  },
  'itertools.chain': (_, args) => generator(chained(args)),
  'itertools.chain.from_iterable': (_, [of]) => generator(chained(iterate(of))),
  'itertools.count': (_, args, keywords) =>
    generator(counting(args[0] ?? keywords.get('start') ?? 0n, args[1] ?? keywords.get('step') ?? 1n)),
  'itertools.cycle': (_, [of]) => generator(cycled([...iterate(of)])),
  'itertools.repeat': (_, args, keywords) => generator(repeated(args[0], args[1] ?? keywords.get('times'))),
  'itertools.islice'(_, [of, ...bounds]) {
    const [first, second, third] = bounds.map(one => (one === null ? undefined : asInt(one)));
    if (bounds.length === 1) return generator(sliced(iterate(of), 0n, first, 1n));
    return generator(sliced(iterate(of), first ?? 0n, second, third ?? 1n));
  },
  'itertools.product'(_, args, keywords) {
    const pools = args.map(arg => [...iterate(arg)]);
    const times = Number(asInt(keywords.get('repeat') ?? 1n));
    return generator(product(Array.from({ length: times }, () => pools).flat()));
  },
  'itertools.combinations': (_, [of, size]) => generator(chosen([...iterate(of)], Number(asInt(size)), 'combinations')),
  'itertools.combinations_with_replacement': (_, [of, size]) =>
    generator(chosen([...iterate(of)], Number(asInt(size)), 'again')),
  'itertools.permutations'(_, [of, size]) {
    const items = [...iterate(of)];
    const count = (size ?? null) === null ? items.length : Number(asInt(size));
    return generator(chosen(items, count, 'permutations'));
  },
  'itertools.groupby': (caller, args, keywords) =>
    generator(grouped(caller, iterate(args[0]), args[1] ?? keywords.get('key') ?? null)),
  'itertools.zip_longest': (_, args, keywords) => generator(longest(args, keywords.get('fillvalue') ?? null)),
  'itertools.starmap': (caller, [func, of]) =>
    generator(Array.from(iterate(of), row => caller.call(func, [...iterate(row)]))),
  'itertools.accumulate': (caller, args, keywords) =>
    generator(accumulated(caller, args[0], args[1] ?? keywords.get('func'), keywords.get('initial'))),
  'itertools.takewhile': (caller, [test, of]) => generator(whilst(caller, test, iterate(of), false)),
  'itertools.dropwhile': (caller, [test, of]) => generator(whilst(caller, test, iterate(of), true)),
  'itertools.filterfalse': (caller, [test, of]) =>
    generator([...iterate(of)].filter(item => !truth(test === null ? item : caller.call(test, [item])))),
  'itertools.compress': (_, [of, marks]) =>
    generator(
      [...together([of, marks])].flatMap(row => {
        const [item, mark] = iterate(row);
        return truth(mark) ? [item] : [];
      }),
    ),
  'itertools.pairwise': (_, [of]) => generator(pairs(iterate(of))),
  'itertools.batched': (_, [of, size]) => generator(batches(iterate(of), Number(asInt(size)))),
  'itertools.tee'(_, [of, count]) {
    const items = [...iterate(of)];
    return tuple(Array.from({ length: Number(asInt(count ?? 2n)) }, () => generator(items)));
  },
  'copy.copy': (_, [of]) => copied(of, false),
  'copy.deepcopy': (_, [of]) => copied(of, true),
  'json.loads': (_, [text]) => (typeof text === 'string' ? parsed(text) : undefined),
  'json.dumps': () => some('str'),
  'dataclasses.replace': (_, [of], keywords) =>
    isObject(of) && of.kind === 'object' ? { ...of, fields: new Map([...of.fields, ...keywords]) } : undefined,
  'dataclasses.asdict': (_, [of]) => fieldDict(of),
  'enum.auto': () => some('int'),
  'typing.TypeVar': () => ({ kind: 'library', name: 'typing.Any' }),
  'typing.NewType': () => native(([value]) => value),
  'typing.cast': (_, [, value]) => value,
  'contextlib.suppress': (_, kinds) => native(([error]) => kinds.some(kind => caught(kind, error))),
  'sys.exit': () => raise('SystemExit'),
  exit: () => raise('SystemExit'),
  'time.time': () => some('float'),
  'time.perf_counter': () => some('float'),
  'time.monotonic': () => some('float'),
  'time.sleep': () => null,
  'random.seed': () => null,
  'random.random': () => some('float'),
  'random.uniform': () => some('float'),
  'random.randint': () => some('int'),
  'random.randrange': () => some('int'),
  'statistics.mean': (caller, [of]) => mean(caller, [...iterate(of)]),
  'statistics.fmean': (_, [of]) => average(floats(of)),
  'statistics.median': (_, [of]) => middle(of),
  'statistics.pstdev': () => some('float'),
  'statistics.stdev': () => some('float'),
  'sys.getrecursionlimit': () => some('int'),
  'sys.setrecursionlimit': () => null,
  'asyncio.run': (caller, [task]) => caller.awaited(task),
  'asyncio.sleep': () => null,
  'asyncio.create_task': (caller, [task]) => caller.awaited(task),
  'asyncio.gather': (caller, tasks) => list(tasks.map(task => caller.awaited(task))),
  'asyncio.wait_for': (caller, [task]) => caller.awaited(task),
  'textwrap.dedent': (_, [text]) => (typeof text === 'string' ? dedented(text) : undefined),
  'str.upper': (_, [text]) => (typeof text === 'string' ? text.toUpperCase() : undefined),
  'str.lower': (_, [text]) => (typeof text === 'string' ? text.toLowerCase() : undefined),
  'str.strip': (_, [text]) => (typeof text === 'string' ? text.trim() : undefined),
};

function dedented(text: string): string {
  const lines = text.split('\n');
  const depths = lines.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)![0].length);
  const depth = Math.min(...depths, Infinity);
  return lines.map(line => (line.trim() === '' ? '' : line.slice(depth))).join('\n');
}

const negated = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

function itemOf(of: Value, key: Value): Value {
  if (isObject(of) && of.kind === 'dict') {
    const entry = of.entries.get(keyOf(key));
    return entry ? entry[1] : raise('KeyError', key);
  }
  if (isObject(of) && (of.kind === 'list' || of.kind === 'tuple') && typeof key === 'bigint') {
    return of.items[Number(key) < 0 ? of.items.length + Number(key) : Number(key)];
  }
  if (isObject(of) && of.kind === 'object' && of.of.form === 'tuple' && typeof key === 'bigint') {
    return [...of.fields.values()][Number(key)];
  }
  if (typeof of === 'string' && typeof key === 'bigint') return [...of][Number(key)];
  throw new Lost();
}

function fieldDict(of: Value): Value {
  if (!isObject(of) || of.kind !== 'object') return of;
  const part = (one: Value): Value =>
    isObject(one) && one.kind === 'list' ? list(one.items.map(part)) : fieldDict(one);
  return {
    kind: 'dict',
    entries: new Map([...of.fields].map(([name, value]) => [keyOf(name), [name, part(value)]])),
  };
}

function caught(kind: Value, error: Value): boolean {
  if (!isObject(kind) || (kind.kind !== 'class' && kind.kind !== 'library')) throw new Lost();
  return isObject(error) && error.kind === 'object' && isSubclass(error.of, kind.name);
}
