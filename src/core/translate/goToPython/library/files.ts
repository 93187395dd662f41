/** What os and io/fs tell of files: an entry of a directory is its path. */
import * as t from '../../../facts/types';
import type { Type } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import { walk } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import { call, keyword, str } from '../build';
import { gap } from '../context';
import { expression } from '../expressions';
import { onReceiver, plain, type LibraryEntry, type LibraryTable } from './entry';
import { templates } from './table';
import { fillTemplate } from './template';

const method = (type: Type, template: string, fails = false): LibraryEntry =>
  onReceiver(type, (receiver, _args, cx) => fillTemplate(cx, template, new Map([['$r', receiver]]), []), { fails });

/** The methods of `fs.FileInfo` and `fs.DirEntry`. */
const entry = (path: string): LibraryTable => ({
  [`${path}.Name`]: method(t.str, '$r.name'),
  [`${path}.IsDir`]: method(t.bool, '$r.is_dir()'),
  [`${path}.Size`]: method({ kind: 'int', go: 'int64' }, '$r.stat().st_size'),
  [`${path}.ModTime`]: method(
    t.instance('time.Time'),
    'datetime->datetime.fromtimestamp($r.stat().st_mtime, datetime->timezone.utc)',
  ),
  [`${path}.Info`]: method(t.tuple(t.instance('io/fs.FileInfo'), t.error), '$r', true),
});

/** The mode of `open` that the flags of `os.OpenFile` ask for. */
function modeOf(flags: go.Expression): string {
  const named = new Set<string>();
  walk(flags, node => {
    if (node.kind === 'SelectorExpr') named.add(String((node['sel'] as { name?: string }).name));
  });
  if (named.has('O_EXCL')) return 'x';
  if (named.has('O_APPEND')) return 'a';
  if (named.has('O_RDWR')) return named.has('O_TRUNC') ? 'w+' : gap('a file that is read and written', flags);
  if (named.has('O_WRONLY')) return named.has('O_TRUNC') ? 'w' : gap('a file that is written over', flags);
  return named.has('O_RDONLY') || named.size === 0 ? 'r' : gap('these flags of a file', flags);
}

const openFile: LibraryEntry = {
  type: t.tuple(t.pointer(t.instance('os.File')), t.error),
  fails: true,
  call(cx, [path, flags], node) {
    if (!path || !flags) return gap('os.OpenFile', node);
    const own = expression(cx, path);
    const args: (py.Expression | py.Keyword)[] = [own.value, str(modeOf(flags)), keyword('encoding', str('utf-8'))];
    return { ...own, value: call('open', ...args), type: t.pointer(t.instance('os.File')), pure: false };
  },
};

const isKind = (cls: string): LibraryEntry =>
  plain(t.bool, ([error]) => call('isinstance', error!, { kind: 'Name', id: cls, start: -1, end: -1 }));

export const files: LibraryTable = {
  ...entry('os.FileInfo'),
  ...entry('os.DirEntry'),
  ...entry('io/fs.FileInfo'),
  ...entry('io/fs.DirEntry'),
  ...templates('os', { Stat: '! ::file_info($0)', ReadDir: '! ::read_dir($0)' }),
  'os.OpenFile': openFile,
  'os.IsNotExist': isKind('FileNotFoundError'),
  'os.IsExist': isKind('FileExistsError'),
  'os.IsPermission': isKind('PermissionError'),
};
