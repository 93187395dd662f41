/** The notation of Python's `struct`: `>IH4s`. */
import { bool, bytes, float, int, type Type } from '../types';

export interface StructField {
  /** The letter: `H`, `s`, `x`. */
  code: string;
  /** Where it begins, and how many bytes it takes. */
  offset: number;
  size: number;
}

export interface StructFormat {
  isBig: boolean;
  /** What has a value; padding is left out. */
  fields: StructField[];
  size: number;
}

/** Sizes by letter: the standard ones, and the native ones of a machine with 64 bits where those differ. */
const sizes: Record<string, number> = {
  ...{ x: 1, c: 1, b: 1, B: 1, '?': 1, s: 1, h: 2, H: 2, i: 4, I: 4, l: 4, L: 4, q: 8, Q: 8, f: 4, d: 8 },
};
const nativeSizes: Record<string, number> = { l: 8, L: 8 };

/** Undefined where the text is no format, or has something that only C knows. */
export function parseStructFormat(text: string): StructFormat | undefined {
  const order = /^[@=<>!]/.exec(text)?.[0];
  const isNative = order === undefined || order === '@';
  const rest = (order ? text.slice(1) : text).replace(/\s+/g, '');
  const fields: StructField[] = [];
  let offset = 0;
  if (!/^(?:\d*[a-zA-Z?])*$/.test(rest)) return undefined;
  for (const [, digits, code] of rest.matchAll(/(\d*)([a-zA-Z?])/g)) {
    const size = (isNative ? nativeSizes[code!] : undefined) ?? sizes[code!];
    if (size === undefined) return undefined;
    const count = digits === '' ? 1 : Number(digits);
    if (isNative && offset % size !== 0) offset += size - (offset % size);
    if (code === 's') {
      fields.push({ code, offset, size: count });
      offset += count;
      continue;
    }
    for (let i = 0; i < count; i++) {
      if (code !== 'x') fields.push({ code: code!, offset, size });
      offset += size;
    }
  }
  return { isBig: order === '>' || order === '!', fields, size: offset };
}

/** What Python makes of a field. */
export function structFieldType(field: StructField): Type {
  if (field.code === 's' || field.code === 'c') return bytes;
  if (field.code === '?') return bool;
  return field.code === 'f' || field.code === 'd' ? float : int;
}
