/** sync and sync/atomic: threads are this direction's one model. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { augAssign, call, int, method, withs } from '../build';
import { gap, type Context } from '../context';
import { place as placeOf } from '../assignments';
import { expression } from '../expressions';
import { onReceiver, type LibraryEntry, type LibraryTable } from './entry';

/** `atomic.AddInt64(&n, 1)`: one lock for all counters of the program. */
const added: LibraryEntry = {
  type: args => (args[0]?.kind === 'pointer' ? args[0].to : t.int),
  call: (_cx, _args, node) => gap('the result of an atomic addition', node),
  statement(cx, [place, by], node) {
    if (!place || !by) return gap('atomic', node);
    const target = pointed(cx, place);
    return [withs(cx.out.helper('atomic_lock'), [augAssign(target, '+', expression(cx, by).value)])];
  },
};

/** The variable behind `&n`. */
function pointed(cx: Context, place: go.Expression): ReturnType<typeof expression>['value'] {
  if (place.kind === 'UnaryExpr' && place.op === '&') return placeOf(cx, place.x).value;
  return gap('an atomic operation on a pointer', place);
}

const loaded: LibraryEntry = {
  type: args => (args[0]?.kind === 'pointer' ? args[0].to : t.int),
  call(cx, [place], node) {
    if (!place) return gap('atomic', node);
    const type: Type = cx.typing.of(place);
    return { before: [], value: pointed(cx, place), type: type.kind === 'pointer' ? type.to : t.int, pure: true };
  },
};

export const sync: LibraryTable = {
  'sync.Mutex.Lock': onReceiver(t.none, m => method(m, 'acquire')),
  'sync.Mutex.Unlock': onReceiver(t.none, m => method(m, 'release')),
  'sync.RWMutex.Lock': onReceiver(t.none, m => method(m, 'acquire')),
  'sync.RWMutex.Unlock': onReceiver(t.none, m => method(m, 'release')),
  'sync.RWMutex.RLock': onReceiver(t.none, m => method(m, 'acquire')),
  'sync.RWMutex.RUnlock': onReceiver(t.none, m => method(m, 'release')),
  'sync.WaitGroup.Add': onReceiver(t.none, (w, [n]) =>
    method(w, 'add', ...(n!.kind === 'Int' && n!.value === '1' ? [] : [n!])),
  ),
  'sync.WaitGroup.Go': onReceiver(t.none, (w, [f]) => method(w, 'go', f!)),
  'sync.WaitGroup.Done': onReceiver(t.none, w => method(w, 'done')),
  'sync.WaitGroup.Wait': onReceiver(t.none, w => method(w, 'wait')),
  'sync.Once.Do': onReceiver(t.none, (o, [f]) => method(o, 'do', f!)),
  'sync/atomic.AddInt64': added,
  'sync/atomic.AddInt32': added,
  'sync/atomic.AddUint64': added,
  'sync/atomic.LoadInt64': loaded,
  'sync/atomic.LoadInt32': loaded,
  'sync/atomic.LoadUint64': loaded,
  'runtime.NumCPU': {
    type: t.int,
    call: cx => ({ before: [], value: call(cx.out.member('os', 'cpu_count')), type: t.int, pure: true }),
  },
  'runtime.GOMAXPROCS': {
    type: t.int,
    statement: () => [],
    call: () => ({ before: [], value: int(1), type: t.int, pure: true }),
  },
};
