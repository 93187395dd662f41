/** Sorts what stands in an error into complete statements and runs of tokens that belong to none. */
import type { CstNode } from '../cst';

/** Absolute offsets. Without a node it is source that does not parse. */
export interface Run {
  start: number;
  end: number;
  node?: CstNode;
}

/** A statement that fits on a line may be the rest of a broken one; one with a body stands for itself. */
const simple = /^(?:expression|send|inc|dec|assignment|return|go|defer|labeled)_statement$|^short_var_declaration$/;

/**
 * The runs of some neighbours, comments left out. A simple statement on the line of tokens that are in none is part
 * of the same broken statement (`for i := f()` without a body is not an assignment).
 */
export function runsOf(text: string, nodes: readonly CstNode[], complete: (n: CstNode) => boolean): Run[] {
  const runs: Run[] = [];
  for (const n of nodes) {
    if (n.type === 'comment' || n.end === n.start) continue;
    const last = runs.at(-1);
    const whole = complete(n);
    if (last && !(whole && last.node) && joins(text, last, n, whole)) {
      last.end = n.end;
      delete last.node;
    } else if (whole) runs.push({ start: n.start, end: n.end, node: n });
    else if (n.type !== ';') runs.push({ start: n.start, end: n.end });
  }
  return runs;
}

function joins(text: string, last: Run, n: CstNode, whole: boolean): boolean {
  // Tokens go on until a statement begins.
  if (!last.node && !whole) return true;
  if (text.slice(last.end, n.start).includes('\n')) return false;
  if (last.node) return simple.test(last.node.type) && !/^[;{}]$/.test(n.type);
  return simple.test(n.type) && !/[;{}:]$/.test(text.slice(last.start, last.end));
}
