/** Python's `threading` and `queue`: goroutines, mutexes, and what else threads wait for. */
import { bool, int, none } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce, truth } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { calledFunction } from '../fallible';
import { applyTo } from '../lambdas';
import type { FunctionModel } from '../models';
import { functionNamed, threadBody } from '../starting';
import { pure, value, type Value } from '../value';
import { newQueue, queueMethods } from './queues';
import type { Call, LibraryModule, Method } from './table';
import { duration } from './time';

/** `kwargs={'name': value}`, as arguments of the call. */
function keywords(c: Context, node: py.Expression): py.Keyword[] {
  const items = node.kind === 'Dict' ? node.items : [];
  return items.map(item => {
    if (item.kind !== 'DictItem' || item.key.kind !== 'Str')
      return c.gap('these named arguments of a thread have no counterpart here', node);
    const arg: py.Name = { kind: 'Name', start: -1, end: -1, id: item.key.value };
    return { kind: 'Keyword', start: -1, end: -1, arg, value: item.value };
  });
}

/** `Thread(target=f, args=(1,))`: the function with its arguments, to be started later. */
const newThread: Call = (c, node) => {
  const target = keywordArgument(node, 'target');
  if (!target || positional(node).length > 0) return undefined;
  const given = keywordArgument(node, 'args');
  if (given && given.kind !== 'Tuple' && given.kind !== 'List')
    return c.gap('arguments of a thread that are no tuple in place have no counterpart here', node);
  const named = keywordArgument(node, 'kwargs');
  if (named && named.kind !== 'Dict') return c.gap('these named arguments of a thread have no counterpart here', named);
  const args = [...(given?.elts ?? []), ...(named ? keywords(c, named) : [])];
  const daemon = keywordArgument(node, 'daemon');
  if (!(daemon?.kind === 'Bool' && daemon.value) && !callsMethod(c, 'threading.Thread.join'))
    c.notes.assume('threads that nobody joins have done their work when the program ends');
  assumeOrder(c, functionNamed(c, c.model, target));
  c.helper('goThread');
  return value(g.call('newThread', threadBody(c, target, args)), c.typeOf(node));
};

/** What several threads print comes in an order that nobody has settled. */
export function assumeOrder(c: Context, target: FunctionModel | undefined): void {
  if (!target) return;
  const seen = new Set([target]);
  for (const one of seen) {
    walk(one.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind !== 'Call') return;
      if (c.facts.qualifiedName(node.func) === 'builtins.print')
        c.notes.assume('what threads print beside each other comes in the order in which they happen to run');
      const callee = calledFunction(node, c.model, c);
      if (callee) seen.add(callee);
    });
  }
}

function callsMethod(c: Context, name: string): boolean {
  let found = false;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call' && c.facts.qualifiedName(node.func) === name) found = true;
    });
  }
  return found;
}

const isReentrant = (c: Context, node: py.Expression): boolean => {
  const type = c.typeOf(node);
  return type.kind === 'instance' && type.name === 'threading.RLock';
};

/** Go's mutex does not let the same goroutine in twice. */
function refuseReentry(c: Context, at: py.Node): void {
  const takes = (root: NodeBase, seen: Set<NodeBase>): boolean => {
    if (seen.has(root)) return false;
    seen.add(root);
    let found = false;
    walk(root, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'WithItem' && isReentrant(c, node.context)) found = true;
      if (node.kind !== 'Call') return;
      if (c.facts.qualifiedName(node.func) === 'threading.RLock.acquire') found = true;
      const callee = calledFunction(node, c.model, c);
      if (callee && takes(callee.node, seen)) found = true;
    });
    return found;
  };
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call' && c.facts.qualifiedName(node.func) === 'threading.RLock.acquire')
        c.gap('an RLock that is taken by hand has no counterpart in Go', at);
      if (node.kind !== 'With' || !node.items.some(one => one.kind === 'WithItem' && isReentrant(c, one.context)))
        return;
      if (node.body.some(one => takes(one, new Set())))
        c.gap('a lock that is taken twice has no counterpart in Go', at);
    });
  }
}

const mutex = (): Expression => g.unary('&', g.composite(g.pkg('sync', 'Mutex'), []));
const nothing = (c: Context, call: Expression): Value => {
  c.emit(g.exprStmt(call));
  return pure(g.nil(), none);
};
const plain =
  (name: string): Method =>
  (c, of) =>
    nothing(c, g.method(of.node, name));
const onLock =
  (name: string): Method =>
  (c, of) =>
    nothing(c, g.method(g.sel(of.node, 'L'), name));

const acquire =
  (take: string, tryTake: string): Method =>
  (c, of, node) => {
    const blocking = positional(node)[0] ?? keywordArgument(node, 'blocking');
    if (keywordArgument(node, 'timeout'))
      return c.gap('a lock that is waited for a while has no counterpart here', node);
    if (blocking?.kind === 'Bool' && !blocking.value) return value(g.method(of.node, tryTake), bool);
    if (blocking) return undefined;
    nothing(c, g.method(of.node, take));
    return pure(g.bool(true), bool);
  };

/** `join(timeout)` may come back before the end. */
const join: Method = (c, of, node) => {
  const [limit] = node.args;
  const given = limit?.kind === 'Keyword' ? limit.value : limit;
  if (given && given.kind !== 'None') c.notes.assume('a thread ends within the time that join waits for it');
  return nothing(c, g.method(of.node, 'Wait'));
};

const semaphore: Call = (c, node) => {
  const given = positional(node)[0] ?? keywordArgument(node, 'value');
  c.helper('syncSemaphore');
  return value(g.call('newSemaphore', given ? coerce(c, expression(c, given), int).node : g.int(1)), c.typeOf(node));
};

const waitWhile: Method = (c, of, node) => {
  const [test] = positional(node);
  if (!test || node.args.length > 1) return c.gap('a wait with a limit of time has no counterpart here', node);
  const { before, result } = c.capture(() => g.not(truth(c, applyTo(c, test, []))));
  const wait = g.exprStmt(g.method(of.node, 'Wait'));
  c.emit(
    before.length === 0
      ? g.forStmt(undefined, result, undefined, [wait])
      : g.forStmt(undefined, undefined, undefined, [...before, g.ifStmt(g.not(result), [g.branch('break')]), wait]),
  );
  return pure(g.bool(true), bool);
};

const waitForEvent: Method = (c, of, node) => {
  const limit = positional(node)[0] ?? keywordArgument(node, 'timeout');
  if (limit && limit.kind !== 'None')
    return value(g.method(of.node, 'waitFor', duration(c, expression(c, limit))), bool);
  nothing(c, g.method(of.node, 'wait'));
  return pure(g.bool(true), bool);
};

const semaphoreMethods = (name: string): Record<string, Method> => ({
  [`threading.${name}.acquire`]: acquire('acquire', 'tryAcquire'),
  [`threading.${name}.release`]: (c, of, node) =>
    node.args.length > 0 ? undefined : nothing(c, g.method(of.node, 'release')),
});

export const threading: LibraryModule = {
  calls: {
    'threading.Thread': newThread,
    'threading.Lock': (c, node) => value(mutex(), c.typeOf(node)),
    'threading.RLock': (c, node) => {
      refuseReentry(c, node);
      return value(mutex(), c.typeOf(node));
    },
    'threading.Condition': (c, node) => {
      const [lock] = positional(node);
      const inner = lock ? expression(c, lock).node : mutex();
      return value(g.pkgCall('sync', 'NewCond', inner), c.typeOf(node));
    },
    'threading.Semaphore': semaphore,
    'threading.BoundedSemaphore': semaphore,
    'threading.Event': (c, node) => value(g.call(c.helper('syncEvent') && 'newEvent'), c.typeOf(node)),
    'threading.Barrier': (c, node) => {
      const [parties] = positional(node);
      if (!parties || node.args.length > 1) return undefined;
      c.helper('syncBarrier');
      return value(g.call('newBarrier', coerce(c, expression(c, parties), int).node), c.typeOf(node));
    },
    'queue.Queue': newQueue('syncQueue', 'newQueue'),
    'queue.LifoQueue': newQueue('syncQueue', 'newQueue'),
    'queue.PriorityQueue': newQueue('syncQueue', 'newQueue'),
    'queue.SimpleQueue': newQueue('syncQueue', 'newQueue'),
  },
  methods: {
    ...queueMethods('queue'),
    ...semaphoreMethods('Semaphore'),
    ...semaphoreMethods('BoundedSemaphore'),
    'threading.Thread.start': plain('start'),
    'threading.Thread.join': join,
    'threading.Thread.is_alive': (_c, of) => value(g.method(g.sel(of.node, 'running'), 'Load'), bool),
    'threading.Lock.acquire': acquire('Lock', 'TryLock'),
    'threading.Lock.release': plain('Unlock'),
    'threading.Condition.acquire': onLock('Lock'),
    'threading.Condition.release': onLock('Unlock'),
    'threading.Condition.wait': (c, of, node) =>
      node.args.length > 0
        ? c.gap('a wait with a limit of time has no counterpart here', node)
        : nothing(c, g.method(of.node, 'Wait')),
    'threading.Condition.wait_for': waitWhile,
    'threading.Condition.notify': (c, of, node) =>
      node.args.length > 0 ? undefined : nothing(c, g.method(of.node, 'Signal')),
    'threading.Condition.notify_all': plain('Broadcast'),
    'threading.Event.set': plain('set'),
    'threading.Event.clear': plain('clear'),
    'threading.Event.is_set': (_c, of) => value(g.method(of.node, 'isSet'), bool),
    'threading.Event.wait': waitForEvent,
    'threading.Barrier.wait': (_c, of) => value(g.method(of.node, 'wait'), int),
  },
};
