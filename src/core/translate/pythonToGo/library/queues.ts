/** Queues between threads and between tasks: both have the same methods. */
import { bool, int, none } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import { threeWay } from '../comparisons';
import type { Context } from '../context';
import { expression } from '../expressions';
import { settledArgument } from '../starting';
import { pure, value, type Value } from '../value';
import type { Call, Method } from './table';
import { duration } from './time';

/** `Queue(maxsize)`: what the queue is of is read from its uses. */
export const newQueue =
  (helper: string, make: string): Call =>
  (c, node, want) => {
    const given = positional(node)[0] ?? keywordArgument(node, 'maxsize');
    const limit = given ? coerce(c, expression(c, given), int).node : g.int(0);
    const own = c.typeOf(node);
    const type = want?.kind === 'instance' && own.kind === 'instance' && want.name === own.name ? want : own;
    c.helper(helper);
    const elt = settledArgument(type);
    const name = type.kind === 'instance' ? type.name : '';
    const insert = /Lifo/.test(name) ? atFront(c, type) : /Priority/.test(name) ? inOrder(c, type) : g.nil();
    return value(g.call(g.index(g.ident(make), c.goType(elt)), limit, insert), type);
  };

function insertion(
  c: Context,
  type: Value['type'],
  at: (items: Expression, item: Expression) => Expression,
): Expression {
  const elt = c.goType(settledArgument(type));
  const [items, item] = [c.scratch('items'), c.scratch('item')];
  const inserted = g.pkgCall('slices', 'Insert', g.ident(items), at(g.ident(items), g.ident(item)), g.ident(item));
  return g.funcLit([g.field(items, g.sliceType(elt)), g.field(item, elt)], [g.sliceType(elt)], [g.ret(inserted)]);
}

/** The last one that came is the first to go. */
const atFront = (c: Context, type: Value['type']): Expression => insertion(c, type, () => g.int(0));

/** The least one is the first to go. */
function inOrder(c: Context, type: Value['type']): Expression {
  const elt = settledArgument(type);
  const [a, b] = [c.scratch('a'), c.scratch('b')];
  const { before, result } = c.capture(() => threeWay(c, pure(g.ident(a), elt), pure(g.ident(b), elt)));
  const order = g.funcLit([g.field([a, b], c.goType(elt))], [g.ident('int')], [...before, g.ret(result)]);
  return insertion(c, type, (items, item) => g.call(c.helper('placeOf'), items, item, order));
}

const put: Method = (c, of, node) => {
  const [item] = positional(node);
  if (!item || node.args.length !== 1) return c.gap('put with a limit of time has no counterpart here', node);
  const elt = settledArgument(of.type);
  const one = coerce(c, expression(c, item, elt), elt);
  c.emit(g.exprStmt(g.method(of.node, 'put', one.node)));
  return pure(g.nil(), none);
};

const get: Method = (c, of, node) => {
  const limit = positional(node)[1] ?? keywordArgument(node, 'timeout');
  const elt = settledArgument(of.type);
  const block = positional(node)[0] ?? keywordArgument(node, 'block');
  if (block?.kind === 'Bool' && !block.value) return tryGet(c, of, g.int(0));
  if (block && block.kind !== 'Bool') return c.gap('a get that may wait or not has no counterpart here', node);
  if (limit && limit.kind !== 'None') return tryGet(c, of, duration(c, expression(c, limit)));
  return value(g.method(of.node, 'get'), elt);
};

/** Where there is nothing in time, `queue.Empty` is raised. */
function tryGet(c: Context, of: Value, limit: Expression): Value {
  const elt = settledArgument(of.type);
  const name = c.takeResultNames([elt])?.[0] ?? c.freshLocal('item');
  c.declareLocal(name, elt);
  const flag = c.flagName();
  c.emit(g.assign([g.ident(name), g.ident(flag)], g.call(c.helper('tryGet'), of.node, limit)));
  c.emit(g.ifStmt(g.not(g.ident(flag)), failure(c, 'queue.Empty')));
  return pure(g.ident(name), elt);
}

function failure(c: Context, name: string): ReturnType<Context['fail']> {
  const error = c.model.exceptions.make(c, name, g.str(''));
  return c.isCaught(name) ? c.fail(error, [name]) : [g.exprStmt(g.call('panic', error))];
}

const ofTask =
  (write: Method, empty: boolean): Method =>
  (c, of, node) => {
    const test = g.method(of.node, empty ? 'empty' : 'full');
    c.emit(g.ifStmt(test, failure(c, empty ? 'asyncio.QueueEmpty' : 'asyncio.QueueFull')));
    return write(c, of, node);
  };

const nothing =
  (name: string): Method =>
  (c, of) => {
    c.emit(g.exprStmt(g.method(of.node, name)));
    return pure(g.nil(), none);
  };

/** The methods of all queues of a module. */
export function queueMethods(module: 'queue' | 'asyncio'): Record<string, Method> {
  const isTask = module === 'asyncio';
  const methods: Record<string, Method> = {
    put,
    get,
    get_nowait: isTask ? ofTask(get, true) : (c, of) => tryGet(c, of, g.int(0)),
    put_nowait: isTask ? ofTask(put, false) : put,
    task_done: nothing('taskDone'),
    join: nothing('join'),
    qsize: (_c, of) => value(g.method(of.node, 'size'), int),
    empty: (_c, of) => value(g.method(of.node, 'empty'), bool),
    full: (_c, of) => value(g.method(of.node, 'full'), bool),
  };
  const kinds = ['Queue', 'LifoQueue', 'PriorityQueue', 'SimpleQueue'];
  return Object.fromEntries(
    kinds.flatMap(kind => Object.entries(methods).map(([name, method]) => [`${module}.${kind}.${name}`, method])),
  );
}
