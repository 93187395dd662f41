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
  const flush = (): void => {
    if (start >= 0) list.push(withBlank(c, badBetween(c, start, end)));
    start = -1;
  };
  for (const child of error.children) {
    if (isStatement(child)) {
      flush();
      list.push(withBlank(c, lowerStatement(c, child)));
    } else if (child.type !== 'comment' && child.end > child.start) {
      if (start < 0) start = child.start;
      end = child.end;
    }
  }
  flush();
  return list;
}
