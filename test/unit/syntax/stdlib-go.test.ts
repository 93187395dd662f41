/**
 * Go's own source is the test data: lower, print, parse and lower again must give equal nodes and the same comments,
 * and Go's parser must see no difference between a file and what was printed for it.
 *
 * Taken are the 12 largest files and 1,500 others, drawn with a fixed seed; STDLIB=all takes all of them.
 */
import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CstNode } from '../../../src/core/syntax/cst';
import { lowerGo } from '../../../src/core/syntax/go/lower';
import { printGo } from '../../../src/core/syntax/go/print';
import { equal } from '../../../src/core/syntax/node';
import { needTool, projectRoot } from '../../support/toolchain';
import { loadGo, parseGo } from './go.support';

const sampleSize = 1500;
const largest = 12;
/** tree-sitter-go 0.25.0 cannot parse 2 of the 6,492 files of Go 1.26. */
const unparsableBound = 3;

function goFiles(folder: string, into: string[] = []): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'testdata') goFiles(path, into);
    } else if (entry.name.endsWith('.go')) into.push(path);
  }
  return into;
}

/** The same files every time, whatever the order of the folder. */
function chosen(all: readonly string[]): string[] {
  if (process.env['STDLIB'] === 'all') return [...all];
  const bySize = all.map(path => ({ path, size: statSync(path).size })).sort((a, b) => b.size - a.size);
  const rest = bySize.slice(largest).map(file => file.path);
  rest.sort();
  let seed = 20240601;
  const picked: string[] = [];
  while (picked.length < sampleSize && rest.length) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    picked.push(...rest.splice(seed % rest.length, 1));
  }
  return [...bySize.slice(0, largest).map(file => file.path), ...picked];
}

/** The texts of all comments, sorted. */
function comments(root: CstNode, text: string): string[] {
  const found: string[] = [];
  const visit = (n: CstNode): void => {
    if (n.type === 'comment') {
      const end = text.startsWith('/*', n.start) ? n.end - 2 : n.end;
      found.push(text.slice(n.start + 2, end).replaceAll('\r', ''));
    } else n.children.forEach(visit);
  };
  visit(root);
  return found.sort();
}

interface Result {
  printed?: string;
  failure?: string;
}

function roundTrip(text: string): Result {
  const tree = parseGo(text);
  if (tree.hasError) return {};
  const lowered = lowerGo(tree, text);
  const printed = printGo(lowered).text;
  const again = parseGo(printed);
  if (again.hasError) return { printed, failure: 'what was printed does not parse' };
  const relowered = lowerGo(again, printed);
  const nodes = (file: typeof lowered) => file.units.map(unit => unit.node);
  const different = nodes(lowered).findIndex((node, i) => !equal(node, nodes(relowered)[i]));
  if (different >= 0) return { printed, failure: `unit ${different} differs` };
  if (relowered.units.length !== lowered.units.length) return { printed, failure: 'more units than before' };
  if (!equal(comments(tree, text), comments(again, printed))) return { printed, failure: 'the comments differ' };
  if (printGo(relowered).text !== printed) return { printed, failure: 'a second printing differs' };
  return { printed };
}

describe("Go's standard library", function () {
  this.timeout(600_000);
  let files: string[] = [];
  let scratch = '';
  const pairs: string[] = [];
  const failures: string[] = [];
  const unparsable: string[] = [];

  before(async function () {
    needTool(this, 'go');
    const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    await loadGo();
    // The slash at the end follows the folder where it is a link.
    files = chosen(goFiles(`${root}/src/.`));
    scratch = mkdtempSync(join(tmpdir(), 'idiom-bridge-go-'));
    for (const [i, path] of files.entries()) {
      const { printed, failure } = roundTrip(readFileSync(path, 'utf8'));
      if (failure) failures.push(`${path}: ${failure}`);
      if (printed === undefined) unparsable.push(path);
      else {
        const copy = join(scratch, `${i}.go`);
        writeFileSync(copy, printed);
        pairs.push(`${path}\t${copy}`);
      }
    }
  });

  after(() => {
    if (scratch) rmSync(scratch, { recursive: true });
  });

  it('was looked at', () => {
    assert.ok(files.length >= sampleSize, `${files.length} files`);
    assert.ok(pairs.length >= sampleSize - unparsableBound, `${pairs.length} files were printed`);
  });

  it('comes back from the printer as it was, with every comment', () => {
    assert.deepEqual(failures, []);
  });

  it('is parsed by tree-sitter but for a few files', () => {
    if (unparsable.length) console.error(`tree-sitter cannot parse ${unparsable.join(', ')}`);
    assert.ok(unparsable.length <= unparsableBound, `${unparsable.length} files: ${unparsable.join(', ')}`);
  });

  it("means the same to Go's own parser", () => {
    const program = join(projectRoot, 'test/support/go-ast-compare/main.go');
    const done = spawnSync('go', ['run', program], { input: `${pairs.join('\n')}\n`, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    const lines = done.stdout.trimEnd().split('\n');
    assert.equal(lines.pop(), `compared ${pairs.length}`);
    assert.deepEqual(lines, []);
  });
});
