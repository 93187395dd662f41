/** Where control goes: whether a body can be left at its end, and whether a function is a generator. */
import type { NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { childrenOf } from '../tree';
import { asPython, type PythonContext } from './context';

const generators = new WeakMap<NodeBase, boolean>();

/** Whether the function yields itself. */
export function hasYield(func: py.FunctionDef | py.Lambda): boolean {
  let known = generators.get(func);
  if (known === undefined) {
    known = func.kind === 'FunctionDef' ? func.body.some(contains) : contains(func.body);
    generators.set(func, known);
  }
  return known;
}

function contains(node: NodeBase): boolean {
  if (node.kind === 'Yield' || node.kind === 'YieldFrom') return true;
  if (node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef') return false;
  return childrenOf(node).some(contains);
}

/** Whether the end of the statements is never reached. */
export function terminates(cx: PythonContext, body: readonly py.Statement[]): boolean {
  return body.some(statement => ends(cx, statement));
}

function ends(cx: PythonContext, n: py.Statement): boolean {
  switch (n.kind) {
    case 'Return':
    case 'Raise':
    case 'Continue':
    case 'Break':
      return true;
    case 'If':
      return n.orelse.length > 0 && terminates(cx, n.body) && terminates(cx, n.orelse);
    case 'While':
      return n.test.kind === 'Bool' && n.test.value && !n.body.some(hasBreak);
    case 'With':
      return terminates(cx, n.body);
    case 'Try': {
      if (terminates(cx, n.finalbody)) return true;
      const handled = n.handlers.every(one => one.kind === 'ExceptHandler' && terminates(cx, one.body));
      return handled && (terminates(cx, n.body) || terminates(cx, n.orelse));
    }
    case 'Match':
      return (
        n.cases.every(one => one.kind === 'MatchCase' && terminates(cx, one.body)) &&
        n.cases.some(one => one.kind === 'MatchCase' && !one.guard && isWildcard(one.pattern))
      );
    case 'Expr':
      return n.value.kind === 'Call' && leavesProgram(cx, n.value);
    case 'Assert':
      return n.test.kind === 'Bool' && !n.test.value;
    default:
      return false;
  }
}

const isWildcard = (pattern: py.MatchPattern): boolean =>
  pattern.kind === 'MatchAs' && (!pattern.pattern || isWildcard(pattern.pattern));

/** A `break` that leaves this loop, not one inside it. */
function hasBreak(node: NodeBase): boolean {
  const n = asPython(node);
  if (n.kind === 'Break') return true;
  if (n.kind === 'For' || n.kind === 'While') return n.orelse.some(hasBreak);
  if (n.kind === 'FunctionDef' || n.kind === 'ClassDef' || n.kind === 'Expr' || n.kind === 'Assign') return false;
  return childrenOf(n).some(hasBreak);
}

const leaving = new Set(['sys.exit', 'os._exit', 'os.abort', 'builtins.exit', 'builtins.quit']);

function leavesProgram(cx: PythonContext, n: py.Call): boolean {
  const name = cx.resolve(n.func)?.qualified;
  return name !== undefined && (leaving.has(name) || name === 'flask.abort');
}
