/** Tuples of which it is known how many parts they have. */
import type { Facts } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import * as n from './nodes';

/** The parts of a tuple, as expressions. */
export function asTuple(facts: Facts, node: py.Expression): py.Expression[] | undefined {
  if (node.kind === 'Tuple' || node.kind === 'List') return node.elts;
  if (node.kind !== 'Name') return undefined;
  const type = facts.typeOf(node);
  if (type.kind !== 'tuple') return undefined;
  return type.elts.map((_, i): py.Subscript => ({
    kind: 'Subscript',
    start: -1,
    end: -1,
    value: node,
    slice: n.int(i),
  }));
}
