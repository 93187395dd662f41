/** Patterns of `case`. */
import type { MatchPattern } from '../ast';
import { metaText, printExpression } from './expressions';
import { level } from './precedence';
import type { Printer } from './printer';

/** How much a place takes: `a as b` anywhere in brackets, `a | b` before `as`, one alternative between bars. */
type Place = 'any' | 'or' | 'one';

export function printPattern(p: Printer, node: MatchPattern, place: Place = 'any'): void {
  const isAs = node.kind === 'MatchAs' && node.pattern !== undefined;
  const closed = (place !== 'any' && isAs) || (place === 'one' && node.kind === 'MatchOr');
  if (closed) p.write('(');
  p.record(node, () => printBare(p, node));
  if (closed) p.write(')');
}

function printBare(p: Printer, node: MatchPattern): void {
  switch (node.kind) {
    case 'Meta':
      return p.write(metaText(node));
    case 'Bad':
      return p.write(node.text);
    case 'MatchValue':
      return printExpression(p, node.value, level.any);
    case 'MatchSequence':
      p.write('[');
      printList(p, node.patterns);
      return p.write(']');
    case 'MatchMapping':
      p.write('{');
      node.keys.forEach((key, i) => {
        if (i > 0) p.write(', ');
        printExpression(p, key, level.test);
        p.write(': ');
        printPattern(p, node.patterns[i]!);
      });
      if (node.rest) {
        p.write(node.keys.length > 0 ? ', **' : '**');
        printExpression(p, node.rest, level.primary);
      }
      return p.write('}');
    case 'MatchClass':
      printExpression(p, node.cls, level.primary);
      p.write('(');
      printList(p, node.patterns);
      node.keywords.forEach((keyword, i) => {
        if (i > 0 || node.patterns.length > 0) p.write(', ');
        p.record(keyword, () => {
          printExpression(p, keyword.name, level.primary);
          p.write('=');
          printPattern(p, keyword.pattern, 'or');
        });
      });
      return p.write(')');
    case 'MatchStar':
      p.write('*');
      if (node.name) printExpression(p, node.name, level.primary);
      else p.write('_');
      return;
    case 'MatchAs':
      if (node.pattern) {
        printPattern(p, node.pattern, 'or');
        p.write(' as ');
      }
      if (node.name) printExpression(p, node.name, level.primary);
      else p.write('_');
      return;
    case 'MatchOr':
      node.patterns.forEach((pattern, i) => {
        if (i > 0) p.write(' | ');
        printPattern(p, pattern, 'one');
      });
  }
}

function printList(p: Printer, patterns: readonly MatchPattern[]): void {
  patterns.forEach((pattern, i) => {
    if (i > 0) p.write(', ');
    printPattern(p, pattern);
  });
}
