/** Python's `pathlib`: a path is a text in Go, kept clean. */
import { bool, bytes, int, list, none, str, type Type } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression, operands } from '../expressions';
import { pure, value, type Value } from '../value';
import { boundMethods, type Binding } from './binding';
import { fileMode, opening } from './opening';
import type { Call, Field, LibraryModule, Method } from './table';

const osError = 'builtins.OSError';
export const pathType: Type = { kind: 'str', form: 'path' };

const isCleanText = (text: string): boolean => text !== '' && !/\/\/|(^|\/)\.(\/|$)|.\/$/.test(text);

/** A text as a path: without doubled slashes, dots and a slash at its end. */
function cleaned(c: Context, of: Value): Expression {
  if (of.type.kind === 'str' && of.type.form) return of.node;
  const { node } = coerce(c, of, str);
  if (node.kind === 'StringLit') {
    if (node.value === '') return g.str('.');
    if (isCleanText(node.value)) return node;
  }
  c.notes.assume('no path goes up by two dots after another part');
  return g.pkgCall('path/filepath', 'Clean', node);
}

const isJoinable = (text: string): boolean => isCleanText(text) && !/^\/|(^|\/)\.\.(\/|$)/.test(text);

/** The parts of a path, one after the other. */
export function joinPaths(c: Context, first: Value, rest: readonly Value[]): Value {
  const parts = rest.map(one => coerce(c, one, str).node);
  const literals = parts.map(one => (one.kind === 'StringLit' ? one.value : undefined));
  if (literals.some(text => text !== undefined && !isJoinable(text)))
    return value(g.call(c.helper('joinPath'), cleaned(c, first), ...parts), pathType, true);
  if (literals.includes(undefined)) c.notes.assume('parts of a path that are joined are neither absolute nor go up');
  // What is joined to a path that was joined is one call.
  const { node } = first;
  const isJoined =
    node.kind === 'CallExpr' &&
    node.fun.kind === 'SelectorExpr' &&
    g.importPathOf(node.fun.x) === 'path/filepath' &&
    node.fun.sel.kind === 'Ident' &&
    node.fun.sel.name === 'Join';
  const before = isJoined ? node.args : [cleaned(c, first)];
  return value(g.pkgCall('path/filepath', 'Join', ...before, ...parts), pathType, first.pure);
}

/** `path / part` and `part / path`; undefined where neither is a path. */
export function pathDivision(c: Context, left: Value, right: Value): Value | undefined {
  const isPath = (one: Value): boolean => one.type.kind === 'str' && one.type.form !== undefined;
  if (!isPath(left) && !isPath(right)) return undefined;
  return joinPaths(c, left, [right]);
}

const newPath: Call = (c, node) => {
  const args = positional(node);
  if (args.length !== node.args.length || args.some(arg => arg.kind === 'Starred')) return undefined;
  const [first, ...rest] = operands(c, args);
  if (!first) return pure(g.str('.'), pathType);
  if (rest.length > 0) return joinPaths(c, first, rest);
  return value(cleaned(c, first), pathType, true);
};

const isTrue = (node: py.Call, name: string): boolean => {
  const given = keywordArgument(node, name);
  return given?.kind === 'Bool' && given.value;
};

const folderMode = (): Expression => ({ kind: 'IntLit', start: -1, end: -1, value: '493', style: 'octal' });

const mkdir: Method = (c, of, node) => {
  if (positional(node).length > 0 || keywordArgument(node, 'mode')) return undefined;
  const parents = isTrue(node, 'parents');
  const exists = isTrue(node, 'exist_ok');
  const call =
    parents && exists
      ? g.pkgCall('os', 'MkdirAll', of.node, folderMode())
      : parents
        ? g.call(c.helper('makeNewFolders'), of.node)
        : exists
          ? g.call(c.helper('makeFolder'), of.node)
          : g.pkgCall('os', 'Mkdir', of.node, folderMode());
  c.checkedStatement(call, osError);
  return pure(g.nil(), none);
};

const readText: Method = (c, of) => {
  const data = c.checkedCall(g.pkgCall('os', 'ReadFile', of.node), bytes, osError);
  return value(g.call('string', data.node), str);
};

const writeText: Method = (c, of, node) => {
  const given = positional(node)[0] ?? keywordArgument(node, 'data');
  if (!given) return undefined;
  const text = coerce(c, expression(c, given), str).node;
  const data = g.call(g.sliceType(g.ident('byte')), text);
  c.checkedStatement(g.pkgCall('os', 'WriteFile', of.node, data, fileMode), osError);
  if (!c.isStatement(node))
    return c.gap('the number of characters that write_text gives has no counterpart here', node);
  return pure(g.nil(), none);
};

const unlink: Method = (c, of, node) => {
  const call = isTrue(node, 'missing_ok')
    ? g.call(c.helper('removeIfThere'), of.node)
    : g.pkgCall('os', 'Remove', of.node);
  c.checkedStatement(call, osError);
  return pure(g.nil(), none);
};

const rename: Method = (c, of, node) => {
  const [target] = positional(node);
  if (!target) return undefined;
  const to = c.temporary(coerce(c, expression(c, target), str), 'target');
  c.checkedStatement(g.pkgCall('os', 'Rename', of.node, to.node), osError);
  return value(to.node, pathType, true);
};

const open: Method = (c, of, node) => {
  const { call, type } = opening(c, node, of.node, positional(node)[0]);
  return c.checkedCall(call, type, 'builtins.FileNotFoundError');
};

const join: Method = (c, of, node) => joinPaths(c, of, operands(c, positional(node)));

const self: Method = (_, of) => ({ ...of, type: str });

const filepath =
  (name: string, gives: Type): Field =>
  (_, of) =>
    value(g.pkgCall('path/filepath', name, of.node), gives, of.pure);
const helped =
  (name: string, gives: Type): Field =>
  (c, of) =>
    value(g.call(c.helper(name), of.node), gives, of.pure);

const other = ['other', str] as const;
const methods: Record<string, Binding> = {
  exists: { gives: bool, helper: 'pathExists' },
  is_file: { gives: bool, helper: 'isRegularFile' },
  is_dir: { gives: bool, helper: 'isDirectory' },
  is_absolute: { gives: bool, write: (_a, _c, of) => g.pkgCall('path/filepath', 'IsAbs', of!), pure: true },
  read_bytes: { gives: bytes, raises: osError, write: (_a, _c, of) => g.pkgCall('os', 'ReadFile', of!) },
  write_bytes: {
    takes: [['data', bytes]],
    raises: osError,
    write: ([data], _c, of) => g.pkgCall('os', 'WriteFile', of!, data!, fileMode),
  },
  touch: { ignores: ['exist_ok'], raises: osError, helper: 'touchFile' },
  rmdir: { raises: osError, write: (_a, _c, of) => g.pkgCall('os', 'Remove', of!) },
  iterdir: { gives: list(pathType), raises: osError, helper: 'folderPaths' },
  glob: { takes: [['pattern', str]], gives: list(pathType), helper: 'globBelow' },
  rglob: {
    takes: [['pattern', str]],
    gives: list(pathType),
    write: ([pattern], c, of) =>
      g.call(
        c.helper('globBelow'),
        of!,
        pattern!.kind === 'StringLit' ? g.str(`**/${pattern!.value}`) : g.binary(g.str('**/'), '+', pattern!),
      ),
  },
  resolve: {
    ignores: ['strict'],
    gives: pathType,
    raises: osError,
    write: (_a, _c, of) => g.pkgCall('path/filepath', 'Abs', of!),
  },
  absolute: { gives: pathType, raises: osError, write: (_a, _c, of) => g.pkgCall('path/filepath', 'Abs', of!) },
  expanduser: { gives: pathType, helper: 'expandUser' },
  relative_to: { takes: [other], gives: pathType, raises: 'builtins.ValueError', helper: 'pathBelow' },
  is_relative_to: { takes: [other], gives: bool, helper: 'isBelow' },
  with_suffix: { takes: [['suffix', str]], gives: pathType, helper: 'replaceSuffix' },
  with_name: {
    takes: [['name', str]],
    gives: pathType,
    write: ([name], _c, of) => g.pkgCall('path/filepath', 'Join', g.pkgCall('path/filepath', 'Dir', of!), name!),
  },
  with_stem: { takes: [['stem', str]], gives: pathType, helper: 'replaceStem' },
  stat: {
    gives: { kind: 'instance', name: 'os.stat_result', args: [] },
    raises: osError,
    write: (_a, _c, of) => g.pkgCall('os', 'Stat', of!),
  },
};

const special: Record<string, Method> = {
  mkdir,
  read_text: readText,
  write_text: writeText,
  unlink,
  rename,
  replace: rename,
  open,
  joinpath: join,
  as_posix: self,
  __str__: self,
};

const fields: Record<string, Field> = {
  name: filepath('Base', str),
  parent: filepath('Dir', pathType),
  stem: helped('pathStem', str),
  suffix: helped('pathSuffix', str),
  suffixes: helped('pathSuffixes', list(str)),
  parts: helped('pathParts', { kind: 'list', elt: str, form: 'tuple' }),
  parents: helped('pathParents', list(pathType)),
};

const cwd: Call = c => c.checkedCall(g.pkgCall('os', 'Getwd'), pathType, osError);
const home: Call = c => c.checkedCall(g.pkgCall('os', 'UserHomeDir'), pathType, osError);
const classes = ['Path', 'PurePath', 'PosixPath', 'PurePosixPath'];

export const pathlib: LibraryModule = {
  calls: {
    ...Object.fromEntries(classes.map(name => [`pathlib.${name}`, newPath])),
    'pathlib.Path.cwd': cwd,
    'pathlib.Path.home': home,
  },
  methods: {
    ...boundMethods('pathlib.Path', methods),
    ...Object.fromEntries(Object.entries(special).map(([name, method]) => [`pathlib.Path.${name}`, method])),
  },
  fields: {
    ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [`pathlib.Path.${name}`, field])),
    'os.stat_result.st_size': (_, of) => value(g.call('int', g.method(of.node, 'Size')), int, of.pure),
    'os.stat_result.st_mtime': (_, of) =>
      value(
        g.binary(g.call('float64', g.method(g.method(of.node, 'ModTime'), 'UnixNano')), '/', g.float('1e9')),
        { kind: 'float' },
        of.pure,
      ),
  },
};
