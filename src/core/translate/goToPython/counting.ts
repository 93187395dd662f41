/** Three-part loops that only count are a `range`. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal, walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Type } from '../../facts/types';
import { binary, call, int, name } from './build';
import { evaluate } from './constants';
import { isBoxed } from './expressions';
import { variableOf, type Context } from './context';
import { nameOf } from './naming';
import { asNumber, isClass } from './arithmetic';
import { isRune } from './goTypes';
import type { Variable } from './symbols';

export interface Counted {
  name: string;
  iter: py.Expression;
  before: py.Statement[];
}

/** `for i := a; i < b; i++` where nothing in the body changes `i` or `b`; undefined for other loops. */
export function countedRange(cx: Context, node: go.ForStmt): Counted | undefined {
  const { init, cond, post } = node;
  if (init?.kind !== 'AssignStmt' || init.op !== ':=' || init.lhs.length !== 1 || cond?.kind !== 'BinaryExpr')
    return undefined;
  const variable = variableOf(cx, init.lhs[0]);
  const step = variable && stepOf(cx, post, variable);
  if (!variable || !step || isBoxed(cx, variable)) return undefined;
  const isCounter = (one: go.Expression): boolean => variableOf(cx, one) === variable;
  const op = isCounter(cond.x) ? cond.op : isCounter(cond.y) ? turned[cond.op] : undefined;
  const limit = isCounter(cond.x) ? cond.y : cond.x;
  if (!op || mentions(cx, limit, variable) || changesVariable(node.body, variable)) return undefined;
  if (!isStable(cx, node, limit)) return undefined;
  const up = step > 0;
  if (up ? op !== '<' && op !== '<=' && !(op === '!=' && step === 1) : op !== '>' && op !== '>=') return undefined;
  const type = cx.typing.underlying(cx.typing.of(init.rhs[0]!));
  if (type.kind !== 'int') return undefined;
  const [from, to] = [asNumber(cx, init.rhs[0]!), asNumber(cx, limit)];
  const end = op === '<=' ? plus(to.value, 1) : op === '>=' ? plus(to.value, -1) : to.value;
  const args = step !== 1 ? [from.value, end, int(step)] : isZero(from.value) ? [end] : [from.value, end];
  const counted = call('range', ...args);
  const before = [...from.before, ...to.before];
  const own = cx.typing.of(init.rhs[0]!);
  if (isClass(cx, own)) {
    const iter =
      members(cx, own, init.rhs[0]!, limit, op, step) ?? call('map', name(cx.typing.info(own)!.pyName), counted);
    cx.fn.types.set(variable, own);
    return { name: nameOf(cx, variable), iter, before };
  }
  cx.fn.types.set(variable, isRune(type) ? type : t.int);
  return { name: nameOf(cx, variable), iter: isRune(type) ? call('map', name('chr'), counted) : counted, before };
}

/** An enumeration that is counted through is its class. */
function members(
  cx: Context,
  type: Type,
  from: go.Expression,
  limit: go.Expression,
  op: go.BinaryOperator,
  step: number,
): py.Expression | undefined {
  const info = cx.typing.info(type);
  const valueOf = (node: go.Expression): unknown => evaluate(node, id => cx.program.constants.get(id)?.value);
  const values = info?.members.map(member => member.value) ?? [];
  const [first, last] = [values[0], values.at(-1)];
  if (info?.form !== 'enum' || step !== 1 || typeof first !== 'bigint' || typeof last !== 'bigint') return undefined;
  const inOrder = values.every((value, i) => value === first + BigInt(i));
  const end = valueOf(limit);
  const reached = typeof end === 'bigint' && (op === '<=' ? end : end - 1n) === last;
  return inOrder && reached && valueOf(from) === first ? name(info.pyName) : undefined;
}

const turned: Partial<Record<go.BinaryOperator, go.BinaryOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const isZero = (value: py.Expression): boolean => value.kind === 'Int' && value.value === '0';

/** `n - 1 + 1` is `n`. */
function plus(value: py.Expression, by: 1 | -1): py.Expression {
  if (value.kind === 'Int') return int(Number(value.value) + by);
  if (value.kind === 'UnaryOp' && value.op === '-' && value.operand.kind === 'Int')
    return int(-Number(value.operand.value) + by);
  const back = by === 1 ? '-' : '+';
  if (value.kind === 'BinOp' && value.op === back && value.right.kind === 'Int' && value.right.value === '1')
    return value.left;
  return binary(value, by === 1 ? '+' : '-', int(1));
}

function stepOf(cx: Context, post: go.Statement | undefined, variable: Variable): number | undefined {
  if (post?.kind === 'IncDecStmt' && variableOf(cx, post.x) === variable) return post.op === '++' ? 1 : -1;
  if (post?.kind !== 'AssignStmt' || post.lhs.length !== 1 || variableOf(cx, post.lhs[0]) !== variable)
    return undefined;
  const [value] = post.rhs;
  if (value?.kind !== 'IntLit' || value.value === '0') return undefined;
  return post.op === '+=' ? Number(value.value) : post.op === '-=' ? -Number(value.value) : undefined;
}

const mentions = (cx: Context, node: go.Expression, variable: Variable): boolean => {
  let found = false;
  walk(node, at => void (at.kind === 'Ident' && cx.program.bindings.variable(at) === variable && (found = true)));
  return found;
};

function changesVariable(body: go.BlockStmt, variable: Variable): boolean {
  return variable.definitions.some(
    one => one.ident.start >= body.start && one.ident.end <= body.end && one.ident !== variable.ident,
  );
}

/** Python looks at the limit once: it has to be the same all the time. */
function isStable(cx: Context, node: go.ForStmt, limit: go.Expression): boolean {
  let stable = true;
  const inLoop = (at: { start: number; end: number }): boolean =>
    at.start >= node.body.start && at.end <= node.body.end;
  walk(limit, at => {
    if (at.kind === 'CallExpr') {
      const { fun, args } = at as unknown as go.CallExpr;
      const isLength = fun.kind === 'Ident' && fun.name === 'len' && !variableOf(cx, fun);
      if (!isLength && !cx.typing.isConversion(at as unknown as go.CallExpr) && !isMathCall(cx, fun)) stable = false;
      void args;
    }
    if (at.kind === 'Ident') {
      const variable = cx.program.bindings.variable(at);
      if (variable?.definitions.some(one => inLoop(one.ident))) stable = false;
      // A global may be changed by whatever the body calls.
      if (variable?.kind === 'global' && variable.definitions.length > 1) stable = false;
    }
    if (at.kind === 'SelectorExpr' && changesPlace(cx, node, at as unknown as go.SelectorExpr)) stable = false;
    if (at.kind === 'IndexExpr' && changesPlace(cx, node, at as unknown as go.IndexExpr)) stable = false;
    if (at.kind === 'UnaryExpr' && at['op'] === '<-') stable = false;
  });
  return stable;
}

const isMathCall = (cx: Context, fun: go.Expression): boolean =>
  fun.kind === 'SelectorExpr' && /^(math|strings|unicode\/utf8)$/.test(cx.typing.packageOf(fun.x) ?? '');

/** Whether the body gives a field or an element another value, itself or by a method of the same object. */
function changesPlace(cx: Context, node: go.ForStmt, place: go.SelectorExpr | go.IndexExpr): boolean {
  let changes = false;
  walk(node.body, at => {
    if (at.kind === 'AssignStmt')
      for (const target of (at as unknown as go.AssignStmt).lhs) if (equal(target, place)) changes = true;
    if (at.kind === 'IncDecStmt' && equal(at['x'], place)) changes = true;
    if (at.kind !== 'CallExpr' || place.kind !== 'SelectorExpr') return;
    const { fun } = at as unknown as go.CallExpr;
    if (fun.kind !== 'SelectorExpr' || fun.sel.kind !== 'Ident' || !equal(fun.x, place.x)) return;
    const method = cx.typing.method(cx.typing.of(fun.x), fun.sel.name)?.node;
    if (method && place.sel.kind === 'Ident' && setsField(method, place.sel.name)) changes = true;
  });
  return changes;
}

function setsField(method: go.FuncDecl, field: string): boolean {
  let sets = false;
  walk(method, at => {
    const targets =
      at.kind === 'AssignStmt'
        ? (at['lhs'] as go.Expression[])
        : at.kind === 'IncDecStmt'
          ? [at['x'] as go.Expression]
          : [];
    for (const target of targets)
      if (target.kind === 'SelectorExpr' && target.sel.kind === 'Ident' && target.sel.name === field) sets = true;
  });
  return sets;
}
