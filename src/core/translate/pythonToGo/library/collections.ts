import { any, type Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { collected } from '../collecting';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { eachOf } from '../comprehensions';
import { pure, value, type Value } from '../value';
import { type Context } from '../context';
import type { LibraryModule } from './table';
import { dict, list, type DictType } from '../shapes';

function dictType(c: Context, node: py.Call, want?: Type): DictType {
  const type = want?.kind === 'dict' ? want : c.typeOf(node);
  return type.kind === 'dict' ? type : dict(any, any);
}

/** A map with the zero values of Go is a defaultdict as long as the default is such a value. */
function defaultDict(c: Context, node: py.Call, want?: Type): Value {
  const [factory] = positional(node);
  const name = factory?.kind === 'Name' ? factory.id : undefined;
  const isZero =
    name === 'int' ||
    name === 'float' ||
    name === 'str' ||
    name === 'list' ||
    name === 'dict' ||
    name === 'set' ||
    name === 'bool';
  const isNestedZero = factory?.kind === 'Lambda' && isZeroValue(factory.body);
  if (!isZero && !isNestedZero) return c.gap('a defaultdict with this default has no counterpart here', node);
  const type = dictType(c, node, want);
  return value(c.emptyDict(type), type);
}

function isZeroValue(node: py.Expression): boolean {
  if (node.kind === 'Int') return node.value === '0';
  if (node.kind === 'Call' && node.args.length === 0) return true;
  if (node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'defaultdict') return true;
  return (node.kind === 'List' && node.elts.length === 0) || (node.kind === 'Dict' && node.items.length === 0);
}

function counter(c: Context, node: py.Call, want?: Type): Value {
  const type = dictType(c, node, want);
  const [items] = positional(node);
  if (!items) return value(c.emptyDict(type), type);
  if (c.typeOf(items).kind === 'dict') return c.gap('a Counter of a dict has no counterpart here', node);
  const name = c.freshLocal('counts');
  c.emit(g.define(name, c.emptyDict(type)));
  eachOf(c, items, item => {
    const key = coerce(c, item, type.key).node;
    if (!c.isOrdered(type)) return [g.incDec(g.index(g.ident(name), key), '++')];
    const old = g.index(g.sel(g.ident(name), 'Values'), key);
    return [g.exprStmt(g.method(g.ident(name), 'Set', key, g.binary(old, '+', g.int(1))))];
  });
  return pure(g.ident(name), type);
}

/** Python's `collections`. */
export const collections: LibraryModule = {
  calls: {
    'collections.defaultdict': defaultDict,
    'collections.Counter': counter,
    'collections.OrderedDict': (c, node, want) => {
      if (node.args.length > 0) return undefined;
      const type = dictType(c, node, want);
      return value(c.emptyDict(type), type);
    },
    'collections.deque': (c, node, want) => {
      if (node.args.length > 1) return c.gap('a deque of limited length has no counterpart here', node);
      const [items] = positional(node);
      if (items) return collected(c, items, want);
      const known = want?.kind === 'list' ? want : c.typeOf(node);
      const type = known.kind === 'list' ? known : list(any);
      return value(g.composite(c.goType(type), []), type);
    },
  },
};
