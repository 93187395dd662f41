/** Enums whose members carry more than a value: `__init__` takes a member's tuple apart into attributes. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { goName } from '../names';
import { coerce } from './coerce';
import { type Context } from './context';
import { canonicalMembers } from './enumModel';
import { memberMethod } from './enums';
import { expression } from './expressions';
import type { ClassModel, FunctionModel } from './models';
import { settle } from './settling';
import { zeroValue } from './types';
import { joinAll } from '../../facts/lattice';
import type { Type } from '../../facts/types';

/** `self.mass = mass` and nothing else. */
export function isEnumInit(method: FunctionModel): boolean {
  return method.node.body.every(
    one => (one.kind === 'Expr' && one.value.kind === 'Str') || assigned(one, method) !== undefined,
  );
}

function assigned(node: py.Statement, method: FunctionModel): { field: string; at: number } | undefined {
  if (node.kind !== 'Assign' || node.targets.length !== 1 || node.value.kind !== 'Name') return undefined;
  const [target] = node.targets;
  const { id } = node.value;
  const at = method.params.findIndex(param => param.name === id);
  const isOwn = target?.kind === 'Attribute' && target.value.kind === 'Name' && target.attr.kind === 'Name';
  return isOwn && at >= 0 ? { field: (target.attr as py.Name).id, at } : undefined;
}

/** The expressions that the members have for an attribute, in order. */
function valuesOf(model: ClassModel, name: string): py.Expression[] | undefined {
  const init = model.methods.get('__init__');
  if (!init || !isEnumInit(init)) return undefined;
  const found = init.node.body.flatMap(one => assigned(one, init) ?? []).find(one => one.field === name);
  if (!found) return undefined;
  const values = canonicalMembers(model).map(({ value }) =>
    value.kind === 'Tuple' ? value.elts[found.at] : init.params.length === 1 ? value : undefined,
  );
  return values.every(one => one !== undefined) ? values : undefined;
}

/** The method that gives an attribute of a member, and its type. */
export function enumAttributeMethod(
  c: Context,
  model: ClassModel,
  name: string,
): { name: string; type: Type } | undefined {
  const values = valuesOf(model, name);
  if (!values) return undefined;
  return { name: goName(name, 'method', c.exports), type: settle(joinAll(values.map(one => c.facts.typeOf(one)))) };
}

/** The methods that give the attributes of members. */
export function enumAttributes(c: Context, model: ClassModel): go.Declaration[] {
  const init = model.methods.get('__init__');
  if (!init || !isEnumInit(init)) return [];
  return init.node.body.flatMap(one => {
    const field = assigned(one, init)?.field;
    const values = field === undefined ? undefined : valuesOf(model, field);
    const made = field === undefined ? undefined : enumAttributeMethod(c, model, field);
    if (!values || !made) return [];
    const { before, result } = c.capture(() =>
      values.map(given => coerce(c, expression(c, given, made.type), made.type).node),
    );
    if (before.length > 0) return c.gap('these values of an enum have no counterpart here', model.node);
    return [memberMethod(model, made.name, c.goType(made.type), result, zeroValue(made.type, c))];
  });
}
