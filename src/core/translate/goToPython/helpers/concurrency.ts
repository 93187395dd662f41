/** Channels and what else threads share. */
import type { Helpers } from './helper';

export const concurrency = {
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
} satisfies Helpers;
