import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleTests } from '../../scripts/editor/bundle-tests';
import { findDesktopCode, programBehind } from '../../scripts/editor/desktop';
import { ensureServer } from '../../scripts/editor/install';
import {
  cacheFolder,
  ensureFolder,
  makeRunFolder,
  projectFolder,
  samplesFolder,
  testOutputFolder,
} from '../../scripts/editor/paths';
import { disposeOnExit } from '../../scripts/editor/processes';
import { settingsSection, type TestOutcome, type TestRunSettings } from '../../scripts/editor/protocol';
import { quietSettings, writeSettings } from '../../scripts/editor/settings';
import { makeWebOnlyCopy } from '../../scripts/editor/web-overlay';

const usage = `Runs the tests of test/editor in real VS Code.

  tsx test/editor/run.ts [options]

  --web              the extension runs in a web worker, as on vscode.dev
  --desktop          in desktop VS Code: IDIOM_BRIDGE_CODE, or one that is downloaded
  --grep REGEXP      only tests whose full title matches
  --extension FOLDER the extension to test; this one without it
  --tests FOLDER     the tests; test/editor without it

IDIOM_BRIDGE_TEST_SECONDS is the time for the whole run, 300 without it.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      web: { type: 'boolean' },
      desktop: { type: 'boolean' },
      grep: { type: 'string' },
      extension: { type: 'string', default: projectFolder },
      tests: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  if (values.web && values.desktop)
    throw new Error('Give --web or --desktop: desktop VS Code has no web worker for this.');

  const host = values.web ? 'web' : 'node';
  const extension = resolve(values.extension);
  requireBuilt(extension, host);
  // What an earlier run left must not be taken for this one's.
  for (const left of ['logs', 'window.png', 'failures'])
    rmSync(join(testOutputFolder, left), { recursive: true, force: true });
  let extensionTestsPath = await bundleTests({ host, testFolder: values.tests && resolve(values.tests) });

  const runFolder = makeRunFolder();
  const remove = () => rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 });
  disposeOnExit(remove);
  const workspace = join(runFolder, 'workspace');
  // A copy, since tests write.
  cpSync(samplesFolder, workspace, { recursive: true });
  const userDataDir = ensureFolder(join(runFolder, 'user'));
  const settings: TestRunSettings = {
    grep: values.grep,
    resultFile: join(runFolder, 'outcome.json'),
    pictureFolder: join(testOutputFolder, 'failures'),
  };
  writeSettings(userDataDir, { ...quietSettings, [settingsSection]: settings });

  let extensionDevelopmentPath = extension;
  if (values.web) {
    extensionDevelopmentPath = join(runFolder, 'extension');
    await makeWebOnlyCopy(extension, extensionDevelopmentPath);
    // Tests run in the extension host of the extension in whose folder they lie, and without one in Node's.
    cpSync(extensionTestsPath, join(extensionDevelopmentPath, 'tests.js'));
    extensionTestsPath = join(extensionDevelopmentPath, 'tests.js');
  }
  endWithin(Number(process.env.IDIOM_BRIDGE_TEST_SECONDS) || 300);
  await runTests({
    vscodeExecutablePath: await (values.desktop ? desktopProgram() : launcher()),
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [workspace, `--user-data-dir=${userDataDir}`],
  });
  requireOutcome(settings.resultFile);
}

/** Installs the server here, where its progress is seen and no time limit of the tests runs. */
async function launcher(): Promise<string> {
  await ensureServer();
  return join(projectFolder, 'scripts', 'editor', 'code-web.mjs');
}

/**
 * The launcher ends a run that hangs, and takes a picture first; this is for desktop VS Code, and for a launcher that
 * hangs.
 */
function endWithin(seconds: number): void {
  const interrupt = () => process.emit('SIGINT');
  const give = (later: number, act: () => void) => setTimeout(act, (seconds + later) * 1000).unref();
  give(30, () => {
    console.error(`The run did not end within ${seconds} seconds.`);
    interrupt();
  });
  // test-electron ends VS Code gently at the first interruption, and by force at the second.
  give(40, interrupt);
}

/** The one that is named, or one that test-electron downloads and keeps. */
async function desktopProgram(): Promise<string> {
  const found = process.env.IDIOM_BRIDGE_CODE ? findDesktopCode() : undefined;
  if (found) return programBehind(found);
  try {
    return await downloadAndUnzipVSCode({ cachePath: cacheFolder });
  } catch (error) {
    throw new Error(
      `Desktop VS Code could not be downloaded (${error instanceof Error ? error.message : String(error)}). ` +
        'Name an installed one in IDIOM_BRIDGE_CODE, or run "npm run test:editor", which needs npm only.',
    );
  }
}

function requireBuilt(extension: string, host: 'node' | 'web'): void {
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
    main?: string;
    browser?: string;
  };
  const entry = host === 'web' ? manifest.browser : manifest.main;
  if (!entry) throw new Error(`${extension}/package.json has no "${host === 'web' ? 'browser' : 'main'}".`);
  if (!existsSync(join(extension, entry))) throw new Error(`${entry} is missing: run "npm run build" first.`);
}

/**
 * The exit code alone says too little: a desktop VS Code that hands over to a running one ends well without a single
 * test.
 */
function requireOutcome(file: string): void {
  if (!existsSync(file)) throw new Error('VS Code ended without having run the tests.');
  const { passes, failures } = JSON.parse(readFileSync(file, 'utf8')) as TestOutcome;
  if (failures > 0 || passes === 0) throw new Error(`${passes} passed and ${failures} failed.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
