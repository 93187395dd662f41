/** Go text to Python, through the whole pipe, with the catalog as it stands in the folder or without any. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileIdiom } from '../../src/core/catalog';
import type { Idiom } from '../../src/core/catalog/idiom';
import { createFacts } from '../../src/core/facts';
import { createMatcher, type Matcher } from '../../src/core/match';
import type { Match } from '../../src/core/match/match';
import { lowerGo } from '../../src/core/syntax/go/lower';
import type { NodeBase, SourceFile } from '../../src/core/syntax/node';
import type { Statement } from '../../src/core/syntax/python/ast';
import { printPython } from '../../src/core/syntax/python/print';
import { correspondences, followLayout } from '../../src/core/translate/correspond';
import { goToPython as draftOf } from '../../src/core/translate/goToPython';
import { createLayout } from '../../src/core/translate/layout';
import type { Translation, TranslationInput } from '../../src/core/translate/translate';
import { assets, parsers } from './parsers';
import { projectRoot } from './toolchain';

/** What the translator logged; it logs only what should not happen. */
export const logged: string[] = [];

const log = {
  debug: (): void => undefined,
  warn: (message: string): void => void logged.push(message),
  error: (message: string): void => void logged.push(message),
};

const layout = createLayout(assets);
let matcher: Promise<Matcher> | undefined;

async function catalogMatcher(): Promise<Matcher> {
  const folder = join(projectRoot, 'catalog');
  const idioms: Idiom[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.includes('/') || !entry.endsWith('.md')) continue;
    const { idiom } = await compileIdiom({ uri: entry, text: readFileSync(join(folder, entry), 'utf8') }, { parsers });
    if (idiom) idioms.push(idiom);
  }
  return createMatcher(idioms);
}

export interface AnalysedGo {
  file: SourceFile<NodeBase>;
  matches: readonly Match[];
  translate(scope: TranslationInput['scope']): Promise<Translation>;
}

/** Go text with its facts, and its matches where `catalog` says so. */
export async function analyseGo(text: string, options: { catalog?: boolean } = {}): Promise<AnalysedGo> {
  const tree = await parsers.parse('go', text);
  const file = lowerGo(tree.cst(), text);
  tree.dispose();
  const facts = createFacts({ file, language: 'go' });
  const matches = options.catalog === false ? [] : (await (matcher ??= catalogMatcher())).matchFile(file, facts);
  return {
    file,
    matches,
    async translate(scope) {
      const input: TranslationInput = { file, text, facts, matches, target: { python: '3.11', go: '1.26' }, scope };
      const draft = draftOf(input, log);
      const printed = printPython(draft.nodes as Statement[], { spans: true });
      const laidOut = await layout.format('python', printed.text);
      if (laidOut.problem) log.error(`The formatter refused an answer: ${laidOut.problem}\n${printed.text}`);
      return {
        language: 'python',
        code: laidOut.text,
        imports: draft.imports,
        gaps: draft.notes.gaps(),
        assumptions: draft.notes.assumptions(),
        correspondences: correspondences(printed.spans, draft.origins, followLayout(printed.text, laidOut.text)),
      };
    },
  };
}

/** A whole Go file as Python. */
export async function goToPython(text: string, options: { catalog?: boolean } = {}): Promise<Translation> {
  return (await analyseGo(text, options)).translate({ kind: 'file' });
}
