/** The HTTP client requests: each call reads the whole answer, as it does in Python. */
import { any, bool, bytes, float, int, none, str, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { pure, value, type Value } from '../value';
import { jsonValue } from '../web/jsonAnswers';
import { mapOf, valuesOf } from '../web/testClients';
import type { Call, Field, LibraryModule, Method } from './table';

const response: Type = { kind: 'instance', name: 'requests.Response', args: [] };
const headers: Type = { kind: 'instance', name: 'flask.Headers', args: [] };
const failed = 'requests.ConnectionError';

/** `requests.get(url, params=…, timeout=…)`. */
function sent(c: Context, method: go.Expression, node: py.Call, at: number): Value | undefined {
  const [url, second, third] = positional(node).slice(at);
  if (!url) return undefined;
  const isGet = method.kind === 'StringLit' && /^(GET|HEAD|OPTIONS|DELETE)$/.test(method.value);
  const fields: go.KeyValueExpr[] = [];
  const add = (name: string, node: go.Expression): void => void fields.push(g.keyValue(g.ident(name), node));
  const given = new Map<string, py.Expression>();
  if (second) given.set(isGet ? 'params' : 'data', second);
  if (third) given.set('json', third);
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword' || arg.value.kind === 'None') continue;
    if (arg.arg?.kind === 'Name' && arg.arg.id !== 'url') given.set(arg.arg.id, arg.value);
  }
  const address = coerce(c, expression(c, url), str).node;
  for (const [name, one] of given) {
    switch (name) {
      case 'params':
        add('Query', valuesOf(c, one));
        break;
      case 'headers':
        add('Headers', mapOf(c, one));
        break;
      case 'json':
        add('JSON', jsonValue(c, one, true).node);
        break;
      case 'data':
        if (one.kind === 'Dict') add('Form', valuesOf(c, one));
        else add('Body', textOf(c, expression(c, one)));
        break;
      case 'timeout':
        add('Timeout', seconds(c, one));
        break;
      default:
        return c.gap(`${name} of a request has no counterpart here`, node);
    }
  }
  c.model.raised.add(failed);
  c.notes.assume('the message of an error of the network reads differently in Go');
  const options = g.composite(g.ident(c.helper('fetchOptions')), fields);
  return c.checkedCall(g.call(c.helper('fetch'), method, address, options), response, failed);
}

const textOf = (c: Context, of: Value): go.Expression =>
  of.type.kind === 'bytes' ? g.call('string', of.node) : coerce(c, of, str).node;

/** A number of seconds as a duration. */
export function seconds(c: Context, node: py.Expression): go.Expression {
  const second = g.pkg('time', 'Second');
  if (node.kind === 'Int') return g.binary(g.int(node.value), '*', second);
  const of = coerce(c, expression(c, node), float).node;
  return g.call(g.pkg('time', 'Duration'), g.binary(of, '*', g.call('float64', second)));
}

const verbs = Object.fromEntries(
  ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'].map((name): [string, Call] => [
    `requests.${name}`,
    (c, node) => sent(c, g.str(name.toUpperCase()), node, 0),
  ]),
);

const text = (of: Value): go.Expression => g.call('string', g.sel(of.node, 'Content'));

const part =
  (type: Type, build: (of: Value, c: Context) => go.Expression): Field =>
  (c, of) =>
    value(build(of, c), type, true);

const json: Method = (c, of, node) => {
  if (node.args.length > 0) return undefined;
  // The order of the keys is seen where it is printed.
  return c.checkedCall(g.call(c.helper('readOrderedJSON'), text(of)), any, 'builtins.ValueError');
};

export const requests: LibraryModule = {
  calls: {
    ...verbs,
    'requests.request': (c, node) => {
      const [method] = positional(node);
      return method && sent(c, coerce(c, expression(c, method), str).node, node, 1);
    },
  },
  methods: {
    'requests.Response.json': json,
    'requests.Response.close': () => pure(g.nil(), none),
    'requests.Response.raise_for_status': (c, of) => {
      c.model.raised.add('requests.HTTPError');
      c.checkedStatement(g.method(of.node, 'raiseForStatus'), 'requests.HTTPError');
      return pure(g.nil(), none);
    },
  },
  fields: {
    'requests.Response.status_code': part(int, of => g.sel(of.node, 'StatusCode')),
    'requests.Response.text': part(str, (of, c) => {
      c.notes.assume('the text that a server answers is UTF-8');
      return text(of);
    }),
    'requests.Response.content': part(bytes, of => g.sel(of.node, 'Content')),
    'requests.Response.ok': part(bool, of => g.binary(g.sel(of.node, 'StatusCode'), '<', g.int(400))),
    'requests.Response.headers': part(headers, of => g.sel(of.node, 'Header')),
    'requests.Response.url': part(str, of => g.method(g.sel(g.sel(of.node, 'Request'), 'URL'), 'String')),
  },
};
