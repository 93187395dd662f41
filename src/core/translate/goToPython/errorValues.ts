/** Errors as values: what `errors.New`, `errors.Is` and comparisons with sentinels become. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { call, compare, name, named, none, raise } from './build';
import { gap, isNil, variableOf, type Context, type Value } from './context';
import { expression, isBoxed } from './expressions';
import { format } from './formatting';
import { nameOf } from './naming';
import { isKnownNotNil } from './notNil';

import { declaredFunction } from './usage';

/** The class of a sentinel that an expression names. */
export function sentinelClass(cx: Context, node: go.Expression): string | undefined {
  if (node.kind === 'Ident') {
    const variable = variableOf(cx, node);
    return variable?.kind === 'global' ? cx.program.sentinels.get(node.name)?.className : undefined;
  }
  if (node.kind === 'SelectorExpr' && node.sel.kind === 'Ident') {
    const path = cx.typing.packageOf(node.x);
    return path && libraryErrors[`${path}.${node.sel.name}`];
  }
  return undefined;
}

const libraryErrors: Record<string, string> = {
  'io.EOF': 'EOFError',
  'os.ErrNotExist': 'FileNotFoundError',
  'os.ErrExist': 'FileExistsError',
  'os.ErrPermission': 'PermissionError',
  'io/fs.ErrNotExist': 'FileNotFoundError',
  'context.DeadlineExceeded': 'TimeoutError',
};

/** `errors.New("…")` or `fmt.Errorf("…", …)`: the exception and its cause. */
export function newError(
  cx: Context,
  node: go.Expression,
): { value: py.Expression; cause?: py.Expression; before: py.Statement[] } | undefined {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || node.fun.sel.kind !== 'Ident') return undefined;
  const called = `${cx.typing.packageOf(node.fun.x) ?? ''}.${node.fun.sel.name}`;
  const [first, ...rest] = node.args;
  if (called === 'errors.New' && first) {
    const message = expression(cx, first);
    return { value: call('ValueError', message.value), before: message.before };
  }
  if (called !== 'fmt.Errorf' || !first) return undefined;
  const formatted = format(cx, first, rest);
  // A sentinel that is wrapped: the cause is a new object of its class.
  const cause = formatted.wrapped && expression(cx, formatted.wrapped).value;
  return { value: call('ValueError', formatted.value), before: formatted.before, ...(cause && { cause }) };
}

/** An error made as a value. */
export function errorValue(cx: Context, node: go.CallExpr): Value | undefined {
  const made = newError(cx, node);
  if (!made) return undefined;
  const value = made.cause ? call(cx.out.helper('caused_by'), made.value, made.cause) : made.value;
  return { before: made.before, value, type: t.error, pure: true };
}

/** `err == ErrNotFound`; undefined where neither side is a sentinel. */
export function comparedErrors(cx: Context, x: go.Expression, y: go.Expression): Value | undefined {
  if (
    cx.typing.of(x).kind !== 'error' &&
    cx.typing.of(y).kind !== 'error' &&
    !sentinelClass(cx, x) &&
    !sentinelClass(cx, y)
  )
    return undefined;
  const right = sentinelClass(cx, y);
  const left = right ? undefined : sentinelClass(cx, x);
  const cls = right ?? left;
  if (!cls) return gap('two errors compared with each other', x);
  const subject = expression(cx, right ? x : y);
  return { ...subject, value: call('isinstance', subject.value, name(cls)), type: t.bool };
}

/** `errors.Is(err, target)`. */
export function errorsIs(cx: Context, err: go.Expression, target: go.Expression): Value {
  const cls = sentinelClass(cx, target) ?? gap('errors.Is with an error that is no sentinel of this file', target);
  const subject = expression(cx, err);
  return { ...subject, value: isKind(cx, subject.value, name(cls)), type: t.bool };
}

function isKind(cx: Context, subject: py.Expression, cls: py.Expression): py.Expression {
  if (!cx.exceptions.wraps) return call('isinstance', subject, cls);
  return compare(call(cx.out.helper('find_cause'), subject, cls), 'is not', none());
}

/** `errors.As(err, &target)`: the target gets the error that was found. */
export function errorsAs(cx: Context, err: go.Expression, target: go.Expression): Value {
  const variable = target.kind === 'UnaryExpr' && target.op === '&' ? variableOf(cx, target.x) : undefined;
  const info = variable && cx.typing.info(cx.typing.ofVariable(variable));
  if (!variable || !info || isBoxed(cx, variable)) return gap('errors.As with this target', target);
  const subject = expression(cx, err);
  const found = call(cx.out.helper('find_cause'), subject.value, name(info.pyName));
  return {
    ...subject,
    value: compare(named(nameOf(cx, variable), found), 'is not', none()),
    type: t.bool,
    pure: false,
  };
}

/** The statements that fail with an error result. */
export function raised(cx: Context, node: go.Expression): py.Statement[] {
  const made = newError(cx, node);
  if (made) return [...made.before, raise(made.value, made.cause)];
  const variable = variableOf(cx, node);
  if (variable && cx.fn.caught.at(-1) === variable) return [raise()];
  if (node.kind === 'CallExpr') {
    const callee = declaredFunction(cx.program, cx.typing, node);
    const result = cx.typing.of(node).kind;
    // A function that gives only an error raises it itself.
    if (callee || result === 'error') {
      const value = expression(cx, node);
      return [...value.before, { kind: 'Expr', value: value.value, start: -1, end: -1 }];
    }
  }
  const value = expression(cx, node);
  const cls = sentinelClass(cx, node);
  if (cls || node.kind === 'CompositeLit' || node.kind === 'UnaryExpr') return [...value.before, raise(value.value)];
  return [...value.before, raise(value.value)];
}

/** An error that may be nil: raised only where it is one. */
export function raisedIfAny(cx: Context, node: go.Expression): py.Statement[] {
  if (isNil(cx, node)) return [];
  const variable = variableOf(cx, node);
  const isMaybeNil = variable !== undefined && !isKnownNotNil(cx, node) && !sentinelClass(cx, node);
  if (!isMaybeNil) return raised(cx, node);
  if (cx.fn.nilErrors.has(variable)) return [];
  const value = expression(cx, node).value;
  return [{ kind: 'If', test: compare(value, 'is not', none()), body: [raise(value)], orelse: [], start: -1, end: -1 }];
}
