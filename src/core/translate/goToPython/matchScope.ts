/** The counterpart of one match: the other side of the idiom, filled with this code. */
import type { Match, MatchedPart } from '../../match/match';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import type { TranslationInput } from '../translate';
import type { Context } from './context';
import { expression } from './expressions';
import { statements } from './statements';
import { GapError } from '../gaps';
import { declarations, enter } from './selection';

/**
 * Statements that say what the match says. Where the catalog writes nothing on this side, the syntax layer does, as far
 * as it can say all of it without bringing helpers along; else nothing is written.
 */
export function matchNodes(cx: Context, input: TranslationInput, match: Match): py.Statement[] {
  const isWritten = match.idiom.python.fences.some(fence => fence.use !== 'match');
  if (isWritten) cx.shown = match;
  const takeBack = cx.notes.mark();
  const body = match.parts.flatMap(part => partStatements(cx, input, part));
  if (isWritten || (cx.notes.gaps().length === 0 && cx.out.around(body).helpers.length === 0)) return body;
  takeBack();
  return [];
}

function partStatements(cx: Context, input: TranslationInput, part: MatchedPart): py.Statement[] {
  cx.unitStart = input.file.units[part.unit]?.start ?? 0;
  const [first] = part.nodes;
  if (!first) return [];
  enter(cx, first);
  if (part.part.form === 'expression') {
    try {
      const value = expression(cx, first as go.Expression);
      return [...value.before, { kind: 'Expr', value: value.value, start: -1, end: -1 }];
    } catch (error) {
      if (!(error instanceof GapError)) throw error;
      return statements(cx, [{ kind: 'ExprStmt', x: first as go.Expression, start: first.start, end: first.end }]);
    }
  }
  if (part.nodes.every(node => /^(FuncDecl|GenDecl)$/.test(node.kind))) return declarations(cx, part.nodes);
  return statements(cx, part.nodes as go.Statement[]);
}
