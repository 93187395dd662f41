/** The hover: at most about twelve lines of Markdown. */
import type { Counterpart, Hint } from '../index';
import { languageNames } from '../languages';
import { codeBlock, escapeText, link } from './markdown';

/** Code lines that a hover shows before it leads to the whole. */
export const hoverCodeLines = 8;

/** Addresses of the commands that a hover offers; the host knows how its links are written. */
export interface HoverLinks {
  compare: string;
  copy: string;
  mute: string;
}

/**
 * Markdown for the innermost hint; `around` are the hints that enclose it, innermost first, and are named in one line.
 */
export function hoverMarkdown(
  hint: Hint,
  counterpart: Counterpart,
  around: readonly Hint[],
  links: HoverLinks,
): string {
  const { idiom } = hint;
  const blocks: string[] = [];
  const shown = cut(counterpart);
  // The links stand first: an editor cuts a hover at its lower end.
  const actions = [
    link(shown.more ? `Compare (${shown.more} more lines)` : 'Compare', links.compare),
    link('Copy', links.copy),
    link('Mute', links.mute),
  ].join(' · ');
  blocks.push(`**${escapeText(idiom.title)}** in ${languageNames[counterpart.language]} · ${actions}`);
  blocks.push(oneLine(idiom.summary));
  const trap = idiom.traps[0];
  if (trap) blocks.push(`$(warning) ${oneLine(trap)}`);
  if (shown.code) blocks.push(codeBlock(counterpart.language, shown.code));
  const note = counterpart.code ? undefined : counterpart.note;
  if (note) blocks.push(oneLine(note));
  const remarks = [
    ...hint.assumes.map(text => `assumes ${text}`),
    ...counterpart.assumptions,
    ...counterpart.gaps.map(gap => `left open: ${gap.what}`),
  ];
  if (remarks.length > 0) blocks.push(`_${escapeText(listed([...new Set(remarks)]))}_`);
  blocks.push(`$(dashboard) ${performanceMarkdown(hint)}`);
  if (around.length > 0) blocks.push(`inside: ${around.map(other => escapeText(other.idiom.title)).join(', ')}`);
  return blocks.join('\n\n');
}

/** The statement, and where its figure is from; the panel has the figures themselves. */
function performanceMarkdown({ idiom: { performance } }: Hint): string {
  const text = oneLine(performance.text);
  if (performance.kind === 'complexity') return `${text} _${escapeText(performance.source)}_`;
  const figure = performance.kind === 'published' ? performance.figures[0] : undefined;
  if (!figure) return text;
  return `${text} _${escapeText(`${figure.date}, ${figure.source}; doubt: ${figure.doubt}`)}_`;
}

/** The imports and the code, at most `hoverCodeLines` lines of it. */
function cut(counterpart: Counterpart): { code: string; more: number } {
  if (!counterpart.code) return { code: '', more: 0 };
  const imports = importLines(counterpart);
  const lines = [
    ...imports,
    ...counterpart.code
      .replace(/\n+$/, '')
      .split('\n')
      .filter(line => line.trim() !== ''),
  ];
  const more = Math.max(0, lines.length - hoverCodeLines);
  return { code: lines.slice(0, hoverCodeLines).join('\n') + (more > 0 ? '\n…' : ''), more };
}

function importLines(counterpart: Counterpart): string[] {
  if (counterpart.imports.length === 0) return [];
  if (counterpart.language === 'python') return counterpart.imports;
  return [
    `import ${counterpart.imports.length === 1 ? counterpart.imports[0] : `(${counterpart.imports.join('; ')})`}`,
  ];
}

/** The counterpart as it goes to the clipboard: imports first, as the language writes them. */
export function withImports(counterpart: Counterpart): string {
  if (counterpart.imports.length === 0) return counterpart.code;
  const imports =
    counterpart.language === 'python'
      ? counterpart.imports.join('\n')
      : counterpart.imports.length === 1
        ? `import ${counterpart.imports[0]}`
        : `import (\n${counterpart.imports.map(line => `\t${line}`).join('\n')}\n)`;
  return `${imports}\n\n${counterpart.code}`;
}

/** The catalog's own Markdown, on one line. */
function oneLine(markdown: string): string {
  return markdown.replace(/\s+/g, ' ').trim();
}

function listed(remarks: string[]): string {
  const shown = remarks.slice(0, 2).join('; ');
  return remarks.length > 2 ? `${shown}; and ${remarks.length - 2} more` : shown;
}
