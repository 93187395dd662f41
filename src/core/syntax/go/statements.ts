/** Statements, blocks and statement lists. */
import type { CstNode } from '../cst';
import type {
  AssignOperator,
  AssignStmt,
  Bad,
  BlockStmt,
  BranchStmt,
  Expression,
  ForStmt,
  IfStmt,
  RangeStmt,
  Statement,
} from './ast';
import {
  bad,
  brokenHeader,
  field,
  isBroken,
  isBrokenBehind,
  lowerName,
  need,
  onlyPart,
  parts,
  Unlowerable,
  withBlank,
  type Lowering,
} from './context';
import { lowerGenDecl } from './declarations';
import { lowerExpression, lowerList } from './expressions';
import { recover } from './recover';
import { lowerSelect, lowerSwitch, lowerTypeSwitch } from './switches';

type LowerStatement = (c: Lowering, n: CstNode) => Statement;

/** Lowers one statement. What does not parse comes back as Bad. */
export function lowerStatement(c: Lowering, n: CstNode): Statement {
  const lower = lowerings.get(n.type);
  if (!n.hasError) return lower ? lower(c, n) : bad(c, n);
  if (!lower || (isBroken(n) && !withHeader.test(n.type))) return bad(c, n);
  try {
    return lower(c, n);
  } catch (error) {
    if (error instanceof Unlowerable) return bad(c, n);
    throw error;
  }
}

/** Statements that take care of errors between their keyword and their body. */
const withHeader = /^(?:if|for|expression_switch|type_switch|select)_statement$/;

/** Whether `lowerStatement` knows this kind of node. */
export function isStatement(n: CstNode): boolean {
  return lowerings.has(n.type);
}

/** A block. One that the parser could not close keeps what stands in it. */
export function lowerBlock(c: Lowering, n: CstNode): BlockStmt {
  return { kind: 'BlockStmt', list: lowerStatements(c, n), start: n.start - c.base, end: n.end - c.base };
}

/** The statements of a block or a case clause: those of its `statement_list` and what was saved from errors. */
export function lowerStatements(c: Lowering, container: CstNode): Statement[] {
  if (container.hasError) {
    const lists = container.children.filter(child => child.type === 'statement_list' || child.type === 'ERROR');
    return recover(c, lists);
  }
  const list = container.children.find(child => child.type === 'statement_list');
  if (!list) return [];
  const statements: Statement[] = [];
  for (const child of list.children) {
    if (isStatement(child)) statements.push(withBlank(c, lowerStatement(c, child)));
  }
  return statements;
}

function expressionStatement(c: Lowering, n: CstNode): Statement {
  const x = lowerExpression(c, onlyPart(n));
  if (x.kind === 'Meta' || x.kind === 'Bad') return x;
  return { kind: 'ExprStmt', x, start: n.start - c.base, end: n.end - c.base };
}

function assignment(c: Lowering, n: CstNode): Statement {
  const operator = field(n, 'operator');
  const node: AssignStmt = {
    kind: 'AssignStmt',
    lhs: lowerList(c, need(n, 'left')),
    op: (operator ? operator.type : ':=') as AssignOperator,
    rhs: lowerList(c, need(n, 'right')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

const incDec =
  (op: '++' | '--'): LowerStatement =>
  (c, n) => ({
    kind: 'IncDecStmt',
    x: lowerExpression(c, onlyPart(n)),
    op,
    start: n.start - c.base,
    end: n.end - c.base,
  });

const branch =
  (tok: BranchStmt['tok']): LowerStatement =>
  (c, n) => {
    const node: BranchStmt = { kind: 'BranchStmt', tok, start: n.start - c.base, end: n.end - c.base };
    const [label] = parts(n);
    if (label) node.label = lowerName(c, label);
    return node;
  };

/** A label at the end of a block has no statement; it gets an empty one behind its colon. */
function labeled(c: Lowering, n: CstNode): Statement {
  const label = need(n, 'label');
  const inner = n.children.find(child => child.field !== 'label' && isStatement(child));
  const end = n.end - c.base;
  const stmt: Statement = inner ? lowerStatement(c, inner) : { kind: 'EmptyStmt', start: end, end };
  return { kind: 'LabeledStmt', label: lowerName(c, label), stmt, start: n.start - c.base, end };
}

function ifStatement(c: Lowering, n: CstNode): Statement {
  const body = need(n, 'consequence');
  if (isBrokenBehind(n, body.start)) return bad(c, n);
  const broken = brokenHeader(c, n, body.start);
  const init = broken ? undefined : field(n, 'initializer');
  const alternative = field(n, 'alternative');
  const node: IfStmt = {
    kind: 'IfStmt',
    ...(init && { init: lowerStatement(c, init) }),
    cond: broken ?? lowerExpression(c, need(n, 'condition')),
    body: lowerBlock(c, body),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  if (alternative) node.else = lowerStatement(c, alternative);
  return node;
}

function forStatement(c: Lowering, n: CstNode): Statement {
  const body = need(n, 'body');
  if (isBrokenBehind(n, body.start)) return bad(c, n);
  const broken = brokenHeader(c, n, body.start);
  if (broken) return headless(c, n, broken, body);
  const clause = n.children.find(child => child.named && child.type !== 'comment' && child.field !== 'body');
  if (clause?.type === 'range_clause') return rangeStatement(c, n, clause);
  const three = clause?.type === 'for_clause';
  const init = three ? field(clause, 'initializer') : undefined;
  const cond = three ? field(clause, 'condition') : clause;
  const post = three ? field(clause, 'update') : undefined;
  const node: ForStmt = {
    kind: 'ForStmt',
    ...(init && { init: lowerStatement(c, init) }),
    ...(cond && { cond: lowerExpression(c, cond) }),
    ...(post && { post: lowerStatement(c, post) }),
    body: lowerBlock(c, body),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  return node;
}

/** A loop whose header does not parse. */
function headless(c: Lowering, n: CstNode, cond: Bad, body: CstNode): ForStmt {
  return { kind: 'ForStmt', cond, body: lowerBlock(c, body), start: n.start - c.base, end: n.end - c.base };
}

function rangeStatement(c: Lowering, n: CstNode, clause: CstNode): Statement {
  const [key, value, ...more] = lowerList(c, field(clause, 'left'));
  if (more.length) throw new Unlowerable('range with three variables');
  const node: RangeStmt = {
    kind: 'RangeStmt',
    ...(key && { key }),
    ...(value && { value }),
    x: lowerExpression(c, need(clause, 'right')),
    body: lowerBlock(c, need(n, 'body')),
    start: n.start - c.base,
    end: n.end - c.base,
  };
  if (key) node.tok = clause.children.some(child => child.type === ':=') ? ':=' : '=';
  return node;
}

function declaration(c: Lowering, n: CstNode): Statement {
  const decl = lowerGenDecl(c, n);
  return { kind: 'DeclStmt', decl, start: n.start - c.base, end: n.end - c.base };
}

const withCall =
  (kind: 'GoStmt' | 'DeferStmt'): LowerStatement =>
  (c, n) => ({ kind, call: lowerExpression(c, onlyPart(n)), start: n.start - c.base, end: n.end - c.base });

/** A statement for a receive in `select`; Meta and Bad stand for themselves. */
export function receive(c: Lowering, n: CstNode): Statement {
  const left = field(n, 'left');
  const right = need(n, 'right');
  const x: Expression = lowerExpression(c, right);
  const start = n.start - c.base;
  const end = n.end - c.base;
  if (!left) return x.kind === 'Meta' || x.kind === 'Bad' ? x : { kind: 'ExprStmt', x, start, end };
  const op: AssignOperator = n.children.some(child => child.type === ':=') ? ':=' : '=';
  return { kind: 'AssignStmt', lhs: lowerList(c, left), op, rhs: [x], start, end };
}

const lowerings = new Map<string, LowerStatement>([
  ['expression_statement', expressionStatement],
  ['assignment_statement', assignment],
  ['short_var_declaration', assignment],
  ['inc_statement', incDec('++')],
  ['dec_statement', incDec('--')],
  [
    'send_statement',
    (c, n) => ({
      kind: 'SendStmt',
      chan: lowerExpression(c, need(n, 'channel')),
      value: lowerExpression(c, need(n, 'value')),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  ['receive_statement', receive],
  [
    'return_statement',
    (c, n) => ({
      kind: 'ReturnStmt',
      results: lowerList(
        c,
        n.children.find(child => child.type === 'expression_list'),
      ),
      start: n.start - c.base,
      end: n.end - c.base,
    }),
  ],
  ['go_statement', withCall('GoStmt')],
  ['defer_statement', withCall('DeferStmt')],
  ['if_statement', ifStatement],
  ['for_statement', forStatement],
  ['expression_switch_statement', lowerSwitch],
  ['type_switch_statement', lowerTypeSwitch],
  ['select_statement', lowerSelect],
  ['labeled_statement', labeled],
  ['fallthrough_statement', branch('fallthrough')],
  ['break_statement', branch('break')],
  ['continue_statement', branch('continue')],
  ['goto_statement', branch('goto')],
  ['block', lowerBlock],
  ['empty_statement', (c, n) => ({ kind: 'EmptyStmt', start: n.start - c.base, end: n.end - c.base })],
  ['const_declaration', declaration],
  ['var_declaration', declaration],
  ['type_declaration', declaration],
]);
