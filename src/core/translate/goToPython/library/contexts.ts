/** context, and the timers and tickers of time. */
import * as t from '../../../facts/types';
import { call, str } from '../build';
import { simple } from '../context';
import type { LibraryTable } from './entry';
import { templates } from './table';

export const contexts: LibraryTable = {
  ...templates('context', {
    Background: '::Context()',
    TODO: '::Context()',
    WithCancel: '::with_cancel($0)',
    WithCancelCause: '::with_cancel_cause($0)',
    WithTimeout: '::with_timeout($0, $1)',
    WithValue: '::Context($0, $1, $2)',
    WithoutCancel: '::Context()',
  }),
  ...templates('context.Context', { Done: '$r.done()', Value: '$r.value($0)' }),
  ...templates('context', { Cause: '$0.cause' }, { givesError: 'maybe' }),
  ...templates('context.Context', { Err: '$r.err()' }, { givesError: 'maybe' }),
  'context.Canceled': {
    type: t.error,
    value: cx => simple(call(cx.out.helper('Cancelled'), str('context canceled')), t.error),
  },
  'context.DeadlineExceeded': {
    type: t.error,
    value: () => simple(call('TimeoutError', str('context deadline exceeded')), t.error),
  },
  ...templates('time', {
    After: '::after($0)',
    AfterFunc: '::Timer($0, $1)',
    NewTicker: '::Ticker($0)',
    NewTimer: '::Timer($0)',
    Tick: '::Ticker($0).c',
  }),
  ...templates('time.Ticker', { C: '$r.c', Reset: '$r.reset($0)', Stop: '$r.stop()' }),
  ...templates('time.Timer', { C: '$r.c', Reset: '$r.reset($0)', Stop: '$r.stop()' }),
};
