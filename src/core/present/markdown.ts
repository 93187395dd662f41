/** Markdown is put together by functions that escape; text of a file or an idiom never becomes markup by accident. */

/** Plain text as Markdown: nothing in it is read as markup, and line breaks become blanks. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** A fenced block whose fence is longer than any run of back quotes inside. */
export function codeBlock(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/\n+$/, '')}\n${fence}`;
}

/** A link; blanks and brackets of the address are encoded. */
export function link(label: string, address: string, tooltip?: string): string {
  const target = address.replace(/[\s()<>"\\]/g, char =>
    encodeURIComponent(char).replace(/[()]/g, c => (c === '(' ? '%28' : '%29')),
  );
  const title = tooltip ? ` "${tooltip.replace(/["\\\n]/g, ' ')}"` : '';
  return `[${escapeText(label)}](${target}${title})`;
}
