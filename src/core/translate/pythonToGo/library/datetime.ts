import { float, instance, type Type } from '../../../facts/types';
import * as g from '../../goNodes';
import { value } from '../value';
import type { LibraryModule } from './table';

const moment: Type = instance('datetime.datetime');

/** Python's `datetime`. */
export const datetime: LibraryModule = {
  calls: {
    'datetime.datetime.now': (_, node) => {
      if (node.args.length > 0) return undefined;
      return value(g.pkgCall('time', 'Now'), moment);
    },
    'datetime.date.today': () => value(g.pkgCall('time', 'Now'), instance('datetime.date')),
  },
  methods: {
    'datetime.timedelta.total_seconds': (_, of) => value(g.method(of.node, 'Seconds'), float, of.pure),
    'datetime.datetime.timestamp': (_, of) =>
      value(g.binary(g.call('float64', g.method(of.node, 'UnixNano')), '/', g.float('1e9')), float, of.pure),
    'builtins.bytes.decode': (_, of) => value(g.call('string', of.node), { kind: 'str' }, of.pure),
  },
};
