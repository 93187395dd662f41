/** What an expression gives: Go, its type, and whether it can be evaluated again. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';

/** A Go expression that was written for a Python one. Statements that have to run before it are in `Context.out`. */
export interface Value {
  node: go.Expression;
  /** Settled: what Go gives the expression. */
  type: Type;
  /** Evaluating it later or twice gives the same, as long as no variable of it is assigned in between. */
  pure: boolean;
}

export const value = (node: go.Expression, type: Type, pure = false): Value => ({ node, type, pure });

export const pure = (node: go.Expression, type: Type): Value => ({ node, type, pure: true });

export function isLiteral(node: go.Expression): boolean {
  if (node.kind === 'UnaryExpr') return isLiteral(node.x);
  return ['IntLit', 'FloatLit', 'StringLit', 'CharLit'].includes(node.kind);
}
