/** Where printed text goes: pieces, indentation and the ranges of nodes. */
import type { NodeBase } from '../../node';
import type { Printed, Span } from '../../printed';

/** A place to go back to. */
interface Mark {
  pieces: number;
  spans: number;
  length: number;
}

export class Printer {
  /** Nodes that have a comment or contain a node that has one. */
  readonly commented: ReadonlySet<NodeBase>;
  /** Levels of four blanks. */
  depth = 0;
  /** Above zero inside an f-string, where no line may be broken. */
  flat = 0;
  /** What no literal may contain here, for the f-strings around it would end. */
  forbidden: readonly string[] = [];

  /** An f-string around this place can be said in Python 3.12 only, so those in it need not be better. */
  modern = false;
  /** An f-string was written since this was last set to false that needs Python 3.12. */
  wroteModern = false;

  private readonly pieces: string[] = [];
  private readonly spans: Span[] = [];
  private readonly wantsSpans: boolean;
  private length = 0;

  constructor(commented: ReadonlySet<NodeBase>, wantsSpans: boolean) {
    this.commented = commented;
    this.wantsSpans = wantsSpans;
  }

  write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** Ends the line and indents the next. */
  breakLine(): void {
    this.write('\n' + '    '.repeat(this.depth));
  }

  indent(): void {
    this.write('    '.repeat(this.depth));
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** Runs `print` and records where the node went. */
  record(node: NodeBase, print: () => void): void {
    if (!this.wantsSpans) return print();
    const span: Span = { node, start: this.length, end: -1 };
    this.spans.push(span);
    print();
    // A statement with a body has written the end of its last line.
    span.end = this.length - (this.pieces[this.pieces.length - 1]?.endsWith('\n') ? 1 : 0);
  }

  mark(): Mark {
    return { pieces: this.pieces.length, spans: this.spans.length, length: this.length };
  }

  textSince(mark: Mark): string {
    return this.pieces.slice(mark.pieces).join('');
  }

  /** Forgets what was written since. */
  rewind(mark: Mark): void {
    this.pieces.length = mark.pieces;
    this.spans.length = mark.spans;
    this.length = mark.length;
  }

  result(): Printed {
    return { text: this.pieces.join(''), spans: this.spans };
  }
}
