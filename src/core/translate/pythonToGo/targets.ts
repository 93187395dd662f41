/** What is assigned to: names, items, fields, and tuples of them. */
import { any, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { fieldName, receiver } from './attributes';
import { coerce, describe } from './coerce';
import { setItem } from './comprehensions';
import { isLiteral, value, type Context, type Value } from './context';
import { asList, expression, operands } from './expressions';
import { partsOf } from './iteration';
import { isSimple, position } from './subscripts';
import { isAny } from './types';
import { declareIfLocal, variableName, variableType } from './variables';

/** The Go names of the parts of a loop's target; undefined for a part that is no plain name. */
export function targetNames(c: Context, node: py.Expression): (string | undefined)[] {
  const parts = node.kind === 'Tuple' || node.kind === 'List' ? node.elts : [node];
  return parts.map(part => {
    if (part.kind !== 'Name') return undefined;
    const symbol = c.facts.symbolOf(part);
    if (!symbol || part.id === '_') return part.id === '_' ? '_' : undefined;
    if (symbol.scope.kind === 'module' && c.isPackageVariable(symbol)) return undefined;
    const name = variableName(c, symbol);
    declareIfLocal(c, symbol, name, variableType(c, symbol));
    return name;
  });
}

/**
 * Gives the parts of a target what a round of a loop or an assignment has. What has the right name already needs no
 * statement.
 */
export function bindTarget(c: Context, node: py.Expression, whole: Value, parts: readonly Value[] = [whole]): void {
  if (node.kind !== 'Tuple' && node.kind !== 'List') return bindOne(c, node, whole);
  if (parts.length === node.elts.length && parts.length > 1) {
    node.elts.forEach((elt, i) => bindTarget(c, elt, parts[i] ?? whole));
    return;
  }
  assignParts(c, node, whole);
}

function bindOne(c: Context, node: py.Expression, from: Value): void {
  if (node.kind === 'Name') {
    if (node.id === '_') return;
    const symbol = c.facts.symbolOf(node);
    if (!symbol) return c.gap(`nothing here says what ${node.id} is`, node);
    const name = variableName(c, symbol);
    if (from.node.kind === 'Ident' && from.node.name === name) return;
    const isOwn = symbol.scope.kind === 'comprehension';
    const type = variableType(c, symbol);
    const given = isAny(type, c) && isOwn ? from : coerce(c, from, type);
    if (isOwn) c.emit(g.define(name, given.node));
    else assignTo(c, node, from);
    return;
  }
  assignTo(c, node, from);
}

/** One assignment of a value to any target. */
export function assignTo(c: Context, node: py.Expression, from: Value): void {
  switch (node.kind) {
    case 'Name': {
      const symbol = c.facts.symbolOf(node);
      if (!symbol) return c.gap(`nothing here says what ${node.id} is`, node);
      if (symbol.scope.kind === 'comprehension') return bindOne(c, node, from);
      const type = variableType(c, symbol);
      const name = variableName(c, symbol);
      declareIfLocal(c, symbol, name, type);
      const given = coerce(c, from, type);
      const target = c.model.parameterOf(symbol)?.byPointer ? g.star(g.ident(name)) : g.ident(name);
      if (given.node.kind === 'Ident' && given.node.name === name) return;
      const sayType = needsType(c, given, type);
      c.emit(c.origins.mark(c.assignTyped(target, given.node, sayType), c.rangeOf(node)));
      return;
    }
    case 'Subscript':
      return assignItem(c, node, from);
    case 'Attribute': {
      const target = fieldTarget(c, node);
      c.emit(target.set(coerce(c, from, target.type).node));
      return;
    }
    case 'Tuple':
    case 'List':
      return assignParts(c, node, from);
    default:
      return c.gap('this cannot be assigned to in Go', node);
  }
}

/** Whether `x := value` would give x another type. */
function needsType(c: Context, given: Value, type: Type): boolean {
  if (given.node.kind === 'Ident' && given.node.name === 'nil') return true;
  if (isAny(type, c) || type.kind === 'error') return true;
  if (type.kind === 'instance' && type.name.startsWith('.')) {
    return c.model.classes.get(type.name.slice(1))?.goType.kind === 'interface';
  }

  return type.kind === 'float' && given.node.kind === 'IntLit';
}

interface FieldTarget {
  type: Type;
  node: go.Expression | undefined;
  set(value: go.Expression): go.Statement;
}

export function fieldTarget(c: Context, node: py.Attribute): FieldTarget {
  if (node.attr.kind !== 'Name') return c.gap('this cannot be assigned to in Go', node);
  const name = node.attr.id;
  const ofClass = c.facts.typeOf(node.value);
  if (ofClass.kind === 'class' && ofClass.name.startsWith('.')) {
    const field = c.model.field(ofClass.name.slice(1), name);
    if (field) {
      const target = g.ident(c.model.classVariable(ofClass.name.slice(1), name));
      return { type: field.type, node: target, set: one => g.assign(target, one) };
    }
  }
  const of = receiver(c, node.value);
  const { type } = of;
  const className = type.kind === 'instance' && type.name.startsWith('.') ? type.name.slice(1) : undefined;
  const error = type.kind === 'error' && type.name?.startsWith('.') ? type.name.slice(1) : undefined;
  const owner = className ?? error;
  if (owner === undefined) return c.gap(`a field of a ${describe(type)} cannot be set here`, node);
  const setter = c.model.method(owner, name);
  if (setter?.binding === 'property') return c.gap('a property that can be set has no counterpart here', node);
  const field = c.model.field(owner, name);
  if (!field) return c.gap(`${owner} has no field ${name} that is known here`, node);
  const target = g.sel(of.node, fieldName(c, name));
  return { type: field.type, node: target, set: one => g.assign(target, one) };
}

function assignItem(c: Context, node: py.Subscript, from: Value): void {
  if (node.slice.kind === 'Slice') return assignSlice(c, node, node.slice, from);
  if (!from.pure) from = c.temporary(from, 'value');
  const target = itemTarget(c, node);
  c.emit(target.set(coerce(c, from, target.type).node));
}

/** `x[i]` on the left side; `node` is there where Go can assign to it directly. */
export function itemTarget(c: Context, node: py.Subscript): FieldTarget {
  const [whole, key] = operands(c, [node.value, node.slice]);
  let of = whole!;
  if (of.type.kind === 'optional') of = coerce(c, of, of.type.of);
  const { type } = of;
  if (type.kind === 'dict') {
    const known = coerce(c, key!, type.key);
    ensureInner(c, node.value, of);
    const target = c.isOrdered(type) ? undefined : g.index(of.node, known.node);
    return { type: type.value, node: target, set: one => setItem(c, of.node, type, known.node, one) };
  }
  if (type.kind === 'list' || type.kind === 'bytes') {
    const at = position(c, of, key!, node.slice);
    const target = g.index(at.of.node, at.index);
    return { type: type.kind === 'list' ? type.elt : any, node: target, set: one => g.assign(target, one) };
  }
  if (type.kind === 'instance' && type.name.startsWith('.')) {
    const method = c.model.method(type.name.slice(1), '__setitem__');
    const [first, second] = method?.params ?? [];
    if (method && first && second) {
      const at = coerce(c, key!, first.type);
      return {
        type: second.type,
        node: undefined,
        set: one => g.exprStmt(g.method(of.node, method.goName, at.node, one)),
      };
    }
  }
  return c.gap(`an item of a ${describe(type)} cannot be set here`, node);
}

/** A defaultdict makes the inner map when it is first asked for; Go's nil map cannot be written to. */
export function ensureInner(c: Context, node: py.Expression, inner: Value): void {
  if (node.kind !== 'Subscript' || inner.node.kind !== 'IndexExpr') return;
  const outer = c.facts.typeOf(node.value);
  if (outer.kind !== 'instance' || outer.name !== 'collections.defaultdict') return;
  if (inner.type.kind !== 'dict' && inner.type.kind !== 'set') return;
  c.emit(g.ifStmt(g.binary(inner.node, '==', g.nil()), [g.assign(inner.node, g.composite(c.goType(inner.type), []))]));
}

function assignSlice(c: Context, node: py.Subscript, slice: py.Slice, from: Value): void {
  const of = expression(c, node.value);
  if (of.type.kind !== 'list' || slice.step) return c.gap('this slice cannot be assigned to in Go', node);
  const items = coerce(c, asList(c, from), of.type);
  const place = assignable(c, node.value);
  if (!slice.lower && !slice.upper) {
    c.emit(g.assign(place, g.call('append', g.slice(of.node, undefined, g.int(0)), items.node)));
    (c.out[c.out.length - 1] as go.AssignStmt).rhs = [
      g.spread('append', g.slice(of.node, undefined, g.int(0)), items.node),
    ];
    return;
  }
  const low = slice.lower ? coerce(c, expression(c, slice.lower), { kind: 'int' }).node : g.int(0);
  const high = slice.upper ? coerce(c, expression(c, slice.upper), { kind: 'int' }).node : g.call('len', of.node);
  c.emit(g.assign(place, g.spread(g.pkg('slices', 'Replace'), of.node, low, high, items.node)));
}

/** Where a list is kept: how it is read and written again after it has grown. */
export function listPlace(
  c: Context,
  node: py.Expression,
  of: Value,
): { node: go.Expression; set(value: go.Expression): go.Statement } {
  const whole = node.kind === 'Subscript' && node.slice.kind !== 'Slice' ? c.typeOf(node.value) : undefined;
  if (node.kind === 'Subscript' && whole && c.isOrdered(whole)) {
    const target = itemTarget(c, node);
    return { node: of.node, set: one => target.set(one) };
  }
  const kept = isPlace(of.node) ? of.node : assignable(c, node);
  return { node: kept, set: one => g.assign(kept, one) };
}

/** What Go can assign to, and evaluate twice. */
function isPlace(node: go.Expression): boolean {
  switch (node.kind) {
    case 'Ident':
      return true;
    case 'SelectorExpr':
    case 'StarExpr':
      return isPlace(node.x);
    case 'IndexExpr':
      return isPlace(node.x) && node.indices.every(one => isPlace(one) || isLiteral(one) || isPure(one));
    default:
      return false;
  }
}

/** Arithmetic on places and literals. */
function isPure(node: go.Expression): boolean {
  if (node.kind === 'BinaryExpr') return isPure(node.x) && isPure(node.y);
  if (node.kind === 'CallExpr') return node.fun.kind === 'Ident' && node.fun.name === 'len' && node.args.every(isPure);
  return isPlace(node) || isLiteral(node);
}

/** The Go expression that an assignment to a Python one writes to: for `append` and its like. */
export function assignable(c: Context, node: py.Expression): go.Expression {
  switch (node.kind) {
    case 'Name': {
      const of = expression(c, node);
      return of.node;
    }
    case 'Attribute': {
      const target = fieldTarget(c, node);
      if (target.node) return target.node;
      break;
    }
    case 'Subscript': {
      const target = itemTarget(c, node);
      if (target.node) return target.node;
      break;
    }
  }
  return c.gap('this list cannot be changed in place in Go', node);
}

/** Unpacking: Go assigns several at once where it can. */
function assignParts(c: Context, node: py.Tuple | py.List, from: Value): void {
  const star = node.elts.findIndex(elt => elt.kind === 'Starred');
  if (star >= 0) return assignStarred(c, node, star, from);
  const parts = partsOf(c, from, node.elts.length);
  if (parts) return assignAll(c, node.elts, parts);
  const items = listParts(c, from);
  const simple = isSimple(items.node) ? items : c.temporary(items, 'parts');
  const elt = simple.type.kind === 'list' ? simple.type.elt : any;
  c.notes.assume(`what is unpacked has exactly ${node.elts.length} items`);
  assignAll(
    c,
    node.elts,
    node.elts.map((_, i) => value(g.index(simple.node, g.int(i)), elt, true)),
  );
}

function listParts(c: Context, from: Value): Value {
  return isAny(from.type, c) ? coerce(c, from, { kind: 'list', elt: any }) : asList(c, from);
}

/** `a, b = b, a`: all values are there before the first is written. */
export function assignAll(c: Context, targets: readonly py.Expression[], values: readonly Value[]): void {
  const nested = targets.some(target => target.kind === 'Tuple' || target.kind === 'List' || target.kind === 'Starred');
  if (nested) {
    const kept = values.map(one => (one.pure ? one : c.temporary(one, 'part')));
    targets.forEach((target, i) => assignTo(c, target, kept[i]!));
    return;
  }
  const places = targets.map(target => place(c, target));
  if (targets.every(target => isComprehensionName(c, target))) {
    const named = targets.map((target, i) => (target.kind === 'Name' && target.id === '_' ? '_' : nameOf(places[i])));
    if (named.some(name => name !== '_'))
      c.emit(
        g.define(
          named,
          values.map(one => one.node),
        ),
      );
    return;
  }
  if (places.every(one => one?.node)) {
    const right = values.map((one, i) => coerce(c, one, places[i]!.type));
    const isDone = right.every((one, i) => {
      const target = places[i]!.node!;
      return (
        one.node.kind === 'Ident' && target.kind === 'Ident' && (one.node.name === target.name || target.name === '_')
      );
    });
    if (isDone) return;
    const statement = g.assign(
      places.map(one => one!.node!),
      right.map(one => one.node),
    );
    const sayTypes = right.some((one, i) => needsType(c, one, places[i]!.type));
    if (sayTypes) {
      right.forEach((one, i) => c.emit(c.assignTyped(places[i]!.node!, one.node, needsType(c, one, places[i]!.type))));
      return;
    }
    c.emit(statement);
    return;
  }
  const kept = values.map(one => c.temporary(one, 'part'));
  targets.forEach((target, i) => assignTo(c, target, kept[i]!));
}

/** A variable of a comprehension, which is declared where it gets its value. */
function isComprehensionName(c: Context, node: py.Expression): boolean {
  if (node.kind !== 'Name') return false;
  return node.id === '_' || c.facts.symbolOf(node)?.scope.kind === 'comprehension';
}

const nameOf = (target: FieldTarget | undefined): string => (target?.node?.kind === 'Ident' ? target.node.name : '_');

function place(c: Context, node: py.Expression): FieldTarget | undefined {
  switch (node.kind) {
    case 'Name': {
      if (node.id === '_') return { type: any, node: g.ident('_'), set: one => g.assign(g.ident('_'), one) };
      const symbol = c.facts.symbolOf(node);
      if (!symbol) return undefined;
      const type = variableType(c, symbol);
      const name = variableName(c, symbol);
      declareIfLocal(c, symbol, name, type);
      const target = c.model.parameterOf(symbol)?.byPointer ? g.star(g.ident(name)) : g.ident(name);
      return { type, node: target, set: one => g.assign(target, one) };
    }
    case 'Attribute':
      return fieldTarget(c, node);
    case 'Subscript':
      return node.slice.kind === 'Slice' ? undefined : itemTarget(c, node);
    default:
      return undefined;
  }
}

function assignStarred(c: Context, node: py.Tuple | py.List, star: number, from: Value): void {
  const items = listParts(c, from);
  const source = isSimple(items.node) ? items : c.temporary(items, 'items');
  const elt = source.type.kind === 'list' ? source.type.elt : any;
  const after = node.elts.length - star - 1;
  const length = g.call('len', source.node);
  node.elts.forEach((target, i) => {
    if (i < star) return assignTo(c, target, value(g.index(source.node, g.int(i)), elt, true));
    if (i > star) {
      const back = node.elts.length - i;
      return assignTo(c, target, value(g.index(source.node, g.binary(length, '-', g.int(back))), elt, true));
    }
    const rest =
      after === 0
        ? g.slice(source.node, g.int(star))
        : g.slice(source.node, g.int(star), g.binary(length, '-', g.int(after)));
    const inner = target.kind === 'Starred' ? target.value : target;
    assignTo(c, inner, value(g.pkgCall('slices', 'Clone', rest), { kind: 'list', elt }));
  });
}

/** `del m[k]`, `del xs[i]`, `del xs[a:b]`. */
export function deleteItem(c: Context, node: py.Subscript): void {
  const of = expression(c, node.value);
  const { type } = of;
  if (type.kind === 'dict' && node.slice.kind !== 'Slice') {
    const key = coerce(c, expression(c, node.slice, type.key), type.key).node;
    c.emit(g.exprStmt(c.isOrdered(type) ? g.method(of.node, 'Delete', key) : g.call('delete', of.node, key)));
    return;
  }
  if (type.kind !== 'list') return c.gap(`an item of a ${describe(type)} cannot be deleted here`, node);
  const place = assignable(c, node.value);
  const whole: Type = { kind: 'int' };
  if (node.slice.kind === 'Slice') {
    if (node.slice.step) return c.gap('this slice cannot be deleted in Go', node);
    const low = node.slice.lower ? coerce(c, expression(c, node.slice.lower), whole).node : g.int(0);
    const high = node.slice.upper ? coerce(c, expression(c, node.slice.upper), whole).node : g.call('len', place);
    c.emit(g.assign(place, g.pkgCall('slices', 'Delete', place, low, high)));
    return;
  }
  const at = position(c, of, expression(c, node.slice), node.slice);
  const next = at.index.kind === 'IntLit' ? g.int(Number(at.index.value) + 1) : g.binary(at.index, '+', g.int(1));
  c.emit(g.assign(place, g.pkgCall('slices', 'Delete', place, at.index, next)));
}
