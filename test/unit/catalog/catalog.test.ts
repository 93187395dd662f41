import assert from 'node:assert/strict';
import { compileCatalog, formatProblem } from '../../../scripts/compile-catalog';
import type { Idiom } from '../../../src/core/catalog/idiom';
import type { LanguageId } from '../../../src/core/syntax/parser';
import { parsers } from '../../support/parsers';
import { createMatcher } from '../../../src/core/match';
import { search, searchWith } from '../match/support';

const languages: readonly LanguageId[] = ['python', 'go'];

describe('the catalog', () => {
  let idioms: Idiom[] = [];

  it('compiles without a problem', async () => {
    const compiled = await compileCatalog(parsers);
    idioms = compiled.idioms;
    assert.deepEqual(compiled.problems.map(formatProblem), []);
    assert.ok(idioms.length > 0, 'the catalog has no idioms');
  });

  it('finds each idiom in its own proof', async () => {
    const missed: string[] = [];
    let looked = 0;
    const matcher = createMatcher(idioms);
    for (const idiom of idioms) {
      for (const language of languages.filter(language => isSearched(idiom, language))) {
        const programs = idiom.proof.programs.filter(program => program.language === language);
        looked += programs.length;
        const found = await Promise.all(programs.map(({ code }) => searchWith(matcher, language, code)));
        if (programs.length && !found.flat().some(({ id }) => id === idiom.id)) missed.push(`${idiom.id} in ${language}`);
      }
    }
    assert.ok(looked > 0);
    assert.deepEqual(missed, []);
  });

  it('finds no idiom in its near misses', async () => {
    const wrong: string[] = [];
    let looked = 0;
    for (const idiom of idioms) {
      for (const { language, code, line } of idiom.nearMisses) {
        looked++;
        for (const found of await search([idiom], language, code)) {
          wrong.push(`${idiom.id}, near miss at line ${line + 1}: ${found.code[0]} (${found.match.certainty})`);
        }
      }
    }
    assert.ok(looked > 0);
    assert.deepEqual(wrong, []);
  });
});

function isSearched(idiom: Idiom, language: LanguageId): boolean {
  return idiom[language].fences.some(fence => fence.use !== 'write');
}
