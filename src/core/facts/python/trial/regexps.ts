/** Regular expressions in a trial run: patterns that mean the same in JavaScript are run, others are not known. */
import type { Caller, Library } from './library';
import { generator, isObject, keyOf, list, Lost, memberOf, native, raise, tuple, type Value } from './values';

/** Longer texts take longer to search than a trial may. */
const maxText = 20_000;

export const flags: Record<string, Value> = {};
for (const [short, long, bit] of [
  ['I', 'IGNORECASE', 2n],
  ['M', 'MULTILINE', 8n],
  ['S', 'DOTALL', 16n],
  ['X', 'VERBOSE', 64n],
] as const) {
  flags[`re.${short}`] = flags[`re.${long}`] = bit;
}

/** What Python and JavaScript write or mean differently, of which nothing is made here. */
const foreign = /\(\?[a-zA-Z]+[:)-]|\(\?\(|\{,|[*+?}]\+|\(\?>/;
const isForeign = (source: string): boolean =>
  /\[\^?\]/.test(source.replace(/\\./gs, '.')) || foreign.test(source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, '.'));

function compiled(source: Value, flag: Value): RegExp {
  if (typeof source !== 'string' || isForeign(source)) throw new Lost();
  const bits = flag === undefined ? 0n : typeof flag === 'bigint' ? flag : lost();
  const isMultiline = (bits & 8n) !== 0n;
  const plain = bits & 64n ? withoutComments(source) : source;
  const written = plain.replace(/\\(.)|\(\?P<|\(\?P=(\w+)\)|\[(?:\\.|[^\]\\])*\]|\$/gs, (all, escaped, name) => {
    if (all === '(?P<') return '(?<';
    if (name !== undefined) return `\\k<${String(name)}>`;
    if (all === '$') return isMultiline ? '$' : '(?=\\n?(?![^]))';
    if (escaped === 'A') return '(?<![^])';
    return escaped === 'Z' ? '(?![^])' : all;
  });
  try {
    return new RegExp(written, `gd${bits & 2n ? 'i' : ''}${isMultiline ? 'm' : ''}${bits & 16n ? 's' : ''}`);
  } catch {
    throw new Lost();
  }
}

const lost = (): never => {
  throw new Lost();
};

const withoutComments = (source: string): string =>
  source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+|#[^\n]*/gs, part => (/^[\\[]/.test(part) ? part : ''));

function searched(text: Value): string {
  // Classes such as `\w` know more letters in Python.
  return typeof text === 'string' && text.length <= maxText && /^[\x00-\x7f]*$/.test(text) ? text : lost();
}

function matchObject(found: RegExpExecArray, names: Record<string, string | undefined>): Value {
  const at = (key: Value): number | string =>
    typeof key === 'bigint' ? Number(key) : typeof key === 'string' ? key : lost();
  const group = (key: Value): Value => {
    const place = at(key);
    if (typeof place === 'string') return place in names ? (names[place] ?? null) : raise('IndexError');
    return place < found.length ? (found[place] ?? null) : raise('IndexError');
  };
  const span = (key: Value = 0n): [bigint, bigint] => {
    const place = at(key);
    const indices = typeof place === 'string' ? found.indices?.groups?.[place] : found.indices?.[place];
    return indices ? [BigInt(indices[0]), BigInt(indices[1])] : [-1n, -1n];
  };
  const lacking = (args: Value[], keywords: Map<string, Value>): Value => args[0] ?? keywords.get('default') ?? null;
  const methods: Record<string, Value> = {
    group: native(args =>
      args.length === 0 ? found[0] : args.length === 1 ? group(args[0]) : tuple(args.map(one => group(one))),
    ),
    groups: native((args, keywords) => tuple(found.slice(1).map(one => one ?? lacking(args, keywords)))),
    groupdict: native((args, keywords) => ({
      kind: 'dict',
      entries: new Map(Object.entries(names).map(([key, one]) => [keyOf(key), [key, one ?? lacking(args, keywords)]])),
    })),
    start: native(([key]) => span(key)[0]),
    end: native(([key]) => span(key)[1]),
    span: native(([key]) => tuple(span(key))),
    string: found.input,
    lastgroup: Object.keys(names).findLast(key => names[key] !== undefined) ?? null,
  };
  const item = native(([, key]) => group(key));
  return {
    kind: 'object',
    of: { kind: 'class', name: 're.Match', bases: [], members: new Map([['__getitem__', item]]), isOpen: true },
    fields: new Map(Object.entries(methods)),
  };
}

const matchOf = (found: RegExpExecArray | null): Value => (found ? matchObject(found, found.groups ?? {}) : null);

/** What `findall` gives for one place: the group, the groups, or all of it. */
function listed(found: RegExpExecArray): Value {
  if (found.length === 1) return found[0];
  return found.length === 2 ? (found[1] ?? '') : tuple(found.slice(1).map(one => one ?? ''));
}

type Operation = (pattern: RegExp, args: Value[], keywords: Map<string, Value>, caller: Caller) => Value;

const from = (value: Value): number => (value === undefined ? 0 : typeof value === 'bigint' ? Number(value) : lost());

const anchored =
  (suffix: string): Operation =>
  (pattern, [text, start]) => {
    const whole = new RegExp(`(?:${pattern.source})${suffix}`, pattern.flags.replace('g', 'y'));
    whole.lastIndex = from(start);
    return matchOf(whole.exec(searched(text)));
  };

const operations: Record<string, Operation> = {
  match: anchored(''),
  fullmatch: anchored('(?![^])'),
  search(pattern, [text, start]) {
    pattern.lastIndex = from(start);
    return matchOf(pattern.exec(searched(text)));
  },
  findall: (pattern, [text]) => list([...searched(text).matchAll(pattern)].map(listed)),
  finditer: (pattern, [text]) => generator([...searched(text).matchAll(pattern)].map(matchOf)),
  split(pattern, [text, most], keywords) {
    const parts: Value[] = [];
    const whole = searched(text);
    const end = between(pattern, whole, most ?? keywords.get('maxsplit'), (before, found) =>
      parts.push(before, ...found.slice(1).map(one => one ?? null)),
    );
    return list([...parts, whole.slice(end)]);
  },
  sub(pattern, [replacement, text, most], keywords, caller) {
    if (typeof replacement === 'string' && replacement.includes('\\')) throw new Lost();
    let result = '';
    const whole = searched(text);
    const end = between(pattern, whole, most ?? keywords.get('count'), (before, found) => {
      const put = typeof replacement === 'string' ? replacement : caller.call(replacement, [matchOf(found)]);
      if (typeof put !== 'string') throw new Lost();
      result += before + put;
    });
    return result + whole.slice(end);
  },
};

/** Each match with the text before it, `most` at most; gives where the last one ends. */
function between(
  pattern: RegExp,
  text: string,
  most: Value,
  each: (before: string, found: RegExpExecArray) => void,
): number {
  const limit = from(most);
  let [end, count] = [0, 0];
  for (const found of text.matchAll(pattern)) {
    each(text.slice(end, found.index), found);
    end = found.index + found[0].length;
    if (++count === limit) break;
  }
  return end;
}

function patternObject(pattern: RegExp, source: Value, caller: Caller): Value {
  const fields = new Map<string, Value>([['pattern', source]]);
  for (const [name, operation] of Object.entries(operations)) {
    fields.set(
      name,
      native((args, keywords) => operation(new RegExp(pattern), args, keywords, caller)),
    );
  }
  const of = { kind: 'class', name: patternClass, bases: [], members: new Map(), isOpen: true } as const;
  return { kind: 'object', of: { ...of, bases: [] }, fields };
}

const patternClass = 're.Pattern';

export const regexps: Record<string, Library> = {
  're.compile': (caller, [source, flag], keywords) =>
    patternObject(compiled(source, flag ?? keywords.get('flags')), source, caller),
  're.escape': (_, [text]) => searched(text).replace(/[^\w]/g, '\\$&'),
};
/** Where the flags stand among the arguments behind the pattern. */
const flagPlace: Record<string, number> = { sub: 3, split: 2 };

for (const [name, operation] of Object.entries(operations)) {
  regexps[`re.${name}`] = (caller, [source, ...args], keywords) => {
    const place = flagPlace[name] ?? 1;
    const flag = args[place] ?? keywords.get('flags');
    const others = new Map([...keywords].filter(([key]) => key !== 'flags'));
    if (isObject(source) && source.kind === 'object' && source.of.name === patternClass) {
      const own = source.fields.get(name) ?? memberOf(source.of, name);
      return caller.call(own, args, others);
    }
    return operation(compiled(source, flag), args.slice(0, place), others, caller);
  };
}
