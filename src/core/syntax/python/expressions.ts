/** Expressions: one case for each node type of the grammar. */
import { childByField, type CstNode } from '../cst';
import type { Attribute, Expression, Name, Slice, Starred, Subscript, Tuple } from './ast';
import { lowerCall } from './calls';
import {
  bad,
  cannotLower,
  endsWithComma,
  identifier,
  isBroken,
  isTrivia,
  maxDepth,
  onlyOperand,
  operands,
  required,
  type Context,
} from './context';
import { lowerComprehension, lowerDict } from './displays';
import { lowerNumber } from './literals';
import { lowerBinary, lowerBoolean, lowerComparison, lowerConditional, lowerNot, lowerUnary } from './operators';
import { lowerParameters } from './parameters';
import { lowerString } from './strings';

/** Any expression, target or pattern of an assignment. What cannot be lowered is Bad; never throws for an error. */
export function lowerExpression(cx: Context, node: CstNode): Expression {
  if ((node.hasError && isBroken(node)) || cx.depth >= maxDepth) return bad(cx, node);
  cx.depth++;
  const result = lowerKind(cx, node);
  cx.depth--;
  return result;
}

function lowerKind(cx: Context, node: CstNode): Expression {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  switch (node.type) {
    case 'identifier':
      return identifier(cx, node);
    case 'string':
    case 'concatenated_string':
      return lowerString(cx, node);
    case 'integer':
    case 'float':
      return lowerNumber(cx, node);
    case 'call':
      return lowerCall(cx, node);
    case 'attribute':
      return lowerAttribute(cx, node);
    case 'subscript':
      return lowerSubscript(cx, node);
    case 'true':
      return { kind: 'Bool', start, end, value: true };
    case 'false':
      return { kind: 'Bool', start, end, value: false };
    case 'none':
      return { kind: 'None', start, end };
    case 'ellipsis':
      return { kind: 'Ellipsis', start, end };
    case 'parenthesized_expression': {
      const inner = lowerExpression(cx, onlyOperand(node));
      // What stays text keeps its parentheses: it may be of any precedence.
      return inner.kind === 'Bad' ? bad(cx, node) : inner;
    }
    case 'binary_operator':
      return lowerBinary(cx, node);
    case 'unary_operator':
      return lowerUnary(cx, node);
    case 'not_operator':
      return lowerNot(cx, node);
    case 'boolean_operator':
      return lowerBoolean(cx, node);
    case 'comparison_operator':
      return lowerComparison(cx, node);
    case 'conditional_expression':
      return lowerConditional(cx, node);
    case 'list':
    case 'list_pattern':
      return { kind: 'List', start, end, elts: lowerEach(cx, operands(node)) };
    case 'set':
      return { kind: 'Set', start, end, elts: lowerEach(cx, operands(node)) };
    case 'tuple':
    case 'tuple_pattern':
    case 'expression_list':
    case 'pattern_list':
      return lowerTuple(cx, node);
    case 'dictionary':
      return lowerDict(cx, node);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension':
      return lowerComprehension(cx, node);
    case 'named_expression': {
      const target = identifier(cx, required(node, 'name'));
      return { kind: 'NamedExpr', start, end, target, value: lowerExpression(cx, required(node, 'value')) };
    }
    case 'lambda': {
      const list = childByField(node, 'parameters');
      const params = list ? lowerParameters(cx, list) : [];
      return { kind: 'Lambda', start, end, params, body: lowerExpression(cx, required(node, 'body')) };
    }
    case 'list_splat':
    case 'list_splat_pattern':
      return { kind: 'Starred', start, end, value: lowerExpression(cx, onlyOperand(node)) };
    case 'await':
      return lowerAwait(cx, node);
    case 'yield':
      return lowerYield(cx, node);
    case 'type':
      return lowerExpression(cx, onlyOperand(node));
    case 'splat_type':
      if (node.children[0]?.type !== '*') return bad(cx, node);
      return { kind: 'Starred', start, end, value: identifier(cx, onlyOperand(node)) };
    case 'generic_type':
      return lowerGenericType(cx, node);
    case 'union_type':
      return lowerUnionType(cx, node);
    case 'member_type': {
      const [value, attr] = operands(node);
      if (!value || !attr) return bad(cx, node);
      return { kind: 'Attribute', start, end, value: lowerExpression(cx, value), attr: identifier(cx, attr) };
    }
    case 'constrained_type':
      return lowerConstrainedType(cx, node);
    default:
      return bad(cx, node);
  }
}

export function lowerEach(cx: Context, nodes: readonly CstNode[]): Expression[] {
  return nodes.map(node => lowerExpression(cx, node));
}

/** `a, b` and `(a, b)`; one element without a comma is only in parentheses. */
function lowerTuple(cx: Context, node: CstNode): Expression {
  const elements = operands(node);
  if (elements.length === 1 && !endsWithComma(node)) return lowerExpression(cx, elements[0]!);
  return { kind: 'Tuple', start: node.start - cx.base, end: node.end - cx.base, elts: lowerEach(cx, elements) };
}

/** The nodes between two tokens as one expression: a tuple where there are several or a comma ends them. */
export function lowerListed(cx: Context, nodes: readonly CstNode[], comma: boolean): Expression {
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  if (!first || !last) throw cannotLower;
  if (nodes.length === 1 && !comma) return lowerExpression(cx, first);
  return { kind: 'Tuple', start: first.start - cx.base, end: last.end - cx.base, elts: lowerEach(cx, nodes) };
}

/**
 * The grammar reads `*f(x)` as a call of `*f` where a star may begin any expression. Python's star takes the whole
 * expression behind it, so it moves out: `build` makes the node around what was starred.
 */
export function outsideStar(left: Expression, build: (left: Expression) => Expression): Expression {
  if (left.kind !== 'Starred') return build(left);
  const { start } = left;
  const inner = build(left.value);
  inner.start = left.value.start;
  const result: Starred = { kind: 'Starred', start, end: inner.end, value: inner };
  return result;
}

function lowerAttribute(cx: Context, node: CstNode): Expression {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const attr = identifier(cx, required(node, 'attribute'));
  return outsideStar(lowerExpression(cx, required(node, 'object')), value => {
    const result: Attribute = { kind: 'Attribute', start, end, value, attr };
    return result;
  });
}

function lowerSubscript(cx: Context, node: CstNode): Expression {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const items: Expression[] = [];
  for (const child of node.children) {
    if (child.field !== 'subscript' || !child.named || isTrivia(child)) continue;
    items.push(child.type === 'slice' ? lowerSlice(cx, child) : lowerExpression(cx, child));
  }
  const [first] = items;
  if (!first) return bad(cx, node);
  let slice = first;
  // `x[*a]` is a tuple without a comma.
  if (items.length > 1 || endsWithComma(node) || first.kind === 'Starred') slice = tupleOf(items);
  return outsideStar(lowerExpression(cx, required(node, 'value')), value => {
    const result: Subscript = { kind: 'Subscript', start, end, value, slice };
    return result;
  });
}

function tupleOf(elts: Expression[]): Tuple {
  return { kind: 'Tuple', start: elts[0]?.start ?? -1, end: elts[elts.length - 1]?.end ?? -1, elts };
}

function lowerSlice(cx: Context, node: CstNode): Slice {
  const result: Slice = { kind: 'Slice', start: node.start - cx.base, end: node.end - cx.base };
  let colons = 0;
  for (const child of node.children) {
    if (child.type === ':') colons++;
    else if (child.named && !isTrivia(child)) {
      result[colons === 0 ? 'lower' : colons === 1 ? 'upper' : 'step'] = lowerExpression(cx, child);
    }
  }
  return result;
}

/** The grammar lets `await` take a power; in Python it binds closer. */
function lowerAwait(cx: Context, node: CstNode): Expression {
  const operand = onlyOperand(node);
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const value = lowerExpression(cx, operand);
  if (operand.type !== 'binary_operator' || value.kind !== 'BinOp') return { kind: 'Await', start, end, value };
  value.start = start;
  value.left = { kind: 'Await', start, end: value.left.end, value: value.left };
  return value;
}

function lowerYield(cx: Context, node: CstNode): Expression {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const [operand] = operands(node);
  if (node.children.some(child => child.type === 'from')) {
    return { kind: 'YieldFrom', start, end, value: lowerExpression(cx, onlyOperand(node)) };
  }
  if (!operand) return { kind: 'Yield', start, end };
  return { kind: 'Yield', start, end, value: lowerExpression(cx, operand) };
}

/** `list[int]` in an annotation has a node type of its own; it is a Subscript as anywhere else. */
function lowerGenericType(cx: Context, node: CstNode): Expression {
  const [name, list] = operands(node);
  if (!name || list?.type !== 'type_parameter') return bad(cx, node);
  const value = identifier(cx, name) as Name;
  const items = lowerEach(cx, operands(list));
  const [first] = items;
  if (!first) return bad(cx, node);
  const slice = items.length > 1 || endsWithComma(list) || first.kind === 'Starred' ? tupleOf(items) : first;
  return { kind: 'Subscript', start: node.start - cx.base, end: node.end - cx.base, value, slice };
}

/** `list[int] | A | B` comes as `list[int] | (A | B)`; Python groups from the left. */
function lowerUnionType(cx: Context, node: CstNode): Expression {
  const [first, ...rest] = unionOperands(node);
  if (!first || rest.length > maxDepth) return bad(cx, node);
  let left = lowerExpression(cx, first);
  const { start } = left;
  for (const operand of rest) {
    const right = lowerExpression(cx, operand);
    left = { kind: 'BinOp', start, end: operand.end - cx.base, op: '|', left, right };
  }
  return left;
}

/** The operands of `|` without parentheses around them, whichever node type says so. */
function unionOperands(node: CstNode): CstNode[] {
  const found: CstNode[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'type' || isUnion(next)) open.push(...operands(next).reverse());
    else found.push(next);
  }
  return found;
}

function isUnion(node: CstNode): boolean {
  if (node.hasError) return false;
  return node.type === 'union_type' || (node.type === 'binary_operator' && required(node, 'operator').type === '|');
}

/** `a: b` between the brackets of a type is a slice. */
function lowerConstrainedType(cx: Context, node: CstNode): Expression {
  const [lower, upper] = operands(node);
  if (!lower || !upper) return bad(cx, node);
  const result: Slice = { kind: 'Slice', start: node.start - cx.base, end: node.end - cx.base };
  result.lower = lowerExpression(cx, lower);
  const rest = lowerExpression(cx, upper);
  if (rest.kind !== 'Slice') result.upper = rest;
  else {
    if (rest.lower) result.upper = rest.lower;
    if (rest.upper) result.step = rest.upper;
  }
  return result;
}
