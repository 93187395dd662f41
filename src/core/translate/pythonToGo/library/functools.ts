import { any } from '../../../facts/types';
import * as g from '../../goNodes';
import { materialized } from '../collecting';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { pure, value } from '../value';
import { asList } from '../displays';
import { expression } from '../expressions';
import { applyTo } from '../lambdas';
import type { LibraryModule } from './table';

/** Python's `functools`. */
export const functools: LibraryModule = {
  calls: {
    'functools.reduce': (c, node) => {
      const [func, items, start] = positional(node);
      if (!func || !items) return c.gap('this reduce has no counterpart here', node);
      const whole = asList(c, materialized(c, items));
      const elt = whole.type.kind === 'list' ? whole.type.elt : any;
      const known = c.typeOf(node);
      const type = known.kind !== 'any' ? known : start ? c.typeOf(start) : elt;
      const name = c.freshLocal('total');
      const item = c.freshLocal('item');
      const source = start ? whole : c.temporary(whole, 'items');
      const first = start ? expression(c, start, type) : value(g.index(source.node, g.int(0)), elt);
      c.emit(g.define(name, coerce(c, first, type).node));
      const others = start ? source.node : g.slice(source.node, g.int(1));
      const { before, result } = c.capture(() =>
        applyTo(c, func, [pure(g.ident(name), type), pure(g.ident(item), elt)]),
      );
      c.emit(g.rangeStmt(undefined, item, others, [...before, g.assign(g.ident(name), coerce(c, result, type).node)]));
      return pure(g.ident(name), type);
    },
  },
};
