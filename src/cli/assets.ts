import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '../core/syntax/parser';

/** Assets from a folder of the file system. `read` rejects with the path where a file is missing. */
export function assetsFromFolder(folder: string): Assets {
  return { read: async name => new Uint8Array(await readFile(join(folder, name))) };
}
