/** Neighbouring statements that Python says in one: taking from a list, holding a lock, looking something up. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import { int, withs } from './build';
import { declare, store } from './assignments';
import { ownsField, popped } from './growing';
import { variableOf, type Context } from './context';
import { newError, raised } from './errorValues';
import { expression } from './expressions';
import { isLengthOf, sameCode } from './indexing';
import { answered, asksFor } from './lookups';
import { block, type Step } from './statements';
import { builtinMethod } from './values';

export function inSequence(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  return failedAtOnce(cx, list, i) ?? taken(cx, list, i) ?? locked(cx, list, i) ?? lookedUp(cx, list, i);
}

/** `err = fmt.Errorf(…)` and a bare `return`: the error is raised. */
function failedAtOnce(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const [node, next] = [list[i], list[i + 1]];
  if (
    node?.kind !== 'AssignStmt' ||
    node.op !== '=' ||
    node.lhs.length !== 1 ||
    next?.kind !== 'ReturnStmt' ||
    next.results.length > 0
  )
    return undefined;
  const [value] = node.rhs;
  const failure = cx.fn.raises ? cx.fn.named.at(-1) : undefined;
  if (!value || !failure || variableOf(cx, node.lhs[0]) !== failure || !newError(cx, value)) return undefined;
  return { written: raised(cx, value), consumed: 2 };
}

/** `x := xs[len(xs)-1]` and `xs = xs[:len(xs)-1]`: `x = xs.pop()`. */
function taken(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const [node, next] = [list[i], list[i + 1]];
  if (
    node?.kind !== 'AssignStmt' ||
    next?.kind !== 'AssignStmt' ||
    next.op !== '=' ||
    (node.op !== ':=' && node.op !== '=')
  )
    return undefined;
  const [value, cut] = [node.rhs[0], next.rhs[0]];
  const [target] = node.lhs;
  if (
    node.lhs.length !== 1 ||
    next.lhs.length !== 1 ||
    value?.kind !== 'IndexExpr' ||
    cut?.kind !== 'SliceExpr' ||
    !target
  )
    return undefined;
  const [place] = next.lhs;
  if (
    !place ||
    !sameCode(value.x, place) ||
    !sameCode(cut.x, place) ||
    cx.typing.underlying(cx.typing.of(place)).kind !== 'list'
  )
    return undefined;
  const variable = variableOf(cx, place);
  if (variable && !cx.usage.ownsList(variable) && variable.kind !== 'global') return undefined;
  if (place.kind === 'SelectorExpr' && !ownsField(cx, place)) return undefined;
  const end = popped(cx, cut);
  const [at] = value.indices;
  const isLast =
    at?.kind === 'BinaryExpr' &&
    at.op === '-' &&
    at.y.kind === 'IntLit' &&
    at.y.value === '1' &&
    isLengthOf(cx, at.x, value.x);
  const isFirst = at?.kind === 'IntLit' && at.value === '0';
  if (!(end === -1 && isLast) && !(end === 0 && isFirst)) return undefined;
  const source = expression(cx, place);
  const type = cx.typing.of(value);
  const made = {
    before: source.before,
    value: builtinMethod(cx, source.type, source.value, 'pop', ...(end === 0 ? [int(0)] : [])),
    type,
    pure: false,
  };
  const to = variableOf(cx, target);
  const written =
    to?.ident === target && node.op === ':='
      ? declare(cx, to!, made)
      : [...made.before, ...store(cx, target, { ...made, before: [] })];
  return { written, consumed: 2 };
}

/** `mu.Lock()`, some statements, `mu.Unlock()`: a `with`. */
function locked(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const mutex = lockCall(cx, list[i], /^R?Lock$/);
  if (!mutex) return undefined;
  const next = list[i + 1];
  if (next?.kind === 'DeferStmt' && next.call.kind === 'CallExpr') {
    const released = lockCall(cx, { kind: 'ExprStmt', x: next.call, start: next.start, end: next.end }, /^R?Unlock$/);
    if (released && sameCode(released, mutex)) {
      const rest = list.slice(i + 2);
      const body = block(cx, rest);
      return { written: [withs(expression(cx, mutex).value, body)], consumed: list.length - i };
    }
  }
  for (let k = i + 1; k < list.length; k++) {
    const released = lockCall(cx, list[k], /^R?Unlock$/);
    if (!released || !sameCode(released, mutex)) {
      if (unlocks(cx, list[k]!, mutex)) return undefined;
      continue;
    }
    const body = block(cx, list.slice(i + 1, k));
    return { written: [withs(expression(cx, mutex).value, body)], consumed: k - i + 1 };
  }
  return undefined;
}

/** Unlocked on one way only: that is no `with`. */
function unlocks(cx: Context, node: go.Statement, mutex: go.Expression): boolean {
  let found = false;
  walk(node, at => {
    if (at.kind !== 'CallExpr') return;
    const call = at as unknown as go.CallExpr;
    if (
      call.fun.kind === 'SelectorExpr' &&
      call.fun.sel.kind === 'Ident' &&
      /^R?Unlock$/.test(call.fun.sel.name) &&
      sameCode(call.fun.x, mutex)
    )
      found = true;
  });
  void cx;
  return found;
}

function lockCall(cx: Context, node: go.Statement | undefined, names: RegExp): go.Expression | undefined {
  if (node?.kind !== 'ExprStmt' || node.x.kind !== 'CallExpr' || node.x.fun.kind !== 'SelectorExpr') return undefined;
  const { x, sel } = node.x.fun;
  if (sel.kind !== 'Ident' || !names.test(sel.name)) return undefined;
  const type = cx.typing.of(x);
  const held = type.kind === 'pointer' ? type.to : type;
  if (held.kind === 'instance' && /^sync\.(RW)?Mutex$/.test(held.name)) return x;
  // An embedded mutex is a field.
  const info = cx.typing.info(held);
  const embedded = info?.fields.find(field => field.embedded && /^(RW)?Mutex$/.test(field.name));
  return embedded
    ? { kind: 'SelectorExpr', x, sel: { kind: 'Ident', name: embedded.name, start: -1, end: -1 }, start: -1, end: -1 }
    : undefined;
}

/** `v, ok := m[k]` and `if !ok { return }` in two statements. */
function lookedUp(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const [node, next] = [list[i], list[i + 1]];
  if (node?.kind !== 'AssignStmt' || next?.kind !== 'IfStmt' || !asksFor(cx, next, node)) return undefined;
  const variable = variableOf(cx, node.lhs[0]);
  // A value that is read behind the `if` whether or not it was found is asked for in one go.
  const leaves = next.cond.kind === 'UnaryExpr' && !next.else;
  if (variable && variable.name !== '_' && cx.usage.isReadAfter(variable, next) && !leaves) return undefined;
  if (leaves && variable && variable.name !== '_') {
    const last = next.body.list.at(-1);
    if (last?.kind !== 'ReturnStmt' && last?.kind !== 'BranchStmt') return undefined;
  }
  const written = answered(cx, node, next);
  return written && { written, consumed: 2 };
}
