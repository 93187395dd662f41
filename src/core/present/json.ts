/** The JSON that the command line writes, version 1. Editors and scripts may rely on its shape. */
import type { Counterpart, Hint, IdiomSummary, LanguageId, Performance } from '../index';
import type { LineIndex } from './lines';

export interface HintsReport {
  version: 1;
  files: FileReport[];
}

export interface FileReport {
  path: string;
  language: LanguageId;
  hints: HintReport[];
}

/** Positions are zero-based; characters are UTF-16 units. */
export interface HintReport {
  idiom: string;
  title: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  certainty: Hint['certainty'];
  assumes: string[];
  counterpart: { language: LanguageId; code: string; imports: string[]; note?: string };
  traps: string[];
  performance: PerformanceReport;
}

export interface PerformanceReport {
  kind: Performance['kind'];
  text: string;
  figures: unknown[];
}

export function hintReport(hint: Hint, counterpart: Counterpart, lines: LineIndex): HintReport {
  return {
    idiom: hint.idiom.id,
    title: hint.idiom.title,
    range: { start: lines.position(hint.range.start), end: lines.position(hint.range.end) },
    certainty: hint.certainty,
    assumes: [...new Set([...hint.assumes, ...counterpart.assumptions])],
    counterpart: {
      language: counterpart.language,
      code: counterpart.code,
      imports: counterpart.imports,
      ...(counterpart.code ? {} : { note: counterpart.note ?? '' }),
    },
    traps: hint.idiom.traps,
    performance: performanceReport(hint.idiom.performance),
  };
}

export function performanceReport(performance: Performance): PerformanceReport {
  const { kind, text } = performance;
  if (kind === 'published') return { kind, text, figures: performance.figures };
  return { kind, text: kind === 'complexity' ? `${text} (${performance.source})` : text, figures: [] };
}

export interface CatalogReport {
  version: 1;
  idioms: {
    id: string;
    title: string;
    domain: string;
    level: string;
    fit: string;
    python: { patterns: string[]; since?: string };
    go: { patterns: string[]; since?: string };
    traps: string[];
    performance: PerformanceReport;
    sources: { title: string; url: string }[];
  }[];
}

export function catalogReport(idioms: readonly IdiomSummary[]): CatalogReport {
  return {
    version: 1,
    idioms: idioms.map(idiom => ({
      id: idiom.id,
      title: idiom.title,
      domain: idiom.domain,
      level: idiom.level,
      fit: idiom.fit,
      python: { patterns: idiom.python.patterns, ...since(idiom.python.since) },
      go: { patterns: idiom.go.patterns, ...since(idiom.go.since) },
      traps: idiom.traps,
      performance: performanceReport(idiom.performance),
      sources: idiom.sources,
    })),
  };
}

const since = (version: string | undefined): { since?: string } => (version ? { since: version } : {});
