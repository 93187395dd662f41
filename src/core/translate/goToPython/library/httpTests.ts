/** net/http/httptest: requests without a network by Flask's test client, and servers on a free port. */
import * as t from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { assign, call, expr, keyword, method } from '../build';
import { gap, isNil, variableOf, type Context } from '../context';
import { expression } from '../expressions';
import { application, handlerValue } from '../handlerValues';
import { nameOf } from '../naming';
import { sentBody } from './httpClient';
import type { LibraryEntry, LibraryTable } from './entry';
import { templates } from './table';

const request = t.pointer(t.instance('net/http.Request'));
const recorder = t.pointer(t.instance('net/http/httptest.ResponseRecorder'));

/** The arguments of `httptest.NewRequest` as the test client and its builder take them. */
function asked(
  cx: Context,
  node: go.CallExpr,
): { before: py.Statement[]; verb: go.Expression; args: (py.Expression | py.Keyword)[] } {
  const [verb, target, content] = node.args;
  if (!verb || !target || !content) return gap('httptest.NewRequest', node);
  const to = expression(cx, target);
  const data = isNil(cx, content) ? undefined : sentBody(cx, content);
  return {
    before: [...to.before, ...(data?.before ?? [])],
    verb,
    args: [to.value, ...(data ? [keyword('data', data.value)] : [])],
  };
}

const newRequest: LibraryEntry = {
  type: request,
  call(cx, _args, node) {
    const { before, verb, args } = asked(cx, node);
    const how = expression(cx, verb);
    const made = call(cx.out.from('werkzeug.test', 'EnvironBuilder'), ...args, keyword('method', how.value));
    return { before: [...before, ...how.before], value: made, type: request, pure: true };
  },
};

/** The call of `httptest.NewRequest` that an expression is. */
function madeInPlace(cx: Context, node: go.Expression): go.CallExpr | undefined {
  const isIt =
    node.kind === 'CallExpr' &&
    node.fun.kind === 'SelectorExpr' &&
    node.fun.sel.kind === 'Ident' &&
    node.fun.sel.name === 'NewRequest' &&
    cx.typing.packageOf(node.fun.x) === 'net/http/httptest';
  return isIt ? node : undefined;
}

/** `mux.ServeHTTP(w, r)`: the answer is what the client gets. */
const serve: LibraryEntry = {
  type: t.none,
  statement(cx, [writer, sent], node) {
    const variable = variableOf(cx, writer);
    const type = variable && cx.typing.ofVariable(variable);
    const isRecorder =
      type?.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'net/http/httptest.ResponseRecorder';
    const handler = (node.fun as go.SelectorExpr).x;
    if (!sent) return gap('a request that is not there', node);
    if (!variable || !isRecorder) {
      if (!writer) return gap('a response that is not there', node);
      const own = handlerValue(cx, handler);
      const [response, request] = [expression(cx, writer), expression(cx, sent)];
      return [
        ...own.before,
        ...response.before,
        ...request.before,
        expr(call(own.value, response.value, request.value)),
      ];
    }
    const app = application(cx, handler);
    const client = method(app.value, 'test_client');
    const inPlace = madeInPlace(cx, sent);
    const target = nameOf(cx, variable);
    if (!inPlace) {
      const own = expression(cx, sent);
      return [...app.before, ...own.before, assign(target, method(client, 'open', own.value))];
    }
    const { before, verb, args } = asked(cx, inPlace);
    const word = wordOf(cx, verb);
    const made = word
      ? method(client, word, ...args)
      : method(client, 'open', ...args, keyword('method', expression(cx, verb).value));
    return [...app.before, ...before, assign(target, made)];
  },
};

/** `get` for `"GET"` and `http.MethodGet`. */
function wordOf(cx: Context, verb: go.Expression): string | undefined {
  const own = expression(cx, verb).value;
  const word = own.kind === 'Str' ? own.value.toLowerCase() : '';
  return /^(get|post|put|delete|patch|head|options)$/.test(word) ? word : undefined;
}

const newServer: LibraryEntry = {
  type: t.pointer(t.instance('net/http/httptest.Server')),
  call(cx, [handler], node) {
    if (!handler) return gap('a server without a handler', node);
    const app = application(cx, handler);
    return {
      before: app.before,
      value: call(cx.out.helper('LocalServer'), app.value),
      type: t.pointer(t.instance('net/http/httptest.Server')),
      pure: false,
    };
  },
};

/** What was written to a recorder so far is the text of the answer. */
export function recordedBody(cx: Context, node: go.Expression): py.Expression | undefined {
  if (node.kind !== 'SelectorExpr' || node.sel.kind !== 'Ident' || node.sel.name !== 'Body') return undefined;
  const type = cx.typing.of(node.x);
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' && held.name === 'net/http/httptest.ResponseRecorder'
    ? expression(cx, node.x).value
    : undefined;
}

export const httpTests: LibraryTable = {
  'net/http/httptest.NewRequest': newRequest,
  'net/http/httptest.NewRecorder': {
    type: recorder,
    call: (_cx, _args, node) => gap('a recorder that is not handed to a mux', node),
  },
  'net/http.ServeMux.ServeHTTP': serve,
  'net/http.Handler.ServeHTTP': serve,
  'net/http.HandlerFunc.ServeHTTP': serve,
  'net/http/httptest.NewServer': newServer,
  ...templates('net/http/httptest.ResponseRecorder', {
    Code: '$r.status_code',
    Header: '$r.headers',
    Body: 'io->StringIO($r.text)',
    Result: '$r',
  }),
  ...templates('net/http/httptest.Server', { URL: '$r.url', Close: '$r.close()' }),
};
