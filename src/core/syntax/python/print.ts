/** From the AST to text that is valid Python; layout beyond indentation is left to a formatter. */
import type { NodeBase } from '../node';
import type { Printed, PrintOptions } from '../printed';
import type { Comprehension, Node, PythonFile, Statement } from './ast';
import { commentedNodes, commentLines, looseComments } from './print/comments';
import { printCase, printHandler } from './print/clauses';
import { printWithItem } from './print/compound';
import { printArgument, printExpression, printTarget } from './print/expressions';
import { printParam, printTypeParam } from './print/parameters';
import { printPattern } from './print/patterns';
import { level } from './print/precedence';
import { Printer } from './print/printer';
import { printAlias, printStatement, writeComments } from './print/statements';

/**
 * Prints a file, statements, or a single node of any kind. Statements end with a line break; an expression has none.
 * `$NAME` stands for a metavariable and a Bad gives its text back, so only code without either is sure to be valid.
 */
export function printPython(nodes: Node | readonly Node[] | PythonFile, options: PrintOptions = {}): Printed {
  const isFile = 'units' in nodes;
  const roots: readonly Node[] = isFile ? nodes.units.map(unit => unit.node) : isList(nodes) ? nodes : [nodes];
  const p = new Printer(commentedNodes(roots), options.spans ?? false);
  const isSingle = !isFile && !isList(nodes);
  for (const node of roots) {
    if (isStatement(node) && !(isSingle && isExpressionToo(node))) printStatement(p, node);
    else {
      printOther(p, node);
      if (!isSingle) p.write('\n');
    }
  }
  if (isFile) writeComments(p, nodes.comments);
  return p.result();
}

function isList(nodes: Node | readonly Node[] | PythonFile): nodes is readonly Node[] {
  return Array.isArray(nodes);
}

const statementKinds = new Set(
  `FunctionDef ClassDef Return Delete Assign AugAssign AnnAssign TypeAlias For While If With Match Raise Try Assert Import
  ImportFrom Global Nonlocal Expr Pass Break Continue Meta Bad`.split(/\s+/),
);

function isStatement(node: Node): node is Statement {
  return statementKinds.has(node.kind);
}

function isExpressionToo(node: NodeBase): boolean {
  return node.kind === 'Meta' || node.kind === 'Bad';
}

function printOther(p: Printer, node: Node): void {
  for (const comment of looseComments(p, node)) p.write(`${commentLines(comment).join('\n')}\n`);
  switch (node.kind) {
    case 'Keyword':
      return printArgument(p, node);
    case 'Param':
      return printParam(p, node);
    case 'TypeParam':
      return printTypeParam(p, node);
    case 'Alias':
      return printAlias(p, node);
    case 'WithItem':
      return printWithItem(p, node);
    case 'MatchCase':
      return printCase(p, node);
    case 'ExceptHandler':
      return printHandler(p, node, false);
    case 'MatchValue':
    case 'MatchSequence':
    case 'MatchMapping':
    case 'MatchClass':
    case 'MatchStar':
    case 'MatchAs':
    case 'MatchOr':
      return printPattern(p, node);
    case 'DictItem':
      printExpression(p, node.key, level.test);
      p.write(': ');
      return printExpression(p, node.value, level.test);
    case 'DictSpread':
      p.write('**');
      return printExpression(p, node.value, level.bitOr);
    case 'MatchKeyword':
      printExpression(p, node.name, level.primary);
      p.write('=');
      return printPattern(p, node.pattern, 'or');
    case 'Comprehension':
      return printClause(p, node);
    case 'FormattedValue':
      return printExpression(p, { kind: 'JoinedStr', start: -1, end: -1, values: [node] }, level.any);
    default:
      if (!isStatement(node) || isExpressionToo(node))
        printExpression(p, node as Parameters<typeof printExpression>[1], level.any);
  }
}

function printClause(p: Printer, node: Comprehension): void {
  p.write(node.async ? 'async for ' : 'for ');
  printTarget(p, node.target);
  p.write(' in ');
  printExpression(p, node.iter, level.or);
  for (const test of node.ifs) {
    p.write(' if ');
    printExpression(p, test, level.or);
  }
}
