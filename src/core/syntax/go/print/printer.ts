/** What the parts of the printer share: the writer, where we are, and comments. */
import type { NodeBase } from '../../node';
import type { PrintOptions, Span } from '../../printed';
import type { GoComment } from '../ast';
import { Writer } from './writer';

export class Printer {
  readonly out: Writer;
  /** In the header of `if`, `for` or `switch`, where `T{` would begin the body. */
  header = false;

  constructor(options: PrintOptions) {
    this.out = new Writer(options);
  }

  /** Prints inside brackets or a body, where composite literals need no parentheses. */
  nested(print: () => void): void {
    this.within(false, print);
  }

  /** Prints the header of a statement. */
  inHeader(print: () => void): void {
    this.within(true, print);
  }

  private within(header: boolean, print: () => void): void {
    const before = this.header;
    this.header = header;
    print();
    this.header = before;
  }

  /** Prints a node that stands inside a line, with its comments and its span. */
  inline(node: NodeBase, print: () => void): void {
    for (const comment of commentsAt(node, 'before')) this.out.comment(comment);
    const span = this.out.open(node);
    print();
    this.out.close(span);
    for (const comment of commentsAt(node, 'after')) this.out.comment(comment);
  }

  /** Prints a node that has lines of its own, with its comments, its span and the blank line before it. */
  lines(node: NodeBase, first: boolean, print: () => void): void {
    if (node.blank && !first) this.out.blank();
    for (const comment of commentsAt(node, 'before')) {
      if (comment.inline) this.out.comment(comment);
      else this.out.ownLine(comment);
      if (comment.detached) this.out.blank();
    }
    const span: Span | undefined = this.out.open(node);
    print();
    this.out.close(span);
    for (const comment of commentsAt(node, 'after')) this.out.comment(comment);
    this.out.line();
  }

  /** Prints the comments at the end of a node whose children stand on lines of their own. */
  endLines(node: NodeBase): void {
    for (const comment of commentsAt(node, 'end')) {
      if (comment.detached) this.out.blank();
      this.out.ownLine(comment);
    }
  }
}

const none: GoComment[] = [];

/** The comments of a node in one place. */
export function commentsAt(node: NodeBase, place: GoComment['place']): GoComment[] {
  return node.comments ? node.comments.filter(comment => comment.place === place) : none;
}
