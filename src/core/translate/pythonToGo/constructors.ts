/** Constructors: `__init__` as a function that gives the struct. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import * as g from '../goNodes';
import { copyNode } from '../instantiate';
import { receiverName, structFields } from './classes';
import { startLiteral, writeStartValues } from './classVariables';
import type { Context } from './context';
import { docComments, finishFunction, parameters, refuse, splitDocstring, stateFor, writeFunction } from './functions';
import { toldMethods } from './libraryBases';
import { baseInitializer, isConcrete, isInitializer, makerFor } from './initializers';
import type { ClassModel, FunctionModel } from './models';
import { noting } from './noting';
import { fieldOfClassRoles } from './roles';
import { statements } from './statements';
import { pure, type Value } from './value';

// ---- constructors ----

/** The constructor of a class that has one of its own, and the method that it calls where there is one. */
export function constructors(c: Context, model: ClassModel, init: FunctionModel): go.FuncDecl[] {
  if (!isInitializer(c, model)) return [constructor(c, model, init)];
  noting(
    c,
    init.node,
    () => refuse(c, init.node),
    () => undefined,
  );
  const name = receiverName(model);
  const type = g.star(g.ident(model.structName));
  const written = writeFunction(c, init, { name, type });
  const method: go.FuncDecl = {
    ...g.funcDecl('init', written.type, []),
    recv: g.field(name, type),
    body: written.body,
  };
  method.blank = true;
  finishFunction(c, method);
  const maker = makerFor(c, {
    model,
    name,
    literal: g.unary('&', startLiteral(c, model)),
    selves: selfAssignments(c, model, name),
    params: written.type.params.flatMap(param => (param.kind === 'Field' ? [param] : [])).map(copyNode),
    fallible: init.fallible,
  });
  if (written.doc.length > 0) maker.comments = written.doc;
  c.origins.mark(maker, c.rangeOf(init.node));
  // What no code makes by itself, and what cannot be made, has the method alone.
  return isConcrete(c, model) ? [maker, method] : [method];
}

function constructor(c: Context, model: ClassModel, init: FunctionModel): go.FuncDecl {
  noting(
    c,
    init.node,
    () => refuse(c, init.node),
    () => undefined,
  );
  const outer = c.func;
  c.func = stateFor(c, init, outer);
  const name = receiverName(model);
  fieldOfClassRoles(c, init, name);
  c.func.names.reserve(name);
  const isValue = model.goType.kind === 'value';
  const result = isValue ? g.ident(model.structName) : g.star(g.ident(model.structName));
  c.func.result = { kind: 'instance', name: `.${model.name}`, args: [] };
  c.func.results = [c.func.result];
  c.func.constructs = name;
  const byMethod = model.bases.some(base => baseInitializer(c, base) !== undefined);
  try {
    const params = parameters(c, init);
    const { doc, rest } = splitDocstring(init.node.body);
    const body = c.block(() => {
      if (!byMethod) writeStartValues(c, model, name, false);
      if (!byMethod && !callsSuper(init)) writeStartValues(c, model, name, true);
      statements(c, rest);
    });
    const literal = (items: go.KeyValueExpr[]): go.Expression => {
      const made = byMethod ? startLiteral(c, model) : g.composite(g.ident(model.structName), items);
      return isValue ? made : g.unary('&', made);
    };
    const nil = init.fallible ? [g.nil()] : [];
    const items = byMethod
      ? undefined
      : plainItems(body, name, new Set(structFields(c, model).flatMap(field => field.names.map(nameOf))));
    const selves = selfAssignments(c, model, name);
    const list =
      items && selves.length === 0
        ? [g.ret(literal(items), ...nil)]
        : items
          ? [g.define(name, literal(items)), ...selves, g.ret(g.ident(name), ...nil)]
          : [
              g.define(name, literal([])),
              ...selves,
              ...body,
              ...(byMethod ? [] : selves.map(copyNode)),
              g.ret(g.ident(name), ...nil),
            ];
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

/** The constructor runs that of a base, which sets what it gives objects to start with. */
function callsSuper(init: FunctionModel): boolean {
  return /"id":"(super|__init__)"/.test(JSON.stringify(init.node.body));
}

/** An object that no function makes, told what it is where its bases have to know. */
export function withSelves(c: Context, made: Value, model: ClassModel): Value {
  const name = receiverName(model);
  const selves = selfAssignments(c, model, name);
  if (selves.length === 0) return made;
  if (model.goType.kind === 'value')
    c.gap(`a frozen ${model.name} whose base calls its methods has no counterpart here`);
  const object = c.freshLocal(name);
  c.emit(g.define(object, made.node), ...selfAssignments(c, model, object));
  return pure(g.ident(object), made.type);
}

/** Every struct in the object that has to know the whole of it is told. */
function selfAssignments(c: Context, model: ClassModel, name: string): go.Statement[] {
  const made: go.Statement[] = [];
  const visit = (one: ClassModel, path: go.Expression): void => {
    if (one.needsSelf && (one !== model || isConcrete(c, model)))
      made.push(g.assign(g.sel(path, 'self'), g.ident(name)));
    for (const base of one.bases) visit(base, g.sel(path, base.structName));
  };
  visit(model, g.ident(name));
  return [...made, ...toldMethods(c, model, name)];
}

/** Assignments to fields alone, none of which reads the new value: they are a literal. */
function plainItems(
  body: readonly go.Statement[],
  name: string,
  own: ReadonlySet<string>,
): go.KeyValueExpr[] | undefined {
  const items: go.KeyValueExpr[] = [];
  for (const statement of body) {
    if (statement.kind !== 'AssignStmt' || statement.op !== '=' || statement.lhs.length !== 1) return undefined;
    const [target] = statement.lhs;
    const [given] = statement.rhs;
    if (target?.kind !== 'SelectorExpr' || target.x.kind !== 'Ident' || target.x.name !== name || !given)
      return undefined;
    if (mentions(given, name) || statement.comments?.length) return undefined;
    // Go sets fields of an embedded struct by its own literal only.
    if (!own.has(nameOf(target.sel))) return undefined;
    if (
      items.some(item => item.key.kind === 'Ident' && target.sel.kind === 'Ident' && item.key.name === target.sel.name)
    )
      return undefined;
    items.push(g.keyValue(target.sel, given));
  }
  return items;
}

const nameOf = (node: { kind: string }): string => (node.kind === 'Ident' ? (node as go.Ident).name : '');

function mentions(node: go.Expression, name: string): boolean {
  let found = false;
  walk(node, one => {
    if (one.kind === 'Ident' && (one as unknown as go.Ident).name === name) found = true;
  });
  return found;
}

/** A subclass without `__init__` is made as its base is. */
export function inheritedConstructor(c: Context, model: ClassModel): go.FuncDecl {
  const [base] = model.bases;
  const init = c.model.constructorOf(model.name);
  if (!base || !init) return c.gap('this class has no constructor', model.node);
  const outer = c.func;
  c.func = stateFor(c, init, outer);
  try {
    const params = parameters(c, init);
    if (baseInitializer(c, base)) {
      const object = receiverName(model);
      const literal = g.unary('&', startLiteral(c, model));
      const selves = selfAssignments(c, model, object);
      return makerFor(c, { model, name: object, literal, selves, params, fallible: init.fallible });
    }
    const names = params.flatMap(param => param.names);
    const call = g.call(c.model.constructorName(base.name), ...(names as go.Expression[]));
    const part = init.fallible ? c.freshLocal('base') : '';
    const made = init.fallible ? g.ident(part) : call;
    const literal = g.composite(g.ident(model.structName), [g.keyValue(g.ident(base.structName), g.star(made))]);
    const name = receiverName(model);
    const selves = selfAssignments(c, model, name);
    const own = c.block(() => {
      writeStartValues(c, model, name, false);
      writeStartValues(c, model, name, true);
    });
    const nil = init.fallible ? [g.nil()] : [];
    const checks: go.Statement[] = init.fallible
      ? [
          g.define([part, 'err'], call),
          g.ifStmt(g.binary(g.ident('err'), '!=', g.nil()), [g.ret(g.nil(), g.ident('err'))]),
        ]
      : [];
    const func = g.funcDecl(
      c.model.constructorName(model.name),
      g.funcType(params, [g.star(g.ident(model.structName)), ...(init.fallible ? [g.ident('error')] : [])]),
      [
        ...checks,
        ...(selves.length + own.length === 0
          ? [g.ret(g.unary('&', literal), ...nil)]
          : [g.define(name, g.unary('&', literal)), ...own, ...selves, g.ret(g.ident(name), ...nil)]),
      ],
    );
    func.blank = true;
    return func;
  } finally {
    c.func = outer;
  }
}
