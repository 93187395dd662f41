import * as vscode from 'vscode';
import {
  settingsSection,
  shownColumn,
  type TestRunSettings,
  type UiAnswer,
  type UiRequest,
  type WebviewChoice,
} from '../../scripts/editor/protocol';

export type { WebviewChoice };

/** How long a call may wait for what it needs; ten seconds without it. */
export interface Wait {
  timeout?: number;
}

/** The hover of the code, and not one of the small labels of buttons, once its providers have answered. */
const codeHover = '.monaco-resizable-hover .monaco-hover:not(:has-text("Loading..."))';

let settings: TestRunSettings | undefined;

/** What the runner handed to this run. Throws outside of a run. */
export function testRun(): TestRunSettings {
  // Read once: tests change settings, and may put all of them back.
  settings ??= vscode.workspace.getConfiguration().get<TestRunSettings>(settingsSection);
  if (!settings) throw new Error('There are no settings of a test run: start the tests with test/editor/run.ts.');
  return settings;
}

async function ask(request: UiRequest): Promise<unknown> {
  const { control } = testRun();
  if (!control) throw new Error('Nobody drives this window: use needsUi() in tests that touch it.');
  const response = await fetch(control.url, {
    method: 'POST',
    body: JSON.stringify({ token: control.token, request }),
  });
  const answer = (await response.json()) as UiAnswer;
  if (answer.ok) return answer.value;
  throw new Error(`ui.${request.do}: ${answer.error}`);
}

let printed: Promise<unknown> = Promise.resolve();

/**
 * Prints a line of the run; through the launcher where there is one, since VS Code would put its own lines between.
 * Resolves when the line has arrived; lines keep their order without waiting.
 */
export function print(text: string): Promise<void> {
  if (!testRun().control) console.log(text);
  else printed = printed.then(() => ask({ do: 'print', text })).catch(() => undefined);
  return allPrinted();
}

/** Resolves when all lines so far have arrived. */
export async function allPrinted(): Promise<void> {
  await printed;
}

/**
 * Skips the tests of a suite, loudly, where nobody drives the window: on desktop VS Code. Call it inside `describe`.
 */
export function needsUi(): void {
  before(async function () {
    if (ui.available()) return;
    await print(
      `    SKIPPED: "${this.test?.parent?.fullTitle()}" needs the driven window; run "npm run test:editor" for it.`,
    );
    this.skip();
  });
}

/**
 * Asks again and again until `isRight` holds, and returns that answer; what a person does reaches the extension host a
 * moment later. Throws with the last answer when it does not hold in time.
 */
export async function eventually<Value>(
  get: () => Value | PromiseLike<Value>,
  isRight: (value: Value) => boolean = Boolean,
  { timeout = 10_000 }: Wait = {},
): Promise<Value> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await get();
    if (isRight(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`not so within ${timeout} ms; the last answer was ${JSON.stringify(value)}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Takes a picture of the window where a test failed; does nothing where nobody drives the window. Never throws. */
export async function pictureOfFailure(title: string): Promise<void> {
  if (!ui.available()) return;
  const name = title.replace(/[^\w-]+/g, '-').slice(0, 100);
  try {
    await ui.screenshot(`${testRun().pictureFolder}/${name}.png`);
  } catch {
    // The failure itself is what counts.
  }
}

/**
 * The window, seen and used as a person does. Selectors are Playwright's: `.class`, `text=…`, `:has-text("…")`; the
 * first visible element counts. Every call throws when the element does not come within its time.
 */
export const ui = {
  /** Whether the window can be driven; not so on desktop VS Code. */
  available: (): boolean => testRun().control !== undefined,

  /** Presses a key or a chord, by Playwright's names: `Enter`, `ControlOrMeta+KeyP`. */
  press: (key: string) => ask({ do: 'press', key }) as Promise<void>,
  /** Types text into what has the focus. */
  type: (text: string) => ask({ do: 'type', text }) as Promise<void>,
  click: (selector: string, wait?: Wait) => ask({ do: 'click', selector, ...wait }) as Promise<void>,
  /** Clicks the element with this text, a CodeLens for example. */
  clickText: (text: string, wait?: Wait) => ask({ do: 'click', selector: `text=${text}`, ...wait }) as Promise<void>,
  /** Moves the mouse onto an element. */
  moveTo: (selector: string, wait?: Wait) => ask({ do: 'moveTo', selector, ...wait }) as Promise<void>,
  /** The text of an element as it stands on the screen. */
  textOf: (selector: string, wait?: Wait) => ask({ do: 'textOf', selector, ...wait }) as Promise<string>,
  /** The texts of all visible elements, at once and without waiting; empty when there is none. */
  allTexts: (selector: string) => ask({ do: 'allTexts', selector }) as Promise<string[]>,
  /** An attribute of an element; null when it has none of that name. */
  attribute: (selector: string, name: string, wait?: Wait) =>
    ask({ do: 'attribute', selector, name, ...wait }) as Promise<string | null>,
  /** Waits until an element is visible. */
  waitFor: (selector: string, wait?: Wait) => ask({ do: 'waitFor', selector, ...wait }) as Promise<void>,
  /** Waits until no element is visible. */
  waitForNone: (selector: string, wait?: Wait) =>
    ask({ do: 'waitFor', selector, gone: true, ...wait }) as Promise<void>,
  /** Types a command's title into the Command Palette, as `Category: Title`, and takes it. */
  runCommand: (title: string) => ask({ do: 'runCommand', title }) as Promise<void>,
  /** Writes a picture of the window as PNG; the path is absolute. */
  screenshot: (file: string) => ask({ do: 'screenshot', file }) as Promise<void>,

  /** The texts of the notifications that have come up and are not dismissed yet. */
  async notifications(): Promise<string[]> {
    await vscode.commands.executeCommand('notifications.showList');
    const texts = await ui.allTexts('.notifications-center .notification-list-item-message');
    await vscode.commands.executeCommand('notifications.hideList');
    return texts;
  },

  /** The text of an element inside a visible webview of this extension. */
  frameText: (selector = 'body', webview?: WebviewChoice, wait?: Wait) =>
    ask({ do: 'frameText', selector, webview, ...wait }) as Promise<string>,
  frameClick: (selector: string, webview?: WebviewChoice, wait?: Wait) =>
    ask({ do: 'frameClick', selector, webview, ...wait }) as Promise<void>,
  /** Evaluates a JavaScript expression in the page of a visible webview; what comes back must be JSON. */
  frameEval: <Value>(expression: string, webview?: WebviewChoice, wait?: Wait) =>
    ask({ do: 'frameEval', expression, webview, ...wait }) as Promise<Value>,

  /**
   * Puts the cursor of the active editor there and moves the mouse onto it; returns the text of the hover that comes
   * up.
   */
  async hoverAt(line: number, character: number, wait?: Wait): Promise<string> {
    const { document, options } = await placeCursor(line, character);
    const before = document.lineAt(line).text.slice(0, character);
    const column = shownColumn(before, Number(options.tabSize));
    await ask({ do: 'moveToCursor', line: line + 1, column, ...wait });
    return ui.hoverText(wait);
  },
  /** Asks for the hover at a place of the active editor by command, without the mouse; returns its text. */
  async showHoverAt(line: number, character: number, wait?: Wait): Promise<string> {
    await placeCursor(line, character);
    await vscode.commands.executeCommand('editor.action.showHover');
    return ui.hoverText(wait);
  },
  /** The text of the hover that stands on the screen now or comes up in time. */
  hoverText: (wait?: Wait) => ask({ do: 'textOf', selector: codeHover, ...wait }) as Promise<string>,
} as const;

/** Both count from 0, as in the API of VS Code. A hover of the place before goes away. */
async function placeCursor(line: number, character: number): Promise<vscode.TextEditor> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no text editor is active');
  await vscode.commands.executeCommand('editor.action.hideHover');
  const place = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
