/** Numbers, strings and bytes as Python writes them. */
import type { Bytes, Float, Int, Str } from '../ast';

const radix: Record<string, [prefix: string, base: number]> = { hex: ['0x', 16], octal: ['0o', 8], binary: ['0b', 2] };

/** CPython refuses longer decimal literals. */
const longestDecimal = 4300;

export function intText(node: Int): string {
  const [prefix, base] = radix[node.style ?? ''] ?? (node.value.length > longestDecimal ? ['0x', 16] : ['', 10]);
  if (base === 10) return node.value;
  const value = BigInt(node.value);
  return value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base);
}

/** A whole number gets a point, or it would come back as an int. */
export function floatText(node: Float): string {
  if (node.value === 'Infinity') return '1e999';
  if (node.value === '-Infinity') return '-1e999';
  if (node.value === 'NaN') return 'float("nan")';
  const value = node.value.replace('e+', 'e');
  return /[.e]/.test(value) ? value : `${value}.0`;
}

export function imaginaryText(value: string): string {
  return `${value === 'Infinity' ? '1e999' : value.replace('e+', 'e')}j`;
}

const named: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** What is written as an escape: controls, what cannot be seen, halves of pairs, and the backslash. */
const hidden =
  /[\\\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const notAscii = /[\\\x00-\x1f\x7f-\xff]/g;

function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const hex = code.toString(16);
  return named[unit] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}

/** Text between quotes. In triple quotes, line breaks and tabs stay. */
export function escapeText(value: string, quote: string, bytes = false): string {
  const pattern = bytes ? notAscii : hidden;
  if (quote.length === 1) {
    const escaped = value.replace(pattern, escapeUnit);
    return escaped.includes(quote) ? escaped.replaceAll(quote, `\\${quote}`) : escaped;
  }
  const mark = quote.charAt(0);
  const escaped = value.replace(pattern, unit => (unit === '\n' || unit === '\t' ? unit : escapeUnit(unit)));
  // Three in a row would close it, and so would one at the end.
  return escaped.replace(mark === '"' ? /"(?=""|$)/g : /'(?=''|$)/g, `\\${mark}`);
}

/**
 * A whole literal. `forbidden` are texts that may not occur in it, because an f-string around it would end; where that
 * cannot be kept, they are ignored (Python 3.12 allows it).
 */
export function stringText(node: Str | Bytes, forbidden: readonly string[] = [], flat = false): string {
  const bytes = node.kind === 'Bytes';
  const prefix = bytes ? 'b' : '';
  const { value } = node;
  const fits = (text: string): boolean => !forbidden.some(part => text.includes(part));
  if (node.style === 'triple' && !flat) {
    const text = `${prefix}"""${escapeText(value, '"""', bytes)}"""`;
    if (fits(text)) return text;
  }
  const quotes = preferredQuotes(value);
  // An f-string before Python 3.12 takes no backslash between its braces, so there the raw form is worth more.
  if ((node.style === 'raw' || forbidden.length > 0) && value.includes('\\')) {
    for (const quote of quotes) {
      const text = rawText(value, prefix, quote, bytes);
      if (text !== undefined && fits(text)) return text;
    }
  }
  const candidates = quotes.map(quote => prefix + quote + escapeText(value, quote, bytes) + quote);
  return candidates.find(fits) ?? candidates[0]!;
}

/** Double quotes, unless single ones save escapes. */
function preferredQuotes(value: string): ['"', "'"] | ["'", '"'] {
  if (!value.includes('"')) return ['"', "'"];
  const doubles = value.split('"').length;
  const singles = value.split("'").length;
  return singles < doubles ? ["'", '"'] : ['"', "'"];
}

/** The literal with an `r`, or undefined where it cannot be written so. */
function rawText(value: string, prefix: string, quote: string, bytes: boolean): string | undefined {
  if (value.includes(quote) || /\\$/.test(value)) return undefined;
  const others = value.replaceAll('\\', '').match(bytes ? notAscii : hidden);
  return others ? undefined : `${prefix}r${quote}${value}${quote}`.replace(/^br/, 'rb');
}
