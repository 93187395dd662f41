import { commands as editorCommands, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { createIdiomService, type IdiomService } from '../core';
import { browseIdioms } from './commands/browseIdioms';
import { copyEquivalent } from './commands/copyEquivalent';
import { muteIdiom } from './commands/muteIdiom';
import { commands } from './commands/names';
import { showEquivalent } from './commands/showEquivalent';
import { findTarget } from './commands/target';
import { Documents } from './documents';
import { Equivalents } from './equivalents';
import { HoverFeature } from './features/hover';
import { LensFeature } from './features/lens';
import { WorkspaceIdioms } from './features/workspaceIdioms';
import { createHost } from './host';
import { Panel } from './panel/panel';

/** What the tests of leaks look at. */
export interface ExtensionApi {
  liveTrees(): number;
}

export function activate(context: ExtensionContext): ExtensionApi {
  const log = window.createOutputChannel('Idiom Bridge', { log: true });
  context.subscriptions.push(log);
  try {
    const service = createIdiomService(createHost(context, log));
    wire(context, service, log);
    return { liveTrees: () => service.liveTrees() };
  } catch (error) {
    // The editor itself shows nothing when an activation fails.
    void window.showErrorMessage(
      `Idiom Bridge could not start: ${error instanceof Error ? error.message : String(error)}`,
    );
    throw error;
  }
}

function wire(context: ExtensionContext, service: IdiomService, log: LogOutputChannel): void {
  const documents = new Documents(service, log);
  const equivalents = new Equivalents(documents, log);
  const workspaceIdioms = new WorkspaceIdioms(service, log);
  const panel = new Panel(service, documents, context.extensionUri);
  const command = (id: string, run: (argument: unknown) => Promise<void>) => editorCommands.registerCommand(id, run);
  context.subscriptions.push(
    service,
    documents,
    equivalents,
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
    command(commands.copy, argument => copyEquivalent(documents, argument)),
    command(commands.browse, () => browseIdioms(service, panel)),
    command(commands.mute, argument => muteIdiom(documents, argument)),
  );
}
