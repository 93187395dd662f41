import { any, float, int, none } from '../../../facts/types';
import * as g from '../../goNodes';
import { asList } from '../displays';
import { expression } from '../expressions';
import { positional } from '../arguments';
import { pure, value } from '../value';
import { isSimple } from '../subscripts';
import { argumentsAs, type LibraryModule } from './table';

const path = 'math/rand';

/** Python's `random`. The numbers differ from Python's, as they differ from run to run. */
export const random: LibraryModule = {
  calls: {
    'random.random': () => value(g.pkgCall(path, 'Float64'), float),
    'random.randint': (c, node) => {
      const [low, high] = argumentsAs(c, node, [int, int]) ?? [];
      if (!low || !high) return undefined;
      const span = g.binary(g.binary(high, '-', low), '+', g.int(1));
      return value(g.binary(low, '+', g.pkgCall(path, 'Intn', span)), int);
    },
    'random.randrange': (c, node) => {
      const [low, high] = argumentsAs(c, node, [int, int]) ?? [];
      if (!low) return undefined;
      if (!high) return value(g.pkgCall(path, 'Intn', low), int);
      return value(g.binary(low, '+', g.pkgCall(path, 'Intn', g.binary(high, '-', low))), int);
    },
    'random.choice': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const given = asList(c, expression(c, first));
      const items = isSimple(given.node) ? given : c.temporary(given, 'items');
      const elt = items.type.kind === 'list' ? items.type.elt : any;
      return value(g.index(items.node, g.pkgCall(path, 'Intn', g.call('len', items.node))), elt);
    },
    'random.shuffle': (c, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const items = expression(c, first).node;
      const [i, j] = [g.ident('i'), g.ident('j')];
      const swap = g.assign([g.index(items, i), g.index(items, j)], [g.index(items, j), g.index(items, i)]);
      c.emit(
        g.exprStmt(
          g.pkgCall(
            path,
            'Shuffle',
            g.call('len', items),
            g.funcLit([g.field(['i', 'j'], g.ident('int'))], [], [swap]),
          ),
        ),
      );
      return pure(g.nil(), none);
    },
    'random.seed': (c, node) => c.gap('a seed gives other numbers in Go than in Python', node),
  },
};
