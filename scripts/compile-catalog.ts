/**
 * Compiles the catalog to `dist/assets/catalog.json`: `npx tsx scripts/compile-catalog.ts [files…] [--check]`.
 * With files, only those are compiled and nothing is written; with `--check` nothing is written either. Every problem is
 * one line, `path:line: message`; any of them, or no idiom at all, ends with status 1.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { assetsFromFolder } from '../src/cli/assets';
import { compileIdiom, readFigures } from '../src/core/catalog';
import type { Idiom } from '../src/core/catalog/idiom';
import type { CatalogProblem } from '../src/core/index';
import { createParsers, type Parsers } from '../src/core/syntax/parser';
import { assetFolder, copyAssets, root } from './copy-assets';

export interface Compiled {
  /** Sorted by id. */
  idioms: Idiom[];
  /** `uri` is a path relative to the project. */
  problems: CatalogProblem[];
}

export const catalogFolder = join(root, 'catalog');

/** Compiles all idiom files of the catalog, or the given ones. Rejects where the figures or a grammar cannot be read. */
export async function compileCatalog(parsers: Parsers, files?: readonly string[]): Promise<Compiled> {
  const figuresFile = join(catalogFolder, 'figures.yaml');
  const read = readFigures({ uri: display(figuresFile), text: await readFile(figuresFile, 'utf8') });
  const problems = [...read.problems];
  const idioms: Idiom[] = [];
  for (const path of files ?? (await idiomFiles(problems))) {
    const uri = display(path);
    const id = `${basename(dirname(path))}.${basename(path, '.md')}`;
    const compiled = await compileIdiom({ uri, text: await readFile(path, 'utf8'), id }, { parsers, ...read });
    problems.push(...compiled.problems);
    if (compiled.idiom) idioms.push(compiled.idiom);
  }
  if (!files) problems.push(...acrossIdioms(idioms));
  idioms.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { idioms, problems };
}

/** Compiles the whole catalog into the assets. Rejects with all problems, one on each line. */
export async function writeCatalog(): Promise<void> {
  const { idioms, problems } = await compileCatalog(createParsers(assetsFromFolder(assetFolder)));
  if (problems.length) throw new Error(problems.map(formatProblem).join('\n'));
  if (idioms.length === 0) throw new Error('The catalog has no idioms.');
  await mkdir(assetFolder, { recursive: true });
  await writeFile(join(assetFolder, 'catalog.json'), JSON.stringify({ idioms }));
}

export function formatProblem({ uri, line, message }: CatalogProblem): string {
  return `${uri}:${line + 1}: ${message}`;
}

/** `catalog/<domain>/<name>.md`; anything else in a domain's folder is reported. */
async function idiomFiles(problems: CatalogProblem[]): Promise<string[]> {
  const files: string[] = [];
  for (const domain of await readdir(catalogFolder, { withFileTypes: true })) {
    if (!domain.isDirectory()) continue;
    for (const entry of await readdir(join(catalogFolder, domain.name), { withFileTypes: true })) {
      const path = join(catalogFolder, domain.name, entry.name);
      if (entry.isFile() && entry.name.endsWith('.md')) files.push(path);
      else problems.push({ uri: display(path), line: 0, message: 'This is no idiom: a domain has files *.md only.' });
    }
  }
  return files.sort();
}

/** What no file can know alone: roles that somebody gives, titles and places in groups that nobody else has. */
export function acrossIdioms(idioms: readonly Idiom[]): CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const report = (idiom: Idiom, message: string): void => {
    problems.push({
      uri: display(join(catalogFolder, idiom.domain, `${idiom.id.split('.')[1]}.md`)),
      line: 0,
      message,
    });
  };
  const roles = new Set(idioms.flatMap(idiom => Object.keys(idiom.roles)));
  const orders = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const idiom of idioms) {
    for (const role of idiom.needs) if (!roles.has(role)) report(idiom, `No idiom gives the role "${role}".`);
    const title = titles.get(idiom.title);
    if (title !== undefined) report(idiom, `${title} has the title "${idiom.title}" too.`);
    titles.set(idiom.title, idiom.id);
    if (!idiom.group) continue;
    const place = `${idiom.group.name} ${idiom.group.order}`;
    const taken = orders.get(place);
    if (taken !== undefined) report(idiom, `${taken} has the same place in group "${idiom.group.name}".`);
    orders.set(place, idiom.id);
  }
  return problems;
}

function display(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}

async function main(args: readonly string[]): Promise<void> {
  if (!existsSync(join(assetFolder, 'tree-sitter-go.wasm'))) await copyAssets();
  const files = args.filter(arg => !arg.startsWith('--')).map(file => resolve(file));
  if (files.length === 0 && !args.includes('--check')) {
    await writeCatalog();
    return;
  }
  const parsers = createParsers(assetsFromFolder(assetFolder));
  const { idioms, problems } = await compileCatalog(parsers, files.length ? files : undefined);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length === 0) console.log(`${idioms.length} idiom(s), no problem.`);
  if (problems.length || idioms.length === 0) process.exitCode = 1;
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
