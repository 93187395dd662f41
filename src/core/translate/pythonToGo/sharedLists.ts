/**
 * Lists that have two names. A slice of Go that grows may move, so a name for a list that is kept elsewhere is a pointer
 * to that place, or what is kept is written again.
 */
import type { Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { lengthChanging } from './modelFacts';
import { fieldTarget, itemTarget, type FieldTarget } from './places';

/** Whether a method or an operator makes the list of a name longer or shorter there. */
export function growsAt(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  switch (parent?.kind) {
    case 'Attribute': {
      const call = c.facts.parentOf(parent) as py.Node | undefined;
      const isCalled = call?.kind === 'Call' && call.func === parent;
      return isCalled && parent.attr.kind === 'Name' && lengthChanging.has(parent.attr.id);
    }
    case 'AugAssign':
      return parent.target === use;
    case 'Subscript': {
      const up = c.facts.parentOf(parent) as py.Node | undefined;
      if (up?.kind === 'Delete') return parent.value === use;
      return up?.kind === 'Assign' && up.targets.includes(parent) && parent.slice.kind === 'Slice';
    }
    default:
      return false;
  }
}

const isList = (type: Type): boolean => type.kind === 'list' || (type.kind === 'optional' && type.of.kind === 'list');

const grows = (c: Context, symbol: Symbol): boolean => symbol.uses.some(use => growsAt(c, use));

/** What a name stands for, where it is another name of a list that is kept in a place. */
type Shared = { kind: 'pointer' } | { kind: 'copy'; set(node: go.Expression): go.Statement };

const shared = new WeakMap<Symbol, Shared>();

/** The name is a pointer to the list. */
export const isListPointer = (symbol: Symbol): boolean => shared.get(symbol)?.kind === 'pointer';

/** What has to be written again when the list of this name has grown. */
export function writtenBack(symbol: Symbol | undefined, node: go.Expression): go.Statement | undefined {
  const known = symbol && shared.get(symbol);
  return known?.kind === 'copy' ? known.set(node) : undefined;
}

/** `bucket = self.buckets[i]` where the bucket grows: gives true where it is written. */
export function shareList(c: Context, target: py.Expression, node: py.Expression): boolean {
  const symbol = target.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  if (!symbol || symbol.captured || !isList(c.typeOf(node)) || !grows(c, symbol)) return false;
  const source = placeIn(c, node);
  if (!source) return false;
  const isOnly = symbol.uses.filter(use => isAssigned(c, use)).length === 1;
  if (!isOnly) return c.gap('a name for several lists of which one grows has no counterpart here', node);
  if (source.kind === 'call') {
    rememberCopy(c, symbol, source.call);
    return false;
  }
  const place = source.place;
  if (!place.node || isMapItem(c, source.node)) {
    shared.set(symbol, { kind: 'copy', set: one => place.set(one) });
    return false;
  }
  shared.set(symbol, { kind: 'pointer' });
  const name = c.nameOf(symbol);
  c.emit(g.define(name, g.unary('&', place.node)));
  return true;
}

type Source =
  | { kind: 'place'; node: py.Attribute | py.Subscript; place: FieldTarget }
  | { kind: 'call'; call: py.Call & { func: py.Attribute } };

function placeIn(c: Context, node: py.Expression): Source | undefined {
  switch (node.kind) {
    case 'Attribute':
      return { kind: 'place', node, place: fieldTarget(c, node) };
    case 'Subscript':
      return node.slice.kind === 'Slice' || c.typeOf(node.value).kind === 'tuple'
        ? undefined
        : { kind: 'place', node, place: itemTarget(c, node) };
    case 'Call': {
      const { func } = node;
      if (func.kind !== 'Attribute' || func.attr.kind !== 'Name' || !/^(get|setdefault)$/.test(func.attr.id))
        return undefined;
      return c.typeOf(func.value).kind === 'dict' ? { kind: 'call', call: { ...node, func } } : undefined;
    }
    default:
      return undefined;
  }
}

const isMapItem = (c: Context, node: py.Attribute | py.Subscript): boolean =>
  node.kind === 'Subscript' && c.typeOf(node.value).kind === 'dict';

/** `members = groups.setdefault(key, [])`: the same key is written again. */
function rememberCopy(c: Context, symbol: Symbol, call: py.Call & { func: py.Attribute }): void {
  const [key] = call.args;
  if (!key || key.kind === 'Keyword') return;
  const item: py.Subscript = {
    kind: 'Subscript',
    start: call.start,
    end: call.end,
    value: call.func.value,
    slice: key,
  };
  shared.set(symbol, { kind: 'copy', set: one => itemTarget(c, item).set(one) });
}

function isAssigned(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  if (parent?.kind === 'Assign') return parent.targets.some(target => target === use);
  return (parent?.kind === 'For' || parent?.kind === 'AnnAssign') && parent.target === use;
}

/** `for row in rows: row.append(1)`: the loop goes over the places. */
export function growsInLoop(c: Context, node: py.For): boolean {
  const symbol = node.target.kind === 'Name' ? c.facts.symbolOf(node.target) : undefined;
  if (!symbol || c.typeOf(node.target).kind !== 'list' || !grows(c, symbol)) return false;
  return true;
}

export function sharePointer(symbol: Symbol): void {
  shared.set(symbol, { kind: 'pointer' });
}

/**
 * Whether a list is put somewhere else and grows after that under its own name: what was put there does not grow with
 * it in Go.
 */
export function growsAfterStored(c: Context, symbol: Symbol, store: NodeBase): boolean {
  const loop = loopAround(c, store);
  const later = (use: NodeBase): boolean => use.start > store.start || (loop !== undefined && isInside(use, loop));
  const growth = symbol.uses.filter(use => later(use) && growsAt(c, use));
  return growth.some(use => {
    const between = symbol.uses.filter(one => isAssigned(c, one) || isCleared(c, one));
    if (use.start > store.start) return !between.some(one => one.start > store.start && one.start < use.start);
    return !between.some(one => loop && isInside(one, loop) && (one.start > store.start || one.start < use.start));
  });
}

/** `block = []` in another form. */
function isCleared(c: Context, use: NodeBase): boolean {
  const parent = c.facts.parentOf(use) as py.Node | undefined;
  return parent?.kind === 'For' && parent.target === use;
}

function loopAround(c: Context, node: NodeBase): NodeBase | undefined {
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'For' || at.kind === 'While') return at;
    if (at.kind === 'FunctionDef') return undefined;
  }
  return undefined;
}

const isInside = (node: NodeBase, outer: NodeBase): boolean => node.start >= outer.start && node.end <= outer.end;

/** Every name under a node that is kept as it is: `xs` in `rows.append(xs)` and in `[xs, 1]`. */
export function storedNames(c: Context, root: py.Expression): py.Name[] {
  const found: py.Name[] = [];
  const visit = (node: py.Expression): void => {
    if (node.kind === 'Name') found.push(node);
    else if (node.kind === 'Tuple' || node.kind === 'List') node.elts.forEach(visit);
  };
  visit(root);
  return found.filter(name => c.typeOf(name).kind === 'list');
}

/** Says so where a list that is stored goes on growing under its name. */
export function checkStored(c: Context, root: py.Expression): void {
  for (const name of storedNames(c, root)) {
    const symbol = c.facts.symbolOf(name);
    if (symbol && symbol.kind !== 'parameter' && growsAfterStored(c, symbol, name)) {
      c.gap('a list that is kept in two places and grows in one has no counterpart here', name);
    }
  }
}
