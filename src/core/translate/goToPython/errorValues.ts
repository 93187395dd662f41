/** Errors as values: what `errors.New`, `errors.Is` and comparisons with sentinels become. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { boolOp, call, compare, generator, ifs, method, name, named, none, raise, tuple } from './build';
import { gap, isNil, variableOf, type Context, type Value } from './context';
import { expression, isBoxed, methodName } from './expressions';
import { format } from './formatting';
import type { HelperName } from './helpers';
import { combine } from './operators';
import { libraryGivesError } from './library';
import { implementsInterface } from './switches';
import { freshName, nameOf } from './naming';
import { isKnownNotNil } from './notNil';

import type { Variable } from './symbols';
import { declaredFunction } from './usage';

/** The class of a sentinel that an expression names. */
export function sentinelClass(cx: Context, node: go.Expression): string | undefined {
  if (node.kind === 'Ident') {
    const variable = variableOf(cx, node);
    return variable?.kind === 'global' ? cx.program.sentinels.get(node.name)?.className : undefined;
  }
  if (node.kind === 'SelectorExpr' && node.sel.kind === 'Ident') {
    const path = cx.typing.packageOf(node.x);
    const own = path && emitted[`${path}.${node.sel.name}`];
    if (own) cx.out.helper(own);
    return own ?? (path && libraryErrors[`${path}.${node.sel.name}`]);
  }
  return undefined;
}

/** Those whose classes Python does not have. */
const emitted: Record<string, HelperName> = {
  'context.Canceled': 'Cancelled',
  'flag.ErrHelp': 'HelpRequested',
  'strconv.ErrSyntax': 'InvalidSyntax',
  'strconv.ErrRange': 'OutOfRange',
};

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
  const causes = formatted.wrapped?.map(one => expression(cx, one).value) ?? [];
  const [cause] = causes;
  if (causes.length > 1)
    return { value: call(cx.out.helper('JoinedError'), formatted.value, ...causes), before: formatted.before };
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
  if (!cls)
    return combine(
      [expression(cx, x), expression(cx, y)],
      ([a, b]) => call(cx.out.helper('same_error'), a!, b!),
      t.bool,
    );
  const subject = expression(cx, right ? x : y);
  return { ...subject, value: call('isinstance', subject.value, name(cls)), type: t.bool };
}

/** `errors.Is(err, target)`. */
export function errorsIs(cx: Context, err: go.Expression, target: go.Expression): Value {
  const cls = sentinelClass(cx, target);
  const subject = expression(cx, err);
  if (!cls || cx.exceptions.decides) {
    const wanted = expression(cx, target);
    const all = call(cx.out.helper(cx.exceptions.joins ? 'error_tree' : 'error_chain'), subject.value);
    const one = name('one');
    const same = call(cx.out.helper('same_error'), one, wanted.value);
    const asked = cx.exceptions.decides ? boolOp('or', same, decidesItself(cx, one, wanted.value)) : same;
    const found = call('any', {
      kind: 'GeneratorExp',
      elt: asked,
      generators: [generator(one, all)],
      start: -1,
      end: -1,
    });
    return {
      before: [...subject.before, ...wanted.before],
      value: isNeverNil(target) ? found : boolOp('or', compare(subject.value, 'is', wanted.value), found),
      type: t.bool,
      pure: false,
    };
  }
  return { ...subject, value: isKind(cx, subject.value, name(cls)), type: t.bool };
}

function isKind(cx: Context, subject: py.Expression, cls: py.Expression): py.Expression {
  if (!cx.exceptions.wraps) return call('isinstance', subject, cls);
  return compare(call(finder(cx), subject, cls), 'is not', none());
}

const finder = (cx: Context): py.Expression => cx.out.helper(cx.exceptions.joins ? 'find_in_tree' : 'find_cause');

/** An error that is made where it stands, or one of the library. */
const isNeverNil = (target: go.Expression): boolean =>
  target.kind === 'SelectorExpr' && target.x.kind === 'Ident' && /^Err/.test((target.sel as go.Ident).name);

/** `Is` of the error's own class. */
function decidesItself(cx: Context, one: py.Expression, target: py.Expression): py.Expression {
  const classes = [...cx.program.types.values()].filter(type => type.isError && type.methods.has('Is'));
  const kinds = classes.map(type => name(type.pyName));
  return boolOp(
    'and',
    call('isinstance', one, kinds.length === 1 ? kinds[0]! : tuple(...kinds)),
    method(one, methodName(cx, 'Is'), target),
  );
}

/** The classes that an error is looked for by: that of a type, or those that have the methods of an interface. */
function wantedClasses(cx: Context, type: t.Type, node: go.Expression): py.Expression {
  const info = cx.typing.info(type);
  const held = type.kind === 'pointer' ? type.to : type;
  if (held.kind === 'instance' && held.name === 'strconv.NumError') return cx.out.helper('NumError');
  const library = held.kind === 'instance' ? libraryClasses[held.name] : undefined;
  if (library) return name(library);
  if (!info) return gap('errors.As with this target', node);
  if (info.form !== 'interface') return name(info.pyName);
  const classes = [...cx.program.types.values()].filter(one => one.isError && implementsInterface(cx, one, info.name));
  if (classes.length === 0) return gap('errors.As with an interface that no error of this file has', node);
  return classes.length === 1 ? name(classes[0]!.pyName) : tuple(...classes.map(one => name(one.pyName)));
}

/** Errors of the library that are Python's own. */
const libraryClasses: Readonly<Record<string, string>> = {
  'io/fs.PathError': 'OSError',
  'os.PathError': 'OSError',
};

/** `errors.AsType[T](err)`: the error that was found, or None. */
export function errorsAsType(cx: Context, node: go.CallExpr): Value {
  const [err] = node.args;
  const wanted = node.fun.kind === 'IndexExpr' ? node.fun.indices[0] : undefined;
  if (!err || !wanted) return gap('errors.AsType in this form', node);
  const type = cx.typing.fromSyntax(wanted);
  const subject = expression(cx, err);
  return { ...subject, value: call(finder(cx), subject.value, wantedClasses(cx, type, wanted)), type };
}

/** `errors.As(err, &target)`: the target gets the error that was found. */
export function errorsAs(cx: Context, err: go.Expression, target: go.Expression): Value {
  const variable = target.kind === 'UnaryExpr' && target.op === '&' ? variableOf(cx, target.x) : undefined;
  if (!variable || isBoxed(cx, variable)) return gap('errors.As with this target', target);
  const subject = expression(cx, err);
  const found = call(finder(cx), subject.value, wantedClasses(cx, cx.typing.ofVariable(variable), target));
  return {
    ...subject,
    value: compare(isOnlyFilled(cx, variable) ? found : named(nameOf(cx, variable), found), 'is not', none()),
    type: t.bool,
    pure: false,
  };
}

/** `errors.As(err, &target)` asks for the kind alone: nobody reads the target. */
function isOnlyFilled(cx: Context, variable: Variable): boolean {
  const { bindings } = cx.program;
  return variable.uses.every(use => {
    const address = bindings.parent(use);
    if (use === variable.ident) return true;
    if (address?.kind !== 'UnaryExpr' || address['op'] !== '&') return false;
    const asked = bindings.parent(address);
    return asked?.kind === 'CallExpr' && ((asked['fun'] as go.SelectorExpr).sel as go.Ident | undefined)?.name === 'As';
  });
}

/** The statements that fail with an error result. */
export function raised(cx: Context, node: go.Expression): py.Statement[] {
  const made = newError(cx, node);
  if (made) return [...made.before, raise(made.value, made.cause)];
  const variable = variableOf(cx, node);
  if (variable && cx.fn.caught.at(-1) === variable) return [raise()];
  if (node.kind === 'CallExpr' && !libraryGivesError(cx, node)) {
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
  if (node.kind === 'CallExpr' && libraryGivesError(cx, node) === 'maybe') return raisedIfGiven(cx, node);
  const isMaybeNil = variable !== undefined && !isKnownNotNil(cx, node) && !sentinelClass(cx, node);
  if (!isMaybeNil) return raised(cx, node);
  if (cx.fn.nilErrors.has(variable)) return [];
  const value = expression(cx, node).value;
  return [{ kind: 'If', test: compare(value, 'is not', none()), body: [raise(value)], orelse: [], start: -1, end: -1 }];
}

/** `return ctx.Err()`: what is given may be None. */
function raisedIfGiven(cx: Context, node: go.CallExpr): py.Statement[] {
  const { before, value } = expression(cx, node);
  const own = freshName(cx, 'error');
  return [...before, ifs(compare(named(own, value), 'is not', none()), [raise(name(own))])];
}
