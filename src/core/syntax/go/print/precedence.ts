/** How tightly expressions bind, and where their text needs parentheses. */
import type { BinaryOperator, Expression } from '../ast';

const binary: Record<BinaryOperator, number> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '|': 4,
  '^': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '<<': 5,
  '>>': 5,
  '&': 5,
  '&^': 5,
};

export const unaryPrecedence = 6;
/** What may stand before `.x`, `[i]`, `(x)` and `.(T)`. */
export const primaryPrecedence = 7;

/** 1 to 5 for binary operators, 6 for what begins with an operator, 7 for the rest. */
export function precedence(node: Expression): number {
  switch (node.kind) {
    case 'BinaryExpr':
      return binary[node.op];
    case 'UnaryExpr':
    case 'StarExpr':
      return unaryPrecedence;
    case 'IntLit':
    case 'FloatLit':
      // `5.x` is read as the number `5.` and a name.
      return unaryPrecedence;
    default:
      return openEnded(node) ? unaryPrecedence : primaryPrecedence;
  }
}

/** Whether `(x)` behind this type would be read as a part of it: `func()(x)`, `[]func()(x)`, `chan T(x)`. */
function openEnded(node: Expression): boolean {
  switch (node.kind) {
    case 'FuncType':
    case 'ChanType':
      return true;
    case 'ArrayType':
      return openEnded(node.elt);
    case 'MapType':
      return openEnded(node.value);
    case 'StarExpr':
      return openEnded(node.x);
    default:
      return false;
  }
}

/** Whether an expression would be read as a name and the body of the statement in whose header it stands. */
export function endsHeader(node: Expression): boolean {
  if (node.kind !== 'CompositeLit') return false;
  const type = node.type?.kind;
  return type === undefined || type === 'Ident' || type === 'Meta' || type === 'SelectorExpr' || type === 'IndexExpr';
}
