/** Statements with bodies. */
import type {
  Body,
  ClassDef,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  MatchCase,
  Meta,
  PartComment,
  Statement,
  Try,
  With,
  WithItem,
} from '../ast';
import { commentLines, fitsBehind, headerComments, looseComments } from './comments';
import { metaText, printArguments, printExpression, printTarget } from './expressions';
import { printItems } from './lists';
import { printParam, printTypeParams } from './parameters';
import { printPattern } from './patterns';
import { level } from './precedence';
import type { Printer } from './printer';
import { printStatement, writeBehind, writeComments } from './statements';

type Part = NonNullable<PartComment['part']>;
type Bodied = Statement | MatchCase | ExceptHandler;

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

/** The statements of a body and the comments at its end; `isLast` takes those that name no part. */
function printBody(p: Printer, owner: Bodied, body: Body, part: Part, isLast: boolean): void {
  p.depth++;
  for (const statement of body) printStatement(p, statement);
  if (body.length === 0) {
    p.indent();
    p.write('pass\n');
  }
  writeComments(p, commentsOf(owner, 'end', part, isLast));
  p.depth--;
}

/** A part with a line of its own that begins it (`else:`); nothing where it has no statements. */
function printPart(p: Printer, owner: Bodied, body: Body, part: Part, isLast: boolean): void {
  if (body.length === 0) return writeComments(p, strayComments(owner, part));
  writeComments(p, commentsOf(owner, 'before', part));
  p.indent();
  p.write(part === 'orelse' ? 'else:' : 'finally:');
  writeAfter(p, owner, part);
  printBody(p, owner, body, part, isLast);
}

function writeAfter(p: Printer, owner: Bodied, part: Part): void {
  const after = commentsOf(owner, 'after', part);
  const behind = after.find(fitsBehind);
  writeBehind(p, behind);
  p.write('\n');
  p.depth++;
  writeComments(
    p,
    after.filter(comment => comment !== behind),
  );
  p.depth--;
}

function commentsOf(owner: Bodied, place: PartComment['place'], part: Part, orNone = false): PartComment[] {
  const own: readonly PartComment[] = owner.comments ?? [];
  return own.filter(comment => comment.place === place && (comment.part === part || (orNone && !comment.part)));
}

/** Comments of a part that is gone must not go with it. */
function strayComments(owner: Bodied, part: Part): PartComment[] {
  const own: readonly PartComment[] = owner.comments ?? [];
  return own.filter(comment => comment.part === part);
}

/** An If that stands alone in the `orelse` and was an `elif` is one again; so is a metavariable for such clauses. */
function printOrElse(p: Printer, node: If): void {
  const [first, ...rest] = node.orelse;
  if (first?.kind === 'Meta' && first.style === 'elif') {
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
  const own: readonly PartComment[] = (node.comments ?? []).filter((comment: PartComment) => !comment.part);
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

function printTryParts(p: Printer, node: Try): void {
  const { handlers, orelse, finalbody } = node;
  const last = finalbody.length > 0 ? 'finalbody' : orelse.length > 0 ? 'orelse' : 'body';
  printBody(p, node, node.body, 'body', false);
  for (const handler of handlers) printHandler(p, node, handler);
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

function printHandler(p: Printer, owner: Try, node: ExceptHandler | Meta): void {
  const word = owner.star ? 'except*' : 'except';
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

function printCases(p: Printer, node: Statement & { kind: 'Match' }): void {
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
  p.indent();
  p.record(node, () => p.write(`${header} pass`));
  p.write('\n');
}

/** `case …:` or `except …:` with its body and comments. */
function printClause(p: Printer, node: MatchCase | ExceptHandler, header: () => void): void {
  if (node.blank) p.write('\n');
  const own: readonly PartComment[] = node.comments ?? [];
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

export function printExceptHandler(p: Printer, node: ExceptHandler): void {
  printHandler(p, { star: false } as Try, node);
}

function printDefinition(p: Printer, node: FunctionDef | ClassDef, behind: PartComment | undefined): void {
  let first = true;
  p.indent();
  p.record(node, () => {
    for (const decorator of node.decorators) {
      if (!first) p.indent();
      printDecorator(p, decorator, first);
      first = false;
    }
    printDefinitionHead(p, node, first);
    writeBehind(p, behind);
    p.write('\n');
    printBody(p, node, node.body, 'body', true);
  });
}

function printDecorator(p: Printer, node: Expression, _first: boolean): void {
  const loose = looseComments(p, node);
  const behind = loose.find(comment => comment.place === 'after' && fitsBehind(comment));
  for (const comment of loose) {
    if (comment === behind) continue;
    p.write(commentLines(comment).join(`\n${'    '.repeat(p.depth)}`) + '\n');
    p.indent();
  }
  p.write('@');
  printExpression(p, node, level.walrus);
  writeBehind(p, behind);
  p.write('\n');
}

/** The line of the name, with the comments of what stands on it above. */
function printDefinitionHead(p: Printer, node: FunctionDef | ClassDef, first: boolean): void {
  if (!first) p.indent();
  for (const comment of headerComments(p, node)) {
    p.write(commentLines(comment).join(`\n${'    '.repeat(p.depth)}`) + '\n');
    p.indent();
  }
  if (node.kind === 'FunctionDef') {
    p.write(node.async ? 'async def ' : 'def ');
    printExpression(p, node.name, level.primary);
    printTypeParams(p, node.typeParams);
    p.write('(');
    printItems(p, node, node.params, param => printParam(p, param));
    p.write(')');
    if (node.returns) {
      p.write(' -> ');
      printExpression(p, node.returns, level.test);
    }
  } else {
    p.write('class ');
    printExpression(p, node.name, level.primary);
    printTypeParams(p, node.typeParams);
    if (node.bases.length > 0) {
      p.write('(');
      printArguments(p, node, node.bases);
      p.write(')');
    }
  }
  p.write(':');
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
