import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { testOutputFolder } from './paths';
import { shownColumn, type WebviewChoice } from './protocol';
import { startServer } from './server';
import type { Settings } from './settings';
import { webviewLocator } from './webviews';
import { type EditorWindow, openWindow, type Theme, themeSettings } from './window';

/** One thing that a person would do. */
export type Action =
  /** Puts the cursor before a text of the file; `part` counts its occurrences from 0. */
  | { do: 'placeCursor'; at: string; part?: number }
  | { do: 'showHover' }
  /** Runs a command by its title in the Command Palette, as `Category: Title`. */
  | { do: 'runCommand'; title: string }
  | { do: 'openFile'; path: string }
  | { do: 'press'; key: string }
  | { do: 'type'; text: string }
  /** Clicks the first visible element; a Playwright selector. */
  | { do: 'click'; selector: string }
  | { do: 'clickInWebview'; selector: string; webview?: WebviewChoice }
  /** Waits until the element is visible. */
  | { do: 'waitFor'; selector: string }
  | { do: 'waitForWebview'; selector: string; webview?: WebviewChoice }
  /** Drags the edge beside the side bar until that is so many pixels wide. */
  | { do: 'widenSideBar'; to: number }
  | { do: 'pause'; milliseconds: number };

export interface Scenario {
  /** The picture's file name without `.png`. */
  name: string;
  theme: Theme;
  /** The file to open, in the workspace. */
  file: string;
  actions: Action[];
  /** Settings for this picture. */
  settings?: Settings;
  size?: { width: number; height: number };
}

export interface PictureOptions {
  extension: string;
  workspace: string;
  scenarios: Scenario[];
  outFolder: string;
  scale: number;
}

/**
 * Takes a picture for each scenario, each in a new VS Code, so that none sees what another left. Throws at the first
 * that fails.
 */
export async function takePictures({ scenarios, outFolder, ...rest }: PictureOptions): Promise<void> {
  const { browser, description } = await launchBrowser();
  console.log(`Browser: ${description}`);
  try {
    for (const scenario of scenarios) {
      const server = await startServer({
        ...rest,
        settings: { ...themeSettings(scenario.theme), ...scenario.settings },
      });
      try {
        const window = await openWindow({ browser, url: server.url, size: scenario.size, scale: rest.scale });
        await playAndShoot(scenario, window, rest.workspace, outFolder);
        await window.close();
      } finally {
        await server.dispose();
      }
    }
  } finally {
    await browser.close();
  }
}

async function playAndShoot(scenario: Scenario, window: EditorWindow, workspace: string, outFolder: string) {
  const file = join(outFolder, `${scenario.name}.png`);
  try {
    await play(scenario, window, workspace);
    await window.screenshot(file);
    console.log(file);
  } catch (error) {
    const seen = join(testOutputFolder, 'failures', `${scenario.name}.png`);
    await window.screenshot(seen);
    throw new Error(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}\nThe window: ${seen}`);
  }
}

async function play({ theme, file, actions }: Scenario, window: EditorWindow, workspace: string): Promise<void> {
  await window.waitForTheme(theme);
  await window.openFile(file);
  let current = file;
  for (const action of actions) {
    await perform(action, window, join(workspace, current));
    if (action.do === 'openFile') current = action.path;
  }
  await settle(window);
}

async function perform(action: Action, window: EditorWindow, file: string): Promise<unknown> {
  const { page } = window;
  const visible = (selector: string) => page.locator(selector).filter({ visible: true }).first();
  switch (action.do) {
    case 'placeCursor': {
      const { line, column } = placeOf(action.at, readFileSync(file, 'utf8'), action.part);
      return window.goTo(line, column);
    }
    case 'showHover':
      return window.showHover();
    case 'runCommand':
      return window.runCommand(action.title);
    case 'openFile':
      return window.openFile(action.path);
    case 'press':
      return page.keyboard.press(action.key);
    case 'type':
      return page.keyboard.type(action.text);
    case 'click':
      return visible(action.selector).click();
    case 'clickInWebview':
      return (await webviewLocator(page, action.selector, action.webview)).click();
    case 'waitFor':
      return visible(action.selector).waitFor();
    case 'waitForWebview':
      return webviewLocator(page, action.selector, action.webview);
    case 'widenSideBar':
      return window.widenSideBar(action.to);
    case 'pause':
      return page.waitForTimeout(action.milliseconds);
  }
}

/**
 * The place of a text as Go to Line takes it, counted from 1; `part` chooses among several, from 0. Throws when the
 * text has no such occurrence.
 */
export function placeOf(searched: string, text: string, part = 0): { line: number; column: number } {
  let offset = -1;
  for (let seen = 0; seen <= part; seen++) {
    offset = text.indexOf(searched, offset + 1);
    if (offset < 0) throw new Error(`the file does not have ${JSON.stringify(searched)} ${part + 1} times`);
  }
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: shownColumn(before.at(-1)!) };
}

/** Waits until two pictures in a row are equal: colours, lenses and fonts arrive one after the other. */
async function settle({ page }: EditorWindow): Promise<void> {
  let before: Buffer | undefined;
  for (let tries = 0; tries < 20; tries++) {
    const now = await page.screenshot();
    if (before?.equals(now)) return;
    before = now;
    await page.waitForTimeout(300);
  }
}
