/**
 * What the tests inside the extension host and the launcher outside of VS Code say to each other. Tests cannot touch
 * the window that they run in: they ask the launcher, which drives the browser, by a POST to a loopback address. It
 * works from the Node extension host as well as from the web worker, which knows nothing of files and environments;
 * both can read settings.
 */

/** The section of the user settings by which a run tells its tests what they need. */
export const settingsSection = 'idiomBridgeTests';

export interface TestRunSettings {
  /** Only tests whose full title matches this regular expression run. */
  grep?: string;
  /** Path of the file into which the tests write their outcome. A run without it has not run its tests. */
  resultFile: string;
  /** Folder for pictures of failures. */
  pictureFolder: string;
  /** Where the window is driven; missing on desktop VS Code, which nobody drives. */
  control?: { url: string; token: string };
}

export interface TestOutcome {
  passes: number;
  failures: number;
  pending: number;
}

/** Which webview is meant. Without `purpose` any of this extension's that is visible, the newest first. */
export interface WebviewChoice {
  /** `webviewView` for a view in a side bar or panel; `customEditor` for an editor; panels have none. */
  purpose?: string;
  /** `publisher.name` of the extension that made it; without it, this one. */
  extension?: string;
}

/**
 * One wish. Selectors are Playwright's (`.class`, `text=…`, `:has-text("…")`), and the first visible element counts.
 */
export type UiRequest =
  | { do: 'press'; key: string }
  | { do: 'type'; text: string }
  | { do: 'click'; selector: string; timeout?: number }
  | { do: 'moveTo'; selector: string; timeout?: number }
  /** Waits until the cursor is shown there, both counted from 1, and moves the mouse onto it. */
  | { do: 'moveToCursor'; line: number; column: number; timeout?: number }
  | { do: 'textOf'; selector: string; timeout?: number }
  | { do: 'allTexts'; selector: string }
  | { do: 'attribute'; selector: string; name: string; timeout?: number }
  | { do: 'waitFor'; selector: string; gone?: boolean; timeout?: number }
  | { do: 'runCommand'; title: string }
  | { do: 'screenshot'; file: string }
  | { do: 'frameText'; selector: string; webview?: WebviewChoice; timeout?: number }
  | { do: 'frameClick'; selector: string; webview?: WebviewChoice; timeout?: number }
  | { do: 'frameEval'; expression: string; webview?: WebviewChoice; timeout?: number }
  | { do: 'print'; text: string };

export type UiAnswer = { ok: true; value: unknown } | { ok: false; error: string };

/** How long a wish waits for what it needs, if it does not say. */
export const defaultUiTimeoutMs = 10_000;

/**
 * The column after a text as VS Code shows and takes it, counted from 1: a tab goes to the next multiple of the tab
 * size.
 */
export function shownColumn(textBefore: string, tabSize = 4): number {
  let column = 0;
  for (const character of textBefore) column += character === '\t' ? tabSize - (column % tabSize) : character.length;
  return column + 1;
}
