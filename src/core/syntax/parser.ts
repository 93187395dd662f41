/** web-tree-sitter is imported in this folder only: text in, a concrete syntax tree as plain objects out. */
import { Edit, Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import type { CstNode } from './cst';

export type LanguageId = 'python' | 'go';

/** Where the core gets its bytes. The host decides whether that is a file, a bundle or a request. */
export interface Assets {
  /** Rejects where there is no such asset. */
  read(name: AssetName): Promise<Uint8Array>;
}
export type AssetName =
  | 'web-tree-sitter.wasm'
  | 'tree-sitter-python.wasm'
  | 'tree-sitter-go.wasm'
  | 'gofmt.wasm'
  | 'ruff_fmt.wasm'
  | 'catalog.json';

/** One change of a text; offsets are UTF-16 units in the text before the change. */
export interface TextChange {
  start: number;
  /** End of what was replaced. */
  end: number;
  text: string;
}

/** A parsed text that can be edited. It owns one tree in the parser's memory: call `dispose`. */
export interface SyntaxTree {
  readonly language: LanguageId;
  readonly text: string;
  /**
   * The whole tree as plain objects; computed once for each state of the text. Top-level nodes that an edit did not touch
   * are the same objects as before it, moved to where they stand now.
   */
  cst(): CstNode;
  /** Applies changes in order and parses again incrementally. Returns the ranges of the new text that differ in structure. */
  edit(changes: readonly TextChange[]): { start: number; end: number }[];
  dispose(): void;
}

export interface Parsers {
  /** Loads the grammar on first use. */
  parse(language: LanguageId, text: string): Promise<SyntaxTree>;
  /** As `parse`, for a language that is loaded already; undefined where it is not. */
  parseNow(language: LanguageId, text: string): SyntaxTree | undefined;
  load(language: LanguageId): Promise<void>;
  /** Trees that were made and not disposed of. */
  liveTrees(): number;
}

let runtime: Promise<void> | undefined;

/** Makes the parsers. Nothing is loaded before the first document of a language. */
export function createParsers(assets: Assets): Parsers {
  const loading = new Map<LanguageId, Promise<Parser>>();
  const ready = new Map<LanguageId, Parser>();
  let live = 0;

  async function loadParser(language: LanguageId): Promise<Parser> {
    runtime ??= assets.read('web-tree-sitter.wasm').then(wasmBinary => Parser.init({ wasmBinary }));
    await runtime;
    const grammar = await Language.load(await assets.read(`tree-sitter-${language}.wasm`));
    const parser = new Parser();
    parser.setLanguage(grammar);
    ready.set(language, parser);
    return parser;
  }

  function load(language: LanguageId): Promise<Parser> {
    let parser = loading.get(language);
    if (!parser) {
      parser = loadParser(language);
      // A failed load may succeed later (a remote host that was away), so it is not remembered.
      parser.catch(() => loading.delete(language));
      loading.set(language, parser);
    }
    return parser;
  }

  function make(parser: Parser, language: LanguageId, text: string): SyntaxTree {
    let current = text;
    let tree: Tree | undefined = parser.parse(text) ?? undefined;
    let plain: CstNode | undefined;
    let kept: KeptNode[] = [];
    if (!tree) throw new Error(`The ${language} parser gave no tree.`);
    live++;
    return {
      language,
      get text() {
        return current;
      },
      cst() {
        if (!tree) throw new Error('This syntax tree was disposed of.');
        if (!plain) {
          plain = copyTree(tree, kept);
          kept = plain.children.map(node => ({ node, by: 0 }));
        }
        return plain;
      },
      edit(changes) {
        if (!tree) throw new Error('This syntax tree was disposed of.');
        for (const change of changes) {
          tree.edit(toEdit(current, change));
          kept = keptOver(change, kept);
          current = current.slice(0, change.start) + change.text + current.slice(change.end);
        }
        const before = tree;
        const after = parser.parse(current, before);
        if (!after) throw new Error(`The ${language} parser gave no tree.`);
        const ranges = before.getChangedRanges(after);
        before.delete();
        tree = after;
        plain = undefined;
        for (const range of ranges) kept = kept.filter(one => isApart(one, range.startIndex, range.endIndex));
        return ranges.map(range => ({ start: range.startIndex, end: range.endIndex }));
      },
      dispose() {
        if (!tree) return;
        tree.delete();
        tree = undefined;
        live--;
      },
    };
  }

  return {
    async parse(language, text) {
      return make(await load(language), language, text);
    },
    parseNow(language, text) {
      const parser = ready.get(language);
      return parser && make(parser, language, text);
    },
    async load(language) {
      await load(language);
    },
    liveTrees: () => live,
  };
}

function toEdit(text: string, change: TextChange): Edit {
  const startPosition = pointAt(text, change.start);
  return new Edit({
    startIndex: change.start,
    oldEndIndex: change.end,
    newEndIndex: change.start + change.text.length,
    startPosition,
    oldEndPosition: pointAt(text, change.end),
    newEndPosition: advance(startPosition, change.text),
  });
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  return advance({ row: 0, column: 0 }, text.slice(0, offset));
}

function advance(from: { row: number; column: number }, text: string): { row: number; column: number } {
  let { row } = from;
  let lineStart = -from.column;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: text.length - lineStart };
}

/** A top-level node that was copied before, and how far edits have moved it since. */
interface KeptNode {
  node: CstNode;
  by: number;
}

/** What an edit leaves as it is; what it touches at one end may have become another node. */
function keptOver(change: TextChange, kept: readonly KeptNode[]): KeptNode[] {
  const grown = change.text.length - (change.end - change.start);
  return kept.flatMap(one => {
    if (!isApart(one, change.start, change.end)) return [];
    return one.node.start + one.by > change.end ? [{ node: one.node, by: one.by + grown }] : [one];
  });
}

const isApart = ({ node, by }: KeptNode, start: number, end: number): boolean =>
  node.end + by < start || node.start + by > end;

/** One walk with a cursor: no node object is made in the parser's memory. Top-level nodes that are kept are not walked. */
function copyTree(tree: Tree, kept: readonly KeptNode[]): CstNode {
  const byStart = new Map(kept.map(one => [one.node.start + one.by, one]));
  const cursor = tree.walk();
  try {
    return copyNode(cursor, () => {
      const known = byStart.get(cursor.startIndex);
      if (!known || known.node.hasError || known.node.type !== cursor.nodeType) return undefined;
      if (known.node.end + known.by !== cursor.endIndex) return undefined;
      if (known.by !== 0) move(known.node, known.by);
      return known.node;
    });
  } finally {
    cursor.delete();
  }
}

function move(node: CstNode, by: number): void {
  node.start += by;
  node.end += by;
  for (const child of node.children) move(child, by);
}

function copyNode(cursor: TreeCursor, known?: () => CstNode | undefined): CstNode {
  const type = cursor.nodeType;
  const missing = cursor.nodeIsMissing;
  const node: CstNode = {
    type,
    named: cursor.nodeIsNamed,
    start: cursor.startIndex,
    end: cursor.endIndex,
    hasError: missing || type === 'ERROR',
    missing,
    children: [],
  };
  const field = cursor.currentFieldName;
  if (field) node.field = field;
  if (cursor.gotoFirstChild()) {
    do {
      const child = known?.() ?? copyNode(cursor);
      node.hasError ||= child.hasError;
      node.children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}
