/** Functions, constants and exceptions that every Python module sees. The methods of str, list and so on are in their own files. */
export const builtins = `
abs(x: T, /) -> T
aiter(async_iterable: AsyncIterable[T], /) -> AsyncIterator[T]
all(iterable: Iterable[any], /) -> bool
any(iterable: Iterable[any], /) -> bool
ascii(obj: any, /) -> str
bin(number: int, /) -> str
breakpoint(*args: any, **kws: any) -> None ! io
callable(obj: any, /) -> bool
chr(i: int, /) -> str ! ValueError
compile(source: str, filename: str, mode: str, flags?: int, dont_inherit?: bool, optimize?: int, *, _feature_version?: int) -> any ! SyntaxError
delattr(obj: any, name: str, /) -> None ! obj AttributeError
dir(object?: any) -> list[str]
divmod(x: int, y: int, /) -> tuple[int, int] ! ZeroDivisionError
divmod(x: float, y: float, /) -> tuple[float, float] ! ZeroDivisionError
eval(source: str, globals?: dict[str, any], locals?: dict[str, any], /) -> any ! io
exec(source: str, globals?: dict[str, any], locals?: dict[str, any], /, *, closure?: any) -> None ! io
exit(code?: any) -> None ! io SystemExit
filter(function: Callable[[T], any] | None, iterable: Iterable[T], /) -> Iterator[T]
format(value: any, format_spec?: str, /) -> str
getattr(object: any, name: str, default?: any, /) -> any ! AttributeError
globals() -> dict[str, any]
hasattr(obj: any, name: str, /) -> bool
hash(obj: any, /) -> int
hex(number: int, /) -> str
id(obj: any, /) -> int
input(prompt?: any, /) -> str ! io EOFError
isinstance(obj: any, class_or_tuple: any, /) -> bool
issubclass(cls: any, class_or_tuple: any, /) -> bool
iter(object: Iterable[T], /) -> Iterator[T]
iter(object: Callable[[], T], sentinel: T, /) -> Iterator[T]
len(obj: any, /) -> int
locals() -> dict[str, any]
map(function: Callable[[T], R], iterable: Iterable[T], /) -> Iterator[R]
map(function: Callable[[T, U], R], iterable: Iterable[T], iterable2: Iterable[U], /) -> Iterator[R]
map(function: Callable[..., R], iterable: Iterable[any], *iterables: Iterable[any]) -> Iterator[R]
max(iterable: Iterable[T], /, *, key?: Callable[[T], any]) -> T ! ValueError
max(iterable: Iterable[T], /, *, key?: Callable[[T], any], default: U) -> T | U
max(arg1: T, arg2: T, /, *args: T, key?: Callable[[T], any]) -> T
min(iterable: Iterable[T], /, *, key?: Callable[[T], any]) -> T ! ValueError
min(iterable: Iterable[T], /, *, key?: Callable[[T], any], default: U) -> T | U
min(arg1: T, arg2: T, /, *args: T, key?: Callable[[T], any]) -> T
next(iterator: Iterator[T], /) -> T ! iterator StopIteration
next(iterator: Iterator[T], default: U, /) -> T | U ! iterator
oct(number: int, /) -> str
open(file: any, mode?: str, buffering?: int, encoding?: str | None, errors?: str | None, newline?: str | None, closefd?: bool, opener?: any) -> io.TextIOWrapper ! io OSError
ord(c: str, /) -> int
pow(base: int, exp: int, mod?: int) -> int
pow(base: float, exp: float, mod?: float) -> float
print(*args: any, sep?: str | None, end?: str | None, file?: any, flush?: bool) -> None ! io
quit(code?: any) -> None ! io SystemExit
repr(obj: any, /) -> str
reversed(sequence: Iterable[T], /) -> Iterator[T]
round(number: float) -> int
round(number: T, ndigits: int) -> T
setattr(obj: any, name: str, value: any, /) -> None ! obj
sorted(iterable: Iterable[T], /, *, key?: Callable[[T], any] | None, reverse?: bool) -> list[T]
sum(iterable: Iterable[T], /, start?: T) -> T
vars(object?: any) -> dict[str, any]
zip(*iterables: Iterable[any], strict?: bool) -> Iterator[unknown]
__import__(name: str, globals?: any, locals?: any, fromlist?: any, level?: int) -> any ! io
NotImplemented: any
Ellipsis: any
__name__: str
__file__: str
__doc__: str | None
__debug__: bool
class object
  __init__()
class type
class property
class super
class staticmethod
class classmethod
class slice
  __init__(start: int | None, stop?: int | None, step?: int | None)
  start: int | None
  stop: int | None
  step: int | None
class memoryview
  __init__(object: bytes)
class range
  __init__(start: int, stop?: int, step?: int)
  start: int
  stop: int
  step: int
  count(value: int, /) -> int
  index(value: int, /) -> int ! ValueError
  __iter__() -> Iterator[int]
  __getitem__(key: int, /) -> int ! IndexError
class enumerate[T]
  __init__(iterable: Iterable[T], start?: int)
  __iter__() -> Iterator[tuple[int, T]]
  __next__() -> tuple[int, T] ! self StopIteration
class BaseException
  __init__(*args: any)
  args: list[any]
  __cause__: Exception | None
  __context__: Exception | None
  __traceback__: any
  add_note(note: str, /) -> None ! self
  with_traceback(tb: any, /) -> Exception ! self
class Exception(BaseException)
class BaseExceptionGroup(BaseException)
class ExceptionGroup(Exception)
class ArithmeticError(Exception)
class AssertionError(Exception)
class AttributeError(Exception)
class BlockingIOError(OSError)
class BrokenPipeError(ConnectionError)
class BufferError(Exception)
class ChildProcessError(OSError)
class ConnectionAbortedError(ConnectionError)
class ConnectionError(OSError)
class ConnectionRefusedError(ConnectionError)
class ConnectionResetError(ConnectionError)
class DeprecationWarning(Warning)
class EOFError(Exception)
class EnvironmentError(OSError)
class FileExistsError(OSError)
class FileNotFoundError(OSError)
class FloatingPointError(ArithmeticError)
class FutureWarning(Warning)
class GeneratorExit(BaseException)
class IOError(OSError)
class ImportError(Exception)
class IndentationError(SyntaxError)
class IndexError(LookupError)
class InterruptedError(OSError)
class IsADirectoryError(OSError)
class KeyError(LookupError)
class KeyboardInterrupt(BaseException)
class LookupError(Exception)
class MemoryError(Exception)
class ModuleNotFoundError(ImportError)
class NameError(Exception)
class NotADirectoryError(OSError)
class NotImplementedError(RuntimeError)
class OSError(Exception)
  errno: int | None
  strerror: str | None
  filename: str | None
class OverflowError(ArithmeticError)
class PendingDeprecationWarning(Warning)
class PermissionError(OSError)
class ProcessLookupError(OSError)
class RecursionError(RuntimeError)
class ReferenceError(Exception)
class ResourceWarning(Warning)
class RuntimeError(Exception)
class RuntimeWarning(Warning)
class StopAsyncIteration(Exception)
class StopIteration(Exception)
  value: any
class SyntaxError(Exception)
  lineno: int | None
  msg: str
class SystemError(Exception)
class SystemExit(BaseException)
  code: any
class TabError(IndentationError)
class TimeoutError(OSError)
class TypeError(Exception)
class UnboundLocalError(NameError)
class UnicodeDecodeError(UnicodeError)
class UnicodeEncodeError(UnicodeError)
class UnicodeError(ValueError)
class UserWarning(Warning)
class ValueError(Exception)
class Warning(Exception)
class ZeroDivisionError(ArithmeticError)
`;
