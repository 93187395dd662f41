/** Operators, brought to Python's own grouping where the grammar's differs. */
import type { CstNode } from '../cst';
import type { BinaryOperator, BoolOp, Compare, CompareOperator, Expression, UnaryOperator } from './ast';
import { bad, maxDepth, operands, required, type Context } from './context';
import { lowerExpression, outsideStar } from './expressions';

const binaryOperators = new Set<string>('+ - * / // % ** @ & | ^ << >>'.split(' '));
const compareOperators = new Set<string>(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);

/** The operator of `+` or of `+=`; undefined where there is no such operator. */
export function binaryOperator(spelled: string): BinaryOperator | undefined {
  const op = spelled.endsWith('=') ? spelled.slice(0, -1) : spelled;
  return binaryOperators.has(op) ? (op as BinaryOperator) : undefined;
}

export function lowerBinary(cx: Context, node: CstNode): Expression {
  const op = binaryOperator(required(node, 'operator').type);
  if (!op) return bad(cx, node);
  if ((op === '&' || op === '^') && mixesBits(node, op)) return lowerBits(cx, node);
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const right = lowerExpression(cx, required(node, 'right'));
  return outsideStar(lowerExpression(cx, required(node, 'left')), left => {
    return { kind: 'BinOp', start, end, op, left, right };
  });
}

/** Whether an operand without parentheses has the other of `&` and `^`, whose order the grammar has the wrong way round. */
function mixesBits(node: CstNode, op: '&' | '^'): boolean {
  return operands(node).some(child => {
    const inner = bitOperator(child);
    return inner !== undefined && (inner !== op || mixesBits(child, op));
  });
}

function bitOperator(node: CstNode): '&' | '^' | undefined {
  if (node.type !== 'binary_operator' || node.hasError) return undefined;
  const op = required(node, 'operator').type;
  return op === '&' || op === '^' ? op : undefined;
}

/** Groups a row of `&` and `^` anew: `&` binds closer, both from the left. */
function lowerBits(cx: Context, node: CstNode): Expression {
  const row: Expression[] = [];
  const ops: ('&' | '^')[] = [];
  const collect = (part: CstNode): void => {
    const op = bitOperator(part);
    if (!op) {
      row.push(lowerExpression(cx, part));
      return;
    }
    collect(required(part, 'left'));
    ops.push(op);
    collect(required(part, 'right'));
  };
  collect(node);
  if (ops.length > maxDepth) return bad(cx, node);
  const join = (op: '&' | '^', left: Expression, right: Expression): Expression =>
    outsideStar(left, first => ({ kind: 'BinOp', start: first.start, end: right.end, op, left: first, right }));
  const terms: Expression[] = [row[0]!];
  ops.forEach((op, i) => {
    const next = row[i + 1]!;
    if (op === '^') terms.push(next);
    else terms.push(join('&', terms.pop()!, next));
  });
  return terms.reduce((left, right) => join('^', left, right));
}

export function lowerUnary(cx: Context, node: CstNode): Expression {
  const op = required(node, 'operator').type as UnaryOperator;
  const operand = lowerExpression(cx, required(node, 'argument'));
  return { kind: 'UnaryOp', start: node.start - cx.base, end: node.end - cx.base, op, operand };
}

/** `not x in y` is `x not in y`, and `not x is y` is `x is not y`. */
export function lowerNot(cx: Context, node: CstNode): Expression {
  const operand = lowerExpression(cx, required(node, 'argument'));
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  if (operand.kind === 'Compare' && operand.ops.length === 1) {
    const op = operand.ops[0];
    if (op === 'in' || op === 'is') {
      const result: Compare = { ...operand, start, end, ops: [op === 'in' ? 'not in' : 'is not'] };
      return result;
    }
  }
  return { kind: 'UnaryOp', start, end, op: 'not', operand };
}

/** The grammar nests `a and b and c` to the left; parentheses keep a nesting of their own. */
export function lowerBoolean(cx: Context, node: CstNode): Expression {
  const op = required(node, 'operator').type as 'and' | 'or';
  const values: Expression[] = [];
  let left = node;
  while (left.type === 'boolean_operator' && (left === node || operatorOf(left) === op)) {
    values.push(lowerExpression(cx, required(left, 'right')));
    left = required(left, 'left');
  }
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  return outsideStar(lowerExpression(cx, left), first => {
    values.push(first);
    const result: BoolOp = { kind: 'BoolOp', start, end, op, values: values.reverse() };
    return result;
  });
}

function operatorOf(node: CstNode): string | undefined {
  return node.hasError ? undefined : node.children.find(child => child.field === 'operator')?.type;
}

export function lowerComparison(cx: Context, node: CstNode): Expression {
  const ops: CompareOperator[] = [];
  for (const child of node.children) {
    if (child.field !== 'operators') continue;
    if (!compareOperators.has(child.type)) return bad(cx, node);
    ops.push(child.type as CompareOperator);
  }
  const [first, ...rest] = operands(node).filter(child => child.field !== 'operators');
  if (!first || rest.length !== ops.length) return bad(cx, node);
  const comparators = rest.map(child => lowerExpression(cx, child));
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  return outsideStar(lowerExpression(cx, first), left => {
    const result: Compare = { kind: 'Compare', start, end, left, ops, comparators };
    return result;
  });
}

/** The grammar reads `x := a if c else b` as `(x := a) if c else b`; Python's walrus takes the whole. */
export function lowerConditional(cx: Context, node: CstNode): Expression {
  const parts = operands(node);
  const [first, second, third] = parts;
  if (!first || !second || !third || parts.length > 3) return bad(cx, node);
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const test = lowerExpression(cx, second);
  const orelse = lowerExpression(cx, third);
  const value = lowerExpression(cx, first);
  if (first.type === 'named_expression' && value.kind === 'NamedExpr') {
    const whole: Expression = { kind: 'IfExp', start: value.value.start, end, test, body: value.value, orelse };
    return { ...value, end, value: whole };
  }
  return outsideStar(value, body => ({ kind: 'IfExp', start, end, test, body, orelse }));
}
