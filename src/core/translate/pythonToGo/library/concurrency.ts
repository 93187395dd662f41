/** Python's `threading`, `queue` and `concurrent.futures`: goroutines, with helpers where Python's things do more. */
import { any, bool, instance, int, none, type Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression, operands } from '../expressions';
import { calledFunction } from '../fallible';
import { newFunction } from '../functionState';
import { resultTypes, settle } from '../settling';
import { list } from '../shapes';
import { pure, value, type Value } from '../value';
import { itemsOf } from './functions';
import type { Call, LibraryModule, Method } from './table';

const nowhere = { start: -1, end: -1 } as const;
const nothing = (): Value => pure(g.nil(), none);
const beside = 'what runs beside other code may print in another order than in Python';

/** Runs `write` in a function of its own. */
function inClosure(c: Context, write: () => void): go.Statement[] {
  const outer = c.func;
  c.func = { ...newFunction(outer, 'function'), names: outer.names, locals: outer.locals };
  try {
    return c.block(write);
  } finally {
    c.func = outer;
  }
}

/** The call of a function with arguments that are worked out now, to be written where it runs. */
function prepared(c: Context, func: py.Expression, args: readonly py.Expression[]): py.Call {
  const values = operands(c, args).map(one => (one.pure ? one : c.temporary(one, 'arg')));
  return { ...nowhere, kind: 'Call', func, args: values.map(one => c.standIn(one)) };
}

/** A function literal that makes the call, and gives its value and its error. */
function withError(c: Context, call: py.Call, params: go.Field[] = []): { node: go.Expression; type: Type } {
  const own = calledFunction(call, c.model, c);
  const wasFallible = own?.fallible ?? false;
  let type: Type = none;
  if (own) own.fallible = false;
  try {
    const body = inClosure(c, () => {
      const made = expression(c, call);
      type = made.type;
      if (resultTypes(type).length > 1 && wasFallible) c.gap('a function of several results and an error', call);
      if (type.kind === 'none') {
        const empty = g.composite(g.structType([]), []);
        if (wasFallible) c.emit(g.ret(empty, made.node));
        else c.emit(...(made.node.kind === 'CallExpr' ? [g.exprStmt(made.node)] : []), g.ret(empty, g.nil()));
      } else c.emit(wasFallible ? g.ret(made.node) : g.ret(made.node, g.nil()));
    });
    return { node: g.funcLit(params, [c.goType(type), g.ident('error')], body), type };
  } finally {
    if (own) own.fallible = wasFallible;
  }
}

/** A value that may have come with an error: it goes where errors go, or ends the program. */
function unwrapped(c: Context, call: go.CallExpr, type: Type): Value {
  const isTaken = c.func.fallible || c.func.catchers.length > 0;
  if (!isTaken) {
    const made = g.call(c.helper('must'), call);
    if (type.kind !== 'none') return value(made, type);
    c.emit(g.exprStmt(made));
    return nothing();
  }
  const err = c.errorName();
  const name = type.kind === 'none' ? '_' : (c.takeResultNames([type])?.[0] ?? c.freshResult(type));
  if (name !== '_') c.declareLocal(name, type);
  c.emit(g.assign([g.ident(name), g.ident(err)], call));
  c.emit(g.ifStmt(g.binary(g.ident(err), '!=', g.nil()), c.fail(g.ident(err))));
  return name === '_' ? nothing() : pure(g.ident(name), type);
}

const thread: Call = (c, node) => {
  const target = keywordArgument(node, 'target');
  const given = keywordArgument(node, 'args');
  if (!target || keywordArgument(node, 'kwargs')) return c.gap('this thread has no counterpart here', node);
  if (given && given.kind !== 'Tuple' && given.kind !== 'List') return c.gap('args that are no tuple', node);
  const call = prepared(c, target, given?.kind === 'Tuple' || given?.kind === 'List' ? given.elts : []);
  const own = calledFunction(call, c.model, c);
  if (own?.fallible) return c.gap('a thread whose function fails has no counterpart here', node);
  c.notes.assume(beside);
  const body = inClosure(c, () => {
    const made = expression(c, call);
    if (made.node.kind === 'CallExpr') c.emit(g.exprStmt(made.node));
  });
  c.helper('thread');
  return value(g.call('newThread', g.funcLit([], [], body)), instance('threading.Thread'));
};

/** A pool of so many workers. */
const executor =
  (name: string): Call =>
  (c, node) => {
    const workers = positional(node)[0] ?? keywordArgument(node, 'max_workers');
    const count = workers && workers.kind !== 'None' ? coerce(c, expression(c, workers), int).node : g.int(8);
    c.helper('pool');
    return value(g.call('newPool', count), instance(name));
  };

const futureType = (type: Type): Type => instance('concurrent.futures.Future', type);

const submit: Method = (c, of, node) => {
  const [func, ...args] = positional(node);
  if (!func || args.length + 1 !== node.args.length) return undefined;
  c.notes.assume(beside);
  const made = withError(c, prepared(c, func, args));
  return value(g.call(c.helper('submit'), of.node, made.node), futureType(made.type));
};

const mapIn: Method = (c, of, node) => {
  const [func, items, more] = positional(node);
  if (!func || !items || more) return undefined;
  c.notes.assume(beside);
  const source = itemsOf(c, items);
  const item = c.freshLocal('item');
  const call: py.Call = {
    ...nowhere,
    kind: 'Call',
    func,
    args: [c.standIn(pure(g.ident(item), source.type.elt))],
  };
  const own = calledFunction(call, c.model, c);
  const isFallible = own?.fallible ?? false;
  const made = withError(c, call, [g.field(item, c.goType(source.type.elt))]);
  const written = g.call(c.helper('mapIn'), of.node, source.node, made.node);
  const type = list(made.type.kind === 'none' ? any : made.type);
  return isFallible ? unwrapped(c, written, type) : value(g.call(c.helper('must'), written), type);
};

const elementOf = (of: Value): Type => (of.type.kind === 'instance' ? settle(of.type.args[0] ?? any) : any);

const plain =
  (name: string, type: Type = none): Method =>
  (c, of, node) => {
    if (node.args.length > 0) return undefined;
    if (type.kind !== 'none') return value(g.method(of.node, name), type);
    c.emit(g.exprStmt(g.method(of.node, name)));
    return nothing();
  };

const made =
  (helper: string, constructor: string, type: Type): Call =>
  c => {
    c.helper(helper);
    return value(g.call(constructor), type);
  };

const mutex =
  (name: string): Call =>
  () =>
    value(g.unary('&', g.composite(g.pkg('sync', 'Mutex'), [])), instance(name));

/** Python's threads, queues and pools. */
export const concurrency: LibraryModule = {
  calls: {
    'threading.Thread': thread,
    'threading.Lock': mutex('threading.Lock'),
    'threading.RLock': (c, node) => {
      c.notes.assume('no thread takes a lock that it has already');
      return mutex('threading.RLock')(c, node);
    },
    'threading.Event': made('event', 'newEvent', instance('threading.Event')),
    'threading.Semaphore': (c, node) => {
      const count = positional(node)[0] ?? keywordArgument(node, 'value');
      const size = count ? coerce(c, expression(c, count), int).node : g.int(1);
      const type = instance('threading.Semaphore');
      return value(g.call('make', c.goType(type), size), type);
    },
    'queue.Queue': (c, node, want) => {
      const limit = positional(node)[0] ?? keywordArgument(node, 'maxsize');
      const known = c.typeOf(node);
      const type = want?.kind === 'instance' && want.name === 'queue.Queue' ? want : known;
      const elt = settle(type.kind === 'instance' ? (type.args[0] ?? any) : any);
      c.helper('waitingQueue');
      const size = limit ? coerce(c, expression(c, limit), int).node : g.int(0);
      return value(g.call(g.index(g.ident('newWaitingQueue'), c.goType(elt)), size), instance('queue.Queue', elt));
    },
    'concurrent.futures.ThreadPoolExecutor': executor('concurrent.futures.ThreadPoolExecutor'),
    'concurrent.futures.ProcessPoolExecutor': executor('concurrent.futures.ThreadPoolExecutor'),
    'concurrent.futures.as_completed': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      c.notes.assume('it does not matter which of several futures is done first');
      return itemsOf(c, first);
    },
  },
  methods: {
    'threading.Thread.start': plain('Start'),
    'threading.Thread.join': plain('Join'),
    'threading.Lock.acquire': plain('Lock'),
    'threading.Lock.release': plain('Unlock'),
    'threading.RLock.acquire': plain('Lock'),
    'threading.RLock.release': plain('Unlock'),
    'threading.Event.set': plain('Set'),
    'threading.Event.clear': plain('Clear'),
    'threading.Event.is_set': plain('IsSet', bool),
    'threading.Event.wait': plain('Wait'),
    'queue.Queue.put': (c, of, node) => {
      const [item] = positional(node);
      if (!item || node.args.length > 1) return undefined;
      const elt = elementOf(of);
      c.emit(g.exprStmt(g.method(of.node, 'Put', coerce(c, expression(c, item, elt), elt).node)));
      return nothing();
    },
    'queue.Queue.get': (_, of, node) =>
      node.args.length > 0 ? undefined : value(g.method(of.node, 'Get'), elementOf(of)),
    'queue.Queue.qsize': plain('Size', int),
    'queue.Queue.empty': (_, of) => value(g.binary(g.method(of.node, 'Size'), '==', g.int(0)), bool),
    'queue.Queue.task_done': plain('TaskDone'),
    'queue.Queue.join': plain('Join'),
    'concurrent.futures.ThreadPoolExecutor.submit': submit,
    'concurrent.futures.ThreadPoolExecutor.map': mapIn,
    'concurrent.futures.ThreadPoolExecutor.shutdown': (c, of) => {
      c.emit(g.exprStmt(g.method(of.node, 'Wait')));
      return nothing();
    },
    'concurrent.futures.Future.result': (c, of, node) => {
      if (node.args.length > 0) return undefined;
      return unwrapped(c, g.method(of.node, 'Result'), elementOf(of));
    },
    'concurrent.futures.Future.done': plain('Done', bool),
  },
};

/** Go's type of a thing that is a helper or a channel; undefined for what has none. */
export function concurrentType(
  type: Type & { kind: 'instance' },
  own: { helper(name: string): string },
  goType: (type: Type) => go.Expression,
): go.Expression | undefined {
  const generic = (helper: string): go.Expression =>
    g.star(g.index(g.ident(own.helper(helper)), goType(settle(type.args[0] ?? any))));
  switch (type.name) {
    case 'threading.Thread':
      return g.star(g.ident(own.helper('thread')));
    case 'threading.Event':
      return g.star(g.ident(own.helper('event')));
    case 'threading.Semaphore':
      return { kind: 'ChanType', ...nowhere, dir: 'both', value: g.structType([]) };
    case 'queue.Queue':
      return generic('waitingQueue');
    case 'concurrent.futures.Future':
      return generic('future');
    case 'concurrent.futures.ThreadPoolExecutor':
    case 'concurrent.futures.ProcessPoolExecutor':
      return g.star(g.ident(own.helper('pool')));
    default:
      return undefined;
  }
}

/** What `with` takes and gives back: a lock, or a place of a semaphore. */
export function guard(of: Value): { enter: go.Statement; leave(deferred: boolean): go.Expression } | undefined {
  const name = of.type.kind === 'instance' ? of.type.name : '';
  if (/^threading\.R?Lock$/.test(name)) {
    return { enter: g.exprStmt(g.method(of.node, 'Lock')), leave: () => g.method(of.node, 'Unlock') };
  }
  if (name !== 'threading.Semaphore') return undefined;
  const enter: go.Statement = {
    kind: 'SendStmt',
    ...nowhere,
    chan: of.node,
    value: g.composite(g.structType([]), []),
  };
  const receive = g.unary('<-', of.node);
  const leave = (deferred: boolean): go.Expression =>
    deferred ? g.call(g.funcLit([], [], [g.exprStmt(receive)])) : receive;
  return { enter, leave };
}
