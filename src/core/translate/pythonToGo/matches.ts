/** `match`: a switch over values, over types, or over conditions. */
import type * as go from '../../syntax/go/ast';
import { walk } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import { scopeName } from '../passes/access';
import * as g from '../goNodes';
import { coerce } from './coerce';
import type { Context } from './context';
import { exits } from './exits';
import { expression } from './expressions';
import { newFunction } from './functionState';
import { condition } from './logic';
import { boundNames, compilePattern, isSplit, type Compiled } from './patterns';
import { statements } from './statements';
import { isSimple } from './subscripts';
import { assignTo } from './targets';
import { value, type Value } from './value';

export function matchStatement(c: Context, node: py.Match): void {
  const written = node.cases.filter(one => one.kind === 'MatchCase');
  const given = expression(c, node.subject);
  const isValues = written.every(one => !one.guard && isValuePattern(one.pattern));
  const isPlainType = ['int', 'str', 'bool', 'float', 'instance'].includes(given.type.kind);
  if (isValues && isPlainType) {
    const clauses = written.map(one => valueClause(c, one, given));
    c.emit({ kind: 'SwitchStmt', start: -1, end: -1, tag: given.node, cases: clauses });
    return;
  }
  const subject = isSimple(given.node) || given.node.kind === 'CompositeLit' ? given : c.temporary(given, 'subject');
  const of = pureOf(subject);
  const cases = written.flatMap(one =>
    isSplit(c, one.pattern, of) ? one.pattern.patterns.map(pattern => ({ ...one, pattern })) : [one],
  );
  const clauses = cases.map(one => conditionClause(c, one, of));
  c.emit({ kind: 'SwitchStmt', start: -1, end: -1, cases: clauses });
}

const pureOf = (of: Value): Value => value(of.node, of.type, true);

function isValuePattern(pattern: py.MatchPattern): boolean {
  switch (pattern.kind) {
    case 'MatchValue':
      return pattern.value.kind !== 'None';
    case 'MatchOr':
      return pattern.patterns.every(one => one.kind === 'MatchValue' && one.value.kind !== 'None');
    case 'MatchAs':
      return !pattern.pattern;
    default:
      return false;
  }
}

function valueClause(c: Context, node: py.MatchCase, subject: Value): go.CaseClause {
  const { pattern } = node;
  const values = pattern.kind === 'MatchOr' ? pattern.patterns : [pattern];
  const list = values.flatMap(one =>
    one.kind === 'MatchValue' ? [coerce(c, expression(c, one.value), subject.type).node] : [],
  );
  const binds =
    pattern.kind === 'MatchAs' && pattern.name?.kind === 'Name' ? [{ name: pattern.name, of: subject }] : [];
  return clause(c, node, list, binds);
}

/** A case by a condition, with what it takes out of the subject as variables of its body. */
function conditionClause(c: Context, node: py.MatchCase, subject: Value): go.CaseClause {
  const { before, result: compiled } = c.capture(() => compilePattern(c, node.pattern, subject));
  if (before.length > 0) return c.gap('this pattern has no counterpart here', node.pattern);
  const tests = [...compiled.tests];
  if (node.guard) tests.push(guard(c, node.guard, compiled));
  const all = tests.length === 0 ? [] : [tests.reduce((left, right) => g.binary(left, '&&', right))];
  return clause(c, node, all, compiled.binds);
}

/** The guard looks at the names of the pattern before they are variables. */
function guard(c: Context, node: py.Expression, compiled: Compiled): go.Expression {
  const outer = c.func.aliases;
  c.func.aliases = new Map(outer);
  try {
    for (const { name, of } of compiled.binds) {
      const symbol = c.facts.symbolOf(name);
      if (symbol) c.func.aliases.set(symbol, of);
    }
    const { before, result } = c.capture(() => condition(c, node));
    if (before.length === 0) return result;
    return before.some(leaves) ? c.gap('a guard that can fail has no counterpart here', node) : inPlace(c, node);
  } finally {
    c.func.aliases = outer;
  }
}

/** A guard that needs statements is a function that is called where the case is tried. */
function inPlace(c: Context, node: py.Expression): go.Expression {
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names, aliases: outer.aliases };
  try {
    const literal = g.funcLit(
      [],
      [g.ident('bool')],
      c.block(() => c.emit(g.ret(condition(c, node)))),
    );
    c.setLocals(literal.body, c.func.locals);
    for (const name of c.func.locals.keys()) scopeName(literal, name);
    return g.call(literal);
  } finally {
    c.func = outer;
  }
}

/** Whether a statement gives an error to what is around. */
function leaves(statement: go.Statement): boolean {
  let found = false;
  walk(statement, node => {
    if (node.kind === 'ReturnStmt' || exits.has(node)) found = true;
    return node.kind !== 'FuncLit';
  });
  return found;
}

function clause(
  c: Context,
  node: py.MatchCase,
  list: go.Expression[],
  binds: readonly { name: py.Name; of: Value }[],
): go.CaseClause {
  c.func.loops.push({ label: undefined, needsLabel: false, isSwitch: true });
  try {
    const used = boundNames(c, node);
    const body = c.block(() => {
      for (const { name, of } of binds) if (used.has(name.id)) assignTo(c, name, of);
      statements(c, node.body);
    });
    return { kind: 'CaseClause', start: -1, end: -1, list, isDefault: list.length === 0, body };
  } finally {
    c.func.loops.pop();
  }
}
