import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const projectFolder = resolve(__dirname, '..', '..');

/** What is fetched or unpacked once and kept between runs; ignored by git. */
export const cacheFolder = join(projectFolder, '.vscode-test');

/** Where a run of the in-editor tests leaves its bundle, logs and pictures. */
export const testOutputFolder = join(projectFolder, 'out', 'editor-tests');

/** The sample workspace that `npm start` and the screenshots show. */
export const samplesFolder = join(projectFolder, 'samples');

/** Publisher and name of the extension in package.json. */
export const extensionId = 'idiom-bridge.idiom-bridge';

/** Makes the folder where it is missing and returns it. */
export function ensureFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes a new empty folder for one run and returns it. It is kept short, because desktop VS Code puts a socket into its
 * user data folder, and the name of a socket may not be longer than about a hundred characters.
 */
export function makeRunFolder(): string {
  return mkdtempSync(join(tmpdir(), 'idiom-bridge-'));
}
