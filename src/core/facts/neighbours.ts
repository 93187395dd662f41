/** Reads the declarations of the files beside a document, within bounds, and keeps them. */
import { lowerGo } from '../syntax/go/lower';
import type { GoFile, TopLevel } from '../syntax/go/ast';
import type { NodeBase, SourceFile } from '../syntax/node';
import type { LanguageId, Parsers } from '../syntax/parser';
import type { PythonFile, Statement } from '../syntax/python/ast';
import { lowerPython } from '../syntax/python/lower';
import type { NeighbourModule, Neighbours, Versions } from './facts';
import { readVersions } from './versions';

export type { NeighbourModule } from './facts';

/** What the files around a document say. */
export interface Surroundings {
  versions: Versions;
  neighbours: NeighbourModule[];
}

export interface NeighbourLimits {
  /** Files that are looked at for one document. */
  files: number;
  /** UTF-16 units of all of them together. */
  size: number;
  /** How long an answer may take before the facts go on without it, in milliseconds. */
  patience: number;
  /** How long an answer is good for, in milliseconds. */
  keep: number;
}

export const defaultLimits: NeighbourLimits = { files: 60, size: 1_500_000, patience: 150, keep: 2_000 };

/** Asks for the surroundings of a document. Never rejects; what comes too late is there the next time. */
export type NeighbourReader = (uri: string, language: LanguageId, file: SourceFile<NodeBase>) => Promise<Surroundings>;

/** Documents whose surroundings are kept. */
const maxKept = 64;

interface Kept {
  key: string;
  asked: number;
  pending?: Promise<void>;
  answer?: Surroundings;
}

/** Makes a reader. Each file is parsed once for each of its texts. */
export function createNeighbourReader(
  host: Neighbours,
  parsers: Parsers,
  limits: NeighbourLimits = defaultLimits,
): NeighbourReader {
  const kept = new Map<string, Kept>();
  const declarations = new Map<string, { text: string; file: SourceFile<NodeBase> }>();

  async function declarationsOf(uri: string, language: LanguageId, text: string): Promise<SourceFile<NodeBase>> {
    const known = declarations.get(uri);
    if (known?.text === text) return known.file;
    const tree = await parsers.parse(language, text);
    try {
      const file =
        language === 'python' ? withoutBodies(lowerPython(tree.cst(), text)) : shortGo(lowerGo(tree.cst(), text));
      declarations.set(uri, { text, file });
      if (declarations.size > maxKept * 4) declarations.delete(declarations.keys().next().value!);
      return file;
    } finally {
      tree.dispose();
    }
  }

  async function read(uri: string, language: LanguageId, modules: readonly string[]): Promise<Surroundings> {
    const versions = readVersions(host, uri, language);
    const requests = language === 'go' ? [{ uri, language }] : modules.map(module => ({ uri, language, module }));
    const found: NeighbourModule[] = [];
    let size = 0;
    for (const request of requests) {
      const sources = await host.sources(request).catch(() => []);
      for (const source of sources) {
        size += source.text.length;
        if (found.length >= limits.files || size > limits.size || source.uri === uri) continue;
        try {
          const file = await declarationsOf(source.uri, language, source.text);
          found.push({ uri: source.uri, module: 'module' in request ? request.module : '', file });
        } catch {
          // A file that cannot be parsed has no declarations to give.
        }
      }
    }
    return { versions: await versions, neighbours: found };
  }

  return async (uri, language, file) => {
    const modules = language === 'python' ? relativeImports(file as PythonFile) : [];
    const key = `${language} ${packageOf(file, language)} ${modules.join(' ')}`;
    let entry = kept.get(uri);
    if (!entry || entry.key !== key) entry = { key, asked: 0, ...(entry?.answer && { answer: entry.answer }) };
    kept.delete(uri);
    kept.set(uri, entry);
    if (kept.size > maxKept) kept.delete(kept.keys().next().value!);
    const current = entry;
    if (!current.pending && Date.now() - current.asked > limits.keep) {
      current.asked = Date.now();
      current.pending = read(uri, language, modules)
        .then(answer => void (current.answer = onlyThisPackage(answer, file, language)))
        .catch(() => undefined)
        .finally(() => delete current.pending);
    }
    // An older answer is better than waiting for a newer one.
    if (!current.answer && current.pending) await Promise.race([current.pending, sleep(limits.patience)]);
    return current.answer ?? { versions: {}, neighbours: [] };
  };
}

const sleep = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A directory may hold `package x_test` beside `package x`, and `main` programs that are built alone. */
function onlyThisPackage(answer: Surroundings, file: SourceFile<NodeBase>, language: LanguageId): Surroundings {
  if (language !== 'go') return answer;
  const name = packageOf(file, 'go');
  return { ...answer, neighbours: answer.neighbours.filter(one => packageOf(one.file, 'go') === name) };
}

/** The name in the package clause; empty for none, and for Python. */
export function packageOf(file: SourceFile<NodeBase>, language: LanguageId): string {
  if (language !== 'go') return '';
  for (const { node } of (file as GoFile).units) {
    if (node.kind === 'PackageClause') return node.name.kind === 'Ident' ? node.name.name : '';
  }
  return '';
}

/** The modules that a file imports relatively, as they are written with their dots; no doubles. */
export function relativeImports(file: PythonFile): string[] {
  const found = new Set<string>();
  const add = (node: Statement): void => {
    if (node.kind === 'ImportFrom' && node.level > 0) {
      const dots = '.'.repeat(node.level);
      if (node.module !== '') found.add(dots + node.module);
      else for (const alias of node.names) if (alias.name !== '*') found.add(dots + alias.name);
    } else if (node.kind === 'If') [...node.body, ...node.orelse].forEach(add);
    else if (node.kind === 'Try') node.body.forEach(add);
  };
  for (const { node } of file.units) add(node);
  return [...found];
}

/**
 * A Python file without the bodies of its functions. `__init__` keeps its own, for it declares the fields; a function
 * without a body has a result that is not known.
 */
function withoutBodies(file: PythonFile): PythonFile {
  const strip = (node: Statement): Statement => {
    if (node.kind === 'ClassDef') return { ...node, body: node.body.map(strip) };
    if (node.kind !== 'FunctionDef') return node;
    const isInit = node.name.kind === 'Name' && node.name.id === '__init__';
    return isInit ? node : { ...node, body: [] };
  };
  return { ...file, units: file.units.map(unit => ({ ...unit, node: strip(unit.node) })) };
}

/** A Go file without the bodies of its functions. */
function shortGo(file: GoFile): GoFile {
  const strip = (node: TopLevel): TopLevel => {
    if (node.kind !== 'FuncDecl') return node;
    const copy = { ...node };
    delete copy.body;
    return copy;
  };
  return { ...file, units: file.units.map(unit => ({ ...unit, node: strip(unit.node) })) };
}
