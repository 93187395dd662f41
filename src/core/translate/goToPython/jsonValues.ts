/** Values that are written as JSON: the keys have to be those of Go, and so has their order. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import {
  assign,
  attribute,
  bool,
  boolOp,
  call,
  dict,
  generator,
  ifExp,
  int,
  keyword,
  listComp,
  method,
  name,
  none,
} from './build';
import { str, tuple } from './build';
import { gap, type Context, type Value } from './context';
import { emptinessOf, fieldEmptiness, type Emptiness } from './emptiness';
import { expression } from './expressions';
import { structsInAny } from './heldAsAny';
import { isByteSlice, isRune } from './goTypes';
import { freshName, unusedName } from './naming';
import type { FieldInfo, TypeInfo } from './program';

/** The value as lists, dicts and plain values. */
export function jsonValue(cx: Context, node: go.Expression): Value {
  const data = dataOf(cx, node);
  return data.wholes ? { ...data, value: call(cx.out.helper('whole_numbers'), data.value) } : data;
}

interface Data extends Value {
  /** Floats are in it, which Go writes without a fraction where they have none. */
  wholes: boolean;
  /** Maps stand below structs, so that only the maps may be sorted. */
  sorts: boolean;
}

function dataOf(cx: Context, node: go.Expression): Data {
  const value = expression(cx, node.kind === 'UnaryExpr' && node.op === '&' ? node.x : node);
  const before = [...value.before];
  const state: Writing = { cx, node, before, wholes: false, isPlace: true, within: [], inStruct: false };
  const written = orNull(state, plainData(state, value.value, value.type), value.type, () => emptinessOf(cx, node));
  return { ...value, before, value: written, wholes: state.wholes, sorts: mayHoldMap(cx, value.type, false) };
}

/** Go writes a slice or a map that is nil as null. */
function orNull(state: Writing, data: py.Expression, type: Type, find: () => Emptiness): py.Expression {
  if (!/^(list|dict)$/.test(state.cx.typing.underlying(type).kind) || isByteSlice(type)) return data;
  const { nil, made } = find();
  if (nil && made) gap('JSON of a slice or a map that may be nil', state.node);
  return nil ? boolOp('or', data, none()) : data;
}

interface Writing {
  cx: Context;
  node: go.Expression;
  before: py.Statement[];
  wholes: boolean;
  /** Statements before the value are possible here: not inside of a comprehension. */
  isPlace: boolean;
  /** The structs that are being written, against those that hold themselves. */
  within: string[];
  inStruct: boolean;
}

/** `json.dumps(…)` of a value, laid out as Go does. */
export function dumped(cx: Context, node: go.Expression, indent: py.Expression | undefined): Value {
  const data = dataOf(cx, node);
  const value = data.wholes ? call(cx.out.helper('whole_numbers'), data.value) : data.value;
  const text = call(
    cx.out.member('json', 'dumps'),
    value,
    ...(indent ? [keyword('indent', indent)] : [keyword('separators', tuple(str(','), str(':')))]),
    ...(data.sorts ? [keyword('sort_keys', bool(true))] : []),
    keyword('ensure_ascii', bool(false)),
  );
  return { ...data, value: escaped(cx, text) };
}

/** Go escapes what means something in HTML. */
function escaped(cx: Context, text: py.Expression): py.Expression {
  let holds = false;
  for (const root of cx.program.roots)
    walk(root, at => void (at.kind === 'StringLit' && /[<>&]/.test(String(at['value'])) && (holds = true)));
  if (holds) return call(cx.out.helper('escape_html'), text);
  cx.notes.assume('no text that is written as JSON holds <, > or &, which Go writes as \\u003c, \\u003e and \\u0026');
  return text;
}

function plainData(state: Writing, value: py.Expression, type: Type): py.Expression {
  const { cx, node } = state;
  if (type.kind === 'pointer') {
    const own = held(state, value);
    const inner = plainData(state, own, type.to);
    return inner === own
      ? own
      : ifExp(
          { kind: 'Compare', left: own, ops: ['is not'], comparators: [none()], start: -1, end: -1 },
          inner,
          none(),
        );
  }
  if (type.kind === 'instance' && type.name === 'time.Time') return call(cx.out.helper('rfc3339'), value);
  if (type.kind === 'instance' && type.name === 'time.Duration')
    return call('round', { kind: 'BinOp', op: '*', left: value, right: int(1_000_000_000), start: -1, end: -1 });
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info && (info.methods.has('MarshalJSON') || info.methods.has('MarshalText')))
    return gap('JSON of a type that writes itself', node);
  if (info?.form === 'enum') return attribute(value, 'value');
  const below = cx.typing.underlying(type);
  switch (below.kind) {
    case 'int':
      return isRune(below) ? call('ord', value) : value;
    case 'str':
    case 'bool':
    case 'none':
      return value;
    case 'any':
      if (hasStructs(cx)) return call(cx.out.helper('json_data'), value, ...keyNames(cx, node));
      state.wholes = true;
      return value;
    case 'float':
      state.wholes = true;
      return value;
    case 'dict':
      return map(state, value, below);
    case 'list':
    case 'array': {
      if (isByteSlice(below)) return method(call(cx.out.member('base64', 'b64encode'), value), 'decode');
      const item = unusedName('item', value);
      const inner = below.elt;
      const made = repeatedly(state, () => plainData(state, name(item), inner));
      return made.kind === 'Name' && made.id === item ? value : listComp(made, generator(name(item), value));
    }
    case 'instance':
      if (info?.form === 'struct') return object(state, value, info);
      return gap('JSON of a value of this type', node);
    default:
      return gap('JSON of a value whose type is not known here', node);
  }
}

/** A value of any type may be a struct of the program. */
const hasStructs = (cx: Context): boolean => structsInAny(cx.program, cx.typing).size > 0;

/** The keys of fields that Python calls otherwise, and those that JSON does not see, where all structs agree. */
function keyNames(cx: Context, node: go.Expression): py.Expression[] {
  const names = new Map<string, string>();
  for (const info of structsInAny(cx.program, cx.typing)) {
    for (const field of info.fields) {
      const key = jsonKey(field);
      if (field.embedded || key?.omitEmpty) return gap('JSON of a value of any type beside such structs', node);
      const own = key?.name ?? '';
      if ((names.get(field.pyName) ?? own) !== own) return gap('JSON of a value of any type beside such structs', node);
      names.set(field.pyName, own);
    }
  }
  const other = [...names].filter(([field, key]) => field !== key);
  return other.length > 0
    ? [dict(...other.map(([field, key]): [py.Expression, py.Expression] => [str(field), str(key)]))]
    : [];
}

/** A name for what is looked at twice. */
function held(state: Writing, value: py.Expression): py.Expression {
  if (value.kind === 'Name' || (value.kind === 'Attribute' && held(state, value.value) === value.value)) return value;
  if (!state.isPlace) return gap('JSON of a value that is made on the spot', state.node);
  const own = freshName(state.cx, 'value');
  state.before.push(assign(own, value));
  return name(own);
}

function repeatedly<T>(state: Writing, work: () => T): T {
  const { isPlace } = state;
  state.isPlace = false;
  try {
    return work();
  } finally {
    state.isPlace = isPlace;
  }
}

function map(state: Writing, value: py.Expression, type: Type & { kind: 'dict' }): py.Expression {
  const { cx } = state;
  const [key, item] = [unusedName('key', value), unusedName('item', value)];
  const made = repeatedly(state, () => plainData(state, name(item), type.value));
  const keyType = cx.typing.underlying(type.key);
  const keyInfo = cx.typing.info(type.key);
  const isSame = made.kind === 'Name' && made.id === item && keyType.kind === 'str' && keyInfo?.form !== 'enum';
  const needsOrder = state.inStruct || holdsStruct(cx, type.value);
  if (isSame && !needsOrder) return value;
  const written: py.Expression =
    keyInfo?.form === 'enum'
      ? call('str', attribute(name(key), 'value'))
      : keyType.kind === 'str'
        ? name(key)
        : call('str', name(key));
  const items = needsOrder ? call('sorted', method(value, 'items')) : method(value, 'items');
  if (isSame) return call('dict', items);
  if (needsOrder && keyType.kind !== 'str') gap('JSON of a map whose keys are no texts', state.node);
  return {
    kind: 'DictComp',
    key: written,
    value: made,
    generators: [generator(tuple(name(key), name(item)), items)],
    start: -1,
    end: -1,
  };
}

export function holdsStruct(cx: Context, type: Type): boolean {
  const below = cx.typing.underlying(type.kind === 'pointer' ? type.to : type);
  if (below.kind === 'list' || below.kind === 'array') return holdsStruct(cx, below.elt);
  if (below.kind === 'dict') return holdsStruct(cx, below.value);
  return below.kind === 'instance' && cx.typing.info(below)?.form === 'struct';
}

/** Whether the whole value may be sorted: maps, and no structs. */
function mayHoldMap(cx: Context, type: Type, isMap: boolean): boolean {
  const below = cx.typing.underlying(type.kind === 'pointer' ? type.to : type);
  if (below.kind === 'list' || below.kind === 'array') return mayHoldMap(cx, below.elt, isMap);
  if (below.kind === 'dict') return !holdsStruct(cx, below.value);
  return (below.kind === 'any' && !hasStructs(cx)) || isMap;
}

/** `vars(x)` where the fields have their names already, else a dict of them. */
function object(state: Writing, value: py.Expression, info: TypeInfo): py.Expression {
  const { cx, node } = state;
  if (state.within.includes(info.name)) gap('JSON of a struct that holds itself', node);
  const fields = jsonFields(cx, info, []);
  if (fields.some(({ field }) => /,string\b/.test(/json:"([^"]*)"/.exec(field.tag ?? '')?.[1] ?? '')))
    gap('a number that is written as a text', node);
  const names = fields.map(({ field }) => field.pyName);
  const isWhole = names.length === info.fields.length && !fields.some(({ path }) => path.length > 0);
  const given = literalFields(value, names);
  const own = fields.length === 1 || given ? value : held(state, value);
  const { inStruct } = state;
  state.inStruct = true;
  state.within.push(info.name);
  const items = fields.map(({ field, owner, key, path, omitEmpty }): [py.Expression, py.Expression, boolean] => {
    const place = given?.get(field.pyName) ?? [...path, field.pyName].reduce<py.Expression>(attribute, own);
    const type = cx.typing.fromSyntax(field.type);
    const data = plainData(state, place, type);
    const made = omitEmpty ? data : orNull(state, data, type, () => fieldEmptiness(cx, owner, field.name));
    return [str(key), made, made === place && key === field.pyName];
  });
  state.within.pop();
  state.inStruct = inStruct;
  const omitted = fields.filter(one => one.omitEmpty).map(one => str(one.key));
  const isSame = !given && isWhole && omitted.length === 0 && items.every(([, , same]) => same);
  if (isSame) return call('vars', value);
  const data = dict(...items.map(([key, made]): [py.Expression, py.Expression] => [key, made]));
  return omitted.length > 0 ? call(cx.out.helper('without_empty'), data, ...omitted) : data;
}

/** The fields of an object that is made on the spot, each given by its name. */
function literalFields(value: py.Expression, names: readonly string[]): Map<string, py.Expression> | undefined {
  if (value.kind !== 'Call' || value.func.kind !== 'Name' || value.args.length !== names.length) return undefined;
  const given = new Map<string, py.Expression>();
  for (const arg of value.args) {
    if (arg.kind !== 'Keyword' || arg.arg?.kind !== 'Name') return undefined;
    given.set(arg.arg.id, arg.value);
  }
  return names.every(id => given.has(id)) ? given : undefined;
}

interface JsonField {
  field: FieldInfo;
  owner: TypeInfo;
  key: string;
  omitEmpty: boolean;
  /** The attributes on the way to it. */
  path: string[];
}

/** The fields that JSON sees; those of an embedded struct stand with the others. */
export function jsonFields(cx: Context, info: TypeInfo, path: string[]): JsonField[] {
  return info.fields.flatMap((field): JsonField[] => {
    const tagged = /(?:^|\s)json:"([^",]+)/.test(field.tag ?? '');
    if (field.embedded && !tagged) {
      const type = cx.typing.fromSyntax(field.type);
      const embedded = cx.typing.info(type.kind === 'pointer' ? type.to : type);
      if (embedded?.form !== 'struct' || type.kind === 'pointer') return gap('JSON of this embedded type');
      return jsonFields(cx, embedded, cx.classes.inherits(info.name, field.name) ? path : [...path, field.pyName]);
    }
    const key = jsonKey(field);
    return key ? [{ field, owner: info, key: key.name, omitEmpty: key.omitEmpty, path }] : [];
  });
}

/** The key of a field; undefined for one that JSON does not see. */
export function jsonKey(field: FieldInfo): { name: string; omitEmpty: boolean } | undefined {
  if (!/^[A-Z]/.test(field.name)) return undefined;
  const tag = /(?:^|\s)json:"([^"]*)"/.exec(field.tag ?? '')?.[1];
  if (tag === '-') return undefined;
  const [own = '', ...options] = (tag ?? '').split(',');
  return { name: own || field.name, omitEmpty: options.includes('omitempty') || options.includes('omitzero') };
}
