/** The interfaces that stand for classes with subclasses, and the methods that read fields through them. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { fieldName } from './attributes';
import { ownFields } from './classModel';
import { perClassMethod } from './classVariables';
import { receiverName } from './classes';
import type { Context } from './context';
import { parameters, stateFor } from './functions';
import type { ClassModel, FunctionModel } from './models';

/** The interface that stands for a class with subclasses. */
/** Interfaces get the methods by which fields are read when all code is written. */
const interfaces = new WeakMap<ClassModel, go.InterfaceType>();

/**
 * Makes sure that a type assertion takes a class and those below it alone: where another class has all the methods of
 * its interface, the family gets one more.
 */
export function tellApart(c: Context, type: Type): void {
  const model = type.kind === 'instance' ? c.model.classes.get(type.name.slice(1)) : undefined;
  if (!model || model.goType.kind !== 'interface' || model.isProtocol || model.members) return;
  const own = new Set(c.model.familyOf(model));
  const names = interfaceNames(c, model);
  const looksAlike = [...c.model.classes.values()].some(
    other =>
      other.kind === 'struct' &&
      !other.members &&
      !own.has(other) &&
      names.every(name => c.model.method(other.name, name) ?? c.model.field(other.name, name)?.perClass),
  );
  if (looksAlike) model.isMarked = true;
}

/** What the interface of a class asks for, by the names in Python. */
function interfaceNames(c: Context, model: ClassModel): string[] {
  const own = [...model.methods].flatMap(([name, method]) =>
    ['instance', 'property'].includes(method.binding) && !/^__(init|hash)__$/.test(name) ? [name] : [],
  );
  const perClass = ownFields(model, c).flatMap(field => (field.perClass ? [field.name] : []));
  return [...own, ...perClass, ...model.bases.flatMap(base => interfaceNames(c, base))];
}

/** The methods that tell families apart. */
function markers(c: Context): go.Declaration[] {
  return [...c.model.classes.values()].flatMap(model => {
    if (!model.isMarked) return [];
    const name = `is${model.goName.charAt(0).toUpperCase()}${model.goName.slice(1)}`;
    interfaces.get(model)?.methods.push(g.field(name, g.funcType([], [])));
    const made = g.funcDecl(name, g.funcType([], []), [], g.field('', g.star(g.ident(model.structName))));
    made.blank = true;
    made.comments = [{ text: ` ${name} tells every kind of ${model.goName} from other types.`, place: 'before' }];
    return [made];
  });
}

/** The methods that read fields through interfaces, and those that tell interfaces apart. */
export function getterMethods(c: Context): go.Declaration[] {
  return [...markers(c), ...getters(c)];
}

function getters(c: Context): go.Declaration[] {
  return [...c.model.classes.values()].flatMap(model =>
    [...model.getters].flatMap(name => {
      const field = c.model.field(model.name, name);
      const type = c.goType(field?.type ?? { kind: 'any' });
      const getter = c.model.getter(model, name);
      interfaces.get(model)?.methods.push(g.field(getter, g.funcType([], [type])));
      if (model.members) return [];
      const letter = receiverName(model);
      const made = g.funcDecl(
        getter,
        g.funcType([], [type]),
        [g.ret(g.sel(g.ident(letter), fieldName(c, name)))],
        g.field(letter, g.star(g.ident(model.structName))),
      );
      made.blank = true;
      return made;
    }),
  );
}

/** The interfaces of classes that stand in one place without a base in common. */
export function sharedDeclarations(c: Context): go.Declaration[] {
  return [...c.model.classes.values()].flatMap(model => {
    if (!model.members) return [];
    const made = interfaceDeclaration(c, model);
    if (made[0]) made[0].blank = true;
    return made;
  });
}

export function interfaceDeclaration(c: Context, model: ClassModel): go.Declaration[] {
  if (model.goType.kind !== 'interface') return [];
  const methods = [...model.methods.values(), ...model.setters.values()].filter(
    method =>
      method.node.name.kind === 'Name' &&
      method.node.name.id !== '__init__' &&
      method.node.name.id !== '__hash__' &&
      ['instance', 'property', 'setter'].includes(method.binding),
  );
  const fields = methods.map(method => signature(c, method));
  for (const field of ownFields(model, c)) {
    if (!field.perClass) continue;
    fields.push(
      g.field(
        perClassMethod(c, c.model.field(model.name, field.name)?.owner ?? model, field.name),
        g.funcType([], [c.goType(field.type)]),
      ),
    );
  }
  for (const base of model.bases)
    if (base.goType.kind === 'interface') fields.unshift(g.field('', g.ident(base.goName)));
  const written: go.InterfaceType = { kind: 'InterfaceType', start: -1, end: -1, methods: fields };
  interfaces.set(model, written);
  const made = g.typeDecl(model.goName, written);
  made.comments = [{ text: ` ${model.goName} is what every kind of it can do.`, place: 'before' }];
  return [made];
}

function signature(c: Context, method: FunctionModel): go.Field {
  const outer = c.func;
  c.func = stateFor(c, method, outer);
  try {
    const params = parameters(c, method);
    const types = method.generator ? [method.result] : method.result.kind === 'none' ? [] : [method.result];
    const results = types.flatMap(type => (type.kind === 'tuple' ? type.elts : [type])).map(type => c.goType(type));
    return g.field(method.goName, g.funcType(params, method.fallible ? [...results, g.ident('error')] : results));
  } finally {
    c.func = outer;
  }
}
