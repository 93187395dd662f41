/**
 * Small Python programs are translated whole, built together, run, and compared with what Python prints. An answer that
 * claims no gap must be right; one that claims a gap is counted.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPrograms, type Outcome } from '../../support/programs';
import { needTool, projectRoot } from '../../support/toolchain';
import { logged, pythonToGo } from '../../support/translate';
import type { Translation } from '../../../src/core/translate';

const folder = join(projectRoot, 'test/fixtures/translate/python');
const programs = readdirSync(folder).filter(name => name.endsWith('.py'));

describe('programs from Python to Go', function () {
  this.timeout(300_000);
  const answers = new Map<string, Translation>();
  const outcomes = new Map<string, { python: Outcome; go: Outcome }>();

  before(async function () {
    needTool(this, 'go');
    needTool(this, 'python');
    assert.ok(programs.length >= 60, `only ${programs.length} programs were found`);
    const sources = programs.map(name => readFileSync(join(folder, name), 'utf8'));
    for (const [i, name] of programs.entries()) answers.set(name, await pythonToGo(sources[i]!));
    const run = await runPrograms([
      ...sources.map(code => ({ language: 'python' as const, code })),
      ...programs.map(name => ({ language: 'go' as const, code: answers.get(name)!.code })),
    ]);
    programs.forEach((name, i) => outcomes.set(name, { python: run[i]!, go: run[programs.length + i]! }));
  });

  for (const name of programs) {
    it(`${name} prints in Go what it prints in Python, or says what is missing`, function () {
      const answer = answers.get(name)!;
      const { python, go } = outcomes.get(name)!;
      assert.equal(python.status, 0, `the program itself fails: ${python.stderr}`);
      if (answer.gaps.length > 0) return;
      assert.ok(go.compiled, `it claims no gap and does not compile:\n${go.stderr}\n${answer.code}`);
      assert.equal(go.stdout, python.stdout, `${go.stderr}\n${answer.code}`);
      assert.equal(go.status, python.status, go.stderr);
    });
  }

  it('most of them have no gap', function () {
    const gaps = programs.filter(name => answers.get(name)!.gaps.length > 0);
    for (const name of gaps) {
      for (const gap of answers.get(name)!.gaps) console.log(`      ${name}: ${gap.what}`);
    }
    console.log(`      ${programs.length - gaps.length} of ${programs.length} without a gap`);
    assert.ok(gaps.length <= programs.length / 10, `${gaps.length} programs have gaps`);
  });

  it('nothing failed inside of the translator', () => {
    assert.deepEqual(logged, []);
  });
});
