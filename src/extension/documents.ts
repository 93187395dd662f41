/** Follows the editor's Python and Go documents, notebook cells among them, and keeps the core's in step. */
import { Disposable, EventEmitter, workspace, type TextDocument } from 'vscode';
import type { Document, IdiomService, LanguageId, Logger, TextChange } from '../core';
import { equivalentScheme } from './equivalents';

interface Followed {
  opened: Promise<Document | undefined>;
  /** Set once `opened` has resolved. */
  document?: Document;
  /** Changes that came while the document was being opened. */
  waiting: { changes: readonly TextChange[]; version: number }[];
}

/** The language of a document that has hints; undefined for all others, and for our own read-only answers. */
export function languageOf(document: TextDocument): LanguageId | undefined {
  if (document.uri.scheme === equivalentScheme) return undefined;
  return document.languageId === 'python' || document.languageId === 'go' ? document.languageId : undefined;
}

export class Documents implements Disposable {
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly subscription: Disposable;

  /** Fires after the core's document took a change. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly service: IdiomService,
    private readonly log: Logger,
  ) {
    this.subscription = Disposable.from(
      workspace.onDidOpenTextDocument(document => void this.get(document)),
      workspace.onDidCloseTextDocument(document => this.close(document)),
      workspace.onDidChangeTextDocument(event => {
        if (event.contentChanges.length === 0) return;
        const changes = event.contentChanges.map(change => ({
          start: change.rangeOffset,
          end: change.rangeOffset + change.rangeLength,
          text: change.text,
        }));
        this.change(event.document, changes);
      }),
    );
  }

  /** The core's document, in step with the editor's; undefined for other languages and where opening failed. */
  async get(document: TextDocument): Promise<Document | undefined> {
    const language = languageOf(document);
    if (!language || document.isClosed) return undefined;
    const uri = document.uri.toString();
    const known = this.followed.get(uri);
    if (known) return known.opened;
    const followed: Followed = {
      waiting: [],
      opened: this.service
        .open({ uri, language, text: document.getText(), version: document.version })
        .then(opened => {
          if (this.followed.get(uri) !== followed) {
            opened.dispose();
            return undefined;
          }
          for (const { changes, version } of followed.waiting) opened.change(changes, version);
          followed.document = opened;
          return opened;
        })
        .catch((error: unknown) => {
          this.log.error(`${uri} could not be opened: ${error instanceof Error ? error.message : String(error)}`);
          this.followed.delete(uri);
          return undefined;
        }),
    };
    this.followed.set(uri, followed);
    return followed.opened;
  }

  private change(document: TextDocument, changes: readonly TextChange[]): void {
    const followed = this.followed.get(document.uri.toString());
    if (!followed) return;
    if (followed.document) followed.document.change(changes, document.version);
    else followed.waiting.push({ changes, version: document.version });
    this.changed.fire(document);
  }

  private close(document: TextDocument): void {
    const uri = document.uri.toString();
    this.followed.get(uri)?.document?.dispose();
    this.followed.delete(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
    for (const { document } of this.followed.values()) document?.dispose();
    this.followed.clear();
  }
}
