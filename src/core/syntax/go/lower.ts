/** A concrete syntax tree of Go to the AST, one top-level declaration at a time. */
import type { CstNode } from '../cst';
import type { GoFile, GoUnit, TopLevel } from './ast';
import { attachComments, collectComments, toComment } from './comments';
import { badBetween, blankBefore, isSpace, type Lowering } from './context';
import { isDeclaration, lowerDeclaration } from './declarations';
import { repair } from './repair';
import { reparse } from './reparse';
import { runsOf, type Run } from './runs';
import { isStatement, lowerStatement } from './statements';

export interface LowerOptions {
  /** Names that begin with `µ` are metavariables: `µX` one node, `µµµX` many, `µ_` anonymous. */
  pattern?: boolean;
  /**
   * Parses a text anew. With it, the declarations behind an open bracket or string are saved whole; without it, what
   * can be found in the broken tree. Not called for a text without errors.
   */
  parse?: (text: string) => CstNode;
}

/**
 * Lowers a whole file. Never throws: what does not parse becomes Bad, and complete statements and declarations inside
 * an error become units of their own. Units do not overlap; leading comments and those behind a unit on its last line
 * are in its range.
 */
export function lowerGo(root: CstNode, text: string, options: LowerOptions = {}): GoFile {
  return lowerItems(root.children, text, options);
}

/** As `lowerGo`, for a list of top-level nodes; `inFunction` says that declarations among them are statements. */
export function lowerItems(nodes: readonly CstNode[], text: string, options: LowerOptions, inFunction = false): GoFile {
  const units: GoUnit[] = [];
  let leading: CstNode[] = [];
  const whole = options.parse && nodes.some(n => n.hasError) ? reparse(nodes, text, options.parse) : nodes;
  for (const item of topLevel(repair(whole, text), text)) {
    const previous = units.at(-1);
    const { comment } = item;
    if (comment) {
      if (previous && leading.length === 0 && isBehind(text, previous.end, comment)) {
        attachComments(text, previous.start, previous.node, [comment]);
        previous.end = item.end;
      } else leading.push(comment);
      continue;
    }
    units.push(lowerUnit(item, leading, text, options, inFunction));
    leading = [];
  }
  return { units, comments: leading.map(comment => toComment(text, comment, 'end')) };
}

/** What stands at the top, in order: comments, complete statements and declarations, and what is neither. */
function topLevel(nodes: readonly CstNode[], text: string): Item[] {
  const items: Item[] = runsOf(text, nodes, n => isDeclaration(n) || isStatement(n));
  let at = 0;
  for (const comment of nodes) {
    if (comment.type !== 'comment') continue;
    while (at < items.length && (items[at] as Item).end <= comment.start) at++;
    const next = items[at];
    // A comment between tokens that do not parse is in their text.
    if (next && next.start <= comment.start) continue;
    items.splice(at, 0, { start: comment.start, end: comment.end, comment });
    at++;
  }
  return items;
}

interface Item extends Run {
  comment?: CstNode;
}

function lowerUnit(
  item: Item,
  leading: readonly CstNode[],
  text: string,
  options: LowerOptions,
  inFunction: boolean,
): GoUnit {
  const start = leading[0]?.start ?? item.start;
  const c: Lowering = { text, base: start, pattern: options.pattern === true };
  const n = item.node;
  const node: TopLevel = !n
    ? badBetween(c, item.start, item.end)
    : isDeclaration(n) && !(inFunction && isStatement(n))
      ? lowerDeclaration(c, n)
      : lowerStatement(c, n);
  const hasError = !n || n.hasError;
  // Where the parser had to invent an end, it may lie behind the line break.
  if (hasError) node.end = trimmed(text, start + node.start, start + node.end) - start;
  if (node.kind === 'Bad') node.text = text.slice(start + node.start, start + node.end);
  if (blankBefore(text, item.start)) node.blank = true;
  const comments = [...leading];
  if (n) collectComments(n, comments);
  attachComments(text, start, node, comments);
  return { node, start, end: start + node.end, hasError };
}

function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether a comment stands behind what ends at `end`, on the same line, with nothing behind it. */
function isBehind(text: string, end: number, comment: CstNode): boolean {
  if (text.slice(end, comment.start).includes('\n')) return false;
  const rest = /[^ \t\r;]/g;
  rest.lastIndex = comment.end;
  const found = rest.exec(text);
  return !found || found[0] === '\n';
}
