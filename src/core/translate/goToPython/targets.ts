/** The targets of a call with several results, its error left out. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, expr, tuple } from './build';
import { declare, store } from './assignments';
import { targetOf } from './results';
import { variableOf, type Context, type Value } from './context';

/** Writes the results of a call to what stands on the left, one or several. */
export function declareTargets(
  cx: Context,
  node: go.AssignStmt,
  targets: readonly go.Expression[],
  value: Value,
): py.Statement[] {
  const named = targets.filter(target => !(target.kind === 'Ident' && target.name === '_'));
  const plain = { ...value, before: [] };
  if (named.length === 0) return value.value.kind === 'Int' ? [] : [expr(value.value)];
  if (targets.length === 1) {
    const [target] = targets;
    const variable = variableOf(cx, target);
    return variable?.ident === target && node.op === ':=' ? declare(cx, variable!, plain) : store(cx, target!, plain);
  }
  const places = targets.map(target => targetOf(cx, target));
  return [...places.flatMap(one => one.before), assign(tuple(...places.map(one => one.value)), value.value)];
}
