/** Built-ins that make a list, a set or a dict of what they are given. */
import { plainTuple } from './namedTuples';
import { asOneList } from './iteration';
import { type Type, any } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce, truth } from './coerce';
import { eachOf } from './comprehensions';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { orderedCopy } from './dicts';
import { asList } from './displays';
import { expression } from './expressions';
import { nameHint } from './conditionals';
import { applyTo } from './lambdas';
import { hasRounds } from './library';
import { positional } from './arguments';
import { makesNew } from './newLists';
import { sameType } from './settling';
import { dict, list, set } from './shapes';
import { isComparable } from './types';

/** A lazy value as something that can be looked through: `map`, `zip` and generators as lists. */
export function materialized(c: Context, node: py.Expression, want?: Type): Value {
  if (node.kind === 'GeneratorExp') return expression(c, node, want);
  if (node.kind === 'Call') {
    const name = c.facts.qualifiedName(node.func);
    const unique = name === 'builtins.dict.fromkeys' ? uniqueItems(c, node) : undefined;
    if (unique) return unique;
    if (name && /^builtins\.(range|zip|enumerate|reversed)$/.test(name)) return collected(c, node, want);
    if (isView(c, node)) return collected(c, node, want);
  }
  return asOneList(c, node, expression(c, node, want));
}

/** The keys, values or items of a dict, or of a value of any type, which then is one. */
function isView(c: Context, { func }: py.Call): boolean {
  if (func.kind !== 'Attribute' || func.attr.kind !== 'Name' || !/^(items|keys|values)$/.test(func.attr.id))
    return false;
  const { kind } = c.typeOf(func.value);
  return kind === 'dict' || kind === 'any';
}

/** `list(…)`: a new list of all that comes. */
export function collected(c: Context, node: py.Expression, want?: Type): Value {
  if (node.kind === 'GeneratorExp') return expression(c, node, want);
  const name = node.kind === 'Call' ? c.facts.qualifiedName(node.func) : undefined;
  const isMap = name === 'builtins.map' || name === 'builtins.filter';
  const isRounds =
    hasRounds(name) ||
    (node.kind === 'Call' && isView(c, node)) ||
    (name !== undefined && /^builtins\.(range|zip|enumerate|reversed|dict\.(items|values|keys|fromkeys))$/.test(name));
  if (!isRounds && !isMap) {
    const of = expression(c, node);
    if (of.type.kind === 'list') {
      return value(
        makesNew(c, node) || of.node.kind === 'CompositeLit' ? of.node : g.pkgCall('slices', 'Clone', of.node),
        list(of.type.elt),
        of.pure,
      );
    }
    if (of.type.kind !== 'set' && of.type.kind !== 'dict' && of.type.kind !== 'instance') return asList(c, of);
  }
  if (isMap) return expression(c, node);
  const offered = c.resultVariable(want?.kind === 'list' ? want : c.typeOf(node), nameHint(list(any)));
  const result = offered.name;
  let elt: Type | undefined;
  const loop = c.block(() =>
    eachOf(c, node, item => {
      elt = want?.kind === 'list' ? want.elt : item.type;
      return [g.assign(g.ident(result), g.call('append', g.ident(result), coerce(c, item, elt).node))];
    }),
  );
  const to = list(elt ?? any);
  const last = loop.pop();
  c.emit(...loop, offered.start(g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}

export function setFrom(c: Context, node: py.Expression): Value {
  if (node.kind === 'GeneratorExp') {
    const made = expression(c, { ...node, kind: 'SetComp' } as py.SetComp, set(elementType(c, node)));
    return made;
  }
  const items = asList(c, materialized(c, node));
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  const to = set(elt);
  if (items.node.kind === 'CompositeLit' && sameType(to.elt, elt))
    return value(g.call(c.helper('setOf'), ...literalItems(items.node)), to);
  return value(g.spread(c.helper('setOf'), coerce(c, items, list(to.elt)).node), to);
}

function literalItems(node: go.CompositeLit): go.Expression[] {
  return node.elts.map(elt => (elt.kind === 'KeyValueExpr' ? elt.value : elt));
}

function elementType(c: Context, node: py.GeneratorExp): Type {
  return c.typeOf(node.elt);
}

export function dictCall(c: Context, node: py.Call, args: py.Expression[], want?: Type): Value {
  const known = want?.kind === 'dict' ? want : c.typeOf(node);
  const type = known.kind === 'dict' ? known : dict(any, any);
  const [first] = args;
  if (!first || node.args.length > 1) {
    // `dict(defaults, port=80)` is `{**defaults, "port": 80}`.
    if (args.length > 1 || (first && c.typeOf(first).kind !== 'dict'))
      return c.gap('this dict has no counterpart here', node);
    const items = node.args.map((arg): py.DictItem | py.DictSpread => {
      const at = { start: -1, end: -1 };
      if (arg.kind !== 'Keyword') return { kind: 'DictSpread', ...at, value: arg as py.Expression };
      if (arg.arg?.kind !== 'Name') return { kind: 'DictSpread', ...at, value: arg.value };
      return { kind: 'DictItem', ...at, key: { kind: 'Str', ...at, value: arg.arg.id }, value: arg.value };
    });
    return expression(c, { kind: 'Dict', start: -1, end: -1, items }, type);
  }
  const source = c.typeOf(first);
  if (source.kind === 'dict') {
    const of = expression(c, first);
    // A dict that is made of a Counter is no Counter.
    const plain = dict(source.key, source.value);
    if (of.type.kind === 'dict' && c.isOrdered(of.type)) return orderedCopy(c, of, plain);
    return value(g.pkgCall('maps', 'Clone', of.node), plain);
  }
  const name = c.freshLocal('result');
  const loop = c.block(() =>
    eachOf(c, first, item => {
      const { before, result: pair } = c.capture(() =>
        item.type.kind === 'list' ? listPair(c, item, item.type.elt) : c.pairParts(asPair(c, item, node)),
      );
      const [key, of] = pair;
      return [...before, c.setItem(g.ident(name), type, coerce(c, key, type.key).node, coerce(c, of, type.value).node)];
    }),
  );
  c.emit(g.define(name, c.emptyDict(type)), ...loop);
  return pure(g.ident(name), type);
}

const asPair = (c: Context, item: Value, node: py.Call): Value =>
  item.type.kind === 'tuple' ? item : (plainTuple(c, item) ?? c.gap('this dict has no counterpart here', node));

/** A pair that is a list: `line.split("=", 1)`. */
function listPair(c: Context, item: Value, elt: Type): [Value, Value] {
  const parts = c.temporary(item, 'parts').node;
  c.notes.assume('what a dict is made of are pairs');
  return [value(g.index(parts, g.int(0)), elt, true), value(g.index(parts, g.int(1)), elt, true)];
}

/** `dict.fromkeys(keys, value)`. */
export function dictFromKeys(c: Context, node: py.Call, want?: Type): Value | undefined {
  const [keys, item] = positional(node);
  if (!keys) return undefined;
  const known = want?.kind === 'dict' ? want : c.typeOf(node);
  const type = known.kind === 'dict' ? known : dict(any, any);
  const result = c.resultVariable(type, 'result');
  const one = item ? coerce(c, expression(c, item, type.value), type.value) : pure(g.nil(), type.value);
  const kept = one.node.kind === 'CompositeLit' || one.node.kind === 'CallExpr' ? c.temporary(one, 'value') : one;
  const loop = c.block(() =>
    eachOf(c, keys, key => [c.setItem(g.ident(result.name), type, coerce(c, key, type.key).node, kept.node)]),
  );
  c.emit(result.start(c.emptyDict(type)), ...loop);
  return pure(g.ident(result.name), type);
}

/** `dict.fromkeys(items)` that is only looked through: each item once, in the order of the first ones. */
export function uniqueItems(c: Context, node: py.Call): Value | undefined {
  const [keys, item] = positional(node);
  if (!keys || item) return undefined;
  const items = asList(c, materialized(c, keys));
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  if (!isComparable(elt, c)) return undefined;
  return value(g.call(c.helper('unique'), items.node), list(elt));
}

export function mapCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [func, items, more] = args;
  if (!func || !items || more) return c.gap('map over several sequences has no counterpart here', node);
  const result = c.freshLocal('items');
  let elt: Type = any;
  const loop = c.block(() =>
    eachOf(c, items, item => {
      const { before, result: made } = c.capture(() => applyTo(c, func, [item]));
      elt = made.type;
      return [...before, g.assign(g.ident(result), g.call('append', g.ident(result), made.node))];
    }),
  );
  const to = list(elt);
  const last = loop.pop();
  c.emit(...loop, g.define(result, g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}

export function filterCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [func, items] = args;
  if (!func || !items) return c.gap('this call has no counterpart here', node);
  const result = c.freshLocal('items');
  let elt: Type = any;
  const loop = c.block(() =>
    eachOf(c, items, item => {
      elt = item.type;
      const { before, result: test } = c.capture(() =>
        func.kind === 'None' ? truth(c, item) : truth(c, applyTo(c, func, [item])),
      );
      return [...before, g.ifStmt(test, [g.assign(g.ident(result), g.call('append', g.ident(result), item.node))])];
    }),
  );
  const to = list(elt);
  const last = loop.pop();
  c.emit(...loop, g.define(result, g.composite(c.goType(to), [])));
  if (last) c.emit(last);
  return pure(g.ident(result), to);
}
