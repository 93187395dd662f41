/** What a trial run saw at a place: which kinds of numbers, also inside of lists, dicts and tuples. */
import type { NodeBase } from '../../../syntax/node';
import { isObject, type Value } from './values';

/** Kinds of numbers, as bits. */
export const seen = {
  /** A whole number that fits into 64 bits. */
  int: 1,
  /** A whole number that does not. */
  large: 2,
  /** A float that is a whole number: `2.0`. */
  wholeFloat: 4,
  /** Any other float. */
  fraction: 8,
  /** Something that is not known. */
  unknown: 16,
  /** A float that is no finite number; it counts as a fraction too. */
  infinite: 32,
} as const;

export interface Shape {
  numbers: number;
  /** Of what a list, a set or a tuple holds. */
  items?: Shape;
  /** Of a tuple, by place. */
  places?: Shape[];
  keys?: Shape;
  values?: Shape;
}

export const largest = 9223372036854775807n;

export const isLarge = (value: bigint): boolean => value > largest || value < -largest - 1n;

/** More items than this are not looked at. */
const maxItems = 500;

export function addTo(shape: Shape, value: Value, depth = 0): void {
  if (typeof value === 'bigint') shape.numbers |= isLarge(value) ? seen.large : seen.int;
  else if (typeof value === 'number') {
    shape.numbers |= Number.isInteger(value) && Math.abs(value) < 1e16 ? seen.wholeFloat : seen.fraction;
    if (!Number.isFinite(value)) shape.numbers |= seen.infinite;
  } else if (value === undefined) shape.numbers |= seen.unknown;
  else if (isObject(value) && depth < 5) {
    if (value.kind === 'list' || value.kind === 'tuple') {
      shape.items ??= { numbers: 0 };
      const few = value.items.slice(0, maxItems);
      for (const item of few) addTo(shape.items, item, depth + 1);
      if (value.kind === 'tuple') {
        const places = (shape.places ??= []);
        few.forEach((item, i) => addTo((places[i] ??= { numbers: 0 }), item, depth + 1));
      }
      if (value.items.length > maxItems) shape.items.numbers |= seen.unknown;
    } else if (value.kind === 'set') {
      shape.items ??= { numbers: 0 };
      for (const item of value.entries.values()) addTo(shape.items, item, depth + 1);
    } else if (value.kind === 'dict') {
      const keys = (shape.keys ??= { numbers: 0 });
      const values = (shape.values ??= { numbers: 0 });
      for (const [key, one] of value.entries.values()) {
        addTo(keys, key, depth + 1);
        addTo(values, one, depth + 1);
      }
    }
  }
}

/** The key under which the numbers of a division by zero are shown, by what divides or by its operator. */
export function divisionAt(node: NodeBase): string {
  const { kind, right, value } = node as { kind?: string; right?: NodeBase; value?: NodeBase };
  const divisor = kind === 'BinOp' ? right : kind === 'AugAssign' ? value : undefined;
  return `division at ${(divisor ?? node).end}`;
}
