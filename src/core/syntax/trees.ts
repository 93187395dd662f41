/** The trees of open documents: one owner, a bound, and disposal. The least recently used tree goes first. */
import type { LanguageId, Parsers, SyntaxTree, TextChange } from './parser';

export interface Trees {
  /** The tree of a text; parses anew where there is none, or where the one there is holds another text. */
  get(uri: string, language: LanguageId, text: string): Promise<SyntaxTree>;
  /** Brings the tree up to date incrementally. Does nothing where none is held. */
  edit(uri: string, changes: readonly TextChange[]): void;
  delete(uri: string): void;
  dispose(): void;
}

/** `max` is the number of trees that are held at the same time. */
export function createTrees(parsers: Parsers, max: number): Trees {
  // A Map keeps the order of insertion, so the first key is the one that was not used for the longest time.
  const held = new Map<string, SyntaxTree>();

  function remove(uri: string): void {
    held.get(uri)?.dispose();
    held.delete(uri);
  }

  return {
    async get(uri, language, text) {
      await parsers.load(language);
      const tree = held.get(uri);
      if (tree && tree.language === language && tree.text === text) {
        held.delete(uri);
        held.set(uri, tree);
        return tree;
      }
      remove(uri);
      const fresh = parsers.parseNow(language, text);
      if (!fresh) throw new Error(`The ${language} grammar is not loaded.`);
      held.set(uri, fresh);
      for (const oldest of held.keys()) {
        if (held.size <= max) break;
        remove(oldest);
      }
      return fresh;
    },
    edit(uri, changes) {
      try {
        held.get(uri)?.edit(changes);
      } catch {
        // The next `get` parses the whole text again.
        remove(uri);
      }
    },
    delete: remove,
    dispose() {
      for (const uri of [...held.keys()]) remove(uri);
    },
  };
}
