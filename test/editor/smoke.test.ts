import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, needsUi, ui } from './ui';

const extensionId = 'idiom-bridge.idiom-bridge';

async function openSample(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

describe('VS Code with Idiom Bridge', () => {
  it('is a version that the manifest allows', () => {
    const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
    assert.ok(major === 1 && minor >= 100, vscode.version);
  });

  it('activates the extension when a Python file is opened', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    await openSample('flask_app/app.py');
    // VS Code activates it by itself: asking for it here would hide a wrong activation event.
    await eventually(() => extension.isActive);
    // One whose activation failed counts as active too, and tells only those who wait for it.
    await extension.activate();
  });

  describe('on the screen', () => {
    needsUi();

    it('shows the file that was opened', async () => {
      await openSample('nethttp_server/main.go');
      await ui.waitFor('.tab.active:has-text("main.go")');
      await ui.waitFor('.view-line:has-text("func helloWorld")');
    });
  });
});
