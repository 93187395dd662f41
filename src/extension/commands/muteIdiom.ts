import { ConfigurationTarget, window, workspace, type QuickPickItem } from 'vscode';
import type { Documents } from '../documents';
import { section } from '../settings';
import { findTarget } from './target';

interface MuteItem extends QuickPickItem {
  value: string;
}

/** Asks whether the idiom or its domain is meant, and writes it to the settings. */
export async function muteIdiom(documents: Documents, argument: unknown): Promise<void> {
  const target = await findTarget(documents, argument);
  if (!target) return;
  const { idiom } = target.hint;
  const items: MuteItem[] = [
    { label: `Mute "${idiom.title}"`, description: idiom.id, value: idiom.id },
    { label: `Mute everything in "${idiom.domain}"`, description: `${idiom.domain}.*`, value: idiom.domain },
  ];
  const picked = await window.showQuickPick(items, {
    placeHolder: 'A line is muted by the comment "idiom-bridge: off", a file by the setting idiomBridge.mute.files',
  });
  if (!picked) return;
  const configuration = workspace.getConfiguration(section, target.text.uri);
  const muted = configuration.get<string[]>('mute.idioms', []);
  const scope = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update('mute.idioms', [...new Set([...muted, picked.value])].sort(), scope);
  const undo = 'Undo';
  const answer = await window.showInformationMessage(`${picked.value} is muted.`, undo);
  if (answer === undo) await configuration.update('mute.idioms', muted, scope);
}
