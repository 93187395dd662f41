/** Lists and dicts of times, spans and the like that are printed: the texts of the elements go in their places. */
import type { Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import { generator, listComp, method, name, tuple } from '../build';
import type { Context } from '../context';
import { libraryText } from './kinds';

/** The list or dict with a text for each element; undefined where its elements are no values of the library. */
export function elementTexts(cx: Context, value: py.Expression, type: Type): py.Expression | undefined {
  const textOf = (of: Type, held: py.Expression): py.Expression | undefined =>
    of.kind === 'instance' ? libraryText(cx, of.name, held) : undefined;
  if (type.kind === 'list' || type.kind === 'array') {
    const item = name('item');
    const text = textOf(type.elt, item);
    return text && listComp(text, generator(item, value));
  }
  // Keys are printed in their order, which their texts do not have.
  if (type.kind !== 'dict' || !/^(str|int|float|bool)$/.test(type.key.kind)) return undefined;
  const [key, held] = [name('key'), name('value')];
  const text = textOf(type.value, held);
  const pairs = generator(tuple(key, held), method(value, 'items'));
  return text && { kind: 'DictComp', key, value: text, generators: [pairs], start: -1, end: -1 };
}
