/** Patterns of Python's `re` in the notation of Go's `regexp`. */
import { groupsOf } from '../../../../facts/python/patterns';

/** A pattern for Go, with what is taken for granted of it; or why there is none. */
export type Converted = { text: string; assumes: string[] } | { refused: string };

/** Flags by their letters: `i`, `m`, `s` are Go's too; `x` is applied here. */
export function convertPattern(source: string, flags: ReadonlySet<string>): Converted {
  const assumes = new Set<string>();
  let text = flags.has('x') ? withoutBlanks(source) : source;
  const refused = /\(\?(?:=|!|<=|<!)/.test(text)
    ? 'looking around'
    : /\(\?P=|(?<!\\)(?:\\\\)*\\[1-9]/.test(text)
      ? 'a group that is repeated by its number'
      : /\(\?\(|\(\?>|[*+?}]\+/.test(text.replace(/\[[^\]]*\]|\\./g, 'x'))
        ? 'atomic groups'
        : undefined;
  if (refused) return { refused: `Go's regular expressions have no ${refused}` };
  let result = '';
  let inClass = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\\') {
      const next = text[++i] ?? '';
      if (/[dDwWsSbB]/.test(next)) assumes.add('classes of characters in patterns are meant for ASCII text');
      if (next === 'u') {
        result += `\\x{${text.slice(i + 1, i + 5)}}`;
        i += 4;
      } else result += next === 'Z' ? '\\z' : /[^\x21-\x7e]/.test(next) ? next : `\\${next}`;
    } else if (inClass) {
      if (char === ']') inClass = false;
      result += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inClass = true;
      result += char;
      if (text[i + 1] === '^') result += text[++i]!;
      if (text[i + 1] === ']') {
        result += '\\]';
        i++;
      }
    } else if (char === '{' && !/^\{\d+(?:,\d*)?\}/.test(text.slice(i))) {
      const most = /^\{,(\d+)\}/.exec(text.slice(i));
      result += most ? `{0,${most[1]}}` : '\\{';
      if (most) i += most[0].length - 1;
    } else if (char === '}' && !/\{\d+(?:,\d*)?$/.test(result)) {
      result += '\\}';
    } else {
      if (char === '$' && !flags.has('m')) {
        assumes.add('a text that is matched up to $ does not end with a line break');
      }
      result += char;
    }
  }
  text = result.replace(/\(\?#[^)]*\)/g, '');
  const letters = ['i', 'm', 's'].filter(flag => flags.has(flag)).join('');
  return { text: letters === '' ? text : `(?${letters})${text}`, assumes: [...assumes] };
}

/** The pattern between anchors; what is asked of it begins, or begins and ends, where the text does. */
export function anchored(pattern: string, atEnd: boolean): string {
  const flags = /^\(\?[ims]+\)/.exec(pattern)?.[0] ?? '';
  const body = pattern.slice(flags.length);
  const inner = /\|/.test(body) ? `(?:${body})` : body;
  return `${flags}^${body.startsWith('^') && inner === body ? body.slice(1) : inner}${atEnd ? '$' : ''}`;
}

/** `(?x)`: blanks and comments outside of classes are for the reader. */
function withoutBlanks(source: string): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === '\\') result += char + (source[++i] ?? '');
    else if (inClass) {
      inClass = char !== ']';
      result += char;
    } else if (char === '[') {
      inClass = true;
      result += char;
    } else if (char === '#') {
      while (i < source.length && source[i] !== '\n') i++;
    } else if (!/\s/.test(char)) result += char;
  }
  return result;
}

/** What is put in for a match, in Go's notation; undefined where it asks for a group that is not there. */
export function convertReplacement(text: string): string | undefined {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const rest = text.slice(i);
    const group = /^\\(?:g<(\w+)>|(\d{1,2}))/.exec(rest);
    if (group) {
      result += `\${${group[1] ?? group[2]}}`;
      i += group[0].length - 1;
    } else if (rest.startsWith('\\n') || rest.startsWith('\\t')) {
      result += rest.startsWith('\\n') ? '\n' : '\t';
      i++;
    } else if (rest.startsWith('\\\\')) {
      result += '\\';
      i++;
    } else if (text[i] === '\\') return undefined;
    else result += text[i] === '$' ? '$$' : text[i]!;
  }
  return result;
}

/** The number of a group that is asked for by its name. */
export function groupNumber(pattern: string | undefined, name: string): number | undefined {
  if (pattern === undefined) return undefined;
  const at = groupsOf(pattern).findIndex(group => group.name === name);
  return at < 0 ? undefined : at + 1;
}

/** Whether a match may leave out a group: one that is repeated from zero on, or stands in one of several alternatives. */
export function hasOptionalGroup(source: string): boolean {
  const open: { groups: number; hasBar: boolean }[] = [{ groups: 0, hasBar: false }];
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    const level = open[open.length - 1]!;
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') {
      inClass = true;
      if (source[i + 1] === '^') i++;
      if (source[i + 1] === ']') i++;
    } else if (char === '|') level.hasBar = true;
    else if (char === '(') {
      const isGroup = source[i + 1] !== '?' || source.startsWith('(?P<', i);
      open.push({ groups: 0, hasBar: false });
      if (isGroup) level.groups++;
    } else if (char === ')' && open.length > 1) {
      open.pop();
      const outer = open[open.length - 1]!;
      if (level.hasBar && level.groups > 0) return true;
      const isOptional = /^(?:[?*]|\{0?,)/.test(source.slice(i + 1));
      if (isOptional && (level.groups > 0 || startsGroup(source, i))) return true;
      outer.groups += level.groups;
    }
  }
  return open[0]!.hasBar && open[0]!.groups > 0;
}

/** Whether the parenthesis that closes at a place is a group that keeps its text. */
function startsGroup(source: string, close: number): boolean {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (source[i - 1] === '\\') continue;
    if (source[i] === ')') depth++;
    else if (source[i] === '(' && --depth === 0) return source[i + 1] !== '?' || source.startsWith('(?P<', i);
  }
  return true;
}
