/** Products, combinations, permutations and runs: what itertools gives in rounds of several values. */
import { any, int, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { iterate, type Rounds, type Wanted } from '../iteration';
import { applyTo } from '../lambdas';
import { sameType } from '../settling';
import { list } from '../shapes';
import { isSimple } from '../subscripts';
import { pure, value, type Value } from '../value';
import { applied, itemsOf } from './functions';
import type { RoundsOf } from './table';

/** The rounds over lists of `count` items each, whose items are the values. */
function listRounds(c: Context, lists: go.Expression, elts: readonly Type[], name: string): Rounds {
  const choice = c.freshLocal(name);
  return {
    values: elts.map((elt, i) => value(g.index(g.ident(choice), g.int(i)), elt, true)),
    wrap: body => g.rangeStmt(undefined, choice, lists, body),
  };
}

/** The rounds over lists whose length is not known: each is one value, a tuple. */
function wholeRounds(c: Context, lists: go.Expression, elt: Type, wanted: Wanted, name: string): Rounds {
  const choice = (wanted.names.length === 1 ? wanted.names[0] : undefined) ?? c.freshLocal(name);
  return {
    values: [pure(g.ident(choice), { ...list(elt), form: 'tuple' })],
    wrap: body => g.rangeStmt(undefined, choice, lists, body),
  };
}

/** `combinations(xs, 2)` and its like. */
export const choices =
  (helper: string): RoundsOf =>
  (c, node, wanted) => {
    const [first, second] = positional(node);
    const size = second ?? keywordArgument(node, 'r');
    if (!first) return undefined;
    const given = itemsOf(c, first);
    const { elt } = given.type;
    if (helper === 'combinations' && size?.kind === 'Int' && size.value === '2' && !leaves(wanted)) {
      return pairRounds(c, given, elt, wanted);
    }
    const items = size ? given : c.temporary(given, 'items');
    const count = size ? coerce(c, expression(c, size), int).node : g.call('len', items.node);
    const lists = g.call(c.helper(helper), items.node, count);
    const fixed = size?.kind === 'Int' ? Number(size.value) : 0;
    if (fixed > 1 && fixed <= 6) return listRounds(c, lists, Array<Type>(fixed).fill(elt), 'choice');
    return wholeRounds(c, lists, elt, wanted, 'choice');
  };

/** Every two of a list: one loop inside of the other. */
function pairRounds(c: Context, given: Value, elt: Type, wanted: Wanted): Rounds {
  const items = isSimple(given.node) ? given : c.temporary(given, 'items');
  const i = c.freshLocal('i');
  const [a, b] = [wanted.names[0] ?? c.freshLocal('a'), wanted.names[1] ?? c.freshLocal('b')];
  const rest = g.slice(items.node, g.binary(g.ident(i), '+', g.int(1)));
  return {
    values: [pure(g.ident(a), elt), pure(g.ident(b), elt)],
    wrap: body => g.rangeStmt(i, a, items.node, [g.rangeStmt(undefined, b, rest, body)]),
  };
}

/** A `break` inside of several loops would leave the inner one only. */
function leaves(wanted: Wanted): boolean {
  let found = false;
  for (const statement of wanted.body ?? []) {
    walk(statement, node => {
      if (node.kind === 'Break') found = true;
      return node.kind === 'For' || node.kind === 'While' ? false : undefined;
    });
  }
  return found;
}

export const productRounds: RoundsOf = (c, node, wanted) => {
  const args = positional(node);
  const repeat = keywordArgument(node, 'repeat');
  if (args.length === 1 && args[0]!.kind === 'Starred') {
    const lists = itemsOf(c, args[0].value);
    const elt = lists.type.elt.kind === 'list' ? lists.type.elt.elt : any;
    if (lists.type.elt.kind !== 'list') return c.gap('the product of these has no counterpart here', node);
    return wholeRounds(c, g.spread(c.helper('product'), lists.node), elt, wanted, 'choice');
  }
  if (args.some(arg => arg.kind === 'Starred')) return undefined;
  if (repeat) {
    const [first] = args;
    if (!first || args.length > 1) return undefined;
    const items = itemsOf(c, first);
    const times = coerce(c, expression(c, repeat), int).node;
    const lists = g.spread(c.helper('product'), g.call(c.helper('repeatedLists'), items.node, times));
    const fixed = repeat.kind === 'Int' ? Number(repeat.value) : 0;
    const isUnpacked = wanted.names.length === fixed && fixed > 1;
    if (isUnpacked) return listRounds(c, lists, Array<Type>(fixed).fill(items.type.elt), 'choice');
    return wholeRounds(c, lists, items.type.elt, wanted, 'choice');
  }
  if (leaves(wanted)) {
    const lists = args.map(arg => itemsOf(c, arg));
    const [first] = lists;
    const isOne = first && lists.every(one => sameType(one.type, first.type));
    if (!isOne) return c.gap('a break out of a product of lists of several types has no counterpart here', node);
    const all = g.call(c.helper('product'), ...lists.map(one => one.node));
    return listRounds(
      c,
      all,
      lists.map(one => one.type.elt),
      'choice',
    );
  }
  // What is looped over inside of another loop is made once.
  const inner = args.map((arg, i) => iterate(c, arg, { names: [wanted.names[i]] }));
  if (inner.some(one => one.values.length !== 1)) return undefined;
  return {
    values: inner.map(one => one.values[0]!),
    wrap: body =>
      inner
        .slice(0, -1)
        .reduceRight<go.Statement>((loop, outer) => outer.wrap([loop]), inner[inner.length - 1]!.wrap(body)),
  };
};

export const pairwiseRounds: RoundsOf = (c, node) => {
  const [first] = positional(node);
  if (!first) return undefined;
  const given = itemsOf(c, first);
  const items = isSimple(given.node) ? given : c.temporary(given, 'items');
  const { elt } = given.type;
  const i = c.freshLocal('i');
  const next = g.binary(g.ident(i), '+', g.int(1));
  return {
    values: [value(g.index(items.node, g.ident(i)), elt, true), value(g.index(items.node, next), elt, true)],
    wrap: body => g.rangeStmt(i, undefined, g.binary(g.call('len', items.node), '-', g.int(1)), body),
  };
};

/** `groupby`: each run of neighbours with the same key. */
export const groupRounds: RoundsOf = (c, node) => {
  const [first, second] = positional(node);
  const key = second ?? keywordArgument(node, 'key');
  if (!first) return undefined;
  const items = itemsOf(c, first);
  const { elt } = items.type;
  const func = applied(c, ['item'], [elt], ([item]) => (key && key.kind !== 'None' ? applyTo(c, key, [item!]) : item!));
  const run = c.freshLocal('group');
  return {
    values: [
      value(g.sel(g.ident(run), 'First'), func.result, true),
      value(g.sel(g.ident(run), 'Second'), list(elt), true),
    ],
    wrap: body => g.rangeStmt(undefined, run, g.call(c.helper('groupRuns'), items.node, func.node), body),
  };
};
