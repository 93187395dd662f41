/** The methods of list, tuple, dict and set, of numbers, and of generators. */
export const containers = `
class list[T]
  __init__(iterable?: Iterable[T], /)
  append(object: T, /) -> None ! self
  clear() -> None ! self
  copy() -> list[T]
  count(value: T, /) -> int
  extend(iterable: Iterable[T], /) -> None ! self
  index(value: T, start?: int, stop?: int, /) -> int ! ValueError
  insert(index: int, object: T, /) -> None ! self
  pop(index?: int, /) -> T ! self IndexError
  remove(value: T, /) -> None ! self ValueError
  reverse() -> None ! self
  sort(*, key?: Callable[[T], any] | None, reverse?: bool) -> None ! self
class tuple[T]
  __init__(iterable?: Iterable[T], /)
  count(value: any, /) -> int
  index(value: any, start?: int, stop?: int, /) -> int ! ValueError
class dict[K, V]
  __init__(map?: any, /, **kwargs: V)
  clear() -> None ! self
  copy() -> dict[K, V]
  class fromkeys(iterable: Iterable[K], value?: V, /) -> dict[K, V]
  get(key: K, /) -> V | None
  get(key: K, default: U, /) -> V | U
  items() -> Iterable[tuple[K, V]]
  keys() -> Iterable[K]
  pop(k: K, /) -> V ! self KeyError
  pop(k: K, d: U, /) -> V | U ! self
  popitem() -> tuple[K, V] ! self KeyError
  setdefault(key: K, default?: V, /) -> V ! self
  update(other?: any, /, **kwargs: V) -> None ! self
  values() -> Iterable[V]
class set[T]
  __init__(iterable?: Iterable[T], /)
  add(item: T, /) -> None ! self
  clear() -> None ! self
  copy() -> set[T]
  difference(*others: Iterable[T]) -> set[T]
  difference_update(*others: Iterable[T]) -> None ! self
  discard(item: T, /) -> None ! self
  intersection(*others: Iterable[T]) -> set[T]
  intersection_update(*others: Iterable[T]) -> None ! self
  isdisjoint(other: Iterable[T], /) -> bool
  issubset(other: Iterable[T], /) -> bool
  issuperset(other: Iterable[T], /) -> bool
  pop() -> T ! self KeyError
  remove(item: T, /) -> None ! self KeyError
  symmetric_difference(other: Iterable[T], /) -> set[T]
  symmetric_difference_update(other: Iterable[T], /) -> None ! self
  union(*others: Iterable[T]) -> set[T]
  update(*others: Iterable[T]) -> None ! self
class frozenset[T](set[T])
  __init__(iterable?: Iterable[T], /)
class int
  __init__(x: str, /, base?: int) ! ValueError
  __init__(x?: any, /)
  as_integer_ratio() -> tuple[int, int]
  bit_count() -> int
  bit_length() -> int
  conjugate() -> int
  class from_bytes(bytes: bytes, byteorder?: str, *, signed?: bool) -> int
  to_bytes(length?: int, byteorder?: str, *, signed?: bool) -> bytes ! OverflowError
  real: int
  imag: int
  numerator: int
  denominator: int
class bool(int)
  __init__(x?: any, /)
class float
  __init__(x: str, /) ! ValueError
  __init__(x?: any, /)
  as_integer_ratio() -> tuple[int, int]
  conjugate() -> float
  class fromhex(string: str, /) -> float ! ValueError
  hex() -> str
  is_integer() -> bool
  real: float
  imag: float
class complex
  __init__(real?: any, imag?: any)
  conjugate() -> complex
  real: float
  imag: float
class Iterator[T]
  __iter__() -> Iterator[T]
  __next__() -> T ! self StopIteration
  send(value: any, /) -> T ! self StopIteration
  throw(typ: any, val?: any, tb?: any, /) -> T ! self
  close() -> None ! self
  aclose() -> Awaitable[None] ! self
  asend(value: any, /) -> Awaitable[T] ! self
  mapping: any
`;
