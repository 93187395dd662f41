/**
 * The property that holds the Python syntax together, on the standard library of this machine's python3: lowering,
 * printing, parsing and lowering again gives the same nodes and the same comments; and CPython itself sees no
 * difference between a file and its print.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { equal, walk, type AnyNode } from '../../../src/core/syntax/node';
import type { PythonFile } from '../../../src/core/syntax/python/ast';
import { lowerPython } from '../../../src/core/syntax/python/lower';
import { printPython } from '../../../src/core/syntax/python/print';
import { badNodes, commentTexts, loadPython, parsePython, randomFrom } from './python.support';

/** Files that are not Python 3, or broken on purpose. */
const excluded: readonly [pattern: RegExp, reason: string][] = [
  [/(^|\/)site-packages\//, 'not the standard library'],
  [/^(lib2to3\/tests|test\/test_lib2to3)\/data\//, 'Python 2, which lib2to3 translates'],
  [/\/badsyntax_|\/bad_coding/, 'broken on purpose'],
];

/** Files that the grammar cannot parse; seen: one in Python 3.11. Newer syntax in newer libraries may add some. */
const mostUnparsed = 20;
/** Files in another encoding than UTF-8, which the editor would decode; seen: five in Python 3.11. */
const mostUndecoded = 10;

/** Of the library's own tests, two thirds of the text, every fourth file is taken; `STDLIB=all` takes them all. */
const testShare = process.env.STDLIB === 'all' ? 1 : 1 / 4;

interface Checked {
  path: string;
  text: string;
  file: PythonFile;
  printed: string;
}

function findLibrary(): string | undefined {
  const asked = spawnSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

function chooseFiles(library: string): string[] {
  const random = randomFrom(11);
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.py') && !excluded.some(([pattern]) => pattern.test(path)))
    .sort()
    .filter(path => !/(^|\/)tests?\//.test(path) || random() < testShare)
    .map(path => join(library, path));
}

describe('the Python standard library', function () {
  this.timeout(600_000);
  const library = findLibrary();
  const checked: Checked[] = [];
  const failures: string[] = [];
  const unparsed: string[] = [];
  const undecoded: string[] = [];
  let differences: Promise<string[]>;

  before(async function () {
    if (library === undefined) {
      if (process.env.CI === 'true') throw new Error('The Python syntax cannot be checked: there is no python3.');
      console.warn('SKIPPED: the Python syntax is not checked against a standard library, for there is no python3.');
      this.skip();
      return;
    }
    await loadPython();
    const oracle = startOracle();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const path of chooseFiles(library)) {
      const name = relative(library, path);
      let text: string;
      try {
        text = decoder.decode(readFileSync(path));
      } catch {
        undecoded.push(name);
        continue;
      }
      const root = parsePython(text);
      const file = lowerPython(root, text);
      if (root.hasError) {
        unparsed.push(name);
        continue;
      }
      const printed = printPython(file).text;
      checked.push({ path: name, text, file, printed });
      oracle.ask(path, printed);
      failures.push(...checkAgain(name, file, printed, commentTexts(root, text)));
      // Lets the answers of python3 in.
      await new Promise(resolve => setImmediate(resolve));
    }
    differences = oracle.finish();
    console.log(
      `      ${checked.length} files, ${Math.round(checked.reduce((sum, one) => sum + one.text.length, 0) / 1e6)} MB; ` +
        `not parsed: ${unparsed.join(', ') || 'none'}; not UTF-8: ${undecoded.length}`,
    );
  });

  it('is read by the hundreds of files', () => {
    assert.ok(checked.length > 500, `only ${checked.length} files were checked`);
    assert.ok(unparsed.length <= mostUnparsed, `the grammar cannot parse ${unparsed.join(', ')}`);
    assert.ok(undecoded.length <= mostUndecoded, `not UTF-8: ${undecoded.join(', ')}`);
  });

  it('comes back from its print with the same nodes and comments', () => assert.deepEqual(failures, []));

  it('means the same to CPython before and after', async () => assert.deepEqual(await differences, []));

  it('has nothing that is Bad outside its tests', () => {
    const found = checked
      .filter(one => !/(^|\/)(test|tests|idle_test)\//.test(one.path))
      .flatMap(one => badNodes(one.file).map(text => `${one.path}: ${text}`));
    assert.deepEqual(found, []);
  });

  it('can be cut off anywhere, or have a piece cut out, without making lowering throw', () => {
    const random = randomFrom(7);
    for (let i = 0; i < 200; i++) {
      const { path, text } = checked[Math.floor(random() * checked.length)]!;
      const from = Math.floor(random() * Math.max(0, text.length - 20_000));
      const slice = text.slice(from, from + Math.floor(random() * 20_000));
      const at = Math.floor(random() * slice.length);
      const cut = slice.slice(0, at) + slice.slice(at + Math.floor(random() * 30));
      const parse = random() < 0.5 ? parsePython : undefined;
      const printed = printPython(lowerPython(parsePython(cut), cut, parse ? { parse } : {})).text;
      const lost = commentTexts(parsePython(cut), cut).filter(comment => !printed.includes(comment));
      assert.deepEqual(lost, [], path);
    }
  });

  it('has every expression at the range that its node says', () => {
    const random = randomFrom(5);
    const wrong: string[] = [];
    let count = 0;
    for (const { path, text, file } of checked) {
      if (random() > 0.1) continue;
      for (const unit of file.units) {
        walk(unit.node, node => {
          if (random() > 0.02 || !standsAlone.has(node.kind)) return;
          count++;
          const source = text.slice(unit.start + node.start, unit.start + node.end);
          const alone = `(${source}\n)`;
          const again = lowerPython(parsePython(alone), alone).units[0]?.node as AnyNode | undefined;
          if (!equal(again?.value, node)) wrong.push(`${path}: ${node.kind} ${source.slice(0, 80)}`);
        });
      }
    }
    assert.ok(count > 500, `only ${count} expressions were checked`);
    assert.deepEqual(wrong, []);
  });
});

/** Kinds whose text means the same in parentheses of its own. */
const standsAlone = new Set(
  `Name Int Float Bytes Bool None List Dict Set ListComp SetComp DictComp UnaryOp BinOp BoolOp Compare IfExp NamedExpr
  Call Attribute Subscript Lambda Await Yield YieldFrom`.split(/\s+/),
);

function checkAgain(name: string, file: PythonFile, printed: string, comments: string[]): string[] {
  const root = parsePython(printed);
  if (root.hasError) return [`${name}: the print does not parse`];
  const again = lowerPython(root, printed);
  const found: string[] = [];
  const nodes = file.units.map(unit => unit.node);
  const nodesAgain = again.units.map(unit => unit.node);
  if (!equal(nodes, nodesAgain)) {
    const at = nodes.findIndex((node, i) => !equal(node, nodesAgain[i]));
    found.push(`${name}: statement ${at} changed`);
  }
  // No print changes when it is printed again, so comments and blank lines have found their place.
  if (printPython(again).text !== printed) found.push(`${name}: the print of the print differs`);
  const commentsAgain = commentTexts(root, printed);
  if (comments.join('\n') !== commentsAgain.join('\n')) {
    found.push(`${name}: ${comments.length} comments became ${commentsAgain.length}`);
  }
  return found;
}

/** One python3 that compares while we go on; its answers come in the order of the questions. */
function startOracle(): { ask(path: string, printed: string): void; finish(): Promise<string[]> } {
  const python = spawn('python3', ['-X', 'utf8', join(__dirname, 'python-oracle.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const asked: string[] = [];
  const answers: string[] = [];
  createInterface({ input: python.stdout }).on('line', line => answers.push(line));
  const closed = new Promise<void>((resolve, reject) => {
    python.on('error', reject);
    python.on('close', () => resolve());
  });
  return {
    ask(path, printed) {
      asked.push(path);
      python.stdin.write(`${JSON.stringify([path, printed])}\n`);
    },
    async finish() {
      python.stdin.end();
      await closed;
      assert.equal(answers.length, asked.length, 'python3 did not answer every question');
      const same = answers.filter(answer => answer === 'same').length;
      assert.ok(same > answers.length * 0.98, `CPython compared only ${same} of ${answers.length} files`);
      return answers.flatMap((answer, i) => (answer.startsWith('differs') ? [`${asked[i]}: ${answer}`] : []));
    },
  };
}
