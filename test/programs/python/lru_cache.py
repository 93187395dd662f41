"""A least-recently-used cache on a doubly linked list and a dict."""

from typing import Generic, Optional, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Node(Generic[K, V]):
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value
        self.prev: Optional["Node[K, V]"] = None
        self.next: Optional["Node[K, V]"] = None


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self._nodes: dict[K, Node[K, V]] = {}
        self._head: Optional[Node[K, V]] = None  # most recent
        self._tail: Optional[Node[K, V]] = None  # least recent
        self.hits = 0
        self.misses = 0

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, key: K) -> bool:
        return key in self._nodes

    def _unlink(self, node: Node[K, V]) -> None:
        if node.prev is not None:
            node.prev.next = node.next
        else:
            self._head = node.next
        if node.next is not None:
            node.next.prev = node.prev
        else:
            self._tail = node.prev
        node.prev = node.next = None

    def _push_front(self, node: Node[K, V]) -> None:
        node.next = self._head
        if self._head is not None:
            self._head.prev = node
        self._head = node
        if self._tail is None:
            self._tail = node

    def get(self, key: K) -> Optional[V]:
        node = self._nodes.get(key)
        if node is None:
            self.misses += 1
            return None
        self.hits += 1
        self._unlink(node)
        self._push_front(node)
        return node.value

    def put(self, key: K, value: V) -> Optional[K]:
        """Store a value; returns the key that had to go, if any."""
        if key in self._nodes:
            node = self._nodes[key]
            node.value = value
            self._unlink(node)
            self._push_front(node)
            return None
        evicted: Optional[K] = None
        if len(self._nodes) >= self.capacity:
            assert self._tail is not None
            evicted = self._tail.key
            del self._nodes[evicted]
            self._unlink(self._tail)
        node = Node(key, value)
        self._nodes[key] = node
        self._push_front(node)
        return evicted

    def keys(self) -> list[K]:
        out: list[K] = []
        node = self._head
        while node:
            out.append(node.key)
            node = node.next
        return out

    @property
    def hit_rate(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0


def main() -> None:
    cache: LRUCache[str, int] = LRUCache(3)
    for position, word in enumerate("the cat and the dog and the bird".split()):
        seen = cache.get(word)
        evicted = cache.put(word, position)
        note = f"last at {seen}" if seen is not None else "new"
        if evicted is not None:
            note += f", evicted {evicted!r}"
        print(f"{position}: {word:<5} {note}")
    print("order:", cache.keys())
    print("cat" in cache, "dog" in cache, len(cache))
    print(f"{cache.hits} hits, {cache.misses} misses, rate {cache.hit_rate:.1%}")

    squares: LRUCache[int, int] = LRUCache(2)
    for n in (1, 2, 1, 3, 2):
        if squares.get(n) is None:
            squares.put(n, n * n)
    print("squares:", squares.keys(), [squares.get(k) for k in squares.keys()])

    try:
        LRUCache(0)
    except ValueError as exc:
        print("error:", exc)


if __name__ == "__main__":
    main()
