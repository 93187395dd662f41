/**
 * Metavariables in the text of a fence. `$NAME` is no name in either language, so it is parsed as `µNAME`, which is;
 * both have the same length, so that offsets stay those of the text. In a list that takes no plain name the hole gets a
 * filler (`case µNAME:`), which lowering takes away again.
 */
import type { LanguageId } from '../syntax/parser';

/** A line that is only `...` is parsed as this name, which is as long; a fence cannot spell it. */
export const gapName = '__';

const hole = /\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)/g;

/** The text with every `$` of a metavariable as `µ`, and every line `...` as a name. As long as the text. */
export function encode(text: string): string {
  return text
    .replace(hole, (_, many?: string, one?: string) => (many === undefined ? `µ${one}` : `µµµ${many}`))
    .replace(/^([ \t]*)\.\.\.(?=[ \t]*(?:\r?$))/gm, `$1µ${gapName}`);
}

/** The text as its author wrote it, for messages. */
export function decode(code: string): string {
  return code.replaceAll(`µ${gapName}`, '...').replaceAll('µ', '$');
}

/** A text with insertions. */
export interface Filled {
  code: string;
  /** From an offset in `code` to one in the text without the insertions. */
  toText(offset: number): number;
}

/** One way to make a hole parse: what goes before and behind it. */
export interface Filler {
  before: string;
  after: string;
}

const none: Filler = { before: '', after: '' };
const fillers: Record<LanguageId, Filler[]> = {
  python: [
    none,
    { before: '**', after: '' },
    { before: 'if ', after: '' },
    { before: 'elif ', after: ': pass' },
    { before: 'except ', after: ': pass' },
    { before: 'case ', after: ': pass' },
  ],
  go: [
    none,
    { before: '', after: ' any' },
    { before: 'case ', after: ':' },
    { before: 'case <-', after: ':' },
  ],
};

/**
 * Chooses a filler for each `$$$NAME`. Where the line says what it has to be (among cases, for a plain name there is
 * swallowed by the case before without an error), that; else the one with which the fewest errors remain.
 * `errors` counts what is wrong with a code.
 */
export async function fill(
  language: LanguageId,
  code: string,
  errors: (code: string) => Promise<number>,
): Promise<Filled> {
  const holes = [...code.matchAll(/µµµ\w+/g)].map(found => ({ start: found.index, end: found.index + found[0].length }));
  const chosen = holes.map(({ start }) => fillerByPlace(language, code, start) ?? none);
  let best = apply(code, holes, chosen);
  let left = await errors(best.code);
  for (let i = 0; i < holes.length && left > 0; i++) {
    const start = chosen[i]!;
    for (const filler of fillers[language]) {
      if (filler === start) continue;
      const attempt = chosen.map((other, j) => (i === j ? filler : other));
      const filled = apply(code, holes, attempt);
      const count = await errors(filled.code);
      if (count >= left) continue;
      left = count;
      best = filled;
      chosen[i] = filler;
    }
  }
  return best;
}

function apply(code: string, holes: { start: number; end: number }[], chosen: Filler[]): Filled {
  const insertions: { at: number; text: string }[] = [];
  holes.forEach((hole, i) => {
    const filler = chosen[i] ?? none;
    if (filler.before) insertions.push({ at: hole.start, text: filler.before });
    if (filler.after) insertions.push({ at: hole.end, text: filler.after });
  });
  let filled = '';
  let last = 0;
  for (const { at, text } of insertions) {
    filled += code.slice(last, at) + text;
    last = at;
  }
  return {
    code: filled + code.slice(last),
    toText(offset) {
      let inserted = 0;
      for (const { at, text } of insertions) {
        if (at + inserted >= offset) break;
        inserted += Math.min(text.length, offset - at - inserted);
      }
      return offset - inserted;
    },
  };
}

/** The filler that the lines above demand for a hole alone on its line, or undefined. */
function fillerByPlace(language: LanguageId, code: string, offset: number): Filler | undefined {
  const lineStart = code.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = code.indexOf('\n', offset);
  const line = code.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  if (!/^\s*µµµ\w+\s*$/.test(line)) return undefined;
  const indent = indentOf(line);
  const above = code.slice(0, lineStart).split('\n').slice(0, -1).reverse();
  const sibling = above.find(text => text.trim() !== '' && indentOf(text) <= indent);
  if (sibling === undefined) return undefined;
  const word = /^\s*(\w+)/.exec(sibling)?.[1];
  const sameDepth = indentOf(sibling) === indent;
  const clause = fillers[language].slice(-2);
  if (language === 'python') {
    if ((word === 'case' && sameDepth) || (word === 'match' && !sameDepth && sibling.trimEnd().endsWith(':'))) {
      return clause[1];
    }
    return undefined;
  }
  // gofmt puts the cases at the depth of their switch.
  if ((word !== 'case' && word !== 'default' && word !== 'switch' && word !== 'select') || sibling.includes('}')) {
    return undefined;
  }
  if (!sameDepth && (word === 'case' || word === 'default')) return undefined;
  const opening = above.find(text => /^\s*(switch|select)\b/.test(text) && indentOf(text) <= indent);
  return opening?.trim().startsWith('select') ? clause[1] : clause[0];
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}
