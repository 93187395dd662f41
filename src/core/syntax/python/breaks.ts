/**
 * Line breaks where Python has none. To the grammar a line break is a blank wherever no statement can end, so that the
 * unfinished `x.` goes on with whatever stands in the next line, and no error is seen.
 */
import type { CstNode } from '../cst';
import type { Context } from './context';

/** The end of the last token before such a break, in a simple statement or in the headers of a compound one. */
export function strayBreak(cx: Context, node: CstNode): number | undefined {
  let from: CstNode[] = [];
  for (const child of node.children) {
    if (child.type === 'block') from = [];
    else if (child.type === ':') {
      const found = breakBetween(cx, from, child.start);
      if (found !== undefined) return found;
      from = [];
    } else if (hasOwnLine(child)) {
      const found = strayBreak(cx, child);
      if (found !== undefined) return found;
      from = [];
    } else from.push(child);
  }
  return breakBetween(cx, from, node.end);
}

/** Parts of statements that begin on a line of their own. */
function hasOwnLine(node: CstNode): boolean {
  return clauses.has(node.type);
}

const clauses = new Set(
  `elif_clause else_clause except_clause finally_clause case_clause decorator function_definition class_definition`.split(
    ' ',
  ),
);

function breakBetween(cx: Context, nodes: readonly CstNode[], end: number): number | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  const line = cx.text.indexOf('\n', first.start);
  if (line < 0 || line >= end) return undefined;
  return new TokenWalk(cx.text).find(nodes);
}

/** A comment, which ends with its line, or a line break without a backslash before it. */
const realBreak = /#|(?<!\\)(?<!\\\r)\n/;

class TokenWalk {
  private readonly text: string;
  private end = -1;
  private open = 0;

  constructor(text: string) {
    this.text = text;
  }

  find(nodes: readonly CstNode[]): number | undefined {
    for (const node of nodes) {
      const isToken = node.children.length === 0 || node.type === 'string';
      const found = isToken ? this.meet(node) : this.find(node.children);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private meet(token: CstNode): number | undefined {
    if (token.type === 'comment') return undefined;
    if (this.open === 0 && this.end >= 0 && realBreak.test(this.text.slice(this.end, token.start))) return this.end;
    this.end = token.end;
    if (token.type === '(' || token.type === '[' || token.type === '{') this.open++;
    else if (token.type === ')' || token.type === ']' || token.type === '}') this.open--;
    return undefined;
  }
}
