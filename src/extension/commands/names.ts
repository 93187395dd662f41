/** The ids of the commands, and how a place in a document travels to them. */
import type { Uri } from 'vscode';

export const commands = {
  showGo: 'idiomBridge.showGoEquivalent',
  showPython: 'idiomBridge.showPythonEquivalent',
  compare: 'idiomBridge.compare',
  checkGo: 'idiomBridge.checkWithGo',
  checkPython: 'idiomBridge.checkWithPython',
  copy: 'idiomBridge.copyEquivalent',
  browse: 'idiomBridge.browseIdioms',
  mute: 'idiomBridge.muteIdiom',
} as const;

/** What the links of a hover may call. */
export const hoverCommands: string[] = [commands.compare, commands.copy, commands.mute];

/** A hint as a command's argument: the document, an offset inside, and the idiom. Plain data, since it goes through links. */
export interface HintPlace {
  uri: string;
  /** Absolute UTF-16 offset. */
  offset: number;
  idiom: string;
}

export function commandLink(command: string, place: HintPlace): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([place]))}`;
}

/** The argument if it is a place; commands are called from menus with a Uri too, and by others with anything. */
export function asPlace(argument: unknown): HintPlace | undefined {
  const place = argument as Partial<HintPlace> | Uri | undefined;
  return place && 'offset' in place && typeof place.uri === 'string' && typeof place.idiom === 'string'
    ? (place as HintPlace)
    : undefined;
}
