/** Servers are started, for what they answer cannot be told from their output. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { translateFile } from '../../support/answers';
import { execute } from '../../support/programs';
import { needTool, projectRoot, pythonWith } from '../../support/toolchain';

describe('the servers of the article', function () {
  this.timeout(300_000);

  it('as Python serve what net/http served', async function () {
    needTool(this, 'python');
    const port = await freePort();
    const { code } = await translateFile('go', article('nethttp_server.go', `:${port}`));
    await inFolder({ 'server.py': code }, async folder => {
      await answers(await pythonWith(['flask']), [join(folder, 'server.py')], port, 'Hello, Go!');
    });
  });

  it('as Go serve what Flask served', async function () {
    needTool(this, 'go');
    const port = await freePort();
    const { code, gaps } = await translateFile('python', article('flask_server.py', `port=${port}`));
    assert.deepEqual(gaps, []);
    assert.match(code, /func helloWorld\(w http\.ResponseWriter, r \*http\.Request\)/);
    await inFolder({ 'go.mod': 'module server\n', 'main.go': code }, async folder => {
      const built = await execute('go', ['build', '-o', 'server', '.'], undefined, folder, 300_000);
      assert.equal(built.status, 0, built.stderr);
      await answers(join(folder, 'server'), [], port, 'Hello, Python!');
    });
  });
});

/** One of the article's programs, with a port that is free. */
function article(name: string, port: string): string {
  const text = readFileSync(join(projectRoot, 'test/fixtures/article', name), 'utf8');
  const changed = text.replace(/:8080|port=8080/, port);
  assert.notEqual(changed, text);
  return changed;
}

async function inFolder(files: Record<string, string>, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'idiom-bridge-server-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function answers(command: string, args: string[], port: number, expected: string): Promise<void> {
  const server = spawn(command, args, { stdio: 'ignore' });
  try {
    assert.equal((await get(`http://127.0.0.1:${port}/`)).trim(), expected);
  } finally {
    server.kill();
  }
}

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
