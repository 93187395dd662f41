/** File systems. */
export const ioFs = `
type DirEntry interface
  Info() (FileInfo, error)
  IsDir() bool
  Name() string
  Type() FileMode
var ErrClosed error
var ErrExist error
var ErrInvalid error
var ErrNotExist error
var ErrPermission error
type FS interface
  Open(name string) (File, error)
type File interface
  Close() error ! io self
  Read([]byte) (int, error) ! io self p
  Stat() (FileInfo, error)
type FileInfo interface
  IsDir() bool
  ModTime() time.Time
  Mode() FileMode
  Name() string
  Size() int64
  Sys() any
func FileInfoToDirEntry(info FileInfo) DirEntry
type FileMode uint32
  IsDir() bool
  IsRegular() bool
  Perm() FileMode
  String() string
  Type() FileMode
func FormatDirEntry(dir DirEntry) string
func FormatFileInfo(info FileInfo) string
func Glob(fsys FS, pattern string) (matches []string, err error) ! io
type GlobFS interface
  Glob(pattern string) ([]string, error)
  Open(name string) (File, error)
func Lstat(fsys FS, name string) (FileInfo, error) ! io
const ModeAppend FileMode
const ModeCharDevice FileMode
const ModeDevice FileMode
const ModeDir FileMode
const ModeExclusive FileMode
const ModeIrregular FileMode
const ModeNamedPipe FileMode
const ModePerm FileMode
const ModeSetgid FileMode
const ModeSetuid FileMode
const ModeSocket FileMode
const ModeSticky FileMode
const ModeSymlink FileMode
const ModeTemporary FileMode
const ModeType FileMode
type PathError struct
  Op string
  Path string
  Err error
  *Error() string
  *Timeout() bool
  *Unwrap() error
func ReadDir(fsys FS, name string) ([]DirEntry, error) ! io
type ReadDirFS interface
  Open(name string) (File, error)
  ReadDir(name string) ([]DirEntry, error)
type ReadDirFile interface
  Close() error ! io self
  Read([]byte) (int, error) ! io self p
  ReadDir(n int) ([]DirEntry, error)
  Stat() (FileInfo, error)
func ReadFile(fsys FS, name string) ([]byte, error) ! io
type ReadFileFS interface
  Open(name string) (File, error)
  ReadFile(name string) ([]byte, error)
func ReadLink(fsys FS, name string) (string, error) ! io
type ReadLinkFS interface
  Lstat(name string) (FileInfo, error)
  Open(name string) (File, error)
  ReadLink(name string) (string, error)
var SkipAll error
var SkipDir error
func Stat(fsys FS, name string) (FileInfo, error) ! io
type StatFS interface
  Open(name string) (File, error)
  Stat(name string) (FileInfo, error)
func Sub(fsys FS, dir string) (FS, error)
type SubFS interface
  Open(name string) (File, error)
  Sub(dir string) (FS, error)
func ValidPath(name string) bool
func WalkDir(fsys FS, root string, fn WalkDirFunc) error ! io
type WalkDirFunc func(path string, d DirEntry, err error) error
`;
