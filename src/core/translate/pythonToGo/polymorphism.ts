/** Classes whose values may be of a subclass: an interface stands for them, and calls find the subclass's method. */
import type { Type } from '../../facts/types';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { goName } from '../names';
import { ownFields } from './classModel';
import type { Context } from './context';
import type { ClassModel, FunctionModel } from './models';
import type { FileModel } from './model';
import { isNamed } from './modelFacts';
import { join, sameType } from './settling';

/** Decides for each class with subclasses what its values are in Go, and names its struct. */
export function findInterfaces(c: Context, file: FileModel): void {
  const used = usedTypes(c);
  for (const model of file.classes.values()) {
    if (model.kind !== 'struct' || model.subclasses.length === 0 || model.isProtocol) continue;
    model.needsSelf = callsOverridden(c, file, model);
    if (!model.needsSelf && !used.has(`.${model.name}`) && !hasAbstract(c, model)) continue;
    model.goType = { ...model.goType, kind: 'interface' };
    model.structName = c.nameFor(`struct ${model.name}`, `base_${goName(model.name, 'type')}`, 'variable', false);
  }
}

/** Protocols are interfaces; the classes that have their methods fulfil them, as in Go. */
export function findProtocols(file: FileModel): void {
  const isProtocol = (model: ClassModel): boolean => model.libraryBases.includes('typing.Protocol');
  for (const protocol of file.classes.values()) {
    if (!isProtocol(protocol)) continue;
    protocol.isProtocol = true;
    protocol.goType = { ...protocol.goType, kind: 'interface' };
    for (const model of file.classes.values()) {
      const isOwn =
        model.kind === 'struct' && !isProtocol(model) && !file.isSubclass(`.${model.name}`, `.${protocol.name}`);
      if (!isOwn || ![...protocol.methods.keys()].every(name => file.method(model.name, name))) continue;
      protocol.subclasses.push(model);
      model.protocols.push(protocol);
    }
  }
}

/** Methods of one name have one signature in all classes of a family. */
export function shareSignatures(file: FileModel, c: Context): void {
  for (const model of file.classes.values()) {
    if (model.goType.kind !== 'interface' || model.members) continue;
    for (const name of model.methods.keys()) {
      const methods = file.familyOf(model).flatMap(one => file.method(one.name, name) ?? []);
      shareTypes(c, file, [...new Set(methods)]);
      model.methods.get(name)?.params.forEach((_, i) => {
        if (!methods.some(method => method.params[i]?.byPointer)) return;
        for (const method of methods) {
          const param = method.params[i];
          if (param) param.byPointer = true;
        }
      });
    }
  }
}

/** What each of them takes and gives is of a type that holds those of all. */
function shareTypes(c: Context, file: FileModel, methods: readonly FunctionModel[]): void {
  const [first] = methods;
  if (!first || methods.length < 2 || isNamed(first.node, '__init__')) return;
  if (methods.some(one => one.binding !== first.binding || one.generator !== first.generator)) return;
  // One that leaves everything to the classes below says nothing of what they give.
  const telling = methods.filter(one => !saysNothing(c, file, one));
  const results = telling.map(one => one.result);
  if (results.some(one => !sameType(one, first.result)) && results[0]) {
    const result = results.reduce((a, b) => shared(file, a, b));
    for (const one of methods) one.result = result;
  }
  if (methods.some(one => one.params.length !== first.params.length)) return;
  first.params.forEach((param, i) => {
    const types = telling.map(one => one.params[i]!.type).filter(type => !isVague(type));
    if (!types[0] || methods.every(one => sameType(one.params[i]!.type, param.type))) return;
    const type = types.reduce((a, b) => shared(file, a, b));
    for (const one of methods) one.params[i]!.type = type;
  });
}

function shared(file: FileModel, a: Type, b: Type): Type {
  const isInstance = a.kind === 'instance' && b.kind === 'instance' && !sameType(a, b);
  return (isInstance && file.commonBase(a, b)) || join(a, b);
}

const isVague = (type: Type): boolean => type.kind === 'any' || type.kind === 'none';

function saysNothing(c: Context, file: FileModel, method: FunctionModel): boolean {
  const owner = file.classes.get(method.className ?? '');
  if (method.result.kind !== 'none' && !isVague(method.result)) return false;
  return (
    isAbstract(c, method, owner) ||
    method.node.body.every(
      one => one.kind === 'Pass' || (one.kind === 'Expr' && /^(Str|Ellipsis)$/.test(one.value.kind)),
    )
  );
}

/** The classes that variables, fields, parameters and items are typed with, `self` and what was just made left out. */
function usedTypes(c: Context): Set<string> {
  const used = new Set<string>();
  const note = (type: Type): void => {
    switch (type.kind) {
      case 'instance':
        used.add(type.name);
        type.args.forEach(note);
        return;
      case 'list':
      case 'set':
      case 'iterator':
        return note(type.elt);
      case 'dict':
        return note(type.value);
      case 'optional':
        return note(type.of);
      case 'tuple':
        return type.elts.forEach(note);
      case 'union':
        return type.types.forEach(note);
    }
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Name' && node.id !== 'self' && !isMadeHere(c, node)) note(c.facts.typeOf(node));
      if (node.kind === 'List' || node.kind === 'Dict') note(c.facts.typeOf(node));
    });
  }
  return used;
}

/** A variable that only ever holds what a constructor has just made. */
function isMadeHere(c: Context, node: py.Name): boolean {
  const symbol = c.facts.symbolOf(node);
  const declaration = symbol?.declaration as py.Node | undefined;
  if (!symbol || symbol.reassigned || declaration?.kind !== 'Assign') return false;
  return declaration.value.kind === 'Call' && c.facts.typeOf(declaration.value.func).kind === 'class';
}

/** Names of methods that some class below has of its own. */
export function overriddenBelow(file: FileModel, model: ClassModel, c: Context): Set<string> {
  return new Set(
    file
      .familyOf(model)
      .slice(1)
      .flatMap(one => [
        ...one.methods.keys(),
        ...ownFields(one, c).flatMap(field => (field.perClass ? [field.name] : [])),
      ]),
  );
}

/** The object itself goes somewhere else, where it is more than its base. */
function isHandedOn(c: Context, node: py.Name): boolean {
  const parent = c.facts.parentOf(node)?.kind;
  return parent !== 'Attribute' && parent !== 'Param' && parent !== 'FormattedValue' && parent !== 'Compare';
}

function callsOverridden(c: Context, file: FileModel, model: ClassModel): boolean {
  const overridden = overriddenBelow(file, model, c);
  let found = false;
  for (const method of model.methods.values()) {
    for (const statement of method.node.body) {
      walk(statement, child => {
        const node = child as unknown as py.Node;
        if (node.kind === 'Name' && node.id === 'self' && isHandedOn(c, node)) found = true;
        if (node.kind !== 'Attribute' || node.attr.kind !== 'Name' || node.value.kind !== 'Name') return;
        if (node.value.id !== 'self') return;
        if (node.attr.id === '__class__') found = true;
        if (node.attr.id !== '__init__' && overridden.has(node.attr.id)) found = true;
      });
    }
  }
  return found;
}

function hasAbstract(c: Context, model: ClassModel): boolean {
  return [...model.methods.values()].some(method => isAbstract(c, method, model));
}

const made = new WeakMap<Context, Set<string>>();

/** Some code makes objects of the class itself, which then fail where a class below would not. */
function isMade(c: Context, model: ClassModel): boolean {
  let names = made.get(c);
  if (!names) {
    made.set(c, (names = new Set()));
    for (const unit of c.input.file.units) {
      walk(unit.node, child => {
        const node = child as unknown as py.Node;
        if (node.kind !== 'Call' || node.func.kind !== 'Name') return;
        if (c.facts.symbolOf(node.func)?.kind === 'class') names!.add(node.func.id);
      });
    }
  }
  return names.has(model.name);
}

/** A method that only says that subclasses have it. */
export function isAbstract(c: Context, method: FunctionModel, owner: ClassModel | undefined): boolean {
  if (method.node.kind !== 'FunctionDef') return false;
  if (method.node.decorators.some(one => c.facts.qualifiedName(one) === 'abc.abstractmethod')) return true;
  if (!owner || owner.subclasses.length === 0) return false;
  const body = method.node.body.filter(one => !(one.kind === 'Expr' && one.value.kind === 'Str'));
  const [only] = body;
  if (body.length !== 1 || only?.kind !== 'Raise' || !only.exc) return false;
  const exc = only.exc.kind === 'Call' ? only.exc.func : only.exc;
  return exc.kind === 'Name' && exc.id === 'NotImplementedError' && !isMade(c, owner);
}
