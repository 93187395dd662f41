/** Built-in functions as expressions. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { isEmptyStruct } from './annotations';
import { binary, call, dict, list, method, name, starred } from './build';
import { type Context, type Value, gap, isPredeclared, simple, variableOf } from './context';
import { expression, valueOf } from './expressions';
import { combine } from './operators';
import { asNumber } from './arithmetic';
import { isByteSlice } from './goTypes';
import { coerce, newChannel, repeated, zero } from './values';

export function builtinCall(cx: Context, node: go.CallExpr): Value | undefined {
  const { fun, args } = node;
  if (fun.kind !== 'Ident' || variableOf(cx, fun)) return undefined;
  const [first, second] = args;
  switch (fun.name) {
    case 'len':
    case 'cap':
      return first && isPredeclared(cx, fun, fun.name) ? length(cx, first, fun.name === 'cap') : undefined;
    case 'append':
      return first ? appended(cx, node, first) : undefined;
    case 'make':
      return first ? made(cx, first, second, args[2]) : undefined;
    case 'new': {
      if (!first) return undefined;
      const type = cx.typing.fromSyntax(first);
      const below = cx.typing.underlying(type);
      const value = zero(cx, type);
      return simple(
        /^(instance|list|dict|array)$/.test(below.kind) ? value : call(cx.out.helper('Ref'), value),
        t.pointer(type),
      );
    }
    case 'min':
    case 'max': {
      const type = cx.typing.of(node);
      return combine(
        args.map(arg => coerce(cx, expression(cx, arg), type.kind === 'float' ? undefined : type)),
        values => call(fun.name, ...values),
        type,
      );
    }
    case 'recover':
      for (let fn: Context['fn'] | undefined = cx.fn; fn; fn = fn.up)
        if (fn.recovered) return simple(name(fn.recovered), t.any);
      return gap('recover outside of a deferred function', node);
    case 'complex':
      return combine(
        args.map(arg => expression(cx, arg)),
        values => call('complex', ...values),
        { kind: 'complex' },
      );
    case 'real':
    case 'imag':
      return (
        first &&
        combine(
          [expression(cx, first)],
          ([x]) => ({ kind: 'Attribute', value: x!, attr: name(fun.name), start: -1, end: -1 }),
          t.float,
        )
      );
    default:
      return undefined;
  }
}

export function length(cx: Context, node: go.Expression, isCap: boolean): Value {
  // `cap(xs[:2:2])` is what the third bound says.
  if (isCap && node.kind === 'SliceExpr' && node.max) {
    const [max, low] = [asNumber(cx, node.max), node.low && asNumber(cx, node.low)];
    return combine(low ? [max, low] : [max], ([end, start]) => (start ? binary(end!, '-', start) : end!), t.int);
  }
  const value = expression(cx, node);
  const below = cx.typing.underlying(value.type.kind === 'pointer' ? value.type.to : value.type);
  if (isCap) {
    if (below.kind === 'chan')
      return {
        ...value,
        value: { kind: 'Attribute', value: value.value, attr: name('capacity'), start: -1, end: -1 },
        type: t.int,
      };
    if (below.kind !== 'array') return gap('the capacity of a slice: lists have none', node);
  }
  if (below.kind === 'str' && !cx.program.ascii) {
    const isPlain = value.value.kind === 'Str' && isAscii(value.value.value);
    return { ...value, value: call('len', isPlain ? value.value : method(value.value, 'encode')), type: t.int };
  }
  if (below.kind === 'str' && value.value.kind !== 'Str') {
    cx.notes.assume(
      'texts hold ASCII only where they are indexed or measured, so that characters are counted as Go counts bytes',
    );
  }
  return { ...value, value: call('len', value.value), type: t.int };
}

export const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** `append` as an expression: a new list. As a statement on its own slice it changes the list (assignments.ts). */
function appended(cx: Context, node: go.CallExpr, first: go.Expression): Value {
  const type = cx.typing.of(node);
  const below = cx.typing.underlying(type);
  const elt = below.kind === 'list' ? below.elt : cx.typing.of(node);
  // With room to spare, two appends to one slice share what they append.
  const spare = variableOf(cx, first)?.definitions.some(
    ({ value }) =>
      value?.kind === 'CallExpr' &&
      isPredeclared(cx, value.fun, 'make') &&
      value.args.length === 3 &&
      !(value.args[1]?.kind === 'IntLit' && value.args[1].value === '0'),
  );
  if (spare) gap('an append to a slice with spare room whose result is another slice', node);
  const base = listItems(cx, first);
  if (isByteSlice(below)) {
    const rest = byteItems(cx, node);
    return combine(
      [base.value, ...rest.values],
      ([x, ...more]) => binary(base.isEmpty ? call('bytearray') : x!, '+', rest.build(more)),
      type,
    );
  }
  const items = node.args.slice(1).map((arg, i): Value & { isSpread: boolean } => {
    const isSpread = node.ellipsis && i === node.args.length - 2;
    const value = isSpread ? expression(cx, arg) : valueOf(cx, arg, elt);
    return { ...value, isSpread };
  });
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  const wrap = (value: py.Expression): py.Expression =>
    info?.form === 'container' && info.methods.size > 0 ? call(info.pyName, value) : value;
  return {
    before: [...base.value.before, ...items.flatMap(item => item.before)],
    value: wrap(list(...base.elts, ...items.flatMap(item => (item.isSpread ? spread(item.value) : [item.value])))),
    type,
    pure: false,
  };
}

/** What is spread into a list: the elements of a list display are written as they are. */
function spread(value: py.Expression): py.Expression[] {
  return value.kind === 'List' ? value.elts : [starred(value)];
}

function listItems(cx: Context, node: go.Expression): { value: Value; elts: py.Expression[]; isEmpty: boolean } {
  if (
    node.kind === 'CallExpr' &&
    cx.typing.isConversion(node) &&
    node.args[0]?.kind === 'Ident' &&
    node.args[0].name === 'nil'
  ) {
    return { value: simple(list(), cx.typing.of(node)), elts: [], isEmpty: true };
  }
  const value = expression(cx, node);
  const isEmpty = value.value.kind === 'None' || (value.value.kind === 'List' && value.value.elts.length === 0);
  return { value, elts: isEmpty ? [] : spread(value.value), isEmpty };
}

/** What is appended to bytes. */
export function byteItems(
  cx: Context,
  node: go.CallExpr,
): { values: Value[]; build: (values: py.Expression[]) => py.Expression } {
  if (node.ellipsis) {
    const last = node.args.at(-1)!;
    const value = expression(cx, last);
    const isText = cx.typing.underlying(value.type).kind === 'str';
    return { values: [value], build: ([x]) => (isText ? method(x!, 'encode') : x!) };
  }
  return { values: node.args.slice(1).map(arg => asNumber(cx, arg)), build: values => call('bytes', list(...values)) };
}

export function made(
  cx: Context,
  typeNode: go.Expression,
  size: go.Expression | undefined,
  _capacity: go.Expression | undefined,
): Value {
  const type = cx.typing.fromSyntax(typeNode);
  const below = cx.typing.underlying(type);
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  const wrap = (value: py.Expression): py.Expression =>
    info && info.methods.size > 0 ? call(info.pyName, ...(isBlank(value) ? [] : [value])) : value;
  if (below.kind === 'dict') return simple(wrap(isEmptyStruct(cx, below.value) ? call('set') : dict()), type);
  if (below.kind === 'chan') {
    const capacity = size && expression(cx, size);
    return { before: capacity?.before ?? [], value: newChannel(cx, type, below.elt, capacity), type, pure: true };
  }
  if (below.kind !== 'list' && below.kind !== 'bytes') return gap('make of this type', typeNode);
  const isEmpty = !size || (size.kind === 'IntLit' && size.value === '0');
  if (isEmpty) return simple(wrap(isByteSlice(below) ? call('bytearray') : list()), type);
  const count = asNumber(cx, size);
  const elt: Type = below.kind === 'list' ? below.elt : { kind: 'int', go: 'uint8' };
  return { ...count, value: wrap(repeated(cx, elt, count.value)), type };
}

const isBlank = (value: py.Expression): boolean =>
  (value.kind === 'List' && value.elts.length === 0) || (value.kind === 'Dict' && value.items.length === 0);
