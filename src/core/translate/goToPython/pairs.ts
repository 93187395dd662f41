/** Loops over iterators of pairs, of which one half may not be wanted. */
import type * as py from '../../syntax/python/ast';
import { call, method, name, tuple } from './build';

/**
 * The target and the iterable of a loop over pairs: `enumerate(xs)` without its numbers is `xs`, `d.items()` without its
 * keys is `d.values()`.
 */
export function overPairs(
  pairs: py.Expression,
  key: py.Expression | undefined,
  value: py.Expression | undefined,
): { target: py.Expression; iter: py.Expression } {
  const one = key ?? value;
  if (one && !(key && value)) {
    const [of, dict] = [numbered(pairs), itemsOf(pairs)];
    if (of && value) return { target: value, iter: of };
    if (dict) return { target: one, iter: key ? dict : method(dict, 'values') };
  }
  return { target: tuple(key ?? name('_'), value ?? name('_')), iter: pairs };
}

const only = (node: py.Expression, id: string): py.Expression | undefined =>
  node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === id && node.args.length === 1
    ? (node.args[0] as py.Expression)
    : undefined;

/** What `enumerate(xs)` and `reversed(list(enumerate(xs)))` go through. */
function numbered(pairs: py.Expression): py.Expression | undefined {
  const direct = only(pairs, 'enumerate');
  if (direct) return direct;
  const listed = only(pairs, 'reversed');
  const inner = listed && only(listed, 'list');
  const items = inner && only(inner, 'enumerate');
  return items && call('reversed', items);
}

function itemsOf(pairs: py.Expression): py.Expression | undefined {
  if (pairs.kind !== 'Call' || pairs.args.length > 0 || pairs.func.kind !== 'Attribute') return undefined;
  const { attr, value } = pairs.func;
  return attr.kind === 'Name' && attr.id === 'items' ? value : undefined;
}
