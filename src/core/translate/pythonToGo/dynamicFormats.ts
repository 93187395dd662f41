/** Formats that are not written out in the source: they are read when the program runs. */
import { any, str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import type { Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { isFormed } from './forms';
import { textOf } from './formatting';
import { list } from './shapes';
import { asShown } from './shownNumbers';
import { isAny } from './types';
import { value, type Value } from './value';

const dictOfAny: Type = { kind: 'dict', key: str, value: any };

/** A value by a format that is computed. */
export function formattedAtRunTime(c: Context, from: Value, spec: go.Expression): Value {
  return value(g.call(c.helper('formatValue'), formattable(c, from), spec), str);
}

/** A value as the helpers take it: numbers and texts as they are, what only its type knows how to write as its text. */
function formattable(c: Context, from: Value): go.Expression {
  const { type } = from;
  if (type.kind === 'float' && type.whole) {
    return c.gap('a number that may be whole has no counterpart with a format that is not a literal');
  }
  if (type.kind === 'instance' && type.name.startsWith('datetime.')) {
    return c.gap('a time with a format that is not a literal has no counterpart here');
  }
  if (isFormed(type) || (type.kind === 'str' && type.form) || type.kind === 'error' || type.kind === 'instance') {
    return textOf(c, from);
  }
  return coerce(c, from, any).node;
}

/** The arguments of a call, and of each item of what is spread. */
function spreadValues(
  c: Context,
  args: readonly (py.Expression | py.Starred)[],
): { values: go.Expression[]; spread?: go.Expression } {
  const isStarred = args.some(arg => arg.kind === 'Starred');
  const one = (arg: py.Expression): go.Expression => formattable(c, asShown(c, arg, expression(c, arg)));
  if (!isStarred) return { values: (args as py.Expression[]).map(one) };
  const anyList = c.goType(list(any));
  const parts: go.Expression[] = [];
  for (const arg of args) {
    if (arg.kind === 'Starred') parts.push(listOfValues(c, asList(c, expression(c, arg.value))));
    else parts.push(g.composite(anyList, [one(arg)]));
  }
  return { values: [], spread: parts.length === 1 ? parts[0]! : g.pkgCall('slices', 'Concat', ...parts) };
}

function listOfValues(c: Context, items: Value): go.Expression {
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  if (isAny(elt, c)) return items.node;
  if (/^(int|str|bool)$/.test(elt.kind) || (elt.kind === 'float' && !elt.whole)) {
    return coerce(c, items, list(any)).node;
  }
  const [all, item] = [c.freshLocal('values'), c.freshLocal('item')];
  c.declareLocal(all, list(any));
  c.emit(g.assign(g.ident(all), g.composite(c.goType(list(any)), [])));
  const body = c.block(() =>
    c.emit(g.assign(g.ident(all), g.call('append', g.ident(all), formattable(c, value(g.ident(item), elt, true))))),
  );
  c.emit(g.rangeStmt(undefined, item, items.node, body));
  return g.ident(all);
}

function calling(
  c: Context,
  helper: string,
  first: go.Expression,
  named: go.Expression,
  args: ReturnType<typeof spreadValues>,
): Value {
  const name = c.helper(helper);
  const call = args.spread ? g.spread(name, first, named, args.spread) : g.call(name, first, named, ...args.values);
  return value(call, str);
}

/** `template.format(…)` and `template.format_map(…)` where the template is computed. */
export function filledAtRunTime(c: Context, template: py.Expression, node: py.Call, isMap = false): Value {
  const first = coerce(c, expression(c, template), str).node;
  const places: (py.Expression | py.Starred)[] = [];
  const named: { name: string; value: py.Expression }[] = [];
  let mapping: py.Expression | undefined;
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword' && (!isMap || arg.kind === 'Starred')) places.push(arg);
    else if (arg.kind !== 'Keyword') mapping = arg;
    else if (arg.arg?.kind === 'Name') named.push({ name: arg.arg.id, value: arg.value });
    else mapping = arg.value;
  }
  if (mapping && named.length > 0) return c.gap('this format has no counterpart here', node);
  const args = spreadValues(c, places);
  const pairs = named.map(one =>
    g.keyValue(g.str(one.name), formattable(c, asShown(c, one.value, expression(c, one.value)))),
  );
  const names = mapping
    ? mapOfValues(c, mapping)
    : pairs.length > 0
      ? g.composite(c.goType(dictOfAny), pairs)
      : g.nil();
  return calling(c, 'formatTemplate', first, names, args);
}

function mapOfValues(c: Context, node: py.Expression): go.Expression {
  const of = expression(c, node);
  if (of.type.kind !== 'dict' || of.type.key.kind !== 'str') {
    return c.gap('a format with a mapping that is no dict of texts has no counterpart here', node);
  }
  const held = of.type.value;
  if (!isAny(held, c) && !/^(int|str|bool)$/.test(held.kind) && !(held.kind === 'float' && !held.whole)) {
    return c.gap('a format with values of this kind has no counterpart here', node);
  }
  return g.call(g.index(g.ident(c.helper('mapOf')), g.ident('string'), g.ident('any')), of.node);
}

/** `format % values` where the format is computed. */
export function percentAtRunTime(c: Context, node: py.BinOp): Value {
  const first = coerce(c, expression(c, node.left), str).node;
  const { right } = node;
  if (right.kind === 'Tuple') return calling(c, 'percentFormat', first, g.nil(), spreadValues(c, right.elts));
  if (c.typeOf(right).kind === 'dict') return calling(c, 'percentFormat', first, mapOfValues(c, right), { values: [] });
  const given = asShown(c, right, expression(c, right));
  if (given.type.kind === 'tuple' || (given.type.kind === 'list' && given.type.form === 'tuple')) {
    return calling(c, 'percentFormat', first, g.nil(), { values: [], spread: listOfValues(c, asList(c, given)) });
  }
  if (isAny(given.type, c)) return c.gap('% with a value of any type has no counterpart here', node);
  return calling(c, 'percentFormat', first, g.nil(), { values: [formattable(c, given)] });
}
