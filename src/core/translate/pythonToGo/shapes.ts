/** The composite types, each as exactly what it is, so that its parts can be reached. */
import type { Type } from '../../facts/types';

export type ListType = Extract<Type, { kind: 'list' }>;
export type SetType = Extract<Type, { kind: 'set' }>;
export type DictType = Extract<Type, { kind: 'dict' }>;
export type TupleType = Extract<Type, { kind: 'tuple' }>;

export const list = (elt: Type): ListType => ({ kind: 'list', elt });
export const set = (elt: Type): SetType => ({ kind: 'set', elt: keyType(elt) });
export const dict = (key: Type, value: Type): DictType => ({ kind: 'dict', key: keyType(key), value });
export const tuple = (...elts: Type[]): TupleType => ({ kind: 'tuple', elts });

/** Names of the types that stand for tuples of any length and for sets where they are keys. */
export const tupleKeyName = 'go.tupleKey';
export const frozenName = 'go.setKey';

export const isKeyName = (name: string): boolean => name === tupleKeyName || name === frozenName;

/** What Go compares by itself. */
const isPlain = (type: Type): boolean => /^(int|float|str|bool|tuple)$/.test(type.kind);

/** The type of a key: what Go cannot compare has one that it can. */
export function keyType(type: Type): Type {
  switch (type.kind) {
    case 'list':
      return { kind: 'instance', name: tupleKeyName, args: [keyType(type.elt)] };
    case 'set':
      return { kind: 'instance', name: frozenName, args: [type.elt] };
    case 'tuple': {
      const [only] = type.elts;
      if (only && type.elts.length === 1) return { kind: 'instance', name: tupleKeyName, args: [keyType(only)] };
      return { ...type, elts: type.elts.map(keyType) };
    }
    // Go would compare where such keys are kept; None as a key is a gap where it is written.
    case 'optional':
      return isPlain(type.of) ? keyType(type.of) : type;
    default:
      return type;
  }
}
