import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFacts } from '../../../src/core/facts';
import { walk, type NodeBase, type SourceFile } from '../../../src/core/syntax/node';
import type { LanguageId } from '../../../src/core/syntax/parser';
import { needTool } from '../../support/toolchain';
import { lower } from './support';

/** Asks everything of every node. Returns the number of nodes. */
function askAll(language: LanguageId, file: SourceFile<NodeBase>): number {
  const facts = createFacts({ file, language });
  let count = 0;
  for (const unit of file.units) {
    walk(unit.node, node => {
      count++;
      facts.typeOf(node);
      facts.qualifiedName(node);
      facts.signatureOf(node);
      facts.scopeOf(node);
      facts.effectsOf(node);
      facts.effectsOfCall(node);
      facts.isPure(node);
      facts.expectedType(node);
      facts.basesOf(facts.typeOf(node));
      const symbol = facts.symbolOf(node);
      if (!symbol) return;
      facts.isUnusedAfter(symbol, node);
      facts.typeDeclaration(facts.qualifiedName(node) ?? '');
    });
  }
  return count;
}

const samples: Record<LanguageId, string> = {
  python: `from dataclasses import dataclass
import asyncio
@dataclass
class P(Base[int]):
    x: "list[P] | None" = None
    def m(self, *a, k=1, **kw) -> int:
        global g
        g = [y for y in self.x or [] if (z := y)]
        match a:
            case P(x=[q, *r]) | {"k": q, **r}: return q
        with open(k) as f, f as (u, v): yield from f
        try: raise self from k
        except* OSError as e: del e
        return lambda i, /, j=2: super().m(i)[1:2] @ kw
async def main():
    async for i, (j, *k) in gen(): await asyncio.gather(*k)
print(f"{main():{1}}", (yield), *[1], **{})
`,
  go: `package p
import . "fmt"
type L[T any] struct { *L[T]; next map[string]func(T) (int, error) }
type I interface { ~int | L[int]; M() }
const ( A, B = iota, 1 << iota; C, D )
func (l *L[T]) M(xs ...T) (r chan<- T, err error) {
outer:
	for i, x := range l.next { switch v := any(x).(type) { case nil, L[T]: _ = v; break outer; default: goto outer } }
	select { case y, ok := <-r: y++; case r <- xs[0]: }
	if z, err := f[int](xs...); err != nil { return } else { _ = z }
	defer func() { recover() }()
	return struct{ A []int }{A: []int{1: 2}}.A[:2:3], &L[T]{next: nil}
}
`,
};

describe('the facts', () => {
  for (const language of ['python', 'go'] as const) {
    it(`never throw on half-typed ${language}`, async function () {
      this.timeout(240_000);
      const text = samples[language];
      const cut = fc.tuple(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom('', '(', '"', ':', '{', '.', 'x', '\n', ' = ', '[', '*'),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async cuts => {
          let broken = text;
          for (const [at, length, insert] of cuts) broken = broken.slice(0, at) + insert + broken.slice(at + length);
          assert.ok(askAll(language, await lower(language, broken)) >= 0);
        }),
        { numRuns: 300 },
      );
    });

    it(`never throw on the standard library of ${language}`, async function () {
      this.timeout(400_000);
      needTool(this, language);
      const files = sources(language);
      assert.ok(files.length > 0, 'the standard library has no files');
      const step = Math.max(1, Math.floor(files.length / 100));
      let seen = 0;
      for (let i = 0; i < files.length; i += step) {
        try {
          askAll(language, await lower(language, readFileSync(files[i]!, 'utf8')));
        } catch (error) {
          throw new Error(`in ${files[i]}`, { cause: error });
        }
        seen++;
      }
      assert.ok(seen >= 100, `${seen} files`);
    });
  }

  it('keep the symbols of a unit from one state of the document to the next', async () => {
    const file = await lower('python', 'def f(a):\n    b = a\n    return b\n\nx = f(1)\n');
    const before = createFacts({ file, language: 'python' });
    const changed = await lower('python', 'y = 2\n');
    const next = { ...file, units: [file.units[0]!, changed.units[0]!] };
    const after = createFacts({ file: next, language: 'python' });
    const symbols = (facts: typeof before) => {
      const found = new Set();
      walk(file.units[0]!.node, node => void found.add(facts.symbolOf(node)));
      return [...found].filter(symbol => symbol && (symbol as { scope: { kind: string } }).scope.kind === 'function');
    };
    assert.equal(symbols(before).length, 2);
    assert.deepEqual(symbols(before), symbols(after));
    assert.equal(after.module.symbols.has('y'), true);
    assert.equal(after.module.symbols.has('x'), false);
  });
});

/** Files of moderate size; none where the toolchain is not there. */
function sources(language: LanguageId): string[] {
  const extension = language === 'python' ? '.py' : '.go';
  let root: string;
  try {
    root =
      language === 'python'
        ? execFileSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim()
        : join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src');
  } catch {
    return [];
  }
  const found: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(`${folder}/`, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth < 3 && !/^(test|testdata|tests|site-packages|vendor|idlelib)$/.test(entry.name))
          visit(path, depth + 1);
      } else if (entry.name.endsWith(extension)) {
        const { size } = statSync(path);
        if (size > 2_000 && size < 60_000) found.push(path);
      }
    }
  };
  visit(root, 0);
  return found.sort();
}
