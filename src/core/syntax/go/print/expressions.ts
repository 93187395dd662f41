/** Prints expressions and types. */
import type { NodeBase } from '../../node';
import type { BinaryExpr, CallExpr, CompositeLit, Expression, FuncLit, KeyValueExpr, Meta, SliceExpr } from '../ast';
import { isNarrow } from './narrow';
import { endsHeader, precedence, primaryPrecedence, unaryPrecedence } from './precedence';
import { commentsAt, type Printer } from './printer';
import { printBlock, printSimple } from './statements';
import { printArrayLength, printType } from './types';
import { printSignature } from './fields';
import { quoteChar, quoteString, writeFloat, writeImaginary, writeInt } from './quote';

/** Prints an expression or a type; in parentheses where it binds less tightly than `least`. */
export function printExpression(p: Printer, node: Expression, least = 0): void {
  if (node.kind === 'BinaryExpr') return binary(p, node, least);
  const parens = precedence(node) < least || (p.header && endsHeader(node));
  if (!parens) return p.inline(node, () => bare(p, node));
  p.out.token('(');
  p.nested(() => p.inline(node, () => bare(p, node)));
  p.out.token(')');
}

/** Prints expressions with commas between them, and no brackets. */
export function printList(p: Printer, nodes: readonly Expression[]): void {
  nodes.forEach((node, i) => {
    if (i) {
      p.out.token(',');
      p.out.space();
    }
    printExpression(p, node);
  });
}

/** `$X`, `$$$X`. */
export function metaText(node: Meta): string {
  return `${node.many ? '$$$' : '$'}${node.name}`;
}

function bare(p: Printer, node: Exclude<Expression, BinaryExpr>): void {
  const { out } = p;
  switch (node.kind) {
    case 'Ident':
      return out.token(node.name);
    case 'Meta':
      return out.token(metaText(node));
    case 'Bad':
      return out.foreign(node.text);
    case 'IntLit':
      return out.token(writeInt(node));
    case 'FloatLit':
      return out.token(writeFloat(node));
    case 'ImagLit':
      return out.token(writeImaginary(node));
    case 'CharLit':
      return out.token(quoteChar(node));
    case 'StringLit':
      return out.token(quoteString(node));
    case 'CompositeLit':
      return composite(p, node);
    case 'KeyValueExpr':
      return keyValue(p, node);
    case 'FuncLit':
      return funcLit(p, node);
    case 'UnaryExpr':
      out.token(node.op);
      return printExpression(p, node.x, unaryPrecedence);
    case 'StarExpr':
      out.token('*');
      return printExpression(p, node.x, unaryPrecedence);
    case 'SelectorExpr':
      printExpression(p, node.x, primaryPrecedence);
      out.token('.');
      return printExpression(p, node.sel);
    case 'IndexExpr':
      printExpression(p, node.x, primaryPrecedence);
      out.token('[');
      p.nested(() => printList(p, node.indices));
      return out.token(']');
    case 'SliceExpr':
      return slice(p, node);
    case 'TypeAssertExpr':
      printExpression(p, node.x, primaryPrecedence);
      out.token('.');
      out.token('(');
      if (node.type) printExpression(p, node.type);
      else out.token('type');
      return out.token(')');
    case 'CallExpr':
      return call(p, node);
    default:
      return printType(p, node);
  }
}

/** A loop over the left operands: a chain of hundreds of `+` is as deep as it is long. */
function binary(p: Printer, root: BinaryExpr, least: number): void {
  const parens = precedence(root) < least;
  if (parens) p.out.token('(');
  const header = p.header;
  if (parens) p.header = false;
  const chain: { node: BinaryExpr; span: ReturnType<Printer['out']['open']> }[] = [];
  let left: Expression = root;
  while (left.kind === 'BinaryExpr' && (chain.length === 0 || precedence(left) >= precedence(chainEnd(chain)))) {
    for (const comment of commentsAt(left, 'before')) p.out.comment(comment);
    chain.push({ node: left, span: p.out.open(left) });
    left = left.x;
  }
  printExpression(p, left, precedence(chainEnd(chain)));
  for (const { node, span } of chain.reverse()) {
    p.out.space();
    p.out.token(node.op);
    p.out.space();
    printExpression(p, node.y, precedence(node) + 1);
    p.out.close(span);
    for (const comment of commentsAt(node, 'after')) p.out.comment(comment);
  }
  p.header = header;
  if (parens) p.out.token(')');
}

function chainEnd(chain: readonly { node: BinaryExpr }[]): BinaryExpr {
  return (chain.at(-1) as { node: BinaryExpr }).node;
}

function slice(p: Printer, node: SliceExpr): void {
  printExpression(p, node.x, primaryPrecedence);
  p.out.token('[');
  p.nested(() => {
    if (node.low) printExpression(p, node.low);
    p.out.token(':');
    if (node.high) printExpression(p, node.high);
    if (!node.max) return;
    p.out.token(':');
    printExpression(p, node.max);
  });
  p.out.token(']');
}

function call(p: Printer, node: CallExpr): void {
  printExpression(p, node.fun, primaryPrecedence);
  p.out.token('(');
  p.nested(() => {
    printList(p, node.args);
    if (node.ellipsis) p.out.token('...');
    closeList(p, node, node.args.length > 0);
  });
  p.out.token(')');
}

/** Before a closing bracket: a comment that ends its line needs a comma before it, and its own line is ended. */
export function closeList(p: Printer, node: NodeBase, some: boolean): void {
  const end = commentsAt(node, 'end');
  const inline = end.every(comment => comment.block && !comment.text.includes('\n'));
  if (some && (p.out.waiting || !inline)) p.out.token(',');
  if (p.out.waiting) p.out.line();
  for (const comment of end) {
    if (inline) p.out.comment(comment);
    else p.out.ownLine(comment);
  }
}

function keyValue(p: Printer, node: KeyValueExpr): void {
  printExpression(p, node.key);
  p.out.token(':');
  p.out.space();
  printExpression(p, node.value);
}

const scalars = new Set(['Ident', 'IntLit', 'FloatLit', 'CharLit', 'UnaryExpr']);
const lineWidth = 80;

function composite(p: Printer, node: CompositeLit): void {
  const { out } = p;
  if (node.type?.kind === 'ArrayType') p.inline(node.type, () => printArrayLength(p, node.type));
  else if (node.type) printExpression(p, node.type, unaryPrecedence);
  out.token('{');
  p.nested(() => {
    if (isNarrow(node, lineWidth)) {
      printList(p, node.elts);
      closeList(p, node, node.elts.length > 0);
      return;
    }
    // Tables of numbers fill their lines; everything else gets one line for each element.
    const fill = node.elts.every(elt => scalars.has(elt.kind) && !elt.comments);
    out.line();
    out.indent();
    node.elts.forEach((elt, i) => {
      printExpression(p, elt);
      out.token(',');
      if (fill && i + 1 < node.elts.length && out.column < lineWidth) out.space();
      else out.line();
    });
    p.endLines(node);
    out.outdent();
  });
  out.token('}');
}

function funcLit(p: Printer, node: FuncLit): void {
  p.out.token('func');
  p.nested(() => {
    p.inline(node.type, () => printSignature(p, node.type));
    p.out.space();
    const [only] = node.body.list;
    if (only && isNarrow(node, lineWidth)) {
      p.inline(node.body, () => {
        p.out.token('{');
        p.out.space();
        p.inline(only, () => printSimple(p, only));
        p.out.space();
        p.out.token('}');
      });
    } else printBlock(p, node.body);
  });
}
