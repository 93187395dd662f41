/** Arithmetic, comparison and logic, by the types of the operands. */
import { bool, float, int, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { floatLiteral } from './builtins';
import { coerce, describe, floatOf, promote, truth } from './coerce';
import { pure, value, isLiteral, type Context, type Value } from './context';
import { expression, operands } from './expressions';
import { percentFormat } from './formatting';
import { contains } from './membership';
import { isNonNegative } from './ranges';
import { isAny, isComparable, isNilable, isNumber, join, sameType } from './types';
import { list } from './shapes';

export function binOp(c: Context, node: py.BinOp, want?: Type): Value {
  if (node.op === '%' && (node.left.kind === 'Str' || c.typeOf(node.left).kind === 'str')) {
    return percentFormat(c, node);
  }
  const [left, right] = operands(c, [node.left, node.right], [want?.kind === 'list' ? want : undefined]);
  return arithmetic(c, node, left!, right!);
}

/** One operator on two values that are written already; `node` tells what is known of the operands. */
export function arithmetic(
  c: Context,
  node: { op: py.BinaryOperator; left: py.Expression; right: py.Expression },
  left: Value,
  right: Value,
): Value {
  left = known(c, left, right);
  right = known(c, right, left);
  if (isNumber(left.type) && isNumber(right.type)) return numbers(c, node, left, right);
  const special = operatorMethod(c, node.op, left, right);
  if (special) return special;
  const isPure = left.pure && right.pure;
  switch (node.op) {
    case '+':
      if (left.type.kind === 'str' && right.type.kind === 'str') {
        return value(g.binary(left.node, '+', right.node), str, isPure);
      }
      if (left.type.kind === 'list' && right.type.kind === 'list') return concatenation(c, left, right);
      if (left.type.kind === 'bytes') return value(g.spread('append', left.node, right.node), left.type);
      return timeArithmetic(node.op, left, right) ?? refuse(c, node.op, left, right);
    case '*':
      if (left.type.kind === 'str' && right.type.kind === 'int') return repeatText(left, right);
      if (left.type.kind === 'int' && right.type.kind === 'str') return repeatText(right, left);
      if (left.type.kind === 'list' && right.type.kind === 'int') return repeatList(c, left, right);
      if (left.type.kind === 'int' && right.type.kind === 'list') return repeatList(c, right, left);
      return refuse(c, node.op, left, right);
    case '|':
    case '&':
    case '-':
    case '^':
      if (left.type.kind === 'set' && right.type.kind === 'set') return setOperation(c, node.op, left, right);
      if (node.op === '|' && left.type.kind === 'dict' && right.type.kind === 'dict') return mergeDicts(c, left, right);
      return timeArithmetic(node.op, left, right) ?? refuse(c, node.op, left, right);
    default:
      return refuse(c, node.op, left, right);
  }
}

/** An operand of any type takes the type of the other one. */
function known(c: Context, one: Value, other: Value): Value {
  if (one.type.kind === 'optional') return coerce(c, one, one.type.of);
  if (isAny(one.type, c) && one.node.kind !== 'CompositeLit' && !isAny(other.type, c)) {
    return coerce(c, one, other.type.kind === 'bool' ? int : other.type);
  }
  return one;
}

function refuse(c: Context, op: string, left: Value, right: Value): never {
  return c.gap(`${op} between a ${describe(left.type)} and a ${describe(right.type)} has no counterpart here`);
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
    checkDivisor(c, node.right, right);
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
  const { a, b, type } = promote(c, left, right);
  const isPure = left.pure && right.pure;
  if (op === '//' || op === '%') {
    checkDivisor(c, node.right, right);
    if (type.kind === 'float') {
      return op === '//'
        ? value(g.pkgCall('math', 'Floor', g.binary(a.node, '/', b.node)), float, isPure)
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

/** Where a `try` takes it, a division by zero is an error; else Go panics for integers as Python raises. */
function checkDivisor(c: Context, node: py.Expression, divisor: Value): void {
  if (isLiteral(divisor.node)) return;
  if (c.isCaught('builtins.ZeroDivisionError')) {
    const message = divisor.type.kind === 'float' ? 'float division by zero' : 'division by zero';
    c.emit(
      g.ifStmt(
        g.binary(divisor.node, '==', g.int(0)),
        c.fail(c.model.exceptions.make(c, 'builtins.ZeroDivisionError', g.str(message))),
      ),
    );
  } else if (!isNonNegative(c, node) || divisor.type.kind === 'float') {
    c.notes.assume('no number is divided by zero: Python would raise, Go gives an infinity for floats');
  }
}

function power(c: Context, node: { left: py.Expression; right: py.Expression }, left: Value, right: Value): Value {
  const isPure = left.pure && right.pure;
  if (left.type.kind === 'int' && right.type.kind === 'int') {
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
  return value(g.pkgCall('math', 'Pow', lift(left), lift(right)), float, isPure);
}

function repeatText(text: Value, times: Value): Value {
  const count = isLiteral(times.node) || times.node.kind === 'Ident' ? times.node : times.node;
  const isSafe =
    times.node.kind === 'IntLit' ||
    (times.node.kind === 'CallExpr' && times.node.fun.kind === 'Ident' && times.node.fun.name === 'len');
  return value(
    g.pkgCall('strings', 'Repeat', text.node, isSafe ? count : g.call('max', count, g.int(0))),
    str,
    text.pure && times.pure,
  );
}

function repeatList(c: Context, items: Value, times: Value): Value {
  if (items.type.kind !== 'list') return refuse(c, '*', items, times);
  const [only] = items.node.kind === 'CompositeLit' ? items.node.elts : [];
  if (items.node.kind === 'CompositeLit' && items.node.elts.length === 1 && only && isZero(only)) {
    return value(g.call('make', c.goType(items.type), times.node), items.type);
  }
  return value(g.call(c.helper('repeated'), items.node, times.node), items.type);
}

function isZero(node: go.Expression): boolean {
  switch (node.kind) {
    case 'IntLit':
      return node.value === '0';
    case 'FloatLit':
      return Number(node.value) === 0;
    case 'StringLit':
      return node.value === '';
    case 'Ident':
      return node.name === 'false' || node.name === 'nil';
    default:
      return false;
  }
}

/** A new list, as in Python: append alone might write into the memory of the left one. */
function concatenation(c: Context, left: Value, right: Value): Value {
  const type = left.node.kind === 'CompositeLit' && left.node.elts.length === 0 ? right.type : left.type;
  const a = coerce(c, left, type);
  const b = coerce(c, right, type);
  return value(g.pkgCall('slices', 'Concat', a.node, b.node), type);
}

function setOperation(c: Context, op: string, left: Value, right: Value): Value {
  const helper = op === '|' ? 'union' : op === '&' ? 'intersection' : 'difference';
  const b = coerce(c, right, left.type);
  if (op === '^') {
    const a = c.temporary(left, 'one');
    const other = c.temporary(b, 'other');
    return value(
      g.call(
        c.helper('union'),
        g.call(c.helper('difference'), a.node, other.node),
        g.call(c.helper('difference'), other.node, a.node),
      ),
      left.type,
    );
  }
  return value(g.call(c.helper(helper), left.node, b.node), left.type);
}

function mergeDicts(c: Context, left: Value, right: Value): Value {
  if (c.isOrdered(left.type)) return c.gap('the union of dicts that keep their order has no counterpart here');
  const name = c.freshLocal('merged');
  c.emit(g.define(name, g.pkgCall('maps', 'Clone', left.node)));
  c.emit(g.exprStmt(g.pkgCall('maps', 'Copy', g.ident(name), coerce(c, right, left.type).node)));
  return value(g.ident(name), left.type, true);
}

function timeArithmetic(op: string, left: Value, right: Value): Value | undefined {
  const isTime = (type: Type): boolean => type.kind === 'instance' && /^datetime\.date/.test(type.name);
  const isSpan = (type: Type): boolean => type.kind === 'instance' && type.name === 'datetime.timedelta';
  if (op === '-' && isTime(left.type) && isTime(right.type)) {
    return value(g.method(left.node, 'Sub', right.node), { kind: 'instance', name: 'datetime.timedelta', args: [] });
  }
  if (isTime(left.type) && isSpan(right.type)) {
    const span = op === '-' ? g.unary('-', right.node) : right.node;
    return value(g.method(left.node, 'Add', span), left.type);
  }
  if (isSpan(left.type) && isSpan(right.type) && (op === '+' || op === '-')) {
    return value(g.binary(left.node, op, right.node), left.type);
  }
  return undefined;
}

const operatorMethods: Partial<Record<string, string>> = {
  '+': '__add__',
  '-': '__sub__',
  '*': '__mul__',
  '/': '__truediv__',
  '==': '__eq__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};

/** `a + b` on instances of a class of the file that says what it means. */
function operatorMethod(c: Context, op: string, left: Value, right: Value): Value | undefined {
  const name = operatorMethods[op];
  const { type } = left;
  if (!name || type.kind !== 'instance' || !type.name.startsWith('.')) return undefined;
  const method = c.model.method(type.name.slice(1), name);
  if (!method) return undefined;
  const [param] = method.params;
  const argument = param ? coerce(c, right, param.type) : right;
  return value(g.method(left.node, method.goName, argument.node), method.result);
}

// ---- comparison ----

export function compare(c: Context, node: py.Compare): Value {
  const sides = [node.left, ...node.comparators];
  const values = operands(c, sides);
  if (node.ops.length > 1) {
    // What stands in the middle is evaluated once.
    for (let i = 1; i < values.length - 1; i++) {
      const one = values[i]!;
      if (!one.pure) values[i] = c.temporary(one, 'middle');
    }
  }
  let result: go.Expression | undefined;
  node.ops.forEach((op, i) => {
    const test = comparison(c, op, values[i]!, values[i + 1]!, sides[i], sides[i + 1]);
    result = result ? g.binary(result, '&&', test) : test;
  });
  return value(
    result ?? g.bool(true),
    bool,
    values.every(one => one.pure),
  );
}

export function comparison(
  c: Context,
  op: py.CompareOperator,
  left: Value,
  right: Value,
  leftNode?: py.Expression,
  rightNode?: py.Expression,
): go.Expression {
  switch (op) {
    case 'in':
      return contains(c, left, right, rightNode);
    case 'not in':
      return g.not(contains(c, left, right, rightNode));
    case 'is':
    case 'is not': {
      const same = identity(c, left, right);
      return op === 'is' ? same : g.not(same);
    }
    case '==':
    case '!=': {
      const same = equality(c, left, right, leftNode, rightNode);
      return op === '==' ? same : g.not(same);
    }
    default:
      return order(c, op, left, right);
  }
}

function identity(c: Context, left: Value, right: Value): go.Expression {
  if (right.type.kind === 'none') {
    if (left.type.kind === 'none') return g.bool(true);
    if (left.type.kind === 'optional' || isNilable(left.type, c)) return g.binary(left.node, '==', g.nil());
    return g.bool(false);
  }
  if (left.type.kind === 'bool' && right.node.kind === 'Ident') {
    return right.node.name === 'true' ? left.node : g.not(left.node);
  }
  if (isNilable(left.type, c) && left.type.kind !== 'list') return g.binary(left.node, '==', right.node);
  if (isComparable(left.type, c) && sameType(left.type, right.type)) return g.binary(left.node, '==', right.node);
  return c.gap(`"is" between a ${describe(left.type)} and a ${describe(right.type)} has no counterpart in Go`);
}

/** `==` as Python means it: by value for lists and dicts. */
export function equality(
  c: Context,
  left: Value,
  right: Value,
  leftNode?: py.Expression,
  rightNode?: py.Expression,
): go.Expression {
  if (left.type.kind === 'none' || right.type.kind === 'none') {
    return right.type.kind === 'none' ? identity(c, left, right) : identity(c, right, left);
  }
  // A remainder is compared with zero: its sign does not matter, so the plain operator will do.
  const remainder = plainRemainder(left.node, leftNode, right.node) ?? plainRemainder(right.node, rightNode, left.node);
  if (remainder) return g.binary(remainder, '==', g.int(0));
  if (isNumber(left.type) && isNumber(right.type)) {
    if (left.type.kind === 'bool' && right.type.kind === 'bool') return boolEquality(left, right);
    const { a, b } = promote(c, left, right);
    return g.binary(a.node, '==', b.node);
  }
  const special = operatorMethod(c, '==', left, right);
  if (special) return special.node;
  if (left.type.kind === 'optional' && !isNilable(left.type.of, c) && right.type.kind !== 'optional') {
    const present = c.temporary(left, 'found');
    const inner = equality(c, value(g.star(present.node), left.type.of, true), right);
    return g.binary(g.binary(present.node, '!=', g.nil()), '&&', inner);
  }
  if (left.type.kind === 'optional' && isNilable(left.type.of, c)) {
    return equality(c, { ...left, type: left.type.of }, right, leftNode, rightNode);
  }
  if (isAny(left.type, c) || isAny(right.type, c)) return anyEquality(c, left, right);
  if (left.type.kind === 'list' && right.type.kind === 'list') return listEquality(c, left, right);
  if (left.type.kind === 'bytes') return g.pkgCall('bytes', 'Equal', left.node, right.node);
  if ((left.type.kind === 'set' || left.type.kind === 'dict') && left.type.kind === right.type.kind) {
    if (c.isOrdered(left.type)) {
      return g.pkgCall('reflect', 'DeepEqual', g.sel(left.node, 'Values'), g.sel(right.node, 'Values'));
    }
    const b = coerce(c, right, left.type);
    const elt = left.type.kind === 'dict' ? left.type.value : bool;
    return isComparable(elt, c)
      ? g.pkgCall('maps', 'Equal', left.node, b.node)
      : g.pkgCall('reflect', 'DeepEqual', left.node, b.node);
  }
  if (left.type.kind === 'instance' && left.type.name.startsWith('.')) {
    const model = c.model.classes.get(left.type.name.slice(1));
    if (model?.isDataclass && !model.isFrozen && sameType(left.type, right.type)) {
      return g.binary(g.star(left.node), '==', g.star(right.node));
    }
  }
  if (left.type.kind === 'instance' && /^datetime\.date/.test(left.type.name)) {
    return g.method(left.node, 'Equal', right.node);
  }
  if (sameType(left.type, right.type)) {
    return isComparable(left.type, c)
      ? g.binary(left.node, '==', right.node)
      : g.pkgCall('reflect', 'DeepEqual', left.node, right.node);
  }
  const joined = join(left.type, right.type);
  if (joined.kind !== 'any') return equality(c, coerce(c, left, joined), coerce(c, right, joined));
  return c.gap(`a ${describe(left.type)} is never equal to a ${describe(right.type)} in Go`);
}

function boolEquality(left: Value, right: Value): go.Expression {
  if (right.node.kind === 'Ident' && right.node.name === 'true') return left.node;
  if (right.node.kind === 'Ident' && right.node.name === 'false') return g.not(left.node);
  return g.binary(left.node, '==', right.node);
}

function anyEquality(c: Context, left: Value, right: Value): go.Expression {
  const lift = (one: Value): go.Expression => one.node;
  if (isAny(left.type, c) && isAny(right.type, c)) {
    c.notes.assume('values of any type that are compared have the same type');
  }
  return g.binary(lift(left), '==', lift(right));
}

function listEquality(c: Context, left: Value, right: Value): go.Expression {
  const type = left.node.kind === 'CompositeLit' && left.node.elts.length === 0 ? right.type : left.type;
  const a = coerce(c, left, type);
  const b = coerce(c, right, type);
  const elt = type.kind === 'list' ? type.elt : type;
  return isComparable(elt, c) && !isAny(elt, c) && elt.kind !== 'instance'
    ? g.pkgCall('slices', 'Equal', a.node, b.node)
    : g.pkgCall('reflect', 'DeepEqual', a.node, b.node);
}

function plainRemainder(
  written: go.Expression,
  node: py.Expression | undefined,
  other: go.Expression,
): go.Expression | undefined {
  if (node?.kind !== 'BinOp' || node.op !== '%') return undefined;
  if (other.kind !== 'IntLit' || other.value !== '0') return undefined;
  if (written.kind === 'CallExpr' && written.fun.kind === 'Ident' && written.args.length === 2) {
    const [a, b] = written.args;
    return /^floorMod\d*$/.test(written.fun.name) && a && b ? g.binary(a, '%', b) : undefined;
  }
  return undefined;
}

function order(c: Context, op: '<' | '<=' | '>' | '>=', left: Value, right: Value): go.Expression {
  left = known(c, left, right);
  right = known(c, right, left);
  if (isNumber(left.type) && isNumber(right.type)) {
    const { a, b } = promote(c, left, right);
    return g.binary(a.node, op, b.node);
  }
  if (left.type.kind === 'str' && right.type.kind === 'str') return g.binary(left.node, op, right.node);
  const special = operatorMethod(c, op, left, right);
  if (special) return special.node;
  if (left.type.kind === 'instance' && /^datetime\.date/.test(left.type.name)) {
    return g.binary(g.method(left.node, 'Compare', right.node), op, g.int(0));
  }
  if (left.type.kind === 'instance' && left.type.name === 'datetime.timedelta')
    return g.binary(left.node, op, right.node);
  if (left.type.kind === 'set' && right.type.kind === 'set') {
    const [small, large] = op.startsWith('<') ? [left, right] : [right, left];
    const subset = g.call(c.helper('isSubset'), small.node, large.node);
    if (op.length === 2) return subset;
    return g.binary(subset, '&&', g.binary(g.call('len', small.node), '<', g.call('len', large.node)));
  }
  if (left.type.kind === 'list' && right.type.kind === 'list' && isNumberOrText(left.type.elt)) {
    return g.binary(g.pkgCall('slices', 'Compare', left.node, right.node), op, g.int(0));
  }
  if (left.type.kind === 'tuple' && right.type.kind === 'tuple') {
    return g.binary(threeWay(c, c.temporary(left, 'a'), c.temporary(right, 'b')), op, g.int(0));
  }
  return refuse(c, op, left, right);
}

const isNumberOrText = (type: Type): boolean => type.kind === 'int' || type.kind === 'float' || type.kind === 'str';

/** A comparison that gives -1, 0 or 1, as sorting wants it. */
export function threeWay(c: Context, a: Value, b: Value): go.Expression {
  if (isNumberOrText(a.type)) return g.pkgCall('cmp', 'Compare', a.node, b.node);
  if (a.type.kind === 'bool') {
    return g.pkgCall('cmp', 'Compare', coerce(c, a, int).node, coerce(c, b, int).node);
  }
  if (a.type.kind === 'tuple' && b.type.kind === 'tuple') {
    const names = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
    const other = b.type.elts;
    const parts = a.type.elts.map((elt, i) =>
      threeWay(c, value(part(a.node, i, names), elt, true), value(part(b.node, i, names), other[i] ?? elt, true)),
    );
    return parts.length === 1 ? parts[0]! : g.pkgCall('cmp', 'Or', ...parts);
  }
  if (a.type.kind === 'list' && isNumberOrText(a.type.elt)) return g.pkgCall('slices', 'Compare', a.node, b.node);
  if (a.type.kind === 'instance' && /^datetime\.date/.test(a.type.name)) return g.method(a.node, 'Compare', b.node);
  if (a.type.kind === 'instance' && a.type.name.startsWith('.')) {
    const less = c.model.method(a.type.name.slice(1), '__lt__');
    if (less) {
      return g.binary(
        g.call(c.helper('intOf'), g.method(b.node, less.goName, a.node)),
        '-',
        g.call(c.helper('intOf'), g.method(a.node, less.goName, b.node)),
      );
    }
  }
  return c.gap(`there is no order for a ${describe(a.type)}`);
}

/** A tuple that was written on the spot is taken apart again. */
function part(node: go.Expression, i: number, names: readonly string[]): go.Expression {
  if (node.kind === 'CompositeLit') {
    const elt = node.elts[i];
    if (elt && elt.kind !== 'KeyValueExpr') return elt;
  }
  return g.sel(node, names[i] ?? 'First');
}

// ---- logic ----

/** A test: Python's truth of a value as a Go bool. */
export function condition(c: Context, node: py.Expression): go.Expression {
  switch (node.kind) {
    case 'BoolOp':
      return logic(c, node);
    case 'UnaryOp':
      if (node.op === 'not') return g.not(condition(c, node.operand));
      break;
  }
  return truth(c, expression(c, node));
}

function logic(c: Context, node: py.BoolOp): go.Expression {
  const op = node.op === 'and' ? '&&' : '||';
  let result: go.Expression | undefined;
  for (const one of node.values) {
    const { before, result: test } = c.capture(() => condition(c, one));
    if (!result) {
      c.emit(...before);
      result = test;
    } else if (before.length === 0) {
      result = shorten(result, op, test);
    } else {
      // The later operand needs statements, and they must not run where the earlier one decides.
      const name = c.freshLocal('holds');
      c.emit(g.define(name, result));
      c.emit(g.ifStmt(op === '&&' ? g.ident(name) : g.not(g.ident(name)), [...before, g.assign(g.ident(name), test)]));
      result = g.ident(name);
    }
  }
  return result ?? g.bool(true);
}

/** A test that is known beforehand is left out. */
function shorten(left: go.Expression, op: '&&' | '||', right: go.Expression): go.Expression {
  const neutral = op === '&&' ? 'true' : 'false';
  if (left.kind === 'Ident' && left.name === neutral) return right;
  if (right.kind === 'Ident' && right.name === neutral) return left;
  return g.binary(left, op, right);
}

/** `a or b` as a value: the first that is true, and not a bool unless both are. */
export function boolOp(c: Context, node: py.BoolOp, want?: Type): Value {
  const type = c.typeOf(node);
  if (type.kind === 'bool' || node.values.every(one => c.typeOf(one).kind === 'bool')) {
    return value(logic(c, node), bool);
  }
  const to = want && want.kind !== 'any' ? want : type;
  const values =
    node.op === 'or'
      ? node.values.filter((one, i) => one.kind !== 'None' || i === node.values.length - 1)
      : node.values;
  const [first, ...rest] = values;
  if (!first) return c.gap('an empty condition');
  if (rest.length === 0) return expression(c, first, want);
  const name = c.freshLocal('chosen');
  c.declareLocal(name, to);
  const target = g.ident(name);
  const start = expression(c, first, to);
  if (!sameType(start.type, to)) {
    const other = c.block(() => {
      const last = rest.length === 1 ? rest[0]! : { ...node, values: rest };
      c.emit(g.assign(target, coerce(c, expression(c, last, to), to).node));
    });
    const kept = start.type.kind === 'none' ? undefined : c.temporary(start, 'given');
    const own = kept ? c.block(() => c.emit(g.assign(target, coerce(c, kept, to).node))) : [];
    const test = kept ? truth(c, kept) : g.bool(false);
    if (!kept) c.emit(...(node.op === 'or' ? other : own));
    else c.emit(node.op === 'or' ? g.ifStmt(test, own, other) : g.ifStmt(test, other, own));
    return pure(target, to);
  }
  c.emit(g.assign(target, start.node));
  for (const one of rest) {
    const test = truth(c, value(target, to, true));
    const body = c.block(() => c.emit(g.assign(target, coerce(c, expression(c, one, to), to).node)));
    c.emit(g.ifStmt(node.op === 'or' ? g.not(test) : test, body));
  }
  return pure(target, to);
}

export function unaryOp(c: Context, node: py.UnaryOp): Value {
  if (node.op === 'not') return value(g.not(condition(c, node.operand)), bool);
  const operand = expression(c, node.operand);
  const number = operand.type.kind === 'bool' ? coerce(c, operand, int) : operand;
  if (node.op === '+') return number;
  if (number.type.kind === 'instance' && node.op === '-') {
    const negate = number.type.name.startsWith('.') && c.model.method(number.type.name.slice(1), '__neg__');
    if (negate) return value(g.method(number.node, negate.goName), negate.result);
    if (number.type.name === 'datetime.timedelta') return value(g.unary('-', number.node), number.type, number.pure);
  }
  if (!isNumber(number.type)) {
    return c.gap(`${node.op} before a ${describe(number.type)} has no counterpart here`);
  }
  return value(g.unary(node.op === '~' ? '^' : '-', number.node), number.type, number.pure);
}

export const textList = list(str);
