/** The clauses of `try` and `match`. */
import type { ExceptHandler, Match, MatchCase, Meta, Try } from '../ast';
import { commentsOf, printBody, printPart } from './bodies';
import { fitsBehind, headerComments, ownComments } from './comments';
import { metaText, printExpression } from './expressions';
import { printPattern } from './patterns';
import { level } from './precedence';
import type { Printer } from './printer';
import { writeBehind, writeComments } from './statements';

export function printTryParts(p: Printer, node: Try): void {
  const { handlers, orelse, finalbody } = node;
  const last = finalbody.length > 0 ? 'finalbody' : orelse.length > 0 ? 'orelse' : 'body';
  printBody(p, node, node.body, 'body', false);
  for (const handler of handlers) printHandler(p, handler, node.star);
  if (handlers.length === 0 && finalbody.length === 0) {
    p.indent();
    p.write('finally:\n');
    p.depth++;
    p.indent();
    p.write('pass\n');
    p.depth--;
  }
  printPart(p, node, orelse, 'orelse', last === 'orelse');
  printPart(p, node, finalbody, 'finalbody', last === 'finalbody');
  if (last === 'body')
    writeComments(
      p,
      commentsOf(node, 'end', 'body', true).filter(comment => !comment.part),
    );
}

export function printHandler(p: Printer, node: ExceptHandler | Meta, star: boolean): void {
  const word = star ? 'except*' : 'except';
  if (node.kind === 'Meta') return printFiller(p, node, `${word} ${metaText(node)}:`);
  printClause(p, node, () => {
    p.write(word);
    if (node.type) {
      p.write(' ');
      printExpression(p, node.type, level.test);
    }
    if (node.name) {
      p.write(' as ');
      printExpression(p, node.name, level.primary);
    }
  });
}

export function printCases(p: Printer, node: Match): void {
  p.depth++;
  for (const item of node.cases) printCase(p, item);
  writeComments(p, commentsOf(node, 'end', 'body', true));
  p.depth--;
}

export function printCase(p: Printer, node: MatchCase | Meta): void {
  if (node.kind === 'Meta') return printFiller(p, node, `case ${metaText(node)}:`);
  printClause(p, node, () => {
    p.write('case ');
    printPattern(p, node.pattern);
    if (!node.guard) return;
    p.write(' if ');
    printExpression(p, node.guard, level.walrus);
  });
}

/** A metavariable for whole clauses, in the form that the grammar takes. */
function printFiller(p: Printer, node: Meta, header: string): void {
  writeComments(p, ownComments(node));
  p.indent();
  p.record(node, () => p.write(`${header} pass`));
  p.write('\n');
}

/** `case …:` or `except …:` with its body and comments. */
function printClause(p: Printer, node: MatchCase | ExceptHandler, header: () => void): void {
  if (node.blank) p.write('\n');
  const own = ownComments(node);
  const after = own.filter(comment => comment.place === 'after');
  const behind = after.find(fitsBehind);
  writeComments(
    p,
    own.filter(comment => comment.place === 'before'),
  );
  writeComments(
    p,
    after.filter(comment => comment !== behind),
  );
  writeComments(p, headerComments(p, node));
  p.indent();
  p.record(node, () => {
    header();
    p.write(':');
    writeBehind(p, behind);
    p.write('\n');
    printBody(p, node, node.body, 'body', true);
  });
}
