/** The AST to Go source. Line breaks and indentation are right, alignment is left to gofmt. */
import type { Printed, PrintOptions } from '../printed';
import type { Bad, Declaration, Expression, Field, GoComment, GoFile, Meta, Node, Statement } from './ast';
import { Printer } from './print/printer';
import { printDeclaration, printSpec } from './print/declarations';
import { printExpression } from './print/expressions';
import { printField } from './print/fields';
import { closeLabel, printClause, printStatement } from './print/statements';

/**
 * Prints a node, a list of nodes on lines of their own, or a whole file. The text ends with a line break, except for
 * one expression or parameter; nothing gives an empty text. Comments are never left out: one that would change the
 * meaning where it stands goes to the next place where it does not.
 */
export function printGo(nodes: Node | readonly Node[] | GoFile, options: PrintOptions = {}): Printed {
  const p = new Printer(options);
  if ('units' in nodes) {
    printLines(
      p,
      nodes.units.map(unit => unit.node as Node),
    );
    for (const comment of nodes.comments as GoComment[]) {
      if (comment.detached) p.out.blank();
      p.out.ownLine(comment);
    }
  } else if ('kind' in nodes) {
    if (isInline(nodes) || nodes.kind === 'Meta' || nodes.kind === 'Bad') {
      if (nodes.kind === 'Field') printAlone(p, nodes);
      else printExpression(p, nodes as Expression);
      if (p.out.waiting) p.out.line();
    } else p.lines(nodes, true, () => print(p, nodes));
  } else {
    printLines(p, nodes);
  }
  return { text: p.out.text, spans: p.out.spans };
}

function printLines(p: Printer, nodes: readonly Node[]): void {
  nodes.forEach((node, i) => {
    if (isInline(node)) {
      print(p, node);
      return p.out.line();
    }
    p.lines(node, i === 0, () => {
      print(p, node);
      if (i + 1 < nodes.length) closeLabel(p, node);
    });
  });
}

/** Whether the printing of this node takes care of its comments and span. Holes and Bad count as statements here. */
function isInline(node: Node): boolean {
  return node.kind === 'Field' || isExpression(node);
}

function isExpression(node: Node): node is Exclude<Expression, Meta | Bad> {
  return /(?:Expr|Lit|Type|^Ident)$/.test(node.kind);
}

function printAlone(p: Printer, node: Field): void {
  printField(p, node, 'StructType');
}

function print(p: Printer, node: Node): void {
  switch (node.kind) {
    case 'PackageClause':
    case 'FuncDecl':
    case 'GenDecl':
      return printDeclaration(p, node satisfies Declaration);
    case 'ImportSpec':
    case 'ValueSpec':
    case 'TypeSpec':
      return printSpec(p, node);
    case 'Field':
      return printAlone(p, node);
    case 'CaseClause':
    case 'CommClause':
      return printClause(p, node);
    default:
      if (isExpression(node)) return printExpression(p, node);
      return printStatement(p, node satisfies Statement);
  }
}
