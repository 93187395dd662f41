/** Colours for code that is shown outside an editor: the parser's leaves, sorted into a few classes. */
import type { CstNode } from '../syntax/cst';

export type TokenClass = 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'type' | 'plain';

export interface Token {
  text: string;
  class: TokenClass;
}

const whole: Record<string, TokenClass> = {
  comment: 'comment',
  interpreted_string_literal: 'string',
  raw_string_literal: 'string',
  rune_literal: 'string',
  string_start: 'string',
  string_content: 'string',
  string_end: 'string',
  integer: 'number',
  float: 'number',
  int_literal: 'number',
  float_literal: 'number',
  imaginary_literal: 'number',
  type_identifier: 'type',
  true: 'keyword',
  false: 'keyword',
  none: 'keyword',
  nil: 'keyword',
  iota: 'keyword',
};
const calls = new Set(['call', 'call_expression']);
const declarations = new Set(['function_definition', 'function_declaration', 'method_declaration']);

/** The text cut into tokens; together they are the text again. */
export function tokenize(root: CstNode, text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (start: number, end: number, name: TokenClass): void => {
    if (start > at) tokens.push({ text: text.slice(at, start), class: 'plain' });
    if (end > start) tokens.push({ text: text.slice(start, end), class: name });
    at = Math.max(at, end);
  };
  const visit = (node: CstNode, parent: CstNode | undefined, grandparent: CstNode | undefined): void => {
    const known = whole[node.type];
    if (known) push(node.start, node.end, known);
    else if (node.children.length === 0) push(node.start, node.end, leafClass(node, parent, grandparent));
    else for (const child of node.children) visit(child, node, parent);
  };
  visit(root, undefined, undefined);
  push(text.length, text.length, 'plain');
  return tokens;
}

function leafClass(node: CstNode, parent: CstNode | undefined, grandparent: CstNode | undefined): TokenClass {
  if (!node.named) return /^[a-z]/.test(node.type) ? 'keyword' : 'plain';
  if (parent && calls.has(parent.type) && node.field === 'function') return 'function';
  if (parent && declarations.has(parent.type) && node.field === 'name') return 'function';
  if (parent?.type === 'class_definition' && node.field === 'name') return 'type';
  const selects = parent?.type === 'attribute' || parent?.type === 'selector_expression';
  if (selects && parent.field === 'function' && grandparent && calls.has(grandparent.type)) {
    return node.field === 'attribute' || node.field === 'field' ? 'function' : 'plain';
  }
  return 'plain';
}
