/** Builds and runs whole programs, many at a time, and remembers what came out. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, pythonWith, toolchain, type Tool } from './toolchain';

export interface ProgramToRun {
  language: 'python' | 'go';
  code: string;
  stdin?: string;
  /** Packages as pip names them. */
  requires?: readonly string[];
  /** Go: the file is a test (`go test`), not a command. */
  test?: boolean;
}

export interface Outcome {
  /** Go: whether it compiled. Python: always true; what does not compile ends with a status. */
  compiled: boolean;
  /** Exit status; 1 where it did not compile, 124 where it took longer than a program may. */
  status: number;
  stdout: string;
  /** Standard error, or what the compiler said. */
  stderr: string;
}

const timeLimit = 60_000;

/**
 * Runs all; outcome i belongs to program i. What ran before with the same code and tools is not run again, unless
 * `again` says so.
 */
export async function runPrograms(
  programs: readonly ProgramToRun[],
  { again = false }: { again?: boolean } = {},
): Promise<Outcome[]> {
  const outcomes = new Array<Outcome | undefined>(programs.length);
  const fresh: number[] = [];
  for (const [i, program] of programs.entries()) {
    if (!again) outcomes[i] = await recall(program);
    if (!outcomes[i]) fresh.push(i);
  }
  const folder = await mkdtemp(join(tmpdir(), 'idiom-bridge-programs-'));
  try {
    const go = fresh.filter(i => programs[i]!.language === 'go');
    const binaries = await buildGo(
      folder,
      go.map(i => programs[i]!),
    );
    await inParallel(fresh, async i => {
      const program = programs[i]!;
      let outcome: Outcome;
      if (program.language === 'go') {
        const built = binaries[go.indexOf(i)]!;
        outcome = built.binary
          ? { compiled: true, ...(await execute(built.binary, [], program.stdin, folder)) }
          : { compiled: false, status: 1, stdout: '', stderr: built.message };
      } else {
        const file = join(folder, `program${i}.py`);
        await writeFile(file, program.code);
        const interpreter = await pythonWith(program.requires ?? []);
        outcome = { compiled: true, ...(await execute(interpreter, [file], program.stdin, folder)) };
      }
      outcomes[i] = outcome;
      await remember(program, outcome);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return outcomes.map(outcome => outcome!);
}

/** One module, one folder for each program, one `go build` for all; who fails is then built alone for its message. */
async function buildGo(
  folder: string,
  programs: readonly ProgramToRun[],
): Promise<{ binary?: string; message: string }[]> {
  if (programs.length === 0) return [];
  const go = toolchain().go;
  if (!go) throw new Error('go is not on the PATH');
  const module = join(folder, 'go');
  await writeGoModule(go, module, programs);
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  const paths = programs.map((_, i) => join(bin, `p${i}${process.platform === 'win32' ? '.exe' : ''}`));
  await execute(go.path, ['build', '-o', bin, './...'], undefined, module, 600_000);
  const built: { binary?: string; message: string }[] = [];
  await inParallel(
    programs.map((_, i) => i),
    async i => {
      const binary = paths[i]!;
      if (existsSync(binary)) {
        built[i] = { binary, message: '' };
        return;
      }
      const args = programs[i]!.test ? ['test', '-c', '-o', binary, `./p${i}`] : ['build', '-o', binary, `./p${i}`];
      const alone = await execute(go.path, args, undefined, module, 300_000);
      built[i] = existsSync(binary)
        ? { binary, message: '' }
        : { message: `${alone.stdout}${alone.stderr}`.replaceAll(`p${i}/`, '') };
    },
  );
  return built;
}

/**
 * One module, one folder `p0`, `p1`, … for each program; packages of others are fetched. Rejects with Go's own words
 * where that fails.
 */
export async function writeGoModule(
  go: Tool,
  module: string,
  programs: readonly Pick<ProgramToRun, 'code' | 'test'>[],
): Promise<void> {
  for (const [i, program] of programs.entries()) {
    const own = join(module, `p${i}`);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, program.test ? 'main_test.go' : 'main.go'), program.code);
  }
  await writeFile(join(module, 'go.mod'), `module programs\n\ngo ${go.version.split('.').slice(0, 2).join('.')}\n`);
  if (programs.some(program => /^\s*(?:\w+ )?"(?:[\w-]+\.)+[a-z]+\//m.test(program.code))) {
    const tidy = await execute(go.path, ['mod', 'tidy', '-e'], undefined, module, 300_000);
    if (tidy.status !== 0) throw new Error(`go mod tidy failed:\n${tidy.stderr}`);
  }
}

/** Runs a command to its end; status 124 where it took longer than `limit` milliseconds. */
export function execute(
  command: string,
  args: readonly string[],
  stdin: string | undefined,
  cwd: string,
  limit = timeLimit,
): Promise<Omit<Outcome, 'compiled'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', GOFLAGS: '-mod=mod' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit);
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(timer);
      const stderr = Buffer.concat(err).toString('utf8');
      resolve({
        status: late ? 124 : (code ?? 1),
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: late ? `${stderr}\nstopped after ${limit} ms` : stderr,
      });
    });
    // A program that does not read its input closes the pipe; that is not our fault.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
  });
}

async function inParallel(items: readonly number[], work: (item: number) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
}

function cacheFile(program: ProgramToRun): string {
  const { go, python } = toolchain();
  const tool = program.language === 'go' ? go?.version : python?.version;
  const key = createHash('sha256')
    .update(JSON.stringify([tool, program]))
    .digest('hex');
  return join(cacheFolder, 'programs', `${key}.json`);
}

async function recall(program: ProgramToRun): Promise<Outcome | undefined> {
  const file = cacheFile(program);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Outcome) : undefined;
}

async function remember(program: ProgramToRun, outcome: Outcome): Promise<void> {
  // A program that was stopped may have met a busy machine; let it try again.
  if (outcome.status === 124) return;
  const file = cacheFile(program);
  await mkdir(join(cacheFolder, 'programs'), { recursive: true });
  await writeFile(file, JSON.stringify(outcome));
}
