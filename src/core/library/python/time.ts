/** Clocks and sleeping. */
export const time = `
asctime(t?: struct_time, /) -> str ! io
ctime(seconds?: float | None, /) -> str ! io
gmtime(seconds?: float | None, /) -> struct_time ! io
localtime(seconds?: float | None, /) -> struct_time ! io
mktime(t: struct_time, /) -> float
monotonic() -> float ! io
monotonic_ns() -> int ! io
perf_counter() -> float ! io
perf_counter_ns() -> int ! io
process_time() -> float ! io
process_time_ns() -> int ! io
sleep(seconds: float, /) -> None ! io
strftime(format: str, t?: struct_time, /) -> str ! io
strptime(string: str, format?: str, /) -> struct_time ! ValueError
thread_time() -> float ! io
time() -> float ! io
time_ns() -> int ! io
timezone: int
tzname: tuple[str, str]
class struct_time
  tm_year: int
  tm_mon: int
  tm_mday: int
  tm_hour: int
  tm_min: int
  tm_sec: int
  tm_wday: int
  tm_yday: int
  tm_isdst: int
`;
