import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { takePictures, type Scenario } from './editor/pictures';
import { makeRunFolder, projectFolder, samplesFolder } from './editor/paths';
import { disposeOnExit } from './editor/processes';

/** What the pictures in media/screenshots show, one file each. */
const scenarios: Scenario[] = [
  {
    name: 'hover',
    theme: 'dark',
    file: 'flask_app/app.py',
    actions: [{ do: 'placeCursor', at: 'route' }, { do: 'showHover' }],
  },
  {
    name: 'python-file',
    theme: 'light',
    file: 'pandas_report/report.py',
    actions: [{ do: 'placeCursor', at: 'groupby' }],
  },
  {
    name: 'go-file',
    theme: 'high-contrast',
    file: 'nethttp_server/main.go',
    actions: [{ do: 'placeCursor', at: 'HandleFunc' }],
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
