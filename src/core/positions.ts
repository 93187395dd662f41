/** Moves offsets with the edits of a text. */
import type { TextChange } from './syntax/parser';

/** Half-open range of absolute UTF-16 offsets. */
export interface OffsetRange {
  start: number;
  end: number;
}

/**
 * Where a range stands after the changes. Undefined where a change touches its inside, for then it no longer means the
 * same text. Text that is inserted at either end stays outside.
 */
export function moveRange(range: OffsetRange, changes: readonly TextChange[]): OffsetRange | undefined {
  let { start, end } = range;
  for (const change of changes) {
    const shift = change.text.length - (change.end - change.start);
    if (change.end <= start) {
      start += shift;
      end += shift;
    } else if (change.start < end) return undefined;
  }
  return { start, end };
}
