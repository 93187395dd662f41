import { strftime } from '../../../convert/strftime';
import { float, int, none, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import { pure, value, type Value } from '../value';
import { type Context } from '../context';
import { expression } from '../expressions';
import { positional } from '../arguments';
import type { LibraryModule } from './table';

const seconds = (): Value =>
  value(g.binary(g.call('float64', g.method(g.pkgCall('time', 'Now'), 'UnixNano')), '/', g.float('1e9')), float);

const nanoseconds = (): Value => value(g.call('int', g.method(g.pkgCall('time', 'Now'), 'UnixNano')), int);

/** A number of seconds as a Duration. */
export function duration(c: Context, of: Value): GoExpression {
  if (of.node.kind === 'IntLit') {
    return of.node.value === '1' ? g.pkg('time', 'Second') : g.binary(of.node, '*', g.pkg('time', 'Second'));
  }
  if (of.node.kind === 'FloatLit') {
    const thousandths = Number(of.node.value) * 1000;
    if (Number.isInteger(thousandths)) return g.binary(g.int(thousandths), '*', g.pkg('time', 'Millisecond'));
  }
  const amount = g.binary(coerce(c, of, float).node, '*', g.call('float64', g.pkg('time', 'Second')));
  return g.call(g.pkg('time', 'Duration'), amount);
}

type GoExpression = Value['node'];

/** Python's `time`. */
export const time: LibraryModule = {
  calls: {
    'time.time': () => seconds(),
    'time.perf_counter': () => seconds(),
    'time.monotonic': () => seconds(),
    'time.process_time': () => seconds(),
    'time.time_ns': () => nanoseconds(),
    'time.perf_counter_ns': () => nanoseconds(),
    'time.monotonic_ns': () => nanoseconds(),
    'time.strftime': (_, node) => {
      const [format] = positional(node);
      if (!format || node.args.length > 1) return undefined;
      const layout = strftime.forward([format])?.value;
      return layout && value(g.method(g.pkgCall('time', 'Now'), 'Format', layout), str);
    },
    'time.sleep': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      c.emit(g.exprStmt(g.pkgCall('time', 'Sleep', duration(c, expression(c, first)))));
      return pure(g.nil(), none);
    },
  },
};
