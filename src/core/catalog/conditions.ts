/** Reads the conditions of `where`, in the front matter and behind a fence's language. */
import type { Condition, Conditions } from './idiom';
import { didYouMean } from './problems';

/** The types that a condition may name, and how many element types each may have in brackets. */
const typeNames: Record<string, number> = {
  bool: 0,
  int: 0,
  float: 0,
  number: 0,
  str: 0,
  bytes: 0,
  list: 1,
  tuple: Infinity,
  dict: 2,
  set: 1,
  iterator: 1,
  func: 0,
  error: 0,
  none: 0,
  any: 0,
  chan: 1,
};

const words = ['pure', 'constant', 'literal', 'name', 'fstring', 'unused-after'] as const;
const stops = ['break', 'continue', 'return', 'yield', 'await'] as const;

/** What a reader of conditions says instead of a value. */
export interface Refusal {
  refused: string;
}

/** Alternatives parted by a bar: any one has to hold. `no`, `text` and `without` have bars of their own, without blanks. */
export function readConditions(text: string): Condition[] | Refusal {
  const conditions: Condition[] = [];
  for (const alternative of text.split(/\s+\|\s+/)) {
    const condition = readCondition(alternative.trim());
    if ('refused' in condition) return condition;
    conditions.push(condition);
  }
  return conditions;
}

function readCondition(text: string): Condition | Refusal {
  const [head = '', ...rest] = text.split(/\s+/);
  const tail = rest.join(' ');
  if (head === 'no') return readStops(tail);
  if (head === 'text') {
    const values = tail.split('|').filter(value => value !== '');
    return values.length ? { test: 'text', values } : { refused: 'Write the words after "text": text a|b.' };
  }
  if (head === 'without' || head === 'keeps') {
    const names = tail.split('|').map(name => name.trim());
    if (names.every(name => /^[A-Za-z_]\w*$/.test(name))) return { test: head, names };
    return { refused: `Write metavariables or names of the pattern after "${head}": ${head} YS|i.` };
  }
  if (head === 'method') {
    if (/^[A-Za-z_]\w*$/.test(tail)) return { test: 'method', name: tail };
    return { refused: 'Write one name after "method": method Error.' };
  }
  if (head === 'not') {
    const of = readCondition(tail);
    return 'refused' in of ? of : { test: 'not', of };
  }
  if (head === 'instance') {
    if (/^[\w./-]*[\w]$/.test(tail)) return { test: 'instance', of: tail };
    return { refused: 'Write one qualified class or type after "instance": instance flask.Flask.' };
  }
  for (const word of words) if (text === word) return { test: word };
  const known = head === 'known';
  const type = known ? tail : text;
  const wrong = wrongType(type);
  if (wrong !== undefined) return { refused: wrong };
  return { test: 'type', type: type.replace(/\s+/g, ''), ...(known && { known }) };
}

function readStops(text: string): Condition | Refusal {
  const kinds: (typeof stops)[number][] = [];
  for (const word of text.split('|')) {
    const kind = stops.find(stop => stop === word.trim());
    if (!kind) return { refused: `"no" takes ${stops.join('|')}, not "${word}".${didYouMean(word, stops)}` };
    kinds.push(kind);
  }
  return { test: 'no', kinds };
}

/** Why `text` is not a type of the closed list, or undefined where it is one. */
function wrongType(text: string): string | undefined {
  const parts = /^([\w.-]+)\s*(?:\[(.*)\])?$/.exec(text);
  const name = parts?.[1] ?? text;
  const elements = typeNames[name];
  if (elements === undefined || !parts) {
    const known = [...Object.keys(typeNames), ...words, 'instance', 'keeps', 'method', 'no', 'not', 'text', 'without', 'known'];
    return `There is no condition "${text}".${didYouMean(name, known) || ' A class or a named type is written "instance pkg.Name".'}`;
  }
  if (parts[2] === undefined) return undefined;
  const inner = splitTop(parts[2]);
  if (inner.length > elements) return `"${name}" takes ${elements || 'no'} type(s) in brackets, not ${inner.length}.`;
  for (const element of inner) {
    const wrong = wrongType(element);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Splits at the commas that stand in no bracket, and trims. */
export function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === '[' || char === '(') depth++;
    else if (char === ']' || char === ')') depth--;
    else if (i === text.length || (char === ',' && depth === 0)) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return parts;
}

/** `X: str; Y: list`, as a fence has it. */
export function readFenceConditions(text: string): Conditions | Refusal {
  const conditions: Conditions = {};
  for (const clause of text.split(';')) {
    if (clause.trim() === '') continue;
    const parts = /^\s*([A-Z][A-Z0-9_]*)\s*:\s*(.+?)\s*$/.exec(clause);
    if (!parts) return { refused: `Write "NAME: condition; NAME: condition" in where, not "${clause.trim()}".` };
    const read = readConditions(parts[2]!);
    if ('refused' in read) return read;
    conditions[parts[1]!] = read;
  }
  return conditions;
}
