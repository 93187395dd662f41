/** The read-only documents in which answers open. They follow the edits of their source. */
import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace, type TextDocumentContentProvider } from 'vscode';
import type { LanguageId, Logger, OffsetRange } from '../core';
import type { Documents } from './documents';

export const equivalentScheme = 'idiom-bridge';

const endings = { python: '.py', go: '.go' } as const;
const marks = { python: '#', go: '//' } as const;
const names = { python: 'Python', go: 'Go' } as const;

interface Answer {
  source: Uri;
  /** Undefined for the whole file. Moved along with edits. */
  range: OffsetRange | undefined;
}

export class Equivalents implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
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

  /** Opens the answer for a range of the source, or for all of it, beside its editor. */
  async open(source: Uri, target: LanguageId, range: OffsetRange | undefined): Promise<void> {
    const file = source.path.split('/').at(-1) ?? 'answer';
    const stem = file.replace(/\.[^.]*$/, '');
    const uri = Uri.from({
      scheme: equivalentScheme,
      path: `/${stem}${endings[target]}`,
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
      const counts = [
        count(translation.gaps.length, 'gap'),
        count(translation.assumptions.length, 'assumption'),
      ].filter(Boolean);
      const head = comment(
        `${names[target]} for ${sourceName(answer.source)}${counts.length > 0 ? ` · ${counts.join(' · ')}` : ''}`,
      );
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
  }
}

function count(n: number, what: string): string {
  return n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`;
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
