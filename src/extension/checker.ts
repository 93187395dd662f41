/** What a check of an answer is, whoever runs it. The web has no programs to run, so it has no checker. */
import type { LanguageId, Translation } from '../core';

/** One thing that a tool found, at its place in the checked code; zero-based, columns in UTF-16 units. */
export interface Finding {
  line: number;
  column: number;
  message: string;
}

export interface CheckResult {
  /** What looked, with its version: `go vet, Go 1.26.8`. */
  tool: string;
  findings: Finding[];
  /** What could not be looked at, in plain words; absent where everything was. */
  note?: string;
}

export interface CheckOptions {
  /** The program to run, where the settings name one; else it is looked for. */
  executable?: string;
  /** Ends the programs that are running; the check then rejects. */
  signal: AbortSignal;
}

/** Rejects with `MissingTool` where its program is not there, and with the tool's own words where it fails. */
export type Checker = (code: string, options: CheckOptions) => Promise<CheckResult>;

/** By the language of the code. */
export type Checkers = Record<LanguageId, Checker>;

/** A program that a check needs and that is not there. */
export class MissingTool extends Error {
  constructor(
    /** As people call it: `Go`. */
    readonly tool: string,
    /** Where to get it. */
    readonly address: string,
  ) {
    super(`${tool} was not found.`);
  }
}

/**
 * The range of the source that a place of the answer came from, as absolute UTF-16 offsets: the smallest range around
 * the place, else the first that starts on its line, else the nearest before it. Undefined for an answer of nothing.
 */
export function sourceOf(
  { code, correspondences }: Translation,
  { line, column }: Finding,
): { start: number; end: number } | undefined {
  const lines = code.split('\n');
  const lineStart = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const lineEnd = lineStart + (lines[line]?.length ?? 0);
  const offset = Math.min(lineStart + column, lineEnd);
  const size = ({ target }: Translation['correspondences'][number]): number => target.end - target.start;
  const around = correspondences
    .filter(({ target }) => target.start <= offset && offset < target.end)
    .sort((a, b) => size(a) - size(b));
  const onLine = correspondences
    .filter(({ target }) => target.start >= lineStart && target.start <= lineEnd)
    .sort((a, b) => a.target.start - b.target.start);
  const before = correspondences
    .filter(({ target }) => target.start < lineStart)
    .sort((a, b) => b.target.start - a.target.start || size(a) - size(b));
  return (around[0] ?? onLine[0] ?? before[0])?.source;
}
