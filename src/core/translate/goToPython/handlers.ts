/** Handlers of net/http as views of Flask: what is written to the response is returned. */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, call, dict, expr, int, method, name, returns, str, tuple } from './build';
import { gap, variableOf, type Context } from './context';
import { expression } from './expressions';
import { format, joined, type Formatted } from './formatting';
import { freshName } from './naming';
import { block, type Step } from './statements';
import type { FunctionNode, Variable } from './symbols';
import { jsonValue } from './jsonValues';

export interface HandlerContext {
  writer: Variable | undefined;
  request: Variable | undefined;
  /** The list of what was written so far, where a response is written in several places. */
  parts?: string;
  status?: py.Expression;
  headers: [py.Expression, py.Expression][];
}

const typeNames = ['net/http.ResponseWriter', 'net/http.Request'];

/** The writer and the request of a function that handles requests; undefined for others. */
export function handlerOf(cx: Context, type: go.FuncType): HandlerContext | undefined {
  const params = type.params.flatMap(field =>
    field.kind === 'Field'
      ? (field.names.length > 0 ? field.names : [undefined]).map(ident => ({ ident, type: field.type }))
      : [],
  );
  if (params.length !== 2 || type.results.length > 0) return undefined;
  const isHandler = params.every((param, i) => {
    const of = cx.typing.fromSyntax(param.type);
    const held = of.kind === 'pointer' ? of.to : of;
    return held.kind === 'instance' && held.name === typeNames[i];
  });
  if (!isHandler) return undefined;
  const [writer, request] = params.map(param => (param.ident ? cx.program.bindings.variable(param.ident) : undefined));
  return { writer, request, headers: [] };
}

/** The body of a view. */
export function viewBody(cx: Context, node: FunctionNode): py.Body {
  const handler = cx.fn.handler!;
  if (!node.body) return [];
  if (!node.body.list.every((_, i) => writesAtEnd(cx, node.body!.list, i))) handler.parts = freshName(cx, 'parts');
  const body = block(cx, node.body).filter(one => one.kind !== 'Pass' || one.comments);
  const head = handler.parts ? [assign(handler.parts, { kind: 'List', elts: [], start: -1, end: -1 })] : [];
  const last = body.at(-1);
  if (last?.kind !== 'Return' && last?.kind !== 'Raise') body.push(answer(cx, undefined));
  return [...head, ...body];
}

/** Nothing is written before the last statement of each way through the body. */
function writesAtEnd(cx: Context, list: readonly go.Statement[], i: number): boolean {
  const node = list[i]!;
  const isLast = i === list.length - 1 || (list[i + 1]?.kind === 'ReturnStmt' && i === list.length - 2);
  if (node.kind === 'ExprStmt' && written(cx, node.x)) return isLast;
  if (node.kind === 'IfStmt') {
    const inner = [node.body, ...(node.else?.kind === 'BlockStmt' ? [node.else] : [])];
    const leaves = (block: go.BlockStmt): boolean => block.list.at(-1)?.kind === 'ReturnStmt';
    const nested = inner.every(one => one.list.every((_, k) => writesAtEnd(cx, one.list, k)));
    const isElif = node.else?.kind !== 'IfStmt' || writesAtEnd(cx, [node.else], 0);
    return nested && isElif && (isLast || inner.every(one => leaves(one) || !mentionsWrite(cx, one)));
  }
  if (node.kind === 'SwitchStmt' && isLast) {
    return node.cases.every(one => one.kind === 'CaseClause' && one.body.every((_, k) => writesAtEnd(cx, one.body, k)));
  }
  return !mentionsWrite(cx, node);
}

function mentionsWrite(cx: Context, node: NodeBase): boolean {
  let found = false;
  walk(node, at => void (at.kind === 'CallExpr' && written(cx, at as unknown as go.CallExpr, true) && (found = true)));
  return found;
}

const isWriter = (cx: Context, node: go.Expression | undefined): boolean => {
  const writer = cx.fn.handler?.writer;
  return writer !== undefined && variableOf(cx, node) === writer;
};

/** The text that a call writes to the response; undefined for other calls. With `probe` nothing is translated. */
function written(cx: Context, node: go.Expression, probe = false): (() => Formatted) | undefined {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const { x, sel } = node.fun;
  const path = cx.typing.packageOf(x);
  const [first, second, ...rest] = node.args;
  void probe;
  if (path === 'fmt' && isWriter(cx, first)) {
    if (sel.name === 'Fprintf') return () => format(cx, second, rest);
    if (sel.name === 'Fprint') return () => joined(cx, second ? [second, ...rest] : []);
    if (sel.name === 'Fprintln')
      return () =>
        format(
          cx,
          {
            kind: 'StringLit',
            value: `${node.args
              .slice(1)
              .map(() => '%v')
              .join(' ')}\n`,
            start: -1,
            end: -1,
          },
          node.args.slice(1),
        );
  }
  if (path === 'io' && sel.name === 'WriteString' && isWriter(cx, first) && second)
    return () => asFormatted(cx, second);
  if (isWriter(cx, x) && sel.name === 'Write' && first) {
    const plain = first.kind === 'CallExpr' && cx.typing.isConversion(first) && first.args[0] ? first.args[0] : first;
    return () => asFormatted(cx, plain);
  }
  if (
    sel.name === 'Encode' &&
    x.kind === 'CallExpr' &&
    x.fun.kind === 'SelectorExpr' &&
    cx.typing.packageOf(x.fun.x) === 'encoding/json' &&
    isWriter(cx, x.args[0]) &&
    first
  ) {
    return () => {
      const value = jsonValue(cx, first);
      return { value: call(cx.out.from('flask', 'jsonify'), value.value), before: value.before };
    };
  }
  return undefined;
}

function asFormatted(cx: Context, node: go.Expression): Formatted {
  const value = expression(cx, node);
  return { value: value.value, before: value.before };
}

/** `return body`, with the status and the headers that were set before. */
function answer(cx: Context, body: py.Expression | undefined): py.Statement {
  const { parts, status, headers } = cx.fn.handler!;
  const text = body ?? (parts ? method(str(''), 'join', name(parts)) : str(''));
  const more = [
    ...(status || headers.length > 0 ? [status ?? int(200)] : []),
    ...(headers.length > 0 ? [dict(...headers)] : []),
  ];
  return returns(more.length > 0 ? tuple(text, ...more) : text);
}

/** A statement that speaks to the response, or leaves the handler; undefined for others. */
export function handlerStatement(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const { handler } = cx.fn;
  const node = list[i];
  if (!handler || !node) return undefined;
  const next = list[i + 1];
  const leaves = next?.kind === 'ReturnStmt' && next.results.length === 0;
  if (node.kind === 'ReturnStmt' && node.results.length === 0) return { written: [answer(cx, undefined)], consumed: 1 };
  if (node.kind !== 'ExprStmt' || node.x.kind !== 'CallExpr') return undefined;
  const failure = failed(cx, node.x);
  if (failure) return { written: [...failure.before, returns(failure.value)], consumed: leaves ? 2 : 1 };
  if (setsStatus(cx, node.x, handler)) return { written: [], consumed: 1 };
  const text = written(cx, node.x)?.();
  if (!text) return undefined;
  if (!handler.parts) return { written: [...text.before, answer(cx, text.value)], consumed: leaves ? 2 : 1 };
  return { written: [...text.before, expr(method(name(handler.parts), 'append', text.value))], consumed: 1 };
}

/** `http.Error(w, text, status)` and the like end the request. */
function failed(cx: Context, node: go.CallExpr): { before: py.Statement[]; value: py.Expression } | undefined {
  const { fun, args } = node;
  if (
    fun.kind !== 'SelectorExpr' ||
    fun.sel.kind !== 'Ident' ||
    cx.typing.packageOf(fun.x) !== 'net/http' ||
    !isWriter(cx, args[0])
  )
    return undefined;
  const [, first, second, third] = args;
  switch (fun.sel.name) {
    case 'Error': {
      if (!first || !second) return undefined;
      const text = format(cx, { kind: 'StringLit', value: '%v\n', start: -1, end: -1 }, [first]);
      return { before: text.before, value: tuple(text.value, expression(cx, second).value) };
    }
    case 'NotFound':
      return { before: [], value: tuple(str('404 page not found\n'), int(404)) };
    case 'Redirect':
      return second && third
        ? {
            before: [],
            value: call(cx.out.from('flask', 'redirect'), expression(cx, second).value, expression(cx, third).value),
          }
        : undefined;
    default:
      return undefined;
  }
}

/** `w.WriteHeader(201)` and `w.Header().Set(…)` are said with the answer. */
function setsStatus(cx: Context, node: go.CallExpr, handler: HandlerContext): boolean {
  const { fun, args } = node;
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return false;
  const [first, second] = args;
  if (fun.sel.name === 'WriteHeader' && isWriter(cx, fun.x) && first) {
    handler.status = expression(cx, first).value;
    return true;
  }
  const isHeader =
    fun.x.kind === 'CallExpr' &&
    fun.x.fun.kind === 'SelectorExpr' &&
    fun.x.fun.sel.kind === 'Ident' &&
    fun.x.fun.sel.name === 'Header' &&
    isWriter(cx, fun.x.fun.x);
  if (isHeader && (fun.sel.name === 'Set' || fun.sel.name === 'Add') && first && second) {
    handler.headers.push([expression(cx, first).value, expression(cx, second).value]);
    return true;
  }
  return isHeader ? gap('this header of the response', node) : false;
}
