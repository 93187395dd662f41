import { commands as editorCommands, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { createIdiomService, type IdiomService } from '../core';
import type { Checkers } from './checker';
import { browseIdioms } from './commands/browseIdioms';
import { AnswerCheck } from './commands/checkAnswer';
import { copyEquivalent } from './commands/copyEquivalent';
import { muteIdiom } from './commands/muteIdiom';
import { commands } from './commands/names';
import { showEquivalent } from './commands/showEquivalent';
import { findTarget } from './commands/target';
import { Documents } from './documents';
import { Equivalents } from './equivalents';
import { AnswerLensFeature } from './features/answerLens';
import { HoverFeature } from './features/hover';
import { LensFeature } from './features/lens';
import { WorkspaceIdioms } from './features/workspaceIdioms';
import { createHost } from './host';
import { Panel } from './panel/panel';

/** What the tests of leaks look at. */
export interface ExtensionApi {
  liveTrees(): number;
}

/** Starts the extension; `checkers` are absent where no program can be run. */
export function start(context: ExtensionContext, checkers: Checkers | undefined): ExtensionApi {
  const log = window.createOutputChannel('Idiom Bridge', { log: true });
  context.subscriptions.push(log);
  try {
    const service = createIdiomService(createHost(context, log));
    wire(context, service, log, checkers);
    return { liveTrees: () => service.liveTrees() };
  } catch (error) {
    // The editor itself shows nothing when an activation fails.
    void window.showErrorMessage(
      `Idiom Bridge could not start: ${error instanceof Error ? error.message : String(error)}`,
    );
    throw error;
  }
}

function wire(
  context: ExtensionContext,
  service: IdiomService,
  log: LogOutputChannel,
  checkers: Checkers | undefined,
): void {
  const documents = new Documents(service, log);
  const equivalents = new Equivalents(documents, log);
  const check = new AnswerCheck(documents, equivalents, checkers, log);
  const workspaceIdioms = new WorkspaceIdioms(service, log);
  const panel = new Panel(service, documents, context.extensionUri);
  const command = (id: string, run: (argument: unknown) => Promise<void>) => editorCommands.registerCommand(id, run);
  context.subscriptions.push(
    service,
    documents,
    equivalents,
    check,
    new AnswerLensFeature(equivalents, checkers !== undefined).register(),
    new HoverFeature(documents).register(),
    new LensFeature(documents, workspaceIdioms.onDidChange).register(),
    workspaceIdioms.register(),
    panel.register(),
    command(commands.showGo, () => showEquivalent(documents, equivalents, 'go')),
    command(commands.showPython, () => showEquivalent(documents, equivalents, 'python')),
    command(commands.compare, async argument => {
      const target = await findTarget(documents, argument);
      if (target) await panel.compare(target);
    }),
    command(commands.checkGo, () => check.run('go')),
    command(commands.checkPython, () => check.run('python')),
    command(commands.copy, argument => copyEquivalent(documents, argument)),
    command(commands.browse, () => browseIdioms(service, panel)),
    command(commands.mute, argument => muteIdiom(documents, argument)),
  );
}
