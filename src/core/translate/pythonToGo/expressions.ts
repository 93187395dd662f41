/** Expressions: one function for each kind, and the order in which operands are evaluated. */
import { type Type, bool, bytes, float, int, isBigInt, none, str } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { goName } from '../names';
import { attribute } from './attributes';
import { bigLiteral } from './bigInts';
import { callExpression } from './calls';
import { coerce } from './coerce';
import { compare } from './comparisons';
import { comprehension, dictComprehension } from './comprehensions';
import { awaitExpression } from './coroutines';
import { conditional } from './conditionals';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { dictDisplay, listDisplay, setDisplay, tupleDisplay } from './displays';
import { changesState, readsState } from './evaluationOrder';
import { joinedText } from './formatting';
import { lambda } from './lambdas';
import { boolOp, unaryOp } from './logic';
import { binOp } from './operators';
import { subscript } from './subscripts';
import { expressionIdiom } from './templates';
import { nameValue } from './variables';

/**
 * The Go expression for a Python one. `want` is the type that the place wants, for displays that have none of their
 * own; the value may be of another type, and the caller coerces it.
 */
export function expression(c: Context, node: py.Expression, want?: Type): Value {
  const written = c.nested(() => expressionIdiom(c, node) ?? syntax(c, node, want));
  c.origins.mark(written.node, c.rangeOf(node));
  return written;
}

/** As `expression`, and of the wanted type. */
export function expressionAs(c: Context, node: py.Expression, type: Type): Value {
  return coerce(c, expression(c, node, type), type);
}

/**
 * Several operands in the order of Python. Where a later one needs statements before it, or changes what an earlier one
 * reads, the earlier one goes to a temporary.
 */
export function operands(
  c: Context,
  nodes: readonly py.Expression[],
  wants: readonly (Type | undefined)[] = [],
): Value[] {
  const values: Value[] = [];
  nodes.forEach((node, i) => {
    const { before, result } = c.capture(() => expression(c, node, wants[i]));
    const changes = i > 0 && changesState(c, node);
    const last = changes ? nodes.slice(0, i).findLastIndex(one => readsState(c, one)) : -1;
    values.forEach((earlier, at) => {
      const isRead = at <= last && (!earlier.pure || readsState(c, nodes[at]!));
      if (isRead || (before.length > 0 && !earlier.pure)) values[at] = kept(c, earlier, nodes[at]!);
    });
    c.emit(...before);
    values.push(result);
  });
  return values;
}

/** What an operand has now, whatever later ones change. */
function kept(c: Context, of: Value, node: py.Expression): Value {
  const wanted = node.kind === 'Attribute' && node.attr.kind === 'Name' ? goName(node.attr.id, 'variable') : 'value';
  if (of.node.kind !== 'Ident' || !readsState(c, node)) return c.temporary(of, wanted);
  // A temporary that is there already is read by nobody else.
  if (c.standsFor(node) || node.kind !== 'Name') return of;
  const name = c.freshLocal(wanted);
  c.emit(g.define(name, of.node));
  return pure(g.ident(name), of.type);
}

function syntax(c: Context, node: py.Expression, want: Type | undefined): Value {
  switch (node.kind) {
    case 'Int':
      return integer(c, node);
    case 'Float':
      return pure(g.float(/[.e]/.test(node.value) ? node.value : `${node.value}.0`), float);
    case 'Str':
      return pure({ ...g.str(node.value), ...(isBlock(node) && { style: 'raw' }) }, str);
    case 'Bytes':
      return value(g.call(g.sliceType(g.ident('byte')), g.str(byteText(node.value))), bytes);
    case 'JoinedStr':
      return joinedText(c, node);
    case 'Bool':
      return pure(g.bool(node.value), bool);
    case 'None':
      return pure(g.nil(), none);
    case 'Name':
      return nameValue(c, node);
    case 'List':
      return listDisplay(c, node, want);
    case 'Tuple':
      return tupleDisplay(c, node, want);
    case 'Set':
      return setDisplay(c, node, want);
    case 'Dict':
      return dictDisplay(c, node, want);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return comprehension(c, node, want);
    case 'DictComp':
      return dictComprehension(c, node, want);
    case 'UnaryOp':
      return unaryOp(c, node);
    case 'BinOp':
      return binOp(c, node, want);
    case 'BoolOp':
      return boolOp(c, node, want);
    case 'Compare':
      return compare(c, node);
    case 'IfExp':
      return conditional(c, node, want);
    case 'NamedExpr':
      return namedExpression(c, node);
    case 'Call':
      return inSize(c, node, callExpression(c, node, want));
    case 'Attribute':
      return attribute(c, node);
    case 'Subscript':
      return subscript(c, node);
    case 'Lambda':
      return lambda(c, node, want);
    case 'Await':
      return awaitExpression(c, node, want);
    case 'Yield':
    case 'YieldFrom':
      return c.gap('a value that is sent into a generator has no counterpart in Go', node);
    case 'Starred':
      return c.gap('* has no counterpart in Go at this place', node);
    case 'Imaginary':
      return pure({ kind: 'ImagLit', start: -1, end: -1, value: node.value }, { kind: 'complex' });
    case 'Bad':
      return c.gap('this does not parse', node);
    default:
      return c.gap(`${node.kind} has no counterpart here`, node);
  }
}

/** A function that Go has for an int only would give the wrong number where the result outgrows it. */
function inSize(c: Context, node: py.Call, written: Value): Value {
  if (written.type.kind !== 'int' || !isBigInt(c.typeOf(node))) return written;
  return c.gap('the result has more than 64 bits', node);
}

const largest = 9223372036854775807n;

function integer(c: Context, node: py.Int): Value {
  if (BigInt(node.value) > largest) return bigLiteral(c, node.value);
  return pure({ kind: 'IntLit', start: -1, end: -1, value: node.value, ...(node.style && { style: node.style }) }, int);
}

/** Text of several lines reads better between back quotes. */
function isBlock(node: py.Str): boolean {
  return (
    node.style === 'triple' && node.value.includes('\n') && !node.value.includes('`') && !node.value.includes('\r')
  );
}

/** Bytes over 127 are no characters of UTF-8 by themselves; a Go string holds them as the surrogates that stand for bytes. */
function byteText(text: string): string {
  return Array.from(text, one => {
    const code = one.charCodeAt(0);
    return code < 128 ? one : String.fromCharCode(0xdc00 + code);
  }).join('');
}

function namedExpression(c: Context, node: py.NamedExpr): Value {
  if (node.target.kind !== 'Name') return c.gap('this has no counterpart here', node);
  const from = expression(c, node.value);
  const target = nameValue(c, node.target);
  c.emit(g.assign(target.node, coerce(c, from, target.type).node));
  return target;
}
