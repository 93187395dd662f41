/** `json.Unmarshal`: what was read becomes a value of the type that the target has. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, call, generator, keyword, listComp, method, name, str } from './build';
import { declare, store } from './assignments';
import { gap, variableOf, type Context } from './context';
import { expression } from './expressions';
import { jsonKey } from './jsonValues';
import { freshName } from './naming';
import { zero } from './values';

/** `json.Unmarshal(data, &v)` as statements. */
export function unmarshal(cx: Context, data: go.Expression, target: go.Expression): py.Statement[] {
  const inner =
    target.kind === 'UnaryExpr' && target.op === '&' ? target.x : gap('reading JSON into this place', target);
  const plain = data.kind === 'CallExpr' && cx.typing.isConversion(data) && data.args[0] ? data.args[0] : data;
  const source = expression(cx, plain);
  const type = cx.typing.of(inner);
  cx.notes.assume(
    'The JSON that is read has the types that the program says; the words of its errors are those of Python.',
  );
  const loads = call(
    cx.out.member('json', 'loads'),
    source.value,
    ...(holdsAny(cx, type) ? [keyword('parse_int', name('float'))] : []),
  );
  if (isData(cx, type)) return [...source.before, ...give(cx, inner, loads, type)];
  const own = freshName(cx, 'data');
  return [...source.before, assign(own, loads), ...give(cx, inner, build(cx, name(own), type, inner), type)];
}

function give(cx: Context, target: go.Expression, value: py.Expression, type: Type): py.Statement[] {
  const variable = variableOf(cx, target);
  const made = { before: [], value, type, pure: false };
  // The variable is a new object: nobody holds the zero value that it had.
  return variable ? declare(cx, variable, made) : store(cx, target, made);
}

/** What JSON gives as it is: texts, numbers, and lists and maps of them. */
function isData(cx: Context, type: Type): boolean {
  const below = cx.typing.underlying(type);
  if (below.kind === 'list') return isData(cx, below.elt);
  if (below.kind === 'dict') return isData(cx, below.value);
  return /^(str|int|float|bool|any)$/.test(below.kind);
}

function holdsAny(cx: Context, type: Type): boolean {
  const below = cx.typing.underlying(type);
  if (below.kind === 'list') return holdsAny(cx, below.elt);
  if (below.kind === 'dict') return holdsAny(cx, below.value);
  return below.kind === 'any';
}

function build(cx: Context, value: py.Expression, type: Type, node: go.Expression): py.Expression {
  if (isData(cx, type)) return value;
  const below = cx.typing.underlying(type.kind === 'pointer' ? type.to : type);
  if (below.kind === 'list') {
    const item = freshName(cx, 'item');
    return listComp(build(cx, name(item), below.elt, node), generator(name(item), value));
  }
  const info = cx.typing.info(below);
  if (info?.form !== 'struct') return gap('reading JSON into this type', node);
  const fields = info.fields.flatMap(field => {
    const key = jsonKey(field);
    if (!key || field.embedded) return [];
    const own = cx.typing.fromSyntax(field.type);
    const empty =
      isData(cx, own) || cx.typing.underlying(own).kind === 'list'
        ? zero(cx, own)
        : { kind: 'Dict' as const, items: [], start: -1, end: -1 };
    return [keyword(field.pyName, build(cx, method(value, 'get', str(key.name), empty), own, node))];
  });
  return call(info.pyName, ...fields);
}
