import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServer } from './install';
import { ensureFolder, makeRunFolder } from './paths';
import { disposeOnExit, killTree, tailOf } from './processes';
import { quietSettings, type Settings, settingsFile, writeSettings } from './settings';

export interface ServerOptions {
  /**
   * The folder of an extension that is to be installed, as it stands there: what is built later is taken at the next
   * reload.
   */
  extension?: string;
  /** The folder to open. */
  workspace: string;
  /** Where settings and state go; without it, into a temporary folder that `dispose` removes. */
  userDataDir?: string;
  /** Without it, a free port that the system chooses. */
  port?: number;
  /** Laid over the settings that are there; where there are none, over the quiet ones. */
  settings?: Settings;
}

export interface RunningServer {
  /** The address of a window with the workspace. */
  url: string;
  port: number;
  userDataDir: string;
  /** What the server prints. */
  logFile: string;
  /** The folder of VS Code's own logs, one folder per start. */
  logsFolder: string;
  /** Stops the server and its extension hosts. */
  dispose(): Promise<void>;
}

const startTimeoutMs = 60_000;

/**
 * Starts VS Code's server for a browser, on this machine's loopback address only and behind a token that is part of the
 * address. Resolves when it answers; throws with what it printed when it does not.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { node, serverMain } = await ensureServer();
  const ownFolder = makeRunFolder();
  const userDataDir = resolve(options.userDataDir ?? join(ownFolder, 'user'));
  const base = existsSync(settingsFile(userDataDir)) ? {} : quietSettings;
  if (options.settings || base === quietSettings) writeSettings(userDataDir, { ...base, ...options.settings });

  const extensionsFolder = ensureFolder(join(userDataDir, 'extensions'));
  listInstalled(extensionsFolder, options.extension);
  const serverData = ensureFolder(join(userDataDir, 'server'));
  const logFile = join(serverData, 'server.log');
  // In a file, and not an argument, since arguments can be read by everyone on the machine.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(serverData, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const child = spawn(
    node,
    [
      '--require',
      join(__dirname, 'exit-with-parent.cjs'),
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token-file', tokenFile],
      ...['--user-data-dir', userDataDir, '--server-data-dir', serverData],
      ...['--extensions-dir', extensionsFolder],
      ...[
        '--telemetry-level',
        'off',
        '--disable-telemetry',
        '--disable-workspace-trust',
        '--accept-server-license-terms',
      ],
    ],
    {
      // VS Code leaves its sockets behind; in the folder of this run they go with it.
      env: { ...environmentForServer(), IDIOM_BRIDGE_EXIT_WITH_PARENT: '1', XDG_RUNTIME_DIR: ownFolder },
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own process group, so that its extension hosts can be ended with it.
      detached: process.platform !== 'win32',
    },
  );
  const forget = disposeOnExit(() => {
    killTree(child);
    rmSync(ownFolder, { recursive: true, force: true, maxRetries: 3 });
  });
  const dispose = async () => {
    forget();
    await stop(child);
    rmSync(ownFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  try {
    const port = await portOf(child, logFile);
    await answers(port);
    const folder = pathToFileURL(resolve(options.workspace)).pathname;
    return {
      url: `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder })}`,
      port,
      userDataDir,
      logFile,
      logsFolder: join(userDataDir, 'logs'),
      dispose,
    };
  } catch (error) {
    const printed = tailOf(logFile);
    await dispose();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`VS Code's server did not start: ${reason}.\n${printed}`);
  }
}

/**
 * Writes the list of installed extensions; with the extension's own folder as its place, nothing has to be packed or
 * copied.
 */
function listInstalled(extensionsFolder: string, extension: string | undefined): void {
  const installed = [];
  if (extension !== undefined) {
    const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Record<string, string>;
    installed.push({
      identifier: { id: `${manifest.publisher}.${manifest.name}` },
      version: manifest.version,
      location: { $mid: 1, scheme: 'file', path: pathToFileURL(resolve(extension)).pathname },
    });
  }
  writeFileSync(join(extensionsFolder, 'extensions.json'), JSON.stringify(installed));
}

/** Settings of an editor that this process itself runs in would be taken for the server's own. */
function environmentForServer(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  // An empty gallery switches the marketplace off: the window asks nobody on the network.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

/** Resolves with the port once the server says that it listens; rejects when it ends or stays silent. */
function portOf(child: ChildProcess, logFile: string): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const log = createWriteStream(logFile);
    const timer = setTimeout(
      () => reject(new Error(`it was silent for ${startTimeoutMs / 1000} seconds`)),
      startTimeoutMs,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    let printed = '';
    const read = (chunk: Buffer) => {
      log.write(chunk);
      if (printed.length > 100_000) return;
      printed += chunk.toString();
      // The server stays alive without its port.
      if (/EADDRINUSE/.test(printed)) fail(new Error('another program uses this port'));
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (port) {
        clearTimeout(timer);
        resolvePort(Number(port));
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', fail);
    child.once('close', code => log.end(() => fail(new Error(`it ended with code ${code}`))));
  });
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    if (await answersOnce(port)) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('it does not answer on its port');
}

function answersOnce(port: number): Promise<boolean> {
  return new Promise(done => {
    const request = get({ host: '127.0.0.1', port, path: '/version', timeout: 5000 }, response => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.once('error', () => done(false));
    request.once('timeout', () => request.destroy());
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>(done => child.once('close', () => done()));
  killTree(child);
  const timer = setTimeout(() => killTree(child, 'SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
