/** What a helper is: Python source that is written once, where an answer uses it. */
export interface Helper {
  text: string;
  /** Import lines of its own. */
  imports?: readonly string[];
  /** Other helpers that it calls. */
  uses?: readonly string[];
}

export type Helpers = Readonly<Record<string, Helper>>;
