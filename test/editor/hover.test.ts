import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, openSample, positionOf, restoreSettings, setSetting } from './samples';
import { eventually, needsUi, ui } from './ui';

describe('the hover', () => {
  restoreSettings();

  it('writes a Flask route as a handler with the names of the file', async () => {
    const editor = await openSample('flask_app/app.py');
    const [text, ...more] = await eventually(
      () => hoversAt(editor, positionOf(editor, '@app.route("/")', 2)),
      found => found.length > 0,
    );
    assert.equal(more.length, 0, 'it is shown twice');
    assert.match(text!, /func helloWorld\(w http\.ResponseWriter, r \*http\.Request\)/);
    assert.match(text!, /"Hello, Python!"/);
    assert.match(text!, /net\/http/);
    assert.match(text!, /2026/);
  });

  it('writes a Go handler as a Flask route', async () => {
    const editor = await openSample('nethttp_server/main.go');
    const [text] = await eventually(
      () => hoversAt(editor, positionOf(editor, 'func helloWorld', 6)),
      found => found.length > 0,
    );
    assert.match(text!, /def hello_world\(\)/);
    assert.match(text!, /from flask import Flask/);
  });

  it('shows the innermost idiom and names those around it', async () => {
    const editor = await openSample('worker_pool/main.go');
    const [text] = await eventually(
      () => hoversAt(editor, positionOf(editor, 'defer wg.Done()', 2)),
      found => found.length > 0,
    );
    assert.match(text!, /^\*\*Cleaning up/);
    assert.match(text!, /inside: Starting something concurrent/);
  });

  it('is not shown in strings, in comments, and where there is no idiom', async () => {
    const editor = await openSample('flask_app/app.py');
    await eventually(
      () => hoversAt(editor, positionOf(editor, '@app.route("/")', 2)),
      found => found.length > 0,
    );
    assert.deepEqual(await hoversAt(editor, positionOf(editor, 'USERS = {', 2)), []);
  });

  it('survives a syntax error elsewhere in the file', async () => {
    const editor = await openSample('flask_app/app.py');
    await editor.edit(edit => edit.insert(new vscode.Position(editor.document.lineCount, 0), '\nd = {"a": \n'));
    const found = await eventually(
      () => hoversAt(editor, positionOf(editor, '@app.route("/")', 2)),
      hovers => hovers.length > 0,
    );
    assert.equal(found.length, 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is off with idiomBridge.hover.enabled, and for one language with its own switch', async () => {
    const editor = await openSample('flask_app/app.py');
    const route = (): Promise<string[]> => hoversAt(editor, positionOf(editor, '@app.route("/")', 2));
    await eventually(route, found => found.length > 0);
    await setSetting('hover.enabled', false);
    assert.deepEqual(await route(), []);
    await setSetting('hover.enabled', undefined);
    await setSetting('python.enabled', false);
    assert.deepEqual(await route(), []);
    const go = await openSample('nethttp_server/main.go');
    await eventually(
      () => hoversAt(go, positionOf(go, 'func helloWorld', 6)),
      found => found.length > 0,
    );
  });

  it('is muted by idiom, by domain, by file and by line', async () => {
    const editor = await openSample('flask_app/app.py');
    const route = (): Promise<string[]> => hoversAt(editor, positionOf(editor, '@app.route("/")', 2));
    await eventually(route, found => found.length > 0);
    for (const muted of ['web.flask-route', 'web']) {
      await setSetting('mute.idioms', [muted]);
      assert.deepEqual(await route(), [], muted);
    }
    await setSetting('mute.idioms', undefined);
    await setSetting('mute.files', ['**/flask_app/**']);
    assert.deepEqual(await route(), []);
    await setSetting('mute.files', undefined);
    await editor.edit(edit => edit.insert(positionOf(editor, '@app.route("/")'), '# idiom-bridge: off\n'));
    assert.deepEqual(await route(), []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  describe('on the screen', function () {
    needsUi();
    // The editor takes a hover back when the mouse is moved while a busy machine still answers.
    this.retries(2);

    it('comes up under the mouse, once, with links', async () => {
      const editor = await openSample('flask_app/app.py');
      const { line, character } = positionOf(editor, '@app.route("/")', 3);
      const text = await ui.hoverAt(line, character);
      assert.match(text, /HTTP route in Go/);
      assert.match(text, /func helloWorld/);
      assert.match(text, /Compare/);
      assert.match(text, /Copy/);
      assert.match(text, /Mute/);
      assert.equal(text.split('HTTP route in Go').length, 2, 'it is shown twice');
    });

    it('copies the counterpart with its imports by its link', async () => {
      const editor = await openSample('flask_app/app.py');
      const { line, character } = positionOf(editor, '@app.route("/")', 3);
      await ui.showHoverAt(line, character);
      await ui.click('.monaco-hover a:has-text("Copy")');
      const copied = await eventually(
        async () => vscode.env.clipboard.readText(),
        text => text.includes('func helloWorld'),
      );
      assert.match(copied, /"net\/http"/);
    });
  });
});
