/** Whether a variable is still read after a place. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import type { Symbol } from '../facts';
import { isReadAfter } from '../liveness';
import { asPython, type PythonContext } from './context';

/** True only where it is certain: a captured variable, or one of the module that a function reads, may always be. */
export function isUnusedAfter(cx: PythonContext, symbol: Symbol, node: NodeBase): boolean {
  if (symbol.captured) return false;
  const reads = symbol.uses.filter(use => !isWrite(cx, use));
  return !isReadAfter(cx.tree, symbol, reads, node, loopAround(cx, symbol, node));
}

/** The outermost loop around the node inside the function; what it reads is read again. */
function loopAround(cx: PythonContext, symbol: Symbol, node: NodeBase): NodeBase | undefined {
  let found: NodeBase | undefined;
  let child = node;
  for (let up = cx.tree.parentOf(node); up; child = up, up = cx.tree.parentOf(up)) {
    const n = asPython(up);
    if (n.kind === 'FunctionDef' || n.kind === 'Lambda') break;
    if (n.kind !== 'For' && n.kind !== 'While') continue;
    if (!n.body.includes(child as py.Statement)) continue;
    // A variable that each round sets anew before it reads it does not live on; its first use tells.
    const first = symbol.uses.find(use => n.start <= use.start && use.end <= n.end);
    if (first && setsFirst(cx, first, n)) continue;
    found = n;
  }
  return found;
}

/** The first use in the loop is its target, or an assignment that stands directly in its body. */
function setsFirst(cx: PythonContext, first: NodeBase, loop: py.For | py.While): boolean {
  if (!isWrite(cx, first)) return false;
  const parent = cx.tree.parentOf(first);
  return parent === loop || loop.body.includes(parent as py.Statement);
}

function isWrite(cx: PythonContext, use: NodeBase): boolean {
  let child = use;
  for (let up = cx.tree.parentOf(use); up; child = up, up = cx.tree.parentOf(up)) {
    const n = asPython(up);
    switch (n.kind) {
      case 'Tuple':
      case 'List':
      case 'Starred':
        continue;
      case 'Assign':
        return n.targets.includes(child as py.Expression);
      case 'AnnAssign':
        return n.target === child;
      case 'For':
      case 'Comprehension':
        return n.target === child;
      case 'WithItem':
        return n.target === child;
      case 'Param':
      case 'ExceptHandler':
      case 'FunctionDef':
        return n.name === child;
      case 'Global':
      case 'Nonlocal':
        return true;
      default:
        return false;
    }
  }
  return false;
}
