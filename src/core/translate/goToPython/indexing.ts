/** Elements and parts of slices, texts and maps. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { call, generator, generatorExp, int, method, name, slice as sliceOf, subscript, unary } from './build';
import {
  type Context,
  type Value,
  gap,
  isKnownKey,
  isPredeclared,
  simple,
  typesOfParameter,
  variableOf,
} from './context';
import { combine } from './operators';
import { asNumber } from './arithmetic';
import { byte, rune } from './goTypes';
import { builtinMethod, zero } from './values';
import { expression, valueOf } from './expressions';

export function index(cx: Context, node: go.IndexExpr): Value {
  if (node.indices.length !== 1 || cx.typing.isType(node.x)) return expression(cx, node.x);
  const [at] = node.indices;
  const base = expression(cx, node.x);
  const below = cx.typing.underlying(base.type.kind === 'pointer' ? base.type.to : base.type);
  if (below.kind === 'func') return base;
  if (below.kind === 'dict') return mapRead(cx, base, below, at!);
  const position = indexFromEnd(cx, node.x, at!) ?? asNumber(cx, at!);
  if (below.kind === 'str') return textIndex(cx, base, position);
  const type = cx.typing.of(node);
  const element = below.kind === 'list' || below.kind === 'array' ? below.elt : type;
  if (below.kind === 'list' && cx.exceptions.recovers && position.value.kind !== 'UnaryOp' && !isInside(cx, node))
    return combine([base, position], ([x, i]) => call(cx.out.helper('element'), x!, i!), element);
  return combine([base, position], ([x, i]) => subscript(x!, i!), element);
}

/** A loop says that the index is one of the slice: `for i := range xs`, `for i := 0; i < len(xs); i++`. */
function isInside(cx: Context, node: go.IndexExpr): boolean {
  const { bindings } = cx.program;
  const [at] = node.indices;
  const variable = at && variableOf(cx, at);
  const parent = bindings.parent(node);
  // What is stored or pointed to stays a place.
  if (parent?.kind === 'UnaryExpr' && parent['op'] === '&') return true;
  if (!variable) return false;
  for (let loop = bindings.loopOf(node); loop; loop = bindings.loopOf(loop)) {
    if (variable.loop !== loop && variable.definitions.every(one => one.ident.start < loop.start)) continue;
    const range = loop as unknown as go.RangeStmt | go.ForStmt;
    if (range.kind === 'RangeStmt') return true;
    const { cond } = range;
    if (cond?.kind === 'BinaryExpr' && variableOf(cx, cond.x) === variable && /^<=?$/.test(cond.op)) return true;
  }
  return false;
}

/** `xs[len(xs)-1]` is `xs[-1]`. */
export function indexFromEnd(cx: Context, of: go.Expression, at: go.Expression): Value | undefined {
  if (
    at.kind !== 'BinaryExpr' ||
    at.op !== '-' ||
    at.x.kind !== 'CallExpr' ||
    at.y.kind !== 'IntLit' ||
    at.y.value === '0'
  )
    return undefined;
  const { fun, args } = at.x;
  if (!isPredeclared(cx, fun, 'len') || !args[0] || !sameCode(args[0], of)) return undefined;
  return simple(unary('-', int(at.y.value)), t.int);
}

export function sameCode(a: go.Expression, b: go.Expression): boolean {
  return equal(a, b);
}

function textIndex(cx: Context, base: Value, at: Value): Value {
  if (cx.program.ascii) {
    cx.notes.assume(
      'texts hold ASCII only where they are indexed or measured, so that characters are counted as Go counts bytes',
    );
    return combine([base, at], ([x, i]) => subscript(x!, i!), rune);
  }
  return combine([base, at], ([x, i]) => subscript(method(x!, 'encode'), i!), byte);
}

/** A map gives the zero value for a key that it does not have. */
function mapRead(cx: Context, base: Value, type: Type & { kind: 'dict' }, at: go.Expression): Value {
  const key = mapKey(cx, valueOf(cx, at, type.key));
  if (cx.typing.underlying(type.value).kind === 'tuple') return gap('an element of a set as a value', at);
  if (isKnownKey(cx, base.value, key.value)) return combine([base, key], ([m, k]) => subscript(m!, k!), type.value);
  const empty = zero(cx, type.value);
  return combine(
    [base, key],
    ([m, k]) => builtinMethod(cx, base.type, m!, 'get', k!, ...(empty.kind === 'None' ? [] : [empty])),
    type.value,
  );
}

/** Lists cannot be keys: an array that is one is a tuple. */
export function mapKey(cx: Context, key: Value): Value {
  return { ...key, value: hashable(cx, key.value, key.type) };
}

/** The value in a form that has a hash. */
export function hashable(cx: Context, value: py.Expression, type: Type): py.Expression {
  const below = cx.typing.underlying(type);
  if (below.kind === 'typevar' && typesOfParameter(cx, below.name).some(isArray))
    return gap('arrays as keys of a generic map');
  if (!isArray(below)) return value;
  if (!isArray(cx.typing.underlying(below.elt)))
    return call('tuple', value.kind === 'Call' && isName(value.func, 'tuple') ? value.args[0]! : value);
  const row = name('row');
  const inner = hashable(cx, row, below.elt);
  const isMap = inner.kind === 'Call' && inner.args[0] === row;
  return call('tuple', isMap ? call('map', inner.func, value) : generatorExp(inner, generator(row, value)));
}

const isArray = (type: Type): type is Type & { kind: 'array' } => type.kind === 'array';
const isName = (node: py.Expression, id: string): boolean => node.kind === 'Name' && node.id === id;

export function sliceExpression(cx: Context, node: go.SliceExpr): Value {
  const base = expression(cx, node.x);
  const below = cx.typing.underlying(base.type.kind === 'pointer' ? base.type.to : base.type);
  const type = cx.typing.of(node);
  const low = node.low && !(node.low.kind === 'IntLit' && node.low.value === '0') ? asNumber(cx, node.low) : undefined;
  const high =
    node.high && !isLengthOf(cx, node.high, node.x)
      ? (indexFromEnd(cx, node.x, node.high) ?? asNumber(cx, node.high))
      : undefined;
  const parts = [base, ...(low ? [low] : []), ...(high ? [high] : [])];
  const cut = (x: py.Expression): py.Expression => subscript(x, sliceOf(low?.value, high?.value));
  if (below.kind === 'str') {
    if (!low && !high) return base;
    if (cx.program.ascii) {
      cx.notes.assume(
        'texts hold ASCII only where they are indexed or measured, so that characters are counted as Go counts bytes',
      );
      return combine(parts, ([x]) => cut(x!), base.type);
    }
    return combine(parts, ([x]) => method(cut(method(x!, 'encode')), 'decode'), base.type);
  }
  // An array becomes the slice of itself: the list is shared.
  if (below.kind === 'array' && !low && !high) return { ...base, type };
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  // A part of a list is a plain list in Python.
  const isClass = info?.form === 'container' && info.methods.size > 0;
  return combine(parts, ([x]) => (isClass ? call(info.pyName, cut(x!)) : cut(x!)), type);
}

export function isLengthOf(cx: Context, node: go.Expression, of: go.Expression): boolean {
  return (
    node.kind === 'CallExpr' &&
    isPredeclared(cx, node.fun, 'len') &&
    node.args[0] !== undefined &&
    sameCode(node.args[0], of)
  );
}
