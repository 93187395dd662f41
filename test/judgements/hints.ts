/** Text to hints, by the parts of the core that find them. */
import type { Idiom, LanguageId } from '../../src/core';
import { createFacts } from '../../src/core/facts';
import { createMatcher, type Matcher } from '../../src/core/match';
import type { Match } from '../../src/core/match/match';
import { lowerGo } from '../../src/core/syntax/go/lower';
import type { NodeBase, SourceFile } from '../../src/core/syntax/node';
import { lowerPython } from '../../src/core/syntax/python/lower';
import { shippedCatalog } from '../support/catalog';
import { parsers } from '../support/parsers';

export type Finder = (language: LanguageId, text: string) => Match[];

/** Loads the grammars and the shipped catalog. What is found are hints: idioms that are used to translate only are not. */
export async function createFinder(idioms: readonly Idiom[] = shippedCatalog()): Promise<Finder> {
  await Promise.all([parsers.load('python'), parsers.load('go')]);
  const matcher: Matcher = createMatcher(idioms);
  return (language, text) => {
    const file = lowerText(language, text);
    const facts = createFacts({ file, language });
    return matcher.matchFile(file, facts).filter(match => match.idiom.level !== 'syntax');
  };
}

/** The grammars have to be loaded. */
export function lowerText(language: LanguageId, text: string): SourceFile<NodeBase> {
  const tree = parsers.parseNow(language, text)!;
  try {
    return language === 'python' ? lowerPython(tree.cst(), text) : lowerGo(tree.cst(), text);
  } finally {
    tree.dispose();
  }
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The first line of what the hint is about; with the line it tells hints of one excerpt apart. */
export function codeOf(text: string, match: Match): string {
  const { start, end } = match.parts[0]!;
  return text.slice(start, end).split('\n', 1)[0]!.trimEnd();
}
