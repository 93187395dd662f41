/** Functions and classes. */
import type { ClassDef, Expression, FunctionDef, PartComment } from '../ast';
import { printBody } from './bodies';
import { commentLines, fitsBehind, headerComments, looseComments } from './comments';
import { printArguments, printExpression } from './expressions';
import { printItems } from './lists';
import { printParam, printTypeParams } from './parameters';
import { level } from './precedence';
import type { Printer } from './printer';
import { writeBehind } from './statements';

/** A definition with its decorators; `behind` is the comment for the end of its header. */
export function printDefinition(p: Printer, node: FunctionDef | ClassDef, behind: PartComment | undefined): void {
  p.indent();
  p.record(node, () => {
    for (const decorator of node.decorators) {
      printDecorator(p, decorator);
      p.indent();
    }
    writeAbove(p, headerComments(p, node));
    printHead(p, node);
    writeBehind(p, behind);
    p.write('\n');
    printBody(p, node, node.body, 'body', true);
  });
}

function printDecorator(p: Printer, node: Expression): void {
  const loose = looseComments(p, node);
  const behind = loose.find(comment => comment.place === 'after' && fitsBehind(comment));
  writeAbove(
    p,
    loose.filter(comment => comment !== behind),
  );
  p.write('@');
  printExpression(p, node, level.walrus);
  writeBehind(p, behind);
  p.write('\n');
}

/** Comments above a line that is indented already. */
function writeAbove(p: Printer, comments: readonly PartComment[]): void {
  for (const line of comments.flatMap(commentLines)) {
    p.write(line);
    p.breakLine();
  }
}

function printHead(p: Printer, node: FunctionDef | ClassDef): void {
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
