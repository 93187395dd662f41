/** Questions about lines of a text. */

/** Whether the line above the one of `offset` is blank, where nothing but indentation stands before `offset`. */
export function isBlankBefore(text: string, offset: number): boolean {
  let at = skipBack(text, offset);
  if (at === 0 || text[at - 1] !== '\n') return false;
  at = skipBack(text, at - 1);
  return at > 0 && text[at - 1] === '\n';
}

/** Whether the line below the one of `offset` is blank, where nothing but blanks follows `offset`. */
export function isBlankAfter(text: string, offset: number): boolean {
  return /^[ \t\f]*\r?\n[ \t\f]*\r?\n/.test(text.slice(offset, offset + 200));
}

function skipBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 12 || unit === 13;
}

/** The column of what stands at `offset`, tabs counted as Python does; undefined where code stands before it. */
export function indentAt(text: string, offset: number): number | undefined {
  const start = skipBack(text, offset);
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  let column = 0;
  for (let at = start; at < offset; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 9) column += 8 - (column % 8);
    else if (unit === 12) column = 0;
    else if (unit !== 13) column++;
  }
  return column;
}

/** Whether two offsets are on one line. */
export function isSameLine(text: string, from: number, to: number): boolean {
  const end = text.indexOf('\n', from);
  return end < 0 || end >= to;
}
