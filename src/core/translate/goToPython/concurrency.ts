/** Goroutines are threads, in the whole of an answer. */
import * as t from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import { assign, bool, call, compare, expr, ifs, int, keyword, method, name, tuple } from './build';
import { gap, variableOf, type Context } from './context';
import { declare } from './assignments';
import { expression, valueOf } from './expressions';
import { literalDef } from './functionLiterals';
import { freshName, nameOf, noteWrite } from './naming';
import { block } from './statements';

/** `go f(x)`: a thread that the program does not wait for, as Go does not. */
export function goStatement(cx: Context, node: go.GoStmt): py.Statement[] {
  const { call: launched } = node;
  if (launched.kind !== 'CallExpr') return gap('a goroutine without a call', node);
  cx.notes.assume('goroutines are written as threads');
  const before: py.Statement[] = [];
  let target: py.Expression;
  let args: py.Expression[];
  if (launched.fun.kind === 'FuncLit') {
    if (panics(launched.fun)) gap('a panic in a goroutine, which ends the whole program', node);
    const id = freshName(cx, 'work');
    before.push(literalDef(cx, launched.fun, id));
    target = name(id);
    const params = cx.typing.functionType(launched.fun.type).params;
    args = launched.args.map((arg, i) => valueOf(cx, arg, params[i]?.type).value);
  } else {
    const value = expression(cx, launched);
    if (value.value.kind !== 'Call') return gap('this goroutine', node);
    before.push(...value.before);
    target = value.value.func;
    args = value.value.args.map(arg => (arg.kind === 'Keyword' ? gap('a goroutine with keywords', node) : arg));
  }
  const thread = call(
    cx.out.member('threading', 'Thread'),
    keyword('target', target),
    ...(args.length > 0 ? [keyword('args', tuple(...args))] : []),
    keyword('daemon', bool(true)),
  );
  return [...before, expr(method(thread, 'start'))];
}

function panics(node: go.FuncLit): boolean {
  const text = JSON.stringify(node.body);
  return text.includes('"name":"panic"') && !text.includes('"name":"recover"');
}

/** `select`: which case can go on is asked of a helper, which waits. */
export function selectStatement(cx: Context, node: go.SelectStmt): py.Statement[] {
  const before: py.Statement[] = [];
  const channels: py.Expression[] = [];
  const index = freshName(cx, 'case');
  const item = freshName(cx, 'item');
  const ok = freshName(cx, 'ok_');
  const arms: { test: py.Expression | undefined; body: py.Body }[] = [];
  let usesItem = false;
  let usesOk = false;
  for (const clause of node.cases) {
    if (clause.kind !== 'CommClause') return gap('this case does not parse', clause);
    const head: py.Statement[] = [];
    if (clause.comm) {
      const { channel, sent, targets } = communication(cx, clause.comm);
      const own = expression(cx, channel);
      before.push(...own.before);
      if (sent) {
        const type = cx.typing.underlying(own.type);
        const value = valueOf(cx, sent, type.kind === 'chan' ? type.elt : undefined);
        before.push(...value.before);
        channels.push(tuple(own.value, value.value));
      } else channels.push(tuple(own.value));
      const [first, second] = targets;
      const elt = cx.typing.underlying(own.type);
      if (first && !(first.kind === 'Ident' && first.name === '_')) {
        usesItem = true;
        head.push(...given(cx, first, name(item), elt.kind === 'chan' ? elt.elt : t.unknown, clause.comm));
      }
      if (second && !(second.kind === 'Ident' && second.name === '_')) {
        usesOk = true;
        head.push(...given(cx, second, name(ok), t.bool, clause.comm));
      }
    }
    cx.fn.loops.push({ post: () => [], isSwitch: true });
    const body = block(cx, clause.body);
    cx.fn.loops.pop();
    const test = clause.comm ? compare(name(index), '==', int(channels.length - 1)) : undefined;
    arms.push({
      test,
      body: head.length > 0 ? [...head, ...body.filter(one => one.kind !== 'Pass' || one.comments)] : body,
    });
  }
  const fallback = arms.find(arm => arm.test === undefined);
  const waits = call(cx.out.helper('select'), ...channels, ...(fallback ? [keyword('default', bool(true))] : []));
  const targets = tuple(name(index), name(usesItem ? item : '_'), name(usesOk ? ok : '_'));
  const tested = arms.filter(arm => arm.test !== undefined);
  if (tested.length === 0) return gap('a select without channels', node);
  let orelse: py.Body = fallback?.body.filter(one => one.kind !== 'Pass' || one.comments) ?? [];
  for (const [i, arm] of [...tested].reverse().entries()) {
    // One of the cases has gone on: the last needs no test where there is no default.
    orelse = i === 0 && !fallback && tested.length > 1 ? arm.body : [ifs(arm.test!, arm.body, orelse, i > 0)];
  }
  return [...before, assign(targets, waits), ...orelse];
}

function given(
  cx: Context,
  target: go.Expression,
  value: py.Expression,
  type: t.Type,
  comm: go.Statement,
): py.Statement[] {
  const variable = variableOf(cx, target);
  if (!variable) return gap('a case that receives into this place', target);
  if (comm.kind === 'AssignStmt' && comm.op === ':=')
    return cx.usage.isUsed(variable) ? declare(cx, variable, { before: [], value, type, pure: true }) : [];
  noteWrite(cx, variable);
  return [assign(nameOf(cx, variable), value)];
}

function communication(
  cx: Context,
  comm: go.Statement,
): { channel: go.Expression; sent?: go.Expression; targets: go.Expression[] } {
  if (comm.kind === 'SendStmt') return { channel: comm.chan, sent: comm.value, targets: [] };
  const value = comm.kind === 'ExprStmt' ? comm.x : comm.kind === 'AssignStmt' ? comm.rhs[0] : undefined;
  if (value?.kind !== 'UnaryExpr' || value.op !== '<-') return gap('this case of a select', comm);
  const isTimer = value.x.kind === 'CallExpr';
  if (isTimer && cx.typing.of(value.x).kind !== 'chan') return gap('a timer in a select', comm);
  return { channel: value.x, targets: comm.kind === 'AssignStmt' ? comm.lhs : [] };
}
