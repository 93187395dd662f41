/** What every part of the lowering needs: the text, where offsets count from, and how names are read. */
import type { CstNode } from '../cst';
import type { Bad, Ident, Identifier, Meta } from './ast';

export interface Lowering {
  readonly text: string;
  /** Absolute offset of the unit; node offsets are relative to it. */
  base: number;
  /** Names that begin with `µ` are metavariables. */
  readonly pattern: boolean;
}

const metavariable = /^µ(µµ)?([^µ].*)$/;

/** The source of a node. */
export function textOf(c: Lowering, n: CstNode): string {
  return c.text.slice(n.start, n.end);
}

/** A name, which is a metavariable in pattern mode. */
export function lowerName(c: Lowering, n: CstNode): Identifier {
  const name = textOf(c, n);
  if (c.pattern && name.startsWith('µ')) {
    const parts = metavariable.exec(name);
    if (parts) {
      const meta: Meta = {
        kind: 'Meta',
        name: parts[2] ?? '',
        many: parts[1] !== undefined,
        start: n.start - c.base,
        end: n.end - c.base,
      };
      return meta;
    }
  }
  const ident: Ident = { kind: 'Ident', name, start: n.start - c.base, end: n.end - c.base };
  return ident;
}

/** Source between two absolute offsets that does not parse. */
export function badBetween(c: Lowering, start: number, end: number): Bad {
  return { kind: 'Bad', text: c.text.slice(start, end), start: start - c.base, end: end - c.base };
}

/** A node that does not parse. A recovered parser node may end in blanks; they are not part of it. */
export function bad(c: Lowering, n: CstNode): Bad {
  let end = n.end;
  while (end > n.start && isSpace(c.text.charCodeAt(end - 1))) end--;
  return badBetween(c, n.start, end);
}

/** Blank, tab, carriage return or line feed. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** The first child in `name` that is not a comment. */
export function field(n: CstNode, name: string): CstNode | undefined {
  for (const child of n.children) if (child.field === name && child.type !== 'comment') return child;
  return undefined;
}

/** As `field`, for one that the grammar promises. `lowerExpression` and `lowerStatement` turn the throw into a Bad. */
export function need(n: CstNode, name: string): CstNode {
  const found = field(n, name);
  if (!found) throw new Unlowerable(`${n.type} without ${name}`);
  return found;
}

/** The grammar gave something that this code has no place for. Never leaves this folder. */
export class Unlowerable extends Error {}

/** The named children that are neither comments nor errors. */
export function parts(n: CstNode): CstNode[] {
  return n.children.filter(child => child.named && child.type !== 'comment' && child.type !== 'ERROR');
}

/** The first child that is not a comment; parenthesised nodes and wrappers have their content there. */
export function onlyPart(n: CstNode): CstNode {
  for (const child of n.children) if (child.named && child.type !== 'comment') return child;
  throw new Unlowerable(`${n.type} is empty`);
}

/** The children of a node with the given name, commas between them left out. */
export function namedFields(n: CstNode, name: string): CstNode[] {
  return n.children.filter(child => child.field === name && child.named && child.type !== 'comment');
}

/** Whether a token of this type stands directly in the node. */
export function hasToken(n: CstNode, type: string): boolean {
  return n.children.some(child => child.type === type);
}

/** Whether a node of a list stands behind a blank line. The first of its list does not. */
export function blankBefore(text: string, start: number): boolean {
  let lines = 0;
  for (let at = start - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 10) lines++;
    else if (!isSpace(code)) return lines > 1 && code !== 123 && code !== 40;
  }
  return false;
}

/** Sets `blank` where a blank line stands before the node, and gives the node back. */
export function withBlank<T extends { start: number; blank?: true }>(c: Lowering, node: T): T {
  if (blankBefore(c.text, node.start + c.base)) node.blank = true;
  return node;
}

/**
 * Nodes of the parser that have no node of their own here: an error in one of them is an error of the node around.
 * Lists whose items can be bad alone (statements, fields, elements, specs, cases) are not among them.
 */
const wrappers = new Set([
  'argument_list',
  'expression_list',
  'literal_element',
  'keyed_element',
  'type_arguments',
  'type_elem',
  'type_constraint',
  'parenthesized_expression',
  'parenthesized_type',
  'variadic_argument',
  'for_clause',
  'range_clause',
  'receive_statement',
]);

/** Whether the node itself is broken, not only something inside that can be bad alone. */
export function isBroken(n: CstNode): boolean {
  if (!n.hasError) return false;
  if (n.missing || n.type === 'ERROR') return true;
  return n.children.some(
    child =>
      child.hasError && (child.missing || child.type === 'ERROR' || (wrappers.has(child.type) && isBroken(child))),
  );
}

/**
 * What stands between the keyword of a statement and its body, as one Bad, where that is broken; the body can be
 * lowered all the same.
 */
export function brokenHeader(c: Lowering, n: CstNode, bodyStart: number): Bad | undefined {
  if (!n.hasError) return undefined;
  const header = n.children.filter((child, i) => i > 0 && child.end <= bodyStart && child.type !== 'comment');
  const [first] = header;
  const last = header.at(-1);
  const broken = header.some(
    child => child.type === 'ERROR' || child.missing || (wrappers.has(child.type) && isBroken(child)),
  );
  return broken && first && last ? badBetween(c, first.start, last.end) : undefined;
}

/** Whether an error stands directly in the node at or behind an offset. */
export function isBrokenBehind(n: CstNode, offset: number): boolean {
  return n.hasError && n.children.some(child => child.start >= offset && (child.type === 'ERROR' || child.missing));
}
