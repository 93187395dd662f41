/** Operators: arithmetic with Go's division, sign and overflow, characters as numbers, comparisons. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { binary, bool, boolOp, call, compare, int, negate, none, unary } from './build';
import { evaluate } from './constants';
import { type Context, type Value, gap, isNil, simple, variableOf } from './context';
import { expression } from './expressions';
import { isRune } from './goTypes';
import { chr, coerce, ord } from './values';
import { comparedErrors } from './errorValues';
import { comparedBig } from './library/bigNumbers';
import { arithmetic, asNumber, mask, rewrap, widths } from './arithmetic';

export function binaryExpression(cx: Context, node: go.BinaryExpr): Value {
  switch (node.op) {
    case '&&':
    case '||':
      return logical(cx, node);
    case '==':
    case '!=':
      return equality(cx, node);
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const big = comparedBig(cx, node);
      if (big) return comparison(cx, node, big);
      const [x, y] = comparable(cx, node.x, node.y);
      return combine([x, y], ([a, b]) => compare(a!, node.op as py.CompareOperator, b!), t.bool);
    }
    default:
      return arithmetic(cx, node);
  }
}

/** Joins operands; what they need before them comes first, in their order. */
export function combine(
  values: readonly Value[],
  build: (values: py.Expression[]) => py.Expression,
  type: Type,
): Value {
  return {
    before: values.flatMap(value => value.before),
    value: build(values.map(value => value.value)),
    type,
    pure: values.every(value => value.pure),
  };
}

/** `low <= x && x < high` is one comparison in Python. */
function logical(cx: Context, node: go.BinaryExpr): Value {
  const operands = flatten(node, node.op).map(one => expression(cx, one));
  const values: py.Expression[] = [];
  for (const { value, pure } of operands) {
    const last = values.at(-1);
    const joined = node.op === '&&' && pure && last ? chain(last, value) : undefined;
    if (joined) values[values.length - 1] = joined;
    else values.push(value);
  }
  return {
    before: operands.flatMap(operand => operand.before),
    value: boolOp(node.op === '&&' ? 'and' : 'or', ...values),
    type: t.bool,
    pure: operands.every(operand => operand.pure),
  };
}

export function flatten(node: go.Expression, op: string): go.Expression[] {
  return node.kind === 'BinaryExpr' && node.op === op ? [...flatten(node.x, op), ...flatten(node.y, op)] : [node];
}

const turned: Partial<Record<py.CompareOperator, py.CompareOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function chain(left: py.Expression, right: py.Expression): py.Expression | undefined {
  if (left.kind !== 'Compare' || right.kind !== 'Compare' || left.ops.length !== 1 || right.ops.length !== 1)
    return undefined;
  const lower = ascending(left, right);
  const upper = ascending(right, left);
  if (!lower || !upper || !equal(lower.comparators[0], upper.left)) return undefined;
  return { ...lower, ops: [...lower.ops, ...upper.ops], comparators: [...lower.comparators, ...upper.comparators] };

  /** `x >= 0` is `0 <= x` where that meets the other comparison. */
  function ascending(one: py.Compare, other: py.Compare): py.Compare | undefined {
    const op = one.ops[0]!;
    if (op === '<' || op === '<=') return one;
    const back = turned[op];
    void other;
    return back ? { ...one, left: one.comparators[0]!, ops: [back], comparators: [one.left] } : undefined;
  }
}

/** A comparison of big numbers, which are compared by a method in Go. */
function comparison(
  cx: Context,
  { op }: go.BinaryExpr,
  [left, right]: [go.Expression, go.Expression | undefined],
): Value {
  const values = [expression(cx, left), right ? expression(cx, right) : simple(int(0), t.int)];
  return combine(values, ([a, b]) => compare(a!, op as py.CompareOperator, b!), t.bool);
}

/** Both sides as characters where either is one, else as numbers or whatever they are. */
function comparable(cx: Context, left: go.Expression, right: go.Expression): [Value, Value] {
  const [x, y] = [expression(cx, left), expression(cx, right)];
  if (isRune(x.type) !== isRune(y.type) && (x.type.kind === 'int' || y.type.kind === 'int')) {
    const [mine, other] = isRune(x.type) ? [x, y] : [y, x];
    // A literal changes sides at no cost; two that are computed meet as numbers.
    const isLiteral =
      other.value.kind === 'Int' || (other.value.kind === 'UnaryOp' && other.value.operand.kind === 'Int');
    const asText = isLiteral ? { ...other, value: chr(other.value), type: mine.type } : undefined;
    const first = asText ? mine : { ...mine, value: ord(mine.value), type: t.int };
    const second = asText ?? other;
    return isRune(x.type) ? [first, second] : [second, first];
  }
  return [coerceConstant(cx, x, left, y.type), coerceConstant(cx, y, right, x.type)];
}

/** An untyped constant is one of the other operand's type. */
function coerceConstant(cx: Context, value: Value, node: go.Expression, type: Type): Value {
  if (type.kind !== 'instance') return value;
  if (type.name === 'time.Duration' && value.type.kind === 'int') return coerce(cx, value, type);
  const info = cx.typing.info(type);
  return info?.form === 'enum' && evaluate(node, () => undefined) !== undefined ? coerce(cx, value, type) : value;
}

function equality(cx: Context, node: go.BinaryExpr): Value {
  const equals = node.op === '==';
  const flip = (value: Value): Value => (equals ? value : { ...value, value: negate(value.value) });
  if (isNil(cx, node.x) || isNil(cx, node.y)) return flip(isNilTest(cx, isNil(cx, node.x) ? node.y : node.x));
  for (const [side, other] of [
    [node.x, node.y],
    [node.y, node.x],
  ] as const) {
    if (side.kind === 'Ident' && (side.name === 'true' || side.name === 'false') && !variableOf(cx, side)) {
      const value = expression(cx, other);
      const wanted = (side.name === 'true') === equals;
      return wanted ? value : { ...value, value: negate(value.value) };
    }
  }
  const big = comparedBig(cx, node);
  if (big) return comparison(cx, node, big);
  const errors = comparedErrors(cx, node.x, node.y);
  if (errors) return flip(errors);
  const length = emptyText(cx, node);
  if (length) return flip(length);
  const [x, y] = comparable(cx, node.x, node.y);
  const type = cx.typing.of(node.x);
  const identity = type.kind === 'pointer' || type.kind === 'chan';
  return combine(
    [x, y],
    ([a, b]) => compare(a!, identity ? (equals ? 'is' : 'is not') : equals ? '==' : '!=', b!),
    t.bool,
  );
}

/** `len(s) == 0` for a text asks for nothing but emptiness, so that its bytes need not be counted. */
function emptyText(cx: Context, node: go.BinaryExpr): Value | undefined {
  const { x, y } = node;
  if (
    x.kind !== 'CallExpr' ||
    x.fun.kind !== 'Ident' ||
    x.fun.name !== 'len' ||
    variableOf(cx, x.fun) ||
    y.kind !== 'IntLit' ||
    y.value !== '0'
  )
    return undefined;
  const [arg] = x.args;
  if (!arg || cx.typing.underlying(cx.typing.of(arg)).kind === 'chan') return undefined;
  const value = expression(cx, arg);
  return { ...value, value: unary('not', value.value), type: t.bool };
}

function isNilTest(cx: Context, node: go.Expression): Value {
  const type = cx.typing.underlying(cx.typing.of(node));
  const value = expression(cx, node);
  if (type.kind === 'list' || type.kind === 'dict' || type.kind === 'bytes') {
    const held = variableOf(cx, node);
    const madeEmpty = held?.definitions.some(({ value: one }) => one?.kind === 'CompositeLit' && one.elts.length === 0);
    if (madeEmpty) gap('a comparison with nil of a slice or map that is empty but not nil', node);
    cx.notes.assume('a nil slice or map is written as an empty one');
    return { ...value, value: unary('not', value.value), type: t.bool };
  }
  const variable = variableOf(cx, node);
  if (variable && cx.fn.nilErrors.has(variable)) return simple(bool(true), t.bool);
  return { ...value, value: compare(value.value, 'is', none()), type: t.bool };
}

export function unaryExpression(cx: Context, node: go.UnaryExpr): Value {
  const value = node.op === '!' ? expression(cx, node.x) : asNumber(cx, node.x);
  switch (node.op) {
    case '!':
      return { ...value, value: negate(value.value), type: t.bool };
    case '-':
      return rewrap(cx, { ...value, value: negated(cx, node, value.value) }, cx.typing.of(node.x));
    case '+':
      return value;
    case '^': {
      const type = cx.typing.underlying(value.type);
      const bits = type.kind === 'int' && type.go?.startsWith('u') ? widths[type.go] : undefined;
      return { ...value, value: bits ? binary(value.value, '^', mask(bits)) : unary('~', value.value) };
    }
    default:
      return gap(`the operator ${node.op} has no counterpart here`, node);
  }
}

/** `-x` of the least number of a sized type is that number again; unsigned ones wrap around. */
function negated(cx: Context, node: go.UnaryExpr, value: py.Expression): py.Expression {
  const type = cx.typing.underlying(cx.typing.of(node.x));
  const go = type.kind === 'int' && type.go !== 'rune' ? type.go : undefined;
  const bits = go ? widths[go] : undefined;
  const isConstant = evaluate(node.x, one => cx.program.constants.get(one)?.value) !== undefined;
  if (!bits || isConstant) return negative(value);
  if (/^(u|byte)/.test(go!)) return binary(negative(value), '&', mask(bits));
  return bits < 32 ? call(cx.out.helper('to_signed'), negative(value), int(bits)) : negative(value);
}

function negative(value: py.Expression): py.Expression {
  return value.kind === 'UnaryOp' && value.op === '-' ? value.operand : unary('-', value);
}
