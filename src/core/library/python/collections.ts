/** More containers. `defaultdict` and `Counter` get their arguments from rules of their own. */
export const collections = `
abc: module collections.abc
namedtuple(typename: str, field_names: any, *, rename?: bool, defaults?: any, module?: any) -> any
class deque[T](Iterable[T])
  __init__(iterable?: Iterable[T], maxlen?: int | None)
  maxlen: int | None
  append(x: T, /) -> None ! self
  appendleft(x: T, /) -> None ! self
  clear() -> None ! self
  copy() -> Self
  count(x: T, /) -> int
  extend(iterable: Iterable[T], /) -> None ! self
  extendleft(iterable: Iterable[T], /) -> None ! self
  index(x: T, start?: int, stop?: int, /) -> int ! ValueError
  insert(i: int, x: T, /) -> None ! self
  pop() -> T ! self IndexError
  popleft() -> T ! self IndexError
  remove(value: T, /) -> None ! self ValueError
  reverse() -> None ! self
  rotate(n?: int, /) -> None ! self
class defaultdict[K, V](dict[K, V])
  __init__(default_factory?: Callable[[], V] | None, /, *args: any, **kwargs: V)
  default_factory: Callable[[], V] | None
  copy() -> Self
class OrderedDict[K, V](dict[K, V])
  __init__(other?: any, /, **kwds: V)
  move_to_end(key: K, last?: bool) -> None ! self KeyError
  popitem(last?: bool) -> tuple[K, V] ! self KeyError
class Counter[T](dict[T, int])
  __init__(iterable?: Iterable[T], /, **kwds: int)
  elements() -> Iterator[T]
  most_common(n?: int | None) -> list[tuple[T, int]]
  subtract(iterable?: Iterable[T], /, **kwds: int) -> None ! self
  total() -> int
  update(iterable?: Iterable[T], /, **kwds: int) -> None ! self
  copy() -> Self
class ChainMap[K, V](dict[K, V])
  __init__(*maps: dict[K, V])
  maps: list[dict[K, V]]
  new_child(m?: dict[K, V] | None, **kwargs: V) -> Self
class UserDict[K, V](dict[K, V])
class UserList[T](list[T])
`;
