import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktopCode, hasDisplay } from './editor/desktop';
import { cacheFolder, ensureFolder, projectFolder, samplesFolder } from './editor/paths';
import { startServer } from './editor/server';
import { quietSettings, settingsFile, writeSettings } from './editor/settings';

const usage = `Builds the extension and opens the samples with it in VS Code.

  npm start -- [options] [FOLDER]

  --web          in the browser, also where desktop VS Code is installed
  --port NUMBER  the port for the browser; a free one without it
  --no-build     takes what was built before

FOLDER is opened instead of the samples. IDIOM_BRIDGE_CODE names the desktop VS Code to take.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      web: { type: 'boolean' },
      port: { type: 'string' },
      'no-build': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new Error('--port takes a number from 1 to 65535.');
  const workspace = resolve(positionals[0] ?? samplesFolder);
  if (!existsSync(workspace)) throw new Error(`There is no folder ${workspace}.`);

  if (!values['no-build']) build();
  const code = values.web || !hasDisplay() ? undefined : findDesktopCode();
  if (code && (await openDesktop(code, workspace))) return;
  await openInBrowser(workspace, port);
}

function build(): void {
  const npmScript = process.env.npm_execpath;
  const underNpm = npmScript?.endsWith('npm-cli.js');
  const command = underNpm ? process.execPath : 'npm';
  const args = [...(underNpm && npmScript ? [npmScript] : []), 'run', '--silent', 'build'];
  const { status, error } = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    // On Windows npm is a batch file, which only a shell can start.
    shell: !underNpm && process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error('The build failed, so there is nothing to start.');
}

/**
 * Its own settings and no other extensions, so that the samples look the same everywhere and nothing of the user's is
 * touched.
 */
function userDataFolder(name: string): string {
  const folder = ensureFolder(join(cacheFolder, name));
  // Settings that were changed in the window are kept.
  if (!existsSync(settingsFile(folder)))
    writeSettings(folder, { ...quietSettings, 'workbench.startupEditor': 'readme' });
  return folder;
}

/** Opens a window of desktop VS Code. Resolves to false when it does not start; the browser is the way then. */
async function openDesktop(code: string, workspace: string): Promise<boolean> {
  const args = [
    workspace,
    '--new-window',
    `--extensionDevelopmentPath=${projectFolder}`,
    `--user-data-dir=${userDataFolder('start-desktop')}`,
    `--extensions-dir=${ensureFolder(join(cacheFolder, 'start-desktop', 'extensions'))}`,
    ...[
      '--disable-workspace-trust',
      '--disable-telemetry',
      '--skip-welcome',
      '--skip-release-notes',
      '--disable-updates',
    ],
    // Root is refused a window otherwise.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const shell = process.platform === 'win32';
  const child = spawn(shell ? `"${code}"` : code, args, { stdio: 'ignore', detached: true, shell });
  const failed = await new Promise<string | undefined>(done => {
    child.once('error', error => done(error.message));
    child.once('exit', status => done(status === 0 ? undefined : `it ended with code ${status}`));
    // The command hands over to the program and ends, but a program that is named stays.
    setTimeout(() => done(undefined), 4000);
  });
  if (failed) {
    console.log(`${code} did not start (${failed}); using the browser instead.`);
    return false;
  }
  child.unref();
  console.log(`Opened ${workspace} in ${code}. Close its window when you are done.`);
  return true;
}

async function openInBrowser(workspace: string, port: number | undefined): Promise<void> {
  const server = await startServer({
    extension: projectFolder,
    workspace,
    userDataDir: userDataFolder('start-browser'),
    port,
  });
  console.log(`\nReady: open ${server.url} in a browser; Ctrl+C here stops it.`);
  if (hasDisplay()) openDefaultBrowser(server.url);
}

/** Where this does not work the address is on the screen, so that failing is no error. */
function openDefaultBrowser(url: string): void {
  const [command = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['explorer', `"${url}"`]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true, shell: process.platform === 'win32' });
  child.on('error', () => undefined);
  child.unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
