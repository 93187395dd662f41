/**
 * `npm run bench -- FILE…`: what each step of the analysis costs, as a ratio to parsing the same file, medians of one run.
 * `keystroke` is all of them after one letter in the middle, up to the matches of the whole file; `edit` is the parser's
 * part of it. Without files, the largest of the samples.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assetsFromFolder } from '../src/cli/assets';
import type { Idiom } from '../src/core';
import { createFacts } from '../src/core/facts';
import { createMatcher } from '../src/core/match';
import { lowerGo } from '../src/core/syntax/go/lower';
import type { CstNode } from '../src/core/syntax/cst';
import { lowerAgain } from '../src/core/syntax/incremental';
import type { NodeBase, SourceFile } from '../src/core/syntax/node';
import { createParsers, type LanguageId } from '../src/core/syntax/parser';
import { lowerPython } from '../src/core/syntax/python/lower';
import { assetFolder, root } from '../scripts/copy-assets';

const rounds = 9;
const steps = ['parse', 'copy', 'lower', 'facts', 'match', 'edit', 'keystroke'] as const;
type Step = (typeof steps)[number];

async function main(): Promise<void> {
  const files = process.argv.slice(2);
  if (files.length === 0) files.push(join(root, 'samples/worker_pool/main.go'), join(root, 'samples/flask_app/app.py'));
  const parsers = createParsers(assetsFromFolder(assetFolder));
  const catalog = JSON.parse(readFileSync(join(assetFolder, 'catalog.json'), 'utf8')) as { idioms: Idiom[] };
  const matcher = createMatcher(catalog.idioms);
  console.log(`file, UTF-16 units, ms to parse, then the cost of each step against it; medians of ${rounds}`);
  for (const file of files) {
    const language: LanguageId = file.endsWith('.go') ? 'go' : 'python';
    const text = readFileSync(file, 'utf8');
    await parsers.load(language);
    const times: Record<Step, number[]> = {
      parse: [],
      copy: [],
      lower: [],
      facts: [],
      match: [],
      edit: [],
      keystroke: [],
    };
    const place = letterNear(text, Math.floor(text.length / 2));
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const timed = <T>(step: Step, work: () => T): T => {
        const begun = performance.now();
        const value = work();
        times[step].push(performance.now() - begun);
        return value;
      };
      const tree = timed('parse', () => parsers.parseNow(language, text))!;
      const cst = timed('copy', () => tree.cst());
      const lower = (root: CstNode, source: string): SourceFile<NodeBase> =>
        language === 'python' ? lowerPython(root, source) : lowerGo(root, source);
      const lowered = timed('lower', () => lower(cst, text));
      const facts = timed('facts', () => createFacts({ file: lowered, language }));
      const matches = timed('match', () => matcher.matchFile(lowered, facts));
      found = matches.length;
      const change = { start: place, end: place, text: 'x' };
      timed('keystroke', () => {
        timed('edit', () => tree.edit([change]));
        const root = tree.cst();
        const again = lowerAgain({ text, root: cst, file: lowered }, root, tree.text, one => lower(one, tree.text));
        return matcher.matchFile(again, createFacts({ file: again, language }));
      });
      tree.dispose();
    }
    const parse = median(times.parse);
    const ratios = steps.slice(1).map(step => `${step} ${(median(times[step]) / parse).toFixed(2)}×`);
    console.log(`${basename(file)}, ${text.length}, ${parse.toFixed(1)} ms: ${ratios.join(', ')}, ${found} matches`);
  }
}

/** Inside a name, so that the text still parses with one letter more. */
function letterNear(text: string, offset: number): number {
  const found = /\n\s+[a-z]+(?=[a-z]*[.(=])/.exec(text.slice(offset));
  return found ? offset + found.index + found[0].length : offset;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
