/** Test clients of frameworks: requests that are handed to the handler without a network. */
import { any, bytes, dict, int, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { value, type Value } from '../value';
import { jsonValue } from './jsonAnswers';
import { webOf } from './views';
import type { Field, Method } from '../library/table';

const object = dict(str, str);

/** `client.get("/x")` and its like. */
export function clientMethods(client: string, response: string): Record<string, Method> {
  const type: Type = { kind: 'instance', name: response, args: [] };
  return Object.fromEntries(
    ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'].map((name): [string, Method] => [
      `${client}.${name}`,
      (c, from, node) => value(g.call(c.helper('ask'), from.node, requestFor(c, name.toUpperCase(), node)), type),
    ]),
  );
}

const options = /^(json|data|headers|query_string|params|content_type|path|url|follow_redirects)$/;

function requestFor(c: Context, method: string, node: py.Call): go.Expression {
  for (const arg of node.args) {
    const name = arg.kind === 'Keyword' ? (arg.arg?.kind === 'Name' ? arg.arg.id : '**') : '';
    if (arg.kind === 'Keyword' && !options.test(name)) c.gap(`${name} of a test client has no counterpart here`, arg);
  }
  if (keywordArgument(node, 'follow_redirects'))
    c.gap('a test client that follows redirects has no counterpart here', node);
  const path = positional(node)[0] ?? keywordArgument(node, 'path') ?? keywordArgument(node, 'url');
  if (!path || positional(node).length > 1) return c.gap('this request has no counterpart here', node);
  const target = withQuery(c, coerce(c, expression(c, path), str).node, node);
  const json = keywordArgument(node, 'json');
  const data = keywordArgument(node, 'data');
  const request = json
    ? g.call(c.helper('jsonRequest'), g.str(method), target, jsonValue(c, json, true).node)
    : data
      ? dataRequest(c, method, target, data)
      : g.pkgCall('net/http/httptest', 'NewRequest', g.str(method), target, g.nil());
  const headers = keywordArgument(node, 'headers');
  const type = keywordArgument(node, 'content_type');
  const pairs = type
    ? g.composite(g.mapType(g.ident('string'), g.ident('string')), [
        g.keyValue(g.str('Content-Type'), coerce(c, expression(c, type), str).node),
      ])
    : headers && mapOf(c, headers);
  return pairs ? g.call(c.helper('withHeaders'), request, pairs) : request;
}

/** A dict of texts as a plain map. */
export function mapOf(c: Context, node: py.Expression): go.Expression {
  if (node.kind !== 'Dict' || node.items.some(item => item.kind !== 'DictItem')) {
    if (c.isOrdered(object)) return c.gap('headers in a dict that keeps its order', node);
    return coerce(c, expression(c, node, object), object).node;
  }
  return g.composite(
    g.mapType(g.ident('string'), g.ident('string')),
    node.items.map(item => {
      const { key, value: given } = item as py.DictItem;
      return g.keyValue(coerce(c, expression(c, key), str).node, c.textOf(expression(c, given)));
    }),
  );
}

export function valuesOf(c: Context, node: py.Expression): go.Expression {
  if (node.kind !== 'Dict' || node.items.some(item => item.kind !== 'DictItem')) {
    return c.gap('values that are not written in place have no counterpart here', node);
  }
  return g.composite(
    g.pkg('net/url', 'Values'),
    node.items.map(item => {
      const { key, value: given } = item as py.DictItem;
      const one = g.composite(g.sliceType(g.ident('string')), [c.textOf(expression(c, given))]);
      return g.keyValue(coerce(c, expression(c, key), str).node, one);
    }),
  );
}

function dataRequest(c: Context, method: string, target: go.Expression, data: py.Expression): go.Expression {
  if (data.kind === 'Dict') return g.call(c.helper('formRequest'), g.str(method), target, valuesOf(c, data));
  const of = expression(c, data);
  const reader =
    of.type.kind === 'bytes'
      ? g.pkgCall('bytes', 'NewReader', of.node)
      : g.pkgCall('strings', 'NewReader', coerce(c, of, str).node);
  return g.pkgCall('net/http/httptest', 'NewRequest', g.str(method), target, reader);
}

function withQuery(c: Context, target: go.Expression, node: py.Call): go.Expression {
  const query = keywordArgument(node, 'query_string') ?? keywordArgument(node, 'params');
  if (!query) return target;
  const text =
    query.kind === 'Dict' ? g.method(valuesOf(c, query), 'Encode') : coerce(c, expression(c, query), str).node;
  const start = target.kind === 'StringLit' ? g.str(`${target.value}?`) : g.binary(target, '+', g.str('?'));
  return g.binary(start, '+', text);
}

const bodyOf = (of: Value): go.Expression => g.method(g.sel(of.node, 'Body'), 'String');

/** JSON of an answer, as what JSON is made of. */
function json(c: Context, of: Value): Value {
  const keepsOrder = c.isOrdered(dict(str, any)) || webOf(c).framework !== 'flask';
  const helper = keepsOrder ? 'readOrderedJSON' : 'readJSON';
  return c.checkedCall(g.call(c.helper(helper), bodyOf(of)), any, 'builtins.ValueError');
}

export const recorderFields: Record<string, Field> = {
  status_code: (_c, of) => value(g.sel(of.node, 'Code'), int, true),
  data: (_c, of) => value(g.method(g.sel(of.node, 'Body'), 'Bytes'), bytes, true),
  content: (_c, of) => value(g.method(g.sel(of.node, 'Body'), 'Bytes'), bytes, true),
  text: (_c, of) => value(bodyOf(of), str, true),
  json: (c, of) => json(c, of),
  headers: (_c, of) => value(g.method(of.node, 'Header'), { kind: 'instance', name: 'flask.Headers', args: [] }, true),
  content_type: (_c, of) => value(g.method(g.method(of.node, 'Header'), 'Get', g.str('Content-Type')), str, true),
};

export function recorderMethods(response: string): Record<string, Method> {
  return {
    [`${response}.get_json`]: (c, of) => json(c, of),
    [`${response}.json`]: (c, of) => json(c, of),
    [`${response}.get_data`]: (_c, of, node) => {
      const asText = keywordArgument(node, 'as_text') ?? positional(node)[0];
      return asText?.kind === 'Bool' && asText.value
        ? value(bodyOf(of), str, true)
        : value(g.method(g.sel(of.node, 'Body'), 'Bytes'), bytes, true);
    },
  };
}
