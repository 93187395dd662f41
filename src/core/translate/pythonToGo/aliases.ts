/**
 * Lists with two names. `items = groups[key]` and `groups[key]` are one list in Python; in Go the one that grows is
 * another slice than the one that is kept, so what has grown is put back where it is kept.
 */
import type { Symbol } from '../../facts/facts';
import { int } from '../../facts/types';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { goName } from '../names';
import type { Context } from './context';
import { coerce } from './coerce';
import { expression } from './expressions';
import { calledFunction } from './fallible';
import { changedLists, isInLoop, reaches, scan, statementOf, staysSame } from './listFlow';
import { assignTo } from './targets';
import { value, type Value } from './value';

/** Writes the lists back that a statement has made longer or shorter by another name. */
export function keepInStep(c: Context, statement: py.Statement): void {
  keepKeys(c, statement);
  for (const name of changedLists(c, statement)) {
    const symbol = c.facts.symbolOf(name);
    if (!symbol || !isList(c, name)) continue;
    for (const place of placesOf(c, symbol, name)) {
      const { node, type } = expression(c, name);
      assignTo(c, place, value(node, type, true));
    }
  }
}

function isList(c: Context, name: py.Name): boolean {
  const type = c.typeOf(name);
  return (type.kind === 'optional' ? type.of : type).kind === 'list';
}

/** Where the list of a variable is kept as well. */
function placesOf(c: Context, symbol: Symbol, change: py.Name): py.Expression[] {
  if (symbol.kind === 'parameter') return [];
  const item = keptPlaces.get(symbol);
  if (item) return [item];
  const places: py.Expression[] = [];
  let fresh = false;
  for (const use of symbol.uses) {
    const origin = originOf(c, use);
    if (origin === 'fresh') fresh = true;
    else if (origin === 'unknown') c.gap('a list that is kept elsewhere too grows by another name', change);
    else if (origin && isReadElsewhere(c, origin, use)) places.push(withKey(c, origin, statementOf(c, use), symbol));
    const store = storeOf(c, use);
    if (store === 'unknown' && reaches(c, statementOf(c, use), symbol)) {
      c.gap('a list that is kept in two places and grows in one has no counterpart here', change);
    }
    if (typeof store === 'object' && reaches(c, store.statement, symbol))
      places.push(withKey(c, store.place, store.statement, symbol));
  }
  const spelled = new Map(places.map(place => [c.sourceOf(place) || JSON.stringify(place), place]));
  // A variable that holds now a list of its own, now one that is kept elsewhere.
  if (spelled.size > 1) return c.gap('a list that is kept in several places grows by another name', change);
  if (spelled.size === 1 && fresh && symbol.reassigned) {
    c.notes.assume(`what ${symbol.name} names when it grows is the list that is kept elsewhere`);
  }
  return [...spelled.values()];
}

const keyNames = new WeakMap<NodeBase, Value>();

/** The place with a key of its own, where the names in the key may mean something else by the time of the change. */
function withKey(c: Context, place: py.Expression, statement: NodeBase, symbol: Symbol): py.Expression {
  if (place.kind !== 'Subscript' || staysSame(c, place.slice, statement, symbol)) return place;
  let key = keyNames.get(statement);
  if (!key) {
    const type = c.typeOf(place.slice);
    const name = c.freshLocal(`${goName(symbol.name, 'variable')}Key`);
    c.declareLocal(name, type);
    keyNames.set(statement, (key = value(g.ident(name), type, true)));
  }
  return { ...place, slice: c.standIn(key) };
}

/** Remembers the key under which the statement keeps a list that grows later. */
function keepKeys(c: Context, statement: py.Statement): void {
  if (statement.kind !== 'Assign') return;
  for (const node of [...statement.targets, statement.value]) {
    const symbol = node.kind === 'Name' && isList(c, node) ? c.facts.symbolOf(node) : undefined;
    if (!symbol || symbol.kind === 'parameter' || !reaches(c, statement, symbol)) continue;
    const store = node === statement.value ? storeOf(c, node) : undefined;
    const place = typeof store === 'object' ? store.place : originOf(c, node);
    if (!place || place === 'fresh' || place === 'unknown' || place.kind !== 'Subscript') continue;
    withKey(c, place, statement, symbol);
    const key = keyNames.get(statement);
    if (key) c.emit(g.assign(key.node, coerce(c, expression(c, place.slice), key.type).node));
  }
}

/** Where the list comes from that a use binds the variable to; undefined where it binds nothing. */
function originOf(c: Context, use: NodeBase): py.Expression | 'fresh' | 'unknown' | undefined {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Assign' && parent.targets.some(one => one === use)) return source(c, parent.value);
  if (parent?.kind === 'AnnAssign' && parent.target === use) return parent.value && source(c, parent.value);
  if (parent?.kind !== 'Tuple') return undefined;
  const statement = c.facts.parentOf(parent) as py.Node | undefined;
  if (statement?.kind !== 'Assign' || !statement.targets.some(one => one === parent)) return undefined;
  const { value: from } = statement;
  if (from.kind === 'Tuple') return source(c, from.elts[parent.elts.findIndex(elt => elt === use)] ?? from);
  return from.kind === 'Call' ? 'fresh' : 'unknown';
}

function source(c: Context, node: py.Expression): py.Expression | 'fresh' | 'unknown' {
  switch (node.kind) {
    case 'Name':
    case 'Attribute':
      return node;
    case 'Subscript':
      return node.slice.kind === 'Slice' ? 'fresh' : node;
    case 'IfExp': {
      const sides = [source(c, node.body), source(c, node.orelse)];
      return sides.every(side => side === 'fresh') ? 'fresh' : 'unknown';
    }
    case 'Call': {
      if (givesKept(c, node)) return 'unknown';
      const { func } = node;
      const [key] = node.args;
      if (func.kind !== 'Attribute' || func.attr.kind !== 'Name' || !key || key.kind === 'Keyword') return 'fresh';
      const isLookup = func.attr.id === 'setdefault' || (func.attr.id === 'get' && node.args.length === 1);
      if (!isLookup || c.typeOf(func.value).kind !== 'dict') return 'fresh';
      return { kind: 'Subscript', start: -1, end: -1, value: func.value, slice: key as py.Expression };
    }
    default:
      return 'fresh';
  }
}

/** Whether a function of this file gives a list that an object goes on to keep. */
function givesKept(c: Context, node: py.Call): boolean {
  const called = calledFunction(node, c.model, c);
  if (called?.result.kind !== 'list') return false;
  let found = false;
  for (const statement of called.node.body) {
    walk(statement, one => {
      const { kind, value: given } = one as unknown as py.Return;
      if (kind === 'Return' && (given?.kind === 'Attribute' || given?.kind === 'Subscript')) {
        found ||= given.kind === 'Attribute' || given.slice.kind !== 'Slice';
      }
    });
  }
  return found;
}

/** A second name of a variable that nobody reads any more needs no care. */
function isReadElsewhere(c: Context, place: py.Expression, use: NodeBase): boolean {
  if (place.kind !== 'Name') return true;
  const symbol = c.facts.symbolOf(place);
  const at = c.placeOf(use)?.start ?? 0;
  if (!symbol) return false;
  if (symbol.captured || isInLoop(c, use)) return true;
  return symbol.uses.some(one => one !== place && (c.placeOf(one)?.start ?? 0) > at);
}

/** `groups[key] = items` and `rows.append(row)` keep the list of a variable; undefined for uses that keep nothing. */
function storeOf(c: Context, use: NodeBase): { statement: NodeBase; place: py.Expression } | 'unknown' | undefined {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Tuple' || parent?.kind === 'List') {
    const around = storeOf(c, parent);
    return around && 'unknown';
  }
  if (parent?.kind === 'Assign' && parent.value === use) {
    const [target] = parent.targets;
    const isPlace = target?.kind === 'Attribute' || (target?.kind === 'Subscript' && target.slice.kind !== 'Slice');
    return isPlace ? { statement: parent, place: target } : undefined;
  }
  if (parent?.kind !== 'Call' || parent.func.kind !== 'Attribute' || parent.args[0] !== use) return undefined;
  const { func } = parent;
  const statement = c.facts.parentOf(parent);
  if (func.attr.kind !== 'Name' || func.attr.id !== 'append' || statement?.kind !== 'Expr') return undefined;
  const place = { start: -1, end: -1 };
  const last: py.Expression = { kind: 'UnaryOp', ...place, op: '-', operand: { kind: 'Int', ...place, value: '1' } };
  return { statement, place: { kind: 'Subscript', ...place, value: func.value, slice: last } };
}

/** Variables that no assignment gives their list, and where it is kept: items of loops, targets of `with`. */
const keptPlaces = new WeakMap<Symbol, py.Expression>();

/** Remembers where the list of a variable is kept as well. */
export function keepPlace(symbol: Symbol, place: py.Expression): void {
  keptPlaces.set(symbol, place);
}

/** `for row in rows: row.append(0)`: remembers where the items are kept that the body makes longer or shorter. */
export function keepItems(c: Context, node: py.For, index: () => string): void {
  const { target, iter } = node;
  const names = target.kind === 'Tuple' ? target.elts : [target];
  names.forEach((name, i) => {
    const symbol = name.kind === 'Name' && isList(c, name) ? c.facts.symbolOf(name) : undefined;
    if (!symbol || scan(c, node.body, symbol) !== 'changes') return;
    const place = itemPlace(c, iter, target.kind === 'Tuple' ? target.elts[0] : index, i);
    if (place === 'unknown') c.gap('the items of a loop that grow have no counterpart here', name);
    if (place !== 'fresh') keptPlaces.set(symbol, place);
  });
}

/** Where an item of a loop is kept: under the key or number that the loop gives first, or the loop's own index. */
function itemPlace(
  c: Context,
  iter: py.Expression,
  first: py.Expression | (() => string) | undefined,
  at: number,
): py.Expression | 'fresh' | 'unknown' {
  const item = (of: py.Expression, slice: py.Expression): py.Expression => ({
    kind: 'Subscript',
    start: -1,
    end: -1,
    value: of,
    slice,
  });
  if (typeof first === 'function') {
    const isKept = iter.kind === 'Name' || iter.kind === 'Attribute' || iter.kind === 'Subscript';
    if (isKept && c.typeOf(iter).kind === 'list') return item(iter, c.standIn(value(g.ident(first()), int, true)));
    if (iter.kind === 'Tuple' || iter.kind === 'List' || isMethod(iter, 'values')) return 'unknown';
    return 'fresh';
  }
  if (at !== 1 || iter.kind !== 'Call' || first?.kind !== 'Name') return 'unknown';
  if (isMethod(iter, 'items') && iter.func.kind === 'Attribute') return item(iter.func.value, first);
  const [of, start] = iter.args;
  const isNumbered = c.facts.qualifiedName(iter.func) === 'builtins.enumerate' && !start;
  return isNumbered && of && of.kind !== 'Keyword' ? item(of as py.Expression, first) : 'unknown';
}

const isMethod = (node: py.Expression, name: string): boolean =>
  node.kind === 'Call' &&
  node.func.kind === 'Attribute' &&
  node.func.attr.kind === 'Name' &&
  node.func.attr.id === name;
