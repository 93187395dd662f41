/** Go's regular expressions (RE2) as those of Python's `re`. */

export interface PythonPattern {
  text: string;
  groups: number;
  /** It has `\d`, `\w`, `\s` or `\b`, which are ASCII in Go and Unicode in Python. */
  hasClasses: boolean;
  /** It matches where there is nothing, which both languages repeat in different places. */
  matchesEmpty: boolean;
}

const posixClasses: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** The pattern as Python reads it; a text says why it has none. */
export function pythonPattern(source: string): PythonPattern | string {
  let text = '';
  let groups = 0;
  let hasClasses = false;
  let inClass = false;
  const multiline = /^\(\?[a-z]*m/.test(source);
  for (let i = 0; i < source.length;) {
    const rest = source.slice(i);
    const char = rest[0]!;
    if (char === '\\') {
      const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
      const code = /^\\x\{([\da-fA-F]+)\}/.exec(rest);
      if (quoted) {
        text += quoted[1]!.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
        i += quoted[0].length;
        continue;
      }
      if (code) {
        text += `\\U${code[1]!.padStart(8, '0')}`;
        i += code[0].length;
        continue;
      }
      const letter = rest[1] ?? '';
      if (/[pPC]/.test(letter)) return `\\${letter}`;
      if (/[dDwWsSbB]/.test(letter)) hasClasses = true;
      text += letter === 'z' ? '\\Z' : char + letter;
      i += 2;
      continue;
    }
    if (inClass) {
      const posix = /^\[:(\^?)(\w+):\]/.exec(rest);
      if (posix) {
        const known = posixClasses[posix[2]!];
        if (posix[1] || !known) return posix[0];
        text += known;
        i += posix[0].length;
        continue;
      }
      if (char === ']' && !/(?:^|[^\\])\[\^?$/.test(text)) inClass = false;
      // A bracket or a doubled mark inside of a class is said to mean a set one day.
      text += char === '[' || /^(--|&&|~~|\|\|)/.test(rest) ? `\\${char}` : char;
      i++;
      continue;
    }
    if (char === '[') inClass = true;
    if (char === '(') {
      const special = /^\(\?(?:P?<(\w+)>|([a-zA-Z]*)(-[a-zA-Z]+)?([:)]))/.exec(rest);
      if (rest.startsWith('(?') && !special) return rest.slice(0, 3);
      if (special) {
        const [whole, name, flags = '', off = '', end] = special;
        if (/[^ims]/.test(flags) || (end === ')' && (i > 0 || off))) return whole;
        if (name !== undefined) groups++;
        text += name === undefined ? whole : `(?P<${name}>`;
        i += whole.length;
        continue;
      }
      groups++;
    }
    if (/^\{,\d+\}/.test(rest)) return '{,n}';
    // Python's $ also matches before a line break at the end.
    text += char === '$' && !multiline ? '\\Z' : char;
    i++;
  }
  return { text, groups, hasClasses, matchesEmpty: matchesEmpty(source) };
}

function matchesEmpty(source: string): boolean {
  try {
    const plain = source
      .replace(/^\(\?[a-z]+\)/, '')
      .replace(/\(\?P</g, '(?<')
      .replace(/\[:\w+:\]/g, 'a')
      .replace(/\\[zA]/g, '');
    return new RegExp(plain).test('');
  } catch {
    return true;
  }
}
