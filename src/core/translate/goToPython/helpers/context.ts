/** Contexts, timers and groups of threads. */
import type { Helpers } from './helper';

export const context = {
  Cancelled: {
    text: `
class Cancelled(Exception):
    """A context was cancelled."""
`,
  },
  Context: {
    imports: ['import threading', 'from datetime import datetime', 'from typing import Any'],
    uses: ['Channel', 'Cancelled'],
    text: `
class Context:
    """A deadline, a cancellation and values, handed down to what is called."""

    def __init__(self, parent: "Context | None" = None, key: Any = None, item: Any = None) -> None:
        self.parent = parent
        self.key = key
        self.item = item
        self.deadline: datetime | None = parent.deadline if parent else None
        self.error: Exception | None = None
        self.cause: Exception | None = None
        self.children: list[Context] = []
        self.closed: Channel[None] = Channel()
        if parent:
            parent.children.append(self)
            if parent.error:
                self.end(parent.error, parent.cause)

    def end(self, error: Exception, cause: Exception | None = None) -> None:
        if self.error is None:
            self.error = error
            self.cause = cause or error
            self.closed.close()
            for child in self.children:
                child.end(error, self.cause)

    def cancel(self, cause: Exception | None = None) -> None:
        self.end(Cancelled("context canceled"), cause)

    def expire(self) -> None:
        self.end(TimeoutError("context deadline exceeded"))

    def done(self) -> "Channel[None]":
        return self.closed

    def err(self) -> Exception | None:
        return self.error

    def value(self, key: Any) -> Any:
        if self.key is not None and self.key == key:
            return self.item
        return self.parent.value(key) if self.parent else None
`,
  },
  with_cancel: {
    imports: ['from collections.abc import Callable'],
    uses: ['Context'],
    text: `
def with_cancel(parent: Context) -> tuple[Context, Callable[[], None]]:
    """A context below another one, and the function that cancels it."""
    context = Context(parent)
    return context, context.cancel
`,
  },
  with_cancel_cause: {
    imports: ['from collections.abc import Callable'],
    uses: ['Context'],
    text: `
def with_cancel_cause(
    parent: Context,
) -> tuple[Context, Callable[[Exception | None], None]]:
    """A context below another one, and the function that cancels it for a reason."""
    context = Context(parent)
    return context, context.cancel
`,
  },
  with_timeout: {
    imports: [
      'import threading',
      'from collections.abc import Callable',
      'from datetime import datetime',
      'from datetime import timedelta',
    ],
    uses: ['Context'],
    text: `
def with_timeout(parent: Context, seconds: float) -> tuple[Context, Callable[[], None]]:
    """A context that ends by itself after a time, and the function that cancels it."""
    context = Context(parent)
    deadline = datetime.now() + timedelta(seconds=seconds)
    if context.deadline is None or deadline < context.deadline:
        context.deadline = deadline
    if seconds <= 0:
        context.expire()
    else:
        timer = threading.Timer(seconds, context.expire)
        timer.daemon = True
        timer.start()
    return context, context.cancel
`,
  },
  Timer: {
    imports: ['import threading', 'from collections.abc import Callable', 'from datetime import datetime'],
    uses: ['Channel'],
    text: `
class Timer:
    """Sends the time to its channel, or calls a function, when its time is over."""

    def __init__(self, seconds: float, work: Callable[[], None] | None = None) -> None:
        self.c: Channel[datetime] = Channel(1)
        self.work = work or self.tell
        self.start(seconds)

    def start(self, seconds: float) -> None:
        self.runs = True
        self.thread = threading.Timer(seconds, self.fire)
        self.thread.daemon = True
        self.thread.start()

    def fire(self) -> None:
        self.runs = False
        self.work()

    def tell(self) -> None:
        if not len(self.c):
            self.c.send(datetime.now())

    def stop(self) -> bool:
        """Whether the timer was still running."""
        was_running, self.runs = self.runs, False
        self.thread.cancel()
        return was_running

    def reset(self, seconds: float) -> bool:
        was_running = self.stop()
        self.start(seconds)
        return was_running
`,
  },
  Ticker: {
    imports: ['import threading', 'from datetime import datetime'],
    uses: ['Channel'],
    text: `
class Ticker:
    """Sends the time to its channel again and again."""

    def __init__(self, seconds: float) -> None:
        self.c: Channel[datetime] = Channel(1)
        self.seconds = seconds
        self.stopped = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        while not self.stopped.wait(self.seconds):
            if not len(self.c):
                self.c.send(datetime.now())

    def stop(self) -> None:
        self.stopped.set()

    def reset(self, seconds: float) -> None:
        self.seconds = seconds
`,
  },
  ErrorGroup: {
    imports: ['import threading', 'from collections.abc import Callable'],
    text: `
class ErrorGroup:
    """Runs functions in threads; waiting for them raises the first of their errors."""

    def __init__(self, cancel: Callable[[], None] | None = None) -> None:
        self.cancel = cancel
        self.error: Exception | None = None
        self.threads: list[threading.Thread] = []
        self.slots: threading.Semaphore | None = None

    def set_limit(self, count: int) -> None:
        self.slots = threading.Semaphore(count) if count >= 0 else None

    def go(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            except Exception as error:
                self.error = self.error or error
                if self.cancel:
                    self.cancel()
            finally:
                if self.slots:
                    self.slots.release()

        if self.slots:
            self.slots.acquire()
        thread = threading.Thread(target=run, daemon=True)
        self.threads.append(thread)
        thread.start()

    def wait(self) -> None:
        for thread in self.threads:
            thread.join()
        if self.cancel:
            self.cancel()
        if self.error:
            raise self.error
`,
  },
  error_group: {
    uses: ['ErrorGroup', 'Context'],
    text: `
def error_group(parent: Context) -> tuple[ErrorGroup, Context]:
    """A group, and the context that the first error of it cancels."""
    context = Context(parent)
    return ErrorGroup(context.cancel), context
`,
  },
  Atomic: {
    imports: ['import threading', 'from typing import Generic', 'from typing import TypeVar'],
    text: `
Kept = TypeVar("Kept")


class Atomic(Generic[Kept]):
    """A variable that threads change one at a time."""

    def __init__(self, value: Kept) -> None:
        self.value = value
        self.lock = threading.Lock()

    def load(self) -> Kept:
        return self.value

    def store(self, value: Kept) -> None:
        with self.lock:
            self.value = value

    def add(self, delta: Kept) -> Kept:
        with self.lock:
            self.value += delta
            return self.value

    def swap(self, value: Kept) -> Kept:
        with self.lock:
            old, self.value = self.value, value
            return old

    def compare_and_swap(self, old: Kept, new: Kept) -> bool:
        with self.lock:
            if self.value != old:
                return False
            self.value = new
            return True
`,
  },
  signal: {
    imports: ['import threading'],
    text: `
def signal(condition: threading.Condition, count: int = 1) -> None:
    """Wake those who wait, whether or not the lock is held."""
    try:
        condition.notify(count)
    except RuntimeError:
        with condition:
            condition.notify(count)
`,
  },
  load_or_store: {
    imports: ['from typing import Any'],
    text: `
def load_or_store(items: dict, key: Any, value: Any) -> tuple[Any, bool]:
    """What is kept under the key, and whether it was there before."""
    is_loaded = key in items
    return items.setdefault(key, value), is_loaded
`,
  },
  range_over: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def range_over(items: dict, visit: Callable[[Any, Any], bool]) -> None:
    """Call the function for each key and value until it says no."""
    for key, value in list(items.items()):
        if not visit(key, value):
            break
`,
  },
  Pool: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
class Pool:
    """Keeps objects that can be used again."""

    def __init__(self, new: Callable[[], Any] = lambda: None) -> None:
        self.new = new
        self.items: list[Any] = []

    def get(self) -> Any:
        return self.items.pop() if self.items else self.new()

    def put(self, item: Any) -> None:
        self.items.append(item)
`,
  },
} satisfies Helpers;
