/**
 * Small functions and classes of Python that an answer brings along where the language has nothing of the kind. Each is
 * written once, only where it is used, under a name that says what it does.
 */
interface Helper {
  text: string;
  imports?: readonly string[];
  uses?: readonly HelperName[];
}

export type HelperName =
  | 'quotient'
  | 'remainder'
  | 'to_signed'
  | 'float_text'
  | 'round_away'
  | 'go_text'
  | 'go_format'
  | 'pointer_text'
  | 'quoted'
  | 'find_cause'
  | 'caused_by'
  | 'panic_text'
  | 'parse_int'
  | 'parse_float'
  | 'parse_bool'
  | 'Ref'
  | 'Channel'
  | 'select'
  | 'WaitGroup'
  | 'atomic_lock'
  | 'exit_now'
  | 'Once'
  | 'byte_index'
  | 'runes'
  | 'read_line'
  | 'duration_text'
  | 'sift_up'
  | 'sift_down'
  | 'heap_init'
  | 'heap_push'
  | 'heap_pop'
  | 'heap_fix'
  | 'heap_remove'
  | 'sort_by_methods'
  | 'after';

export const helpers: Readonly<Record<HelperName, Helper>> = {
  quotient: {
    text: `
def quotient(a: int, b: int) -> int:
    """Divide and drop the fraction, as Go does: -7 / 2 is -3."""
    result = abs(a) // abs(b)
    return result if (a < 0) == (b < 0) else -result
`,
  },
  remainder: {
    text: `
def remainder(a: int, b: int) -> int:
    """The rest of a division with the sign of the dividend: -7 % 3 is -1."""
    result = abs(a) % abs(b)
    return -result if a < 0 else result
`,
  },
  to_signed: {
    text: `
def to_signed(value: int, bits: int) -> int:
    """Wrap around as a signed integer of that many bits does."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value
`,
  },
  float_text: {
    imports: ['from decimal import Decimal'],
    text: `
def float_text(value: float) -> str:
    """Write a float as Go prints it: 1 for 1.0, 1e+06 for a million."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    number = Decimal(repr(float(value))).normalize()
    exponent = number.adjusted()
    if -4 <= exponent < 6:
        return format(number, "f")
    return f"{number.scaleb(-exponent):f}e{exponent:+03d}"
`,
  },
  round_away: {
    imports: ['import math'],
    text: `
def round_away(value: float) -> float:
    """Round half away from zero, as Go does; Python rounds half to even."""
    if not math.isfinite(value):
        return value
    whole = math.floor(abs(value))
    rounded = whole + 1 if abs(value) - whole >= 0.5 else whole
    return math.copysign(rounded, value)
`,
  },
  go_text: {
    uses: ['float_text'],
    text: `
def go_text(value: object, names: dict[str, str] | None = None) -> str:
    """Write a value as Go prints it: [1 2], map[a:1], {x y}, true, <nil>."""
    if value is None:
        return "<nil>"
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: pair[0])
        inside = " ".join(f"{go_text(k, names)}:{go_text(v, names)}" for k, v in pairs)
        return f"map[{inside}]"
    if isinstance(value, set):
        return "map[" + " ".join(f"{go_text(item)}:{{}}" for item in sorted(value)) + "]"
    if isinstance(value, (list, tuple, bytes, bytearray)):
        return "[" + " ".join(go_text(item, names) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value).__str__ is not object.__str__ or isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return float_text(value)
    if names:
        fields = vars(value).items()
        inside = " ".join(f"{names.get(k, k)}:{go_text(v, names)}" for k, v in fields)
    else:
        inside = " ".join(go_text(v) for v in vars(value).values())
    return "{" + inside + "}"
`,
  },
  pointer_text: {
    uses: ['go_text'],
    text: `
def pointer_text(value: object, names: dict[str, str] | None = None) -> str:
    """Write a pointer to a struct as Go prints it: &{x y}, or <nil>."""
    return "<nil>" if value is None else "&" + go_text(value, names)
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
  go_format: {
    imports: ['import re'],
    uses: ['go_text', 'quoted'],
    text: `
def go_format(text: str, *args: object) -> str:
    """Fill the verbs of a format that is known only when the program runs."""
    rest = iter(args)

    def fill(match: re.Match[str]) -> str:
        flags, width, precision, verb = match.groups()
        if verb == "%":
            return "%"
        value = next(rest)
        if verb in "vst":
            shown = go_text(value)
        elif verb == "q":
            shown = quoted(str(value))
        else:
            sign = "+" if "+" in flags else ""
            shown = format(value, sign + (precision or "") + verb)
        size = int(width or 0)
        if "-" in flags:
            return shown.ljust(size)
        return shown.zfill(size) if "0" in flags else shown.rjust(size)

    return re.sub(r"%([-+# 0]*)(\\d*)(\\.\\d+)?([a-zA-Z%])", fill, text)
`,
  },
  quoted: {
    imports: ['import json'],
    text: `
def quoted(text: str) -> str:
    """Put a text in double quotes, with escapes as in Go."""
    return json.dumps(text, ensure_ascii=False)
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
  panic_text: {
    text: `
def panic_text(error: BaseException) -> str:
    """What Go prints for a panic that was recovered from."""
    if isinstance(error, ZeroDivisionError):
        return "runtime error: integer divide by zero"
    return str(error)
`,
  },
  parse_int: {
    imports: ['import re'],
    uses: ['quoted'],
    text: `
def parse_int(text: str, base: int = 10, caller: str = "Atoi") -> int:
    """Read an integer as strictly as strconv does, with its words for errors."""
    if base == 10 and not re.fullmatch(r"[+-]?[0-9]+", text):
        raise ValueError(f"strconv.{caller}: parsing {quoted(text)}: invalid syntax")
    try:
        value = int(text, base)
    except ValueError:
        raise ValueError(f"strconv.{caller}: parsing {quoted(text)}: invalid syntax") from None
    if not -(1 << 63) <= value < 1 << 63:
        raise ValueError(f"strconv.{caller}: parsing {quoted(text)}: value out of range")
    return value
`,
  },
  parse_float: {
    uses: ['quoted'],
    text: `
def parse_float(text: str) -> float:
    """Read a float, with strconv's words for what is wrong."""
    try:
        if text != text.strip():
            raise ValueError
        return float(text)
    except ValueError:
        raise ValueError(f"strconv.ParseFloat: parsing {quoted(text)}: invalid syntax") from None
`,
  },
  parse_bool: {
    uses: ['quoted'],
    text: `
def parse_bool(text: str) -> bool:
    """Read a truth value, as strconv.ParseBool does."""
    if text in ("1", "t", "T", "true", "TRUE", "True"):
        return True
    if text in ("0", "f", "F", "false", "FALSE", "False"):
        return False
    raise ValueError(f"strconv.ParseBool: parsing {quoted(text)}: invalid syntax")
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
  Channel: {
    imports: [
      'import threading',
      'from collections import deque',
      'from collections.abc import Iterator',
      'from typing import Generic',
      'from typing import TypeVar',
    ],
    text: `
Item = TypeVar("Item")


class Channel(Generic[Item]):
    """A channel between threads: bounded, closable, iterable until closed."""

    changed = threading.Condition()

    def __init__(self, capacity: int = 0, zero: Item | None = None) -> None:
        self.items: deque[Item] = deque()
        self.capacity = capacity
        self.zero = zero
        self.waiting = 0
        self.closed = False

    def can_send(self) -> bool:
        return self.closed or len(self.items) < self.capacity + self.waiting

    def can_receive(self) -> bool:
        return self.closed or bool(self.items)

    def put(self, item: Item) -> None:
        if self.closed:
            raise RuntimeError("send on closed channel")
        self.items.append(item)
        self.changed.notify_all()

    def take(self) -> tuple[Item, bool]:
        if not self.items:
            return self.zero, False
        item = self.items.popleft()
        self.changed.notify_all()
        return item, True

    def send(self, item: Item) -> None:
        with self.changed:
            self.changed.wait_for(self.can_send)
            self.put(item)

    def receive_ok(self) -> tuple[Item, bool]:
        """The next item and True; the zero value and False once it is closed."""
        with self.changed:
            self.waiting += 1
            self.changed.notify_all()
            try:
                self.changed.wait_for(self.can_receive)
                return self.take()
            finally:
                self.waiting -= 1

    def receive(self) -> Item:
        return self.receive_ok()[0]

    def close(self) -> None:
        with self.changed:
            if self.closed:
                raise RuntimeError("close of closed channel")
            self.closed = True
            self.changed.notify_all()

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        while True:
            item, ok = self.receive_ok()
            if not ok:
                return
            yield item
`,
  },
  select: {
    uses: ['Channel'],
    imports: ['import random'],
    text: `
def select(*cases: tuple, default: bool = False) -> tuple:
    """Wait for a case: (channel,) receives, (channel, item) sends."""
    receivers = [case[0] for case in cases if len(case) == 1 and case[0] is not None]
    with Channel.changed:
        for channel in receivers:
            channel.waiting += 1
        Channel.changed.notify_all()
        try:
            while True:
                for index in random.sample(range(len(cases)), len(cases)):
                    case = cases[index]
                    channel = case[0]
                    if channel is None:
                        continue
                    if len(case) == 2 and channel.can_send():
                        channel.put(case[1])
                        return index, None, True
                    if len(case) == 1 and channel.can_receive():
                        item, ok = channel.take()
                        return index, item, ok
                if default:
                    return -1, None, False
                Channel.changed.wait()
        finally:
            for channel in receivers:
                channel.waiting -= 1
`,
  },
  WaitGroup: {
    imports: ['import threading', 'from collections.abc import Callable'],
    text: `
class WaitGroup:
    """Counts what is still to be done, and waits for all of it."""

    def __init__(self) -> None:
        self.count = 0
        self.changed = threading.Condition()

    def add(self, delta: int = 1) -> None:
        with self.changed:
            self.count += delta
            self.changed.notify_all()

    def done(self) -> None:
        self.add(-1)

    def go(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            finally:
                self.done()

        self.add()
        threading.Thread(target=run, daemon=True).start()

    def wait(self) -> None:
        with self.changed:
            self.changed.wait_for(lambda: self.count <= 0)
`,
  },
  atomic_lock: {
    imports: ['import threading'],
    text: `
atomic_lock = threading.Lock()
`,
  },
  Once: {
    imports: ['import threading', 'from collections.abc import Callable'],
    text: `
class Once:
    """Runs a function the first time only."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.done = False

    def do(self, work: Callable[[], None]) -> None:
        with self.lock:
            if not self.done:
                self.done = True
                work()
`,
  },
  byte_index: {
    text: `
def byte_index(text: str, index: int) -> int:
    """The offset in UTF-8 of the character at an index; -1 stays -1."""
    return index if index < 0 else len(text[:index].encode())
`,
  },
  runes: {
    imports: ['from collections.abc import Iterator'],
    text: `
def runes(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text, each with its offset in UTF-8."""
    offset = 0
    for char in text:
        yield offset, char
        offset += len(char.encode())
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
  duration_text: {
    text: `
def duration_text(seconds: float) -> str:
    """Write a time span as Go does: 1.5s, 2m0s, 300ms."""
    nanos = round(seconds * 1_000_000_000)
    sign, nanos = ("-", -nanos) if nanos < 0 else ("", nanos)
    if nanos == 0:
        return "0s"
    for unit, size in (("ns", 1), ("µs", 1_000), ("ms", 1_000_000)):
        if nanos < size * 1000:
            return f"{sign}{nanos / size:.9f}".rstrip("0").rstrip(".") + unit
    minutes, rest = divmod(nanos, 60_000_000_000)
    text = f"{rest / 1_000_000_000:.9f}".rstrip("0").rstrip(".") + "s"
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{sign}{hours}h{minutes}m{text}"
    return f"{sign}{minutes}m{text}" if minutes else sign + text
`,
  },
  sift_up: {
    imports: ['from typing import Any'],
    text: `
def sift_up(heap: Any, child: int) -> None:
    """Move an item up until its parent is not greater."""
    while child > 0:
        parent = (child - 1) // 2
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        child = parent
`,
  },
  sift_down: {
    imports: ['from typing import Any'],
    text: `
def sift_down(heap: Any, start: int, size: int) -> bool:
    """Move an item down until no child is less; says whether it moved."""
    parent = start
    while (child := 2 * parent + 1) < size:
        if child + 1 < size and heap.less(child + 1, child):
            child += 1
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        parent = child
    return parent > start
`,
  },
  heap_init: {
    imports: ['from typing import Any'],
    uses: ['sift_down'],
    text: `
def heap_init(heap: Any) -> None:
    """Bring the items into the order of a heap."""
    size = heap.len()
    for start in range(size // 2 - 1, -1, -1):
        sift_down(heap, start, size)
`,
  },
  heap_push: {
    imports: ['from typing import Any'],
    uses: ['sift_up'],
    text: `
def heap_push(heap: Any, item: Any) -> None:
    """Add an item to a heap."""
    heap.push(item)
    sift_up(heap, heap.len() - 1)
`,
  },
  heap_pop: {
    imports: ['from typing import Any'],
    uses: ['sift_down'],
    text: `
def heap_pop(heap: Any) -> Any:
    """Take the least item from a heap."""
    last = heap.len() - 1
    heap.swap(0, last)
    sift_down(heap, 0, last)
    return heap.pop()
`,
  },
  heap_fix: {
    imports: ['from typing import Any'],
    uses: ['sift_up', 'sift_down'],
    text: `
def heap_fix(heap: Any, index: int) -> None:
    """Put an item whose value has changed into its place."""
    if not sift_down(heap, index, heap.len()):
        sift_up(heap, index)
`,
  },
  heap_remove: {
    imports: ['from typing import Any'],
    uses: ['sift_up', 'sift_down'],
    text: `
def heap_remove(heap: Any, index: int) -> Any:
    """Take the item at an index from a heap."""
    last = heap.len() - 1
    if last != index:
        heap.swap(index, last)
        if not sift_down(heap, index, last):
            sift_up(heap, index)
    return heap.pop()
`,
  },
  sort_by_methods: {
    imports: ['from typing import Any'],
    text: `
def sort_by_methods(items: Any, reverse: bool = False) -> None:
    """Sort by the methods len, less and swap of a collection."""
    for end in range(1, items.len()):
        at = end
        while at > 0:
            pair = (at - 1, at) if reverse else (at, at - 1)
            if not items.less(*pair):
                break
            items.swap(at, at - 1)
            at -= 1
`,
  },
  after: {
    imports: ['import threading'],
    uses: ['Channel'],
    text: `
def after(seconds: float) -> Channel:
    """A channel that gets a value when the time is over."""
    channel = Channel(1)
    timer = threading.Timer(seconds, channel.send, args=(None,))
    timer.daemon = True
    timer.start()
    return channel
`,
  },
};
