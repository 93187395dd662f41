/** Random numbers. */
export const random = `
betavariate(alpha: float, beta: float) -> float ! io
choice(seq: Iterable[T]) -> T ! io IndexError
choices(population: Iterable[T], weights?: list[float] | None, *, cum_weights?: list[float] | None, k?: int) -> list[T] ! io
expovariate(lambd: float) -> float ! io
gauss(mu?: float, sigma?: float) -> float ! io
getrandbits(k: int, /) -> int ! io
getstate() -> any ! io
normalvariate(mu?: float, sigma?: float) -> float ! io
paretovariate(alpha: float) -> float ! io
randbytes(n: int) -> bytes ! io
randint(a: int, b: int) -> int ! io
random() -> float ! io
randrange(start: int, stop?: int | None, step?: int) -> int ! io
sample(population: Iterable[T], k: int, *, counts?: list[int] | None) -> list[T] ! io ValueError
seed(a?: any, version?: int) -> None ! io
setstate(state: any) -> None ! io
shuffle(x: list[T]) -> None ! io x
triangular(low?: float, high?: float, mode?: float | None) -> float ! io
uniform(a: float, b: float) -> float ! io
class Random
  __init__(x?: any)
  betavariate(alpha: float, beta: float) -> float ! io
  choice(seq: Iterable[T]) -> T ! io IndexError
  choices(population: Iterable[T], weights?: list[float] | None, *, cum_weights?: list[float] | None, k?: int) -> list[T] ! io
  expovariate(lambd: float) -> float ! io
  gauss(mu?: float, sigma?: float) -> float ! io
  getrandbits(k: int, /) -> int ! io
  getstate() -> any ! io
  normalvariate(mu?: float, sigma?: float) -> float ! io
  paretovariate(alpha: float) -> float ! io
  randbytes(n: int) -> bytes ! io
  randint(a: int, b: int) -> int ! io
  random() -> float ! io
  randrange(start: int, stop?: int | None, step?: int) -> int ! io
  sample(population: Iterable[T], k: int, *, counts?: list[int] | None) -> list[T] ! io ValueError
  seed(a?: any, version?: int) -> None ! io
  setstate(state: any) -> None ! io
  shuffle(x: list[T]) -> None ! io x
  triangular(low?: float, high?: float, mode?: float | None) -> float ! io
  uniform(a: float, b: float) -> float ! io
class SystemRandom(Random)
`;
