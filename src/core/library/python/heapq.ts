/** Heaps in lists. */
export const heapq = `
heapify(heap: list[T], /) -> None ! heap
heappop(heap: list[T], /) -> T ! heap IndexError
heappush(heap: list[T], item: T, /) -> None ! heap
heappushpop(heap: list[T], item: T, /) -> T ! heap
heapreplace(heap: list[T], item: T, /) -> T ! heap IndexError
merge(*iterables: Iterable[T], key?: Callable[[T], any] | None, reverse?: bool) -> Iterator[T]
nlargest(n: int, iterable: Iterable[T], key?: Callable[[T], any] | None) -> list[T]
nsmallest(n: int, iterable: Iterable[T], key?: Callable[[T], any] | None) -> list[T]
`;
