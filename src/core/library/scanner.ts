/** The words and marks of a signature, for the small notations of the library tables. */
export class Scanner {
  private readonly tokens: string[];
  private at = 0;

  constructor(readonly text: string) {
    this.tokens = text.match(/[\p{L}_][\p{L}\p{N}_]*|\d+|->|<-|\.\.\.|\*\*|"[^"]*"|'[^']*'|\S/gu) ?? [];
  }

  /** The next token without taking it; empty at the end. */
  peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? '';
  }

  /** Takes the next token; empty at the end. */
  next(): string {
    return this.tokens[this.at++] ?? '';
  }

  /** Takes the next token where it is this one. */
  take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  /** Takes the next token, which has to be this one. */
  expect(token: string): void {
    if (!this.take(token)) throw new Error(`"${this.text}": expected ${token}, found ${this.peek() || 'the end'}`);
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Whether the next token is a name. */
  get atName(): boolean {
    return /^[\p{L}_]/u.test(this.peek());
  }

  /** Where the scanner stands, to come back to with `reset`. */
  mark(): number {
    return this.at;
  }

  reset(mark: number): void {
    this.at = mark;
  }
}
