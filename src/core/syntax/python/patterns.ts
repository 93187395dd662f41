/** Patterns of `case`. */
import type { CstNode } from '../cst';
import type { Expression, MatchClass, MatchMapping, MatchPattern } from './ast';
import {
  bad,
  cannotLower,
  endsWithComma,
  identifier,
  isBroken,
  isTrivia,
  maxDepth,
  operands,
  source,
  type Context,
} from './context';
import { lowerExpression } from './expressions';
import { lowerNumber } from './literals';

/** The pattern of a case: `case a, b:` is a sequence. */
export function lowerCasePatterns(cx: Context, nodes: readonly CstNode[], comma: boolean): MatchPattern {
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  if (!first || !last) throw cannotLower;
  if (nodes.length === 1 && !comma) return lowerPattern(cx, first);
  const patterns = nodes.map(node => lowerPattern(cx, node));
  return { kind: 'MatchSequence', start: first.start - cx.base, end: last.end - cx.base, patterns };
}

function lowerPattern(cx: Context, node: CstNode): MatchPattern {
  if ((node.hasError && isBroken(node)) || cx.depth >= maxDepth) return bad(cx, node);
  cx.depth++;
  const result = lowerKind(cx, node);
  cx.depth--;
  return result;
}

function lowerKind(cx: Context, node: CstNode): MatchPattern {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  switch (node.type) {
    case 'case_pattern':
      return lowerParts(
        cx,
        node.children.filter(child => !isTrivia(child)),
      );
    case '_':
      return { kind: 'MatchAs', start, end };
    case 'dotted_name':
      return lowerName(cx, node);
    case 'list_pattern':
      return { kind: 'MatchSequence', start, end, patterns: operands(node).map(child => lowerPattern(cx, child)) };
    case 'tuple_pattern': {
      const elements = operands(node);
      if (elements.length === 1 && !endsWithComma(node)) {
        const inner = lowerPattern(cx, elements[0]!);
        return inner.kind === 'Bad' ? bad(cx, node) : inner;
      }
      return { kind: 'MatchSequence', start, end, patterns: elements.map(child => lowerPattern(cx, child)) };
    }
    case 'union_pattern':
      return { kind: 'MatchOr', start, end, patterns: splitAt(node, '|').map(part => lowerParts(cx, part)) };
    case 'as_pattern': {
      const [pattern, name] = operands(node);
      if (!pattern) return bad(cx, node);
      // `_ as x` has its `_` as a case_pattern too.
      if (!name) return bad(cx, node);
      return { kind: 'MatchAs', start, end, pattern: lowerPattern(cx, pattern), name: identifier(cx, name) };
    }
    case 'splat_pattern': {
      const [name] = operands(node);
      if (!name || source(cx, name) === '_') return { kind: 'MatchStar', start, end };
      return { kind: 'MatchStar', start, end, name: identifier(cx, name) };
    }
    case 'class_pattern':
      return lowerClassPattern(cx, node);
    case 'dict_pattern':
      return lowerMapping(cx, node);
    default:
      return { kind: 'MatchValue', start, end, value: lowerValue(cx, [node]) };
  }
}

/** A pattern of several tokens in a row is a number with its sign. */
function lowerParts(cx: Context, parts: readonly CstNode[]): MatchPattern {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last) throw cannotLower;
  if (parts.length === 1) return lowerPattern(cx, first);
  const value = lowerValue(cx, parts);
  return { kind: 'MatchValue', start: first.start - cx.base, end: last.end - cx.base, value };
}

function splitAt(node: CstNode, separator: string): CstNode[][] {
  const groups: CstNode[][] = [[]];
  for (const child of node.children) {
    if (child.type === separator) groups.push([]);
    else if (!isTrivia(child)) groups[groups.length - 1]!.push(child);
  }
  return groups;
}

/** Literals, signed numbers, complex numbers. */
function lowerValue(cx: Context, parts: readonly CstNode[]): Expression {
  const [first, second] = parts;
  if (!first) throw cannotLower;
  if (parts.length === 1 && first.type === 'complex_pattern') return lowerComplex(cx, first);
  if (parts.length === 1) return lowerExpression(cx, first);
  if (first.type !== '-' || !second || parts.length > 2) throw cannotLower;
  return negative(cx, first, second);
}

function negative(cx: Context, sign: CstNode, number: CstNode): Expression {
  const start = sign.start - cx.base;
  return { kind: 'UnaryOp', start, end: number.end - cx.base, op: '-', operand: lowerNumber(cx, number) };
}

function lowerComplex(cx: Context, node: CstNode): Expression {
  const parts = node.children.filter(child => !isTrivia(child));
  const signed = parts[0]?.type === '-';
  const [real, op, imaginary] = signed ? parts.slice(1) : parts;
  if (!real || !imaginary || (op?.type !== '+' && op?.type !== '-')) throw cannotLower;
  const left = signed ? negative(cx, parts[0]!, real) : lowerNumber(cx, real);
  const right = lowerNumber(cx, imaginary);
  return { kind: 'BinOp', start: node.start - cx.base, end: node.end - cx.base, op: op.type, left, right };
}

/** A bare name captures; a dotted one is compared with. */
function lowerName(cx: Context, node: CstNode): MatchPattern {
  const start = node.start - cx.base;
  const end = node.end - cx.base;
  const [only, ...more] = operands(node);
  if (!only) return bad(cx, node);
  if (more.length > 0) return { kind: 'MatchValue', start, end, value: dottedValue(cx, node) };
  if (source(cx, only) === '_') return { kind: 'MatchAs', start, end };
  const name = identifier(cx, only);
  return name.kind === 'Meta' ? name : { kind: 'MatchAs', start, end, name };
}

function dottedValue(cx: Context, node: CstNode): Expression {
  const [first, ...rest] = operands(node);
  if (!first) return bad(cx, node);
  const start = node.start - cx.base;
  let value: Expression = identifier(cx, first);
  for (const part of rest) {
    value = { kind: 'Attribute', start, end: part.end - cx.base, value, attr: identifier(cx, part) };
  }
  return value;
}

function lowerClassPattern(cx: Context, node: CstNode): MatchPattern {
  const [name, ...rest] = operands(node);
  if (!name) return bad(cx, node);
  const result: MatchClass = {
    kind: 'MatchClass',
    start: node.start - cx.base,
    end: node.end - cx.base,
    cls: dottedValue(cx, name),
    patterns: [],
    keywords: [],
  };
  for (const child of rest) {
    const keyword = child.children[0];
    if (child.children.length !== 1 || keyword?.type !== 'keyword_pattern') {
      result.patterns.push(lowerPattern(cx, child));
      continue;
    }
    const parts = keyword.children.filter(part => !isTrivia(part));
    result.keywords.push({
      kind: 'MatchKeyword',
      start: child.start - cx.base,
      end: child.end - cx.base,
      name: identifier(cx, parts[0]!),
      pattern: lowerParts(cx, parts.slice(2)),
    });
  }
  return result;
}

function lowerMapping(cx: Context, node: CstNode): MatchPattern {
  const result: MatchMapping = {
    kind: 'MatchMapping',
    start: node.start - cx.base,
    end: node.end - cx.base,
    keys: [],
    patterns: [],
  };
  let key: CstNode[] = [];
  for (const child of node.children) {
    if (isTrivia(child)) continue;
    if (child.type === 'splat_pattern') {
      const [name] = operands(child);
      if (!name) return bad(cx, node);
      result.rest = identifier(cx, name);
    } else if (child.field === 'key') key.push(child);
    else if (child.field === 'value') {
      const [first] = key;
      if (!first) return bad(cx, node);
      const isName = key.length === 1 && first.type === 'dotted_name';
      result.keys.push(isName ? dottedValue(cx, first) : lowerValue(cx, key));
      result.patterns.push(lowerPattern(cx, child));
      key = [];
    }
  }
  return result;
}
