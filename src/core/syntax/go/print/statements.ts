/** Prints statements. */
import type {
  BlockStmt,
  CaseClause,
  CommClause,
  ForStmt,
  IfStmt,
  RangeStmt,
  SelectStmt,
  Statement,
  SwitchStmt,
  TypeSwitchStmt,
} from '../ast';
import { primaryPrecedence } from './precedence';
import { commentsAt, type Printer } from './printer';
import { printGenDecl } from './declarations';
import { metaText, printExpression, printList } from './expressions';

/** Prints statements on lines of their own. */
export function printStatements(p: Printer, list: readonly Statement[]): void {
  list.forEach((statement, i) => {
    p.lines(statement, i === 0, () => {
      printStatement(p, statement);
      if (i + 1 < list.length) closeLabel(p, statement);
    });
  });
}

/** A label without a statement must not take the one that follows. */
export function closeLabel(p: Printer, node: { kind: string; stmt?: Statement }): void {
  if (node.kind !== 'LabeledStmt' || !node.stmt) return;
  if (node.stmt.kind === 'EmptyStmt') p.out.token(';');
  else closeLabel(p, node.stmt);
}

/** A block, with its braces and comments; `{}` for an empty one. */
export function printBlock(p: Printer, block: BlockStmt): void {
  p.inline(block, () => braces(p, block));
}

function braces(p: Printer, block: BlockStmt): void {
  p.out.token('{');
  p.nested(() => {
    if (block.list.length || p.out.waiting || commentsAt(block, 'end').length) {
      p.out.line();
      p.out.indent();
      printStatements(p, block.list);
      p.endLines(block);
      p.out.outdent();
    }
  });
  p.out.token('}');
}

/** Prints a statement without its own comments. */
export function printStatement(p: Printer, node: Statement): void {
  const { out } = p;
  switch (node.kind) {
    case 'BlockStmt':
      return braces(p, node);
    case 'GoStmt':
    case 'DeferStmt':
      out.token(node.kind === 'GoStmt' ? 'go' : 'defer');
      out.space();
      return printExpression(p, node.call);
    case 'ReturnStmt':
      out.token('return');
      out.space();
      return printList(p, node.results);
    case 'BranchStmt':
      out.token(node.tok);
      out.space();
      if (node.label) printExpression(p, node.label);
      return;
    case 'LabeledStmt':
      printExpression(p, node.label);
      out.token(':');
      if (node.stmt.kind === 'EmptyStmt') return;
      out.line();
      return p.lines(node.stmt, true, () => printStatement(p, node.stmt));
    case 'IfStmt':
      return ifStatement(p, node);
    case 'ForStmt':
      return forStatement(p, node);
    case 'RangeStmt':
      return rangeStatement(p, node);
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt':
      return switchStatement(p, node);
    case 'DeclStmt':
      return p.inline(node.decl, () => printGenDecl(p, node.decl));
    default:
      return printSimple(p, node);
  }
}

/** Prints a statement that may stand in a header, without its own comments. */
export function printSimple(p: Printer, node: Statement): void {
  const { out } = p;
  switch (node.kind) {
    case 'ExprStmt':
      return printExpression(p, node.x);
    case 'SendStmt':
      printExpression(p, node.chan);
      out.space();
      out.token('<-');
      out.space();
      return printExpression(p, node.value);
    case 'IncDecStmt':
      printExpression(p, node.x);
      return out.token(node.op);
    case 'AssignStmt':
      printList(p, node.lhs);
      out.space();
      out.token(node.op);
      out.space();
      return printList(p, node.rhs);
    case 'EmptyStmt':
      return out.token(';');
    case 'Meta':
      return out.token(metaText(node));
    case 'Bad':
      return out.foreign(node.text);
    default:
      return printStatement(p, node);
  }
}

function headerStatement(p: Printer, node: Statement | undefined): void {
  if (node) p.inline(node, () => printSimple(p, node));
}

function ifStatement(p: Printer, node: IfStmt): void {
  const { out } = p;
  out.token('if');
  out.space();
  p.inHeader(() => {
    if (node.init) {
      headerStatement(p, node.init);
      out.token(';');
      out.space();
    }
    printExpression(p, node.cond);
  });
  out.space();
  printBlock(p, node.body);
  const other = node.else;
  if (!other) return;
  out.space();
  out.token('else');
  out.space();
  if (other.kind === 'BlockStmt') return printBlock(p, other);
  if (other.kind === 'IfStmt' || other.kind === 'Bad') return p.inline(other, () => printStatement(p, other));
  // Nothing but a block or another `if` may stand here.
  printBlock(p, { kind: 'BlockStmt', list: [other], start: -1, end: -1 });
}

function forStatement(p: Printer, node: ForStmt): void {
  const { out } = p;
  out.token('for');
  out.space();
  p.inHeader(() => {
    const { cond } = node;
    if (node.init || node.post) {
      headerStatement(p, node.init);
      out.token(';');
      out.space();
      if (cond) printExpression(p, cond);
      out.token(';');
      out.space();
      headerStatement(p, node.post);
    } else if (cond) printExpression(p, cond);
  });
  out.space();
  printBlock(p, node.body);
}

function rangeStatement(p: Printer, node: RangeStmt): void {
  const { out } = p;
  out.token('for');
  out.space();
  p.inHeader(() => {
    if (node.key) {
      printList(p, node.value ? [node.key, node.value] : [node.key]);
      out.space();
      out.token(node.tok ?? ':=');
      out.space();
    }
    out.token('range');
    out.space();
    printExpression(p, node.x);
  });
  out.space();
  printBlock(p, node.body);
}

function switchStatement(p: Printer, node: SwitchStmt | TypeSwitchStmt | SelectStmt): void {
  const { out } = p;
  out.token(node.kind === 'SelectStmt' ? 'select' : 'switch');
  out.space();
  if (node.kind !== 'SelectStmt') p.inHeader(() => switchHeader(p, node));
  out.space();
  out.token('{');
  out.line();
  p.nested(() => {
    const cases: readonly (SwitchStmt['cases'][number] | SelectStmt['cases'][number])[] = node.cases;
    cases.forEach((clause, i) => {
      p.lines(clause, i === 0, () => {
        if (clause.kind === 'Meta') out.token(metaText(clause));
        else if (clause.kind === 'Bad') out.foreign(clause.text);
        else printClause(p, clause);
      });
    });
  });
  p.endLines(node);
  out.token('}');
}

function switchHeader(p: Printer, node: SwitchStmt | TypeSwitchStmt): void {
  const { out } = p;
  if (node.init) {
    headerStatement(p, node.init);
    out.token(';');
    out.space();
  }
  if (node.kind === 'SwitchStmt') {
    if (node.tag) printExpression(p, node.tag);
    return;
  }
  if (node.name) {
    printExpression(p, node.name);
    out.space();
    out.token(':=');
    out.space();
  }
  printExpression(p, node.x, primaryPrecedence);
  for (const token of ['.', '(', 'type', ')']) out.token(token);
}

/** One clause of a switch or select, without its own comments before and behind. */
export function printClause(p: Printer, node: CaseClause | CommClause): void {
  const { out } = p;
  const isDefault = node.kind === 'CaseClause' ? node.isDefault : !node.comm;
  out.token(isDefault ? 'default' : 'case');
  if (!isDefault) out.space();
  if (node.kind === 'CaseClause') printList(p, node.list);
  else headerStatement(p, node.comm);
  out.token(':');
  out.line();
  out.indent();
  printStatements(p, node.body);
  p.endLines(node);
  out.outdent();
}
