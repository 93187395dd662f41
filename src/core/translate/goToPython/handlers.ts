/** Handlers of net/http as views of Flask: what is written to the response is returned. */
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, binary, call, dict, expr, int, method, name, returns, str, tuple } from './build';
import { gap, variableOf, type Context } from './context';
import { expression } from './expressions';
import { format, joined, type Formatted } from './formatting';
import { freshName, nameOf } from './naming';
import { block, type Step } from './statements';
import type { FunctionNode, Variable } from './symbols';
import { dumped, holdsStruct, jsonValue } from './jsonValues';

export interface HandlerContext {
  writer: Variable | undefined;
  request: Variable | undefined;
  /** The list of what was written so far, where a response is written in several places. */
  parts?: string;
  status?: py.Expression;
  headers: [py.Expression, py.Expression][];
  /** The response is an object that the body writes to: what it writes is more than answers at its ends. */
  isOpen?: true;
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
  if (!isPlain(cx, node.body.list, true)) return openBody(cx, node.body, handler);
  if (!node.body.list.every((_, i) => writesAtEnd(cx, node.body!.list, i))) handler.parts = freshName(cx, 'parts');
  const body = block(cx, node.body).filter(one => one.kind !== 'Pass' || one.comments);
  const head = handler.parts ? [assign(handler.parts, { kind: 'List', elts: [], start: -1, end: -1 })] : [];
  const last = body.at(-1);
  if (last?.kind !== 'Return' && last?.kind !== 'Raise') body.push(answer(cx, undefined));
  return [...head, ...body];
}

/** The response as an object of its own, which is returned in the end. */
function openBody(cx: Context, body: go.BlockStmt, handler: HandlerContext): py.Body {
  handler.isOpen = true;
  const { writer } = handler;
  if (!writer) return block(cx, body);
  const made = assign(nameOf(cx, writer), call(cx.out.helper('ResponseWriter')));
  const written = block(cx, body).filter(one => one.kind !== 'Pass' || one.comments);
  const last = written.at(-1);
  if (last?.kind !== 'Return' && last?.kind !== 'Raise') written.push(returns(name(nameOf(cx, writer))));
  return [made, ...written];
}

/**
 * Whether the statements speak to the response only by what ends them, and say status and headers where the answer
 * follows. `leaves`: nothing comes behind them.
 */
function isPlain(cx: Context, list: readonly go.Statement[], leaves: boolean): boolean {
  return list.every((node, i) => {
    const isLast = leaves && i === list.length - 1;
    const ends = (body: readonly go.Statement[]): boolean => isLast || body.at(-1)?.kind === 'ReturnStmt';
    const inner = (body: readonly go.Statement[]): boolean => isPlain(cx, body, ends(body));
    const call = writingOf(cx, node);
    if (call) return !speaksTwice(cx, call);
    if (node.kind === 'ExprStmt' && node.x.kind === 'CallExpr') {
      if (isMeta(cx, node.x)) return leaves;
      if (isFailure(cx, node.x)) return isLast || list[i + 1]?.kind === 'ReturnStmt';
    }
    switch (node.kind) {
      case 'IfStmt': {
        const head = [node.init, node.cond].every(part => !part || !mentionsWriter(cx, part));
        const otherwise =
          node.else?.kind === 'IfStmt'
            ? isPlain(cx, [node.else], isLast)
            : inner(node.else?.kind === 'BlockStmt' ? node.else.list : []);
        return head && inner(node.body.list) && otherwise;
      }
      case 'SwitchStmt':
        return (
          [node.init, node.tag].every(part => !part || !mentionsWriter(cx, part)) &&
          node.cases.every(one => one.kind === 'CaseClause' && inner(one.body))
        );
      case 'ForStmt':
      case 'RangeStmt':
        return isPlain(cx, node.body.list, false);
      case 'BlockStmt':
        return isPlain(cx, node.list, leaves && isLast);
      default:
        return !mentionsWriter(cx, node);
    }
  });
}

function mentionsWriter(cx: Context, node: NodeBase): boolean {
  let found = false;
  walk(node, at => void (at.kind === 'Ident' && isWriter(cx, at as unknown as go.Ident) && (found = true)));
  return found;
}

/** What is written mentions the response itself. */
function speaksTwice(cx: Context, call: go.CallExpr): boolean {
  let count = 0;
  walk(call, at => void (at.kind === 'Ident' && isWriter(cx, at as unknown as go.Ident) && count++));
  return count > 1;
}

/** The call that writes, also where its error is looked at: it cannot fail here. */
function writingOf(cx: Context, node: go.Statement): go.CallExpr | undefined {
  const [first, second] = node.kind === 'AssignStmt' ? node.lhs : [];
  const isBlank = (one: go.Expression | undefined): boolean =>
    one === undefined || (one.kind === 'Ident' && one.name === '_');
  const call =
    node.kind === 'ExprStmt'
      ? node.x
      : node.kind === 'AssignStmt' && node.rhs.length === 1 && isBlank(first) && isBlank(second)
        ? node.rhs[0]
        : node.kind === 'IfStmt'
          ? checkedWriting(cx, node)
          : undefined;
  return call?.kind === 'CallExpr' && written(cx, call) ? call : undefined;
}

/** `if err := json.NewEncoder(w).Encode(v); err != nil { … }` */
function checkedWriting(cx: Context, node: go.IfStmt): go.Expression | undefined {
  const { init, cond } = node;
  if (init?.kind !== 'AssignStmt' || init.op !== ':=' || init.rhs.length !== 1 || node.else) return undefined;
  const isCheck = cond.kind === 'BinaryExpr' && cond.op === '!=' && cond.y.kind === 'Ident' && cond.y.name === 'nil';
  return isCheck && !mentionsFailureOnly(cx, node.body) ? init.rhs[0] : undefined;
}

/** The body of a check does something that matters beside logging and answering. */
function mentionsFailureOnly(cx: Context, body: go.BlockStmt): boolean {
  return !body.list.every(
    one =>
      one.kind === 'ReturnStmt' ||
      (one.kind === 'ExprStmt' &&
        one.x.kind === 'CallExpr' &&
        (isFailure(cx, one.x) || (one.x.fun.kind === 'SelectorExpr' && cx.typing.packageOf(one.x.fun.x) === 'log'))),
  );
}

const isFailure = (cx: Context, node: go.CallExpr): boolean =>
  node.fun.kind === 'SelectorExpr' &&
  node.fun.sel.kind === 'Ident' &&
  /^(Error|NotFound|Redirect)$/.test(node.fun.sel.name) &&
  cx.typing.packageOf(node.fun.x) === 'net/http' &&
  isWriter(cx, node.args[0]);

/** `w.WriteHeader(…)`, `w.Header().Set(…)`. */
function isMeta(cx: Context, { fun }: go.CallExpr): boolean {
  if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident') return false;
  if (fun.sel.name === 'WriteHeader') return isWriter(cx, fun.x);
  return (
    /^(Set|Add)$/.test(fun.sel.name) &&
    fun.x.kind === 'CallExpr' &&
    fun.x.fun.kind === 'SelectorExpr' &&
    isWriter(cx, fun.x.fun.x)
  );
}

/** Nothing is written before the last statement of each way through the body. */
function writesAtEnd(cx: Context, list: readonly go.Statement[], i: number): boolean {
  const node = list[i]!;
  const isLast = i === list.length - 1 || (list[i + 1]?.kind === 'ReturnStmt' && i === list.length - 2);
  if (writingOf(cx, node)) return isLast;
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
  walk(node, at => void (at.kind === 'CallExpr' && written(cx, at as unknown as go.CallExpr) && (found = true)));
  return found;
}

const isWriter = (cx: Context, node: go.Expression | undefined): boolean => {
  const writer = cx.fn.handler?.writer;
  return writer !== undefined && variableOf(cx, node) === writer;
};

/** The text that a call writes to the response; undefined for other calls. */
function written(cx: Context, node: go.Expression): (() => Formatted) | undefined {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const { x, sel } = node.fun;
  const path = cx.typing.packageOf(x);
  const [first, second, ...rest] = node.args;
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
    return () => jsonAnswer(cx, first);
  }
  return undefined;
}

/** Flask sorts keys, as Go does those of maps; the fields of structs keep their order, so the text is made here. */
function jsonAnswer(cx: Context, node: go.Expression): Formatted {
  const data = dumped(cx, node, undefined);
  if (holdsStruct(cx, cx.typing.of(node)) && !isSortedDict(jsonValue(cx, node).value)) {
    const handler = cx.fn.handler!;
    const hasType = handler.headers.some(([key]) => key.kind === 'Str' && key.value.toLowerCase() === 'content-type');
    if (!hasType) cx.notes.assume('the type of a JSON answer that says none is text/html in Flask, text/plain in Go');
    return { value: binary(data.value, '+', str('\n')), before: data.before };
  }
  const value = jsonValue(cx, node);
  return { value: call(cx.out.from('flask', 'jsonify'), value.value), before: value.before };
}

/** A dict whose keys stand in their order, and that holds no other objects. */
function isSortedDict(value: py.Expression): boolean {
  if (value.kind !== 'Dict') return false;
  const keys = value.items.map(item => (item.kind === 'DictItem' && item.key.kind === 'Str' ? item.key.value : ''));
  const isPlainItem = (item: py.Dict['items'][number]): boolean =>
    item.kind === 'DictItem' && /^(Name|Attribute|Str|Int|Bool|None|JoinedStr)$/.test(item.value.kind);
  return value.items.every(isPlainItem) && keys.every((key, i) => i === 0 || keys[i - 1]! <= key);
}

function asFormatted(cx: Context, node: go.Expression): Formatted {
  const value = expression(cx, node);
  return { value: value.value, before: value.before };
}

/** `return body`, with the status and the headers that were set before. */
function answer(cx: Context, body: py.Expression | undefined): py.Statement {
  const { parts, status, headers } = cx.fn.handler!;
  const text = body ?? (parts ? method(str(''), 'join', name(parts)) : str(''));
  const isJson = text.kind === 'Call' && text.func.kind === 'Name' && text.func.id === 'jsonify';
  const own = isJson ? headers.filter(([key]) => key.kind !== 'Str' || key.value !== 'Content-Type') : headers;
  const more = [...(status || own.length > 0 ? [status ?? int(200)] : []), ...(own.length > 0 ? [dict(...own)] : [])];
  return returns(more.length > 0 ? tuple(text, ...more) : text);
}

/** A statement that speaks to the response, or leaves the handler; undefined for others. */
export function handlerStatement(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const { handler } = cx.fn;
  const node = list[i];
  if (!handler || !node) return undefined;
  const next = list[i + 1];
  const leaves = next?.kind === 'ReturnStmt' && next.results.length === 0;
  if (handler.isOpen) return openStatement(cx, handler, node);
  if (node.kind === 'ReturnStmt' && node.results.length === 0) return { written: [answer(cx, undefined)], consumed: 1 };
  const writing = writingOf(cx, node);
  if (writing) {
    const text = written(cx, writing)!();
    if (!handler.parts) return { written: [...text.before, answer(cx, text.value)], consumed: leaves ? 2 : 1 };
    return { written: [...text.before, expr(method(name(handler.parts), 'append', text.value))], consumed: 1 };
  }
  if (node.kind !== 'ExprStmt' || node.x.kind !== 'CallExpr') return undefined;
  const failure = failed(cx, node.x);
  if (failure) return { written: [...failure.before, returns(failure.value)], consumed: leaves ? 2 : 1 };
  if (setsStatus(cx, node.x, handler)) return { written: [], consumed: 1 };
  return undefined;
}

/** In a view whose response is an object: what leaves it gives the object. */
function openStatement(cx: Context, handler: HandlerContext, node: go.Statement): Step | undefined {
  if (node.kind !== 'ReturnStmt' || !handler.writer) return undefined;
  return { written: [returns(name(nameOf(cx, handler.writer)))], consumed: 1 };
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
