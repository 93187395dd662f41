import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder } from './paths';

export type Settings = Record<string, unknown>;

/** Settings that keep everything away from the window that is not the editor, the workspace and the extension. */
export const quietSettings: Settings = {
  'breadcrumbs.enabled': true,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'compact',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** The user's settings file inside a user data folder. */
export function settingsFile(userDataFolder: string): string {
  return join(userDataFolder, 'User', 'settings.json');
}

/** The settings in a user data folder; empty where there are none. Throws when the file is not JSON. */
export function readSettings(userDataFolder: string): Settings {
  const file = settingsFile(userDataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Settings) : {};
}

/** Lays `settings` over those in the user data folder; a running window takes them over within a moment. */
export function writeSettings(userDataFolder: string, settings: Settings): void {
  ensureFolder(join(userDataFolder, 'User'));
  const merged = { ...readSettings(userDataFolder), ...settings };
  writeFileSync(settingsFile(userDataFolder), `${JSON.stringify(merged, null, 2)}\n`);
}
