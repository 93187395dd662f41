/** Slices that grow and shrink: in place, where nobody else would see it. */
import type * as go from '../../syntax/go/ast';
import { equal, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { del, expr, int, list, method, slice, subscript } from './build';
import { byteItems } from './builtinCalls';
import { givenFields } from './composite';
import { type Context, type Value, isNil, isPredeclared, variableOf } from './context';
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
  if (node.kind === 'SelectorExpr') return ownsField(cx, node);
  return node.kind === 'IndexExpr' || node.kind === 'StarExpr';
}

/** Whether the lists in a field are its own: none of them came from a place that still has it. */
export function ownsField(cx: Context, { x, sel }: go.SelectorExpr): boolean {
  const id = sel.kind === 'Ident' ? sel.name : '';
  const owner = cx.typing.field(cx.typing.of(x), id)?.owner;
  if (!owner) return true;
  const isOwn = (value: go.Expression | undefined): boolean => {
    if (!value || value.kind === 'CallExpr' || value.kind === 'CompositeLit' || isNil(cx, value)) return true;
    if (value.kind === 'SliceExpr') return isField(value.x) || isOwn(value.x);
    const variable = variableOf(cx, value);
    if (!variable || cx.usage.isReadAfter(variable, value)) return false;
    return variable.variadic === true || cx.usage.ownsList(variable);
  };
  const isField = (node: go.Expression): boolean =>
    node.kind === 'SelectorExpr' &&
    node.sel.kind === 'Ident' &&
    node.sel.name === id &&
    cx.typing.field(cx.typing.of(node.x), id)?.owner === owner;
  let owns = cx.literalsOf(owner.name).every(literal => isOwn(givenFields(literal, owner).get(id)));
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind !== 'AssignStmt') return;
      const { lhs, rhs } = node as unknown as go.AssignStmt;
      lhs.forEach((target, i) => {
        if (isField(target) && lhs.length === rhs.length && !isOwn(rhs[i])) owns = false;
      });
    });
  return owns;
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
