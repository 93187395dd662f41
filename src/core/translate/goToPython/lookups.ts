/** `if v, ok := m[k]; ok { … }` and the same with a type: Python asks first. */
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { boolOp, ifs, negate, subscript } from './build';
import { declare } from './assignments';
import { lookup } from './results';
import { variableOf, type Context } from './context';
import { expression } from './expressions';
import { block } from './statements';
import { flatten } from './operators';
import { typeTest } from './switches';
import { isRune } from './goTypes';
import * as t from '../../facts/types';
import { takenOut, zero } from './values';

/** The `if` with an answer in its init; undefined for any other. */
export function ifWithLookup(cx: Context, node: go.IfStmt): py.Statement[] | undefined {
  if (node.init?.kind !== 'AssignStmt') return undefined;
  return answered(cx, node.init, node);
}

/** An answer `v, ok := …` and the `if` that asks for `ok` alone. */
export function answered(cx: Context, init: go.AssignStmt, node: go.IfStmt): py.Statement[] | undefined {
  const { lhs, rhs, op } = init;
  const [first, second] = lhs;
  const [value] = rhs;
  if (lhs.length !== 2 || rhs.length !== 1 || !first || !second || !value) return undefined;
  const ok = variableOf(cx, second);
  const negated = node.cond.kind === 'UnaryExpr' && node.cond.op === '!';
  const asked = node.cond.kind === 'UnaryExpr' && negated ? node.cond.x : node.cond;
  if (ok && op === ':=' && ok.uses.length === 2 && node.cond.kind === 'BinaryExpr')
    return askedWithMore(cx, init, node);
  if (!ok || op !== ':=' || variableOf(cx, asked) !== ok) return undefined;
  // Looked at again, it has to be a variable.
  if (ok.uses.length > 2) return undefined;
  const variable = variableOf(cx, first);
  const source = sourceOf(cx, value);
  if (!source) return undefined;
  const { test, get, before, empty } = source;
  const isUsed = variable !== undefined && variable.name !== '_' && cx.usage.isUsed(variable);
  const otherwise = negated ? node.body : node.else;
  const usedOtherwise =
    variable !== undefined &&
    otherwise !== undefined &&
    variable.uses.some(use => use.start >= otherwise.start && use.end <= otherwise.end && use !== variable.ident);
  const give = (made: py.Expression): py.Statement[] =>
    isUsed
      ? declare(cx, variable, takenOut(cx, { before: [], value: made, type: source.type, pure: true }, variable))
      : [];
  const keys = cx.fn.knownKeys.length;
  const elseBody = (): py.Body =>
    node.else ? block(cx, node.else.kind === 'BlockStmt' ? node.else : [node.else]) : [];
  const written = [...before];
  if (!negated) {
    if (source.key) cx.fn.knownKeys.push(source.key);
    const head = give(get);
    const body = block(cx, node.body);
    cx.fn.knownKeys.length = keys;
    const orelse = [...(usedOtherwise ? give(empty) : []), ...elseBody()];
    written.push(ifs(test, join(head, body), orelse, node.else?.kind === 'IfStmt' && !usedOtherwise));
    return written;
  }
  const failed = [...(usedOtherwise ? give(empty) : []), ...block(cx, node.body)];
  const orelse = node.else ? join(give(get), elseBody()) : [];
  written.push(ifs(negate(test), failed, orelse, false));
  // Behind `if !ok { return }` the value is there.
  if (!node.else && isUsed && cx.usage.isReadAfter(variable, node)) written.push(...give(get));
  return written;
}

/** `if v, ok := x.(T); ok && v.n > 0`: what is asked of the value is asked of what it was taken from. */
function askedWithMore(cx: Context, init: go.AssignStmt, node: go.IfStmt): py.Statement[] | undefined {
  const [first, second] = init.lhs;
  const [asked, ...more] = flatten(node.cond as go.BinaryExpr, '&&');
  const [value] = init.rhs;
  const variable = variableOf(cx, first);
  if (!asked || !value || more.length === 0 || variableOf(cx, asked) !== variableOf(cx, second)) return undefined;
  const isUsedIn = ({ start, end }: go.Expression | go.Statement): boolean =>
    variable?.uses.some(use => use !== variable.ident && use.start >= start && use.end <= end) ?? false;
  if (variable?.definitions.length !== 1 && first?.kind === 'Ident' && first.name !== '_') return undefined;
  if (node.else && isUsedIn(node.else)) return undefined;
  // What is asked for as often as it is read has to be a name, or a place in what has one.
  const isPlain = value.kind === 'TypeAssertExpr' ? value.x.kind === 'Ident' : isPlace(value);
  const source = isPlain ? sourceOf(cx, value) : undefined;
  if (!source || source.before.length > 0) return undefined;
  const keys = cx.fn.knownKeys.length;
  let tests: py.Expression[];
  let body: py.Body;
  try {
    if (source.key) cx.fn.knownKeys.push(source.key);
    if (variable) cx.fn.stands.set(variable, source.get);
    const asked = more.map(one => expression(cx, one));
    if (variable) cx.fn.stands.delete(variable);
    if (asked.some(one => one.before.length > 0)) return undefined;
    tests = asked.map(one => one.value);
    const head =
      variable && isUsedIn(node.body)
        ? declare(
            cx,
            variable,
            takenOut(cx, { before: [], value: source.get, type: source.type, pure: true }, variable),
          )
        : [];
    body = join(head, block(cx, node.body));
  } finally {
    cx.fn.knownKeys.length = keys;
    if (variable) cx.fn.stands.delete(variable);
  }
  const orelse = node.else ? block(cx, node.else.kind === 'BlockStmt' ? node.else : [node.else]) : [];
  const test = boolOp('and', source.test, ...tests);
  return [ifs(test, body, orelse, node.else?.kind === 'IfStmt')];
}

/** `m[k]` of names, fields and literals: it may be written twice. */
function isPlace(node: go.Expression): boolean {
  if (node.kind === 'IndexExpr') return isPlace(node.x) && node.indices.every(isPlace);
  if (node.kind === 'SelectorExpr') return isPlace(node.x);
  return /^(Ident|StringLit|IntLit|CharLit)$/.test(node.kind);
}

function sourceOf(cx: Context, value: go.Expression): Source | undefined {
  if (value.kind === 'IndexExpr') return fromMap(cx, value);
  return value.kind === 'TypeAssertExpr' && value.type ? fromType(cx, value, value.type) : undefined;
}

const join = (head: py.Statement[], body: py.Body): py.Body =>
  head.length > 0 ? [...head, ...body.filter(one => one.kind !== 'Pass' || one.comments)] : body;

interface Source {
  before: py.Statement[];
  test: py.Expression;
  get: py.Expression;
  empty: py.Expression;
  type: t.Type;
  key?: { map: py.Expression; key: py.Expression };
}

function fromMap(cx: Context, node: go.IndexExpr): Source | undefined {
  if (cx.typing.underlying(cx.typing.of(node.x)).kind !== 'dict') return undefined;
  const found = lookup(cx, node);
  return {
    before: found.before,
    test: found.test,
    get: subscript(found.map, found.key),
    empty: zero(cx, found.type.kind === 'tuple' ? t.none : found.type),
    type: found.type,
    key: { map: found.map, key: found.key },
  };
}

function fromType(cx: Context, node: go.TypeAssertExpr, typeNode: go.Expression): Source {
  const subject = expression(cx, node.x);
  const type = cx.typing.fromSyntax(typeNode);
  return {
    before: subject.before,
    test: typeTest(cx, subject.value, type, typeNode),
    get: subject.value,
    empty: zero(cx, type),
    type: isRune(type) ? t.int : type,
  };
}

/** Whether an `if` that follows only asks for the `ok` of the statement before it, and nobody else does. */
export function asksFor(cx: Context, node: go.IfStmt, init: go.AssignStmt): boolean {
  const ok = variableOf(cx, init.lhs[1]);
  const asked = node.cond.kind === 'UnaryExpr' && node.cond.op === '!' ? node.cond.x : node.cond;
  return (
    !node.init && ok !== undefined && variableOf(cx, asked) === ok && ok.uses.length === 2 && ok.ident === init.lhs[1]
  );
}
