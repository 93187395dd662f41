/** Python's `asyncio`: tasks that take turns, started and awaited. */
import { any, bool, int, iterator, none, tuple, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { finishCall } from '../calls';
import { finished } from '../coroutines';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { calledFunction } from '../fallible';
import type { FunctionModel } from '../models';
import { handlerClasses } from '../modelFacts';
import { list } from '../shapes';
import { resultOf, run, runner, startedFail, startedFunctions } from '../starting';
import { pure, value, type Value } from '../value';
import { itemsOf } from './functions';
import { queueMethods, newQueue } from './queues';
import type { Call, LibraryModule, Method } from './table';
import { duration } from './time';

const taskType = (of: Type): Type => ({ kind: 'instance', name: 'asyncio.Task', args: [of] });
const isTask = (type: Type): boolean => type.kind === 'instance' && /^asyncio\.(Task|Future)$/.test(type.name);

/** Something of the file is started beside others, so that all that waits has to hand its turn on. */
export function startsTasks(c: Context): boolean {
  return c.input.file.units.some(unit => {
    let found = false;
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call') return;
      const name = c.facts.qualifiedName(node.func) ?? '';
      if (/(^|\.)(create_task|ensure_future)$|^asyncio\.(gather|as_completed|wait|wait_for)$/.test(name)) found = true;
    });
    return found;
  });
}

/** Starts an awaitable; a task is one already. */
function started(c: Context, node: py.Expression): Value {
  if (isTask(c.typeOf(node))) return expression(c, node);
  const made = runner(c, node);
  const call = g.call(c.helper('asyncTask') && (startedFail(c) ? 'tryTask' : 'startTask'), made.node);
  return value(call, taskType(resultOf(made.type)));
}

/** A cancelled task ends where it waits: what it would do then has no place in Go. */
function refuseHandling(c: Context, functions: readonly FunctionModel[], at: py.Expression): void {
  const seen = new Set(functions);
  for (const one of seen) {
    walk(one.node, child => {
      const node = child as unknown as py.Node;
      const callee = node.kind === 'Call' ? calledFunction(node, c.model, c) : undefined;
      if (callee) seen.add(callee);
      const isCleaner =
        (node.kind === 'Try' && (node.finalbody.length > 0 || catchesAll(c, node))) ||
        (node.kind === 'With' && node.async);
      if (isCleaner && awaits(node) && !(node.kind === 'Try' && isDoneBefore(c, node, at))) {
        c.gap('a task that does something when it is cancelled has no counterpart here', at);
      }
    });
  }
}

/**
 * Every item that was taken is done when `join` has come back: no worker is then in what does `task_done` at its end.
 */
function isDoneBefore(c: Context, node: py.Try, at: py.Expression): boolean {
  const [last, ...more] = node.finalbody;
  if (more.length > 0 || last?.kind !== 'Expr' || catchesAll(c, node)) return false;
  const isCall = (one: py.Node, method: RegExp): boolean =>
    one.kind === 'Call' && method.test(c.facts.qualifiedName(one.func) ?? '');
  if (!isCall(last.value, /^asyncio\.\w*Queue\.task_done$/)) return false;
  let around = c.facts.parentOf(at) as py.Node | undefined;
  while (around && around.kind !== 'FunctionDef') around = c.facts.parentOf(around) as py.Node | undefined;
  let isJoined = false;
  for (const statement of around?.body ?? []) {
    if (statement.start >= at.start) break;
    const inner = statement.kind === 'Expr' && statement.value.kind === 'Await' ? statement.value.value : undefined;
    if (inner && isCall(inner, /^asyncio\.\w*Queue\.join$/)) isJoined = true;
  }
  return isJoined;
}

/** The functions that a task may run: the one that its variable is given, where that is seen. */
function startedAs(c: Context, node: py.Call): FunctionModel[] {
  const all = [...startedFunctions(c.model, c)];
  const of = node.func.kind === 'Attribute' ? node.func.value : undefined;
  const symbol = of?.kind === 'Name' ? c.facts.symbolOf(of) : undefined;
  if (!symbol || symbol.reassigned) return all;
  for (const use of symbol.uses) {
    const parent = c.facts.parentOf(use) as py.Node | undefined;
    if (parent?.kind !== 'Assign' || parent.targets[0] !== (use as py.Expression) || parent.value.kind !== 'Call')
      continue;
    const [made] = positional(parent.value);
    const callee = made?.kind === 'Call' ? calledFunction(made, c.model, c) : undefined;
    if (callee) return [callee];
  }
  return all;
}

const catchesAll = (c: Context, node: py.Try): boolean =>
  node.handlers.some(
    one =>
      one.kind === 'ExceptHandler' &&
      handlerClasses(one, c).some(name => name === 'asyncio.CancelledError' || name === 'builtins.BaseException'),
  );

function awaits(root: py.Try | py.With): boolean {
  let found = false;
  for (const one of root.body) {
    walk(one, node => {
      if (node.kind === 'Await') found = true;
    });
  }
  return found;
}

/** `*tasks` as arguments of a helper that takes any number. */
function spreadTasks(c: Context, node: py.Call): { items: Value; elt: Type } | undefined {
  const [first] = node.args;
  if (first?.kind !== 'Starred' || node.args.filter(one => one.kind !== 'Keyword').length > 1) return undefined;
  const items = itemsOf(c, first.value);
  return { items, elt: items.type.elt };
}

/** All that is given to `gather` as tasks, to be spread. */
function tasksOf(c: Context, items: Value, elt: Type): Expression {
  if (isTask(elt)) return items.node;
  if (elt.kind !== 'awaitable') return c.gap('this cannot be awaited here');
  return g.call(c.helper(startedFail(c) ? 'tryStartAll' : 'startAll'), items.node);
}

const gather: Call = (c, node) => {
  const fails = startedFail(c);
  const mixed = keywordArgument(node, 'return_exceptions');
  if (mixed && mixed.kind !== 'Bool') return c.gap('return_exceptions has to be a constant', node);
  const spread = spreadTasks(c, node);
  if (mixed?.kind === 'Bool' && mixed.value) {
    if (spread) return value(g.spread(c.helper('outcomes'), tasksOf(c, spread.items, spread.elt)), list(any));
    const tasks = named(c, positional(node));
    const [first] = tasks;
    if (!first) return value(g.composite(c.goType(list(any)), []), list(any));
    return value(g.call(c.helper('outcomes'), ...tasks.map(one => one.node)), list(any));
  }
  if (spread) {
    const result = resultOf(spread.elt);
    const helper = isTask(spread.elt)
      ? fails
        ? 'tryGatherTasks'
        : 'gatherTasks'
      : fails
        ? 'tryGatherAll'
        : 'gatherAll';
    return finished(c, g.spread(c.helper(helper), spread.items.node), awaitable(list(result)), fails);
  }
  const tasks = named(c, positional(node));
  const results = tasks.map(one => resultOf(one.type));
  const given = c.typeOf(node);
  const type = resultOf(given);
  const isAlone = c.isStatement(c.facts.parentOf(node) ?? node);
  if (type.kind === 'tuple' || isAlone) {
    const values = tasks.map(one =>
      kept(c, isAlone, finished(c, g.method(one.node, fails ? 'result' : 'wait'), one.type, fails)),
    );
    if (isAlone) return pure(g.nil(), none);
    return value(
      g.composite(
        c.goType(tuple(...results)),
        values.map(one => one.node),
      ),
      tuple(...results),
      true,
    );
  }
  if (type.kind !== 'list') return undefined;
  if (results.every(one => one.kind === results[0]?.kind) && type.elt.kind === results[0]?.kind) {
    const all = g.call(c.helper(fails ? 'tryGatherTasks' : 'gatherTasks'), ...tasks.map(one => one.node));
    return finished(c, all, awaitable(type), fails);
  }
  const values = tasks.map(one =>
    kept(c, isAlone, finished(c, g.method(one.node, fails ? 'result' : 'wait'), one.type, fails)),
  );
  const items = values.map(one => coerce(c, one, type.elt).node);
  return value(g.composite(c.goType(type), items), type);
};

/** A value of which only the waiting counts, or what stands for it. */
function kept(c: Context, isAlone: boolean, of: Value): Value {
  if (!isAlone && of.type.kind !== 'none') return of;
  if (of.node.kind === 'CallExpr') c.emit(g.exprStmt(of.node));
  return isAlone ? of : pure(g.composite(c.goType(none), []), none);
}

const awaitable = (of: Type): Type => ({ kind: 'awaitable', of });

/** All of them are started before one is waited for. */
const named = (c: Context, nodes: readonly py.Expression[]): Value[] =>
  nodes.map(one => c.temporary(started(c, one), 'task'));

const createTask: Call = (c, node) => {
  const [first] = positional(node);
  return first && started(c, first);
};

const asCompleted: Call = (c, node) => {
  const [first] = positional(node);
  if (!first || node.args.length !== 1) return undefined;
  const items = itemsOf(c, first);
  const helper = c.helper(startedFail(c) ? 'tryAsCompleted' : 'asCompleted');
  const result = resultOf(items.type.elt);
  return value(g.spread(helper, tasksOf(c, items, items.type.elt)), iterator(awaitable(result)));
};

const waitFor: Call = (c, node) => {
  const first = positional(node)[0];
  const limit = positional(node)[1] ?? keywordArgument(node, 'timeout');
  if (!first || !limit) return undefined;
  if (limit.kind === 'None') return run(c, first);
  const called = first.kind === 'Call' ? calledFunction(first, c.model, c) : undefined;
  const mayBeCancelled = first.kind === 'Call' ? (called ? [called] : []) : [...startedFunctions(c.model, c)];
  refuseHandling(c, mayBeCancelled, first);
  const task = c.temporary(started(c, first), 'task');
  const span = duration(c, expression(c, limit));
  const late = c.model.exceptions.make(c, 'builtins.TimeoutError', g.str(''));
  const call = g.call(c.helper('waitAtMost'), task.node, span, late);
  if (startedFail(c) || c.isCaught('builtins.TimeoutError')) return finished(c, call, task.type, true);
  return value(g.call(c.helper('must'), call), resultOf(task.type));
};

/** `done, pending = await asyncio.wait(tasks, timeout=…, return_when=…)`. */
const waitForSome: Call = (c, node) => {
  const [first] = positional(node);
  const limit = keywordArgument(node, 'timeout');
  const when = keywordArgument(node, 'return_when');
  const condition = (when && c.facts.qualifiedName(when)) ?? 'asyncio.ALL_COMPLETED';
  if (!first || !/^asyncio\.(ALL|FIRST)_COMPLETED$/.test(condition)) return undefined;
  const tasks = c.temporary(itemsOf(c, first), 'tasks');
  if (tasks.type.kind !== 'list' || !isTask(tasks.type.elt)) return c.gap('these cannot be waited for here', first);
  const enough = condition === 'asyncio.ALL_COMPLETED' ? g.call('len', tasks.node) : g.int(1);
  const span = limit && limit.kind !== 'None' ? duration(c, expression(c, limit)) : g.int(0);
  const group: Type = { kind: 'set', elt: tasks.type.elt };
  return finishCall(c, g.call(c.helper('waitForSome'), tasks.node, enough, span), tuple(group, group), false);
};

const sleep: Call = (c, node) => {
  const [first, second] = positional(node);
  if (!first || second) return undefined;
  const span = duration(c, expression(c, first));
  if (!startsTasks(c)) c.emit(g.exprStmt(g.pkgCall('time', 'Sleep', span)));
  else {
    c.helper('turns');
    const turns = g.ident('turns');
    c.emit(
      g.exprStmt(
        first.kind === 'Int' && first.value === '0' ? g.method(turns, 'pass') : g.method(turns, 'sleep', span),
      ),
    );
  }
  return pure(g.nil(), none);
};

const nothing =
  (name: string): Method =>
  (c, of) => {
    c.emit(g.exprStmt(g.method(of.node, name)));
    return pure(g.nil(), none);
  };
const truthOf =
  (name: string): Method =>
  (_c, of) =>
    value(g.method(of.node, name), bool);
const acquire: Method = (c, of) => {
  c.emit(g.exprStmt(g.method(of.node, 'acquire')));
  return pure(g.bool(true), bool);
};

const semaphore: Call = (c, node) => {
  const given = positional(node)[0] ?? keywordArgument(node, 'value');
  const free = given ? coerce(c, expression(c, given), int).node : g.int(1);
  return value(g.call(c.helper('taskSemaphore') && 'newTaskSemaphore', free), c.typeOf(node));
};
const lockMethods = (name: string): Record<string, Method> => ({
  [`asyncio.${name}.acquire`]: acquire,
  [`asyncio.${name}.release`]: nothing('release'),
  [`asyncio.${name}.locked`]: truthOf('locked'),
});

const result: Method = (c, of) => {
  const fails = startedFail(c);
  return finished(c, g.method(of.node, fails ? 'result' : 'wait'), of.type, fails);
};

export const asyncio: LibraryModule = {
  calls: {
    'asyncio.run': (c, node, want) => {
      const [first] = positional(node);
      return first && run(c, first, want);
    },
    'asyncio.sleep': sleep,
    'asyncio.gather': gather,
    'asyncio.create_task': createTask,
    'asyncio.ensure_future': createTask,
    'asyncio.as_completed': asCompleted,
    'asyncio.wait': waitForSome,
    'asyncio.wait_for': waitFor,
    'asyncio.Semaphore': semaphore,
    'asyncio.BoundedSemaphore': semaphore,
    'asyncio.Lock': (c, node) =>
      value(g.call(c.helper('taskSemaphore') && 'newTaskSemaphore', g.int(1)), c.typeOf(node)),
    'asyncio.Event': (c, node) => value(g.unary('&', g.composite(g.ident(c.helper('taskEvent')), [])), c.typeOf(node)),
    'asyncio.Queue': newQueue('taskQueue', 'newTaskQueue'),
    'asyncio.LifoQueue': newQueue('taskQueue', 'newTaskQueue'),
    'asyncio.PriorityQueue': newQueue('taskQueue', 'newTaskQueue'),
    'asyncio.TaskGroup': (c, node) =>
      value(g.unary('&', g.composite(g.ident(c.helper('asyncTaskGroup')), [])), c.typeOf(node)),
    'asyncio.get_event_loop': c => c.gap('the event loop itself has no counterpart here'),
  },
  methods: {
    ...lockMethods('Lock'),
    ...lockMethods('Semaphore'),
    ...lockMethods('BoundedSemaphore'),
    ...queueMethods('asyncio'),
    'asyncio.Event.set': nothing('set'),
    'asyncio.Event.clear': nothing('clear'),
    'asyncio.Event.is_set': truthOf('isSet'),
    'asyncio.Event.wait': nothing('wait'),
    'asyncio.Task.done': (_c, of) => value(g.sel(of.node, 'done'), bool),
    'asyncio.Task.cancelled': (_c, of) => value(g.sel(of.node, 'cancelled'), bool),
    'asyncio.Task.cancel': (c, of, node) => {
      refuseHandling(c, startedAs(c, node), node);
      return value(g.method(of.node, 'cancel'), bool);
    },
    'asyncio.Task.result': result,
    'asyncio.TaskGroup.create_task': (c, of, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const made = runner(c, first);
      const fails = startedFail(c);
      const call = g.call(c.helper('asyncTaskGroup') && (fails ? 'tryStartIn' : 'startIn'), of.node, made.node);
      return value(call, taskType(resultOf(made.type)));
    },
  },
};
