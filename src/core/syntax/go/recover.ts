/** What can be saved from an ERROR node among statements: the complete ones; the rest is kept as text. */
import type { CstNode } from '../cst';
import type { Statement } from './ast';
import { badBetween, isSpace, withBlank, type Lowering } from './context';
import { runsOf } from './runs';
import { isStatement, lowerStatement } from './statements';

/** The statements among some nodes in order; what is in no statement becomes Bad. */
export function recover(c: Lowering, nodes: readonly CstNode[]): Statement[] {
  const list: Statement[] = [];
  for (const run of runsOf(c.text, nodes.flatMap(contents), isStatement)) {
    const statement = run.node ? lowerStatement(c, run.node) : badBetween(c, run.start, trimmed(c.text, run));
    const last = list.at(-1);
    // One broken statement often comes as several pieces.
    if (last?.kind === 'Bad' && statement.kind === 'Bad') {
      list[list.length - 1] = { ...last, ...badBetween(c, last.start + c.base, statement.end + c.base) };
    } else list.push(withBlank(c, statement));
  }
  return list;
}

/** What stands in an error or a list; other nodes stand for themselves. */
function contents(n: CstNode): CstNode[] {
  const open = (n.type === 'ERROR' && n.children.length > 0) || n.type === 'statement_list';
  return open ? n.children.flatMap(contents) : [n];
}

function trimmed(text: string, run: { start: number; end: number }): number {
  let end = run.end;
  while (end > run.start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
