/** Loops over several things at once: `enumerate`, `zip`. */
import { any, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { asList } from './displays';
import { expression, operands } from './expressions';
import { type Rounds, type Wanted, assignOrDefine, roundsOf } from './iteration';
import { sameType, tupleFields } from './settling';
import { list } from './shapes';
import { isSimple } from './subscripts';

/** `zip(*rows)`: the columns. */
export function transposedRounds(
  c: Context,
  node: py.Call,
  args: readonly py.Expression[],
  wanted: Wanted,
): Rounds | undefined {
  const [only] = args;
  if (c.facts.qualifiedName(node.func) !== 'builtins.zip') return undefined;
  if (only?.kind !== 'Starred' || args.length !== 1)
    return c.gap('* among other arguments of zip has no counterpart here', node);
  const given = asList(c, expression(c, only.value));
  const rows = asRows(c, given) ?? given;
  const inner = rows.type.kind === 'list' ? rows.type.elt : any;
  if (inner.kind !== 'list') return c.gap('zip(*…) over this has no counterpart here', node);
  const columns = list({ ...list(inner.elt), form: 'tuple' });
  return roundsOf(c, value(g.call(c.helper('transposed'), rows.node), columns), wanted);
}

/** `names, ages = zip(*people)`, also by way of `map(list, …)`: a list for each column, whose types differ. */
export function mixedColumns(c: Context, node: py.Call, zipped = node): Value | undefined {
  const of = zipped.args.filter(arg => arg.kind !== 'Keyword') as py.Expression[];
  const type = c.typeOf(node);
  const rows = of[0]?.kind === 'Starred' ? of[0].value : undefined;
  if (!rows) {
    const [func, inner] = of;
    const isList = func && c.facts.qualifiedName(func) === 'builtins.list';
    if (!isList || inner?.kind !== 'Call' || c.facts.qualifiedName(inner.func) !== 'builtins.zip') return undefined;
    return inner.args[0]?.kind === 'Starred' ? mixedColumns(c, node, inner) : undefined;
  }
  if (type.kind !== 'tuple' || of.length !== 1) return undefined;
  const source = asList(c, expression(c, rows));
  const row = source.type.kind === 'list' ? source.type.elt : any;
  if (row.kind !== 'tuple' || row.elts.length !== type.elts.length) return undefined;
  const taken = c.takeResultNames(type.elts);
  const names = taken ?? type.elts.map(() => c.freshLocal('column'));
  names.forEach((name, i) => {
    if (name === '_') return;
    const empty = g.composite(c.goType(type.elts[i]!), []);
    c.emit(taken ? g.assign(g.ident(name), empty) : g.define(name, empty));
  });
  const one = c.freshLocal('row');
  const fill = names.flatMap((name, i) =>
    name === '_'
      ? []
      : [g.assign(g.ident(name), g.call('append', g.ident(name), g.sel(g.ident(one), tupleFields[i] ?? 'First')))],
  );
  c.emit(g.rangeStmt('_', one, source.node, fill));
  const columns = names.map(name => g.ident(name));
  return pure(g.composite(c.goType(type), columns), type);
}

/** Rows that are tuples of one type or texts, as lists. */
function asRows(c: Context, rows: Value): Value | undefined {
  const row = rows.type.kind === 'list' ? rows.type.elt : any;
  const [first] = row.kind === 'tuple' ? row.elts : row.kind === 'str' ? [row] : [];
  if (!first || (row.kind === 'tuple' && row.elts.some(elt => !sameType(elt, first)))) return undefined;
  const [lists, one] = [c.freshLocal('rows'), c.freshLocal('row')];
  const items =
    row.kind === 'tuple'
      ? g.composite(
          c.goType(list(first)),
          row.elts.map((_, i) => g.sel(g.ident(one), tupleFields[i] ?? 'First')),
        )
      : asList(c, pure(g.ident(one), row)).node;
  c.emit(
    g.define(lists, g.composite(c.goType(list(list(first))), [])),
    g.rangeStmt('_', one, rows.node, [g.assign(g.ident(lists), g.call('append', g.ident(lists), items))]),
  );
  return pure(g.ident(lists), list(list(first)));
}

export function enumerateRounds(
  c: Context,
  node: py.Expression,
  start: py.Expression | undefined,
  wanted: Wanted,
): Rounds {
  const whole = expression(c, node);
  const [indexName, itemName] = wanted.names;
  const from = start ? coerce(c, expression(c, start), int) : undefined;
  const isZero = !from || (from.node.kind === 'IntLit' && from.node.value === '0');
  const source = whole.type.kind === 'list' ? whole : enumerable(c, whole);
  if (source.type.kind === 'list') {
    const i = isZero ? (indexName ?? c.freshLocal('i')) : c.freshLocal('i');
    const item = itemName ?? c.freshLocal('item');
    const position = isZero ? pure(g.ident(i), int) : value(shifted(g.ident(i), from), int, true);
    return {
      values: [position, pure(g.ident(item), source.type.elt)],
      wrap: body => g.rangeStmt(i, item, source.node, body),
      ...(isSimple(source.node) && { length: g.call('len', source.node) }),
    };
  }
  // What has no index is counted beside the loop.
  const count = c.freshLocal('count');
  c.emit(g.define(count, from?.node ?? g.int(0)));
  const inner = roundsOf(c, source, { names: [itemName] });
  const i = indexName ?? c.freshLocal('i');
  return {
    values: [pure(g.ident(i), int), ...inner.values],
    wrap: body => inner.wrap([assignOrDefine(c, i, g.ident(count)), g.incDec(g.ident(count), '++'), ...body]),
  };
}

function shifted(i: go.Expression, from: Value): go.Expression {
  return g.binary(i, '+', from.node);
}

/** As a list where an index is needed: the bytes that Go counts in a string are no characters. */
function enumerable(c: Context, whole: Value): Value {
  if (whole.type.kind === 'str' || whole.type.kind === 'tuple') return asList(c, whole);
  return whole;
}

export function zipRounds(c: Context, args: py.Expression[]): Rounds {
  const given = operands(c, args);
  if (given.some(one => one.type.kind === 'iterator')) return pulledRounds(c, given);
  const lists = given.map(one => {
    const whole = asList(c, one);
    return isSimple(whole.node) ? whole : c.temporary(whole, 'items');
  });
  const i = c.freshLocal('i');
  const values = lists.map(one =>
    value(g.index(one.node, g.ident(i)), one.type.kind === 'list' ? one.type.elt : any, true),
  );
  const lengths = lists.map(one => g.call('len', one.node));
  const count = g.call('min', ...lengths);
  return { values, wrap: body => g.rangeStmt(i, undefined, count, body), length: count };
}

/** Iterators beside each other: each is asked for its next value, and the first that has none ends the loop. */
function pulledRounds(c: Context, given: readonly Value[]): Rounds {
  const before: go.Statement[] = [];
  const values = given.map(one => {
    const { type } = one;
    const elt = type.kind === 'iterator' || type.kind === 'list' ? type.elt : undefined;
    const source = type.kind === 'iterator' ? one.node : g.pkgCall('slices', 'Values', asList(c, one).node);
    const [next, stop] = [c.freshLocal('next'), c.freshLocal('stop')];
    const [item, flag] = [c.freshLocal('item'), c.freshLocal('ok')];
    c.emit(g.define([next, stop], g.pkgCall('iter', 'Pull', source)), g.defer(g.call(stop)));
    before.push(g.define([item, flag], g.call(next)), g.ifStmt(g.not(g.ident(flag)), [g.branch('break')]));
    return pure(g.ident(item), elt ?? (type.kind === 'str' ? type : any));
  });
  return { values, wrap: body => g.forStmt(undefined, undefined, undefined, [...before, ...body]) };
}
