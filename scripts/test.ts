/**
 * `npm test`: every check, one after the other, with the count of each kind at the end. A kind that ran no test has
 * failed. `npm test -- unit cli` runs only those kinds.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './copy-assets';

interface Check {
  name: string;
  command: string[];
  /** Its output closes with how many passed, in mocha's words or in `N passed, N failed`. */
  counts: boolean;
}

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const mocha = (pattern: string): string[] => [bin('mocha'), pattern];

const checks: Check[] = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'], counts: false },
  { name: 'build', command: [bin('tsx'), 'scripts/build.ts'], counts: false },
  { name: 'lint', command: [bin('eslint'), 'src', 'test', 'scripts'], counts: false },
  { name: 'types', command: [bin('tsc'), '-p', '.'], counts: false },
  { name: 'types of the page', command: [bin('tsc'), '-p', 'src/webview'], counts: false },
  { name: 'unit', command: mocha('test/unit/**/*.test.ts'), counts: true },
  { name: 'judgements', command: mocha('test/judgements/**/*.test.ts'), counts: true },
  { name: 'catalog', command: mocha('test/catalog/**/*.test.ts'), counts: true },
  { name: 'translation', command: [bin('tsx'), 'test/translation/verify.ts'], counts: true },
  { name: 'cli', command: mocha('test/cli/**/*.test.ts'), counts: true },
  { name: 'editor', command: [bin('tsx'), 'test/editor/run.ts'], counts: true },
  { name: 'editor in the web worker', command: [bin('tsx'), 'test/editor/run.ts', '--web'], counts: true },
];

interface Result {
  check: Check;
  ok: boolean;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

function run(check: Check): Promise<Result> {
  console.log(`\n=== ${check.name}`);
  const begun = Date.now();
  return new Promise((resolve, reject) => {
    const [command, ...args] = check.command as [string, ...string[]];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      process.stdout.write(data);
      output += data.toString();
    });
    child.on('error', reject);
    child.on('close', code => {
      const count = (words: string): number => {
        const found = [...output.matchAll(new RegExp(`(?:^\\s*|, )(\\d+) (?:${words})\\b`, 'gm'))].at(-1);
        return found ? Number(found[1]) : 0;
      };
      const passed = count('passing|passed');
      const skipped = count('pending');
      // What is skipped for want of a tool is told; under CI it has failed by itself.
      const ok = code === 0 && (!check.counts || passed + skipped > 0);
      if (code === 0 && !ok) console.error(`${check.name}: no test was run`);
      const seconds = Math.round((Date.now() - begun) / 1000);
      resolve({ check, ok, passed, failed: count('failing|failed'), skipped, seconds });
    });
  });
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.some(word => name.startsWith(word)));
  const results: Result[] = [];
  for (const check of chosen) {
    const result = await run(check);
    results.push(result);
    // What comes after stands on a build.
    if (!result.ok && check.name === 'build') break;
  }
  console.log('\n');
  for (const { check, ok, passed, failed, skipped, seconds } of results) {
    const counts = check.counts ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name.padEnd(26)} ${counts.padEnd(36)} ${seconds} s`);
  }
  const sum = (of: (result: Result) => number): number => results.reduce((total, result) => total + of(result), 0);
  const passed = sum(result => (result.check.counts ? result.passed : Number(result.ok)));
  const failed = sum(result => (result.ok ? 0 : Math.max(1, result.failed)));
  console.log(`\n${passed} passed, ${failed} failed, ${sum(result => result.skipped)} skipped`);
  if (failed > 0 || results.length === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
