/** f-strings: valid before Python 3.12 where that is possible, which means no quote of the outside within. */
import type { Expression, FormattedValue, JoinedStr, Str } from '../ast';
import { printExpression } from './expressions';
import { escapeText } from './literals';
import { level } from './precedence';
import type { Printer } from './printer';

const single = ['"', "'"];
const triple = ['"""', "'''"];

/** There are four kinds of quotes, so no f-string before Python 3.12 is nested deeper. */
const deepest = single.length + triple.length;

export function printJoinedStr(p: Printer, node: JoinedStr): void {
  const outer = p.forbidden;
  p.flat++;
  if (p.modern || p.flat > deepest || !printForAll(p, node)) {
    const outerModern = p.modern;
    p.modern = true;
    p.forbidden = [];
    printWith(p, node.values, '"');
    p.modern = outerModern;
    p.wroteModern = true;
  }
  p.forbidden = outer;
  p.flat--;
}

/** Tries the quotes that every Python takes here; false, with nothing written, where none of them will do. */
function printForAll(p: Printer, node: JoinedStr): boolean {
  const outer = p.forbidden;
  const modernBefore = p.wroteModern;
  const wantsTriple = node.style === 'triple' && p.flat === 1;
  const candidates = wantsTriple ? [...triple, ...single] : [...single, ...triple];
  for (const quote of candidates) {
    if (outer.some(part => quote.includes(part))) continue;
    const mark = p.mark();
    p.forbidden = [...outer, quote];
    p.wroteModern = false;
    if (printWith(p, node.values, quote) && !p.wroteModern) {
      p.wroteModern = modernBefore;
      return true;
    }
    p.rewind(mark);
  }
  return false;
}

function isTriple(quote: string): boolean {
  return quote.length === 3;
}

/** Writes the literal; false where what is between its braces is too much for Python 3.8 with this quote. */
function printWith(p: Printer, values: JoinedStr['values'], quote: string): boolean {
  p.write(`f${quote}`);
  let plain = true;
  for (const part of values) {
    if (part.kind === 'Str') printText(p, part, quote);
    else if (!printInterpolation(p, part, quote)) plain = false;
  }
  p.write(quote);
  return plain;
}

function printText(p: Printer, part: Str, quote: string): void {
  p.record(part, () => p.write(escapeText(part.value, quote).replace(/[{}]/g, '$&$&')));
}

function printInterpolation(p: Printer, node: FormattedValue, quote: string): boolean {
  const mark = p.mark();
  let plain = true;
  p.record(node, () => {
    p.write('{');
    if (node.debug !== undefined) p.write(node.debug);
    else printValue(p, node.value, node.conversion === undefined && node.formatSpec === undefined);
    const text = p.textSince(mark);
    plain = !text.includes('\\') && !text.includes(quote) && (isTriple(quote) || !text.includes('\n'));
    if (node.conversion) p.write(`!${node.conversion}`);
    if (node.formatSpec) {
      p.write(':');
      for (const part of node.formatSpec) {
        if (part.kind === 'Str') p.write(escapeText(part.value, quote.charAt(0)).replace(/[{}]/g, '$&$&'));
        else if (!printInterpolation(p, part, quote)) plain = false;
      }
    }
    p.write('}');
  });
  return plain;
}

/** A colon or a brace at the edge of the value would be read as the f-string's own. */
function printValue(p: Printer, value: Expression, meetsBrace: boolean): void {
  const mark = p.mark();
  printExpression(p, value, value.kind === 'Tuple' || value.kind === 'Lambda' ? level.primary : level.test);
  const text = p.textSince(mark);
  const opens = text.startsWith('{');
  const closes = meetsBrace && text.endsWith('}');
  if (!opens && !closes) return;
  p.rewind(mark);
  if (opens) p.write(' ');
  printExpression(p, value, value.kind === 'Tuple' || value.kind === 'Lambda' ? level.primary : level.test);
  if (closes) p.write(' ');
}
