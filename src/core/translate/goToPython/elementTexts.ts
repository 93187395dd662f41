/**
 * Elements and fields that Python holds in another form than Go, or that Go prints without their own text: runes, time
 * spans, and what fields with a small letter hold. What they stand in is printed with them put right.
 */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, call, generator, generatorExp, listComp, method, name, str, tuple } from './build';
import { gap, type Context } from './context';
import { isRune } from './goTypes';
import type { FieldInfo, TypeInfo } from './program';
import { asText, hasText, printable } from './text';
import { ord } from './values';

/** Their text is not what `str()` of the Python value gives. */
const libraryTexts = /^(time\.(Duration|Month|Weekday|Time)|net\/url\.URL)$/;

/** Whether a value of the type, as an element or a field, would be printed in another way than Go does. */
export function needsOwnText(cx: Context, type: Type, seen: ReadonlySet<string> = new Set()): boolean {
  if (type.kind === 'float' && type.go === 'float32') return true;
  if (isRune(type) || (type.kind === 'instance' && libraryTexts.test(type.name))) return true;
  const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
  if (info && hasText(cx, type)) return false;
  const below = cx.typing.underlying(type);
  switch (below.kind) {
    case 'list':
    case 'array':
      return needsOwnText(cx, below.elt, seen);
    case 'dict':
      return needsOwnText(cx, below.key, seen) || needsOwnText(cx, below.value, seen);
    case 'instance':
      if (info?.form !== 'struct' || seen.has(info.name)) return false;
      return info.fields.some(
        field =>
          (field.embedded && cx.classes.inherits(info.name, field.name)) ||
          isBare(cx, field) ||
          needsOwnText(cx, fieldType(cx, field), new Set([...seen, info.name])),
      );
    default:
      return false;
  }
}

const fieldType = (cx: Context, field: FieldInfo): Type => cx.typing.fromSyntax(field.type);

/** Go does not call the `String` of what a field with a small letter holds. */
function isBare(cx: Context, field: FieldInfo): boolean {
  const type = fieldType(cx, field);
  return (
    /^[a-z_]/.test(field.name) &&
    type.kind === 'instance' &&
    cx.typing.info(type)?.form !== 'interface' &&
    hasText(cx, type)
  );
}

/** The value in a form that `go_text` writes as Go does. */
export function shownElement(
  cx: Context,
  value: py.Expression,
  type: Type,
  names: boolean,
  node: go.Expression | undefined,
): py.Expression {
  if (!needsOwnText(cx, type)) return value;
  if (isRune(type)) return ord(value);
  const below = cx.typing.underlying(type);
  switch (below.kind) {
    case 'list':
    case 'array': {
      const item = name(isRune(below.elt) ? 'char' : value.kind === 'Name' && value.id === 'item' ? 'inner' : 'item');
      return listComp(shownElement(cx, item, below.elt, names, node), generator(item, value));
    }
    case 'dict': {
      const [key, item] = [name('key'), name('item')];
      return {
        kind: 'DictComp',
        key: shownElement(cx, key, below.key, names, node),
        value: shownElement(cx, item, below.value, names, node),
        generators: [generator(tuple(key, item), method(value, 'items'))],
        start: -1,
        end: -1,
      };
    }
    default: {
      const info = type.kind === 'instance' ? cx.typing.info(type) : undefined;
      if (info?.form === 'struct') return structText(cx, value, info, names, node);
      return asText(printable(cx, { before: [], value, type, pure: true }, node));
    }
  }
}

function structText(
  cx: Context,
  value: py.Expression,
  info: TypeInfo,
  names: boolean,
  node: go.Expression | undefined,
): py.Expression {
  if (value.kind !== 'Name' && value.kind !== 'Attribute') {
    // A comprehension over the one value gives it a name.
    const one = name('one');
    const text = structText(cx, one, info, names, node);
    return method(
      str(''),
      'join',
      generatorExp(text, generator(one, { kind: 'List', elts: [value], start: -1, end: -1 })),
    );
  }
  const parts: (py.Str | py.FormattedValue)[] = [];
  const add = (text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === 'Str') parts[parts.length - 1] = str(last.value + text);
    else parts.push(str(text));
  };
  const addParts = (text: py.Expression): void => {
    if (text.kind === 'Str') add(text.value);
    else if (text.kind === 'JoinedStr')
      for (const part of text.values) {
        if (part.kind === 'Str') add(part.value);
        else parts.push(part);
      }
    else parts.push({ kind: 'FormattedValue', value: text, start: -1, end: -1 });
  };
  add('{');
  info.fields.forEach((field, i) => {
    add(`${i > 0 ? ' ' : ''}${names ? `${field.name}:` : ''}`);
    if (field.embedded && cx.classes.inherits(info.name, field.name))
      return addParts(embeddedText(cx, value, field, names, node));
    parts.push({
      kind: 'FormattedValue',
      value: fieldText(cx, attribute(value, field.pyName), field, names, node),
      start: -1,
      end: -1,
    });
  });
  add('}');
  return { kind: 'JoinedStr', values: parts, start: -1, end: -1 };
}

/** The part of an object that its base class stands for. */
function embeddedText(
  cx: Context,
  value: py.Expression,
  field: FieldInfo,
  names: boolean,
  node: go.Expression | undefined,
): py.Expression {
  const type = fieldType(cx, field);
  const info = cx.typing.info(type);
  if (!info || type.kind === 'pointer') return gap('printing a struct that embeds a pointer', node);
  return structText(cx, value, info, names, node);
}

function fieldText(
  cx: Context,
  value: py.Expression,
  field: FieldInfo,
  names: boolean,
  node: go.Expression | undefined,
): py.Expression {
  const type = fieldType(cx, field);
  if (isBare(cx, field)) {
    const info = cx.typing.info(type)!;
    if (info.form === 'struct') return structText(cx, value, info, names, node);
    const below = cx.typing.underlying(type);
    if (below.kind === 'int') return call('int', value);
    if (below.kind === 'str' && info.form === 'enum') return attribute(value, 'value');
    return below.kind === 'str'
      ? call('str.__str__', value)
      : below.kind === 'float'
        ? call(cx.out.helper('float_text'), value)
        : gap('printing a field that has a text of its own', node);
  }
  if (needsOwnText(cx, type)) {
    const shown = shownElement(cx, value, type, names, node);
    return /^(ListComp|DictComp)$/.test(shown.kind) ? call(cx.out.helper('go_text'), shown) : shown;
  }
  return asText(printable(cx, { before: [], value, type, pure: true }, undefined, names));
}
