/** Expressions; types are expressions too, as in `go/ast`. */
import type { CstNode } from '../cst';
import type {
  BinaryExpr,
  BinaryOperator,
  CallExpr,
  Expression,
  FloatLit,
  FuncLit,
  IndexExpr,
  SliceExpr,
  StringLit,
  TypeAssertExpr,
  UnaryExpr,
  UnaryOperator,
} from './ast';
import { bad, field, isBroken, lowerName, need, onlyPart, parts, textOf, Unlowerable, type Lowering } from './context';
import { compositeLiteral, elidedLiteral, keyedElement } from './composites';
import { decodeChar, decodeFloat, decodeImaginary, decodeInt, decodeString } from './literals';
import { lowerBlock } from './statements';
import { funcType } from './fields';
import { typeLowerings } from './types';

export type LowerExpression = (c: Lowering, n: CstNode) => Expression;

/** Lowers an expression or a type. What does not parse comes back as Bad. */
export function lowerExpression(c: Lowering, n: CstNode): Expression {
  const lower = lowerings.get(n.type) ?? typeLowerings.get(n.type);
  if (!n.hasError) return lower ? lower(c, n) : bad(c, n);
  if (!lower || (isBroken(n) && n.type !== 'func_literal')) return bad(c, n);
  try {
    return lower(c, n);
  } catch (error) {
    if (error instanceof Unlowerable) return bad(c, n);
    throw error;
  }
}

/** The items of an `expression_list`; nothing for an absent one. */
export function lowerList(c: Lowering, list: CstNode | undefined): Expression[] {
  return list ? parts(list).map(item => lowerExpression(c, item)) : [];
}

const stringLit: LowerExpression = (c, n) => {
  const source = textOf(c, n);
  const literal: StringLit = {
    kind: 'StringLit',
    value: decodeString(source),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  if (source.startsWith('`')) literal.style = 'raw';
  return literal;
};

const floatLit: LowerExpression = (c, n) => {
  const source = textOf(c, n);
  const literal: FloatLit = {
    kind: 'FloatLit',
    value: decodeFloat(source),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  if (/^[\d._]+e/i.test(source)) literal.style = 'exponent';
  return literal;
};

const paren: LowerExpression = (c, n) => lowerExpression(c, onlyPart(n));

function unary(c: Lowering, n: CstNode): Expression {
  const op = need(n, 'operator').type;
  const x = lowerExpression(c, need(n, 'operand'));
  const start = n.start - c.base;
  const end = n.end - c.base;
  if (op === '*') return { kind: 'StarExpr', x, start, end };
  const node: UnaryExpr = { kind: 'UnaryExpr', op: op as UnaryOperator, x, start, end };
  return node;
}

/** Left-leaning chains are as deep as they are long (`"a" + "b" + …` over hundreds of lines), so this is a loop. */
function binary(c: Lowering, n: CstNode): Expression {
  const chain: CstNode[] = [];
  let innermost = n;
  while (innermost.type === 'binary_expression' && !isBroken(innermost)) {
    chain.push(innermost);
    innermost = need(innermost, 'left');
  }
  let x = lowerExpression(c, innermost);
  for (let i = chain.length - 1; i >= 0; i--) {
    const link = chain[i] as CstNode;
    const node: BinaryExpr = {
      kind: 'BinaryExpr',
      op: need(link, 'operator').type as BinaryOperator,
      x,
      y: lowerExpression(c, need(link, 'right')),
      start: link.start - c.base,
      end: link.end - c.base,
    };
    x = node;
  }
  return x;
}

function call(c: Lowering, n: CstNode): Expression {
  let fun = lowerExpression(c, need(n, 'function'));
  const typeArguments = field(n, 'type_arguments');
  if (typeArguments) {
    fun = {
      kind: 'IndexExpr',
      x: fun,
      indices: lowerList(c, typeArguments),
      start: n.start - c.base,
      end: typeArguments.end - c.base,
    };
  }
  const args = parts(need(n, 'arguments'));
  const ellipsis = args.at(-1)?.type === 'variadic_argument';
  const node: CallExpr = {
    kind: 'CallExpr',
    fun,
    args: args.map(argument =>
      lowerExpression(c, argument.type === 'variadic_argument' ? onlyPart(argument) : argument),
    ),
    ellipsis,
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

/** `*(*T)(x)` reads as a conversion to `*(*T)`; in Go the call binds first. So does the receive of `<-chan T(x)`. */
function conversion(c: Lowering, n: CstNode): Expression {
  const stars: CstNode[] = [];
  let type = need(n, 'type');
  while (type.type === 'pointer_type' && !isBroken(type)) {
    stars.push(type);
    type = onlyPart(type);
  }
  let node: Expression = {
    kind: 'CallExpr',
    fun: lowerExpression(c, type),
    args: [lowerExpression(c, need(n, 'operand'))],
    ellipsis: false,
    start: type.start - c.base,
    end: n.end - c.base,
  };
  if (type.type === 'channel_type' && node.fun.kind === 'ChanType' && node.fun.dir === 'receive') {
    node.fun.dir = 'both';
    node = { kind: 'UnaryExpr', op: '<-', x: node, start: node.start, end: node.end };
  }
  for (const star of stars.reverse()) {
    node = { kind: 'StarExpr', x: node, start: star.start - c.base, end: n.end - c.base };
  }
  return node;
}

function index(c: Lowering, n: CstNode, x: CstNode, indices: readonly CstNode[]): IndexExpr {
  return {
    kind: 'IndexExpr',
    x: lowerExpression(c, x),
    indices: indices.map(item => lowerExpression(c, item)),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

/** `f[int, string]`: the first part is what is indexed, whatever its field. */
function instantiation(c: Lowering, n: CstNode): Expression {
  const [x, ...indices] = parts(n);
  if (!x) throw new Unlowerable(n.type);
  return index(c, n, x, indices);
}

function slice(c: Lowering, n: CstNode): Expression {
  const node: SliceExpr = {
    kind: 'SliceExpr',
    x: lowerExpression(c, need(n, 'operand')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  const low = field(n, 'start');
  const high = field(n, 'end');
  const max = field(n, 'capacity');
  if (low) node.low = lowerExpression(c, low);
  if (high) node.high = lowerExpression(c, high);
  if (max) node.max = lowerExpression(c, max);
  return node;
}

function assertion(c: Lowering, n: CstNode): Expression {
  const x = lowerExpression(c, need(n, 'operand'));
  const type = lowerExpression(c, need(n, 'type'));
  const node: TypeAssertExpr = { kind: 'TypeAssertExpr', x, type, start: n.start - c.base, end: n.end - c.base };
  return node;
}

function funcLit(c: Lowering, n: CstNode): Expression {
  const node: FuncLit = {
    kind: 'FuncLit',
    type: funcType(c, n),
    body: lowerBlock(c, need(n, 'body')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

const lowerings = new Map<string, LowerExpression>([
  ...(
    [
      'identifier',
      'type_identifier',
      'field_identifier',
      'package_identifier',
      'blank_identifier',
      'label_name',
      'nil',
      'true',
      'false',
      'iota',
    ] as const
  ).map((type): [string, LowerExpression] => [type, lowerName]),
  [
    'int_literal',
    (c, n) => ({ kind: 'IntLit', ...decodeInt(textOf(c, n)), start: n.start - c.base, end: n.end - c.base }),
  ],
  ['float_literal', floatLit],
  [
    'imaginary_literal',
    (c, n) => ({
      kind: 'ImagLit',
      value: decodeImaginary(textOf(c, n)),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  [
    'rune_literal',
    (c, n) => ({ kind: 'CharLit', value: decodeChar(textOf(c, n)), start: n.start - c.base, end: n.end - c.base }),
  ],
  ['interpreted_string_literal', stringLit],
  ['raw_string_literal', stringLit],
  ['parenthesized_expression', paren],
  ['literal_element', paren],
  ['variadic_argument', paren],
  ['unary_expression', unary],
  ['binary_expression', binary],
  ['call_expression', call],
  ['type_conversion_expression', conversion],
  [
    'selector_expression',
    (c, n) => ({
      kind: 'SelectorExpr',
      x: lowerExpression(c, need(n, 'operand')),
      sel: lowerName(c, need(n, 'field')),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  ['index_expression', (c, n) => index(c, n, need(n, 'operand'), [need(n, 'index')])],
  ['type_instantiation_expression', instantiation],
  ['slice_expression', slice],
  ['type_assertion_expression', assertion],
  ['composite_literal', compositeLiteral],
  ['literal_value', elidedLiteral],
  ['keyed_element', keyedElement],
  ['func_literal', funcLit],
]);
