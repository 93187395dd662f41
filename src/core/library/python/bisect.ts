/** Searching in sorted lists. */
export const bisect = `
bisect(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> int
bisect_left(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> int
bisect_right(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> int
insort(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> None ! a
insort_left(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> None ! a
insort_right(a: list[T], x: T, lo?: int, hi?: int | None, *, key?: Callable[[T], any] | None) -> None ! a
`;
