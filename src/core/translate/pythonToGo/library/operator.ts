/** Python's `operator`: operators as functions, and functions that get items and attributes. */
import { bool } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { truth } from '../coerce';
import { comparison } from '../comparisons';
import type { Context } from '../context';
import { makeTuple } from '../displays';
import { expression, operands } from '../expressions';
import { arithmetic } from '../operators';
import { value, type Value } from '../value';
import type { Call, LibraryModule } from './table';

const arithmeticOperators: Record<string, py.BinaryOperator> = {
  add: '+',
  concat: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
};

const comparisons: Record<string, py.CompareOperator> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  is_: 'is',
  is_not: 'is not',
};

/** What `operator.NAME` gives for values that are written already; undefined for what is no operator. */
export function applyOperator(c: Context, name: string, args: readonly Value[]): Value | undefined {
  const [a, b] = args;
  if (!a) return undefined;
  const op = arithmeticOperators[name];
  if (op && b) return arithmetic(c, { op, left: c.standIn(a), right: c.standIn(b) }, a, b);
  const test = comparisons[name];
  if (test && b) return value(comparison(c, test, a, b), bool, a.pure && b.pure);
  switch (name) {
    case 'contains':
      return b && value(comparison(c, 'in', b, a), bool);
    case 'getitem':
      return b && expression(c, { ...nowhere, kind: 'Subscript', value: c.standIn(a), slice: c.standIn(b) });
    case 'neg':
      return value(g.unary('-', a.node), a.type, a.pure);
    case 'pos':
      return a;
    case 'not_':
      return value(g.not(truth(c, a)), bool, a.pure);
    case 'truth':
      return value(truth(c, a), bool, a.pure);
    default:
      return undefined;
  }
}

const nowhere = { start: -1, end: -1 } as const;

/** `itemgetter(1)`, `attrgetter("name")` and `methodcaller("upper")`, applied to a value. */
export function applyGetter(c: Context, node: py.Call, of: Value): Value | undefined {
  const name = /^operator\.(itemgetter|attrgetter|methodcaller)$/.exec(c.facts.qualifiedName(node.func) ?? '')?.[1];
  if (name === undefined) return undefined;
  const source = c.standIn(of);
  const args = positional(node);
  if (name === 'methodcaller') {
    const [method, ...rest] = node.args;
    if (method?.kind !== 'Str') return undefined;
    return expression(c, { ...nowhere, kind: 'Call', func: attribute(source, method.value), args: rest });
  }
  const parts = args.map((arg): py.Expression | undefined => {
    if (name === 'itemgetter') return { ...nowhere, kind: 'Subscript', value: source, slice: arg };
    if (arg.kind !== 'Str') return undefined;
    return arg.value.split('.').reduce<py.Expression>((base, one) => attribute(base, one), source);
  });
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const values = operands(c, parts as py.Expression[]);
  return values.length === 1 ? values[0] : makeTuple(c, values);
}

function attribute(base: py.Expression, name: string): py.Attribute {
  return { ...nowhere, kind: 'Attribute', value: base, attr: { ...nowhere, kind: 'Name', id: name } };
}

const call =
  (name: string): Call =>
  (c, node) =>
    applyOperator(c, name, operands(c, positional(node)));

/** Calls of the operators. */
export const operator: LibraryModule = {
  calls: Object.fromEntries(
    [
      ...Object.keys(arithmeticOperators),
      ...Object.keys(comparisons),
      'contains',
      'getitem',
      'neg',
      'pos',
      'not_',
      'truth',
    ].map(name => [`operator.${name}`, call(name)]),
  ),
};
