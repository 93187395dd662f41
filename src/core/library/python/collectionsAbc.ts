/** Abstract containers; as annotations they are known without a table. */
export const collectionsAbc = `
class Iterable[T]
class Iterator[T]
class Generator[T]
class Sequence[T]
class Mapping[K, V]
class MutableMapping[K, V]
class MutableSequence[T]
class Set[T]
class MutableSet[T]
class Callable
class Hashable
class Sized
class Container[T]
class Collection[T]
class Awaitable[T]
class Coroutine
class AsyncIterator[T]
class AsyncIterable[T]
class AsyncGenerator[T]
`;
