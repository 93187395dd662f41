/** `%#v`: a value as Go would write it in a program. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, call, generator, method, name, str } from './build';
import { gap, type Context, type Value } from './context';
import { freshName } from './naming';
import { asText, printable, typeText } from './text';
import { isByteSlice, isRune } from './goTypes';
import { ord } from './values';

type Part = py.Str | py.FormattedValue;

export function goSyntax(cx: Context, value: Value, node: go.Expression): py.Expression {
  const parts = syntaxOf(cx, value.value, value.type, node, false);
  return joined(parts);
}

const joined = (parts: readonly Part[]): py.Expression => {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'FormattedValue' && !only.formatSpec && only.value.kind === 'Call')
    return only.value;
  if (parts.every(part => part.kind === 'Str')) return str(parts.map(part => part.value).join(''));
  return { kind: 'JoinedStr', values: [...parts], start: -1, end: -1 };
};

const filled = (value: py.Expression, spec = ''): py.FormattedValue => ({
  kind: 'FormattedValue',
  value,
  ...(spec && { formatSpec: [str(spec)] }),
  start: -1,
  end: -1,
});

function syntaxOf(cx: Context, value: py.Expression, type: Type, node: go.Expression, inside: boolean): Part[] {
  const below = cx.typing.underlying(type);
  switch (below.kind) {
    case 'str':
      return [filled(call(cx.out.helper('quoted'), value))];
    case 'int':
      if (isRune(below)) return [filled(ord(value))];
      return below.go?.startsWith('u') ? [str('0x'), filled(value, 'x')] : [filled(value, 'd')];
    case 'bool':
    case 'float':
      return [filled(asText(printable(cx, { before: [], value, type: below, pure: true }, node)))];
    case 'none':
      return [str('<nil>')];
    case 'list':
    case 'array':
      if (isByteSlice(below)) return gap('%#v of bytes', node);
      return listSyntax(cx, value, type, below.elt, node);
    case 'dict':
      return mapSyntax(cx, value, type, below, node);
    case 'pointer': {
      if (inside || cx.typing.info(below.to)?.form !== 'struct') return gap('printing an address', node);
      return [str('&'), ...syntaxOf(cx, value, below.to, node, true)];
    }
    case 'instance':
      return structSyntax(cx, value, type, node);
    default:
      return gap('%#v of a value whose type is not known here', node);
  }
}

function nameOfType(cx: Context, type: Type, node: go.Expression): string {
  return typeText(cx, type) ?? gap('%#v of a value whose type is not known here', node);
}

function listSyntax(cx: Context, value: py.Expression, type: Type, elt: Type, node: go.Expression): Part[] {
  cx.notes.assume('a slice that is printed by %#v is not nil');
  const item = name(freshName(cx, 'item'));
  const all = method(str(', '), 'join', {
    kind: 'GeneratorExp',
    elt: joined(syntaxOf(cx, item, elt, node, true)),
    generators: [generator(item, value)],
    start: -1,
    end: -1,
  });
  return [str(`${nameOfType(cx, type, node)}{`), filled(all), str('}')];
}

function mapSyntax(
  cx: Context,
  value: py.Expression,
  type: Type,
  below: Type & { kind: 'dict' },
  node: go.Expression,
): Part[] {
  cx.notes.assume('a map that is printed by %#v is not nil');
  const [key, item] = [name(freshName(cx, 'key')), name(freshName(cx, 'item'))];
  const pair = [...syntaxOf(cx, key, below.key, node, true), str(':'), ...syntaxOf(cx, item, below.value, node, true)];
  const all = method(str(', '), 'join', {
    kind: 'GeneratorExp',
    elt: joined(pair),
    generators: [
      generator({ kind: 'Tuple', elts: [key, item], start: -1, end: -1 }, call('sorted', method(value, 'items'))),
    ],
    start: -1,
    end: -1,
  });
  return [str(`${nameOfType(cx, type, node)}{`), filled(all), str('}')];
}

function structSyntax(cx: Context, value: py.Expression, type: Type, node: go.Expression): Part[] {
  const info = cx.typing.info(type);
  if (
    info?.form !== 'struct' ||
    info.fields.some(field => field.embedded && cx.classes.inherits(info.name, field.name))
  )
    return gap('%#v of this type', node);
  if (value.kind !== 'Name' && value.kind !== 'Attribute') return gap('%#v of a struct that has no name', node);
  const spelled = typeText(cx, type)?.includes(' ') ? undefined : nameOfType(cx, type, node);
  if (!spelled || cx.program.anonymous.size > 0) return gap('%#v of a struct without a name', node);
  const fields = info.fields.flatMap((field, i): Part[] => [
    str(`${i > 0 ? ', ' : ''}${field.name}:`),
    ...syntaxOf(cx, attribute(value, field.pyName), cx.typing.fromSyntax(field.type), node, true),
  ]);
  return merged([str(`${spelled}{`), ...fields, str('}')]);
}

function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'Str' && last?.kind === 'Str') result[result.length - 1] = str(last.value + part.value);
    else result.push(part);
  }
  return result;
}
