import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  languages,
  Range,
  Uri,
  workspace,
  type DiagnosticCollection,
} from 'vscode';
import type { IdiomService, Logger } from '../../core';

const pattern = '**/.idioms/*.md';
const maxFiles = 500;

/** The idioms that a workspace brings in `.idioms`. A broken file costs that file only; its author sees why at the line. */
export class WorkspaceIdioms implements Disposable {
  private readonly problems: DiagnosticCollection = languages.createDiagnosticCollection('idiom-bridge');
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions: Disposable[] = [this.problems, this.changed];
  private any = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the catalog holds other idioms than before. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly service: IdiomService,
    private readonly log: Logger,
  ) {}

  register(): Disposable {
    const watcher = workspace.createFileSystemWatcher(pattern);
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.load(), 200);
    };
    this.subscriptions.push(
      watcher,
      watcher.onDidChange(later),
      watcher.onDidCreate(later),
      watcher.onDidDelete(later),
    );
    later();
    return this;
  }

  private async load(): Promise<void> {
    try {
      const files = await workspace.findFiles(pattern, '**/node_modules/**', maxFiles);
      // Most workspaces have none, and then nothing is to be done again.
      if (files.length === 0 && !this.any) return;
      this.any = files.length > 0;
      const texts = await Promise.all(
        files.map(async file => ({
          uri: file.toString(),
          text: new TextDecoder().decode(await workspace.fs.readFile(file)),
        })),
      );
      const problems = await this.service.setWorkspaceIdioms(texts);
      this.problems.clear();
      for (const file of new Set(problems.map(problem => problem.uri))) {
        const diagnostics = problems
          .filter(problem => problem.uri === file)
          .map(({ line, message }) => {
            const diagnostic = new Diagnostic(new Range(line, 0, line, 1000), message, DiagnosticSeverity.Error);
            diagnostic.source = 'Idiom Bridge';
            return diagnostic;
          });
        this.problems.set(Uri.parse(file), diagnostics);
      }
      if (files.length > 0)
        this.log.debug(`${files.length} idiom file(s) of the workspace, ${problems.length} problem(s)`);
      this.changed.fire();
    } catch (error) {
      this.log.error(
        `The workspace's idioms could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(...this.subscriptions).dispose();
  }
}
