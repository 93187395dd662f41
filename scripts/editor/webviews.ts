import type { Frame, Locator, Page } from 'playwright-core';
import { extensionId } from './paths';
import { defaultUiTimeoutMs, type WebviewChoice } from './protocol';

/**
 * The documents of the visible webviews that fit, the newest first. A webview is a frame in a frame: the outer one is
 * VS Code's own page and names the extension in its address, the inner one with the id `active-frame` holds what the
 * extension wrote; a second one beside it is a page that is still loading.
 */
export async function webviewFrames(page: Page, choice: WebviewChoice = {}): Promise<Frame[]> {
  const found: Frame[] = [];
  for (const outer of page.frames()) {
    if (!fits(outer.url(), choice)) continue;
    try {
      if (!(await (await outer.frameElement()).isVisible())) continue;
      for (const inner of outer.childFrames()) {
        if ((await (await inner.frameElement()).getAttribute('id')) === 'active-frame') found.unshift(inner);
      }
    } catch {
      // It was closed in the meantime.
    }
  }
  return found;
}

/** Waits for a webview that fits and has a visible element for the selector. Throws when none comes in time. */
export async function webviewLocator(
  page: Page,
  selector: string,
  choice?: WebviewChoice,
  timeout = defaultUiTimeoutMs,
): Promise<Locator> {
  const deadline = Date.now() + timeout;
  let seen = 0;
  do {
    const frames = await webviewFrames(page, choice);
    seen = frames.length;
    for (const frame of frames) {
      const locator = frame.locator(selector).filter({ visible: true }).first();
      try {
        if ((await locator.count()) > 0) return locator;
      } catch {
        // The page was replaced by a newer one; the next round finds that.
      }
    }
    await page.waitForTimeout(50);
  } while (Date.now() < deadline);
  throw new Error(
    seen === 0
      ? `no webview is visible${choice ? ` for ${JSON.stringify(choice)}` : ''}`
      : `no visible element for ${selector} in ${seen} webview(s) within ${timeout} ms`,
  );
}

function fits(address: string, { extension = extensionId, purpose }: WebviewChoice): boolean {
  if (!/\/webview\/browser\/pre\/index(-no-csp)?\.html/.test(address)) return false;
  const query = new URL(address).searchParams;
  return query.get('extensionId') === extension && (purpose === undefined || query.get('purpose') === purpose);
}
