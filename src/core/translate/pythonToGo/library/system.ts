/** Python's `os`, `shutil`, `tempfile`, `platform`, `getpass` and `socket`, as far as programs ask the system. */
import { dict, instance, int, list, none, optional, str } from '../../../facts/types';
import type { Expression } from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { keywordArgument, positional } from '../arguments';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { assignOrDefine } from '../iteration';
import { streamUses } from './streamUses';
import { pure, value, type Value } from '../value';
import { boundCalls, type Binding, type Parameter } from './binding';
import type { Call, LibraryModule, RoundsOf } from './table';

const osError = 'builtins.OSError';
const path: Parameter = ['path', str];
const text = (value: string) => (): Expression => g.str(value);
/** What a new folder may be used for: everything by its owner, as `mkdir` makes them. */
const folderMode = (): Expression => ({ kind: 'IntLit', start: -1, end: -1, value: '493', style: 'octal' });

const environmentText: Call = (c, node) => {
  const [name, fallback] = positional(node);
  if (!name || node.args.length > 2) return undefined;
  const given = fallback ?? keywordArgument(node, 'default');
  const key = coerce(c, expression(c, name), str).node;
  if (!given || given.kind === 'None') return value(g.call(c.helper('lookupEnv'), key), optional(str));
  const made = coerce(c, expression(c, given), str);
  if (made.node.kind === 'StringLit' && made.node.value === '') return value(g.pkgCall('os', 'Getenv', key), str);
  return value(g.call(c.helper('envOr'), key, made.node), str);
};

const makeFolders: Call = (c, node) => {
  const [name] = positional(node);
  const exists = keywordArgument(node, 'exist_ok');
  if (!name || positional(node).length > 1) return undefined;
  if (exists && exists.kind !== 'Bool') return undefined;
  const given = coerce(c, expression(c, name), str).node;
  c.checkedStatement(
    exists?.kind === 'Bool' && exists.value
      ? g.pkgCall('os', 'MkdirAll', given, folderMode())
      : g.call(c.helper('makeNewFolders'), given),
    osError,
  );
  return pure(g.nil(), none);
};

/** `for folder, folders, files in os.walk(root)`. */
const walkRounds: RoundsOf = (c, node, wanted) => {
  const [root] = positional(node);
  if (!root || node.args.length > 1) return undefined;
  for (const statement of wanted.body ?? []) {
    walk(statement, child => {
      const one = child as unknown as py.Node;
      if (one.kind === 'Assign' && one.targets.some(target => target.kind === 'Subscript' && isWholeSlice(target)))
        c.gap('a walk that leaves out folders as it goes has no counterpart here', node);
    });
  }
  const step = c.freshLocal('step');
  const names = ['First', 'Second', 'Third'].map((field, i) => {
    const name = wanted.names.length === 3 ? wanted.names[i] : undefined;
    return { name, node: g.sel(g.ident(step), field), type: i === 0 ? str : list(str) };
  });
  const all = g.call(c.helper('walkFolders'), coerce(c, expression(c, root), str).node);
  return {
    values: names.map(one => value(one.name === undefined ? one.node : g.ident(one.name), one.type, true)),
    wrap: body =>
      g.rangeStmt(step, undefined, all, [
        ...names.flatMap(one => (one.name === undefined ? [] : [assignOrDefine(c, one.name, one.node)])),
        ...body,
      ]),
  };
};

const isWholeSlice = (node: py.Subscript): boolean => node.slice.kind === 'Slice';

const osFunctions: Record<string, Binding> = {
  getcwd: { gives: str, raises: osError, write: () => g.pkgCall('os', 'Getwd') },
  getpid: { gives: int, write: () => g.pkgCall('os', 'Getpid') },
  getppid: { gives: int, write: () => g.pkgCall('os', 'Getppid') },
  getuid: { gives: int, write: () => g.pkgCall('os', 'Getuid') },
  cpu_count: { gives: int, write: () => g.pkgCall('runtime', 'NumCPU') },
  listdir: { takes: [['path', str, text('.')]], gives: list(str), raises: osError, helper: 'namesInFolder' },
  mkdir: { takes: [path], raises: osError, write: ([one]) => g.pkgCall('os', 'Mkdir', one!, folderMode()) },
  rmdir: { takes: [path], raises: osError, write: ([one]) => g.pkgCall('os', 'Remove', one!) },
  remove: { takes: [path], raises: osError, write: ([one]) => g.pkgCall('os', 'Remove', one!) },
  unlink: { takes: [path], raises: osError, write: ([one]) => g.pkgCall('os', 'Remove', one!) },
  rename: {
    takes: [
      ['src', str],
      ['dst', str],
    ],
    raises: osError,
    write: ([from, to]) => g.pkgCall('os', 'Rename', from!, to!),
  },
  chdir: { takes: [path], raises: osError, write: ([one]) => g.pkgCall('os', 'Chdir', one!) },
  putenv: {
    takes: [
      ['name', str],
      ['value', str],
    ],
    raises: osError,
    write: ([name, one]) => g.pkgCall('os', 'Setenv', name!, one!),
  },
  unsetenv: { takes: [['name', str]], raises: osError, write: ([name]) => g.pkgCall('os', 'Unsetenv', name!) },
  fspath: { takes: [path], gives: str, write: ([one]) => one!, pure: true },
  _exit: { takes: [['status', int]], write: ([one]) => g.pkgCall('os', 'Exit', one!) },
};
osFunctions['replace'] = osFunctions['rename']!;

const copying: Binding = {
  takes: [
    ['src', str],
    ['dst', str],
  ],
  gives: str,
  raises: osError,
  helper: 'copyFile',
};

/** `mkdtemp(suffix, prefix, dir)` and its like: Go takes one pattern, with a star for what is made up. */
const temporary =
  (name: string): Call =>
  (c, node) => {
    if (positional(node).length > 0) return undefined;
    const part = (key: string): Expression => {
      const given = keywordArgument(node, key);
      return given && given.kind !== 'None' ? coerce(c, expression(c, given), str).node : g.str('');
    };
    const known = ['suffix', 'prefix', 'dir', 'ignore_cleanup_errors', 'text'];
    const isKnown = (arg: py.Call['args'][number]): boolean =>
      arg.kind === 'Keyword' && arg.arg?.kind === 'Name' && known.includes(arg.arg.id);
    if (!node.args.every(isKnown)) return undefined;
    const [folder, prefix, suffix] = ['dir', 'prefix', 'suffix'].map(part) as [Expression, Expression, Expression];
    const pattern =
      prefix.kind === 'StringLit' && suffix.kind === 'StringLit'
        ? g.str(suffix.value === '' && prefix.value === '' ? '' : `${prefix.value}*${suffix.value}`)
        : g.binary(g.binary(prefix, '+', g.str('*')), '+', suffix);
    return c.checkedCall(g.pkgCall('os', name, folder, pattern), str, osError);
  };

export const temporaryFolder = temporary('MkdirTemp');

/** `NamedTemporaryFile(…)`: an open file, and whether it stays when it is closed. */
export function temporaryFile(c: Context, node: py.Call): { opened: Value; isKept: boolean } {
  const kept = keywordArgument(node, 'delete');
  const mode = positional(node)[0] ?? keywordArgument(node, 'mode');
  const isText = mode?.kind === 'Str' && !mode.value.includes('b');
  if (isText && streamUses(c).lines)
    return c.gap('a temporary file that is read by lines has no counterpart here', node);
  const suffix = keywordArgument(node, 'suffix');
  const prefix = keywordArgument(node, 'prefix');
  const part = (one: py.Expression | undefined): string =>
    !one ? '' : one.kind === 'Str' ? one.value : c.gap('this name of a temporary file has no counterpart here', node);
  const folder = keywordArgument(node, 'dir');
  const pattern = part(prefix) || part(suffix) ? `${part(prefix)}*${part(suffix)}` : '';
  const path = folder ? coerce(c, expression(c, folder), str).node : g.str('');
  const type = instance(isText ? 'io.TextIOWrapper' : 'io.BufferedReader');
  const opened = c.checkedCall(g.pkgCall('os', 'CreateTemp', path, g.str(pattern)), type, osError);
  return { opened, isKept: kept?.kind === 'Bool' && !kept.value };
}

export const os: LibraryModule = {
  constants: {
    'os.sep': () => value(g.str('/'), str, true),
    'os.linesep': () => value(g.str('\n'), str, true),
    'os.pathsep': () => value(g.str(':'), str, true),
    'os.curdir': () => value(g.str('.'), str, true),
    'os.pardir': () => value(g.str('..'), str, true),
    'os.devnull': () => value(g.pkg('os', 'DevNull'), str, true),
    'os.name': () => value(g.str('posix'), str, true),
    'os.environ': c => value(g.call(c.helper('environment')), dict(str, str)),
  },
  rounds: { 'os.walk': walkRounds },
  calls: {
    ...boundCalls('os', osFunctions),
    'os.makedirs': makeFolders,
    'os.getenv': environmentText,
    'os.environ.get': environmentText,
    ...boundCalls('shutil', {
      copy: copying,
      copy2: copying,
      copyfile: copying,
      move: { ...copying, helper: 'moveFile' },
      rmtree: {
        takes: [path],
        ignores: ['ignore_errors'],
        raises: osError,
        write: ([one]) => g.pkgCall('os', 'RemoveAll', one!),
      },
      copytree: {
        takes: [
          ['src', str],
          ['dst', str],
        ],
        gives: str,
        raises: osError,
        helper: 'copyTree',
      },
      which: { takes: [['cmd', str]], gives: optional(str), helper: 'programPath' },
    }),
    'tempfile.mkdtemp': temporaryFolder,
    'tempfile.TemporaryDirectory': temporaryFolder,
    ...boundCalls('tempfile', {
      gettempdir: { gives: str, write: () => g.pkgCall('os', 'TempDir') },
    }),
    ...boundCalls('platform', {
      node: { gives: str, raises: osError, write: () => g.pkgCall('os', 'Hostname') },
      machine: { gives: str, helper: 'machineName' },
      system: { gives: str, helper: 'systemName' },
    }),
    ...boundCalls('socket', {
      gethostname: { gives: str, raises: osError, write: () => g.pkgCall('os', 'Hostname') },
    }),
    ...boundCalls('getpass', {
      getuser: { gives: str, helper: 'userName' },
    }),
  },
};

/** Whether the expression is `os.environ`, which Go reads and changes by functions. */
export const isEnvironment = (c: Context, node: py.Expression): boolean => c.facts.qualifiedName(node) === 'os.environ';

/** `os.environ[key]`. */
export const environmentItem = (c: Context, key: Expression): Value =>
  c.checkedCall(g.call(c.helper('requiredEnv'), key), str, 'builtins.KeyError');

/** `key in os.environ`. */
export const environmentHas = (c: Context, key: Expression): Expression => g.call(c.helper('hasEnv'), key);

/** `os.environ[key] = text`. */
export function setEnvironment(c: Context, key: Expression, item: Expression): void {
  c.checkedStatement(g.pkgCall('os', 'Setenv', key, item), osError);
}
