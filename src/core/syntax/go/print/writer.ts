/** Puts tokens, line breaks and comments together so that Go's automatic semicolons come out right. */
import type { NodeBase } from '../../node';
import type { PrintOptions, Span } from '../../printed';
import type { GoComment } from '../ast';
import { endsStatement } from '../split';

export class Writer {
  text = '';
  readonly spans: Span[] = [];
  private indentation = 0;
  private lastToken = '';
  private lineStart = true;
  private spaced = false;
  /** Where the current line begins; asking the text itself would make it flat, which costs its whole length. */
  private lineBegin = 0;
  private emptyLine = false;
  /** Comments that wait for the next place where a line break means nothing. */
  private pending: GoComment[] = [];
  /** Spans whose first token is not written yet. */
  private opening: Span[] = [];

  constructor(private readonly options: PrintOptions) {}

  /** Writes a token. A comment that waits goes before it where a line break is harmless. */
  token(text: string): void {
    if (this.pending.length && !endsStatement(this.lastToken)) this.line();
    if (this.lineStart) {
      // A continuation is indented once more; the formatter puts it where it belongs.
      this.text += '\t'.repeat(this.indentation);
    } else if (this.spaced || fuses(this.lastToken, text)) this.text += ' ';
    this.lineStart = false;
    this.spaced = false;
    if (this.opening.length) {
      for (const span of this.opening) span.start = this.text.length;
      this.opening = [];
    }
    this.text += text;
    this.lastToken = text;
  }

  /** The next token stands apart from the last one. */
  space(): void {
    this.spaced = true;
  }

  /** Ends the line, with the comments that wait behind it. Does nothing at the start of a line. */
  line(): void {
    const waiting = this.pending;
    if (waiting.length) this.pending = [];
    for (const comment of waiting) this.commentLine(comment);
    if (!this.lineStart) this.lineBreak();
    this.spaced = false;
  }

  /** An empty line, unless there is one or the text begins here. */
  blank(): void {
    this.line();
    if (!this.text || this.emptyLine) return;
    this.lineBreak();
    this.emptyLine = true;
  }

  private commentLine(comment: GoComment): void {
    this.text += (this.lineStart ? '\t'.repeat(this.indentation) : ' ') + commentText(comment);
    this.lineBreak();
  }

  private lineBreak(): void {
    this.text += '\n';
    this.lineBegin = this.text.length;
    this.lineStart = true;
    this.emptyLine = false;
  }

  indent(): void {
    this.indentation++;
  }

  outdent(): void {
    this.indentation--;
  }

  /** A comment on a line of its own, where a statement could stand. */
  ownLine(comment: GoComment): void {
    this.line();
    this.commentLine(comment);
  }

  /** A comment before or inside an expression: here if that changes nothing, else at the next such place. */
  comment(comment: GoComment): void {
    if (isInline(comment)) {
      this.space();
      const last = this.lastToken;
      this.token(`/*${comment.text}*/`);
      this.lastToken = last;
      this.space();
    } else if (comment.place === 'before' && !endsStatement(this.lastToken) && this.lastToken !== '') {
      this.ownLine(comment);
    } else this.pending.push(comment);
  }

  /** Whether a comment waits that would swallow what stands behind it on the line. */
  get waiting(): boolean {
    return this.pending.length > 0;
  }

  /** UTF-16 units on the current line. */
  get column(): number {
    return this.text.length - this.lineBegin;
  }

  /** Source that is not ours: no token, so what follows it must not depend on how it ends. */
  foreign(text: string): void {
    this.token(text);
    this.lastToken = ')';
    // A comment in its last line would swallow what follows.
    if (/\/\/[^\n]*$/.test(text)) this.line();
  }

  open(node: NodeBase): Span | undefined {
    if (!this.options.spans) return undefined;
    const span: Span = { node, start: this.text.length, end: this.text.length };
    this.spans.push(span);
    this.opening.push(span);
    return span;
  }

  close(span: Span | undefined): void {
    if (!span) return;
    span.end = this.text.length;
    const unopened = this.opening.indexOf(span);
    if (unopened >= 0) {
      this.opening.splice(unopened, 1);
      span.start = span.end;
    }
  }
}

/** Whether two tokens would be read as one. */
function fuses(left: string, right: string): boolean {
  return /^(?:--|\+\+|&&|&\^|<-|\/\/|\/\*)/.test(left.slice(-1) + right);
}

/** A comment that can stand between two tokens without acting as a line break. */
function isInline(comment: GoComment): boolean {
  return comment.block === true && !/\n|\*\//.test(comment.text);
}

/** A comment with its marks. What contains the end mark of a block comment is written as line comments. */
function commentText(comment: GoComment): string {
  const { text } = comment;
  if ((comment.block || text.includes('\n')) && !text.includes('*/')) return `/*${text}*/`;
  return `//${text.replaceAll('\n', '\n//')}`;
}
