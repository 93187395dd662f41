/** Classes as structs with a constructor and methods; dataclasses, enums and exceptions by their own forms. */
import { str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { copyNode } from '../instantiate';
import { fieldName } from './attributes';
import { enumMembers, enumValueType, isAuto, ownFields } from './classModel';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { reprOf } from './formatting';
import { docComments, finishFunction, parameters, refuse, splitDocstring, stateFor, writeFunction } from './functions';
import type { ClassModel, FunctionModel } from './model';
import { isAbstract } from './polymorphism';
import { fieldOfClassRoles } from './roles';
import { statements } from './statements';
import { value } from './context';

/** All declarations of a class, in order. */
export function classDeclarations(c: Context, node: py.ClassDef): go.Declaration[] {
  const model = node.name.kind === 'Name' ? c.model.classes.get(node.name.id) : undefined;
  if (!model) return c.gap('this class has no counterpart here', node);
  check(c, model);
  if (model.kind === 'enum') return enumDeclarations(c, model);
  const { doc } = splitDocstring(node.body);
  const struct = structDeclaration(c, model);
  const comments = docComments(doc);
  if (comments.length > 0) struct.comments = comments;
  const made: go.Declaration[] = [...interfaceDeclaration(c, model), struct, ...classVariables(c, model)];
  const init = model.methods.get('__init__');
  if (init) made.push(constructor(c, model, init));
  else if (!model.isDataclass && c.model.constructorOf(model.name)) made.push(inheritedConstructor(c, model));
  for (const [name, method] of model.methods) {
    if (name !== '__init__') made.push(...guardedMethod(c, model, method));
  }
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
  if (node.bases.some(base => base.kind === 'Keyword')) c.gap('a metaclass has no counterpart in Go', node);
  const known = /^(builtins\.object|abc\.ABC|typing\.(NamedTuple|Protocol|Generic)|enum\.\w+)$/;
  const strange = model.libraryBases.find(base => !known.test(base) && !c.model.exceptions.isException(base));
  if (strange !== undefined) c.gap(`a class that stands on ${strange} has no counterpart here`, node);
  if (model.methods.has('__post_init__')) c.gap('__post_init__ has no counterpart here', node);
  for (const name of ['__getattr__', '__setattr__', '__new__', '__getattribute__', '__next__']) {
    if (model.methods.has(name)) c.gap(`${name} has no counterpart in Go`, model.methods.get(name)?.node);
  }
  if (node.decorators.length > 0 && !model.isDataclass) {
    const known = node.decorators.every(one => /total_ordering|unique/.test(c.facts.qualifiedName(one) ?? ''));
    if (!known) c.gap('this decorator has no counterpart here', node.decorators[0]);
  }
}

/** The interface that stands for a class with subclasses. */
/** Interfaces get the methods by which fields are read when all code is written. */
const interfaces = new WeakMap<ClassModel, go.InterfaceType>();

/** The methods that read fields through interfaces. */
export function getterMethods(c: Context): go.Declaration[] {
  return [...c.model.classes.values()].flatMap(model =>
    [...model.getters].map(name => {
      const field = c.model.field(model.name, name);
      const type = c.goType(field?.type ?? { kind: 'any' });
      const getter = c.model.getter(model, name);
      interfaces.get(model)?.methods.push(g.field(getter, g.funcType([], [type])));
      const letter = receiverName(model, undefined);
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

function interfaceDeclaration(c: Context, model: ClassModel): go.Declaration[] {
  if (model.goType.kind !== 'interface') return [];
  const methods = [...model.methods.values()].filter(
    method =>
      method.node.name.kind === 'Name' &&
      method.node.name.id !== '__init__' &&
      (method.binding === 'instance' || method.binding === 'property'),
  );
  const fields = methods.map(method => signature(c, method));
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

function structDeclaration(c: Context, model: ClassModel): go.GenDecl {
  const fields: go.Field[] = model.bases.map(base => g.field('', g.ident(base.structName)));
  const hasMessage = model.kind === 'exception' && !model.bases.some(base => base.kind === 'exception');
  if (model.needsSelf) fields.push(g.field('self', g.ident(model.goName)));
  if (hasMessage) fields.push(g.field('message', g.ident('string')));
  for (const field of ownFields(model, c)) {
    if (!field.isInstance || inherits(c, model, field.name)) continue;
    const name = fieldName(c, field.name);
    if (hasMessage && name === 'message') continue;
    fields.push(g.field(name, c.goType(field.type)));
  }
  return g.typeDecl(model.structName, g.structType(fields));
}

function inherits(c: Context, model: ClassModel, name: string): boolean {
  return model.bases.some(base => c.model.field(base.name, name) !== undefined);
}

/** Variables of the class belong to the package. */
function classVariables(c: Context, model: ClassModel): go.Declaration[] {
  return ownFields(model, c)
    .filter(field => field.constant && !field.isInstance)
    .flatMap(field => {
      const node = model.node.body.find(
        (one): one is py.Assign =>
          one.kind === 'Assign' && one.targets.some(target => target.kind === 'Name' && target.id === field.name),
      );
      if (!node) return [];
      const { before, result } = c.capture(() => coerce(c, expression(c, node.value, field.type), field.type));
      if (before.length > 0) return c.gap('this variable of a class has no counterpart here', node);
      return [g.varDecl(c.model.classVariable(model.name, field.name), undefined, [result.node])];
    });
}

/** The name of a receiver: the first letter of the type, as Go's authors write it. */
export function receiverName(model: ClassModel, method: FunctionModel | undefined): string {
  const letter =
    model.goName
      .replace(/^[^A-Za-z]+/, '')
      .charAt(0)
      .toLowerCase() || 'x';
  const params = new Set((method?.params ?? []).map(param => param.name));
  return params.has(letter) ? `${letter}${letter}` : letter;
}

function guardedMethod(c: Context, model: ClassModel, method: FunctionModel): go.Declaration[] {
  refuse(c, method.node);
  if (method.binding === 'static' || method.binding === 'class') {
    if (method.binding === 'class' && usesClass(method)) return classMethod(c, method);
    const { type, body, doc } = writeFunction(c, method);
    return [declaration(c, method, { ...g.funcDecl(method.goName, type, []), body }, doc)];
  }
  if (isAbstract(c, method, model))
    return model.goType.kind === 'interface' ? [] : c.gap('an abstract method has no counterpart here', method.node);
  const name = receiverName(model, method);
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

// ---- constructors ----

function constructor(c: Context, model: ClassModel, init: FunctionModel): go.FuncDecl {
  refuse(c, init.node);
  const outer = c.func;
  c.func = stateFor(c, init, outer);
  const name = receiverName(model, init);
  fieldOfClassRoles(c, init, name);
  c.func.names.reserve(name);
  const isValue = model.goType.kind === 'value';
  const result = isValue ? g.ident(model.structName) : g.star(g.ident(model.structName));
  try {
    const params = parameters(c, init);
    const { doc, rest } = splitDocstring(init.node.body);
    const body = c.block(() => statements(c, rest));
    const literal = (items: go.KeyValueExpr[]): go.Expression => {
      const made = g.composite(g.ident(model.structName), items);
      return isValue ? made : g.unary('&', made);
    };
    const nil = init.fallible ? [g.nil()] : [];
    const items = plainItems(body, name);
    const selves = selfAssignments(model, name);
    const list =
      items && selves.length === 0
        ? [g.ret(literal(items), ...nil)]
        : items
          ? [g.define(name, literal(items)), ...selves, g.ret(g.ident(name), ...nil)]
          : [g.define(name, literal([])), ...selves, ...body, ...selves.map(copyNode), g.ret(g.ident(name), ...nil)];
    const made: go.FuncDecl = {
      ...g.funcDecl(
        c.model.constructorName(model.name),
        g.funcType(params, [result, ...(init.fallible ? [g.ident('error')] : [])]),
        [],
      ),
      body: g.block(list),
    };
    made.blank = true;
    const comments = docComments(doc);
    if (comments.length > 0) made.comments = comments;
    if (made.body) c.setLocals(made.body, c.func.locals);
    c.origins.mark(made, c.rangeOf(init.node));
    finishFunction(c, made);
    return made;
  } finally {
    c.func = outer;
  }
}

/** Every struct in the object that has to know the whole of it is told. */
function selfAssignments(model: ClassModel, name: string): go.Statement[] {
  const made: go.Statement[] = [];
  const visit = (one: ClassModel, path: go.Expression): void => {
    if (one.needsSelf && one !== model) made.push(g.assign(g.sel(path, 'self'), g.ident(name)));
    for (const base of one.bases) visit(base, g.sel(path, base.structName));
  };
  visit(model, g.ident(name));
  return made;
}

/** Assignments to fields alone, none of which reads the new value: they are a literal. */
function plainItems(body: readonly go.Statement[], name: string): go.KeyValueExpr[] | undefined {
  const items: go.KeyValueExpr[] = [];
  for (const statement of body) {
    if (statement.kind !== 'AssignStmt' || statement.op !== '=' || statement.lhs.length !== 1) return undefined;
    const [target] = statement.lhs;
    const [given] = statement.rhs;
    if (target?.kind !== 'SelectorExpr' || target.x.kind !== 'Ident' || target.x.name !== name || !given)
      return undefined;
    if (mentions(given, name) || statement.comments?.length) return undefined;
    if (
      items.some(item => item.key.kind === 'Ident' && target.sel.kind === 'Ident' && item.key.name === target.sel.name)
    )
      return undefined;
    items.push(g.keyValue(target.sel, given));
  }
  return items;
}

function mentions(node: go.Expression, name: string): boolean {
  let found = false;
  walk(node, one => {
    if (one.kind === 'Ident' && (one as unknown as go.Ident).name === name) found = true;
  });
  return found;
}

/** A subclass without `__init__` is made as its base is. */
function inheritedConstructor(c: Context, model: ClassModel): go.FuncDecl {
  const [base] = model.bases;
  const init = c.model.constructorOf(model.name);
  if (!base || !init) return c.gap('this class has no constructor', model.node);
  const outer = c.func;
  c.func = stateFor(c, init, outer);
  try {
    const params = parameters(c, init);
    const names = params.flatMap(param => param.names);
    if (init.fallible) return c.gap('a constructor that can fail and is inherited has no counterpart here', model.node);
    const made = g.call(c.model.constructorName(base.name), ...(names as go.Expression[]));
    const literal = g.composite(g.ident(model.structName), [g.keyValue(g.ident(base.structName), g.star(made))]);
    const name = receiverName(model, init);
    const selves = selfAssignments(model, name);
    const func = g.funcDecl(
      c.model.constructorName(model.name),
      g.funcType(params, [g.star(g.ident(model.structName))]),
      selves.length === 0
        ? [g.ret(g.unary('&', literal))]
        : [g.define(name, g.unary('&', literal)), ...selves, g.ret(g.ident(name))],
    );
    func.blank = true;
    return func;
  } finally {
    c.func = outer;
  }
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

/** The String methods that printing asked for. */
export function textMethods(c: Context): go.Declaration[] {
  return [...c.model.classes.values()].flatMap(model => {
    if (!model.needsText || c.model.method(model.name, '__str__') || c.model.method(model.name, '__repr__')) return [];
    return model.kind === 'enum' ? [] : [dataclassText(c, model)];
  });
}

function dataclassText(c: Context, model: ClassModel): go.FuncDecl {
  const letter = model.goName.charAt(0).toLowerCase();
  const fields = ownFields(model, c).filter(field => field.isInstance);
  const body = c.block(() => {
    const parts: go.Expression[] = [];
    const format = fields
      .map(field => {
        const shown = value(g.sel(g.ident(letter), fieldName(c, field.name)), field.type, true);
        parts.push(field.type.kind === 'int' ? shown.node : reprOf(c, shown));
        return `${field.name}=${field.type.kind === 'int' ? '%d' : '%s'}`;
      })
      .join(', ');
    c.emit(g.ret(g.pkgCall('fmt', 'Sprintf', g.str(`${model.name}(${format})`), ...parts)));
  });
  const isValue = model.goType.kind === 'value';
  const made = g.funcDecl(
    'String',
    g.funcType([], [g.ident('string')]),
    body,
    g.field(letter, isValue ? g.ident(model.structName) : g.star(g.ident(model.structName))),
  );
  made.blank = true;
  return made;
}

function enumDeclarations(c: Context, model: ClassModel): go.Declaration[] {
  const members = enumMembers(model);
  const { doc } = splitDocstring(model.node.body);
  const type = g.typeDecl(model.goName, g.ident('int'));
  const comments = docComments(doc);
  if (comments.length > 0) type.comments = comments;
  const isCounted = members.every(
    (member, i) => isAuto(member.value) || (member.value.kind === 'Int' && Number(member.value.value) === i + 1),
  );
  const specs = members.map((member, i) =>
    i === 0
      ? g.valueSpec(member.goName, g.ident(model.goName), [
          isCounted ? g.binary(g.ident('iota'), '+', g.int(1)) : g.ident('iota'),
        ])
      : g.valueSpec(member.goName, undefined, []),
  );
  const constants = g.constDecl(specs, true);
  constants.blank = true;
  const letter = model.goName.charAt(0).toLowerCase();
  const made: go.Declaration[] = [type, constants];
  made.push(
    memberMethod(
      model,
      letter,
      'Name',
      str,
      c,
      members.map(member => g.str(member.name)),
    ),
    stringMethod(model, letter),
    valueMethod(c, model, letter, isCounted),
  );
  for (const [, method] of model.methods) made.push(...guardedMethod(c, model, method));
  return made;
}

/** A method that looks the member up in a list. */
function memberMethod(
  model: ClassModel,
  letter: string,
  name: string,
  type: Type,
  c: Context,
  items: go.Expression[],
): go.FuncDecl {
  const isCounted = enumMembers(model).every(
    (member, i) => isAuto(member.value) || (member.value.kind === 'Int' && Number(member.value.value) === i + 1),
  );
  const list = g.composite({ kind: 'ArrayType', start: -1, end: -1, len: 'auto', elt: c.goType(type) }, items);
  const at = isCounted ? g.binary(g.ident(letter), '-', g.int(1)) : g.ident(letter);
  const made = g.funcDecl(
    name,
    g.funcType([], [c.goType(type)]),
    [g.ret(g.index(list, at))],
    g.field(letter, g.ident(model.goName)),
  );
  made.blank = true;
  return made;
}

function stringMethod(model: ClassModel, letter: string): go.FuncDecl {
  const made = g.funcDecl(
    'String',
    g.funcType([], [g.ident('string')]),
    [g.ret(g.binary(g.str(`${model.name}.`), '+', g.method(g.ident(letter), 'Name')))],
    g.field(letter, g.ident(model.goName)),
  );
  made.blank = true;
  return made;
}

function valueMethod(c: Context, model: ClassModel, letter: string, isCounted: boolean): go.FuncDecl {
  const type = enumValueType(model);
  if (isCounted) {
    const made = g.funcDecl(
      'Value',
      g.funcType([], [g.ident('int')]),
      [g.ret(g.call('int', g.ident(letter)))],
      g.field(letter, g.ident(model.goName)),
    );
    made.blank = true;
    return made;
  }
  const items = enumMembers(model).map(member => coerce(c, expression(c, member.value), type).node);
  return memberMethod(model, letter, 'Value', type, c, items);
}
