/** Python's `concurrent.futures`: a pool of goroutines, and what its functions give. */
import { any, bool, error, iterator, list, optional, type Type } from '../../../facts/types';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { finished } from '../coroutines';
import { expression } from '../expressions';
import { int } from '../../../facts/types';
import { functionNamed, jobOf, resultOf, startedFail, withFixedArguments } from '../starting';
import { pure, value, type Value } from '../value';
import { itemsOf } from './functions';
import type { Call, LibraryModule, Method } from './table';
import { assumeOrder } from './threading';

const newPool: Call = (c, node) => {
  const given = positional(node)[0] ?? keywordArgument(node, 'max_workers');
  if (keywordArgument(node, 'initializer')) return c.gap('an initializer of a pool has no counterpart here', node);
  const workers = given && given.kind !== 'None' ? coerce(c, expression(c, given), int).node : undefined;
  c.helper('goPool');
  const usual = g.binary(g.pkgCall('runtime', 'NumCPU'), '+', g.int(4));
  return value(g.call('newPool', workers ?? usual), c.typeOf(node));
};

const future = (of: Type): Type => ({ kind: 'instance', name: 'concurrent.futures.Future', args: [of] });

/** `submit(f, x)`: what it gives is asked for later. */
const submit: Method = (c, of, node) => {
  const [func] = positional(node);
  if (!func) return undefined;
  assumeOrder(c, functionNamed(c, c.model, func));
  const call = withFixedArguments(c, { ...node, func, args: node.args.filter(arg => arg !== func) });
  const type = c.typeOf(node);
  const result = resultOf(type);
  c.helper('goFuture');
  const name = startedFail(c) ? 'trySubmitTo' : 'submitTo';
  return value(g.call(name, of.node, jobOf(c, call, result)), future(result));
};

/** `map(f, items)`: all are started, and the results come in the order of the items. */
const map: Method = (c, of, node) => {
  const [func, ...sources] = positional(node);
  const [source] = sources;
  if (!func || !source) return undefined;
  if (sources.length > 1) return c.gap('map over several sequences at once has no counterpart here', node);
  const fails = startedFail(c);
  const parent = c.facts.parentOf(node) as py.Node | undefined;
  if (fails && parent?.kind === 'For')
    return c.gap('results that come one by one until one fails have no counterpart here', node);
  assumeOrder(c, functionNamed(c, c.model, func));
  const given = c.typeOf(node);
  const result = given.kind === 'iterator' ? given.elt : any;
  const items = itemsOf(c, source);
  c.helper('goFuture');
  const futures = c.freshLocal('futures');
  const item = c.freshLocal('item');
  const elt = future(result);
  const call: py.Call = { ...node, start: -1, func, args: [c.standIn(pure(g.ident(item), items.type.elt))] };
  const job = jobOf(c, call, result);
  const started = g.call(fails ? 'trySubmitTo' : 'submitTo', of.node, job);
  c.emit(
    g.define(futures, g.call('make', c.goType(list(elt)), g.int(0), g.call('len', items.node))),
    g.rangeStmt(undefined, item, items.node, [g.assign(g.ident(futures), g.call('append', g.ident(futures), started))]),
  );
  const all = g.call(c.helper(fails ? 'tryAllResults' : 'allResults'), g.ident(futures));
  return finished(c, all, { kind: 'awaitable', of: list(result) }, fails);
};

const result: Method = (c, of, node) => {
  if (node.args.length > 0) return c.gap('a result that is waited for a while has no counterpart here', node);
  const fails = startedFail(c);
  return finished(c, g.method(of.node, fails ? 'result' : 'wait'), of.type, fails);
};

const asCompleted: Call = (c, node) => {
  const [first] = positional(node);
  if (!first || node.args.length > 1) return undefined;
  const items: Value & { type: { kind: 'list'; elt: Type } } = itemsOf(c, first);
  return value(g.call(c.helper('asFinished'), items.node), iterator(items.type.elt));
};

const shutdown: Method = (c, of) => {
  c.emit(g.exprStmt(g.method(of.node, 'close')));
  return pure(g.nil(), { kind: 'none' });
};

const executors = ['ThreadPoolExecutor', 'ProcessPoolExecutor'].map(name => `concurrent.futures.${name}`);

export const futures: LibraryModule = {
  calls: {
    ...Object.fromEntries(executors.map(name => [name, newPool])),
    'concurrent.futures.as_completed': asCompleted,
  },
  methods: {
    ...Object.fromEntries(
      executors.flatMap(name => [
        [`${name}.submit`, submit],
        [`${name}.map`, map],
        [`${name}.shutdown`, shutdown],
      ]),
    ),
    'concurrent.futures.Future.result': result,
    'concurrent.futures.Future.done': (_c: Context, of: Value) => value(g.method(of.node, 'isDone'), bool),
    'concurrent.futures.Future.exception': (_c: Context, of: Value) =>
      value(g.method(of.node, 'failure'), optional(error)),
  },
};
