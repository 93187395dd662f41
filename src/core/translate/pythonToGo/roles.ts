/** `self` and `cls` inside of a method. */
import { instance } from '../../facts/types';
import * as g from '../goNodes';
import { pure } from './value';
import { type Context } from './context';
import type { FunctionModel } from './models';

/** Remembers which class `cls` is in a class method. */
export function classOfMethod(c: Context, model: FunctionModel): void {
  const [first] = model.node.params;
  if (model.binding !== 'class' || model.className === undefined || first?.kind !== 'Param') return;
  const symbol = first.name?.kind === 'Name' ? c.facts.symbolOf(first.name) : undefined;
  c.func.self = { symbol, className: model.className };
}

/** Makes the first parameter of a method mean its receiver. */
export function fieldOfClassRoles(c: Context, model: FunctionModel, receiver: string): void {
  const [first] = model.node.params;
  if (first?.kind !== 'Param' || first.name?.kind !== 'Name' || model.className === undefined) return;
  const symbol = c.facts.symbolOf(first.name);
  c.func.roles = { ...c.func.roles, self: receiver };
  const owner = c.model.classes.get(model.className);
  const isError = owner?.kind === 'exception';
  const type = isError ? ({ kind: 'error', name: `.${model.className}` } as const) : instance(`.${model.className}`);
  c.func.self = { symbol, className: model.className };
  if (symbol) c.func.aliases.set(symbol, pure(g.ident(receiver), type));
}
