import { bigInt, bool, float, infinity, int, isBigInt, tuple, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { bigCall } from '../bigInts';
import { coerce, promote } from '../coerce';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression, operands } from '../expressions';
import { tupleFields } from '../settling';
import { list } from '../shapes';
import { value, type Value } from '../value';
import { itemsOf } from './functions';
import { argumentsAs, constant, direct, ofFloats, wholeOfFloat, type Call, type LibraryModule } from './table';

/** A function of whole numbers whose result may be of any size. */
const sized =
  (name: string, small: Call): Call =>
  (c, node, want) => {
    const args = positional(node);
    const isLarge = isBigInt(c.typeOf(node)) || args.some(arg => isBigInt(c.typeOf(arg)));
    if (!isLarge) return small(c, node, want);
    const made = bigCall(c, `math.${name}`, operands(c, args));
    if (!made || isBigInt(c.typeOf(node))) return made;
    return coerce(c, made, int);
  };

/** A helper of whole numbers. */
const ofInts =
  (helper: string, count: number): Call =>
  (c, node) => {
    const args = argumentsAs(c, node, Array<Type>(count).fill(int));
    return args?.length === count ? value(g.call(c.helper(helper), ...args), int, true) : undefined;
  };

/** `gcd` and `lcm`, of as many numbers as there are; `neutral` is what none of them give. */
const folded =
  (helper: string, neutral: number): Call =>
  (c, node) => {
    const args = positional(node);
    const [first] = args;
    if (args.length === 1 && first?.kind === 'Starred') {
      const items = coerce(c, itemsOf(c, first.value), list(int));
      return value(g.call(c.helper('folded'), items.node, g.int(neutral), g.ident(c.helper(helper))), int);
    }
    if (args.length === 0 || args.some(arg => arg.kind === 'Starred')) return undefined;
    const numbers = operands(c, args).map(one => coerce(c, one, int).node);
    const all = numbers.length === 1 ? [g.int(neutral), ...numbers] : numbers;
    return value(
      all.reduce((some, one) => g.call(c.helper(helper), some, one)),
      int,
      true,
    );
  };

/** Coordinates of a point: written out, or the items of a sequence. */
function coordinates(c: Context, node: py.Expression): Expression[] | Expression {
  const type = c.typeOf(node);
  if (node.kind === 'Tuple' || node.kind === 'List') {
    return operands(c, node.elts).map(one => coerce(c, one, float).node);
  }
  const of = expression(c, node);
  if (type.kind !== 'tuple' || of.type.kind !== 'tuple') return floatsOf(c, of);
  const source = c.temporary(of, 'point');
  return of.type.elts.map((elt, i) => coerce(c, value(g.sel(source.node, tupleFields[i]!), elt, true), float).node);
}

function floatsOf(c: Context, of: Value): Expression {
  const items = asList(c, of);
  const isWhole = items.type.kind === 'list' && items.type.elt.kind === 'int';
  return isWhole ? g.call(c.helper('floatsOf'), items.node) : coerce(c, items, list(float)).node;
}

const floatList = (nodes: Expression[] | Expression): Expression =>
  Array.isArray(nodes) ? g.composite(g.sliceType(g.ident('float64')), nodes) : nodes;

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
    'math.pow': (c, node) => {
      const made = ofFloats('Pow', 2)(c, node);
      return made?.node.kind === 'CallExpr'
        ? { ...made, node: { ...made.node, fun: g.ident(c.helper('floatPower')) } }
        : made;
    },
    'math.hypot': (c, node) => {
      const args = positional(node);
      const [first] = args;
      if (args.length === 1 && first?.kind === 'Starred') {
        return value(g.spread(c.helper('hypot'), floatsOf(c, expression(c, first.value))), float);
      }
      const numbers = operands(c, args).map(one => coerce(c, one, float).node);
      return value(g.call(c.helper('hypot'), ...numbers), float, true);
    },
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
    'math.gcd': sized('gcd', folded('gcd', 0)),
    'math.lcm': folded('lcm', 1),
    'math.factorial': sized('factorial', (c, node) => {
      const args = argumentsAs(c, node, [int]);
      if (!args?.[0]) return undefined;
      if (!c.facts.isTried) c.notes.assume('a factorial fits into 64 bits');
      return value(g.call(c.helper('factorial'), args[0]), int, true);
    }),
    'math.comb': sized('comb', ofInts('binomial', 2)),
    'math.perm': sized('perm', (c, node, want) =>
      node.args.length === 1 ? ofInts('factorial', 1)(c, node, want) : ofInts('arrangements', 2)(c, node, want),
    ),
    'math.isqrt': sized('isqrt', ofInts('intSqrt', 1)),
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
      const [first] = positional(node);
      if (!first) return undefined;
      const start = keywordArgument(node, 'start');
      const items = itemsOf(c, first);
      const { elt } = items.type;
      if (isBigInt(c.typeOf(node)) && !start) {
        const numbers =
          elt.kind === 'int' ? g.call(c.helper('bigsOf'), items.node) : coerce(c, items, list(bigInt)).node;
        return value(g.call(c.helper('bigProduct'), numbers), bigInt);
      }
      if (elt.kind !== 'int' && elt.kind !== 'float') return undefined;
      const product = g.call(c.helper('multiplied'), items.node);
      if (!start) return value(product, elt);
      const { a, b, type } = promote(c, expression(c, start), value(product, elt));
      return value(g.binary(a.node, '*', b.node), type);
    },
    'math.dist': (c, node) => {
      const [from, to] = positional(node);
      if (!from || !to) return undefined;
      const [a, b] = [coordinates(c, from), coordinates(c, to)];
      if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
        return value(g.call(c.helper('hypot'), ...a.map((x, i) => g.binary(x, '-', b[i]!))), float);
      }
      return value(g.call(c.helper('distance'), floatList(a), floatList(b)), float);
    },
    'math.fsum': (c, node) => {
      const [first] = positional(node);
      return first && value(g.call(c.helper('exactSum'), floatsOf(c, itemsOf(c, first))), float);
    },
    'math.frexp': (c, node) => {
      const args = argumentsAs(c, node, [float]);
      if (!args?.[0]) return undefined;
      const [part, exponent] = [c.freshLocal('part'), c.freshLocal('exponent')];
      c.emit(g.define([part, exponent], g.pkgCall('math', 'Frexp', args[0])));
      const type = tuple(float, int);
      return value(g.composite(c.goType(type), [g.ident(part), g.ident(exponent)]), type, true);
    },
    'math.ldexp': direct('math', 'Ldexp', [float, int], float),
    'math.nextafter': direct('math', 'Nextafter', [float, float], float),
    'math.exp2': ofFloats('Exp2'),
    'math.erf': ofFloats('Erf'),
    'math.erfc': ofFloats('Erfc'),
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
