/** Go literals to values. Every function takes the source of one literal and accepts what the parser accepts. */

const simpleEscapes: Record<string, number> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
};

/** One escape: a code point, or a byte for `\x` and octal. `length` counts the backslash. */
function readEscape(text: string, at: number): { value: number; byte: boolean; length: number } {
  const mark = text[at + 1] ?? '';
  const simple = simpleEscapes[mark];
  if (simple !== undefined) return { value: simple, byte: false, length: 2 };
  const digits = mark === 'x' ? 2 : mark === 'u' ? 4 : mark === 'U' ? 8 : 0;
  if (digits) {
    const value = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { value: Number.isNaN(value) ? 0xfffd : value, byte: mark === 'x', length: 2 + digits };
  }
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal) return { value: Number.parseInt(octal, 8) & 255, byte: true, length: 1 + octal.length };
  // Go knows no such escape; the character stands for itself so that nothing is lost.
  return { value: mark.codePointAt(0) ?? 92, byte: false, length: 2 };
}

function codePoint(value: number): string {
  return value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? '\ufffd' : String.fromCodePoint(value);
}

/** The length of the valid UTF-8 sequence at `at`, or 0. */
function sequenceLength(bytes: readonly number[], at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (!length || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates and what lies above U+10FFFF are not UTF-8.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** Bytes as text; one that is not part of valid UTF-8 becomes the unpaired surrogate U+DC00 plus the byte. */
function bytesToText(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    const first = bytes[at] ?? 0;
    if (length === 0) text += String.fromCharCode(0xdc00 + first);
    else if (length === 1) text += String.fromCharCode(first);
    else {
      let value = first & (0x7f >> length);
      for (let i = 1; i < length; i++) value = (value << 6) | ((bytes[at + i] ?? 0) & 0x3f);
      text += String.fromCodePoint(value);
    }
    at += length || 1;
  }
  return text;
}

/** The value of `"…"` or of a raw string in back quotes. */
export function decodeString(source: string): string {
  const inner = source.slice(1, -1);
  // Go drops carriage returns from raw strings.
  if (source.startsWith('`')) return inner.includes('\r') ? inner.replaceAll('\r', '') : inner;
  if (!inner.includes('\\')) return inner;
  let value = '';
  let bytes: number[] = [];
  for (let at = 0; at < inner.length;) {
    const next = inner.indexOf('\\', at);
    if (next !== at) {
      value += bytesToText(bytes) + inner.slice(at, next < 0 ? undefined : next);
      bytes = [];
      if (next < 0) return value;
      at = next;
    }
    const escape = readEscape(inner, at);
    if (escape.byte) bytes.push(escape.value);
    else {
      value += bytesToText(bytes) + codePoint(escape.value);
      bytes = [];
    }
    at += escape.length;
  }
  return value + bytesToText(bytes);
}

/** The code point of `'…'`. */
export function decodeChar(source: string): number {
  return source[1] === '\\' ? readEscape(source, 1).value : (source.codePointAt(1) ?? 0);
}

/** Decimal digits of any length, and how it was spelled. */
export function decodeInt(source: string): { value: string; style?: string } {
  const digits = source.replaceAll('_', '').toLowerCase();
  if (digits.startsWith('0x')) return { value: BigInt(digits).toString(), style: 'hex' };
  if (digits.startsWith('0b')) return { value: BigInt(digits).toString(), style: 'binary' };
  if (digits.startsWith('0o')) return { value: BigInt(digits).toString(), style: 'octal' };
  if (digits.length > 1 && /^0[0-7]+$/.test(digits)) {
    return { value: BigInt(`0o${digits.slice(1)}`).toString(), style: 'octal' };
  }
  return { value: digits };
}

/**
 * A double as JavaScript writes it. A constant that no double can hold (`1e1000`; Go's constants are exact) keeps its
 * own digits.
 */
export function decodeFloat(source: string): string {
  const digits = source.replaceAll('_', '').toLowerCase();
  const number = digits.startsWith('0x') ? hexFloat(digits) : Number(digits);
  const vanished = number === 0 && /[1-9a-f]/.test(digits.replace(/^0x/, '').replace(/[ep].*$/, ''));
  return Number.isFinite(number) && !vanished ? String(number) : digits;
}

function hexFloat(digits: string): number {
  const [mantissa = '', exponent = '0'] = digits.slice(2).split('p');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = Number(exponent) - 4 * fraction.length;
  const value = Number(BigInt(`0x0${whole}${fraction}`));
  // One factor alone may overflow or vanish where the product does not.
  const half = Math.trunc(scale / 2);
  return value * 2 ** half * 2 ** (scale - half);
}

/** The number before the `i`. For compatibility Go reads `0123i` as decimal. */
export function decodeImaginary(source: string): string {
  const digits = source.slice(0, -1).replaceAll('_', '').toLowerCase();
  if (/^0[box]/.test(digits) && !digits.includes('p')) return String(Number(BigInt(digits)));
  return decodeFloat(digits);
}
