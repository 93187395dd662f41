/** path and path/filepath, and what of os and io speaks of files. */
import type { LibraryTable } from './entry';
import { templates } from './table';

const names = (path: string): LibraryTable =>
  templates(path, {
    Base: '::base_name($0)',
    Clean: '::clean_path($0)',
    Dir: "::clean_path($0[: $0.rfind('/') + 1])",
    Ext: '::extension($0)',
    IsAbs: `$0.startswith('/')`,
    Join: '::join_paths($*)',
    Match: '! ::path_matches($0, $1)',
    Split: `$0[:$0.rfind('/') + 1], $0[$0.rfind('/') + 1:]`,
  });

export const paths: LibraryTable = {
  ...names('path'),
  ...names('path/filepath'),
  ...templates('path/filepath', {
    Abs: '! os.path::abspath($0)',
    FromSlash: '$0',
    Rel: '! os.path::relpath($1, $0)',
    ToSlash: '$0',
    Glob: '! sorted(glob::glob($0))',
  }),
  ...templates('os', {
    MkdirTemp: '! tempfile::mkdtemp()',
    RemoveAll: '! shutil::rmtree($0, ignore_errors=True)',
    Environ: `['='.join(item) for item in os::environ.items()]`,
    Getpid: 'os::getpid()',
    Getwd: '! os::getcwd()',
    Hostname: '! socket::gethostname()',
    LookupEnv: `os::environ.get($0, ''), $0 in os::environ`,
    Mkdir: '! os::mkdir($0)',
    Rename: '! os::replace($0, $1)',
    TempDir: 'tempfile::gettempdir()',
    Unsetenv: 'os::environ.pop($0, None)',
    UserHomeDir: "! os.path::expanduser('~')",
    Expand: '::expand($0, $1)',
    ExpandEnv: `::expand($0, lambda name: os::environ.get(name, ''))`,
  }),
  ...templates('io', { Copy: '::copy_text($0, $1)', Discard: 'io->StringIO()', MultiWriter: '::MultiWriter($*)' }),
};
