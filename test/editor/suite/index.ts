import Mocha from 'mocha';
import * as vscode from 'vscode';
import { loadTests } from 'editor-tests';
import type { TestOutcome } from '../../../scripts/editor/protocol';
import { allPrinted, pictureOfFailure, print, testRun, ui } from '../ui';
import { LineReporter } from './reporter';

/**
 * What VS Code calls in the extension host in place of a user: runs the tests, and resolves when all of them have
 * passed. Rejects when one fails, and when none was executed.
 */
export async function run(): Promise<void> {
  const { grep, resultFile } = testRun();
  requireHost();
  // Positions in bundles say little.
  if (__EXTENSION_HOST__ === 'node') process.setSourceMapsEnabled(true);
  // Its type asks for members of mocha's own reporters that a run never uses.
  const reporter = LineReporter as unknown as Mocha.ReporterConstructor;
  const mocha = new Mocha({ ui: 'bdd', reporter, timeout: 30_000, grep });
  // This is how mocha's own loader makes `describe` and `it` known; it loads files, and here is one bundle only.
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  // Before the next test changes what is on the screen.
  mocha.suite.afterEach(async function () {
    if (this.currentTest?.state === 'failed') await pictureOfFailure(this.currentTest.fullTitle());
  });
  loadTests();

  const letGo = streamConsole();
  const runner = await new Promise<Mocha.Runner>(resolve => {
    const started: Mocha.Runner = mocha.run(() => resolve(started));
  });
  letGo();
  await allPrinted();

  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  const outcome: TestOutcome = { passes, failures, pending };
  await writeOutcome(resultFile, outcome);
  if (passes + failures === 0) {
    await print('No test was executed.');
    throw new Error('no test was executed');
  }
  if (failures > 0) throw new Error(`${failures} of ${passes + failures} tests failed`);
}

/**
 * VS Code chooses the host by the manifest, and an extension that lands in the wrong one seems to be active and does
 * nothing.
 */
function requireHost(): void {
  const host = typeof process === 'object' && process.versions?.node ? 'node' : 'web';
  if (host !== __EXTENSION_HOST__)
    throw new Error(`These tests are for the ${__EXTENSION_HOST__} host, but run in ${host}.`);
}

/** By VS Code's own file system, since the web worker has no other. */
async function writeOutcome(file: string, outcome: TestOutcome): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const remote = folder && folder.uri.scheme !== 'file';
  const uri = remote ? folder.uri.with({ path: file }) : vscode.Uri.file(file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(outcome)));
}

/**
 * Sends what tests and the extension print along with the run, and returns what ends that. Desktop VS Code prints it by
 * itself.
 */
function streamConsole(): () => void {
  if (!ui.available()) return () => undefined;
  const names = ['log', 'info', 'warn', 'error'] as const;
  const before = names.map(name => Object.getOwnPropertyDescriptor(console, name) ?? {});
  for (const name of names) {
    const original = console[name];
    const value = (...args: unknown[]) => {
      original(...args);
      void print(args.map(each => (typeof each === 'string' ? each : readable(each))).join(' '));
    };
    // VS Code has made them accessors that take no assignment.
    Object.defineProperty(console, name, { configurable: true, value });
  }
  return () => names.forEach((name, index) => Object.defineProperty(console, name, before[index]!));
}

function readable(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
