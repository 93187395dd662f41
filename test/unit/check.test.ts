/** What Check with Go and Check with Python run, and where their findings are shown. */
import { equal, match, ok, rejects } from 'node:assert/strict';
import { MissingTool, sourceOf } from '../../src/extension/checker';
import { checkGo } from '../../src/extension/node/goChecker';
import { checkPython } from '../../src/extension/node/pythonChecker';
import { needTool, pythonWith } from '../support/toolchain';

const { signal } = new AbortController();

describe('the check with Go', function () {
  this.timeout(120_000);
  before(function () {
    needTool(this, 'go');
  });

  it('finds nothing in a program that is right', async () => {
    const { tool, findings, note } = await checkGo('package main\n\nfunc main() {\n\tprintln(1)\n}\n', { signal });
    match(tool, /^go vet, Go 1\.\d+/);
    equal(findings.length, 0);
    equal(note, undefined);
  });

  it('tells every error of the compiler, and what vet finds', async () => {
    const broken = 'package main\n\nfunc main() {\n\tvar s string = 1\n\t_ = s\n\tmissing()\n}\n';
    const { findings } = await checkGo(broken, { signal });
    equal(findings.map(({ line }) => line).join(), '3,5');
    const vetted = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Printf("%d\\n", "x")\n}\n';
    const [found] = (await checkGo(vetted, { signal })).findings;
    equal(found?.line, 5);
    match(found!.message, /wrong type string/);
  });

  it('says what a program needs beside the standard library', async () => {
    const code =
      'package main\n\nimport "golang.org/x/sync/errgroup"\n\nfunc main() {\n\tvar g errgroup.Group\n\t_ = g.Wait()\n}\n';
    match((await checkGo(code, { signal })).note ?? '', /needs golang\.org\/x\/sync\/errgroup/);
  });

  it('rejects where Go is not there, and where it is stopped', async () => {
    await rejects(checkGo('package main\n', { signal, executable: 'no-such-go' }), MissingTool);
    await rejects(checkGo('package main\n', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});

describe('the check with Python', function () {
  this.timeout(120_000);
  before(function () {
    needTool(this, 'python');
  });

  it('finds what does not compile', async () => {
    const { findings } = await checkPython('x = 1\ndef f(:\n    pass\n', { signal });
    equal(findings[0]?.line, 1);
  });

  it("finds what ruff's error rules find", async () => {
    const executable = await pythonWith(['ruff']);
    const { tool, findings } = await checkPython('import os\n\nprint(missing)\n', { signal, executable });
    match(tool, /ruff/);
    equal(findings.map(({ line }) => line).join(), '0,2');
    match(findings[1]!.message, /Undefined name `missing` \(F821\)/);
  });

  it('rejects where Python is not there', () =>
    rejects(checkPython('', { signal, executable: 'no-such-python' }), MissingTool));
});

describe('the place of a finding', () => {
  const code = 'func f() {\n\tg(1)\n\n\th()\n}\n';
  const pair = (source: [number, number], target: string) => {
    const start = code.indexOf(target);
    return {
      source: { start: source[0], end: source[1] },
      target: { start, end: start + target.length },
    };
  };
  const translation = {
    language: 'go' as const,
    code,
    imports: [],
    gaps: [],
    assumptions: [],
    correspondences: [pair([0, 40], code.trim()), pair([10, 14], 'g(1)'), pair([12, 13], '1')],
  };
  const at = (line: number, column: number) => sourceOf(translation, { line, column, message: '' });

  it('is the smallest range of the source around it', () => {
    equal(at(1, 3)?.start, 12);
    equal(at(1, 1)?.start, 10);
    equal(at(3, 1)?.start, 0);
  });

  it('is the nearest before it where nothing is around it', () => {
    ok(at(5, 0));
    equal(sourceOf({ ...translation, correspondences: [] }, { line: 0, column: 0, message: '' }), undefined);
  });
});
