/** Reading order, which both languages share. */
import type { NodeBase } from '../syntax/node';
import type { Symbol } from './facts';
import type { Tree } from './tree';

/**
 * Whether one of the reads of a symbol may come after the node: later in its unit, in a later unit where the symbol is
 * the module's, or in the next round of `loop`, the outermost loop around the node that the symbol outlives.
 */
export function isReadAfter(
  tree: Tree,
  symbol: Symbol,
  reads: readonly NodeBase[],
  node: NodeBase,
  loop: NodeBase | undefined,
): boolean {
  const unit = tree.unitOf(node);
  return reads.some(read => {
    const other = symbol.scope.kind === 'module' ? tree.unitOf(read) : unit;
    if (other !== unit) return other >= unit;
    // The next round reads it again, the node itself included.
    if (loop && loop.start <= read.start && read.end <= loop.end) return true;
    return read.end > node.end;
  });
}
