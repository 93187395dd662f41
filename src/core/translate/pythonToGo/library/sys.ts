import { int, none, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { pure, value } from '../value';
import { expression } from '../expressions';
import { textOf } from '../formatting';
import type { LibraryModule } from './table';
import { list } from '../shapes';

/** Python's `sys`. */
export const sys: LibraryModule = {
  constants: {
    'sys.argv': () => value(g.pkg('os', 'Args'), list(str), true),
    'sys.platform': () => value(g.pkg('runtime', 'GOOS'), str, true),
    'sys.byteorder': () => value(g.str('little'), str, true),
    'sys.maxsize': () => value(g.pkg('math', 'MaxInt'), int, true),
  },
  calls: {
    'sys.exit': (c, node) => {
      if (c.isCaught('builtins.SystemExit')) return c.gap('an exit that a try catches has no counterpart here', node);
      const [code] = positional(node);
      if (!code || code.kind === 'None') {
        c.emit(g.exprStmt(g.pkgCall('os', 'Exit', g.int(0))));
        return pure(g.nil(), none);
      }
      const given = expression(c, code);
      if (given.type.kind === 'int') c.emit(g.exprStmt(g.pkgCall('os', 'Exit', given.node)));
      else {
        c.emit(g.exprStmt(g.pkgCall('fmt', 'Fprintln', g.pkg('os', 'Stderr'), textOf(c, given))));
        c.emit(g.exprStmt(g.pkgCall('os', 'Exit', g.int(1))));
      }
      return pure(g.nil(), none);
    },
  },
};
