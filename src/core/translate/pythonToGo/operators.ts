/** Arithmetic, comparison and logic, by the types of the operands. */
import { divisionAt, seen } from '../../facts/python/trial/shapes';
import { type Type, bool, float, int, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { exactArithmetic, meetsFloats } from './exactNumbers';
import { coerce, withArticle, floatOf, promote } from './coerce';
import { type Context } from './context';
import { type Value, isLiteral, pure, value } from './value';
import { floatLiteral } from './conversions';
import { dynamicArithmetic } from './dynamicOperators';
import { plainMember } from './enumModel';
import { flagArithmetic } from './enumOperators';
import { operands } from './expressions';
import { percentFormat } from './formatCalls';
import { counterArithmetic } from './library/counters';
import { spanArithmetic } from './library/spans';
import { pathDivision } from './library/pathlib';
import { isNonNegative } from './ranges';
import {
  concatenation,
  mergeDicts,
  operatorMethod,
  repeatBytes,
  repeatList,
  repeatText,
  setOperation,
  timeArithmetic,
} from './sequenceOperators';
import { asSet, isSetLike } from './sets';
import { list } from './shapes';
import { isAny } from './types';
import { isInstanceOfFile } from './modelFacts';
import { isNumber } from './settling';

export function binOp(c: Context, node: py.BinOp, want?: Type): Value {
  if (node.op === '%' && (node.left.kind === 'Str' || c.typeOf(node.left).kind === 'str')) {
    return percentFormat(c, node);
  }
  const [left, right] = operands(c, [node.left, node.right], [want?.kind === 'list' ? want : undefined]);
  const type = c.typeOf(node);
  // Operands that fit into 64 bits may have a result that does not.
  const lifted = isBigInt(type) && left!.type.kind === 'int' ? coerce(c, left!, type) : left!;
  if (node.op === '**' && type.kind === 'float' && left!.type.kind === 'int' && right!.type.kind === 'int') {
    return value(g.call(c.helper('floatPower'), floatNode(left!), floatNode(right!)), float, left!.pure && right!.pure);
  }
  return arithmetic(c, node, lifted, right!);
}

/** One operator on two values that are written already; `node` tells what is known of the operands. */
export function arithmetic(
  c: Context,
  node: { op: py.BinaryOperator; left: py.Expression; right: py.Expression },
  left: Value,
  right: Value,
): Value {
  const flags = flagArithmetic(node.op, c, left, right);
  if (flags) return flags;
  const dynamic = dynamicArithmetic(c, node.op, left, right);
  if (dynamic) return dynamic;
  if (node.op === '*' && isRepeated(right.type) && isAny(left.type, c)) left = coerce(c, left, int);
  if (node.op === '*' && isRepeated(left.type) && isAny(right.type, c)) right = coerce(c, right, int);
  left = known(c, plainMember(c, left), right);
  right = known(c, plainMember(c, right), left);
  if (meetsFloats(left.type) && right.type.kind === 'float') left = coerce(c, left, float);
  if (meetsFloats(right.type) && left.type.kind === 'float') right = coerce(c, right, float);
  const exact = exactArithmetic(c, node.op, left, right);
  if (exact) return exact;
  if (isNumber(left.type) && isNumber(right.type)) return numbers(c, node, left, right);
  const special = operatorMethod(c, node.op, left, right);
  if (special) return special;
  const isPure = left.pure && right.pure;
  const path = node.op === '/' ? pathDivision(c, left, right) : undefined;
  if (path) return path;
  const span = spanArithmetic(c, node.op, left, right);
  if (span) return span;
  switch (node.op) {
    case '+':
      if (left.type.kind === 'dict' && left.type.form === 'Counter') return counterArithmetic(c, '+', left, right);
      if (left.type.kind === 'str' && right.type.kind === 'str') {
        return value(g.binary(left.node, '+', right.node), str, isPure);
      }
      if (left.type.kind === 'list' && right.type.kind === 'list') return concatenation(c, left, right);
      if (left.type.kind === 'bytes') {
        return value(g.pkgCall('slices', 'Concat', left.node, coerce(c, right, left.type).node), left.type);
      }
      return timeArithmetic(node.op, left, right) ?? refuse(c, node.op, left, right);
    case '*':
      if (left.type.kind === 'str' && right.type.kind === 'int') return repeatText(left, right);
      if (left.type.kind === 'int' && right.type.kind === 'str') return repeatText(right, left);
      if (left.type.kind === 'list' && right.type.kind === 'int') return repeatList(c, left, right);
      if (left.type.kind === 'int' && right.type.kind === 'list') return repeatList(c, right, left);
      if (left.type.kind === 'bytes' && right.type.kind === 'int') return repeatBytes(left, right);
      if (left.type.kind === 'int' && right.type.kind === 'bytes') return repeatBytes(right, left);
      return refuse(c, node.op, left, right);
    case '|':
    case '&':
    case '-':
    case '^':
      if (left.type.kind === 'dict' && left.type.form === 'Counter') return counterArithmetic(c, node.op, left, right);
      if (isSetLike(left.type) && isSetLike(right.type))
        return setOperation(c, node.op, asSet(c, left), asSet(c, right));
      if (node.op === '|' && left.type.kind === 'dict' && right.type.kind === 'dict') return mergeDicts(c, left, right);
      return timeArithmetic(node.op, left, right) ?? refuse(c, node.op, left, right);
    default:
      return refuse(c, node.op, left, right);
  }
}

const isRepeated = (type: Type): boolean => type.kind === 'str' || type.kind === 'list' || type.kind === 'bytes';

/** An operand of any type takes the type of the other one. */
export function known(c: Context, one: Value, other: Value): Value {
  // What the operator of a class takes is said by its method.
  if (isInstanceOfFile(other.type) && one.type.kind !== 'optional') return one;
  if (one.type.kind === 'optional') return coerce(c, one, one.type.of);
  if (isAny(one.type, c) && one.node.kind !== 'CompositeLit' && !isAny(other.type, c)) {
    return coerce(c, one, other.type.kind === 'bool' ? int : other.type);
  }
  return one;
}

export function refuse(c: Context, op: string, left: Value, right: Value): never {
  return c.gap(`${op} between ${withArticle(left.type)} and ${withArticle(right.type)} has no counterpart here`);
}

function numbers(
  c: Context,
  node: { op: py.BinaryOperator; left: py.Expression; right: py.Expression },
  left: Value,
  right: Value,
): Value {
  const { op } = node;
  const folded = foldFloats(op, left, right);
  if (folded) return folded;
  if (op === '/') {
    right = checkDivisor(c, node, right);
    if (isLiteral(left.node) && isLiteral(right.node)) {
      return pure(g.binary(floatNode(left), '/', right.node), float);
    }
    const a =
      left.type.kind === 'float' || (isLiteral(left.node) && right.type.kind === 'float')
        ? left
        : value(floatNode(left), float, left.pure);
    const b = right.type.kind === 'float' || isLiteral(right.node) ? right : value(floatNode(right), float, right.pure);
    return value(g.binary(a.node, '/', b.node), float, left.pure && right.pure);
  }
  if (op === '**') return power(c, node, left, right);
  if (op === '//' || op === '%') right = checkDivisor(c, node, right);
  const { a, b, type } = promote(c, left, right);
  const isPure = left.pure && right.pure;
  if (op === '//' || op === '%') {
    if (type.kind === 'float') {
      return op === '//'
        ? value(g.call(c.helper('floorDivFloat'), a.node, b.node), float, isPure)
        : value(g.call(c.helper('floorModFloat'), a.node, b.node), float, isPure);
    }
    const isPlain = isNonNegative(c, node.left) && isNonNegative(c, node.right);
    if (isPlain) return value(g.binary(a.node, op === '//' ? '/' : '%', b.node), int, isPure);
    return value(g.call(c.helper(op === '//' ? 'floorDiv' : 'floorMod'), a.node, b.node), int, isPure);
  }
  const goOp = plainOperators[op];
  if (!goOp) return refuse(c, op, left, right);
  if (type.kind === 'float' && !['+', '-', '*'].includes(op)) return refuse(c, op, left, right);
  if (left.type.kind === 'bool' && right.type.kind === 'bool' && ['&', '|', '^'].includes(op)) {
    const logical = op === '&' ? '&&' : op === '|' ? '||' : '!=';
    return value(g.binary(left.node, logical, right.node), bool, isPure);
  }
  return value(g.binary(a.node, goOp, b.node), type, isPure);
}

/** Go works with literals exactly; Python rounds at each step, so what it would give is written. */
function foldFloats(op: py.BinaryOperator, left: Value, right: Value): Value | undefined {
  if (op !== '/' && left.type.kind !== 'float' && right.type.kind !== 'float') return undefined;
  const a = floatLiteral(left.node);
  const b = floatLiteral(right.node);
  if (a === undefined || b === undefined) return undefined;
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : op === '/' && b !== 0 ? a / b : NaN;
  if (!Number.isFinite(result)) return undefined;
  // What reads better as it was written stays, if it is exact.
  if (op === '/' && Number.isInteger(result)) return undefined;
  const text = String(Math.abs(result));
  const literal = g.float(/[.e]/.test(text) ? text : `${text}.0`);
  return pure(result < 0 ? g.unary('-', literal) : literal, float);
}

const floatNode = (of: Value): go.Expression => (of.type.kind === 'int' ? floatOf(of.node) : of.node);

const plainOperators: Partial<Record<py.BinaryOperator, go.BinaryOperator>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '&': '&',
  '|': '|',
  '^': '^',
  '<<': '<<',
  '>>': '>>',
};

/** What Python says of a division by zero. */
const failures: Partial<Record<py.BinaryOperator, string>> = {
  '//': 'integer division or modulo by zero',
  '%': 'integer modulo by zero',
};
const floatFailures: Partial<Record<py.BinaryOperator, string>> = {
  '/': 'float division by zero',
  '//': 'float floor division by zero',
  '%': 'float modulo',
};

/** Where a `try` takes it, a division by zero is an error; else Go panics for integers as Python raises. */
function checkDivisor(
  c: Context,
  node: { op: py.BinaryOperator; left: py.Expression; right: py.Expression },
  given: Value,
): Value {
  const isZero = /^[0.]+$/.test('value' in given.node && typeof given.node.value === 'string' ? given.node.value : '');
  if (isLiteral(given.node) && !isZero) return given;
  // Go refuses a division by a zero that it can see.
  const divisor = isZero ? zeroVariable(c, given) : given;
  if (c.isCaught('builtins.ZeroDivisionError')) {
    const isFloat = divisor.type.kind === 'float' || c.typeOf(node.left).kind === 'float';
    const numbers = isFloat ? (c.facts.shown?.(divisionAt(node.right))?.numbers ?? 0) : 0;
    const isWhole = (numbers & seen.int) !== 0;
    if (isWhole && (numbers & ~seen.int) !== 0)
      return c.gap('ints and floats are divided by zero here, of which Python says different things', node.right);
    const message = (isFloat && !isWhole ? floatFailures : failures)[node.op] ?? 'division by zero';
    c.emit(
      g.ifStmt(
        g.binary(divisor.node, '==', g.int(0)),
        c.fail(c.model.exceptions.make(c, 'builtins.ZeroDivisionError', g.str(message))),
      ),
    );
  } else if (!isNonNegative(c, node.right) || divisor.type.kind === 'float') {
    c.notes.assume('no number is divided by zero: Python would raise, Go gives an infinity for floats');
  }
  return divisor;
}

function zeroVariable(c: Context, given: Value): Value {
  const name = c.freshLocal('zero');
  c.emit(g.define(name, given.node));
  return value(g.ident(name), given.type);
}

function power(c: Context, node: { left: py.Expression; right: py.Expression }, left: Value, right: Value): Value {
  const isPure = left.pure && right.pure;
  const isNegative = right.node.kind === 'UnaryExpr' && right.node.op === '-' && isLiteral(right.node);
  if (left.type.kind === 'int' && right.type.kind === 'int' && !isNegative) {
    if (right.node.kind === 'IntLit' && right.node.value === '2' && left.node.kind === 'Ident') {
      return value(g.binary(left.node, '*', left.node), int, isPure);
    }
    if (isNonNegative(c, node.right)) {
      if (left.node.kind === 'IntLit' && right.node.kind === 'IntLit') {
        const result = BigInt(left.node.value) ** BigInt(Math.min(Number(right.node.value), 4096));
        if (result > 9223372036854775807n) c.gap('the number is too large for an int of Go');
      }
      return value(g.call(c.helper('powInt'), left.node, right.node), int, isPure);
    }
    c.notes.assume('the exponent of ** is not negative where both sides are integers');
    return value(g.call(c.helper('powInt'), left.node, right.node), int, isPure);
  }
  if (right.node.kind === 'FloatLit' && right.node.value === '0.5') {
    return value(g.pkgCall('math', 'Sqrt', floatNode(left)), float, isPure);
  }
  const lift = (one: Value): go.Expression => (isLiteral(one.node) ? one.node : floatNode(one));
  // A square is rounded once, whoever works it out.
  const isSquare = right.node.kind === 'IntLit' && right.node.value === '2';
  if (isSquare && left.node.kind === 'Ident') return value(g.binary(left.node, '*', left.node), float, isPure);
  const raised = isSquare ? g.pkg('math', 'Pow') : g.ident(c.helper('floatPower'));
  return value(g.call(raised, lift(left), lift(right)), float, isPure);
}

export const textList = list(str);
