"""Context managers: transactions with rollback, indentation, suppressing and stacking."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from types import TracebackType
from typing import Iterator, Optional, Type


class Rollback(Exception):
    """Raise inside a transaction to undo it without an error."""


class Store:
    def __init__(self) -> None:
        self.data: dict[str, int] = {}
        self.depth = 0

    def transaction(self) -> Transaction:
        return Transaction(self)


class Transaction:
    def __init__(self, store: Store) -> None:
        self.store = store
        self._backup: dict[str, int] = {}

    def __enter__(self) -> dict[str, int]:
        self._backup = dict(self.store.data)
        self.store.depth += 1
        return self.store.data

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        tb: Optional[TracebackType],
    ) -> bool:
        self.store.depth -= 1
        if exc_type is None:
            print(f"commit at depth {self.store.depth}")
            return False
        print(f"rollback at depth {self.store.depth}: {exc}")
        self.store.data = self._backup
        return issubclass(exc_type, Rollback)


@contextmanager
def section(title: str) -> Iterator[list[str]]:
    lines: list[str] = []
    print(f"<{title}>")
    try:
        yield lines
    finally:
        for line in lines:
            print("   ", line)
        print(f"</{title}>")


class Resource:
    def __init__(self, name: str) -> None:
        if name == "broken":
            raise OSError("cannot open broken")
        self.name = name

    def __enter__(self) -> Resource:
        print("open", self.name)
        return self

    def __exit__(self, *args: object) -> None:
        print("close", self.name)


def open_all(names: list[str]) -> int:
    with ExitStack() as stack:
        resources = [stack.enter_context(Resource(n)) for n in names]
        stack.callback(print, "leaving with", len(resources))
        return len(resources)


def main() -> None:
    store = Store()
    with store.transaction() as data:
        data["a"] = 1
        data["b"] = 2

    with store.transaction() as data:
        data["a"] = 100
        raise Rollback("changed my mind")
    print(store.data)

    try:
        with store.transaction() as outer:
            outer["c"] = 3
            with store.transaction() as inner:
                inner["d"] = inner["missing"]
    except KeyError as exc:
        print("key error:", exc)
    print(store.data, "depth", store.depth)

    with suppress(ZeroDivisionError):
        with section("report") as out:
            out.append("first line")
            out.append(f"ratio {1 / len(out):.1f}")
            out.append(str(1 / 0))
    print("opened", open_all(["db", "cache"]))
    try:
        open_all(["db", "broken", "cache"])
    except OSError as exc:
        print("failed:", exc)


if __name__ == "__main__":
    main()
