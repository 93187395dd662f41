/** The client side of net/http: requests. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { assign, attribute, call, dict, keyword, method, none, str, subscript } from '../build';
import { gap, isNil, simple, variableOf, type Context, type Value } from '../context';
import { expression } from '../expressions';
import { receiverOf, type LibraryEntry, type LibraryTable } from './entry';
import { memberType } from './signatures';
import { templates } from './table';
import { isServedBody } from './web';

const response: Type = t.pointer(t.instance('net/http.Response'));

/** A call of requests with what Go passes to it, and the time limit of the client. */
function request(verb: string, build: (cx: Context, args: readonly go.Expression[]) => Sent): LibraryTable {
  const made = (receiver: (cx: Context, node: go.CallExpr) => Client): LibraryEntry => ({
    type: t.tuple(response, t.error),
    fails: true,
    call(cx, args, node) {
      const client = receiver(cx, node);
      const sent = build(cx, args);
      const limit = client.timeout ? [keyword('timeout', client.timeout)] : [];
      return {
        before: [...client.before, ...sent.before],
        value: method(client.value, verb, ...sent.args, ...limit),
        type: response,
        pure: false,
      };
    },
  });
  const id = verb === 'form' ? 'PostForm' : verb[0]!.toUpperCase() + verb.slice(1);
  return {
    [`net/http.${id}`]: made(cx => ({ before: [], value: cx.out.module('requests') })),
    [`net/http.Client.${id}`]: made(clientOf),
  };
}

interface Sent {
  before: py.Statement[];
  args: (py.Expression | py.Keyword)[];
}

interface Client {
  before: py.Statement[];
  value: py.Expression;
  timeout?: py.Expression;
}

/** The session and the time limit that its Go client was made with. */
function clientOf(cx: Context, node: go.CallExpr): Client {
  const fun = node.fun as go.SelectorExpr;
  const { before, value } = receiverOf(cx, node);
  const timeout = timeoutOf(cx, literalOf(cx, fun.x));
  return { before, value, ...(timeout && { timeout }) };
}

/** The literal that a client was made with; where that is not seen, the only one of the program. */
function literalOf(cx: Context, node: go.Expression): go.CompositeLit | undefined {
  if (node.kind === 'SelectorExpr' && cx.typing.packageOf(node.x) === 'net/http') return undefined;
  const literals: go.CompositeLit[] = [];
  for (const root of cx.program.roots)
    walk(root, at => {
      if (at.kind !== 'CompositeLit') return;
      const type = cx.typing.of(at as unknown as go.CompositeLit);
      if (type.kind === 'instance' && type.name === 'net/http.Client') literals.push(at as unknown as go.CompositeLit);
    });
  const own = variableOf(cx, node)?.definitions.map(one => one.value) ?? [];
  const direct = own.length === 1 ? literals.find(one => one === plain(own[0])) : undefined;
  if (direct) return direct;
  if (literals.length > 1) return gap('a client of which it is not known how it was made', node);
  return literals[0];
}

const plain = (node: go.Expression | undefined): go.Expression | undefined =>
  node?.kind === 'UnaryExpr' && node.op === '&' ? node.x : node;

function timeoutOf(cx: Context, literal: go.CompositeLit | undefined): py.Expression | undefined {
  for (const elt of literal?.elts ?? []) {
    if (elt.kind !== 'KeyValueExpr' || elt.key.kind !== 'Ident') return gap('this client', literal);
    if (elt.key.name === 'Timeout') return expression(cx, elt.value).value;
    gap(`http.Client.${elt.key.name} has no counterpart here`, elt);
  }
  return undefined;
}

/** What a request carries: the text or the bytes that Go reads from. */
export const sentBody = (cx: Context, node: go.Expression): Value => body(cx, node);

function body(cx: Context, node: go.Expression): Value {
  if (isNil(cx, node)) return simple(none(), t.none);
  const [first] = node.kind === 'CallExpr' ? node.args : [];
  const made = node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && node.fun.sel.kind === 'Ident' && first;
  if (made) {
    const id = `${cx.typing.packageOf((node.fun as go.SelectorExpr).x) ?? ''}.${((node.fun as go.SelectorExpr).sel as go.Ident).name}`;
    if (id === 'bytes.NewBuffer' || id === 'bytes.NewReader') return expression(cx, first);
    if (id === 'strings.NewReader' || id === 'bytes.NewBufferString') {
      const text = expression(cx, first);
      return { ...text, value: method(text.value, 'encode'), type: t.list({ kind: 'int', go: 'uint8' }) };
    }
  }
  const reader = expression(cx, node.kind === 'UnaryExpr' && node.op === '&' ? node.x : node);
  const type = cx.typing.of(node);
  const held = type.kind === 'pointer' ? type.to : type;
  const reads = held.kind === 'instance' && held.name === 'bytes.Buffer' ? 'getvalue' : 'read';
  return { ...reader, value: method(method(reader.value, reads), 'encode'), pure: false };
}

const address = (cx: Context, [url]: readonly go.Expression[]): Sent => {
  const own = url ? expression(cx, url) : gap('a request without an address');
  return { before: own.before, args: [own.value] };
};

const posted = (cx: Context, args: readonly go.Expression[]): Sent => {
  const [, type, content] = args;
  if (!type || !content) return gap('http.Post');
  const [to, kind, data] = [address(cx, args), expression(cx, type), body(cx, content)];
  const header = dict([str('Content-Type'), kind.value]);
  const sent = data.value.kind === 'None' ? [] : [keyword('data', data.value)];
  return {
    before: [...to.before, ...kind.before, ...data.before],
    args: [...to.args, ...sent, keyword('headers', header)],
  };
};

const postedForm = (cx: Context, args: readonly go.Expression[]): Sent => {
  const [to, form] = [address(cx, args), expression(cx, args[1] ?? gap('http.PostForm'))];
  return { before: [...to.before, ...form.before], args: [...to.args, keyword('data', form.value)] };
};

const newRequest = (at: number): LibraryEntry => ({
  type: t.tuple(t.pointer(t.instance('net/http.Request')), t.error),
  call(cx, args, node) {
    const [verb, url, content] = args.slice(at);
    if (!verb || !url || !content) return gap('http.NewRequest', node);
    if (at > 0) cx.notes.assume('the request is not given up when its context ends');
    const [how, to, data] = [expression(cx, verb), expression(cx, url), body(cx, content)];
    return {
      before: [...how.before, ...to.before, ...data.before],
      value: call(
        cx.out.member('requests', 'Request'),
        how.value,
        to.value,
        ...(data.value.kind === 'None' ? [] : [keyword('data', data.value)]),
      ),
      type: t.pointer(t.instance('net/http.Request')),
      pure: true,
    };
  },
});

const send: LibraryEntry = {
  type: t.tuple(response, t.error),
  fails: true,
  call(cx, [asked], node) {
    if (!asked) return gap('Do', node);
    const client = clientOf(cx, node);
    const own = expression(cx, asked);
    const isModule = client.value.kind === 'Name' && client.value.id === 'requests';
    const session = isModule ? call(cx.out.member('requests', 'Session')) : client.value;
    return {
      before: [...client.before, ...own.before],
      value: method(
        session,
        'send',
        method(own.value, 'prepare'),
        ...(client.timeout ? [keyword('timeout', client.timeout)] : []),
      ),
      type: response,
      pure: false,
    };
  },
};

/** Headers of a request that is being made: a dict. */
const setHeader: LibraryEntry = {
  type: t.none,
  statement(cx, [key, value], node) {
    if (!key || !value) return gap('a header without a value', node);
    const headers = receiverOf(cx, node);
    const [name, text] = [expression(cx, key), expression(cx, value)];
    return [
      ...headers.before,
      ...name.before,
      ...text.before,
      assign(subscript(headers.value, name.value), text.value),
    ];
  },
};

const asText = (cx: Context, resp: py.Expression): py.Expression => {
  void cx;
  return {
    kind: 'JoinedStr',
    values: [
      { kind: 'FormattedValue', value: attribute(resp, 'status_code'), start: -1, end: -1 },
      str(' ') as py.Str,
      { kind: 'FormattedValue', value: attribute(resp, 'reason'), start: -1, end: -1 },
    ],
    start: -1,
    end: -1,
  };
};

/** Whether the expression is the body of a response: it has been read already. */
export function responseOf(cx: Context, node: go.Expression): go.Expression | undefined {
  if (node.kind !== 'SelectorExpr' || node.sel.kind !== 'Ident' || node.sel.name !== 'Body') return undefined;
  const type = cx.typing.of(node.x);
  const held = type.kind === 'pointer' ? type.to : type;
  return held.kind === 'instance' && held.name === 'net/http.Response' ? node.x : undefined;
}

/** `resp.Body.Close()`, deferred or not: there is nothing to close. */
export function closesBody(cx: Context, node: go.Expression): boolean {
  return (
    node.kind === 'CallExpr' &&
    node.fun.kind === 'SelectorExpr' &&
    node.fun.sel.kind === 'Ident' &&
    node.fun.sel.name === 'Close' &&
    (responseOf(cx, node.fun.x) !== undefined || isServedBody(cx, node.fun.x))
  );
}

export const httpClient: LibraryTable = {
  ...request('get', address),
  ...request('head', address),
  ...request('post', posted),
  'net/http.PostForm': request('post', postedForm)['net/http.Post']!,
  'net/http.Client.PostForm': request('post', postedForm)['net/http.Client.Post']!,
  'net/http.NewRequest': newRequest(0),
  'net/http.NewRequestWithContext': newRequest(1),
  'net/http.Client.Do': send,
  'net/http.DefaultClient': {
    type: t.pointer(t.instance('net/http.Client')),
    value: cx => simple(cx.out.module('requests'), t.pointer(t.instance('net/http.Client'))),
  },
  ...templates('net/http.Response', {
    StatusCode: '$r.status_code',
    Header: '$r.headers',
    Body: 'io->StringIO($r.text)',
    ContentLength: 'len($r.content)',
  }),
  'net/http.Response.Status': {
    type: t.str,
    value: (cx, node) => {
      const base = expression(cx, node.x);
      return { ...base, value: asText(cx, base.value), type: memberType('net/http.Response.Status')! };
    },
  },
  'net/http.Header.Set': setHeader,
  'net/http.Header.Add': setHeader,
  'net/http.Header.Del': { ...templates('net/http.Header', { Del: '$r.pop($0, None)' })['net/http.Header.Del'] },
};
