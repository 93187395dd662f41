/** Time spans are seconds: `2 * time.Second` is 2, `time.Duration(n) * time.Millisecond` is n / 1000. */
import type { Type } from '../../facts/types';
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { binary, call, int } from './build';
import { evaluate } from './constants';
import { type Context, type Value, gap, simple } from './context';
import { expression } from './expressions';
import { combine } from './operators';
import type { Program } from './program';
import { asNumber } from './arithmetic';

/** How many nanoseconds a time span has. */
export const nanoseconds = (span: py.Expression): py.Expression => call('round', binary(span, '*', int(1_000_000_000)));

export const isDuration = (type: Type): boolean => type.kind === 'instance' && type.name === 'time.Duration';

/** `+`, `-`, `*`, `/` and `%` where one side is a time span. */
export function durations(cx: Context, node: go.BinaryExpr, type: Type): Value {
  const counted = unitOf(cx, node);
  if (counted) return inSeconds(cx, counted, type);
  if (node.op === '*') {
    const [x, y] = [factor(cx, node.x), factor(cx, node.y)];
    if (!x && !y) return gap('a product of time spans', node);
    const values = [x ?? expression(cx, node.x), y ?? expression(cx, node.y)];
    return combine(values, ([a, b]) => exact(cx, binary(a!, '*', b!)), type);
  }
  if (node.op === '/') {
    const by = factor(cx, node.y);
    if (by) return combine([expression(cx, node.x), by], ([a, b]) => binary(a!, '/', b!), type);
    return ratio(cx, node);
  }
  const values = [expression(cx, node.x), expression(cx, node.y)];
  if (values.some(value => value.type.kind === 'int')) gap('a time span in nanoseconds', node);
  // The remainder has the sign of the dividend, as in Go.
  if (node.op === '%') return combine(values, ([a, b]) => call(cx.out.member('math', 'fmod'), a!, b!), type);
  const written = (a: py.Expression, b: py.Expression): py.Expression => binary(a, node.op as py.BinaryOperator, b);
  return combine(values, ([a, b]) => exact(cx, written(a!, b!)), type);
}

const compares = new WeakMap<Program, boolean>();

/** Sums of fractions of a second are rounded where time spans are compared: 0.1 + 0.2 is not 0.3. */
function exact(cx: Context, value: py.Expression): py.Expression {
  let known = compares.get(cx.program);
  if (known === undefined) {
    let [hasFractions, isCompared] = [false, false];
    for (const root of cx.program.roots)
      walk(root, node => {
        const one = node as unknown as go.Expression;
        if (one.kind === 'SelectorExpr' && one.sel.kind === 'Ident')
          hasFractions ||= /^((Milli|Micro|Nano)seconds?|ParseDuration)$/.test(one.sel.name);
        if (one.kind === 'BinaryExpr' && /^([=!]=|[<>]=?)$/.test(one.op))
          isCompared ||= isDuration(cx.typing.of(one.x));
      });
    known = hasFractions && isCompared;
    compares.set(cx.program, known);
  }
  return known ? call('round', value, int(9)) : value;
}

/** A plain number that a time span is multiplied with or divided by: `2`, `time.Duration(n)`. */
function factor(cx: Context, node: go.Expression): Value | undefined {
  if (node.kind === 'CallExpr' && cx.typing.isConversion(node) && node.args[0]) {
    const [arg] = node.args;
    return cx.typing.of(arg).kind === 'int' ? asNumber(cx, arg) : undefined;
  }
  const literal = evaluate(node, id => cx.program.constants.get(id)?.value);
  if (node.kind === 'SelectorExpr' || isDeclaredSpan(cx, node)) return undefined;
  return typeof literal === 'bigint' || typeof literal === 'number' ? asNumber(cx, node) : undefined;
}

const isDeclaredSpan = (cx: Context, node: go.Expression): boolean =>
  node.kind === 'Ident' && isDuration(cx.typing.of(node));

/** How often one time span goes into another: a number, cut off. */
function ratio(cx: Context, node: go.BinaryExpr): Value {
  const parent = cx.program.bindings.parent(node);
  const isNumber =
    parent?.kind === 'BinaryExpr' ||
    (parent?.kind === 'CallExpr' && cx.typing.isConversion(parent as unknown as go.CallExpr));
  if (!isNumber) gap('a ratio of time spans that is kept as a time span', node);
  const seconds = unitSeconds(cx, node.y);
  const x = expression(cx, node.x);
  if (seconds !== undefined && seconds < 1) {
    const scaled = binary(x.value, '*', int(Math.round(1 / seconds)));
    return { ...x, value: call('int', call('round', scaled, int(6))), type: t.int };
  }
  const y = expression(cx, node.y);
  return combine([x, y], ([a, b]) => call('int', call('round', binary(a!, '/', b!), int(9))), t.int);
}

export interface Counted {
  count: go.Expression;
  /** How many seconds each is. */
  seconds: number;
}

/** `3 * time.Hour`, `time.Duration(n) * time.Minute`, `time.Second`. */
export function unitOf(cx: Context, node: go.Expression): Counted | undefined {
  const own = unitSeconds(cx, node);
  if (own !== undefined) return { count: one, seconds: own };
  if (node.kind !== 'BinaryExpr' || node.op !== '*') return undefined;
  for (const [count, unit] of [
    [node.x, node.y],
    [node.y, node.x],
  ] as const) {
    const plain = count.kind === 'CallExpr' && cx.typing.isConversion(count) ? count.args[0]! : count;
    if (isDuration(cx.typing.of(plain)) && plain.kind !== 'IntLit') continue;
    const seconds = unitSeconds(cx, unit);
    if (seconds !== undefined) return { count: plain, seconds };
    const inner = unit.kind === 'BinaryExpr' ? unitOf(cx, unit) : undefined;
    const times = inner && evaluate(inner.count, () => undefined);
    if (inner && typeof times === 'bigint') return { count: plain, seconds: inner.seconds * Number(times) };
  }
  return undefined;
}

const one: go.IntLit = { kind: 'IntLit', value: '1', start: -1, end: -1 };

function inSeconds(cx: Context, { count, seconds }: Counted, type: Type): Value {
  const literal = evaluate(count, () => undefined);
  if (typeof literal === 'bigint' || typeof literal === 'number') {
    const total = Number((Number(literal) * seconds).toPrecision(12));
    const written: py.Expression = Number.isInteger(total)
      ? int(total)
      : { kind: 'Float', value: String(total), start: -1, end: -1 };
    return simple(written, type);
  }
  const value = asNumber(cx, count);
  if (seconds === 1) return { ...value, type };
  const scaled =
    seconds > 1 ? binary(value.value, '*', int(seconds)) : binary(value.value, '/', int(Math.round(1 / seconds)));
  return { ...value, value: scaled, type };
}

/** `time.Duration(…)`: of a number of nanoseconds, or of a span that is scaled as a float. */
export function toDuration(cx: Context, arg: go.Expression, to: Type): Value {
  const scaled = inFloats(cx, arg);
  if (scaled) return { ...scaled, type: to };
  const value = expression(cx, arg);
  if (value.type.kind === 'instance') return { ...value, type: to };
  if (value.type.kind === 'float' && arg.kind === 'BinaryExpr')
    return gap('a time span computed in floating point', arg);
  return { ...value, value: binary(value.value, '/', int(1_000_000_000)), type: to };
}

/** `1.5 * float64(time.Second)`, `float64(d) * factor`, `float64(d) / 2`: the span itself is scaled. */
function inFloats(cx: Context, node: go.Expression): Value | undefined {
  const inner = spanAsFloat(cx, node);
  if (inner) return expression(cx, inner);
  if (node.kind !== 'BinaryExpr' || (node.op !== '*' && node.op !== '/')) return undefined;
  const [x, y] = [inFloats(cx, node.x), inFloats(cx, node.y)];
  if (!x === !y || (y && node.op === '/')) return undefined;
  const values = [x ?? expression(cx, node.x), y ?? expression(cx, node.y)];
  // A factor of one second changes nothing.
  const op = node.op;
  if (op === '*' && x?.value.kind === 'Int' && x.value.value === '1') return values[1];
  if (op === '*' && y?.value.kind === 'Int' && y.value.value === '1') return values[0];
  return combine(values, ([a, b]) => binary(a!, op, b!), t.float);
}

/** The span in `float64(d)`. */
function spanAsFloat(cx: Context, node: go.Expression): go.Expression | undefined {
  if (node.kind !== 'CallExpr' || !cx.typing.isConversion(node) || !node.args[0]) return undefined;
  const target = cx.typing.fromSyntax(node.fun);
  return target.kind === 'float' && isDuration(cx.typing.of(node.args[0])) ? node.args[0] : undefined;
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
