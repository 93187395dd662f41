/** Statements, one list at a time: some say together what Python says in one. */
import type * as go from '../../syntax/go/ast';
import type { Comment } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError, gapLines } from '../gaps';
import { assignment, increment } from './assignments';
import { declarations } from './declarations';
import { assign, breaks, continues, expr, method, none, pass } from './build';
import { raises } from './calls';
import { usesChannelClass } from './channels';
import { inSequence } from './sequences';
import { goStatement, selectStatement } from './concurrency';
import { deferred } from './defers';
import { type Context, type FunctionContext, gap, rangeOf, sourceOf, variableOf } from './context';
import { errorCheck, ignoredError } from './errorChecks';
import { expression, valueOf } from './expressions';
import { forStatement, ifStatement, rangeStatement } from './control';
import { handlerStatement } from './handlers';
import { idiomStatements } from './idiomLayer';
import { libraryStatement } from './library';
import { closesBody } from './library/httpClient';
import { nameOf } from './naming';
import { webStatement } from './routes';
import { switchStatement, typeSwitchStatement } from './switches';
import { yieldStatement } from './generators';
import { testStatement } from './testFunctions';
import { writtenBack } from './writeBack';
import { leaveLoop } from './loops';
import { returnStatement } from './returns';
import { builtinStatement } from './builtinStatements';

/** What one attempt at a place in a list gave: the statements, and how many of Go's they say. */
export interface Step {
  written: py.Statement[];
  consumed: number;
}

/** All statements of a list. A statement that cannot be said is a comment and a gap; the others go on. */
export function statements(cx: Context, list: readonly go.Statement[]): py.Body {
  const body: py.Statement[] = [];
  for (let i = 0; i < list.length;) {
    const node = list[i]!;
    const { written, consumed } = step(cx, list, i);
    for (const [k, statement] of written.entries()) {
      if (k === 0 && node.blank) statement.blank = true;
      cx.origins.mark(statement, rangeOf(cx, node));
    }
    body.push(...commented(written, list.slice(i, i + consumed)));
    i += consumed;
  }
  return tidy(body);
}

function step(cx: Context, list: readonly go.Statement[], i: number): Step {
  const node = list[i]!;
  const takeBack = cx.notes.mark();
  const before = snapshot(cx.fn);
  try {
    return (
      (cx.shown ? idiomStatements(cx, list, i, cx.shown) : undefined) ??
      handlerStatement(cx, list, i) ??
      testStatement(cx, list, i) ??
      yieldStatement(cx, list, i) ??
      deferred(cx, list, i) ??
      errorCheck(cx, list, i) ??
      inSequence(cx, list, i) ?? { written: statement(cx, node), consumed: 1 }
    );
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    takeBack();
    restore(cx.fn, before);
    const idiom = idiomStatements(cx, list, i);
    if (idiom) return idiom;
    return { written: gapComment(cx, node, error), consumed: 1 };
  }
}

function snapshot(fn: FunctionContext): { loops: number; caught: number; keys: number } {
  return { loops: fn.loops.length, caught: fn.caught.length, keys: fn.knownKeys.length };
}

function restore(fn: FunctionContext, { loops, caught, keys }: ReturnType<typeof snapshot>): void {
  fn.loops.length = loops;
  fn.caught.length = caught;
  fn.knownKeys.length = keys;
}

/** The original as a comment. What it would have declared exists, so that what follows can be read. */
export function gapComment(cx: Context, node: go.Statement | go.TopLevel, error: GapError): py.Statement[] {
  const at = rangeOf(cx, error.node ?? node) ?? rangeOf(cx, node) ?? { start: cx.unitStart, end: cx.unitStart };
  cx.notes.gap({ start: at.start, end: at.end, what: error.what });
  const comments: Comment[] = gapLines(error.what, sourceOf(cx, node)).map(text => ({ text, place: 'before' }));
  const declared = namesDeclared(node).flatMap(ident => {
    const variable = variableOf(cx, ident);
    return variable?.owner && variable.name !== '_' ? [assign(nameOf(cx, variable), none())] : [];
  });
  const [first, ...rest] = declared;
  return first ? [{ ...first, comments }, ...rest] : [{ ...pass(), comments }];
}

/** What a statement declares for those behind it. */
function namesDeclared(node: go.Statement | go.TopLevel): go.Ident[] {
  const idents =
    node.kind === 'AssignStmt' && node.op === ':='
      ? node.lhs
      : node.kind === 'DeclStmt'
        ? node.decl.specs.flatMap(spec => (spec.kind === 'ValueSpec' ? spec.names : []))
        : [];
  return idents.filter((one): one is go.Ident => one.kind === 'Ident');
}

/** Comments of Go's statements stand at the Python that says them. */
function commented(written: py.Statement[], sources: readonly go.Statement[]): py.Statement[] {
  const comments = sources.flatMap(source => source.comments ?? []);
  if (comments.length === 0) return written;
  const first = written[0] ?? pass();
  const rest = written.slice(1);
  const before = comments.filter(comment => comment.place === 'before');
  const after = comments.filter(comment => comment.place === 'after');
  const others = comments.filter(comment => comment.place === 'end');
  // What stood behind a statement stands before it where it became several.
  const isCompound = /^(If|For|While|With|Try|FunctionDef|ClassDef)$/.test(first.kind) || written.length > 1;
  const leading = isCompound
    ? [...before, ...after.map(comment => ({ ...comment, place: 'before' as const }))]
    : before;
  const own: Comment[] = [...leading, ...(first.comments ?? []), ...(isCompound ? [] : after)];
  const result = [{ ...first, comments: own }, ...rest];
  if (others.length > 0)
    result.push({ ...pass(), comments: others.map(comment => ({ ...comment, place: 'before' as const })) });
  return result;
}

const saysNothing = (one: py.Statement): boolean =>
  one.kind === 'Pass' || (one.kind === 'Expr' && one.value.kind === 'None');

/** A `pass` that only carries comments gives them to what follows it. */
export function tidy(body: py.Statement[]): py.Statement[] {
  const result: py.Statement[] = [];
  let carried: Comment[] = [];
  for (const [i, one] of body.entries()) {
    const isLast = i === body.length - 1;
    if (saysNothing(one) && (!isLast || result.length > 0 || !one.comments) && body.length > 1) {
      if (isLast && (one.comments || carried.length))
        result.push({ ...one, comments: [...carried, ...(one.comments ?? [])] });
      else carried.push(...(one.comments ?? []));
      continue;
    }
    result.push(carried.length > 0 ? { ...one, comments: [...carried, ...(one.comments ?? [])] } : one);
    carried = [];
  }
  return result.length > 0 ? result : body.slice(0, 1);
}

/** A body, with `pass` where nothing is in it. */
export function block(cx: Context, node: go.BlockStmt | readonly go.Statement[]): py.Body {
  const list = 'kind' in node ? node.list : node;
  const nils = new Set(cx.fn.nilErrors);
  const keys = cx.fn.knownKeys.length;
  const { handler } = cx.fn;
  const said = handler && { status: handler.status, count: handler.headers.length };
  const body = statements(cx, list);
  if (handler && said && list !== (cx.fn.node?.body?.list as unknown)) {
    // What a branch says of its answer is not said of others.
    if (said.status) handler.status = said.status;
    else delete handler.status;
    handler.headers.length = said.count;
  }
  cx.fn.knownKeys.length = keys;
  // What was learned inside holds there only; what was forgotten stays so.
  for (const variable of cx.fn.nilErrors) if (!nils.has(variable)) cx.fn.nilErrors.delete(variable);
  const comments = ('kind' in node ? node.comments : undefined) ?? [];
  const inner = comments.filter(comment => comment.place === 'end');
  if (inner.length > 0)
    body.push({ ...pass(), comments: inner.map(comment => ({ ...comment, place: 'before' as const })) });
  return body.length > 0 ? tidy(body) : [pass()];
}

function statement(cx: Context, node: go.Statement): py.Statement[] {
  switch (node.kind) {
    case 'ExprStmt':
      return expressionStatement(cx, node.x);
    case 'AssignStmt':
      return assignment(cx, node);
    case 'IncDecStmt':
      return increment(cx, node);
    case 'DeclStmt':
      return declarations(cx, node.decl);
    case 'ReturnStmt':
      return returnStatement(cx, node);
    case 'IfStmt':
      return ifStatement(cx, node);
    case 'ForStmt':
      return forStatement(cx, node);
    case 'RangeStmt':
      return rangeStatement(cx, node);
    case 'SwitchStmt':
      return switchStatement(cx, node);
    case 'TypeSwitchStmt':
      return typeSwitchStatement(cx, node);
    case 'SelectStmt':
      return selectStatement(cx, node);
    case 'GoStmt':
      return goStatement(cx, node);
    case 'SendStmt': {
      const channel = expression(cx, node.chan);
      const type = cx.typing.underlying(channel.type);
      const value = valueOf(cx, node.value, type.kind === 'chan' ? type.elt : undefined);
      return [
        ...channel.before,
        ...value.before,
        expr(method(channel.value, usesChannelClass(cx) ? 'send' : 'put', value.value)),
      ];
    }
    case 'BlockStmt':
      return block(cx, node).filter(one => one.kind !== 'Pass' || one.comments);
    case 'LabeledStmt':
      return labeled(cx, node);
    case 'BranchStmt':
      return branch(cx, node);
    case 'EmptyStmt':
      return [];
    case 'Bad':
      return gap('this does not parse', node);
    default:
      return gap(`${node.kind} has no counterpart here yet`, node);
  }
}

function labeled(cx: Context, node: go.LabeledStmt): py.Statement[] {
  const label = node.label.kind === 'Ident' ? node.label.name : '';
  if (node.stmt.kind === 'ForStmt') return forStatement(cx, node.stmt, label);
  if (node.stmt.kind === 'RangeStmt') return rangeStatement(cx, node.stmt, label);
  return gap('a label on something else than a loop', node);
}

function branch(cx: Context, node: go.BranchStmt): py.Statement[] {
  if (node.tok === 'goto' || node.tok === 'fallthrough') return gap(`${node.tok} has no counterpart`, node);
  const label = node.label?.kind === 'Ident' ? node.label.name : undefined;
  const left = leaveLoop(cx, node.tok, label);
  if (left) return left;
  const innermost = cx.fn.loops.at(-1);
  if (node.tok === 'break' && innermost?.isSwitch) return gap('a break in the middle of a case', node);
  if (node.tok === 'break') return [breaks()];
  const loop = [...cx.fn.loops].reverse().find(one => !one.isSwitch);
  return [...(loop?.post() ?? []), continues()];
}

function expressionStatement(cx: Context, node: go.Expression): py.Statement[] {
  if (node.kind === 'CallExpr') {
    if (closesBody(cx, node)) return [];
    const builtin = builtinStatement(cx, node);
    if (builtin) return builtin;
    const web = webStatement(cx, node);
    if (web) return web;
    const library = raises(cx, node) ? undefined : libraryStatement(cx, node);
    if (library) return library;
    const back = writtenBack(cx, node);
    if (back) return back;
    if (raises(cx, node)) return ignoredError(cx, node);
  }
  const value = expression(cx, node);
  // All that the call does stands before.
  if (value.value.kind === 'None' && value.before.length > 0) return value.before;
  return [...value.before, expr(value.value)];
}
