/** Composite literals and what stands in them. */
import type { CstNode } from '../cst';
import type { CompositeLit, Expression, KeyValueExpr } from './ast';
import { bad, need, Unlowerable, type Lowering } from './context';
import { lowerExpression } from './expressions';

/** `T{…}`. */
export function compositeLiteral(c: Lowering, n: CstNode): Expression {
  const node: CompositeLit = {
    kind: 'CompositeLit',
    type: lowerExpression(c, need(n, 'type')),
    elts: elements(c, need(n, 'body')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

/** An inner literal whose type is that of the elements around. */
export function elidedLiteral(c: Lowering, n: CstNode): Expression {
  const node: CompositeLit = {
    kind: 'CompositeLit',
    elts: elements(c, n),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

function elements(c: Lowering, body: CstNode): (Expression | KeyValueExpr)[] {
  const list: (Expression | KeyValueExpr)[] = [];
  for (const child of body.children) {
    if (child.type === 'ERROR') list.push(bad(c, child));
    else if (child.missing && !child.named) throw new Unlowerable(body.type);
    else if (child.named && child.type !== 'comment') list.push(lowerExpression(c, child));
  }
  return list;
}

/** `key: value`. */
export function keyedElement(c: Lowering, n: CstNode): Expression {
  const node: KeyValueExpr = {
    kind: 'KeyValueExpr',
    key: lowerExpression(c, need(n, 'key')),
    value: lowerExpression(c, need(n, 'value')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}
