/**
 * Dicts and lists that stand for records: `{'name': 'Ada', 'born': 1815}` holds a text under one key and a number under
 * another. The type of the whole says no more than that it holds either; the key says which.
 */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { hasUnknown, joinAll, someType } from '../lattice';
import { childrenOf } from '../tree';
import { list, str, type Type } from '../types';
import { asPython, type PythonContext } from './context';

interface Records {
  /** What is stored under a constant key, anywhere in the file. */
  byKey: Map<string, py.Expression[]>;
  /** What is appended to the lists under a constant key. */
  appended: Map<string, py.Expression[]>;
  /** The list displays of each length. */
  byLength: Map<number, py.List[]>;
  /** Records come from a reader of CSV or from the groups of a pattern, which give texts. */
  hasReader: boolean;
  /** A handler of TypeError is there for the None of what a short row lacks. */
  mayLack: boolean;
}

const found = new WeakMap<PythonContext, Records>();

/** The type under a constant key of dicts that hold values of several types; `unknown` where that says no more. */
export function typeUnderKey(cx: PythonContext, key: string, whole: Type, node?: py.Subscript): Type {
  if (!leavesChoice(whole)) return whole;
  const { byKey, hasReader, mayLack } = recordsOf(cx);
  const stored = byKey.get(key) ?? [];
  if (hasReader && someMember(whole, 'str')) {
    if (node && isBeforeStore(cx, key, node)) return mayLack ? whole : str;
    if (stored.length === 0) return str;
  }
  return narrower(
    cx,
    stored.map(one => cx.typeOf(one)),
    whole,
  );
}

const someMember = (type: Type, kind: Type['kind']): boolean =>
  type.kind === 'optional'
    ? someMember(type.of, kind)
    : type.kind === 'union' && type.types.some(one => one.kind === kind);

/** `row["units"] = int(row["units"])`: what a reader of CSV or a pattern gave, until the record is given something else. */
function isBeforeStore(cx: PythonContext, key: string, read: py.Subscript): boolean {
  const name = read.value.kind === 'Name' ? cx.module.symbolOf(read.value) : undefined;
  const stores = (name?.uses ?? []).flatMap((use): py.Assign[] => {
    const target = cx.tree.parentOf(use) as py.Node | undefined;
    if (target?.kind !== 'Subscript' || target.slice.kind !== 'Str' || target.slice.value !== key) return [];
    const assign = cx.tree.parentOf(target) as py.Node | undefined;
    return assign?.kind === 'Assign' && assign.targets.includes(target) ? [assign] : [];
  });
  return stores.length > 0 && stores.every(one => read.start < one.end && !one.targets.includes(read));
}

/** The type at a place of lists that hold values of several types. */
export function typeAtPlace(cx: PythonContext, place: number, length: number | undefined, whole: Type): Type {
  if (!leavesChoice(whole)) return whole;
  const types: Type[] = [];
  for (const [size, lists] of recordsOf(cx).byLength) {
    if (length !== undefined ? size !== length : size <= place) continue;
    for (const { elts } of lists) {
      const elt = elts.at(place);
      if (elt) types.push(cx.typeOf(elt));
    }
  }
  return narrower(cx, types, whole);
}

/** What an empty display under a constant key comes to hold, as other records have it under that key. */
export function emptyUnderKey(cx: PythonContext, node: py.Expression): Type | undefined {
  const item = cx.tree.parentOf(node) as py.DictItem | undefined;
  if (item?.kind !== 'DictItem' || item.value !== node || item.key.kind !== 'Str') return undefined;
  const { byKey, appended } = recordsOf(cx);
  const others = (byKey.get(item.key.value) ?? []).filter(one => one !== node);
  const type = joinAll(
    others.map(one => cx.typeOf(one)),
    cx.commonBase,
  );
  if (!hasUnknown(type) && type.kind !== 'union') return type;
  const elt = joinAll(
    (appended.get(item.key.value) ?? []).map(one => cx.typeOf(one)),
    cx.commonBase,
  );
  return elt.kind === 'unknown' || node.kind !== 'List' ? undefined : list(elt);
}

const leavesChoice = (type: Type): boolean =>
  type.kind === 'union' || (type.kind === 'optional' && type.of.kind === 'union');

function narrower(cx: PythonContext, types: readonly Type[], whole: Type): Type {
  const type = joinAll(types, cx.commonBase);
  if (type.kind === 'unknown' || someType(type, part => part.kind === 'any')) return whole;
  // Containers of what may be None are read as they come.
  const inner = type.kind === 'optional' ? type.of : type;
  const isLoose = someType(inner, part => part.kind === 'optional' || part.kind === 'union');
  return isLoose || hasUnknown(type) ? whole : type;
}

/** Displays of more items than this are tables, not records. */
const maxFields = 40;

function nameOf(n: py.Expression): string | undefined {
  if (n.kind === 'Name') return n.id;
  return n.kind === 'Attribute' && n.attr.kind === 'Name' ? n.attr.id : undefined;
}

function recordsOf(cx: PythonContext): Records {
  const known = found.get(cx);
  if (known) return known;
  const records: Records = {
    byKey: new Map(),
    appended: new Map(),
    byLength: new Map(),
    hasReader: false,
    mayLack: false,
  };
  const add = (key: string, node: py.Expression, to = records.byKey): void => {
    const nodes = to.get(key);
    if (!nodes) to.set(key, [node]);
    else if (nodes.length < maxFields) nodes.push(node);
  };
  const visit = (node: NodeBase): void => {
    const n = asPython(node);
    if (n.kind === 'Dict') {
      for (const item of n.items)
        if (item.kind === 'DictItem' && item.key.kind === 'Str') add(item.key.value, item.value);
    } else if (n.kind === 'Assign') {
      for (const target of n.targets) {
        if (target.kind === 'Subscript' && target.slice.kind === 'Str') add(target.slice.value, n.value);
      }
    } else if (n.kind === 'Call' && /^(DictReader|groupdict)$/.test(nameOf(n.func) ?? '')) {
      records.hasReader = true;
    } else if (n.kind === 'ExceptHandler') {
      const types = n.type?.kind === 'Tuple' ? n.type.elts : n.type ? [n.type] : [];
      records.mayLack ||= types.some(one => nameOf(one) === 'TypeError');
    } else if (n.kind === 'Call' && n.func.kind === 'Name' && n.func.id === 'dict') {
      for (const arg of n.args) if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name') add(arg.arg.id, arg.value);
    } else if (n.kind === 'Call' && n.func.kind === 'Attribute') {
      const { value, attr } = n.func;
      const [arg] = n.args;
      const key = value.kind === 'Subscript' && value.slice.kind === 'Str' ? value.slice.value : undefined;
      if (key !== undefined && attr.kind === 'Name' && attr.id === 'append' && arg && arg.kind !== 'Keyword') {
        add(key, arg as py.Expression, records.appended);
      }
    } else if (n.kind === 'List' && n.elts.length > 1 && n.elts.length <= maxFields) {
      const lists = records.byLength.get(n.elts.length);
      if (lists) lists.push(n);
      else records.byLength.set(n.elts.length, [n]);
    }
    for (const child of childrenOf(n)) visit(child);
  };
  cx.module.roots.forEach(visit);
  found.set(cx, records);
  return records;
}
