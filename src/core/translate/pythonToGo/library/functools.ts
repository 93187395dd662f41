import { any } from '../../../facts/types';
import * as g from '../../goNodes';
import { materialized } from '../collecting';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { pure } from '../value';
import { asList } from '../displays';
import { expression } from '../expressions';
import { applyTo } from '../lambdas';
import type { LibraryModule } from './table';

/** Python's `functools`. */
export const functools: LibraryModule = {
  calls: {
    'functools.reduce': (c, node) => {
      const [func, items, start] = positional(node);
      if (!func || !items || !start) return c.gap('reduce without a start has no counterpart here', node);
      const source = asList(c, materialized(c, items));
      const type = c.typeOf(node).kind === 'any' ? c.typeOf(start) : c.typeOf(node);
      const name = c.freshLocal('total');
      const item = c.freshLocal('item');
      c.emit(g.define(name, coerce(c, expression(c, start, type), type).node));
      const elt = source.type.kind === 'list' ? source.type.elt : any;
      const { before, result } = c.capture(() =>
        applyTo(c, func, [pure(g.ident(name), type), pure(g.ident(item), elt)]),
      );
      c.emit(
        g.rangeStmt(undefined, item, source.node, [...before, g.assign(g.ident(name), coerce(c, result, type).node)]),
      );
      return pure(g.ident(name), type);
    },
  },
};
