/** Time spans are seconds: `2 * time.Second` is 2, `time.Duration(n) * time.Millisecond` is n / 1000. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { binary, call, int } from './build';
import { evaluate } from './constants';
import { type Context, type Value, gap, simple } from './context';
import { expression } from './expressions';
import { combine } from './operators';
import { asNumber } from './arithmetic';

/** Time spans are seconds: `2 * time.Second` is 2, `time.Duration(n) * time.Millisecond` is n / 1000. */
export function durations(cx: Context, node: go.BinaryExpr, type: Type): Value {
  if (node.op === '*') {
    for (const [count, unit] of [
      [node.x, node.y],
      [node.y, node.x],
    ] as const) {
      const seconds = unitSeconds(cx, unit);
      if (seconds === undefined) continue;
      const plain = count.kind === 'CallExpr' && cx.typing.isConversion(count) ? count.args[0]! : count;
      const literal = evaluate(plain, () => undefined);
      if (typeof literal === 'bigint' || typeof literal === 'number') {
        const total = Number((Number(literal) * seconds).toPrecision(12));
        return simple(
          Number.isInteger(total) ? int(total) : { kind: 'Float', value: String(total), start: -1, end: -1 },
          type,
        );
      }
      const value = asNumber(cx, plain);
      if (seconds === 1) return { ...value, type };
      const scaled =
        seconds > 1 ? binary(value.value, '*', int(seconds)) : binary(value.value, '/', int(Math.round(1 / seconds)));
      return { ...value, value: scaled, type };
    }
  }
  const values = [expression(cx, node.x), expression(cx, node.y)];
  if (values.some(value => value.type.kind === 'int') && !/^[*/]$/.test(node.op))
    gap('a time span in nanoseconds', node);
  const isSpan = (value: Value): boolean => value.type.kind === 'instance';
  // A span in spans is a whole number.
  if (node.op === '/' && values.every(isSpan) && node.y.kind !== 'IntLit')
    return combine(values, ([a, b]) => call('int', binary(a!, '/', b!)), t.int);
  return combine(values, ([a, b]) => binary(a!, node.op as py.BinaryOperator, b!), type);
}

const units: Record<string, number> = {
  Nanosecond: 1e-9,
  Microsecond: 1e-6,
  Millisecond: 0.001,
  Second: 1,
  Minute: 60,
  Hour: 3600,
};

export function unitSeconds(cx: Context, node: go.Expression): number | undefined {
  if (node.kind !== 'SelectorExpr' || cx.typing.packageOf(node.x) !== 'time' || node.sel.kind !== 'Ident')
    return undefined;
  return units[node.sel.name];
}
