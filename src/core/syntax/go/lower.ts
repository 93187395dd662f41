/** A concrete syntax tree of Go to the AST, one top-level declaration at a time. */
import type { CstNode } from '../cst';
import type { GoFile, GoUnit, TopLevel } from './ast';
import { attachComments, collectComments, toComment } from './comments';
import { badBetween, blankBefore, isSpace, type Lowering } from './context';
import { isDeclaration, lowerDeclaration } from './declarations';
import { repair } from './repair';
import { isStatement, lowerStatement } from './statements';

export interface LowerOptions {
  /** Names that begin with `µ` are metavariables: `µX` one node, `µµµX` many, `µ_` anonymous. */
  pattern?: boolean;
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
  for (const item of topLevel(repair(nodes, text))) {
    const previous = units.at(-1);
    if (item.comment) {
      if (previous && leading.length === 0 && isBehind(text, previous.end, item)) {
        attachComments(text, previous.start, previous.node, item.nodes);
        previous.end = item.end;
      } else leading.push(...item.nodes);
      continue;
    }
    units.push(lowerUnit(item, leading, text, options, inFunction));
    leading = [];
  }
  return { units, comments: leading.map(comment => toComment(text, comment, 'end')) };
}

/** What stands at the top: one comment, one statement or declaration, or a run of tokens that is neither. */
interface Item {
  nodes: CstNode[];
  start: number;
  end: number;
  comment: boolean;
  junk: boolean;
}

function* topLevel(nodes: readonly CstNode[]): Generator<Item> {
  let junk: Item | undefined;
  let comments: Item[] = [];
  for (const n of nodes) {
    const comment = n.type === 'comment';
    const known = isDeclaration(n) || isStatement(n);
    const item: Item = { nodes: [n], start: n.start, end: n.end, comment, junk: !comment && !known };
    if (item.junk) {
      if (n.end === n.start || (!junk && n.type === ';')) continue;
      if (junk) {
        // Comments between two pieces of junk are in the text of the one Bad.
        junk.nodes.push(...comments.flatMap(other => other.nodes), n);
        junk.end = n.end;
        comments = [];
      } else junk = item;
    } else if (comment && junk) comments.push(item);
    else {
      if (junk) yield junk;
      yield* comments;
      junk = undefined;
      comments = [];
      yield item;
    }
  }
  if (junk) yield junk;
  yield* comments;
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
  const n = item.nodes[0] as CstNode;
  const node: TopLevel = item.junk
    ? badBetween(c, item.start, trimmed(text, item))
    : isDeclaration(n) && !(inFunction && isStatement(n))
      ? lowerDeclaration(c, n)
      : lowerStatement(c, n);
  if (blankBefore(text, item.start)) node.blank = true;
  const comments = [...leading];
  if (!item.junk) collectComments(n, comments);
  attachComments(text, start, node, comments);
  return { node, start, end: Math.max(start + node.end, start), hasError: item.junk || n.hasError };
}

function trimmed(text: string, item: Item): number {
  let end = item.end;
  while (end > item.start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether a comment stands behind what ends at `end`, on the same line, with nothing behind it. */
function isBehind(text: string, end: number, comment: Item): boolean {
  if (text.slice(end, comment.start).includes('\n')) return false;
  const rest = /[^ \t\r;]/g;
  rest.lastIndex = comment.end;
  const found = rest.exec(text);
  return !found || found[0] === '\n';
}
