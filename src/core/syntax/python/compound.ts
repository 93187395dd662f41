/** Statements with bodies. */
import { childByField, childrenByField, type CstNode } from '../cst';
import { lowerTry, lowerWith } from './as';
import type { For, If, Statement } from './ast';
import { endOf, isOnlyPass, lowerBody, lowerElse } from './bodies';
import { cannotLower, hasToken, isMany, isTrivia, maxDepth, required, type Context } from './context';
import { lowerClass, lowerDecorated, lowerFunction } from './definitions';
import { lowerExpression } from './expressions';
import { lowerMatch } from './match';

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

function lowerFor(cx: Context, node: CstNode): For {
  const target = lowerExpression(cx, required(node, 'left'));
  const iter = lowerExpression(cx, required(node, 'right'));
  const body = lowerBody(cx, childByField(node, 'body'), node);
  const orelse = lowerElse(cx, node);
  const start = node.start - cx.base;
  return { kind: 'For', start, end: endOf(body, orelse), target, iter, body, orelse, async: hasToken(node, 'async') };
}
