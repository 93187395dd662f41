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
  const text = unifyNewlines(raw).replace(
    textEscape,
    (whole, octal?: string, hex?: string, short?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      const digits = hex ?? short;
      if (digits !== undefined) return String.fromCharCode(parseInt(digits, 16));
      if (long !== undefined) {
        const point = parseInt(long, 16);
        if (point <= 0x10ffff) return String.fromCodePoint(point);
        unknown = true;
        return '';
      }
      if (other === 'N' || other === 'x' || other === 'u' || other === 'U') unknown = true;
      return simple[other ?? ''] ?? whole;
    },
  );
  return unknown || joinsSurrogates(raw) ? undefined : text;
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

function joinsSurrogates(raw: string): boolean {
  return /\\(?:u|U0000)[dD][89abAB][\da-fA-F]{2}\\(?:u|U0000)[dD][c-fC-F]/.test(raw);
}
