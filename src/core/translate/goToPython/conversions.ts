/** Conversions: `float64(n)`, `string(r)`, `[]byte(s)`, `Celsius(20)`. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, binary, call, int, method, str } from './build';
import { gap, isNil, isPredeclared, simple, type Context, type Value } from './context';
import { toDuration } from './durations';
import { expression } from './expressions';
import { asNumber, characterWeight, fittingNumber, mask } from './arithmetic';
import { hasText } from './text';
import { isByteSlice, isRune, rune } from './goTypes';
import { chr, coerce, toFloat32, zero } from './values';

const bitsOf: Record<string, number> = {
  int8: 8,
  int16: 16,
  int32: 32,
  uint8: 8,
  byte: 8,
  uint16: 16,
  uint32: 32,
  int64: 64,
  uint64: 64,
  uint: 64,
  uintptr: 64,
};

export function conversion(cx: Context, node: go.CallExpr): Value {
  const [arg] = node.args;
  const to = cx.typing.fromSyntax(node.fun);
  if (!arg) return gap('a conversion of nothing', node);
  if (isNil(cx, arg)) return simple(zero(cx, to), to);
  const target = cx.typing.underlying(to);
  const info = to.kind === 'instance' ? cx.typing.info(to) : undefined;
  const from = cx.typing.underlying(cx.typing.of(arg));
  if (info?.isError) return { ...expression(cx, arg), value: call(info.pyName, expression(cx, arg).value), type: to };
  if (info?.form === 'enum') return coerce(cx, { ...asNumber(cx, arg), type: from.kind === 'str' ? t.str : t.int }, to);
  if (
    info &&
    info.methods.size > 0 &&
    (info.form === 'scalar' || info.form === 'container') &&
    target.kind !== 'chan'
  ) {
    const value =
      target.kind === 'int'
        ? fittingNumber(cx, arg)
        : target.kind === 'str'
          ? toText(cx, arg, t.str)
          : expression(cx, arg);
    const fitting =
      target.kind === 'int' && from.kind === 'int' ? narrowed(cx, value.value, arg, from, target) : value.value;
    return { ...value, value: call(info.pyName, fitting), type: to };
  }
  if (info?.form === 'func' && info.methods.size > 0) {
    const value = expression(cx, arg);
    return { ...value, value: call(info.pyName, value.value), type: to };
  }
  if (to.kind === 'instance' && to.name === 'time.Duration') return toDuration(cx, arg, to);
  switch (target.kind) {
    case 'str':
      return toText(cx, arg, to);
    case 'list':
    case 'bytes':
      return toSlice(cx, node, arg, to);
    case 'int':
      return toInteger(cx, arg, to);
    case 'float': {
      const value = fittingNumber(cx, arg);
      if (value.type.kind === 'float' && target.go === 'float32' && value.type.go !== 'float32')
        return { ...value, value: toFloat32(cx, value.value), type: to };
      if (value.type.kind === 'float') return { ...value, type: to };
      return {
        ...value,
        value: staysExact(cx, node, arg) ? value.value : coerce(cx, { ...value, type: t.int }, t.float).value,
        type: to,
      };
    }
    default: {
      const value = expression(cx, arg);
      return { ...value, type: to };
    }
  }
}

/** `float64(n) / 2`: Python's operators take the integer as it is. */
function staysExact(cx: Context, node: go.CallExpr, arg: go.Expression): boolean {
  if (arg.kind === 'IntLit') return false;
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind === 'BinaryExpr') {
    const { op, x, y } = parent as unknown as go.BinaryExpr;
    if (op === '/') return true;
    const other = x === (node as go.Expression) ? y : x;
    return (
      /^[-+*]$/.test(op) &&
      other.kind !== 'CallExpr' &&
      other.kind !== 'IntLit' &&
      other.kind !== 'BinaryExpr' &&
      !isIntConstant(cx, other)
    );
  }
  if (parent?.kind === 'CallExpr') {
    const { fun } = parent as unknown as go.CallExpr;
    return fun.kind === 'SelectorExpr' && cx.typing.packageOf(fun.x) === 'math';
  }
  return false;
}

function isIntConstant(cx: Context, node: go.Expression): boolean {
  return node.kind === 'Ident' && typeof cx.program.constants.get(node.name)?.value === 'bigint';
}

function toText(cx: Context, arg: go.Expression, to: t.Type): Value {
  const from = cx.typing.underlying(cx.typing.of(arg));
  if (from.kind === 'int') {
    const value = expression(cx, arg);
    if (isRune(value.type)) return { ...value, type: to };
    return { ...value, value: chr(value.value), type: to };
  }
  if (arg.kind === 'CompositeLit' && isByteSlice(from)) refuseLooseBytes(cx, arg);
  const value = expression(cx, arg);
  if (isByteSlice(from)) return { ...value, value: decoded(value.value), type: to };
  if (from.kind === 'list' && isRune(from.elt))
    return { ...value, value: method(str(''), 'join', value.value), type: to };
  const info = value.type.kind === 'instance' ? cx.typing.info(value.type) : undefined;
  if (info?.form === 'enum') return { ...value, value: attribute(value.value, 'value'), type: to };
  // `str()` would ask the type's own method.
  if (info && hasText(cx, value.type)) return { ...value, value: call('str.__str__', value.value), type: to };
  return { ...value, type: to };
}

/** `string([]byte{byte(n)})`: a number that is no character need not be one of UTF-8 either. */
function refuseLooseBytes(cx: Context, literal: go.CompositeLit): void {
  const isLoose = (elt: go.Expression): boolean => {
    const [number] = elt.kind === 'CallExpr' && cx.typing.isConversion(elt) ? elt.args : [];
    return (
      number !== undefined &&
      cx.typing.underlying(cx.typing.of(number)).kind === 'int' &&
      characterWeight(cx, number) === 0 &&
      !isSmall(cx, number, 7)
    );
  };
  if (literal.elts.some(isLoose)) gap('a text that is not UTF-8', literal);
}

/** `.encode().decode()` says nothing. */
function decoded(value: py.Expression): py.Expression {
  if (
    value.kind === 'Call' &&
    value.func.kind === 'Attribute' &&
    value.func.attr.kind === 'Name' &&
    value.func.attr.id === 'encode'
  )
    return value.func.value;
  return method(value, 'decode');
}

function toSlice(cx: Context, node: go.CallExpr, arg: go.Expression, to: t.Type): Value {
  const value = expression(cx, arg);
  const target = cx.typing.underlying(to);
  if (cx.typing.underlying(value.type).kind !== 'str') return { ...value, type: to };
  if (target.kind === 'list' && isRune(target.elt)) return { ...value, value: call('list', value.value), type: to };
  const encoded = method(value.value, 'encode');
  return { ...value, value: cx.usage.changesBytes && isKept(cx, node) ? changeable(encoded) : encoded, type: to };
}

/** Whether somebody holds the value longer than the expression around it. */
function isKept(cx: Context, node: go.CallExpr): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind !== 'CallExpr')
    return /^(CompositeLit|KeyValueExpr|AssignStmt|ReturnStmt|SendStmt)$/.test(parent?.kind ?? '');
  const { fun } = parent as unknown as go.CallExpr;
  if (fun.kind === 'SelectorExpr' && cx.typing.packageOf(fun.x) !== undefined) return false;
  return !cx.typing.isConversion(parent as unknown as go.CallExpr) && !isPredeclared(cx, fun, 'len');
}

/** Whether bytes that come out of a text have to be changeable: they are stored, not only read. */
export function changeable(value: py.Expression): py.Expression {
  const isEncoded =
    value.kind === 'Call' &&
    value.func.kind === 'Attribute' &&
    value.func.attr.kind === 'Name' &&
    value.func.attr.id === 'encode';
  return isEncoded ? call('bytearray', value) : value;
}

function toInteger(cx: Context, arg: go.Expression, to: t.Type): Value {
  const target = cx.typing.underlying(to);
  const from = cx.typing.underlying(cx.typing.of(arg));
  const bits = (type: t.Type): number => (type.kind === 'int' ? (bitsOf[type.go ?? 'int'] ?? 64) : 64);
  // A smaller type cuts off more than the operands' own.
  const value = bits(target) < bits(from) ? asNumber(cx, arg) : fittingNumber(cx, arg);
  if (from.kind === 'float') {
    const truncated =
      value.value.kind === 'Call' && value.value.func.kind === 'Attribute' && isRounded(value.value.func);
    return { ...value, value: truncated ? value.value : call('int', value.value), type: to };
  }
  if (isRune(target)) {
    const isCharacter = isRune(expression(cx, arg).type) && arg.kind !== 'BinaryExpr';
    return isCharacter ? { ...expression(cx, arg), type: rune } : { ...value, value: chr(value.value), type: rune };
  }
  const info = value.type.kind === 'instance' ? cx.typing.info(value.type) : undefined;
  // Its own text would be printed otherwise.
  const isClass = info?.form === 'enum' || (info?.form === 'scalar' && hasText(cx, value.type));
  // The quotient of two time spans is a float.
  if (arg.kind === 'BinaryExpr' && arg.op === '/' && isDuration(cx, arg.x) && isDuration(cx, arg.y))
    return { ...value, value: call('int', value.value), type: to };
  const plain = isClass ? { ...value, value: call('int', value.value) } : value;
  if (value.type.kind === 'instance' && value.type.name === 'time.Duration')
    return { ...value, value: call('int', binary(value.value, '*', int(1_000_000_000))), type: to };
  return { ...plain, value: narrowed(cx, plain.value, arg, from, target), type: to };
}

function isDuration(cx: Context, node: go.Expression): boolean {
  const type = cx.typing.of(node);
  return type.kind === 'instance' && type.name === 'time.Duration';
}

const isRounded = (func: py.Attribute): boolean =>
  func.value.kind === 'Name' &&
  func.value.id === 'math' &&
  func.attr.kind === 'Name' &&
  /^(floor|ceil|trunc)$/.test(func.attr.id);

/** A conversion to a smaller integer drops what does not fit. */
function narrowed(cx: Context, value: py.Expression, arg: go.Expression, from: t.Type, to: t.Type): py.Expression {
  const source = from.kind === 'int' ? (from.go ?? 'int') : 'int';
  const target = to.kind === 'int' ? (to.go ?? 'int') : 'int';
  const [width, wanted] = [source === 'rune' ? 32 : (bitsOf[source] ?? 64), bitsOf[target] ?? 64];
  const unsigned = /^(u|byte)/.test(target);
  const isUnsignedSource = /^(u|byte)/.test(source) || source === 'rune';
  if (value.kind === 'Int' || characterWeight(cx, arg) > 0) return value;
  if (width < wanted && (isUnsignedSource || !unsigned)) return value;
  if (width === wanted && unsigned === isUnsignedSource) return value;
  if (isSmall(cx, arg, wanted - (unsigned ? 0 : 1))) return value;
  if (unsigned)
    return wanted >= 32 && cx.signs.atLeast(arg, 0) && wanted === 64 ? value : binary(value, '&', mask(wanted));
  // Counters and indexes do not come near what an int holds.
  if (wanted === 64)
    return isUnsignedSource && width === 64 && mayBeLarge(arg)
      ? call(cx.out.helper('to_signed'), value, int(64))
      : value;
  return call(cx.out.helper('to_signed'), value, int(wanted));
}

/** `h % n`, `x & 0xff` and lengths fit. */
function isSmall(cx: Context, node: go.Expression, bits: number): boolean {
  if (node.kind === 'BinaryExpr' && (node.op === '%' || node.op === '&')) {
    const bound = node.y.kind === 'IntLit' ? BigInt(node.y.value) : undefined;
    return bound !== undefined
      ? bound <= 1n << BigInt(bits) && (node.op === '&' || cx.signs.atLeast(node.x, 0))
      : bits >= 31 && cx.signs.atLeast(node.x, 0);
  }
  if (node.kind === 'CallExpr') return bits >= 31 && node.fun.kind === 'Ident' && node.fun.name === 'len';
  const known =
    node.kind === 'Ident'
      ? cx.program.bindings.variable(node)?.definitions.every(one => one.how === 'range-key')
      : false;
  return bits >= 31 && known === true;
}

const mayBeLarge = (node: go.Expression): boolean => node.kind !== 'BinaryExpr' || !/^(%|&|>>|\/)$/.test(node.op);
