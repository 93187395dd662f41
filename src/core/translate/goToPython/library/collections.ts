/** sort and container/heap. */
import * as t from '../../../facts/types';
import { bool, call, keyword, method } from '../build';
import { gap } from '../context';
import { expression } from '../expressions';
import { type LibraryTable, plain } from './entry';
import { inPlace, isCopy, lessOption, sorted, sortedBack } from './sorting';
import { templates } from './table';

export const collections: LibraryTable = {
  'sort.Ints': sorted(),
  'sort.Strings': sorted(),
  'sort.Float64s': sorted(),
  'sort.Slice': sorted(lessOption),
  'sort.SliceStable': sorted(lessOption),
  'sort.Sort': {
    type: t.none,
    statement: (cx, [arg]) => (arg ? sortedBack(cx, arg) : undefined),
    call(cx, [arg], node) {
      const descending =
        arg?.kind === 'CallExpr' &&
        arg.fun.kind === 'SelectorExpr' &&
        arg.fun.sel.kind === 'Ident' &&
        arg.fun.sel.name === 'Reverse';
      const list = descending ? arg.args[0] : arg;
      const type = list && cx.typing.of(list);
      const info = type && cx.typing.info(type);
      const less = info?.methods.get('Less');
      const isPlain = type?.kind === 'instance' && /^sort\.(Int|String|Float64)Slice$/.test(type.name);
      if (!list || (!less && !isPlain)) return gap('a sort of this collection', node);
      if (less) {
        if (isCopy(cx, list)) gap('a sort of a copy', node);
        const value = expression(cx, list);
        const order = descending ? [keyword('reverse', bool(true))] : [];
        return {
          ...value,
          value: call(cx.out.helper('sort_by_methods'), value.value, ...order),
          type: t.none,
          pure: false,
        };
      }
      return inPlace(cx, list, own => method(own, 'sort', ...(descending ? [keyword('reverse', bool(true))] : [])));
    },
  },
  'sort.IntSlice': { type: t.instance('sort.IntSlice') },
  'sort.StringSlice': { type: t.instance('sort.StringSlice') },
  'sort.Float64Slice': { type: t.instance('sort.Float64Slice') },
  'sort.Stable': {
    type: t.none,
    statement: (cx, [arg]) => (arg ? sortedBack(cx, arg) : undefined),
    call: (cx, args, node) => collections['sort.Sort']!.call!(cx, args, node),
  },
  'sort.Reverse': { type: args => args[0] ?? t.unknown },
  ...templates('sort', {
    Find: '::find_place($0, $1)',
    Float64sAreSorted: 'all(a <= b for a, b in itertools->pairwise($0))',
    IntsAreSorted: 'all(a <= b for a, b in itertools->pairwise($0))',
    IsSorted: 'not any($0.less(i, i - 1) for i in range(1, $0.len()))',
    SearchFloat64s: 'bisect::bisect_left($0, $1)',
    SearchInts: 'bisect::bisect_left($0, $1)',
    SearchStrings: 'bisect::bisect_left($0, $1)',
    StringsAreSorted: 'all(a <= b for a, b in itertools->pairwise($0))',
  }),
  ...templates('sort.IntSlice', { Len: 'len($r)', Search: 'bisect::bisect_left($r, $0)', Sort: '$r.sort()' }),
  ...templates('sort.StringSlice', { Len: 'len($r)', Search: 'bisect::bisect_left($r, $0)', Sort: '$r.sort()' }),
  'sort.Search': {
    type: t.int,
    call(cx, [n, f], node) {
      if (!n || !f) return gap('sort.Search', node);
      const count = expression(cx, n);
      const test = expression(cx, f);
      const value = call(
        cx.out.member('bisect', 'bisect_left'),
        call('range', count.value),
        bool(true),
        keyword('key', test.value),
      );
      return { before: [...count.before, ...test.before], value, type: t.int, pure: false };
    },
  },
  'container/heap.Init': plain(t.none, ([h], cx) => call(cx.out.helper('heap_init'), h!)),
  'container/heap.Push': plain(t.none, ([h, x], cx) => call(cx.out.helper('heap_push'), h!, x!)),
  'container/heap.Pop': plain(t.any, ([h], cx) => call(cx.out.helper('heap_pop'), h!)),
  'container/heap.Fix': plain(t.none, ([h, i], cx) => call(cx.out.helper('heap_fix'), h!, i!)),
  'container/heap.Remove': plain(t.any, ([h, i], cx) => call(cx.out.helper('heap_remove'), h!, i!)),
};
