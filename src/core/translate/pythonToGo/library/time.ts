import { strftime } from '../../../convert/strftime';
import { float, instance, int, none, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import { pure, value, type Value } from '../value';
import { type Context } from '../context';
import { expression } from '../expressions';
import { positional } from '../arguments';
import type { Field, LibraryModule } from './table';

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

/** The parts of a time: Go reads them off the time itself. */
export const brokenDown = instance('time.struct_time');

const part =
  (write: (when: GoExpression) => GoExpression): Field =>
  (_, of) =>
    value(write(of.node), int, of.pure);

const partsOfTime: Record<string, (when: GoExpression) => GoExpression> = {
  tm_year: when => g.method(when, 'Year'),
  tm_mon: when => g.call('int', g.method(when, 'Month')),
  tm_mday: when => g.method(when, 'Day'),
  tm_hour: when => g.method(when, 'Hour'),
  tm_min: when => g.method(when, 'Minute'),
  tm_sec: when => g.method(when, 'Second'),
  tm_yday: when => g.method(when, 'YearDay'),
  tm_wday: when => g.binary(g.binary(g.call('int', g.method(when, 'Weekday')), '+', g.int(6)), '%', g.int(7)),
};

/** Python's `time`. */
export const time: LibraryModule = {
  fields: Object.fromEntries(
    Object.entries(partsOfTime).map(([name, write]) => [`time.struct_time.${name}`, part(write)]),
  ),
  calls: {
    'time.time': () => seconds(),
    'time.perf_counter': () => seconds(),
    'time.monotonic': () => seconds(),
    'time.process_time': () => seconds(),
    'time.time_ns': () => nanoseconds(),
    'time.perf_counter_ns': () => nanoseconds(),
    'time.monotonic_ns': () => nanoseconds(),
    'time.strftime': (c, node) => {
      const [format, given] = positional(node);
      if (!format || node.args.length > 2) return undefined;
      const layout = strftime.forward([format])?.value;
      const when = given ? expression(c, given) : value(g.pkgCall('time', 'Now'), brokenDown);
      if (when.type.kind !== 'instance' || when.type.name !== 'time.struct_time') return undefined;
      return layout && value(g.method(when.node, 'Format', layout), str);
    },
    'time.localtime': (_, node) => (node.args.length > 0 ? undefined : value(g.pkgCall('time', 'Now'), brokenDown)),
    'time.gmtime': (c, node) => {
      const [stamp] = positional(node);
      if (!stamp) return value(g.method(g.pkgCall('time', 'Now'), 'UTC'), brokenDown);
      const seconds = coerce(c, expression(c, stamp), float).node;
      return value(g.call(c.helper('timeOfStamp'), seconds), brokenDown);
    },
    'time.sleep': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      c.emit(g.exprStmt(g.pkgCall('time', 'Sleep', duration(c, expression(c, first)))));
      return pure(g.nil(), none);
    },
  },
};
