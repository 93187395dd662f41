import { bool, none, str } from '../../../facts/types';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import { pure, value } from '../value';
import { expression, operands } from '../expressions';
import { argumentsAs, direct, type LibraryModule } from './table';

/** Python's `os` and `os.path`. */
export const os: LibraryModule = {
  methods: {
    'io.TextIOWrapper.write': (c, of, node) => {
      const [first] = positional(node);
      if (!first) return undefined;
      const text = coerce(c, expression(c, first), str);
      c.emit(g.exprStmt(g.pkgCall('fmt', 'Fprint', of.node, text.node)));
      return pure(g.nil(), none);
    },
    'io.TextIOWrapper.read': (c, of, node) => {
      if (node.args.length > 0) return undefined;
      const data = c.checkedCall(g.pkgCall('io', 'ReadAll', of.node), { kind: 'bytes' }, 'builtins.OSError');
      return value(g.call('string', data.node), str);
    },
    'io.TextIOWrapper.close': (c, of) => {
      c.emit(g.exprStmt(g.method(of.node, 'Close')));
      return pure(g.nil(), none);
    },
  },
  calls: {
    'os.getenv': (c, node) => {
      const [name, fallback] = positional(node);
      if (!name || !fallback) return c.gap('getenv without a default gives None, Go an empty string', node);
      const key = coerce(c, expression(c, name), str);
      const given = c.takeResultNames([str])?.[0] ?? c.freshLocal('setting');
      const flag = c.flagName();
      c.declareLocal(given, str);
      c.emit(g.assign([g.ident(given), g.ident(flag)], g.pkgCall('os', 'LookupEnv', key.node)));
      c.emit(g.ifStmt(g.not(g.ident(flag)), [g.assign(g.ident(given), coerce(c, expression(c, fallback), str).node)]));
      return pure(g.ident(given), str);
    },
    'os.path.join': (c, node) => {
      const args = operands(c, positional(node)).map(one => coerce(c, one, str).node);
      return value(g.pkgCall('path/filepath', 'Join', ...args), str, true);
    },
    'os.path.basename': direct('path/filepath', 'Base', [str], str),
    'os.path.dirname': direct('path/filepath', 'Dir', [str], str),
    'os.path.exists': (c, node) => {
      const args = argumentsAs(c, node, [str]);
      if (!args?.[0]) return undefined;
      const err = c.errorName();
      c.emit(g.assign([g.ident('_'), g.ident(err)], g.pkgCall('os', 'Stat', args[0])));
      return value(g.binary(g.ident(err), '==', g.nil()), bool);
    },
    'os.getcwd': (c, node) =>
      node.args.length === 0 ? c.checkedCall(g.pkgCall('os', 'Getwd'), str, 'builtins.OSError') : undefined,
    'os.remove': (c, node) => {
      const args = argumentsAs(c, node, [str]);
      if (!args?.[0]) return undefined;
      c.checkedStatement(g.pkgCall('os', 'Remove', args[0]), 'builtins.OSError');
      return pure(g.nil(), none);
    },
  },
};
