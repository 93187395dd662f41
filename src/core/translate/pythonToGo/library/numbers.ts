/** Python's `bisect` and `statistics`. */
import { bool, float, infinity, int, none, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { threeWay } from '../comparisons';
import type { Context } from '../context';
import { expression } from '../expressions';
import { applyTo } from '../lambdas';
import { assignable } from '../places';
import { list } from '../shapes';
import { pure, value, type Value } from '../value';
import { itemsOf } from './functions';
import type { Call, LibraryModule } from './table';

/** Where an item belongs in a sorted list: before its equals, or behind them. */
function place(
  c: Context,
  items: Value,
  elt: Type,
  item: Expression,
  isRight: boolean,
  key?: py.Expression,
): Expression {
  const name = c.scratch('one');
  const { before, result } = c.capture(() => {
    const one = pure(g.ident(name), elt);
    const other = key ? applyTo(c, key, [one]) : one;
    return g.binary(threeWay(c, other, pure(item, other.type)), isRight ? '>' : '>=', g.int(0));
  });
  // The search is for the first that is not less; with a test in place of the comparison both sides are the same.
  const i = c.scratch('i');
  const at = g.define(name, g.index(items.node, g.ident(i)));
  const test = g.funcLit([g.field(i, g.ident('int'))], [g.ident('bool')], [at, ...before, g.ret(result)]);
  return g.pkgCall('sort', 'Search', g.call('len', items.node), test);
}

const bisectCall =
  (isRight: boolean): Call =>
  (c, node) => {
    const [first, second, low] = positional(node);
    if (!first || !second || low) return undefined;
    const items = itemsOf(c, first);
    const source = c.temporary(items, 'items');
    const key = keywordArgument(node, 'key');
    const wanted = expression(c, second);
    const isNumber = wanted.type.kind === 'int' && items.type.elt.kind === 'float';
    const item = c.temporary(isNumber ? coerce(c, wanted, float) : wanted, 'wanted');
    return value(place(c, source, items.type.elt, item.node, isRight, key), int);
  };

const insort =
  (isRight: boolean): Call =>
  (c, node) => {
    const [first, second, low] = positional(node);
    if (!first || !second || low) return undefined;
    const of = expression(c, first);
    if (of.type.kind !== 'list') return undefined;
    const target = assignable(c, first);
    const item = c.temporary(coerce(c, expression(c, second, of.type.elt), of.type.elt), 'item');
    const key = keywordArgument(node, 'key');
    const wanted = key ? c.temporary(applyTo(c, key, [item]), 'wanted') : item;
    const at = place(c, { ...of, node: target }, of.type.elt, wanted.node, isRight, key);
    c.emit(g.assign(target, g.pkgCall('slices', 'Insert', target, at, item.node)));
    return pure(g.nil(), none);
  };

/** Numbers as floats. */
function floats(c: Context, node: py.Expression): Expression {
  const items = itemsOf(c, node);
  if (items.type.elt.kind === 'float') return items.node;
  if (items.type.elt.kind !== 'int') return c.gap('the statistics of these have no counterpart here', node);
  return g.call(c.helper('floatsOf'), items.node);
}

const ofFloats =
  (helper: string): Call =>
  (c, node) => {
    const [first, second] = positional(node);
    if (!first || second || node.args.length > 1) return undefined;
    return value(g.call(c.helper(helper), floats(c, first)), float);
  };

/** `mean` and `median` of whole numbers are whole where they come out even. */
const ofNumbers =
  (helper: string): Call =>
  (c, node) => {
    const [first] = positional(node);
    if (!first) return undefined;
    const items = itemsOf(c, first);
    const isWhole = items.type.elt.kind === 'int';
    const given = isWhole ? g.call(c.helper('floatsOf'), items.node) : floats(c, first);
    const mean = value(g.call(c.helper(helper), given), float);
    if (!isWhole) return mean;
    return { ...mean, type: infinity };
  };

const ofItems =
  (helper: string, isList = false): Call =>
  (c, node) => {
    const [first] = positional(node);
    if (!first) return undefined;
    const items = itemsOf(c, first);
    return value(g.call(c.helper(helper), items.node), isList ? list(items.type.elt) : items.type.elt);
  };

export const numbers: LibraryModule = {
  methods: {
    'math/big.Int.bit_length': (_, of) => value(g.method(of.node, 'BitLen'), int, of.pure),
    'builtins.int.bit_length': (_, of) => {
      const size = g.call('uint', g.call('max', of.node, g.unary('-', of.node)));
      return value(g.pkgCall('math/bits', 'Len', size), int, of.pure);
    },
    'builtins.int.bit_count': (_, of) => {
      const size = g.call('uint', g.call('max', of.node, g.unary('-', of.node)));
      return value(g.pkgCall('math/bits', 'OnesCount', size), int, of.pure);
    },
    'builtins.float.is_integer': (c, of) => {
      const number = c.temporary(of, 'number');
      return value(g.binary(number.node, '==', g.pkgCall('math', 'Trunc', number.node)), bool, of.pure);
    },
  },
  calls: {
    'bisect.bisect': bisectCall(true),
    'bisect.bisect_right': bisectCall(true),
    'bisect.bisect_left': bisectCall(false),
    'bisect.insort': insort(true),
    'bisect.insort_right': insort(true),
    'bisect.insort_left': insort(false),
    'statistics.mean': ofNumbers('mean'),
    'statistics.median': ofNumbers('median'),
    'statistics.fmean': (c, node, want) => {
      const [first, second] = positional(node);
      const weights = second ?? keywordArgument(node, 'weights');
      if (!first || !weights || weights.kind === 'None') return ofFloats('floatMean')(c, node, want);
      return value(g.call(c.helper('weightedMean'), floats(c, first), floats(c, weights)), float);
    },
    'statistics.harmonic_mean': ofFloats('harmonicMean'),
    'statistics.median_low': ofItems('medianLow'),
    'statistics.median_high': ofItems('medianHigh'),
    'statistics.quantiles': (c, node) => {
      const [first] = positional(node);
      const method = keywordArgument(node, 'method');
      if (!first || (method && method.kind !== 'Str')) return undefined;
      const count = keywordArgument(node, 'n');
      const groups = count ? coerce(c, expression(c, count), int).node : g.int(4);
      const inclusive = g.bool(method?.value === 'inclusive');
      return value(g.call(c.helper('quantiles'), floats(c, first), groups, inclusive), list(float));
    },
    'statistics.stdev': ofFloats('sampleDeviation'),
    'statistics.pstdev': ofFloats('deviation'),
    'statistics.variance': ofNumbers('sampleVariance'),
    'statistics.pvariance': ofNumbers('variance'),
    'statistics.mode': ofItems('mode'),
    'statistics.multimode': ofItems('modes', true),
  },
};
