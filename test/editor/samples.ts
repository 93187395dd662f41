/** Opening the samples, and putting settings back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'idiom-bridge.idiom-bridge';

export async function openSample(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path), { viewColumn: vscode.ViewColumn.One });
}

/** The position of the first occurrence of a text in the active editor, `shift` characters into it. */
export function positionOf(editor: vscode.TextEditor, text: string, shift = 0): vscode.Position {
  const at = editor.document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in ${editor.document.uri.path}`);
  return editor.document.positionAt(at + shift);
}

export function putCursor(editor: vscode.TextEditor, text: string, shift = 0): vscode.Position {
  const position = positionOf(editor, text, shift);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

/** The Markdown of our own hovers at a position. */
export async function hoversAt(editor: vscode.TextEditor, position: vscode.Position): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    position,
  );
  return hovers
    .flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)))
    .filter(text => text.includes('idiomBridge.compare'));
}

export async function lensTitles(editor: vscode.TextEditor): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    editor.document.uri,
    100,
  );
  return lenses.flatMap(lens => (lens.command?.command === 'idiomBridge.compare' ? [lens.command.title] : []));
}

/** Changes a setting for the workspace; undefined puts it back. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('idiomBridge').update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Puts every setting of ours back after each test of a suite. */
export function restoreSettings(): void {
  afterEach(async () => {
    const inspect = vscode.workspace.getConfiguration('idiomBridge');
    for (const name of [
      'python.enabled',
      'go.enabled',
      'iKnow',
      'hover.enabled',
      'hover.quiet',
      'codeLens',
      'mute.idioms',
      'mute.files',
    ]) {
      if (inspect.inspect(name)?.workspaceValue !== undefined) await setSetting(name, undefined);
    }
  });
}

/** The document in which an answer stands, once it is open. */
export function answerDocument(ending: string): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors
    .map(editor => editor.document)
    .find(document => document.uri.scheme === 'idiom-bridge' && document.uri.path.endsWith(ending));
}
