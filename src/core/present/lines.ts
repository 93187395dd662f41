export interface Position {
  /** Zero-based. */
  line: number;
  /** UTF-16 units from the start of the line. */
  character: number;
}

/** Turns offsets into positions. Lines end at `\n`, `\r\n` or `\r`, as in VS Code. */
export interface LineIndex {
  position(offset: number): Position;
  offset(position: Position): number;
}

export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return {
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: at - starts[low]! };
    },
    offset({ line, character }) {
      const start = starts[Math.max(0, Math.min(line, starts.length - 1))]!;
      return Math.min(start + character, text.length);
    },
  };
}
