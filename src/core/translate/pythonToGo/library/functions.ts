/** Arguments of the library's functions: sequences, and functions that are called for each item. */
import { any, bool, iterator, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { materialized } from '../collecting';
import { coerce, truth } from '../coerce';
import type { Context } from '../context';
import { asList } from '../displays';
import { applyTo } from '../lambdas';
import { list, type ListType } from '../shapes';
import { pure, value, type Value } from '../value';
import { sequenceOf as pulledSequence } from '../iterators';

/** An argument as a list. */
export function itemsOf(c: Context, node: py.Expression): Value & { type: ListType } {
  const made = asList(c, materialized(c, node));
  return { ...made, type: made.type.kind === 'list' ? made.type : list(any) };
}

/** An argument as Go's `iter.Seq`: what is lazy stays so. */
export function sequenceOf(c: Context, node: py.Expression): { node: Expression; elt: Type } {
  const made = materialized(c, node);
  // Who has an iterator asks it for no more than is taken: the rest is there for the next one.
  const pulled = made.type.kind === 'iterator' ? made : pulledSequence(c, made);
  if (pulled?.type.kind === 'iterator') return { node: pulled.node, elt: pulled.type.elt };
  const items = asList(c, made);
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  return { node: g.pkgCall('slices', 'Values', items.node), elt };
}

export const sequence = (node: Expression, elt: Type): Value => value(node, iterator(elt));

/** A function literal that applies a function of the source to parameters of these types. */
export function applied(
  c: Context,
  names: readonly string[],
  types: readonly Type[],
  body: (args: Value[]) => Value,
  want?: Type,
): { node: Expression; result: Type } {
  const params = names.map(name => c.scratch(name));
  const { before, result } = c.capture(() => {
    const made = body(params.map((name, i) => pure(g.ident(name), types[i] ?? any)));
    return want ? coerce(c, made, want) : made;
  });
  const fields = params.map((name, i) => g.field(name, c.goType(types[i] ?? any)));
  const node = g.funcLit(fields, [c.goType(result.type)], [...before, g.ret(result.node)]);
  return { node, result: result.type };
}

/** A test of one item: `None` asks whether the item itself is true. */
export function predicate(c: Context, func: py.Expression, elt: Type, negated = false): Expression {
  return applied(c, ['item'], [elt], ([item]) => {
    const test = truth(c, func.kind === 'None' ? item! : applyTo(c, func, [item!]));
    return value(negated ? g.not(test) : test, bool);
  }).node;
}
