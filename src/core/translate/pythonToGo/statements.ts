/** Statements: one function for each kind. What goes wrong inside of one costs that statement only. */
import type { Symbol } from '../../facts/facts';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError, gapLines } from '../gaps';
import * as g from '../goNodes';
import { keepInStep } from './aliases';
import { augmented } from './augmented';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { nestedFunction } from './functions';
import { forStatement, whileStatement, writeBreak, writeContinue } from './loops';
import { matchStatement } from './matches';
import { assignCut } from './partitions';
import { iterate, roundValue } from './iteration';
import { condition } from './logic';
import { returnStatement } from './returns';
import { statementIdiom } from './templates';
import { assignTo } from './targets';
import { raiseStatement } from './raises';
import { tryStatement } from './tries';
import { isTypeAlias } from './typeAliases';
import { variableName, variableType } from './variables';
import { isSetting } from './web/settings';
import { withStatement } from './withs';

/** Statements in order; what they write goes to `c.out`. */
export function statements(c: Context, body: readonly py.Statement[]): void {
  for (let i = 0; i < body.length;) {
    const node = body[i]!;
    const consumed = guarded(c, node, () => statementIdiom(c, body, i));
    if (consumed !== undefined && consumed > 0) {
      i += consumed;
      continue;
    }
    if (consumed === undefined) {
      i++;
      continue;
    }
    guarded(c, node, () => {
      statement(c, node);
      keepInStep(c, node);
    });
    i++;
  }
}

/** A body as a list of its own. */
export function bodyOf(c: Context, body: readonly py.Statement[]): go.Statement[] {
  return c.block(() => statements(c, body));
}

/**
 * Runs `write` for one statement. Where it fails, what it wrote is taken back, the original stands as a comment, and
 * the gap is noted. Gives the result, or undefined where it failed.
 */
function guarded<T>(c: Context, node: py.Statement, write: () => T): T | undefined {
  const { out, func } = c;
  const start = out.length;
  const undo = c.notes.mark();
  try {
    c.startStatement();
    const result = write();
    // An idiom that is not there has written nothing that a comment could go to.
    if (result !== 0) attach(c, node, start);
    return result;
  } catch (error) {
    c.out = out;
    c.func = func;
    out.length = start;
    undo();
    const isGap = error instanceof GapError;
    if (!isGap) c.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const range = c.rangeOf((isGap && error.node) || node) ?? c.rangeOf(node) ?? { start: 0, end: 0 };
    const what = isGap ? error.what : 'this statement could not be translated';
    c.notes.gap({ ...range, what });
    const before = (node.comments ?? []).filter(comment => comment.place === 'before');
    const line = g.commentLine(...before.map(comment => comment.text), ...gapLines(what, c.sourceOf(node)));
    if (node.blank) line.blank = true;
    out.push(line);
    return undefined;
  }
}

/** Comments, blank lines and origins go from a statement to what was written for it. */
function attach(c: Context, node: py.Statement, start: number): void {
  const [first] = c.out.slice(start);
  const last = c.out[c.out.length - 1];
  const before = (node.comments ?? []).filter(comment => comment.place === 'before');
  const after = (node.comments ?? []).filter(comment => comment.place === 'after');
  if (!first || !last) {
    if (before.length + after.length > 0) c.emit(g.commentLine(...[...before, ...after].map(comment => comment.text)));
    return;
  }
  if (node.blank) first.blank = true;
  if (before.length > 0) first.comments = [...before, ...(first.comments ?? [])];
  const isCompound = /^(If|For|While|With|Try|FunctionDef|ClassDef|Match)$/.test(node.kind);
  if (after.length > 0) {
    // Behind the head of a loop is above it in Go, where the head may be several statements.
    if (isCompound)
      first.comments = [...(first.comments ?? []), ...after.map(one => ({ ...one, place: 'before' as const }))];
    else last.comments = [...(last.comments ?? []), ...after];
  }
  c.origins.mark(last, c.rangeOf(node));
}

export function statement(c: Context, node: py.Statement): void {
  if (isTypeAlias(c, node) || isSetting(c, node)) return;
  switch (node.kind) {
    case 'Expr':
      return expressionStatement(c, node);
    case 'Assign':
      return assignStatement(c, node);
    case 'AnnAssign':
      if (!node.value) return undefined;
      return assignStatement(c, {
        kind: 'Assign',
        start: node.start,
        end: node.end,
        targets: [node.target],
        value: node.value,
      });
    case 'AugAssign':
      return augmented(c, node);
    case 'If':
      return ifStatement(c, node);
    case 'For':
      return forStatement(c, node);
    case 'While':
      return whileStatement(c, node);
    case 'Return':
      return returnStatement(c, node);
    case 'Raise':
      return raiseStatement(c, node);
    case 'Try':
      return tryStatement(c, node);
    case 'With':
      return withStatement(c, node);
    case 'Match':
      return matchStatement(c, node);
    case 'Assert':
      return assertStatement(c, node);
    case 'Delete':
      return deleteStatement(c, node);
    case 'Break':
      return writeBreak(c);
    case 'Continue':
      return writeContinue(c);
    case 'FunctionDef':
      return nestedFunction(c, node);
    case 'Pass':
    case 'Import':
    case 'ImportFrom':
    case 'Global':
    case 'Nonlocal':
    case 'TypeAlias':
      return undefined;
    case 'ClassDef':
      return c.gap('a class inside of a function has no counterpart here', node);
    case 'Bad':
      return c.gap('this does not parse', node);
    default:
      return c.gap(`${node.kind} has no counterpart here`, node);
  }
}

function expressionStatement(c: Context, node: py.ExprStmt): void {
  const { value: inner } = node;
  if (inner.kind === 'Str' || inner.kind === 'Ellipsis') return;
  if (inner.kind === 'Yield' || inner.kind === 'YieldFrom') return yieldStatement(c, inner);
  const written = expression(c, inner);
  if (written.node.kind === 'CallExpr' && !isValueOnly(written.node)) c.emit(g.exprStmt(written.node));
  else if (!written.pure) c.emit(g.assign(g.ident('_'), written.node));
}

/** Go refuses a statement that is a conversion or one of these built-ins alone. */
function isValueOnly(node: go.CallExpr): boolean {
  if (node.fun.kind === 'ArrayType' || node.fun.kind === 'MapType') return true;
  return node.fun.kind === 'Ident' && /^(len|cap|append|make|new|string|int|float64|max|min)$/.test(node.fun.name);
}

function yieldStatement(c: Context, node: py.Yield | py.YieldFrom): void {
  const { yieldName } = c.func;
  const { result } = c.func;
  if (yieldName === undefined || result.kind !== 'iterator') return c.gap('yield outside of a generator', node);
  const beside = c.func.kind === 'generator' && c.func.fallible ? [g.nil()] : [];
  const { onReturn } = c.func;
  const hand = (one: go.Expression): go.Statement =>
    g.ifStmt(g.not(g.call(yieldName, one, ...beside)), onReturn ? onReturn([]) : [g.ret()]);
  if (node.kind === 'Yield') {
    const one = node.value
      ? coerce(c, expression(c, node.value, result.elt), result.elt)
      : c.gap('yield without a value', node);
    c.emit(hand(one.node));
    return;
  }
  const rounds = iterate(c, node.value, { names: [] });
  c.emit(rounds.wrap(c.block(() => c.emit(hand(coerce(c, roundValue(c, rounds), result.elt).node)))));
}

// ---- assignment ----

function assignStatement(c: Context, node: py.Assign): void {
  const [target, ...more] = node.targets;
  if (!target) return;
  if (more.length > 0) return chained(c, node);
  if (target.kind === 'Tuple' && node.value.kind === 'Tuple' && target.elts.length === node.value.elts.length) {
    return parallel(c, target, node.value);
  }
  if (assignCut(c, target, node.value)) return;
  const offered = offer(c, target, node.value);
  const written = offered
    ? c.offerResult(offered.names, offered.types, () => expression(c, node.value, offered.types[0]))
    : expression(c, node.value, wantedBy(c, target));
  assignTo(c, target, written);
}

/** The variables that an expression may fill by itself: plain names that it does not read. */
function offer(c: Context, target: py.Expression, node: py.Expression): { names: string[]; types: Type[] } | undefined {
  const parts = target.kind === 'Tuple' ? target.elts : [target];
  const names: string[] = [];
  const types: Type[] = [];
  for (const part of parts) {
    if (part.kind !== 'Name') return undefined;
    const symbol = c.facts.symbolOf(part);
    if (!symbol || mentions(c, node, symbol) || symbol.captured || c.model.parameterOf(symbol)?.byPointer)
      return undefined;
    const isBlank = part.id === '_';
    if (isBlank && parts.length === 1) return undefined;
    names.push(isBlank ? '_' : variableName(c, symbol));
    types.push(variableType(c, symbol));
  }
  return { names, types };
}

function mentions(c: Context, node: py.Expression, symbol: Symbol): boolean {
  let found = false;
  walk(node, one => {
    if (one.kind === 'Name' && c.facts.symbolOf(one) === symbol) found = true;
  });
  return found;
}

/** The type that a target has, for displays that have none. */
function wantedBy(c: Context, target: py.Expression): Type | undefined {
  switch (target.kind) {
    case 'Name': {
      const symbol = c.facts.symbolOf(target);
      return symbol && variableType(c, symbol);
    }
    case 'Attribute':
    case 'Subscript': {
      const type = c.typeOf(target);
      // What is put into a value that may be anything is read again as one that may be anything.
      const isOpen = c.facts.typeOf(target).kind === 'any';
      return type.kind === 'any' && !isOpen ? undefined : type;
    }
    default:
      return undefined;
  }
}

/** `a, b = b, a` and `x, y = 1, 2`: no tuple is made. */
function parallel(c: Context, target: py.Tuple, given: py.Tuple): void {
  if (given.elts.some(elt => elt.kind === 'Starred') || target.elts.some(elt => elt.kind === 'Starred')) {
    return assignTo(c, target, expression(c, given));
  }
  c.assignPairs(
    target.elts,
    given.elts,
    target.elts.map(elt => wantedBy(c, elt)),
  );
}

/** `a = b = 0`: each gets the value, from the left. */
function chained(c: Context, node: py.Assign): void {
  const [first] = node.targets;
  const written = expression(c, node.value, first && wantedBy(c, first));
  const isShared = ['list', 'dict', 'set'].includes(written.type.kind) || !written.pure;
  const one = isShared ? c.temporary(written, 'value') : written;
  for (const target of node.targets) assignTo(c, target, one);
}

// ---- the rest ----

function ifStatement(c: Context, node: py.If): void {
  const { before, result: test } = c.capture(() => condition(c, node.test));
  if (isDecided(node.test) && test.kind === 'Ident' && /^(true|false)$/.test(test.name)) {
    // A test of a type that is known beforehand: one of the branches never runs.
    c.emit(...before);
    return statements(c, test.name === 'true' ? node.body : node.orelse);
  }
  const body = bodyOf(c, node.body);
  const orelse = node.orelse.length > 0 ? bodyOf(c, node.orelse) : undefined;
  const [only] = before;
  // A lookup in front of its test reads best in the head of the `if`.
  const isHead = before.length === 1 && only?.kind === 'AssignStmt' && !only.comments;
  if (!isHead) c.emit(...before);
  c.emit(g.ifStmt(test, body, orelse, isHead ? only : undefined));
}

/** A test that the type of a value decides. */
function isDecided(test: py.Expression): boolean {
  if (test.kind === 'UnaryOp') return isDecided(test.operand);
  if (test.kind === 'BoolOp') return test.values.every(isDecided);
  if (test.kind === 'Call') return test.func.kind === 'Name' && test.func.id === 'isinstance';
  return test.kind === 'Compare' && test.ops.every(op => op === 'is' || op === 'is not');
}

function assertStatement(c: Context, node: py.Assert): void {
  const test = g.not(condition(c, node.test));
  const message = node.msg ? c.textOf(expression(c, node.msg)) : g.str('assertion failed');
  const failure = c.isCaught('builtins.AssertionError')
    ? c.fail(c.model.exceptions.make(c, 'builtins.AssertionError', message), ['builtins.AssertionError'])
    : [g.exprStmt(g.call('panic', message))];
  c.emit(g.ifStmt(test, failure));
}

function deleteStatement(c: Context, node: py.Delete): void {
  for (const target of node.targets) {
    if (target.kind === 'Name') continue;
    if (target.kind !== 'Subscript') return c.gap('this cannot be deleted in Go', target);
    c.deleteItem(target);
  }
}
