/** The match statement; its patterns are in patterns.ts. */
import { childByField, childrenByField, type CstNode } from '../cst';
import type { Match, MatchCase, Meta } from './ast';
import { endOf, isOnlyPass, lowerBody } from './bodies';
import { cannotLower, endsWithComma, isBroken, isMany, isTrivia, onlyOperand, type Context } from './context';
import { lowerExpression, lowerListed } from './expressions';
import { lowerCasePatterns } from './patterns';

export function lowerMatch(cx: Context, node: CstNode): Match {
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
