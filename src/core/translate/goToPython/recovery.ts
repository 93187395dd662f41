/** `recover`: exceptions that are caught, and what the deferred code does with them. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type AnyNode } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { assign, call, expr, handler, name, none, pass, raise, tries } from './build';
import { isNil, isPredeclared, variableOf, type Context } from './context';
import { ownErrors } from './defers';
import { raised } from './errorValues';
import { literalDef } from './functionLiterals';
import { freshName, nameOf } from './naming';
import { zeroReturn } from './returns';
import { block } from './statements';
import type { Variable } from './symbols';

export interface Recovery {
  /** What the panic is called; undefined where nobody looks at it. */
  variable: Variable | undefined;
  handled: go.Statement[];
  /** Statements that run whether or not there was a panic. */
  always: go.Statement[];
  /** The whole deferred function, where it is of no common form. */
  literal?: go.FuncLit;
}

/** `func() { if r := recover(); r != nil { … } }()`, or any other function that recovers. */
export function recovery(cx: Context, node: go.CallExpr): Recovery | undefined {
  if (node.fun.kind !== 'FuncLit' || !mentionsRecover(cx, node.fun)) return undefined;
  return (
    commonForm(cx, node.fun.body.list) ?? {
      variable: undefined,
      handled: [],
      always: node.fun.body.list,
      literal: node.fun,
    }
  );
}

function commonForm(cx: Context, list: readonly go.Statement[]): Recovery | undefined {
  const always: go.Statement[] = [];
  let found: Recovery | undefined;
  for (const [i, one] of list.entries()) {
    const init = one.kind === 'IfStmt' ? one.init : undefined;
    const next = list[i + 1];
    if (one.kind === 'IfStmt' && init?.kind === 'AssignStmt' && isRecover(cx, init.rhs[0])) {
      if (one.else || !asksForPanic(cx, one.cond, variableOf(cx, init.lhs[0]))) return undefined;
      found = { variable: variableOf(cx, init.lhs[0]), handled: one.body.list, always };
    } else if (one.kind === 'AssignStmt' && isRecover(cx, one.rhs[0])) {
      const variable = variableOf(cx, one.lhs[0]);
      if (next?.kind !== 'IfStmt' || next.else || next.init || !asksForPanic(cx, next.cond, variable)) return undefined;
      found = { variable, handled: next.body.list, always };
    } else if (found && i > 0 && isRecover(cx, (list[i - 1] as go.AssignStmt).rhs?.[0])) continue;
    else if (one.kind === 'ExprStmt' && isRecover(cx, one.x)) found = { variable: undefined, handled: [], always };
    else always.push(one);
  }
  const rest = found ? [...found.handled, ...always] : [];
  return found &&
    !rest.some(one =>
      mentions(one, node => node.kind === 'ReturnStmt' || isRecover(cx, node as unknown as go.Expression)),
    )
    ? found
    : undefined;
}

/** `r != nil`, and nothing else. */
function asksForPanic(cx: Context, cond: go.Expression, variable: Variable | undefined): boolean {
  return cond.kind === 'BinaryExpr' && cond.op === '!=' && isNil(cx, cond.y) && variableOf(cx, cond.x) === variable;
}

function mentions(root: go.Statement, test: (node: AnyNode) => boolean): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'FuncLit') return false;
    if (test(node)) found = true;
  });
  return found;
}

const isRecover = (cx: Context, node: go.Expression | undefined): boolean =>
  node?.kind === 'CallExpr' && isPredeclared(cx, node.fun, 'recover');

function mentionsRecover(cx: Context, node: go.FuncLit): boolean {
  let found = false;
  walk(node.body, at => void (at.kind === 'CallExpr' && isRecover(cx, at as unknown as go.CallExpr) && (found = true)));
  return found;
}

/** The statements behind the `defer`, with what is done about a panic in them. */
export function recovered(cx: Context, recovery: Recovery, body: py.Body): py.Statement[] {
  return recovery.literal ? inFinally(cx, recovery.literal, body) : inHandler(cx, recovery, body);
}

/** The deferred function runs in any case, and asks whether there was a panic. */
function inFinally(cx: Context, literal: go.FuncLit, body: py.Body): py.Statement[] {
  const own = freshName(cx, 'recovered');
  const error = freshName(cx, 'error');
  cx.fn.recovered = own;
  const returns = literal.body.list.some(one => mentions(one, node => node.kind === 'ReturnStmt'));
  const id = returns ? freshName(cx, 'finish') : '';
  const before = returns ? [literalDef(cx, literal, id)] : [];
  const finals = returns ? [expr(call(id))] : block(cx, literal.body);
  return [
    assign(own, none()),
    ...before,
    tries(
      body,
      [handler(name('Exception'), error, [assign(own, call(cx.out.helper('panic_value'), name(error)))])],
      [],
      finals,
    ),
    ...zeroReturn(cx),
  ];
}

function inHandler(cx: Context, { variable, handled, always }: Recovery, body: py.Body): py.Statement[] {
  const own = variable && handled.length > 0 ? nameOf(cx, variable) : undefined;
  if (variable && own) {
    const asText = isOnlyPrinted(cx, variable) && !panicsWithValues(cx);
    cx.fn.types.set(variable, asText ? t.str : t.any);
    cx.fn.stands.set(variable, call(cx.out.helper(asText ? 'panic_text' : 'panic_value'), name(own)));
  }
  const failure = cx.fn.raises ? cx.fn.named.at(-1) : undefined;
  const last = handled.at(-1);
  const raisesAtEnd =
    failure &&
    last?.kind === 'AssignStmt' &&
    last.lhs.length === 1 &&
    variableOf(cx, last.lhs[0]) === failure &&
    !isNil(cx, last.rhs[0]);
  const written = raisesAtEnd
    ? [...block(cx, handled.slice(0, -1)).filter(one => one.kind !== 'Pass'), ...raised(cx, last.rhs[0]!)]
    : [...block(cx, handled), ...zeroReturn(cx)];
  const clean = written.filter(one => one.kind !== 'Pass' || written.length === 1);
  const used = own !== undefined && JSON.stringify(clean).includes(`"id":"${own}"`);
  const handlers = [handler(name('Exception'), used ? own : undefined, clean.length > 0 ? clean : [pass()])];
  // An error that is given back is no panic.
  if (cx.fn.raises && cx.fn.node?.kind === 'FuncDecl') {
    const classes = ownErrors(cx, cx.fn.node);
    if (classes.length > 0)
      handlers.unshift(
        handler(
          classes.length === 1 ? name(classes[0]!) : { kind: 'Tuple', elts: classes.map(name), start: -1, end: -1 },
          undefined,
          [raise()],
        ),
      );
  }
  const finals = always.length > 0 ? block(cx, always) : [];
  return [tries(body, handlers, [], finals)];
}

/** The value of the panic goes to functions of fmt and log only. */
function isOnlyPrinted(cx: Context, variable: Variable): boolean {
  return variable.uses.every(use => {
    const parent = cx.program.bindings.parent(use);
    if (parent?.kind === 'AssignStmt') return true;
    if (parent?.kind === 'BinaryExpr') return true;
    if (parent?.kind !== 'CallExpr') return false;
    const { fun } = parent as unknown as go.CallExpr;
    return fun.kind === 'SelectorExpr' && /^(fmt|log)$/.test(cx.typing.packageOf(fun.x) ?? '');
  });
}

/** Some panic of the file is given neither a text nor an error. */
function panicsWithValues(cx: Context): boolean {
  let found = false;
  for (const root of cx.program.roots)
    walk(root, node => {
      if (node.kind !== 'CallExpr') return;
      const { fun, args } = node as unknown as go.CallExpr;
      if (!isPredeclared(cx, fun, 'panic') || !args[0]) return;
      const type = cx.typing.of(args[0]);
      if (type.kind !== 'str' && type.kind !== 'error' && !cx.typing.info(type)?.isError) found = true;
    });
  return found;
}
