/** Classes as structs with a constructor and methods; dataclasses, enums and exceptions by their own forms. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { avoidGoWords, goName } from '../names';
import { fieldName } from './attributes';
import { ownFields } from './classModel';
import { classVariables, perClassMethods } from './classVariables';
import { constructors, inheritedConstructor } from './constructors';
import { type Context } from './context';
import { dataclassMethods, dataclassText } from './dataclassMethods';
import { enumDeclarations, enumRepr } from './enums';
import { docComments, finishFunction, refuse, splitDocstring, writeFunction } from './functions';
import { interfaceDeclaration } from './interfaces';
import { isPlainSelf } from './iterators';
import { noting } from './noting';
import { embeddedFields, isLibraryBase } from './libraryBases';
import { isNamed } from './modelFacts';
import type { ClassModel, FunctionModel } from './models';
import { isAbstract } from './polymorphism';

/** All declarations of a class, in order. */
export function classDeclarations(c: Context, node: py.ClassDef): go.Declaration[] {
  const model = node.name.kind === 'Name' ? c.model.classes.get(node.name.id) : undefined;
  if (!model) return c.gap('this class has no counterpart here', node);
  noting(
    c,
    node,
    () => check(c, model),
    () => undefined,
  );
  if (model.kind === 'enum') return enumDeclarations(c, model);
  const { doc } = splitDocstring(node.body);
  if (model.isProtocol) {
    const made = interfaceDeclaration(c, model);
    if (made[0] && doc !== undefined) made[0].comments = docComments(doc);
    return made;
  }
  const struct = structDeclaration(c, model);
  const comments = docComments(doc);
  if (comments.length > 0) struct.comments = comments;
  const made: go.Declaration[] = [
    ...interfaceDeclaration(c, model),
    struct,
    ...classVariables(c, model),
    ...perClassMethods(c, model),
  ];
  const init = model.methods.get('__init__');
  if (init) made.push(...constructors(c, model, init));
  else if (!model.isDataclass && c.model.constructorOf(model.name)) made.push(inheritedConstructor(c, model));
  for (const [name, method] of model.methods) {
    if (name !== '__init__') made.push(...guardedMethod(c, model, method));
  }
  for (const setter of model.setters.values()) made.push(...guardedMethod(c, model, setter));
  if (
    model.kind === 'exception' &&
    !model.methods.has('__str__') &&
    !model.bases.some(base => base.kind === 'exception')
  ) {
    made.push(errorMethod(model));
  }
  return made;
}

/** What a class can have that no struct has. */
function check(c: Context, model: ClassModel): void {
  const { node } = model;
  if (model.kind === 'enum') return;
  if (node.bases.some(base => base.kind === 'Keyword')) c.gap('a metaclass has no counterpart in Go', node);
  const known = /^(builtins\.object|abc\.ABC|pydantic\.BaseModel|typing\.(NamedTuple|Protocol|Generic)|enum\.\w+)$/;
  const strange = model.libraryBases.find(
    base => !known.test(base) && !isLibraryBase(base) && !c.model.exceptions.isException(base),
  );
  if (strange !== undefined) c.gap(`a class that stands on ${strange} has no counterpart here`, node);
  for (const name of ['__getattr__', '__setattr__', '__new__', '__getattribute__']) {
    if (model.methods.has(name)) c.gap(`${name} has no counterpart in Go`, model.methods.get(name)?.node);
  }
  if (node.decorators.length > 0 && !model.isDataclass) {
    const known = node.decorators.every(one =>
      /total_ordering|unique|runtime_checkable|typing\.final/.test(c.facts.qualifiedName(one) ?? ''),
    );
    if (!known) c.gap('this decorator has no counterpart here', node.decorators[0]);
  }
}

function structDeclaration(c: Context, model: ClassModel): go.GenDecl {
  return g.typeDecl(model.structName, g.structType(structFields(c, model)));
}

/** What the struct of a class holds: its bases are embedded and have the type for a name. */
export function structFields(c: Context, model: ClassModel): go.Field[] {
  const fields: go.Field[] = [
    ...model.bases.map(base => g.field('', g.ident(base.structName))),
    ...embeddedFields(c, model),
  ];
  const hasMessage = model.kind === 'exception' && !model.bases.some(base => base.kind === 'exception');
  if (model.needsSelf) fields.push(g.field('self', g.ident(model.goName)));
  if (hasMessage) fields.push(g.field('message', g.ident('string')));
  for (const field of ownFields(model, c)) {
    if (!field.isInstance || inherits(c, model, field.name)) continue;
    const name = fieldName(c, field.name);
    if (hasMessage && name === 'message') continue;
    const tag = c.model.serializedFields.has(field.name) ? { tag: `json:"${field.name}"` } : {};
    fields.push({ ...g.field(name, c.goType(field.type)), ...tag });
  }
  return fields;
}

function inherits(c: Context, model: ClassModel, name: string): boolean {
  return model.bases.some(base => c.model.field(base.name, name) !== undefined);
}

const receiverNames = new WeakMap<ClassModel, string>();

/**
 * The name of a receiver, one for all methods of a class: the first letter of the type, as Go's authors write it, or
 * its name where a method uses that letter for something else.
 */
export function receiverName(model: ClassModel): string {
  let known = receiverNames.get(model);
  if (known === undefined) {
    const plain = model.goName.replace(/^[^A-Za-z]+/, '') || 'x';
    const used = new Set<string>();
    walk(model.node, node => {
      const id = node.kind === 'Name' ? String(node['id']) : '';
      used.add(goName(id, /^[A-Z][a-z]/.test(id) ? 'type' : 'variable'));
    });
    const word = plain.charAt(0).toLowerCase() + plain.slice(1);
    known = [plain.charAt(0).toLowerCase(), avoidGoWords(word)].find(one => !used.has(one)) ?? 'self';
    receiverNames.set(model, known);
  }
  return known;
}

export function guardedMethod(c: Context, model: ClassModel, method: FunctionModel): go.Declaration[] {
  noting(
    c,
    method.node,
    () => refuse(c, method.node),
    () => undefined,
  );
  if (isNamed(method.node, '__hash__') || (isNamed(method.node, '__iter__') && isPlainSelf(method))) return [];
  if (method.binding === 'static' || method.binding === 'class') {
    if (method.binding === 'class' && usesClass(method)) return classMethod(c, method);
    const { type, body, doc } = writeFunction(c, method);
    return [declaration(c, method, { ...g.funcDecl(method.goName, type, []), body }, doc)];
  }
  if (isAbstract(c, method, model))
    return model.goType.kind === 'interface' ? [] : c.gap('an abstract method has no counterpart here', method.node);
  const name = receiverName(model);
  const isValue = model.goType.kind === 'value';
  const type = isValue ? g.ident(model.structName) : g.star(g.ident(model.structName));
  const written = writeFunction(c, method, { name, type });
  const made: go.FuncDecl = {
    ...g.funcDecl(method.goName === 'String' && model.kind === 'exception' ? 'Error' : method.goName, written.type, []),
    recv: g.field(name, type),
    body: written.body,
  };
  return [declaration(c, method, made, written.doc)];
}

function declaration(
  c: Context,
  method: FunctionModel,
  made: go.FuncDecl,
  doc: NonNullable<go.FuncDecl['comments']>,
): go.FuncDecl {
  made.blank = true;
  const before = (method.node.comments ?? []).filter(comment => comment.place === 'before');
  if (before.length + doc.length > 0) made.comments = [...before, ...doc];
  c.origins.mark(made, c.rangeOf(method.node));
  finishFunction(c, made);
  return made;
}

function usesClass(method: FunctionModel): boolean {
  return method.node.params.length > 0;
}

/** `cls(…)` in a class method is the constructor. */
function classMethod(c: Context, method: FunctionModel): go.Declaration[] {
  const { type, body, doc } = writeFunction(c, method);
  return [declaration(c, method, { ...g.funcDecl(method.goName, type, []), body }, doc)];
}

function errorMethod(model: ClassModel): go.FuncDecl {
  const made = g.funcDecl(
    'Error',
    g.funcType([], [g.ident('string')]),
    [g.ret(g.sel(g.ident('e'), 'message'))],
    g.field('e', g.star(g.ident(model.structName))),
  );
  made.blank = true;
  return made;
}

// ---- text of dataclasses and enums: written when everything else is, for only then is it known who prints ----

/** The methods that printing and comparing asked for. Writing one may ask for another. */
export function textMethods(c: Context): go.Declaration[] {
  const written = new Map<string, go.FuncDecl>();
  for (let before = -1; before < written.size;) {
    before = written.size;
    for (const model of c.model.classes.values()) {
      const wanted = [textMethod(c, model), ...dataclassMethods(model)].flatMap(one => one ?? []);
      for (const { name, write } of wanted) {
        const key = `${model.name}.${name}`;
        if (!written.has(key)) written.set(key, write(c, model));
      }
    }
  }
  return [...written.values()];
}

/** A method that is written when it is asked for. */
export interface AskedMethod {
  name: string;
  write(c: Context, model: ClassModel): go.FuncDecl;
}

function textMethod(c: Context, model: ClassModel): AskedMethod | undefined {
  if (model.kind === 'enum') return model.methods.has('__repr__') ? undefined : { name: 'GoString', write: enumRepr };
  if (c.model.method(model.name, '__repr__')) return undefined;
  const text = (name: 'String' | 'GoString'): AskedMethod => ({
    name,
    write: () => dataclassText(c, model, name),
  });
  // `str` is the user's, `repr` is still that of a dataclass.
  if (c.model.method(model.name, '__str__')) {
    return model.isDataclass && (model.needsRepr || c.helpers.isUsed('repr')) ? text('GoString') : undefined;
  }
  const isShown = model.isDataclass && model.isBoxed && (c.helpers.isUsed('repr') || c.helpers.isUsed('text'));
  return model.needsText || isShown ? text('String') : undefined;
}
