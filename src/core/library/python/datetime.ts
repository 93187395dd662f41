/** Dates and times. */
export const datetime = `
MAXYEAR: int
MINYEAR: int
UTC: timezone
class tzinfo
  utcoffset(dt: datetime | None, /) -> timedelta | None
  tzname(dt: datetime | None, /) -> str | None
  dst(dt: datetime | None, /) -> timedelta | None
class timezone(tzinfo)
  __init__(offset: timedelta, name?: str)
  utc: timezone
class timedelta
  min: timedelta
  max: timedelta
  __init__(days?: float, seconds?: float, microseconds?: float, milliseconds?: float, minutes?: float, hours?: float, weeks?: float)
  days: int
  seconds: int
  microseconds: int
  total_seconds() -> float
  __add__(value: timedelta, /) -> timedelta
  __add__(value: datetime, /) -> datetime
  __add__(value: date, /) -> date
  __sub__(value: timedelta, /) -> timedelta
  __mul__(value: float, /) -> timedelta
  __rmul__(value: float, /) -> timedelta
  __truediv__(value: float, /) -> timedelta
  __truediv__(value: timedelta, /) -> float
  __floordiv__(value: int, /) -> timedelta
  __floordiv__(value: timedelta, /) -> int
  __mod__(value: timedelta, /) -> timedelta
  __neg__() -> timedelta
  __abs__() -> timedelta
class date
  min: date
  max: date
  __init__(year: int, month: int, day: int) ! ValueError
  year: int
  month: int
  day: int
  class fromisoformat(string: str, /) -> date ! ValueError
  class fromordinal(ordinal: int, /) -> date
  class fromtimestamp(timestamp: float, /) -> date
  class today() -> date ! io
  ctime() -> str
  isocalendar() -> tuple[int, int, int]
  isoformat() -> str
  isoweekday() -> int
  replace(year?: int, month?: int, day?: int) -> date
  strftime(format: str) -> str
  timetuple() -> time.struct_time
  toordinal() -> int
  weekday() -> int
  __add__(value: timedelta, /) -> date
  __sub__(value: timedelta, /) -> date
  __sub__(value: date, /) -> timedelta
class time
  min: time
  max: time
  __init__(hour?: int, minute?: int, second?: int, microsecond?: int, tzinfo?: tzinfo | None, *, fold?: int) ! ValueError
  hour: int
  minute: int
  second: int
  microsecond: int
  tzinfo: tzinfo | None
  class fromisoformat(string: str, /) -> time ! ValueError
  isoformat(timespec?: str) -> str
  replace(hour?: int, minute?: int, second?: int, microsecond?: int, tzinfo?: tzinfo | None, *, fold?: int) -> time
  strftime(format: str) -> str
class datetime(date)
  min: datetime
  max: datetime
  __init__(year: int, month: int, day: int, hour?: int, minute?: int, second?: int, microsecond?: int, tzinfo?: tzinfo | None, *, fold?: int) ! ValueError
  hour: int
  minute: int
  second: int
  microsecond: int
  tzinfo: tzinfo | None
  fold: int
  class combine(date: date, time: time, tzinfo?: tzinfo | None) -> datetime
  class fromisoformat(string: str, /) -> datetime ! ValueError
  class fromtimestamp(timestamp: float, tz?: tzinfo | None) -> datetime
  class now(tz?: tzinfo | None) -> datetime ! io
  class strptime(date_string: str, format: str, /) -> datetime ! ValueError
  class today() -> datetime ! io
  class utcfromtimestamp(timestamp: float, /) -> datetime
  class utcnow() -> datetime ! io
  astimezone(tz?: tzinfo | None) -> datetime
  date() -> date
  isoformat(sep?: str, timespec?: str) -> str
  replace(year?: int, month?: int, day?: int, hour?: int, minute?: int, second?: int, microsecond?: int, tzinfo?: tzinfo | None, *, fold?: int) -> datetime
  time() -> time
  timestamp() -> float
  timetz() -> time
  utcoffset() -> timedelta | None
  __add__(value: timedelta, /) -> datetime
  __sub__(value: timedelta, /) -> datetime
  __sub__(value: datetime, /) -> timedelta
`;
