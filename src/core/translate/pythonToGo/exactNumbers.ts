/** Numbers that are objects in Go: of any size, fractions, decimals. What operators, text and comparison are for them. */
import { isBigInt, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { bigAbsolute, bigArithmetic, bigCompare, bigInverted, bigNegative, convertBig } from './bigInts';
import type { Context } from './context';
import type { Value } from './value';

/** A number that Go keeps as an object. */
export const isExact = (type: Type): boolean => isBigInt(type);

/** `left op right`; undefined where neither is such a number. */
export function exactArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  return bigArithmetic(c, op, left, right);
}

/** Less than zero, zero or more; undefined where neither is such a number. */
export function exactCompare(c: Context, left: Value, right: Value): go.Expression | undefined {
  return bigCompare(c, left, right);
}

export function convertExact(c: Context, from: Value, to: Type): Value | undefined {
  return convertBig(c, from, to);
}

/** `-x` and `~x` */
export function exactUnary(op: '-' | '~', of: Value): Value | undefined {
  if (isBigInt(of.type)) return op === '~' ? bigInverted(of) : bigNegative(of);
  return undefined;
}

export function exactAbsolute(of: Value): Value | undefined {
  return isBigInt(of.type) ? bigAbsolute(of) : undefined;
}

/** What Python's `str` gives. */
export function exactText(of: Value): go.Expression | undefined {
  return isBigInt(of.type) ? g.method(of.node, 'String') : undefined;
}

/** Whether it counts as true: it is not zero. */
export function exactTruth(of: Value): go.Expression | undefined {
  return isExact(of.type) ? g.binary(g.method(of.node, 'Sign'), '!=', g.int(0)) : undefined;
}
