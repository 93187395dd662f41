/** Channels and what else threads share. */
import type { Helpers } from './helper';

export const concurrency = {
  Channel: {
    uses: ['Waiting', 'Offer', 'next_offer', 'select'],
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

    lock = threading.Lock()

    def __init__(self, capacity: int = 0, zero: Item | None = None) -> None:
        self.items: deque[Item] = deque()
        self.capacity = capacity
        self.zero = zero
        self.closed = False
        self.senders: deque[Offer] = deque()
        self.receivers: deque[Offer] = deque()

    def send(self, item: Item) -> None:
        select((self, item))

    def receive(self) -> Item:
        return select((self,))[1]

    def receive_ok(self) -> tuple[Item, bool]:
        """The next item and True; the zero value and False once it is closed."""
        return select((self,))[1:]

    def close(self) -> None:
        with self.lock:
            if self.closed:
                raise RuntimeError("close of closed channel")
            self.closed = True
            while offer := next_offer(self.receivers):
                offer.settle(self.zero, False)

    def put(self, item: Item) -> bool:
        """Hand the item to who waits for it, or keep it where there is room."""
        if self.closed:
            raise RuntimeError("send on closed channel")
        offer = next_offer(self.receivers)
        if offer:
            offer.settle(item, True)
        elif len(self.items) < self.capacity:
            self.items.append(item)
        else:
            return False
        return True

    def take(self) -> tuple[Item, bool] | None:
        """What is there, or what somebody waits to send; None where there is nothing."""
        offer = next_offer(self.senders)
        if offer:
            self.items.append(offer.item)
            offer.settle(None, True)
        if self.items:
            return self.items.popleft(), True
        return (self.zero, False) if self.closed else None

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Item]:
        while True:
            item, ok = self.receive_ok()
            if not ok:
                return
            yield item

`,
  },
  Waiting: {
    imports: ['import threading', 'from typing import Any'],
    uses: [],
    text: `
class Waiting:
    """A select that goes on with the first of its cases that can."""

    def __init__(self) -> None:
        self.result: tuple[int, Any, bool] | None = None
        self.settled = threading.Event()
`,
  },
  Offer: {
    imports: ['from typing import Any'],
    uses: ['Waiting'],
    text: `
class Offer:
    """A case of a select, in the queue of its channel."""

    def __init__(self, waiting: Waiting, index: int, item: Any = None) -> None:
        self.waiting = waiting
        self.index = index
        self.item = item

    def settle(self, item: Any, ok: bool) -> None:
        self.waiting.result = self.index, item, ok
        self.waiting.settled.set()
`,
  },
  next_offer: {
    imports: ['from collections import deque'],
    uses: ['Offer'],
    text: `
def next_offer(queue: deque[Offer]) -> Offer | None:
    """The first that still waits."""
    while queue:
        offer = queue.popleft()
        if offer.waiting.result is None:
            return offer
    return None
`,
  },
  select: {
    imports: ['import random', 'from typing import Any'],
    uses: ['Channel', 'Waiting', 'Offer'],
    text: `
def select(*cases: tuple, default: bool = False) -> tuple[int, Any, bool]:
    """Wait for a case: (channel,) receives, (channel, item) sends."""
    with Channel.lock:
        for index in random.sample(range(len(cases)), len(cases)):
            channel, *items = cases[index]
            if channel is None:
                continue
            if items and channel.put(*items):
                return index, None, True
            if not items and (taken := channel.take()):
                return index, *taken
        if default:
            return -1, None, False
        waiting = Waiting()
        for index, (channel, *items) in enumerate(cases):
            if channel is not None:
                queue = channel.senders if items else channel.receivers
                while queue and queue[0].waiting.result:
                    queue.popleft()
                queue.append(Offer(waiting, index, *items))
    waiting.settled.wait()
    assert waiting.result
    return waiting.result
`,
  },
  after: {
    imports: ['import threading', 'from datetime import datetime'],
    uses: ['Channel'],
    text: `
def after(seconds: float) -> Channel:
    """A channel that gets a value when the time is over."""
    channel = Channel(1)
    timer = threading.Timer(seconds, lambda: channel.send(datetime.now()))
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
