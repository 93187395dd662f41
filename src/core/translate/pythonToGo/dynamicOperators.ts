/** Operators on values whose type is known at run time only: they do what Python's do for the types that can occur. */
import { any, float, int, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import type { Context } from './context';
import { operatorMethods } from './sequenceOperators';
import { isAny } from './types';
import { value, type Value } from './value';

/** The helper behind an operator. */
const helpers: Partial<Record<py.BinaryOperator, string>> = {
  '+': 'addValues',
  '-': 'subtractValues',
  '*': 'multiplyValues',
  '//': 'floorDivideValues',
  '%': 'remainderOfValues',
  '**': 'powerOfValues',
};

/** An operator of which one side may be a whole number or a fraction, or more; undefined where the other side decides. */
export function dynamicArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  const sides = [kindOf(c, left), kindOf(c, right)];
  if (!sides.includes('any') || sides.includes('other') || definesOperator(c, op)) return undefined;
  const isPure = left.pure && right.pure;
  if (op === '<<' || op === '>>') {
    return value(g.binary(coerce(c, left, int).node, op, coerce(c, right, int).node), int, isPure);
  }
  const isDivision = op === '/' || op === '//' || op === '%';
  if (isDivision && c.isCaught('builtins.ZeroDivisionError')) {
    return c.gap('a division of values of any type, of which a handler takes the failure, has no counterpart here');
  }
  const helper = helpers[op];
  if (op !== '/' && !helper) return undefined;
  if (c.isCaught('builtins.TypeError')) {
    return c.gap('an operator on values of any type, of which a handler takes the TypeError, has no counterpart here');
  }
  if (op === '/') return value(g.binary(coerce(c, left, float).node, '/', coerce(c, right, float).node), float, isPure);
  return helper === undefined ? undefined : value(g.call(c.helper(helper), left.node, right.node), any, isPure);
}

function kindOf(c: Context, of: Value): 'any' | 'whole' | 'other' {
  if (isAny(of.type, c) && of.node.kind !== 'CompositeLit') return 'any';
  return of.type.kind === 'int' || of.type.kind === 'bool' ? 'whole' : 'other';
}

/** Whether a class of the file says itself what an operator does. */
export function definesOperator(c: Context, op: py.BinaryOperator | '<' | '=='): boolean {
  const name = op === '<' ? '__lt__' : op === '==' ? '__eq__' : operatorMethods[op];
  if (name === undefined) return false;
  const reflected = name.replace('__', '__r');
  return [...c.model.classes.values()].some(model => model.methods.has(name) || model.methods.has(reflected));
}

/** Whether what a type leaves open may be a number with a fraction, or a bool. */
export function mayBeOtherNumber(type: Type): boolean {
  if (type.kind === 'union') return type.types.some(mayBeOtherNumber);
  if (type.kind === 'optional') return mayBeOtherNumber(type.of);
  return ['any', 'unknown', 'float', 'bool', 'typevar'].includes(type.kind);
}
