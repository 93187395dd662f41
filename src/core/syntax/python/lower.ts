/** From the concrete syntax tree to the AST: the whole file, unit by unit. */
import type { CstNode } from '../cst';
import type { PythonFile, PythonUnit } from './ast';
import { isTrivia, type Context } from './context';
import { lowerPiece, piecesOf, type Piece } from './recover';

export interface LowerOptions {
  /** The text is an idiom's pattern: `µNAME`, `µµµNAME` and `µ_` are metavariables. */
  pattern?: boolean;
}

/** Lowers a parsed file. Never throws for what the text says: what cannot be lowered is Bad. */
export function lowerPython(root: CstNode, text: string, options: LowerOptions = {}): PythonFile {
  const cx: Context = { text, pattern: options.pattern ?? false, base: 0, depth: 0, incomplete: false };
  const units: PythonUnit[] = [];
  for (const piece of topLevel(root)) {
    const { start, end } = 'node' in piece ? piece.node : piece;
    cx.base = start;
    cx.incomplete = false;
    const node = lowerPiece(cx, piece);
    units.push({ node, start, end, hasError: cx.incomplete || !('node' in piece) || piece.node.hasError });
  }
  return { units, comments: [] };
}

function topLevel(root: CstNode): Piece[] {
  if (root.type === 'ERROR') return piecesOf(root);
  return root.children.flatMap((child): Piece[] => {
    if (isTrivia(child) || !child.named) return [];
    return child.type === 'ERROR' ? piecesOf(child) : [{ node: child }];
  });
}
