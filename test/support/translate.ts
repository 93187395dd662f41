/** The whole pipe from text to the other language, as the service runs it, with the catalog as it stands in the folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileIdiom } from '../../src/core/catalog';
import type { Idiom } from '../../src/core/catalog/idiom';
import { createFacts } from '../../src/core/facts';
import { createMatcher, type Matcher } from '../../src/core/match';
import type { Match } from '../../src/core/match/match';
import type { NodeBase, SourceFile } from '../../src/core/syntax/node';
import { lowerPython } from '../../src/core/syntax/python/lower';
import { translate, type Translation, type TranslationInput } from '../../src/core/translate';
import { assets, parsers } from './parsers';
import { projectRoot } from './toolchain';

/** What the translators logged; a test may look at it and empty it. */
export const logged: string[] = [];

const log = {
  debug: (): void => undefined,
  warn: (message: string): void => void logged.push(message),
  error: (message: string): void => void logged.push(message),
};

let matcher: Promise<Matcher> | undefined;

/** Idioms that compile; the tests of the catalog are the place where others fail. */
async function catalogMatcher(): Promise<Matcher> {
  const folder = join(projectRoot, 'catalog');
  const idioms: Idiom[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.includes('/') || !entry.endsWith('.md')) continue;
    const text = readFileSync(join(folder, entry), 'utf8');
    const { idiom } = await compileIdiom({ uri: entry, text }, { parsers });
    if (idiom) idioms.push(idiom);
  }
  return createMatcher(idioms);
}

export interface Analysed {
  file: SourceFile<NodeBase>;
  matches: readonly Match[];
  translate(scope: TranslationInput['scope']): Promise<Translation>;
}

/** Python text with its facts and matches. */
export async function analysePython(text: string): Promise<Analysed> {
  matcher ??= catalogMatcher();
  const { matchFile } = await matcher;
  const tree = await parsers.parse('python', text);
  const file = lowerPython(tree.cst(), text);
  tree.dispose();
  const facts = createFacts({ file, language: 'python' });
  const matches = matchFile(file, facts);
  return {
    file,
    matches,
    translate: scope =>
      translate({ file, text, facts, matches, target: { python: '3.11', go: '1.26' }, scope }, { assets, log }),
  };
}

/** A whole Python file as Go. */
export async function pythonToGo(text: string): Promise<Translation> {
  return (await analysePython(text)).translate({ kind: 'file' });
}
