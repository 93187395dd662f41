/** Short ways from text to nodes and back, for the tests of the Python syntax. */
import { walk, type AnyNode } from '../../../src/core/syntax/node';
import type { Expression, Node, PythonFile, Statement } from '../../../src/core/syntax/python/ast';
import { lowerPython, type LowerOptions } from '../../../src/core/syntax/python/lower';
import { printPython } from '../../../src/core/syntax/python/print';
import type { CstNode } from '../../../src/core/syntax/cst';
import { parsers } from '../../support/parsers';

/** Call it in `before`: the other functions need the grammar. */
export const loadPython = (): Promise<void> => parsers.load('python');

export function parsePython(text: string): CstNode {
  const tree = parsers.parseNow('python', text);
  if (!tree) throw new Error('The grammar is not loaded.');
  try {
    return tree.cst();
  } finally {
    tree.dispose();
  }
}

export const file = (text: string, options?: LowerOptions): PythonFile => lowerPython(parsePython(text), text, options);

export const statements = (text: string, options?: LowerOptions): Statement[] =>
  file(text, options).units.map(unit => unit.node);

/** The only statement of a text. */
export function one(text: string, options?: LowerOptions): Statement {
  const [first, second] = statements(text, options);
  if (!first || second) throw new Error(`not one statement: ${text}`);
  return first;
}

/** The expression that a text is. */
export function expression(text: string, options?: LowerOptions): Expression {
  const node = one(text, options);
  if (node.kind === 'Meta') return node;
  if (node.kind !== 'Expr') throw new Error(`${node.kind}: ${text}`);
  return node.value;
}

/** Prints without the line break at the end. */
export const print = (nodes: Node | readonly Node[] | PythonFile): string => printPython(nodes).text.trimEnd();

/** Lowers and prints a text. */
export const reprint = (text: string): string => print(file(text));

/** A node in brief: kinds and what is neither a range nor a comment; names and metavariables as they are written. */
export function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as AnyNode;
  if (node.kind === 'Name') return node.id;
  if (node.kind === 'Meta') return `${node.many ? '$$$' : '$'}${String(node.name)}`;
  const entries = Object.entries(node).filter(([key]) => !['start', 'end', 'comments'].includes(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, brief(item)]));
}

/** All nodes of a file that are Bad. */
export function badNodes(parsed: PythonFile): string[] {
  const found: string[] = [];
  for (const unit of parsed.units) {
    walk(unit.node, node => {
      if (node.kind === 'Bad') found.push(String(node.text));
    });
  }
  return found;
}

/** The comments of a text as the parser sees them, sorted. */
export function commentTexts(root: CstNode, text: string): string[] {
  const found: string[] = [];
  const visit = (node: CstNode): void => {
    if (node.type === 'comment') found.push(text.slice(node.start, node.end).replace(/\r$/, ''));
    node.children.forEach(visit);
  };
  visit(root);
  return found.sort();
}

/** Numbers from 0 to 1 in an order that the seed fixes. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
