import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerDocument, openSample, putCursor, positionOf } from './samples';
import { eventually, needsUi, ui } from './ui';

describe('the commands', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Show Go Equivalent opens the whole file beside, read-only, in Go', async () => {
    const editor = await openSample('flask_app/app.py');
    putCursor(editor, 'USERS = {');
    await vscode.commands.executeCommand('idiomBridge.showGoEquivalent');
    const answer = await eventually(() => answerDocument('.go'));
    assert.equal(answer!.languageId, 'go');
    const text = await eventually(
      () => answer!.getText(),
      value => value.includes('package main'),
    );
    assert.match(text, /func helloWorld\(w http\.ResponseWriter, r \*http\.Request\)/);
    assert.match(text, /ListenAndServe\(":8080", nil\)/);
  });

  it('Show Go Equivalent takes the idiom at the cursor, and follows edits', async () => {
    const editor = await openSample('flask_app/app.py');
    putCursor(editor, '@app.route("/")', 2);
    await vscode.commands.executeCommand('idiomBridge.showGoEquivalent');
    const answer = await eventually(() => answerDocument('.go'));
    await eventually(
      () => answer!.getText(),
      text => text.includes('"Hello, Python!"'),
    );
    await editor.edit(edit => {
      const at = positionOf(editor, 'Hello, Python!');
      edit.replace(new vscode.Range(at, at.translate(0, 'Hello, Python!'.length)), 'Good morning');
    });
    await eventually(
      () => answer!.getText(),
      text => text.includes('"Good morning"'),
    );
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('Show Python Equivalent takes the selection', async () => {
    const editor = await openSample('worker_pool/main.go');
    const start = positionOf(editor, 'c.count[worker]++');
    editor.selection = new vscode.Selection(start, start.translate(0, 'c.count[worker]++'.length));
    await vscode.commands.executeCommand('idiomBridge.showPythonEquivalent');
    const answer = await eventually(() => answerDocument('.py'));
    assert.equal(answer!.languageId, 'python');
    const text = await eventually(
      () => answer!.getText(),
      value => value.includes('count['),
    );
    assert.ok(!text.includes('def main'), text);
  });

  it('Copy Equivalent puts the counterpart with its imports on the clipboard', async () => {
    const editor = await openSample('flask_app/app.py');
    putCursor(editor, '@app.route("/")', 2);
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('idiomBridge.copyEquivalent');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /import \(/);
    assert.match(text, /func helloWorld/);
  });

  describe('on the screen', () => {
    needsUi();

    it('Show Go Equivalent can be typed into the palette', async () => {
      const editor = await openSample('flask_app/app.py');
      putCursor(editor, 'USERS = {');
      await ui.runCommand('Idiom Bridge: Show Go Equivalent');
      await ui.waitFor('.tab:has-text("app.go")');
      await ui.waitFor('.view-line:has-text("package main")');
    });

    it('Browse Idioms finds an idiom by a word of the other language, and compares it', async () => {
      await openSample('flask_app/app.py');
      await ui.runCommand('Idiom Bridge: Browse Idioms');
      await ui.waitFor('.quick-input-widget .monaco-list-row');
      await ui.type('slices.Contains');
      await ui.waitFor('.quick-input-widget .monaco-list-row:has-text("Item in a list")');
      await ui.press('Enter');
      const text = await ui.frameText('main:has-text("list.contains")', { purpose: 'webviewView' });
      assert.match(text, /slices\.Contains/);
    });

    it('Mute This Idiom writes the setting that it names', async () => {
      const editor = await openSample('flask_app/app.py');
      putCursor(editor, '@app.route("/")', 2);
      await ui.runCommand('Idiom Bridge: Mute This Idiom');
      await ui.waitFor('.quick-input-widget .monaco-list-row:has-text("web.flask-route")');
      await ui.press('Enter');
      const muted = (): string[] => vscode.workspace.getConfiguration('idiomBridge').get('mute.idioms', []);
      await eventually(muted, value => value.includes('web.flask-route'));
      await vscode.workspace
        .getConfiguration('idiomBridge')
        .update('mute.idioms', undefined, vscode.ConfigurationTarget.Workspace);
    });
  });
});
