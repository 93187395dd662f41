/** Statements, one list at a time: some say together what Python says in one. */
import type * as go from '../../syntax/go/ast';
import type { Comment } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError } from '../gaps';
import { assignment, declarations, increment } from './assignments';
import { assign, breaks, call, continues, expr, method, name, none, pass, raise, returns, tuple } from './build';
import { raises } from './calls';
import { usesChannelClass } from './channels';
import { inSequence } from './sequences';
import { goStatement, selectStatement } from './concurrency';
import { deferred } from './defers';
import { gap, isNil, rangeOf, sourceOf, variableOf, type Context, type FunctionContext } from './context';
import { errorCheck, ignoredError } from './errorChecks';
import { raised, raisedIfAny } from './errorValues';
import { expression, valueOf } from './expressions';
import { forStatement, ifStatement, rangeStatement } from './control';
import { handlerStatement } from './handlers';
import { idiomStatements } from './idiomLayer';
import { libraryStatement } from './library';
import { nameOf } from './naming';
import { webStatement } from './routes';
import { switchStatement, typeSwitchStatement } from './switches';
import { yieldStatement } from './generators';
import { testStatement } from './testFunctions';
import { coerce, zero } from './values';
import { writtenBack } from './writeBack';
import { leaveLoop } from './loops';

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
  const lines = sourceOf(cx, node).split('\n');
  const comments: Comment[] = [` Not translated: ${error.what}`, ...lines.map(line => ` ${line}`)].map(text => ({
    text: text.trimEnd(),
    place: 'before',
  }));
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

/** A `pass` that only carries comments gives them to what follows it. */
export function tidy(body: py.Statement[]): py.Statement[] {
  const result: py.Statement[] = [];
  let carried: Comment[] = [];
  for (const [i, one] of body.entries()) {
    const isLast = i === body.length - 1;
    if (one.kind === 'Pass' && (!isLast || result.length > 0 || !one.comments) && body.length > 1) {
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
  const body = statements(cx, list);
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
  return [...value.before, expr(value.value)];
}

function builtinStatement(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  const { fun, args } = node;
  if (fun.kind !== 'Ident' || variableOf(cx, fun)) return undefined;
  const [first, second] = args;
  switch (fun.name) {
    case 'panic':
      return first ? panics(cx, first) : undefined;
    case 'delete': {
      if (!first || !second) return undefined;
      const map = expression(cx, first);
      const type = cx.typing.underlying(map.type);
      const key = valueOf(cx, second, type.kind === 'dict' ? type.key : undefined);
      const isSet = type.kind === 'dict' && cx.typing.underlying(type.value).kind === 'tuple';
      const removal = isSet
        ? method(map.value, 'discard', key.value)
        : method(map.value, 'pop', key.value, { kind: 'None', start: -1, end: -1 });
      return [...map.before, ...key.before, expr(removal)];
    }
    case 'close': {
      const value = first && expression(cx, first);
      return value && [...value.before, expr(method(value.value, 'close'))];
    }
    case 'clear': {
      const value = first && expression(cx, first);
      if (value && cx.typing.underlying(value.type).kind !== 'dict') return gap('clear of a slice', node);
      return value && [...value.before, expr(method(value.value, 'clear'))];
    }
    case 'copy':
      return first && second ? copyInto(cx, first, second) : undefined;
    case 'print':
    case 'println':
      return gap('the built-in print, which writes to standard error', node);
    default:
      return undefined;
  }
}

/** `copy(to, from)`: as many as both have. */
function copyInto(cx: Context, to: go.Expression, from: go.Expression): py.Statement[] {
  const [source, target] = [expression(cx, from), expression(cx, to)];
  if (to.kind === 'SliceExpr') {
    const base = expression(cx, to.x);
    const low = to.low && expression(cx, to.low).value;
    if (to.high) return gap('a copy into a part with an end', to);
    // `xs[i + 1:]` from `xs[i:]` moves the rest up: the last element goes.
    const items = source.value;
    const all: py.Expression = { kind: 'Slice', ...(low && { lower: low }), start: -1, end: -1 };
    const room: py.Expression = {
      kind: 'Slice',
      upper: call('len', { kind: 'Subscript', value: base.value, slice: all, start: -1, end: -1 }),
      start: -1,
      end: -1,
    };
    if (!low)
      return [
        {
          kind: 'Assign',
          targets: [{ kind: 'Subscript', value: base.value, slice: all, start: -1, end: -1 }],
          value: items,
          start: -1,
          end: -1,
        },
      ];
    const end: py.Expression = { kind: 'BinOp', op: '+', left: low, right: call('len', items), start: -1, end: -1 };
    const part: py.Expression = { kind: 'Slice', lower: low, upper: end, start: -1, end: -1 };
    return [
      {
        kind: 'Assign',
        targets: [{ kind: 'Subscript', value: base.value, slice: part, start: -1, end: -1 }],
        value: { kind: 'Subscript', value: items, slice: room, start: -1, end: -1 },
        start: -1,
        end: -1,
      },
    ];
  }
  const cut = (of: py.Expression, by: py.Expression): py.Expression => ({
    kind: 'Subscript',
    value: of,
    slice: { kind: 'Slice', upper: call('len', by), start: -1, end: -1 },
    start: -1,
    end: -1,
  });
  const isText = cx.typing.underlying(source.type).kind === 'str';
  const items = isText ? method(source.value, 'encode') : source.value;
  return [
    ...source.before,
    ...target.before,
    { kind: 'Assign', targets: [cut(target.value, items)], value: cut(items, target.value), start: -1, end: -1 },
  ];
}

/** An error is raised as it is; anything else in a RuntimeError. */
function panics(cx: Context, node: go.Expression): py.Statement[] {
  const type = cx.typing.of(node);
  if (type.kind === 'error' || cx.typing.info(type)?.isError) return raised(cx, node);
  const value = expression(cx, node);
  return [...value.before, raise(call('RuntimeError', value.value))];
}

/** `return`, with the error raised or left out. */
export function returnStatement(cx: Context, node: go.ReturnStmt): py.Statement[] {
  const { fn } = cx;
  if (node.results.length === 0) return bareReturn(cx);
  const [only] = node.results;
  if (node.results.length === 1 && only?.kind === 'CallExpr' && (fn.results.length > 1 || fn.raises)) {
    const passed = passedOn(cx, only);
    if (passed) return passed;
  }
  if (!fn.raises) return plainReturn(cx, node.results);
  const failure = node.results.at(-1)!;
  const values = node.results.slice(0, -1);
  if (isNil(cx, failure)) return plainReturn(cx, values);
  refuseBoth(cx, failure, values);
  const raisings = raisedIfAny(cx, failure);
  const always = raisings.at(-1)?.kind === 'Raise' || raisings.at(-1)?.kind === 'Expr';
  if (raisings.length > 0 && always)
    return raisings.at(-1)?.kind === 'Expr' && !endsFunction(cx, node)
      ? [...raisings, ...plainReturn(cx, values)]
      : raisings;
  return [...raisings, ...plainReturn(cx, values)];
}

/** Python gives either results or an error, not both. */
function refuseBoth(cx: Context, failure: go.Expression, values: readonly go.Expression[]): void {
  const variable = variableOf(cx, failure);
  if (
    !variable ||
    cx.fn.caught.includes(variable) ||
    cx.fn.nilErrors.has(variable) ||
    cx.program.sentinels.has(variable.name)
  )
    return;
  const isSetAlone = variable.definitions.some(one => one.value && one.index === undefined && !isNil(cx, one.value));
  const isGiven = (one: go.Expression): boolean => !/Lit$/.test(one.kind) && !isNil(cx, one);
  if (isSetAlone && values.some(isGiven)) gap('results that are given together with an error', failure);
}

const endsFunction = (cx: Context, node: go.ReturnStmt): boolean =>
  cx.fn.results.length === 0 && cx.fn.node?.body?.list.at(-1) === node;

/** `return f()` where `f` gives the same results: an error goes through by itself. */
function passedOn(cx: Context, node: go.CallExpr): py.Statement[] | undefined {
  const { fn } = cx;
  const type = cx.typing.of(node);
  const count = type.kind === 'tuple' ? type.elts.length : 1;
  if (fn.raises && count !== fn.results.length + 1) return undefined;
  if (fn.raises && !raises(cx, node)) return undefined;
  if (!fn.raises && type.kind !== 'tuple') return undefined;
  const value = expression(cx, node);
  if (fn.results.length === 0)
    return [
      ...value.before,
      expr(value.value),
      ...(fn.node?.body?.list.at(-1)?.kind === 'ReturnStmt' ? [] : [returns()]),
    ];
  return [...value.before, returns(value.value)];
}

function plainReturn(cx: Context, values: readonly go.Expression[]): py.Statement[] {
  const own = values.map((value, i) => {
    const type = cx.fn.results[i];
    // A variable that ends here needs no copy; nor is nil one of anything.
    const variable = variableOf(cx, value);
    const endsHere =
      variable?.owner === cx.fn.node &&
      variable !== undefined &&
      !cx.usage.isCaptured(variable) &&
      !cx.usage.addressTaken(variable);
    if (type && (isNil(cx, value) || endsHere)) return coerce(cx, expression(cx, value), type);
    return valueOf(cx, value, type);
  });
  const before = own.flatMap(one => one.before);
  if (own.length === 0) return [returns()];
  return [...before, returns(own.length === 1 ? own[0]!.value : tuple(...own.map(one => one.value)))];
}

/** A bare `return` gives the named results. */
export function bareReturn(cx: Context): py.Statement[] {
  const { named, raises: fails } = cx.fn;
  if (named.length === 0) return [returns()];
  const failure = fails ? named.at(-1) : undefined;
  const values = (fails ? named.slice(0, -1) : named).map(variable => name(nameOf(cx, variable)));
  const check: py.Statement[] = [];
  if (failure && !cx.fn.nilErrors.has(failure) && cx.usage.isReassigned(failure)) {
    const value = name(nameOf(cx, failure));
    check.push({
      kind: 'If',
      test: {
        kind: 'Compare',
        left: value,
        ops: ['is not'],
        comparators: [{ kind: 'None', start: -1, end: -1 }],
        start: -1,
        end: -1,
      },
      body: [raise(value)],
      orelse: [],
      start: -1,
      end: -1,
    });
  }
  return [...check, returns(values.length === 0 ? undefined : values.length === 1 ? values[0] : tuple(...values))];
}

/** What a function gives that has come to its end without a `return`: after a panic that was recovered from. */
export function zeroReturn(cx: Context): py.Statement[] {
  if (cx.fn.named.length > 0) return bareReturn(cx);
  const values = cx.fn.results.map(type => zero(cx, type));
  return values.length === 0 ? [] : [returns(values.length === 1 ? values[0] : tuple(...values))];
}
