/** The one place where a value of one type becomes a value of another. */
import { plainTuple } from './namedTuples';
import { convertFunction } from './functionValues';
import { someType } from '../../facts/lattice';
import { any, float as floatType, infinity, isBigInt, type Type } from '../../facts/types';
import {
  assertType,
  binary,
  call,
  composite,
  float,
  ident,
  index,
  int,
  nil,
  pkgCall,
  sel,
  star,
  unary,
  exprStmt,
} from '../goNodes';
import { isLiteral, value, type Value } from './value';
import { type Context } from './context';
import { convertExact, exactTruth } from './exactNumbers';
import { plainMember } from './enumModel';
import { memberTruth } from './enumOperators';
import { asLibraryBase } from './libraryBases';
import { convertKey } from './keys';
import { convertIterator, sequenceOf } from './iterators';
import { isInstanceOfFile } from './modelFacts';
import { isAny, isNilable } from './types';
import { isWhole, join, sameType, tupleFields } from './settling';
import { list, type ListType } from './shapes';
import { withFloats } from './floatLists';
import { isStreamFor } from './library/streamUses';

/** In plain words, for gaps and assumptions. */
export function withArticle(type: Type): string {
  const words = describe(type);
  if (type.kind === 'none') return words;
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

function describe(type: Type): string {
  switch (type.kind) {
    case 'str':
      return 'string';
    case 'list':
      return `list of ${describe(type.elt)}`;
    case 'set':
      return `set of ${describe(type.elt)}`;
    case 'dict':
      return `dict from ${describe(type.key)} to ${describe(type.value)}`;
    case 'tuple':
      return `tuple (${type.elts.map(describe).join(', ')})`;
    case 'optional':
      return `${describe(type.of)} or None`;
    case 'instance':
    case 'class':
      return isBigInt(type) ? 'int of any size' : type.name.replace(/^.*\./, '');
    case 'func':
      return 'function';
    case 'none':
      return 'None';
    case 'any':
    case 'unknown':
      return 'value of any type';
    default:
      return type.kind;
  }
}

/**
 * The value as one of another type. Throws a gap where Go would not take it; a value whose type is not known is
 * asserted, and the assumption is said.
 */
export function coerce(c: Context, from: Value, to: Type): Value {
  // In Go a type is no value.
  if (from.type.kind === 'class' && isTypeName(c, from)) return c.gap('a class as a value has no counterpart here');
  if (sameType(from.type, to) || to.kind === 'unknown') return from;
  const changed = convert(c, from, to);
  if (changed) return changed;
  return c.gap(`${withArticle(from.type)} stands where Go wants ${withArticle(to)}`);
}

const isTypeName = (c: Context, { node, type }: Value): boolean =>
  type.kind === 'class' &&
  node.kind === 'Ident' &&
  c.model.classes.get(type.name.replace(/^\./, ''))?.goName === node.name;

/** A value of any type as one of a known type. What holds other values may hold them as values of any type. */
export function fromAny(c: Context, node: Value['node'], to: Type): Value['node'] {
  if (to.kind === 'list') return call(index(ident(c.helper('listOf')), c.goType(to.elt)), node);
  if (to.kind === 'dict') {
    const helper = c.helper(c.isOrdered(to) ? 'orderedMapOf' : 'mapOf');
    return call(index(ident(helper), c.goType(to.key), c.goType(to.value)), node);
  }
  if (to.kind === 'optional') {
    const isPointer = !isNilable(to.of, c);
    return call(index(ident(c.helper(isPointer ? 'optionalOf' : 'valueOrNil')), c.goType(to.of)), node);
  }
  return assertType(node, c.goType(to));
}

/** As `coerce`, but undefined where there is no way. */
export function convert(c: Context, from: Value, to: Type): Value | undefined {
  const { type } = from;
  const as = (node: Value['node']): Value => value(node, to, from.pure);
  if (sameType(type, to)) return from;
  const keyed = convertKey(c, from, to);
  if (keyed) return keyed;
  // A call that gives nothing runs all the same.
  if (type.kind === 'none' && from.node.kind === 'CallExpr' && (to.kind === 'optional' || isNilable(to, c))) {
    c.emit(exprStmt(from.node));
  }
  if (isAny(to, c)) {
    if (type.kind === 'none') return as(nil());
    if (type.kind === 'instance' && type.name.startsWith('datetime.'))
      c.notes.assume('a time that stands among values of any type is not printed');
    noteBoxed(c, type);
    // A value of any type holds what is there, not where it is.
    if (type.kind === 'optional' && !isNilable(type.of, c)) return as(call(c.helper('anyOf'), from.node));
    return { ...from, type: to };
  }
  if (type.kind === 'none') return isNilable(to, c) || to.kind === 'optional' ? as(nil()) : undefined;
  if (to.kind === 'float' && type.kind === 'int') {
    if (!to.whole && !c.facts.isTried)
      c.notes.assume('a whole number that stands among floats may be printed as a float (1 as 1.0)');
    return as(floatOf(from.node));
  }
  if ((to.kind === 'int' || to.kind === 'float') && type.kind === 'bool') {
    const number = call(c.helper('intOf'), from.node);
    return as(to.kind === 'float' ? call('float64', number) : number);
  }
  if (to.kind === 'list' && isBigInt(to.elt) && type.kind === 'list' && type.elt.kind === 'int') {
    return as(call(c.helper('bigsOf'), from.node));
  }
  const exact = convertExact(c, from, to);
  if (exact) return exact;
  if (to.kind === 'int' && type.kind === 'int') {
    return as(to.go === 'byte' && isLiteral(from.node) ? from.node : call(to.go ?? 'int', from.node));
  }
  if (to.kind === 'optional') {
    if (isAny(type, c)) return as(fromAny(c, from.node, to));
    const inner = type.kind === 'optional' ? undefined : convert(c, from, to.of);
    if (!inner) return undefined;
    if (isNilable(to.of, c)) return as(inner.node);
    return as(call(c.helper('pointerTo'), inner.node));
  }
  if (type.kind === 'optional') {
    const inner = isNilable(type.of, c)
      ? value(from.node, type.of, from.pure)
      : value(star(from.node), type.of, from.pure);
    return convert(c, inner, to);
  }
  if (isAny(type, c) && !isAny(to, c)) {
    if (to.kind === 'none') return undefined;
    const what = from.node.kind === 'Ident' ? from.node.name : undefined;
    c.notes.assume(what ? `${what} is ${withArticle(to)}` : `what is used as ${withArticle(to)} is one`);
    if (to.kind === 'float') return as(call(c.helper('asFloat'), from.node));
    return as(fromAny(c, from.node, to));
  }
  const plain = plainMember(c, from);
  if (plain !== from) return convert(c, plain, to);
  const iterator = convertIterator(c, from, to);
  if (iterator) return iterator;
  if (to.kind === 'list' || to.kind === 'tuple') {
    const record = plainTuple(c, from);
    if (record) return convert(c, record, to);
  }
  if (to.kind === 'iterator') return toIterator(c, from, to);
  if (to.kind === 'list') return toList(c, from, to) ?? withFloats(c, from, to) ?? withOtherItems(c, from, to);
  if (to.kind === 'dict' && type.kind === 'dict' && !isEmptyLiteral(from)) return withOtherItems(c, from, to);
  if (to.kind === 'set' && type.kind === 'set' && isEmptyLiteral(from)) return as(composite(c.goType(to), []));
  if (to.kind === 'dict' && type.kind === 'dict' && isEmptyLiteral(from)) return as(composite(c.goType(to), []));
  if (to.kind === 'error' && type.kind === 'error') return as(from.node);
  if (to.kind === 'func' && type.kind === 'func') return convertFunction(c, from, to);
  if (isStreamFor(type, to) || haveOneForm(c, type, to)) return as(from.node);
  if (to.kind === 'instance' && type.kind === 'instance') return toBase(c, from, to);
  if (to.kind === 'error' && type.kind === 'instance') return as(from.node);
  return undefined;
}

/** Remembers the classes whose objects become values of any type: whoever prints such a value prints them. */
function noteBoxed(c: Context, type: Type): void {
  someType(type, part => {
    const model =
      part.kind === 'instance' && part.name.startsWith('.') ? c.model.classes.get(part.name.slice(1)) : undefined;
    if (model) for (const one of c.model.familyOf(model)) one.isBoxed = true;
    return false;
  });
}

/** A list or a dict of values of any type as one of texts or numbers, and the other way. It is another one then. */
function withOtherItems(c: Context, from: Value, to: Type): Value | undefined {
  const { type: held } = from;
  if (held.kind === 'list' && held.elt.kind === 'optional' && to.kind === 'list' && sameType(held.elt.of, to.elt)) {
    const node = isNilable(to.elt, c) ? from.node : call(c.helper('presentItems'), from.node);
    return value(node, to, from.pure);
  }
  const parts = (type: Type): Type[] =>
    type.kind === 'list' ? [type.elt] : type.kind === 'dict' ? [type.key, type.value] : [];
  const given = parts(from.type);
  const wanted = parts(to);
  const isScalar = (type: Type): boolean => type.kind === 'int' || type.kind === 'str' || type.kind === 'bool';
  const fits = wanted.every((part, i) => {
    const one = given[i];
    return one !== undefined && (sameType(one, part) || isAny(part, c) || (isAny(one, c) && isScalar(part)));
  });
  if (from.type.kind !== to.kind || !fits) return undefined;
  // The order is lost already.
  if (c.isOrdered(to) && !c.isOrdered(from.type)) return undefined;
  if (from.node.kind !== 'CallExpr' && from.node.kind !== 'CompositeLit') {
    c.notes.assume(`${withArticle(from.type)} that is taken for ${withArticle(to)} is not changed by one of its names`);
  }
  return value(fromAny(c, from.node, to), to, from.pure);
}

/** Two classes of the library that are one type in Go. */
function haveOneForm(c: Context, a: Type, b: Type): boolean {
  const isLibrary = (type: Type): boolean => type.kind === 'instance' && !type.name.startsWith('.');
  return isLibrary(a) && isLibrary(b) && JSON.stringify(c.goType(a)) === JSON.stringify(c.goType(b));
}

function isEmptyLiteral({ node }: Value): boolean {
  return node.kind === 'CompositeLit' && node.elts.length === 0;
}

function toIterator(c: Context, from: Value, to: Type & { kind: 'iterator' }): Value | undefined {
  if (isInstanceOfFile(from.type)) {
    const given = sequenceOf(c, from);
    return given && sameType(given.type, to) ? given : undefined;
  }
  if (from.type.kind === 'str' && (to.elt.kind === 'str' || to.elt.kind === 'any')) {
    return value(call(c.helper('characters'), from.node), { kind: 'iterator', elt: { kind: 'str' } }, from.pure);
  }
  if (from.type.kind === 'bytes' && to.elt.kind === 'int') {
    return value(pkgCall('slices', 'Values', call(c.helper('byteValues'), from.node)), to, from.pure);
  }
  if (from.type.kind === 'tuple') {
    const items = toList(c, from, list(to.elt));
    return items && value(pkgCall('slices', 'Values', items.node), to, from.pure);
  }
  if (from.type.kind !== 'list') return undefined;
  if (!sameType(from.type.elt, to.elt) && !isAny(to.elt, c)) return undefined;
  const items = isAny(to.elt, c) && !isAny(from.type.elt, c) ? fromAny(c, from.node, list(any)) : from.node;
  return value(pkgCall('slices', 'Values', items), to, from.pure);
}

function toList(c: Context, from: Value, to: ListType): Value | undefined {
  const { type, node } = from;
  if (type.kind === 'list' && isEmptyLiteral(from)) return value(composite(c.goType(to), []), to, true);
  if (type.kind === 'iterator' && sameType(type.elt, to.elt)) return value(pkgCall('slices', 'Collect', node), to);
  if (type.kind === 'tuple') {
    const parts = node.kind === 'CompositeLit' && node.elts.length === type.elts.length ? node.elts : undefined;
    const source = parts ? from : c.temporary(from, 'items');
    const items = type.elts.map((elt, i) => {
      const part = parts?.[i] ?? sel(source.node, tupleFields[i] ?? 'First');
      return part.kind === 'KeyValueExpr' ? undefined : convert(c, value(part, elt, true), to.elt);
    });
    if (items.some(item => item === undefined)) return undefined;
    return value(
      composite(
        c.goType(to),
        items.map(item => (item ? item.node : nil())),
      ),
      to,
    );
  }
  return undefined;
}

/** A value of a class where its base is wanted: an interface takes it as it is. */
function toBase(c: Context, from: Value, to: Type & { kind: 'instance' }): Value | undefined {
  if (from.type.kind !== 'instance') return undefined;
  const part = to.name.startsWith('.') ? undefined : asLibraryBase(c, from);
  if (part) return value(unary('&', part.node), to, from.pure);
  if (c.isInterface(from.type) && c.model.isSubclass(to.kind === 'instance' ? to.name : '', from.type.name)) {
    return value(assertType(from.node, c.goType(to)), to, from.pure);
  }
  const target = to.name.startsWith('.') ? c.model.classes.get(to.name.slice(1)) : undefined;
  if (!target) return undefined;
  const isBase = c.model.isSubclass(from.type.name, to.name);
  if (isBase && target.goType.kind === 'interface') return value(from.node, to, from.pure);
  return undefined;
}

/** An integer as a float, for arithmetic. */
export function floatOf(node: Value['node']): Value['node'] {
  if (node.kind === 'IntLit') return float(`${node.value}.0`);
  if (node.kind === 'UnaryExpr' && node.x.kind === 'IntLit') return unary('-', float(`${node.x.value}.0`));
  return call('float64', node);
}

/** Two numbers for one operator: the integer becomes a float, but a literal may stay as it is written. */
export function promote(c: Context, a: Value, b: Value): { a: Value; b: Value; type: Type } {
  const numeric = (one: Value): Value => (one.type.kind === 'bool' ? coerce(c, one, { kind: 'int' }) : one);
  const left = numeric(a);
  const right = numeric(b);
  if (left.type.kind === right.type.kind) {
    return { a: left, b: right, type: isWhole(left.type) ? right.type : left.type };
  }
  const isFloat = left.type.kind === 'float' || right.type.kind === 'float';
  const to: Type = isFloat ? (isWhole(left.type) && isWhole(right.type) ? infinity : floatType) : { kind: 'int' };
  const lift = (one: Value, other: Value): Value => {
    if (one.type.kind === to.kind) return one;
    if (one.type.kind === 'int' && isLiteral(one.node) && !isLiteral(other.node)) return { ...one, type: to };
    return to.kind === 'float' && one.type.kind === 'int' ? value(floatOf(one.node), to, one.pure) : coerce(c, one, to);
  };
  return { a: lift(left, right), b: lift(right, left), type: to };
}

/** The type that all of them are: numbers meet in float, classes in a base that they share. */
export function commonType(c: Context, types: readonly Type[]): Type {
  const [first, ...rest] = types;
  return first ? rest.reduce((all, next) => joinTypes(c, all, next), first) : any;
}

function joinTypes(c: Context, a: Type, b: Type): Type {
  if (isInstanceOfFile(a) && isInstanceOfFile(b)) return c.model.commonBase(a, b) ?? join(a, b);
  return join(a, b);
}

/** `len(x) > 0` and its like by type: what Python takes for true. */
export function truth(c: Context, from: Value): Value['node'] {
  const { node, type } = from;
  switch (type.kind) {
    case 'bool':
      return node;
    case 'int':
    case 'float':
      return binary(node, '!=', int(0));
    case 'str':
      return binary(node, '!=', { kind: 'StringLit', start: -1, end: -1, value: '' });
    case 'list':
    case 'bytes':
    case 'set':
      return binary(call('len', node), '>', int(0));
    case 'dict':
      return binary(call('len', c.isOrdered(type) ? sel(node, 'Keys') : node), '>', int(0));
    case 'tuple':
      return { kind: 'Ident', start: -1, end: -1, name: type.elts.length > 0 ? 'true' : 'false' };
    case 'none':
      return { kind: 'Ident', start: -1, end: -1, name: 'false' };
    case 'error':
    case 'func':
      return binary(node, '!=', nil());
    case 'optional': {
      if (type.of.kind === 'instance' || type.of.kind === 'func' || type.of.kind === 'error') {
        return truthOfOptionalInstance(c, from, type.of);
      }
      if (isNilable(type.of, c)) return truth(c, value(node, type.of));
      const present = c.temporary(from, 'found');
      return binary(binary(present.node, '!=', nil()), '&&', truth(c, value(star(present.node), type.of)));
    }
    case 'instance':
      return exactTruth(from) ?? truthOfInstance(c, from, type.name);
    default:
      return call(c.helper('truthy'), node);
  }
}

function truthOfOptionalInstance(c: Context, from: Value, of: Type): Value['node'] {
  const present = binary(from.node, '!=', nil());
  if (of.kind !== 'instance' || !hasTruth(c, of.name)) return present;
  return binary(present, '&&', truthOfInstance(c, from, of.name));
}

function hasTruth(c: Context, name: string): boolean {
  const own = name.startsWith('.') ? name.slice(1) : '';
  return Boolean(c.model.method(own, '__bool__') ?? c.model.method(own, '__len__'));
}

function truthOfInstance(c: Context, from: Value, name: string): Value['node'] {
  if (name === 'datetime.timedelta') return binary(from.node, '!=', int(0));
  const own = name.startsWith('.') ? name.slice(1) : '';
  const ofMember = memberTruth(c, from);
  if (ofMember && !c.model.method(own, '__bool__')) return ofMember;
  if (c.model.method(own, '__bool__')) return call(sel(from.node, 'IsTrue'));
  if (c.model.method(own, '__len__')) return binary(call(sel(from.node, 'Len')), '>', int(0));
  return isNilable(from.type, c) ? binary(from.node, '!=', nil()) : { kind: 'Ident', start: -1, end: -1, name: 'true' };
}

export const listOfAny = list(any);
