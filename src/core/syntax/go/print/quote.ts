/** Values to Go literals. */
import type { CharLit, FloatLit, ImagLit, IntLit, StringLit } from '../ast';

const short: Record<number, string> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  92: '\\\\',
};

/** A string with its quotes: back quotes where it was written so and they can hold it, double quotes otherwise. */
export function quoteString(node: Pick<StringLit, 'value' | 'style'>): string {
  return node.style === 'raw' ? quoteRaw(node.value) : quoteDouble(node.value);
}

/** In back quotes where these can hold the text, else in double quotes. */
export function quoteRaw(value: string): string {
  return rawable.test(value) ? `\`${value}\`` : quoteDouble(value);
}

// A raw string has no escapes, and Go drops its carriage returns. A byte order mark is not allowed in a source.
const rawable = /^[^`\r\0\ufeff\ud800-\udfff]*$/u;

function quoteDouble(value: string): string {
  let text = '"';
  for (const char of value) text += char === '"' ? '\\"' : escape(char);
  return `${text}"`;
}

/** One character as it stands in a literal; an unpaired surrogate is the byte that it stands for. */
function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return code === 92 ? '\\\\' : char;
  const known = short[code];
  if (known) return known;
  if (code < 32 || code === 127) return `\\x${hex(code, 2)}`;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  if (unprintable.test(char)) return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  return char;
}

/** What no reader can see: controls, formats, separators other than the blank, unassigned. */
const unprintable = /[\p{C}\p{Z}]/u;

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}

/** A rune literal. A value that no rune has is written as U+FFFD. */
export function quoteChar(node: Pick<CharLit, 'value'>): string {
  if (node.value === 39) return "'\\''";
  const valid = node.value >= 0 && node.value <= 0x10ffff && !(node.value >= 0xd800 && node.value <= 0xdfff);
  return `'${escape(String.fromCodePoint(valid ? node.value : 0xfffd))}'`;
}

/** An integer in the base it was written in. */
export function writeInt(node: Pick<IntLit, 'value' | 'style'>): string {
  if (!/^\d+$/.test(node.value)) return node.value;
  switch (node.style) {
    case 'hex':
      return `0x${BigInt(node.value).toString(16)}`;
    case 'octal':
      return node.value === '0' ? '0' : `0${BigInt(node.value).toString(8)}`;
    case 'binary':
      return `0b${BigInt(node.value).toString(2)}`;
    default:
      return node.value;
  }
}

/** A float, with a fraction where it would read as an integer, or with an exponent where it was written so. */
export function writeFloat(node: Pick<FloatLit, 'value' | 'style'>): string {
  const number = Number(node.value);
  const exact = String(number) === node.value && number !== 0;
  if (node.style === 'exponent' && exact && (number >= 1000 || number <= 0.001)) {
    return number.toExponential().replace('e+', 'e');
  }
  return /^-?\d+$/.test(node.value) ? `${node.value}.0` : node.value.replace('e+', 'e');
}

/** An imaginary number. */
export function writeImaginary(node: Pick<ImagLit, 'value'>): string {
  return `${node.value.replace('e+', 'e')}i`;
}
