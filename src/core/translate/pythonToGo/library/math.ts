import { bool, float, infinity, int } from '../../../facts/types';
import * as g from '../../goNodes';
import { value } from '../value';
import { argumentsAs, constant, direct, ofFloats, wholeOfFloat, type LibraryModule } from './table';

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
    'math.sqrt': ofFloats('Sqrt'),
    'math.sin': ofFloats('Sin'),
    'math.cos': ofFloats('Cos'),
    'math.tan': ofFloats('Tan'),
    'math.asin': ofFloats('Asin'),
    'math.acos': ofFloats('Acos'),
    'math.atan': ofFloats('Atan'),
    'math.atan2': ofFloats('Atan2', 2),
    'math.exp': ofFloats('Exp'),
    'math.log2': ofFloats('Log2'),
    'math.log10': ofFloats('Log10'),
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
    'math.gcd': (c, node) => {
      const args = argumentsAs(c, node, [int, int]);
      return args?.length === 2 ? value(g.call(c.helper('gcd'), ...args), int, true) : undefined;
    },
    'math.factorial': (c, node) => {
      const args = argumentsAs(c, node, [int]);
      if (!args?.[0]) return undefined;
      c.notes.assume('a factorial fits into 64 bits');
      return value(g.call(c.helper('factorial'), args[0]), int, true);
    },
    'math.isclose': (c, node) => {
      const args = argumentsAs(c, node, [float, float]);
      return args?.length === 2 ? value(g.call(c.helper('isClose'), ...args), bool, true) : undefined;
    },
    'math.isqrt': (c, node) => {
      const args = argumentsAs(c, node, [int]);
      return args?.[0] && value(g.call('int', g.pkgCall('math', 'Sqrt', g.call('float64', args[0]))), int, true);
    },
  },
};
