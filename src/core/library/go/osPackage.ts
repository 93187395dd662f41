/** Files, environment and the process. */
export const os = `
var Args []string
func Chdir(dir string) error ! io
func Chmod(name string, mode FileMode) error ! io
func Chown(name string, uid int, gid int) error ! io
func Chtimes(name string, atime time.Time, mtime time.Time) error ! io
func Clearenv() ! io
func CopyFS(dir string, fsys fs.FS) error ! io
func Create(name string) (*File, error) ! io
func CreateTemp(dir string, pattern string) (*File, error) ! io
const DevNull string
type DirEntry fs.DirEntry
func DirFS(dir string) fs.FS ! io
func Environ() []string ! io
var ErrClosed error
var ErrDeadlineExceeded error
var ErrExist error
var ErrInvalid error
var ErrNoDeadline error
var ErrNoHandle error
var ErrNotExist error
var ErrPermission error
var ErrProcessDone error
func Executable() (string, error) ! io
func Exit(code int) ! io
func Expand(s string, mapping func(string) string) string ! io
func ExpandEnv(s string) string ! io
type File struct
  *Chdir() error ! io self
  *Chmod(mode FileMode) error ! io self
  *Chown(uid int, gid int) error ! io self
  *Close() error ! io self
  *Fd() uintptr ! io self
  *Name() string
  *Read(b []byte) (n int, err error) ! io self b
  *ReadAt(b []byte, off int64) (n int, err error) ! io self b
  *ReadDir(n int) ([]DirEntry, error) ! io self
  *ReadFrom(r io.Reader) (n int64, err error) ! io self
  *Readdir(n int) ([]FileInfo, error) ! io self
  *Readdirnames(n int) (names []string, err error) ! io self
  *Seek(offset int64, whence int) (ret int64, err error) ! io self
  *SetDeadline(t time.Time) error ! io self
  *SetReadDeadline(t time.Time) error ! io self
  *SetWriteDeadline(t time.Time) error ! io self
  *Stat() (FileInfo, error) ! io self
  *Sync() error ! io self
  *SyscallConn() (syscall.RawConn, error) ! io self
  *Truncate(size int64) error ! io self
  *Write(b []byte) (n int, err error) ! io self
  *WriteAt(b []byte, off int64) (n int, err error) ! io self
  *WriteString(s string) (n int, err error) ! io self
  *WriteTo(w io.Writer) (n int64, err error) ! io self
type FileInfo fs.FileInfo
type FileMode fs.FileMode
func FindProcess(pid int) (*Process, error) ! io
func Getegid() int ! io
func Getenv(key string) string ! io
func Geteuid() int ! io
func Getgid() int ! io
func Getgroups() ([]int, error) ! io
func Getpagesize() int ! io
func Getpid() int ! io
func Getppid() int ! io
func Getuid() int ! io
func Getwd() (dir string, err error) ! io
func Hostname() (name string, err error) ! io
var Interrupt Signal
func IsExist(err error) bool
func IsNotExist(err error) bool
func IsPathSeparator(c uint8) bool
func IsPermission(err error) bool
func IsTimeout(err error) bool
var Kill Signal
func Lchown(name string, uid int, gid int) error ! io
func Link(oldname string, newname string) error ! io
type LinkError struct
  Op string
  Old string
  New string
  Err error
  *Error() string
  *Unwrap() error
func LookupEnv(key string) (string, bool) ! io
func Lstat(name string) (FileInfo, error) ! io
func Mkdir(name string, perm FileMode) error ! io
func MkdirAll(path string, perm FileMode) error ! io
func MkdirTemp(dir string, pattern string) (string, error) ! io
const ModeAppend fs.FileMode
const ModeCharDevice fs.FileMode
const ModeDevice fs.FileMode
const ModeDir fs.FileMode
const ModeExclusive fs.FileMode
const ModeIrregular fs.FileMode
const ModeNamedPipe fs.FileMode
const ModePerm fs.FileMode
const ModeSetgid fs.FileMode
const ModeSetuid fs.FileMode
const ModeSocket fs.FileMode
const ModeSticky fs.FileMode
const ModeSymlink fs.FileMode
const ModeTemporary fs.FileMode
const ModeType fs.FileMode
func NewFile(fd uintptr, name string) *File ! io
func NewSyscallError(syscall string, err error) error
const O_APPEND int
const O_CREATE int
const O_EXCL int
const O_RDONLY int
const O_RDWR int
const O_SYNC int
const O_TRUNC int
const O_WRONLY int
func Open(name string) (*File, error) ! io
func OpenFile(name string, flag int, perm FileMode) (*File, error) ! io
func OpenInRoot(dir string, name string) (*File, error) ! io
func OpenRoot(name string) (*Root, error) ! io
type PathError fs.PathError
const PathListSeparator rune
const PathSeparator rune
func Pipe() (r *File, w *File, err error) ! io
type ProcAttr struct
  Dir string
  Env []string
  Files []*File
  Sys *syscall.SysProcAttr
type Process struct
  Pid int
  *Kill() error ! io self
  *Release() error ! io self
  *Signal(sig Signal) error ! io self
  *Wait() (*ProcessState, error) ! io self
  *WithHandle(f func(handle uintptr)) error ! io self
type ProcessState struct
  *ExitCode() int ! io self
  *Exited() bool ! io self
  *Pid() int ! io self
  *String() string
  *Success() bool ! io self
  *Sys() any ! io self
  *SysUsage() any ! io self
  *SystemTime() time.Duration ! io self
  *UserTime() time.Duration ! io self
func ReadDir(name string) ([]DirEntry, error) ! io
func ReadFile(name string) ([]byte, error) ! io
func Readlink(name string) (string, error) ! io
func Remove(name string) error ! io
func RemoveAll(path string) error ! io
func Rename(oldpath string, newpath string) error ! io
type Root struct
  *Chmod(name string, mode FileMode) error ! io self
  *Chown(name string, uid int, gid int) error ! io self
  *Chtimes(name string, atime time.Time, mtime time.Time) error ! io self
  *Close() error ! io self
  *Create(name string) (*File, error) ! io self
  *FS() fs.FS ! io self
  *Lchown(name string, uid int, gid int) error ! io self
  *Link(oldname string, newname string) error ! io self
  *Lstat(name string) (FileInfo, error) ! io self
  *Mkdir(name string, perm FileMode) error ! io self
  *MkdirAll(name string, perm FileMode) error ! io self
  *Name() string
  *Open(name string) (*File, error) ! io self
  *OpenFile(name string, flag int, perm FileMode) (*File, error) ! io self
  *OpenRoot(name string) (*Root, error) ! io self
  *ReadFile(name string) ([]byte, error) ! io self
  *Readlink(name string) (string, error) ! io self
  *Remove(name string) error ! io self
  *RemoveAll(name string) error ! io self
  *Rename(oldname string, newname string) error ! io self
  *Stat(name string) (FileInfo, error) ! io self
  *Symlink(oldname string, newname string) error ! io self
  *WriteFile(name string, data []byte, perm FileMode) error ! io self
const SEEK_CUR int
const SEEK_END int
const SEEK_SET int
func SameFile(fi1 FileInfo, fi2 FileInfo) bool ! io
func Setenv(key string, value string) error ! io
type Signal interface
  Signal()
  String() string
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) ! io
func Stat(name string) (FileInfo, error) ! io
var Stderr *File
var Stdin *File
var Stdout *File
func Symlink(oldname string, newname string) error ! io
type SyscallError struct
  Syscall string
  Err error
  *Error() string
  *Timeout() bool
  *Unwrap() error
func TempDir() string ! io
func Truncate(name string, size int64) error ! io
func Unsetenv(key string) error ! io
func UserCacheDir() (string, error) ! io
func UserConfigDir() (string, error) ! io
func UserHomeDir() (string, error) ! io
func WriteFile(name string, data []byte, perm FileMode) error ! io
`;
