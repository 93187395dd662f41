/** Errors, panics, the end of the program, variables behind pointers. */
import type { Helpers } from './helper';

export const errors = {
  error_chain: {
    imports: ['from collections.abc import Iterator'],
    text: `
def error_chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it wraps, from the outside in."""
    while error is not None:
        yield error
        error = error.__cause__
`,
  },
  error_tree: {
    imports: ['from collections.abc import Iterator'],
    uses: ['JoinedError'],
    text: `
def error_tree(error: BaseException | None) -> Iterator[BaseException]:
    """An error and all that it wraps, from the outside in."""
    if error is None:
        return
    yield error
    inner = error.errors if isinstance(error, JoinedError) else (error.__cause__,)
    for one in inner:
        yield from error_tree(one)
`,
  },
  JoinedError: {
    text: `
class JoinedError(Exception):
    """Several errors in one."""

    def __init__(self, text: str, *errors: BaseException) -> None:
        super().__init__(text)
        self.errors = errors
`,
  },
  join_errors: {
    uses: ['JoinedError'],
    text: `
def join_errors(*errors: BaseException | None) -> JoinedError | None:
    """The errors that are there in one, a line each; None where there is none."""
    given = [error for error in errors if error is not None]
    return JoinedError("\\n".join(map(str, given)), *given) if given else None
`,
  },
  find_in_tree: {
    uses: ['error_tree'],
    text: `
def find_in_tree(error: BaseException | None, kind: type) -> BaseException | None:
    """The first of an error and all that it wraps that is of that kind."""
    return next((one for one in error_tree(error) if isinstance(one, kind)), None)
`,
  },
  same_error: {
    text: `
def same_error(a: BaseException | None, b: BaseException | None) -> bool:
    """Whether two errors are one; all errors of a class that only has a text are."""
    return a is b or (type(a) is type(b) is not ValueError and not vars(a))
`,
  },
  find_cause: {
    text: `
def find_cause(error: BaseException | None, kind: type) -> BaseException | None:
    """The error itself or the first of its causes that is of that kind."""
    while error is not None and not isinstance(error, kind):
        error = error.__cause__
    return error
`,
  },
  caused_by: {
    imports: ['from typing import TypeVar'],
    text: `
def caused_by(error: BaseException, cause: BaseException | None) -> BaseException:
    """An error that wraps another one."""
    error.__cause__ = cause
    return error
`,
  },
  error_of: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def error_of(function: Callable[..., Any], *args: Any) -> Exception | None:
    """The error that a call raises, or None; what is a panic in Go goes through."""
    try:
        function(*args)
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError):
        raise
    except Exception as error:
        return error
    return None
`,
  },
  panic_text: {
    text: `
def panic_text(error: BaseException) -> str:
    """What Go prints for a panic that was recovered from."""
    if isinstance(error, ZeroDivisionError):
        return "runtime error: integer divide by zero"
    if isinstance(error, (AttributeError, TypeError)) and "NoneType" in str(error):
        return "runtime error: invalid memory address or nil pointer dereference"
    return str(error)
`,
  },
  panic_value: {
    uses: ['panic_text'],
    text: `
def panic_value(error: BaseException) -> object:
    """What recover gives for an exception: the value of the panic, or the error."""
    if type(error) is RuntimeError:
        return error.args[0]
    if isinstance(error, (ArithmeticError, AttributeError, LookupError, TypeError)):
        return Exception(panic_text(error))
    return error
`,
  },
  element: {
    imports: ['from collections.abc import Sequence', 'from typing import TypeVar'],
    text: `
Element = TypeVar("Element")


def element(items: Sequence[Element], index: int) -> Element:
    """The element at an index; a panic outside of the slice, at negative ones too."""
    if not 0 <= index < len(items):
        raise IndexError(f"runtime error: index out of range [{index}]" + (f" with length {len(items)}" if index >= 0 else ""))
    return items[index]
`,
  },
  as_type: {
    uses: ['type_text'],
    imports: ['from typing import Any'],
    text: `
def as_type(value: object, kind: type | tuple[type, ...], wanted: str, source: str = "interface {}") -> Any:
    """The value, which has to be of that type: another one is a panic."""
    fits = type(value) is kind if kind in (bool, float, int, str) else isinstance(value, kind)
    if fits:
        return value
    found = "nil" if value is None else type_text(value)
    raise TypeError(f"interface conversion: {source} is {found}, not {wanted}")
`,
  },
  exit_now: {
    imports: ['import os', 'import sys', 'from typing import NoReturn'],
    text: `
def exit_now(status: int) -> NoReturn:
    """End the program without running what is deferred, as os.Exit does."""
    sys.stdout.flush()
    os._exit(status)
`,
  },
  path_errors: {
    imports: ['from collections.abc import Iterator', 'from contextlib import contextmanager'],
    text: `
@contextmanager
def path_errors(operation: str) -> Iterator[None]:
    """Say what failed with a file in Go's words."""
    try:
        yield
    except OSError as error:
        words = (error.strerror or "").lower()
        raise type(error)(f"{operation} {error.filename}: {words}") from None
`,
  },
  open_file: {
    imports: ['from typing import TextIO'],
    uses: ['path_errors'],
    text: `
def open_file(path: str, mode: str = "r") -> TextIO:
    """Open a file of text."""
    with path_errors("open"):
        return open(path, mode, encoding="utf-8")
`,
  },
  file_info: {
    imports: ['from pathlib import Path'],
    uses: ['path_errors'],
    text: `
def file_info(path: str) -> Path:
    """What is known of a file that has to exist."""
    with path_errors("stat"):
        Path(path).stat()
    return Path(path)
`,
  },
  read_dir: {
    imports: ['from pathlib import Path'],
    uses: ['path_errors'],
    text: `
def read_dir(path: str) -> list[Path]:
    """The entries of a directory in the order of their names."""
    with path_errors("open"):
        return sorted(Path(path).iterdir())
`,
  },
  read_file: {
    imports: ['from pathlib import Path'],
    uses: ['path_errors'],
    text: `
def read_file(path: str) -> bytes:
    """The bytes of a file."""
    with path_errors("open"):
        return Path(path).read_bytes()
`,
  },
  write_file: {
    imports: ['from pathlib import Path'],
    uses: ['path_errors'],
    text: `
def write_file(path: str, data: bytes) -> None:
    """Write the bytes of a file."""
    with path_errors("open"):
        Path(path).write_bytes(data)
`,
  },
  remove_file: {
    imports: ['import os'],
    uses: ['path_errors'],
    text: `
def remove_file(path: str) -> None:
    """Remove a file."""
    with path_errors("remove"):
        os.remove(path)
`,
  },
  read_line: {
    imports: ['import sys'],
    text: `
def read_line() -> str:
    """One line of the input with its line break. Raises EOFError at the end."""
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF")
    return line
`,
  },
  Ref: {
    imports: ['from typing import Generic', 'from typing import TypeVar'],
    text: `
Held = TypeVar("Held")


class Ref(Generic[Held]):
    """A variable that others can change through a pointer to it."""

    def __init__(self, value: Held) -> None:
        self.value = value
`,
  },
  copy_with: {
    imports: ['import copy', 'from typing import TypeVar'],
    text: `
Copied = TypeVar("Copied")


def copy_with(value: Copied, **parts: object) -> Copied:
    """A copy of an object with other values for some of its fields."""
    other = copy.copy(value)
    vars(other).update(parts)
    return other
`,
  },
  FieldRef: {
    imports: ['from typing import Any'],
    text: `
class FieldRef:
    """A pointer to a field of an object."""

    def __init__(self, owner: object, field: str) -> None:
        self.owner = owner
        self.field = field

    @property
    def value(self) -> Any:
        return getattr(self.owner, self.field)

    @value.setter
    def value(self, value: Any) -> None:
        setattr(self.owner, self.field, value)
`,
  },
  ElementRef: {
    imports: ['from typing import Any'],
    text: `
class ElementRef:
    """A pointer to an element of a list."""

    def __init__(self, items: list, index: int) -> None:
        self.items = items
        self.index = index

    @property
    def value(self) -> Any:
        return self.items[self.index]

    @value.setter
    def value(self, value: Any) -> None:
        self.items[self.index] = value
`,
  },
} satisfies Helpers;
