import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { takePictures, type Scenario } from './editor/pictures';
import { makeRunFolder, projectFolder, samplesFolder } from './editor/paths';
import { disposeOnExit } from './editor/processes';

/** What the pictures in media/screenshots show, one file each. */
const panel = { purpose: 'webviewView' };

const scenarios: Scenario[] = [
  {
    name: 'hover-python-dark',
    theme: 'dark',
    file: 'flask_app/app.py',
    size: { width: 1000, height: 620 },
    actions: [
      { do: 'waitFor', selector: 'text=Go: HTTP route' },
      { do: 'placeCursor', at: 'app.route' },
      { do: 'showHover' },
    ],
  },
  {
    name: 'hover-go-light',
    theme: 'light',
    file: 'nethttp_server/main.go',
    size: { width: 1000, height: 620 },
    actions: [
      { do: 'waitFor', selector: 'text=Python: HTTP route' },
      { do: 'placeCursor', at: 'helloWorld' },
      { do: 'showHover' },
    ],
  },
  {
    name: 'panel-light',
    theme: 'light',
    file: 'flask_app/app.py',
    size: { width: 1200, height: 900 },
    actions: [
      { do: 'waitFor', selector: 'text=Go: HTTP route' },
      { do: 'click', selector: 'text=Go: HTTP route' },
      { do: 'waitForWebview', selector: 'code:has-text("func helloWorld")', webview: panel },
      { do: 'widenSideBar', to: 560 },
    ],
  },
  {
    name: 'panel-go-dark',
    theme: 'dark',
    file: 'worker_pool/main.go',
    size: { width: 1200, height: 900 },
    actions: [
      { do: 'waitFor', selector: 'text=Python: Starting something concurrent' },
      { do: 'click', selector: 'text=Python: Starting something concurrent' },
      { do: 'waitForWebview', selector: 'code:has-text("threading")', webview: panel },
      { do: 'widenSideBar', to: 560 },
    ],
  },
  {
    name: 'equivalent-dark',
    theme: 'dark',
    file: 'flask_app/app.py',
    size: { width: 1200, height: 700 },
    actions: [
      { do: 'placeCursor', at: 'USERS' },
      { do: 'runCommand', title: 'Idiom Bridge: Show Go Equivalent' },
      { do: 'waitFor', selector: '.view-line:has-text("package main")' },
    ],
  },
  {
    name: 'overview-high-contrast',
    theme: 'high-contrast',
    file: 'worker_pool/main.go',
    size: { width: 1200, height: 800 },
    actions: [
      // The lens stands below what a window of this height shows.
      { do: 'placeCursor', at: 'go func' },
      { do: 'waitFor', selector: 'text=Python: Program entry' },
      { do: 'click', selector: 'text=Python: Program entry' },
      { do: 'waitForWebview', selector: 'code:has-text("__main__")', webview: panel },
      { do: 'widenSideBar', to: 480 },
      { do: 'placeCursor', at: 'package main' },
      { do: 'waitForWebview', selector: 'main:has-text("Idioms in main.go")', webview: panel },
    ],
  },
];

const usage = `Takes the pictures of media/screenshots in real VS Code.

  tsx scripts/screenshots.ts [NAME …] [options]

  --scale NUMBER  picture pixels for each CSS pixel; 2 without it
  --out FOLDER    where they go; media/screenshots without it

With names, only these are taken.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '2' },
      out: { type: 'string', default: join(projectFolder, 'media', 'screenshots') },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  const unknown = positionals.filter(name => !scenarios.some(each => each.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no picture ${unknown.join(', ')}: there are ${scenarios.map(each => each.name).join(', ')}.`,
    );
  if (!existsSync(join(projectFolder, 'dist', 'extension.js')))
    throw new Error('Nothing is built: run "npm run build" first.');

  // A copy under a plain path, since pictures show paths and actions may type.
  const runFolder = makeRunFolder();
  disposeOnExit(() => rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(runFolder, 'samples');
  cpSync(samplesFolder, workspace, { recursive: true });
  await takePictures({
    extension: projectFolder,
    workspace,
    scenarios: positionals.length === 0 ? scenarios : scenarios.filter(each => positionals.includes(each.name)),
    outFolder: values.out,
    scale: Number(values.scale),
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
