/** Sorting: an order given by a function is a key wherever it compares the same part of both items. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { equal } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { assign, bool, call, expr, keyword, lambda, method, name, slice, subscript, tuple, unary } from '../build';
import { type Context, type Value, gap, inFunction } from '../context';
import { expression } from '../expressions';
import { literalContext, parameterVariables } from '../functionLiterals';
import { freshName, nameOf } from '../naming';
import { isRune } from '../goTypes';
import type { LibraryEntry } from './entry';

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

export function sorted(
  ...options: ((cx: Context, args: readonly go.Expression[], list: py.Expression) => py.Keyword[])[]
): LibraryEntry {
  return {
    type: t.none,
    call(cx, args, node) {
      const [list] = args;
      if (!list) return gap('a sort of nothing', node);
      const result = inPlace(cx, list, own => method(own, 'sort', ...options.flatMap(option => option(cx, args, own))));
      return result;
    },
  };
}

/** `sort.Slice(xs, less)`: a key where `less` compares the same thing of both, else a comparison. */
export function lessOption(cx: Context, args: readonly go.Expression[], list: py.Expression): py.Keyword[] {
  const less = args[1];
  if (less?.kind !== 'FuncLit') return gap('a sort whose order is no function literal', less);
  const [i, j] = parameterVariables(cx, less.type);
  const listNode = args[0]!;
  const keys =
    i &&
    j &&
    sortKeys(cx, less, i.name, j.name, index =>
      index.kind === 'IndexExpr' && index.indices[0]?.kind === 'Ident' && equal(index.x, listNode)
        ? index.indices[0].name
        : undefined,
    );
  if (keys) return keys;
  void list;
  return gap('a sort whose order is more than a comparison of keys', less);
}

/** `slices.SortFunc(xs, func(a, b T) int { return cmp.Compare(a.n, b.n) })`. */
export function compareOption(cx: Context, args: readonly go.Expression[]): py.Keyword[] {
  const order = args[1];
  if (order?.kind === 'FuncLit') {
    const [a, b] = parameterVariables(cx, order.type);
    const keys = a && b && sortKeys(cx, order, a.name, b.name, node => (node.kind === 'Ident' ? node.name : undefined));
    if (keys) return keys;
  }
  if (!order) return [];
  const value = expression(cx, order);
  if (value.before.length > 0) return gap('a comparison of several statements', order);
  return [keyword('key', call(cx.out.from('functools', 'cmp_to_key'), value.value))];
}

interface Order {
  /** The code of the key, with the first item's name. */
  node: go.Expression;
  descending: boolean;
}

/** The comparison as keys: `a.n < b.n`, `a.n != b.n` first, then another; undefined where it is something else. */
function sortKeys(
  cx: Context,
  less: go.FuncLit,
  first: string,
  second: string,
  itemOf: (node: go.Expression) => string | undefined,
): py.Keyword[] | undefined {
  const orders: Order[] = [];
  for (const statement of less.body.list) {
    const found =
      statement.kind === 'ReturnStmt'
        ? orderOf(statement.results[0])
        : statement.kind === 'IfStmt'
          ? decided(statement)
          : undefined;
    if (!found) return undefined;
    orders.push(...found);
  }
  if (orders.length === 0) return undefined;
  const item = itemName(cx, less, first);
  const descending = orders.every(one => one.descending);
  const keys: py.Expression[] = [];
  for (const order of orders) {
    const key = keyOf(order.node, item);
    if (!key) return undefined;
    if (order.descending && !descending) {
      const type = cx.typing.underlying(cx.typing.of(order.node));
      if ((type.kind !== 'int' || isRune(type)) && type.kind !== 'float') return undefined;
      keys.push(unary('-', key));
    } else keys.push(key);
  }
  const value = keys.length === 1 ? keys[0]! : tuple(...keys);
  const isItself = value.kind === 'Name' && value.id === item;
  return [
    ...(isItself ? [] : [keyword('key', lambda([item], value))]),
    ...(descending ? [keyword('reverse', bool(true))] : []),
  ];

  /** `if a.n != b.n { return a.n < b.n }` */
  function decided(statement: go.IfStmt): Order[] | undefined {
    const { init, cond, body } = statement;
    const [only] = body.list;
    if (statement.else || body.list.length !== 1 || only?.kind !== 'ReturnStmt') return undefined;
    if (!init && cond.kind === 'BinaryExpr' && cond.op === '!=') {
      const found = orderOf(only.results[0]);
      return found && sameItemPart(cond.x, cond.y) ? found : undefined;
    }
    // `if c := cmp.Compare(a.n, b.n); c != 0 { return c }`
    if (init?.kind === 'AssignStmt' && cond.kind === 'BinaryExpr' && cond.op === '!=') return orderOf(init.rhs[0]);
    return undefined;
  }

  function orderOf(node: go.Expression | undefined): Order[] | undefined {
    if (node?.kind === 'BinaryExpr' && (node.op === '<' || node.op === '>'))
      return pair(node.x, node.y, node.op === '>');
    if (node?.kind === 'BinaryExpr' && node.op === '-') return pair(node.x, node.y, false);
    if (
      node?.kind === 'CallExpr' &&
      node.fun.kind === 'SelectorExpr' &&
      node.fun.sel.kind === 'Ident' &&
      node.fun.sel.name === 'Compare' &&
      node.args.length === 2
    ) {
      return pair(node.args[0]!, node.args[1]!, false);
    }
    return undefined;
  }

  function pair(x: go.Expression, y: go.Expression, descending: boolean): Order[] | undefined {
    if (!sameItemPart(x, y)) return undefined;
    return rootOf(x) === first
      ? [{ node: x, descending }]
      : rootOf(x) === second
        ? [{ node: x, descending: !descending }]
        : undefined;
  }

  /** Both are the same part, one of each item. */
  function sameItemPart(x: go.Expression, y: go.Expression): boolean {
    const [left, right] = [rootOf(x), rootOf(y)];
    if (!left || !right || left === right || ![left, right].every(id => id === first || id === second)) return false;
    return JSON.stringify(shape(x)) === JSON.stringify(shape(y));
  }

  function rootOf(node: go.Expression): string | undefined {
    const own = itemOf(node);
    if (own !== undefined && (own === first || own === second)) return own;
    if (node.kind === 'SelectorExpr' || node.kind === 'IndexExpr')
      return rootOf(node.x) ?? (node.kind === 'IndexExpr' && node.indices[0] ? rootOf(node.indices[0]) : undefined);
    if (node.kind === 'CallExpr')
      return (
        node.args.map(rootOf).find(root => root !== undefined) ??
        (node.fun.kind === 'SelectorExpr' ? rootOf(node.fun.x) : undefined)
      );
    return undefined;
  }

  /** The code without positions and with both items alike. */
  function shape(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(shape);
    if (typeof node !== 'object' || node === null) return node;
    const own = 'kind' in node ? itemOf(node as go.Expression) : undefined;
    if (own !== undefined && (own === first || own === second)) return 'item';
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== 'start' && key !== 'end' && key !== 'comments')
        .map(([key, value]) => [key, shape(value)]),
    );
  }

  function keyOf(node: go.Expression, id: string): py.Expression | undefined {
    const fn = literalContext(cx, less, cx.typing.functionType(less.type));
    return inFunction(cx, fn, () => {
      const replaced = replaceItem(node, id);
      const value = expression(cx, replaced);
      return value.before.length > 0 ? undefined : value.value;
    });
  }

  /** The item itself in place of `xs[i]` or `a`. */
  function replaceItem(node: go.Expression, id: string): go.Expression {
    const own = itemOf(node);
    if (own === first || own === second) {
      const stand: go.Ident = { kind: 'Ident', name: id, start: -1, end: -1 };
      cx.typing.assume(stand, cx.typing.of(node));
      return stand;
    }
    if (node.kind === 'SelectorExpr') return { ...node, x: replaceItem(node.x, id) };
    if (node.kind === 'IndexExpr')
      return { ...node, x: replaceItem(node.x, id), indices: node.indices.map(index => replaceItem(index, id)) };
    if (node.kind === 'CallExpr')
      return {
        ...node,
        fun: node.fun.kind === 'SelectorExpr' ? { ...node.fun, x: replaceItem(node.fun.x, id) } : node.fun,
        args: node.args.map(arg => replaceItem(arg, id)),
      };
    return node;
  }
}

function itemName(cx: Context, less: go.FuncLit, first: string): string {
  const [variable] = parameterVariables(cx, less.type);
  const type = variable && cx.typing.ofVariable(variable);
  if (type?.kind === 'int' && first.length === 1 && /[ij]/.test(first)) return 'item';
  return variable
    ? inFunction(cx, literalContext(cx, less, cx.typing.functionType(less.type)), () => nameOf(cx, variable))
    : 'item';
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
