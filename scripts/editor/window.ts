import { mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';

export interface WindowOptions {
  browser: Browser;
  /** The address from the running server. */
  url: string;
  /** Makes the window one of extension development. */
  development?: Development;
  /** In CSS pixels; 1280 by 800 without it. */
  size?: { width: number; height: number };
  /** Picture pixels for each CSS pixel; 1 without it. */
  scale?: number;
  /** Called with every line that VS Code logs. */
  onLog?(level: string, text: string): void;
  /** Called when the extension host has run its tests, with VS Code's logs. */
  onExit?(code: number, logs: WindowLog[]): void;
}

export interface Development {
  /** The extension's folder: what holds its package.json. */
  extensionPath: string;
  /** The script that the extension host is to run. */
  testsPath: string;
}

export interface WindowLog {
  relativePath: string;
  contents: string;
}

const workbench = '.monaco-workbench';
const quickInput = '.quick-input-widget:visible input.input';
const quickRow = '.quick-input-widget:visible .quick-input-list .monaco-list-row';

/** The hover that belongs to the code, and not one of the small labels of buttons. */
export const codeHover = '.monaco-resizable-hover .monaco-hover';

/** A window of VS Code, driven from outside. Every method throws when the window does not follow within its time. */
export interface EditorWindow {
  readonly page: Page;
  /** Opens a file of the workspace by Quick Open. */
  openFile(path: string): Promise<void>;
  /** Runs a command by its title in the Command Palette, as `Category: Title`. */
  runCommand(title: string): Promise<void>;
  /** Puts the cursor there; both count from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** Shows the hover for the place of the cursor, waits until it has text, and returns that. */
  showHover(): Promise<string>;
  /** Moves the mouse onto the cursor of the active editor, as soon as that stands at the place; both count from 1. */
  moveMouseToCursor(line: number, column: number, timeout?: number): Promise<void>;
  /** Drags the edge beside the side bar until that is so many pixels wide. */
  widenSideBar(width: number): Promise<void>;
  /** Waits until the window has taken over a theme. */
  waitForTheme(theme: Theme): Promise<void>;
  /** Writes a picture of the window as PNG. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export type Theme = 'dark' | 'light' | 'high-contrast';

/** The settings that choose a theme. */
export function themeSettings(theme: Theme): Record<string, string> {
  const names = {
    dark: 'Default Dark Modern',
    light: 'Default Light Modern',
    'high-contrast': 'Default High Contrast',
  };
  return { 'workbench.colorTheme': names[theme] };
}

/** Opens a window and waits until its workbench stands. Throws with what it sees instead when it does not come up. */
export async function openWindow(options: WindowOptions): Promise<EditorWindow> {
  const context = await options.browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    // The clipboard is the browser's, and asks for leave otherwise.
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  // VS Code calls these two when they are there; it is how its own tests run in a browser.
  await page.exposeFunction('codeAutomationLog', (level: string, args: unknown[]) =>
    options.onLog?.(level, args.map(each => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ')),
  );
  await page.exposeFunction('codeAutomationExit', (code: number, logs: WindowLog[]) =>
    options.onExit?.(code, logs ?? []),
  );
  await page.goto(await prepare(page, options));
  try {
    await page.waitForSelector(`${workbench} .part.statusbar .statusbar-item`, { timeout: 60_000 });
  } catch {
    const shown = (await page.locator('body').innerText()).trim().slice(0, 500);
    throw new Error(`VS Code's window did not come up. It shows: ${shown || '(nothing)'}`);
  }
  return drive(page);
}

/**
 * Returns the address to open. The workbench reads what is in development from the settings in its page, so these are
 * added to the page on its way. The documented way is a payload in the address, but a built VS Code heeds that only
 * when it is started for its own smoke tests, and then shows no notifications.
 */
async function prepare(page: Page, { url, development }: WindowOptions): Promise<string> {
  if (!development) return url;
  // The token is answered with a cookie and a redirect, and what follows a redirect cannot be changed on its way.
  await page.context().request.get(url);
  const address = new URL(url);
  address.searchParams.delete('tkn');
  const remote = (file: string) => ({
    scheme: 'vscode-remote',
    authority: address.host,
    path: pathToFileURL(resolve(file)).pathname,
  });
  const developmentOptions = {
    extensions: [remote(development.extensionPath)],
    extensionTestsPath: remote(development.testsPath),
  };
  await page.route(address.href, async route => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, start: string, escaped: string) => {
        const settings = JSON.parse(escaped.replaceAll('&quot;', '"')) as Record<string, object>;
        settings.developmentOptions = { ...settings.developmentOptions, ...developmentOptions };
        return `${start}${JSON.stringify(settings).replaceAll('"', '&quot;')}"`;
      },
    );
    await route.fulfill({ response, body });
  });
  return address.href;
}

/** The place of an element once it has stopped moving: an editor may still be scrolling. */
async function steadyBox(element: Locator): Promise<Box> {
  let before: Box = null;
  for (let tries = 0; tries < 50; tries++) {
    const box = await element.boundingBox();
    if (box && before && box.x === before.x && box.y === before.y) return box;
    before = box;
    await element.page().waitForTimeout(60);
  }
  return before;
}

type Box = Awaited<ReturnType<Locator['boundingBox']>>;

function drive(page: Page): EditorWindow {
  /**
   * What opens by itself while a window starts takes the focus, and a quick input closes then; so it is tried again.
   */
  async function insist(act: () => Promise<void>): Promise<void> {
    for (let triesLeft = 2; ; triesLeft--) {
      try {
        return await act();
      } catch (error) {
        if (triesLeft === 0) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** Where the mouse stays, something may light up or show its label. */
  function moveMouseAway(): Promise<void> {
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    return page.mouse.move(width / 2, height - 2);
  }

  async function pick(row: Locator): Promise<void> {
    await row.first().click({ timeout: 5000 });
    await moveMouseAway();
  }

  const window: EditorWindow = {
    page,
    openFile: path =>
      insist(async () => {
        await page.keyboard.press('ControlOrMeta+KeyP');
        await page.locator(quickInput).fill(path, { timeout: 5000 });
        await pick(page.locator(quickRow, { hasText: basename(path) }));
        await page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor({ timeout: 5000 });
        await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 5000 });
      }),
    runCommand: title =>
      insist(async () => {
        await page.keyboard.press('F1');
        await page.locator(quickInput).fill(`>${title}`, { timeout: 5000 });
        // The match is shown in pieces, so that the rows' labels are compared, not their texts.
        await pick(page.locator(`${quickRow}[aria-label^="${title.replaceAll('"', '\\"')}"]`));
      }),
    goTo: (line, column) =>
      insist(async () => {
        await page.keyboard.press('Control+KeyG');
        await page.locator(quickInput).fill(`:${line}:${column}`, { timeout: 5000 });
        await page.keyboard.press('Enter');
        await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor({ timeout: 5000 });
      }),
    async showHover() {
      const hover = page.locator(codeHover).filter({ hasText: /\S/, hasNotText: /^Loading\.\.\.$/ });
      // An extension that is still starting has no hover yet, and VS Code asks only once.
      for (let triesLeft = 8; ; triesLeft--) {
        await page.keyboard.press('ControlOrMeta+KeyK');
        await page.keyboard.press('ControlOrMeta+KeyI');
        try {
          await hover.first().waitFor({ timeout: 2500 });
          return await hover.first().innerText();
        } catch (error) {
          if (triesLeft === 0) throw error;
        }
      }
    },
    async moveMouseToCursor(line, column, timeout) {
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor({ timeout });
      const cursor = page.locator('.monaco-editor.focused .cursors-layer .cursor').first();
      await cursor.waitFor({ state: 'attached', timeout });
      const box = await steadyBox(cursor);
      if (!box) throw new Error('the cursor is not on the screen');
      // A hover comes only for a mouse that moves.
      await page.mouse.move(box.x + 40, box.y + box.height * 3);
      await page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 5 });
    },
    async widenSideBar(width) {
      const box = await page.locator('.part.sidebar').boundingBox();
      if (!box) throw new Error('the side bar is not on the screen');
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width, y);
      await page.mouse.down();
      await page.mouse.move(box.x + width, y, { steps: 5 });
      await page.mouse.up();
      await moveMouseAway();
    },
    async waitForTheme(theme) {
      const classes = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black' };
      await page.locator(`${workbench}.${classes[theme]}`).waitFor();
    },
    async screenshot(file) {
      mkdirSync(dirname(file), { recursive: true });
      await page.screenshot({ path: file });
    },
    close: () => page.context().close(),
  };
  return window;
}
