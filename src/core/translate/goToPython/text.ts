/** Values as the text that Go prints for them. */

import * as t from '../../facts/types';
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, boolOp, call, dict, keyword, method, name, str } from './build';
import { gap, type Context, type Value } from './context';
import { allowsNil, isKnownNotNil, mayBeNil } from './notNil';
import { needsOwnText, shownElement } from './elementTexts';
import { isRune } from './goTypes';
import { elementTexts } from './library/elementTexts';
import { libraryGivesError } from './library';
import { isBigInteger } from './library/bigNumbers';
import { libraryText } from './library/kinds';
import { ord } from './values';

export interface Printable {
  value: py.Expression;
  /** What the expression is in Python: `str()` of it gives Go's text. */
  kind: 'str' | 'int' | 'other';
  /** Enumerations and the like need `!s` inside an f-string. */
  conversion?: 's';
}

/** The value as something that `print` and an f-string write as `%v` does. `names` is `%+v`. */
export function printable(cx: Context, value: Value, node: go.Expression | undefined, names = false): Printable {
  const { type } = value;
  const below = cx.typing.underlying(type);
  const other = (expression: py.Expression): Printable => ({ value: expression, kind: 'other' });
  const dump = (expression: py.Expression): Printable => ({
    value: call(cx.out.helper('go_text'), expression, ...(names ? [keyword('names', fieldNames(cx, type, node))] : [])),
    kind: 'str',
  });
  const info = type.kind === 'instance' || type.kind === 'pointer' ? cx.typing.info(type) : undefined;
  if (info && hasText(cx, type)) {
    if (type.kind === 'pointer' && node) {
      const allows = allowsNil(cx, cx.typing.method(type, 'String')?.node);
      if (allows && (mayBeNil(cx, node) || (node.kind === 'CallExpr' && !isConstructor(node))))
        return { value: call(attribute(name(info.pyName), '__str__'), value.value), kind: 'str' };
      if (mayBeNil(cx, node)) return other(boolOp('or', value.value, str('<nil>')));
    }
    return info.form === 'enum' || info.form === 'scalar'
      ? { value: value.value, kind: 'other', conversion: 's' }
      : other(value.value);
  }
  if (info?.form === 'enum')
    return { value: attribute(value.value, 'value'), kind: below.kind === 'str' ? 'str' : 'int' };
  if (holdsForeign(cx, type)) {
    const texts = elementTexts(cx, value.value, below);
    if (!texts && type.kind !== 'pointer' && needsOwnText(cx, type) && !holdsBareForeign(cx, type)) {
      const shown = shownElement(cx, value.value, type, names, node);
      return /^(ListComp|DictComp)$/.test(shown.kind) ? dump(shown) : { value: shown, kind: 'str' };
    }
    return texts ? dump(texts) : gap('printing a value that holds one of the library', node);
  }
  if (isBigInteger(type)) return { value: value.value, kind: 'int' };
  const held = type.kind === 'pointer' ? type.to : type;
  const library = held.kind === 'instance' ? libraryText(cx, held.name, value.value) : undefined;
  if (library) return { value: library, kind: 'str' };
  switch (below.kind) {
    case 'str':
      return { value: value.value, kind: 'str' };
    case 'int':
      return isRune(below) ? { value: ord(value.value), kind: 'int' } : { value: value.value, kind: 'int' };
    case 'bool':
      if (value.value.kind === 'Bool') return { value: str(String(value.value.value)), kind: 'str' };
      return { value: method(call('str', value.value), 'lower'), kind: 'str' };
    case 'float':
      if (below.go === 'float32') return { value: call(cx.out.helper('float32_text'), value.value), kind: 'str' };
      return floatText(cx, value.value);
    case 'none':
      if (value.value.kind === 'Call') gap('the error of a call that is printed at once', node);
      return { value: str('<nil>'), kind: 'str' };
    case 'error':
      if (value.value.kind === 'None') return { value: str('<nil>'), kind: 'str' };
      if (node?.kind === 'CallExpr' && libraryGivesError(cx, node) !== 'always' && value.value.kind === 'Call')
        return other(boolOp('or', value.value, str('<nil>')));
      if (!node || node.kind === 'CallExpr' || isKnownNotNil(cx, node) || !/^(Name|Attribute)$/.test(value.value.kind))
        return other(value.value);
      return other(boolOp('or', value.value, str('<nil>')));
    case 'list':
    case 'array':
      return dump(shownElement(cx, value.value, type, names, node));
    case 'dict':
      return dump(shownElement(cx, value.value, type, names, node));
    case 'pointer': {
      const pointed = cx.typing.info(below);
      if (/^(list|dict|array)$/.test(cx.typing.underlying(below.to).kind))
        return dumpPointer(cx, value.value, undefined);
      if (pointed?.form !== 'struct') return gap('printing an address', node);
      if (needsOwnText(cx, below.to) && /^(Name|Attribute)$/.test(value.value.kind)) {
        const text = shownElement(cx, value.value, below.to, names, node);
        if (text.kind === 'JoinedStr') return { value: { ...text, values: [str('&'), ...text.values] }, kind: 'str' };
      }
      refuseEmbedded(cx, below, node);
      return dumpPointer(cx, value.value, names ? fieldNames(cx, below, node) : undefined);
    }
    case 'instance':
      if (needsOwnText(cx, type)) return { value: shownElement(cx, value.value, type, names, node), kind: 'str' };
      return cx.typing.info(below) || below.name.startsWith('.') ? dump(value.value) : other(value.value);
    case 'func':
    case 'chan':
      return gap('printing an address', node);
    default:
      return dump(value.value);
  }
}

/** `NewList()` by its name: a new object, and never nil. */
const isConstructor = ({ fun }: go.CallExpr): boolean => fun.kind === 'Ident' && /^[nN]ew/.test(fun.name);

/** Whether a time, a span or the like stands somewhere below: their text is not that of Python's values. */
function holdsForeign(cx: Context, type: Type, seen = new Set<string>()): boolean {
  const inner = (of: Type): boolean => {
    const held = of.kind === 'pointer' ? of.to : of;
    if (held.kind === 'instance' && libraryText(cx, held.name, str('')) !== undefined) return true;
    return !hasText(cx, of) && holdsForeign(cx, of, seen);
  };
  if (type.kind === 'list' || type.kind === 'array') return inner(type.elt);
  if (type.kind === 'dict') return inner(type.key) || inner(type.value);
  const info = cx.typing.info(type.kind === 'pointer' ? type.to : type);
  if (info?.form !== 'struct' || seen.has(info.name) || hasText(cx, type)) return false;
  seen.add(info.name);
  return info.fields.some(field => inner(cx.typing.fromSyntax(field.type)));
}

/** A field with a small letter, or a pointer, holds a value of the library, whose insides Go would print. */
function holdsBareForeign(cx: Context, type: Type, seen = new Set<string>()): boolean {
  const below = cx.typing.underlying(type);
  if (below.kind === 'list' || below.kind === 'array') return holdsBareForeign(cx, below.elt, seen);
  if (below.kind === 'dict') return holdsBareForeign(cx, below.value, seen);
  if (below.kind === 'pointer') return holdsForeign(cx, below);
  const info = cx.typing.info(below);
  if (info?.form !== 'struct' || seen.has(info.name)) return false;
  seen.add(info.name);
  return info.fields.some(field => {
    const of = cx.typing.fromSyntax(field.type);
    const isOwn = of.kind === 'instance' && libraryText(cx, of.name, str('')) !== undefined;
    return (isOwn && /^[a-z_]/.test(field.name)) || holdsBareForeign(cx, of, seen);
  });
}

/** Go's names of all fields that may be printed, by their names in Python. */
function fieldNames(cx: Context, type: Type, node: go.Expression | undefined): py.Expression {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (of: Type): void => {
    const below = cx.typing.underlying(of);
    if (below.kind === 'list' || below.kind === 'array') return visit(below.elt);
    if (below.kind === 'dict') return visit(below.value);
    if (below.kind === 'pointer') return visit(below.to);
    const info = cx.typing.info(below);
    if (!info || seen.has(info.name)) return;
    seen.add(info.name);
    for (const field of info.fields) {
      const known = names.get(field.pyName);
      if (known !== undefined && known !== field.name) gap('fields whose names differ in their case only', node);
      names.set(field.pyName, field.name);
      visit(cx.typing.fromSyntax(field.type));
    }
  };
  visit(type);
  const isOpen = type.kind === 'any' || cx.typing.info(type)?.form === 'interface';
  if (isOpen)
    for (const info of cx.program.types.values()) if (info.form === 'struct') visit(t.instance(`.${info.name}`));
  return dict(...[...names].map(([own, spelled]): [py.Expression, py.Expression] => [str(own), str(spelled)]));
}

function dumpPointer(cx: Context, value: py.Expression, names: py.Expression | undefined): Printable {
  return {
    value: call(cx.out.helper('pointer_text'), value, ...(names ? [keyword('names', names)] : [])),
    kind: 'str',
  };
}

/** A base class's fields are not nested in what Python knows of the object. */
function refuseEmbedded(cx: Context, type: Type, node: go.Expression | undefined): void {
  const info = cx.typing.info(type);
  if (info?.fields.some(field => field.embedded && cx.classes.inherits(info.name, field.name)))
    gap('printing a struct that embeds another one', node);
}

/** Whether the type has a method that gives its text. */
export function hasText(cx: Context, type: Type): boolean {
  const found = cx.typing.method(type, 'String') ?? cx.typing.method(type, 'Error');
  if (!found) return false;
  const isPointer = found.node?.recv?.type.kind === 'StarExpr';
  return type.kind === 'pointer' || !isPointer;
}

function floatText(cx: Context, value: py.Expression): Printable {
  if (value.kind === 'Float' && isShort(Number(value.value)))
    return { value: str(String(Number(value.value))), kind: 'str' };
  return { value: call(cx.out.helper('float_text'), value), kind: 'str' };
}

/** Written without an exponent in Go. */
const isShort = (value: number): boolean => value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);

/** A printable as an expression of type str. */
export function asText({ value, kind, conversion }: Printable): py.Expression {
  void conversion;
  return kind === 'str' ? value : call('str', value);
}

/** Go's name of a type, as `%T` prints it; undefined where it depends on the value. */
export function typeText(cx: Context, type: Type): string | undefined {
  switch (type.kind) {
    case 'int':
      return type.go === 'rune' ? 'int32' : (type.go ?? 'int');
    case 'float':
      return type.go ?? 'float64';
    case 'str':
      return 'string';
    case 'bool':
      return 'bool';
    case 'list': {
      const elt = typeText(cx, type.elt);
      return elt && `[]${elt}`;
    }
    case 'array': {
      const elt = typeText(cx, type.elt);
      return elt && `[${type.len}]${elt}`;
    }
    case 'dict': {
      const [key, value] = [typeText(cx, type.key), typeText(cx, type.value)];
      return key && value && `map[${key}]${value}`;
    }
    case 'pointer': {
      const to = typeText(cx, type.to);
      return to && `*${to}`;
    }
    case 'instance': {
      const info = cx.typing.info(type);
      if (info?.form === 'interface') return undefined;
      return type.name.startsWith('.') ? `main${type.name}` : type.name.split('/').at(-1);
    }
    case 'func':
      return undefined;
    default:
      return undefined;
  }
}
