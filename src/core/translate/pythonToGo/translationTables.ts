/** The tables of characters that `str.translate` takes. */
import { str, type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
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
  return value(written(c, only), type);
}

/** The table that `translate` is given: one that was made for it, or a dict of numbers of characters. */
export function tableOf(c: Context, node: py.Expression): go.Expression {
  if (node.kind === 'Dict') return written(c, node);
  const of = expression(c, node);
  const isTable = of.type.kind === 'dict' && of.type.key.kind === 'int' && of.type.key.go === 'rune';
  return isTable ? of.node : c.gap('this table of characters has no counterpart here', node);
}

/** A table whose keys are characters or their numbers. */
function written(c: Context, node: py.Dict): go.Expression {
  const pairs = node.items.map(item => {
    if (item.kind !== 'DictItem') return c.gap('this table of characters has no counterpart here', node);
    const key = characterNumber(item.key) ?? c.gap('this table of characters has no counterpart here', node);
    const text = item.value.kind === 'None' ? g.str('') : coerce(c, expression(c, item.value), str).node;
    return g.keyValue(g.char(key), text);
  });
  return g.composite(g.mapType(g.ident('rune'), g.ident('string')), pairs);
}

function characterNumber(node: py.Expression): number | undefined {
  if (node.kind === 'Str') return node.value.codePointAt(0);
  if (node.kind === 'Int') return Number(node.value);
  const [only] = node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'ord' ? node.args : [];
  return only?.kind === 'Str' ? only.value.codePointAt(0) : undefined;
}
