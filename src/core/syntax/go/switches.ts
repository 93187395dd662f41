/** `switch`, `switch x.(type)` and `select`, with their clauses. */
import type { CstNode } from '../cst';
import type {
  Bad,
  CaseClause,
  CommClause,
  Identifier,
  Meta,
  SelectStmt,
  Statement,
  SwitchStmt,
  TypeSwitchStmt,
} from './ast';
import { bad, brokenHeader, field, lowerName, namedFields, need, onlyPart, withBlank, type Lowering } from './context';
import { lowerExpression, lowerList } from './expressions';
import { lowerStatement, lowerStatements } from './statements';

/** `switch init; tag { … }`. */
export function lowerSwitch(c: Lowering, n: CstNode): SwitchStmt {
  const broken = brokenHeader(c, n, bodyStart(n));
  const init = broken ? undefined : field(n, 'initializer');
  const tag = field(n, 'value');
  return {
    kind: 'SwitchStmt',
    ...(init && { init: lowerStatement(c, init) }),
    ...((broken ?? tag) && { tag: broken ?? lowerExpression(c, tag as CstNode) }),
    cases: clauses(c, n, caseClause),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

/** `switch init; name := x.(type) { … }`. */
export function lowerTypeSwitch(c: Lowering, n: CstNode): TypeSwitchStmt | SwitchStmt {
  const broken = brokenHeader(c, n, bodyStart(n));
  if (broken) return lowerSwitch(c, n);
  const init = field(n, 'initializer');
  const alias = field(n, 'alias');
  const name: Identifier | undefined = alias && lowerName(c, onlyPart(alias));
  return {
    kind: 'TypeSwitchStmt',
    ...(init && { init: lowerStatement(c, init) }),
    ...(name && { name }),
    x: lowerExpression(c, need(n, 'value')),
    cases: clauses(c, n, caseClause),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

/** `select { … }`. */
export function lowerSelect(c: Lowering, n: CstNode): SelectStmt {
  return {
    kind: 'SelectStmt',
    cases: clauses(c, n, commClause),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

/** The offset of the brace that opens the clauses. */
function bodyStart(n: CstNode): number {
  return n.children.find(child => child.type === '{')?.start ?? n.end;
}

function clauses<T extends CaseClause | CommClause>(
  c: Lowering,
  n: CstNode,
  lower: (c: Lowering, n: CstNode) => T,
): (T | Meta | Bad)[] {
  const list: (T | Meta | Bad)[] = [];
  const start = bodyStart(n);
  for (const child of n.children) {
    if (child.type === 'ERROR' && child.start >= start) list.push(withBlank(c, bad(c, child)));
    else if (child.type.endsWith('_case')) {
      const broken = child.hasError && child.children.some(part => part.missing);
      list.push(withBlank(c, broken ? bad(c, child) : fold(lower(c, child))));
    }
  }
  return list;
}

function caseClause(c: Lowering, n: CstNode): CaseClause {
  const list = n.type === 'type_case' ? namedFields(n, 'type').map(type => lowerExpression(c, type)) : undefined;
  return {
    kind: 'CaseClause',
    list: list ?? lowerList(c, field(n, 'value')),
    isDefault: n.type === 'default_case',
    body: lowerStatements(c, n),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

function commClause(c: Lowering, n: CstNode): CommClause {
  const comm = field(n, 'communication');
  return {
    kind: 'CommClause',
    ...(comm && { comm: lowerStatement(c, comm) }),
    body: lowerStatements(c, n),
    start: n.start - c.base,
    end: n.end - c.base,
  };
}

/** `case $$$X:` and `case <-$$$X:` with nothing behind them stand for any number of clauses. */
function fold<T extends CaseClause | CommClause>(clause: T): T | Meta {
  if (clause.body.length) return clause;
  const hole = clause.kind === 'CaseClause' ? onlyItem(clause) : received(clause.comm);
  return hole?.kind === 'Meta' && hole.many ? hole : clause;
}

function onlyItem(clause: CaseClause) {
  return clause.list.length === 1 ? clause.list[0] : undefined;
}

function received(comm: Statement | undefined) {
  const isReceive = comm?.kind === 'ExprStmt' && comm.x.kind === 'UnaryExpr' && comm.x.op === '<-';
  return isReceive && comm.x.kind === 'UnaryExpr' ? comm.x.x : undefined;
}
