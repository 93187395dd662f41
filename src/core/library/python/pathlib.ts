/** Paths as objects. */
export const pathlib = `
class PurePath
  __init__(*args: any)
  name: str
  stem: str
  suffix: str
  suffixes: list[str]
  parent: Self
  parents: list[Path]
  parts: list[str]
  root: str
  drive: str
  anchor: str
  as_posix() -> str
  as_uri() -> str
  is_absolute() -> bool
  is_relative_to(*other: any) -> bool
  joinpath(*args: any) -> Self
  match(path_pattern: str) -> bool
  relative_to(*other: any) -> Self ! ValueError
  with_name(name: str) -> Self ! ValueError
  with_stem(stem: str) -> Self
  with_suffix(suffix: str) -> Self
  __truediv__(key: any) -> Self
  __rtruediv__(key: any) -> Self
class PurePosixPath(PurePath)
class Path(PurePath)
  __init__(*args: any)
  parent: Path
  class cwd() -> Path ! io
  class home() -> Path ! io
  absolute() -> Path ! io
  chmod(mode: int, *, follow_symlinks?: bool) -> None ! io OSError
  exists() -> bool ! io
  expanduser() -> Path ! io
  glob(pattern: str) -> Iterator[Path] ! io
  group() -> str ! io
  hardlink_to(target: any) -> None ! io OSError
  is_dir() -> bool ! io
  is_file() -> bool ! io
  is_mount() -> bool ! io
  is_symlink() -> bool ! io
  iterdir() -> Iterator[Path] ! io OSError
  joinpath(*args: any) -> Path
  lstat() -> os.stat_result ! io OSError
  mkdir(mode?: int, parents?: bool, exist_ok?: bool) -> None ! io OSError
  open(mode?: str, buffering?: int, encoding?: str | None, errors?: str | None, newline?: str | None) -> io.TextIOWrapper ! io OSError
  owner() -> str ! io
  read_bytes() -> bytes ! io OSError
  read_text(encoding?: str | None, errors?: str | None) -> str ! io OSError
  readlink() -> Path ! io OSError
  relative_to(*other: any) -> Path ! ValueError
  rename(target: any) -> Path ! io OSError
  replace(target: any) -> Path ! io OSError
  resolve(strict?: bool) -> Path ! io
  rglob(pattern: str) -> Iterator[Path] ! io
  rmdir() -> None ! io OSError
  samefile(other_path: any) -> bool ! io
  stat(*, follow_symlinks?: bool) -> os.stat_result ! io OSError
  symlink_to(target: any, target_is_directory?: bool) -> None ! io OSError
  touch(mode?: int, exist_ok?: bool) -> None ! io OSError
  unlink(missing_ok?: bool) -> None ! io OSError
  with_name(name: str) -> Path ! ValueError
  with_stem(stem: str) -> Path
  with_suffix(suffix: str) -> Path
  write_bytes(data: bytes) -> int ! io OSError
  write_text(data: str, encoding?: str | None, errors?: str | None, newline?: str | None) -> int ! io OSError
  __truediv__(key: any) -> Path
  __rtruediv__(key: any) -> Path
class PosixPath(Path)
`;
