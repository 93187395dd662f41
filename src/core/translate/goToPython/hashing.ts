/** Sums that are meant to run over: `h = h*31 + c` in a loop wraps around in Go's 64 bits. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import { call, int } from './build';
import type { Context, Value } from './context';
import { binaryExpression } from './operators';

/** Factors by which people read digits, not mix bits. */
const bases = new Set(['2', '3', '4', '5', '6', '7', '8', '9', '10', '16', '60', '100', '1000']);

/** The value of such a step, kept to 64 bits; undefined where the assignment is none. */
export function hashStep(cx: Context, target: go.Expression, value: go.Expression): Value | undefined {
  if (value.kind !== 'BinaryExpr' || !cx.program.bindings.loopOf(target)) return undefined;
  const type = cx.typing.underlying(cx.typing.of(target));
  if (type.kind !== 'int' || (type.go !== undefined && type.go !== 'int64')) return undefined;
  if (!mixes(value, target)) return undefined;
  const made = binaryExpression(cx, value);
  return { ...made, value: call(cx.out.helper('to_signed'), made.value, int(64)), type: t.int };
}

function mixes(node: go.Expression, target: go.Expression): boolean {
  if (node.kind !== 'BinaryExpr') return false;
  if (node.op === '*') {
    const [x, y] = equal(node.x, target) ? [node.x, node.y] : [node.y, node.x];
    return equal(x, target) && y.kind === 'IntLit' && !bases.has(y.value);
  }
  if (node.op === '<<') return equal(node.x, target) && node.y.kind === 'IntLit' && node.y.value === '5';
  return /^[-+^|]$/.test(node.op) && (mixes(node.x, target) || mixes(node.y, target));
}
