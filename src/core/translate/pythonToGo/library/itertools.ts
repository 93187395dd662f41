import { any } from '../../../facts/types';
import * as g from '../../goNodes';
import { materialized } from '../collecting';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { value } from '../value';
import { asList } from '../displays';
import { operands } from '../expressions';
import type { LibraryModule } from './table';

/** Python's `itertools`. */
export const itertools: LibraryModule = {
  calls: {
    'itertools.chain': (c, node) => {
      const args = positional(node);
      if (args.some(arg => arg.kind === 'Starred')) return undefined;
      const lists = operands(c, args).map(one => asList(c, one));
      const [first] = lists;
      if (!first) return undefined;
      return value(g.pkgCall('slices', 'Concat', ...lists.map(one => coerce(c, one, first.type).node)), first.type);
    },
    'itertools.chain.from_iterable': (c, node) => {
      const [first] = positional(node);
      const lists = first && asList(c, materialized(c, first));
      if (!lists) return undefined;
      const elt = lists.type.kind === 'list' ? lists.type.elt : any;
      return value(g.spread(g.pkg('slices', 'Concat'), lists.node), elt);
    },
  },
};
