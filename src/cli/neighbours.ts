/** Files beside the document, from the file system. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createNeighbours, maxNeighbourBytes } from '../core';

/** URIs are absolute paths. */
export const fileNeighbours = createNeighbours<string>({
  placeOf: path => path,
  uriOf: path => path,
  join,
  list: async folder => {
    try {
      return await readdir(folder);
    } catch {
      return [];
    }
  },
  read: async path => {
    try {
      const info = await stat(path);
      return info.isFile() && info.size <= maxNeighbourBytes ? await readFile(path, 'utf8') : undefined;
    } catch {
      // Not there, or not ours to read: the facts go on without it.
      return undefined;
    }
  },
});
