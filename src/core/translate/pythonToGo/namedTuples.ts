/** Named tuples where Python takes them for plain ones, and the methods that they all have. */
import { int, str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { fieldName } from './attributes';
import { allFields, type FieldModel, literalOf } from './classModel';
import { coerce, commonType } from './coerce';
import type { Context } from './context';
import { asList } from './displays';
import { expression } from './expressions';
import { partsOf } from './iteration';
import { asDict, replaced } from './library/dataclasses';
import { isNamedTuple } from './modelFacts';
import type { ClassModel } from './models';
import { dict, list, tuple } from './shapes';
import { pure, value, type Value } from './value';

/** The class of a named tuple; undefined for other types. */
export function namedTupleOf(c: Context, type: Type): ClassModel | undefined {
  const model =
    type.kind === 'instance' && type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
  return model && isNamedTuple(model) ? model : undefined;
}

export const tupleFieldsOf = (c: Context, model: ClassModel): FieldModel[] =>
  allFields(model, c).filter(field => field.isInstance);

/** The plain tuple of its fields; undefined for values of other types. */
export function plainTuple(c: Context, of: Value): Value | undefined {
  const model = namedTupleOf(c, of.type);
  if (!model) return undefined;
  const fields = tupleFieldsOf(c, model);
  const type = tuple(...fields.map(field => field.type));
  const source = of.node.kind === 'Ident' ? of : c.temporary(of, 'record');
  const items = fields.map(field => g.sel(source.node, fieldName(c, field.name)));
  return value(g.composite(c.goType(type), items), type, true);
}

/** The fields as a list of the type that they share. */
export function fieldList(c: Context, of: Value): Value | undefined {
  const model = namedTupleOf(c, of.type);
  if (!model) return undefined;
  const fields = tupleFieldsOf(c, model);
  const elt = commonType(
    c,
    fields.map(field => field.type),
  );
  const source = of.node.kind === 'Ident' ? of : c.temporary(of, 'record');
  const items = fields.map(
    field => coerce(c, value(g.sel(source.node, fieldName(c, field.name)), field.type, true), elt).node,
  );
  return value(g.composite(c.goType(list(elt)), items), list(elt), true);
}

/** One field by its place. */
export function fieldAt(c: Context, of: Value, at: number): Value | undefined {
  const model = namedTupleOf(c, of.type);
  const fields = model ? tupleFieldsOf(c, model) : [];
  const field = fields.at(at);
  return field && value(g.sel(of.node, fieldName(c, field.name)), field.type, of.pure);
}

/** `_replace`, `_asdict` and `_make`. */
export function namedTupleMethod(c: Context, of: Value, name: string, node: py.Call): Value | undefined {
  const model = namedTupleOf(c, of.type);
  if (!model) return undefined;
  if (name === '_replace') return replaced(c, of, model, node);
  if (name !== '_asdict') return undefined;
  const known = c.typeOf(node);
  const { type } = fieldList(c, of)!;
  return asDict(c, of, known.kind === 'dict' ? known : dict(str, type.kind === 'list' ? type.elt : int), false);
}

/** `Point._make(row)`, and `Point._fields` as a value. */
export function madeFrom(c: Context, model: ClassModel, row: py.Expression): Value {
  const fields = tupleFieldsOf(c, model);
  const given = expression(c, row);
  const parts = partsOf(c, given, fields.length) ?? itemsOf(c, asList(c, given), fields.length);
  const values = parts.map((part, i) => coerce(c, part, fields[i]!.type).node);
  return value(literalOf(c, model, values), { kind: 'instance', name: `.${model.name}`, args: [] });
}

function itemsOf(c: Context, of: Value, count: number): Value[] {
  const items = c.temporary(of, 'row');
  const elt: Type = items.type.kind === 'list' ? items.type.elt : { kind: 'any' };
  return Array.from({ length: count }, (_, i) => value(g.index(items.node, g.int(i)), elt, true));
}

export function fieldNamesOf(c: Context, model: ClassModel): Value {
  const names = tupleFieldsOf(c, model).map(field => g.str(field.name));
  const type = tuple(...names.map(() => str));
  return pure(g.composite(c.goType(type), names), type);
}
