/** Every setting is read here, typed; package.json declares them. */
import { extensions, workspace, type Uri } from 'vscode';
import type { LanguageId } from '../core';

export const section = 'idiomBridge';

export interface Settings {
  /** Hints for this language at all. */
  enabled: boolean;
  hover: boolean;
  /** Idioms of the level `quiet` are hovered too. */
  hoverQuiet: boolean;
  codeLens: 'off' | 'declarations' | 'all';
  /** Languages that need no lenses. */
  known: readonly LanguageId[];
  panelFollowsCursor: boolean;
  /** Ids and domains. */
  mutedIdioms: readonly string[];
  /** Globs of files without hints, as the editor's own `files.exclude` writes them. */
  mutedFiles: readonly string[];
}

/** The settings for a document. */
export function readSettings(resource: Uri | undefined, language: LanguageId): Settings {
  const values = workspace.getConfiguration(section, resource);
  const iKnow = values.get<string>('iKnow', 'neither');
  return {
    enabled: values.get(`${language}.enabled`, true),
    hover: values.get('hover.enabled', true),
    hoverQuiet: values.get('hover.quiet', false),
    codeLens: values.get<Settings['codeLens']>('codeLens', 'declarations'),
    known: iKnow === 'both' ? ['python', 'go'] : iKnow === 'python' || iKnow === 'go' ? [iKnow] : [],
    panelFollowsCursor: values.get('panel.followCursor', true),
    mutedIdioms: values.get<string[]>('mute.idioms', []),
    mutedFiles: values.get<string[]>('mute.files', []),
  };
}

/** The part of the Python extension's interface that says which interpreter was chosen. */
interface PythonExtension {
  environments?: { getActiveEnvironmentPath?(resource?: Uri): { path?: string } };
}

/** The program for a language: the setting's, else for Python the interpreter that the Python extension has chosen. */
export async function executableFor(language: LanguageId, resource: Uri): Promise<string | undefined> {
  const set = workspace.getConfiguration(section).get<string>(`${language}.path`, '').trim();
  if (set || language === 'go') return set || undefined;
  const extension = extensions.getExtension<PythonExtension>('ms-python.python');
  try {
    const chosen = (await extension?.activate())?.environments?.getActiveEnvironmentPath?.(resource).path;
    // A bare `python` says that nothing was chosen.
    return chosen && /[\\/]/.test(chosen) ? chosen : undefined;
  } catch {
    return undefined;
  }
}
