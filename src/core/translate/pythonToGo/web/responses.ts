/** What a view answers: `return` writes to the response. */
import { none, str } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { callModel } from '../calls';
import type { Context } from '../context';
import { expression } from '../expressions';
import { condition } from '../logic';
import { leave } from '../returns';
import { answerAsJSON, jsonValue } from './jsonAnswers';
import { detailed } from './refusals';
import { requestOf, viewOf, writerOf } from './state';
import { statusCode, statusNode, statusOf } from './statuses';
import { handledByClass, handlerOfStatus } from './errorHandlers';
import { webOf } from './views';

/** `return value` in a view. */
export function answer(c: Context, node: py.Expression | undefined): void {
  respond(c, node, {});
  leave(c, []);
}

interface Meta {
  status?: py.Expression;
  headers?: py.Expression;
}

/** Writes a value to the response, as the framework does it with what a view returns. */
function respond(c: Context, node: py.Expression | undefined, meta: Meta): void {
  const view = viewOf(c);
  if (!node) return c.gap('a view that returns nothing has no counterpart here');
  switch (node.kind) {
    case 'Tuple':
      if (view.framework === 'flask') return respondTuple(c, node);
      break;
    case 'IfExp': {
      const test = condition(c, node.test);
      const body = c.block(() => respond(c, node.body, meta));
      c.emit(
        g.ifStmt(
          test,
          body,
          c.block(() => respond(c, node.orelse, meta)),
        ),
      );
      return;
    }
    case 'Call': {
      if (respondCall(c, node, meta)) return;
      break;
    }
  }
  respondValue(c, node, meta);
}

/** `return body, status`, `return body, headers` and `return body, status, headers`. */
function respondTuple(c: Context, node: py.Tuple): void {
  const [body, second, third] = node.elts;
  const isHeaders = second?.kind === 'Dict';
  const status = isHeaders ? undefined : second;
  const headers = isHeaders ? second : third;
  respond(c, body, { ...(status && { status }), ...(headers && { headers }) });
}

/** Calls that make an answer; false for others. */
function respondCall(c: Context, node: py.Call, meta: Meta): boolean {
  const name = c.facts.qualifiedName(node.func) ?? '';
  const [first, second] = positional(node);
  switch (name) {
    case 'flask.jsonify':
      writeHeaders(c, meta);
      answerAsJSON(c, jsonified(c, node), statusFor(c, meta));
      return true;
    case 'flask.make_response':
      if (first?.kind === 'Tuple') respond(c, first, meta);
      else respond(c, first, { ...meta, ...(second && { status: second }) });
      return true;
    case 'flask.redirect':
    case 'django.shortcuts.redirect': {
      const code = second ?? keywordArgument(node, 'code');
      const to = first ? coerce(c, expression(c, first), str).node : c.gap('a redirect to nowhere', node);
      const status = code ? statusOf(c, code) : statusNode(302);
      c.notes.assume('the page that says where a redirect leads reads differently in Go');
      c.emit(g.exprStmt(g.pkgCall('net/http', 'Redirect', writerOf(c), requestOf(c), to, status)));
      return true;
    }
    case 'flask.Response':
    case 'django.http.HttpResponse':
    case 'django.http.HttpResponseBadRequest':
    case 'django.http.HttpResponseNotFound':
      respondResponse(c, node, name, meta);
      return true;
    case 'django.http.JsonResponse': {
      const status = keywordArgument(node, 'status');
      answerAsJSON(c, first ?? c.gap('JSON of nothing', node), statusFor(c, status ? { status } : meta));
      return true;
    }
  }
  return respondByFunction(c, node, meta);
}

/** `Response(text, status=…, mimetype=…)`. */
function respondResponse(c: Context, node: py.Call, name: string, meta: Meta): void {
  const [first, second] = positional(node);
  const body = first ?? keywordArgument(node, 'response') ?? keywordArgument(node, 'content');
  const fixed = name.endsWith('NotFound') ? 404 : name.endsWith('BadRequest') ? 400 : undefined;
  const status = keywordArgument(node, 'status') ?? (name === 'flask.Response' ? second : undefined) ?? meta.status;
  const type = keywordArgument(node, 'mimetype') ?? keywordArgument(node, 'content_type');
  const headers = keywordArgument(node, 'headers') ?? meta.headers;
  writeHeaders(c, headers ? { headers } : {});
  if (type) setHeader(c, 'Content-Type', coerce(c, expression(c, type), str).node);
  if (!body) return c.emit(writeHeader(c, status ? statusOf(c, status) : statusNode(fixed ?? 200)));
  writeText(c, body, status ? { status } : {}, fixed, type !== undefined);
}

/** `return not_found("user")`: the function writes the answer itself. */
function respondByFunction(c: Context, node: py.Call, meta: Meta): boolean {
  const symbol = node.func.kind === 'Name' ? c.facts.symbolOf(node.func) : undefined;
  const model = c.model.functionOf(symbol);
  const view = model && webOf(c).views.get(model.node);
  if (!model || !view) return false;
  if (meta.status ?? meta.headers) return c.gap('an answer of another function with a status of its own', node);
  if (!view.isResponder && model.params.length > 0) return c.gap('a view that calls another view', node);
  const written = callModel(c, { ...model, fallible: false, result: none }, g.ident(model.goName), node).node;
  if (written.kind !== 'CallExpr') return false;
  written.args.unshift(writerOf(c), requestOf(c));
  c.emit(g.exprStmt(written));
  return true;
}

/** A value that is no response yet: text, or what becomes JSON. */
function respondValue(c: Context, node: py.Expression, meta: Meta): void {
  const view = viewOf(c);
  const type = c.typeOf(node);
  if (view.framework === 'fastapi') {
    const status = meta.status ?? view.routes[0]?.status;
    return answerAsJSON(c, node, status ? statusOf(c, status) : statusNode(200));
  }
  if (type.kind === 'dict' || type.kind === 'list') {
    writeHeaders(c, meta);
    return answerAsJSON(c, node, statusFor(c, meta));
  }
  if (type.kind !== 'str' && type.kind !== 'bytes') return c.gap('this answer has no counterpart here', node);
  writeHeaders(c, meta);
  writeText(c, node, meta, undefined, setsContentType(meta));
}

const setsContentType = ({ headers }: Meta): boolean =>
  headers?.kind === 'Dict' &&
  headers.items.some(
    item => item.kind === 'DictItem' && item.key.kind === 'Str' && item.key.value.toLowerCase() === 'content-type',
  );

/** Text is HTML to the frameworks; Go looks at how it begins. */
function writeText(c: Context, node: py.Expression, meta: Meta, fixed: number | undefined, hasType: boolean): void {
  const w = writerOf(c);
  if (node.kind === 'Str' && node.value === '') {
    c.emit(writeHeader(c, meta.status ? statusOf(c, meta.status) : statusNode(fixed ?? 200)));
    return;
  }
  const text = expression(c, node);
  if (!hasType) {
    const [start] = node.kind === 'JoinedStr' ? node.values : [node];
    const isPage = start?.kind === 'Str' && start.value.trimStart().startsWith('<');
    if (isPage) setHeader(c, 'Content-Type', g.str('text/html; charset=utf-8'));
    else c.notes.assume('plain text is sent as text/plain, where the framework calls it text/html');
  }
  const status = meta.status ? statusOf(c, meta.status) : fixed === undefined ? undefined : statusNode(fixed);
  if (status && !isOK(status)) c.emit(writeHeader(c, status));
  if (text.type.kind === 'bytes') {
    c.emit(g.exprStmt(g.method(w, 'Write', text.node)));
    return;
  }
  const formatted = formatCall(coerce(c, text, str).node);
  c.emit(
    g.exprStmt(
      formatted
        ? g.pkgCall('fmt', `F${formatted.name.slice(1)}`, w, ...formatted.args)
        : g.pkgCall('fmt', 'Fprint', w, text.node),
    ),
  );
}

/** `fmt.Sprintf(…)` that can be written at once. */
function formatCall(node: go.Expression): { name: string; args: go.Expression[] } | undefined {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const name = node.fun.sel.name;
  const isFmt = g.importPathOf(node.fun.x as { kind: string; style?: string }) === 'fmt';
  return isFmt && /^Sprintf?$/.test(name) ? { name, args: node.args } : undefined;
}

/** The status that an answer has by itself. */
const isOK = (node: go.Expression): boolean =>
  node.kind === 'SelectorExpr' && node.sel.kind === 'Ident' && node.sel.name === 'StatusOK';

const writeHeader = (c: Context, status: go.Expression): go.Statement =>
  g.exprStmt(g.method(writerOf(c), 'WriteHeader', status));

function setHeader(c: Context, name: string, text: go.Expression): void {
  c.emit(g.exprStmt(g.method(g.method(writerOf(c), 'Header'), 'Set', g.str(name), text)));
}

function writeHeaders(c: Context, { headers }: Meta): void {
  if (!headers) return;
  if (headers.kind !== 'Dict') return c.gap('headers that are not written in place have no counterpart here', headers);
  for (const item of headers.items) {
    if (item.kind !== 'DictItem' || item.key.kind !== 'Str') return c.gap('this header has no counterpart here', item);
    setHeader(c, item.key.value, coerce(c, expression(c, item.value), str).node);
  }
}

const statusFor = (c: Context, { status }: Meta): go.Expression => (status ? statusOf(c, status) : statusNode(200));

/** The value of `jsonify`: its argument, its keywords as a dict, or all as a list. */
function jsonified(c: Context, node: py.Call): py.Expression {
  const given = positional(node);
  const [only] = given;
  if (only?.kind === 'Starred') return c.gap('* in jsonify has no counterpart here', node);
  const keywords = node.args.filter((arg): arg is py.Keyword => arg.kind === 'Keyword');
  if (given.length === 1 && only && keywords.length === 0) return only;
  if (given.length > 0 && keywords.length > 0) return c.gap('jsonify takes values or keywords', node);
  if (given.length > 0) return { kind: 'List', start: node.start, end: node.end, elts: given };
  return {
    kind: 'Dict',
    start: node.start,
    end: node.end,
    items: keywords.map(arg =>
      arg.arg?.kind === 'Name'
        ? {
            kind: 'DictItem',
            start: -1,
            end: -1,
            key: { kind: 'Str', start: -1, end: -1, value: arg.arg.id },
            value: arg.value,
          }
        : { kind: 'DictSpread', start: -1, end: -1, value: arg.value },
    ),
  };
}

/** What an exception that nobody takes does to a request. */
export function serverError(c: Context, error: go.Expression, classes?: readonly string[]): go.Statement[] {
  return handledByClass(c, error, classes, one => plainServerError(c, one));
}

function plainServerError(c: Context, error: go.Expression): go.Statement[] {
  if (c.model.raised.has('fastapi.HTTPException') && error.kind === 'Ident') {
    const failure = g.ident(c.scratch('failure'));
    const flag = g.ident(c.scratch('ok'));
    const found = g.call(g.index(g.pkg('errors', 'AsType'), g.star(g.ident(c.helper('httpError')))), error);
    const answer = detailed(c, g.sel(failure, 'Status'), g.sel(failure, 'Detail'));
    return [
      g.ifStmt(flag, [answer, ...leaving(c)], undefined, g.define([failure.name, flag.name], found)),
      ...lastResort(c, error),
    ];
  }
  return lastResort(c, error);
}

function lastResort(c: Context, error: go.Expression): go.Statement[] {
  const own = handlerOfStatus(c, 500);
  if (own) return [own, ...leaving(c)];
  c.notes.assume('the page for an error on the server reads differently in Go');
  const text = g.pkgCall('net/http', 'StatusText', statusNode(500));
  const log = error.kind === 'Ident' ? [g.exprStmt(g.pkgCall('log', 'Print', error))] : [];
  const failed = g.exprStmt(g.pkgCall('net/http', 'Error', writerOf(c), text, statusNode(500)));
  return [...log, failed, ...leaving(c)];
}

/** The jump out of the view. */
export const leaving = (c: Context): go.Statement[] => c.block(() => leave(c, []));

/** `raise HTTPException(404, "no such book")` in the view itself; false for other exceptions. */
export function answersStatus(c: Context, node: py.Expression): boolean {
  if (node.kind !== 'Call' || c.facts.qualifiedName(node.func) !== 'fastapi.HTTPException') return false;
  const [first, second] = positional(node);
  const status = first ?? keywordArgument(node, 'status_code');
  const detail = second ?? keywordArgument(node, 'detail');
  if (!status || keywordArgument(node, 'headers')) return false;
  const code = statusOf(c, status);
  const words = detail ? jsonValue(c, detail, false).node : g.pkgCall('net/http', 'StatusText', code);
  c.emit(detailed(c, code, words));
  leave(c, []);
  return true;
}

/** `abort(404)` and its like: an answer that says the status, and the end of the view. */
export function aborted(c: Context, node: py.Call): void {
  const [code, description] = positional(node);
  const text = description ?? keywordArgument(node, 'description');
  const number = code && statusCode(c, code);
  const own = number === undefined ? undefined : handlerOfStatus(c, number);
  if (own) return c.emit(own, ...leaving(c));
  if (!code) return c.gap('abort without a status has no counterpart here', node);
  c.notes.assume("the page for a status is Go's line of text, not the framework's HTML");
  if (number === 404 && !text) {
    c.emit(g.exprStmt(g.pkgCall('net/http', 'NotFound', writerOf(c), requestOf(c))));
  } else {
    const status = statusOf(c, code);
    const words = text ? coerce(c, expression(c, text), str).node : g.pkgCall('net/http', 'StatusText', status);
    c.emit(g.exprStmt(g.pkgCall('net/http', 'Error', writerOf(c), words, status)));
  }
  leave(c, []);
}
