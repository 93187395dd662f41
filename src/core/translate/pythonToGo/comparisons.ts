/** Comparison: `==` and its like by value, order, and what sorting needs. */
import { plainTuple } from './namedTuples';
import { someType } from '../../facts/lattice';
import { type Type, bool, float, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { exactCompare } from './exactNumbers';
import { coerce, convert, withArticle, promote } from './coerce';
import { type Context } from './context';
import { type Value, value } from './value';
import { expression, operands } from './expressions';
import { closure } from './closures';
import { contains } from './membership';
import { dataclassEquality, dataclassOrder } from './dataclassMethods';
import { comparedMembers } from './enumOperators';
import { definesOperator, mayBeOtherNumber } from './dynamicOperators';
import { exceptionName, isInstanceOfFile } from './modelFacts';
import { known, refuse } from './operators';
import { asSet, isView } from './sets';
import { operatorMethod } from './sequenceOperators';
import { typeComparison } from './typeTests';
import { isAny, isComparable, isNilable } from './types';
import { isNumber, join, sameType, tupleFields } from './settling';

// ---- comparison ----

export function compare(c: Context, node: py.Compare): Value {
  const ofClass = classTest(c, node) ?? typeComparison(c, node);
  if (ofClass) return ofClass;
  const byPart = comparedByPart(c, node);
  if (byPart) return byPart;
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

/** `(a, b) == (c, d)` where both are written out is `a == c && b == d`. */
function comparedByPart(c: Context, node: py.Compare): Value | undefined {
  const { left, ops, comparators } = node;
  const [right] = comparators;
  const [op] = ops;
  if (ops.length !== 1 || (op !== '==' && op !== '!=') || left.kind !== 'Tuple' || right?.kind !== 'Tuple')
    return undefined;
  const all = [...left.elts, ...right.elts];
  const isPlain = all.every(elt => elt.kind !== 'Starred' && c.facts.isPure(elt));
  if (!isPlain || left.elts.length !== right.elts.length || left.elts.length < 2) return undefined;
  const values = operands(c, all);
  const tests = left.elts.map((elt, i) => {
    const at = i + left.elts.length;
    return comparison(c, op, values[i]!, values[at]!, elt, all[at]);
  });
  const test = tests.reduce((sum, one) => g.binary(sum, op === '==' ? '&&' : '||', one));
  return value(test, bool, true);
}

/** `exc_type is ValueError` in an `__exit__`, where the class of an error is asked of the error. */
function classTest(c: Context, node: py.Compare): Value | undefined {
  const [op] = node.ops;
  const [right] = node.comparators;
  if (node.ops.length !== 1 || !right || (right.kind !== 'Name' && right.kind !== 'Attribute')) return undefined;
  if (!['is', 'is not', '==', '!='].includes(op ?? '') || c.facts.typeOf(right).kind !== 'class') return undefined;
  const left = node.left.kind === 'Name' ? expression(c, node.left) : undefined;
  const of = left?.type.kind === 'optional' ? left.type.of : left?.type;
  if (!left || of?.kind !== 'error') return undefined;
  const test = c.model.exceptions.test(c, left.node, [exceptionName(right, c)]) ?? g.binary(left.node, '!=', g.nil());
  return value(op === 'is' || op === '==' ? test : g.not(test), bool);
}

export function comparison(
  c: Context,
  op: py.CompareOperator,
  left: Value,
  right: Value,
  leftNode?: py.Expression,
  rightNode?: py.Expression,
): go.Expression {
  if (!/i[ns]/.test(op)) {
    if (isView(leftNode)) left = asSet(c, left);
    if (isView(rightNode)) right = asSet(c, right);
  }
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

/** A tuple as long as it likes is a slice: the tuple beside it, which has its own type, is written as one. */
function asTuples(c: Context, left: Value, right: Value): [Value, Value] {
  const asOther = (one: Value, other: Value): Value =>
    one.type.kind === 'tuple' && other.type.kind === 'list' && other.type.form === 'tuple'
      ? (convert(c, one, other.type) ?? one)
      : one;
  return [asOther(left, right), asOther(right, left)];
}

function identity(c: Context, left: Value, right: Value): go.Expression {
  if (right.type.kind === 'none') {
    if (left.type.kind === 'none') return g.bool(true);
    if (left.type.kind === 'optional' || isNilable(left.type, c)) return g.binary(left.node, '==', g.nil());
    if (left.type.kind === 'str' && /^\s*(?:import|from)\s+re\b/m.test(c.input.text)) {
      c.notes.assume('a text that is compared with None is a group of a match, and not empty where it takes part');
      return g.binary(left.node, '==', g.str(''));
    }
    return g.bool(false);
  }
  if (left.type.kind === 'bool' && right.node.kind === 'Ident') {
    return right.node.name === 'true' ? left.node : g.not(left.node);
  }
  if (isNilable(left.type, c) && left.type.kind !== 'list') return g.binary(left.node, '==', right.node);
  // An object that may be None and one that may not are one pointer or two.
  const [a, b] = [left, right].map(one => (one.type.kind === 'optional' ? one.type.of : one.type));
  if (a && b && isInstanceOfFile(a) && isInstanceOfFile(b) && isNilable(a, c) && isNilable(b, c)) {
    return g.binary(left.node, '==', right.node);
  }
  if (isComparable(left.type, c) && sameType(left.type, right.type)) return g.binary(left.node, '==', right.node);
  return c.gap(`"is" between ${withArticle(left.type)} and ${withArticle(right.type)} has no counterpart in Go`);
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
  [left, right] = comparedMembers(c, left, right);
  if (isNumber(left.type) && isNumber(right.type)) {
    if (left.type.kind === 'bool' && right.type.kind === 'bool') return boolEquality(left, right);
    const { a, b } = promote(c, left, right);
    return g.binary(a.node, '==', b.node);
  }
  const exact = exactCompare(c, left, right);
  if (exact) return g.binary(exact, '==', g.int(0));
  const special = operatorMethod(c, '==', left, right);
  if (special) return special.node;
  if (left.type.kind === 'optional' && !isNilable(left.type.of, c) && right.type.kind !== 'optional') {
    const present = c.temporary(left, 'found');
    const inner = equality(c, value(g.star(present.node), left.type.of, true), right);
    return g.binary(g.binary(present.node, '!=', g.nil()), '&&', inner);
  }
  if (right.type.kind === 'optional' && left.type.kind !== 'optional')
    return equality(c, right, left, rightNode, leftNode);
  if (left.type.kind === 'optional' && isNilable(left.type.of, c)) {
    const inner = right.type.kind === 'optional' ? { ...right, type: right.type.of } : right;
    const ofFields = sameType(left.type.of, inner.type)
      ? dataclassEquality(c, { ...left, type: left.type.of }, inner)
      : undefined;
    if (ofFields) return ofOptionals(left, right, ofFields);
    return equality(c, { ...left, type: left.type.of }, right, leftNode, rightNode);
  }
  if (left.type.kind === 'tuple' || right.type.kind === 'tuple') {
    const [a, b] = [plainTuple(c, left), plainTuple(c, right)];
    if (a ?? b) return equality(c, a ?? left, b ?? right);
  }
  if (isAny(left.type, c) || isAny(right.type, c)) return anyEquality(c, left, right, leftNode, rightNode);
  if (left.type.kind === 'list' && right.type.kind === 'list') return listEquality(c, left, right);
  if (left.type.kind === 'bytes' && right.type.kind === 'bytes')
    return g.pkgCall('bytes', 'Equal', left.node, right.node);
  if ((left.type.kind === 'set' || left.type.kind === 'dict') && left.type.kind === right.type.kind) {
    const b = coerce(c, right, left.type);
    const elt = left.type.kind === 'dict' ? left.type.value : bool;
    if (!c.isOrdered(left.type)) return itemsEqual(c, 'maps', elt, left.node, b.node);
    if (!sameType(left.type, right.type)) return g.call(c.helper('equalValues'), left.node, right.node);
    return itemsEqual(c, 'maps', elt, g.sel(left.node, 'Values'), g.sel(right.node, 'Values'));
  }
  if (left.type.kind === 'instance' && left.type.name.startsWith('.')) {
    const same = sameType(left.type, right.type) ? dataclassEquality(c, left, right) : undefined;
    if (same) return same;
  }
  if (
    left.type.kind === 'instance' &&
    /^datetime\.(date|time|datetime)$/.test(left.type.name) &&
    sameType(left.type, right.type)
  ) {
    return g.method(left.node, 'Equal', right.node);
  }
  if (left.type.kind === 'tuple' && right.type.kind === 'tuple' && holdsInstance(left.type)) {
    const parts = tupleParts(c, left, right);
    if (parts) return parts.map(([a, b]) => equality(c, a, b)).reduce((all, one) => g.binary(all, '&&', one));
  }
  if (sameType(left.type, right.type)) {
    return isComparable(left.type, c)
      ? g.binary(left.node, '==', right.node)
      : g.pkgCall('reflect', 'DeepEqual', left.node, right.node);
  }
  const [first, second] = asTuples(c, left, right);
  if (first !== left || second !== right) return equality(c, first, second);
  const joined = join(left.type, right.type);
  if (joined.kind !== 'any') {
    const [a, b] = [coerce(c, left, joined), coerce(c, right, joined)];
    return joined.kind === 'optional' ? g.pkgCall('reflect', 'DeepEqual', a.node, b.node) : equality(c, a, b);
  }
  return c.gap(`${withArticle(left.type)} is never equal to ${withArticle(right.type)} in Go`);
}

/** Two that may be None are equal where both are None or both are there with equal fields. */
function ofOptionals(left: Value, right: Value, same: go.Expression): go.Expression {
  const isThere = (of: Value): go.Expression => g.binary(of.node, '!=', g.nil());
  if (right.type.kind !== 'optional') return g.binary(isThere(left), '&&', same);
  const both = g.binary(g.binary(isThere(left), '&&', isThere(right)), '&&', same);
  return g.binary(g.binary(left.node, '==', right.node), '||', both);
}

/** The parts of two tuples of one length, each as a value that can be looked at again. */
function tupleParts(c: Context, left: Value, right: Value): [Value, Value][] | undefined {
  if (left.type.kind !== 'tuple' || right.type.kind !== 'tuple') return undefined;
  const { elts } = left.type;
  const other = right.type.elts;
  if (elts.length !== other.length || elts.length === 0) return undefined;
  const [a, b] = [c.temporary(left, 'a'), c.temporary(right, 'b')];
  return elts.map((elt, i) => [value(part(a.node, i), elt, true), value(part(b.node, i), other[i] ?? elt, true)]);
}

function boolEquality(left: Value, right: Value): go.Expression {
  if (right.node.kind === 'Ident' && right.node.name === 'true') return left.node;
  if (right.node.kind === 'Ident' && right.node.name === 'false') return g.not(left.node);
  return g.binary(left.node, '==', right.node);
}

/** Go's `==` holds for values of one type that is plain; else the helper counts and looks into lists as Python does. */
function anyEquality(
  c: Context,
  left: Value,
  right: Value,
  leftNode: py.Expression | undefined,
  rightNode: py.Expression | undefined,
): go.Expression {
  const isPlain = (of: Value): boolean => of.type.kind === 'str' || (of.type.kind === 'instance' && !isAny(of.type, c));
  const mayMeet = (of: Value, node: py.Expression | undefined): boolean =>
    isAny(of.type, c) ? !node || mayBeOtherNumber(c.facts.typeOf(node)) : of.type.kind !== 'int';
  const isPlainWhole =
    [left, right].some(one => one.type.kind === 'int') && !mayMeet(left, leftNode) && !mayMeet(right, rightNode);
  if (isPlain(left) || isPlain(right) || isPlainWhole) return g.binary(left.node, '==', right.node);
  if (definesOperator(c, '==') && isAny(left.type, c) && isAny(right.type, c)) {
    c.notes.assume('values of any type that are compared are no objects that say themselves when they are equal');
  }
  return g.call(c.helper('equalValues'), left.node, right.node);
}

function listEquality(c: Context, left: Value, right: Value): go.Expression {
  const type = left.node.kind === 'CompositeLit' && left.node.elts.length === 0 ? right.type : left.type;
  const a = coerce(c, left, type);
  const b = coerce(c, right, type);
  const elt = type.kind === 'list' ? type.elt : type;
  return itemsEqual(c, 'slices', elt, a.node, b.node);
}

/** Two lists or maps of the same items: plainly, by what their class says, or with all that is in them. */
function itemsEqual(
  c: Context,
  of: 'slices' | 'maps',
  elt: Type,
  left: go.Expression,
  right: go.Expression,
): go.Expression {
  if (isComparable(elt, c) && !isAny(elt, c)) return g.pkgCall(of, 'Equal', left, right);
  // Values of any type may be numbers of either kind, and the order of the keys does not count.
  if (someType(elt, one => isAny(one, c) || c.isOrdered(one))) return g.call(c.helper('equalValues'), left, right);
  if (!holdsInstance(elt)) return g.pkgCall('reflect', 'DeepEqual', left, right);
  const [a, b] = [c.scratch('a'), c.scratch('b')];
  const same = closure(c, [g.field([a, b], c.goType(elt))], g.ident('bool'), () =>
    equality(c, value(g.ident(a), elt, true), value(g.ident(b), elt, true)),
  );
  return g.pkgCall(of, 'EqualFunc', left, right, same);
}

const holdsInstance = (type: Type): boolean => someType(type, part => part.kind === 'instance');

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

/** Beside a number, a value of any type may be one of the other kind. */
function knownNumber(c: Context, one: Value, other: Value): Value {
  return isAny(one.type, c) && isNumber(other.type) ? coerce(c, one, float) : known(c, one, other);
}

function order(c: Context, op: '<' | '<=' | '>' | '>=', left: Value, right: Value): go.Expression {
  [left, right] = comparedMembers(c, left, right);
  left = knownNumber(c, left, right);
  right = knownNumber(c, right, left);
  [left, right] = asTuples(c, left, right);
  if (isNumber(left.type) && isNumber(right.type)) {
    const { a, b } = promote(c, left, right);
    return g.binary(a.node, op, b.node);
  }
  const exact = exactCompare(c, left, right);
  if (exact) return g.binary(exact, op, g.int(0));
  if (left.type.kind === 'str' && right.type.kind === 'str') return g.binary(left.node, op, right.node);
  const special = operatorMethod(c, op, left, right);
  if (special) return special.node;
  const ofFields = dataclassOrder(c, left, right);
  if (ofFields) return g.binary(ofFields, op, g.int(0));
  if (left.type.kind === 'instance' && /^datetime\.(date|time|datetime)$/.test(left.type.name)) {
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
  if (left.type.kind === 'list' && right.type.kind === 'list') {
    return g.binary(listOrder(c, left, right, left.type.elt, right.type.elt), op, g.int(0));
  }
  if (left.type.kind === 'bytes' && right.type.kind === 'bytes') {
    return g.binary(g.pkgCall('bytes', 'Compare', left.node, right.node), op, g.int(0));
  }
  if (left.type.kind === 'tuple' && right.type.kind === 'tuple') {
    return g.binary(threeWay(c, c.temporary(left, 'a'), c.temporary(right, 'b')), op, g.int(0));
  }
  if (isAny(left.type, c) && isAny(right.type, c)) {
    c.notes.assume('values of any type that are put in order have one type');
    return g.binary(g.call(c.helper('compareValues'), left.node, right.node), op, g.int(0));
  }
  return refuse(c, op, left, right);
}

const isNumberOrText = (type: Type): boolean => type.kind === 'int' || type.kind === 'float' || type.kind === 'str';

/** A comparison that gives -1, 0 or 1, as sorting wants it. */
export function threeWay(c: Context, a: Value, b: Value): go.Expression {
  [a, b] = comparedMembers(c, a, b);
  if (a.type.kind === 'str' && a.type.form === 'path') return g.call(c.helper('comparePaths'), a.node, b.node);
  if (isNumberOrText(a.type)) return g.pkgCall('cmp', 'Compare', a.node, b.node);
  if (a.type.kind === 'bool') {
    return g.pkgCall('cmp', 'Compare', coerce(c, a, int).node, coerce(c, b, int).node);
  }
  const exact = exactCompare(c, a, b);
  if (exact) return exact;
  if (a.type.kind === 'tuple' && b.type.kind === 'tuple') {
    return tupleOrder(c, a, b, a.type.elts, b.type.elts);
  }
  if (a.type.kind === 'bytes') return g.pkgCall('bytes', 'Compare', a.node, b.node);
  if (a.type.kind === 'list' && b.type.kind === 'list') return listOrder(c, a, b, a.type.elt, b.type.elt);
  if (a.type.kind === 'instance' && a.type.name === 'datetime.timedelta') {
    return g.pkgCall('cmp', 'Compare', a.node, b.node);
  }
  if (a.type.kind === 'instance' && /^datetime\.(date|time|datetime)$/.test(a.type.name))
    return g.method(a.node, 'Compare', b.node);
  if (a.type.kind === 'instance' && a.type.name.startsWith('.')) {
    const less = operatorMethod(c, '<', a, b);
    const more = less && operatorMethod(c, '<', b, a);
    if (less && more) return g.binary(g.call(c.helper('intOf'), more.node), '-', g.call(c.helper('intOf'), less.node));
  }
  const ofFields = dataclassOrder(c, a, b);
  if (ofFields) return ofFields;
  if (isAny(a.type, c)) {
    c.notes.assume('values of any type that are put in order have one type');
    return g.call(c.helper('compareValues'), a.node, b.node);
  }
  return c.gap(`there is no order for ${withArticle(a.type)}`);
}

/** Python looks at a part only where those before it are equal: one without an order is then never reached. */
function tupleOrder(c: Context, a: Value, b: Value, elts: readonly Type[], others: readonly Type[]): go.Expression {
  const late = elts.findIndex((elt, i) => i > 0 && (isAny(elt, c) || !hasOrder(c, elt)));
  const partOrder = (elt: Type, i: number): go.Expression =>
    threeWay(c, value(part(a.node, i), elt, true), value(part(b.node, i), others[i] ?? elt, true));
  const parts = elts.slice(0, late < 0 ? elts.length : late).map(partOrder);
  const whole = parts.length === 1 ? parts[0]! : g.pkgCall('cmp', 'Or', ...parts);
  if (late < 0) return whole;
  const elt = elts[late]!;
  if (!isAny(elt, c)) {
    c.notes.assume(`tuples that are put in order differ before ${withArticle(elt)} would be compared`);
    return whole;
  }
  const order = c.freshLocal('order');
  c.emit(
    g.define(order, whole),
    g.ifStmt(g.binary(g.ident(order), '==', g.int(0)), [g.assign(g.ident(order), partOrder(elt, late))]),
  );
  return g.ident(order);
}

/** Whether values of the type say which of them is less; an object without `__lt__` and a dict do not. */
function hasOrder(c: Context, type: Type): boolean {
  if (type.kind === 'dict' || type.kind === 'func' || type.kind === 'none' || type.kind === 'class') return false;
  if (type.kind !== 'instance' || !type.name.startsWith('.')) return true;
  const name = type.name.slice(1);
  const model = c.model.classes.get(name);
  if (!model || model.kind === 'enum') return true;
  const family = [model, ...c.model.familyOf(model)];
  return family.some(
    one =>
      one.node.decorators.some(decorator => /total_ordering|order\s*=\s*True/.test(c.sourceOf(decorator))) ||
      one.libraryBases.length > 0 ||
      ['__lt__', '__gt__'].some(method => c.model.method(one.name, method) !== undefined),
  );
}

function listOrder(c: Context, a: Value, b: Value, elt: Type, other: Type): go.Expression {
  if (isNumberOrText(elt) && sameType(elt, other)) return g.pkgCall('slices', 'Compare', a.node, b.node);
  const [x, y] = [c.scratch('x'), c.scratch('y')];
  const fields = sameType(elt, other)
    ? [g.field([x, y], c.goType(elt))]
    : [g.field(x, c.goType(elt)), g.field(y, c.goType(other))];
  const compare = closure(c, fields, g.ident('int'), () =>
    threeWay(c, value(g.ident(x), elt, true), value(g.ident(y), other, true)),
  );
  return g.pkgCall('slices', 'CompareFunc', a.node, b.node, compare);
}

/** A tuple that was written on the spot is taken apart again. */
function part(node: go.Expression, i: number): go.Expression {
  if (node.kind === 'CompositeLit') {
    const elt = node.elts[i];
    if (elt && elt.kind !== 'KeyValueExpr') return elt;
  }
  return g.sel(node, tupleFields[i] ?? 'First');
}
