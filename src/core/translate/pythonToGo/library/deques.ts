/** Methods of Python's `deque` that a list has not, and the limit of its length. */
import { int, none } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { materialized } from '../collecting';
import type { Context } from '../context';
import { asList } from '../displays';
import { expression } from '../expressions';
import * as g from '../../goNodes';
import { listMethod } from '../lists';
import { listPlace } from '../places';
import { list, type ListType } from '../shapes';
import { pure, value, type Value } from '../value';

/** A method of a deque; undefined for those that are as a list's. */
export function dequeMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  if (of.type.kind !== 'list' || of.type.form !== 'deque' || node.func.kind !== 'Attribute') return undefined;
  const { type } = of;
  const [first] = positional(node);
  const place = (): ReturnType<typeof listPlace> => listPlace(c, (node.func as py.Attribute).value, of);
  switch (name) {
    case 'append':
    case 'appendleft':
    case 'extend': {
      if (type.detail === undefined) return undefined;
      const limit = limitOf(c, type);
      const done = listMethod(c, of, name, node);
      const target = place();
      const size = g.call('len', target.node);
      const rest = name === 'appendleft' ? g.slice(target.node, undefined, limit) : tail(target.node, limit);
      c.emit(g.ifStmt(g.binary(size, '>', limit), [target.set(rest)]));
      return done;
    }
    case 'extendleft': {
      if (!first) return undefined;
      if (type.detail !== undefined) return c.gap('extendleft of a deque of limited length has no counterpart', node);
      const more = c.temporary(coerce(c, asList(c, materialized(c, first)), list(type.elt)), 'items');
      const target = place();
      const front = g.call(c.helper('everyNth'), more.node, g.int(-1));
      c.emit(target.set(g.pkgCall('slices', 'Concat', front, target.node)));
      return pure(g.nil(), none);
    }
    case 'rotate': {
      const by = first ? coerce(c, expression(c, first), int).node : g.int(1);
      const target = place();
      c.emit(target.set(g.call(c.helper('rotated'), target.node, by)));
      return pure(g.nil(), none);
    }
    case 'popleft':
    case 'pop':
      return undefined;
    case 'copy':
      return value(g.pkgCall('slices', 'Clone', of.node), type);
    default:
      return undefined;
  }
}

/** The last `limit` items of a list that has more. */
function tail(node: Expression, limit: Expression): Expression {
  return g.slice(node, g.binary(g.call('len', node), '-', limit));
}

/** The number of items that a deque holds at most. */
export function limitOf(c: Context, type: ListType): Expression {
  const limit = type.detail;
  if (limit !== undefined && /^\d+$/.test(limit)) return g.int(limit);
  const symbol = limit ? c.facts.module.symbols.get(limit) : undefined;
  const declared = symbol?.declaration as py.Node | undefined;
  const isConstant = symbol && !symbol.reassigned && declared?.kind === 'Assign' && declared.value.kind === 'Int';
  if (isConstant && declared.value.kind === 'Int') return g.int(declared.value.value);
  return c.gap('a deque whose length is limited by a variable has no counterpart here');
}

/** `deque(items, maxlen=3)`: the last ones stay. */
export function limited(c: Context, items: Value): Value {
  if (items.type.kind !== 'list' || items.type.detail === undefined) return items;
  const limit = limitOf(c, items.type);
  if (items.node.kind === 'CompositeLit' && items.node.elts.length === 0) return items;
  const of = c.temporary(items, 'items');
  const start = g.call('max', g.binary(g.call('len', of.node), '-', limit), g.int(0));
  return value(g.slice(of.node, start), items.type);
}
