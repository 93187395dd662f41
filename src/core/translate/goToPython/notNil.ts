/** Whether the conditions around a place say that an error or a pointer is not nil there. */
import type * as go from '../../syntax/go/ast';
import type { AnyNode, NodeBase } from '../../syntax/node';
import { isNil, variableOf, type Context } from './context';
import { isComparedWithNil, returnsNil } from './functionLiterals';
import { ends } from './guards';
import type { Variable } from './symbols';
import { declaredFunction } from './usage';

export function isKnownNotNil(cx: Context, node: go.Expression): boolean {
  const variable = variableOf(cx, node);
  if (!variable) return false;
  if (cx.fn.caught.includes(variable)) return true;
  const { bindings } = cx.program;
  const changes = (from: NodeBase): boolean =>
    variable.definitions.some(one => one.ident.start > from.start && one.ident.start < node.start);
  let child: NodeBase = node;
  for (
    let at = bindings.parent(node);
    at && at.kind !== 'FuncDecl' && at.kind !== 'FuncLit';
    at = bindings.parent(at)
  ) {
    if (
      at.kind === 'BinaryExpr' &&
      at['y'] === child &&
      says(cx, at['x'] as go.Expression, variable, at['op'] === '&&')
    )
      return true;
    if (at.kind === 'IfStmt' && (at['body'] === child || at['else'] === child)) {
      if (says(cx, at['cond'] as go.Expression, variable, at['body'] === child) && !changes(child)) return true;
    }
    if (at.kind === 'CaseClause' && earlierCaseIsNil(cx, at, variable)) return true;
    const list = (at.kind === 'BlockStmt' ? at['list'] : at.kind === 'CaseClause' ? at['body'] : undefined) as
      AnyNode[] | undefined;
    for (const before of list?.slice(0, list.indexOf(child as AnyNode)) ?? []) {
      const leaves = before.kind === 'IfStmt' && !before['else'] && ends(before['body'] as go.BlockStmt);
      if (leaves && says(cx, before['cond'] as go.Expression, variable, false) && !changes(before)) return true;
    }
    child = at;
  }
  return false;
}

/** The condition, or its opposite, says `x != nil`. */
function says(cx: Context, cond: go.Expression, variable: Variable, holds: boolean): boolean {
  if (cond.kind !== 'BinaryExpr') return cond.kind === 'CallExpr' && holds && isErrorTest(cx, cond, variable);
  if (cond.op === (holds ? '&&' : '||')) return says(cx, cond.x, variable, holds) || says(cx, cond.y, variable, holds);
  return cond.op === (holds ? '!=' : '==') && isNil(cx, cond.y) && variableOf(cx, cond.x) === variable;
}

/** `errors.Is(err, …)` holds for an error that is there. */
function isErrorTest(cx: Context, node: go.CallExpr, variable: Variable): boolean {
  const { fun, args } = node;
  return fun.kind === 'SelectorExpr' && cx.typing.packageOf(fun.x) === 'errors' && variableOf(cx, args[0]) === variable;
}

/** `case err == nil:` comes before this one. */
function earlierCaseIsNil(cx: Context, clause: AnyNode, variable: Variable): boolean {
  const parent = cx.program.bindings.parent(clause);
  if (parent?.kind !== 'SwitchStmt' || parent['tag']) return false;
  const own = (clause['list'] as go.Expression[]) ?? [];
  if (own.some(one => says(cx, one, variable, true)) && own.length === 1) return true;
  const cases = parent['cases'] as unknown as go.CaseClause[];
  const isDefault = clause['isDefault'] === true;
  return cases
    .filter(one => (one as unknown) !== clause && (isDefault || one.start < clause.start))
    .some(one => one.list?.some(test => says(cx, test, variable, false)));
}

/** Whether a pointer may be nil where it is used, as far as its values tell. */
export function mayBeNil(cx: Context, node: go.Expression, seen: ReadonlySet<Variable> = new Set()): boolean {
  switch (node.kind) {
    case 'UnaryExpr':
    case 'CompositeLit':
    case 'IndexExpr':
    case 'TypeAssertExpr':
      return false;
    case 'CallExpr': {
      const callee = declaredFunction(cx.program, cx.typing, node);
      return callee !== undefined && returnsNil(callee);
    }
    case 'Ident': {
      const variable = variableOf(cx, node);
      if (!variable || isKnownNotNil(cx, node) || seen.has(variable)) return false;
      if (variable.kind === 'receiver') return isComparedWithNil(cx, variable);
      if (variable.kind === 'param') return isComparedWithNil(cx, variable);
      return variable.definitions.some(
        ({ value, how, index }) =>
          (how === 'declare' || how === 'assign') &&
          (!value || isNil(cx, value) || (index === undefined && mayBeNil(cx, value, new Set([...seen, variable])))),
      );
    }
    default:
      return !isKnownNotNil(cx, node);
  }
}

/** Whether a method is written for a receiver that is nil as well. */
export function allowsNil(cx: Context, method: go.FuncDecl | undefined): boolean {
  const [ident] = method?.recv?.names ?? [];
  const variable = ident && cx.program.bindings.variable(ident);
  return variable !== undefined && isComparedWithNil(cx, variable);
}
