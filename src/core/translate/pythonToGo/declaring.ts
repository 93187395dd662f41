/** Declarations of one unit; what fails costs that unit only. */
import type * as go from '../../syntax/go/ast';
import type { Comment } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { GapError, gapLines } from '../gaps';
import * as g from '../goNodes';
import type { Context } from './context';

/** Undefined where it fails: what comes after says why. */
export function tried<T>(c: Context, write: () => T): T | undefined {
  const undo = c.mark();
  try {
    return write();
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    undo();
    return undefined;
  }
}

/** Comments of a statement that has no counterpart of its own. */
export function keepComments(node: py.Statement, declarations: go.TopLevel[]): void {
  const comments = (node.comments ?? []).filter(comment => comment.place === 'before' && !comment.text.startsWith('!'));
  if (comments.length > 0) declarations.push({ ...g.commentLine(...comments.map(one => one.text)), blank: true });
}

/** Declarations of one unit. What fails costs this unit only. */
export function declare(c: Context, node: py.Statement, declarations: go.TopLevel[], write: () => go.TopLevel[]): void {
  const undo = c.notes.mark();
  const { func, out } = c;
  try {
    const made = write();
    const [first] = made;
    const before: Comment[] = (node.comments ?? []).filter(comment => comment.place !== 'end');
    if (first) {
      if (node.blank || /FuncDecl/.test(first.kind) || node.kind === 'ClassDef') first.blank = true;
      if (before.length > 0) {
        first.comments = [...before.map(one => ({ ...one, place: 'before' as const })), ...(first.comments ?? [])];
      }
      c.origins.mark(first, c.rangeOf(node));
    }
    declarations.push(...made);
  } catch (error) {
    c.func = func;
    c.out = out;
    undo();
    const isGap = error instanceof GapError;
    if (!isGap) c.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const range = c.rangeOf((isGap && error.node) || node) ?? { start: 0, end: 0 };
    const what = isGap ? error.what : 'this declaration could not be translated';
    c.notes.gap({ ...range, what });
    declarations.push({
      ...g.commentLine(...gapLines(what, c.sourceOf(node))),
      blank: true,
    });
  }
}
