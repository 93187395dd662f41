/** Heaps and sorts that work by the methods of a collection. */
import type { Helpers } from './helper';

export const collections = {
  sift_up: {
    imports: ['from typing import Any'],
    text: `
def sift_up(heap: Any, child: int) -> None:
    """Move an item up until its parent is not greater."""
    while child > 0:
        parent = (child - 1) // 2
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        child = parent
`,
  },
  sift_down: {
    imports: ['from typing import Any'],
    text: `
def sift_down(heap: Any, start: int, size: int) -> bool:
    """Move an item down until no child is less; says whether it moved."""
    parent = start
    while (child := 2 * parent + 1) < size:
        if child + 1 < size and heap.less(child + 1, child):
            child += 1
        if not heap.less(child, parent):
            break
        heap.swap(parent, child)
        parent = child
    return parent > start
`,
  },
  heap_init: {
    imports: ['from typing import Any'],
    uses: ['sift_down'],
    text: `
def heap_init(heap: Any) -> None:
    """Bring the items into the order of a heap."""
    size = heap.len()
    for start in range(size // 2 - 1, -1, -1):
        sift_down(heap, start, size)
`,
  },
  heap_push: {
    imports: ['from typing import Any'],
    uses: ['sift_up'],
    text: `
def heap_push(heap: Any, item: Any) -> None:
    """Add an item to a heap."""
    heap.push(item)
    sift_up(heap, heap.len() - 1)
`,
  },
  heap_pop: {
    imports: ['from typing import Any'],
    uses: ['sift_down'],
    text: `
def heap_pop(heap: Any) -> Any:
    """Take the least item from a heap."""
    last = heap.len() - 1
    heap.swap(0, last)
    sift_down(heap, 0, last)
    return heap.pop()
`,
  },
  heap_fix: {
    imports: ['from typing import Any'],
    uses: ['sift_up', 'sift_down'],
    text: `
def heap_fix(heap: Any, index: int) -> None:
    """Put an item whose value has changed into its place."""
    if not sift_down(heap, index, heap.len()):
        sift_up(heap, index)
`,
  },
  heap_remove: {
    imports: ['from typing import Any'],
    uses: ['sift_up', 'sift_down'],
    text: `
def heap_remove(heap: Any, index: int) -> Any:
    """Take the item at an index from a heap."""
    last = heap.len() - 1
    if last != index:
        heap.swap(index, last)
        if not sift_down(heap, index, last):
            sift_up(heap, index)
    return heap.pop()
`,
  },
  sort_by_methods: {
    imports: ['from typing import Any'],
    text: `
def sort_by_methods(items: Any, reverse: bool = False) -> None:
    """Sort by the methods len, less and swap of a collection."""
    for end in range(1, items.len()):
        at = end
        while at > 0:
            pair = (at - 1, at) if reverse else (at, at - 1)
            if not items.less(*pair):
                break
            items.swap(at, at - 1)
            at -= 1
`,
  },
  binary_search: {
    imports: ['from bisect import bisect_left', 'from collections.abc import Sequence', 'from typing import Any'],
    text: `
def binary_search(items: Sequence[Any], target: Any) -> tuple[int, bool]:
    """Where the target stands or belongs in sorted items, and whether it is there."""
    at = bisect_left(items, target)
    return at, at < len(items) and items[at] == target
`,
  },
  binary_search_by: {
    imports: [
      'from bisect import bisect_left',
      'from collections.abc import Callable',
      'from collections.abc import Sequence',
      'from typing import Any',
    ],
    text: `
def binary_search_by(
    items: Sequence[Any], target: Any, compare: Callable[[Any, Any], int]
) -> tuple[int, bool]:
    """Where the target stands or belongs in items that the function has in order, and whether it is there."""
    at = bisect_left(items, 0, key=lambda item: compare(item, target))
    return at, at < len(items) and compare(items[at], target) == 0
`,
  },
  find_place: {
    imports: ['from bisect import bisect_left', 'from collections.abc import Callable'],
    text: `
def find_place(size: int, compare: Callable[[int], int]) -> tuple[int, bool]:
    """The first index for which the function is not positive, and whether it is zero there."""
    at = bisect_left(range(size), 0, key=lambda i: -compare(i))
    return at, at < size and compare(at) == 0
`,
  },
  compact_by: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def compact_by(items: list[Any], same: Callable[[Any, Any], bool]) -> list[Any]:
    """The items without those that are the same as the one before."""
    kept: list[Any] = []
    for item in items:
        if not kept or not same(kept[-1], item):
            kept.append(item)
    return kept
`,
  },
  compare_by: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def compare_by(first: list[Any], second: list[Any], compare: Callable[[Any, Any], int]) -> int:
    """Compare lists by the first items that differ, then by their lengths."""
    for a, b in zip(first, second):
        if order := compare(a, b):
            return order
    return (len(first) > len(second)) - (len(first) < len(second))
`,
  },
  equal_dicts: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def equal_dicts(first: dict[Any, Any], second: dict[Any, Any], same: Callable[[Any, Any], bool]) -> bool:
    """Whether both have the same keys and values that the function calls the same."""
    return first.keys() == second.keys() and all(same(first[key], second[key]) for key in first)
`,
  },
  delete_items: {
    imports: ['from collections.abc import Callable', 'from typing import Any'],
    text: `
def delete_items(items: dict[Any, Any], goes: Callable[[Any, Any], bool]) -> None:
    """Delete the items of a dict for which the function is true."""
    for key in [key for key, value in items.items() if goes(key, value)]:
        del items[key]
`,
  },
  pull: {
    imports: ['from collections.abc import Callable', 'from collections.abc import Iterable', 'from typing import Any'],
    text: `
def pull(items: Iterable[Any]) -> tuple[Callable[[], tuple[Any, bool]], Callable[[], None]]:
    """Two functions: one gives the next item and whether there was one, the other ends it."""
    source = iter(items)
    end = object()
    ended = False

    def take() -> tuple[Any, bool]:
        item = end if ended else next(source, end)
        return (None, False) if item is end else (item, True)

    def stop() -> None:
        nonlocal ended
        ended = True

    return take, stop
`,
  },
} satisfies Helpers;
