/** Collects what is wrong in one file, in the order of the lines. */
import type { CatalogProblem } from '../index';

export interface Problems {
  /** `line` is zero-based. The message says what is wrong and what to write instead. */
  report(line: number, message: string): void;
  /** As `report`, for something that is missing but without which the idiom can still be found and written. */
  incomplete(line: number, message: string): void;
  /** Something was reported that makes the idiom unusable. */
  readonly broken: boolean;
  /** Everything reported so far, sorted by line. */
  list(): CatalogProblem[];
}

export function createProblems(uri: string): Problems {
  const found: CatalogProblem[] = [];
  let broken = false;
  const add = (line: number, message: string): void => {
    if (found.some(problem => problem.line === line && problem.message === message)) return;
    found.push({ uri, line, message });
  };
  return {
    report(line, message) {
      broken = true;
      add(line, message);
    },
    incomplete: add,
    get broken() {
      return broken;
    },
    list: () => [...found].sort((a, b) => a.line - b.line),
  };
}

/** ` Did you mean "title"?` for the known word nearest to `word`, or nothing where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

/** The known word with the fewest edits, if these are at most a third of its length (and at least one is allowed). */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Insertions, deletions, replacements, and swaps of neighbours, which are what typing gets wrong (Damerau). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1]!;
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1, swaps ? rows[i - 2]![j - 2]! + 1 : Infinity));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
