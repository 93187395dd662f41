/** slices, maps and cmp: lists, dicts and orders. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import { call, method, slice, starred, subscript } from '../build';
import { asNumber } from '../arithmetic';
import { gap, type Value } from '../context';
import { expression, valueOf } from '../expressions';
import { elementOf } from '../goTypes';
import { type LibraryEntry, type LibraryTable, plain } from './entry';
import { compareOption, extreme, inPlace, sorted, sortedBy } from './sorting';
import { templates } from './table';

const listOfElements = (args: readonly Type[]): Type => t.list(args[0] ? elementOf(args[0]) : t.unknown);

const firstType = (args: readonly Type[]): Type => args[0] ?? t.unknown;

/** The keys of a dict are what it gives when it is gone through. */
function withoutKeys(value: py.Expression): py.Expression {
  if (value.kind !== 'Call' || value.args.length > 0 || value.func.kind !== 'Attribute') return value;
  const { attr, value: dict } = value.func;
  return attr.kind === 'Name' && attr.id === 'keys' ? dict : value;
}

/** `slices.Collect(seq)` and `slices.Sorted(seq)`. */
const gathered = (id: 'list' | 'sorted'): LibraryEntry => plain(listOfElements, ([seq]) => call(id, withoutKeys(seq!)));

/** `slices.Clone(xs)`: a copy, also of a list that is written out. */
const clone: LibraryEntry = plain(firstType, ([xs]) => method(xs!, 'copy'));

const keyType = (args: readonly Type[]): Type => t.iterator(args[0]?.kind === 'dict' ? args[0].key : t.unknown);

/** A map to the empty struct is a set, which has no keys. */
const keys: LibraryEntry = {
  type: keyType,
  call(cx, [map], node) {
    if (!map) return gap('maps.Keys', node);
    const value = expression(cx, map);
    const type = cx.typing.underlying(value.type);
    const isSet = type.kind === 'dict' && type.value.kind === 'tuple' && type.value.elts.length === 0;
    return { ...value, value: isSet ? value.value : method(value.value, 'keys'), type: keyType([type]) };
  },
};

/** `cmp.Or(a, b)` takes the first that is not zero, which is what `or` does with numbers and texts. */
const or: LibraryEntry = {
  type: firstType,
  call(cx, args, node) {
    const type = args[0] && cx.typing.underlying(cx.typing.of(args[0]));
    if (!type || !/^(int|float|str|bool|pointer|error)$/.test(type.kind) || node.ellipsis)
      return gap('cmp.Or of values that are never false in Python', node);
    const values: Value[] = args.map(arg => expression(cx, arg));
    return {
      before: values.flatMap(value => value.before),
      value: { kind: 'BoolOp', op: 'or', values: values.map(value => value.value), start: -1, end: -1 },
      type: values[0]!.type,
      pure: values.every(value => value.pure),
    };
  },
};

/** Methods that change a list in place. */
const changes = (id: string): LibraryEntry => ({
  type: t.none,
  call: (cx, [xs], node) => (xs ? inPlace(cx, xs, own => method(own, id)) : gap(id, node)),
});

/** `maps.DeleteFunc(m, del)` */
const deleteFunc: LibraryEntry = {
  type: t.none,
  call(cx, [map, test], node) {
    if (!map || !test) return gap('maps.DeleteFunc', node);
    const values = [expression(cx, map), expression(cx, test)];
    return {
      before: values.flatMap(value => value.before),
      value: call(cx.out.helper('delete_items'), ...values.map(value => value.value)),
      type: t.none,
      pure: false,
    };
  },
};

/** A sort by an order that is a parameter. */
const sortFunc = sorted(compareOption);

export const slices: LibraryTable = {
  ...templates('slices', {
    All: 'enumerate($0)',
    AppendSeq: '[*$0, *$1]',
    Backward: 'reversed(list(enumerate($0)))',
    BinarySearch: '::binary_search($0, $1)',
    BinarySearchFunc: '::binary_search_by($0, $1, $2)',
    Chunk: '[$0[i : i + $1] for i in range(0, len($0), $1)]',
    Clip: '$0',
    Compact: '[key for key, _ in itertools->groupby($0)]',
    CompactFunc: '::compact_by($0, $1)',
    Compare: '($0 > $1) - ($0 < $1)',
    CompareFunc: '::compare_by($0, $1, $2)',
    Contains: '$1 in $0',
    ContainsFunc: 'any($1(item) for item in $0)',
    Delete: '$0[:$1] + $0[$2:]',
    DeleteFunc: '[item for item in $0 if not $1(item)]',
    Equal: '$0 == $1',
    EqualFunc: 'len($0) == len($1) and all($2(a, b) for a, b in zip($0, $1))',
    Grow: '$0',
    Index: '$0.index($1) if $1 in $0 else -1',
    IndexFunc: 'next((i for i, item in enumerate($0) if $1(item)), -1)',
    IsSorted: 'all(a <= b for a, b in itertools->pairwise($0))',
    IsSortedFunc: 'all($1(a, b) <= 0 for a, b in itertools->pairwise($0))',
    Max: 'max($0)',
    Min: 'min($0)',
    Repeat: '$0 * $1',
    Values: '$0',
  }),
  'slices.Clone': clone,
  'slices.Collect': gathered('list'),
  'slices.Sorted': gathered('sorted'),
  'slices.Sort': sorted(),
  'slices.SortFunc': sortFunc,
  'slices.SortStableFunc': sortFunc,
  'slices.SortedFunc': sortedBy,
  'slices.SortedStableFunc': sortedBy,
  'slices.MaxFunc': extreme('max'),
  'slices.MinFunc': extreme('min'),
  'slices.Reverse': changes('reverse'),
  'slices.Concat': plain(firstType, values => spread(...values)),
  'slices.Insert': withItems(1),
  'slices.Replace': withItems(2),
  'maps.Keys': keys,
  ...templates('maps', {
    All: '$0.items()',
    Clone: '$0.copy()',
    Collect: 'dict($0)',
    Copy: '$0.update($1)',
    Equal: '$0 == $1',
    EqualFunc: '::equal_dicts($0, $1, $2)',
    Insert: '$0.update($1)',
    Values: '$0.values()',
  }),
  'maps.DeleteFunc': deleteFunc,
  ...templates('cmp', {
    Compare: '($0 > $1) - ($0 < $1)',
    Less: '$0 < $1',
  }),
  'cmp.Or': or,
  ...templates('iter', { Pull: '::pull($0)' }),
};

/** `[*a, *b]` */
function spread(...values: py.Expression[]): py.List {
  return { kind: 'List', elts: values.map(starred), start: -1, end: -1 };
}

/** `slices.Insert(xs, i, …)` and `slices.Replace(xs, i, j, …)`: the items stand between two parts of the list. */
function withItems(bounds: 1 | 2): LibraryEntry {
  return {
    type: firstType,
    call(cx, args, node) {
      const values = args.map((arg, i) => (i > 0 && i <= bounds ? asNumber(cx, arg) : valueOf(cx, arg)));
      const [list, ...rest] = values.map(value => value.value);
      const [from, to] = [rest[0]!, rest[bounds - 1]!];
      const items = rest.slice(bounds);
      const last = items.at(-1);
      if (node.ellipsis && last) items[items.length - 1] = starred(last);
      const parts = [starred(subscript(list!, slice(undefined, from))), ...items, starred(subscript(list!, slice(to)))];
      return {
        before: values.flatMap(value => value.before),
        value: { kind: 'List', elts: parts, start: -1, end: -1 },
        type: values[0]!.type,
        pure: false,
      };
    },
  };
}
