import { int, none } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, withArticle } from '../coerce';
import { pure, value, type Value } from '../value';
import { type Context } from '../context';
import { expression } from '../expressions';
import { threeWay } from '../comparisons';
import { assignable } from '../places';
import { sortStatements } from '../sorting';
import type { ListType } from '../shapes';
import { itemsOf } from './functions';
import type { Call, LibraryModule } from './table';

/** The list that is the heap, where it can be written to. */
function heapOf(c: Context, node: py.Expression): { of: Value; type: ListType; place: Expression } {
  const of = expression(c, node);
  if (of.type.kind !== 'list') return c.gap(`a heap in ${withArticle(of.type)} has no counterpart here`, node);
  return { of, type: of.type, place: assignable(c, node) };
}

/** The order of the items, as a function that compares two. */
function order(c: Context, type: ListType): Expression {
  const [a, b] = [c.scratch('a'), c.scratch('b')];
  const { before, result } = c.capture(() => threeWay(c, pure(g.ident(a), type.elt), pure(g.ident(b), type.elt)));
  return g.funcLit([g.field([a, b], c.goType(type.elt))], [g.ident('int')], [...before, g.ret(result)]);
}

/** A push and a pop in one. */
const exchange =
  (helper: string): Call =>
  (c, node) => {
    const [list, item] = positional(node);
    if (!list || !item) return undefined;
    const { type, place } = heapOf(c, list);
    if (helper === 'heapReplace') checkFull(c, place);
    const one = coerce(c, expression(c, item, type.elt), type.elt);
    return value(g.call(c.helper(helper), place, one.node, order(c, type)), type.elt);
  };

/** The first items of the sorted list. */
const extremes =
  (reverse: boolean): Call =>
  (c, node) => {
    const [count, list, third] = positional(node);
    if (!count || !list) return undefined;
    const n = coerce(c, expression(c, count), int);
    const given = itemsOf(c, list);
    const sorted = c.temporary({ ...value(g.pkgCall('slices', 'Clone', given.node), given.type) }, 'sorted');
    c.emit(...sortStatements(c, sorted, third ?? keywordArgument(node, 'key'), reverse));
    return value(g.slice(sorted.node, undefined, g.call('min', n.node, g.call('len', sorted.node))), given.type);
  };

/** Where a `try` takes it, an empty heap is an error. */
function checkFull(c: Context, heap: Expression): void {
  if (!c.isCaught('builtins.IndexError')) return;
  const empty = c.model.exceptions.make(c, 'builtins.IndexError', g.str('index out of range'));
  c.emit(g.ifStmt(g.binary(g.call('len', heap), '==', g.int(0)), c.fail(empty)));
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
      checkFull(c, place);
      const name = c.takeResultNames([type.elt])?.[0] ?? c.freshLocal('smallest');
      c.declareLocal(name, type.elt);
      c.emit(g.assign([g.ident(name), place], g.call(c.helper('heapPop'), place, order(c, type))));
      return pure(g.ident(name), type.elt);
    },
    'heapq.heapify': (c, node) => {
      const [list] = positional(node);
      if (!list) return undefined;
      const { type, place } = heapOf(c, list);
      c.emit(g.exprStmt(g.call(c.helper('heapify'), place, order(c, type))));
      return pure(g.nil(), none);
    },
    'heapq.heappushpop': exchange('heapPushPop'),
    'heapq.heapreplace': exchange('heapReplace'),
    'heapq.nsmallest': extremes(false),
    'heapq.nlargest': extremes(true),
    'heapq.merge': (c, node) => {
      if (node.args.some(arg => arg.kind === 'Keyword' || arg.kind === 'Starred')) return undefined;
      const lists = positional(node).map(arg => itemsOf(c, arg));
      const [first] = lists;
      if (!first) return undefined;
      const all = value(
        g.pkgCall('slices', 'Concat', ...lists.map(one => coerce(c, one, first.type).node)),
        first.type,
      );
      const merged = c.temporary(all, 'merged');
      c.emit(...sortStatements(c, merged, undefined, false));
      return merged;
    },
  },
};
