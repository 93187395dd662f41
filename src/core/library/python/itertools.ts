/** Iterators. `product`, `combinations` and `zip_longest` get their types from rules of their own. */
export const itertools = `
accumulate(iterable: Iterable[T], func?: Callable[[T, T], T] | None, *, initial?: T | None) -> Iterator[T]
batched(iterable: Iterable[T], n: int) -> Iterator[list[T]]
combinations(iterable: Iterable[T], r: int) -> Iterator[list[T]]
combinations_with_replacement(iterable: Iterable[T], r: int) -> Iterator[list[T]]
compress(data: Iterable[T], selectors: Iterable[any]) -> Iterator[T]
count(start?: int, step?: int) -> Iterator[int]
cycle(iterable: Iterable[T], /) -> Iterator[T]
dropwhile(predicate: Callable[[T], any], iterable: Iterable[T], /) -> Iterator[T]
filterfalse(function: Callable[[T], any] | None, iterable: Iterable[T], /) -> Iterator[T]
groupby(iterable: Iterable[T], key?: Callable[[T], K] | None) -> Iterator[tuple[K, list[T]]]
islice(iterable: Iterable[T], start: int | None, stop?: int | None, step?: int | None, /) -> Iterator[T]
pairwise(iterable: Iterable[T], /) -> Iterator[tuple[T, T]]
permutations(iterable: Iterable[T], r?: int | None) -> Iterator[list[T]]
product(*iterables: Iterable[any], repeat?: int) -> Iterator[any]
repeat(object: T, times?: int) -> Iterator[T]
starmap(function: Callable[..., R], iterable: Iterable[any], /) -> Iterator[R]
takewhile(predicate: Callable[[T], any], iterable: Iterable[T], /) -> Iterator[T]
tee(iterable: Iterable[T], n?: int, /) -> list[Iterator[T]]
zip_longest(*iterables: Iterable[any], fillvalue?: any) -> Iterator[any]
class chain[T]
  __init__(*iterables: Iterable[T])
  class from_iterable(iterable: Iterable[Iterable[T]], /) -> Iterator[T]
  __iter__() -> Iterator[T]
  __next__() -> T ! self
`;
