/** Short ways from text to nodes and back, for the tests of the Go syntax. */
import type { GoFile, Node, Statement } from '../../../src/core/syntax/go/ast';
import { lowerGoFragment } from '../../../src/core/syntax/go/fragment';
import { lowerGo, type LowerOptions } from '../../../src/core/syntax/go/lower';
import { printGo } from '../../../src/core/syntax/go/print';
import type { CstNode } from '../../../src/core/syntax/cst';
import { parsers } from '../../support/parsers';

/** Call it in `before`: the other functions need the grammar. */
export const loadGo = (): Promise<void> => parsers.load('go');

export function parseGo(text: string): CstNode {
  const tree = parsers.parseNow('go', text);
  if (!tree) throw new Error('The grammar is not loaded.');
  try {
    return tree.cst();
  } finally {
    tree.dispose();
  }
}

export const file = (text: string, options?: LowerOptions): GoFile => lowerGo(parseGo(text), text, options);

export const fragment = (text: string, options?: LowerOptions): GoFile => lowerGoFragment(parseGo, text, options);

/** The only unit of a fragment. */
export function one(text: string, options?: LowerOptions): Node {
  const { units } = fragment(text, options);
  if (units.length !== 1) throw new Error(`${units.length} units in ${text}`);
  return (units[0] as GoFile['units'][number]).node as Node;
}

/** The statements of the first function of a file with this body. */
export function body(text: string, options?: LowerOptions): Statement[] {
  const func = file(`package p\n\nfunc f() {\n${text}\n}\n`, options).units[1]?.node;
  if (func?.kind !== 'FuncDecl' || !func.body) throw new Error(`no body in ${text}`);
  return func.body.list;
}

/** An expression, as the operand of an assignment. */
export function expression(text: string, options?: LowerOptions) {
  const [statement] = body(`_ = ${text}`, options);
  if (statement?.kind !== 'AssignStmt') throw new Error(`${statement?.kind} in ${text}`);
  const [value] = statement.rhs;
  if (!value) throw new Error(`nothing in ${text}`);
  return value;
}

/** A node in brief: kinds and what is neither a range nor a comment. */
export function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !['start', 'end', 'comments'].includes(key));
  const { name, kind } = value as Record<string, unknown>;
  return kind === 'Ident' ? name : Object.fromEntries(entries.map(([key, item]) => [key, brief(item)]));
}

/** Prints a node without the line break at the end. */
export const print = (node: Node | readonly Node[] | GoFile): string => printGo(node).text.trimEnd();

/** Lowers and prints an expression. */
export const reprint = (text: string): string => print(expression(text));
