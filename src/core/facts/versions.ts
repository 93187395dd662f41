/** The oldest language version that a project has to run on, from its project file. Whatever cannot be read says nothing. */
import type { LanguageId } from '../syntax/parser';
import type { Neighbours, Versions } from './facts';

/** `1.22` of a go.mod; undefined where it has no go line. */
export function goVersion(goMod: string): string | undefined {
  const plain = goMod.replace(/\/\*[^]*?\*\//g, '');
  const found = /^[ \t]*go[ \t]+(\d+\.\d+)/m.exec(plain);
  return found?.[1];
}

/** The minimum of `requires-python` (PEP 621) or of Poetry's `python`; undefined where neither is there. */
export function pyprojectVersion(toml: string): string | undefined {
  const project = tomlString(tomlTable(toml, 'project'), 'requires-python');
  if (project !== undefined) return minimumVersion(project);
  const poetry = tomlTable(toml, 'tool.poetry.dependencies');
  const version =
    tomlString(poetry, 'python') ?? /^python\s*=\s*\{[^}\n]*version\s*=\s*["']([^"'\n]*)/m.exec(poetry)?.[1];
  return version === undefined ? undefined : minimumVersion(version);
}

/** The minimum of `python_requires` in a setup.cfg; undefined without it. */
export function setupCfgVersion(cfg: string): string | undefined {
  const found = /^[ \t]*python_requires[ \t]*=[ \t]*(?:\r?\n[ \t]+)?([^\r\n#;]+)/m.exec(cfg);
  return found ? minimumVersion(found[1]!) : undefined;
}

/** The first CPython of a .python-version; undefined for none. */
export function pythonVersionFile(text: string): string | undefined {
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:cpython-|python-)?(\d+\.\d+)/i.exec(line);
    if (found) return found[1];
  }
  return undefined;
}

/** The lowest version that a specifier lets through: `>=3.9,<4` is 3.9, `^3.10 || ^3.12` is 3.10; undefined for any. */
export function minimumVersion(specifier: string): string | undefined {
  const lowest = specifier.split('||').map(lowerBound);
  if (lowest.includes(undefined)) return undefined;
  return (lowest as string[]).reduce((a, b) => (compareVersions(a, b) <= 0 ? a : b));
}

function lowerBound(clauses: string): string | undefined {
  let bound: string | undefined;
  for (const found of clauses.matchAll(/(>=|<=|~=|==|!=|===|>|<|\^|~)?\s*(\d+)(?:\.(\d+))?/g)) {
    const [whole, operator = '', major, minor = '0'] = found;
    // The digits of `3.9.1` after the second are not a clause of their own.
    const before = clauses[found.index - 1];
    if (operator === '' && whole.trim() !== '' && before !== undefined && /[\d.*]/.test(before)) continue;
    if (operator === '<' || operator === '<=' || operator === '!=') continue;
    const version = `${major}.${minor}`;
    if (bound === undefined || compareVersions(version, bound) > 0) bound = version;
  }
  return bound;
}

/** Negative where `a` is older than `b`, zero where they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(part => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? 0) - (right![i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The lines of one table of a TOML text, without those of the tables inside it. */
function tomlTable(toml: string, name: string): string {
  const lines: string[] = [];
  let inside = false;
  for (const line of toml.split(/\r?\n/)) {
    const header = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line);
    if (header) inside = header[1]!.replace(/["'\s]/g, '') === name;
    else if (inside) lines.push(line);
  }
  return lines.join('\n');
}

function tomlString(table: string, key: string): string | undefined {
  const found = new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*=[ \\t]*(?:"([^"\\n]*)"|'([^'\\n]*)')`, 'm').exec(table);
  return found ? (found[1] ?? found[2]) : undefined;
}

/** Asks the host for the project files of a document. A host that fails says nothing. */
export async function readVersions(neighbours: Neighbours, uri: string, language: LanguageId): Promise<Versions> {
  const read = (file: Parameters<Neighbours['project']>[1]): Promise<string | undefined> =>
    neighbours.project(uri, file).catch(() => undefined);
  if (language === 'go') {
    const goMod = await read('go.mod');
    const go = goMod === undefined ? undefined : goVersion(goMod);
    return go === undefined ? {} : { go };
  }
  for (const [file, parse] of [
    ['pyproject.toml', pyprojectVersion],
    ['setup.cfg', setupCfgVersion],
    ['.python-version', pythonVersionFile],
  ] as const) {
    const text = await read(file);
    const python = text === undefined ? undefined : parse(text);
    if (python !== undefined) return { python };
  }
  return {};
}
