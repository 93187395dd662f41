import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultUiTimeoutMs, type UiAnswer, type UiRequest } from './protocol';
import { webviewFrames, webviewLocator } from './webviews';
import type { EditorWindow } from './window';

export interface ControlServer {
  url: string;
  token: string;
  /** The window that is driven from now on; wishes before that are refused. */
  drives(window: EditorWindow): void;
  dispose(): Promise<void>;
}

/**
 * Starts the server by which tests drive their own window. It listens on loopback only, and answers only to its token.
 */
export async function startControlServer(): Promise<ControlServer> {
  const token = randomBytes(16).toString('hex');
  let window: EditorWindow | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await answerTo(await readBody(request), token, window);
      // The web worker asks from another origin; with a plain text body a browser asks no leave before.
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token,
    drives: opened => (window = opened),
    dispose: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answerTo(body: string, token: string, window: EditorWindow | undefined): Promise<UiAnswer> {
  try {
    const { token: given, request } = JSON.parse(body) as { token?: string; request: UiRequest };
    if (!sameToken(given, token)) return { ok: false, error: 'wrong token' };
    if (request.do === 'print') {
      process.stdout.write(`${request.text}\n`);
      return { ok: true, value: undefined };
    }
    if (!window) return { ok: false, error: 'the window is not open yet' };
    return { ok: true, value: await fulfil(request, window) };
  } catch (error) {
    return { ok: false, error: plainMessage(error) };
  }
}

function sameToken(given: string | undefined, token: string): boolean {
  return given?.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}

async function fulfil(request: Exclude<UiRequest, { do: 'print' }>, window: EditorWindow): Promise<unknown> {
  const { page } = window;
  const timeout = 'timeout' in request ? (request.timeout ?? defaultUiTimeoutMs) : defaultUiTimeoutMs;
  const visible = (selector: string) => page.locator(selector).filter({ visible: true }).first();
  switch (request.do) {
    case 'press':
      return page.keyboard.press(request.key);
    case 'type':
      return page.keyboard.type(request.text);
    case 'click':
      return visible(request.selector).click({ timeout });
    case 'moveTo':
      return visible(request.selector).hover({ timeout });
    case 'moveToCursor':
      return window.moveMouseToCursor(request.line, request.column, timeout);
    case 'textOf':
      return visible(request.selector).innerText({ timeout });
    case 'allTexts':
      return page.locator(request.selector).filter({ visible: true }).allInnerTexts();
    case 'attribute':
      return visible(request.selector).getAttribute(request.name, { timeout });
    case 'waitFor':
      return visible(request.selector).waitFor({ state: request.gone ? 'hidden' : 'visible', timeout });
    case 'runCommand':
      return window.runCommand(request.title);
    case 'screenshot':
      return window.screenshot(request.file);
    case 'frameText':
      return (await webviewLocator(page, request.selector, request.webview, timeout)).innerText({ timeout });
    case 'frameClick':
      return (await webviewLocator(page, request.selector, request.webview, timeout)).click({ timeout });
    case 'frameEval': {
      await webviewLocator(page, 'body', request.webview, timeout);
      const [frame] = await webviewFrames(page, request.webview);
      if (!frame) throw new Error('the webview was closed');
      return frame.evaluate(request.expression);
    }
  }
}

/** Playwright colours its messages for terminals. */
function plainMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\x1b\[\d+m/g, '').trim();
}
