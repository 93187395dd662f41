/** Integers: Go's division and sign, sized integers that wrap around, characters as numbers. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { binary, call, int, unary } from './build';
import { evaluate } from './constants';
import { type Context, type Value, gap, typesOfParameter } from './context';
import { expression, pythonType } from './expressions';
import { isRune } from './goTypes';
import { chr, ord } from './values';
import { durations } from './durations';
import { combine, flatten } from './operators';

type Arithmetic = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>' | '&^';

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

const sized = /^(u?int(8|16|32)|uint|uint64|uintptr|byte)$/;

/** The same with what runs over the bits of its type cut off: the number goes where all of it is seen. */
export function fittingNumber(cx: Context, node: go.Expression): Value {
  const type = cx.typing.underlying(cx.typing.of(node));
  const runsOver =
    node.kind === 'BinaryExpr' &&
    type.kind === 'int' &&
    sized.test(type.go ?? 'int') &&
    characterWeight(cx, node) === 0;
  if (!runsOver) return asNumber(cx, node);
  const value = expression(cx, node);
  return isRune(value.type) ? { ...value, value: ord(value.value), type: t.int } : value;
}

export function arithmetic(cx: Context, node: go.BinaryExpr): Value {
  const type = cx.typing.of(node);
  const below = cx.typing.underlying(type);
  if (below.kind === 'str') {
    const operands = flatten(node, '+').map(one => expression(cx, one));
    return rewrap(
      cx,
      combine(operands, values => values.reduce((a, b) => binary(a, '+', b)), t.str),
      type,
      node,
    );
  }
  if (below.kind === 'instance' && below.name === 'time.Duration') return durations(cx, node, below);
  if (below.kind === 'float' || below.kind === 'complex') {
    const constant = exactQuotient(cx, node);
    if (constant) return constant;
    if (node.op === '/' && evaluate(node.y, one => cx.program.constants.get(one)?.value) === undefined) {
      cx.notes.assume('no float is divided by zero: Python raises where Go gives an infinity');
    }
    const values = [expression(cx, node.x), expression(cx, node.y)];
    const op = node.op as py.BinaryOperator;
    const isNarrow = below.kind === 'float' && below.go === 'float32';
    const rounded = (value: py.Expression): py.Expression =>
      isNarrow ? call(cx.out.helper('to_float32'), value) : value;
    return rewrap(
      cx,
      combine(values, ([a, b]) => rounded(binary(a!, op, b!)), below),
      type,
      node,
    );
  }
  // Months and weekdays are numbers.
  if (below.kind === 'instance' && /^time\.(Month|Weekday)$/.test(below.name))
    return { ...numeric(cx, node), type: below };
  if (below.kind !== 'int' && below.kind !== 'unknown' && below.kind !== 'typevar' && below.kind !== 'any') {
    return gap(`the operator ${node.op} on these operands has no counterpart here yet`, node);
  }
  if (below.kind === 'typevar') refuseOwnClasses(cx, below.name, node);
  if (below.kind === 'typevar' && node.op === '/') gap('a division whose operands may be integers or floats', node);
  const weight = characterWeight(cx, node);
  const value = wrapped(cx, node, numeric(cx, node), below);
  if (weight === 1 && below.kind === 'int')
    return { ...value, value: chr(value.value), type: { kind: 'int', go: 'rune' } };
  return rewrap(cx, { ...value, type: isRune(below) ? t.int : below }, type, node);
}

/** A type with methods is a class in Python, whose objects arithmetic makes into plain numbers. */
function refuseOwnClasses(cx: Context, parameter: string, node: go.BinaryExpr): void {
  const isClass = (type: Type): boolean => {
    const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
    return info !== undefined && (info.form === 'enum' || (info.form === 'scalar' && info.methods.size > 0));
  };
  if (typesOfParameter(cx, parameter).some(isClass))
    gap('arithmetic on a type parameter that stands for a type with methods', node);
}

/** `1 / 3.0` and the like: operands of an untyped constant that are integers divide as floats. */
function exactQuotient(cx: Context, node: go.BinaryExpr): Value | undefined {
  if (node.op !== '/' || cx.typing.of(node.x).kind !== 'int' || cx.typing.of(node.y).kind !== 'int') return undefined;
  return combine([expression(cx, node.x), expression(cx, node.y)], ([a, b]) => binary(a!, '/', b!), t.float);
}

/** A value of a named type with methods stays one through arithmetic. */
export function rewrap(cx: Context, value: Value, type: Type, node?: go.Expression): Value {
  if (type.kind !== 'instance') return value;
  if (!isClass(cx, type)) return { ...value, type };
  if (node && isOperand(cx, node)) return value;
  return { ...value, value: call(cx.typing.info(type)!.pyName, value.value), type };
}

/** Whether plain numbers and texts are not yet values of the type: it is a class of its own. */
export function isClass(cx: Context, type: Type): boolean {
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  return (info?.form === 'enum' && !info.flags) || (info?.form === 'scalar' && info.methods.size > 0);
}

/** What is computed with, compared or an index need not be of the class. */
function isOperand(cx: Context, node: go.Expression): boolean {
  const parent = cx.program.bindings.parent(node);
  if (parent?.kind === 'IndexExpr') return parent['x'] !== node;
  return parent?.kind === 'BinaryExpr';
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

export const widths: Record<string, number> = {
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
  if (type.kind === 'int' && /^int(64)?$/.test(go ?? 'int'))
    return accumulates(cx, node) ? { ...value, value: call(cx.out.helper('to_signed'), value.value, int(64)) } : value;
  const bits = go && go !== 'rune' ? widths[go] : undefined;
  if (!bits || evaluate(node, one => cx.program.constants.get(one)?.value) !== undefined) return value;
  if (!/^(\+|-|\*|<<)$/.test(node.op) && !canLeave(node)) return value;
  if (mentionsCharacter(node)) return value;
  const grows = node.op === '*' || node.op === '<<' || canLeave(node);
  if (!grows && node.op === '+' && bits === 64 && !addsUnknown(cx, node)) return value;
  if (!grows && node.op === '-' && cx.signs.atLeast({ ...node, op: '-' }, 1)) return value;
  if (go!.startsWith('u') || go === 'byte') return { ...value, value: binary(value.value, '&', mask(bits)) };
  if (!grows && bits >= 32 && !isAtLimit(cx, node)) return value;
  return { ...value, value: call(cx.out.helper('to_signed'), value.value, int(bits)) };
}

/** `fib(n-1) + fib(n-2)`: both numbers may be of any size, where counters and totals (`+=`) stay small. */
function addsUnknown(cx: Context, node: go.BinaryExpr): boolean {
  const isUnknown = (one: go.Expression): boolean =>
    /^(Ident|CallExpr|SelectorExpr|IndexExpr)$/.test(one.kind) &&
    !(one.kind === 'CallExpr' && cx.typing.isConversion(one)) &&
    evaluate(one, id => cx.program.constants.get(id)?.value) === undefined;
  return cx.program.bindings.parent(node) !== undefined && isUnknown(node.x) && isUnknown(node.y);
}

/** An operand holds `math.MaxInt32` or the like: the sum is there to show what happens behind it. */
function isAtLimit(cx: Context, { x, y }: go.BinaryExpr): boolean {
  return [x, y].some(one => {
    const variable = one.kind === 'Ident' ? cx.program.bindings.variable(one) : undefined;
    const [only, more] = variable?.definitions ?? [];
    return only?.value !== undefined && !more && /"name":"M(ax|in)Int(8|16|32|64)?"/.test(JSON.stringify(only.value));
  });
}

/** `h = h*31 + c` in a loop soon leaves 64 bits, and is meant to. */
function accumulates(cx: Context, node: go.BinaryExpr): boolean {
  const { bindings } = cx.program;
  const parent = bindings.parent(node);
  if (parent?.kind !== 'AssignStmt' || !/^[-+^|]$/.test(node.op) || !bindings.loopOf(node)) return false;
  const [target] = parent['lhs'] as go.Expression[];
  let grows = false;
  walk(node, at => {
    if (at.kind !== 'BinaryExpr' || (at['op'] !== '*' && at['op'] !== '<<')) return;
    const { x, y } = at as unknown as go.BinaryExpr;
    const isConstant = (one: go.Expression): boolean =>
      evaluate(one, id => cx.program.constants.get(id)?.value) !== undefined;
    if (target && ((equal(x, target) && isConstant(y)) || (equal(y, target) && isConstant(x)))) grows = true;
  });
  return grows;
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
