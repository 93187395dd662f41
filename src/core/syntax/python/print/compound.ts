/** Statements with bodies. */
import type { If, PartComment, Statement, With, WithItem, Meta } from '../ast';
import { commentsOf, printBody, printPart, strayComments } from './bodies';
import { printCases, printTryParts } from './clauses';
import { fitsBehind, headerComments, ownComments } from './comments';
import { printDefinition } from './definitions';
import { metaText, printExpression, printTarget } from './expressions';
import { level } from './precedence';
import type { Printer } from './printer';
import { writeBehind, writeComments } from './statements';

/** A statement with bodies; `behind` is the comment for the end of its first line. */
export function printCompound(p: Printer, node: Statement, behind: PartComment | undefined): void {
  if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') return printDefinition(p, node, behind);
  writeComments(p, headerComments(p, node));
  p.indent();
  p.record(node, () => {
    printHeader(p, node);
    writeBehind(p, behind);
    p.write('\n');
    printParts(p, node);
  });
}

function printHeader(p: Printer, node: Statement): void {
  switch (node.kind) {
    case 'If':
    case 'While':
      p.write(node.kind === 'If' ? 'if ' : 'while ');
      printExpression(p, node.test, level.walrus);
      break;
    case 'For':
      p.write(node.async ? 'async for ' : 'for ');
      printTarget(p, node.target);
      p.write(' in ');
      printExpression(p, node.iter, level.test);
      break;
    case 'With':
      printWith(p, node);
      break;
    case 'Match':
      p.write('match ');
      printExpression(p, node.subject, level.test);
      break;
    case 'Try':
      p.write('try');
  }
  p.write(':');
}

function printParts(p: Printer, node: Statement): void {
  switch (node.kind) {
    case 'If':
      printBody(p, node, node.body, 'body', node.orelse.length === 0);
      return printOrElse(p, node);
    case 'For':
    case 'While':
      printBody(p, node, node.body, 'body', node.orelse.length === 0);
      return printPart(p, node, node.orelse, 'orelse', true);
    case 'With':
      return printBody(p, node, node.body, 'body', true);
    case 'Match':
      return printCases(p, node);
    case 'Try':
      return printTryParts(p, node);
  }
}

/** An If that stands alone in the `orelse` and was an `elif` is one again; so is a metavariable for such clauses. */
function printOrElse(p: Printer, node: If): void {
  const [first, ...rest] = node.orelse;
  if (first?.kind === 'Meta' && first.style === 'elif') {
    writeComments(p, ownComments(first));
    p.indent();
    p.record(first, () => p.write(`elif ${metaText(first)}:\n`));
    p.depth++;
    p.indent();
    p.write('pass\n');
    p.depth--;
    return printPart(p, node, rest, 'orelse', true);
  }
  if (first?.kind !== 'If' || first.style !== 'elif' || rest.length > 0) {
    return printPart(p, node, node.orelse, 'orelse', true);
  }
  writeComments(p, strayComments(node, 'orelse'));
  printElif(p, first);
  writeComments(
    p,
    commentsOf(node, 'end', 'body', true).filter(comment => comment.part === undefined),
  );
}

function printElif(p: Printer, node: If): void {
  const own = ownComments(node).filter(comment => comment.part === undefined);
  const behind = own.find(comment => comment.place === 'after' && fitsBehind(comment));
  writeComments(
    p,
    own.filter(comment => comment !== behind && comment.place !== 'end'),
  );
  writeComments(p, headerComments(p, node));
  p.indent();
  p.write('el');
  p.record(node, () => {
    printHeader(p, node);
    writeBehind(p, behind);
    p.write('\n');
    printParts(p, node);
  });
}

function printWith(p: Printer, node: With): void {
  p.write(node.async ? 'async with ' : 'with ');
  node.items.forEach((item, i) => {
    if (i > 0) p.write(', ');
    printWithItem(p, item, node.items.length === 1);
  });
}

export function printWithItem(p: Printer, node: WithItem | Meta, alone = false): void {
  p.record(node, () => {
    if (node.kind === 'Meta') return p.write(metaText(node));
    // `with (a, b):` opens two contexts; a tuple that is one needs parentheses of its own.
    const doubled = alone && node.context.kind === 'Tuple' && !node.target;
    if (doubled) p.write('(');
    printExpression(p, node.context, level.test);
    if (doubled) p.write(')');
    if (!node.target) return;
    p.write(' as ');
    printExpression(p, node.target, level.primary);
  });
}
