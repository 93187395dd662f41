/** Values that are written as JSON: the keys have to be those of Go. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { attribute, call, dict, generator, listComp, name, str } from './build';
import { givenFields } from './composite';
import { gap, variableOf, type Context, type Value } from './context';
import { expression } from './expressions';
import { freshName } from './naming';
import type { FieldInfo, TypeInfo } from './program';

/** The value as lists, dicts and plain values. */
export function jsonValue(cx: Context, node: go.Expression): Value {
  const value = expression(cx, node);
  const variable = variableOf(cx, node);
  if (cx.typing.underlying(value.type).kind === 'list' && variable?.definitions.some(one => !one.value))
    gap('JSON of a slice that may be nil', node);
  return { ...value, value: plainData(cx, value.value, value.type, node) };
}

function plainData(cx: Context, value: py.Expression, type: Type, node: go.Expression): py.Expression {
  const below = cx.typing.underlying(type.kind === 'pointer' ? type.to : type);
  switch (below.kind) {
    case 'str':
    case 'int':
    case 'float':
    case 'bool':
    case 'any':
    case 'none':
      return value;
    case 'dict':
      if (isPlain(cx, below.value)) return value;
      return gap('JSON of a map of structs', node);
    case 'list':
    case 'array': {
      if (isPlain(cx, below.elt)) return value;
      const item = freshName(cx, 'item');
      return listComp(plainData(cx, name(item), below.elt, node), generator(name(item), value));
    }
    case 'instance': {
      const info = cx.typing.info(below);
      if (info?.form === 'enum') return attribute(value, 'value');
      if (info?.form !== 'struct') return gap('JSON of a value of this type', node);
      return object(cx, value, info, node);
    }
    default:
      return gap('JSON of a value whose type is not known here', node);
  }
}

function isPlain(cx: Context, type: Type): boolean {
  const below = cx.typing.underlying(type);
  if (below.kind === 'list' || below.kind === 'array') return isPlain(cx, below.elt);
  if (below.kind === 'dict') return isPlain(cx, below.value);
  return /^(str|int|float|bool|any)$/.test(below.kind);
}

/** `vars(x)` where the fields have their names already, else a dict of them. */
function object(cx: Context, value: py.Expression, info: TypeInfo, node: go.Expression): py.Expression {
  const fields = info.fields.flatMap(field => {
    const key = jsonKey(field);
    const isList = cx.typing.underlying(cx.typing.fromSyntax(field.type)).kind === 'list';
    if (key && isList && cx.literalsOf(info.name).nodes.some(one => !givenFields(one, info).has(field.name))) {
      gap('JSON of a slice that may be nil', node);
    }
    if (key?.omitEmpty) gap('a field that is left out of the JSON where it is empty', node);
    return key ? [{ field, key: key.name }] : [];
  });
  const isSame =
    fields.length === info.fields.length &&
    fields.every(({ field, key }) => field.pyName === key && isPlain(cx, cx.typing.fromSyntax(field.type)));
  if (isSame) return call('vars', value);
  if (value.kind !== 'Name' && value.kind !== 'Attribute')
    return gap('JSON of a struct that is made on the spot', node);
  return dict(
    ...fields.map(({ field, key }): [py.Expression, py.Expression] => [
      str(key),
      plainData(cx, attribute(value, field.pyName), cx.typing.fromSyntax(field.type), node),
    ]),
  );
}

/** The key of a field; undefined for one that JSON does not see. */
export function jsonKey(field: FieldInfo): { name: string; omitEmpty: boolean } | undefined {
  if (!/^[A-Z]/.test(field.name)) return undefined;
  const tag = /(?:^|\s)json:"([^"]*)"/.exec(field.tag ?? '')?.[1];
  if (tag === '-') return undefined;
  const [own = '', ...options] = (tag ?? '').split(',');
  return { name: own || field.name, omitEmpty: options.includes('omitempty') };
}
