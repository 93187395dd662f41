/** `with` and `try`: the statements that have `as` in their headers. */
import { childByField, childrenByField, type CstNode } from '../cst';
import type { ExceptHandler, Meta, Try, With, WithItem } from './ast';
import { endOf, isOnlyPass, lowerBody, lowerElse } from './bodies';
import {
  cannotLower,
  hasToken,
  identifier,
  isBroken,
  isMany,
  isTrivia,
  onlyOperand,
  operands,
  required,
  type Context,
} from './context';
import { lowerExpression, lowerListed } from './expressions';

export function lowerWith(cx: Context, node: CstNode): With {
  const clause = node.children.find(child => child.type === 'with_clause');
  if (!clause) throw cannotLower;
  const items = operands(clause).map(item => lowerWithItem(cx, onlyOperand(item)));
  const body = lowerBody(cx, childByField(node, 'body'), node);
  const start = node.start - cx.base;
  return { kind: 'With', start, end: endOf(body), items, body, async: hasToken(node, 'async') };
}

function lowerWithItem(cx: Context, node: CstNode): WithItem | Meta {
  let inner = node;
  // `with (a as b):`: the grammar takes these parentheses for those of an expression.
  while (inner.type === 'parenthesized_expression' && operands(inner)[0]?.type === 'as_pattern') {
    inner = onlyOperand(inner);
  }
  const { value, alias } = splitAs(inner);
  const context = lowerExpression(cx, value);
  if (!alias && isMany(context)) return context;
  const item: WithItem = { kind: 'WithItem', start: inner.start - cx.base, end: inner.end - cx.base, context };
  if (alias) item.target = lowerExpression(cx, alias);
  return item;
}

/**
 * Takes `a as b` apart. In `a if b else c as d` and `lambda: c as d` the grammar binds the `as` to the last operand;
 * in Python it belongs to the whole.
 */
function splitAs(node: CstNode): { value: CstNode; alias?: CstNode } {
  if (node.hasError && isBroken(node)) return { value: node };
  if (node.type === 'as_pattern') {
    const [value] = operands(node);
    const target = required(node, 'alias');
    if (!value) throw cannotLower;
    return { value, alias: target.type === 'as_pattern_target' ? onlyOperand(target) : target };
  }
  if (node.type !== 'conditional_expression' && node.type !== 'lambda') return { value: node };
  const last = node.children[node.children.length - 1];
  if (!last) return { value: node };
  const { value, alias } = splitAs(last);
  if (!alias) return { value: node };
  const whole = { ...last, ...value, field: last.field };
  if (whole.field === undefined) delete whole.field;
  return { value: { ...node, end: value.end, children: [...node.children.slice(0, -1), whole as CstNode] }, alias };
}

export function lowerTry(cx: Context, node: CstNode): Try {
  const result: Try = {
    kind: 'Try',
    start: node.start - cx.base,
    end: 0,
    body: lowerBody(cx, childByField(node, 'body'), node),
    handlers: [],
    orelse: lowerElse(cx, node),
    finalbody: [],
    star: false,
  };
  for (const child of node.children) {
    if (child.type === 'except_clause') {
      const { handler, star } = lowerHandler(cx, child);
      result.handlers.push(handler);
      if (star) result.star = true;
    } else if (child.type === 'finally_clause') result.finalbody = lowerBody(cx, blockOf(child), child);
  }
  // The grammar takes a `try` alone: somebody is still writing.
  if (result.handlers.length === 0 && result.finalbody.length === 0) cx.incomplete = true;
  result.end = endOf(result.body, result.handlers, result.orelse, result.finalbody);
  return result;
}

function blockOf(node: CstNode): CstNode | undefined {
  return node.children.find(child => child.type === 'block');
}

function lowerHandler(cx: Context, node: CstNode): { handler: ExceptHandler | Meta; star: boolean } {
  if (isBroken(node)) throw cannotLower;
  let star = hasToken(node, '*');
  const result: ExceptHandler = { kind: 'ExceptHandler', start: node.start - cx.base, end: 0, body: [] };
  const values = childrenByField(node, 'value').filter(child => child.named && !isTrivia(child));
  const [first] = values;
  if (first) {
    const split = values.length === 1 ? splitAs(first) : { value: first };
    let type = values.length === 1 ? lowerExpression(cx, split.value) : lowerListed(cx, values, false);
    if (type.kind === 'Starred') {
      star = true;
      type = type.value;
    }
    result.type = type;
    const alias = split.alias ?? childByField(node, 'alias');
    if (alias) {
      if (alias.type !== 'identifier') throw cannotLower;
      result.name = identifier(cx, alias);
    }
  }
  result.body = lowerBody(cx, blockOf(node), node);
  result.end = endOf(result.body);
  if (!result.name && isMany(result.type) && isOnlyPass(result.body)) return { handler: result.type, star };
  return { handler: result, star };
}
