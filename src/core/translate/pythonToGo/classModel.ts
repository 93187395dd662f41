/** Questions about the classes of a file: fields, constructors, members of enums, how a value is printed. */
import { joinAll } from '../../facts/lattice';
import { any, type FunctionParam, type FunctionType, type Type } from '../../facts/types';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { isClassVar } from '../../facts/python/constructors';
import { fieldName } from './attributes';
import { bodyValue, familyType, startLiteral, variableForm } from './classVariables';
import { coerce } from './coerce';
import type { Context } from './context';
import { expression } from './expressions';
import { pulled, pulledFields } from './iterators';
import type { Value } from './value';
import { value } from './value';
import type { ClassModel, FunctionModel, ParamModel } from './models';
import type { FileModel } from './model';
import { settle } from './settling';

export interface FieldModel {
  name: string;
  type: Type;
  /** Belongs to the class. */
  constant: boolean;
  /** The instances have one of their own as well. */
  isInstance: boolean;
  owner: ClassModel;
  /** Each class of a family has a value of its own; objects carry that of their class. */
  perClass?: boolean;
  /** What the body of the class gives it. */
  classValue?: py.Expression;
  default?: py.Expression;
}

const fieldCache = new WeakMap<ClassModel, FieldModel[]>();

/** What a class says to the interpreter about its fields. */
const layoutNames: ReadonlySet<string> = new Set(['__match_args__', '__slots__']);

/** The fields that a class declares itself. */
export function ownFields(model: ClassModel, c: Context): FieldModel[] {
  const known = fieldCache.get(model);
  if (known) return known;
  const asked = pulledFields(c);
  const fields = (model.declaration?.fields ?? [])
    .filter(field => !model.methodAliases.has(field.name) && !layoutNames.has(field.name))
    .map((field): FieldModel => {
      const written = annotated(model, field.name);
      const isData = model.isDataclass && written !== undefined && !isClassVar(written.annotation);
      const form = isData ? undefined : variableForm(c, model, field.name);
      const type =
        form === 'perClass'
          ? familyType(c, model, field.name)
          : settle(isVague(field.type) ? joinAll([field.type, ...givenFromOutside(c, model, field.name)]) : field.type);
      const classValue = form && bodyValue(model, field.name);
      return {
        name: field.name,
        type: type.kind === 'iterator' && asked.has(field.name) ? pulled(type.elt) : type.kind === 'none' ? any : type,
        constant: form ? form !== 'start' : field.constant === true && !isData,
        isInstance: form ? form === 'start' : isData || !field.constant,
        ...(form === 'perClass' && { perClass: true }),
        ...(classValue && { classValue }),
        owner: model,
        ...(written?.value && { default: written.value }),
      };
    });
  fieldCache.set(model, fields);
  return fields;
}

/** The class itself does not say what the field holds. */
const isVague = (type: Type): boolean =>
  type.kind === 'none' || type.kind === 'unknown' || (type.kind === 'optional' && type.of.kind === 'unknown');

/** What is assigned to a field by the code around the class: `node.next = other`. */
function givenFromOutside(c: Context, model: ClassModel, name: string): Type[] {
  const types: Type[] = [];
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Assign') return;
      for (const target of node.targets) {
        if (target.kind !== 'Attribute' || target.attr.kind !== 'Name' || target.attr.id !== name) continue;
        const of = c.facts.typeOf(target.value);
        const owner = of.kind === 'optional' ? of.of : of;
        if (owner.kind === 'instance' && owner.name === `.${model.name}`) types.push(c.facts.typeOf(node.value));
      }
    });
  }
  return types;
}

function annotated(model: ClassModel, name: string): py.AnnAssign | undefined {
  return model.node.body.find(
    (one): one is py.AnnAssign => one.kind === 'AnnAssign' && one.target.kind === 'Name' && one.target.id === name,
  );
}

/** A field of a class or of its bases. */
export function findField(model: ClassModel | undefined, name: string, c: Context): FieldModel | undefined {
  if (!model) return undefined;
  const own = ownFields(model, c).find(field => field.name === name);
  const above = own?.perClass ? model.bases.map(base => findField(base, name, c)).find(one => one) : undefined;
  if (above) return above;
  if (own) return own;
  for (const base of model.bases) {
    const found = findField(base, name, c);
    if (found) return found;
  }
  return undefined;
}

/** Fields of the bases first, as a dataclass takes them. */
export function allFields(model: ClassModel, c: Context): FieldModel[] {
  const inherited = model.bases.flatMap(base => allFields(base, c));
  const own = ownFields(model, c).filter(field => !inherited.some(other => other.name === field.name));
  return [...inherited, ...own];
}

const constructors = new WeakMap<ClassModel, FunctionModel>();

/** The constructor as a function: `__init__`, or the fields of a dataclass. Undefined where there is none. */
export function constructorOf(file: FileModel, model: ClassModel, c: Context): FunctionModel | undefined {
  const init = file.method(model.name, '__init__');
  if (init) return init;
  if (!model.isDataclass) return undefined;
  const known = constructors.get(model);
  if (known) return known;
  const params = allFields(model, c)
    .filter(isTaken)
    .map((field): ParamModel => {
      const fallback = field.default && defaultOf(field.default);
      return {
        name: field.name,
        node: { kind: 'Param', start: -1, end: -1, form: 'plain' },
        type: field.type,
        byPointer: false,
        variadic: false,
        ...(fallback && { default: fallback }),
      };
    });
  const made: FunctionModel = {
    node: model.node as unknown as py.FunctionDef,
    symbol: undefined,
    goName: model.goName,
    className: model.name,
    binding: 'static',
    params,
    result: { kind: 'instance', name: `.${model.name}`, args: [] },
    fallible: false,
    catchable: new Set(),
    escapes: new Set(),
    generator: false,
  };
  constructors.set(model, made);
  return made;
}

/** Whether the constructor takes the field: not where it says `field(init=False)`. */
function isTaken(field: FieldModel): boolean {
  const { default: given } = field;
  const says = (arg: py.Call['args'][number]): boolean =>
    arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === 'init' && isFalse(arg.value);
  return field.isInstance && !(given?.kind === 'Call' && given.args.some(says));
}

const isFalse = (node: py.Expression): boolean => node.kind === 'Bool' && !node.value;

/** What a field that no constructor takes starts with; undefined for the zero of its type. */
function startOf(c: Context, field: FieldModel): Value['node'] | undefined {
  const fallback = isTaken(field) ? undefined : field.default && defaultOf(field.default);
  return fallback && coerce(c, expression(c, fallback, field.type), field.type).node;
}

/** `field(default_factory=list)` is a call of its factory. */
function defaultOf(node: py.Expression): py.Expression | undefined {
  if (node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'Field') {
    const [first] = node.args;
    if (first?.kind === 'Ellipsis') return undefined;
    if (first && first.kind !== 'Keyword') return first;
  } else if (node.kind !== 'Call' || node.func.kind !== 'Name' || node.func.id !== 'field') return node;
  for (const arg of node.args) {
    if (arg.kind !== 'Keyword' || arg.arg?.kind !== 'Name') continue;
    if (arg.arg.id === 'default') return arg.value;
    if (arg.arg.id === 'default_factory') {
      if (arg.value.kind === 'Lambda') return arg.value.body;
      return { kind: 'Call', start: -1, end: -1, func: arg.value, args: [] };
    }
  }
  return undefined;
}

/** The literal of a dataclass, fields by name. */
export function literalOf(c: Context, model: ClassModel, values: readonly Value['node'][]): Value['node'] {
  const all = allFields(model, c).filter(field => field.isInstance);
  const taken = all.filter(isTaken);
  const items = all.flatMap(field => {
    const one = values[taken.indexOf(field)] ?? startOf(c, field);
    return one ? [{ field, one }] : [];
  });
  const own = items.filter(({ field }) => field.owner === model);
  const literal = g.composite(
    g.ident(model.structName),
    own.map(({ field, one }) => g.keyValue(g.ident(fieldName(c, field.name)), one)),
  );
  for (const base of model.bases) {
    const inherited = items.filter(({ field }) => field.owner !== model && isTaken(field)).map(({ one }) => one);
    if (inherited.length > 0) {
      const inner = literalOf(c, base, inherited);
      literal.elts.unshift(g.keyValue(g.ident(base.structName), inner.kind === 'UnaryExpr' ? inner.x : inner));
    }
  }
  return model.goType.kind === 'value' ? literal : g.unary('&', literal);
}

/** The type of a function as a value. */
export function functionType(model: FunctionModel): FunctionType {
  return { kind: 'func', params: model.params.map(functionParam), result: model.result };
}

const functionParam = (param: ParamModel): FunctionParam => ({
  name: param.name,
  type: param.type,
  ...(param.variadic ? { variadic: true } : {}),
});

/** An exception of a class of the file without a constructor: its message, and what its class gives it. */
export function constructException(c: Context, model: ClassModel, message: Value['node'] | undefined): Value {
  const type: Type = { kind: 'error', name: `.${model.name}` };
  const given = message ? new Map([['message', message]]) : new Map<string, Value['node']>();
  return value(g.unary('&', startLiteral(c, model, new Map(), given)), type);
}
