/** Go's types as values of the lattice, without the file they stand in. */
import * as t from '../../facts/types';
import type { Type } from '../../facts/types';

export const rune: Type = { kind: 'int', go: 'rune' };

export const byte: Type = { kind: 'int', go: 'uint8' };

const integers = new Set(['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint16', 'uint32', 'uint64', 'uintptr']);

export function basicType(name: string): Type | undefined {
  if (name === 'int') return t.int;
  if (name === 'byte' || name === 'uint8') return byte;
  if (name === 'rune') return rune;
  if (integers.has(name)) return { kind: 'int', go: name };
  switch (name) {
    case 'float64':
      return t.float;
    case 'float32':
      return { kind: 'float', go: 'float32' };
    case 'string':
      return t.str;
    case 'bool':
      return t.bool;
    case 'error':
      return t.error;
    case 'any':
      return t.any;
    case 'complex128':
    case 'complex64':
      return { kind: 'complex' };
    default:
      return undefined;
  }
}

export function elementOf(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'array':
    case 'chan':
    case 'set':
    case 'iterator':
      return type.elt;
    case 'bytes':
      return byte;
    case 'pointer':
      return elementOf(type.to);
    default:
      return t.unknown;
  }
}

export function isRune(type: Type): boolean {
  return type.kind === 'int' && type.go === 'rune';
}

export function isByteSlice(type: Type): boolean {
  return (
    type.kind === 'bytes' ||
    (type.kind === 'list' && type.elt.kind === 'int' && (type.elt.go === 'uint8' || type.elt.go === 'byte'))
  );
}

export function substitute(type: Type, by: ReadonlyMap<string, Type>): Type {
  if (by.size === 0) return type;
  switch (type.kind) {
    case 'typevar':
      return by.get(type.name) ?? type;
    case 'list':
    case 'array':
    case 'chan':
    case 'set':
    case 'iterator':
      return { ...type, elt: substitute(type.elt, by) };
    case 'dict':
      return { ...type, key: substitute(type.key, by), value: substitute(type.value, by) };
    case 'pointer':
      return { ...type, to: substitute(type.to, by) };
    case 'tuple':
      return { ...type, elts: type.elts.map(one => substitute(one, by)) };
    case 'instance':
      return { ...type, args: type.args.map(one => substitute(one, by)) };
    case 'func':
      return {
        ...type,
        params: type.params.map(one => ({ ...one, type: substitute(one.type, by) })),
        result: substitute(type.result, by),
      };
    default:
      return type;
  }
}
