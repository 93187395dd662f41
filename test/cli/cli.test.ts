/** The command line as a user calls it: the built bundle in a process of its own. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogReport, HintsReport } from '../../src/core';
import { projectRoot } from '../support/toolchain';

const cli = join(projectRoot, 'dist', 'cli.js');
const articles = join(projectRoot, 'test', 'fixtures', 'article');

function run(args: string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const done = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, ...env },
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('the command line', function () {
  this.timeout(30_000);
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'idiom-bridge-cli-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  describe('hints', () => {
    it('finds the route of the article and writes its handler in Go', () => {
      const { status, out } = run(['hints', join(articles, 'flask_server.py')]);
      equal(status, 0);
      match(out, /flask_server\.py:\d+:\d+ HTTP route \(web\.flask-route, exact\)/);
      match(out, /func helloWorld\(w http\.ResponseWriter, r \*http\.Request\)/);
    });

    it('writes one JSON object with zero-based UTF-16 positions', () => {
      const path = file('emoji.py', 'names = ["🐍"]; found = "🐍" in names\n');
      const { status, out } = run(['hints', path, '--format', 'json']);
      equal(status, 0);
      const report = JSON.parse(out) as HintsReport;
      equal(report.version, 1);
      const hint = report.files[0]!.hints.find(each => each.idiom === 'list.contains')!;
      deepEqual(hint.range, { start: { line: 0, character: 24 }, end: { line: 0, character: 37 } });
      equal(hint.counterpart.language, 'go');
      deepEqual(hint.counterpart.imports, ['"slices"']);
      equal(hint.counterpart.code.trim(), 'slices.Contains(names, "🐍")');
      ok(hint.traps.length > 0);
      ok(['measured', 'published', 'complexity', 'none'].includes(hint.performance.kind));
    });

    it('ends with 0 for a file that does not parse', () => {
      const path = file('broken.py', 'def f(:\n  return [\n');
      equal(run(['hints', path]).status, 0);
    });

    it('reads standard input where the language is said', () => {
      const { status, out } = run(['hints', '-', '--language', 'go', '--format', 'json'], 'package main\n');
      equal(status, 0);
      equal((JSON.parse(out) as HintsReport).files[0]!.language, 'go');
    });

    it('reads bytes that are not UTF-8 as U+FFFD', () => {
      const path = file('latin1.py', Uint8Array.from([...Buffer.from('s = "caf'), 0xe9, ...Buffer.from('"\n')]));
      equal(run(['hints', path]).status, 0);
    });

    it('has colours where they are asked for, and none in a pipe', () => {
      const path = file('colour.py', 'xs = [1]\nprint(1 in xs)\n');
      ok(!run(['hints', path]).out.includes('\u001b['));
      ok(run(['hints', path], '', { FORCE_COLOR: '1' }).out.includes('\u001b['));
    });
  });

  describe('translate', () => {
    it('writes the whole Flask server of the article as a net/http program', () => {
      const { status, out } = run(['translate', '--to', 'go', join(articles, 'flask_server.py')]);
      equal(status, 0);
      match(out, /^package main\n/m);
      match(out, /func helloWorld\(/);
      match(out, /ListenAndServe\(":8080", nil\)/);
    });

    it('takes the other language where none is asked for, by file', () => {
      const python = file('greet.py', 'print("greet")\n');
      const go = file('part.go', 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("part")\n}\n');
      equal(run(['translate', python, go, '--out', join(folder, 'both')]).status, 0);
      match(readFileSync(join(folder, 'both', 'greet.go'), 'utf8'), /^package main/m);
      match(readFileSync(join(folder, 'both', 'part.py'), 'utf8'), /^def main/m);
    });

    it('puts each answer into a folder under its own name', () => {
      const one = file('one.py', 'print("one")\n');
      const two = file('two.py', 'print("two")\n');
      const { status } = run(['translate', '--to', 'go', one, two, '--out', join(folder, 'out')]);
      equal(status, 0);
      match(readFileSync(join(folder, 'out', 'two.go'), 'utf8'), /"two"/);
    });

    it('names each gap on standard error and ends with 1', () => {
      const path = file('gap.py', 'def f(xs):\n    del xs[0].a, globals()["x"]\n');
      const { status, out, err } = run(['translate', '--to', 'go', path]);
      equal(status, 1);
      match(err, /^.*gap\.py:\d+:\d+: .+$/m);
      match(out, /\/\/ .*del/);
    });

    it('keeps standard error for gaps, also where it writes JSON', () => {
      const path = file('fine.py', 'print("fine")\n');
      const { status, out, err } = run(['translate', '--to', 'go', path, '--format', 'json']);
      equal(status, 0);
      equal(err, '');
      deepEqual(Object.keys(JSON.parse(out) as object), ['code', 'gaps', 'assumptions']);
    });

    it('refuses several files without a folder', () => {
      const { status, err } = run(['translate', '--to', 'go', file('a.py', ''), file('b.py', '')]);
      equal(status, 2);
      match(err, /--out DIR/);
    });
  });

  describe('catalog', () => {
    it('lists every idiom with both sides', () => {
      const { status, out } = run(['catalog', '--format', 'json']);
      equal(status, 0);
      const report = JSON.parse(out) as CatalogReport;
      equal(report.version, 1);
      ok(report.idioms.length > 0);
      for (const idiom of report.idioms) ok(idiom.python.patterns.length + idiom.go.patterns.length > 0, idiom.id);
    });
  });

  describe('mistakes', () => {
    const mistakes: [string, string[], RegExp][] = [
      ['no command', [], /Say what to do/],
      ['an unknown command', ['hunt'], /There is no command hunt/],
      ['an unknown option', ['hints', '--loud', 'x.py'], /--loud/],
      ['a file that is not there', ['hints', 'nowhere.py'], /nowhere\.py: there is no such file/],
      ['a folder', ['hints', '--language', 'go', projectRoot], /this is a folder/],
      ['a file whose language is not known', ['hints', 'README.md'], /say --language/],
      ['standard input without a language', ['hints', '-'], /--language/],
      ['a version that is none', ['hints', '--go', 'new', 'x.go'], /such as 1\.21/],
    ];
    for (const [what, args, message] of mistakes) {
      it(`says what to do about ${what}, and ends with 2`, () => {
        const { status, err } = run(args);
        equal(status, 2);
        match(err, message);
      });
    }
  });
});
