import { int, none } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce, describe } from '../coerce';
import { pure, value, type Value } from '../value';
import { type Context } from '../context';
import { expression } from '../expressions';
import { threeWay } from '../comparisons';
import { assignable } from '../places';
import type { ListType } from '../shapes';
import type { LibraryModule } from './table';

/** The list that is the heap, where it can be written to. */
function heapOf(c: Context, node: py.Expression): { of: Value; type: ListType; place: Expression } {
  const of = expression(c, node);
  if (of.type.kind !== 'list') return c.gap(`a heap in a ${describe(of.type)} has no counterpart here`, node);
  return { of, type: of.type, place: assignable(c, node) };
}

/** The order of the items, as a function that compares two. */
function order(c: Context, type: ListType): Expression {
  const [a, b] = [c.scratch('a'), c.scratch('b')];
  const { before, result } = c.capture(() => threeWay(c, pure(g.ident(a), type.elt), pure(g.ident(b), type.elt)));
  return g.funcLit([g.field([a, b], c.goType(type.elt))], [g.ident('int')], [...before, g.ret(result)]);
}

/** Python's `heapq`: the list is kept as a heap by two helpers. */
export const heapq: LibraryModule = {
  calls: {
    'heapq.heappush': (c, node) => {
      const [list, item] = positional(node);
      if (!list || !item) return undefined;
      const { type, place } = heapOf(c, list);
      const one = coerce(c, expression(c, item, type.elt), type.elt);
      c.emit(g.assign(place, g.call(c.helper('heapPush'), place, one.node, order(c, type))));
      return pure(g.nil(), none);
    },
    'heapq.heappop': (c, node) => {
      const [list] = positional(node);
      if (!list) return undefined;
      const { type, place } = heapOf(c, list);
      const name = c.takeResultNames([type.elt])?.[0] ?? c.freshLocal('smallest');
      c.declareLocal(name, type.elt);
      c.emit(g.assign([g.ident(name), place], g.call(c.helper('heapPop'), place, order(c, type))));
      return pure(g.ident(name), type.elt);
    },
    'heapq.heapify': (c, node) => {
      const [list] = positional(node);
      if (!list) return undefined;
      const { type, place } = heapOf(c, list);
      // A sorted list is a heap.
      c.emit(g.exprStmt(g.pkgCall('slices', 'SortFunc', place, order(c, type))));
      return pure(g.nil(), none);
    },
    'heapq.nsmallest': (c, node) => {
      const [count, list] = positional(node);
      if (!count || !list || node.args.length > 2) return undefined;
      const of = expression(c, list);
      if (of.type.kind !== 'list') return undefined;
      const n = coerce(c, expression(c, count), int);
      const sorted = g.pkgCall('slices', 'SortedFunc', g.pkgCall('slices', 'Values', of.node), order(c, of.type));
      return value(g.slice(sorted, undefined, g.call('min', n.node, g.call('len', of.node))), of.type);
    },
  },
};
