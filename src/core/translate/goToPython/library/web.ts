/** net/http, encoding/json and testing: what needs more than a call is in handlers.ts and routes.ts. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { attribute, bool, call, int, keyword, method, name, str } from '../build';
import { httpStatuses } from '../../httpStatus';
import { gap, simple, variableOf, type Context } from '../context';
import { expression } from '../expressions';
import { flaskApp } from '../flaskApp';
import { httpTests } from './httpTests';
import { responses } from './responses';
import { isAskedOnly, queryOf, urls } from './urls';
import { constant, onReceiver, type LibraryEntry, type LibraryTable } from './entry';

const url: Type = t.pointer(t.instance('net/url.URL'));
const values: Type = t.instance('net/url.Values');

/** A part of the request that is being answered. */
function requestPart(type: Type, build: (request: py.Expression) => py.Expression): LibraryEntry {
  return { type, value: (cx, node) => ({ before: [], value: build(requestIn(cx, node.x)), type, pure: true }) };
}

/** The request that an expression is: Flask's own in a view, else the parameter that it came as. */
function requestIn(cx: Context, node: go.Expression): py.Expression {
  // `r.URL` is a part of the request itself here.
  const whole = node.kind === 'SelectorExpr' && node.sel.kind === 'Ident' && node.sel.name === 'URL' ? node.x : node;
  const variable = variableOf(cx, whole);
  for (let fn: Context['fn'] | undefined = cx.fn; fn; fn = fn.up) {
    if (variable && fn.handler?.request === variable) return cx.out.from('flask', 'request');
  }
  if (isServed(cx, whole)) return expression(cx, whole).value;
  return gap('this request or address has no counterpart here', node);
}

/** An address that the program made, not that of a request. */
function isAddress(cx: Context, node: go.Expression): boolean {
  const isPart = node.kind === 'SelectorExpr' && node.sel.kind === 'Ident' && node.sel.name === 'URL';
  return !isPart || !/\.Request$/.test(named(cx.typing.of(node.x)));
}

function named(type: Type): string {
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' ? held.name : '';
}

/** A request that comes with the response to write: the parameters of a handler. */
function isServed(cx: Context, node: go.Expression): boolean {
  const variable = variableOf(cx, node);
  const { owner } = variable ?? {};
  return owner !== undefined && variable!.kind === 'param' && servesRequests(cx, owner.type);
}

/** Whether a function takes a response to write. */
export function servesRequests(cx: Context, type: go.FuncType): boolean {
  return type.params.some(field => {
    const of = field.kind === 'Field' ? cx.typing.fromSyntax(field.type) : t.unknown;
    return of.kind === 'instance' && of.name === 'net/http.ResponseWriter';
  });
}

/** `r.FormValue(key)`: empty where there is none. */
const asked = (part: string): LibraryEntry => ({
  type: t.str,
  call(cx, [key], node) {
    const base = node.fun.kind === 'SelectorExpr' ? node.fun.x : undefined;
    if (!key || !base) return gap('a value without a key', node);
    const own = expression(cx, key);
    // `r.URL.Query().Get(key)` asks what `Query()` gave.
    const values = part === 'args' ? expression(cx, base).value : attribute(requestIn(cx, base), part);
    return { ...own, value: method(values, 'get', own.value, str('')), type: t.str };
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
  'net/http.Request.Body': {
    type: t.instance('io.ReadCloser'),
    value(cx, node) {
      const text = method(requestIn(cx, node.x), 'get_data', keyword('as_text', bool(true)));
      return simple(call(cx.out.from('io', 'StringIO'), text), t.instance('io.ReadCloser'), false);
    },
  },
  'net/http.Request.Method': requestPart(t.str, request => attribute(request, 'method')),
  'net/http.Request.URL': requestPart(url, request => attribute(request, 'url')),
  'net/url.URL.Path': {
    type: t.str,
    value: (cx, node) =>
      isAddress(cx, node.x)
        ? urls['net/url.URL.Path']!.value!(cx, node)
        : simple(attribute(requestIn(cx, node.x), 'path'), t.str),
  },
  'net/url.URL.Query': {
    type: values,
    call(cx, args, node) {
      const base = (node.fun as go.SelectorExpr).x;
      if (isAddress(cx, base)) return urls['net/url.URL.Query']!.call!(cx, args, node);
      const own = attribute(requestIn(cx, base), 'args');
      return simple(isAskedOnly(cx, node) ? own : method(own, 'to_dict', keyword('flat', bool(false))), values);
    },
  },
  'net/url.Values.Get': {
    type: t.str,
    call(cx, args, node) {
      const base = (node.fun as go.SelectorExpr).x;
      const query = queryOf(cx, base);
      const isQuery =
        query.kind === 'CallExpr' &&
        query.fun.kind === 'SelectorExpr' &&
        query.args.length === 0 &&
        isAskedOnly(cx, query);
      const isOwn = isQuery && !isAddress(cx, (query.fun as go.SelectorExpr).x);
      return (isOwn ? asked('args') : urls['net/url.Values.Get']!).call!(cx, args, node);
    },
  },
  'net/http.Request.FormValue': asked('values'),
  'net/http.Request.Header': {
    type: t.instance('net/http.Header'),
    value: (cx, node) => {
      const isOwn = cx.fn.handler?.request !== undefined && variableOf(cx, node.x) === cx.fn.handler.request;
      const base = isOwn ? simple(cx.out.from('flask', 'request'), t.unknown) : expression(cx, node.x);
      return { ...base, value: attribute(base.value, 'headers'), type: t.instance('net/http.Header') };
    },
  },
  'net/http.Header.Get': onReceiver(t.str, (headers, [key]) => method(headers, 'get', key!, str(''))),
  'net/http.Request.PathValue': {
    type: t.str,
    call(cx, [key], node) {
      if (!key) return gap('a part of the path without a name', node);
      const base = (node.fun as go.SelectorExpr).x;
      const isView = cx.fn.handler?.request !== undefined && variableOf(cx, base) === cx.fn.handler.request;
      if (isView && key.kind === 'StringLit') return simple(name(key.value), t.str);
      const parts = attribute(requestIn(cx, base), 'view_args');
      return simple(method(parts, 'get', expression(cx, key).value, str('')), t.str);
    },
  },
  'net/http.NewServeMux': {
    type: t.pointer(t.instance('net/http.ServeMux')),
    call: cx => simple(name(flaskApp(cx)), t.pointer(t.instance('net/http.ServeMux'))),
  },
  'net/http.DefaultServeMux': {
    type: t.pointer(t.instance('net/http.ServeMux')),
    value: cx => simple(name(flaskApp(cx)), t.pointer(t.instance('net/http.ServeMux'))),
  },
  ...responses,
  ...httpTests,
};

/** The text of the body, where an expression is the body of the request that is answered. */
export function servedBody(cx: Context, node: go.Expression): py.Expression | undefined {
  return isServedBody(cx, node)
    ? method(requestIn(cx, (node as go.SelectorExpr).x), 'get_data', keyword('as_text', bool(true)))
    : undefined;
}

/** Whether an expression is the body of a request that is answered. */
export function isServedBody(cx: Context, node: go.Expression): boolean {
  if (node.kind !== 'SelectorExpr' || node.sel.kind !== 'Ident' || node.sel.name !== 'Body') return false;
  const variable = variableOf(cx, node.x);
  return variable?.kind === 'param' && variable.owner !== undefined && servesRequests(cx, variable.owner.type);
}
