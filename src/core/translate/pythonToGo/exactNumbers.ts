/** Numbers that are objects in Go: of any size, fractions, decimals. What operators, text and comparison are for them. */
import { isBigInt, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { bigAbsolute, bigArithmetic, bigCompare, bigInverted, bigNegative, convertBig } from './bigInts';
import type { Context } from './context';
import { convertDecimal, decimal, decimalArithmetic, decimalCompare, isDecimal } from './decimals';
import { convertFraction, fractionArithmetic, fractionCompare, fractionOf, isFraction } from './fractions';
import { value, type Value } from './value';

/** A number that Go keeps as an object. */
export const isExact = (type: Type): boolean => isBigInt(type) || isFraction(type) || isDecimal(type);

/** Beside a float it becomes a float; Python refuses that of decimals. */
export const meetsFloats = (type: Type): boolean => isBigInt(type) || isFraction(type);

/** `left op right`; undefined where neither is such a number. */
export function exactArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  return (
    bigArithmetic(c, op, left, right) ?? fractionArithmetic(c, op, left, right) ?? decimalArithmetic(c, op, left, right)
  );
}

/** Less than zero, zero or more; undefined where neither is such a number. */
export function exactCompare(c: Context, left: Value, right: Value): go.Expression | undefined {
  return bigCompare(c, left, right) ?? fractionCompare(left, right) ?? decimalCompare(c, left, right);
}

export function convertExact(c: Context, from: Value, to: Type): Value | undefined {
  return convertBig(c, from, to) ?? convertFraction(c, from, to) ?? convertDecimal(c, from, to);
}

/** `-x` and `~x` */
export function exactUnary(op: '-' | '~', of: Value): Value | undefined {
  if (isBigInt(of.type)) return op === '~' ? bigInverted(of) : bigNegative(of);
  if (op === '~') return undefined;
  if (isFraction(of.type)) return fractionOf('Neg', of);
  return isDecimal(of.type) ? value(g.method(of.node, 'Neg'), decimal, of.pure) : undefined;
}

export function exactAbsolute(of: Value): Value | undefined {
  if (isBigInt(of.type)) return bigAbsolute(of);
  if (isFraction(of.type)) return fractionOf('Abs', of);
  return isDecimal(of.type) ? value(g.method(of.node, 'Abs'), decimal, of.pure) : undefined;
}

/** What Python's `str` gives. */
export function exactText(of: Value): go.Expression | undefined {
  if (isFraction(of.type)) return g.method(of.node, 'RatString');
  return isExact(of.type) ? g.method(of.node, 'String') : undefined;
}

/** What Python's `repr` gives. */
export function exactRepr(c: Context, of: Value): go.Expression | undefined {
  if (isFraction(of.type)) return g.call(c.helper('fractionRepr'), of.node);
  return isDecimal(of.type) ? g.method(of.node, 'GoString') : exactText(of);
}

/** Whether it counts as true: it is not zero. */
export function exactTruth(of: Value): go.Expression | undefined {
  return isExact(of.type) ? g.binary(g.method(of.node, 'Sign'), '!=', g.int(0)) : undefined;
}
