/** Whole numbers of any size: Go's `*big.Int`. A value is never changed in place, for others may hold it. */
import { bigInt, float, int, isBigInt, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { isNumber } from './settling';
import { value, type Value } from './value';

const path = 'math/big';

/** A new number, for a method to fill: `new(big.Int)`. */
const fresh = (): go.Expression => g.call('new', g.pkg(path, 'Int'));

const filled = (method: string, ...args: go.Expression[]): go.Expression => g.method(fresh(), method, ...args);

/** A whole number that is written out. */
export const bigLiteral = (c: Context, digits: string): Value =>
  value(g.call(c.helper('bigOf'), g.str(digits)), bigInt, true);

/** An int as one of any size. */
export function bigOf(c: Context, from: Value): go.Expression {
  const { node } = from;
  if (isBigInt(from.type)) return node;
  const number = from.type.kind === 'bool' ? g.call(c.helper('intOf'), node) : node;
  const isWritten = number.kind === 'IntLit' || (number.kind === 'UnaryExpr' && number.x.kind === 'IntLit');
  return g.pkgCall(path, 'NewInt', isWritten ? number : g.call('int64', number));
}

export const isBigPair = (left: Type, right: Type): boolean =>
  (isBigInt(left) || isBigInt(right)) && [left, right].every(type => isBigInt(type) || isNumber(type));

const plain: Partial<Record<py.BinaryOperator, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '&': 'And',
  '|': 'Or',
  '^': 'Xor',
};

/** `left op right` where one of them is of any size. */
export function bigArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  if (!isBigPair(left.type, right.type)) return undefined;
  const isPure = left.pure && right.pure;
  const big = (node: go.Expression): Value => value(node, bigInt, isPure);
  if (left.type.kind === 'float' || right.type.kind === 'float') return undefined;
  const count = (): go.Expression | undefined =>
    right.type.kind === 'int' ? (right.node.kind === 'IntLit' ? right.node : g.call('uint', right.node)) : undefined;
  const [a, b] = [bigOf(c, left), bigOf(c, right)];
  const isPositive = right.node.kind === 'IntLit' && right.node.value !== '0';
  switch (op) {
    case '/':
      return value(g.call(c.helper('bigQuotient'), a, b), float, isPure);
    case '//':
      return big(isPositive ? filled('Div', a, b) : g.call(c.helper('bigFloorDiv'), a, b));
    case '%': {
      const rest = isPositive ? filled('Mod', a, b) : g.call(c.helper('bigFloorMod'), a, b);
      return isBigInt(right.type) ? big(rest) : asInt(rest, isPure);
    }
    case '**':
      return big(filled('Exp', a, b, g.nil()));
    case '<<':
    case '>>': {
      const by = count();
      return by && big(filled(op === '<<' ? 'Lsh' : 'Rsh', a, by));
    }
    case '&':
      return isBigInt(left.type) && isBigInt(right.type)
        ? big(filled('And', a, b))
        : asInt(filled('And', a, b), isPure);
    default: {
      const method = plain[op];
      return method === undefined ? undefined : big(filled(method, a, b));
    }
  }
}

const asInt = (node: go.Expression, isPure: boolean): Value =>
  value(g.call('int', g.method(node, 'Int64')), int, isPure);

/** A comparison that gives less than zero, zero, or more. */
export function bigCompare(c: Context, left: Value, right: Value): go.Expression | undefined {
  if (!isBigPair(left.type, right.type)) return undefined;
  if (left.type.kind === 'float' || right.type.kind === 'float') return undefined;
  if (right.node.kind === 'IntLit' && right.node.value === '0') return g.method(left.node, 'Sign');
  return g.method(bigOf(c, left), 'Cmp', bigOf(c, right));
}

/** A number of any size as one of another type. */
export function convertBig(c: Context, from: Value, to: Type): Value | undefined {
  if (isBigInt(to) && (from.type.kind === 'int' || from.type.kind === 'bool'))
    return value(bigOf(c, from), to, from.pure);
  if (!isBigInt(from.type)) return undefined;
  if (to.kind === 'int') return value(g.call('int', g.method(from.node, 'Int64')), to, from.pure);
  if (to.kind === 'float') return value(g.call(c.helper('bigFloat'), from.node), to, from.pure);
  return undefined;
}

export const bigNegative = (of: Value): Value => value(filled('Neg', of.node), bigInt, of.pure);
export const bigInverted = (of: Value): Value => value(filled('Not', of.node), bigInt, of.pure);
export const bigAbsolute = (of: Value): Value => value(filled('Abs', of.node), bigInt, of.pure);

/** A function of whole numbers that gives one of any size. */
export function bigCall(c: Context, name: string, args: readonly Value[]): Value | undefined {
  const [a, b, m] = args;
  if (!a || !args.every(arg => isBigInt(arg.type) || arg.type.kind === 'int' || arg.type.kind === 'bool'))
    return undefined;
  const small = (one: Value): go.Expression =>
    isBigInt(one.type)
      ? g.method(one.node, 'Int64')
      : one.node.kind === 'IntLit'
        ? one.node
        : g.call('int64', one.node);
  const made = ((): go.Expression | undefined => {
    switch (name) {
      case 'math.factorial':
        return filled('MulRange', g.int(1), small(a));
      case 'math.comb':
        return b && filled('Binomial', small(a), small(b));
      case 'math.perm':
        return b && filled('MulRange', g.binary(g.binary(small(a), '-', small(b)), '+', g.int(1)), small(a));
      case 'math.isqrt':
        return filled('Sqrt', bigOf(c, a));
      case 'math.gcd':
        return b && !m ? filled('GCD', g.nil(), g.nil(), bigOf(c, a), bigOf(c, b)) : undefined;
      case 'pow':
        return b && filled('Exp', bigOf(c, a), bigOf(c, b), m ? bigOf(c, m) : g.nil());
    }
    return undefined;
  })();
  return made && value(made, bigInt, true);
}
