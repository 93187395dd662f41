/** One open document: its analysis, made when it is asked for and kept until the text changes. */
import type { Idiom } from './catalog/idiom';
import { createFacts } from './facts';
import type { NeighbourModule } from './facts/neighbours';
import type { Facts, Versions } from './facts/facts';
import { holesOf } from './holes';
import type { Counterpart, Document, Hint, Logger, OffsetRange } from './index';
import type { Match } from './match/match';
import { languageNames } from './languages';
import type { Matcher } from './match';
import { moveRange } from './positions';
import { summarize } from './present/summary';
import { selectNodes, enclosingDeclaration } from './selection';
import { lowerGo } from './syntax/go/lower';
import { lowerGoFragment } from './syntax/go/fragment';
import type { CstNode } from './syntax/cst';
import { lowerAgain, type Lowered } from './syntax/incremental';
import type { NodeBase, SourceFile } from './syntax/node';
import type { LanguageId, Parsers, TextChange } from './syntax/parser';
import { lowerPython } from './syntax/python/lower';
import type { Trees } from './syntax/trees';
import { translate } from './translate';
import type { Translation, TranslationInput } from './translate/translate';

/** What a document needs from the service that opened it. */
export interface DocumentContext {
  parsers: Parsers;
  trees: Trees;
  log: Logger;
  matcher(): Promise<Matcher>;
  /** Versions for a language whose project file says nothing. */
  fallback: Required<Versions>;
  /** What the project files and neighbours of a document say; empty where they are not known yet. */
  surroundings(uri: string, language: LanguageId, file: SourceFile<NodeBase>): Promise<Surroundings>;
  tools: Parameters<typeof translate>[1];
  onDispose(document: Document): void;
}

export interface Surroundings {
  versions: Versions;
  neighbours: NeighbourModule[];
}

interface Analysis {
  text: string;
  file: SourceFile<NodeBase>;
  facts: Facts;
  matches: Match[];
  surroundings: Surroundings;
  /** The same text analysed alone, once the facts of a newer one own the nodes that both have. */
  alone?: Analysis;
}

/** A hint keeps the analysis that it came from, so that its counterpart can be written after further edits. */
interface HintOrigin {
  analysis: Analysis;
  match: Match;
}

/** What the service does with a document that others do not. */
export interface OwnedDocument extends Document {
  /** The idioms have changed: what was found with the old ones is forgotten. */
  invalidate(): void;
}

export function createDocument(
  init: { uri: string; language: LanguageId; text: string; version: number },
  context: DocumentContext,
): OwnedDocument {
  const { uri, language } = init;
  let text = init.text;
  let version = init.version;
  let analysis: Promise<Analysis> | undefined;
  let hints: Promise<Hint[]> | undefined;
  /** The hints of the last analysis, moved along with every edit since. */
  let last: Hint[] = [];
  const origins = new WeakMap<Hint, HintOrigin>();
  /** What was lowered last; the next text shares the units with it that did not change. */
  let lowered: Lowered | undefined;
  /** Units that two texts share belong to the facts that were made last. */
  let newest: Analysis | undefined;

  async function analyse(): Promise<Analysis> {
    const current = text;
    const matcher = await context.matcher();
    const root = (await context.trees.get(uri, language, current)).cst();
    const file = lowered ? lowerAgain(lowered, root, current, one => lower(one, current)) : lower(root, current);
    lowered = { text: current, root, file };
    const surroundings = await context.surroundings(uri, language, file);
    return (newest = examine(current, file, surroundings, matcher));
  }

  function examine(source: string, file: SourceFile<NodeBase>, surroundings: Surroundings, matcher: Matcher): Analysis {
    const facts = createFacts({ file, language, ...surroundings });
    return { text: source, file, facts, matches: matcher.matchFile(file, facts), surroundings };
  }

  /** An analysis whose facts may be asked; of an older text, one that shares nothing with the newest. */
  async function usable(made: Analysis): Promise<Analysis> {
    if (made === newest) return made;
    const matcher = await context.matcher();
    return (made.alone ??= examine(made.text, lower(parse(made.text), made.text), made.surroundings, matcher));
  }

  function lower(cst: CstNode, source: string): SourceFile<NodeBase> {
    if (language === 'python') return lowerPython(cst, source, { parse });
    // A notebook cell or a selection holds statements, which Go allows in functions only.
    const isFile = /^\s*(?:\/\/.*\s+|\/\*[^]*?\*\/\s*)*package\b/.test(source);
    return isFile ? lowerGo(cst, source, { parse }) : lowerGoFragment(parse, source);
  }

  /** A tree that nobody keeps: behind an open bracket, and for Go's statements without a function. */
  function parse(source: string): CstNode {
    const tree = context.parsers.parseNow(language, source);
    if (!tree) throw new Error(`The ${language} grammar is not loaded.`);
    try {
      return tree.cst();
    } finally {
      tree.dispose();
    }
  }

  function current(): Promise<Analysis> {
    if (!analysis) {
      analysis = analyse();
      analysis.catch(error => {
        context.log.error(`${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        analysis = undefined;
      });
    }
    return analysis;
  }

  async function findHints(): Promise<Hint[]> {
    const made = await current();
    const fresh: Hint[] = [];
    for (const match of made.matches) {
      const hint = match.idiom.level === 'syntax' || match.parts.length === 0 ? undefined : toHint(match, made);
      // A handler that is registered twice is one hint, not two on the same lines.
      if (!hint || fresh.some(other => other.idiom === hint.idiom && sameRange(other.range, hint.range))) continue;
      origins.set(hint, { analysis: made, match });
      fresh.push(hint);
    }
    // While a declaration does not parse, what was found there before stays.
    const broken = made.file.units.filter(unit => unit.hasError);
    const kept = last.filter(
      hint =>
        broken.some(unit => unit.start <= hint.range.start && hint.range.end <= unit.end) &&
        !fresh.some(other => other.idiom.id === hint.idiom.id && overlaps(other.range, hint.range)),
    );
    const all = [...fresh, ...kept].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
    if (made.text === text) last = all;
    return all;
  }

  const document: OwnedDocument = {
    uri,
    language,
    get text() {
      return text;
    },
    get version() {
      return version;
    },
    change(changes, newVersion) {
      for (const change of changes) text = text.slice(0, change.start) + change.text + text.slice(change.end);
      version = newVersion;
      context.trees.edit(uri, changes);
      last = last.flatMap(hint => move(hint, changes, origins));
      analysis = undefined;
      hints = undefined;
    },
    hints() {
      hints ??= findHints();
      hints.catch(() => (hints = undefined));
      return hints;
    },
    async hintsAt(offset) {
      const covering = (await document.hints()).filter(hint =>
        [hint.range, ...hint.parts].some(range => range.start <= offset && offset <= range.end),
      );
      const size = (hint: Hint): number => {
        const here = [hint.range, ...hint.parts].filter(range => range.start <= offset && offset <= range.end);
        return Math.min(...here.map(range => range.end - range.start));
      };
      return covering.sort((a, b) => size(a) - size(b));
    },
    async counterpart(hint) {
      const origin = origins.get(hint);
      if (!origin) throw new Error('This hint belongs to another document.');
      const made = await usable(origin.analysis);
      const match = made === origin.analysis ? origin.match : made.matches.find(one => isSameMatch(one, origin.match));
      if (!match) throw new Error('This hint belongs to a text that is no more.');
      return toCounterpart(await write(made, { kind: 'match', match }), match.idiom);
    },
    async translate(range) {
      const made = await usable(await current());
      if (!range) return write(made, { kind: 'file' });
      return write(made, selectNodes(made.file, range) ?? { kind: 'file' });
    },
    async enclosingDeclaration(offset) {
      return enclosingDeclaration((await current()).file, offset);
    },
    invalidate() {
      analysis = undefined;
      hints = undefined;
    },
    dispose() {
      context.trees.delete(uri);
      context.onDispose(document);
    },
  };

  async function write(made: Analysis, scope: TranslationInput['scope']): Promise<Translation> {
    const { file, text: source, facts, matches, surroundings } = made;
    const target = { ...context.fallback, ...facts.versions };
    const matcher = await context.matcher();
    return translate(
      {
        file,
        text: source,
        name: stemOf(uri),
        facts,
        matches,
        target,
        scope,
        analyse: other => examine(source, other, surroundings, matcher),
      },
      context.tools,
    );
  }

  return document;

  function toHint(match: Match, made: Analysis): Hint {
    const [head, ...others] = match.parts.map(part => ({ start: part.start, end: part.end }));
    return {
      idiom: summarize(match.idiom),
      language,
      range: head!,
      parts: others,
      holes: holesOf(match, made.file, made.text),
      declares: declares(match),
      certainty: match.certainty,
      assumes: match.assumes,
      alternatives: match.alternatives.map(summarize),
    };
  }

  function toCounterpart(translation: Translation, idiom: Idiom): Counterpart {
    const side = idiom[translation.language];
    // `defer resp.Body.Close()` is such a case: what is around it closes the body.
    const nothing = `${languageNames[translation.language]} needs nothing here: what is around it sees to that.`;
    const note = side.instead ?? (translation.code || translation.gaps.length > 0 ? undefined : nothing);
    return {
      language: translation.language,
      code: translation.code,
      imports: translation.imports,
      ...(note === undefined ? {} : { note }),
      gaps: translation.gaps,
      assumptions: translation.assumptions,
      correspondences: translation.correspondences,
    };
  }
}

/** The file's name without its ending. */
function stemOf(uri: string): string {
  return (uri.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
}

const declarations = new Set(['FunctionDef', 'ClassDef', 'FuncDecl', 'GenDecl', 'GoStmt', 'SelectStmt']);

/** A match of statements that declares or launches; an expression in the middle of a line does neither. */
function declares({ idiom, parts }: Match): boolean {
  const node = parts[0]?.nodes[0];
  return idiom.lens ?? (node !== undefined && declarations.has(node.kind));
}

function move(hint: Hint, changes: readonly TextChange[], origins: WeakMap<Hint, HintOrigin>): Hint[] {
  const range = moveRange(hint.range, changes);
  if (!range) return [];
  const parts = hint.parts.flatMap(part => moveRange(part, changes) ?? []);
  const holes = hint.holes.flatMap(hole => moveRange(hole, changes) ?? []);
  const moved = { ...hint, range, parts, holes };
  const origin = origins.get(hint);
  if (origin) origins.set(moved, origin);
  return [moved];
}

function isSameMatch(a: Match, b: Match): boolean {
  return (
    a.idiom.id === b.idiom.id &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => sameRange(part, b.parts[i]!))
  );
}

function sameRange(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}
