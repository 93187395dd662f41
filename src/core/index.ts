/**
 * The whole public API of the core. One call makes the service; the editor and the command line are two callers of it.
 */
import type { Idiom, Performance, Fit, Level, Source } from './catalog/idiom';
import type { Neighbours, Versions } from './facts/facts';
import type { Certainty } from './match/match';
import type { OffsetRange } from './positions';
import type { Assets, LanguageId, TextChange } from './syntax/parser';
import type { Token } from './present/highlight';
import type { Gap, Translation } from './translate/translate';

export type { Assets, AssetName, LanguageId, TextChange } from './syntax/parser';
export type { Neighbours, Versions } from './facts/facts';
export type { Idiom, Performance, PublishedFigure, Fit, Level, Source } from './catalog/idiom';
export type { Certainty } from './match/match';
export type { OffsetRange } from './positions';
export type { Gap, Translation } from './translate/translate';

export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What the core asks of the program around it. It opens no file and no connection of its own. */
export interface Host {
  assets: Assets;
  neighbours: Neighbours;
  log: Logger;
}

export interface ServiceOptions {
  /** Used where no go.mod or requires-python says; without them the newest that the catalog was proven with. */
  versions?: Versions;
  /** Documents whose trees are kept at the same time; the least recently used goes first. Default 32. */
  maxDocuments?: number;
}

/** An idiom found in a document. Everything but the counterpart is known at once. */
export interface Hint {
  idiom: IdiomSummary;
  language: LanguageId;
  range: OffsetRange;
  /** The other parts of the same match (a handler's registration, the uses of a lock). */
  parts: OffsetRange[];
  /** What the pattern left open inside these ranges, such as a body: a hover is not offered there. */
  holes: OffsetRange[];
  /** It declares or launches something (a function, a class, a goroutine, the main guard), so a lens may stand above it. */
  declares: boolean;
  certainty: Certainty;
  assumes: string[];
  /** The other idioms that may be meant, where types decide and are not known. */
  alternatives: IdiomSummary[];
}

export interface Counterpart {
  language: LanguageId;
  /** Empty where the other language has none; `note` then says what people write instead. */
  code: string;
  imports: string[];
  /** Markdown. */
  note?: string;
  gaps: Gap[];
  assumptions: string[];
  correspondences: Translation['correspondences'];
}

/** What surfaces show of an idiom, without its patterns. */
export interface IdiomSummary {
  id: string;
  domain: string;
  title: string;
  level: Level;
  fit: Fit;
  keywords: string[];
  /** Markdown. */
  summary: string;
  python: SideSummary;
  go: SideSummary;
  /** Markdown, the sharpest first. */
  traps: string[];
  performance: Performance;
  sources: Source[];
}

/** One language's side of an idiom. */
export interface SideSummary {
  /** The first fence that is written, as it stands in the catalog; the first at all where none is; empty for none. */
  code: string;
  /** Every fence, as it stands in the catalog. */
  patterns: string[];
  since?: string;
  /** Markdown: what people write instead, where this language has no counterpart. */
  instead?: string;
}

/** A document that the service follows. Closing it frees its tree. */
export interface Document {
  readonly uri: string;
  readonly language: LanguageId;
  readonly text: string;
  readonly version: number;
  /** Applies changes in order; offsets are those of the text before each change. */
  change(changes: readonly TextChange[], version: number): void;
  /** All hints in the order of the text, outer before inner. Levels `idiom` and `quiet`; never `syntax`. */
  hints(): Promise<Hint[]>;
  /** The hints that cover the offset, the innermost first; empty for none. */
  hintsAt(offset: number): Promise<Hint[]>;
  counterpart(hint: Hint): Promise<Counterpart>;
  /**
   * Translates the statements or the expression that the range covers, or the whole document without a range. A range
   * that covers nothing whole gives the smallest statement around it.
   */
  translate(range?: OffsetRange): Promise<Translation>;
  /** The smallest function or class around the offset, or undefined at module level. */
  enclosingDeclaration(offset: number): Promise<OffsetRange | undefined>;
  dispose(): void;
}

export interface IdiomService {
  /** The shipped catalog and what `addIdioms` brought, sorted by id. */
  catalog(): Promise<readonly IdiomSummary[]>;
  open(document: { uri: string; language: LanguageId; text: string; version: number }): Promise<Document>;
  /**
   * Replaces the idioms of the workspace. A file that is broken costs that file only; each problem has its file and a
   * zero-based line.
   */
  setWorkspaceIdioms(files: { uri: string; text: string }[]): Promise<CatalogProblem[]>;
  /** Code cut into coloured tokens, for surfaces without an editor. */
  tokenize(language: LanguageId, code: string): Promise<Token[]>;
  /** Trees held at the moment, for the tests on leaks. */
  liveTrees(): number;
  dispose(): void;
}

/** Something wrong in an idiom file. */
export interface CatalogProblem {
  uri: string;
  /** Zero-based. */
  line: number;
  /** Says what is wrong and what to write instead. */
  message: string;
}

/** For the tests of the catalog, which look at patterns too. */
export type CompiledCatalog = readonly Idiom[];

export { createNeighbours, maxNeighbourBytes } from './neighbourFiles';
export { fileEndings, languageNames, otherLanguage } from './languages';
export { createIdiomService, provenWith } from './service';
export { hoverMarkdown, withImports, type HoverLinks } from './present/hover';
export { catalogReport, hintReport, type CatalogReport, type FileReport, type HintsReport } from './present/json';
export { createLineIndex, type LineIndex, type Position } from './present/lines';
export { performanceLine, figureLine } from './present/performance';
export { isMuted, mutedLines } from './present/mute';
export { panelModel, overviewModel } from './present/panel';
export type { PanelModel, OverviewModel, CodeView, FigureRow } from './present/panelModel';
export type { Inline } from './present/inline';
export type { Token } from './present/highlight';
