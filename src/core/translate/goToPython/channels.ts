/** Which of Python's things a channel is: a queue where that says all, else the class of the helpers. */
import { walk } from '../../syntax/node';
import type * as go from '../../syntax/go/ast';
import type { Context } from './context';

const known = new WeakMap<object, boolean>();

/** Whether the file closes, ranges over, selects on or counts channels: a queue knows nothing of that. */
export function usesChannelClass(cx: Context): boolean {
  let answer = known.get(cx.program);
  if (answer === undefined) {
    answer = cx.program.roots.some(root => needsClass(cx, root));
    known.set(cx.program, answer);
  }
  return answer;
}

function needsClass(cx: Context, root: go.TopLevel): boolean {
  let found = false;
  const isChannel = (node: go.Expression | undefined): boolean =>
    node !== undefined && cx.typing.underlying(cx.typing.of(node)).kind === 'chan';
  walk(root, node => {
    switch (node.kind) {
      case 'SelectorExpr':
        found ||= isTimed(cx, node as unknown as go.SelectorExpr);
        return;
      case 'SelectStmt':
        found = true;
        return;
      case 'RangeStmt':
        found ||= isChannel(node['x'] as go.Expression);
        return;
      case 'CallExpr': {
        const { fun, args } = node as unknown as go.CallExpr;
        if (fun.kind === 'Ident' && /^(close|len|cap)$/.test(fun.name)) found ||= isChannel(args[0]);
        return;
      }
      case 'AssignStmt': {
        const { lhs, rhs } = node as unknown as go.AssignStmt;
        found ||= lhs.length === 2 && rhs.length === 1 && rhs[0]?.kind === 'UnaryExpr' && rhs[0].op === '<-';
        return;
      }
    }
  });
  return found;
}

/** Contexts and timers bring channels of their own. */
function isTimed(cx: Context, node: go.SelectorExpr): boolean {
  if (node.sel.kind !== 'Ident') return false;
  const path = cx.typing.packageOf(node.x);
  return path === 'context' || (path === 'time' && /^(After|AfterFunc|NewTicker|NewTimer|Tick)$/.test(node.sel.name));
}
