/** Methods of lists. What changes a list is an assignment in Go: a slice may move when it grows. */
import { int, none, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument, positional } from './arguments';
import { materialized } from './collecting';
import { coerce } from './coerce';
import { pure, value, type Value } from './value';
import { type Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { equality } from './comparisons';
import { reversed, sortStatements } from './sorting';
import { listPlace } from './places';
import { kept } from './shownNumbers';
import { isComparable } from './types';

const nothing = (): Value => pure(g.nil(), none);

export function listMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  if (of.type.kind !== 'list' || node.func.kind !== 'Attribute') return undefined;
  const { elt } = of.type;
  const args = positional(node);
  const [first, second] = args;
  const owner = node.func.value;
  const place = (): ReturnType<typeof listPlace> => listPlace(c, owner, of);
  const item = (one: py.Expression): go.Expression => kept(c, one, expression(c, one, elt), elt).node;
  switch (name) {
    case 'append': {
      if (!first) return undefined;
      const one = item(first);
      const target = place();
      c.emit(target.set(g.call('append', target.node, one)));
      return nothing();
    }
    case 'appendleft': {
      if (!first) return undefined;
      const one = item(first);
      const target = place();
      c.emit(target.set(g.pkgCall('slices', 'Insert', target.node, g.int(0), one)));
      return nothing();
    }
    case 'extend': {
      if (!first) return undefined;
      const more = coerce(c, asList(c, materialized(c, first, of.type)), of.type);
      const target = place();
      c.emit(
        target.set(
          more.node.kind === 'CompositeLit' && more.node.elts.length > 0
            ? g.call('append', target.node, ...full(c, more.node, elt))
            : g.spread('append', target.node, more.node),
        ),
      );
      return nothing();
    }
    case 'insert': {
      if (!first || !second) return undefined;
      const at = coerce(c, expression(c, first), int);
      const one = item(second);
      const target = place();
      const index =
        at.node.kind === 'IntLit' && at.node.value === '0'
          ? at.node
          : g.call('min', at.node, g.call('len', target.node));
      c.emit(target.set(g.pkgCall('slices', 'Insert', target.node, index, one)));
      return nothing();
    }
    case 'pop':
    case 'popleft':
      return pop(c, elt, name === 'popleft' ? 'first' : first, place(), node);
    case 'remove': {
      if (!first) return undefined;
      const one = item(first);
      const target = place();
      if (c.isCaught('builtins.ValueError')) {
        const at = c.freshLocal('at');
        c.emit(g.define(at, indexOf(c, { ...of, node: target.node }, elt, one)));
        c.emit(
          g.ifStmt(
            g.binary(g.ident(at), '<', g.int(0)),
            c.fail(c.model.exceptions.make(c, 'builtins.ValueError', g.str('list.remove(x): x not in list'))),
          ),
        );
        c.emit(
          target.set(g.pkgCall('slices', 'Delete', target.node, g.ident(at), g.binary(g.ident(at), '+', g.int(1)))),
        );
        return nothing();
      }
      if (elt.kind === 'func') return c.gap('remove from a list of values that Go cannot compare', node);
      c.emit(target.set(removal(c, target.node, elt, one)));
      return nothing();
    }
    case 'clear': {
      const target = place();
      c.emit(target.set(g.slice(target.node, undefined, g.int(0))));
      return nothing();
    }
    case 'index': {
      if (!first || args.length > 2) return c.gap('index up to a place has no counterpart here', node);
      const at = c.freshLocal('at');
      const source = second ? c.temporary(of, 'items') : of;
      const start = second && c.temporary(coerce(c, expression(c, second), int), 'start').node;
      const part = start ? { ...source, node: g.slice(source.node, start) } : source;
      c.emit(g.define(at, indexOf(c, part, elt, item(first))));
      const message = g.str('the value is not in the list');
      c.emit(
        g.ifStmt(
          g.binary(g.ident(at), '<', g.int(0)),
          c.isCaught('builtins.ValueError')
            ? c.fail(c.model.exceptions.make(c, 'builtins.ValueError', message))
            : [g.exprStmt(g.call('panic', message))],
        ),
      );
      if (start) {
        c.notes.assume('the place from which an item is searched for is in the list');
        c.emit(g.assign(g.ident(at), start, '+='));
      }
      return pure(g.ident(at), int);
    }
    case 'count':
      return first && counted(c, of, elt, item(first));
    case 'reverse':
      c.emit(g.exprStmt(g.pkgCall('slices', 'Reverse', of.node)));
      return nothing();
    case 'sort':
      c.emit(...sortStatements(c, of, keywordArgument(node, 'key'), reversed(c, node)));
      return nothing();
    case 'copy':
      return value(g.pkgCall('slices', 'Clone', of.node), of.type);
    default:
      return undefined;
  }
}

/** The items of a literal outside of it, where each needs its own type again. */
function full(c: Context, node: go.CompositeLit, elt: Type): go.Expression[] {
  return node.elts.map(one => {
    const item = one.kind === 'KeyValueExpr' ? one.value : one;
    return item.kind === 'CompositeLit' && !item.type ? g.composite(c.goType(elt), item.elts) : item;
  });
}

/** A function that says whether an item is equal to one; the one is given a name of its own first. */
function isEqualTo(c: Context, elt: Type, one: go.Expression): go.Expression {
  const wanted = c.temporary(value(one, elt), 'wanted');
  const name = c.scratch('one');
  const same = equality(c, value(g.ident(name), elt, true), wanted);
  return g.funcLit([g.field(name, c.goType(elt))], [g.ident('bool')], [g.ret(same)]);
}

function indexOf(c: Context, of: Value, elt: Type, one: go.Expression): go.Expression {
  if (isComparable(elt, c)) return g.pkgCall('slices', 'Index', of.node, one);
  return g.pkgCall('slices', 'IndexFunc', of.node, isEqualTo(c, elt, one));
}

function removal(c: Context, list: go.Expression, elt: Type, one: go.Expression): go.Expression {
  if (isComparable(elt, c)) return g.call(c.helper('removed'), list, one);
  return g.call(c.helper('removedFunc'), list, isEqualTo(c, elt, one));
}

function counted(c: Context, of: Value, elt: Type, one: go.Expression): Value {
  if (isComparable(elt, c)) return value(g.call(c.helper('count'), of.node, one), int);
  return value(g.call(c.helper('countFunc'), of.node, isEqualTo(c, elt, one)), int);
}

function pop(
  c: Context,
  elt: Type,
  at: py.Expression | 'first' | undefined,
  kept: ReturnType<typeof listPlace>,
  node: py.Call,
): Value {
  const target = kept.node;
  const isDeque = node.func.kind === 'Attribute' && isDequeType(c.typeOf(node.func.value));
  const emptyMessage = isDeque ? 'pop from an empty deque' : 'pop from empty list';
  if (c.isCaught('builtins.IndexError')) {
    c.emit(
      g.ifStmt(
        g.binary(g.call('len', target), '==', g.int(0)),
        c.fail(c.model.exceptions.make(c, 'builtins.IndexError', g.str(emptyMessage))),
      ),
    );
  }
  const given = at === 'first' ? undefined : at;
  const isFirst = at === 'first' || (given?.kind === 'Int' && given.value === '0');
  const isLast =
    at === undefined || (given?.kind === 'UnaryOp' && given.operand.kind === 'Int' && given.operand.value === '1');
  const last = g.binary(g.call('len', target), '-', g.int(1));
  const unused = c.isStatement(node);
  if (isLast || isFirst) {
    const rest = isFirst ? g.slice(target, g.int(1)) : g.slice(target, undefined, last);
    if (unused) {
      c.emit(kept.set(rest));
      return nothing();
    }
    const name = resultName(c, elt, isFirst ? 'first' : 'last');
    c.emit(g.assign(g.ident(name), g.index(target, isFirst ? g.int(0) : last)));
    c.emit(kept.set(rest));
    return pure(g.ident(name), elt);
  }
  if (!given) return c.gap('this call has no counterpart here', node);
  const index = c.temporary(coerce(c, expression(c, given), int), 'at');
  const name = unused ? '_' : resultName(c, elt, 'item');
  if (!unused) c.emit(g.assign(g.ident(name), g.index(target, index.node)));
  const next = index.node.kind === 'IntLit' ? g.int(Number(index.node.value) + 1) : g.binary(index.node, '+', g.int(1));
  c.emit(kept.set(g.pkgCall('slices', 'Delete', target, index.node, next)));
  return unused ? nothing() : pure(g.ident(name), elt);
}

function resultName(c: Context, type: Type, wanted: string): string {
  const name = c.takeResultNames([type])?.[0] ?? c.freshLocal(wanted);
  c.declareLocal(name, type);
  return name;
}

const isDequeType = (type: Type): boolean => type.kind === 'list' && type.form === 'deque';
