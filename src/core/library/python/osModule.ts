/** Files, environment and the process. */
export const os = `
path: module os.path
abort() -> None ! io
access(path: str, mode: int, *, dir_fd?: int | None, effective_ids?: bool, follow_symlinks?: bool) -> bool ! io
chdir(path: str) -> None ! io OSError
chmod(path: str, mode: int, *, dir_fd?: int | None, follow_symlinks?: bool) -> None ! io OSError
close(fd: int) -> None ! io OSError
cpu_count() -> int | None ! io
execv(path: str, argv: list[str], /) -> None ! io
_exit(status: int) -> None ! io
fork() -> int ! io
fsync(fd: int) -> None ! io
getcwd() -> str ! io
getenv(key: str, default?: str) -> str | None ! io
getenv(key: str, default: str) -> str ! io
getlogin() -> str ! io
getpid() -> int ! io
getppid() -> int ! io
getuid() -> int ! io
kill(pid: int, signal: int, /) -> None ! io OSError
link(src: str, dst: str, *, src_dir_fd?: int | None, dst_dir_fd?: int | None, follow_symlinks?: bool) -> None ! io OSError
listdir(path?: str | None) -> list[str] ! io OSError
lstat(path: str, *, dir_fd?: int | None) -> stat_result ! io OSError
makedirs(name: str, mode?: int, exist_ok?: bool) -> None ! io OSError
mkdir(path: str, mode?: int, *, dir_fd?: int | None) -> None ! io OSError
open(path: str, flags: int, mode?: int, *, dir_fd?: int | None) -> int ! io OSError
pipe() -> tuple[int, int] ! io
putenv(name: str, value: str, /) -> None ! io
read(fd: int, length: int, /) -> bytes ! io OSError
readlink(path: str, *, dir_fd?: int | None) -> str ! io OSError
remove(path: str, *, dir_fd?: int | None) -> None ! io OSError
removedirs(name: str) -> None ! io OSError
rename(src: str, dst: str, *, src_dir_fd?: int | None, dst_dir_fd?: int | None) -> None ! io OSError
replace(src: str, dst: str, *, src_dir_fd?: int | None, dst_dir_fd?: int | None) -> None ! io OSError
rmdir(path: str, *, dir_fd?: int | None) -> None ! io OSError
scandir(path?: str | None) -> Iterator[DirEntry] ! io OSError
stat(path: str, *, dir_fd?: int | None, follow_symlinks?: bool) -> stat_result ! io OSError
strerror(code: int, /) -> str
symlink(src: str, dst: str, target_is_directory?: bool, *, dir_fd?: int | None) -> None ! io OSError
system(command: str) -> int ! io
umask(mask: int, /) -> int ! io
uname() -> any ! io
unlink(path: str, *, dir_fd?: int | None) -> None ! io OSError
unsetenv(name: str, /) -> None ! io
urandom(size: int, /) -> bytes ! io
utime(path: str, times?: any, *, ns?: any, dir_fd?: int | None, follow_symlinks?: bool) -> None ! io
walk(top: str, topdown?: bool, onerror?: any, followlinks?: bool) -> Iterator[tuple[str, list[str], list[str]]] ! io
write(fd: int, data: bytes, /) -> int ! io OSError
fspath(path: any) -> str
environ: dict[str, str]
linesep: str
sep: str
pathsep: str
name: str
curdir: str
devnull: str
F_OK: int
R_OK: int
W_OK: int
X_OK: int
O_APPEND: int
O_CREAT: int
O_RDONLY: int
O_RDWR: int
O_TRUNC: int
O_WRONLY: int
class stat_result
  st_size: int
  st_mtime: float
  st_atime: float
  st_ctime: float
  st_mode: int
  st_uid: int
  st_gid: int
  st_ino: int
class DirEntry
  name: str
  path: str
  is_dir(*, follow_symlinks?: bool) -> bool ! io
  is_file(*, follow_symlinks?: bool) -> bool ! io
  is_symlink() -> bool ! io
  stat(*, follow_symlinks?: bool) -> stat_result ! io
class PathLike
`;
