"""Classic sorting algorithms, counted and compared."""

from typing import Callable

Sorter = Callable[[list[int], "Counter"], list[int]]


class Counter:
    def __init__(self) -> None:
        self.compares = 0
        self.writes = 0

    def less(self, a: int, b: int) -> bool:
        self.compares += 1
        return a < b


def insertion_sort(data: list[int], count: Counter) -> list[int]:
    for i in range(1, len(data)):
        value = data[i]
        j = i
        while j > 0 and count.less(value, data[j - 1]):
            data[j] = data[j - 1]
            count.writes += 1
            j -= 1
        data[j] = value
        count.writes += 1
    return data


def merge_sort(data: list[int], count: Counter) -> list[int]:
    if len(data) <= 1:
        return data
    middle = len(data) // 2
    left = merge_sort(data[:middle], count)
    right = merge_sort(data[middle:], count)
    merged: list[int] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if count.less(right[j], left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged += left[i:] + right[j:]
    count.writes += len(merged)
    return merged


def quick_sort(data: list[int], count: Counter) -> list[int]:
    def partition(low: int, high: int) -> int:
        pivot = data[(low + high) // 2]
        i, j = low - 1, high + 1
        while True:
            i += 1
            while count.less(data[i], pivot):
                i += 1
            j -= 1
            while count.less(pivot, data[j]):
                j -= 1
            if i >= j:
                return j
            data[i], data[j] = data[j], data[i]
            count.writes += 2

    def sort(low: int, high: int) -> None:
        if low < high:
            split = partition(low, high)
            sort(low, split)
            sort(split + 1, high)

    sort(0, len(data) - 1)
    return data


def shell_sort(data: list[int], count: Counter) -> list[int]:
    for gap in (701, 301, 132, 57, 23, 10, 4, 1):
        for i in range(gap, len(data)):
            value, j = data[i], i
            while j >= gap and count.less(value, data[j - gap]):
                data[j] = data[j - gap]
                count.writes += 1
                j -= gap
            data[j] = value
            count.writes += 1
    return data


def radix_sort(data: list[int], count: Counter) -> list[int]:
    shift = 0
    while data and max(data) >> shift:
        buckets: list[list[int]] = [[] for _ in range(16)]
        for value in data:
            buckets[value >> shift & 15].append(value)
        data = [value for bucket in buckets for value in bucket]
        count.writes += len(data)
        shift += 4
    return data


def shuffled(n: int, seed: int = 42) -> list[int]:
    values: list[int] = []
    for _ in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        values.append((seed >> 33) % 1000)
    return values


SORTERS: dict[str, Sorter] = {
    "insertion": insertion_sort,
    "merge": merge_sort,
    "quick": quick_sort,
    "shell": shell_sort,
    "radix": radix_sort,
}


def main() -> None:
    n = 300
    inputs = {
        "random": shuffled(n),
        "sorted": list(range(n)),
        "reversed": list(range(n, 0, -1)),
        "few values": [v % 4 for v in shuffled(n)],
        "empty": [],
    }
    print(" " * 11 + "".join(f"{name:>16}" for name in SORTERS))
    for label, values in inputs.items():
        row = f"{label:<11}"
        for name, sorter in SORTERS.items():
            count = Counter()
            result = sorter(values.copy(), count)
            if result != sorted(values):
                raise AssertionError(f"{name} failed on {label}")
            row += f"{count.compares:>9}/{count.writes:<6}"
        print(row.rstrip())
    print("(compares/writes)", shuffled(5))


if __name__ == "__main__":
    main()
