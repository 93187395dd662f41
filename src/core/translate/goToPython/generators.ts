/** Functions that give an iterator (`iter.Seq`) as generators: what they hand to `yield` is yielded. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { expr, tuple } from './build';
import { variableOf, type Context } from './context';
import { valueOf } from './expressions';
import type { Step } from './statements';
import type { Variable } from './symbols';

export interface Generating {
  /** The literal whose body is that of the generator. */
  literal: go.FuncLit;
  /** What the literal calls for each item. */
  yields: Variable;
  /** Statements before the literal. */
  before: go.Statement[];
}

/** A body that ends with `return func(yield …) { … }`; undefined for others. */
export function generatorOf(cx: Context, node: go.FuncDecl): Generating | undefined {
  const [result] = node.type.results;
  if (
    node.type.results.length !== 1 ||
    result?.kind !== 'Field' ||
    cx.typing.fromSyntax(result.type).kind !== 'iterator'
  )
    return undefined;
  const list = node.body?.list ?? [];
  const last = list.at(-1);
  const literal = last?.kind === 'ReturnStmt' && last.results.length === 1 ? last.results[0] : undefined;
  const [param] = literal?.kind === 'FuncLit' ? literal.type.params : [];
  const ident = param?.kind === 'Field' ? param.names[0] : undefined;
  const yields = ident && cx.program.bindings.variable(ident);
  if (literal?.kind !== 'FuncLit' || !yields) return undefined;
  return { literal, yields, before: list.slice(0, -1) };
}

/** `if !yield(x) { return }` and `yield(x)`; undefined for other statements. */
export function yieldStatement(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const { yields } = cx.fn;
  const node = list[i];
  if (!yields || !node) return undefined;
  const isCall = (one: go.Expression | undefined): one is go.CallExpr =>
    one?.kind === 'CallExpr' && variableOf(cx, one.fun) === yields;
  const [only] = node.kind === 'IfStmt' ? node.body.list : [];
  const asked =
    node.kind === 'IfStmt' && !node.init && !node.else && node.cond.kind === 'UnaryExpr' && node.cond.op === '!'
      ? node.cond.x
      : undefined;
  const leaves =
    node.kind === 'IfStmt' && node.body.list.length === 1 && only?.kind === 'ReturnStmt' && only.results.length === 0;
  const call = node.kind === 'ExprStmt' ? node.x : leaves ? asked : undefined;
  if (!isCall(call)) return undefined;
  const values = call.args.map(arg => valueOf(cx, arg));
  const value: py.Expression | undefined =
    values.length === 1 ? values[0]!.value : tuple(...values.map(one => one.value));
  return {
    written: [...values.flatMap(one => one.before), expr({ kind: 'Yield', value, start: -1, end: -1 })],
    consumed: 1,
  };
}
