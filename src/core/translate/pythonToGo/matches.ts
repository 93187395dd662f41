/** `match`: a switch over values, or tests in a row. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { coerce } from './coerce';
import type { Context } from './context';
import type { Value } from './value';
import { expression } from './expressions';
import { statements } from './statements';
import { assignTo } from './targets';

export function matchStatement(c: Context, node: py.Match): void {
  const cases = node.cases.filter(one => one.kind === 'MatchCase');
  const subject = expression(c, node.subject);
  const isSimple = cases.every(one => !one.guard && isValuePattern(one.pattern));
  if (!isSimple) return c.gap('patterns that take values apart have no counterpart here', node);
  const clauses = cases.map(one => clause(c, one, subject));
  c.emit({ kind: 'SwitchStmt', start: -1, end: -1, tag: subject.node, cases: clauses });
}

function isValuePattern(pattern: py.MatchPattern): boolean {
  switch (pattern.kind) {
    case 'MatchValue':
      return true;
    case 'MatchOr':
      return pattern.patterns.every(one => one.kind === 'MatchValue');
    case 'MatchAs':
      return !pattern.pattern;
    default:
      return false;
  }
}

function clause(c: Context, node: py.MatchCase, subject: Value): go.CaseClause {
  const { pattern } = node;
  const values = pattern.kind === 'MatchOr' ? pattern.patterns : [pattern];
  const list = values.flatMap(one =>
    one.kind === 'MatchValue' ? [coerce(c, expression(c, one.value), subject.type).node] : [],
  );
  c.func.loops.push({ label: undefined, needsLabel: false, isSwitch: true });
  try {
    const body = c.block(() => {
      if (pattern.kind === 'MatchAs' && pattern.name?.kind === 'Name') assignTo(c, pattern.name, subject);
      statements(c, node.body);
    });
    return { kind: 'CaseClause', start: -1, end: -1, list, isDefault: list.length === 0, body };
  } finally {
    c.func.loops.pop();
  }
}
