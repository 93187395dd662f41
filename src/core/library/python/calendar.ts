/** Months and weeks. */
export const calendar = `
MONDAY: int
TUESDAY: int
WEDNESDAY: int
THURSDAY: int
FRIDAY: int
SATURDAY: int
SUNDAY: int
month_name: list[str]
month_abbr: list[str]
day_name: list[str]
day_abbr: list[str]
isleap(year: int) -> bool
leapdays(y1: int, y2: int) -> int
monthrange(year: int, month: int) -> tuple[int, int] ! ValueError
monthcalendar(year: int, month: int) -> list[list[int]]
weekday(year: int, month: int, day: int) -> int
timegm(tuple: any) -> int
`;

/** Zones of time by their names. */
export const zoneinfo = `
class ZoneInfo(datetime.tzinfo)
  __init__(key: str) ! KeyError
  key: str
available_timezones() -> set[str] ! io
`;
