import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { disposeOnExit } from './processes';

/**
 * Runs `work` while no other process on this machine runs work with the same lock file. A lock whose process is gone is
 * taken over. Prints `waiting` once when it has to wait.
 */
export async function withLock<Result>(
  lockFile: string,
  waiting: string,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; !takeLock(lockFile); tries++) {
    if (tries === 0) console.log(`${waiting} …`);
    await new Promise(done => setTimeout(done, 500));
  }
  const unlock = () => rmSync(lockFile, { force: true });
  const forget = disposeOnExit(unlock);
  try {
    return await work();
  } finally {
    unlock();
    forget();
  }
}

function takeLock(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = ownerOf(lockFile);
    if (owner === undefined || isAlive(owner)) return false;
    rmSync(lockFile, { force: true });
    return takeLock(lockFile);
  }
}

/** The process that holds the lock; undefined in the instant between its making and its writing. */
function ownerOf(lockFile: string): number | undefined {
  try {
    const owner = Number(readFileSync(lockFile, 'utf8'));
    return owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
