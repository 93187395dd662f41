/** The tables of characters that `str.translate` takes. */
import { str, type Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { positional } from './arguments';
import { coerce } from './coerce';
import { type Context } from './context';
import { expression, operands } from './expressions';
import { value, type Value } from './value';

/** `str.maketrans`: a table of what is put in the place of each character. */
export function translationTable(c: Context, node: py.Call): Value {
  const args = positional(node);
  const type: Type = { kind: 'dict', key: { kind: 'int', go: 'rune' }, value: str };
  const [only] = args;
  if (args.length > 1) {
    const [from, to, drop] = operands(c, args).map(one => coerce(c, one, str).node);
    return value(g.call(c.helper('translation'), from!, to!, drop ?? g.str('')), type);
  }
  if (only?.kind !== 'Dict') return c.gap('this table of characters has no counterpart here', node);
  const pairs = only.items.map(item => {
    if (item.kind !== 'DictItem' || item.key?.kind !== 'Str') {
      return c.gap('this table of characters has no counterpart here', node);
    }
    const text = item.value.kind === 'None' ? g.str('') : coerce(c, expression(c, item.value), str).node;
    return g.keyValue(g.char(item.key.value.codePointAt(0) ?? 0), text);
  });
  return value(g.composite(g.mapType(g.ident('rune'), g.ident('string')), pairs), type);
}
