/** Which node a comment belongs to. One pass over a unit, after its nodes are made. */
import type { CstNode } from '../cst';
import { forEachChild, type AnyNode, type NodeBase } from '../node';
import type { GoComment } from './ast';
import { blankBefore, isSpace } from './context';

type Place = GoComment['place'];

/** Nodes that can have a comment behind their last child, before what closes them. */
const containers = new Set([
  'BlockStmt',
  'CallExpr',
  'CaseClause',
  'CommClause',
  'CompositeLit',
  'FuncType',
  'GenDecl',
  'InterfaceType',
  'SelectStmt',
  'StructType',
  'SwitchStmt',
  'TypeSwitchStmt',
]);

/** Nodes that are printed on lines of their own, so that a blank line before them is kept. */
const lines = /(?:Stmt|Decl|Spec|Clause|^Field)$/;

/** Nodes to which a comment on the line above is documentation. */
const documented = /(?:Spec|^Field|^DeclStmt)$/;

/** All comments below a node of the parser, in the order of the text. */
export function collectComments(n: CstNode, into: CstNode[]): void {
  for (const child of n.children) {
    if (child.type === 'comment') into.push(child);
    else if (child.children.length) collectComments(child, into);
  }
}

/** A comment without its marks. */
export function toComment(text: string, n: CstNode, place: Place): GoComment {
  const block = text.startsWith('/*', n.start);
  let end = block ? n.end - 2 : n.end;
  while (!block && text.charCodeAt(end - 1) === 13) end--;
  const content = text.slice(n.start + 2, end);
  const comment: GoComment = { text: content.includes('\r') ? content.replaceAll('\r\n', '\n') : content, place };
  if (block) comment.block = true;
  if (place === 'end' ? blankBefore(text, n.start) : blankAfter(text, n.end)) {
    if (place !== 'after') comment.detached = true;
  }
  return comment;
}

/** Gives every comment to a node of the unit. `comments` are those in the range of the unit, in order. */
export function attachComments(text: string, base: number, unit: NodeBase, comments: readonly CstNode[]): void {
  if (comments.length === 0) return;
  const root: AnyNode = { kind: 'Unit', node: unit, start: comments[0]?.start ?? 0, end: Infinity };
  new Attachment(text, base, comments).distribute(root, 0, comments.length);
}

class Attachment {
  constructor(
    private readonly text: string,
    private readonly base: number,
    private readonly comments: readonly CstNode[],
  ) {}

  /** Gives the comments `from` to `to`, which stand in the range of `node`, to it or to what is below it. */
  distribute(node: AnyNode, from: number, to: number): void {
    // The text of what does not parse has its comments in it.
    if (node.kind === 'Bad') return;
    const children: AnyNode[] = [];
    forEachChild(node, child => children.push(child));
    let at = 0;
    for (let i = from; i < to;) {
      const comment = this.comments[i] as CstNode;
      while (at < children.length && this.endOf(children[at]) <= comment.start) at++;
      const next = children[at];
      if (next && next.start + this.base <= comment.start) {
        let last = i + 1;
        while (last < to && (this.comments[last]?.start ?? Infinity) < this.endOf(next)) last++;
        this.distribute(next, i, last);
        i = last;
      } else {
        this.decide(node, children[at - 1], next, comment);
        i++;
      }
    }
  }

  private endOf(node: AnyNode | undefined): number {
    return node ? node.end + this.base : Infinity;
  }

  private decide(node: AnyNode, prev: AnyNode | undefined, next: AnyNode | undefined, comment: CstNode): void {
    const ownLine = this.startsLine(comment.start);
    const behind = prev !== undefined && !this.hasNewline(this.endOf(prev), comment.start);
    if (this.endsLine(comment)) {
      if (behind && !ownLine) return this.behind(prev, comment);
      if (ownLine && prev && this.belongsInClause(prev, next, comment)) return this.add(prev, comment, 'end');
      if (next) return this.add(next, comment, 'before', !ownLine);
      return this.last(node, prev, comment);
    }
    const closes = /[,;:)\]}]/.test(this.charAfter(comment.end));
    const touches = prev !== undefined && this.isBlank(this.endOf(prev), comment.start);
    const apart = next !== undefined && !this.isBlank(comment.end, next.start + this.base);
    if (behind && (closes ? !this.opensBetween(this.endOf(prev), comment.start) : touches && apart)) {
      return this.behind(prev, comment);
    }
    if (next && !closes) return this.add(next, comment, 'before', apart);
    if (behind && !closes) return this.behind(prev, comment);
    this.last(node, prev, comment);
  }

  /** At the end of a node, or in one that has no children. */
  private last(node: AnyNode, prev: AnyNode | undefined, comment: CstNode): void {
    if (containers.has(node.kind)) this.add(node, comment, 'end');
    else if (prev) this.add(prev, comment, 'after');
    else if (node.kind === 'Unit') this.add(node.node as AnyNode, comment, 'before');
    else this.add(node, comment, 'after');
  }

  /** On the line of `prev`, behind it: a clause hands it on to what stands last in it. */
  private behind(prev: AnyNode, comment: CstNode): void {
    if (prev.kind !== 'CaseClause' && prev.kind !== 'CommClause') return this.add(prev, comment, 'after');
    let last: AnyNode | undefined;
    forEachChild(prev, child => (last = child));
    if (last) this.behind(last, comment);
    else this.add(prev, comment, 'end');
  }

  /** A comment between two clauses belongs to the first when it is indented deeper than `case`. */
  private belongsInClause(prev: AnyNode, next: AnyNode | undefined, comment: CstNode): boolean {
    if (prev.kind !== 'CaseClause' && prev.kind !== 'CommClause') return false;
    return this.column(comment.start) > this.column((next ?? prev).start + this.base);
  }

  /** `apart`: it stands behind an opening bracket, so it must not become the doc comment of the first in there. */
  private add(node: AnyNode, comment: CstNode, place: Place, apart = false): void {
    const placed = toComment(this.text, comment, place);
    if (apart && documented.test(node.kind)) placed.detached = true;
    const before = node.comments?.some(other => other.place === 'before');
    if (place === 'before' && !this.hasNewline(comment.start, node.start + this.base)) placed.inline = true;
    if (place === 'before' && !before && lines.test(node.kind)) {
      if (blankBefore(this.text, comment.start)) node.blank = true;
      else delete node.blank;
    }
    (node.comments ??= []).push(placed);
  }

  private column(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  private startsLine(offset: number): boolean {
    let at = offset - 1;
    while (at >= 0 && this.text.charCodeAt(at) !== 10 && isSpace(this.text.charCodeAt(at))) at--;
    return at < 0 || this.text.charCodeAt(at) === 10;
  }

  private endsLine(comment: CstNode): boolean {
    if (this.text.charCodeAt(comment.start + 1) === 47) return true;
    const after = /[^ \t\r]/g;
    after.lastIndex = comment.end;
    const found = after.exec(this.text);
    return !found || found[0] === '\n';
  }

  private charAfter(offset: number): string {
    let at = offset;
    while (at < this.text.length && isSpace(this.text.charCodeAt(at))) at++;
    return this.text[at] ?? '';
  }

  private hasNewline(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.text.charCodeAt(at) === 10) return true;
    return false;
  }

  private isBlank(from: number, to: number): boolean {
    return !/\S/.test(this.text.slice(from, to));
  }

  private opensBetween(from: number, to: number): boolean {
    return /[([{]/.test(this.text.slice(from, to));
  }
}

function blankAfter(text: string, offset: number): boolean {
  let count = 0;
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) count++;
    else if (!isSpace(code)) return count > 1;
  }
  return false;
}
