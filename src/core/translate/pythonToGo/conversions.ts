/** `int`, `float`, `round`: one kind of number from another, or from text. */
import { namedTupleOf, tupleFieldsOf } from './namedTuples';
import { bigInt, float, infinity, int, isBigInt, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument } from './arguments';
import { one } from './builtins';
import { finishCall } from './calls';
import { isInstanceOfFile } from './modelFacts';
import { isDecimal } from './decimals';
import { isExact } from './exactNumbers';
import { coerce, withArticle } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { membersOf } from './enumOperators';
import { plainMember } from './enumModel';
import { expression } from './expressions';
import { isAny } from './types';
import { isNumber } from './settling';

export function lengthOf(c: Context, of: Value, node: py.Node): Value {
  const { type } = of;
  switch (type.kind) {
    case 'str':
      if (of.node.kind === 'StringLit') return pure(g.int([...of.node.value].length), int);
      return value(g.pkgCall('unicode/utf8', 'RuneCountInString', of.node), int, of.pure);
    case 'list':
    case 'set':
    case 'bytes':
      return value(g.call('len', of.node), int, of.pure);
    case 'dict':
      return value(g.call('len', c.isOrdered(type) ? g.sel(of.node, 'Keys') : of.node), int, of.pure);
    case 'tuple':
      return pure(g.int(type.elts.length), int);
    case 'optional':
      return lengthOf(c, coerce(c, of, type.of), node);
    case 'instance': {
      const method = type.name.startsWith('.') ? c.model.method(type.name.slice(1), '__len__') : undefined;
      if (method) return value(g.method(of.node, method.goName), int);
      const record = namedTupleOf(c, type);
      if (record) return pure(g.int(tupleFieldsOf(c, record).length), int);
      return c.gap(`the length of ${withArticle(type)} has no counterpart here`, node);
    }
    case 'class': {
      const members = membersOf(c, type);
      if (members?.node.kind === 'CompositeLit') return pure(g.int(members.node.elts.length), int);
      return c.gap(`the length of ${withArticle(type)} has no counterpart here`, node);
    }
    case 'iterator':
      return value(g.call('len', g.pkgCall('slices', 'Collect', of.node)), int);
    default:
      if (isAny(type, c)) return value(g.call(c.helper('sizeOf'), of.node), int, of.pure);
      return c.gap(`the length of ${withArticle(type)} has no counterpart here`, node);
  }
}

export function intCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  if (args.length === 0) return pure(g.int(0), int);
  const of = plainMember(c, one(c, node, args));
  const own = ownNumber(c, of, '__int__');
  if (own) return own;
  const base = args[1] ?? keywordArgument(node, 'base');
  if (isBigInt(of.type)) return of;
  if (isExact(of.type)) return coerce(c, of, int);
  const isLarge = isBigInt(c.typeOf(node));
  switch (of.type.kind) {
    case 'int':
      return of;
    case 'float': {
      const literal = floatLiteral(of.node);
      return literal === undefined
        ? value(g.call('int', of.node), int, of.pure)
        : pure(g.int(String(BigInt(Math.trunc(literal)))), int);
    }
    case 'bool':
      return coerce(c, of, int);
    case 'str':
      if (args[0] && isWholeDigest(c, args[0])) {
        return c.gap('a hash as a number is too large for an int of Go', node);
      }
      if (isLarge) {
        const written = g.call(c.helper('bigIn'), of.node, base ? coerce(c, expression(c, base), int).node : g.int(10));
        return c.checkedCall(written, bigInt, 'builtins.ValueError');
      }
      return parsed(c, of, base ? coerce(c, expression(c, base), int) : undefined);
    default:
      if (isAny(of.type, c) && !base) {
        refuseTypeError(c, 'int', node);
        return c.checkedCall(g.call(c.helper('intIn'), of.node), int, 'builtins.ValueError');
      }
      return c.gap(`int of ${withArticle(of.type)} has no counterpart here`, node);
  }
}

/** What a class of the file says that its values are as numbers. */
function ownNumber(c: Context, of: Value, name: '__int__' | '__float__'): Value | undefined {
  const method = isInstanceOfFile(of.type) ? c.model.method(of.type.name.slice(1), name) : undefined;
  return method && finishCall(c, g.method(of.node, method.goName), method.result, method.fallible);
}

/** What is no number and no text raises a TypeError, and its handler is another one than that of a wrong text. */
function refuseTypeError(c: Context, name: string, node: py.Call): void {
  if (c.isCaught('builtins.TypeError') && !c.isCaught('builtins.Exception'))
    c.gap(`${name} of a value of any type, of which a handler takes the TypeError, has no counterpart here`, node);
}

/** All digits of a hash: more than an int holds. */
function isWholeDigest(c: Context, node: py.Expression): boolean {
  return node.kind === 'Call' && /^h\w+\.\w+\.hexdigest$/.test(c.facts.qualifiedName(node.func) ?? '');
}

/** The number that a literal stands for; Go would refuse to convert one with a fraction. */
export function floatLiteral(node: go.Expression): number | undefined {
  if (node.kind === 'FloatLit' || node.kind === 'IntLit') return Number(node.value);
  if (node.kind !== 'UnaryExpr' || node.op !== '-') return undefined;
  const inner = floatLiteral(node.x);
  return inner === undefined ? undefined : -inner;
}

/** Text to a number: an error where it can be caught, a panic where Python would end. */
function parsed(c: Context, of: Value, base: Value | undefined): Value {
  const call = base ? g.call(c.helper('numberIn'), of.node, base.node) : g.call(c.helper('numberOf'), of.node);
  return c.checkedCall(call, int, 'builtins.ValueError');
}

export function floatCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  if (args.length === 0) return pure(g.float('0.0'), float);
  const of = one(c, node, args);
  const own = ownNumber(c, of, '__float__');
  if (own) return own;
  if (isNumber(of.type) || isExact(of.type)) return coerce(c, of, float);
  if (of.node.kind === 'StringLit') {
    const special = /^[+]?(inf|infinity)$/i.test(of.node.value) ? 1 : /^-(inf|infinity)$/i.test(of.node.value) ? -1 : 0;
    if (special !== 0) return value(g.pkgCall('math', 'Inf', g.int(special)), infinity, true);
    if (/^nan$/i.test(of.node.value)) return value(g.pkgCall('math', 'NaN'), float, true);
  }
  if (isAny(of.type, c)) {
    refuseTypeError(c, 'float', node);
    return c.checkedCall(g.call(c.helper('floatIn'), of.node), float, 'builtins.ValueError');
  }
  return c.checkedCall(g.call(c.helper('floatOf'), coerce(c, of, str).node), float, 'builtins.ValueError');
}

/** A whole number stays as it is, but for a negative number of digits. */
function roundedWhole(c: Context, of: Value, places: Value): Value {
  if (places.node.kind === 'IntLit') return of;
  const tens = placesBeforePoint(places);
  if (tens === undefined) {
    c.notes.assume('the digits that a whole number is rounded to are not negative');
    return of;
  }
  return value(g.call(c.helper('roundedTo'), of.node, g.int(`1${'0'.repeat(tens)}`)), int, of.pure);
}

/** `2` of a literal `-2`: the digits before the point that are rounded away. */
function placesBeforePoint({ node }: Value): number | undefined {
  return node.kind === 'UnaryExpr' && node.x.kind === 'IntLit' ? Number(node.x.value) : undefined;
}

function roundedDecimal(c: Context, of: Value, digits: py.Expression | undefined): Value {
  const rescaled = (places: go.Expression): go.Expression =>
    g.method(of.node, 'Rescale', places, g.str('ROUND_HALF_EVEN'));
  if (!digits || digits.kind === 'None') return value(g.method(rescaled(g.int(0)), 'Int'), int);
  return value(rescaled(g.unary('-', coerce(c, expression(c, digits), int).node)), of.type);
}

export function roundCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const of = one(c, node, args);
  const digits = args[1] ?? keywordArgument(node, 'ndigits');
  if (of.type.kind === 'int' && !digits) return of;
  if (isDecimal(of.type)) return roundedDecimal(c, of, digits);
  const number = coerce(c, of, float);
  if (!digits || digits.kind === 'None') {
    return value(g.call('int', g.pkgCall('math', 'RoundToEven', number.node)), int, of.pure);
  }
  const places = coerce(c, expression(c, digits), int);
  if (of.type.kind === 'int') return roundedWhole(c, of, places);
  const tens = placesBeforePoint(places);
  if (tens !== undefined) {
    return value(g.call(c.helper('roundedTens'), number.node, g.int(`1${'0'.repeat(tens)}`)), float, of.pure);
  }
  return value(g.call(c.helper('rounded'), number.node, places.node), float, of.pure);
}
