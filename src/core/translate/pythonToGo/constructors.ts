/** Constructors: `__init__` as a function that gives the struct. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import * as g from '../goNodes';
import { copyNode } from '../instantiate';
import { fieldName } from './attributes';
import { receiverName, structFields } from './classes';
import { perClassValues } from './classModel';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { docComments, finishFunction, parameters, refuse, splitDocstring, stateFor } from './functions';
import type { ClassModel, FunctionModel } from './models';
import { fieldOfClassRoles } from './roles';
import { statements } from './statements';

// ---- constructors ----

export function constructor(c: Context, model: ClassModel, init: FunctionModel): go.FuncDecl {
  refuse(c, init.node);
  const outer = c.func;
  c.func = stateFor(c, init, outer);
  const name = receiverName(model, init);
  fieldOfClassRoles(c, init, name);
  c.func.names.reserve(name);
  const isValue = model.goType.kind === 'value';
  const result = isValue ? g.ident(model.structName) : g.star(g.ident(model.structName));
  c.func.result = { kind: 'instance', name: `.${model.name}`, args: [] };
  c.func.results = [c.func.result];
  c.func.constructs = name;
  try {
    const params = parameters(c, init);
    const { doc, rest } = splitDocstring(init.node.body);
    const body = c.block(() => {
      statements(c, rest);
      writePerClass(c, model, name);
    });
    const literal = (items: go.KeyValueExpr[]): go.Expression => {
      const made = g.composite(g.ident(model.structName), items);
      return isValue ? made : g.unary('&', made);
    };
    const nil = init.fallible ? [g.nil()] : [];
    const items = plainItems(body, name, new Set(structFields(c, model).flatMap(field => field.names.map(nameOf))));
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

/** Objects carry what their class has of a variable that its family shares. */
function writePerClass(c: Context, model: ClassModel, name: string): void {
  for (const one of perClassValues(model, c)) {
    const target = g.sel(g.ident(name), fieldName(c, one.name));
    c.emit(g.assign(target, coerce(c, expression(c, one.value, one.type), one.type).node));
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
    const names = params.flatMap(param => param.names);
    const call = g.call(c.model.constructorName(base.name), ...(names as go.Expression[]));
    const part = init.fallible ? c.freshLocal('base') : '';
    const made = init.fallible ? g.ident(part) : call;
    const literal = g.composite(g.ident(model.structName), [g.keyValue(g.ident(base.structName), g.star(made))]);
    const name = receiverName(model, init);
    const selves = selfAssignments(model, name);
    const own = c.block(() => writePerClass(c, model, name));
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
