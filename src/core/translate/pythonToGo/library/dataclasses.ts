/** Python's `dataclasses` and `copy`: values made of others. */
import { any, str, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import { fieldName } from '../attributes';
import { positional } from '../arguments';
import { completed } from '../calls';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { orderedCopy } from '../dicts';
import { expression } from '../expressions';
import * as g from '../../goNodes';
import type { ClassModel } from '../models';
import { dict, tuple } from '../shapes';
import { pure, value, type Value } from '../value';
import type { LibraryModule } from './table';

function modelOf(c: Context, type: Type): ClassModel | undefined {
  return type.kind === 'instance' && type.name.startsWith('.') ? c.model.classes.get(type.name.slice(1)) : undefined;
}

/** The fields of an instance in their order, those of its bases first. */
function fieldsOf(model: ClassModel): string[] {
  const own = (model.declaration?.fields ?? []).filter(field => !field.constant).map(field => field.name);
  return [...new Set([...model.bases.flatMap(fieldsOf), ...own])];
}

/** A copy of the struct; of one that is kept by its address, the address of the copy. */
function shallow(c: Context, of: Value, model: ClassModel, change: (name: string) => void): Value {
  if (model.goType.kind !== 'value' && model.goType.kind !== 'pointer') {
    return c.gap(`a copy of a ${model.name} has no counterpart here`);
  }
  const name = c.freshLocal('changed');
  const isPointer = model.goType.kind === 'pointer';
  c.emit(g.define(name, isPointer ? g.star(of.node) : of.node));
  change(name);
  return pure(isPointer ? g.unary('&', g.ident(name)) : g.ident(name), of.type);
}

function replace(c: Context, node: py.Call): Value | undefined {
  const [first] = positional(node);
  if (!first) return undefined;
  const of = expression(c, first);
  const model = modelOf(c, of.type);
  if (!model) return c.gap('this replace has no counterpart here', node);
  const made = replaced(c, of, model, node);
  const after = c.model.method(model.name, '__post_init__');
  return after ? completed(c, made, after) : made;
}

/** A copy with some fields changed: `replace(x, a=1)` and `x._replace(a=1)`. */
export function replaced(c: Context, of: Value, model: ClassModel, node: py.Call): Value {
  return shallow(c, of, model, name => {
    for (const arg of node.args) {
      if (arg.kind !== 'Keyword') continue;
      const field = arg.arg?.kind === 'Name' ? c.model.field(model.name, arg.arg.id) : undefined;
      if (!field || arg.arg?.kind !== 'Name') return c.gap('this field is not known here', node);
      const given = coerce(c, expression(c, arg.value, field.type), field.type);
      c.emit(g.assign(g.sel(g.ident(name), fieldName(c, arg.arg.id)), given.node));
    }
  });
}

/** `asdict`: the fields by their names, also inside of fields. */
export function asDict(c: Context, of: Value, type: Type, deep = true): Value {
  const model = modelOf(c, of.type);
  if (!model || type.kind !== 'dict') return c.gap('the fields of this have no counterpart here');
  const source = of.node.kind === 'Ident' ? of : c.temporary(of, 'of');
  const result = c.resultVariable(type, 'fields');
  c.emit(result.start(c.emptyDict(type)));
  for (const name of fieldsOf(model)) {
    const field = c.model.field(model.name, name);
    if (!field) return c.gap(`${model.name} has no field ${name} that is known here`);
    const held = value(g.sel(source.node, fieldName(c, name)), field.type, true);
    const inner = deep ? plainValue(c, held, type) : held;
    c.emit(c.setItem(g.ident(result.name), type, g.str(name), coerce(c, inner, type.value).node));
  }
  return pure(g.ident(result.name), type);
}

/** `astuple`: the values of the fields, where none of them is an object itself. */
function asTuple(c: Context, of: Value): Value {
  const model = modelOf(c, of.type);
  if (!model?.isDataclass) return c.gap('the fields of this have no counterpart here');
  const source = of.node.kind === 'Ident' ? of : c.temporary(of, 'of');
  const fields = fieldsOf(model).map(name => c.model.field(model.name, name));
  const values = fields.map(field => {
    if (!field || !isScalar(field.type)) return c.gap(`a field of ${model.name} has no counterpart in a tuple here`);
    return value(g.sel(source.node, fieldName(c, field.name)), field.type, true);
  });
  const type = tuple(...values.map(one => one.type));
  return value(
    g.composite(
      c.goType(type),
      values.map(one => one.node),
    ),
    type,
    true,
  );
}

function plainValue(c: Context, of: Value, type: Type): Value {
  if (of.type.kind === 'optional' && modelOf(c, of.type.of)?.isDataclass) {
    const name = c.freshLocal('inner');
    const present = value(of.node, of.type.of, true);
    const body = c.block(() => c.emit(g.assign(g.ident(name), asDict(c, present, type).node)));
    c.emit(g.define(name, g.call('any', g.nil())), g.ifStmt(g.binary(of.node, '!=', g.nil()), body));
    return pure(g.ident(name), any);
  }
  if (of.type.kind === 'instance') {
    const model = modelOf(c, of.type);
    return model?.isDataclass ? asDict(c, of, type) : of;
  }
  const holds = of.type.kind === 'list' && modelOf(c, of.type.elt)?.isDataclass;
  if (of.type.kind !== 'list' || !holds) return of;
  const to: Type = { kind: 'list', elt: type };
  const [items, item] = [c.freshLocal('items'), c.freshLocal('item')];
  const elt = of.type.elt;
  c.emit(g.define(items, g.composite(c.goType(to), [])));
  const body = c.block(() => {
    const made = asDict(c, pure(g.ident(item), elt), type);
    c.emit(g.assign(g.ident(items), g.call('append', g.ident(items), made.node)));
  });
  c.emit(g.rangeStmt(undefined, item, of.node, body));
  return pure(g.ident(items), to);
}

/** Whether a copy of the value itself is all there is to copy. */
function isScalar(type: Type): boolean {
  if (type.kind === 'tuple') return type.elts.every(isScalar);
  return ['int', 'float', 'str', 'bool', 'none', 'func'].includes(type.kind);
}

function copied(c: Context, of: Value, deep: boolean): Value {
  const { type } = of;
  if (isScalar(type)) return of;
  if (type.kind === 'list') {
    if (!deep || isScalar(type.elt)) return value(g.pkgCall('slices', 'Clone', of.node), type);
    const [result, item] = [c.freshLocal('items'), c.freshLocal('item')];
    const body = c.block(() => {
      const made = copied(c, pure(g.ident(item), type.elt), deep);
      c.emit(g.assign(g.ident(result), g.call('append', g.ident(result), made.node)));
    });
    const start: Expression = g.call('make', c.goType(type), g.int(0), g.call('len', of.node));
    c.emit(g.define(result, start), g.rangeStmt(undefined, item, of.node, body));
    return pure(g.ident(result), type);
  }
  if (type.kind === 'set') return value(g.pkgCall('maps', 'Clone', of.node), type);
  if (type.kind === 'dict') {
    if (!deep || isScalar(type.value)) {
      return c.isOrdered(type) ? orderedCopy(c, of, type) : value(g.pkgCall('maps', 'Clone', of.node), type);
    }
    const [result, key, item] = [c.freshLocal('copied'), c.freshLocal('key'), c.freshLocal('value')];
    const body = c.block(() => {
      const made = copied(c, pure(g.ident(item), type.value), deep);
      c.emit(c.setItem(g.ident(result), type, g.ident(key), made.node));
    });
    const all = c.isOrdered(type) ? g.method(of.node, 'All') : of.node;
    c.emit(g.define(result, c.emptyDict(type)), g.rangeStmt(key, item, all, body));
    return pure(g.ident(result), type);
  }
  const model = modelOf(c, type);
  const name = deep ? '__deepcopy__' : '__copy__';
  if (!model || c.model.method(model.name, name)) return c.gap('a copy of this has no counterpart here');
  if (!deep) return shallow(c, of, model, () => undefined);
  return shallow(c, of, model, changed => {
    for (const one of fieldsOf(model)) {
      const field = c.model.field(model.name, one);
      if (!field) return c.gap(`${model.name} has no field ${one} that is known here`);
      if (isScalar(field.type)) continue;
      const place = g.sel(g.ident(changed), fieldName(c, one));
      // A class that holds itself would be copied without an end.
      if (modelOf(c, field.type) ?? (field.type.kind === 'list' && modelOf(c, field.type.elt))) {
        return c.gap('a deep copy of objects inside of objects has no counterpart here');
      }
      c.emit(g.assign(place, copied(c, pure(place, field.type), deep).node));
    }
  });
}

const copying =
  (deep: boolean) =>
  (c: Context, node: py.Call): Value | undefined => {
    const [first] = positional(node);
    return first && copied(c, expression(c, first), deep);
  };

/** Python's `dataclasses` and `copy`. */
export const dataclasses: LibraryModule = {
  calls: {
    'dataclasses.replace': replace,
    'dataclasses.asdict': (c, node) => {
      const [first] = positional(node);
      if (!first || node.args.length > 1) return undefined;
      const known = c.typeOf(node);
      return asDict(c, expression(c, first), known.kind === 'dict' ? known : dict(str, any));
    },
    'dataclasses.astuple': (c, node) => {
      const [first] = positional(node);
      return first && node.args.length === 1 ? asTuple(c, expression(c, first)) : undefined;
    },
    'copy.copy': copying(false),
    'copy.deepcopy': copying(true),
  },
};
