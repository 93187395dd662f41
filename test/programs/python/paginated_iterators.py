# Generators around a paginated "API": flatten, batch, dedupe, peek, interleave.

RECORDS = [{"id": i, "score": (i * 37) % 11, "team": "abc"[i % 3]} for i in range(1, 24)]
requests = []


def fetch_page(cursor, size=5):
    """Pretend to ask a server; returns the page and the next cursor or None."""
    requests.append(cursor)
    page = RECORDS[cursor:cursor + size]
    following = cursor + size
    return page, following if following < len(RECORDS) else None


def all_records():
    cursor = 0
    while cursor is not None:
        page, cursor = fetch_page(cursor)
        yield from page


def batched(iterable, n):
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch


def unique(iterable, key):
    seen = set()
    for item in iterable:
        k = key(item)
        if k not in seen:
            seen.add(k)
            yield item


def running_average():
    """A coroutine: send numbers in, get the average so far back."""
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


class Peekable:
    def __init__(self, iterable):
        self._it = iter(iterable)
        self._buffer = []

    def __iter__(self):
        return self

    def __next__(self):
        if self._buffer:
            return self._buffer.pop()
        return next(self._it)

    def peek(self, default=None):
        if not self._buffer:
            try:
                self._buffer.append(next(self._it))
            except StopIteration:
                return default
        return self._buffer[-1]


def round_robin(*iterables):
    iterators = [iter(it) for it in iterables]
    while iterators:
        alive = []
        for it in iterators:
            try:
                yield next(it)
            except StopIteration:
                continue
            alive.append(it)
        iterators = alive


records = all_records()
print("nothing asked yet:", requests)
print("first:", next(records))
print("after one record:", requests)
print("good ones:", [r["id"] for r in records if r["score"] >= 9])
print("requests:", requests)

print("one per score:", [r["id"] for r in unique(all_records(), key=lambda r: r["score"])])
for batch in batched((r["score"] for r in all_records()), 8):
    print(f"batch of {len(batch)}: sum {sum(batch)}, max {max(batch)}")

avg = running_average()
next(avg)
print("averages:", [round(avg.send(r["score"]), 2) for r in RECORDS[:6]])
avg.close()

tokens = Peekable([1, 1, 2, 3, 3, 3, 1])
runs = []
for value in tokens:
    length = 1
    while tokens.peek() == value:
        next(tokens)
        length += 1
    runs.append((value, length))
print("runs:", runs, "then", tokens.peek("end"))

teams = [[r["id"] for r in RECORDS if r["team"] == t][:n] for t, n in zip("abc", (2, 4, 3))]
print("round robin:", list(round_robin(*teams)))
