/** Which part of a match is the pattern's own, and which is the user's code that it left open. */
import type { Match } from './match/match';
import type { OffsetRange } from './positions';
import { forEachChild, type NodeBase, type SourceFile } from './syntax/node';

/**
 * The ranges that a match left open: the statements bound to `$$$BODY`, and of any other binding what stands on further
 * lines. A `try` of fifty lines is not to be hovered on each of them. Absolute offsets, in no order.
 */
export function holesOf(match: Match, file: SourceFile<NodeBase>, text: string): OffsetRange[] {
  const single = new Set<NodeBase>();
  const many = new Set<NodeBase>();
  for (const binding of match.bindings.values()) {
    if (Array.isArray(binding)) binding.forEach(node => many.add(node));
    else single.add(binding);
  }
  const holes: OffsetRange[] = [];
  for (const part of match.parts) {
    for (const [i, root] of part.nodes.entries()) {
      const base = file.units[part.units[i] ?? part.unit]?.start ?? 0;
      const search = (node: NodeBase): void => {
        const range = { start: base + node.start, end: base + node.end };
        if (many.has(node)) holes.push(range);
        else if (single.has(node)) {
          const line = text.indexOf('\n', range.start);
          if (line >= 0 && line < range.end) holes.push({ start: line + 1, end: range.end });
        } else forEachChild(node, search);
      };
      search(root);
    }
  }
  return holes;
}
