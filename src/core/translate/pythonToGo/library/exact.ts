/** Python's `fractions` and `decimal`. */
import { bool, int, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { decimal, makeDecimal } from '../decimals';
import { expression, operands } from '../expressions';
import { makeFraction } from '../fractions';
import { value, type Value } from '../value';
import type { LibraryModule, Method } from './table';

const roundings = ['HALF_UP', 'HALF_DOWN', 'HALF_EVEN', 'UP', 'DOWN', 'FLOOR', 'CEILING'].map(name => `ROUND_${name}`);

/** How it is rounded, as the third part of a call. */
function rounding(c: Context, node: Parameters<Method>[2], at: number): Value['node'] {
  const given = positional(node)[at] ?? keywordArgument(node, 'rounding');
  return given && given.kind !== 'None' ? coerce(c, expression(c, given), str).node : g.str('ROUND_HALF_EVEN');
}

/** A part of a fraction, which fits into an int as a rule. */
const part =
  (name: string) =>
  (c: Context, of: Value): Value => {
    if (!c.facts.isTried) c.notes.assume('the parts of a fraction fit into 64 bits');
    return value(g.call('int', g.method(g.method(of.node, name), 'Int64')), int, of.pure);
  };

export const exact: LibraryModule = {
  constants: Object.fromEntries(roundings.map(name => [`decimal.${name}`, () => value(g.str(name), str, true)])),
  calls: {
    'fractions.Fraction': (c, node) =>
      positional(node).length === node.args.length ? makeFraction(c, operands(c, positional(node))) : undefined,
    'decimal.Decimal': (c, node) => {
      const [first, more] = positional(node);
      return more ? undefined : makeDecimal(c, first && expression(c, first));
    },
  },
  fields: {
    'fractions.Fraction.numerator': part('Num'),
    'fractions.Fraction.denominator': part('Denom'),
  },
  methods: {
    'decimal.Decimal.quantize': (c, of, node) => {
      const [like] = positional(node);
      if (!like) return undefined;
      const [to] = operands(c, [like]);
      return value(g.method(of.node, 'Quantize', coerce(c, to!, decimal).node, rounding(c, node, 1)), decimal);
    },
    'decimal.Decimal.to_integral_value': (c, of, node) =>
      value(g.method(of.node, 'Rescale', g.int(0), rounding(c, node, 0)), decimal),
    'decimal.Decimal.copy_abs': (_, of) => value(g.method(of.node, 'Abs'), decimal),
    'decimal.Decimal.is_zero': (_, of) => value(g.binary(g.method(of.node, 'Sign'), '==', g.int(0)), bool),
    'decimal.Decimal.is_signed': (_, of) => value(g.binary(g.method(of.node, 'Sign'), '<', g.int(0)), bool),
    'decimal.Decimal.is_nan': (_, of) => value(g.bool(false), bool, of.pure),
    'decimal.Decimal.is_finite': (_, of) => value(g.bool(true), bool, of.pure),
  },
};
