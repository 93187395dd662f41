/** What the core asks of its host, answered by the editor: assets, neighbouring files, the log. */
import { FileType, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Host, Neighbours } from '../core';

/** A neighbour larger than this is generated, or no source that anybody reads. */
const maxBytes = 1_000_000;
const maxFiles = 64;

export function createHost(context: ExtensionContext, log: LogOutputChannel): Host {
  return {
    assets: {
      read: async name => workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'assets', name)),
    },
    neighbours,
    log,
  };
}

const neighbours: Neighbours = {
  async sources({ uri, language, module }) {
    const document = Uri.parse(uri);
    const folder = Uri.joinPath(document, '..');
    if (language === 'go') {
      const names = await list(folder);
      const files = names.filter(name => name.endsWith('.go')).map(name => Uri.joinPath(folder, name));
      return read(files.filter(file => file.toString() !== document.toString()).slice(0, maxFiles));
    }
    if (module === undefined) return [];
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const base = Uri.joinPath(folder, ...Array<string>(Math.max(0, dots - 1)).fill('..'));
    const path = Uri.joinPath(base, ...module.slice(dots).split('.').filter(Boolean));
    return (await read([path.with({ path: `${path.path}.py` }), Uri.joinPath(path, '__init__.py')])).slice(0, 1);
  },
  async project(uri, file) {
    for (let folder = Uri.joinPath(Uri.parse(uri), '..'); ; folder = Uri.joinPath(folder, '..')) {
      const [found] = await read([Uri.joinPath(folder, file)]);
      if (found) return found.text;
      if (folder.path === '/' || /^\/[a-z]:\/?$/i.test(folder.path)) return undefined;
    }
  },
};

/** Names of the files of a folder, sorted; none where it cannot be read. */
async function list(folder: Uri): Promise<string[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => (type & FileType.File ? [name] : [])).sort();
  } catch {
    return [];
  }
}

/** Open buffers come before what is on disk. What cannot be read is left out. */
async function read(files: readonly Uri[]): Promise<{ uri: string; text: string }[]> {
  const found: { uri: string; text: string }[] = [];
  for (const file of files) {
    const open = workspace.textDocuments.find(document => document.uri.toString() === file.toString());
    if (open) {
      found.push({ uri: file.toString(), text: open.getText() });
      continue;
    }
    try {
      if ((await workspace.fs.stat(file)).size > maxBytes) continue;
      found.push({ uri: file.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(file)) });
    } catch {
      // Not there, or on a file system that is away: the facts go on without it.
    }
  }
  return found;
}
