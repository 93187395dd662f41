/** `return`, with the error raised or left out. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { expr, name, raise, returns, tuple } from './build';
import { raises } from './calls';
import { type Context, gap, isNil, variableOf } from './context';
import { valueForm } from './errorChecks';
import { raisedIfAny } from './errorValues';
import { expression, valueOf } from './expressions';
import { freshName, nameOf } from './naming';
import { coerce, zero } from './values';

/** `return`, with the error raised or left out. */
export function returnStatement(cx: Context, node: go.ReturnStmt): py.Statement[] {
  const { fn } = cx;
  if (node.results.length === 0) return bareReturn(cx);
  const [only] = node.results;
  if (node.results.length === 1 && only?.kind === 'CallExpr' && (fn.results.length > 1 || fn.raises)) {
    const passed = passedOn(cx, only);
    if (passed) return passed;
  }
  if (!fn.raises) {
    if (only?.kind === 'CallExpr' && fn.results.length > 1 && raises(cx, only)) return returnedValues(cx, only);
    return plainReturn(cx, node.results);
  }
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
  const { node } = cx.fn;
  const isSeen = node?.kind === 'FuncDecl' && !cx.errorModes.losesResults(node);
  if (!isSeen && isSetAlone && values.some(isGiven)) gap('results that are given together with an error', failure);
}

/** `return f()` where `f` raises its error and this function gives it. */
function returnedValues(cx: Context, node: go.CallExpr): py.Statement[] {
  const targets = cx.fn.results.map((type, i): go.Ident => {
    const id = freshName(cx, i === cx.fn.results.length - 1 ? 'err' : 'value');
    const ident: go.Ident = { kind: 'Ident', name: id, start: -1, end: -1 };
    cx.typing.assume(ident, type);
    return ident;
  });
  return [...valueForm(cx, targets, node, false), returns(tuple(...targets.map(target => name(target.name))))];
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
  if (!fn.raises && (type.kind !== 'tuple' || raises(cx, node))) return undefined;
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
