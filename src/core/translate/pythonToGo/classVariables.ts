/** Variables of classes: one for all objects, one for each class of a family, or what objects start with. */
import { joinAll } from '../../facts/lattice';
import type { Type } from '../../facts/types';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { avoidGoKeywords, goName } from '../names';
import { fieldName } from './attributes';
import { receiverName } from './classes';
import { type FieldModel, findField, ownFields } from './classModel';
import { closure } from './closures';
import { coerce } from './coerce';
import { noting } from './noting';
import type { Context } from './context';
import { expression } from './expressions';
import { isNamed } from './modelFacts';
import { overriddenBelow } from './polymorphism';
import type { ClassModel } from './models';
import { settle } from './settling';
import { value, type Value } from './value';

/** What the body of a class gives a name. */
export function bodyValue(model: ClassModel, name: string): py.Expression | undefined {
  for (const one of model.node.body) {
    const targets = one.kind === 'Assign' ? one.targets : one.kind === 'AnnAssign' ? [one.target] : [];
    if (targets.some(target => target.kind === 'Name' && target.id === name)) return (one as py.Assign).value;
  }
  return undefined;
}

/** How the attributes of the classes of a file are used, by their names. */
interface Uses {
  /** Classes of the objects that have it assigned; undefined for an object that is not known. */
  onObjects: Map<string, Set<string | undefined>>;
  /** Names that are read or assigned by way of a class. */
  ofClasses: Map<string, 'read' | 'set'>;
  /** Names that are assigned after the constructor. */
  changed: Set<string>;
}

const uses = new WeakMap<Context, Uses>();

function usesIn(c: Context): Uses {
  const known = uses.get(c);
  if (known) return known;
  const made: Uses = { onObjects: new Map(), ofClasses: new Map(), changed: new Set() };
  const note = (node: py.Attribute, isSet: boolean): void => {
    if (node.attr.kind !== 'Name') return;
    const { id } = node.attr;
    if (isSet && !isInConstructor(c, node)) made.changed.add(id);
    const given = c.facts.typeOf(node.value);
    const of = given.kind === 'optional' ? given.of : given;
    if (of.kind === 'class') {
      if (isSet || !made.ofClasses.has(id)) made.ofClasses.set(id, isSet ? 'set' : 'read');
    } else if (isSet) {
      const owner = of.kind === 'instance' || of.kind === 'error' ? of.name : undefined;
      made.onObjects.set(id, (made.onObjects.get(id) ?? new Set()).add(owner));
    }
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute') note(node, isTarget(c, node));
    });
  }
  uses.set(c, made);
  return made;
}

/** Names of attributes that change after an object is made. */
export const changedAttributes = (c: Context): ReadonlySet<string> => usesIn(c).changed;

function isInConstructor(c: Context, node: py.Node): boolean {
  for (let at = c.facts.parentOf(node); at; at = c.facts.parentOf(at)) {
    if (at.kind === 'FunctionDef') return isNamed(at as py.FunctionDef, '__init__');
  }
  return false;
}

function isTarget(c: Context, node: py.Attribute): boolean {
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  switch (parent?.kind) {
    case 'Assign':
      return parent.targets.includes(node);
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
      return parent.target === node;
    case 'Tuple':
    case 'List': {
      const outer = c.facts.parentOf(parent) as py.Node | undefined;
      return outer?.kind === 'Assign'
        ? outer.targets.includes(parent)
        : outer?.kind === 'For' && outer.target === parent;
    }
    default:
      return false;
  }
}

/** The classes above and below, and the class itself. */
export function family(model: ClassModel): Set<ClassModel> {
  const found = new Set<ClassModel>();
  const visit = (one: ClassModel): void => {
    if (found.has(one)) return;
    found.add(one);
    one.bases.forEach(visit);
    one.subclasses.forEach(visit);
  };
  visit(model);
  return found;
}

/** What the name of a class is in this family: `undefined` where no body of a class gives it a value. */
export function variableForm(c: Context, model: ClassModel, name: string): 'shared' | 'perClass' | 'start' | undefined {
  if (!bodyValue(model, name) || model.kind === 'enum') return undefined;
  const set = usesIn(c).onObjects.get(name);
  const relatives = family(model);
  if (set && (set.has(undefined) || [...relatives].some(one => set.has(`.${one.name}`)))) return 'start';
  // Handlers look into the struct of a base, which has no methods of the class below.
  if (isOverridden(model, name)) return model.kind === 'exception' ? 'start' : 'perClass';
  return 'shared';
}

/** Some class above or below has it too. */
function isOverridden(model: ClassModel, name: string): boolean {
  const below = (one: ClassModel): boolean =>
    one.subclasses.some(sub => bodyValue(sub, name) !== undefined || below(sub));
  const above = (one: ClassModel): boolean =>
    one.bases.some(base => bodyValue(base, name) !== undefined || above(base));
  return !model.isProtocol && (below(model) || above(model));
}

/** All classes of a family give it values of one type. */
export function familyType(c: Context, model: ClassModel, name: string): Type {
  const given = [...family(model)].flatMap(one => bodyValue(one, name) ?? []);
  return settle(joinAll(given.map(node => c.facts.typeOf(node))));
}

/** Whether the class has a variable of the package for it, or the value is written where it is read. */
export function hasVariable(c: Context, field: FieldModel): boolean {
  if (!field.classValue) return false;
  const use = usesIn(c).ofClasses.get(field.name);
  if (!field.isInstance && !field.perClass) return true;
  return use === 'set' || !isLiteralNode(field.classValue) || (field.isInstance && use !== undefined);
}

function isLiteralNode(node: py.Expression): boolean {
  if (node.kind === 'UnaryOp') return isLiteralNode(node.operand);
  if (node.kind === 'Tuple') return node.elts.every(isLiteralNode);
  return ['Int', 'Float', 'Str', 'Bool', 'None'].includes(node.kind);
}

/** The value that a class has, as Go reads it. */
export function classVariableValue(c: Context, field: FieldModel): Value {
  if (hasVariable(c, field)) {
    return value(g.ident(c.model.classVariable(field.owner.name, field.name)), field.type, true);
  }
  return coerce(c, expression(c, field.classValue!, field.type), field.type);
}

/** Reads a variable that each class of a family has of its own: by a method, which finds the one of the object's class. */
export function perClassRead(c: Context, of: Value, field: FieldModel): Value {
  const owner = c.model.classes.get(c.func.self?.className ?? '');
  const isSelf = of.node.kind === 'Ident' && of.node.name === c.func.roles['self'];
  const dispatches = isSelf && owner?.needsSelf && overriddenBelow(c.model, owner, c).has(field.name);
  const object = dispatches ? g.sel(of.node, 'self') : of.node;
  return value(g.method(object, perClassMethod(c, field.owner, field.name)), field.type, of.pure);
}

export function perClassMethod(c: Context, owner: ClassModel, name: string): string {
  const wanted = avoidGoKeywords(goName(name, 'method', c.exports));
  const taken = new Set([...owner.methods.values()].map(method => method.goName));
  return taken.has(wanted) ? `${wanted}Value` : wanted;
}

/** The methods of a class by which such variables are read. */
export function perClassMethods(c: Context, model: ClassModel): go.Declaration[] {
  return ownFields(model, c)
    .filter(field => field.perClass)
    .map(field => {
      const type = familyType(c, model, field.name);
      const body = noting(
        c,
        field.classValue ?? model.node,
        () => c.block(() => c.emit(g.ret(classVariableValue(c, { ...field, type }).node))),
        () => [g.exprStmt(g.call('panic', g.str(`${field.name} has no counterpart here`)))],
      );
      const made = g.funcDecl(
        perClassMethod(c, findField(model, field.name, c)?.owner ?? model, field.name),
        g.funcType([], [c.goType(type)]),
        body,
        g.field(
          receiverName(model),
          model.goType.kind === 'value' ? g.ident(model.structName) : g.star(g.ident(model.structName)),
        ),
      );
      made.blank = true;
      return made;
    });
}

/** The variables of the package that belong to a class. */
export function classVariables(c: Context, model: ClassModel): go.Declaration[] {
  return ownFields(model, c)
    .filter(field => hasVariable(c, field) && field.name !== '__slots__')
    .map(field => {
      const write = (): Value => coerce(c, expression(c, field.classValue!, field.type), field.type);
      const name = c.model.classVariable(model.name, field.name);
      const made = noting(
        c,
        field.classValue!,
        () => c.capture(write),
        () => undefined,
      );
      if (!made) return g.varDecl(name, c.goType(field.type), []);
      // What needs statements is written once more, as the result of a function.
      if (made.before.length > 0) {
        const literal = closure(c, [], c.goType(field.type), () => write().node);
        return g.varDecl(name, undefined, [g.call(literal)]);
      }
      const { result } = made;
      const needsType = field.type.kind === 'any' || field.type.kind === 'optional' || result.node.kind === 'Ident';
      const type =
        needsType || (field.type.kind === 'float' && result.node.kind === 'IntLit') ? c.goType(field.type) : undefined;
      return g.varDecl(name, type, [result.node]);
    });
}

/** The field as the nearest class declares it: a class reads its own value before that of a base. */
export function nearestField(c: Context, model: ClassModel, name: string): FieldModel | undefined {
  const own = ownFields(model, c).find(field => field.name === name);
  if (own) return own;
  for (const base of model.bases) {
    const found = nearestField(c, base, name);
    if (found) return found;
  }
  return undefined;
}

/** What objects of a class start with: the fields that the class itself gives a value. */
export function startValues(c: Context, model: ClassModel): FieldModel[] {
  return ownFields(model, c).filter(field => {
    if (!field.isInstance || !field.classValue) return false;
    const makers = [...ancestors(model)].flatMap(one => one.methods.get('__init__')?.node ?? []);
    return !makers.some(init => assignsFirst(init, field.name));
  });
}

function ancestors(model: ClassModel): Set<ClassModel> {
  return new Set([model, ...model.bases.flatMap(base => [...ancestors(base)])]);
}

/** The first that a constructor does with a field is to give it a value. */
function assignsFirst(init: py.FunctionDef, name: string): boolean {
  for (const statement of init.body) {
    let mentions = 0;
    walk(statement, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Attribute' && node.attr.kind === 'Name' && node.attr.id === name) mentions++;
    });
    if (mentions === 0) continue;
    const [target] = statement.kind === 'Assign' ? statement.targets : [];
    const assigned = statement.kind === 'AnnAssign' ? statement.target : target;
    const isIt = assigned?.kind === 'Attribute' && assigned.attr.kind === 'Name' && assigned.attr.id === name;
    return isIt && mentions === 1;
  }
  return false;
}

/** Statements that give an object what its class starts with; a base has set its own part by then. */
export function writeStartValues(c: Context, model: ClassModel, object: string, inherited: boolean): void {
  for (const field of startValues(c, model)) {
    const isInherited = model.bases.some(base => findField(base, field.name, c) !== undefined);
    if (isInherited !== inherited) continue;
    const type = findField(model, field.name, c)?.type ?? field.type;
    const given = coerce(c, classVariableValue(c, field), type);
    c.emit(g.assign(g.sel(g.ident(object), fieldName(c, field.name)), given.node));
  }
}

/** What objects start with by all bases, those highest first, where no constructor of a base runs. */
export function writeFamilyStarts(c: Context, model: ClassModel, object: string): void {
  for (const base of model.bases) {
    writeFamilyStarts(c, base, object);
    writeStartValues(c, base, object, false);
  }
  writeStartValues(c, model, object, true);
}

/** The literal of a class without a constructor, with what its objects start with. */
export function startLiteral(
  c: Context,
  model: ClassModel,
  over: ReadonlyMap<string, Value> = new Map(),
  /** What is no field of the class in Python: the message of an exception. */
  extra: ReadonlyMap<string, go.Expression> = new Map(),
): go.CompositeLit {
  const values = new Map(over);
  for (const field of startValues(c, model)) {
    if (!values.has(field.name)) values.set(field.name, classVariableValue(c, field));
  }
  const items: go.KeyValueExpr[] = [];
  const inner = new Map(values);
  for (const field of ownFields(model, c)) {
    const given = values.get(field.name);
    const isInherited = model.bases.some(base => findField(base, field.name, c) !== undefined);
    if (!given || !field.isInstance || isInherited) continue;
    items.push(g.keyValue(g.ident(fieldName(c, field.name)), coerce(c, given, field.type).node));
    inner.delete(field.name);
  }
  const parts = model.bases.flatMap(base => {
    const part = startLiteral(c, base, inner, extra);
    return part.elts.length > 0 ? [g.keyValue(g.ident(base.structName), part)] : [];
  });
  const own = model.bases.length > 0 ? [] : [...extra].map(([name, given]) => g.keyValue(g.ident(name), given));
  return g.composite(g.ident(model.structName), [...parts, ...own, ...items]);
}
