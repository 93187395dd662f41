/** The whole pipe from text to the other language, as the service runs it, with the catalog as it stands in the folder. */
import { compileCatalog } from '../../scripts/compile-catalog';
import { createFacts } from '../../src/core/facts';
import type { Facts } from '../../src/core/facts/facts';
import { createMatcher, type Matcher } from '../../src/core/match';
import type { Match } from '../../src/core/match/match';
import type { NodeBase, SourceFile } from '../../src/core/syntax/node';
import { lowerPython } from '../../src/core/syntax/python/lower';
import { translate, type Translation, type TranslationInput } from '../../src/core/translate';
import { assets, parsers } from './parsers';

/** What the translators logged; a test may look at it and empty it. */
export const logged: string[] = [];

const log = {
  debug: (message: string): void => void (process.env['DEBUG_TRANSLATE'] && console.error(message)),
  warn: (message: string): void => void logged.push(message),
  error: (message: string): void => void logged.push(message),
};

let matcher: Promise<Matcher> | undefined;

/** The catalog as it stands in the folder. What does not compile is the business of the catalog's own tests. */
async function catalogMatcher(): Promise<Matcher> {
  return createMatcher((await compileCatalog(parsers)).idioms);
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
  const analyse = (of: SourceFile<NodeBase>): { facts: Facts; matches: Match[] } => {
    const facts = createFacts({ file: of, language: 'python' });
    return { facts, matches: matchFile(of, facts) };
  };
  const { facts, matches } = analyse(file);
  return {
    file,
    matches,
    translate: scope =>
      translate(
        { file, text, facts, matches, target: { python: '3.11', go: '1.26' }, scope, analyse },
        { assets, log },
      ),
  };
}

/** A whole Python file as Go. */
export async function pythonToGo(text: string): Promise<Translation> {
  return (await analysePython(text)).translate({ kind: 'file' });
}
