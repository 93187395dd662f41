/** Slices that grow and shrink: in place, where nobody else would see it. */
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { del, expr, int, list, method, slice, subscript } from './build';
import { byteItems } from './builtinCalls';
import { type Context, type Value, isPredeclared, variableOf } from './context';
import { expression, valueOf } from './expressions';
import { isLengthOf, mapKey, sameCode } from './indexing';
import { asNumber } from './arithmetic';
import { isByteSlice } from './goTypes';
import { builtinMethod, zero } from './values';
import { place, readPlace } from './assignments';

/** Whether the list in a place may be changed itself: a field, an element, what a pointer points to, or an own variable. */
function changesItself(cx: Context, node: go.Expression): boolean {
  const variable = variableOf(cx, node);
  if (variable)
    return (
      variable.kind === 'global' ||
      cx.usage.addressTaken(variable) ||
      (cx.usage.ownsList(variable) && variable.owner !== undefined)
    );
  return node.kind === 'SelectorExpr' || node.kind === 'IndexExpr' || node.kind === 'StarExpr';
}

/** `xs = append(xs, x)` is `xs.append(x)`, where nobody else would see the list grow. */
export function appendInPlace(cx: Context, target: go.Expression, value: go.Expression): py.Statement[] | undefined {
  if (value.kind !== 'CallExpr' || !isPredeclared(cx, value.fun, 'append')) return undefined;
  const [first, ...items] = value.args;
  if (!first) return undefined;
  const removed = removal(cx, target, value);
  if (removed) return removed;
  if (!sameCode(first, target) || !changesItself(cx, target)) return undefined;
  const type = cx.typing.underlying(cx.typing.of(target));
  if (isByteSlice(type)) {
    const list = place(cx, target);
    const rest = byteItems(cx, value);
    const [only] = rest.values;
    const grown =
      !value.ellipsis && rest.values.length === 1
        ? method(list.value, 'append', only!.value)
        : method(list.value, 'extend', rest.build(rest.values.map(one => one.value)));
    return [...list.before, ...rest.values.flatMap(one => one.before), expr(grown)];
  }
  const elt = type.kind === 'list' ? type.elt : undefined;
  const values = items.map((item, i) =>
    value.ellipsis && i === items.length - 1 ? expression(cx, item) : valueOf(cx, item, elt),
  );
  const before = values.flatMap(one => one.before);
  const list = growable(cx, target);
  const grow = (id: string, value: py.Expression): py.Expression => builtinMethod(cx, list.type, list.value, id, value);
  const [only] = values;
  if (value.ellipsis) return [...list.before, ...before, expr(grow('extend', only!.value))];
  if (values.length === 1) return [...list.before, ...before, expr(grow('append', only!.value))];
  return [...list.before, ...before, expr(grow('extend', listOf(values)))];
}

const listOf = (values: readonly Value[]): py.Expression => list(...values.map(one => one.value));

/** The list of a map's key comes into being with the first append. */
function growable(cx: Context, target: go.Expression): Value {
  if (target.kind === 'IndexExpr') {
    const type = cx.typing.underlying(cx.typing.of(target.x));
    if (type.kind === 'dict') {
      const map = readPlace(cx, target.x);
      const key = mapKey(cx, valueOf(cx, target.indices[0]!, type.key));
      return {
        before: [...map.before, ...key.before],
        value: method(map.value, 'setdefault', key.value, zero(cx, type.value)),
        type: type.value,
        pure: false,
      };
    }
  }
  const variable = variableOf(cx, target);
  // Calling a method changes no name.
  return variable ? expression(cx, target) : place(cx, target);
}

/** `xs = append(xs[:i], xs[j:]...)` deletes. */
function removal(cx: Context, target: go.Expression, value: go.CallExpr): py.Statement[] | undefined {
  const [head, tail] = value.args;
  if (
    !value.ellipsis ||
    head?.kind !== 'SliceExpr' ||
    tail?.kind !== 'SliceExpr' ||
    head.low ||
    tail.high ||
    !head.high ||
    !tail.low
  )
    return undefined;
  if (!sameCode(head.x, target) || !sameCode(tail.x, target) || !changesItself(cx, target)) return undefined;
  const list = growable(cx, target);
  const from = asNumber(cx, head.high);
  const isNext =
    tail.low.kind === 'BinaryExpr' &&
    tail.low.op === '+' &&
    tail.low.y.kind === 'IntLit' &&
    tail.low.y.value === '1' &&
    equal(tail.low.x, head.high);
  const at = isNext ? from.value : slice(from.value, asNumber(cx, tail.low).value);
  return [...list.before, ...from.before, del(subscript(list.value, at))];
}

/** `xs = xs[:len(xs)-1]` pops the last element, `xs = xs[1:]` the first. */
export function shrunk(cx: Context, target: go.Expression, value: go.Expression): py.Statement[] | undefined {
  if (value.kind !== 'SliceExpr' || !sameCode(value.x, target) || !changesItself(cx, target)) return undefined;
  const type = cx.typing.underlying(cx.typing.of(target));
  if (type.kind !== 'list') return undefined;
  const at = popped(cx, value);
  if (at === undefined) return undefined;
  const list = growable(cx, target);
  return [...list.before, expr(builtinMethod(cx, list.type, list.value, 'pop', ...(at < 0 ? [] : [int(at)])))];
}

/** -1 for a slice without its last element, 0 for one without its first. */
export function popped(cx: Context, value: go.SliceExpr): number | undefined {
  const { low, high } = value;
  if (
    !low &&
    high?.kind === 'BinaryExpr' &&
    high.op === '-' &&
    high.y.kind === 'IntLit' &&
    high.y.value === '1' &&
    isLengthOf(cx, high.x, value.x)
  )
    return -1;
  return !high && low?.kind === 'IntLit' && low.value === '1' ? 0 : undefined;
}
