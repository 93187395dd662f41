/** sync, errgroup and what of runtime speaks of goroutines: threads are this direction's one model. */
import * as t from '../../../facts/types';
import { int } from '../build';
import type { LibraryTable } from './entry';
import { templates } from './table';

const lock = (path: string): LibraryTable =>
  templates(path, {
    Lock: '$r.acquire()',
    Unlock: '$r.release()',
    TryLock: '$r.acquire(blocking=False)',
  });

export const sync: LibraryTable = {
  ...lock('sync.Mutex'),
  ...lock('sync.RWMutex'),
  ...templates('sync.Locker', { Lock: '$r.acquire()', Unlock: '$r.release()' }),
  ...templates('sync.RWMutex', {
    RLock: '$r.acquire()',
    RLocker: '$r',
    RUnlock: '$r.release()',
    TryRLock: '$r.acquire(blocking=False)',
  }),
  ...templates('sync.WaitGroup', { Done: '$r.done()', Go: '$r.go($0)', Wait: '$r.wait()', Add: '$r.add($0)' }),
  ...templates('sync', {
    NewCond: 'threading::Condition($0)',
    OnceFunc: 'functools::cache($0)',
    OnceValue: 'functools::cache($0)',
    OnceValues: 'functools::cache($0)',
  }),
  ...templates('sync.Once', { Do: '$r.do($0)' }),
  ...templates('sync.Cond', { Broadcast: '$r.notify_all()', L: '$r', Signal: '::signal($r)', Wait: '$r.wait()' }),
  ...templates('sync.Cond', { Broadcast: '::signal($r, len($r._waiters))' }),
  ...templates('sync.Map', {
    Clear: '$r.clear()',
    Delete: '$r.pop($0, None)',
    Load: '$r.get($0), $0 in $r',
    LoadAndDelete: '$r.pop($0, None), $0 in $r',
    LoadOrStore: '::load_or_store($r, $0, $1)',
    Range: '::range_over($r, $0)',
    Store: '$r.update({$0: $1})',
  }),
  ...templates('sync.Pool', { Get: '$r.get()', Put: '$r.put($0)' }),
  ...templates('golang.org/x/sync/errgroup', { WithContext: '::error_group($0)' }),
  ...templates('golang.org/x/sync/errgroup.Group', {
    Go: '$r.go($0)',
    SetLimit: '$r.set_limit($0)',
    Wait: '! $r.wait()',
  }),
  ...templates('runtime', {
    Gosched: 'time::sleep(0)',
    NumCPU: 'os::cpu_count()',
    NumGoroutine: 'threading::active_count()',
  }),
  'runtime.GOMAXPROCS': {
    type: t.int,
    statement: () => [],
    call: () => ({ before: [], value: int(1), type: t.int, pure: true }),
  },
  'runtime.GC': { type: t.none, statement: () => [] },
};
