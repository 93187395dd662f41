/** Expressions, with the parentheses that their precedence asks for and no others. */
import type { NodeBase } from '../../node';
import type { Comprehension, Dict, Expression, Keyword, Lambda, Meta, Slice, Subscript, Tuple } from '../ast';
import { printJoinedStr } from './fstrings';
import { isBroken, printItems } from './lists';
import { floatText, imaginaryText, intText, stringText } from './literals';
import { printParam } from './parameters';
import { binaryLevel, level, levelOf } from './precedence';
import type { Printer } from './printer';

/** Writes an expression in a place that takes `min` or tighter. */
export function printExpression(p: Printer, node: Expression, min: number): void {
  if (levelOf(node) >= min) return p.record(node, () => printBare(p, node));
  p.write('(');
  p.record(node, () => printBare(p, node));
  p.write(')');
}

export function metaText(node: Meta): string {
  return (node.many ? '$$$' : '$') + node.name;
}

function printBare(p: Printer, node: Expression): void {
  switch (node.kind) {
    case 'Name':
      return p.write(node.id);
    case 'Meta':
      return p.write(metaText(node));
    case 'Bad':
      return p.write(node.text);
    case 'Int':
      return p.write(intText(node));
    case 'Float':
      return p.write(floatText(node));
    case 'Imaginary':
      return p.write(imaginaryText(node.value));
    case 'Str':
    case 'Bytes':
      return p.write(stringText(node, p.forbidden, p.flat > 0));
    case 'JoinedStr':
      return printJoinedStr(p, node);
    case 'Bool':
      return p.write(node.value ? 'True' : 'False');
    case 'None':
      return p.write('None');
    case 'Ellipsis':
      return p.write('...');
    case 'List':
      return printDisplay(p, node, node.elts, '[', ']', level.walrus);
    case 'Set':
      if (node.elts.length === 0) return p.write('set()');
      return printDisplay(p, node, node.elts, '{', '}', level.test);
    case 'Tuple':
      return printTuple(p, node);
    case 'Dict':
      return printDict(p, node);
    case 'ListComp':
      return printComprehension(p, node.elt, node.generators, '[', ']');
    case 'SetComp':
      return printComprehension(p, node.elt, node.generators, '{', '}');
    case 'GeneratorExp':
      return printComprehension(p, node.elt, node.generators, '(', ')');
    case 'DictComp':
      p.write('{');
      printExpression(p, node.key, level.test);
      p.write(': ');
      printExpression(p, node.value, level.test);
      printClauses(p, node.generators);
      return p.write('}');
    case 'UnaryOp':
      p.write(node.op === 'not' ? 'not ' : node.op);
      return printExpression(p, node.operand, node.op === 'not' ? level.not : level.sign);
    case 'BinOp':
      return printBinary(p, node.op, node.left, node.right);
    case 'BoolOp':
      return printJoined(p, node.values, ` ${node.op} `, node.op === 'or' ? level.and : level.not);
    case 'Compare':
      printExpression(p, node.left, level.bitOr);
      for (let i = 0; i < node.ops.length; i++) {
        p.write(` ${node.ops[i]} `);
        printExpression(p, node.comparators[i]!, level.bitOr);
      }
      return;
    case 'IfExp':
      printExpression(p, node.body, level.or);
      p.write(' if ');
      printExpression(p, node.test, level.or);
      p.write(' else ');
      return printExpression(p, node.orelse, level.test);
    case 'NamedExpr':
      printExpression(p, node.target, level.primary);
      p.write(' := ');
      return printExpression(p, node.value, level.test);
    case 'Call':
      printExpression(p, node.func, level.primary);
      p.write('(');
      printArguments(p, node, node.args);
      return p.write(')');
    case 'Starred':
      p.write('*');
      return printExpression(p, node.value, level.bitOr);
    case 'Attribute':
      printOwner(p, node.value);
      p.write('.');
      return printExpression(p, node.attr, level.primary);
    case 'Subscript':
      printOwner(p, node.value);
      p.write('[');
      printSlices(p, node);
      return p.write(']');
    case 'Slice':
      return printSlice(p, node);
    case 'Lambda':
      return printLambda(p, node);
    case 'Await':
      p.write('await ');
      return printExpression(p, node.value, level.primary);
    case 'Yield':
      p.write('yield');
      if (!node.value) return;
      p.write(' ');
      return printOpenTuple(p, node.value);
    case 'YieldFrom':
      p.write('yield from ');
      return printExpression(p, node.value, level.test);
  }
}

/** `1.real` is no attribute of one. */
function printOwner(p: Printer, node: Expression): void {
  if (node.kind !== 'Int') return printExpression(p, node, level.primary);
  p.write('(');
  printExpression(p, node, level.any);
  p.write(')');
}

function printBinary(p: Printer, op: Parameters<typeof binaryLevel>[0], left: Expression, right: Expression): void {
  const own = binaryLevel(op);
  // A power groups to the right and takes a sign there; all else groups to the left.
  printExpression(p, left, op === '**' ? level.await : own);
  p.write(` ${op} `);
  printExpression(p, right, op === '**' ? level.sign : own + 1);
}

export function printJoined(p: Printer, nodes: readonly Expression[], separator: string, min: number): void {
  nodes.forEach((node, i) => {
    if (i > 0) p.write(separator);
    printExpression(p, node, min);
  });
}

function printDisplay(
  p: Printer,
  owner: NodeBase,
  elts: readonly Expression[],
  open: string,
  close: string,
  min: number,
): void {
  p.write(open);
  printItems(p, owner, elts, item => printExpression(p, item, min));
  p.write(close);
}

function printTuple(p: Printer, node: Tuple): void {
  p.write('(');
  printItems(p, node, node.elts, item => printExpression(p, item, level.walrus), node.elts.length === 1);
  p.write(')');
}

/**
 * A tuple needs no parentheses where nothing follows it and no line is broken inside. A star in it asks for them, unless
 * it is in front of a target: Python 3.8 takes it in some places only, and the grammar reads `*[a] * b` wrongly.
 */
export function printOpenTuple(p: Printer, node: Expression, min: number = level.test, isTarget = false): void {
  const closed =
    node.kind !== 'Tuple' ||
    node.elts.length === 0 ||
    (!isTarget && node.elts.some(item => item.kind === 'Starred')) ||
    isBroken(p, node, node.elts);
  if (closed) {
    return printExpression(p, node, min);
  }
  p.record(node, () => {
    printJoined(p, node.elts, ', ', level.test);
    if (node.elts.length === 1) p.write(',');
  });
}

function printDict(p: Printer, node: Dict): void {
  p.write('{');
  printItems(p, node, node.items, item =>
    p.record(item, () => {
      if (item.kind === 'Meta') return p.write(metaText(item));
      if (item.kind === 'DictSpread') {
        p.write('**');
        return printExpression(p, item.value, level.bitOr);
      }
      printExpression(p, item.key, level.test);
      p.write(': ');
      printExpression(p, item.value, level.test);
    }),
  );
  p.write('}');
}

function printComprehension(
  p: Printer,
  elt: Expression,
  generators: readonly Comprehension[],
  open: string,
  close: string,
): void {
  p.write(open);
  printExpression(p, elt, open === '{' ? level.test : level.walrus);
  printClauses(p, generators);
  p.write(close);
}

function printClauses(p: Printer, generators: readonly Comprehension[]): void {
  for (const clause of generators) {
    p.write(clause.async ? ' async for ' : ' for ');
    printTarget(p, clause.target);
    p.write(' in ');
    printExpression(p, clause.iter, level.or);
    for (const test of clause.ifs) {
      p.write(' if ');
      printExpression(p, test, level.or);
    }
  }
}

/** The target of a loop, before its `in`. */
export function printTarget(p: Printer, node: Expression): void {
  if (node.kind === 'Tuple') return printOpenTuple(p, node, level.test, !node.elts.some(isOddStar));
  printExpression(p, node, level.bitOr);
}

/** A star that the grammar takes in parentheses only. */
function isOddStar(node: Expression): boolean {
  return node.kind === 'Starred' && !['Name', 'Attribute', 'Subscript', 'Meta'].includes(node.value.kind);
}

/** Arguments or bases, between parentheses that are written already. */
export function printArguments(p: Printer, owner: NodeBase, args: readonly (Expression | Keyword)[]): void {
  const [only] = args;
  if (args.length === 1 && only!.kind === 'GeneratorExp' && owner.kind === 'Call' && !isBroken(p, owner, args)) {
    return p.record(only!, () => printComprehension(p, only.elt, only.generators, '', ''));
  }
  printItems(p, owner, args, item => printArgument(p, item));
}

export function printArgument(p: Printer, node: Expression | Keyword): void {
  if (node.kind === 'Keyword') {
    return p.record(node, () => {
      if (node.arg) printExpression(p, node.arg, level.primary);
      p.write(node.arg ? '=' : '**');
      printExpression(p, node.value, level.test);
    });
  }
  if (node.kind !== 'Starred') return printExpression(p, node, level.walrus);
  p.record(node, () => {
    p.write('*');
    printExpression(p, node.value, level.test);
  });
}

/** A tuple with slices stands open, whatever else is in it. */
function printSlices(p: Printer, node: Subscript): void {
  const { slice } = node;
  if (slice.kind !== 'Tuple') return printExpression(p, slice, level.test);
  printOpenTuple(
    p,
    slice,
    level.test,
    slice.elts.some(item => item.kind === 'Slice'),
  );
}

function printSlice(p: Printer, node: Slice): void {
  if (node.lower) printExpression(p, node.lower, level.test);
  p.write(':');
  if (node.upper) printExpression(p, node.upper, level.test);
  if (!node.step) return;
  p.write(':');
  printExpression(p, node.step, level.test);
}

function printLambda(p: Printer, node: Lambda): void {
  p.write(node.params.length > 0 ? 'lambda ' : 'lambda');
  node.params.forEach((param, i) => {
    if (i > 0) p.write(', ');
    printParam(p, param);
  });
  p.write(': ');
  printExpression(p, node.body, level.test);
}
