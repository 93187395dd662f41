/** net/http, encoding/json and testing: what needs more than a call is in handlers.ts and routes.ts. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { attribute, call, int, keyword, method, name, str, tuple } from '../build';
import { gap, simple, type Context } from '../context';
import { expression } from '../expressions';
import { unmarshal } from '../jsonReading';
import { jsonValue } from '../jsonValues';
import { constant, type LibraryEntry, type LibraryTable } from './entry';

const bytes: Type = t.list({ kind: 'int', go: 'uint8' });
const url: Type = t.pointer(t.instance('net/url.URL'));
const values: Type = t.instance('net/url.Values');

const statuses: Record<string, number> = {
  StatusOK: 200,
  StatusCreated: 201,
  StatusAccepted: 202,
  StatusNoContent: 204,
  StatusMovedPermanently: 301,
  StatusFound: 302,
  StatusSeeOther: 303,
  StatusNotModified: 304,
  StatusBadRequest: 400,
  StatusUnauthorized: 401,
  StatusForbidden: 403,
  StatusNotFound: 404,
  StatusMethodNotAllowed: 405,
  StatusConflict: 409,
  StatusTeapot: 418,
  StatusTooManyRequests: 429,
  StatusInternalServerError: 500,
  StatusNotImplemented: 501,
  StatusBadGateway: 502,
  StatusServiceUnavailable: 503,
};

/** Flask's `request` is the one that is being answered. */
function requestPart(type: Type, build: (request: py.Expression) => py.Expression): LibraryEntry {
  return constant(type, cx => build(requestOf(cx)));
}

function requestOf(cx: Context): py.Expression {
  if (!cx.fn.handler) gap('a request outside of its handler');
  return cx.out.from('flask', 'request');
}

/** `r.FormValue(key)`: empty where there is none. */
const asked = (part: string): LibraryEntry => ({
  type: t.str,
  call(cx, [key], node) {
    if (!key) return gap('a value without a key', node);
    const own = expression(cx, key);
    return { ...own, value: method(attribute(requestOf(cx), part), 'get', own.value, str('')), type: t.str };
  },
});

/** `json.Marshal` writes no blanks. */
const marshal = (indent: boolean): LibraryEntry => ({
  type: t.tuple(bytes, t.error),
  fails: true,
  call(cx, args: readonly go.Expression[], node) {
    const [arg] = args;
    if (!arg) return gap('json.Marshal', node);
    const value = jsonValue(cx, arg);
    const isMap = cx.typing.underlying(value.type).kind === 'dict';
    const layout = indent ? [keyword('indent', int(2))] : [keyword('separators', tuple(str(','), str(':')))];
    const sorted = isMap ? [keyword('sort_keys', { kind: 'Bool', value: true, start: -1, end: -1 } as const)] : [];
    const plain = keyword('ensure_ascii', { kind: 'Bool', value: false, start: -1, end: -1 });
    return {
      ...value,
      value: method(call(cx.out.member('json', 'dumps'), value.value, ...layout, ...sorted, plain), 'encode'),
      type: bytes,
    };
  },
});

export const web: LibraryTable = {
  'encoding/json.Unmarshal': {
    type: t.error,
    fails: true,
    call: (_cx, _args, node) => gap('reading JSON inside of an expression', node),
    statement: (cx, [data, target], node) =>
      data && target ? unmarshal(cx, data, target) : gap('json.Unmarshal', node),
  },
  'encoding/json.Marshal': marshal(false),
  'encoding/json.MarshalIndent': marshal(true),
  ...Object.fromEntries(
    Object.entries(statuses).map(([id, status]) => [`net/http.${id}`, constant(t.int, () => int(status))]),
  ),
  ...Object.fromEntries(
    ['Get', 'Post', 'Put', 'Delete', 'Patch', 'Head'].map(id => [
      `net/http.Method${id}`,
      constant(t.str, () => str(id.toUpperCase())),
    ]),
  ),
  'net/http.Request.Method': requestPart(t.str, request => attribute(request, 'method')),
  'net/http.Request.URL': requestPart(url, request => attribute(request, 'url')),
  'net/url.URL.Path': requestPart(t.str, request => attribute(request, 'path')),
  'net/url.URL.Query': { type: values, call: cx => simple(attribute(requestOf(cx), 'args'), values) },
  'net/url.Values.Get': asked('args'),
  'net/http.Request.FormValue': asked('values'),
  'net/http.Request.Header': requestPart(t.instance('net/http.Header'), request => attribute(request, 'headers')),
  'net/http.Header.Get': asked('headers'),
  'net/http.Request.PathValue': {
    type: t.str,
    call(_cx, [key], node) {
      if (key?.kind !== 'StringLit') return gap('a part of the path whose name is computed', node);
      return simple(name(key.value), t.str);
    },
  },
  'net/http.NewServeMux': {
    type: t.pointer(t.instance('net/http.ServeMux')),
    call: () => simple(name('app'), t.pointer(t.instance('net/http.ServeMux'))),
  },
};
