/** `functools.lru_cache` and `functools.cache`, as the wrapper that a program would write itself. */
import type { Facts } from '../../../facts/facts';
import type * as py from '../../../syntax/python/ast';
import { Declined } from './known';
import * as n from './nodes';
import type { Parameters } from './shapes';

export function isCache(facts: Facts, decorator: py.Expression): boolean {
  const name = facts.qualifiedName(decorator.kind === 'Call' ? decorator.func : decorator);
  return name === 'functools.lru_cache' || name === 'functools.cache';
}

/** How many results a cache may hold; undefined for as many as there are. */
export function limitOf(facts: Facts, decorator: py.Expression): number | undefined {
  if (decorator.kind !== 'Call') {
    return facts.qualifiedName(decorator) === 'functools.lru_cache' ? 128 : undefined;
  }
  const [first] = decorator.args.filter(arg => arg.kind !== 'Keyword' || n.idOf(arg.arg) === 'maxsize');
  const value = first?.kind === 'Keyword' ? first.value : first;
  if (!value) return facts.qualifiedName(decorator.func) === 'functools.lru_cache' ? 128 : undefined;
  if (value.kind === 'None') return undefined;
  if (value.kind !== 'Int') throw new Declined('a limit');
  return Number(value.value);
}

export interface Cache {
  /** The variables that hold the results and the counters. */
  results: string;
  hits: string | undefined;
  misses: string | undefined;
  /** As many results as are kept at most; the one that was not used for the longest time goes. */
  limit: number | undefined;
}

/** The body of a function that looks into its cache first. */
export function cachedBody(cache: Cache, params: Parameters, plain: py.Expression): py.Statement[] {
  if (params.star || params.doubleStar) throw new Declined('a cache for any number of arguments');
  const all = [...(params.receiver ? [params.receiver] : []), ...params.positional, ...params.keywordOnly];
  const names = all.map(param => n.name(n.idOf(param.name)));
  const key: py.Expression = names.length === 0 ? n.text('') : names.length === 1 ? names[0]! : n.tuple(names);
  const results = n.name(cache.results);
  const entry: py.Subscript = { kind: 'Subscript', start: -1, end: -1, value: results, slice: key };
  const result = n.name('result');
  const isKept = cache.limit !== undefined;
  const found: py.Statement[] = [
    ...count(cache.hits),
    ...(isKept
      ? [n.assign(result, n.call(n.attribute(results, 'pop'), [key])), n.assign(entry, result), n.ret(result)]
      : [n.ret(entry)]),
  ];
  const others = keywords(params);
  const args = [...params.positional.map(param => n.name(n.idOf(param.name))), ...others];
  return [
    test(compare(key, 'in', results), found),
    ...count(cache.misses),
    n.assign(result, n.call(plain, args)),
    ...(isKept
      ? [
          test(compare(n.call(n.name('len'), [results]), '>=', n.int(cache.limit!)), [
            n.statement(
              n.call(n.attribute(results, 'pop'), [n.call(n.name('next'), [n.call(n.name('iter'), [results])])]),
            ),
          ]),
        ]
      : []),
    n.assign(entry, result),
    n.ret(result),
  ];
}

const keywords = (params: Parameters): py.Keyword[] =>
  params.keywordOnly.map(param => n.keyword(n.idOf(param.name), n.name(n.idOf(param.name))));

const count = (name: string | undefined): py.Statement[] =>
  name === undefined ? [] : [{ kind: 'AugAssign', start: -1, end: -1, op: '+', target: n.name(name), value: n.int(1) }];

const test = (condition: py.Expression, body: py.Statement[]): py.If => ({
  kind: 'If',
  start: -1,
  end: -1,
  test: condition,
  body,
  orelse: [],
});

const compare = (left: py.Expression, op: py.CompareOperator, right: py.Expression): py.Compare => ({
  kind: 'Compare',
  start: -1,
  end: -1,
  left,
  ops: [op],
  comparators: [right],
});

/** What `cache_info()` gives, as a class of the file. */
export function informationClass(name: string): py.ClassDef {
  const field = (id: string, annotation: py.Expression): py.AnnAssign => ({
    kind: 'AnnAssign',
    start: -1,
    end: -1,
    target: n.name(id),
    annotation,
  });
  const optional: py.BinOp = { kind: 'BinOp', start: -1, end: -1, op: '|', left: n.name('int'), right: n.none() };
  return {
    kind: 'ClassDef',
    start: -1,
    end: -1,
    name: n.name(name),
    typeParams: [],
    bases: [n.name('NamedTuple')],
    body: [
      field('hits', n.name('int')),
      field('misses', n.name('int')),
      field('maxsize', optional),
      field('currsize', n.name('int')),
    ],
    decorators: [],
  };
}
