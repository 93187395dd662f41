/** The side panel: follows the cursor, compares, lists the idioms of a file. */
import {
  Disposable,
  Selection,
  TextEditorRevealType,
  Uri,
  commands as editorCommands,
  window,
  type TextEditor,
  type WebviewView,
  type WebviewViewProvider,
} from 'vscode';
import { overviewModel, panelModel, type Hint, type IdiomService, type IdiomSummary } from '../../core';
import type { FromPage, ToPage } from '../../webview/messages';
import { commands, type HintPlace } from '../commands/names';
import type { Target } from '../commands/target';
import { languageOf, type Documents } from '../documents';
import { hintsAt, visibleHints, type VisibleHints } from '../hints';
import { pageHtml } from './page';

export const panelView = 'idiomBridge.comparison';

export class Panel implements WebviewViewProvider, Disposable {
  private view: WebviewView | undefined;
  private last: ToPage = { kind: 'empty', text: 'Open a Python or Go file.' };
  private place: HintPlace | undefined;
  private listed: Uri | undefined;
  /** The user asked for what is shown; a view that comes up only now must not show the cursor's idiom instead. */
  private asked = false;
  /** Only the newest request may show its answer. */
  private request = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable[] = [];

  constructor(
    private readonly service: IdiomService,
    private readonly documents: Documents,
    private readonly extensionUri: Uri,
  ) {}

  register(): Disposable {
    this.subscriptions.push(
      window.registerWebviewViewProvider(panelView, this),
      window.onDidChangeTextEditorSelection(event => this.followLater(event.textEditor)),
      window.onDidChangeActiveTextEditor(editor => this.followLater(editor)),
      this.documents.onDidChange(() => this.followLater(window.activeTextEditor)),
    );
    return this;
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    const root = Uri.joinPath(this.extensionUri, 'dist', 'webview');
    const media = Uri.joinPath(this.extensionUri, 'media');
    view.webview.options = { enableScripts: true, localResourceRoots: [root, media] };
    view.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    view.onDidDispose(() => (this.view = undefined));
    view.webview.html = pageHtml(view.webview, Uri.joinPath(root, 'panel.js'), Uri.joinPath(media, 'panel.css'));
    if (!this.asked) this.followLater(window.activeTextEditor);
  }

  /** Reveals the panel with a comparison of the user's own code. */
  async compare(target: Target): Promise<void> {
    this.asked = true;
    await this.reveal();
    await this.showHint(target.text.uri, target, ++this.request);
  }

  /** Reveals the panel with an idiom of the catalog. */
  async showIdiom(idiom: IdiomSummary): Promise<void> {
    this.asked = true;
    await this.reveal();
    this.request++;
    this.place = undefined;
    this.post(await panelModel(idiom, this.tokenize));
  }

  private async reveal(): Promise<void> {
    await editorCommands.executeCommand(`${panelView}.focus`, { preserveFocus: true });
  }

  private followLater(editor: TextEditor | undefined): void {
    if (!this.view?.visible || !editor || !languageOf(editor.document)) return;
    clearTimeout(this.timer);
    this.asked = false;
    // What the user asked to see meanwhile stays until the cursor moves again.
    const request = this.request;
    this.timer = setTimeout(() => {
      if (request === this.request) void this.follow(editor);
    }, 80);
  }

  private async follow(editor: TextEditor): Promise<void> {
    const request = ++this.request;
    const visible = await visibleHints(this.documents, editor.document);
    if (request !== this.request) return;
    if (!visible) {
      this.post({ kind: 'empty', text: 'Hints are switched off for this file.' });
      return;
    }
    const [hint] = await hintsAt(visible, editor.document.offsetAt(editor.selection.active));
    if (request !== this.request) return;
    if (hint && visible.settings.panelFollowsCursor) {
      const counterpart = await visible.document.counterpart(hint);
      await this.showHint(
        editor.document.uri,
        { text: editor.document, document: visible.document, hint, counterpart },
        request,
      );
    } else if (!hint) this.showOverview(editor, visible);
  }

  private async showHint(uri: Uri, target: Target, request: number): Promise<void> {
    const { hint, counterpart, text } = target;
    const code = text.getText().slice(hint.range.start, hint.range.end);
    const indent = text.lineAt(text.positionAt(hint.range.start).line).firstNonWhitespaceCharacterIndex;
    const model = await panelModel(hint.idiom, this.tokenize, { hint, code, indent, counterpart });
    if (request !== this.request) return;
    this.place = { uri: uri.toString(), offset: hint.range.start, idiom: hint.idiom.id };
    this.post(model);
  }

  private showOverview(editor: TextEditor, visible: VisibleHints): void {
    const { document } = editor;
    const shown: Hint[] = visible.hints;
    this.place = undefined;
    this.listed = document.uri;
    const name = document.uri.path.split('/').at(-1) ?? document.uri.path;
    this.post(overviewModel(name, shown, offset => document.positionAt(offset).line));
  }

  private readonly tokenize = (language: 'python' | 'go', code: string) => this.service.tokenize(language, code);

  private post(message: ToPage): void {
    this.last = message;
    void this.view?.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.post(this.last);
        break;
      case 'copy':
        if (this.place) await editorCommands.executeCommand(commands.copy, this.place);
        break;
      case 'mute':
        if (this.place) await editorCommands.executeCommand(commands.mute, this.place);
        break;
      case 'browse':
        await editorCommands.executeCommand(commands.browse);
        break;
      case 'go':
        if (this.listed) await goTo(this.listed, message.offset);
        break;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(...this.subscriptions).dispose();
  }
}

async function goTo(uri: Uri, offset: number): Promise<void> {
  const editor = await window.showTextDocument(uri, { preserveFocus: false });
  const position = editor.document.positionAt(offset);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
