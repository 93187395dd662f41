/** Composite literals: lists, dicts, and objects of structs. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { isEmptyStruct } from './annotations';
import { binary, call, dict, keyword, list, name, set } from './build';
import { evaluate } from './constants';
import { gap, simple, type Context, type Value } from './context';
import { valueOf } from './expressions';
import { libraryLiteral } from './library';
import { combine } from './operators';
import { isByteSlice } from './goTypes';
import type { FieldInfo, TypeInfo } from './program';
import { arrayLength, repeated, zero } from './values';
import { mapKey } from './indexing';

export function compositeLiteral(cx: Context, node: go.CompositeLit): Value {
  const type = cx.typing.of(node);
  if (type.kind === 'pointer') {
    // `{1, 2}` among pointers stands for `&Point{1, 2}`.
    return { ...literalOf(cx, node, type.to), type };
  }
  return literalOf(cx, node, type);
}

function literalOf(cx: Context, node: go.CompositeLit, type: Type): Value {
  const below = cx.typing.underlying(type);
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  const wrap = (value: Value): Value =>
    info && info.methods.size > 0 && info.form === 'container'
      ? { ...value, value: call(info.pyName, ...(node.elts.length ? [value.value] : [])), type }
      : { ...value, type };
  switch (below.kind) {
    case 'list':
    case 'array':
      return wrap(sequence(cx, node, below));
    case 'bytes':
      return wrap(sequence(cx, node, { kind: 'list', elt: { kind: 'int', go: 'uint8' } }));
    case 'dict':
      return wrap(mapping(cx, node, below));
    case 'tuple':
      return simple(name('None'), type);
    case 'instance':
      if (info?.form === 'struct') return object(cx, node, info, type);
      return libraryLiteral(cx, node, below.name) ?? gap(`a value of ${below.name} has no counterpart here yet`, node);
    default:
      return anonymous(cx, node);
  }
}

function sequence(cx: Context, node: go.CompositeLit, type: Type & { kind: 'list' | 'array' }): Value {
  if (node.elts.some(elt => elt.kind === 'KeyValueExpr')) return indexed(cx, node, type);
  const elts = node.elts.map(elt => valueOf(cx, elt, type.elt));
  const isBytes = isByteSlice({ kind: 'list', elt: type.elt }) && type.kind === 'list';
  const missing = type.kind === 'array' ? (arrayLength(cx, type.len) ?? 0) - elts.length : 0;
  return combine(
    elts,
    values => {
      if (isBytes) return call('bytearray', ...(values.length ? [list(...values)] : []));
      const given = list(...values);
      if (missing <= 0) return given;
      const rest = repeated(cx, type.elt, { kind: 'Int', value: String(missing), start: -1, end: -1 });
      return values.length === 0 ? rest : binary(given, '+', rest);
    },
    type,
  );
}

/** `[]string{2: "b", 0: "a"}`: the places between hold zero values. */
function indexed(cx: Context, node: go.CompositeLit, type: Type & { kind: 'list' | 'array' }): Value {
  const places: (Value | undefined)[] = [];
  let at = 0;
  for (const elt of node.elts) {
    if (elt.kind === 'KeyValueExpr') {
      const index = evaluate(elt.key, id => cx.program.constants.get(id)?.value);
      if (typeof index !== 'bigint' || index > 10_000n) return gap('an index that is not a constant', elt);
      at = Number(index);
    }
    places[at++] = valueOf(cx, elt.kind === 'KeyValueExpr' ? elt.value : elt, type.elt);
  }
  const length = (type.kind === 'array' ? arrayLength(cx, type.len) : undefined) ?? places.length;
  return combine(
    places.filter(place => place !== undefined),
    () => list(...Array.from({ length }, (_, i) => places[i]?.value ?? zero(cx, type.elt))),
    type,
  );
}

function mapping(cx: Context, node: go.CompositeLit, type: Type & { kind: 'dict' }): Value {
  const pairs = node.elts.map(elt => {
    if (elt.kind !== 'KeyValueExpr') return gap('a map without keys', elt);
    return [mapKey(cx, valueOf(cx, elt.key, type.key)), elt.value] as const;
  });
  if (isEmptyStruct(cx, type.value)) {
    return combine(
      pairs.map(([key]) => key),
      keys => (keys.length === 0 ? call('set') : set(...keys)),
      type,
    );
  }
  const values = pairs.map(([, value]) => valueOf(cx, value, type.value));
  return {
    before: [...pairs.flatMap(([key]) => key.before), ...values.flatMap(value => value.before)],
    value: dict(...pairs.map(([key], i): [py.Expression, py.Expression] => [key.value, values[i]!.value])),
    type,
    pure: values.every(value => value.pure),
  };
}

/** The fields that a literal gives, by their name. */
export function givenFields(node: go.CompositeLit, info: TypeInfo): Map<string, go.Expression> {
  const given = new Map<string, go.Expression>();
  node.elts.forEach((elt, i) => {
    if (elt.kind === 'KeyValueExpr') {
      if (elt.key.kind === 'Ident') given.set(elt.key.name, elt.value);
    } else if (info.fields[i]) given.set(info.fields[i].name, elt);
  });
  return given;
}

function object(cx: Context, node: go.CompositeLit, info: TypeInfo, type: Type): Value {
  const keyed = node.elts.some(elt => elt.kind === 'KeyValueExpr');
  const before: py.Statement[] = [];
  const args = fieldArguments(cx, node, info, type, before);
  // What was given in order stays so, as far as nothing is left out.
  const isShort = !keyed || (args.length === info.fields.length && args.length === 1);
  const written =
    isShort && args.every((arg, i) => arg.field === info.fields[i])
      ? args.map(arg => arg.value)
      : args.map(arg => keyword(arg.field.pyName, arg.value));
  return { before, value: call(info.pyName, ...written), type, pure: true };
}

function fieldArguments(
  cx: Context,
  node: go.CompositeLit,
  info: TypeInfo,
  type: Type,
  before: py.Statement[],
): { field: FieldInfo; value: py.Expression }[] {
  const given = givenFields(node, info);
  return info.fields.flatMap(field => {
    const value = given.get(field.name);
    if (!value) return [];
    if (field.embedded && cx.classes.inherits(info.name, field.name)) {
      const inner = value.kind === 'UnaryExpr' ? value.x : value;
      const base = cx.typing.info(cx.typing.fromSyntax(field.type));
      if (inner.kind === 'CompositeLit' && base) return fieldArguments(cx, inner, base, cx.typing.of(inner), before);
    }
    const translated = valueOf(cx, value, cx.typing.field(type, field.name)?.type ?? cx.typing.fromSyntax(field.type));
    before.push(...translated.before);
    return [{ field, value: translated.value }];
  });
}

/** A struct without a name is a small object. */
function anonymous(cx: Context, node: go.CompositeLit): Value {
  if (node.type?.kind === 'StructType' && node.type.fields.length === 0)
    return simple({ kind: 'None', start: -1, end: -1 }, cx.typing.of(node));
  return gap('a struct without a name', node);
}
