/** Values that a package can be initialised with, because they are written out. */
import type * as py from '../../syntax/python/ast';

export function isPlainLiteral(node: py.Expression): boolean {
  switch (node.kind) {
    case 'Int':
    case 'Float':
    case 'Str':
    case 'Bytes':
    case 'Bool':
    case 'None':
      return true;
    case 'UnaryOp':
      return isPlainLiteral(node.operand);
    case 'BinOp':
      return isPlainLiteral(node.left) && isPlainLiteral(node.right);
    case 'List':
    case 'Tuple':
    case 'Set':
      return node.elts.every(isPlainLiteral);
    case 'Dict':
      return node.items.every(
        item => item.kind === 'DictItem' && isPlainLiteral(item.key) && isPlainLiteral(item.value),
      );
    default:
      return false;
  }
}
