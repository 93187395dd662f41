/** Lists of whole numbers where lists of floats are wanted: Go has no type for both. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { value, type Value } from './value';

/** The list, or the list of lists, with floats in it; undefined where these are other types. It is another list. */
export function withFloats(c: Context, from: Value, to: Type): Value | undefined {
  const convert = listConverter(c, from.type, to);
  if (!convert) return undefined;
  if (!isFresh(from.node))
    c.notes.assume('a list of whole numbers that is taken for one of floats is not changed by one of its names');
  return value(convert(from.node), to, from.pure);
}

/** Whether a list that the program holds somewhere else would be another one. */
export const losesIdentity = (from: Value, to: Type): boolean => holdsOther(from.type, to) && !isFresh(from.node);

function holdsOther(from: Type, to: Type): boolean {
  if (from.kind !== 'list' || to.kind !== 'list') return false;
  return (from.elt.kind === 'int' && to.elt.kind === 'float') || holdsOther(from.elt, to.elt);
}

const isFresh = (node: go.Expression): boolean => node.kind === 'CallExpr' || node.kind === 'CompositeLit';

function listConverter(c: Context, from: Type, to: Type): ((node: go.Expression) => go.Expression) | undefined {
  if (from.kind !== 'list' || to.kind !== 'list') return undefined;
  if (from.elt.kind === 'int' && to.elt.kind === 'float') return node => g.call(c.helper('floatsOf'), node);
  const inner = listConverter(c, from.elt, to.elt);
  if (!inner) return undefined;
  return node => {
    const row = c.scratch('row');
    const made = inner(g.ident(row));
    const isName = made.kind === 'CallExpr' && made.args.length === 1;
    const each = isName ? made.fun : g.funcLit([g.field(row, c.goType(from.elt))], [c.goType(to.elt)], [g.ret(made)]);
    return g.call(c.helper('mapped'), node, each);
  };
}
