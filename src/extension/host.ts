/** What the core asks of its host, answered by the editor: assets, neighbouring files, the log. */
import { FileType, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { createNeighbours, maxNeighbourBytes, type Host } from '../core';

export function createHost(context: ExtensionContext, log: LogOutputChannel): Host {
  return {
    assets: {
      read: async name => workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'assets', name)),
    },
    neighbours,
    log,
  };
}

const neighbours = createNeighbours<Uri>({
  placeOf: uri => Uri.parse(uri),
  uriOf: place => place.toString(),
  join: (folder, ...names) => Uri.joinPath(folder, ...names),
  list: async folder => {
    try {
      const entries = await workspace.fs.readDirectory(folder);
      return entries.flatMap(([name, type]) => (type & FileType.File ? [name] : []));
    } catch {
      return [];
    }
  },
  // Open buffers come before what is on disk.
  read: async file => {
    const open = workspace.textDocuments.find(document => document.uri.toString() === file.toString());
    if (open) return open.getText();
    try {
      if ((await workspace.fs.stat(file)).size > maxNeighbourBytes) return undefined;
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch {
      // Not there, or on a file system that is away: the facts go on without it.
      return undefined;
    }
  },
});
