/** Text output: what a person reads in a terminal. */
import {
  languageNames,
  performanceLine,
  withImports,
  type Counterpart,
  type Hint,
  type IdiomSummary,
  type LineIndex,
} from '../core';

/** Wraps text in an escape sequence, or leaves it alone where no terminal reads it. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  warn(text: string): string;
}

/** `NO_COLOR` and `FORCE_COLOR` are obeyed as no-color.org and Node do. */
export function createStyle(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Style {
  const forced = env['FORCE_COLOR'];
  const colours = env['NO_COLOR'] ? false : forced !== undefined ? forced !== '0' : stream.isTTY === true;
  const wrap = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap(1), dim: wrap(2), warn: wrap(33) };
}

export function hintText(path: string, hint: Hint, counterpart: Counterpart, lines: LineIndex, style: Style): string {
  const { line, character } = lines.position(hint.range.start);
  const out = [
    `${style.bold(`${path}:${line + 1}:${character + 1}`)} ${hint.idiom.title} ${style.dim(`(${hint.idiom.id}, ${hint.certainty})`)}`,
  ];
  const remarks = [...hint.assumes, ...counterpart.assumptions];
  if (remarks.length > 0) out.push(style.dim(`  assumes ${[...new Set(remarks)].join('; ')}`));
  if (counterpart.code)
    out.push(style.dim(`  ${languageNames[counterpart.language]}:`), indent(withImports(counterpart)));
  else if (counterpart.note) out.push(indent(plain(counterpart.note)));
  const trap = hint.idiom.traps[0];
  if (trap) out.push(`  ${style.warn('trap:')} ${plain(trap)}`);
  out.push(style.dim(`  cost: ${plain(performanceLine(hint.idiom.performance))}`));
  return `${out.join('\n')}\n`;
}

export function catalogText(idioms: readonly IdiomSummary[], style: Style): string {
  const width = Math.max(...idioms.map(idiom => idiom.id.length));
  return idioms.map(idiom => `${style.bold(idiom.id.padEnd(width))}  ${idiom.title}\n`).join('');
}

function indent(code: string): string {
  return code
    .replace(/\n+$/, '')
    .split('\n')
    .map(line => (line ? `    ${line}` : ''))
    .join('\n');
}

/** The catalog's Markdown without its marks, on one line. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
