/** `await`, and coroutines as values. */
import type { Type } from '../../facts/types';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import { finishCall } from './calls';
import type { Context } from './context';
import { withArticle } from './coerce';
import { resultOf, run, startedFail } from './starting';
import { value, type Value } from './value';

/** What is awaited where it is called is the call; everything else is waited for. */
export function awaitExpression(c: Context, node: py.Await, want?: Type): Value {
  const made =
    node.value.kind === 'Call' ? c.inPlace(() => run(c, node.value, want)) : c.nested(() => run(c, node.value, want));
  return node.value.kind === 'Call' && !isTask(made.type) && made.type.kind !== 'awaitable'
    ? made
    : awaited(c, made, node);
}

const isTask = (type: Type): boolean => type.kind === 'instance' && /^asyncio\.(Task|Future)$/.test(type.name);

/** The result of a task, or of a coroutine that is a value. */
export function awaited(c: Context, of: Value, node: py.Expression): Value {
  const fails = startedFail(c);
  const { type } = of;
  if (isTask(type)) {
    return finished(c, g.method(of.node, fails ? 'result' : 'wait'), type, fails);
  }
  if (type.kind === 'awaitable') return finished(c, g.call(of.node), type, fails);
  return c.gap(`${withArticle(type)} cannot be awaited here`, node);
}

/** A call that gives the result of what was started, and perhaps an error. */
export function finished(c: Context, call: ReturnType<typeof g.call>, of: Type, fails: boolean): Value {
  const result = resultOf(of);
  if (!fails) return value(call, result);
  if (result.kind === 'none') {
    const err = c.errorName();
    const take = g.assign([g.ident('_'), g.ident(err)], call);
    c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.fail(g.ident(err)), undefined, take));
    return value(g.nil(), result, true);
  }
  if (result.kind !== 'tuple') return finishCall(c, call, result, true);
  const name = c.freshLocal('result');
  const err = c.errorName();
  c.declareLocal(name, result);
  c.emit(g.assign([g.ident(name), g.ident(err)], call));
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.fail(g.ident(err))));
  return value(g.ident(name), result, true);
}
