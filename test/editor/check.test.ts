import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerDocument, openSample, putCursor } from './samples';
import { eventually, needsUi, ui } from './ui';

/** In the web worker no program can be run. */
const inWorker = 'importScripts' in globalThis;

const lensOf = async (document: vscode.TextDocument): Promise<string> => {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    5,
  );
  return lenses.map(lens => lens.command?.title ?? '').join();
};

const problemsOf = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source?.startsWith('Idiom Bridge'));

async function openAnswer(text: string): Promise<{ source: vscode.TextDocument; answer: vscode.TextDocument }> {
  const source = await vscode.workspace.openTextDocument({ language: 'python', content: text });
  const editor = await vscode.window.showTextDocument(source);
  editor.selection = new vscode.Selection(0, 0, source.lineCount, 0);
  await vscode.commands.executeCommand('idiomBridge.showGoEquivalent');
  const answer = await eventually(() => answerDocument('.go'));
  await eventually(() => lensOf(answer!), Boolean);
  return { source, answer: answer! };
}

describe('the line above an answer', () => {
  afterEach(async () => {
    while (vscode.window.activeTextEditor) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('counts what is open, and offers the check where programs can be run', async () => {
    const { answer } = await openAnswer('import turtle\n\nturtle.forward(100)\nprint("done")\n');
    const lens = await lensOf(answer);
    assert.match(lens, /^1 gap/);
    assert.equal(lens.includes('Check with Go'), !inWorker, lens);
  });

  it('says so where nothing is open', async () => {
    const { answer } = await openAnswer('def twice(n: int) -> int:\n    return 2 * n\n\n\nprint(twice(4))\n');
    assert.match(await lensOf(answer), /^No gaps/);
  });

  describe('on the screen', () => {
    needsUi();

    it('checks the answer at a click, and tells what came of it', async function () {
      if (inWorker) return this.skip();
      // The first build of Go compiles what it imports.
      this.timeout(120_000);
      const editor = await openSample('flask_app/app.py');
      putCursor(editor, 'USERS = {');
      await vscode.commands.executeCommand('idiomBridge.showGoEquivalent');
      await ui.clickText('Check with Go', { timeout: 30_000 });
      const said = await eventually(
        () => ui.notifications(),
        texts => texts.some(text => text.includes('go vet, Go')),
        { timeout: 100_000 },
      );
      const answer = answerDocument('.go')!;
      await eventually(
        () => lensOf(answer),
        lens => lens.includes('go vet, Go'),
      );
      assert.equal(
        problemsOf(editor.document).length > 0,
        said.some(text => /\d problem/.test(text)),
      );
    });

    it('says in a browser why nothing can be checked', async function () {
      if (!inWorker) return this.skip();
      await openSample('flask_app/app.py');
      await vscode.commands.executeCommand('idiomBridge.checkWithGo');
      await eventually(
        () => ui.notifications(),
        texts => texts.some(text => text.includes('A browser cannot run Go')),
      );
    });
  });
});
