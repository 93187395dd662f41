/** The texts of lists and tuples whose items are simple, by functions that know their types. */
import { type Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import { type Context } from './context';
import { tupleFields } from './settling';
import { type Value, pure } from './value';

/** How a list or a tuple of simple values shows itself, or undefined for all else, which is looked through as it runs. */
export function plainContainerText(c: Context, from: Value): go.Expression | undefined {
  const { node, type } = from;
  if (!isPlain(type)) return undefined;
  if (type.kind === 'list') {
    if (isWholeNumbers(type)) return g.call(c.helper('listText'), node);
    return g.call(c.helper('formatList'), node, itemText(c, type.elt));
  }
  return type.kind === 'tuple' && isRepeatable(node) ? tupleText(c, from) : undefined;
}

/** How a key shows itself that is not there. */
export function missingKeyText(c: Context, key: go.Expression, type: Type): go.Expression {
  const isSimple = /^(str|int|bool|float)$/.test(type.kind) && isPlain(type);
  return g.call(isSimple ? itemText(c, type) : g.ident(c.helper('repr')), key);
}

/** What may stand in the code several times. */
function isRepeatable(node: go.Expression): boolean {
  return node.kind === 'Ident' || (node.kind === 'SelectorExpr' && isRepeatable(node.x));
}

/** A list of integers, however deep: Go prints it as Python does but for the commas. */
function isWholeNumbers(type: Type): boolean {
  return type.kind === 'list' && (type.elt.kind === 'int' || isWholeNumbers(type.elt));
}

function isPlain(type: Type): boolean {
  switch (type.kind) {
    case 'str':
      return type.form === undefined;
    case 'bool':
      return true;
    case 'int':
      return type.go === undefined;
    case 'float':
      return type.go === undefined && !type.whole;
    case 'list':
      return type.form === undefined && isPlain(type.elt);
    case 'tuple':
      return type.elts.length > 1 && type.elts.length <= tupleFields.length && type.elts.every(isPlain);
    default:
      return false;
  }
}

/** The function that writes one item. */
function itemText(c: Context, type: Type): go.Expression {
  switch (type.kind) {
    case 'str':
      return g.ident(c.helper('quoted'));
    case 'bool':
      return g.ident(c.helper('boolText'));
    case 'int':
      return g.pkg('strconv', 'Itoa');
    case 'float':
      return g.ident(c.helper('floatText'));
  }
  const item = g.ident(c.freshLocal(type.kind === 'list' ? 'row' : 'item'));
  const text = valueText(c, pure(item, type));
  return g.funcLit([g.field(item.name, c.goType(type))], [g.ident('string')], [g.ret(text)]);
}

function valueText(c: Context, one: Value): go.Expression {
  if (one.type.kind === 'tuple') return tupleText(c, one);
  return plainContainerText(c, one) ?? g.call(itemText(c, one.type), one.node);
}

/** `(1, 'a')` by one format. */
function tupleText(c: Context, of: Value): go.Expression {
  const { format, values } = tuplePiece(c, of);
  return g.pkgCall('fmt', 'Sprintf', g.str(format), ...values);
}

function tuplePiece(c: Context, { node, type }: Value): { format: string; values: go.Expression[] } {
  const parts = (type.kind === 'tuple' ? type.elts : []).map((elt, i) => {
    const part = pure(g.sel(node, tupleFields[i] ?? 'First'), elt);
    if (elt.kind === 'tuple') return tuplePiece(c, part);
    return elt.kind === 'int' ? { format: '%d', values: [part.node] } : { format: '%s', values: [valueText(c, part)] };
  });
  return { format: `(${parts.map(one => one.format).join(', ')})`, values: parts.flatMap(one => one.values) };
}
