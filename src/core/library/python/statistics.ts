/** Statistics. */
export const statistics = `
correlation(x: list[float], y: list[float], /) -> float ! statistics.StatisticsError
fmean(data: Iterable[float], weights?: Iterable[float] | None) -> float ! statistics.StatisticsError
geometric_mean(data: Iterable[float]) -> float ! statistics.StatisticsError
harmonic_mean(data: Iterable[float], weights?: Iterable[float] | None) -> float ! statistics.StatisticsError
mean(data: Iterable[float]) -> float ! statistics.StatisticsError
median(data: Iterable[float]) -> float ! statistics.StatisticsError
median_high(data: Iterable[T]) -> T ! statistics.StatisticsError
median_low(data: Iterable[T]) -> T ! statistics.StatisticsError
mode(data: Iterable[T]) -> T ! statistics.StatisticsError
multimode(data: Iterable[T]) -> list[T]
pstdev(data: Iterable[float], mu?: float | None) -> float ! statistics.StatisticsError
pvariance(data: Iterable[float], mu?: float | None) -> float ! statistics.StatisticsError
quantiles(data: Iterable[float], *, n?: int, method?: str) -> list[float] ! statistics.StatisticsError
stdev(data: Iterable[float], xbar?: float | None) -> float ! statistics.StatisticsError
variance(data: Iterable[float], xbar?: float | None) -> float ! statistics.StatisticsError
class StatisticsError(ValueError)
`;
