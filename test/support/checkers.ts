/** What the languages' own checkers say of answers: go vet, Python's compiler and ruff's error rules. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute, writeGoModule } from './programs';
import { cacheFolder, pythonWith, toolchain } from './toolchain';

/** The errors that ruff finds in its default selection, its rule on the length of lines left to the formatter. */
const ruffRules = ['--select', 'E,F', '--ignore', 'E501'];

/**
 * What `go vet` says of each program, empty for nothing; one run for all that were not vetted before. Programs that do
 * not compile are complained of as well. Rejects where vet itself fails.
 */
export function vetGo(programs: readonly string[]): Promise<string[]> {
  const go = toolchain().go;
  if (!go) throw new Error('go is not on the PATH');
  return remembered('vet', go.version, programs, async (folder, fresh) => {
    await writeGoModule(
      go,
      folder,
      fresh.map(code => ({ code })),
    );
    const vetted = await execute(go.path, ['vet', './...'], undefined, folder, 600_000);
    return sortByProgram(vetted.stderr, /^(?:vet: )?p(\d+)[\\/]main\.go:/, vetted.status, 'go vet');
  });
}

/** What Python's compiler and ruff say of each program, empty for nothing. Gets ruff from PyPI. */
export async function ruffCheck(programs: readonly string[]): Promise<string[]> {
  const python = await pythonWith(['ruff']);
  const { stdout } = await execute(python, ['-m', 'ruff', '--version'], undefined, tmpdir());
  return remembered('ruff', stdout.trim(), programs, async (folder, fresh) => {
    for (const [i, code] of fresh.entries()) await writeFile(join(folder, `p${i}.py`), code);
    const args = ['-m', 'ruff', 'check', '--isolated', '--no-cache', '--output-format', 'concise', ...ruffRules, '.'];
    const checked = await execute(python, args, undefined, folder);
    return sortByProgram(checked.stdout, /^(?:\.[\\/])?p(\d+)\.py:/, checked.status, 'ruff');
  });
}

/** The lines of a report by the program that they name. Throws where it failed and named none. */
function sortByProgram(report: string, line: RegExp, status: number, name: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const text of report.split('\n')) {
    const program = line.exec(text)?.[1];
    if (program !== undefined) found.set(Number(program), `${found.get(Number(program)) ?? ''}${text}\n`);
  }
  if (status !== 0 && found.size === 0) throw new Error(`${name} failed:\n${report}`);
  return found;
}

async function remembered(
  check: string,
  version: string,
  programs: readonly string[],
  run: (folder: string, fresh: readonly string[]) => Promise<Map<number, string>>,
): Promise<string[]> {
  const cache = join(cacheFolder, check);
  await mkdir(cache, { recursive: true });
  const fileOf = (code: string): string =>
    join(cache, `${createHash('sha256').update(`${version}\n${code}`).digest('hex')}.txt`);
  const fresh = [...new Set(programs)].filter(code => !existsSync(fileOf(code)));
  if (fresh.length > 0) {
    const folder = await mkdtemp(join(tmpdir(), `idiom-bridge-${check}-`));
    try {
      const said = await run(folder, fresh);
      for (const [i, code] of fresh.entries()) await writeFile(fileOf(code), said.get(i) ?? '');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return Promise.all(programs.map(code => readFile(fileOf(code), 'utf8')));
}
