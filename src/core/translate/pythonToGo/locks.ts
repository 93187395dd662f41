/** `with lock:`: taken before the body, given back on each way out of it. */
import type { Type } from '../../facts/types';
import type * as go from '../../syntax/go/ast';
import type * as py from '../../syntax/python/ast';
import * as g from '../goNodes';
import type { Context } from './context';
import { expression } from './expressions';
import { isLastOfFunction, runGuarded } from './finals';
import { assignTo } from './targets';
import type { Value } from './value';

interface Manner {
  take(of: go.Expression): go.Statement;
  release(of: go.Expression): go.Statement;
}

const byMethods = (take: string, release: string): Manner => ({
  take: of => g.exprStmt(g.method(of, take)),
  release: of => g.exprStmt(g.method(of, release)),
});
const lockField = (of: go.Expression): go.Expression => g.sel(of, 'L');

const mutex = byMethods('Lock', 'Unlock');
const manners: Record<string, Manner> = {
  'threading.Lock': mutex,
  'threading.RLock': mutex,
  'threading.Condition': {
    take: of => mutex.take(lockField(of)),
    release: of => mutex.release(lockField(of)),
  },
  'threading.Semaphore': byMethods('acquire', 'release'),
  'threading.BoundedSemaphore': byMethods('acquire', 'release'),
  'asyncio.Lock': byMethods('acquire', 'release'),
  'asyncio.Semaphore': byMethods('acquire', 'release'),
  'asyncio.BoundedSemaphore': byMethods('acquire', 'release'),
  'asyncio.TaskGroup': {
    take: () => ({ kind: 'EmptyStmt', start: -1, end: -1 }),
    release: of => g.exprStmt(g.method(of, 'wait')),
  },
  'concurrent.futures.ThreadPoolExecutor': {
    take: () => ({ kind: 'EmptyStmt', start: -1, end: -1 }),
    release: of => g.exprStmt(g.method(of, 'close')),
  },
};
manners['concurrent.futures.ProcessPoolExecutor'] = manners['concurrent.futures.ThreadPoolExecutor']!;

const mannerOf = (type: Type): Manner | undefined => (type.kind === 'instance' ? manners[type.name] : undefined);

/** One item of a `with` over a lock, a group of tasks or a pool, around a body; false where it is none. */
export function withLock(c: Context, item: py.WithItem, node: py.With, body: () => void): boolean {
  const manner = mannerOf(c.typeOf(item.context));
  if (!manner) return false;
  let of: Value = expression(c, item.context);
  if (item.target) {
    assignTo(c, item.target, of);
    of = expression(c, item.target);
  } else if (of.node.kind === 'CallExpr') of = c.temporary(of, 'lock');
  const take = manner.take(of.node);
  if (take.kind !== 'EmptyStmt') c.emit(take);
  const release = manner.release(of.node);
  if (node.items.length === 1 && isLastOfFunction(c, node) && release.kind === 'ExprStmt') {
    c.emit(g.defer(release.x));
    body();
    return true;
  }
  runGuarded(c, body, () => [manner.release(of.node)]);
  return true;
}
