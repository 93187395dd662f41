/** The command line: hints, translate, catalog. No editor, the same core. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import {
  catalogReport,
  createIdiomService,
  createLineIndex,
  fileEndings,
  hintReport,
  otherLanguage,
  type Document,
  type FileReport,
  type HintsReport,
  type IdiomService,
  type LanguageId,
  type Translation,
  type Versions,
} from '../core';
import { version } from '../../package.json';
import { parseCommand, usage, UsageError, type Command } from './arguments';
import { assetsFromFolder } from './assets';
import { fileNeighbours } from './neighbours';
import { catalogText, createStyle, hintText } from './text';

/** Something that stops the command, said to the user in one line. */
class CommandError extends Error {}

const extensions: Record<string, LanguageId> = { '.py': 'python', '.pyi': 'python', '.pyw': 'python', '.go': 'go' };

const say = (text: string): void => void process.stdout.write(text);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  let command: Command;
  try {
    command = parseCommand(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`idiom-bridge: ${error.message}\n\n${usage}`);
    return 2;
  }
  if (command.kind === 'help') return (say(usage), 0);
  if (command.kind === 'version') return (say(`${version}\n`), 0);
  const service = createService(command.kind === 'catalog' ? {} : command.versions);
  try {
    if (command.kind === 'catalog') return await catalog(service, command);
    return command.kind === 'hints' ? await hints(service, command) : await translateAll(service, command);
  } finally {
    service.dispose();
  }
}

function createService(versions: Versions): IdiomService {
  return createIdiomService(
    {
      assets: assetsFromFolder(join(__dirname, 'assets')),
      neighbours: fileNeighbours,
      log: { debug: () => undefined, warn: complain, error: complain },
    },
    { versions, maxDocuments: 1 },
  );
}

async function catalog(service: IdiomService, command: { format: 'text' | 'json' }): Promise<number> {
  const idioms = await service.catalog();
  if (command.format === 'json') say(`${JSON.stringify(catalogReport(idioms), undefined, 2)}\n`);
  else say(catalogText(idioms, createStyle(process.stdout, process.env)));
  return 0;
}

async function hints(service: IdiomService, command: Extract<Command, { kind: 'hints' }>): Promise<number> {
  const style = createStyle(process.stdout, process.env);
  const report: HintsReport = { version: 1, files: [] };
  const status = await eachFile(service, command.files, command.language, async (path, document) => {
    const lines = createLineIndex(document.text);
    const file: FileReport = { path, language: document.language, hints: [] };
    for (const hint of await document.hints()) {
      const counterpart = await document.counterpart(hint);
      if (command.format === 'text') say(`${hintText(path, hint, counterpart, lines, style)}\n`);
      else file.hints.push(hintReport(hint, counterpart, lines));
    }
    report.files.push(file);
    return 0;
  });
  if (command.format === 'json') say(`${JSON.stringify(report, undefined, 2)}\n`);
  return status;
}

async function translateAll(service: IdiomService, command: Extract<Command, { kind: 'translate' }>): Promise<number> {
  if (command.out !== undefined) await makeFolder(command.out);
  const written = new Map<string, string>();
  return eachFile(service, command.files, command.language, async (path, document) => {
    if (document.language === command.to) throw new CommandError(`${path}: this is ${command.to} already`);
    const translation = await document.translate();
    const text =
      command.format === 'json' ? `${JSON.stringify(jsonOf(translation), undefined, 2)}\n` : translation.code;
    if (command.out === undefined) say(text);
    else {
      const stem = path === '-' ? 'stdin' : basename(path, extname(path));
      const target = join(
        command.out,
        stem + (command.format === 'json' ? '.json' : fileEndings[otherLanguage[document.language]]),
      );
      const other = written.get(target);
      if (other !== undefined) throw new CommandError(`${path}: ${target} holds the answer for ${other} already`);
      written.set(target, path);
      await writeOut(target, text);
    }
    const lines = createLineIndex(document.text);
    for (const gap of translation.gaps) {
      const { line, character } = lines.position(gap.start);
      complain(`${path}:${line + 1}:${character + 1}: ${gap.what}`);
    }
    return translation.gaps.length > 0 ? 1 : 0;
  });
}

function jsonOf({ code, gaps, assumptions }: Translation): object {
  return { code, gaps, assumptions };
}

/** Opens one file after the other. One that cannot be read costs that file only; the worst status is returned. */
async function eachFile(
  service: IdiomService,
  paths: readonly string[],
  language: LanguageId | undefined,
  work: (path: string, document: Document) => Promise<number>,
): Promise<number> {
  let worst = 0;
  for (const path of paths) {
    try {
      const document = await service.open({ ...(await readSource(path, language)), version: 1 });
      try {
        worst = Math.max(worst, await work(path, document));
      } finally {
        document.dispose();
      }
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      complain(`idiom-bridge: ${error.message}`);
      worst = 2;
    }
  }
  return worst;
}

async function readSource(
  path: string,
  wanted: LanguageId | undefined,
): Promise<{ uri: string; language: LanguageId; text: string }> {
  const language = wanted ?? extensions[extname(path).toLowerCase()];
  if (!language) throw new CommandError(`${path}: say --language python or --language go`);
  try {
    const bytes = path === '-' ? await readStandardInput() : await readFile(path);
    // Bytes that are not UTF-8 come in as U+FFFD.
    return { uri: resolve(path === '-' ? 'stdin' : path), language, text: new TextDecoder('utf-8').decode(bytes) };
  } catch (error) {
    throw new CommandError(`${path}: ${reason(error)}`);
  }
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(`${folder}: ${reason(error)}`);
  }
}

async function writeOut(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new CommandError(`${path}: ${reason(error)}`);
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder; name its files',
  EACCES: 'it may not be read or written by you',
  EEXIST: 'there is a file of this name',
};

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main().then(
  status => (process.exitCode = status),
  (error: unknown) => {
    complain(`idiom-bridge: ${reason(error)}`);
    process.exitCode = 2;
  },
);
