/** Gaps that leave the declaration around them standing: what else the file says of it still compiles. */
import type { NodeBase } from '../../syntax/node';
import { GapError } from '../gaps';
import type { Context } from './context';

/** Does something that may be a gap; a gap is noted, and `otherwise` stands in its place. */
export function noting<T>(c: Context, node: NodeBase, write: () => T, otherwise: () => T): T {
  const undo = c.out.length;
  try {
    return write();
  } catch (error) {
    if (!(error instanceof GapError)) throw error;
    c.out.length = undo;
    const range = c.rangeOf(node) ?? { start: 0, end: 0 };
    c.notes.gap({ ...range, what: error.message });
    return otherwise();
  }
}
