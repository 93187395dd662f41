import type { Runner, Suite, Test } from 'mocha';
import { print } from '../ui';

/**
 * Tells a run line by line, the same in both kinds of extension host; mocha's own reporters need a terminal or a page.
 */
export class LineReporter {
  private depth = 0;
  private readonly failed: { test: Test; error: Error }[] = [];

  constructor(runner: Runner) {
    runner.on('suite', suite => this.enter(suite));
    runner.on('suite end', () => this.depth--);
    runner.on('pass', test => this.line(`✓ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on('pending', test => this.line(`- ${test.title} (skipped)`));
    runner.on('fail', (test, error: Error) => {
      this.failed.push({ test, error });
      this.line(`${this.failed.length}) ${test.title}`);
    });
    runner.once('end', () => this.summarise(runner));
  }

  private enter(suite: Suite): void {
    if (suite.title) this.line(suite.title);
    this.depth++;
  }

  private line(text: string): void {
    void print('  '.repeat(this.depth) + text);
  }

  private summarise({ stats }: Runner): void {
    this.depth = 1;
    this.line('');
    this.line(`${stats?.passes ?? 0} passing (${Math.round((stats?.duration ?? 0) / 100) / 10} s)`);
    if (stats?.pending) this.line(`${stats.pending} pending`);
    if (stats?.failures) this.line(`${stats.failures} failing`);
    for (const [index, { test, error }] of this.failed.entries()) {
      this.line('');
      this.line(`${index + 1}) ${test.fullTitle()}`);
      for (const each of describe(error).split('\n')) this.line(`   ${each}`);
    }
    this.line('');
  }
}

function describe(error: Error & { actual?: unknown; expected?: unknown }): string {
  const { actual, expected } = error;
  const difference =
    actual === undefined && expected === undefined
      ? ''
      : `\nexpected: ${JSON.stringify(expected)}\nactual:   ${JSON.stringify(actual)}`;
  return `${error.stack ?? error.message ?? String(error)}${difference}`;
}
