/** Wires the parts of the core to one service. */
import { compileIdiom } from './catalog';
import type { Idiom } from './catalog/idiom';
import { createDocument, type DocumentContext, type OwnedDocument } from './document';
import { createNeighbourReader } from './facts/neighbours';
import type { CatalogProblem, Host, IdiomService, ServiceOptions } from './index';
import { createMatcher, type Matcher } from './match';
import { tokenize } from './present/highlight';
import { summarize } from './present/summary';
import { createParsers } from './syntax/parser';
import { createTrees } from './syntax/trees';

/** The versions that the catalog was proven with. */
export const provenWith = { python: '3.11', go: '1.26' } as const;

/**
 * Makes the service. Nothing is loaded before the first document is opened or the catalog is asked for; a host whose
 * assets cannot be read rejects then, and may be asked again.
 */
export function createIdiomService(host: Host, options: ServiceOptions = {}): IdiomService {
  const parsers = createParsers(host.assets);
  const trees = createTrees(parsers, options.maxDocuments ?? 32);
  const neighbours = createNeighbourReader(host.neighbours, parsers);
  const open = new Map<string, OwnedDocument>();
  let shipped: Promise<readonly Idiom[]> | undefined;
  let workspace: Idiom[] = [];
  let matcher: Promise<Matcher> | undefined;

  function shippedIdioms(): Promise<readonly Idiom[]> {
    if (!shipped) {
      shipped = host.assets
        .read('catalog.json')
        .then(bytes => (JSON.parse(new TextDecoder().decode(bytes)) as { idioms: Idiom[] }).idioms);
      shipped.catch(() => (shipped = undefined));
    }
    return shipped;
  }

  /** A workspace's idiom with the id of a shipped one takes its place. */
  async function allIdioms(): Promise<Idiom[]> {
    const byId = new Map((await shippedIdioms()).map(idiom => [idiom.id, idiom]));
    for (const idiom of workspace) byId.set(idiom.id, idiom);
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  const context: DocumentContext = {
    parsers,
    trees,
    log: host.log,
    matcher() {
      if (!matcher) {
        matcher = allIdioms().then(createMatcher);
        matcher.catch(() => (matcher = undefined));
      }
      return matcher;
    },
    fallback: { ...provenWith, ...options.versions },
    surroundings: neighbours,
    tools: { assets: host.assets, log: host.log },
    onDispose: document => {
      if (open.get(document.uri) === document) open.delete(document.uri);
    },
  };

  return {
    async catalog() {
      return (await allIdioms()).map(summarize);
    },
    async open(init) {
      open.get(init.uri)?.dispose();
      await parsers.load(init.language);
      const document = createDocument(init, context);
      open.set(init.uri, document);
      return document;
    },
    async setWorkspaceIdioms(files) {
      const problems: CatalogProblem[] = [];
      const idioms: Idiom[] = [];
      for (const file of files) {
        const compiled = await compileIdiom(file, { parsers });
        problems.push(...compiled.problems);
        if (compiled.idiom) idioms.push(compiled.idiom);
      }
      workspace = idioms;
      matcher = undefined;
      for (const document of open.values()) document.invalidate();
      return problems;
    },
    async tokenize(language, code) {
      const tree = await parsers.parse(language, code);
      try {
        return tokenize(tree.cst(), code);
      } finally {
        tree.dispose();
      }
    },
    liveTrees: () => parsers.liveTrees(),
    dispose() {
      for (const document of [...open.values()]) document.dispose();
      trees.dispose();
    },
  };
}
