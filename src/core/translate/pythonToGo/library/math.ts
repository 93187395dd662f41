import { bool, float, infinity, int, tuple, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { expression, operands } from '../expressions';
import { value } from '../value';
import { itemsOf } from './functions';
import { argumentsAs, constant, direct, ofFloats, wholeOfFloat, type Call, type LibraryModule } from './table';

/** A helper of whole numbers. */
const ofInts =
  (helper: string, count: number): Call =>
  (c, node) => {
    const args = argumentsAs(c, node, Array<Type>(count).fill(int));
    return args?.length === count ? value(g.call(c.helper(helper), ...args), int, true) : undefined;
  };

/** `gcd` and `lcm`, of as many numbers as there are. */
const folded =
  (helper: string): Call =>
  (c, node) => {
    const args = positional(node);
    if (args.length < 2 || args.some(arg => arg.kind === 'Starred')) return undefined;
    const numbers = operands(c, args).map(one => coerce(c, one, int).node);
    return value(
      numbers.reduce((all, one) => g.call(c.helper(helper), all, one)),
      int,
      true,
    );
  };

/** A function that not every number has: Go gives NaN where Python raises. */
const ofPart =
  (name: string, outside: '<' | '<='): Call =>
  (c, node) => {
    const args = argumentsAs(c, node, [float]);
    const [x] = args ?? [];
    if (!x) return undefined;
    if (!c.isCaught('builtins.ValueError')) return value(g.pkgCall('math', name, x), float, true);
    const number = c.temporary(value(x, float), 'x').node;
    const error = c.model.exceptions.make(c, 'builtins.ValueError', g.str('math domain error'));
    c.emit(g.ifStmt(g.binary(number, outside, g.int(0)), c.fail(error)));
    return value(g.pkgCall('math', name, number), float, true);
  };

/** Python's `math`. */
export const math: LibraryModule = {
  constants: {
    'math.pi': constant('math', 'Pi', float),
    'math.e': constant('math', 'E', float),
    'math.tau': () => value(g.binary(g.int(2), '*', g.pkg('math', 'Pi')), float, true),
    'math.inf': () => value(g.pkgCall('math', 'Inf', g.int(1)), infinity, true),
    'math.nan': () => value(g.pkgCall('math', 'NaN'), float, true),
  },
  calls: {
    'math.sqrt': ofPart('Sqrt', '<'),
    'math.sin': ofFloats('Sin'),
    'math.cos': ofFloats('Cos'),
    'math.tan': ofFloats('Tan'),
    'math.asin': ofFloats('Asin'),
    'math.acos': ofFloats('Acos'),
    'math.atan': ofFloats('Atan'),
    'math.atan2': ofFloats('Atan2', 2),
    'math.exp': ofFloats('Exp'),
    'math.log2': ofPart('Log2', '<='),
    'math.log10': ofPart('Log10', '<='),
    'math.pow': ofFloats('Pow', 2),
    'math.hypot': ofFloats('Hypot', 2),
    'math.fabs': ofFloats('Abs'),
    'math.fmod': ofFloats('Mod', 2),
    'math.floor': wholeOfFloat('Floor'),
    'math.ceil': wholeOfFloat('Ceil'),
    'math.trunc': wholeOfFloat('Trunc'),
    'math.isnan': direct('math', 'IsNaN', [float], bool),
    'math.isinf': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      return args?.[0] && value(g.pkgCall('math', 'IsInf', args[0], g.int(0)), bool, true);
    },
    'math.log': (c, node) => {
      const args = argumentsAs(c, node, [float, float]);
      const [x, base] = args ?? [];
      if (!x) return undefined;
      const log = g.pkgCall('math', 'Log', x);
      return value(base ? g.binary(log, '/', g.pkgCall('math', 'Log', base)) : log, float, true);
    },
    'math.degrees': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      return args?.[0] && value(g.binary(g.binary(args[0], '*', g.int(180)), '/', g.pkg('math', 'Pi')), float, true);
    },
    'math.radians': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      return args?.[0] && value(g.binary(g.binary(args[0], '*', g.pkg('math', 'Pi')), '/', g.int(180)), float, true);
    },
    'math.gcd': folded('gcd'),
    'math.lcm': folded('lcm'),
    'math.factorial': (c, node) => {
      const args = argumentsAs(c, node, [int]);
      if (!args?.[0]) return undefined;
      c.notes.assume('a factorial fits into 64 bits');
      return value(g.call(c.helper('factorial'), args[0]), int, true);
    },
    'math.comb': ofInts('binomial', 2),
    'math.perm': ofInts('arrangements', 2),
    'math.isqrt': ofInts('intSqrt', 1),
    'math.isclose': (c, node) => {
      const [a, b] = positional(node);
      if (!a || !b) return undefined;
      const numbers = operands(c, [a, b]).map(one => coerce(c, one, float).node);
      const limit = (name: string, otherwise: string): Expression => {
        const given = keywordArgument(node, name);
        return given ? coerce(c, expression(c, given), float).node : g.float(otherwise);
      };
      const limits = [limit('rel_tol', '1e-9'), limit('abs_tol', '0.0')];
      return value(g.call(c.helper('isClose'), ...numbers, ...limits), bool, true);
    },
    'math.isfinite': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      if (!args?.[0]) return undefined;
      const x = c.temporary(value(args[0], float), 'x').node;
      const isOff = g.binary(g.pkgCall('math', 'IsInf', x, g.int(0)), '||', g.pkgCall('math', 'IsNaN', x));
      return value(g.not(isOff), bool, true);
    },
    'math.prod': (c, node) => {
      const [first, second] = positional(node);
      if (!first || second || node.args.length > 1) return undefined;
      const items = itemsOf(c, first);
      if (items.type.elt.kind !== 'int' && items.type.elt.kind !== 'float') return undefined;
      return value(g.call(c.helper('multiplied'), items.node), items.type.elt);
    },
    'math.dist': (c, node) => {
      const [a, b] = positional(node);
      if (a?.kind !== 'Tuple' || b?.kind !== 'Tuple' || a.elts.length !== 2 || b.elts.length !== 2) return undefined;
      const [x1, y1, x2, y2] = operands(c, [...a.elts, ...b.elts]).map(one => coerce(c, one, float).node);
      return value(g.pkgCall('math', 'Hypot', g.binary(x1!, '-', x2!), g.binary(y1!, '-', y2!)), float);
    },
    'math.modf': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      if (!args?.[0]) return undefined;
      const [whole, part] = [c.freshLocal('whole'), c.freshLocal('part')];
      c.emit(g.define([whole, part], g.pkgCall('math', 'Modf', args[0])));
      const type = tuple(float, float);
      return value(g.composite(c.goType(type), [g.ident(part), g.ident(whole)]), type, true);
    },
    ...Object.fromEntries(
      ['Sinh', 'Cosh', 'Tanh', 'Asinh', 'Acosh', 'Atanh', 'Expm1', 'Log1p', 'Cbrt', 'Gamma'].map(name => [
        `math.${name.toLowerCase()}`,
        ofFloats(name),
      ]),
    ),
    'math.copysign': ofFloats('Copysign', 2),
    'math.remainder': ofFloats('Remainder', 2),
  },
};
