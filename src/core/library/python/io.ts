/** Streams: what `open` gives, and streams in memory. */
export const io = `
open(file: any, mode?: str, buffering?: int, encoding?: str | None, errors?: str | None, newline?: str | None, closefd?: bool, opener?: any) -> TextIOWrapper ! io OSError
DEFAULT_BUFFER_SIZE: int
SEEK_CUR: int
SEEK_END: int
SEEK_SET: int
class TextIOBase
  encoding: str
  closed: bool
  close() -> None ! io self
  flush() -> None ! io
  isatty() -> bool ! io
  read(size?: int | None, /) -> str ! io self OSError
  readable() -> bool
  readline(size?: int, /) -> str ! io self OSError
  readlines(hint?: int, /) -> list[str] ! io self OSError
  seek(offset: int, whence?: int, /) -> int ! io self
  seekable() -> bool
  tell() -> int ! io
  truncate(size?: int | None, /) -> int ! io self
  writable() -> bool
  write(text: str, /) -> int ! io self OSError
  writelines(lines: Iterable[str], /) -> None ! io self OSError
  __enter__() -> Self
  __iter__() -> Iterator[str]
  __next__() -> str ! io self
class TextIOWrapper
  buffer: BufferedReader
  encoding: str
  name: str
  mode: str
  closed: bool
  close() -> None ! io self
  fileno() -> int
  flush() -> None ! io
  isatty() -> bool ! io
  read(size?: int | None, /) -> str ! io self OSError
  readable() -> bool
  readline(size?: int, /) -> str ! io self OSError
  readlines(hint?: int, /) -> list[str] ! io self OSError
  seek(offset: int, whence?: int, /) -> int ! io self
  seekable() -> bool
  tell() -> int ! io
  truncate(size?: int | None, /) -> int ! io self
  writable() -> bool
  write(text: str, /) -> int ! io self OSError
  writelines(lines: Iterable[str], /) -> None ! io self OSError
  __enter__() -> Self
  __iter__() -> Iterator[str]
  __next__() -> str ! io self
class StringIO
  __init__(initial_value?: str, newline?: str | None)
  getvalue() -> str
  closed: bool
  close() -> None ! io self
  fileno() -> int
  flush() -> None ! io
  isatty() -> bool ! io
  read(size?: int | None, /) -> str ! io self OSError
  readable() -> bool
  readline(size?: int, /) -> str ! io self OSError
  readlines(hint?: int, /) -> list[str] ! io self OSError
  seek(offset: int, whence?: int, /) -> int ! io self
  seekable() -> bool
  tell() -> int ! io
  truncate(size?: int | None, /) -> int ! io self
  writable() -> bool
  write(s: str, /) -> int ! io self OSError
  writelines(lines: Iterable[str], /) -> None ! io self OSError
  __enter__() -> Self
  __iter__() -> Iterator[str]
  __next__() -> str ! io self
class BufferedReader
  name: str
  mode: str
  peek(size?: int, /) -> bytes ! io
  closed: bool
  close() -> None ! io self
  fileno() -> int
  flush() -> None ! io
  isatty() -> bool ! io
  read(size?: int | None, /) -> bytes ! io self OSError
  readable() -> bool
  readline(size?: int, /) -> bytes ! io self OSError
  readlines(hint?: int, /) -> list[bytes] ! io self OSError
  seek(offset: int, whence?: int, /) -> int ! io self
  seekable() -> bool
  tell() -> int ! io
  truncate(size?: int | None, /) -> int ! io self
  writable() -> bool
  write(buffer: bytes, /) -> int ! io self OSError
  writelines(lines: Iterable[bytes], /) -> None ! io self OSError
  __enter__() -> Self
  __iter__() -> Iterator[bytes]
  __next__() -> bytes ! io self
class BufferedWriter(BufferedReader)
class BytesIO
  __init__(initial_bytes?: bytes)
  getvalue() -> bytes
  getbuffer() -> builtins.memoryview
  closed: bool
  close() -> None ! io self
  fileno() -> int
  flush() -> None ! io
  isatty() -> bool ! io
  read(size?: int | None, /) -> bytes ! io self OSError
  readable() -> bool
  readline(size?: int, /) -> bytes ! io self OSError
  readlines(hint?: int, /) -> list[bytes] ! io self OSError
  seek(offset: int, whence?: int, /) -> int ! io self
  seekable() -> bool
  tell() -> int ! io
  truncate(size?: int | None, /) -> int ! io self
  writable() -> bool
  write(b: bytes, /) -> int ! io self OSError
  writelines(lines: Iterable[bytes], /) -> None ! io self OSError
  __enter__() -> Self
  __iter__() -> Iterator[bytes]
  __next__() -> bytes ! io self
class UnsupportedOperation(OSError)
`;
