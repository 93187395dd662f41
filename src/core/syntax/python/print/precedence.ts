/** How tightly each expression binds, after the grammar of the Python reference. */
import type { BinaryOperator, Expression } from '../ast';

/** A level that a place asks for: an expression below it needs parentheses there. */
export const level = {
  /** `a, b` and `yield x` without parentheses. */
  any: 0,
  /** `x := y`. */
  walrus: 1,
  /** `lambda` and `a if b else c`. */
  test: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  product: 12,
  sign: 13,
  power: 14,
  await: 15,
  primary: 16,
} as const;

const binary: Record<BinaryOperator, number> = {
  '|': level.bitOr,
  '^': level.bitXor,
  '&': level.bitAnd,
  '<<': level.shift,
  '>>': level.shift,
  '+': level.sum,
  '-': level.sum,
  '*': level.product,
  '@': level.product,
  '/': level.product,
  '//': level.product,
  '%': level.product,
  '**': level.power,
};

export function binaryLevel(op: BinaryOperator): number {
  return binary[op];
}

export function levelOf(node: Expression): number {
  switch (node.kind) {
    case 'Yield':
    case 'YieldFrom':
      return level.any;
    case 'NamedExpr':
      return level.walrus;
    case 'Lambda':
    case 'IfExp':
      return level.test;
    case 'BoolOp':
      return node.op === 'or' ? level.or : level.and;
    case 'UnaryOp':
      return node.op === 'not' ? level.not : level.sign;
    case 'Compare':
      return level.compare;
    case 'BinOp':
      return binaryLevel(node.op);
    case 'Await':
      return level.await;
    case 'Int':
    case 'Float':
      return node.value.startsWith('-') ? level.sign : level.primary;
    default:
      return level.primary;
  }
}
