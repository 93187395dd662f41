/** Statements with bodies. */
import { childByField, childrenByField, type CstNode } from '../cst';
import type {
  Body,
  ClassDef,
  ExceptHandler,
  Expression,
  For,
  FunctionDef,
  If,
  MatchCase,
  Match,
  Statement,
  Try,
  With,
  WithItem,
  Meta,
} from './ast';
import { lowerArguments } from './calls';
import {
  bad,
  cannotLower,
  endsWithComma,
  hasToken,
  identifier,
  isBroken,
  isMany,
  isTrivia,
  maxDepth,
  onlyOperand,
  operands,
  required,
  type Context,
} from './context';
import { lowerExpression, lowerListed } from './expressions';
import { isBlankBefore } from './lines';
import { lowerParameters, lowerTypeParameters } from './parameters';
import { lowerCasePatterns } from './patterns';
import { lowerPiece, piecesOf } from './recover';

/** A compound statement; undefined for any other node. */
export function lowerCompound(cx: Context, node: CstNode): Statement | undefined {
  switch (node.type) {
    case 'function_definition':
      return lowerFunction(cx, node, []);
    case 'class_definition':
      return lowerClass(cx, node, []);
    case 'decorated_definition':
      return lowerDecorated(cx, node);
    case 'if_statement':
      return lowerIf(cx, node);
    case 'for_statement':
      return lowerFor(cx, node);
    case 'while_statement': {
      const test = lowerExpression(cx, required(node, 'condition'));
      const body = lowerBody(cx, childByField(node, 'body'), node);
      const orelse = lowerElse(cx, node);
      return { kind: 'While', start: node.start - cx.base, end: endOf(body, orelse), test, body, orelse };
    }
    case 'with_statement':
      return lowerWith(cx, node);
    case 'try_statement':
      return lowerTry(cx, node);
    case 'match_statement':
      return lowerMatch(cx, node);
    default:
      return undefined;
  }
}

/** The statements of a block, which is never empty: where the text has none, there is a Bad without text. */
export function lowerBody(cx: Context, block: CstNode | undefined, parent: CstNode): Body {
  const body: Body = block ? piecesOf(cx, block).map(piece => lowerPiece(cx, piece)) : [];
  if (body.length === 0) {
    const colon = [...parent.children].reverse().find(child => child.type === ':');
    const at = colon?.end ?? parent.end;
    cx.incomplete = true;
    body.push(bad(cx, { start: at, end: at }));
  }
  return body;
}

/** Marks a statement that a blank line stands before. */
export function withBlank(cx: Context, statement: Statement): Statement {
  if (isBlankBefore(cx.text, cx.base + statement.start)) statement.blank = true;
  return statement;
}

function endOf(...bodies: readonly { end: number }[][]): number {
  let end = -1;
  for (const body of bodies) end = Math.max(end, body[body.length - 1]?.end ?? -1);
  return end;
}

function lowerElse(cx: Context, node: CstNode): Body {
  const clause = node.children.find(child => child.type === 'else_clause');
  return clause ? lowerBody(cx, childByField(clause, 'body'), clause) : [];
}

function lowerDecorated(cx: Context, node: CstNode): Statement {
  const decorators: Expression[] = [];
  for (const child of node.children) {
    if (child.type === 'decorator') decorators.push(lowerExpression(cx, onlyOperand(child)));
  }
  const definition = required(node, 'definition');
  if (isBroken(definition)) throw cannotLower;
  const lower = definition.type === 'class_definition' ? lowerClass : lowerFunction;
  const result = lower(cx, definition, decorators);
  result.start = node.start - cx.base;
  return result;
}

function lowerFunction(cx: Context, node: CstNode, decorators: Expression[]): FunctionDef {
  const returns = childByField(node, 'return_type');
  const result: FunctionDef = {
    kind: 'FunctionDef',
    start: node.start - cx.base,
    end: 0,
    name: identifier(cx, required(node, 'name')),
    typeParams: lowerTypeParameters(cx, childByField(node, 'type_parameters')),
    params: lowerParameters(cx, required(node, 'parameters')),
    body: [],
    decorators,
    async: hasToken(node, 'async'),
  };
  if (returns) result.returns = lowerExpression(cx, returns);
  result.body = lowerBody(cx, childByField(node, 'body'), node);
  result.end = endOf(result.body);
  return result;
}

function lowerClass(cx: Context, node: CstNode, decorators: Expression[]): ClassDef {
  const bases = childByField(node, 'superclasses');
  const result: ClassDef = {
    kind: 'ClassDef',
    start: node.start - cx.base,
    end: 0,
    name: identifier(cx, required(node, 'name')),
    typeParams: lowerTypeParameters(cx, childByField(node, 'type_parameters')),
    bases: bases ? lowerArguments(cx, bases) : [],
    body: lowerBody(cx, childByField(node, 'body'), node),
    decorators,
  };
  result.end = endOf(result.body);
  return result;
}

/** `elif` and `else` clauses are children of one node; each `elif` is an If in the `orelse` of the one before. */
function lowerIf(cx: Context, node: CstNode): If {
  const first = lowerBranch(cx, node);
  const chain = [first];
  let last = first;
  for (const clause of childrenByField(node, 'alternative')) {
    if (isTrivia(clause)) continue;
    if (clause.type === 'else_clause') {
      last.orelse.push(...lowerBody(cx, childByField(clause, 'body'), clause));
      continue;
    }
    if (chain.length === maxDepth) throw cannotLower;
    const branch = lowerBranch(cx, clause);
    if (isMany(branch.test) && isOnlyPass(branch.body)) last.orelse.push({ ...branch.test, style: 'elif' });
    else {
      branch.style = 'elif';
      last.orelse.push(branch);
      chain.push(branch);
      last = branch;
    }
  }
  const end = endOf(last.body, last.orelse);
  for (const branch of chain) branch.end = end;
  return first;
}

function lowerBranch(cx: Context, node: CstNode): If {
  const test = lowerExpression(cx, required(node, 'condition'));
  const body = lowerBody(cx, childByField(node, 'consequence'), node);
  return { kind: 'If', start: node.start - cx.base, end: 0, test, body, orelse: [] };
}

/** The filler that stands behind a metavariable for a whole clause. */
function isOnlyPass(body: Body): boolean {
  return body.length === 1 && body[0]!.kind === 'Pass';
}

function lowerFor(cx: Context, node: CstNode): For {
  const target = lowerExpression(cx, required(node, 'left'));
  const iter = lowerExpression(cx, required(node, 'right'));
  const body = lowerBody(cx, childByField(node, 'body'), node);
  const orelse = lowerElse(cx, node);
  const start = node.start - cx.base;
  return { kind: 'For', start, end: endOf(body, orelse), target, iter, body, orelse, async: hasToken(node, 'async') };
}

function lowerWith(cx: Context, node: CstNode): With {
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

function lowerTry(cx: Context, node: CstNode): Try {
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

function lowerMatch(cx: Context, node: CstNode): Match {
  const subjects = childrenByField(node, 'subject').filter(child => child.named && !isTrivia(child));
  const subject = lowerListed(cx, subjects, commaBeforeColon(node));
  const body = childByField(node, 'body');
  const cases: Match['cases'] = [];
  for (const child of body?.children ?? []) {
    if (child.type === 'case_clause') cases.push(lowerCase(cx, child));
    else if (child.named && !isTrivia(child)) throw cannotLower;
  }
  if (cases.length === 0) throw cannotLower;
  return { kind: 'Match', start: node.start - cx.base, end: endOf(cases), subject, cases };
}

function lowerCase(cx: Context, node: CstNode): MatchCase | Meta {
  if (isBroken(node)) throw cannotLower;
  const patterns = node.children.filter(child => child.type === 'case_pattern');
  const pattern = lowerCasePatterns(cx, patterns, commaBeforeColon(node));
  const guard = childByField(node, 'guard');
  const body = lowerBody(cx, childByField(node, 'consequence'), node);
  if (!guard && isMany(pattern) && isOnlyPass(body)) return pattern;
  const start = node.start - cx.base;
  const result: MatchCase = { kind: 'MatchCase', start, end: endOf(body), pattern, body };
  if (guard) result.guard = lowerExpression(cx, onlyOperand(guard));
  return result;
}

/** Whether a comma stands last in the list before the colon or the guard. */
function commaBeforeColon(node: CstNode): boolean {
  const before: CstNode[] = [];
  for (const child of node.children) {
    if (child.type === ':' || child.field === 'guard') break;
    before.push(child);
  }
  return endsWithComma({ ...node, children: before });
}
