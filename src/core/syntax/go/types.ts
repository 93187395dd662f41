/** Types. */
import type { CstNode } from '../cst';
import type { ArrayType, BinaryExpr, ChanType, Expression, InterfaceType, MapType, StructType } from './ast';
import { field, lowerName, need, onlyPart, parts, Unlowerable, type Lowering } from './context';
import { lowerExpression, lowerList, type LowerExpression } from './expressions';
import { fieldsOf, funcType } from './fields';

/** `~int | ~string`, or one type. */
export function union(c: Lowering, n: CstNode): Expression {
  const [first, ...rest] = parts(n);
  if (!first) throw new Unlowerable(n.type);
  let x = lowerExpression(c, first);
  for (const part of rest) {
    const node: BinaryExpr = {
      kind: 'BinaryExpr',
      op: '|',
      x,
      y: lowerExpression(c, part),
      start: n.start - c.base,
      end: part.end - c.base,
    };
    x = node;
  }
  return x;
}

function array(c: Lowering, n: CstNode): Expression {
  const elt = lowerExpression(c, need(n, 'element'));
  const node: ArrayType = { kind: 'ArrayType', elt, start: n.start - c.base, end: n.end - c.base };
  const length = field(n, 'length');
  // Children stand in the order of the source.
  if (length) return { kind: 'ArrayType', len: lowerExpression(c, length), elt, start: node.start, end: node.end };
  if (n.type === 'implicit_length_array_type') node.len = 'auto';
  return node;
}

function channel(c: Lowering, n: CstNode): Expression {
  const [first, second] = n.children.filter(child => child.type !== 'comment');
  const node: ChanType = {
    kind: 'ChanType',
    dir: first?.type === '<-' ? 'receive' : second?.type === '<-' ? 'send' : 'both',
    value: lowerExpression(c, need(n, 'value')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  leftmostArrow(c, node);
  return node;
}

/** The grammar reads `chan <-chan T` as written with parentheses; in Go the arrow belongs to the leftmost `chan`. */
function leftmostArrow(c: Lowering, node: ChanType): void {
  const { value } = node;
  if (node.dir !== 'both' || value.kind !== 'ChanType' || value.dir !== 'receive') return;
  if (!/^chan\s*<-/.test(c.text.slice(node.start + c.base, value.start + c.base + 2))) return;
  node.dir = 'send';
  value.dir = 'both';
  value.start = c.text.indexOf('chan', value.start + c.base) - c.base;
  leftmostArrow(c, value);
}

function struct(c: Lowering, n: CstNode): Expression {
  const node: StructType = {
    kind: 'StructType',
    fields: fieldsOf(c, onlyPart(n), false),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

function interfaceType(c: Lowering, n: CstNode): Expression {
  const node: InterfaceType = {
    kind: 'InterfaceType',
    methods: fieldsOf(c, n, false),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

function map(c: Lowering, n: CstNode): Expression {
  const node: MapType = {
    kind: 'MapType',
    key: lowerExpression(c, need(n, 'key')),
    value: lowerExpression(c, need(n, 'value')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

/** The grammar reads `~List[int]` as `(~List)[int]`. */
function generic(c: Lowering, n: CstNode): Expression {
  const operand = need(n, 'type');
  const tilde = operand.type === 'negated_type';
  const x: Expression = {
    kind: 'IndexExpr',
    x: lowerExpression(c, tilde ? onlyPart(operand) : operand),
    indices: lowerList(c, need(n, 'type_arguments')),
    start: (tilde ? onlyPart(operand) : operand).start - c.base,
    end: n.end - c.base,
  };
  return tilde ? { kind: 'UnaryExpr', op: '~', x, start: n.start - c.base, end: n.end - c.base } : x;
}

const inner: LowerExpression = (c, n) => lowerExpression(c, onlyPart(n));

/** By the grammar's name of the type; what `lowerExpression` asks for kinds that are not expressions. */
export const typeLowerings = new Map<string, LowerExpression>([
  ['array_type', array],
  ['slice_type', array],
  ['implicit_length_array_type', array],
  ['channel_type', channel],
  ['struct_type', struct],
  ['interface_type', interfaceType],
  ['map_type', map],
  ['generic_type', generic],
  ['function_type', funcType],
  ['type_elem', union],
  ['type_constraint', union],
  ['parenthesized_type', inner],
  [
    'pointer_type',
    (c, n) => ({
      kind: 'StarExpr',
      x: lowerExpression(c, onlyPart(n)),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  [
    'negated_type',
    (c, n) => ({
      kind: 'UnaryExpr',
      op: '~',
      x: lowerExpression(c, onlyPart(n)),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  [
    'qualified_type',
    (c, n) => ({
      kind: 'SelectorExpr',
      x: lowerName(c, need(n, 'package')),
      sel: lowerName(c, need(n, 'name')),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
]);
