/** The read-only documents in which answers open. They follow the edits of their source. */
import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace, type TextDocumentContentProvider } from 'vscode';
import { fileEndings, languageNames, type LanguageId, type Logger, type OffsetRange } from '../core';
import type { Documents } from './documents';

export const equivalentScheme = 'idiom-bridge';

const marks = { python: '#', go: '//' } as const;

interface Answer {
  source: Uri;
  /** Undefined for the whole file. Moved along with edits. */
  range: OffsetRange | undefined;
  /** Of what is shown; undefined until then. */
  counts?: { gaps: number; assumptions: number };
  /** What a check of this text said; undefined for a text that was not checked. */
  checked?: string | undefined;
}

export class Equivalents implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly described = new EventEmitter<void>();
  /** Fires when `answerOf` has something new to say. */
  readonly onDidDescribe = this.described.event;
  private readonly answers = new Map<string, Answer>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly documents: Documents,
    private readonly log: Logger,
  ) {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    this.subscriptions = Disposable.from(
      workspace.registerTextDocumentContentProvider(equivalentScheme, this),
      workspace.onDidChangeTextDocument(event => {
        for (const [key, answer] of this.answers) {
          if (answer.source.toString() !== event.document.uri.toString()) continue;
          for (const change of event.contentChanges) answer.range = follow(answer.range, change);
          answer.checked = undefined;
          clearTimeout(timers.get(key));
          // A pause in the typing, so that a half-typed line is not translated at each letter.
          timers.set(
            key,
            setTimeout(() => this.changed.fire(Uri.parse(key)), 150),
          );
        }
      }),
      workspace.onDidCloseTextDocument(document => this.answers.delete(document.uri.toString())),
    );
  }

  /** Where the answer is from and what is to be said of it; undefined for a document that is none. */
  answerOf(uri: Uri): Readonly<Answer> | undefined {
    return this.answers.get(uri.toString());
  }

  /** Says on every answer for the source what a check found. */
  setChecked(source: Uri, checked: string): void {
    for (const answer of this.answers.values()) {
      if (answer.source.toString() === source.toString()) answer.checked = checked;
    }
    this.described.fire();
  }

  /** Opens the answer for a range of the source, or for all of it, beside its editor. */
  async open(source: Uri, target: LanguageId, range: OffsetRange | undefined): Promise<void> {
    const file = source.path.split('/').at(-1) ?? 'answer';
    const stem = file.replace(/\.[^.]*$/, '');
    const uri = Uri.from({
      scheme: equivalentScheme,
      path: `/${stem}${fileEndings[target]}`,
      query: `${source.toString()}${range ? `#${range.start}-${range.end}` : ''}`,
    });
    this.answers.set(uri.toString(), { source, range });
    this.changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const answer = this.answers.get(uri.toString());
    const target: LanguageId = uri.path.endsWith('.go') ? 'go' : 'python';
    const comment = (text: string): string => `${marks[target]} ${text}\n`;
    const source = answer && workspace.textDocuments.find(open => open.uri.toString() === answer.source.toString());
    const document = source && (await this.documents.get(source));
    if (!answer || !document) return comment('The source of this answer is closed. Open it and ask again.');
    try {
      const translation = await document.translate(answer.range);
      answer.counts = { gaps: translation.gaps.length, assumptions: translation.assumptions.length };
      this.described.fire();
      const head = comment(`${languageNames[target]} for ${sourceName(answer.source)}`);
      const assumptions = translation.assumptions.map(text => comment(`  assumes: ${text}`)).join('');
      return `${head}${assumptions}\n${imports(target, translation.imports, answer.range !== undefined)}${translation.code}`;
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return comment('This could not be translated; the log of Idiom Bridge says why.');
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
    this.described.dispose();
  }
}

function sourceName(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

/** A whole file brings its imports; a fragment has them apart. */
function imports(target: LanguageId, lines: readonly string[], fragment: boolean): string {
  if (!fragment || lines.length === 0) return '';
  return `${lines.map(line => (target === 'go' ? `import ${line}` : line)).join('\n')}\n\n`;
}

/** Grows with edits inside it and moves with edits before it. */
function follow(
  range: OffsetRange | undefined,
  change: { rangeOffset: number; rangeLength: number; text: string },
): OffsetRange | undefined {
  if (!range) return undefined;
  const shift = change.text.length - change.rangeLength;
  const changeEnd = change.rangeOffset + change.rangeLength;
  if (changeEnd <= range.start) return { start: range.start + shift, end: range.end + shift };
  if (change.rangeOffset >= range.end) return range;
  return { start: Math.min(range.start, change.rangeOffset), end: Math.max(change.rangeOffset, range.end + shift) };
}
