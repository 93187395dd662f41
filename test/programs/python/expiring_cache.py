"""A least-recently-used cache whose entries expire, driven by a fake clock."""
from collections import OrderedDict


class FakeClock:
    def __init__(self, now=0):
        self.now = now

    def __call__(self):
        return self.now

    def advance(self, seconds):
        self.now += seconds


class ExpiringCache:
    def __init__(self, capacity, ttl, clock):
        self.capacity = capacity
        self.ttl = ttl
        self.clock = clock
        self._entries = OrderedDict()
        self.stats = {"hit": 0, "miss": 0, "expired": 0, "evicted": 0}

    def __setitem__(self, key, value):
        self._entries[key] = (value, self.clock() + self.ttl)
        self._entries.move_to_end(key)
        while len(self._entries) > self.capacity:
            old, _ = self._entries.popitem(last=False)
            self.stats["evicted"] += 1
            print(f"   evict {old}")

    def __getitem__(self, key):
        if key not in self._entries:
            self.stats["miss"] += 1
            raise KeyError(key)
        value, expires = self._entries[key]
        if expires <= self.clock():
            del self._entries[key]
            self.stats["expired"] += 1
            raise KeyError(key)
        self._entries.move_to_end(key)
        self.stats["hit"] += 1
        return value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def get_or_compute(self, key, compute):
        value = self.get(key)
        if value is None:
            value = compute(key)
            self[key] = value
        return value

    def __contains__(self, key):
        entry = self._entries.get(key)
        return entry is not None and entry[1] > self.clock()

    def __len__(self):
        return sum(1 for key in self._entries if key in self)

    def keys(self):
        return [k for k in self._entries if k in self]


def main():
    clock = FakeClock()
    cache = ExpiringCache(capacity=3, ttl=10, clock=clock)
    computed = []

    def length(word):
        computed.append(word)
        return len(word)

    for word, wait in [("tree", 1), ("house", 1), ("tree", 5), ("cat", 1), ("elephant", 1), ("house", 2), ("tree", 0)]:
        n = cache.get_or_compute(word, length)
        print(f"t={clock.now:>2} {word}={n} keys={cache.keys()}")
        clock.advance(wait)

    print("computed", len(computed), "times:", computed)
    clock.advance(8)
    print(f"t={clock.now} alive: {len(cache)} of {len(cache._entries)}")
    print("house" in cache, "tree" in cache, cache.get("house", "gone"), cache.get("cat"))
    print(", ".join(f"{name}: {count}" for name, count in cache.stats.items()))


if __name__ == "__main__":
    main()
