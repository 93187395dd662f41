/** What could not be said and what was taken for granted, collected while an answer is written. */
import type { NodeBase } from '../syntax/node';
import type { Gap } from './translate';

/** Thrown where a node has no counterpart; the nearest statement turns it into a comment and a gap. */
export class GapError extends Error {
  /** `node` is what cannot be said; without it the whole statement is meant. */
  constructor(
    readonly what: string,
    readonly node?: NodeBase,
  ) {
    super(what);
    this.name = 'GapError';
  }
}

/** Collects gaps and assumptions without doubles. */
export class Notes {
  private readonly gapList: Gap[] = [];
  private readonly assumed = new Set<string>();

  gap(gap: Gap): void {
    if (!this.gapList.some(known => known.start === gap.start && known.end === gap.end && known.what === gap.what)) {
      this.gapList.push(gap);
    }
  }

  /** `what` is a plain statement: `n is an int`. */
  assume(what: string): void {
    this.assumed.add(what);
  }

  /** In the order of the source. */
  gaps(): Gap[] {
    return [...this.gapList].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  assumptions(): string[] {
    return [...this.assumed];
  }

  /** Where a trial failed, what it noted is taken back. */
  mark(): () => void {
    const gaps = this.gapList.length;
    const assumed = [...this.assumed];
    return () => {
      this.gapList.length = gaps;
      this.assumed.clear();
      for (const what of assumed) this.assumed.add(what);
    };
  }
}

/** The lines of the comment that stands where something could not be said: why, and the original. */
export function gapLines(what: string, original: string): string[] {
  const [first = '', ...rest] = original.split('\n');
  const indents = rest.filter(line => line.trim() !== '').map(line => /^\s*/.exec(line)![0].length);
  // The text of a node begins behind its indentation, its other lines have theirs and more.
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  return [`Not translated: ${what}`, first, ...rest.map(line => line.slice(shared))].map(line => ` ${line}`.trimEnd());
}
