import { any, float, int, type Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, truth } from '../coerce';
import { collected } from '../collecting';
import { eachOf } from '../comprehensions';
import type { Context } from '../context';
import { expression } from '../expressions';
import { partsOf, roundsOf } from '../iteration';
import { applyTo } from '../lambdas';
import { arithmetic } from '../operators';
import { pulled } from '../iterators';
import { join } from '../settling';
import { list, tuple, type ListType } from '../shapes';
import { pure, value, type Value } from '../value';
import { applied, itemsOf, predicate, sequence, sequenceOf } from './functions';
import { choices, groupRounds, pairwiseRounds, productRounds } from './selections';
import type { Call, LibraryModule, RoundsOf } from './table';

/** What is looped over in rounds of its own is a list elsewhere. */
const asCollected: Call = (c, node) => collected(c, node);

const rounds: Record<string, RoundsOf> = {
  'itertools.product': productRounds,
  'itertools.combinations': choices('combinations'),
  'itertools.permutations': choices('permutations'),
  'itertools.combinations_with_replacement': choices('combinationsWithRepeats'),
  'itertools.pairwise': pairwiseRounds,
  'itertools.groupby': groupRounds,
};

/** `takewhile` and its like: a test and a sequence. */
const filtered =
  (helper: string, negated = false): Call =>
  (c, node) => {
    const [func, items] = positional(node);
    if (!func || !items) return undefined;
    const source = sequenceOf(c, items);
    const test = predicate(c, func, source.elt, negated);
    return sequence(g.call(c.helper(helper), source.node, test), source.elt);
  };

function accumulate(c: Context, node: py.Call): Value | undefined {
  const [first, second] = positional(node);
  const func = second ?? keywordArgument(node, 'func');
  const start = keywordArgument(node, 'initial');
  if (!first) return undefined;
  let items: Value & { type: ListType } = itemsOf(c, first);
  if (start && start.kind !== 'None') {
    const given = expression(c, start);
    const type = list(join(items.type.elt, given.type));
    const head = g.composite(c.goType(type), [coerce(c, given, type.elt).node]);
    items = { ...value(g.spread('append', head, coerce(c, items, type).node), type), type };
  }
  const { elt } = items.type;
  const combine = applied(
    c,
    ['total', 'item'],
    [elt, elt],
    ([a, b]) => {
      if (func && func.kind !== 'None') return applyTo(c, func, [a!, b!]);
      return arithmetic(c, { op: '+', left: c.standIn(a!), right: c.standIn(b!) }, a!, b!);
    },
    elt,
  );
  return value(g.call(c.helper('accumulate'), items.node, combine.node), items.type);
}

function islice(c: Context, node: py.Call): Value | undefined {
  const [items, ...bounds] = positional(node);
  if (!items || bounds.length === 0) return undefined;
  const source = sequenceOf(c, items);
  const whole = (one: py.Expression | undefined, otherwise: number): Value['node'] =>
    !one || one.kind === 'None' ? g.int(otherwise) : coerce(c, expression(c, one), int).node;
  const [start, stop, step] = bounds.length === 1 ? [undefined, bounds[0]] : bounds;
  const call = g.call(c.helper('islice'), source.node, whole(start, 0), whole(stop, -1), whole(step, 1));
  return sequence(call, source.elt);
}

/** `starmap`: a function of the parts of each item. */
function starmap(c: Context, node: py.Call): Value | undefined {
  const [func, items] = positional(node);
  if (!func || !items) return undefined;
  const name = c.freshLocal('results');
  let elt: Type | undefined;
  const loop = c.block(() =>
    eachOf(c, items, item => {
      const count = item.type.kind === 'tuple' ? item.type.elts.length : 0;
      const parts = partsOf(c, item, count) ?? c.gap('starmap over this has no counterpart here', node);
      const { before, result } = c.capture(() => applyTo(c, func, parts));
      elt = result.type;
      return [...before, g.assign(g.ident(name), g.call('append', g.ident(name), result.node))];
    }),
  );
  const type = list(elt ?? any);
  c.emit(g.define(name, g.composite(c.goType(type), [])), ...loop);
  return pure(g.ident(name), type);
}

function zipLongest(c: Context, node: py.Call): Value | undefined {
  const [first, second, more] = positional(node);
  if (!first || !second || more) return undefined;
  const lists = [itemsOf(c, first), itemsOf(c, second)] as const;
  const fill = keywordArgument(node, 'fillvalue');
  const types = lists.map(one => (fill ? join(one.type.elt, c.typeOf(fill)) : join(one.type.elt, { kind: 'none' })));
  const args = lists.map((one, i) => converted(c, one, types[i]!));
  const fills = types.map(type => (fill ? coerce(c, expression(c, fill, type), type).node : g.nil()));
  return value(g.call(c.helper('zipLongest'), ...args, ...fills), list(tuple(...types)));
}

/** A list with items of a wider type. */
function converted(c: Context, items: Value & { type: ListType }, elt: Type): Value['node'] {
  const result = c.freshLocal('wider');
  const item = c.freshLocal('item');
  const { before, result: made } = c.capture(() => coerce(c, pure(g.ident(item), items.type.elt), elt));
  if (made.node.kind === 'Ident' && made.node.name === item && elt.kind === items.type.elt.kind) return items.node;
  c.emit(
    g.define(result, g.composite(c.goType(list(elt)), [])),
    g.rangeStmt(undefined, item, items.node, [
      ...before,
      g.assign(g.ident(result), g.call('append', g.ident(result), made.node)),
    ]),
  );
  return g.ident(result);
}

function chain(c: Context, node: py.Call): Value | undefined {
  const args = positional(node);
  if (args.some(arg => arg.kind === 'Starred')) return undefined;
  if (args.some(arg => c.typeOf(arg).kind === 'iterator' && arg.kind !== 'GeneratorExp')) {
    const sources = args.map(arg => sequenceOf(c, arg));
    return sequence(g.call(c.helper('chain'), ...sources.map(one => one.node)), sources[0]?.elt ?? any);
  }
  const lists = args.map(arg => itemsOf(c, arg));
  const elt = lists.map(one => one.type.elt).reduce(join, lists[0]?.type.elt ?? any);
  return value(g.pkgCall('slices', 'Concat', ...lists.map(one => coerce(c, one, list(elt)).node)), list(elt));
}

/** `a, b = tee(items)`: iterators over one list, which each stand where they have come to. */
function tee(c: Context, node: py.Call): Value | undefined {
  const [first, second] = positional(node);
  const count = second ?? keywordArgument(node, 'n');
  if (!first || (count && count.kind !== 'Int')) return undefined;
  const items = c.temporary(itemsOf(c, first), 'items');
  const { elt } = items.type.kind === 'list' ? items.type : list(any);
  const size = count?.kind === 'Int' ? Number(count.value) : 2;
  const all = Array.from({ length: size }, () => coerce(c, items, pulled(elt)).node);
  const type = tuple(...all.map(() => pulled(elt)));
  return value(g.composite(c.goType(type), all), type);
}

/** Python's `itertools`. */
export const itertools: LibraryModule = {
  rounds,
  calls: {
    ...Object.fromEntries(Object.keys(rounds).map(name => [name, asCollected])),
    'itertools.chain': chain,
    'itertools.chain.from_iterable': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const lists = itemsOf(c, first);
      const { elt } = lists.type;
      if (elt.kind === 'list') return value(g.spread(g.pkg('slices', 'Concat'), lists.node), list(elt.elt));
      const result = c.freshLocal('items');
      const each = roundsOf(c, lists, { names: [] });
      const inner = c.capture(() => roundsOf(c, each.values[0]!, { names: [] }));
      const type = list(inner.result.values[0]?.type ?? any);
      const append = g.assign(g.ident(result), g.call('append', g.ident(result), inner.result.values[0]!.node));
      c.emit(
        g.define(result, g.composite(c.goType(type), [])),
        each.wrap([...inner.before, inner.result.wrap([append])]),
      );
      return pure(g.ident(result), type);
    },
    'itertools.tee': tee,
    'itertools.accumulate': accumulate,
    'itertools.islice': islice,
    'itertools.starmap': starmap,
    'itertools.zip_longest': zipLongest,
    'itertools.takewhile': filtered('takeWhile'),
    'itertools.dropwhile': filtered('dropWhile'),
    'itertools.filterfalse': filtered('keep', true),
    'itertools.count': (c, node) => {
      const [first, second] = positional(node);
      const [start, step] = [first ?? keywordArgument(node, 'start'), second ?? keywordArgument(node, 'step')];
      const values = [start, step].map((one, i) => (one ? expression(c, one) : pure(g.int(i), int)));
      const type = values.some(one => one.type.kind === 'float') ? float : int;
      return sequence(g.call(c.helper('countFrom'), ...values.map(one => coerce(c, one, type).node)), type);
    },
    'itertools.cycle': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const items = itemsOf(c, first);
      return sequence(g.call(c.helper('cycle'), items.node), items.type.elt);
    },
    'itertools.repeat': (c, node) => {
      const [first, second] = positional(node);
      if (!first) return undefined;
      const item = expression(c, first);
      const times = second ?? keywordArgument(node, 'times');
      if (!times) return sequence(g.call(c.helper('repeatEndlessly'), item.node), item.type);
      const one = g.composite(c.goType(list(item.type)), [item.node]);
      const count = coerce(c, expression(c, times), int);
      return value(g.call(c.helper('repeated'), one, count.node), list(item.type));
    },
    'itertools.compress': (c, node) => {
      const [data, selectors] = positional(node);
      if (!data || !selectors) return undefined;
      const [items, marks] = [itemsOf(c, data), c.temporary(itemsOf(c, selectors), 'marks')];
      const result = c.freshLocal('kept');
      const [i, item] = [c.freshLocal('i'), c.freshLocal('item')];
      const mark = marks.type.kind === 'list' ? marks.type.elt : any;
      const isMarked = truth(c, pure(g.index(marks.node, g.ident(i)), mark));
      c.emit(
        g.define(result, g.composite(c.goType(items.type), [])),
        g.rangeStmt(i, item, items.node, [
          g.ifStmt(g.binary(g.binary(g.ident(i), '<', g.call('len', marks.node)), '&&', isMarked), [
            g.assign(g.ident(result), g.call('append', g.ident(result), g.ident(item))),
          ]),
        ]),
      );
      return pure(g.ident(result), items.type);
    },
    'itertools.batched': (c, node) => {
      const [first, second] = positional(node);
      if (!first || !second) return undefined;
      const items = itemsOf(c, first);
      const type: ListType = { ...list(items.type.elt), form: 'tuple' };
      return value(g.call(c.helper('batched'), items.node, coerce(c, expression(c, second), int).node), list(type));
    },
  },
};
