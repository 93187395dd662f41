/** Zero values, copies of what Go copies, and the one place where a value of one type becomes one of another. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { equal } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { goLibrary } from '../../library/go';
import { pythonName } from '../names';
import { isEmptyStruct } from './annotations';
import { usesChannelClass } from './channels';
import {
  attribute,
  binary,
  bool,
  call,
  dict,
  float,
  generator,
  int,
  keyword,
  lambda,
  list,
  listComp,
  method,
  name,
  none,
  str,
} from './build';
import { gap, typesOfParameter, variableOf, type Context, type Value } from './context';
import { isByteSlice, isRune } from './goTypes';
import { handlerFunction, isHandlerType } from './handlerValues';
import { libraryZero } from './library/kinds';
import type { FieldInfo, TypeInfo } from './program';
import type { Variable } from './symbols';

/** Whether values of the type are copied on assignment: structs and arrays of this file. */
export function isStructValue(cx: Context, type: Type): boolean {
  return type.kind === 'instance' && cx.typing.info(type)?.form === 'struct' && !cx.typing.info(type)?.isError;
}

/** The zero value of a type. */
export function zero(cx: Context, type: Type): py.Expression {
  const below = cx.typing.underlying(type);
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info?.form === 'enum') {
    const first = info.members.find(member => member.value === 0n || member.value === '');
    if (first) return attribute(name(info.pyName), first.pyName);
    cx.zeroed.add(info.name);
    return below.kind === 'str' ? str('') : int(0);
  }
  if (info && info.methods.size > 0 && (info.form === 'scalar' || info.form === 'container') && below.kind !== 'chan') {
    return below.kind === 'array'
      ? call(info.pyName, repeated(cx, below.elt, lengthOf(cx, below.len)))
      : call(info.pyName);
  }
  switch (below.kind) {
    case 'bool':
      return bool(false);
    case 'int':
      return isRune(below) ? str('\0') : int(0);
    case 'float':
      return float('0');
    case 'complex':
      return call('complex');
    case 'str':
      return str('');
    case 'list':
      return isByteSlice(below) ? call('bytearray') : list();
    case 'bytes':
      return call('bytearray');
    case 'dict':
      return isEmptyStruct(cx, below.value) ? call('set') : dict();
    case 'array':
      return repeated(cx, below.elt, lengthOf(cx, below.len));
    case 'instance':
      return zeroInstance(cx, below);
    case 'typevar':
      return zeroOfParameter(cx, below.name);
    default:
      return none();
  }
}

/** The parameter by which a caller says what the zero value of a type parameter is. */
export const zeroParameter = (id: string): string => `zero_${id.toLowerCase()}`;

/** The zero value of a type parameter: that of all types that the file gives it, where they have the same. */
function zeroOfParameter(cx: Context, id: string): py.Expression {
  const zeros = typesOfParameter(cx, id)
    .filter(type => type.kind !== 'typevar')
    .map(type => zero(cx, type));
  const [first, ...others] = zeros;
  if (first && others.every(other => equal(first, other))) return first;
  if (isNumeric(cx, id)) return int(0);
  let { fn } = cx;
  while (fn.up?.node) fn = fn.up;
  const { node } = fn;
  const own = node?.kind === 'FuncDecl' && !node.recv && node.name.kind === 'Ident' ? node.name.name : undefined;
  if (own !== undefined && first && !cx.errorModes.isUsedAsValue(own)) {
    cx.zeroParameters.add(`${own}.${id}`);
    return name(zeroParameter(id));
  }
  cx.notes.assume(`the zero value of ${id} is written as None`);
  return none();
}

/** Whether a type parameter stands for numbers only. */
function isNumeric(cx: Context, id: string): boolean {
  const params = [cx.fn.node?.type.typeParams ?? []].flat();
  const field = params.find(
    one => one.kind === 'Field' && one.names.some(name => name.kind === 'Ident' && name.name === id),
  );
  const constraint = field?.kind === 'Field' ? field.type : undefined;
  return constraint !== undefined && onlyNumbers(cx, constraint);
}

function onlyNumbers(cx: Context, node: go.Expression): boolean {
  switch (node.kind) {
    case 'BinaryExpr':
      return onlyNumbers(cx, node.x) && onlyNumbers(cx, node.y);
    case 'UnaryExpr':
      return onlyNumbers(cx, node.x);
    case 'SelectorExpr':
      return node.sel.kind === 'Ident' && /^(Integer|Signed|Unsigned|Float)$/.test(node.sel.name);
    case 'InterfaceType':
      return (
        node.methods.length > 0 &&
        node.methods.every(one => one.kind === 'Field' && one.names.length === 0 && onlyNumbers(cx, one.type))
      );
    case 'Ident': {
      const declared = cx.program.types.get(node.name);
      return declared
        ? onlyNumbers(cx, declared.spec.type)
        : /^(u?int(8|16|32|64)?|float(32|64)|byte|rune|uintptr)$/.test(node.name);
    }
    default:
      return false;
  }
}

/** How many elements an array has; undefined where its literal says it. */
export function arrayLength(cx: Context, text: string): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : cx.program.constants.get(text)?.value;
  return value === undefined || typeof value === 'string' ? undefined : Number(value);
}

function lengthOf(cx: Context, text: string): py.Expression {
  if (/^\d+$/.test(text)) return int(text);
  return name(cx.program.moduleNames.get(text) ?? text);
}

/** `[0] * n`, or a comprehension where each element has to be a new object. */
export function repeated(cx: Context, elt: Type, count: py.Expression): py.Expression {
  const one = zero(cx, elt);
  if (elt.kind === 'int' && elt.go === 'uint8') return call('bytearray', count);
  const shared = /^(Int|Float|Str|Bool|None|Attribute)$/.test(one.kind);
  return shared ? binary(list(one), '*', count) : listComp(one, generator(name('_'), call('range', count)));
}

function zeroInstance(cx: Context, type: Type & { kind: 'instance' }): py.Expression {
  const info = cx.typing.info(type);
  if (info?.form === 'struct') {
    cx.zeroed.add(info.name);
    return call(info.pyName);
  }
  if (info) return none();
  const known = goLibrary.class(type.name);
  if (known?.kind === 'interface' || known?.underlying?.kind === 'func') return none();
  return libraryZero(cx, type.name) ?? gap(`the zero value of ${type.name} has no counterpart here yet`);
}

const isTime = (type: Type): boolean => type.kind === 'instance' && type.name === 'time.Time';

/** The field default of a dataclass: `0`, or a factory where each object needs its own. */
export function fieldDefault(cx: Context, type: Type): py.Expression {
  const value = zero(cx, type);
  if (/^(Int|Float|Str|Bool|None|Attribute)$/.test(value.kind) || isTime(type)) return value;
  const factory =
    value.kind === 'List'
      ? name('list')
      : value.kind === 'Dict'
        ? name('dict')
        : value.kind === 'Call' && value.args.length === 0
          ? value.func
          : lambda([], value);
  return call(cx.out.from('dataclasses', 'field'), {
    kind: 'Keyword',
    arg: name('default_factory'),
    value: factory,
    start: -1,
    end: -1,
  });
}

/** A channel of this file's model. */
export function newChannel(cx: Context, type: Type, elt: Type, capacity: Value | undefined): py.Expression {
  const info = cx.typing.info(type);
  const own = info && info.methods.size > 0 ? name(info.pyName) : undefined;
  if (!usesChannelClass(cx)) return call(own ?? cx.out.from('queue', 'Queue'), ...(capacity ? [capacity.value] : []));
  const args: (py.Expression | py.Keyword)[] = capacity ? [capacity.value] : [];
  // What a closed channel gives; for a struct nobody looks at it without asking whether there was one.
  const empty = isStructValue(cx, elt) ? none() : zero(cx, elt);
  if (empty.kind !== 'None') args.push({ kind: 'Keyword', arg: name('zero'), value: empty, start: -1, end: -1 });
  return call(own ?? cx.out.helper('Channel'), ...args);
}

/** The value as one of the type `to`; the same node where nothing has to be done. */
export function coerce(cx: Context, from: Value, to: Type | undefined): Value {
  if (!to || to.kind === 'unknown') return from;
  const done = (value: py.Expression): Value => ({ ...from, value, type: to });
  const target = cx.typing.underlying(to);
  if (isHandlerType(to)) return done(handlerFunction(cx, from.value, from.type));
  if (from.type.kind === 'none')
    return target.kind === 'list' || target.kind === 'dict' || target.kind === 'bytes' ? done(zero(cx, to)) : from;
  if (isRune(from.type) && !isRune(target)) {
    if (
      target.kind === 'int' ||
      target.kind === 'float' ||
      target.kind === 'any' ||
      target.kind === 'typevar' ||
      target.kind === 'instance'
    )
      return { ...done(ord(from.value)), type: target.kind === 'int' ? to : t.int };
    return from;
  }
  if (isRune(target) && from.type.kind === 'int' && !isRune(from.type)) return done(chr(from.value));
  const info = to.kind === 'instance' ? cx.typing.info(to) : undefined;
  if (info && (from.type.kind === 'int' || from.type.kind === 'float' || from.type.kind === 'str')) {
    if (info.form === 'enum') {
      const { value } = from;
      const member = info.members.find(
        one => (value.kind === 'Int' || value.kind === 'Str') && String(one.value) === value.value,
      );
      return done(member ? attribute(name(info.pyName), member.pyName) : call(info.pyName, value));
    }
    if (info.form === 'scalar' && info.methods.size > 0) return done(call(info.pyName, from.value));
  }
  // A slice of a type with methods is an object of its class.
  if (info?.form === 'container' && info.methods.size > 0 && /^(list|dict|array)$/.test(from.type.kind))
    return done(call(info.pyName, from.value));
  if (target.kind === 'float' && from.type.kind === 'int') return done(toFloat(from.value));
  if (
    isFloat32(target) &&
    cx.typing.underlying(from.type).kind === 'float' &&
    !isFloat32(cx.typing.underlying(from.type))
  )
    return done(toFloat32(cx, from.value));
  if (to.kind === 'instance' && to.name === 'time.Duration' && from.type.kind === 'int') {
    return done(
      from.value.kind === 'Int' && from.value.value === '0' ? float('0') : binary(from.value, '/', int(1_000_000_000)),
    );
  }
  if (from.type.kind === 'array' && target.kind === 'array') return from;
  return from;
}

const isFloat32 = (type: Type): boolean => type.kind === 'float' && type.go === 'float32';

/** A float of 32 bits; one that is exact in them stays as it is. */
export function toFloat32(cx: Context, value: py.Expression): py.Expression {
  if (value.kind === 'Float' && Math.fround(Number(value.value)) === Number(value.value)) return value;
  return call(cx.out.helper('to_float32'), value);
}

function toFloat(value: py.Expression): py.Expression {
  if (value.kind === 'Int') return float(value.value);
  if (value.kind === 'UnaryOp' && value.op === '-' && value.operand.kind === 'Int')
    return { ...value, operand: float(value.operand.value) };
  return call('float', value);
}

/** The number of a character. */
export function ord(value: py.Expression): py.Expression {
  if (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'chr' && value.args.length === 1) {
    return value.args[0] as py.Expression;
  }
  return call('ord', value);
}

/** The character of a number. */
export function chr(value: py.Expression): py.Expression {
  if (value.kind === 'Int') return str(String.fromCodePoint(Number(value.value)));
  // A rune that is none, as scanners give at the end: a character that equals no other.
  if (value.kind === 'UnaryOp' && value.op === '-' && value.operand.kind === 'Int') return str('');
  if (value.kind === 'Call' && value.func.kind === 'Name' && value.func.id === 'ord' && value.args.length === 1) {
    return value.args[0] as py.Expression;
  }
  return call('chr', value);
}

/**
 * A copy where Go makes one and somebody could see that there is none: the struct or array comes out of a variable, a
 * field or an element, and it or its new place is changed later.
 */
export function copied(cx: Context, value: Value, node: go.Expression, target?: Variable): Value {
  const type = cx.typing.underlying(value.type);
  const isArray = type.kind === 'array';
  if (!isArray && !isStructValue(cx, value.type)) return value;
  if (node.kind === 'TypeAssertExpr') return takenOut(cx, value, target);
  if (!/^(Ident|SelectorExpr|IndexExpr|StarExpr)$/.test(node.kind)) return value;
  const source = variableOf(cx, node);
  const changes = (variable: Variable | undefined): boolean =>
    variable !== undefined && (cx.usage.changesInPlace(variable) || cx.usage.addressTaken(variable));
  const isChanged =
    changes(source) || changes(target) || cx.usage.typeChanges(value.type) || (isArray && !source && !target);
  if (!isChanged) return value;
  return { ...value, value: copyOf(cx, value.value, value.type) };
}

/** What is taken out of a map or an interface: nobody changes it there, but the variable may be changed. */
export function takenOut(cx: Context, value: Value, variable: Variable | undefined): Value {
  const isCopied = cx.typing.underlying(value.type).kind === 'array' || isStructValue(cx, value.type);
  if (!isCopied || !variable || !(cx.usage.changesInPlace(variable) || cx.usage.addressTaken(variable))) return value;
  return { ...value, value: copyOf(cx, value.value, value.type) };
}

export function copyOf(cx: Context, value: py.Expression, type: Type): py.Expression {
  const below = cx.typing.underlying(type);
  if (below.kind === 'array') {
    const nested = cx.typing.underlying(below.elt);
    if (nested.kind !== 'array' && !isStructValue(cx, nested)) {
      const own = cx.typing.info(type);
      // `copy()` of a class made from list gives a plain list.
      return own?.form === 'container' && own.methods.size > 0 ? call(own.pyName, value) : method(value, 'copy');
    }
    return call(cx.out.member('copy', 'deepcopy'), value);
  }
  const info = cx.typing.info(type);
  const fields = info ? ownFields(cx, info) : [];
  const deep = fields.some(({ field }) => {
    const of = cx.typing.underlying(cx.typing.fromSyntax(field.type));
    return of.kind === 'array' || isStructValue(cx, of);
  });
  const holdsReferences = fields.some(({ field }) =>
    /^(list|dict|pointer|chan|func|any|instance)$/.test(cx.typing.underlying(cx.typing.fromSyntax(field.type)).kind),
  );
  const grows = fields.some(({ owner, field }) => cx.usage.fieldGrows(owner, field.name));
  if ((deep && holdsReferences) || grows) return copyWithParts(cx, value, fields);
  return call(cx.out.member('copy', deep ? 'deepcopy' : 'copy'), value);
}

/** The fields of an object: those of its base classes are its own. */
function ownFields(cx: Context, info: TypeInfo): { owner: string; field: FieldInfo }[] {
  return info.fields.flatMap(field => {
    const base = cx.typing.info(cx.typing.fromSyntax(field.type));
    return field.embedded && base && cx.classes.inherits(info.name, field.name)
      ? ownFields(cx, base)
      : [{ owner: info.name, field }];
  });
}

/** A copy that shares what it refers to, with copies of the structs and arrays inside. */
function copyWithParts(cx: Context, value: py.Expression, fields: ReturnType<typeof ownFields>): py.Expression {
  const parts = fields.flatMap(({ owner, field }) => {
    const type = cx.typing.fromSyntax(field.type);
    // A list that grows in one of two copies must not grow in the other.
    if (cx.usage.fieldGrows(owner, field.name))
      return [keyword(field.pyName, method(attribute(value, field.pyName), 'copy'))];
    if (cx.typing.underlying(type).kind !== 'array' && !isStructValue(cx, type)) return [];
    return [keyword(field.pyName, copyOf(cx, attribute(value, field.pyName), type))];
  });
  return call(cx.out.helper('copy_with'), value, ...parts);
}

/** A method of Python's list or dict; by the class where the type has one of that name itself. */
export function builtinMethod(
  cx: Context,
  type: Type,
  value: py.Expression,
  id: string,
  ...args: py.Expression[]
): py.Expression {
  const held = type.kind === 'pointer' ? type.to : type;
  const info = held.kind === 'instance' ? cx.typing.info(held) : undefined;
  const hidden = info && [...info.methods.keys()].some(own => pythonName(own, 'method') === id);
  if (!hidden) return method(value, id, ...args);
  const below = cx.typing.underlying(held);
  const base = below.kind !== 'dict' ? 'list' : isEmptyStruct(cx, below.value) ? 'set' : 'dict';
  return call(attribute(name(base), id), value, ...args);
}
