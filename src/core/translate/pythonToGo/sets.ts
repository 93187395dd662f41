/** Methods of sets. */
import { bool, none, type Type } from '../../facts/types';
import type { Expression } from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { materialized } from './collecting';
import { positional } from './arguments';
import { coerce } from './coerce';
import { missingKeyText } from './plainTexts';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { hasKey } from './membership';
import type { SetType } from './shapes';

const operations: Record<string, string> = {
  union: 'union',
  intersection: 'intersection',
  difference: 'difference',
};

export function setMethod(c: Context, of: Value, type: SetType, name: string, node: py.Call): Value | undefined {
  const args = positional(node);
  const [first] = args;
  const nothing = pure(g.nil(), none);
  const item = (one: py.Expression): Expression => coerce(c, expression(c, one, type.elt), type.elt).node;
  const helper = operations[name];
  if (helper && first && args.length === 1) {
    return value(g.call(c.helper(helper), of.node, otherSet(c, first, type)), type);
  }
  switch (name) {
    case 'add':
      if (!first) return undefined;
      c.emit(g.assign(g.index(of.node, item(first)), g.composite(g.structType([]), [])));
      return nothing;
    case 'discard':
      if (!first) return undefined;
      c.emit(g.exprStmt(g.call('delete', of.node, item(first))));
      return nothing;
    case 'remove': {
      if (!first) return undefined;
      const one = item(first);
      if (c.isCaught('builtins.KeyError')) {
        c.emit(
          g.ifStmt(
            g.not(hasKey(c, of.node, one)),
            c.fail(c.model.exceptions.make(c, 'builtins.KeyError', missingKeyText(c, one, type.elt))),
          ),
        );
      }
      c.emit(g.exprStmt(g.call('delete', of.node, one)));
      return nothing;
    }
    case 'update': {
      if (!first) return undefined;
      const items = asList(c, materialized(c, first));
      const elt = items.type.kind === 'list' ? items.type.elt : type.elt;
      const name = c.freshLocal('item');
      c.emit(
        g.rangeStmt(undefined, name, items.node, [
          g.assign(
            g.index(of.node, coerce(c, value(g.ident(name), elt, true), type.elt).node),
            g.composite(g.structType([]), []),
          ),
        ]),
      );
      return nothing;
    }
    case 'clear':
      c.emit(g.exprStmt(g.call('clear', of.node)));
      return nothing;
    case 'copy':
      return value(g.pkgCall('maps', 'Clone', of.node), type);
    case 'issubset':
      return first && value(g.call(c.helper('isSubset'), of.node, otherSet(c, first, type)), bool);
    case 'issuperset':
      return first && value(g.call(c.helper('isSubset'), otherSet(c, first, type), of.node), bool);
    case 'isdisjoint':
      return (
        first &&
        value(
          g.binary(g.call('len', g.call(c.helper('intersection'), of.node, otherSet(c, first, type))), '==', g.int(0)),
          bool,
        )
      );
    default:
      return undefined;
  }
}

/** A set, or the keys or items of a dict where Python takes them for one. */
export const isSetLike = (type: Type): boolean => type.kind === 'set' || type.kind === 'list';

/** The keys or items of a dict as a set. */
export function asSet(c: Context, from: Value): Value {
  if (from.type.kind !== 'list') return from;
  return value(g.spread(c.helper('setOf'), from.node), { kind: 'set', elt: from.type.elt }, from.pure);
}

/** `d.keys()`, `d.items()`: beside a comparison they are sets. */
export function isView(node: py.Expression | undefined): boolean {
  if (node?.kind !== 'Call' || node.args.length > 0 || node.func.kind !== 'Attribute') return false;
  return node.func.attr.kind === 'Name' && /^(keys|items)$/.test(node.func.attr.id);
}

function otherSet(c: Context, node: py.Expression, type: SetType): Expression {
  const other = expression(c, node, type);
  if (other.type.kind === 'set') return coerce(c, other, type).node;
  const items = coerce(c, asList(c, other), { kind: 'list', elt: type.elt });
  return g.spread(c.helper('setOf'), items.node);
}
