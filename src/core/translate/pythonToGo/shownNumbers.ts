/** Whole numbers among floats where they become text: Go has one type for both, Python shows them in two ways. */
import { seen, type Shape } from '../../facts/python/trial/shapes';
import type { Type } from '../../facts/types';
import type { NodeBase } from '../../syntax/node';
import type { Context } from './context';
import * as g from '../goNodes';
import { coerce } from './coerce';
import { isAny } from './types';
import { value, type Value } from './value';

/** The value with the type that says how its numbers are written, by what the program is seen to put there. */
export function asShown(c: Context, node: NodeBase | string, from: Value): Value {
  const shape = hasFloat(from.type) ? c.facts.shown?.(node) : undefined;
  if (!shape) return from;
  const type = asSeen(c, from.type, shape, typeof node === 'string' ? undefined : node);
  return type === from.type ? from : { ...from, type };
}

/**
 * What goes to where any value is kept, at the node at which the trial run saw it: of a Go float that is a whole number
 * to Python it becomes one again.
 */
export function kept(c: Context, node: NodeBase, from: Value, to: Type): Value {
  const numbers = from.type.kind === 'float' && isAny(to, c) ? (c.facts.shown?.(node)?.numbers ?? 0) : 0;
  if ((numbers & (seen.int | seen.large)) === 0) return coerce(c, from, to);
  if (numbers & seen.large)
    return c.gap('a whole number of more than 64 bits among floats has no counterpart here', node);
  if (numbers & seen.wholeFloat)
    return c.gap('this is now an int and now a float, and Python shows 1 and 1.0 differently', node);
  return value(g.call(c.helper('pythonNumber'), from.node), to, from.pure);
}

/** Whether an infinity or nan is written here: Go's verbs call them +Inf and NaN. */
export function mayBeInfinite(c: Context, node: NodeBase, from: Value): boolean {
  if (from.type.kind !== 'float') return false;
  const shape = c.facts.shown?.(node);
  if (shape && (shape.numbers & seen.unknown) === 0) return (shape.numbers & seen.infinite) !== 0;
  return from.type.whole === true;
}

function hasFloat(type: Type, depth = 0): boolean {
  if (depth > 4) return false;
  switch (type.kind) {
    case 'float':
      return true;
    case 'list':
    case 'set':
      return hasFloat(type.elt, depth + 1);
    case 'dict':
      return hasFloat(type.key, depth + 1) || hasFloat(type.value, depth + 1);
    case 'tuple':
      return type.elts.some(elt => hasFloat(elt, depth + 1));
    case 'optional':
      return hasFloat(type.of, depth + 1);
    default:
      return false;
  }
}

function asSeen(c: Context, type: Type, shape: Shape | undefined, node: NodeBase | undefined): Type {
  if (!shape) return type;
  switch (type.kind) {
    case 'float':
      return numberAsSeen(c, type, shape.numbers, node);
    case 'list':
    case 'set':
      return { ...type, elt: asSeen(c, type.elt, shape.items, node) };
    case 'dict':
      return { ...type, key: asSeen(c, type.key, shape.keys, node), value: asSeen(c, type.value, shape.values, node) };
    case 'tuple':
      return { ...type, elts: type.elts.map((elt, i) => asSeen(c, elt, shape.places?.[i], node)) };
    case 'optional':
      return { ...type, of: asSeen(c, type.of, shape, node) };
    default:
      return type;
  }
}

function numberAsSeen(c: Context, type: Type & { kind: 'float' }, numbers: number, node: NodeBase | undefined): Type {
  const isWhole = (numbers & (seen.int | seen.large)) !== 0;
  if (numbers & seen.large)
    return c.gap('a whole number of more than 64 bits among floats has no counterpart here', node);
  if (isWhole && numbers & seen.wholeFloat) {
    return c.gap('this is now an int and now a float, and Python shows 1 and 1.0 differently', node);
  }
  if (isWhole) return { ...type, whole: true };
  if ((numbers & ~seen.unknown) === 0) return type;
  return type.whole ? { kind: 'float', ...(type.go !== undefined && { go: type.go }) } : type;
}
