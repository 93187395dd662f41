/** Python's Decimal as a small type that is written with the answer. */
import { float, int, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { value, type Value } from './value';

export const decimal: Type = { kind: 'instance', name: 'decimal.Decimal', args: [] };
export const isDecimal = (type: Type): boolean => type.kind === 'instance' && type.name === 'decimal.Decimal';

/** A function that is declared with the type. */
function func(c: Context, name: string): string {
  c.helper('decimal');
  return name;
}

function lifted(c: Context, of: Value): go.Expression | undefined {
  if (isDecimal(of.type)) return of.node;
  return of.type.kind === 'int' ? g.call(func(c, 'decimalOf'), of.node) : undefined;
}

const methods: Partial<Record<py.BinaryOperator, string>> = { '+': 'Add', '-': 'Sub', '*': 'Mul', '/': 'Quo' };

export function decimalArithmetic(c: Context, op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  if (!isDecimal(left.type) && !isDecimal(right.type)) return undefined;
  const isPure = left.pure && right.pure;
  if (op === '**' && right.type.kind === 'int') return value(g.method(left.node, 'Pow', right.node), decimal, isPure);
  const [a, b] = [lifted(c, left), lifted(c, right)];
  const method = methods[op];
  return a && b && method !== undefined ? value(g.method(a, method, b), decimal, isPure) : undefined;
}

export function decimalCompare(c: Context, left: Value, right: Value): go.Expression | undefined {
  if (!isDecimal(left.type) && !isDecimal(right.type)) return undefined;
  const [a, b] = [lifted(c, left), lifted(c, right)];
  if (!a || !b) return undefined;
  return right.node.kind === 'IntLit' && right.node.value === '0' ? g.method(a, 'Sign') : g.method(a, 'Cmp', b);
}

export function convertDecimal(c: Context, from: Value, to: Type): Value | undefined {
  if (isDecimal(to)) {
    const node = from.type.kind === 'int' ? lifted(c, from) : undefined;
    return node && value(node, to, from.pure);
  }
  if (!isDecimal(from.type)) return undefined;
  if (to.kind === 'float') return value(g.method(from.node, 'Float64'), float, from.pure);
  return to.kind === 'int' ? value(g.method(from.node, 'Int'), int, from.pure) : undefined;
}

/** `Decimal(…)` of this. */
export function makeDecimal(c: Context, of: Value | undefined): Value | undefined {
  if (!of) return value(g.call(func(c, 'decimalOf'), g.int(0)), decimal, true);
  if (of.type.kind === 'str') {
    const isPlain = of.node.kind === 'StringLit' && /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(of.node.value);
    if (isPlain) return value(g.call(func(c, 'newDecimal'), of.node), decimal, true);
    return c.checkedCall(g.call(func(c, 'decimalIn'), of.node), decimal, 'decimal.InvalidOperation');
  }
  const node = lifted(c, of);
  return node && value(node, decimal, of.pure);
}
