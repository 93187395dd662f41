/** Dictionaries and comprehensions. */
import { childrenByField, type CstNode } from '../cst';
import type { Comprehension, Dict, DictItem, Expression } from './ast';
import { bad, cannotLower, hasToken, isMany, isTrivia, onlyOperand, operands, required, type Context } from './context';
import { lowerExpression } from './expressions';

export function lowerDict(cx: Context, node: CstNode): Expression {
  const items: Dict['items'] = [];
  for (const child of operands(node)) {
    if (child.type === 'pair') items.push(lowerPair(cx, child));
    else if (child.type === 'dictionary_splat') {
      const value = lowerExpression(cx, onlyOperand(child));
      if (isMany(value)) items.push(value);
      else items.push({ kind: 'DictSpread', start: child.start - cx.base, end: child.end - cx.base, value });
    } else return bad(cx, node);
  }
  return { kind: 'Dict', start: node.start - cx.base, end: node.end - cx.base, items };
}

function lowerPair(cx: Context, node: CstNode): DictItem {
  const key = lowerExpression(cx, required(node, 'key'));
  const value = lowerExpression(cx, required(node, 'value'));
  return { kind: 'DictItem', start: node.start - cx.base, end: node.end - cx.base, key, value };
}

export function lowerComprehension(cx: Context, node: CstNode): Expression {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const body = required(node, 'body');
  const generators = lowerClauses(cx, node);
  if (node.type === 'dictionary_comprehension') {
    if (body.type !== 'pair') return bad(cx, node);
    const { key, value } = lowerPair(cx, body);
    return { kind: 'DictComp', start, end, key, value, generators };
  }
  const elt = lowerExpression(cx, body);
  if (node.type === 'list_comprehension') return { kind: 'ListComp', start, end, elt, generators };
  if (node.type === 'set_comprehension') return { kind: 'SetComp', start, end, elt, generators };
  return { kind: 'GeneratorExp', start, end, elt, generators };
}

function lowerClauses(cx: Context, node: CstNode): Comprehension[] {
  const clauses: Comprehension[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') clauses.push(lowerClause(cx, child));
    else if (child.type === 'if_clause') {
      const last = clauses[clauses.length - 1];
      if (!last) throw cannotLower;
      last.ifs.push(lowerExpression(cx, onlyOperand(child)));
      last.end = child.end - cx.base;
    }
  }
  return clauses;
}

function lowerClause(cx: Context, node: CstNode): Comprehension {
  const sources = childrenByField(node, 'right').filter(child => child.named && !isTrivia(child));
  // `for x in 1, 2` in a comprehension was Python 2.
  if (sources.length !== 1) throw cannotLower;
  return {
    kind: 'Comprehension',
    start: node.start - cx.base,
    end: node.end - cx.base,
    target: lowerExpression(cx, required(node, 'left')),
    iter: lowerExpression(cx, sources[0]!),
    ifs: [],
    async: hasToken(node, 'async'),
  };
}
