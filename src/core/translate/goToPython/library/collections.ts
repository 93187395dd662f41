/** sort, slices, maps, container/heap and container/list as far as they are functions. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { bool, call, compare, int, keyword, method, name, slice, subscript, tuple } from '../build';
import { type Context, gap } from '../context';
import { expression } from '../expressions';
import { elementOf } from '../goTypes';
import { type LibraryEntry, type LibraryTable, plain } from './entry';
import { compareOption, extreme, inPlace, isCopy, lessOption, sorted, sortedBack } from './sorting';

const elementType = (args: readonly Type[]): Type => (args[0] ? elementOf(args[0]) : t.unknown);

const firstType = (args: readonly Type[]): Type => args[0] ?? t.unknown;

const membership: LibraryEntry = plain(t.bool, ([xs, x]) => compare(x!, 'in', xs!));

/** A predicate over items as `any(…)`, or the first index. */
function predicate(cx: Context, node: go.Expression): py.Expression {
  const value = expression(cx, node);
  if (value.before.length > 0) gap('a predicate of several statements here', node);
  return value.value;
}

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
  'sort.Stable': {
    type: t.none,
    statement: (cx, [arg]) => (arg ? sortedBack(cx, arg) : undefined),
    call: (cx, args, node) => collections['sort.Sort']!.call!(cx, args, node),
  },
  'sort.Reverse': { type: args => args[0] ?? t.unknown },
  'sort.SearchInts': plain(t.int, ([xs, x], cx) => call(cx.out.member('bisect', 'bisect_left'), xs!, x!)),
  'sort.SearchStrings': plain(t.int, ([xs, x], cx) => call(cx.out.member('bisect', 'bisect_left'), xs!, x!)),
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
  'slices.Contains': membership,
  'slices.Index': plain(t.int, ([xs, x]) => ifIn(xs!, x!)),
  'slices.Sort': sorted(),
  'slices.SortFunc': sorted(compareOption),
  'slices.SortStableFunc': sorted(compareOption),
  'slices.Reverse': {
    type: t.none,
    call: (cx, [xs], node) => (xs ? inPlace(cx, xs, own => method(own, 'reverse')) : gap('slices.Reverse', node)),
  },
  'slices.MinFunc': extreme('min'),
  'slices.MaxFunc': extreme('max'),
  'slices.Max': plain(elementType, ([xs]) => call('max', xs!)),
  'slices.Min': plain(elementType, ([xs]) => call('min', xs!)),
  'slices.Equal': plain(t.bool, ([a, b]) => compare(a!, '==', b!)),
  'slices.Clone': plain(firstType, ([xs]) => method(xs!, 'copy')),
  'slices.Sorted': plain(
    args => t.list(elementType(args)),
    ([xs]) => call('sorted', xs!),
  ),
  'slices.Collect': plain(
    args => t.list(elementType(args)),
    ([xs]) => call('list', xs!),
  ),
  'slices.Concat': plain(firstType, values => ({
    kind: 'List',
    elts: values.map(value => ({ kind: 'Starred', value, start: -1, end: -1 })),
    start: -1,
    end: -1,
  })),
  'slices.Insert': plain(firstType, ([xs, i, ...items]) => ({
    kind: 'List',
    elts: [
      { kind: 'Starred', value: subscript(xs!, slice(undefined, i)), start: -1, end: -1 },
      ...items,
      { kind: 'Starred', value: subscript(xs!, slice(i)), start: -1, end: -1 },
    ],
    start: -1,
    end: -1,
  })),
  'slices.IndexFunc': {
    type: t.int,
    call(cx, [xs, f], node) {
      if (!xs || !f) return gap('slices.IndexFunc', node);
      const list = expression(cx, xs);
      const item = name('item');
      const generator: py.GeneratorExp = {
        kind: 'GeneratorExp',
        elt: name('i'),
        generators: [
          {
            kind: 'Comprehension',
            target: tuple(name('i'), item),
            iter: call('enumerate', list.value),
            ifs: [call(predicate(cx, f), item)],
            async: false,
            start: -1,
            end: -1,
          },
        ],
        start: -1,
        end: -1,
      };
      return { ...list, value: call('next', generator, int(-1)), type: t.int, pure: false };
    },
  },
  'slices.ContainsFunc': {
    type: t.bool,
    call(cx, [xs, f], node) {
      if (!xs || !f) return gap('slices.ContainsFunc', node);
      const list = expression(cx, xs);
      return { ...list, value: call('any', call('map', predicate(cx, f), list.value)), type: t.bool, pure: false };
    },
  },
  'maps.Keys': plain(
    args => t.iterator(args[0]?.kind === 'dict' ? args[0].key : t.unknown),
    ([m]) => method(m!, 'keys'),
  ),
  'maps.Values': plain(
    args => t.iterator(args[0]?.kind === 'dict' ? args[0].value : t.unknown),
    ([m]) => method(m!, 'values'),
  ),
  'maps.Clone': plain(firstType, ([m]) => method(m!, 'copy')),
  'maps.Copy': plain(t.none, ([to, from]) => method(to!, 'update', from!)),
  'container/heap.Init': plain(t.none, ([h], cx) => call(cx.out.helper('heap_init'), h!)),
  'container/heap.Push': plain(t.none, ([h, x], cx) => call(cx.out.helper('heap_push'), h!, x!)),
  'container/heap.Pop': plain(t.any, ([h], cx) => call(cx.out.helper('heap_pop'), h!)),
  'container/heap.Fix': plain(t.none, ([h, i], cx) => call(cx.out.helper('heap_fix'), h!, i!)),
  'container/heap.Remove': plain(t.any, ([h, i], cx) => call(cx.out.helper('heap_remove'), h!, i!)),
  'cmp.Compare': plain(t.int, ([a, b]) => ({
    kind: 'BinOp',
    op: '-',
    left: compare(a!, '>', b!),
    right: compare(a!, '<', b!),
    start: -1,
    end: -1,
  })),
};

/** `xs.index(x) if x in xs else -1` */
function ifIn(xs: py.Expression, x: py.Expression): py.Expression {
  return {
    kind: 'IfExp',
    test: compare(x, 'in', xs),
    body: method(xs, 'index', x),
    orelse: int(-1),
    start: -1,
    end: -1,
  };
}
