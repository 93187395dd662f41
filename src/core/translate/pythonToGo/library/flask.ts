/** Flask: apps, requests and test clients. */
import { any, bytes, dict, float, int, none, str, bool, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { partFunctionName } from '../web/handlerFunctions';
import { aborted, leaving } from '../web/responses';
import { requestOf, writerOf } from '../web/state';
import { statusNode } from '../web/statuses';
import { clientMethods, recorderFields, recorderMethods } from '../web/testClients';
import { listening } from '../web/servers';
import { pure, value, type Value } from '../value';
import type { Call, Field, LibraryModule, Method } from './table';

const of = (name: string): Type => ({ kind: 'instance', name: `flask.${name}`, args: [] });

const nothing: Value = pure(g.nil(), none);

/** A part of the request. */
const part =
  (type: Type, build: (r: go.Expression, c: Context) => go.Expression): Field =>
  (c, from) =>
    value(build(from.node, c), type, true);

/** The query, the form, or both, as url.Values. */
const sources: Record<string, (r: go.Expression, c: Context) => go.Expression> = {
  Args: r => g.method(g.sel(r, 'URL'), 'Query'),
  Form: (r, c) => g.call(c.helper('formOf'), r),
  Values: (r, c) => g.call(c.helper('valuesOf'), r),
};

/** `request.args.get('page', 1, type=int)`. */
const parameter: Method = (c, from, node) => {
  const [first, second, third] = positional(node);
  if (!first) return undefined;
  const key = coerce(c, expression(c, first), str).node;
  const wanted = third ?? keywordArgument(node, 'type');
  const otherwise = second ?? keywordArgument(node, 'default');
  const kind = wanted === undefined ? 'str' : wanted.kind === 'Name' ? wanted.id : 'other';
  const isMissing = !otherwise || otherwise.kind === 'None';
  const type = kind === 'int' ? int : kind === 'float' ? float : str;
  if (!/^(str|int|float)$/.test(kind)) return c.gap('this type of a parameter has no counterpart here', node);
  if (isMissing) {
    const helper = kind === 'int' ? 'queryInt' : kind === 'float' ? 'queryFloat' : 'queryValue';
    return value(g.call(c.helper(helper), from.node, key), { kind: 'optional', of: type });
  }
  const fallback = coerce(c, expression(c, otherwise, type), type).node;
  if (kind === 'str') {
    const isEmpty = fallback.kind === 'StringLit' && fallback.value === '';
    return value(
      isEmpty ? g.method(from.node, 'Get', key) : g.call(c.helper('queryOr'), from.node, key, fallback),
      str,
    );
  }
  return value(g.call(c.helper(kind === 'int' ? 'intOr' : 'floatOr'), g.method(from.node, 'Get', key), fallback), type);
};

const everyValue: Method = (c, from, node) => {
  const [first] = positional(node);
  if (!first || node.args.length > 1) return undefined;
  const key = coerce(c, expression(c, first), str).node;
  return value(g.index(from.node, key), { kind: 'list', elt: str });
};

/** `request.args["page"]`: a request without it is a bad one. */
const required: Method = (c, from, node) => {
  const [first] = positional(node);
  if (!first) return undefined;
  const key = coerce(c, expression(c, first), str).node;
  c.notes.assume("the page for a status is Go's line of text, not the framework's HTML");
  const words = g.pkgCall('net/http', 'StatusText', statusNode(400));
  const refused = g.exprStmt(g.pkgCall('net/http', 'Error', writerOf(c), words, statusNode(400)));
  c.emit(g.ifStmt(g.not(g.method(from.node, 'Has', key)), [refused, ...leaving(c)]));
  return value(g.method(from.node, 'Get', key), str, true);
};

const has: Method = (c, from, node) => {
  const [first] = positional(node);
  return first && value(g.method(from.node, 'Has', coerce(c, expression(c, first), str).node), bool, true);
};

const firstHeader: Method = (c, from, node) => {
  const [first] = positional(node);
  return first && value(g.method(from.node, 'Get', coerce(c, expression(c, first), str).node), str, true);
};

/** `request.headers.get(name)`. */
const header: Method = (c, from, node) => {
  const [first, second] = positional(node);
  const otherwise = second ?? keywordArgument(node, 'default');
  if (!first) return undefined;
  const key = coerce(c, expression(c, first), str).node;
  if (!otherwise || otherwise.kind === 'None') {
    return value(g.call(c.helper('headerIn'), from.node, key), { kind: 'optional', of: str });
  }
  const fallback = coerce(c, expression(c, otherwise), str).node;
  const text = g.method(from.node, 'Get', key);
  if (fallback.kind === 'StringLit' && fallback.value === '') return value(text, str);
  c.notes.assume('an empty header is taken for none');
  return value(g.pkgCall('cmp', 'Or', text, fallback), str);
};

/** The JSON of a request; what is none is answered with 400. */
function readBody(c: Context, isSilent: boolean): Value {
  const type = dict(str, any);
  c.notes.assume('the JSON of a request is an object');
  const name = c.takeResultNames([type])?.[0] ?? c.freshLocal('data');
  c.declareLocal(name, type);
  const read = g.call(c.helper(c.isOrdered(type) ? 'readOrderedObject' : 'readObject'), requestOf(c));
  if (isSilent) {
    c.emit(g.assign([g.ident(name), g.ident('_')], read));
    return pure(g.ident(name), { kind: 'optional', of: type });
  }
  const err = c.errorName();
  c.notes.assume("the page for a status is Go's line of text, not the framework's HTML");
  const refused = g.exprStmt(
    g.pkgCall('net/http', 'Error', writerOf(c), g.method(g.ident(err), 'Error'), statusNode(400)),
  );
  c.emit(
    g.assign([g.ident(name), g.ident(err)], read),
    g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), [refused, ...leaving(c)]),
  );
  return pure(g.ident(name), type);
}

const app: Call = (_c, _node) => value(g.pkgCall('net/http', 'NewServeMux'), of('Flask'));

/** `app.run(host=…, port=…)`. */
const run: Method = (c, from, node) => {
  const [host, port] = positional(node);
  listening(c, from.node, host ?? keywordArgument(node, 'host'), port ?? keywordArgument(node, 'port'), {
    host: '127.0.0.1',
    port: 5000,
  });
  return nothing;
};

/** `app.register_blueprint(users)`. */
const register: Method = (c, from, node) => {
  const [first] = positional(node);
  const symbol = first?.kind === 'Name' ? c.facts.symbolOf(first) : undefined;
  if (!symbol || symbol.kind === 'import') return c.gap('routes of another file have no counterpart here', node);
  return value(g.call(partFunctionName(c, symbol), from.node), none);
};

const body = (r: go.Expression, c: Context): go.Expression =>
  g.call(c.helper('must'), g.pkgCall('io', 'ReadAll', g.sel(r, 'Body')));

const contentType = (r: go.Expression): go.Expression => g.method(g.sel(r, 'Header'), 'Get', g.str('Content-Type'));

const recorded = (name: string, as: Record<string, Field>): Record<string, Field> =>
  Object.fromEntries(Object.entries(as).map(([field, build]) => [`flask.${name}.${field}`, build]));

export const flask: LibraryModule = {
  constants: {
    'flask.request': c => pure(requestOf(c), of('Request')),
  },
  calls: {
    'flask.Flask': app,
    'flask.Blueprint': app,
    'flask.abort': (c, node) => {
      aborted(c, node);
      return nothing;
    },
  },
  methods: {
    'flask.Args.get': parameter,
    'flask.Form.get': parameter,
    'flask.Values.get': parameter,
    'flask.Args.__getitem__': required,
    'flask.Form.__getitem__': required,
    'flask.Args.__contains__': has,
    'flask.Form.__contains__': has,
    'flask.Headers.__getitem__': firstHeader,
    'flask.Headers.__contains__': (c, from, node) => {
      const [first] = positional(node);
      const key = first && coerce(c, expression(c, first), str).node;
      return key && value(g.binary(g.call('len', g.method(from.node, 'Values', key)), '>', g.int(0)), bool, true);
    },
    'flask.Args.getlist': everyValue,
    'flask.Form.getlist': everyValue,
    'flask.Headers.get': header,
    'flask.Request.get_json': (c, _from, node) => {
      const silent = keywordArgument(node, 'silent');
      return readBody(c, silent?.kind === 'Bool' && silent.value);
    },
    'flask.Request.get_data': (c, from, node) => {
      const asText = keywordArgument(node, 'as_text');
      const read = body(from.node, c);
      return asText?.kind === 'Bool' && asText.value ? value(g.call('string', read), str) : value(read, bytes);
    },
    'flask.Flask.run': run,
    'flask.Flask.register_blueprint': register,
    'flask.Flask.test_client': (_c, from) => value(from.node, of('FlaskClient'), true),
    ...clientMethods('flask.FlaskClient', 'flask.TestResponse'),
    ...recorderMethods('flask.TestResponse'),
  },
  fields: {
    ...recorded('TestResponse', recorderFields),
    ...recorded('Request', {
      args: part(of('Args'), sources['Args']!),
      form: part(of('Form'), sources['Form']!),
      values: part(of('Values'), sources['Values']!),
      method: part(str, r => g.sel(r, 'Method')),
      path: part(str, r => g.sel(g.sel(r, 'URL'), 'Path')),
      host: part(str, r => g.sel(r, 'Host')),
      headers: part(of('Headers'), r => g.sel(r, 'Header')),
      data: part(bytes, body),
      json: c => readBody(c, false),
      is_json: part(bool, r => g.pkgCall('strings', 'HasPrefix', contentType(r), g.str('application/json'))),
      content_type: part(str, contentType),
    }),
  },
};
