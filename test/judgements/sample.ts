/** Which files of the two standard libraries are judged. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageId } from '../../src/core';
import { projectRoot } from '../support/toolchain';

export interface SampledFile {
  language: LanguageId;
  /** The file as it is called in its library: `json/decoder.py`, `net/http/cookie.go`. */
  name: string;
  /** Whose it is: `CPython 3.11.7`, `Go 1.26.8`, `article`. */
  origin: string;
  text: string;
}

/** Another seed is another sample, and all has to be judged anew. */
const seed = 'idiom-bridge 1';
const filesOfEach = 20;
/** In bytes. */
const [smallest, largest] = [4_000, 24_000];

/** Tests, foreign code, and tables of constants. */
const excluded: Record<LanguageId, RegExp> = {
  python:
    /(^|\/)(tests?|idle_test|site-packages|ensurepip|lib2to3|turtledemo|__pycache__|config-[^/]*|lib-dynload)\/|(^|\/)(test_|_sysconfigdata|_?constants)|encodings\/(cp|iso|mac_|koi)/,
  go: /(^|\/)(testdata|vendor|cmd)\/|_test\.go$|(^|\/)(z|defs_|types_|tables?|const)[^/]*\.go$/,
};

/** The same files for the same toolchain: by a hash of the name, one from each package so that the kinds differ. */
export function sampledFiles(): SampledFile[] {
  return [...librarySample('python'), ...librarySample('go'), ...articleFiles()];
}

export function articleFiles(): SampledFile[] {
  const folder = join(projectRoot, 'test/fixtures/article');
  return readdirSync(folder)
    .sort()
    .map(name => ({
      language: name.endsWith('.go') ? ('go' as const) : ('python' as const),
      name,
      origin: 'article',
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

function librarySample(language: LanguageId): SampledFile[] {
  const { root, origin } = library(language);
  const extension = language === 'python' ? '.py' : '.go';
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith(extension) && !excluded[language].test(name));
  const order = (name: string): string => createHash('sha256').update(`${seed}\n${name}`).digest('hex');
  const sorted = all.map(name => [order(name), name] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const packages = new Set<string>();
  const chosen: SampledFile[] = [];
  for (const [, name] of sorted) {
    if (chosen.length === filesOfEach) break;
    const path = join(root, name);
    const size = statSync(path).size;
    if (size < smallest || size > largest || packages.has(packageOf(name))) continue;
    packages.add(packageOf(name));
    chosen.push({ language, name, origin, text: readFileSync(path, 'utf8') });
  }
  return chosen.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The first folder; a module that stands alone is a package of its own. */
function packageOf(name: string): string {
  return name.split('/')[0]!;
}

function library(language: LanguageId): { root: string; origin: string } {
  if (language === 'go') {
    const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
    return { root: join(root, 'src/'), origin: `Go ${version.replace(/^go/, '')}` };
  }
  const program = 'import platform, sysconfig; print(sysconfig.get_path("stdlib")); print(platform.python_version())';
  const [root = '', version = ''] = execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim().split('\n');
  return { root, origin: `CPython ${version}` };
}
