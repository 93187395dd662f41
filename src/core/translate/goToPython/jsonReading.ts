/** `json.Unmarshal` and `Decode`: what was read becomes a value of the type that the target has. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import {
  assign,
  attribute,
  call,
  compare,
  generator,
  ifExp,
  ifs,
  keyword,
  listComp,
  method,
  name,
  none,
  str,
  subscript,
  tuple,
} from './build';
import { declare, store } from './assignments';
import { gap, variableOf, type Context, type Value } from './context';
import { expression } from './expressions';
import { jsonFields } from './jsonValues';
import { freshName, unusedName } from './naming';
import type { TypeInfo } from './program';
import { zero } from './values';

/** `json.Unmarshal(data, &v)` as statements. */
export function unmarshal(cx: Context, data: go.Expression, target: go.Expression): py.Statement[] {
  const plain = data.kind === 'CallExpr' && cx.typing.isConversion(data) && data.args[0] ? data.args[0] : data;
  const source = expression(cx, plain);
  const read = cx.fn.looseParsing ? cx.out.member('json', 'loads') : cx.out.helper('parse_json');
  const inner = targetOf(cx, target);
  refuseMisfit(cx, plain, inner);
  const numbers = holdsAny(cx, cx.typing.of(inner)) ? [keyword('parse_int', name('float'))] : [];
  return [...source.before, ...filled(cx, call(read, source.value, ...numbers), target)];
}

/** Text that can be seen here and has not the types of the target: Go says so, which the answer does not. */
function refuseMisfit(cx: Context, data: go.Expression, target: go.Expression): void {
  const text = textOf(cx, data);
  const type = cx.typing.of(target);
  if (text === undefined) return;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // What does not parse fails in both languages.
    return;
  }
  if (!fits(cx, parsed, type.kind === 'pointer' ? type.to : type))
    gap('JSON whose types are not those of the program', data);
}

/** A literal, or the only value of a constant or variable. */
function textOf(cx: Context, node: go.Expression): string | undefined {
  if (node.kind === 'StringLit') return node.value;
  if (node.kind === 'CallExpr' && cx.typing.isConversion(node) && node.args[0]) return textOf(cx, node.args[0]);
  const constant = node.kind === 'Ident' ? cx.program.constants.get(node.name)?.value : undefined;
  if (typeof constant === 'string') return constant;
  const [only, more] = variableOf(cx, node)?.definitions ?? [];
  return only?.value && !more && only.index === undefined && only.value !== node ? textOf(cx, only.value) : undefined;
}

function fits(cx: Context, data: unknown, type: Type): boolean {
  if (data === null || type.kind === 'any') return true;
  if (type.kind === 'pointer') return fits(cx, data, type.to);
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info?.methods.has('UnmarshalJSON') || info?.methods.has('UnmarshalText')) return true;
  const below = cx.typing.underlying(type);
  switch (below.kind) {
    case 'int':
      return Number.isInteger(data);
    case 'float':
      return typeof data === 'number';
    case 'str':
      return typeof data === 'string';
    case 'bool':
      return typeof data === 'boolean';
    case 'list':
      return Array.isArray(data) && data.every(item => fits(cx, item, below.elt));
    case 'dict':
      return isObject(data) && Object.values(data).every(item => fits(cx, item, below.value));
    case 'instance': {
      if (info?.form !== 'struct') return true;
      if (!isObject(data)) return false;
      return jsonFields(cx, info, []).every(
        ({ field, key }) => !(key in data) || fits(cx, data[key], cx.typing.fromSyntax(field.type)),
      );
    }
    default:
      return true;
  }
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const targetOf = (cx: Context, target: go.Expression): go.Expression => {
  if (target.kind === 'UnaryExpr' && target.op === '&') return target.x;
  if (pointedStruct(cx, target)) return target;
  return gap('reading JSON into this place', target);
};

/** The struct that a variable points to: it stays the same object. */
function pointedStruct(cx: Context, target: go.Expression): TypeInfo | undefined {
  const type = variableOf(cx, target) ? cx.typing.of(target) : undefined;
  const info = type?.kind === 'pointer' && type.to.kind === 'instance' ? cx.typing.info(type.to) : undefined;
  return info?.form === 'struct' && !info.methods.has('UnmarshalJSON') ? info : undefined;
}

/** What was read, given to the target in the form of its type. */
export function filled(cx: Context, read: py.Expression, target: go.Expression): py.Statement[] {
  const inner = targetOf(cx, target);
  const type = cx.typing.of(inner);
  cx.notes.assume('the JSON that is read has the types that the program says');
  if (isData(cx, type)) return give(cx, inner, read, type);
  const own = freshName(cx, 'data');
  const pointed = target.kind === 'UnaryExpr' ? undefined : pointedStruct(cx, target);
  if (pointed) return [assign(own, read), ...updated(cx, name(own), pointed, target)];
  const variable = variableOf(cx, inner);
  // Fields that the JSON does not have keep what they had.
  const isFresh = variable?.definitions.every(one => !one.value) ?? false;
  const old = variable && !isFresh ? expression(cx, inner).value : undefined;
  return [assign(own, read), ...give(cx, inner, build(cx, name(own), type, inner, old), type)];
}

/** The fields that the JSON has, given to an object that others may hold. */
function updated(cx: Context, data: py.Expression, info: TypeInfo, target: go.Expression): py.Statement[] {
  const object = expression(cx, target).value;
  return jsonFields(cx, info, []).map(({ field, key, path, owner }) => {
    if (path.length > 0 && owner !== info) gap('reading JSON into an embedded struct', target);
    const type = cx.typing.fromSyntax(field.type);
    const place = attribute(object, field.pyName);
    if (isData(cx, type) && !holdsAny(cx, type)) return assign(place, method(data, 'get', str(key), place));
    const found = subscript(data, str(key));
    const value = build(cx, holdsAny(cx, type) ? call(cx.out.helper('as_floats'), found) : found, type, target);
    return ifs(compare(str(key), 'in', data), [assign(place, value)]);
  });
}

function give(cx: Context, target: go.Expression, value: py.Expression, type: Type): py.Statement[] {
  const variable = variableOf(cx, target);
  const made: Value = { before: [], value, type, pure: false };
  // The variable is a new object: nobody holds the zero value that it had.
  return variable ? declare(cx, variable, made) : store(cx, target, made);
}

/** What JSON gives as it is: texts, numbers, and lists and maps of them. */
function isData(cx: Context, type: Type): boolean {
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info && (info.methods.size > 0 || info.form === 'enum')) return false;
  const below = cx.typing.underlying(type);
  if (below.kind === 'list') return isData(cx, below.elt);
  if (below.kind === 'dict') return cx.typing.underlying(below.key).kind === 'str' && isData(cx, below.value);
  return /^(str|int|float|bool|any)$/.test(below.kind);
}

/** Numbers are floats where Go does not say what they are. */
export function holdsAny(cx: Context, type: Type, seen = new Set<string>()): boolean {
  const below = cx.typing.underlying(type.kind === 'pointer' ? type.to : type);
  if (below.kind === 'list') return holdsAny(cx, below.elt, seen);
  if (below.kind === 'dict') return holdsAny(cx, below.value, seen);
  return below.kind === 'any';
}

function build(cx: Context, value: py.Expression, type: Type, node: go.Expression, old?: py.Expression): py.Expression {
  if (isData(cx, type)) return value;
  if (type.kind === 'pointer') {
    const made = build(cx, value, type.to, node);
    return made === value ? value : ifExp(value, made, none());
  }
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info && (info.methods.has('UnmarshalJSON') || info.methods.has('UnmarshalText')))
    return gap('a type that reads itself from JSON', node);
  if (type.kind === 'instance' && type.name === 'time.Time')
    return method(cx.out.from('datetime', 'datetime'), 'fromisoformat', value);
  if (info?.form === 'enum' || (info?.form === 'scalar' && info.methods.size > 0)) return call(info.pyName, value);
  const below = cx.typing.underlying(type);
  if (below.kind === 'list') {
    const item = unusedName('item', value);
    return listComp(build(cx, name(item), below.elt, node), generator(name(item), value));
  }
  if (below.kind === 'dict' && cx.typing.underlying(below.key).kind === 'str') {
    const [key, item] = [unusedName('key', value), unusedName('item', value)];
    return {
      kind: 'DictComp',
      key: name(key),
      value: build(cx, name(item), below.value, node),
      generators: [generator(tuple(name(key), name(item)), method(value, 'items'))],
      start: -1,
      end: -1,
    };
  }
  if (info?.form !== 'struct') return gap('reading JSON into this type', node);
  const fields = jsonFields(cx, info, []);
  if (fields.some(({ path, owner }) => path.length > 0 && owner !== info))
    gap('reading JSON into an embedded struct', node);
  if (fields.length < info.fields.length) cx.zeroed.add(info.name);
  const given = fields.map(({ field, key }) => {
    const own = cx.typing.fromSyntax(field.type);
    const empty = emptyOf(cx, own);
    const missing = old && empty.kind !== 'Dict' ? attribute(old, field.pyName) : empty;
    const found = missing.kind === 'None' ? method(value, 'get', str(key)) : method(value, 'get', str(key), missing);
    const isOpen = holdsAny(cx, own) && !holdsAny(cx, type);
    return keyword(field.pyName, build(cx, isOpen ? call(cx.out.helper('as_floats'), found) : found, own, node));
  });
  return call(info.pyName, ...given);
}

/** What stands for a key that is missing, in the form that JSON has. */
function emptyOf(cx: Context, type: Type): py.Expression {
  if (type.kind === 'pointer') return none();
  if (type.kind === 'instance' && type.name === 'time.Time') return str('0001-01-01T00:00:00Z');
  const below = cx.typing.underlying(type);
  if (below.kind === 'list') return { kind: 'List', elts: [], start: -1, end: -1 };
  if (below.kind === 'str') return str('');
  if (isData(cx, type)) return zero(cx, type);
  if (below.kind === 'int') return zero(cx, below);
  return { kind: 'Dict', items: [], start: -1, end: -1 };
}
