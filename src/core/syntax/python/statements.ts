/** Simple statements, and the door to all statements. */
import { childByField, childrenByField, type CstNode } from '../cst';
import type { Alias, Assign, Expression, ImportFrom, Statement } from './ast';
import { lowerCompound } from './compound';
import {
  bad,
  cannotLower,
  endsWithComma,
  identifier,
  isBroken,
  isTrivia,
  maxDepth,
  operands,
  required,
  source,
  type Context,
} from './context';
import { lowerEach, lowerExpression, lowerListed } from './expressions';
import { binaryOperator } from './operators';
import { lowerTypeParameters } from './parameters';

/** One statement. What cannot be lowered is Bad; never throws for an error in the code. */
export function lowerStatement(cx: Context, node: CstNode): Statement {
  const { depth } = cx;
  if (isBroken(node) || depth >= maxDepth) return bad(cx, node);
  cx.depth++;
  try {
    return lowerCompound(cx, node) ?? lowerSimple(cx, node);
  } catch (error) {
    if (error !== cannotLower) throw error;
    return bad(cx, node);
  } finally {
    cx.depth = depth;
  }
}

function lowerSimple(cx: Context, node: CstNode): Statement {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  switch (node.type) {
    case 'expression_statement':
      return lowerExpressionStatement(cx, node);
    case 'return_statement': {
      const [value] = operands(node);
      if (!value) return { kind: 'Return', start, end };
      return { kind: 'Return', start, end, value: lowerExpression(cx, value) };
    }
    case 'import_statement':
      return { kind: 'Import', start, end, names: lowerAliases(cx, node) };
    case 'import_from_statement':
      return lowerImportFrom(cx, node);
    case 'future_import_statement':
      return { kind: 'ImportFrom', start, end, module: '__future__', level: 0, names: lowerAliases(cx, node) };
    case 'assert_statement': {
      const [test, msg, more] = operands(node);
      if (!test || more) throw cannotLower;
      if (!msg) return { kind: 'Assert', start, end, test: lowerExpression(cx, test) };
      return { kind: 'Assert', start, end, test: lowerExpression(cx, test), msg: lowerExpression(cx, msg) };
    }
    case 'delete_statement':
      return { kind: 'Delete', start, end, targets: lowerDeleted(cx, node) };
    case 'raise_statement':
      return lowerRaise(cx, node);
    case 'pass_statement':
      return { kind: 'Pass', start, end };
    case 'break_statement':
      return { kind: 'Break', start, end };
    case 'continue_statement':
      return { kind: 'Continue', start, end };
    case 'global_statement':
      return { kind: 'Global', start, end, names: operands(node).map(name => identifier(cx, name)) };
    case 'nonlocal_statement':
      return { kind: 'Nonlocal', start, end, names: operands(node).map(name => identifier(cx, name)) };
    case 'type_alias_statement':
      return lowerTypeAlias(cx, node);
    case 'print_statement':
      return lowerPrint(cx, node);
    default:
      return bad(cx, node);
  }
}

function lowerExpressionStatement(cx: Context, node: CstNode): Statement {
  const parts = operands(node);
  const [first] = parts;
  if (!first) return bad(cx, node);
  if (parts.length === 1 && first.type === 'assignment') return lowerAssignment(cx, first);
  if (parts.length === 1 && first.type === 'augmented_assignment') return lowerAugmented(cx, first);
  const value = lowerListed(cx, parts, endsWithComma(node));
  if (value.kind === 'Meta') return value;
  return { kind: 'Expr', start: node.start - cx.base, end: node.end - cx.base, value };
}

/** `a = b = c` nests to the right in the grammar. */
function lowerAssignment(cx: Context, node: CstNode): Statement {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const type = childByField(node, 'type');
  if (type) {
    const target = lowerExpression(cx, required(node, 'left'));
    const annotation = lowerExpression(cx, type);
    const value = childByField(node, 'right');
    if (!value) return { kind: 'AnnAssign', start, end, target, annotation };
    return { kind: 'AnnAssign', start, end, target, annotation, value: lowerValue(cx, value) };
  }
  const targets: Expression[] = [];
  let current = node;
  for (;;) {
    if (isBroken(current) || childByField(current, 'type')) throw cannotLower;
    targets.push(lowerExpression(cx, required(current, 'left')));
    const right = required(current, 'right');
    if (right.type !== 'assignment') {
      const result: Assign = { kind: 'Assign', start, end, targets, value: lowerValue(cx, right) };
      return result;
    }
    current = right;
  }
}

/** What the grammar lets stand to the right of `=`; only an expression is Python. */
function lowerValue(cx: Context, node: CstNode): Expression {
  if (node.type === 'assignment' || node.type === 'augmented_assignment') throw cannotLower;
  return lowerExpression(cx, node);
}

function lowerAugmented(cx: Context, node: CstNode): Statement {
  const op = binaryOperator(required(node, 'operator').type);
  if (!op) throw cannotLower;
  const target = lowerExpression(cx, required(node, 'left'));
  const value = lowerValue(cx, required(node, 'right'));
  return { kind: 'AugAssign', start: node.start - cx.base, end: node.end - cx.base, op, target, value };
}

function lowerDeleted(cx: Context, node: CstNode): Expression[] {
  const [target] = operands(node);
  if (!target) throw cannotLower;
  return target.type === 'expression_list' ? lowerEach(cx, operands(target)) : [lowerExpression(cx, target)];
}

function lowerRaise(cx: Context, node: CstNode): Statement {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const cause = childByField(node, 'cause');
  const exc = operands(node).find(child => child !== cause);
  // `raise E, "text"` was Python 2.
  if (exc?.type === 'expression_list') throw cannotLower;
  if (!exc) {
    if (cause) throw cannotLower;
    return { kind: 'Raise', start, end };
  }
  if (!cause) return { kind: 'Raise', start, end, exc: lowerExpression(cx, exc) };
  return { kind: 'Raise', start, end, exc: lowerExpression(cx, exc), cause: lowerExpression(cx, cause) };
}

function lowerImportFrom(cx: Context, node: CstNode): ImportFrom {
  const module = required(node, 'module_name');
  let level = 0;
  let name: CstNode | undefined = module;
  if (module.type === 'relative_import') {
    name = module.children.find(child => child.type === 'dotted_name');
    const prefix = module.children.find(child => child.type === 'import_prefix');
    level = prefix ? prefix.children.filter(child => child.type === '.').length : 0;
  }
  const star = node.children.find(child => child.type === 'wildcard_import');
  const names: Alias[] = star
    ? [{ kind: 'Alias', start: star.start - cx.base, end: star.end - cx.base, name: '*' }]
    : lowerAliases(cx, node);
  return {
    kind: 'ImportFrom',
    start: node.start - cx.base,
    end: node.end - cx.base,
    module: name ? dotted(cx, name) : '',
    level,
    names,
  };
}

function lowerAliases(cx: Context, node: CstNode): Alias[] {
  const names = childrenByField(node, 'name').filter(child => child.named && !isTrivia(child));
  if (names.length === 0) throw cannotLower;
  return names.map(child => {
    const start = child.start - cx.base;
    const end = child.end - cx.base;
    if (child.type !== 'aliased_import') return { kind: 'Alias', start, end, name: dotted(cx, child) };
    const name = dotted(cx, required(child, 'name'));
    return { kind: 'Alias', start, end, name, asname: source(cx, required(child, 'alias')) };
  });
}

/** `a.b.c`, without the blanks that may stand around its dots. */
export function dotted(cx: Context, node: CstNode): string {
  return operands(node)
    .map(part => source(cx, part))
    .join('.');
}

function lowerTypeAlias(cx: Context, node: CstNode): Statement {
  const left = unwrapType(required(node, 'left'));
  const right = required(node, 'right');
  let name = left;
  let list: CstNode | undefined;
  if (left.type === 'generic_type') {
    name = operands(left)[0] ?? left;
    list = operands(left)[1];
  }
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  if (name.type !== 'identifier') {
    const target = lowerExpression(cx, asTypeCall(left, node.children[0]!));
    return { kind: 'Assign', start, end, targets: [target], value: lowerExpression(cx, right) };
  }
  const typeParams = lowerTypeParameters(cx, list);
  return { kind: 'TypeAlias', start, end, name: identifier(cx, name), typeParams, value: lowerExpression(cx, right) };
}

function unwrapType(node: CstNode): CstNode {
  return node.type === 'type' ? (operands(node)[0] ?? node) : node;
}

/** The grammar takes `type(x).a = b` for an alias of the type `(x).a`: gives the call its name back. */
function asTypeCall(left: CstNode, word: CstNode): CstNode {
  if (left.type === 'parenthesized_expression' || left.type === 'tuple') {
    const name: CstNode = { ...word, type: 'identifier', named: true, field: 'function' };
    const list: CstNode = { ...left, type: 'argument_list', field: 'arguments' };
    return { ...left, type: 'call', start: word.start, children: [name, list] };
  }
  const owner = left.type === 'attribute' ? 'object' : left.type === 'subscript' ? 'value' : 'function';
  const first = left.children[0];
  if (first?.field !== owner) throw cannotLower;
  const call = { ...asTypeCall(first, word), field: owner };
  return { ...left, start: word.start, children: [call, ...left.children.slice(1)] };
}

/** In Python 3 `print >>f, x` is a tuple that begins with a shift; `print x` is an error. */
function lowerPrint(cx: Context, node: CstNode): Statement {
  const word = node.children.find(child => child.type === 'print');
  const chevron = node.children.find(child => child.type === 'chevron');
  const operand = chevron && operands(chevron)[0];
  if (!word || !operand || !/^(?:identifier|attribute|call|subscript|integer|string)$/.test(operand.type)) {
    throw cannotLower;
  }
  const start = node.start - cx.base;
  const left = identifier(cx, word);
  const right = lowerExpression(cx, operand);
  const shift: Expression = { kind: 'BinOp', start, end: operand.end - cx.base, op: '>>', left, right };
  const rest = childrenByField(node, 'argument').filter(child => child.named && !isTrivia(child));
  const end = node.end - cx.base;
  if (rest.length === 0 && !endsWithComma(node)) return { kind: 'Expr', start, end, value: shift };
  return { kind: 'Expr', start, end, value: { kind: 'Tuple', start, end, elts: [shift, ...lowerEach(cx, rest)] } };
}
