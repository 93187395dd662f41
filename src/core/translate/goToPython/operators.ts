/** Operators: arithmetic with Go's division, sign and overflow, characters as numbers, comparisons. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { binary, bool, boolOp, call, compare, int, negate, none, unary } from './build';
import { evaluate } from './constants';
import { gap, isNil, simple, variableOf, type Context, type Value } from './context';
import { expression, pythonType } from './expressions';
import { isRune } from './typing';
import { chr, coerce, ord } from './values';
import { comparedErrors } from './errorValues';

type Arithmetic = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>' | '&^';

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

function flatten(node: go.Expression, op: string): go.Expression[] {
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

/** Both sides as characters where either is one, else as numbers or whatever they are. */
function comparable(cx: Context, left: go.Expression, right: go.Expression): [Value, Value] {
  const [x, y] = [expression(cx, left), expression(cx, right)];
  if (isRune(x.type) !== isRune(y.type) && (x.type.kind === 'int' || y.type.kind === 'int')) {
    const [mine, other] = isRune(x.type) ? [x, y] : [y, x];
    // A literal changes sides at no cost; two that are computed meet as numbers.
    const asText = other.value.kind === 'Int' ? { ...other, value: chr(other.value), type: mine.type } : undefined;
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
    cx.notes.assume('A nil slice or map is written as an empty one.');
    return { ...value, value: unary('not', value.value), type: t.bool };
  }
  const variable = variableOf(cx, node);
  if (variable && cx.fn.nilErrors.has(variable)) return simple(bool(true), t.bool);
  return { ...value, value: compare(value.value, 'is', none()), type: t.bool };
}

// ---- numbers ----

/** How many characters an expression counts for: `r - 'a'` is a number (0), `'a' + n` a character (1). */
export function characterWeight(cx: Context, node: go.Expression): number {
  switch (node.kind) {
    case 'CharLit':
      return 1;
    case 'BinaryExpr': {
      const [x, y] = [characterWeight(cx, node.x), characterWeight(cx, node.y)];
      if (node.op === '+') return x + y;
      if (node.op === '-') return x - y;
      return /^[&|^]/.test(node.op) ? x : 0;
    }
    case 'CallExpr': {
      const [arg] = node.args;
      if (!isRune(cx.typing.of(node))) return 0;
      const converts = cx.typing.isConversion(node) && arg && cx.typing.underlying(cx.typing.of(arg)).kind === 'int';
      return converts ? characterWeight(cx, arg) : 1;
    }
    case 'IntLit':
      return 0;
    default:
      return isRune(pythonType(cx, node)) ? 1 : 0;
  }
}

/** An integer expression as a number, characters by their code. */
export function asNumber(cx: Context, node: go.Expression): Value {
  if (node.kind === 'BinaryExpr' && !/^(==|!=|<|>|<=|>=|&&|\|\|)$/.test(node.op) && cx.typing.of(node).kind === 'int')
    return numeric(cx, node);
  if (
    node.kind === 'CallExpr' &&
    cx.typing.isConversion(node) &&
    node.args[0] &&
    isRune(cx.typing.fromSyntax(node.fun)) &&
    cx.typing.of(node.args[0]).kind === 'int'
  ) {
    return asNumber(cx, node.args[0]);
  }
  const value = expression(cx, node);
  return isRune(value.type) ? { ...value, value: ord(value.value), type: t.int } : value;
}

function arithmetic(cx: Context, node: go.BinaryExpr): Value {
  const type = cx.typing.of(node);
  const below = cx.typing.underlying(type);
  if (below.kind === 'str') {
    const operands = flatten(node, '+').map(one => expression(cx, one));
    return rewrap(
      cx,
      combine(operands, values => values.reduce((a, b) => binary(a, '+', b)), t.str),
      type,
    );
  }
  if (below.kind === 'instance' && below.name === 'time.Duration') return durations(cx, node, below);
  if (below.kind === 'float' || below.kind === 'complex') {
    const constant = exactQuotient(cx, node);
    if (constant) return constant;
    if (node.op === '/' && evaluate(node.y, one => cx.program.constants.get(one)?.value) === undefined) {
      cx.notes.assume('No float is divided by zero: Python raises where Go gives an infinity.');
    }
    const values = [expression(cx, node.x), expression(cx, node.y)];
    const op = node.op as py.BinaryOperator;
    return rewrap(
      cx,
      combine(values, ([a, b]) => binary(a!, op, b!), below),
      type,
    );
  }
  if (below.kind !== 'int' && below.kind !== 'unknown' && below.kind !== 'typevar' && below.kind !== 'any') {
    return gap(`the operator ${node.op} on these operands has no counterpart here yet`, node);
  }
  if (below.kind === 'typevar' && node.op === '/') gap('a division whose operands may be integers or floats', node);
  const weight = characterWeight(cx, node);
  const value = wrapped(cx, node, numeric(cx, node), below);
  if (weight === 1 && below.kind === 'int')
    return { ...value, value: chr(value.value), type: { kind: 'int', go: 'rune' } };
  return rewrap(cx, { ...value, type: isRune(below) ? t.int : below }, type);
}

/** `1 / 3.0` and the like: operands of an untyped constant that are integers divide as floats. */
function exactQuotient(cx: Context, node: go.BinaryExpr): Value | undefined {
  if (node.op !== '/' || cx.typing.of(node.x).kind !== 'int' || cx.typing.of(node.y).kind !== 'int') return undefined;
  return combine([expression(cx, node.x), expression(cx, node.y)], ([a, b]) => binary(a!, '/', b!), t.float);
}

/** A value of a named type with methods stays one through arithmetic. */
function rewrap(cx: Context, value: Value, type: Type): Value {
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (!info) return value;
  if ((info.form === 'enum' && !info.flags) || (info.form === 'scalar' && info.methods.size > 0))
    return { ...value, value: call(info.pyName, value.value), type };
  return { ...value, type };
}

/** Integer arithmetic without wrapping around; the operands' own wrapping is left to the outermost operation. */
function numeric(cx: Context, node: go.BinaryExpr): Value {
  const op = node.op as Arithmetic;
  const keepsModulus = /^(\+|-|\*|&|\||\^|<<)$/.test(op);
  const operand = (one: go.Expression): Value => {
    const value = asNumber(cx, one);
    const isPlain = keepsModulus || one.kind !== 'BinaryExpr';
    return isPlain ? value : wrapped(cx, one as go.BinaryExpr, value, cx.typing.underlying(cx.typing.of(one)));
  };
  const rotated = op === '%' ? positiveRemainder(node) : undefined;
  if (rotated) return combine([operand(rotated), operand(node.y)], ([a, b]) => binary(a!, '%', b!), t.int);
  const values = [operand(node.x), op === '<<' || op === '>>' ? asNumber(cx, node.y) : operand(node.y)];
  return combine(
    values,
    ([a, b]) => {
      switch (op) {
        case '/':
          return isNatural(cx, node) ? binary(a!, '//', b!) : call(cx.out.helper('quotient'), a!, b!);
        case '%':
          return isNatural(cx, node) || isComparedWithZero(cx, node)
            ? binary(a!, '%', b!)
            : call(cx.out.helper('remainder'), a!, b!);
        case '&^':
          return binary(a!, '&', unary('~', b!));
        default:
          return binary(a!, op, b!);
      }
    },
    t.int,
  );
}

/** Python's `//` and `%` say what Go's do where neither operand is negative. */
function isNatural(cx: Context, node: go.BinaryExpr): boolean {
  return cx.signs.atLeast(node.x, 0) && cx.signs.atLeast(node.y, 0);
}

/** `x % n == 0` has no sign. */
function isComparedWithZero(cx: Context, node: go.BinaryExpr): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind !== 'BinaryExpr' || (parent['op'] !== '==' && parent['op'] !== '!=')) return false;
  const other = (parent['x'] === node ? parent['y'] : parent['x']) as go.Expression;
  return other.kind === 'IntLit' && other.value === '0';
}

/** `(a % n + n) % n` is how Go says Python's `a % n`. */
function positiveRemainder(node: go.BinaryExpr): go.Expression | undefined {
  const { x, y } = node;
  if (x.kind !== 'BinaryExpr' || x.op !== '+') return undefined;
  for (const [rest, added] of [
    [x.x, x.y],
    [x.y, x.x],
  ] as const) {
    if (equal(added, y) && rest.kind === 'BinaryExpr' && rest.op === '%' && equal(rest.y, y)) return rest.x;
  }
  return undefined;
}

const widths: Record<string, number> = {
  int8: 8,
  int16: 16,
  int32: 32,
  uint8: 8,
  byte: 8,
  uint16: 16,
  uint32: 32,
  uint64: 64,
  uint: 64,
  uintptr: 64,
};

/** Brings a result back into the range of its sized type, where it can have left it. */
export function wrapped(cx: Context, node: go.BinaryExpr, value: Value, type: Type): Value {
  const go = type.kind === 'int' ? type.go : undefined;
  const bits = go && go !== 'rune' ? widths[go] : undefined;
  if (!bits || evaluate(node, one => cx.program.constants.get(one)?.value) !== undefined) return value;
  if (!/^(\+|-|\*|<<)$/.test(node.op) && !canLeave(node)) return value;
  if (mentionsCharacter(node)) return value;
  const grows = node.op === '*' || node.op === '<<' || canLeave(node);
  if (!grows && node.op === '+' && bits === 64) return value;
  if (!grows && node.op === '-' && cx.signs.atLeast({ ...node, op: '-' }, 1)) return value;
  if (go!.startsWith('u') || go === 'byte') return { ...value, value: binary(value.value, '&', mask(bits)) };
  if (!grows && bits >= 32) return value;
  return { ...value, value: call(cx.out.helper('to_signed'), value.value, int(bits)) };
}

/** A product or a shift below, which the outermost operation has to bring back. */
function canLeave(node: go.Expression): boolean {
  return (
    node.kind === 'BinaryExpr' &&
    (node.op === '*' ||
      node.op === '<<' ||
      (/^(\+|-|&|\||\^)$/.test(node.op) && (canLeave(node.x) || canLeave(node.y))))
  );
}

function mentionsCharacter(node: go.Expression): boolean {
  return (
    node.kind === 'CharLit' || (node.kind === 'BinaryExpr' && (mentionsCharacter(node.x) || mentionsCharacter(node.y)))
  );
}

export function mask(bits: number): py.Expression {
  return { kind: 'Int', value: ((1n << BigInt(bits)) - 1n).toString(), style: 'hex', start: -1, end: -1 };
}

/** Time spans are seconds: `2 * time.Second` is 2, `time.Duration(n) * time.Millisecond` is n / 1000. */
function durations(cx: Context, node: go.BinaryExpr, type: Type): Value {
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
  return combine(values, ([a, b]) => binary(a!, node.op as py.BinaryOperator, b!), node.op === '/' ? t.int : type);
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

export function unaryExpression(cx: Context, node: go.UnaryExpr): Value {
  const value = node.op === '!' ? expression(cx, node.x) : asNumber(cx, node.x);
  switch (node.op) {
    case '!':
      return { ...value, value: negate(value.value), type: t.bool };
    case '-':
      return rewrap(cx, { ...value, value: negative(value.value) }, cx.typing.of(node.x));
    case '+':
      return value;
    case '^': {
      const type = cx.typing.underlying(value.type);
      const bits = type.kind === 'int' && type.go?.startsWith('u') ? widths[type.go] : undefined;
      const inverted = unary('~', value.value);
      return { ...value, value: bits ? binary(inverted, '&', mask(bits)) : inverted };
    }
    default:
      return gap(`the operator ${node.op} has no counterpart here`, node);
  }
}

function negative(value: py.Expression): py.Expression {
  return value.kind === 'UnaryOp' && value.op === '-' ? value.operand : unary('-', value);
}
