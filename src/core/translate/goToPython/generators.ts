/** Functions that give an iterator (`iter.Seq`) as generators: what they hand to `yield` is yielded. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { annAssign, bool, expr, functionDef, ifs, list, method, name, param, returns, subscript, tuple } from './build';
import { gap, variableOf, type Context } from './context';
import { forStatement } from './control';
import { annotation } from './annotations';
import { expression, valueOf } from './expressions';
import { freshName, nameOf } from './naming';
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

/** `if !yield(x) { return }`, `for yield(x) {…}` and `yield(x)`; undefined for other statements. */
export function yieldStatement(cx: Context, list: readonly go.Statement[], i: number): Step | undefined {
  const { yields } = cx.fn;
  const node = list[i];
  if (!yields || !node) return undefined;
  const isCall = (one: go.Expression | undefined): one is go.CallExpr =>
    one?.kind === 'CallExpr' && variableOf(cx, one.fun) === yields;
  if (node.kind === 'ForStmt' && isCall(node.cond)) {
    const { cond, ...loop } = node;
    const step: go.ExprStmt = { kind: 'ExprStmt', x: cond, start: cond.start, end: cond.end };
    return {
      written: forStatement(cx, { ...loop, body: { ...node.body, list: [step, ...node.body.list] } }),
      consumed: 1,
    };
  }
  const [only] = node.kind === 'IfStmt' ? node.body.list : [];
  const asked =
    node.kind === 'IfStmt' && !node.init && !node.else && node.cond.kind === 'UnaryExpr' && node.cond.op === '!'
      ? node.cond.x
      : undefined;
  const leaves =
    node.kind === 'IfStmt' && node.body.list.length === 1 && only?.kind === 'ReturnStmt' && only.results.length === 0;
  // `if keep(v) && !yield(v) { return }`
  if (node.kind === 'IfStmt' && leaves && !node.init && node.cond.kind === 'BinaryExpr' && node.cond.op === '&&') {
    const { x, y } = node.cond;
    const inner = y.kind === 'UnaryExpr' && y.op === '!' ? y.x : undefined;
    if (!isCall(inner)) return undefined;
    const test = expression(cx, x);
    const step: go.ExprStmt = { kind: 'ExprStmt', x: inner, start: node.start, end: node.end };
    return { written: [...test.before, ifs(test.value, yieldStatement(cx, [step], 0)!.written, [])], consumed: 1 };
  }
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

/** Whether each use of `yield` is a statement that Python has: others hand it on, or ask in an expression. */
export function yieldsByStatement(cx: Context, { literal, yields }: Generating): boolean {
  const { bindings } = cx.program;
  return yields.uses.every(use => {
    if (use === yields.ident) return true;
    const call = bindings.parent(use);
    if (call?.kind !== 'CallExpr' || call['fun'] !== use || bindings.functionOf(use) !== literal) return false;
    const parent = bindings.parent(call);
    if (parent?.kind === 'ExprStmt') return true;
    // `for yield(a) {…}`: where Go leaves the loop, Python leaves the generator; nothing may follow.
    if (parent?.kind === 'ForStmt' && parent['cond'] === call) return literal.body.list.at(-1) === (parent as unknown);
    if (parent?.kind !== 'UnaryExpr') return false;
    const outer = bindings.parent(parent);
    const asks = outer?.kind === 'BinaryExpr' && outer['op'] === '&&' && outer['y'] === parent;
    const test = (asks ? bindings.parent(outer) : outer) as go.IfStmt | undefined;
    const [only] = test?.kind === 'IfStmt' ? test.body.list : [];
    return (
      test?.kind === 'IfStmt' &&
      !test.init &&
      !test.else &&
      test.body.list.length === 1 &&
      only?.kind === 'ReturnStmt' &&
      only.results.length === 0
    );
  });
}

/** The items are gathered first, by a function that is handed on as `yield`. */
export function gathered(cx: Context, { literal, yields }: Generating, body: () => py.Body): py.Body {
  walk(literal.body, node => {
    const { cond } = node as unknown as go.ForStmt;
    const asks = cond?.kind === 'CallExpr' && variableOf(cx, cond.fun) === yields;
    if (node.kind === 'ForStmt' && (!cond || asks)) gap('an iterator that may have no end', literal);
  });
  cx.notes.assume('an iterator that hands its yield on is gone through to its end before its first item is used');
  const items = name(freshName(cx, 'items'));
  const [field] = literal.type.params;
  const type = field?.kind === 'Field' ? cx.typing.fromSyntax(field.type) : undefined;
  const elts = type?.kind === 'func' ? type.params.map(one => one.type) : [];
  const elt = elts.length === 1 ? elts[0]! : t.tuple(...elts);
  const params = elts.map((one, i) =>
    param(freshName(cx, elts.length === 1 ? 'item' : `item${i + 1}`), annotation(cx, one)),
  );
  const own = params.map(one => one.name as py.Expression);
  const add = functionDef(nameOf(cx, yields), params, name('bool'), [
    expr(method(items, 'append', own.length === 1 ? own[0]! : tuple(...own))),
    returns(bool(true)),
  ]);
  const made: py.Expression = { kind: 'YieldFrom', value: items, start: -1, end: -1 };
  return [annAssign(items, subscript(name('list'), annotation(cx, elt)), list()), add, ...body(), expr(made)];
}
