/** Places that Go can write to: items, fields, lists that grow. */
import { type Type, any } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { fieldName, receiver } from './attributes';
import { finishCall, methodOf } from './calls';
import { isReadOnly } from './fallible';
import { isNamedTuple } from './modelFacts';
import { nearestField } from './classVariables';
import { coerce, withArticle } from './coerce';
import { setItem } from './comprehensions';
import { type Context } from './context';
import { type Value, isLiteral } from './value';
import { asByteList } from './library/bytes';
import { asList } from './displays';
import { libraryField } from './library';
import { expression, operands } from './expressions';
import { withDefault } from './library/defaultdicts';
import { hasKey } from './membership';
import { isInstanceOfFile } from './modelFacts';
import type { FunctionModel } from './models';
import { missingKeyText } from './plainTexts';
import { position } from './subscripts';
import { isNonNegative } from './ranges';
import { isAny } from './types';
import { variableType } from './variables';

const byte: Type = { kind: 'int', go: 'byte' };

export interface FieldTarget {
  type: Type;
  node: go.Expression | undefined;
  set(value: go.Expression): go.Statement;
}

/** What is frozen, or a property without a setter, says so when it is assigned to. */
function refuseChange(c: Context, owner: string, name: string): FieldTarget {
  const model = c.model.classes.get(owner);
  const [error, message] = isReadOnly(c.model.method(owner, name))
    ? ['builtins.AttributeError', `property '${name}' of '${owner}' object has no setter`]
    : model !== undefined && isNamedTuple(model)
      ? ['builtins.AttributeError', "can't set attribute"]
      : ['dataclasses.FrozenInstanceError', `cannot assign to field '${name}'`];
  c.model.raised.add(error);
  const [fail, ...more] = c.fail(c.model.exceptions.make(c, error, g.str(message)), [error]);
  if (!fail || more.length > 0) return c.gap(`${name} of ${owner} cannot be assigned to`);
  return { type: c.model.field(owner, name)?.type ?? any, node: undefined, set: () => fail };
}

export function fieldTarget(c: Context, node: py.Attribute): FieldTarget {
  if (node.attr.kind !== 'Name') return c.gap('this cannot be assigned to in Go', node);
  const name = node.attr.id;
  const ofClass = c.facts.typeOf(node.value);
  if (ofClass.kind === 'class' && ofClass.name.startsWith('.')) {
    const owner = c.model.classes.get(ofClass.name.slice(1));
    const field = owner && nearestField(c, owner, name);
    if (field && field.owner !== owner)
      return c.gap(`${name} belongs to ${field.owner.name}: a class below it gets its own here`, node);
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
  const known = libraryField(c, of, name);
  if (known?.node.kind === 'SelectorExpr') {
    const { node: target, type: of } = known;
    return { type: of, node: target, set: one => g.assign(target, one) };
  }
  if (owner === undefined) return c.gap(`a field of ${withArticle(type)} cannot be set here`, node);
  const setter = c.model.setter(owner, name);
  if (setter) return setterTarget(c, of, setter, name);
  const field = c.model.field(owner, name);
  if (c.model.classes.get(owner)?.isFrozen || isReadOnly(c.model.method(owner, name)))
    return refuseChange(c, owner, name);
  if (!field) return c.gap(`${owner} has no field ${name} that is known here`, node);
  const target = g.sel(of.node, fieldName(c, name));
  return { type: field.type, node: target, set: one => g.assign(target, one) };
}

/** A property is assigned to by a call of its setter. */
function setterTarget(c: Context, of: Value, setter: FunctionModel, name: string): FieldTarget {
  const fun = methodOf(c, of, setter, name);
  return {
    type: setter.params[0]?.type ?? any,
    node: undefined,
    set: one => checkedCall(c, g.call(fun, one), setter.fallible),
  };
}

/** A call without a value as one statement, with what its error needs. */
function checkedCall(c: Context, call: go.CallExpr, fallible: boolean): go.Statement {
  if (!fallible) return g.exprStmt(call);
  const err = g.ident(c.errorName());
  return g.ifStmt(g.binary(err, '!=', g.nil()), c.fail(err), undefined, g.assign(err, call));
}

/** `x[i]` on the left side; `node` is there where Go can assign to it directly. */
export function itemTarget(c: Context, node: py.Subscript): FieldTarget {
  const [whole, key] = operands(c, [node.value, node.slice]);
  let of = whole!;
  if (of.type.kind === 'optional') of = coerce(c, of, of.type.of);
  const { type } = of;
  if (type.kind === 'dict') {
    const parent = c.facts.parentOf(node);
    const known =
      parent?.kind === 'AugAssign' ? withDefault(c, of, coerce(c, key!, type.key), type) : coerce(c, key!, type.key);
    ensureInner(c, node.value, of);
    const target = c.isOrdered(type) ? undefined : g.index(of.node, known.node);
    return { type: type.value, node: target, set: one => setItem(c, of.node, type, known.node, one) };
  }
  if (type.kind === 'list' || type.kind === 'bytes') {
    const at = position(c, of, key!, node.slice);
    const target = g.index(at.of.node, at.index);
    return { type: type.kind === 'list' ? type.elt : byte, node: target, set: one => g.assign(target, one) };
  }
  if (type.kind === 'instance' && type.name.startsWith('.')) {
    const method = c.model.method(type.name.slice(1), '__setitem__');
    const [first, second] = method?.params ?? [];
    if (method && first && second) {
      const at = coerce(c, key!, first.type);
      return {
        type: second.type,
        node: undefined,
        set: one => checkedCall(c, g.method(of.node, method.goName, at.node, one), method.fallible),
      };
    }
  }
  if (isAny(type, c)) {
    const helper = c.helper('setItemOf');
    return { type: any, node: undefined, set: one => g.exprStmt(g.call(helper, of.node, key!.node, one)) };
  }
  return c.gap(`an item of ${withArticle(type)} cannot be set here`, node);
}

/** A defaultdict makes the inner map when it is first asked for; Go's nil map cannot be written to. */
export function ensureInner(c: Context, node: py.Expression, inner: Value): void {
  if (node.kind !== 'Subscript' || inner.node.kind !== 'IndexExpr') return;
  const outer = c.facts.typeOf(node.value);
  if (outer.kind !== 'instance' || outer.name !== 'collections.defaultdict') return;
  if (inner.type.kind !== 'dict' && inner.type.kind !== 'set') return;
  c.emit(
    g.ifStmt(g.binary(inner.node, '==', g.nil()), [
      g.assign(
        inner.node,
        inner.type.kind === 'dict' ? c.emptyDict(inner.type) : g.composite(c.goType(inner.type), []),
      ),
    ]),
  );
}

export function assignSlice(c: Context, node: py.Subscript, slice: py.Slice, from: Value): void {
  const whole = expression(c, node.value);
  const of = whole.type.kind === 'bytes' ? asByteList(whole) : whole;
  if (of.type.kind !== 'list') return c.gap('this slice cannot be assigned to in Go', node);
  const given = from.type.kind === 'bytes' && whole.type.kind === 'bytes' ? asByteList(from) : asList(c, from);
  const items = coerce(c, given, of.type);
  if (slice.step) return assignSteps(c, slice, slice.step, of, items);
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
  c.emit(g.assign(place, g.spread(c.helper('replacedPart'), of.node, low, high, items.node)));
}

/** `sieve[4::2] = [False] * n`: as many items as there are places, or Python raises. */
function assignSteps(c: Context, slice: py.Slice, step: py.Expression, of: Value, items: Value): void {
  if (step.kind === 'UnaryOp') return c.gap('a slice that is assigned to backwards has no counterpart here', step);
  if (!isNonNegative(c, step)) c.notes.assume('the step of a slice is positive');
  const bound = (node: py.Expression | undefined, otherwise: go.Expression): go.Expression => {
    if (!node) return otherwise;
    if (node.kind === 'UnaryOp') return c.gap('a slice from the end that is assigned to has no counterpart here', node);
    if (!isNonNegative(c, node)) c.notes.assume('the bounds of a slice are not negative');
    return coerce(c, expression(c, node), { kind: 'int' }).node;
  };
  const length = g.call('len', of.node);
  const end = slice.upper ? g.call('min', bound(slice.upper, length), length) : length;
  const [from, by] = [bound(slice.lower, g.int(0)), coerce(c, expression(c, step), { kind: 'int' }).node];
  const [i, at] = [c.scratch('i'), c.scratch('at')];
  const same = sameItem(items.node);
  const source = same ?? c.temporary(items, 'items').node;
  const target = g.index(of.node, g.ident(at));
  c.emit(
    same
      ? g.forStmt(g.define(at, from), g.binary(g.ident(at), '<', end), g.assign(g.ident(at), by, '+='), [
          g.assign(target, source),
        ])
      : g.forStmt(
          g.define([i, at], [g.int(0), from]),
          g.binary(g.ident(at), '<', end),
          g.assign([g.ident(i), g.ident(at)], [g.binary(g.ident(i), '+', g.int(1)), g.binary(g.ident(at), '+', by)]),
          [g.assign(target, g.index(source, g.ident(i)))],
        ),
  );
}

/** The item of a list that was made by repeating it. */
function sameItem(node: go.Expression): go.Expression | undefined {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'Ident') return undefined;
  const [first] = node.args;
  if (node.fun.name === 'make' && first?.kind === 'ArrayType') return zeroOf(first.elt);
  if (!/^(python)?[rR]epeated$/.test(node.fun.name) || first?.kind !== 'CompositeLit' || first.elts.length !== 1)
    return undefined;
  const [only] = first.elts;
  return only && only.kind !== 'KeyValueExpr' && (isLiteral(only) || only.kind === 'Ident') ? only : undefined;
}

function zeroOf(type: go.Expression): go.Expression | undefined {
  if (type.kind !== 'Ident') return undefined;
  return type.name === 'bool' ? g.bool(false) : /^(int|byte|float64)$/.test(type.name) ? g.int(0) : undefined;
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
  if (!isPlace(of.node) && (node.kind === 'Subscript' || node.kind === 'Attribute')) {
    // A place for values of any type is read as a list, and given one.
    const target = node.kind === 'Subscript' ? itemTarget(c, node) : fieldTarget(c, node);
    if (target.type.kind === 'any') return { node: of.node, set: one => target.set(one) };
  }
  const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
  // Who else has the list would not see that it became another slice.
  if (symbol && !isPlace(of.node) && isAny(variableType(c, symbol), c))
    return c.gap('a list of any type cannot be changed in place here', node);
  const kept = isPlace(of.node) ? of.node : assignable(c, node);
  if (kept.kind === 'CallExpr') return c.gap('a list of any type cannot be changed in place here', node);
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

/** `del m[k]`, `del xs[i]`, `del xs[a:b]`. */
export function deleteItem(c: Context, node: py.Subscript): void {
  const of = expression(c, node.value);
  const { type } = of;
  if (type.kind === 'dict' && node.slice.kind !== 'Slice') {
    const key = coerce(c, expression(c, node.slice, type.key), type.key).node;
    // A Counter counts what is not in it as 0, and lets it be deleted.
    if (type.form !== 'Counter' && c.isCaught('builtins.KeyError')) {
      const entries = c.isOrdered(type) ? g.sel(of.node, 'Values') : of.node;
      const missing = c.model.exceptions.make(c, 'builtins.KeyError', missingKeyText(c, key, type.key));
      c.emit(g.ifStmt(g.not(hasKey(c, entries, key)), c.fail(missing)));
    }
    c.emit(g.exprStmt(c.isOrdered(type) ? g.method(of.node, 'Delete', key) : g.call('delete', of.node, key)));
    return;
  }
  const remove = isInstanceOfFile(type) ? c.model.method(type.name.slice(1), '__delitem__') : undefined;
  if (remove) {
    const [param] = remove.params;
    const key = expression(c, node.slice, param?.type);
    const call = g.method(of.node, remove.goName, (param ? coerce(c, key, param.type) : key).node);
    const made = finishCall(c, call, remove.result, remove.fallible);
    if (made.node.kind === 'CallExpr') c.emit(g.exprStmt(made.node));
    return;
  }
  if (isAny(type, c) && node.slice.kind !== 'Slice' && c.typeOf(node.slice).kind === 'str') {
    c.emit(g.exprStmt(g.call(c.helper('deleteItemOf'), of.node, expression(c, node.slice).node)));
    return;
  }
  if (type.kind !== 'list' && type.kind !== 'bytes')
    return c.gap(`an item of ${withArticle(type)} cannot be deleted here`, node);
  const place = assignable(c, node.value);
  const whole: Type = { kind: 'int' };
  if (node.slice.kind === 'Slice') {
    if (node.slice.step) return c.gap('this slice cannot be deleted in Go', node);
    const low = node.slice.lower ? coerce(c, expression(c, node.slice.lower), whole).node : g.int(0);
    const high = node.slice.upper ? coerce(c, expression(c, node.slice.upper), whole).node : g.call('len', place);
    const isWhole = !node.slice.lower && !node.slice.upper;
    const rest = isWhole ? g.slice(place, undefined, g.int(0)) : g.call(c.helper('replacedPart'), place, low, high);
    c.emit(g.assign(place, rest));
    return;
  }
  const at = position(c, of, expression(c, node.slice), node.slice);
  const next = at.index.kind === 'IntLit' ? g.int(Number(at.index.value) + 1) : g.binary(at.index, '+', g.int(1));
  c.emit(g.assign(place, g.pkgCall('slices', 'Delete', place, at.index, next)));
}
