/** Python's `urllib.parse`. */
import { int, optional, str, tuple } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { textOf } from '../formatting';
import { partsOf, roundsOf, dictRounds } from '../iteration';
import { dict, list } from '../shapes';
import { pure, value, type Value } from '../value';
import { argumentsAs, type Call, type Field, type LibraryModule } from './table';

const url = (name: string, ...args: Expression[]): Expression => g.pkgCall('net/url', name, ...args);

const parsed: Call = (c, node) => {
  const [text] = positional(node);
  if (!text || node.args.length > 1) return undefined;
  const call = g.pkgCall('net/url', 'Parse', coerce(c, expression(c, text), str).node);
  return c.checkedCall(call, c.typeOf(node), 'builtins.ValueError');
};

/** The only argument that is a text, where nothing else is said. */
function onlyText(c: Context, node: py.Call): Expression | undefined {
  const [text] = positional(node);
  return text && node.args.length === 1 ? coerce(c, expression(c, text), str).node : undefined;
}

const quote: Call = (c, node) => {
  const [text, second] = positional(node);
  if (!text) return undefined;
  const safe = second ?? keywordArgument(node, 'safe');
  const given = coerce(c, expression(c, text), str).node;
  const kept = safe ? coerce(c, expression(c, safe), str).node : g.str('/');
  return value(g.call(c.helper('percentEncoded'), given, kept), str);
};

/** `k=v`, both escaped. */
function pairText(c: Context, key: Value, item: Value): Expression {
  const escaped = (of: Value): Expression => url('QueryEscape', textOf(c, of));
  return g.binary(g.binary(escaped(key), '+', g.str('=')), '+', escaped(item));
}

const encode: Call = (c, node) => {
  const [query] = positional(node);
  if (!query || node.args.length > 1) return undefined;
  const join = (parts: Expression): Value => value(g.pkgCall('strings', 'Join', parts, g.str('&')), str);
  const texts = c.goType(list(str));
  if (query.kind === 'Dict' && query.items.every(item => item.kind === 'DictItem')) {
    const parts = query.items.map(item =>
      item.kind === 'DictItem' ? pairText(c, expression(c, item.key), expression(c, item.value)) : g.nil(),
    );
    return join(g.composite(texts, parts));
  }
  const of = expression(c, query);
  const rounds =
    of.type.kind === 'dict' ? dictRounds(c, of, of.type, 'items', { names: [] }) : roundsOf(c, of, { names: [] });
  const [first, second] = rounds.values;
  if (!first) return undefined;
  const pair = second ? [first, second] : partsOf(c, first, 2);
  if (!pair) return c.gap('this query has no counterpart here', node);
  if (of.type.kind === 'dict' && !c.isOrdered(of.type))
    c.notes.assume('the order of the parts of a query does not matter');
  const name = c.freshLocal('parts');
  const append = g.assign(g.ident(name), g.call('append', g.ident(name), pairText(c, pair[0]!, pair[1]!)));
  c.emit(g.define(name, g.composite(texts, [])), rounds.wrap([append]));
  return join(g.ident(name));
};

const queryPairs = (c: Context, text: Expression): Value =>
  value(g.call(c.helper('queryPairs'), text), list(tuple(str, str)));

const parseQuery: Call = (c, node) => {
  const text = onlyText(c, node);
  if (!text) return undefined;
  const type = dict(str, list(str));
  const result = c.resultVariable(type, 'query');
  const rounds = roundsOf(c, queryPairs(c, text), { names: [] });
  const [key, item] = partsOf(c, rounds.values[0]!, 2) ?? [];
  const name = g.ident(result.name);
  const old = g.index(c.isOrdered(type) ? g.sel(name, 'Values') : name, key!.node);
  c.emit(
    result.start(c.emptyDict(type)),
    rounds.wrap([c.setItem(name, type, key!.node, g.call('append', old, item!.node))]),
  );
  return pure(name, type);
};

const fields: Record<string, Field> = {
  scheme: (_, of) => value(g.sel(of.node, 'Scheme'), str, true),
  netloc: (c, of) => value(g.call(c.helper('networkLocation'), of.node), str, true),
  path: (_, of) => value(g.method(of.node, 'EscapedPath'), str, true),
  params: () => pure(g.str(''), str),
  query: (_, of) => value(g.sel(of.node, 'RawQuery'), str, true),
  fragment: (_, of) => value(g.method(of.node, 'EscapedFragment'), str, true),
  hostname: (_, of) => value(g.pkgCall('strings', 'ToLower', g.method(of.node, 'Hostname')), str, true),
  username: (_, of) => value(g.method(g.sel(of.node, 'User'), 'Username'), str, true),
  port: (c, of) => value(g.call(c.helper('portOf'), of.node), optional(int), true),
};

const classes = ['urllib.parse.ParseResult', 'urllib.parse.SplitResult'];

export const urls: LibraryModule = {
  calls: {
    'urllib.parse.urlparse': parsed,
    'urllib.parse.urlsplit': parsed,
    'urllib.parse.quote': quote,
    'urllib.parse.quote_plus': (c, node) => {
      const text = onlyText(c, node);
      return text && value(url('QueryEscape', text), str);
    },
    'urllib.parse.unquote': (c, node) => {
      const text = onlyText(c, node);
      return text && value(g.call(c.helper('must'), url('PathUnescape', text)), str);
    },
    'urllib.parse.unquote_plus': (c, node) => {
      const text = onlyText(c, node);
      return text && value(g.call(c.helper('must'), url('QueryUnescape', text)), str);
    },
    'urllib.parse.urlencode': encode,
    'urllib.parse.parse_qs': parseQuery,
    'urllib.parse.parse_qsl': (c, node) => {
      const text = onlyText(c, node);
      return text && queryPairs(c, text);
    },
    'urllib.parse.urljoin': (c, node) => {
      const [base, ref] = argumentsAs(c, node, [str, str]) ?? [];
      if (!base || !ref) return undefined;
      const must = c.helper('must');
      const joined = g.call(must, g.method(g.call(must, url('Parse', base)), 'Parse', ref));
      return value(g.method(joined, 'String'), str);
    },
  },
  methods: Object.fromEntries(
    classes.map(name => [`${name}.geturl`, (_, of) => value(g.method(of.node, 'String'), str, true)]),
  ),
  fields: Object.fromEntries(
    classes.flatMap(name => Object.entries(fields).map(([field, write]) => [`${name}.${field}`, write])),
  ),
};
