/** What is between the quotes of a literal, decoded. */

const simple: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const textEscape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g;
const byteEscape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|([^]))/g;

/** Python reads a file with universal newlines, so a line break inside a literal is always `\n`. */
export function unifyNewlines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/**
 * The text that `raw` stands for. Undefined where a JavaScript string cannot hold it or we cannot know it: named
 * characters (`\N{BULLET}`: there is no table of names here), code points that do not exist, and two surrogates
 * written one by one, which Python keeps apart.
 */
export function decodeText(raw: string): string | undefined {
  let unknown = false;
  /** Where the escape of a high surrogate ended: a low one that follows at once is the second of two characters. */
  let highEnd = -1;
  const decode = (whole: string, at: number, octal?: string, digits?: string, other?: string): string => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    if (digits !== undefined) {
      const point = parseInt(digits, 16);
      if (point > 0x10ffff || (at === highEnd && isLowSurrogate(point))) unknown = true;
      else if (isHighSurrogate(point)) highEnd = at + whole.length;
      return unknown ? '' : String.fromCodePoint(point);
    }
    if (other === 'N' || other === 'x' || other === 'u' || other === 'U') unknown = true;
    return simple[other ?? ''] ?? whole;
  };
  const text = unifyNewlines(raw).replace(
    textEscape,
    (whole, octal?: string, hex?: string, short?: string, long?: string, other?: string, at = 0) =>
      decode(whole, at, octal, hex ?? short ?? long, other),
  );
  return unknown ? undefined : text;
}

/** The bytes that `raw` stands for, one UTF-16 unit each; undefined where it holds what is not a byte. */
export function decodeBytes(raw: string): string | undefined {
  let unknown = false;
  const text = unifyNewlines(raw).replace(byteEscape, (whole, octal?: string, hex?: string, other?: string) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    if (other === 'x') unknown = true;
    return simple[other ?? ''] ?? whole;
  });
  return unknown || !isAscii(raw) ? undefined : text;
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
