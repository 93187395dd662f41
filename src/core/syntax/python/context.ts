/** What every part of the lowering shares: the text, where the unit starts, and the few questions asked of any node. */
import type { CstNode } from '../cst';
import type { Bad, Identifier, Meta } from './ast';
import type { RawComment } from './trivia';

/** The state of one lowering. Offsets are stored relative to `base`, the start of the unit being lowered. */
export interface Context {
  readonly text: string;
  /** The text is an idiom's pattern: names with µ are metavariables. */
  readonly pattern: boolean;
  base: number;
  /** How many nodes deep we are; see `maxDepth`. */
  depth: number;
  /** Set where a body is missing, which the grammar takes for an empty one. */
  incomplete: boolean;
  /** All comments of the text, in order. */
  comments: RawComment[];
  /** Parses a text; see `LowerOptions`. */
  readonly parse: ((text: string) => CstNode) | undefined;
  /** How often `parse` may still be called. */
  parsesLeft: number;
}

/**
 * Nesting beyond this becomes Bad. CPython refuses 200 open brackets itself; the rest is room for chains of operators.
 * Without a bound, a generated file could end the whole extension with a stack overflow.
 */
export const maxDepth = 500;

/** Thrown where a header cannot be said in the AST, and caught at the statement, which becomes Bad. */
export const cannotLower = new Error('not Python 3');

export function isTrivia(node: CstNode): boolean {
  return node.type === 'comment' || node.type === 'line_continuation';
}

/** The named children that are code. */
export function operands(node: CstNode): CstNode[] {
  return node.children.filter(child => child.named && !isTrivia(child));
}

/** The only operand; where there is none or more, the statement cannot be lowered. */
export function onlyOperand(node: CstNode): CstNode {
  const [first, second] = operands(node);
  if (!first || second) throw cannotLower;
  return first;
}

/** The child in `field`; without one the statement cannot be lowered. */
export function required(node: CstNode, field: string): CstNode {
  for (const child of node.children) if (child.field === field && !isTrivia(child)) return child;
  throw cannotLower;
}

export function hasToken(node: CstNode, type: string): boolean {
  return node.children.some(child => child.type === type);
}

/** A list in which a comma follows the only element is a tuple. */
export function endsWithComma(node: CstNode): boolean {
  for (let i = node.children.length - 1; i >= 0; i--) {
    const child = node.children[i]!;
    if (child.type === ',') return true;
    if (child.named && !isTrivia(child)) return false;
  }
  return false;
}

export function source(cx: Context, node: CstNode): string {
  return cx.text.slice(node.start, node.end);
}

export function bad(cx: Context, node: { start: number; end: number }): Bad {
  return {
    kind: 'Bad',
    start: node.start - cx.base,
    end: node.end - cx.base,
    text: cx.text.slice(node.start, node.end),
  };
}

/** A Name, or the metavariable that its spelling stands for in a pattern. */
export function identifier(cx: Context, node: CstNode): Identifier {
  const id = source(cx, node);
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  if (cx.pattern && id.charCodeAt(0) === 0xb5) {
    const many = id.startsWith('µµµ');
    return { kind: 'Meta', start, end, name: id.slice(many ? 3 : 1), many };
  }
  return { kind: 'Name', start, end, id };
}

/** Whether a node is a metavariable for any number of neighbours, and so may stand for a whole element of a list. */
export function isMany(node: { kind: string } | undefined): node is Meta {
  return node !== undefined && node.kind === 'Meta' && (node as Meta).many;
}

/** These become Bad on their own, so that an error inside them does not spoil what is around. */
const selfContained = new Set(
  `await binary_operator string concatenated_string unary_operator attribute subscript call list list_comprehension
  dictionary dictionary_comprehension set set_comprehension tuple parenthesized_expression generator_expression
  comparison_operator not_operator boolean_operator lambda conditional_expression named_expression list_splat yield
  pattern_list tuple_pattern list_pattern list_splat_pattern expression_list block case_pattern case_clause
  except_clause`.split(/\s+/),
);

/** Whether an error touches this node itself, rather than a part that can be Bad on its own. */
export function isBroken(node: CstNode): boolean {
  if (!node.hasError) return false;
  if (node.missing || node.type === 'ERROR') return true;
  return node.children.some(child => child.hasError && !selfContained.has(child.type) && isBroken(child));
}
