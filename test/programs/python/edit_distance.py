"""Memoized recursion: edit distance, coin change, common subsequence, paths in a grid."""

from functools import lru_cache
from typing import Sequence


def edit_script(source: str, target: str) -> list[str]:
    """The cheapest list of edits that turns one word into the other."""
    rows, cols = len(source) + 1, len(target) + 1
    cost = [[0] * cols for _ in range(rows)]
    for i in range(rows):
        cost[i][0] = i
    for j in range(cols):
        cost[0][j] = j
    for i in range(1, rows):
        for j in range(1, cols):
            same = source[i - 1] == target[j - 1]
            cost[i][j] = min(
                cost[i - 1][j] + 1,
                cost[i][j - 1] + 1,
                cost[i - 1][j - 1] + (0 if same else 1),
            )

    edits: list[str] = []
    i, j = len(source), len(target)
    while i > 0 or j > 0:
        if i and j and source[i - 1] == target[j - 1] and cost[i][j] == cost[i - 1][j - 1]:
            i, j = i - 1, j - 1
        elif i and j and cost[i][j] == cost[i - 1][j - 1] + 1:
            edits.append(f"{source[i - 1]}>{target[j - 1]}")
            i, j = i - 1, j - 1
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            edits.append(f"-{source[i - 1]}")
            i -= 1
        else:
            edits.append(f"+{target[j - 1]}")
            j -= 1
    edits.reverse()
    assert len(edits) == cost[-1][-1]
    return edits


@lru_cache(maxsize=None)
def common(a: str, b: str) -> str:
    if not a or not b:
        return ""
    if a[0] == b[0]:
        return a[0] + common(a[1:], b[1:])
    return max(common(a[1:], b), common(a, b[1:]), key=len)


def fewest_coins(amount: int, coins: Sequence[int]) -> list[int] | None:
    memo: dict[int, list[int] | None] = {0: []}

    def best(rest: int) -> list[int] | None:
        if rest < 0:
            return None
        if rest not in memo:
            memo[rest] = None
            for coin in coins:
                sub = best(rest - coin)
                if sub is not None:
                    known = memo[rest]
                    if known is None or len(sub) + 1 < len(known):
                        memo[rest] = [*sub, coin]
        return memo[rest]

    found = best(amount)
    return None if found is None else sorted(found, reverse=True)


@lru_cache
def grid_paths(rows: int, cols: int) -> int:
    if rows == 1 or cols == 1:
        return 1
    return grid_paths(rows - 1, cols) + grid_paths(rows, cols - 1)


if __name__ == "__main__":
    for a, b in [("kitten", "sitting"), ("sunday", "saturday"), ("", "abc"), ("naïve", "native"), ("same", "same")]:
        script = edit_script(a, b)
        print(f"{a!r} -> {b!r}: {len(script)} {' '.join(script)}".rstrip())

    print(common("nematode knowledge", "empty bottle"))
    for amount, coins in [(63, (1, 5, 10, 21, 25)), (7, (2, 4)), (0, (1,)), (99, (50, 20, 10, 5, 2, 1))]:
        result = fewest_coins(amount, coins)
        print(amount, "=", "impossible" if result is None else " + ".join(map(str, result)) or "nothing")
    print("paths:", [grid_paths(n, n) for n in range(1, 9)], grid_paths(18, 18))
    print("states:", grid_paths.cache_info().currsize)
