/**
 * `npm run verify:translation [-- NAME…]`: translates whole programs both ways, builds, vets and runs the answers, and
 * holds what they print and how they end against what is expected. A round trip follows. What is known to fail stands
 * in known-failures.json, which may only shrink. With names, only those programs, each failure shown in full.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageNames as names, otherLanguage as other, type LanguageId } from '../../src/core';
import { complaints, translateFile } from '../support/answers';
import { ruffCheck, vetGo } from '../support/checkers';
import { runPrograms, type ProgramToRun } from '../support/programs';
import { toolchain } from '../support/toolchain';
import { packagesOf } from './packages';
import { fixtures, programs, proofs, sets, type Subject } from './subjects';

type Verdict = 'passed' | 'gap' | 'wrong';

interface Answer {
  subject: Subject;
  code: string;
  gaps: string[];
  compiled: boolean;
  verdict: Verdict;
  /** What is wrong, empty for nothing. */
  why: string;
}

/** By direction and program; `gap` or `wrong`. */
type Known = Record<string, Record<string, Verdict>>;

async function main(): Promise<number> {
  for (const tool of ['go', 'python'] as const) {
    if (toolchain()[tool]) continue;
    console.error(`SKIPPED: ${tool} is not on the PATH: no translation was verified`);
    console.log('0 passed, 1 pending');
    return process.env['CI'] === 'true' ? 1 : 0;
  }
  const wanted = process.argv.slice(2);
  const known = JSON.parse(readFileSync(join(__dirname, 'known-failures.json'), 'utf8')) as Known;
  const unexpected: string[] = [];
  let passed = 0;
  const rows: string[][] = [['', 'programs', 'compiled', 'passed', 'declared gaps', 'wrong']];

  const settle = (direction: string, answers: readonly Answer[]): void => {
    const listed = known[direction] ?? {};
    for (const { subject, verdict, why, code } of answers) {
      const expected = listed[subject.name] ?? 'passed';
      if (verdict === expected) passed++;
      else if (verdict === 'passed') {
        unexpected.push(`${direction}: ${subject.name} passes now: take it off the list of known failures`);
      } else unexpected.push(`${direction}: ${subject.name} is ${verdict}, not ${expected}: ${why.trimEnd()}`);
      if (wanted.length > 0) console.log(`--- ${direction}: ${subject.name}: ${verdict}\n${code}\n${why}`);
    }
    if (wanted.length > 0) return;
    const all = new Set(answers.map(({ subject }) => subject.name));
    for (const name of Object.keys(listed)) {
      if (!all.has(name)) unexpected.push(`${direction}: ${name} is listed as a known failure and does not exist`);
    }
  };
  const row = (title: string, answers: readonly Answer[]): void => {
    const count = (verdict: Verdict): number => answers.filter(answer => answer.verdict === verdict).length;
    const compiled = answers.filter(answer => answer.compiled).length;
    rows.push([title, ...[answers.length, compiled, count('passed'), count('gap'), count('wrong')].map(String)]);
  };

  const there: Record<LanguageId, Answer[]> = { python: [], go: [] };
  for (const from of ['python', 'go'] as const) {
    const subjects = [...programs(from), ...proofs(from), ...fixtures(from)].filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name),
    );
    if (subjects.length === 0 && wanted.length === 0) throw new Error(`there is no program in ${names[from]}`);
    const answers = (there[from] = await check(await withOutput(subjects)));
    const direction = `${names[from]} to ${names[other[from]]}`;
    for (const set of sets) {
      row(
        `${direction}, ${set}`,
        answers.filter(({ subject }) => subject.set === set),
      );
    }
    settle(direction, answers);
  }
  for (const from of ['python', 'go'] as const) {
    const back = await check(
      there[from]
        .filter(({ verdict, subject }) => verdict === 'passed' && subject.set === 'programs')
        .map(({ subject, code }) => ({ ...subject, language: other[from], code })),
    );
    const direction = `${names[from]} to ${names[other[from]]} to ${names[from]}`;
    row(direction, back);
    settle(direction, back);
  }

  console.log(table(rows));
  for (const complaint of complaints) unexpected.push(`the translator logged: ${complaint}`);
  for (const line of unexpected) console.log(line);
  if (passed + unexpected.length === 0) throw new Error('nothing was verified');
  console.log(`\n${passed} passed, ${unexpected.length} failed`);
  return unexpected.length === 0 ? 0 : 1;
}

/** Runs the programs of which no file says what they print. Throws where one of them does not compile. */
async function withOutput(subjects: readonly Subject[]): Promise<Subject[]> {
  const asked = subjects.filter(({ output }) => output === undefined);
  const outcomes = await runPrograms(
    asked.map(({ language, code, stdin }) => ({
      language,
      code,
      ...(stdin === undefined ? {} : { stdin }),
      ...(language === 'python' ? { requires: packagesOf(code) } : {}),
    })),
  );
  return subjects.map(subject => {
    const outcome = outcomes[asked.indexOf(subject)];
    if (!outcome) return subject;
    if (!outcome.compiled) throw new Error(`${subject.name} does not compile:\n${outcome.stderr}`);
    return { ...subject, output: outcome.stdout, status: outcome.status };
  });
}

/** Translates all, and compares what the answers do with what is expected of the originals. */
async function check(subjects: readonly Subject[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const subject of subjects) {
    const { code, gaps } = await translateFile(subject.language, subject.code);
    const said = gaps.map(gap => gap.what);
    answers.push({ subject, code, gaps: said, compiled: false, verdict: 'gap', why: said.join('; ') });
  }
  const to = (subject: Subject): LanguageId => other[subject.language];
  const runs = answers.map(({ subject, code }): ProgramToRun => ({
    language: to(subject),
    code,
    ...(subject.stdin === undefined ? {} : { stdin: subject.stdin }),
    ...(to(subject) === 'python' ? { requires: packagesOf(code) } : { test: !/^func main\(/m.test(code) }),
  }));
  const outcomes = await runPrograms(runs);
  // Programs that wait for milliseconds come out otherwise while the machine is busy building: they run again, alone.
  for (const [i, { subject, gaps }] of answers.entries()) {
    const { compiled, stdout, status } = outcomes[i]!;
    const waits = status !== 124 && /\b(?:asyncio|threading|time)\b/.test(runs[i]!.code);
    if (!waits || !compiled || gaps.length > 0 || stdout.trimEnd() === subject.output?.trimEnd()) continue;
    outcomes[i] = (await runPrograms([runs[i]!], { again: true }))[0]!;
  }
  const faults = new Map<Answer, string>();
  for (const [language, checker] of [
    ['go', vetGo],
    ['python', ruffCheck],
  ] as const) {
    const own = answers.filter(({ subject, gaps }) => to(subject) === language && gaps.length === 0);
    const said = await checker(own.map(({ code }) => code));
    own.forEach((answer, i) => faults.set(answer, said[i]!));
  }
  answers.forEach((answer, i) => {
    const { stdout, stderr, status, compiled } = outcomes[i]!;
    answer.compiled = compiled && !stderr.includes('SyntaxError');
    if (answer.gaps.length > 0) return;
    const { output = '', status: expected } = answer.subject;
    answer.verdict = 'wrong';
    if (!answer.compiled) answer.why = `it does not compile:\n${stderr}`;
    else if (stdout.trimEnd() !== output.trimEnd()) answer.why = `${difference(output, stdout)}\n${stderr}`;
    else if (status !== expected) answer.why = `exit status ${status}, not ${expected}\n${stderr}`;
    else if (faults.get(answer)) answer.why = faults.get(answer)!;
    else answer.verdict = 'passed';
  });
  return answers;
}

/** The first line that differs. */
function difference(expected: string, actual: string): string {
  const [wanted, got] = [expected.split('\n'), actual.split('\n')];
  const line = wanted.findIndex((text, i) => text !== got[i]);
  const at = line < 0 ? wanted.length : line;
  return `line ${at + 1} should be\n  ${wanted[at] ?? '(the end)'}\nand is\n  ${got[at] ?? '(the end)'}`;
}

function table(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return rows.map(line).join('\n');
}

main().then(
  status => (process.exitCode = status),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
