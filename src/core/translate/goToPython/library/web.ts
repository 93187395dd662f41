/** net/http, encoding/json and testing: what needs more than a call is in handlers.ts and routes.ts. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import { attribute, int, method, name, str } from '../build';
import { httpStatuses } from '../../httpStatus';
import { gap, simple, variableOf, type Context } from '../context';
import { expression } from '../expressions';
import { constant, onReceiver, type LibraryEntry, type LibraryTable } from './entry';

const url: Type = t.pointer(t.instance('net/url.URL'));
const values: Type = t.instance('net/url.Values');

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

export const web: LibraryTable = {
  ...Object.fromEntries(
    Object.entries(httpStatuses).map(([id, status]) => [`net/http.${id}`, constant(t.int, () => int(status))]),
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
  'net/http.Request.Header': {
    type: t.instance('net/http.Header'),
    value: (cx, node) => {
      const isOwn = cx.fn.handler?.request !== undefined && variableOf(cx, node.x) === cx.fn.handler.request;
      const base = isOwn ? simple(requestOf(cx), t.unknown) : expression(cx, node.x);
      return { ...base, value: attribute(base.value, 'headers'), type: t.instance('net/http.Header') };
    },
  },
  'net/http.Header.Get': onReceiver(t.str, (headers, [key]) => method(headers, 'get', key!, str(''))),
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
