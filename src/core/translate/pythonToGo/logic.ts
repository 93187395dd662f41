/** Tests and `and`, `or`, `not`: Python's truth of a value as a Go bool. */
import { type Type, bool, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { exactUnary } from './exactNumbers';
import { finishCall } from './calls';
import { coerce, withArticle, truth } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { plainMember } from './enumModel';
import { invertFlags } from './enumOperators';
import { expression } from './expressions';
import { definesOperator } from './dynamicOperators';
import { isInstanceOfFile } from './modelFacts';
import { unaryMethods } from './operatorCallees';
import { isNumber, sameType } from './settling';
import { isAny } from './types';

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
  // `x is y or x == y` is one test in Go.
  if (JSON.stringify(left) === JSON.stringify(right)) return left;
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

/** The method of a class that answers the operator. */
function unaryMethod(
  c: Context,
  { type }: Value,
  op: keyof typeof unaryMethods,
): ReturnType<Context['model']['method']> {
  return isInstanceOfFile(type) ? c.model.method(type.name.slice(1), unaryMethods[op]) : undefined;
}

export function unaryOp(c: Context, node: py.UnaryOp): Value {
  const { op } = node;
  if (op === 'not') return value(g.not(condition(c, node.operand)), bool);
  const given = expression(c, node.operand);
  const operand = given.type.kind === 'optional' ? coerce(c, given, given.type.of) : given;
  const flags = op === '~' ? invertFlags(c, operand) : undefined;
  if (flags) return flags;
  const plain = unaryMethod(c, operand, op) ? operand : plainMember(c, operand);
  const number = plain.type.kind === 'bool' ? coerce(c, plain, int) : plain;
  if (op === '+' && !isInstanceOfFile(number.type)) return number;
  const exact = op === '+' ? undefined : exactUnary(op, number);
  if (exact) return exact;
  if (number.type.kind === 'instance') {
    const own = unaryMethod(c, number, op);
    if (own) return finishCall(c, g.method(number.node, own.goName), own.result, own.fallible);
    if (op === '-' && number.type.name === 'datetime.timedelta')
      return value(g.unary('-', number.node), number.type, number.pure);
  }
  if (op === '-' && isAny(number.type, c) && !definesOperator(c, '-')) {
    return value(g.call(c.helper('multiplyValues'), number.node, g.int(-1)), number.type, number.pure);
  }
  if (!isNumber(number.type)) {
    return c.gap(`${op} before ${withArticle(number.type)} has no counterpart here`);
  }
  if (op === '-' && number.node.kind === 'FloatLit' && Number(number.node.value) === 0) {
    // Go's constant -0.0 is 0.
    return pure(g.pkgCall('math', 'Copysign', g.int(0), g.int(-1)), number.type);
  }
  return value(g.unary(op === '~' ? '^' : '-', number.node), number.type, number.pure);
}
