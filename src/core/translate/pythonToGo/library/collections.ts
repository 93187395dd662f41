import { any, type Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { collected, dictCall } from '../collecting';
import { eachOf } from '../comprehensions';
import type { Context } from '../context';
import { expression } from '../expressions';
import * as g from '../../goNodes';
import { dict, list, type DictType } from '../shapes';
import { pure, value, type Value } from '../value';
import { counterCall } from './counters';
import { limited } from './deques';
import type { LibraryModule } from './table';

function dictType(c: Context, node: py.Call, want?: Type): DictType {
  const own = c.typeOf(node);
  const type = want?.kind === 'dict' ? want : own;
  if (type.kind !== 'dict') return dict(any, any);
  return own.kind === 'dict' && own.form !== undefined ? { ...own, key: type.key, value: type.value } : type;
}

/** An empty map: what a missing key gives is written where one is looked up. */
function defaultDict(c: Context, node: py.Call, want?: Type): Value {
  const type = dictType(c, node, want);
  const [, items] = positional(node);
  if (!items) return value(c.emptyDict(type), type);
  const made = dictCall(c, { ...node, args: [items] }, [items], type);
  return { ...made, type };
}

/** `dict.fromkeys(names, 0)`: every key with one value, in the order in which the keys come first. */
function fromKeys(c: Context, node: py.Call, want: Type | undefined): Value | undefined {
  const [keys, given] = positional(node);
  if (!keys) return undefined;
  const type = dictType(c, node, want);
  const start = given ? coerce(c, expression(c, given, type.value), type.value) : pure(g.nil(), type.value);
  const one = start.pure ? start : c.temporary(start, 'value');
  const result = c.resultVariable(type, 'keyed');
  const loop = c.block(() =>
    eachOf(c, keys, item => [c.setItem(g.ident(result.name), type, coerce(c, item, type.key).node, one.node)]),
  );
  c.emit(result.start(c.emptyDict(type)), ...loop);
  return pure(g.ident(result.name), type);
}

/** Python's `collections`, and the maker of dicts that belongs to them. */
export const collections: LibraryModule = {
  calls: {
    'builtins.dict.fromkeys': fromKeys,
    'collections.defaultdict': defaultDict,
    'collections.Counter': (c, node, want) => counterCall(c, node, dictType(c, node, want)),
    'collections.OrderedDict': (c, node, want) => {
      const type = dictType(c, node, want);
      if (node.args.length === 0) return value(c.emptyDict(type), type);
      const made = dictCall(c, node, positional(node), type);
      return { ...made, type };
    },
    'collections.deque': (c, node, want) => {
      const own = c.typeOf(node);
      const known = want?.kind === 'list' ? want : own;
      const elt = known.kind === 'list' ? known.elt : any;
      const type: Type = own.kind === 'list' ? { ...own, elt } : { ...list(elt), form: 'deque' };
      const [items] = positional(node);
      if (!items) return value(g.composite(c.goType(type), []), type);
      const made = collected(c, items, list(elt));
      return limited(c, { ...made, type: made.type.kind === 'list' ? { ...type, elt: made.type.elt } : type });
    },
  },
};
