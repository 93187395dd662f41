"""Simulate customers at the counters of a bank, event by event."""

import heapq
from dataclasses import dataclass, field
from typing import List, Tuple


class Lcg:
    """A small linear congruential generator, so that every run is the same."""

    def __init__(self, seed: int) -> None:
        self.state = seed & 0xFFFFFFFF

    def next_int(self) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state >> 16

    def between(self, low: int, high: int) -> int:
        return low + self.next_int() % (high - low + 1)


@dataclass
class Customer:
    number: int
    arrival: int
    service: int
    start: int = -1

    @property
    def waited(self) -> int:
        return self.start - self.arrival


@dataclass(order=True)
class Event:
    time: int
    order: int
    kind: str = field(compare=False)
    customer: Customer = field(compare=False)


@dataclass
class Bank:
    counters: int
    free: int = 0
    queue: List[Customer] = field(default_factory=list)
    served: List[Customer] = field(default_factory=list)
    longest_queue: int = 0
    busy_minutes: int = 0
    _events: List[Event] = field(default_factory=list, repr=False)
    _order: int = 0

    def __post_init__(self) -> None:
        self.free = self.counters

    def schedule(self, time: int, kind: str, customer: Customer) -> None:
        self._order += 1
        heapq.heappush(self._events, Event(time, self._order, kind, customer))

    def start_next(self, now: int) -> None:
        while self.free > 0 and self.queue:
            customer = self.queue.pop(0)
            customer.start = now
            self.free -= 1
            self.busy_minutes += customer.service
            self.schedule(now + customer.service, "leave", customer)

    def run(self) -> int:
        now = 0
        while self._events:
            event = heapq.heappop(self._events)
            now = event.time
            if event.kind == "arrive":
                self.queue.append(event.customer)
            else:
                self.free += 1
                self.served.append(event.customer)
            self.start_next(now)
            self.longest_queue = max(self.longest_queue, len(self.queue))
        return now


def simulate(counters: int, customers: int, seed: int) -> Tuple[Bank, int]:
    rng = Lcg(seed)
    bank = Bank(counters)
    clock = 0
    for number in range(1, customers + 1):
        clock += rng.between(0, 4)
        bank.schedule(clock, "arrive", Customer(number, clock, rng.between(2, 9)))
    return bank, bank.run()


def hhmm(minutes: int) -> str:
    hours, rest = divmod(9 * 60 + minutes, 60)
    return f"{hours:02d}:{rest:02d}"


def main() -> None:
    print(f"{'counters':>8} {'closed':>6} {'mean':>6} {'max':>4} {'queue':>5} {'use':>6}")
    for counters in range(1, 5):
        bank, end = simulate(counters, 60, seed=2024)
        waits = [c.waited for c in bank.served]
        use = bank.busy_minutes / (counters * end)
        print(
            f"{counters:>8} {hhmm(end):>6} {sum(waits) / len(waits):>6.2f} "
            f"{max(waits):>4} {bank.longest_queue:>5} {use:>6.1%}"
        )

    bank, _ = simulate(2, 8, seed=7)
    print("\nfirst customers with two counters:")
    for c in sorted(bank.served, key=lambda c: c.number):
        print(f"  #{c.number} came {hhmm(c.arrival)}, began {hhmm(c.start)}, took {c.service} min")
    worst = max(bank.served, key=lambda c: (c.waited, -c.number))
    print(f"longest wait: {worst}")


if __name__ == "__main__":
    main()
