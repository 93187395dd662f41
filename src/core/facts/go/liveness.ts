/** Whether a variable is still read after a place. */
import type { NodeBase } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Symbol } from '../facts';
import { isReadAfter } from '../liveness';
import { asGo, type GoContext } from './context';

/** True only where it is certain: a captured variable, and one of the package, may always be read. */
export function isUnusedAfter(cx: GoContext, symbol: Symbol, node: NodeBase): boolean {
  if (symbol.captured || symbol.scope.kind === 'builtin') return false;
  const reads = symbol.uses.filter(use => !isWrite(cx, use));
  return !isReadAfter(cx.tree, symbol, reads, node, loopAround(cx, symbol, node));
}

/** The outermost loop around the node that the variable outlives. */
function loopAround(cx: GoContext, symbol: Symbol, node: NodeBase): NodeBase | undefined {
  let found: NodeBase | undefined;
  const declared = symbol.uses[0];
  for (let up = cx.tree.parentOf(node); up; up = cx.tree.parentOf(up)) {
    if (up.kind === 'FuncDecl' || up.kind === 'FuncLit') break;
    if (up.kind !== 'ForStmt' && up.kind !== 'RangeStmt') continue;
    const body = (up as go.ForStmt | go.RangeStmt).body;
    const inside = declared && body.start <= declared.start && declared.end <= body.end;
    const own = symbol.scope.node === up && up.kind === 'RangeStmt';
    if (!inside && !own) found = up;
  }
  return found;
}

function isWrite(cx: GoContext, use: NodeBase): boolean {
  const up = cx.tree.parentOf(use);
  const n = up && asGo(up);
  switch (n?.kind) {
    case 'AssignStmt':
      return n.lhs.includes(use as go.Expression) && (n.op === '=' || n.op === ':=');
    case 'ValueSpec':
      return n.names.includes(use as go.Identifier);
    case 'RangeStmt':
      return n.key === use || n.value === use;
    case 'Field':
      return n.names.includes(use as go.Identifier);
    default:
      return false;
  }
}
