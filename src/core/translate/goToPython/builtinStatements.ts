/** Built-in functions that are called for what they do. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { call, expr, int, method, raise } from './build';
import { type Context, gap, variableOf } from './context';
import { raised } from './errorValues';
import { expression, valueOf } from './expressions';
import { builtinMethod } from './values';

export function builtinStatement(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  const { fun, args } = node;
  if (fun.kind !== 'Ident' || variableOf(cx, fun)) return undefined;
  const [first, second] = args;
  switch (fun.name) {
    case 'panic':
      return first ? panics(cx, first) : undefined;
    case 'delete': {
      if (!first || !second) return undefined;
      const map = expression(cx, first);
      const type = cx.typing.underlying(map.type);
      const key = valueOf(cx, second, type.kind === 'dict' ? type.key : undefined);
      const isSet = type.kind === 'dict' && cx.typing.underlying(type.value).kind === 'tuple';
      const removal = isSet
        ? builtinMethod(cx, map.type, map.value, 'discard', key.value)
        : builtinMethod(cx, map.type, map.value, 'pop', key.value, { kind: 'None', start: -1, end: -1 });
      return [...map.before, ...key.before, expr(removal)];
    }
    case 'close': {
      const value = first && expression(cx, first);
      return value && [...value.before, expr(method(value.value, 'close'))];
    }
    case 'clear': {
      const value = first && expression(cx, first);
      if (value && cx.typing.underlying(value.type).kind !== 'dict') return gap('clear of a slice', node);
      return value && [...value.before, expr(method(value.value, 'clear'))];
    }
    case 'copy':
      return first && second ? copyInto(cx, first, second) : undefined;
    case 'print':
    case 'println':
      return gap('the built-in print, which writes to standard error', node);
    default:
      return undefined;
  }
}

/** `copy(to, from)`: as many as both have. */
function copyInto(cx: Context, given: go.Expression, from: go.Expression): py.Statement[] {
  // `xs[:]` is all of it.
  const to = given.kind === 'SliceExpr' && !given.low && !given.high ? given.x : given;
  const [source, target] = [expression(cx, from), expression(cx, to)];
  const isText = cx.typing.underlying(source.type).kind === 'str';
  if (to.kind === 'SliceExpr') {
    const base = expression(cx, to.x);
    const low = to.low ? expression(cx, to.low).value : int(0);
    if (to.high) return gap('a copy into a part with an end', to);
    // `xs[i + 1:]` from `xs[i:]` moves the rest up: the last element goes.
    const items = isText ? method(source.value, 'encode') : source.value;
    const all: py.Expression = { kind: 'Slice', lower: low, start: -1, end: -1 };
    const room: py.Expression = {
      kind: 'Slice',
      upper: call('len', { kind: 'Subscript', value: base.value, slice: all, start: -1, end: -1 }),
      start: -1,
      end: -1,
    };
    const end: py.Expression = { kind: 'BinOp', op: '+', left: low, right: call('len', items), start: -1, end: -1 };
    const part: py.Expression = { kind: 'Slice', lower: low, upper: end, start: -1, end: -1 };
    return [
      {
        kind: 'Assign',
        targets: [{ kind: 'Subscript', value: base.value, slice: part, start: -1, end: -1 }],
        value: { kind: 'Subscript', value: items, slice: room, start: -1, end: -1 },
        start: -1,
        end: -1,
      },
    ];
  }
  const cut = (of: py.Expression, by: py.Expression): py.Expression => ({
    kind: 'Subscript',
    value: of,
    slice: { kind: 'Slice', upper: call('len', by), start: -1, end: -1 },
    start: -1,
    end: -1,
  });
  const items = isText ? method(source.value, 'encode') : source.value;
  return [
    ...source.before,
    ...target.before,
    { kind: 'Assign', targets: [cut(target.value, items)], value: cut(items, target.value), start: -1, end: -1 },
  ];
}

/** An error is raised as it is; anything else in a RuntimeError. */
function panics(cx: Context, node: go.Expression): py.Statement[] {
  const type = cx.typing.of(node);
  if (type.kind === 'error' || cx.typing.info(type)?.isError) return raised(cx, node);
  const value = expression(cx, node);
  return [...value.before, raise(call('RuntimeError', value.value))];
}
