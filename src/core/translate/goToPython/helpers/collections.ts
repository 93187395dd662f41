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
} satisfies Helpers;
