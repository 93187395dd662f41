import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  workspace,
  type CancellationToken,
  type Event,
  type TextDocument,
} from 'vscode';
import { languageNames, otherLanguage, type Hint } from '../../core';
import { commands } from '../commands/names';
import type { Documents } from '../documents';
import { toRange, visibleHints } from '../hints';
import { section } from '../settings';

/** One lens above each declaration or launch that is an idiom; with `all`, above every idiom. */
export class LensFeature implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions: Disposable[] = [this.changed];

  constructor(
    private readonly documents: Documents,
    private readonly catalogChanged: Event<void>,
  ) {}

  register(): Disposable {
    this.subscriptions.push(
      languages.registerCodeLensProvider(['python', 'go'], {
        onDidChangeCodeLenses: this.changed.event,
        provideCodeLenses: (document, token) => this.provideCodeLenses(document, token),
      }),
      this.catalogChanged(() => this.changed.fire()),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(section)) this.changed.fire();
      }),
    );
    return this;
  }

  /** Empty where lenses are off, and in a language that the user knows. */
  async provideCodeLenses(text: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    const visible = await visibleHints(this.documents, text);
    if (!visible || token.isCancellationRequested) return [];
    const { settings, document } = visible;
    if (settings.codeLens === 'off' || settings.known.includes(document.language)) return [];
    const other = languageNames[otherLanguage[document.language]];
    const lines = new Map<number, Hint[]>();
    for (const hint of visible.hints) {
      if (settings.codeLens === 'declarations' && !hint.declares) continue;
      if (hint.idiom.level !== 'idiom') continue;
      const line = text.positionAt(hint.range.start).line;
      lines.set(line, [...(lines.get(line) ?? []), hint]);
    }
    return [...lines.values()].flatMap(hints =>
      hints.map(hint => {
        const range = toRange(text, hint.range);
        return new CodeLens(range.with({ end: range.start }), {
          title: `${other}: ${hint.idiom.title}`,
          tooltip: `Compare this ${hint.idiom.title} with its counterpart in ${other}`,
          command: commands.compare,
          arguments: [{ uri: text.uri.toString(), offset: hint.range.start, idiom: hint.idiom.id }],
        });
      }),
    );
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }
}
