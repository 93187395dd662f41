/** Finds the tools that some tests need. Where one is missing the tests are skipped loudly, and fail under CI. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const projectRoot = join(__dirname, '../..');
/** Results and tools that can be made again; git does not track it. */
export const cacheFolder = join(projectRoot, '.cache');

export interface Tool {
  name: 'go' | 'python3';
  path: string;
  version: string;
}

function probe(name: Tool['name'], args: string[], pattern: RegExp): Tool | undefined {
  const found = spawnSync(name, args, { encoding: 'utf8' });
  const version = pattern.exec(`${found.stdout ?? ''}${found.stderr ?? ''}`)?.[1];
  return found.status === 0 && version ? { name, path: name, version } : undefined;
}

let tools: { go: Tool | undefined; python: Tool | undefined } | undefined;

/** The tools of this machine; undefined for one that is not there. */
export function toolchain(): { go: Tool | undefined; python: Tool | undefined } {
  return (tools ??= {
    go: probe('go', ['version'], /go(\d+\.\d+(?:\.\d+)?)/),
    python: probe('python3', ['--version'], /Python (\d+\.\d+\.\d+)/),
  });
}

/**
 * For a mocha hook or test: returns the tool, or skips what comes with a message on standard error. With CI=true a
 * missing tool is an error, for then a check that ran nothing would pass.
 */
export function needTool(context: Mocha.Context, which: 'go' | 'python'): Tool {
  const tool = toolchain()[which];
  if (tool) return tool;
  const message = `${which} is not on the PATH: ${context.test?.parent?.fullTitle() ?? 'these tests'} cannot run`;
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`SKIPPED: ${message}`);
  return context.skip();
}

/**
 * The interpreter of a virtual environment that has the packages; made once for each set of them. Rejects with pip's
 * own words where that fails.
 */
export function pythonWith(packages: readonly string[]): Promise<string> {
  const key = [...packages].sort().join(' ');
  let interpreter = interpreters.get(key);
  if (!interpreter) interpreters.set(key, (interpreter = makeEnvironment(packages)));
  return interpreter;
}

const interpreters = new Map<string, Promise<string>>();

async function makeEnvironment(packages: readonly string[]): Promise<string> {
  const python = toolchain().python;
  if (!python) throw new Error('python3 is not on the PATH');
  if (packages.length === 0) return python.path;
  const wanted = [...packages].sort();
  const folder = join(cacheFolder, 'venv', `${python.version}-${wanted.join('_').replace(/[^\w.-]+/g, '-')}`);
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return interpreter;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(cacheFolder, 'venv'), { recursive: true });
  run(python.path, ['-m', 'venv', folder], 'python3 -m venv failed; on Debian install python3-venv');
  run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wanted], 'pip install failed');
  await writeFile(`${stamp}.part`, `${wanted.join('\n')}\n`);
  await rename(`${stamp}.part`, stamp);
  return interpreter;
}

function run(command: string, args: string[], complaint: string): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${complaint}:\n${done.stdout}${done.stderr}`);
}
