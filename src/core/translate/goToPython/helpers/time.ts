/** Dates and spans as Go counts, writes and reads them. */
import type { Helpers } from './helper';

export const time = {
  make_date: {
    imports: ['from datetime import datetime', 'from datetime import timedelta', 'from datetime import tzinfo'],
    text: `
def make_date(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, *, tzinfo: tzinfo
) -> datetime:
    """A date whose parts may be too large or too small: day 0 is the last of the month before."""
    first = datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=tzinfo)
    return first + timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)
`,
  },
  add_date: {
    imports: ['from datetime import datetime', 'from datetime import timedelta'],
    text: `
def add_date(moment: datetime, years: int, months: int, days: int) -> datetime:
    """Add years, months and days; a day that the month does not have is one of the next."""
    month = moment.month - 1 + months
    first = moment.replace(year=moment.year + years + month // 12, month=month % 12 + 1, day=1)
    return first + timedelta(days=moment.day - 1 + days)
`,
  },
  truncate_time: {
    imports: ['from datetime import datetime', 'from datetime import timedelta'],
    text: `
def truncate_time(moment: datetime, seconds: float) -> datetime:
    """The last whole multiple of the span before a moment, counted from year 1."""
    start = datetime(1, 1, 1, tzinfo=moment.tzinfo)
    return moment - (moment - start) % timedelta(seconds=seconds)
`,
  },
  round_time: {
    imports: ['from datetime import datetime', 'from datetime import timedelta'],
    uses: ['truncate_time'],
    text: `
def round_time(moment: datetime, seconds: float) -> datetime:
    """The nearest whole multiple of the span, counted from year 1."""
    return truncate_time(moment + timedelta(seconds=seconds / 2), seconds)
`,
  },
  truncate_span: {
    text: `
def truncate_span(seconds: float, unit: float) -> float:
    """The span as whole units, the rest dropped."""
    nanos, step = round(seconds * 1_000_000_000), round(unit * 1_000_000_000)
    return (abs(nanos) // step * step) / 1_000_000_000 * (-1 if nanos < 0 else 1) if step else seconds
`,
  },
  parse_duration: {
    imports: ['import re'],
    uses: ['quoted'],
    text: `
def parse_duration(text: str) -> float:
    """Read a time span such as 1h30m or -1.5s as seconds."""
    units = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 0.001, "s": 1, "m": 60, "h": 3600}
    body = text.removeprefix("-") if text.startswith("-") else text.removeprefix("+")
    if body == "0":
        return 0.0
    if re.fullmatch(r"\\d*\\.?\\d+|\\d+\\.", body):
        raise ValueError(f"time: missing unit in duration {quoted(text)}")
    parts = re.findall(r"(\\d+\\.?\\d*|\\.\\d+)([^\\d.]+)", body)
    if not parts or "".join(number + unit for number, unit in parts) != body:
        raise ValueError(f"time: invalid duration {quoted(text)}")
    for _, unit in parts:
        if unit not in units:
            raise ValueError(f"time: unknown unit {quoted(unit)} in duration {quoted(text)}")
    total = round(sum(float(number) * units[unit] for number, unit in parts), 9)
    return -total if text.startswith("-") else total
`,
  },
  time_text: {
    imports: ['from datetime import datetime'],
    uses: ['format_time'],
    text: `
def time_text(moment: datetime) -> str:
    """Write a moment as Go prints it."""
    return format_time(moment, "2006-01-02 15:04:05.999999999 -0700 MST")
`,
  },
  layout_parts: {
    imports: ['import re'],
    text: `
layout_parts = re.compile(
    r"January|Jan|Monday|Mon|MST|2006|Z07:00|-07:00|-0700|-07|01|02|03|04|05|06|002|15|_2|PM|pm|[.,]0+|[.,]9+|1|2|3|4|5"
)
`,
  },
  format_time: {
    imports: ['import re', 'from datetime import datetime'],
    uses: ['layout_parts'],
    text: `
def format_time(moment: datetime, layout: str) -> str:
    """Write a moment by a layout of Go."""
    hour = moment.hour % 12 or 12
    zone = moment.strftime("%z") or "+0000"
    colon = f"{zone[:3]}:{zone[3:5]}"
    known = {
        "January": moment.strftime("%B"), "Jan": moment.strftime("%b"),
        "Monday": moment.strftime("%A"), "Mon": moment.strftime("%a"),
        "MST": moment.strftime("%Z"), "2006": f"{moment.year:04}", "06": f"{moment.year % 100:02}",
        "01": f"{moment.month:02}", "1": str(moment.month), "02": f"{moment.day:02}",
        "_2": f"{moment.day:2}", "2": str(moment.day), "002": f"{moment.timetuple().tm_yday:03}",
        "15": f"{moment.hour:02}", "03": f"{hour:02}", "3": str(hour),
        "04": f"{moment.minute:02}", "4": str(moment.minute),
        "05": f"{moment.second:02}", "5": str(moment.second),
        "PM": moment.strftime("%p"), "pm": moment.strftime("%p").lower(),
        "-0700": zone, "-07:00": colon, "-07": zone[:3], "Z07:00": "Z" if zone == "+0000" else colon,
    }

    def written(match: re.Match[str]) -> str:
        part = match.group()
        if part[0] not in ".,":
            return known[part]
        digits = f"{moment.microsecond:06}000"[: len(part) - 1]
        if part[1] == "9":
            digits = digits.rstrip("0")
        return part[0] + digits if digits else ""

    return layout_parts.sub(written, layout)
`,
  },
  parse_time: {
    imports: [
      'import re',
      'from datetime import datetime',
      'from datetime import timedelta',
      'from datetime import timezone',
    ],
    uses: ['layout_parts', 'quoted'],
    text: `
def parse_time(layout: str, text: str) -> datetime:
    """Read a moment by a layout of Go, with its words for what is wrong."""
    months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    patterns = {
        "January": r"[A-Za-z]{3,9}", "Jan": r"[A-Za-z]{3}", "Monday": r"[A-Za-z]+day", "Mon": r"[A-Za-z]{3}",
        "MST": r"[A-Z]{3,4}", "2006": r"\\d{4}", "Z07:00": r"Z|[+-]\\d\\d:\\d\\d", "-07:00": r"[+-]\\d\\d:\\d\\d",
        "-0700": r"[+-]\\d{4}", "-07": r"[+-]\\d\\d", "_2": r" ?\\d{1,2}", "PM": r"AM|PM", "pm": r"am|pm",
        "1": r"\\d{1,2}", "2": r"\\d{1,2}", "3": r"\\d{1,2}", "4": r"\\d{1,2}", "5": r"\\d{1,2}", "15": r"\\d{1,2}",
    }
    found: dict[str, str] = {}
    rest, at = text, 0
    start = f"parsing time {quoted(text)}"
    pieces = [(match.start(), match.end(), match.group()) for match in layout_parts.finditer(layout)]
    for begin, end, part in [*pieces, (len(layout), len(layout), "")]:
        prefix = layout[at:begin]
        if not rest.startswith(prefix):
            raise ValueError(f"{start} as {quoted(layout)}: cannot parse {quoted(rest)} as {quoted(prefix)}")
        rest, at = rest[len(prefix) :], end
        if not part:
            break
        pattern = rf"[.,]\\d{{{len(part) - 1}}}" if part[0] in ".," and part[1] == "0" else patterns.get(part, r"\\d\\d")
        match = re.match(r"([.,]\\d+)?" if part[0] in ".," and part[1] == "9" else pattern, rest)
        if not match or part == "Jan" and match.group().lower() not in months:
            raise ValueError(f"{start} as {quoted(layout)}: cannot parse {quoted(rest)} as {quoted(part)}")
        found[part] = match.group()
        rest = rest[match.end() :]
        if part in ("05", "5") and "." not in layout and (more := re.match(r"[.,]\\d+", rest)):
            found["."] = more.group()
            rest = rest[more.end() :]
    if rest:
        raise ValueError(f"{start}: extra text: {quoted(rest)}")

    def number(*parts: str, default: int = 0) -> int:
        return next((int(found[part]) for part in parts if part in found), default)

    short = number("06", default=-1)
    year = number("2006") if short < 0 else short + (1900 if short >= 69 else 2000)
    name = found.get("Jan", found.get("January", ""))[:3].lower()
    month = months.index(name) + 1 if name else number("01", "1", default=1)
    day = number("02", "2", "_2", default=1)
    hour, minute, second = number("15", "03", "3"), number("04", "4"), number("05", "5")
    half = found.get("PM", found.get("pm", "")).upper()
    hour = hour % 12 + (12 if half == "PM" else 0) if half else hour
    for value, least, most, what in (
        (month, 1, 12, "month"), (hour, 0, 23, "hour"), (minute, 0, 59, "minute"), (second, 0, 59, "second"),
    ):
        if not least <= value <= most:
            raise ValueError(f"{start}: {what} out of range")
    zone = next((found[part] for part in ("Z07:00", "-07:00", "-0700", "-07") if part in found), "Z")
    offset = timezone.utc
    if zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:] if len(zone) > 3 else 0)
        offset = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes)) if minutes else offset
    fraction = next((value[1:] for part, value in found.items() if part[0] in ".," and value), "")
    try:
        return datetime(year or 1, month, day, hour, minute, second, int(fraction[:6].ljust(6, "0")), tzinfo=offset)
    except ValueError:
        raise ValueError(f"{start}: day out of range") from None
`,
  },
} satisfies Helpers;
