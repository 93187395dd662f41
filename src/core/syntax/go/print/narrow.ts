/** Whether a literal is short and plain enough for one line. Comments and bodies of several lines need more. */
import { forEachChild, type NodeBase } from '../../node';

/**
 * True where the literal fits in about `width` characters and nothing in it must end a line. Its own type is printed
 * before the question arises, and its own comments stand around it, unless they are at its end.
 */
export function isNarrow(node: NodeBase, width: number): boolean {
  return rest(node, width, true) >= 0;
}

/** What is left of `width` behind the node; negative where it does not fit. */
function rest(node: NodeBase, width: number, root = false): number {
  const endsLine = node.comments?.some(comment => {
    const inline = 'block' in comment && !comment.text.includes('\n');
    return !inline && (!root || comment.place === 'end');
  });
  if (endsLine) return -1;
  let left = width;
  switch (node.kind) {
    case 'BlockStmt': {
      const { list } = node as NodeBase & { list: NodeBase[] };
      // `func(i, j int) bool { return xs[i] < xs[j] }` reads best on one line.
      if (list.length > 1 || (list[0] && list[0].kind !== 'ReturnStmt')) return -1;
      break;
    }
    case 'StructType':
    case 'InterfaceType': {
      const { fields, methods } = node as NodeBase & { fields?: unknown[]; methods?: unknown[] };
      if ((fields ?? methods ?? []).length) return -1;
      break;
    }
    case 'FuncLit':
      left -= 8;
      break;
    case 'Bad':
      return -1;
  }
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string' && name !== 'kind' && name !== 'style') left -= value.length;
  }
  forEachChild(node, (child, field) => {
    if (field === 'type' && root) return;
    if (left >= 0) left = rest(child, left - 2);
  });
  return left;
}
