/** Python's `os.path`, which is `posixpath`, and `fnmatch` and `glob`. */
import { bool, float, int, iterator, list, str, tuple } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { operands } from '../expressions';
import { value } from '../value';
import { boundCalls, type Binding } from './binding';
import type { Call, LibraryModule } from './table';

const path = ['path', str] as const;
const osError = 'builtins.OSError';

/** What joining cleans nothing of. */
const isClean = (text: string): boolean => text !== '' && !/^\/|\/$|\/\/|(^|\/)\.\.?(\/|$)/.test(text);

/** Programs that work on paths as texts see every slash of them. */
function readsPaths(c: Context, node: py.Call): boolean {
  return c.sourceOf(node.func).startsWith('posixpath');
}

/** `filepath.Join` cleans what it joins, Python does not. */
export function joined(c: Context, args: readonly py.Expression[], exact: boolean): Expression | undefined {
  const [first, ...rest] = operands(c, args).map(one => coerce(c, one, str).node);
  if (!first || args.some(arg => arg.kind === 'Starred')) return undefined;
  const literals = rest.map(one => (one.kind === 'StringLit' ? one.value : undefined));
  if (exact || literals.some(text => text !== undefined && !isClean(text)))
    return g.call(c.helper('joinPath'), first, ...rest);
  if (literals.includes(undefined))
    c.notes.assume(
      'parts of a path that are joined are names: none is empty, absolute or begins with a dot and a slash',
    );
  return g.pkgCall('path/filepath', 'Join', first, ...rest);
}

const join: Call = (c, node) => {
  const made = joined(c, positional(node), readsPaths(c, node));
  return made && value(made, str, true);
};

const baseName: Call = (c, node) => {
  const [first] = operands(c, positional(node)).map(one => coerce(c, one, str).node);
  if (!first) return undefined;
  if (readsPaths(c, node)) return value(g.call(c.helper('pathBase'), first), str);
  c.notes.assume('a path whose last part is taken is not empty and does not end with a slash');
  return value(g.pkgCall('path/filepath', 'Base', first), str, true);
};

const functions: Record<string, Binding> = {
  dirname: { takes: [path], gives: str, helper: 'pathDir' },
  split: { takes: [path], gives: tuple(str, str), helper: 'splitPath' },
  splitext: { takes: [path], gives: tuple(str, str), helper: 'splitExtension' },
  normpath: { takes: [path], gives: str, write: ([one]) => g.pkgCall('path/filepath', 'Clean', one!), pure: true },
  isabs: { takes: [path], gives: bool, write: ([one]) => g.pkgCall('path/filepath', 'IsAbs', one!), pure: true },
  abspath: { takes: [path], gives: str, raises: osError, write: ([one]) => g.pkgCall('path/filepath', 'Abs', one!) },
  realpath: {
    takes: [path],
    gives: str,
    raises: osError,
    write: ([one]) => g.pkgCall('path/filepath', 'EvalSymlinks', one!),
  },
  relpath: { takes: [path, ['start', str, () => g.str('.')]], gives: str, raises: osError, helper: 'relativePath' },
  expanduser: { takes: [path], gives: str, helper: 'expandUser' },
  expandvars: { takes: [path], gives: str, write: ([one]) => g.pkgCall('os', 'ExpandEnv', one!) },
  commonprefix: { takes: [['m', list(str)]], gives: str, helper: 'commonPrefix' },
  exists: { takes: [path], gives: bool, helper: 'pathExists' },
  lexists: { takes: [path], gives: bool, helper: 'pathExists' },
  isfile: { takes: [path], gives: bool, helper: 'isRegularFile' },
  isdir: { takes: [path], gives: bool, helper: 'isDirectory' },
  getsize: { takes: [path], gives: int, raises: osError, helper: 'fileSize' },
  getmtime: { takes: [path], gives: float, raises: osError, helper: 'changeTime' },
};

export const paths: LibraryModule = {
  constants: {
    'os.path.sep': () => value(g.str('/'), str, true),
  },
  calls: {
    ...boundCalls('os.path', functions),
    'os.path.join': join,
    'os.path.basename': baseName,
    ...boundCalls('fnmatch', {
      fnmatch: {
        takes: [
          ['name', str],
          ['pat', str],
        ],
        gives: bool,
        helper: 'fnmatch',
      },
      fnmatchcase: {
        takes: [
          ['name', str],
          ['pat', str],
        ],
        gives: bool,
        helper: 'fnmatch',
      },
      filter: {
        takes: [
          ['names', list(str)],
          ['pat', str],
        ],
        gives: list(str),
        helper: 'fnmatchFilter',
      },
    }),
    ...boundCalls('glob', {
      glob: { takes: [['pathname', str]], gives: list(str), helper: 'globPaths' },
      iglob: {
        takes: [['pathname', str]],
        gives: iterator(str),
        write: ([one], c) => g.pkgCall('slices', 'Values', g.call(c.helper('globPaths'), one!)),
      },
    }),
  },
};
