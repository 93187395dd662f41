/** Whether a literal is short and plain enough for one line. Comments and bodies of several lines need more. */
import { forEachChild, type NodeBase } from '../node';

const oneLineStatements = new Set(['ReturnStmt', 'ExprStmt', 'AssignStmt', 'IncDecStmt', 'SendStmt', 'Meta']);

/** True where the node has no comment that ends a line and its text is about as long as `width` at most. */
export function isNarrow(node: NodeBase, width: number): boolean {
  return rest(node, width) >= 0;
}

/** What is left of `width` behind the node; negative where it does not fit. */
function rest(node: NodeBase, width: number): number {
  if (node.comments?.some(comment => !('block' in comment) || comment.text.includes('\n'))) {
    // The literal's own comments stand before or behind it, unless they are at its end.
    if (node.comments.some(comment => comment.place === 'end') || node.kind !== 'CompositeLit') return -1;
  }
  let left = width;
  switch (node.kind) {
    case 'BlockStmt': {
      const { list } = node as NodeBase & { list: NodeBase[] };
      if (list.length > 1 || (list[0] && !oneLineStatements.has(list[0].kind))) return -1;
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
  forEachChild(node, child => {
    if (left >= 0) left = rest(child, left - 2);
  });
  return left;
}
