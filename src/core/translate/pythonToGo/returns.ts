/** `return`, by what it means at the place. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { isMinMax } from './conditionals';
import type { Context } from './context';
import type { Value } from './value';
import { calledFunction } from './fallible';
import { callModelPlain } from './tailCalls';
import { expression, operands } from './expressions';
import { partsOf } from './iteration';
import { condition } from './logic';
import { isNextMethod } from './modelFacts';
import { resultTypes, sameType } from './settling';
import { operatorMethods } from './sequenceOperators';
import { zeroValue } from './types';
import { nameValue } from './variables';
import { answer } from './web/responses';

export function returnStatement(c: Context, node: py.Return): void {
  const { func } = c;
  if (func.view) return answer(c, node.value);
  if (func.kind === 'generator') {
    c.emit(g.ret());
    return;
  }
  if (func.kind === 'module' || func.kind === 'main') {
    if (node.value) expression(c, node.value);
    c.emit(g.ret());
    return;
  }
  if (func.constructs !== undefined) return leave(c, withNil(c, [g.ident(func.constructs)]));
  const types = resultTypes(func.result);
  if (!node.value || (node.value.kind === 'None' && types.length === 0)) {
    const zeros = types.map(type => zeroValue(type, c));
    return leave(c, withNil(c, zeros));
  }
  if (node.value.kind === 'IfExp' && !isMinMax(node.value)) {
    const { test, body, orelse } = node.value;
    const arm = (one: py.Expression): void => returnStatement(c, { ...node, value: one });
    const cond = condition(c, test);
    c.emit(
      g.ifStmt(
        cond,
        c.block(() => arm(body)),
      ),
    );
    return arm(orelse);
  }
  if (node.value.kind === 'Name' && node.value.id === 'NotImplemented' && refuseOperand(c)) return;
  if (tailCall(c, node.value)) return;
  if (types.length > 1 && node.value.kind === 'Tuple' && node.value.elts.length === types.length) {
    const values = operands(c, node.value.elts, types).map((one, i) => coerce(c, one, types[i]!).node);
    return leave(c, withNil(c, values));
  }
  const written = expression(c, node.value, func.result);
  if (types.length === 0) {
    // A function without a result that returns a call of another one.
    if (written.node.kind === 'CallExpr') c.emit(g.exprStmt(written.node));
    return leave(c, withNil(c, []));
  }
  if (types.length > 1) {
    const parts = unpack(c, written, types.length);
    return leave(
      c,
      withNil(
        c,
        parts.map((one, i) => coerce(c, one, types[i]!).node),
      ),
    );
  }
  leave(c, withNil(c, [coerce(c, written, func.result).node]));
}

/** `return NotImplemented` where nothing else is asked: the operator does not take such an operand. */
function refuseOperand(c: Context): boolean {
  const method = c.func.model?.node;
  const name = method?.name.kind === 'Name' ? method.name.id : '';
  const [param] = c.func.model?.params ?? [];
  const op = Object.keys(operatorMethods).find(one => operatorMethods[one] === name.replace(/^__r(?!shift)/, '__'));
  const owner = c.func.model?.className;
  if (op === undefined || op === '==' || !param || owner === undefined) return false;
  if (param.node.name?.kind !== 'Name') return false;
  const given = g.call(c.helper('typeName'), nameValue(c, param.node.name).node);
  const [start, between] =
    /^[<>]/.test(op) && op.length < 3 && !/^(<<|>>)$/.test(op)
      ? [`'${op}' not supported between instances of '`, "' and '"]
      : [`unsupported operand type(s) for ${op}: '`, "' and '"];
  const message = g.binary(g.binary(g.str(`${start}${owner}${between}`), '+', given), '+', g.str("'"));
  c.model.raised.add('builtins.TypeError');
  c.emit(...c.fail(c.model.exceptions.make(c, 'builtins.TypeError', message), ['builtins.TypeError']));
  return true;
}

function withNil(c: Context, values: go.Expression[]): go.Expression[] {
  return [...values, ...completion(c)];
}

/** What a function that went well gives beside its values. */
export function completion(c: Context): go.Expression[] {
  if (c.func.fallible) return [g.nil()];
  return c.func.model && isNextMethod(c.func.model.node) ? [g.bool(true)] : [];
}

/** `raise StopIteration` in `__next__`: no value, and false. */
export function stopIteration(c: Context): go.Statement[] | undefined {
  const { func } = c;
  if (!func.model || !isNextMethod(func.model.node) || func.catchers.length > 0 || func.onReturn) return undefined;
  return [g.ret(...resultTypes(func.result).map(type => zeroValue(type, c)), g.bool(false))];
}

function unpack(c: Context, of: Value, count: number): Value[] {
  return partsOf(c, of, count) ?? c.gap('this does not have as many values as the function returns');
}

/** `return f(x)` where f gives just what this function gives, its error included. */
function tailCall(c: Context, node: py.Expression): boolean {
  const { func } = c;
  if (node.kind !== 'Call' || func.onReturn || func.catchers.length > 0) return false;
  if (func.model && isNextMethod(func.model.node)) return false;
  const callee = calledFunction(node, c.model, c);
  if (!callee || callee.fallible !== func.fallible || !sameType(callee.result, func.result)) return false;
  if (!callee.fallible && resultTypes(callee.result).length < 2) return false;
  const written = callModelPlain(c, callee, node);
  if (!written) return false;
  c.emit(g.ret(written));
  return true;
}

/** The jump out: through what stands around, or plainly. */
export function leave(c: Context, values: go.Expression[]): void {
  const { onReturn } = c.func;
  if (onReturn) c.emit(...onReturn(values));
  else c.emit(g.ret(...values));
}
