/** The composite types, each as exactly what it is, so that its parts can be reached. */
import type { Type } from '../../facts/types';

export type ListType = Extract<Type, { kind: 'list' }>;
export type SetType = Extract<Type, { kind: 'set' }>;
export type DictType = Extract<Type, { kind: 'dict' }>;
export type TupleType = Extract<Type, { kind: 'tuple' }>;

export const list = (elt: Type): ListType => ({ kind: 'list', elt });
export const set = (elt: Type): SetType => ({ kind: 'set', elt });
export const dict = (key: Type, value: Type): DictType => ({ kind: 'dict', key, value });
export const tuple = (...elts: Type[]): TupleType => ({ kind: 'tuple', elts });
