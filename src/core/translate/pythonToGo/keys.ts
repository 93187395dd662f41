/**
 * Tuples of any length and frozen sets as keys of maps and items of sets. Go compares no slices and no maps, so a key
 * holds the items in an array of its own, and gives them again where they are looked at.
 */
import { any, type Type } from '../../facts/types';
import * as g from '../goNodes';
import { convert } from './coerce';
import type { Context } from './context';
import type { Symbol } from '../../facts/facts';
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { frozenName, keyType, list, set, tuple, tupleKeyName } from './shapes';
import { sameType, tupleFields } from './settling';
import { pure, value, type Value } from './value';

const isTupleKey = (type: Type): boolean => type.kind === 'instance' && type.name === tupleKeyName;
const isFrozenSet = (type: Type): boolean => type.kind === 'instance' && type.name === frozenName;

/** What the tuple or the set of a key holds. */
const heldBy = (type: Type): Type => (type.kind === 'instance' && type.args[0]) || any;

/** Whether the type is a key's, or a tuple of some. */
export const holdsKey = (type: Type): boolean =>
  isTupleKey(type) || isFrozenSet(type) || (type.kind === 'tuple' && type.elts.some(holdsKey));

/** What a key stands for, as the rest of the code knows it. */
export function plainType(type: Type): Type {
  if (isTupleKey(type)) return { ...list(plainType(heldBy(type))), form: 'tuple' };
  if (isFrozenSet(type)) return { kind: 'set', elt: heldBy(type) };
  return type.kind === 'tuple' ? tuple(...type.elts.map(plainType)) : type;
}

/** A key as the tuple or the set that it stands for; other values as they are. */
export function fromKey(c: Context, of: Value): Value {
  return holdsKey(of.type) ? (convert(c, of, plainType(of.type)) ?? of) : of;
}

/** The conversion to a key, from a key, or of lists and tuples that hold keys. */
export function convertKey(c: Context, from: Value, to: Type): Value | undefined {
  const { type } = from;
  if (isTupleKey(to)) return tupleKey(c, from, to);
  if (isFrozenSet(to)) {
    const items = type.kind === 'set' ? convert(c, from, set(heldBy(to))) : undefined;
    return items && value(g.call(c.helper('setKeyOf'), items.node), to, from.pure);
  }
  if (isTupleKey(type)) {
    const items = value(g.method(from.node, 'Items'), { ...list(heldBy(type)), form: 'tuple' }, from.pure);
    return convert(c, items, to);
  }
  if (isFrozenSet(type)) {
    return convert(c, value(g.method(from.node, 'Items'), set(heldBy(type)), from.pure), to);
  }
  if (type.kind === 'tuple' && to.kind === 'tuple') return convertParts(c, from, to);
  if (type.kind === 'list' && to.kind === 'list' && (holdsKey(type.elt) || holdsKey(to.elt))) {
    return convertItems(c, from, type.elt, to);
  }
  return undefined;
}

function tupleKey(c: Context, from: Value, to: Type): Value | undefined {
  const { type, node } = from;
  // What has just been taken out of a key goes back as it is.
  if (node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && node.fun.sel.name === 'Items') {
    return value(node.fun.x, to, from.pure);
  }
  if (type.kind !== 'list' && type.kind !== 'tuple' && type.kind !== 'any') return undefined;
  const items = convert(c, from, list(heldBy(to)));
  c.helper('tupleKey');
  return items && value(g.call('tupleKeyOf', uncopied(items.node)), to, from.pure);
}

/** A key copies the items itself. */
function uncopied(node: Value['node']): Value['node'] {
  const [copied] = node.kind === 'CallExpr' ? node.args : [];
  const isCopy =
    node.kind === 'CallExpr' &&
    node.fun.kind === 'SelectorExpr' &&
    node.fun.sel.name === 'Clone' &&
    node.fun.x.kind === 'Ident' &&
    node.fun.x.name === 'slices';
  return isCopy && copied ? copied : node;
}

/** The type of a variable that is given to maps and sets as a key and nothing else: it holds the key itself. */
export function keyVariableType(c: Context, symbol: Symbol, type: Type): Type {
  if (type.kind !== 'list' && type.kind !== 'tuple' && type.kind !== 'set') return type;
  const key = keyType(type);
  if (!holdsKey(key)) return type;
  const roles = symbol.uses.map(use => roleOf(c, use));
  return roles.includes('key') && roles.every(role => role !== 'other') ? key : type;
}

const keyMethods = /^(add|discard|remove|get|setdefault|pop)$/;

function roleOf(c: Context, use: NodeBase): 'given' | 'key' | 'other' {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  const isMap = (node: py.Expression): boolean => /^(set|dict)$/.test(c.typeOf(node).kind);
  switch (parent?.kind) {
    case 'Assign':
      return parent.targets.some(target => target === use) ? 'given' : 'other';
    case 'Subscript':
      return parent.slice === use && isMap(parent.value) ? 'key' : 'other';
    case 'Compare': {
      const [op] = parent.ops;
      const [whole] = parent.comparators;
      const isIn = parent.ops.length === 1 && (op === 'in' || op === 'not in');
      return isIn && parent.left === use && whole && isMap(whole) ? 'key' : 'other';
    }
    case 'Call': {
      const { func } = parent;
      const isMethod = func.kind === 'Attribute' && func.attr.kind === 'Name' && keyMethods.test(func.attr.id);
      return isMethod && parent.args[0] === use && isMap(func.value) ? 'key' : 'other';
    }
    default:
      return 'other';
  }
}

function convertParts(c: Context, from: Value, to: Type & { kind: 'tuple' }): Value | undefined {
  const elts = from.type.kind === 'tuple' ? from.type.elts : [];
  if (elts.length !== to.elts.length || elts.length < 2) return undefined;
  const isWritten = from.node.kind === 'CompositeLit';
  const source = isWritten ? from : c.temporary(from, 'items');
  const parts = elts.map((elt, i) => {
    const written = source.node.kind === 'CompositeLit' ? source.node.elts[i] : undefined;
    const node = written && written.kind !== 'KeyValueExpr' ? written : g.sel(source.node, tupleFields[i] ?? 'First');
    return convert(c, value(node, elt, from.pure), to.elts[i] ?? any);
  });
  if (parts.some(part => part === undefined)) return undefined;
  return value(
    g.composite(
      c.goType(to),
      parts.flatMap(part => (part ? [part.node] : [])),
    ),
    to,
    from.pure,
  );
}

function convertItems(c: Context, from: Value, elt: Type, to: Type & { kind: 'list' }): Value | undefined {
  const item = c.scratch('item');
  const { before, result } = c.capture(() => convert(c, pure(g.ident(item), elt), to.elt));
  if (!result || sameType(elt, to.elt)) return undefined;
  const name = c.freshLocal('items');
  const add = g.assign(g.ident(name), g.call('append', g.ident(name), result.node));
  c.emit(g.define(name, g.composite(c.goType(to), [])), g.rangeStmt(undefined, item, from.node, [...before, add]));
  return pure(g.ident(name), to);
}
