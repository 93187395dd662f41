/** What Python writes for a dataclass by itself: its text, its equality and its order. */
import { GapError } from '../gaps';
import { asShown } from './shownNumbers';
import { bool, int, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { fieldName } from './attributes';
import { receiverName, type AskedMethod } from './classes';
import { allFields, type FieldModel } from './classModel';
import { equality, threeWay } from './comparisons';
import type { Context } from './context';
import { reprOf } from './formatting';
import { isTrue } from './modelFacts';
import type { ClassModel } from './models';
import { value, type Value } from './value';

/** The option of a decorator or of `field(…)`. */
function option(node: py.Expression | undefined, name: string): py.Expression | undefined {
  if (node?.kind !== 'Call') return undefined;
  for (const arg of node.args) {
    if (arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && arg.arg.id === name) return arg.value;
  }
  return undefined;
}

const isFalse = (node: py.Expression | undefined): boolean => node?.kind === 'Bool' && !node.value;

function decorated(c: Context, model: ClassModel, name: string): py.Expression | undefined {
  return model.node.decorators
    .map(one =>
      /dataclass$/.test(c.facts.qualifiedName(one.kind === 'Call' ? one.func : one) ?? '')
        ? option(one, name)
        : undefined,
    )
    .find(one => one);
}

/** The fields that a generated method looks at: `field(repr=False)` leaves one out. */
function fieldsFor(c: Context, model: ClassModel, use: 'repr' | 'compare'): FieldModel[] {
  return allFields(model, c).filter(field => {
    if (!field.isInstance) return false;
    return !isFalse(option(field.default, use));
  });
}

function method(
  model: ClassModel,
  name: string,
  params: go.Field[],
  result: string,
  body: go.Statement[],
): go.FuncDecl {
  const own = g.ident(model.structName);
  const receiver = g.field(receiverName(model), model.goType.kind === 'value' ? own : g.star(own));
  const made = g.funcDecl(name, g.funcType(params, [g.ident(result)]), body, receiver);
  made.blank = true;
  return made;
}

/** A field in the text of its class. Where the text may come out wrong, the class says so; the method stands anyway. */
function shownField(c: Context, model: ClassModel, name: string, held: Value): Value {
  try {
    return asShown(c, `${model.name}.${name}`, held);
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    const range = c.rangeOf(model.node) ?? { start: 0, end: 0 };
    c.notes.gap({ ...range, what: `${name} in the text of ${model.name}: ${error.message}` });
    return held;
  }
}

/** `Point(x=1, y=2)`. */
export function dataclassText(c: Context, model: ClassModel, name: 'String' | 'GoString'): go.FuncDecl {
  const self = g.ident(receiverName(model));
  const body = c.block(() => {
    const parts: go.Expression[] = [];
    const format = fieldsFor(c, model, 'repr')
      .map(field => {
        const held = value(g.sel(self, fieldName(c, field.name)), field.type, true);
        const shown = shownField(c, model, field.name, held);
        parts.push(field.type.kind === 'int' ? shown.node : reprOf(c, shown));
        return `${field.name}=${field.type.kind === 'int' ? '%d' : '%s'}`;
      })
      .join(', ');
    const text = g.str(`${model.name}(${format})`);
    c.emit(g.ret(parts.length > 0 ? g.pkgCall('fmt', 'Sprintf', text, ...parts) : text));
  });
  return method(model, name, [], 'string', body);
}

const asked = new WeakMap<ClassModel, Set<'Equal' | 'Compare'>>();

function ask(model: ClassModel, what: 'Equal' | 'Compare'): void {
  asked.set(model, (asked.get(model) ?? new Set()).add(what));
}

function dataclassOf(c: Context, type: Type): ClassModel | undefined {
  const model =
    type.kind === 'instance' && type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
  return model?.isDataclass && (model.goType.kind === 'pointer' || model.goType.kind === 'value') ? model : undefined;
}

/** `==` of two dataclasses of one class, by their fields. */
export function dataclassEquality(c: Context, left: Value, right: Value): go.Expression | undefined {
  const model = dataclassOf(c, left.type);
  if (!model || isFalse(decorated(c, model, 'eq'))) return undefined;
  const fields = fieldsFor(c, model, 'compare');
  const isPlain =
    fields.length === allFields(model, c).filter(one => one.isInstance).length &&
    fields.every(field => isScalar(field.type)) &&
    !hasSelf(model);
  if (isPlain) {
    const [a, b] = model.goType.kind === 'value' ? [left.node, right.node] : [g.star(left.node), g.star(right.node)];
    return g.binary(a, '==', b);
  }
  ask(model, 'Equal');
  return g.method(left.node, 'Equal', right.node);
}

const isScalar = (type: Type): boolean =>
  ['int', 'str', 'bool', 'float'].includes(type.kind) || (type.kind === 'tuple' && type.elts.every(isScalar));

const hasSelf = (model: ClassModel): boolean => model.needsSelf || model.bases.some(hasSelf);

/** The order of a dataclass with `order=True`, or of a named tuple: -1, 0 or 1. */
export function dataclassOrder(c: Context, left: Value, right: Value): go.Expression | undefined {
  const model = dataclassOf(c, left.type);
  const order = model && decorated(c, model, 'order');
  const isOrdered = model?.libraryBases.includes('typing.NamedTuple') ?? false;
  if (!model || !(isOrdered || (order && isTrue(order))) || right.type.kind !== 'instance') return undefined;
  ask(model, 'Compare');
  return g.method(left.node, 'Compare', right.node);
}

/** The methods that comparisons asked for. */
export function dataclassMethods(model: ClassModel): AskedMethod[] {
  return [...(asked.get(model) ?? [])].map(name => ({ name, write: name === 'Equal' ? equalMethod : compareMethod }));
}

function sides(c: Context, model: ClassModel, field: FieldModel): [Value, Value] {
  const of = (object: string): Value => value(g.sel(g.ident(object), fieldName(c, field.name)), field.type, true);
  return [of(receiverName(model)), of('other')];
}

function otherParameter(model: ClassModel): go.Field {
  const own = g.ident(model.structName);
  return g.field('other', model.goType.kind === 'value' ? own : g.star(own));
}

function equalMethod(c: Context, model: ClassModel): go.FuncDecl {
  const body = c.block(() => {
    const tests = fieldsFor(c, model, 'compare').map(field => equality(c, ...sides(c, model, field)));
    c.emit(g.ret(tests.length > 0 ? tests.reduce((all, one) => g.binary(all, '&&', one)) : g.bool(true)));
  });
  return method(model, 'Equal', [otherParameter(model)], bool.kind, body);
}

function compareMethod(c: Context, model: ClassModel): go.FuncDecl {
  const body = c.block(() => {
    const parts = fieldsFor(c, model, 'compare').map(field => threeWay(c, ...sides(c, model, field)));
    c.emit(g.ret(parts.length === 1 ? parts[0]! : g.pkgCall('cmp', 'Or', ...parts)));
  });
  return method(model, 'Compare', [otherParameter(model)], int.kind, body);
}
