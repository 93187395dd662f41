import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleTests } from '../../scripts/editor/bundle-tests';
import { findDesktopCode, hasDisplay, programBehind } from '../../scripts/editor/desktop';
import { withLock } from '../../scripts/editor/lock';
import { projectFolder } from '../../scripts/editor/paths';
import { placeOf } from '../../scripts/editor/pictures';
import { shownColumn } from '../../scripts/editor/protocol';
import { readSettings, writeSettings } from '../../scripts/editor/settings';

describe('the editor harness', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'editor-harness-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, text = ''): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  describe('finding desktop VS Code', () => {
    it('takes the one that is named before the one on the PATH', () => {
      const onPath = write('bin/code');
      const named = write('named/code');
      const env = { PATH: dirname(onPath) };
      assert.equal(findDesktopCode({ env, platform: 'linux' }), onPath);
      assert.equal(findDesktopCode({ env: { ...env, IDIOM_BRIDGE_CODE: named }, platform: 'linux' }), named);
    });

    it('refuses a name that does not exist, and does not take another instead', () => {
      const env = { PATH: dirname(write('bin/code')), IDIOM_BRIDGE_CODE: join(folder, 'nothing') };
      assert.throws(() => findDesktopCode({ env }), /does not exist/);
    });

    it('finds the program behind the command line script on Linux and on macOS', () => {
      write('share/code/code');
      assert.equal(programBehind(write('share/code/bin/code')), join(folder, 'share/code/code'));
      const program = write('Code.app/Contents/MacOS/Electron');
      assert.equal(programBehind(write('Code.app/Contents/Resources/app/bin/code')), program);
    });

    it('takes a program that is no such script as it is', () => {
      const alone = write('alone/here/my-editor');
      assert.equal(programBehind(alone), alone);
    });

    it('knows that there is no display without DISPLAY or WAYLAND_DISPLAY on Linux', () => {
      assert.equal(hasDisplay({}, 'linux'), false);
      assert.equal(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), true);
      assert.equal(hasDisplay({}, 'darwin'), true);
    });
  });

  describe('places in a file', () => {
    it('counts lines and columns from 1, and tabs as they are shown', () => {
      assert.deepEqual(placeOf('b', 'a\n\tab'), { line: 2, column: 6 });
      assert.equal(shownColumn('  \t'), 5);
      assert.equal(shownColumn('\t\t', 8), 17);
    });

    it('finds a later occurrence, and says when there are fewer', () => {
      assert.deepEqual(placeOf('x', 'x x', 1), { line: 1, column: 3 });
      assert.throws(() => placeOf('x', 'x x', 2), /"x" 3 times/);
    });
  });

  it('lays settings over those that are there', () => {
    writeSettings(folder, { a: 1, b: 1 });
    writeSettings(folder, { b: 2 });
    assert.deepEqual(readSettings(folder), { a: 1, b: 2 });
  });

  describe('bundling the tests', () => {
    it('refuses a folder without tests', async () => {
      write('helper.ts');
      await assert.rejects(bundleTests({ host: 'node', testFolder: folder, outFolder: folder }), /no \*\.test\.ts/);
    });

    it('finds tests in folders, and keeps those of one host from the other', async () => {
      for (const name of ['deep/er/a.test.ts', 'b.node.test.ts', 'c.web.test.ts']) write(name, `it('${name}');`);
      const bundle = async (host: 'node' | 'web') =>
        readFileSync(await bundleTests({ host, testFolder: folder, outFolder: join(folder, 'out') }), 'utf8');
      const [node, web] = [await bundle('node'), await bundle('web')];
      for (const text of [node, web]) assert.ok(text.includes('it("deep/er/a.test.ts")'));
      assert.ok(node.includes('it("b.node.test.ts")') && !node.includes('it("c.web.test.ts")'));
      assert.ok(web.includes('it("c.web.test.ts")') && !web.includes('it("b.node.test.ts")'));
    }).timeout(20_000);
  });

  describe('the lock', () => {
    it('is taken over from a process that is gone, and given back', async () => {
      const gone = spawnSync(process.execPath, ['-e', '']).pid;
      const lock = write('lock', String(gone));
      assert.equal(await withLock(lock, 'waiting', async () => readFileSync(lock, 'utf8')), String(process.pid));
      assert.equal(existsSync(lock), false);
    });

    it('is given back when the work fails', async () => {
      const lock = join(folder, 'lock');
      await assert.rejects(
        withLock(lock, 'waiting', () => Promise.reject(new Error('broken'))),
        /broken/,
      );
      assert.equal(existsSync(lock), false);
    });
  });

  it('ends a server whose parent is gone', async function () {
    if (process.platform === 'win32') return this.skip();
    const guard = join(projectFolder, 'scripts', 'editor', 'exit-with-parent.cjs');
    const child = spawn(process.execPath, ['--require', guard, '-e', 'setInterval(() => {}, 1000)'], {
      env: { ...process.env, IDIOM_BRIDGE_EXIT_WITH_PARENT: '1' },
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    const ended = new Promise(done => child.once('exit', (_, signal) => done(signal)));
    // The end of the pipe is all that the server sees of its parent's death.
    child.stdin.end();
    assert.equal(await ended, 'SIGTERM');
  }).timeout(10_000);

  it('has a launcher that can be started as a program', () => {
    const launcher = join(projectFolder, 'scripts', 'editor', 'code-web.mjs');
    const { status, stderr } = spawnSync(launcher, [], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /usage: code-web\.mjs FOLDER/);
  }).timeout(20_000);
});
