import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

/**
 * Copies the extension as it would be packed into a folder, with a manifest that has `browser` and no `main`: in a
 * window with a remote side, VS Code takes the web worker only for an extension that has nothing else. That is how
 * vscode.dev runs it. Only packed files are there, so that a file which is missing from the package is missing in the
 * test as well.
 *
 * Throws when the manifest has no `browser`, or when the files to pack cannot be found.
 */
export async function makeWebOnlyCopy(extensionFolder: string, target: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(extensionFolder, 'package.json'), 'utf8')) as Record<string, unknown>;
  if (typeof manifest.browser !== 'string')
    throw new Error(`${extensionFolder}/package.json has no "browser" to run in a web worker.`);
  rmSync(target, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: extensionFolder, packageManager: PackageManager.None })) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(extensionFolder, file), join(target, file));
  }
  delete manifest.main;
  // A wish for the remote side would be granted before the web worker, where nothing would then be started.
  delete manifest.extensionKind;
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest, null, 2));
}
