/** Conditional expressions, and names for their values. */
import { type Type, int } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import { walk, type NodeBase } from '../../syntax/node';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { importPathOf } from '../goNodes';
import { mentioned } from '../passes/access';
import { coerce } from './coerce';
import { type Context } from './context';
import { type Value, pure, value } from './value';
import { expression, operands } from './expressions';
import { condition } from './logic';
import { isAny } from './types';

// ---- the rest ----

export function conditional(c: Context, node: py.IfExp, want: Type | undefined): Value {
  const type = want && (!isAny(want, c) || givesBothNumbers(c, node)) ? want : c.typeOf(node);
  const smallest = simpleMinMax(c, node);
  if (smallest) return smallest;
  const { before, result: test } = c.capture(() => condition(c, node.test));
  const [offered] = c.takeResultNames([type]) ?? [];
  const name = offered ?? c.freshLocal(nameHint(type));
  if (offered === undefined) c.declareLocal(name, type);
  const filling: Filling = { target: g.ident(name), type };
  const body = arm(c, node.body, filling);
  const orelse = arm(c, node.orelse, filling);
  const usual = usualValue(c, orelse, type);
  const statements = [...before, g.ifStmt(test, body, orelse)];
  // What is assigned ahead of the test must not be seen by it, nor stay behind where it ends in a panic.
  if (usual && (offered === undefined || statements.every(one => isPlain(one, name, usual.assignment)))) {
    c.emit(usual.assignment);
    const last = usual.branch;
    if (last === undefined) statements.splice(-1, 1, g.ifStmt(test, body));
    else delete last.else;
  }
  for (const one of statements) c.emit(one);
  return pure(filling.target, type);
}

/** `float(t) if "." in t else int(t)`: where any value may stand, each stays the number that it is. */
function givesBothNumbers(c: Context, { body, orelse }: py.IfExp): boolean {
  const kinds = [c.typeOf(body).kind, c.typeOf(orelse).kind];
  return kinds.includes('int') && kinds.includes('float');
}

/** The variable that a conditional expression fills. */
interface Filling {
  target: go.Ident;
  type: Type;
}

/** One side of a conditional expression; a conditional expression in it goes on with the same variable. */
function arm(c: Context, node: py.Expression, filling: Filling): go.Statement[] {
  return c.block(() => {
    if (node.kind === 'IfExp' && !isMinMax(node)) {
      const test = condition(c, node.test);
      c.emit(g.ifStmt(test, arm(c, node.body, filling), arm(c, node.orelse, filling)));
      return;
    }
    c.emit(g.assign(filling.target, coerce(c, expression(c, node, filling.type), filling.type).node));
  });
}

/**
 * The literal that the last `else` of a chain assigns: Go gives a variable its usual value first. `branch` is the `if`
 * that has that `else`, unless it is the outermost one.
 */
function usualValue(
  c: Context,
  orelse: readonly go.Statement[],
  type: Type,
): { assignment: go.AssignStmt; branch?: go.IfStmt } | undefined {
  const [only, ...more] = orelse;
  if (!only || more.length > 0) return undefined;
  if (only.kind === 'AssignStmt') return isTypedLiteral(c, only.rhs[0], type) ? { assignment: only } : undefined;
  if (only.kind !== 'IfStmt' || !only.else) return undefined;
  const inner = usualValue(c, only.else.kind === 'BlockStmt' ? only.else.list : [only.else], type);
  return inner && { ...inner, branch: inner.branch ?? only };
}

/** A literal that `:=` gives the type of the variable. */
function isTypedLiteral(c: Context, node: go.Expression | undefined, type: Type): boolean {
  const of = c.goType(type);
  if (!node || of.kind !== 'Ident') return false;
  if (node.kind === 'UnaryExpr' && node.op === '-') return isTypedLiteral(c, node.x, type);
  if (node.kind === 'Ident') return of.name === 'bool' && /^(true|false)$/.test(node.name);
  return { StringLit: 'string', IntLit: 'int', FloatLit: 'float64' }[node.kind as string] === of.name;
}

/** Whether a statement neither reads the variable nor calls or looks up what might fail or read it. */
function isPlain(statement: go.Statement, name: string, assignment: go.Statement): boolean {
  let plain = true;
  walk(statement, node => {
    if (node === (assignment as NodeBase)) return false;
    if (node.kind === 'CallExpr') {
      const fun = node['fun'] as go.Expression;
      const isBuiltIn = fun.kind === 'Ident' && /^(len|min|max|string|float64|int|rune)$/.test(fun.name);
      plain &&= isBuiltIn || (fun.kind === 'SelectorExpr' && importPathOf(fun.x) !== undefined);
    }
    plain &&= !/^(IndexExpr|SliceExpr|StarExpr|TypeAssertExpr|FuncLit)$/.test(node.kind);
    if (node.kind === 'BinaryExpr') plain &&= !/^[/%]$/.test(String(node['op']));
    return plain;
  });
  return plain && !readsIn(statement, name);
}

function readsIn(statement: go.Statement, name: string): boolean {
  let reads = false;
  walk(statement, node => {
    if (node.kind === 'AssignStmt') {
      const { lhs, rhs } = node as unknown as go.AssignStmt;
      const values = lhs.length === 1 && lhs[0]?.kind === 'Ident' && lhs[0].name === name ? rhs : [...lhs, ...rhs];
      reads ||= values.some(one => mentioned(one).has(name));
      return false;
    }
    if (node.kind === 'Ident' && node['name'] === name) reads = true;
    return !reads;
  });
  return reads;
}

/** `a if a > b else b`, in any order. */
export function isMinMax({ test, body, orelse }: py.IfExp): boolean {
  if (test.kind !== 'Compare' || test.ops.length !== 1 || !/^[<>]=?$/.test(test.ops[0] ?? '')) return false;
  const names = [test.left, test.comparators[0], body, orelse].map(one => (one?.kind === 'Name' ? one.id : undefined));
  if (names.some(name => name === undefined)) return false;
  const [a, b, first, second] = names;
  return a !== b && ((a === first && b === second) || (a === second && b === first));
}

/** What Go's built-ins say for whole numbers. */
function simpleMinMax(c: Context, node: py.IfExp): Value | undefined {
  if (!isMinMax(node) || node.test.kind !== 'Compare') return undefined;
  const { left: a, comparators, ops } = node.test;
  const [left, other] = operands(c, [a, comparators[0]!]);
  if (!left || !other || left.type.kind !== 'int' || other.type.kind !== 'int') return undefined;
  const isFirst = a.kind === 'Name' && node.body.kind === 'Name' && a.id === node.body.id;
  const takesSmaller = (ops[0] ?? '').startsWith('<') === isFirst;
  return value(g.call(takesSmaller ? 'min' : 'max', left.node, other.node), int, true);
}

/** A name for a temporary that tells a little. */
export function nameHint(type: Type): string {
  switch (type.kind) {
    case 'str':
      return 'word';
    case 'int':
    case 'float':
      return 'number';
    case 'list':
      return 'items';
    default:
      return 'value';
  }
}
