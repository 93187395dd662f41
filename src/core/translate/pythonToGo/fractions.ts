/** Python's Fraction as Go's `*big.Rat`. */
import { float, int, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { value, type Value } from './value';

const path = 'math/big';

export const fraction: Type = { kind: 'instance', name: 'fractions.Fraction', args: [] };
export const isFraction = (type: Type): boolean => type.kind === 'instance' && type.name === 'fractions.Fraction';

const fresh = (): go.Expression => g.call('new', g.pkg(path, 'Rat'));
const made = (name: string, ...args: go.Expression[]): go.Expression => g.method(fresh(), name, ...args);

/** A whole number for the functions of Go's big numbers. */
const int64 = (node: go.Expression): go.Expression => (node.kind === 'IntLit' ? node : g.call('int64', node));

/** A whole number or a fraction as a fraction; undefined for anything else. */
function lifted(of: Value): go.Expression | undefined {
  if (isFraction(of.type)) return of.node;
  return of.type.kind === 'int' ? g.pkgCall(path, 'NewRat', int64(of.node), g.int(1)) : undefined;
}

const methods: Partial<Record<py.BinaryOperator, string>> = { '+': 'Add', '-': 'Sub', '*': 'Mul', '/': 'Quo' };

export function fractionArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  if (!isFraction(left.type) && !isFraction(right.type)) return undefined;
  const isPure = left.pure && right.pure;
  if (op === '**' && right.type.kind === 'int') {
    return value(g.call(c.helper('fractionPower'), left.node, right.node), fraction, isPure);
  }
  const [a, b] = [lifted(left), lifted(right)];
  const method = methods[op];
  return a && b && method !== undefined ? value(made(method, a, b), fraction, isPure) : undefined;
}

export function fractionCompare(left: Value, right: Value): go.Expression | undefined {
  if (!isFraction(left.type) && !isFraction(right.type)) return undefined;
  const [a, b] = [lifted(left), lifted(right)];
  if (!a || !b) return undefined;
  return right.node.kind === 'IntLit' && right.node.value === '0' ? g.method(a, 'Sign') : g.method(a, 'Cmp', b);
}

export function convertFraction(c: Context, from: Value, to: Type): Value | undefined {
  if (isFraction(to)) {
    const node = from.type.kind === 'int' ? lifted(from) : undefined;
    return node && value(node, to, from.pure);
  }
  if (!isFraction(from.type)) return undefined;
  if (to.kind === 'float') return value(g.call(c.helper('fractionFloat'), from.node), float, from.pure);
  if (to.kind !== 'int') return undefined;
  const whole = g.method(
    g.call('new', g.pkg(path, 'Int')),
    'Quo',
    g.method(from.node, 'Num'),
    g.method(from.node, 'Denom'),
  );
  return value(g.call('int', g.method(whole, 'Int64')), int, from.pure);
}

export const fractionOf = (name: 'Neg' | 'Abs', of: Value): Value => value(made(name, of.node), fraction, of.pure);

/** `Fraction(…)` of these. */
export function makeFraction(c: Context, args: readonly Value[]): Value | undefined {
  const [a, b] = args;
  const result = (node: go.Expression): Value => value(node, fraction, true);
  if (!a) return result(g.pkgCall(path, 'NewRat', g.int(0), g.int(1)));
  if (b) {
    if (a.type.kind === 'int' && b.type.kind === 'int') {
      return result(g.pkgCall(path, 'NewRat', int64(a.node), int64(b.node)));
    }
    const [x, y] = [lifted(a), lifted(b)];
    return x && y && result(made('Quo', x, y));
  }
  if (a.type.kind === 'str')
    return c.checkedCall(g.call(c.helper('fractionIn'), a.node), fraction, 'builtins.ValueError');
  if (a.type.kind === 'float') return result(made('SetFloat64', a.node));
  const node = lifted(a);
  return node && result(node);
}
