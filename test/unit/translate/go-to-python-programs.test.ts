/**
 * Whole Go programs (test/fixtures/translate/go) written as Python, run, and held against what the Go programs print. An
 * answer with gaps is named; an answer that claims none and is wrong fails.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Translation } from '../../../src/core/translate/translate';
import { goToPython } from '../../support/go-to-python';
import { runPrograms } from '../../support/programs';
import { needTool, projectRoot, pythonWith } from '../../support/toolchain';

const folder = join(projectRoot, 'test/fixtures/translate/go');

interface Program {
  name: string;
  code: string;
  stdin: string | undefined;
}

const programs: Program[] = readdirSync(folder)
  .filter(file => file.endsWith('.go'))
  .map(file => {
    const input = join(folder, `${basename(file, '.go')}.stdin`);
    return {
      name: basename(file, '.go'),
      code: readFileSync(join(folder, file), 'utf8'),
      stdin: existsSync(input) ? readFileSync(input, 'utf8') : undefined,
    };
  });

describe('Go programs as Python', function () {
  this.timeout(600_000);
  const answers = new Map<string, Translation>();

  before(async () => {
    for (const { name, code } of programs) answers.set(name, await goToPython(code));
  });

  it('are at least sixty', () => {
    assert.ok(programs.length >= 60, `${programs.length} programs`);
  });

  it('print what the Go programs print', async function () {
    needTool(this, 'go');
    needTool(this, 'python');
    const outcomes = await runPrograms([
      ...programs.map(({ code, stdin }) => ({ language: 'go' as const, code, ...(stdin !== undefined && { stdin }) })),
      ...programs.map(({ name, stdin }) => ({
        language: 'python' as const,
        code: answers.get(name)!.code,
        ...(stdin !== undefined && { stdin }),
      })),
    ]);
    const wrong: string[] = [];
    let passed = 0;
    let withGaps = 0;
    programs.forEach(({ name }, i) => {
      const [expected, actual] = [outcomes[i]!, outcomes[i + programs.length]!];
      assert.ok(expected.compiled, `${name}.go does not compile:\n${expected.stderr}`);
      const { gaps } = answers.get(name)!;
      // A panic ends Go with 2 and Python with 1.
      const same = actual.stdout === expected.stdout && (actual.status === 0) === (expected.status === 0);
      if (gaps.length > 0) {
        withGaps++;
        console.log(`      gaps in ${name}: ${gaps.map(gap => gap.what).join('; ')}`);
      } else if (same) passed++;
      else wrong.push(`${name}: expected\n${expected.stdout}but got\n${actual.stdout}${actual.stderr}`);
    });
    console.log(`      ${passed} passed, ${withGaps} with gaps, ${wrong.length} wrong`);
    assert.deepEqual(wrong, []);
  });

  it('are clean by the E and F rules of ruff, where ruff is installed', async function () {
    const found = ['ruff'].find(command => spawnSync(command, ['--version']).status === 0);
    if (!found) {
      console.error('      SKIPPED: ruff is not installed');
      return this.skip();
    }
    const own = await mkdtemp(join(tmpdir(), 'idiom-bridge-ruff-'));
    try {
      for (const [name, { code }] of answers) await writeFile(join(own, `${name.replaceAll('-', '_')}.py`), code);
      const checked = spawnSync(found, ['check', '--isolated', '--select', 'E,F', '--ignore', 'E501', own], {
        encoding: 'utf8',
      });
      assert.equal(checked.status, 0, checked.stdout);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  });

  it('serve what they served', async function () {
    needTool(this, 'python');
    const port = await freePort();
    const text = `package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc helloWorld(w http.ResponseWriter, r *http.Request) {\n\tfmt.Fprintf(w, "Hello, Go!")\n}\n\nfunc main() {\n\thttp.HandleFunc("/", helloWorld)\n\thttp.ListenAndServe("127.0.0.1:${port}", nil)\n}\n`;
    const { code } = await goToPython(text);
    const own = await mkdtemp(join(tmpdir(), 'idiom-bridge-server-'));
    const file = join(own, 'server.py');
    await writeFile(file, code);
    const server = spawn(await pythonWith(['flask']), [file], { stdio: 'ignore' });
    try {
      assert.equal(await get(`http://127.0.0.1:${port}/`), 'Hello, Go!');
    } finally {
      server.kill();
      await rm(own, { recursive: true, force: true });
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The answer of a server that is still starting. */
async function get(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}
