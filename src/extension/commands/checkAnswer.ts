/** Check with Go, Check with Python: the translated file is compiled and linted; what is found stands in the source. */
import {
  commands as editorCommands,
  Diagnostic,
  DiagnosticSeverity,
  env,
  languages,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type Disposable,
  type TextDocument,
} from 'vscode';
import {
  languageNames,
  otherLanguage,
  type LanguageId,
  type Logger,
  type OffsetRange,
  type Translation,
} from '../../core';
import { MissingTool, sourceOf, type Checkers, type CheckResult } from '../checker';
import { languageOf, type Documents } from '../documents';
import { equivalentScheme, type Equivalents } from '../equivalents';
import { toRange } from '../hints';
import { executableFor } from '../settings';

export class AnswerCheck implements Disposable {
  private readonly diagnostics = languages.createDiagnosticCollection('idiom-bridge');
  private readonly subscription: Disposable;

  constructor(
    private readonly documents: Documents,
    private readonly equivalents: Equivalents,
    private readonly checkers: Checkers | undefined,
    private readonly log: Logger,
  ) {
    // What was found is about a text that is gone after an edit.
    this.subscription = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.diagnostics.delete(document.uri);
    });
  }

  /** Checks the answer in the active editor, or the answer for the file in it. */
  async run(target: LanguageId): Promise<void> {
    const refusal = this.refusal();
    if (refusal) return void window.showInformationMessage(refusal);
    const active = window.activeTextEditor?.document;
    const answer = active?.uri.scheme === equivalentScheme ? this.equivalents.answerOf(active.uri) : undefined;
    const source = answer ? workspace.textDocuments.find(open => isSame(open.uri, answer.source)) : active;
    const language = source && languageOf(source);
    if (!source || !language || language === target) {
      const from = languageNames[otherLanguage[target]];
      return void window.showInformationMessage(
        `Check with ${languageNames[target]} needs a ${from} file, or an answer for one.`,
      );
    }
    await this.check(source, target, answer?.range);
  }

  private refusal(): string | undefined {
    if (!this.checkers)
      return 'A browser cannot run Go or Python. Open the folder in VS Code on a desktop or a remote host to check.';
    if (!workspace.isTrusted)
      return 'Checking runs Go or Python on an answer for this code. Trust the workspace first.';
    return undefined;
  }

  private async check(source: TextDocument, target: LanguageId, range: OffsetRange | undefined): Promise<void> {
    const document = await this.documents.get(source);
    if (!document || !this.checkers) return;
    const checker = this.checkers[target];
    const version = source.version;
    // A part stands on what is around it, so the whole file is checked, and what belongs to the part is shown.
    const translation = await document.translate();
    const executable = await executableFor(target, source.uri);
    try {
      const result = await window.withProgress(
        {
          location: ProgressLocation.Notification,
          title: `Checking with ${languageNames[target]}…`,
          cancellable: true,
        },
        (_, token) => {
          const stop = new AbortController();
          token.onCancellationRequested(() => stop.abort());
          return checker(translation.code, { signal: stop.signal, ...(executable ? { executable } : {}) });
        },
      );
      if (source.version !== version) return;
      this.show(source, translation, result, range);
    } catch (error) {
      await this.explain(error, target);
    }
  }

  private show(
    source: TextDocument,
    translation: Translation,
    { tool, findings, note }: CheckResult,
    range: OffsetRange | undefined,
  ): void {
    const whole = { start: 0, end: 0 };
    const placed = findings
      .map(finding => ({ message: finding.message, at: sourceOf(translation, finding) ?? whole }))
      .filter(({ at }) => !range || (at.start < range.end && range.start < at.end));
    this.diagnostics.set(
      source.uri,
      placed.map(({ message, at }) => {
        const found = new Diagnostic(firstLine(source, at), message, DiagnosticSeverity.Warning);
        found.source = `Idiom Bridge, ${tool}`;
        return found;
      }),
    );
    const count =
      placed.length === 0 ? 'nothing found' : `${placed.length} ${placed.length === 1 ? 'problem' : 'problems'}`;
    const file = source.uri.path.split('/').at(-1) ?? '';
    this.equivalents.setChecked(source.uri, `${tool}: ${note ?? count}`);
    const message = note ? `${tool}: ${count}; ${note}.` : `${tool}: ${count} in the answer for ${file}.`;
    if (placed.length === 0) return void window.showInformationMessage(message);
    void window.showWarningMessage(message, 'Show Problems').then(chosen => {
      if (chosen) void window.showTextDocument(source, { selection: firstLine(source, placed[0]!.at) });
    });
  }

  private async explain(error: unknown, target: LanguageId): Promise<void> {
    if (error instanceof Error && error.name === 'AbortError') return;
    if (error instanceof MissingTool) {
      const setting = `idiomBridge.${target}.path`;
      const chosen = await window.showErrorMessage(
        `${error.message} Install it, or say where it is in the setting ${setting}.`,
        `Get ${error.tool}`,
        'Open Settings',
      );
      if (chosen === 'Open Settings') await editorCommands.executeCommand('workbench.action.openSettings', setting);
      else if (chosen) await env.openExternal(Uri.parse(error.address));
      return;
    }
    const words = error instanceof Error ? error.message : String(error);
    this.log.error(words);
    void window.showErrorMessage(`The check could not be run: ${words.split('\n')[0]}`);
  }

  dispose(): void {
    this.subscription.dispose();
    this.diagnostics.dispose();
  }
}

function isSame(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

/** The part of the range on its first line: a squiggle under a whole function says nothing. */
function firstLine(document: TextDocument, at: OffsetRange): ReturnType<typeof toRange> {
  const range = toRange(document, at);
  return range.isSingleLine ? range : range.with({ end: document.lineAt(range.start.line).range.end });
}
