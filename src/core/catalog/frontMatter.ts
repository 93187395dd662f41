/** The front matter of an idiom file, typed. Every key and value is checked here; names are checked against the fences later. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { readConditions } from './conditions';
import type { Figures } from './figures';
import { formatVersion, type Conditions, type Derivation, type Fit, type Level, type Performance } from './idiom';
import { readPerformance } from './performance';
import { didYouMean, type Problems } from './problems';

export interface FrontMatter {
  title: string;
  level: Level;
  fit: Fit;
  keywords: string[];
  lens?: boolean;
  where: Conditions;
  derive: Derivation[];
  /** Sources by metavariable, not parsed yet. */
  defaults: Record<string, string>;
  roles: Record<string, string>;
  needs: string[];
  result?: string;
  group?: { name: string; order: number };
  performance?: Performance;
  proof: 'both' | 'python' | 'go' | 'none';
  reason?: string;
  requires: string[];
  /** Zero-based line of the file by key: `where`, `where.APP`, … */
  lineOf(key: string): number;
}

const keys = [
  'format',
  'title',
  'level',
  'fit',
  'keywords',
  'lens',
  'where',
  'derive',
  'defaults',
  'roles',
  'needs',
  'result',
  'group',
  'performance',
  'proof',
  'reason',
  'requires',
] as const;

/** One map of the front matter, read key by key. A value of the wrong kind is reported and counts as absent. */
export interface MapReader {
  keys(): string[];
  text(key: string): string | undefined;
  texts(key: string): string[];
  number(key: string): number | undefined;
  map(key: string): MapReader | undefined;
  has(key: string): boolean;
  line(key?: string): number;
  report(key: string | undefined, message: string): void;
}

/** Reads the front matter; undefined where it is no map at all. `line` is the zero-based line where `text` starts. */
export function readFrontMatter(
  raw: { text: string; line: number },
  figures: Figures,
  problems: Problems,
): FrontMatter | undefined {
  const counter = new LineCounter();
  const document = parseDocument(raw.text, { lineCounter: counter });
  const lineAt = (offset: number): number => raw.line + Math.max(0, counter.linePos(offset).line - 1);
  for (const error of document.errors) {
    const message = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    problems.report(lineAt(error.pos[0]), `${message}. Quote a value that has brackets, colons or commas.`);
  }
  if (!isMap(document.contents)) {
    if (!document.errors.length) problems.report(raw.line, 'The front matter is a map: "format: 1", "title: …", ….');
    return undefined;
  }
  const map = mapReader(document.contents, lineAt, problems);
  for (const key of map.keys()) {
    if (!keys.some(known => known === key)) map.report(key, `There is no key "${key}".${didYouMean(key, keys)}`);
  }
  return read(map, figures);
}

function read(map: MapReader, figures: Figures): FrontMatter {
  const format = map.number('format');
  if (format !== formatVersion) map.report('format', `Write "format: ${formatVersion}".`);
  const title = map.text('title') ?? '';
  if (!title) map.report('title', 'Write "title: …": what people call it, in a few words.');
  const where = readWhere(map.map('where'));
  const performance = readPerformance(map, figures);
  const result = map.text('result');
  const reason = map.text('reason');
  const group = readGroup(map.map('group'));
  const lens = map.has('lens') ? oneOf(map, 'lens', ['true', 'false'], 'true') === 'true' : undefined;
  return {
    title,
    level: oneOf(map, 'level', ['idiom', 'quiet', 'syntax'], 'idiom'),
    fit: oneOf(map, 'fit', ['go', 'python', 'even'], 'even'),
    keywords: map.texts('keywords'),
    ...(lens !== undefined && { lens }),
    where,
    derive: readDerivations(map.map('derive')),
    defaults: readTexts(map.map('defaults'), /^[A-Z][A-Z0-9_]*$/, 'a metavariable without its $'),
    roles: readTexts(map.map('roles'), /^[a-z]\w*$/, 'a role in lower case'),
    needs: map.texts('needs'),
    ...(result !== undefined && { result }),
    ...(group && { group }),
    ...(performance && { performance }),
    proof: oneOf(map, 'proof', ['both', 'python', 'go', 'none'], 'both'),
    ...(reason !== undefined && { reason }),
    requires: map.texts('requires'),
    lineOf: key => {
      const [first = '', second] = key.split('.');
      return second === undefined ? map.line(first) : (map.map(first)?.line(second) ?? map.line(first));
    },
  };
}

/** The value of a key that has to be there and to be one of a few words. */
function oneOf<T extends string>(map: MapReader, key: string, values: readonly T[], otherwise: T): T {
  const value = map.text(key);
  const found = values.find(known => known === value);
  if (found === undefined) {
    const wrong = value === undefined ? '' : `, not "${value}"`;
    map.report(key, `Write "${key}:" with one of ${values.join(', ')}${wrong}.`);
  }
  return found ?? otherwise;
}

function readWhere(map: MapReader | undefined): Conditions {
  const where: Conditions = {};
  for (const name of map?.keys() ?? []) {
    const read = readConditions(map?.text(name) ?? '');
    if ('refused' in read) map?.report(name, read.refused);
    else where[name] = read;
  }
  return where;
}

function readDerivations(map: MapReader | undefined): Derivation[] {
  const derivations: Derivation[] = [];
  for (const target of map?.keys() ?? []) {
    const call = /^\s*(\w+)\s*\(\s*([A-Z][A-Z0-9_]*(?:\s*,\s*[A-Z][A-Z0-9_]*)*)\s*\)\s*$/.exec(map?.text(target) ?? '');
    if (call) derivations.push({ target, converter: call[1]!, sources: call[2]!.split(/\s*,\s*/) });
    else map?.report(target, `Write a converter with its sources, in quotes: ${target}: "route(PATH, METHODS)".`);
  }
  return derivations;
}

function readTexts(map: MapReader | undefined, form: RegExp, kind: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const key of map?.keys() ?? []) {
    if (!form.test(key)) map?.report(key, `"${key}" is not ${kind}.`);
    const text = map?.text(key);
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

function readGroup(map: MapReader | undefined): { name: string; order: number } | undefined {
  if (!map) return undefined;
  const name = map.text('name');
  const order = map.number('order');
  if (name !== undefined && order !== undefined) return { name, order };
  map.report(undefined, 'Write "group: { name: membership, order: 1 }".');
  return undefined;
}

function mapReader(map: YAMLMap, lineAt: (offset: number) => number, problems: Problems): MapReader {
  const find = (key: string): Node | undefined => (map.get(key, true) ?? undefined) as Node | undefined;
  const line = (key?: string): number => {
    const pair = map.items.find(item => String(item.key) === key);
    return lineAt(((pair?.key as Node | undefined) ?? map).range?.[0] ?? 0);
  };
  const report = (key: string | undefined, message: string): void => problems.report(line(key), message);
  const scalar = (key: string): unknown => {
    const node = find(key);
    if (node === undefined || isScalar(node)) return node?.value ?? undefined;
    report(key, `"${key}" takes one value, not a list or a map.`);
    return undefined;
  };
  return {
    keys: () => map.items.map(item => String(item.key)),
    text(key) {
      const value = scalar(key);
      return value === undefined ? undefined : String(value);
    },
    texts(key) {
      const node = find(key);
      if (node === undefined) return [];
      if (isScalar(node)) return node.value === null ? [] : [String(node.value)];
      if (isSeq(node) && node.items.every(isScalar)) return node.items.map(item => String(item.value));
      report(key, `"${key}" takes a list of words: [one, two].`);
      return [];
    },
    number(key) {
      const value = scalar(key);
      if (value === undefined || typeof value === 'number') return value;
      report(key, `"${key}" takes a number.`);
      return undefined;
    },
    map(key) {
      const node = find(key);
      if (isMap(node)) return mapReader(node, lineAt, problems);
      if (node !== undefined) report(key, `"${key}" takes a map: { NAME: value }.`);
      return undefined;
    },
    has: key => find(key) !== undefined,
    line,
    report,
  };
}
