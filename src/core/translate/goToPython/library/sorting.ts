/** Sorting: an order given by a function is a key wherever it compares the same part of both items. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { avoidPythonWords, pythonName } from '../../names';
import { annotation } from '../annotations';
import {
  assign,
  bool,
  call,
  expr,
  functionDef,
  ifExp,
  int,
  keyword,
  lambda,
  method,
  name,
  negate,
  param,
  slice,
  subscript,
  tuple,
  unary,
} from '../build';
import { type Context, type Value, gap, inFunction, variableOf } from '../context';
import { expression } from '../expressions';
import { literalContext, parameterVariables } from '../functionLiterals';
import { elementOf, isRune } from '../goTypes';
import { freshName, nameOf } from '../naming';
import { statements } from '../statements';
import type { Variable } from '../symbols';
import type { LibraryEntry } from './entry';
import { comparisonOf, ordersOf, type Comparison } from './sortOrders';

/** A part of a slice is sorted in a copy and put back. */
export function inPlace(
  cx: Context,
  node: go.Expression,
  change: (list: py.Expression, isPart: boolean) => py.Expression,
): Value {
  const plainNode = node.kind === 'CallExpr' && cx.typing.isConversion(node) ? node.args[0]! : node;
  const value = expression(cx, plainNode);
  if (plainNode.kind === 'SliceExpr' && (plainNode.low || plainNode.high))
    gap('a part of a slice that is changed in place', node);
  return { ...value, value: change(value.value, false), type: t.none, pure: false };
}

/** Says the order of a sort as arguments of Python's. */
type OrderOption = (cx: Context, args: readonly go.Expression[]) => { before: py.Statement[]; keywords: py.Keyword[] };

export function sorted(option?: OrderOption): LibraryEntry {
  return {
    type: t.none,
    statement: (cx, args) => (args[0] ? sortedPart(cx, args[0], option?.(cx, args)) : undefined),
    call(cx, args, node) {
      const [list] = args;
      if (!list) return gap('a sort of nothing', node);
      const { before, keywords } = option?.(cx, args) ?? { before: [], keywords: [] };
      const result = inPlace(cx, list, own => method(own, 'sort', ...keywords));
      return { ...result, before: [...before, ...result.before] };
    },
  };
}

/** `sort.Ints(xs[2:])`: the sorted part is put in its place. */
function sortedPart(
  cx: Context,
  list: go.Expression,
  options: ReturnType<OrderOption> = { before: [], keywords: [] },
): py.Statement[] | undefined {
  if (list.kind !== 'SliceExpr' || (!list.low && !list.high) || list.max) return undefined;
  const part = expression(cx, list);
  if (part.value.kind !== 'Subscript') return undefined;
  return [...part.before, ...options.before, assign(part.value, call('sorted', part.value, ...options.keywords))];
}

/** `slices.SortedFunc(seq, compare)`. */
export const sortedBy: LibraryEntry = {
  type: args => t.list(args[0] ? elementOf(args[0]) : t.unknown),
  call(cx, args, node) {
    const [seq] = args;
    if (!seq) return gap('a sort of nothing', node);
    const { before, keywords } = compareOption(cx, args);
    const value = expression(cx, seq);
    return {
      before: [...before, ...value.before],
      value: call('sorted', value.value, ...keywords),
      type: t.list(elementOf(value.type)),
      pure: false,
    };
  },
};

/** `slices.MinFunc(xs, compare)`. */
export function extreme(id: 'min' | 'max'): LibraryEntry {
  return {
    type: args => (args[0]?.kind === 'list' ? args[0].elt : t.unknown),
    call(cx, args, node) {
      const [list] = args;
      if (!list) return gap('the least of nothing', node);
      const { before, keywords } = compareOption(cx, args, id);
      const value = expression(cx, list);
      const elt = value.type.kind === 'list' ? value.type.elt : t.unknown;
      return {
        before: [...before, ...value.before],
        value: call(id, value.value, ...keywords),
        type: elt,
        pure: false,
      };
    },
  };
}

/** `sort.Slice(xs, less)`: a key where `less` compares the same things of both, else a comparison. */
export function lessOption(cx: Context, args: readonly go.Expression[]): ReturnType<OrderOption> {
  const [list, less] = args;
  const comparison = list && less?.kind === 'FuncLit' ? comparisonOf(cx, less, list) : undefined;
  if (!list || less?.kind !== 'FuncLit' || !comparison)
    return gap('a sort whose order looks at more than two items', less);
  const type = cx.typing.underlying(cx.typing.of(list));
  const elt = type.kind === 'list' || type.kind === 'array' ? type.elt : t.unknown;
  const keywords = keysOf(cx, less, comparison, elt, singular(cx, list));
  if (keywords) return { before: [], keywords };
  const names: [string, string] = isMentioned(less, /^[ab]$/) ? [freshName(cx, 'a'), freshName(cx, 'b')] : ['a', 'b'];
  const fn = literalContext(cx, less, cx.typing.functionType(less.type));
  const body = inFunction(cx, fn, () =>
    statements(
      cx,
      comparison.body.map(one => withItems(cx, one, comparison, names, elt)),
    ),
  );
  const [only] = body;
  const isShort = body.length === 1 && only?.kind === 'Return' && only.value !== undefined;
  const id = isShort ? '' : freshName(cx, 'less');
  const isLess = isShort ? only.value! : call(id, name(names[0]), name(names[1]));
  const params = names.map(own => param(own, annotation(cx, elt)));
  const order = lambda(names, ifExp(isLess, unary('-', int(1)), int(1)));
  return {
    before: isShort ? [] : [functionDef(id, params, name('bool'), body)],
    keywords: [keyword('key', call(cx.out.from('functools', 'cmp_to_key'), order))],
  };
}

/** `slices.SortFunc(xs, func(a, b T) int { return cmp.Compare(a.n, b.n) })`. */
export function compareOption(
  cx: Context,
  args: readonly go.Expression[],
  use: 'sort' | 'min' | 'max' = 'sort',
): ReturnType<OrderOption> {
  const order = args[1];
  if (!order) return { before: [], keywords: [] };
  if (order.kind === 'FuncLit') {
    const [first] = parameterVariables(cx, order.type);
    const comparison = comparisonOf(cx, order);
    const fn = literalContext(cx, order, cx.typing.functionType(order.type));
    const own = first && (first.name === '_' ? 'item' : inFunction(cx, fn, () => localName(cx, first)));
    const elt = first ? cx.typing.ofVariable(first) : t.unknown;
    const keywords = comparison && own !== undefined ? keysOf(cx, order, comparison, elt, own) : undefined;
    const isTurned = keywords?.some(one => one.arg?.kind === 'Name' && one.arg.id === 'reverse');
    if (keywords && (use === 'sort' || !isTurned)) return { before: [], keywords };
  }
  const plain = plainOrder(cx, order);
  if (plain) return { before: [], keywords: plain };
  const value = expression(cx, order);
  const key = keyword('key', call(cx.out.from('functools', 'cmp_to_key'), value.value));
  return { before: value.before, keywords: [key] };
}

/** `strings.Compare` and `cmp.Compare` are the order that values have. */
function plainOrder(cx: Context, node: go.Expression): py.Keyword[] | undefined {
  const fun = node.kind === 'IndexExpr' ? node.x : node;
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || fun.sel.name !== 'Compare') return undefined;
  const path = cx.typing.packageOf(fun.x);
  return path === 'cmp' || path === 'strings' ? [] : undefined;
}

/** The comparison as a key; undefined where it is something else. */
function keysOf(
  cx: Context,
  less: go.FuncLit,
  comparison: Comparison,
  elt: Type,
  item: string,
): py.Keyword[] | undefined {
  const orders = ordersOf(cx, comparison);
  if (!orders || orders.length === 0) return undefined;
  const fn = literalContext(cx, less, cx.typing.functionType(less.type));
  const descending = orders.every(one => one.descending);
  const keys: py.Expression[] = [];
  for (const order of orders) {
    const value = inFunction(cx, fn, () => expression(cx, withItems(cx, order.node, comparison, [item, item], elt)));
    if (value.before.length > 0) return undefined;
    if (!order.descending || descending) keys.push(value.value);
    else if (order.flag) keys.push(negate(value.value));
    else {
      const type = cx.typing.underlying(cx.typing.of(order.node));
      const isDuration = type.kind === 'instance' && type.name === 'time.Duration';
      if ((type.kind !== 'int' || isRune(type)) && type.kind !== 'float' && !isDuration) return undefined;
      keys.push(unary('-', value.value));
    }
  }
  const value = keys.length === 1 ? keys[0]! : tuple(...keys);
  const isItself = value.kind === 'Name' && value.id === item;
  return [
    ...(isItself ? [] : [keyword('key', calledOn(value, item) ?? lambda([item], value))]),
    ...(descending ? [keyword('reverse', bool(true))] : []),
  ];
}

/** `len` for `lambda word: len(word)`. */
function calledOn(value: py.Expression, item: string): py.Expression | undefined {
  if (value.kind !== 'Call' || value.args.length !== 1 || value.func.kind !== 'Name') return undefined;
  const [arg] = value.args;
  return arg?.kind === 'Name' && arg.id === item ? value.func : undefined;
}

/** The name of a parameter of a lambda: it hides what stands around, which is no harm where that is not used. */
function localName(cx: Context, variable: Variable): string {
  const wanted = avoidPythonWords(pythonName(variable.name, 'parameter'));
  const { owner } = variable;
  const isHidden =
    owner !== undefined && isMentioned(owner, new RegExp(`^${wanted}$`), node => variableOf(cx, node) !== variable);
  return isHidden ? nameOf(cx, variable) : wanted;
}

function isMentioned(node: NodeBase, id: RegExp, counts: (node: go.Ident) => boolean = () => true): boolean {
  let found = false;
  walk(node, at => {
    const ident = at as unknown as go.Ident;
    if (at.kind === 'Ident' && id.test(ident.name) && counts(ident)) found = true;
  });
  return found;
}

/** The code with names in place of `xs[i]` and `xs[j]`. What does not change stays the same node, as its symbols know it. */
function withItems<T extends NodeBase>(
  cx: Context,
  node: T,
  comparison: Comparison,
  names: readonly [string, string],
  elt: Type,
): T {
  const item = comparison.itemOf(node);
  if (item !== undefined) {
    const stand: go.Ident = { kind: 'Ident', name: names[item], start: -1, end: -1 };
    cx.typing.assume(stand, elt);
    return stand as NodeBase as T;
  }
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const made = value.map(replaced);
      return made.some((one, i) => one !== value[i]) ? made : value;
    }
    const isNode = typeof value === 'object' && value !== null && 'kind' in value;
    return isNode ? withItems(cx, value as NodeBase, comparison, names, elt) : value;
  };
  const fields = Object.entries(node).map(([key, value]) => [key, replaced(value)] as const);
  const isChanged = fields.some(([key, value]) => value !== (node as Record<string, unknown>)[key]);
  return isChanged ? (Object.fromEntries(fields) as unknown as T) : node;
}

/** A name for one of a list: `edge` of `edges`. */
function singular(cx: Context, list: go.Expression): string {
  const last = list.kind === 'SelectorExpr' ? list.sel : list;
  const own = last.kind === 'Ident' ? pythonName(last.name, 'variable').replace(/^.*_/, '') : '';
  const one = own.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
  const isFree = (id: string): boolean => avoidPythonWords(id) === id && !cx.program.moduleNames.has(id);
  if (one !== own && one.length > 2 && isFree(one)) return one;
  return isFree('item') ? 'item' : 'element';
}

/** `ByAge(people)` is a list of its own in Python. */
export function isCopy(cx: Context, node: go.Expression): boolean {
  return (
    node.kind === 'CallExpr' &&
    cx.typing.isConversion(node) &&
    node.args[0] !== undefined &&
    cx.typing.of(node.args[0]).kind !== 'instance'
  );
}

/** `sort.Sort(ByAge(people))`: the copy is sorted and put back. */
export function sortedBack(cx: Context, arg: go.Expression): py.Statement[] | undefined {
  const isReversed =
    arg.kind === 'CallExpr' &&
    arg.fun.kind === 'SelectorExpr' &&
    arg.fun.sel.kind === 'Ident' &&
    arg.fun.sel.name === 'Reverse';
  const list = isReversed ? arg.args[0] : arg;
  if (list?.kind !== 'CallExpr' || !isCopy(cx, list) || !cx.typing.info(cx.typing.of(list))?.methods.has('Less'))
    return undefined;
  const original = expression(cx, list.args[0]!);
  const own = freshName(cx, 'items');
  const copy = expression(cx, list);
  const order = isReversed ? [keyword('reverse', bool(true))] : [];
  return [
    ...copy.before,
    assign(own, copy.value),
    expr(call(cx.out.helper('sort_by_methods'), name(own), ...order)),
    assign(subscript(original.value, slice()), name(own)),
  ];
}
