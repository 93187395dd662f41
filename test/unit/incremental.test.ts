import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIdiomService, type Hint } from '../../src/core';
import { lowerAgain, type Lowered } from '../../src/core/syntax/incremental';
import type { CstNode } from '../../src/core/syntax/cst';
import { lowerGo } from '../../src/core/syntax/go/lower';
import type { NodeBase, SourceFile } from '../../src/core/syntax/node';
import type { LanguageId, TextChange } from '../../src/core/syntax/parser';
import { lowerPython } from '../../src/core/syntax/python/lower';
import { assets, parsers } from '../support/parsers';

const folder = join(__dirname, '../../samples');
const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
const neighbours = { sources: async () => [], project: async () => undefined };

/** The same numbers in each run, so that a failure can be repeated. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const inserts: Record<LanguageId, string[]> = {
  python: ['x', ' ', '\n', '# note\n', '    # inner\n', 'y = 1\n', '\ndef f(a):\n    return a\n\n', '(', ')', ':', '"'],
  go: [
    'x',
    ' ',
    '\n',
    '// note\n',
    '\t// inner\n',
    'var y = 1\n',
    '\nfunc f(a int) int { return a }\n\n',
    '(',
    ')',
    '{',
    '"',
  ],
};

/** An edit anywhere, mostly small; now and then at the end of a line, where comments and blank lines meet. */
function edit(text: string, language: LanguageId, random: (below: number) => number): TextChange {
  const anywhere = random(text.length + 1);
  const start = random(2) === 0 ? text.indexOf('\n', anywhere) + 1 : anywhere;
  const end = Math.min(text.length, start + (random(3) === 0 ? random(12) : 0));
  const choice = inserts[language];
  return { start, end, text: random(4) === 0 ? '' : choice[random(choice.length)]! };
}

const apply = (text: string, change: TextChange): string =>
  text.slice(0, change.start) + change.text + text.slice(change.end);

const files: [LanguageId, string][] = [
  ['python', 'flask_app/app.py'],
  ['python', 'pandas_report/report.py'],
  ['go', 'worker_pool/main.go'],
  ['go', 'nethttp_server/main.go'],
];

describe('analysing again after an edit', function () {
  this.timeout(120_000);

  for (const [language, name] of files) {
    const original = readFileSync(join(folder, name), 'utf8');
    const lower = (root: CstNode, text: string): SourceFile<NodeBase> =>
      language === 'python' ? lowerPython(root, text) : lowerGo(root, text);

    it(`gives the tree and the AST of the text as it is: ${name}`, async () => {
      const random = createRandom(7);
      for (let session = 0; session < 12; session++) {
        let text = original.repeat(2);
        const tree = await parsers.parse(language, text);
        let lowered: Lowered = { text, root: tree.cst(), file: lower(tree.cst(), text) };
        for (let step = 0; step < 12; step++) {
          const changes: TextChange[] = [];
          for (let i = 0; i <= random(2); i++) {
            const change = edit(text, language, random);
            text = apply(text, change);
            changes.push(change);
          }
          // An undo brings whole programs back, of which most units are kept.
          tree.edit(changes);
          const root = tree.cst();
          const fresh = await parsers.parse(language, text);
          const about = `session ${session}, step ${step}`;
          equal(JSON.stringify(root), JSON.stringify(fresh.cst()), about);
          const file = lowerAgain(lowered, root, text, one => lower(one, text));
          equal(JSON.stringify(file), JSON.stringify(lower(fresh.cst(), text)), about);
          fresh.dispose();
          lowered = { text, root, file };
          if (!root.hasError) continue;
          text = original.repeat(2);
          tree.edit([{ start: 0, end: tree.text.length, text }]);
          lowered = { text, root: tree.cst(), file: lower(tree.cst(), text) };
        }
        tree.dispose();
      }
    });

    it(`finds what a cold analysis finds: ${name}`, async () => {
      const random = createRandom(11);
      const service = createIdiomService({ assets, neighbours, log });
      const plain = (hints: readonly Hint[]): unknown => JSON.parse(JSON.stringify(hints));
      const warm = await service.open({ uri: 'file:///warm', language, text: original, version: 0 });
      await warm.hints();
      for (let step = 0; step < 40; step++) {
        const before = warm.text;
        warm.change([edit(before, language, random)], step + 1);
        const tree = await parsers.parse(language, warm.text);
        const isBroken = tree.cst().hasError;
        tree.dispose();
        const hints = await warm.hints();
        if (isBroken) {
          // Hints of before stay while it is broken, which no cold analysis could know of.
          warm.change([{ start: 0, end: warm.text.length, text: before }], step + 1);
          await warm.hints();
          continue;
        }
        const cold = await service.open({ uri: 'file:///cold', language, text: warm.text, version: 0 });
        deepEqual(plain(hints), plain(await cold.hints()), `step ${step}`);
        cold.dispose();
      }
      service.dispose();
    });
  }

  it('keeps the units that the edit does not come near', async () => {
    const text = ['a = 1', 'b = 2', 'c = 3', 'd = 4', 'e = 5', 'f = 6', 'g = 7', ''].join('\n');
    const tree = await parsers.parse('python', text);
    const before: Lowered = { text, root: tree.cst(), file: lowerPython(tree.cst(), text) };
    tree.edit([{ start: 22, end: 23, text: '44' }]);
    const after = lowerAgain(before, tree.cst(), tree.text, root => lowerPython(root, tree.text));
    const isKept = after.units.map((unit, i) => unit.node === before.file.units[i]!.node);
    deepEqual([isKept[0], isKept[3], isKept[6]], [true, false, true]);
    equal(after.units[6]!.start, before.file.units[6]!.start + 1);
    tree.dispose();
  });

  it('writes the counterpart of a hint of an older text by that text', async () => {
    const service = createIdiomService({ assets, neighbours, log });
    const text = 'def f(xs: list[int]) -> bool:\n    return 3 in xs\n\n\ndef g():\n    return 1\n';
    const document = await service.open({ uri: 'file:///a.py', language: 'python', text, version: 0 });
    const [hint] = await document.hints();
    ok(hint);
    const { code } = await document.counterpart(hint);
    document.change([{ start: text.indexOf('3 in'), end: text.indexOf('3 in') + 1, text: '4' }], 1);
    const [newer] = await document.hints();
    equal((await document.counterpart(hint)).code, code);
    notEqual((await document.counterpart(newer!)).code, code);
    service.dispose();
  });
});
