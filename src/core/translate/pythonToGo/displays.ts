/** Lists, tuples, sets and dicts that are written out. */
import { fieldList } from './namedTuples';
import { type Type, any, int, str } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce, commonType, withArticle } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { flagsOf, membersOf } from './enumOperators';
import { expression, operands } from './expressions';
import { isFailing } from './failingGenerators';
import { roundsOf } from './iteration';
import { sequenceOf } from './iterators';
import { plainType } from './keys';
import { type DictType, type ListType, dict, list, set, tuple } from './shapes';
import { kept } from './shownNumbers';
import { join, tupleHelper } from './settling';

// ---- displays ----

/** The type of a display: what the place wants, if it wants one of this kind, else what the facts say. */
function displayType<K extends Type['kind']>(
  c: Context,
  node: py.Expression,
  want: Type | undefined,
  kind: K,
): Extract<Type, { kind: K }> | undefined {
  const wanted = want?.kind === 'optional' ? want.of : want;
  // Where any value may stand, what is in it may be anything too, so that all such values have one form.
  if (wanted?.kind === 'any' && kind === 'list') return list(any) as Type as Extract<Type, { kind: K }>;
  if (wanted?.kind === 'any' && kind === 'dict' && hasTextKeys(node))
    return dict(str, any) as Type as Extract<Type, { kind: K }>;
  if (wanted?.kind === kind) return wanted as Extract<Type, { kind: K }>;
  const type = c.typeOf(node);
  return type.kind === kind ? (type as Extract<Type, { kind: K }>) : undefined;
}

const hasTextKeys = (node: py.Expression): boolean =>
  node.kind === 'Dict' && node.items.every(item => item.kind === 'DictItem' && item.key.kind === 'Str');

export function listDisplay(c: Context, node: py.List, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'list') ?? list(any);
  return sequence(c, node.elts, type);
}

/** A list that is written out; a `*part` in it is appended. */
export function sequence(c: Context, elts: readonly py.Expression[], type: ListType): Value {
  const first = elts.findIndex(elt => elt.kind === 'Starred');
  if (first < 0) {
    const items = operands(
      c,
      elts,
      elts.map(() => type.elt),
    ).map((item, i) => kept(c, elts[i]!, item, type.elt));
    return value(
      g.composite(
        c.goType(type),
        items.map(item => bare(item.node, type.elt)),
      ),
      type,
      false,
    );
  }
  const parts: go.Expression[] = [];
  let run: py.Expression[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push(sequence(c, run, type).node);
    run = [];
  };
  for (const elt of elts) {
    if (elt.kind !== 'Starred') run.push(elt);
    else {
      flush();
      parts.push(coerce(c, asList(c, expression(c, elt.value)), type).node);
    }
  }
  flush();
  return value(g.pkgCall('slices', 'Concat', ...parts), type);
}

/** Inside a literal the type of an inner literal is left out. */
function bare(node: go.Expression, elt: Type): go.Expression {
  if (node.kind !== 'CompositeLit' || !node.type || isInterface(elt)) return node;
  return g.composite(undefined, node.elts);
}

const isInterface = (type: Type): boolean =>
  type.kind === 'any' || type.kind === 'instance' || type.kind === 'optional';

/** Any sequence as a list, for places that take one. */
export function asList(c: Context, from: Value): Value {
  const { type, node } = from;
  switch (type.kind) {
    case 'list':
      return from;
    case 'iterator':
      if (isFailing(node)) return collectedRounds(c, from, type.elt);
      return value(g.pkgCall('slices', 'Collect', node), list(type.elt));
    case 'set':
      c.notes.assume('the order of a set does not matter');
      return plainItems(c, g.pkgCall('slices', 'Collect', g.pkgCall('maps', 'Keys', node)), type.elt);
    case 'dict':
      if (c.isOrdered(type)) return plainItems(c, g.pkgCall('slices', 'Clone', g.sel(node, 'Keys')), type.key);
      c.notes.assume('the order of the keys of a dict does not matter here');
      return plainItems(c, g.pkgCall('slices', 'Collect', g.pkgCall('maps', 'Keys', node)), type.key);
    case 'str':
      return value(g.pkgCall('strings', 'Split', node, g.str('')), list(str), from.pure);
    case 'tuple':
      return coerce(c, from, list(commonType(c, type.elts)));
    case 'optional':
      return asList(c, coerce(c, from, type.of));
    case 'bytes':
      return value(g.call(c.helper('byteValues'), node), list(int));
    case 'any':
      return coerce(c, from, list(any));
    case 'instance': {
      const flags = flagsOf(c, from);
      if (flags) return flags;
      const all = sequenceOf(c, from);
      if (all) return asList(c, all);
      const fields = fieldList(c, from);
      if (fields) return fields;
      return c.gap(`${withArticle(type)} cannot be taken for a list here`);
    }
    default:
      return membersOf(c, type) ?? c.gap(`a ${type.kind} cannot be taken for a list here`);
  }
}

/** All that a generator gives until it fails. */
function collectedRounds(c: Context, from: Value, elt: Type): Value {
  const result = c.resultVariable(list(elt), 'items');
  const target = g.ident(result.name);
  c.emit(result.start(g.composite(c.goType(list(elt)), [])));
  const rounds = roundsOf(c, from, { names: [] });
  c.emit(rounds.wrap([g.assign(target, g.call('append', target, rounds.values[0]!.node))]));
  return pure(target, list(elt));
}

/** The keys of a map as a list of what they stand for. */
function plainItems(c: Context, node: go.Expression, elt: Type): Value {
  const items = value(node, list(elt));
  return coerce(c, items, list(plainType(elt)));
}

export function tupleDisplay(c: Context, node: py.Tuple, want: Type | undefined): Value {
  if (want?.kind === 'list') return sequence(c, node.elts, want);
  if (node.elts.some(elt => elt.kind === 'Starred')) {
    const elts = node.elts.map(elt => c.typeOf(elt.kind === 'Starred' ? elt.value : elt));
    const elt = commonType(
      c,
      elts.map(type => (type.kind === 'list' ? type.elt : type)),
    );
    return sequence(c, node.elts, { ...list(elt), form: 'tuple' });
  }
  const wants = want?.kind === 'tuple' && want.elts.length === node.elts.length ? want.elts : [];
  const values = operands(c, node.elts, wants).map((item, i) => {
    const to = wants[i];
    return to ? kept(c, node.elts[i]!, item, to) : item.type.kind === 'none' ? { ...item, type: any } : item;
  });
  return makeTuple(c, values);
}

/** A tuple of values; one that is too long for its own type is a list if its parts are alike. */
export function makeTuple(c: Context, values: readonly Value[]): Value {
  const isPure = values.every(one => one.pure);
  if (values.length === 0) return pure(g.composite(g.sliceType(g.ident('any')), []), tuple());
  if (!tupleHelper(values.length)) {
    const elt = values.map(one => one.type).reduce(join);
    const type: ListType = { ...list(elt), form: 'tuple' };
    return value(
      g.composite(
        c.goType(type),
        values.map(one => coerce(c, one, elt).node),
      ),
      type,
    );
  }
  const type = tuple(...values.map(one => one.type));
  return value(
    g.composite(
      c.goType(type),
      values.map(one => one.node),
    ),
    type,
    isPure,
  );
}

export function setDisplay(c: Context, node: py.SetDisplay, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'set') ?? set(any);
  if (node.elts.some(elt => elt.kind === 'Starred')) return c.gap('* inside of a set has no counterpart here', node);
  const items = operands(c, node.elts).map(item => coerce(c, item, type.elt));
  return value(
    g.composite(
      c.goType(type),
      items.map(item => g.keyValue(item.node, g.composite(undefined, []))),
    ),
    type,
  );
}

export function dictDisplay(c: Context, node: py.Dict, want: Type | undefined): Value {
  const type = displayType(c, node, want, 'dict') ?? dict(any, any);
  if (node.items.some(item => item.kind !== 'DictItem')) return mergedDisplay(c, node, type);
  const items = node.items.flatMap(item => (item.kind === 'DictItem' ? [item] : []));
  const parts = operands(
    c,
    items.flatMap(item => [item.key, item.value]),
    items.flatMap(() => [type.key, type.value]),
  );
  const entries = items.map((_, i) =>
    g.keyValue(
      coerce(c, parts[2 * i]!, type.key).node,
      bare(kept(c, items[i]!.value, parts[2 * i + 1]!, type.value).node, type.value),
    ),
  );
  if (c.isOrdered(type)) return orderedDict(c, entries, type);
  return value(g.composite(c.goType(type), entries), type);
}

/** `{**defaults, "port": 80}`: what stands later wins, so the parts are written one after the other. */
function mergedDisplay(c: Context, node: py.Dict, type: DictType): Value {
  const name = c.freshLocal('merged');
  const merged = pure(g.ident(name), type);
  const [first, ...rest] = node.items;
  const head = first?.kind === 'DictSpread' ? coerce(c, expression(c, first.value, type), type) : undefined;
  const isCloned = head && !c.isOrdered(type);
  c.emit(g.define(name, isCloned ? g.pkgCall('maps', 'Clone', head.node) : c.emptyDict(type)));
  if (head && !isCloned) c.emit(copyInto(c, merged.node, head, type));
  for (const item of head ? rest : node.items) {
    if (item.kind === 'DictSpread') {
      c.emit(copyInto(c, merged.node, coerce(c, expression(c, item.value, type), type), type));
    } else if (item.kind === 'DictItem') {
      const [key, one] = operands(c, [item.key, item.value], [type.key, type.value]);
      c.emit(c.setItem(merged.node, type, coerce(c, key!, type.key).node, kept(c, item.value, one!, type.value).node));
    } else return c.gap('this dict has no counterpart here', item);
  }
  return merged;
}

function copyInto(c: Context, merged: go.Expression, from: Value, type: DictType): go.Statement {
  if (!c.isOrdered(type)) return g.exprStmt(g.pkgCall('maps', 'Copy', merged, from.node));
  const [key, item] = [c.scratch('key'), c.scratch('value')];
  return g.rangeStmt(key, item, g.method(from.node, 'All'), [c.setItem(merged, type, g.ident(key), g.ident(item))]);
}

/** A dict that keeps its order is made from pairs. */
export function orderedDict(c: Context, items: readonly go.KeyValueExpr[], type: DictType): Value {
  c.helper('orderedMap');
  const [key, of] = [c.goType(type.key), c.goType(type.value)];
  const pair = tuple(type.key, type.value);
  const made = g.call(
    g.index(g.ident('newOrderedMap'), key, of),
    ...items.map(item => g.composite(c.goType(pair), [item.key, fullValue(c, item.value, type.value)])),
  );
  return value(made, type);
}

function fullValue(c: Context, node: go.Expression, type: Type): go.Expression {
  return node.kind === 'CompositeLit' && !node.type ? g.composite(c.goType(type), node.elts) : node;
}
