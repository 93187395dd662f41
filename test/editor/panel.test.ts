import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openSample, putCursor } from './samples';
import { eventually, needsUi, ui } from './ui';

const panel = { purpose: 'webviewView' };

describe('the side panel', () => {
  needsUi();

  before(async () => {
    await openSample('flask_app/app.py');
    await vscode.commands.executeCommand('idiomBridge.comparison.focus');
  });

  it('lists the idioms of the file where there is none at the cursor, and goes to one', async () => {
    const editor = await openSample('flask_app/app.py');
    putCursor(editor, 'USERS = {');
    const text = await ui.frameText('main:has-text("Idioms in app.py")', panel);
    assert.match(text, /HTTP route/);
    await ui.frameClick('button:has-text("Program entry")', panel);
    await eventually(
      () => vscode.window.activeTextEditor?.selection.active.line,
      line => editor.document.lineAt(line ?? 0).text.startsWith('if __name__'),
    );
  });

  it('follows the cursor and shows both codes, traps, figures, home and sources', async () => {
    const editor = await openSample('flask_app/app.py');
    putCursor(editor, '@app.route("/")', 2);
    const text = await ui.frameText('main:has-text("web.flask-route")', panel);
    for (const part of [
      '@app.route("/")',
      'func helloWorld',
      'Traps',
      'Performance',
      'Python vs Go',
      'At home',
      'Sources',
    ]) {
      assert.ok(text.includes(part), `${part} is missing in:\n${text}`);
    }
    const coloured = await ui.frameEval<number>('document.querySelectorAll(".code .string").length', panel);
    assert.ok(coloured > 0, 'the code has no colours');
  });

  it('runs no script of its content, and loads nothing from elsewhere', async () => {
    const policy = await ui.frameEval<string>(
      'document.querySelector("meta[http-equiv=Content-Security-Policy]").content',
      panel,
    );
    assert.match(policy, /default-src 'none'/);
    assert.ok(!policy.includes('unsafe'), policy);
  });
});

describe('the trees of documents', () => {
  it('are gone when all documents are closed', async () => {
    const extension = vscode.extensions.getExtension<{ liveTrees(): number }>(extensionId)!;
    const api = await extension.activate();
    const editor = await openSample('flask_app/app.py');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, new vscode.Position(7, 3));
    assert.ok(api.liveTrees() > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // The editor keeps a closed document for a while; changing its language closes it at once.
    for (const document of vscode.workspace.textDocuments) {
      if (['python', 'go'].includes(document.languageId) && !document.isClosed) {
        await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      }
    }
    await eventually(() => api.liveTrees() === 0);
  });
});
