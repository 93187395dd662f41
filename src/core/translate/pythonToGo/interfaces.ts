/** The interfaces that stand for classes with subclasses, and the methods that read fields through them. */
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

/** The methods that read fields through interfaces. */
export function getterMethods(c: Context): go.Declaration[] {
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
