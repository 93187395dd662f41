/** `sorted` and `list.sort`: stable, with keys and reverse. */
import { any, int, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { keywordArgument } from './arguments';
import { materialized } from './collecting';
import { coerce, truth } from './coerce';
import { pure, value, type Value } from './value';
import { closure } from './closures';
import { type Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { applyTo } from './lambdas';
import { threeWay } from './comparisons';
import { makesNew } from './newLists';
import { isFailing } from './failingGenerators';
import { list } from './shapes';

export function sortedCall(c: Context, node: py.Call, args: py.Expression[]): Value {
  const [first] = args;
  if (!first) return c.gap('sorted of nothing has no counterpart', node);
  const key = keywordArgument(node, 'key');
  const reverse = reversed(c, node);
  const isNew = makesNew(c, first);
  const whole = c.typeOf(node);
  const isSequence = !key && !reverse && isOrdered(elementType(whole));
  // A new list is sorted where it was made: under the name that the result is to have, if there is one.
  const kept = isNew && !isSequence ? c.takeResultNames([whole]) : undefined;
  const source = kept ? c.offerResult(kept, [whole], () => materialized(c, first)) : materialized(c, first);
  const elt = elementType(source.type);
  if (!key && !reverse && isOrdered(elt)) {
    return value(g.pkgCall('slices', 'Sorted', sequence(c, source)), list(elt));
  }
  const { type, node: items } = sortable(c, source, isNew);
  const isSettled = isNew && items.kind === 'Ident' && (!kept || items.name === kept[0]);
  if (isSettled) {
    c.emit(...sortStatements(c, pure(items, type), key, reverse, first));
    return pure(items, type);
  }
  const result = kept
    ? { name: kept[0]!, start: (made: go.Expression) => g.assign(g.ident(kept[0]!), made) }
    : c.resultVariable(type, 'sorted');
  c.emit(result.start(items));
  const ordered = pure(g.ident(result.name), type);
  c.emit(...sortStatements(c, ordered, key, reverse, first));
  return ordered;
}

const isOrdered = (type: Type): boolean =>
  type.kind === 'int' || type.kind === 'float' || (type.kind === 'str' && type.form === undefined);

function elementType(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'iterator':
      return type.elt;
    case 'dict':
      return type.key;
    case 'str':
      return type;
    case 'tuple':
      return type.elts[0] ?? any;
    default:
      return any;
  }
}

/** The items as a Go sequence, without a list between. */
function sequence(c: Context, source: Value): go.Expression {
  if (source.type.kind === 'iterator' && !isFailing(source.node)) return source.node;
  if (source.type.kind === 'set') return g.pkgCall('maps', 'Keys', source.node);
  if (source.type.kind === 'dict' && !c.isOrdered(source.type)) return g.pkgCall('maps', 'Keys', source.node);
  return g.pkgCall('slices', 'Values', asList(c, source).node);
}

/** A list that may be sorted in place. */
function sortable(c: Context, source: Value, isNew: boolean): { type: Type; node: go.Expression } {
  const items = asList(c, source);
  // What is not a list becomes a new one.
  const isOwn =
    isNew || items.node.kind === 'CompositeLit' || /^(set|dict|str|tuple|iterator|bytes)$/.test(source.type.kind);
  return { type: items.type, node: isOwn ? items.node : g.pkgCall('slices', 'Clone', items.node) };
}

export function reversed(c: Context, node: py.Call): boolean {
  const reverse = keywordArgument(node, 'reverse');
  if (!reverse) return false;
  if (reverse.kind === 'Bool') return reverse.value;
  return c.gap('reverse= that is not True or False has no counterpart here', node);
}

/** The function of `cmp_to_key(compare)`. */
function comparator(c: Context, key: py.Expression): py.Expression | undefined {
  if (key.kind !== 'Call' || c.facts.qualifiedName(key.func) !== 'functools.cmp_to_key') return undefined;
  const [compare] = key.args;
  return compare?.kind === 'Keyword' ? undefined : compare;
}

/** Sorts a list in place. Equal items stay as they stood, also in reverse. */
export function sortStatements(
  c: Context,
  items: Value,
  key: py.Expression | undefined,
  reverse: boolean,
  source?: py.Expression,
): go.Statement[] {
  const elt = items.type.kind === 'list' ? items.type.elt : any;
  if (key?.kind === 'None') key = undefined;
  // `key=f if by_size else None`: one order or the other.
  if (key?.kind === 'IfExp') {
    const test = truth(c, expression(c, key.test));
    const [one, other] = [key.body, key.orelse].map(branch =>
      c.block(() => c.emit(...sortStatements(c, items, branch, reverse))),
    );
    return [g.ifStmt(test, one!, other)];
  }
  if (!key && !reverse && isOrdered(elt)) return [g.exprStmt(g.pkgCall('slices', 'Sort', items.node))];
  const [first, second] = [c.scratch('a'), c.scratch('b')];
  const a = pure(g.ident(first), elt);
  const b = pure(g.ident(second), elt);
  const compare = closure(c, [g.field([first, second], c.goType(elt))], g.ident('int'), () => {
    const [low, high] = reverse ? [b, a] : [a, b];
    if (!key) return source && isItems(c, source) ? byKey(c, low, high) : threeWay(c, low, high);
    const compare = comparator(c, key);
    if (compare) return coerce(c, applyTo(c, compare, [low, high]), int).node;
    return threeWay(c, applyTo(c, key, [low]), applyTo(c, key, [high]));
  });
  return [g.exprStmt(g.pkgCall('slices', 'SortStableFunc', items.node, compare))];
}

/** The pairs of a dict: no two have one key. */
function isItems(c: Context, node: py.Expression): boolean {
  if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return false;
  return node.func.attr.id === 'items' && node.args.length === 0 && c.typeOf(node.func.value).kind === 'dict';
}

/** The order of two pairs of a dict: no two have one key, so their values are never asked. */
function byKey(c: Context, a: Value, b: Value): go.Expression {
  const keyOf = (pair: Value): Value | undefined => {
    const key = pair.type.kind === 'tuple' ? pair.type.elts[0] : undefined;
    return key && value(g.sel(pair.node, 'First'), key, true);
  };
  const [one, other] = [keyOf(a), keyOf(b)];
  return one && other ? threeWay(c, one, other) : threeWay(c, a, b);
}
