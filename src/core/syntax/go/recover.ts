/** What can be saved from an ERROR node: the complete statements in it; the rest is kept as text. */
import type { CstNode } from '../cst';
import type { Statement } from './ast';
import { bad, badBetween, withBlank, type Lowering } from './context';
import { isStatement, lowerStatement } from './statements';

/** The statements of an ERROR node in order; runs of tokens between them become Bad. */
export function recover(c: Lowering, error: CstNode): Statement[] {
  if (!error.children.some(isStatement)) return [withBlank(c, bad(c, error))];
  const list: Statement[] = [];
  let start = -1;
  let end = -1;
  const add = (statement: Statement): void => {
    const last = list.at(-1);
    // One broken statement often comes as several pieces.
    if (last?.kind === 'Bad' && statement.kind === 'Bad') {
      list[list.length - 1] = { ...last, ...badBetween(c, last.start + c.base, statement.end + c.base) };
    } else list.push(withBlank(c, statement));
  };
  const flush = (): void => {
    if (start >= 0) add(badBetween(c, start, end));
    start = -1;
  };
  for (const child of error.children) {
    if (isStatement(child)) {
      flush();
      add(lowerStatement(c, child));
    } else if (child.type !== 'comment' && child.end > child.start) {
      if (start < 0) start = child.start;
      end = child.end;
    }
  }
  flush();
  return list;
}
