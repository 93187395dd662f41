/**
 * Hints in code that nobody here wrote, judged by eye: those that are right are found again, those that are wrong are
 * not. README.md says how they were chosen.
 */
import assert from 'node:assert/strict';
import type { LanguageId } from '../../src/core';
import { codeOf, createFinder, lineAt, type Finder } from './hints';
import { judgedHints, type JudgedHint } from './judgements';

const languages: readonly LanguageId[] = ['python', 'go'];
const fewest = 150;

describe('the hints that were judged by eye', () => {
  let find: Finder;
  before(async () => (find = await createFinder()));

  const isFound = (language: LanguageId, { idiom, excerpt, at, code }: JudgedHint): boolean => {
    const text = `${excerpt.join('\n')}\n`;
    return find(language, text).some(
      match => match.idiom.id === idiom && lineAt(text, match.parts[0]!.start) === at && codeOf(text, match) === code,
    );
  };

  for (const language of languages) {
    describe(`in ${language}`, () => {
      const judged = judgedHints(language);

      it('are there', () => {
        assert.ok(judged.length >= fewest, `${judged.length} judgements; there were ${fewest}`);
        const keys = judged.map(({ idiom, file, line, code }) => `${file}:${line} ${idiom} ${code}`);
        assert.deepEqual(keys, [...new Set(keys)]);
      });

      for (const hint of judged) {
        const { idiom, file, line, verdict, reason } = hint;
        it(`${idiom} at ${file}:${line} is ${verdict}${reason ? `: ${reason}` : ''}`, function () {
          const found = isFound(language, hint);
          const asJudged = found === (verdict === 'right');
          if (!asJudged && hint.open) this.skip();
          assert.ok(asJudged, found ? `it is found, but ${reason}` : 'it is not found any more');
        });
      }
    });
  }
});
