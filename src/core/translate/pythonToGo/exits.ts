/** The places of a `try` that fail or leave it. What stands there is decided when the whole body is written. */
import type * as go from '../../syntax/go/ast';
import { type NodeBase, walk } from '../../syntax/node';
import * as g from '../goNodes';
import type { Jump } from './functionState';

/** A place that fails, or leaves the `try`: what stands there is decided when the whole body is written. */
export interface Exit {
  kind: 'fail' | 'return' | 'jump';
  error?: go.Expression;
  classes?: readonly string[] | undefined;
  values?: go.Expression[];
  jump?: Jump;
}

export const exits = new WeakMap<NodeBase, Exit>();

/** A statement `if err != nil { … }` whose body is the exit alone. */
export function isCheck(statement: go.Statement | undefined, exit: Exit): boolean {
  if (statement?.kind !== 'IfStmt' || statement.else) return statement !== undefined && exits.get(statement) === exit;
  const { list } = statement.body;
  return list.length === 1 && list[0] !== undefined && exits.get(list[0]) === exit;
}

export function holdsExit(statement: go.Statement, exit: Exit | undefined): boolean {
  let found = false;
  walk(statement, node => {
    if (exits.get(node) === exit) found = true;
  });
  return found;
}

/** Puts statements in the place of the exits. */
export function fill(list: go.Statement[], write: (exit: Exit) => go.Statement[]): void {
  for (let i = 0; i < list.length; i++) {
    const statement = list[i]!;
    const exit = exits.get(statement);
    if (exit) {
      const made = write(exit);
      const comments = statement.comments ?? [];
      if (made[0] && comments.length > 0) made[0].comments = [...comments, ...(made[0].comments ?? [])];
      list.splice(i, 1, ...made);
      i += made.length - 1;
      continue;
    }
    walk(statement, node => {
      const inner = node as unknown as go.Node;
      if (inner.kind === 'BlockStmt') fill(inner.list, write);
      else if (inner.kind === 'CaseClause' || inner.kind === 'CommClause') fill(inner.body, write);
      else return undefined;
      return false;
    });
  }
}

/** A `break` that leaves the switch around it. */
const breaksOut = (body: readonly go.Statement[]): boolean =>
  body.some(one => one.kind === 'BranchStmt' && one.tok === 'break' && !one.label);

/** Whether control never comes to the end of the list. */
export function endsWithJump(list: readonly go.Statement[]): boolean {
  const last = list[list.length - 1];
  switch (last?.kind) {
    case 'ReturnStmt':
    case 'BranchStmt':
      return true;
    case 'ExprStmt':
      return (
        last.x.kind === 'CallExpr' &&
        ((last.x.fun.kind === 'Ident' && last.x.fun.name === 'panic') ||
          (last.x.fun.kind === 'SelectorExpr' &&
            last.x.fun.sel.kind === 'Ident' &&
            g.importPathOf(last.x.fun.x) !== undefined &&
            /^(Fatal|Exit)/.test(last.x.fun.sel.name)))
      );
    case 'IfStmt': {
      if (!last.else) return false;
      const other = last.else.kind === 'BlockStmt' ? last.else.list : [last.else];
      return endsWithJump(last.body.list) && endsWithJump(other);
    }
    case 'SwitchStmt':
      return (
        last.cases.some(one => one.kind === 'CaseClause' && one.isDefault) &&
        last.cases.every(one => one.kind === 'CaseClause' && endsWithJump(one.body) && !breaksOut(one.body))
      );
    case 'EmptyStmt':
      return exits.has(last);
    default:
      return false;
  }
}
