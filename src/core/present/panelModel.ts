/** The messages' payload: what the panel shows, as plain data. The page builds elements from it and never takes HTML. */
import type { OffsetRange } from '../positions';
import type { LanguageId } from '../syntax/parser';
import type { Token } from './highlight';
import type { Inline } from './inline';

export type { Inline } from './inline';

export interface CodeView {
  language: LanguageId;
  tokens: Token[];
}

export interface PanelModel {
  kind: 'comparison';
  id: string;
  title: string;
  summary: Inline[];
  /** The user's code first. Without a document both are the catalog's own. */
  source: CodeView | undefined;
  target: CodeView | undefined;
  /** What people write instead where there is no counterpart. */
  note: Inline[];
  /** Pairs of ranges that say the same, in offsets of the two codes as shown. */
  pairs: { source: OffsetRange; target: OffsetRange }[];
  remarks: string[];
  traps: Inline[][];
  performance: { text: Inline[]; from: string; figures: FigureRow[] };
  /** Where this job is at home. */
  fit: string;
  sources: { title: string; url: string }[];
  /** Whether the code is the user's (then it can be copied and muted). */
  live: boolean;
}

export interface FigureRow {
  what: string;
  python: string;
  go: string;
  passport: string;
  doubt: string;
}

export interface OverviewModel {
  kind: 'overview';
  file: string;
  /** Idioms of the file in the order of the text. */
  rows: { id: string; title: string; line: number; offset: number }[];
}
