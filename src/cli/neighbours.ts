/** Files beside the document, from the file system. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Neighbours } from '../core';

/** A neighbour larger than this is generated, or no source that anybody reads. */
const maxBytes = 1_000_000;
const maxFiles = 64;

/** Answers from the file system; what cannot be read is not there. URIs are absolute paths. */
export const fileNeighbours: Neighbours = {
  async sources({ uri, language, module }) {
    const folder = dirname(uri);
    if (language === 'go') {
      const names = (await list(folder)).filter(name => name.endsWith('.go') && join(folder, name) !== uri);
      return read(names.slice(0, maxFiles).map(name => join(folder, name)));
    }
    if (module === undefined) return [];
    const dots = /^\.*/.exec(module)![0].length;
    const base = resolve(folder, ...Array<string>(Math.max(0, dots - 1)).fill('..'));
    const path = join(base, ...module.slice(dots).split('.').filter(Boolean));
    return (await read([`${path}.py`, join(path, '__init__.py')])).slice(0, 1);
  },
  async project(uri, file) {
    for (let folder = dirname(uri); ; folder = dirname(folder)) {
      const [found] = await read([join(folder, file)]);
      if (found) return found.text;
      if (folder === dirname(folder)) return undefined;
    }
  },
};

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function read(paths: readonly string[]): Promise<{ uri: string; text: string }[]> {
  const found: { uri: string; text: string }[] = [];
  for (const path of paths) {
    try {
      const info = await stat(path);
      if (info.isFile() && info.size <= maxBytes) found.push({ uri: path, text: await readFile(path, 'utf8') });
    } catch {
      // Not there, or not ours to read: the facts go on without it.
    }
  }
  return found;
}
