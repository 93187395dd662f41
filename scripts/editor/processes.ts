import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';

/** Ends one thing that was started. It may be called more than once. */
export type Dispose = () => void | Promise<void>;

const openThings = new Set<Dispose>();
let listening = false;

/**
 * Makes sure that `dispose` runs when this process ends, also by Ctrl+C. What comes back takes it off the list again.
 * A process that is killed outright runs nothing: `exit-with-parent.cjs` covers the server for that case.
 */
export function disposeOnExit(dispose: Dispose): () => void {
  openThings.add(dispose);
  if (!listening) {
    listening = true;
    process.on('exit', () => openThings.forEach(each => void each()));
    const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
    for (const [signal, code] of Object.entries(codes)) {
      process.on(signal, () => {
        // Node does not wait for promises on exit, so there is a moment for those that close a browser or remove a
        // folder.
        const closing = Promise.allSettled([...openThings].map(each => each()));
        void Promise.race([closing, new Promise(done => setTimeout(done, 3000))]).then(() => process.exit(code));
      });
    }
  }
  return () => void openThings.delete(dispose);
}

/** Ends a process that was started with `detached`, and all that it started. Does nothing when it has ended already. */
export function killTree(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in between.
  }
}

export interface LoggedCommand {
  command: string;
  args: string[];
  cwd: string;
  /** What the command prints is added to this file. */
  logFile: string;
  env?: NodeJS.ProcessEnv;
  shell?: boolean;
}

/**
 * Runs a command to its end with its output in a file; resolves with the exit code, and rejects when it cannot be
 * started.
 */
export function runLogged({ command, args, cwd, logFile, env, shell }: LoggedCommand): Promise<number> {
  return new Promise((resolve, reject) => {
    const log = createWriteStream(logFile, { flags: 'a' });
    log.write(`\n> ${[command, ...args].join(' ')}\n`);
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env, shell, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    const forget = disposeOnExit(() => killTree(child));
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('error', error => {
      forget();
      log.end(() => reject(error));
    });
    child.once('close', code => {
      forget();
      log.end(() => resolve(code ?? 1));
    });
  });
}

/** The last lines of a text file; empty when there is no such file. */
export function tailOf(file: string, lines = 20): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
