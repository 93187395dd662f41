/** Compiles idioms and searches code, for the tests of the matcher. */
import { compileIdiom } from '../../../src/core/catalog';
import type { Idiom } from '../../../src/core/catalog/idiom';
import { createFacts } from '../../../src/core/facts';
import type { Facts } from '../../../src/core/facts/facts';
import { createMatcher, type Matcher, type MatchOptions } from '../../../src/core/match';
import type { Binding, Match } from '../../../src/core/match/match';
import { lowerGo } from '../../../src/core/syntax/go/lower';
import { lowerGoFragment } from '../../../src/core/syntax/go/fragment';
import { walk, type NodeBase, type SourceFile } from '../../../src/core/syntax/node';
import type { LanguageId } from '../../../src/core/syntax/parser';
import { lowerPython } from '../../../src/core/syntax/python/lower';
import { parsers } from '../../support/parsers';

/** Lowers a document and makes its facts. */
export async function analyse(
  language: LanguageId,
  text: string,
): Promise<{ file: SourceFile<NodeBase>; facts: Facts }> {
  const file = await lower(language, text);
  return { file, facts: createFacts({ file, language }) };
}

async function lower(language: LanguageId, text: string): Promise<SourceFile<NodeBase>> {
  await parsers.load(language);
  const parse = (source: string) => {
    const tree = parsers.parseNow(language, source)!;
    try {
      return tree.cst();
    } finally {
      tree.dispose();
    }
  };
  if (language === 'python') return lowerPython(parse(text), text);
  return /^package /m.test(text) ? lowerGo(parse(text), text) : lowerGoFragment(parse, text);
}

/** An idiom of one pattern in one language. `front` are further lines of the front matter. */
export async function idiom(
  language: LanguageId,
  fences: string | readonly string[],
  front: readonly string[] = [],
  id = 'test.idiom',
): Promise<Idiom> {
  const other = language === 'python' ? 'Go' : 'Python';
  const text = [
    '---',
    'format: 1',
    `title: ${id}`,
    ...(front.some(line => line.startsWith('level:')) ? [] : ['level: idiom']),
    'fit: even',
    'performance: { none: nothing }',
    'proof: none',
    'reason: a test',
    ...front,
    '---',
    'Summary.',
    '',
    ...(typeof fences === 'string' ? [fences] : fences).flatMap(fence => [
      `\`\`\`${language} match`,
      ...fence.split('\n'),
      '```',
      '',
    ]),
    `## Instead in ${other}`,
    'Nothing.',
  ].join('\n');
  const { idiom, problems } = await compileIdiom({ uri: 'test.md', text, id }, { parsers });
  if (idiom) return idiom;
  throw new Error(problems.map(({ line, message }) => `${line + 1}: ${message}`).join('\n'));
}

export interface Found {
  id: string;
  /** The code of the parts, in the order of the fence. */
  code: string[];
  bindings: Record<string, string>;
  match: Match;
}

/** Every match of the idioms in a text, with what was bound as source. */
export function search(
  idioms: readonly Idiom[],
  language: LanguageId,
  text: string,
  options?: MatchOptions,
): Promise<Found[]> {
  return searchWith(createMatcher(idioms), language, text, options);
}

export async function searchWith(
  matcher: Matcher,
  language: LanguageId,
  text: string,
  options?: MatchOptions,
): Promise<Found[]> {
  const { file, facts } = await analyse(language, text);
  return matcher.matchFile(file, facts, options).map(match => ({
    id: match.idiom.id,
    code: match.parts.map(part => text.slice(part.start, part.end)),
    bindings: Object.fromEntries([...match.bindings].map(([name, value]) => [name, sourceOf(value, file, text)])),
    match,
  }));
}

/** The code that each match covers with its first part. */
export async function found(idioms: Idiom | readonly Idiom[], language: LanguageId, text: string): Promise<string[]> {
  const list = Array.isArray(idioms) ? (idioms as readonly Idiom[]) : [idioms as Idiom];
  return (await search(list, language, text)).map(one => one.code[0]!);
}

/** Searches with the pattern alone. */
export async function foundBy(language: LanguageId, pattern: string, text: string): Promise<string[]> {
  return found(await idiom(language, pattern), language, text);
}

function sourceOf(value: Binding, file: SourceFile<NodeBase>, text: string): string {
  const nodes = Array.isArray(value) ? value : [value];
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return '';
  if (first.start < 0) return '(default)';
  return text.slice(unitStart(first, file) + first.start, unitStart(last, file) + last.end);
}

/** Offsets are those of the unit in which a node stands. */
function unitStart(node: NodeBase, file: SourceFile<NodeBase>): number {
  let start = 0;
  for (const unit of file.units) walk(unit.node, other => void (other === node && (start = unit.start)));
  return start;
}
