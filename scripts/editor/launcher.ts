import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchBrowser } from './browser';
import { type ControlServer, startControlServer } from './control';
import { makeRunFolder, testOutputFolder } from './paths';
import { settingsSection, type TestRunSettings } from './protocol';
import { type RunningServer, startServer } from './server';
import { readSettings, writeSettings } from './settings';
import { type EditorWindow, openWindow, type WindowLog } from './window';

/** The whole run, from the start of the server to the end of the last test; IDIOM_BRIDGE_TEST_SECONDS changes it. */
const secondsForAll = Number(process.env.IDIOM_BRIDGE_TEST_SECONDS) || 300;

/** The arguments of desktop VS Code that a test run gives; all others are about the desktop and are passed over. */
interface Arguments {
  workspace: string;
  extensionDevelopmentPath: string;
  extensionTestsPath: string;
  userDataDir?: string;
}

void main().then(code => process.exit(code));

async function main(): Promise<number> {
  const closing: (() => unknown)[] = [];
  try {
    return await runTests(readArguments(process.argv.slice(2)), closing);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function readArguments(given: string[]): Arguments {
  const option = (name: string) => given.find(each => each.startsWith(`--${name}=`))?.slice(name.length + 3);
  const workspace = given.find(each => !each.startsWith('-'));
  const extensionDevelopmentPath = option('extensionDevelopmentPath');
  const extensionTestsPath = option('extensionTestsPath');
  if (!workspace || !extensionDevelopmentPath || !extensionTestsPath) {
    throw new Error(
      'usage: code-web.mjs FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE [--user-data-dir=FOLDER]',
    );
  }
  return { workspace, extensionDevelopmentPath, extensionTestsPath, userDataDir: option('user-data-dir') };
}

async function runTests(given: Arguments, closing: (() => unknown)[]): Promise<number> {
  const userDataDir = given.userDataDir ?? makeRunFolder();
  const control = await startControlServer();
  closing.push(() => control.dispose());
  handOver(control, userDataDir);

  const server = await startServer({ workspace: given.workspace, userDataDir });
  closing.push(() => server.dispose());
  const { browser, description } = await launchBrowser();
  closing.push(() => browser.close());
  console.log(`VS Code in a browser without a window (${description})`);

  const seen: string[] = [];
  let ended: ((outcome: { code: number; logs: WindowLog[] }) => void) | undefined;
  const end = new Promise<{ code: number; logs: WindowLog[] }>(done => (ended = done));
  const window = await openWindow({
    browser,
    url: server.url,
    development: { extensionPath: given.extensionDevelopmentPath, testsPath: given.extensionTestsPath },
    onLog: (level, text) => seen.push(`[${level}] ${text}`),
    onExit: (code, logs) => ended?.({ code, logs }),
  });
  control.drives(window);

  const timer = new Promise<undefined>(done => setTimeout(() => done(undefined), secondsForAll * 1000).unref());
  const outcome = await Promise.race([end, timer]);
  if (outcome === undefined) console.error(`\nThe tests did not end within ${secondsForAll} seconds.`);
  const code = outcome?.code ?? 1;
  if (code !== 0) await keepForDiagnosis(window, server, seen, outcome?.logs ?? []);
  return code;
}

/** Puts the address of the control server where the tests find it. */
function handOver({ url, token }: ControlServer, userDataDir: string): void {
  const before = readSettings(userDataDir)[settingsSection] as TestRunSettings | undefined;
  writeSettings(userDataDir, { [settingsSection]: { ...before, control: { url, token } } });
}

async function keepForDiagnosis(
  window: EditorWindow,
  server: RunningServer,
  seen: string[],
  logs: WindowLog[],
): Promise<void> {
  const folder = join(testOutputFolder, 'logs');
  const picture = join(testOutputFolder, 'window.png');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const log of logs) write(join(folder, 'window', log.relativePath), log.contents);
  write(join(folder, 'window.log'), seen.join('\n'));
  if (existsSync(server.logsFolder)) cpSync(server.logsFolder, join(folder, 'server'), { recursive: true });
  // A window that hangs may not even give a picture.
  const taken = await Promise.race([
    window.screenshot(picture).then(() => true),
    new Promise<false>(done => setTimeout(() => done(false), 10_000).unref()),
  ]).catch(() => false);
  if (taken) console.error(`The window at the end: ${picture}`);
  console.error(`The logs of VS Code: ${folder}`);
}
