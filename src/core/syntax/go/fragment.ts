/** Text that need not be a file: a selection, a notebook cell, a fence of an idiom. */
import type { CstNode } from '../cst';
import type { ExprStmt, GoFile } from './ast';
import { attachComments, collectComments } from './comments';
import { blankBefore, need, parts, type Lowering } from './context';
import { lowerExpression } from './expressions';
import { lowerItems, type LowerOptions } from './lower';
import { splitFragment, type Piece } from './split';

const opening = 'func _() {\n';
const closing = '\n}\n';

/**
 * Lowers text in which a package clause, imports, declarations and statements may be mixed. Declarations become
 * declarations; statements, which Go allows in functions only, become units of their own; an expression alone is an
 * ExprStmt, and so is a type. `var`, `const` and `type` are declarations unless a statement stands before them. Offsets are those of
 * the given text. `parse` must give the tree of exactly the text that it gets.
 */
export function lowerGoFragment(parse: (text: string) => CstNode, text: string, options: LowerOptions = {}): GoFile {
  const file: GoFile = { units: [], comments: [] };
  const type = lowerType(parse, text, options);
  if (type) return type;
  for (const piece of splitFragment(text)) {
    const part = piece.statements ? lowerRun(parse, text, piece, options) : lowerPlain(parse, text, piece, options);
    for (const [i, unit] of part.units.entries()) {
      unit.start += piece.start;
      unit.end += piece.start;
      // The first of a piece was lowered without what stands before it.
      if (i === 0 && file.units.length && blankBefore(text, unit.start)) unit.node.blank = true;
      file.units.push(unit);
    }
    file.comments.push(...part.comments);
  }
  return file;
}

const typeOpening = 'type _ = ';

/** `[]int` or `func(T) bool` alone, which is no statement; undefined for everything else. */
function lowerType(parse: (text: string) => CstNode, text: string, options: LowerOptions): GoFile | undefined {
  if (!/^\s*(?:\[|map\b|chan\b|<-|func\b|struct\b|interface\b)/.test(text)) return undefined;
  const source = `${typeOpening}${text.trim()}\n`;
  const root = parse(source);
  const alias = root.children[0]?.children.find(child => child.type === 'type_alias');
  if (root.hasError || !alias || parts(root).length !== 1) return undefined;
  const start = text.length - text.trimStart().length;
  const c: Lowering = { text: source, base: typeOpening.length, pattern: options.pattern === true };
  const x = lowerExpression(c, need(alias, 'type'));
  const comments: CstNode[] = [];
  collectComments(root, comments);
  const node: ExprStmt = { kind: 'ExprStmt', x, start: x.start, end: x.end };
  attachComments(source, c.base, node, comments);
  return { units: [{ node, start, end: start + text.trim().length, hasError: false }], comments: [] };
}

function lowerPlain(parse: (text: string) => CstNode, text: string, piece: Piece, options: LowerOptions): GoFile {
  // The grammar wants a line break behind a declaration.
  const source = `${text.slice(piece.start, piece.end)}\n`;
  return lowerItems(parse(source).children, source, { ...options, parse });
}

/** Parses a run of statements as the body of a function, and moves the offsets back. */
function lowerRun(parse: (text: string) => CstNode, text: string, piece: Piece, options: LowerOptions): GoFile {
  const run = text.slice(piece.start, piece.end);
  const source = opening + run + closing;
  const body = bodyOf(parse(source), opening.length, opening.length + run.length);
  const file = lowerItems(body, source, options, true);
  for (const unit of file.units) {
    unit.start -= opening.length;
    unit.end -= opening.length;
  }
  return file;
}

/** The nodes between two offsets, out of whatever the parser made of the function around them. */
function bodyOf(root: CstNode, start: number, end: number): CstNode[] {
  const nodes: CstNode[] = [];
  const visit = (n: CstNode): void => {
    if (n.end <= start || n.start >= end) return;
    const inside = n.start >= start && n.end <= end;
    if (inside && n.type !== 'statement_list' && n.type !== 'ERROR') nodes.push(n);
    else n.children.forEach(visit);
  };
  visit(root);
  return nodes;
}
