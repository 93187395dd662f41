/** `defer`: `with` for what is closed, `try … finally` for the rest, and `except` for what recovers. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { resultAnnotation } from './annotations';
import {
  assign,
  call,
  expr,
  functionDef,
  globalStatement,
  handler,
  method,
  name,
  nonlocalStatement,
  returns,
  tries,
  tuple,
  withs,
} from './build';
import { gap, inFunction, isNil, variableOf, type Context, type FunctionContext } from './context';
import { inHandler, mentionsName } from './errorChecks';
import { expression } from './expressions';
import { ends } from './guards';
import { closesBody } from './library/httpClient';
import { freshName, nameOf } from './naming';
import { block, statements, type Step } from './statements';
import { recovered, recovery, type Recovery } from './recovery';
import { bareReturn } from './returns';
import type { FunctionNode, Variable } from './symbols';

/** `defer` and all that follows it; undefined for other statements. */
export function deferred(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const node = list[i];
  if (node?.kind === 'ExprStmt' || node === undefined) return undefined;
  const opened = closedLater(cx, list, i);
  if (opened) return opened;
  if (node.kind !== 'DeferStmt' || node.call.kind !== 'CallExpr') return undefined;
  if (closesBody(cx, node.call)) return { written: [], consumed: 1 };
  const parent = cx.program.bindings.parent(node);
  const isTop = parent?.kind === 'BlockStmt' && parent === (cx.fn.node?.body as unknown);
  const rest = list.slice(i + 1);
  const consumed = list.length - i;
  if (usesStack(cx.fn.node)) {
    const outer = isTop && recoversFirst(cx, cx.fn.node) === node ? recovery(cx, node.call) : undefined;
    if (!outer || looksAtResults(cx, outer.always)) return { written: pushed(cx, node.call), consumed: 1 };
    return { written: recovered(cx, outer, withStack(cx, block(cx, rest))), consumed };
  }
  if (!isTop && cx.fn.node) return gap('a defer inside of a block', node);
  const recovering = recovery(cx, node.call);
  const looking = looksAtResults(cx, recovering ? recovering.always : asStatements(node.call));
  if (looking) return { written: viaFunction(cx, node.call, rest, recovering), consumed };
  if (recovering) return { written: recovered(cx, recovering, block(cx, rest)), consumed };
  const { before, written } = finalStatements(cx, node.call);
  const body = block(cx, rest);
  return { written: [...before, tries(body, [], [], written)], consumed };
}

/** Whether a function defers in a loop or a branch, so that only a stack knows what is to be done. */
export function usesStack(node: FunctionNode | undefined): boolean {
  let nested = false;
  if (!node?.body) return false;
  walk(node.body, (at, parent) => {
    if (at.kind === 'FuncLit') return false;
    if (at.kind === 'DeferStmt' && parent !== (node.body as unknown) && !namesBody(at as unknown as go.Node))
      nested = true;
  });
  return nested;
}

/** `defer resp.Body.Close()`, which Python needs not say. */
function namesBody(node: go.Node): boolean {
  if (node.kind !== 'DeferStmt' || node.call.kind !== 'CallExpr') return false;
  const { fun } = node.call;
  return fun.kind === 'SelectorExpr' && fun.x.kind === 'SelectorExpr' && (fun.x.sel as go.Ident).name === 'Body';
}

/** The first `defer` of a function, where it recovers: what it guards is all that is deferred later. */
export function recoversFirst(cx: Context, node: FunctionNode | undefined): go.DeferStmt | undefined {
  const first = node?.body?.list.find(one => JSON.stringify(one).includes('"DeferStmt"'));
  const call = first?.kind === 'DeferStmt' && first.call.kind === 'CallExpr' ? first.call : undefined;
  return call && recovery(cx, call) ? (first as go.DeferStmt) : undefined;
}

/** Statements with the stack of what they defer around them. */
export function withStack(cx: Context, body: py.Body): py.Body {
  return [withs(call(cx.out.member('contextlib', 'ExitStack')), body, name(stackName))];
}

/** The name of the stack in a function that needs one. */
export const stackName = 'deferred';

function pushed(cx: Context, node: go.CallExpr): py.Statement[] {
  if (looksAtResults(cx, asStatements(node))) gap('one of several deferred functions that looks at the results', node);
  if (recovery(cx, node)) gap('a recover in a defer of a block', node);
  const value = expression(cx, node);
  if (value.value.kind !== 'Call') return gap('this deferred call', node);
  const { func, args } = value.value;
  return [...value.before, expr(method(name(stackName), 'callback', func, ...args))];
}

/** `f, err := os.Open(p)`, its check, `defer f.Close()`: a `with` around the rest. */
function closedLater(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const node = list[i];
  if (node?.kind !== 'AssignStmt' || node.op !== ':=') return undefined;
  const variable = variableOf(cx, node.lhs[0]);
  const type = variable && cx.typing.ofVariable(variable);
  const isFile = type?.kind === 'pointer' && type.to.kind === 'instance' && type.to.name === 'os.File';
  const [value] = node.rhs;
  if (!variable || !isFile || value?.kind !== 'CallExpr') return undefined;
  const check = list[i + 1];
  const at = check?.kind === 'IfStmt' ? i + 2 : i + 1;
  const defer = list[at];
  if (defer?.kind !== 'DeferStmt' || defer.call.kind !== 'CallExpr') return undefined;
  const { fun } = defer.call;
  if (
    fun.kind !== 'SelectorExpr' ||
    fun.sel.kind !== 'Ident' ||
    fun.sel.name !== 'Close' ||
    variableOf(cx, fun.x) !== variable
  )
    return undefined;
  const opened = expression(cx, value);
  const err = variableOf(cx, node.lhs[1]);
  const body = (): py.Body => {
    if (err) cx.fn.nilErrors.add(err);
    return block(cx, list.slice(at + 1));
  };
  const consumed = list.length - i;
  if (check?.kind !== 'IfStmt' || !err || isRaisedAgain(cx, check, err)) {
    return { written: [...opened.before, withs(opened.value, body(), name(nameOf(cx, variable)))], consumed };
  }
  // Only the opening is tried: what fails inside is not the file's fault.
  const failed = inHandler(cx, err, () => block(cx, check.body));
  const own = name(nameOf(cx, variable));
  const caught = handler(name('OSError'), mentionsName(failed, nameOf(cx, err)) ? nameOf(cx, err) : undefined, failed);
  return { written: [...opened.before, tries([assign(own, opened.value)], [caught]), withs(own, body())], consumed };
}

function isRaisedAgain(cx: Context, check: go.IfStmt, err: Variable): boolean {
  const [only] = check.body.list;
  return (
    check.body.list.length === 1 &&
    only?.kind === 'ReturnStmt' &&
    cx.fn.raises &&
    variableOf(cx, only.results.at(-1)) === err
  );
}

const asStatements = (node: go.CallExpr): go.Statement[] =>
  node.fun.kind === 'FuncLit' ? node.fun.body.list : [{ kind: 'ExprStmt', x: node.fun, start: -1, end: -1 }];

/** What is deferred reads or sets a named result, which has its value by then. */
function looksAtResults(cx: Context, list: readonly go.Statement[]): boolean {
  let found = false;
  for (const one of list) {
    walk(one, at => {
      const variable = at.kind === 'Ident' ? cx.program.bindings.variable(at) : undefined;
      if (variable && cx.fn.named.includes(variable)) found = true;
    });
  }
  return found;
}

/** The rest of the function as a function of its own: its results have names before the deferred code runs. */
function viaFunction(
  cx: Context,
  node: go.CallExpr,
  rest: readonly go.Statement[],
  recovering: Recovery | undefined,
): py.Statement[] {
  const { fn } = cx;
  const failure = fn.raises ? fn.named.at(-1) : undefined;
  if (failure && looksAtResults({ ...cx, fn: { ...fn, named: [failure] } }, asStatements(node)))
    gap('a deferred function that looks at an error that is raised', node);
  if (recovering) gap('a deferred function that recovers and looks at the results', node);
  if (fn.named.some(one => one.name === '_')) gap('results of which only some have names', node);
  const id = freshName(cx, 'attempt');
  const inner: FunctionContext = {
    ...fn,
    up: fn,
    names: new Map(fn.names),
    globals: new Set(),
    nonlocals: new Set(),
    outside: new Set([...fn.names.keys(), ...(fn.outside ?? []), ...fn.named]),
    nilErrors: new Set(fn.nilErrors),
  };
  const body = inFunction(cx, inner, (): py.Body => {
    const own = block(cx, rest);
    return rest.length > 0 && ends({ kind: 'BlockStmt', list: [...rest], start: -1, end: -1 })
      ? own
      : [...own, ...bareReturn(cx)];
  });
  const head: py.Statement[] = [];
  if (inner.globals.size > 0) head.push(globalStatement([...inner.globals]));
  if (inner.nonlocals.size > 0) head.push(nonlocalStatement([...inner.nonlocals]));
  for (const variable of fn.named) fn.nilErrors.delete(variable);
  const named = fn.named.slice(0, fn.results.length).map(one => name(nameOf(cx, one)));
  const result = named.length === 1 ? named[0]! : tuple(...named);
  const { before, written } = finalStatements(cx, node);
  return [
    ...before,
    functionDef(id, [], resultAnnotation(cx, fn.results, false), [...head, ...body.filter(one => one.kind !== 'Pass')]),
    tries([assign(result, call(id))], [], [], written),
    returns(result),
  ];
}

/** What runs at the end. Arguments have the values of the moment of the `defer`. */
function finalStatements(cx: Context, node: go.CallExpr): { before: py.Statement[]; written: py.Body } {
  if (node.fun.kind === 'FuncLit' && node.args.length === 0) {
    return { before: [], written: block(cx, node.fun.body) };
  }
  const before: py.Statement[] = [];
  const args = node.args.map((arg): go.Expression => {
    const variable = variableOf(cx, arg);
    const isSteady = arg.kind === 'StringLit' || arg.kind === 'IntLit' || (variable && !changesLater(variable, node));
    if (isSteady) return arg;
    const value = expression(cx, arg);
    const own = freshName(cx, 'deferred_value');
    before.push(...value.before, assign(own, value.value));
    const stand: go.Ident = { kind: 'Ident', name: own, start: -1, end: -1 };
    cx.typing.assume(stand, cx.typing.of(arg));
    return stand;
  });
  const statement: go.ExprStmt = { kind: 'ExprStmt', x: { ...node, args }, start: node.start, end: node.end };
  return { before, written: statements(cx, [statement]) };
}

const changesLater = (variable: Variable, node: go.CallExpr): boolean =>
  variable.definitions.some(one => one.ident.start > node.start) ||
  (variable.loop !== undefined && variable.definitions.length > 1);

/** The exceptions that the function raises as error results. */
export function ownErrors(cx: Context, node: go.FuncDecl): string[] {
  if (node.name.kind !== 'Ident') return [];
  let fails = false;
  if (node.body) {
    walk(node.body, at => {
      if (at.kind === 'FuncLit') return false;
      const last = at.kind === 'ReturnStmt' ? (at as unknown as go.ReturnStmt).results.at(-1) : undefined;
      if (last && !isNil(cx, last)) fails = true;
    });
  }
  if (!fails) return [];
  const call: go.CallExpr = { kind: 'CallExpr', fun: node.name, args: [], ellipsis: false, start: -1, end: -1 };
  const classes = cx.exceptions.classesOf(call);
  return classes.includes('Exception')
    ? gap('a function that both gives errors and recovers from panics', node)
    : classes;
}
