/**
 * Runs what the catalog claims: the proof programs of both languages, and every program that shows a trap.
 * `IDIOM=web.flask-route` runs one idiom, `IDIOM=web` a domain.
 */
import { equal, ok } from 'node:assert/strict';
import type { Idiom } from '../../src/core';
import type { Program } from '../../src/core/catalog/idiom';
import { shippedCatalog } from '../support/catalog';
import { runPrograms, type Outcome } from '../support/programs';
import { needTool } from '../support/toolchain';

interface Claim {
  idiom: Idiom;
  what: 'proof' | 'trap';
  program: Program;
}

const wanted = process.env['IDIOM'];
const idioms = shippedCatalog().filter(({ id, domain }) => !wanted || id === wanted || domain === wanted);
const claims: Claim[] = idioms.flatMap(idiom => [
  ...idiom.proof.programs.map((program): Claim => ({ idiom, what: 'proof', program })),
  ...idiom.traps.flatMap(trap => trap.shown.map((program): Claim => ({ idiom, what: 'trap', program }))),
]);

describe('the programs of the catalog', function () {
  this.timeout(900_000);
  let outcomes: Outcome[] = [];

  before(async function () {
    needTool(this, 'go');
    needTool(this, 'python');
    outcomes = await runPrograms(
      claims.map(({ idiom, program }) => ({
        language: program.language,
        code: program.code,
        ...(program.stdin === undefined ? {} : { stdin: program.stdin }),
        ...(program.language === 'python' ? { requires: idiom.proof.requires } : {}),
      })),
    );
  });

  it('are there', () => ok(claims.length > 0, 'no program to run'));

  for (const [i, { idiom, what, program }] of claims.entries()) {
    it(`${idiom.id}: the ${what} in ${program.language} at line ${program.line + 1} does what it says`, () => {
      const outcome = outcomes[i]!;
      if (program.fails) {
        ok(outcome.status !== 0, `it should fail, but printed:\n${outcome.stdout}`);
        const printed = outcome.stdout + outcome.stderr;
        for (const line of program.output.split('\n').filter(Boolean)) {
          ok(printed.includes(line), `nothing printed holds\n  ${line}\nbut:\n${printed}`);
        }
        return;
      }
      equal(outcome.status, 0, `exit status ${outcome.status}:\n${outcome.stderr}`);
      equal(outcome.stdout.trimEnd(), program.output.trimEnd());
    });
  }

  for (const idiom of idioms) {
    if (idiom.proof.kind !== 'both') continue;
    it(`${idiom.id}: proves both sides`, () => {
      const languages = idiom.proof.programs.map(program => program.language);
      ok(languages.includes('python') && languages.includes('go'), `there is only ${languages.join(', ') || 'nothing'}`);
    });
  }
});
