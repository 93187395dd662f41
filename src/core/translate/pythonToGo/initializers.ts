/**
 * Base classes whose constructor calls what classes below have of their own. Their `__init__` is a method here, which
 * runs when the object already knows what it is; the function that makes one calls it.
 */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import type { ClassModel } from './models';
import { isAbstract } from './polymorphism';

const known = new WeakMap<ClassModel, boolean>();

/** `__init__` of the class is a method. */
export function isInitializer(c: Context, model: ClassModel): boolean {
  const found = known.get(model);
  if (found !== undefined) return found;
  const made =
    model.kind === 'struct' &&
    model.subclasses.length > 0 &&
    model.methods.has('__init__') &&
    (usesObject(model) || model.bases.some(base => baseInitializer(c, base)));
  known.set(model, made);
  return made;
}

/** The class of which the method comes that makes an object of this class ready; undefined where functions make it. */
export function baseInitializer(c: Context, model: ClassModel): ClassModel | undefined {
  if (model.methods.has('__init__')) return isInitializer(c, model) ? model : undefined;
  for (const base of model.bases) {
    const found = baseInitializer(c, base);
    if (found) return found;
  }
  return undefined;
}

/** Whether the constructor calls methods of the object, or gives it away. */
function usesObject(model: ClassModel): boolean {
  if (!model.needsSelf) return false;
  let found = false;
  for (const statement of model.methods.get('__init__')?.node.body ?? []) {
    walk(statement, (child, parent) => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Name' || node.id !== 'self') return;
      const attribute = parent as unknown as py.Node | undefined;
      if (attribute?.kind !== 'Attribute' || attribute.attr.kind !== 'Name') found = true;
      else if (!isField(model, attribute.attr.id)) found = true;
    });
  }
  return found;
}

const isField = (model: ClassModel, name: string): boolean =>
  model.declaration?.fields.some(field => field.name === name && !field.constant) ?? false;

/** Whether an object can be of this class itself: every method that it has to have is there. */
export function isConcrete(c: Context, model: ClassModel): boolean {
  const missing = (one: ClassModel): string[] => [
    ...[...one.methods].flatMap(([name, method]) => (isAbstract(c, method, one) ? [name] : [])),
    ...one.bases.flatMap(missing),
  ];
  return missing(model).every(name => {
    const method = c.model.method(model.name, name);
    return method !== undefined && !isAbstract(c, method, c.model.classes.get(method.className ?? ''));
  });
}

/** The function that makes an object by the method: the parameters are those of the method. */
export function makerFor(
  c: Context,
  parts: {
    model: ClassModel;
    name: string;
    literal: go.Expression;
    selves: go.Statement[];
    params: go.Field[];
    fallible: boolean;
  },
): go.FuncDecl {
  const { model, name, params, fallible } = parts;
  const variadic = params.some(param => param.variadic);
  const names = params.flatMap(param => param.names);
  const fun = g.sel(g.ident(name), 'init');
  const call = variadic ? g.spread(fun, ...names) : g.call(fun, ...names);
  const err = g.ident('err');
  const run = fallible
    ? g.ifStmt(g.binary(err, '!=', g.nil()), [g.ret(g.nil(), err)], undefined, g.define('err', call))
    : g.exprStmt(call);
  const made = g.funcDecl(
    c.model.constructorName(model.name),
    g.funcType(params, [g.star(g.ident(model.structName)), ...(fallible ? [g.ident('error')] : [])]),
    [g.define(name, parts.literal), ...parts.selves, run, g.ret(g.ident(name), ...(fallible ? [g.nil()] : []))],
  );
  made.blank = true;
  return made;
}
