/** Several values at once: parallel assignments, calls with several results, and the forms with `ok`. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { isEmptyStruct } from './annotations';
import { assign, compare, method, name, none, tuple } from './build';
import { type Context, type Value, gap, variableOf } from './context';
import { assignedError } from './errorChecks';
import { errorsAsType } from './errorValues';
import { expression, isBoxed, valueOf } from './expressions';
import { mapKey } from './indexing';
import { isRune } from './goTypes';
import { typeTest } from './switches';
import { builtinMethod, coerce, copied, takenOut, zero } from './values';
import { declare, isBlank, place, store, targetType } from './assignments';

export function parallel(cx: Context, node: go.AssignStmt): py.Statement[] {
  const declares = node.op === ':=';
  const values = node.rhs.map((value, i) => {
    const target = node.lhs[i]!;
    const to = targetType(cx, target, declares);
    const made = copied(cx, expression(cx, value), value, variableOf(cx, target));
    return to ? coerce(cx, made, to) : made;
  });
  const before = values.flatMap(value => value.before);
  const plainTargets = node.lhs.every(
    target => target.kind === 'Ident' && !(variableOf(cx, target) && isBoxed(cx, variableOf(cx, target)!)),
  );
  // Each declared on its own line where the values say nothing of the others.
  if (declares && values.some(value => isBlank(value.value))) {
    return [...before, ...node.lhs.flatMap((target, i) => declareOrStore(cx, target, { ...values[i]!, before: [] }))];
  }
  if (declares && plainTargets) {
    node.lhs.forEach((target, i) => {
      const variable = variableOf(cx, target);
      const type = values[i]!.type;
      if (variable && type.kind === 'int' && isRune(type) !== isRune(cx.typing.ofVariable(variable)))
        cx.fn.types.set(variable, type);
    });
  } else if (declares)
    return [...before, ...node.lhs.flatMap((target, i) => declareOrStore(cx, target, { ...values[i]!, before: [] }))];
  const targets = node.lhs.map(target => targetOf(cx, target));
  return [
    ...before,
    ...targets.flatMap(target => target.before),
    assign(tuple(...targets.map(target => target.value)), tuple(...values.map(value => value.value))),
  ];
}

function declareOrStore(cx: Context, target: go.Expression, value: Value): py.Statement[] {
  const variable = variableOf(cx, target);
  return variable?.ident === target ? declare(cx, variable, value) : store(cx, target, value);
}

/** A name that is left out is `_`. */
export function targetOf(cx: Context, target: go.Expression): Value {
  if (target.kind === 'Ident' && target.name === '_')
    return { before: [], value: name('_'), type: t.unknown, pure: true };
  return place(cx, target);
}

/** One call with several results, and the forms with `ok`. */
export function several(cx: Context, node: go.AssignStmt, value: go.Expression): py.Statement[] {
  const error = assignedError(cx, node.lhs, value);
  if (error) return error;
  const [first, second] = node.lhs;
  if (value.kind !== 'CallExpr' || isAsType(cx, value)) return commaOk(cx, first!, second!, value);
  const made = expression(cx, value);
  const boxed = node.lhs.some(
    target => variableOf(cx, target) && isBoxed(cx, variableOf(cx, target)!) && node.op === ':=',
  );
  if (boxed) return gap('several results of which one has its address taken', node);
  const targets = node.lhs.map(target => targetOf(cx, target));
  const given = targets.map(target => target.value);
  const step = made.before.at(-1);
  // A call that also gives its receiver has named its results already.
  if (made.value.kind === 'Tuple' && step?.kind === 'Assign' && step.targets[0]?.kind === 'Tuple')
    return [
      ...made.before.slice(0, -1),
      ...targets.flatMap(target => target.before),
      assign(tuple(step.targets[0].elts[0]!, ...given), step.value),
    ];
  return [...made.before, ...targets.flatMap(target => target.before), assign(tuple(...given), made.value)];
}

/** `v, ok := m[k]`, `v, ok := x.(T)`, `v, ok := <-ch`. */
function commaOk(cx: Context, first: go.Expression, second: go.Expression, value: go.Expression): py.Statement[] {
  const wantsValue = !(first.kind === 'Ident' && first.name === '_');
  const wantsOk = !(second.kind === 'Ident' && second.name === '_');
  const written: py.Statement[] = [];
  const give = (target: go.Expression, made: Value): void => void written.push(...declareOrStore(cx, target, made));
  if (value.kind === 'IndexExpr') {
    const found = lookup(cx, value);
    written.push(...found.before);
    // The answer comes first: the value may go into the variable that is the key.
    if (wantsOk) give(second, { before: [], value: found.test, type: t.bool, pure: true });
    const taken: Value = { before: [], value: found.get, type: found.type, pure: true };
    if (wantsValue) give(first, takenOut(cx, taken, variableOf(cx, first)));
    return written;
  }
  if (value.kind === 'TypeAssertExpr' && value.type) {
    const subject = expression(cx, value.x);
    const type = cx.typing.fromSyntax(value.type);
    const test = typeTest(cx, subject.value, type, value.type);
    written.push(...subject.before);
    if (wantsOk) give(second, { before: [], value: test, type: t.bool, pure: true });
    if (wantsValue) {
      const answer = wantsOk ? expression(cx, second).value : test;
      const taken = takenOut(cx, { ...subject, type }, variableOf(cx, first)).value;
      give(first, {
        before: [],
        value: { kind: 'IfExp', test: answer, body: taken, orelse: zero(cx, type), start: -1, end: -1 },
        type: isRune(type) ? t.int : type,
        pure: true,
      });
    }
    return written;
  }
  if (value.kind === 'UnaryExpr' && value.op === '<-') {
    const channel = expression(cx, value.x);
    const targets = [first, second].map(target => targetOf(cx, target));
    return [
      ...channel.before,
      assign(tuple(...targets.map(target => target.value)), method(channel.value, 'receive_ok')),
    ];
  }
  if (value.kind === 'CallExpr') {
    const found = errorsAsType(cx, value);
    if (!wantsValue)
      return [...found.before, ...declareOrStore(cx, second, { ...found, value: isThere(found.value), type: t.bool })];
    written.push(...declareOrStore(cx, first, found));
    if (wantsOk) give(second, { before: [], value: isThere(expression(cx, first).value), type: t.bool, pure: true });
    return written;
  }
  return gap('two results of this expression', value);
}

const isThere = (value: py.Expression): py.Expression => compare(value, 'is not', none());

function isAsType(cx: Context, { fun }: go.CallExpr): boolean {
  const callee = fun.kind === 'IndexExpr' ? fun.x : fun;
  return (
    callee.kind === 'SelectorExpr' &&
    callee.sel.kind === 'Ident' &&
    callee.sel.name === 'AsType' &&
    cx.typing.packageOf(callee.x) === 'errors'
  );
}

/** The two answers of a map. */
export function lookup(
  cx: Context,
  node: go.IndexExpr,
): {
  before: py.Statement[];
  map: py.Expression;
  key: py.Expression;
  test: py.Expression;
  get: py.Expression;
  type: Type;
} {
  const map = expression(cx, node.x);
  const type = cx.typing.underlying(map.type);
  if (type.kind !== 'dict') return gap('two results of this index', node);
  const key = mapKey(cx, valueOf(cx, node.indices[0]!, type.key));
  const empty = isEmptyStruct(cx, type.value) ? none() : zero(cx, type.value);
  const get = builtinMethod(cx, map.type, map.value, 'get', key.value, ...(empty.kind === 'None' ? [] : [empty]));
  return {
    before: [...map.before, ...key.before],
    map: map.value,
    key: key.value,
    test: compare(key.value, 'in', map.value),
    get,
    type: type.value,
  };
}
