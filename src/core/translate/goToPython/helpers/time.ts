/** Times, dates and time spans as Go writes, reads and counts them. */
import type { Helpers } from './helper';

const datetimes = ['from datetime import datetime', 'from datetime import timedelta', 'from datetime import timezone'];

export const time = {
  make_time: {
    imports: [...datetimes, 'from datetime import tzinfo'],
    text: `
def make_time(
    year: int, month: int, day: int, hour: int, minute: int, second: int, zone: tzinfo
) -> datetime:
    """A time whose parts may lie outside of their ranges: 32 January is 1 February."""
    years, months = divmod(month - 1, 12)
    first = datetime(year + years, months + 1, 1, tzinfo=zone)
    return first + timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)
`,
  },
  add_date: {
    imports: datetimes,
    text: `
def add_date(start: datetime, years: int, months: int, days: int) -> datetime:
    """Move a date; a day that its month does not have runs over into the next one."""
    year, month = divmod(start.year * 12 + start.month - 1 + years * 12 + months, 12)
    first = start.replace(year=year, month=month + 1, day=1)
    return first + timedelta(days=start.day - 1 + days)
`,
  },
  truncate_time: {
    imports: datetimes,
    text: `
def truncate_time(moment: datetime, seconds: float) -> datetime:
    """Round a time down to a multiple of a time span since year 1."""
    if seconds <= 0:
        return moment
    return moment - (moment - datetime(1, 1, 1, tzinfo=timezone.utc)) % timedelta(seconds=seconds)
`,
  },
  round_time: {
    imports: datetimes,
    uses: ['truncate_time'],
    text: `
def round_time(moment: datetime, seconds: float) -> datetime:
    """Round a time to the nearest multiple of a time span since year 1."""
    return truncate_time(moment + timedelta(seconds=max(seconds, 0) / 2), seconds)
`,
  },
  round_span: {
    imports: ['import math'],
    text: `
def round_span(seconds: float, unit: float) -> float:
    """Round a time span to a multiple of a unit, halves away from zero."""
    if unit <= 0:
        return seconds
    step = round(unit * 1e9)
    nanoseconds = (2 * round(abs(seconds) * 1e9) + step) // (2 * step) * step
    return math.copysign(nanoseconds / 1e9, seconds)
`,
  },
  truncate_span: {
    imports: ['import math'],
    text: `
def truncate_span(seconds: float, unit: float) -> float:
    """Round a time span toward zero to a multiple of a unit."""
    if unit <= 0:
        return seconds
    step = round(unit * 1e9)
    return math.copysign(round(abs(seconds) * 1e9) // step * step / 1e9, seconds)
`,
  },
  time_text: {
    imports: ['from datetime import datetime'],
    text: `
def time_text(moment: datetime) -> str:
    """Write a time as Go prints it: 2024-03-01 12:00:00 +0000 UTC."""
    text = moment.isoformat(" ", "microseconds")[:26].rstrip("0").removesuffix(".")
    offset = f"{moment:%z}"[:5] or "+0000"
    name = moment.tzname() or "UTC"
    return f"{text} {offset} {offset if name.startswith('UTC') and name != 'UTC' else name}"
`,
  },
  rfc3339: {
    imports: ['from datetime import datetime'],
    text: `
def rfc3339(moment: datetime) -> str:
    """Write a time with as much of its second as it has: 2024-03-01T12:00:00.5Z."""
    text = moment.isoformat(timespec="microseconds")
    clock, zone = text[:26].rstrip("0").removesuffix("."), text[26:]
    return clock + ("Z" if zone in ("", "+00:00") else zone)
`,
  },
  format_time: {
    imports: ['import re', 'from datetime import datetime'],
    text: `
def format_time(moment: datetime, layout: str) -> str:
    """Write a time by a layout of Go, such as Jan _2 15:04:05.000."""
    offset = f"{moment:%z}"[:5] or "+0000"
    colon = f"{offset[:3]}:{offset[3:]}"
    is_utc = offset == "+0000"
    hour = moment.hour % 12 or 12
    values = {
        "January": f"{moment:%B}", "Jan": f"{moment:%b}", "Monday": f"{moment:%A}", "Mon": f"{moment:%a}",
        "MST": moment.tzname() or "UTC", "Z0700": "Z" if is_utc else offset, "Z07:00": "Z" if is_utc else colon,
        "-0700": offset, "-07:00": colon, "-07": offset[:3], "2006": f"{moment.year:04}",
        "__2": f"{moment:%j}".lstrip("0").rjust(3), "002": f"{moment:%j}", "_2": f"{moment.day:2}",
        "01": f"{moment:%m}", "02": f"{moment:%d}", "03": f"{hour:02}", "04": f"{moment:%M}", "05": f"{moment:%S}",
        "06": f"{moment:%y}", "15": f"{moment:%H}", "PM": f"{moment:%p}", "pm": f"{moment:%p}".lower(),
        "1": str(moment.month), "2": str(moment.day), "3": str(hour), "4": str(moment.minute), "5": str(moment.second),
    }

    def written(element: re.Match[str]) -> str:
        text = element.group()
        if text in values:
            return values[text]
        digits = f"{moment.microsecond:06}000"[: len(text) - 1]
        fraction = digits.rstrip("0") if text.endswith("9") else digits
        return text[0] + fraction if fraction else ""

    return re.sub(r"[.,](?:0+|9+)(?!\\d)|" + "|".join(map(re.escape, values)), written, layout)
`,
  },
  parse_time: {
    imports: ['import re', ...datetimes],
    uses: ['quoted'],
    text: `
def parse_time(layout: str, text: str) -> datetime:
    """Read a time by a layout of Go, such as 2006-01-02 15:04:05, with Go's words for what is wrong."""
    months = [f"{datetime(2000, month, 1):%B}" for month in range(1, 13)]
    days = [f"{datetime(2000, 1, day):%A}" for day in range(3, 10)]
    patterns = {
        "January": "|".join(months), "Jan": "|".join(month[:3] for month in months),
        "Monday": "|".join(days), "Mon": "|".join(day[:3] for day in days), "MST": "[A-Z]{3,4}",
        "Z07:00": r"Z|[+-]\\d\\d:\\d\\d", "Z0700": r"Z|[+-]\\d{4}", "-07:00": r"[+-]\\d\\d:\\d\\d", "-0700": r"[+-]\\d{4}",
        "2006": r"\\d{4}", "01": r"\\d\\d", "02": r"\\d\\d", "03": r"\\d\\d", "04": r"\\d\\d", "05": r"\\d\\d(?:\\.\\d+)?",
        "06": r"\\d\\d", "_2": r" ?\\d\\d?", "15": r"\\d\\d?", "PM": "AM|PM", "pm": "am|pm",
        "1": r"\\d\\d?", "2": r"\\d\\d?", "3": r"\\d\\d?", "4": r"\\d\\d?", "5": r"\\d\\d?(?:\\.\\d+)?",
    }
    named = "|".join(map(re.escape, patterns))
    found: dict[str, str] = {}
    rest = text
    for i, piece in enumerate(re.split(rf"([.,](?:0+|9+)(?!\\d)|{named})", layout)):
        fraction = rf"[.,]\\d{{{len(piece) - 1}}}" if piece.endswith("0") else r"(?:[.,]\\d+)?"
        match = re.match(patterns.get(piece, fraction) if i % 2 else re.escape(piece), rest)
        if match is None:
            raise ValueError(
                f"parsing time {quoted(text)} as {quoted(layout)}: cannot parse {quoted(rest)} as {quoted(piece)}"
            )
        found[piece if piece in patterns else "fraction"] = match.group()
        rest = rest[match.end() :]
    if rest:
        raise ValueError(f"parsing time {quoted(text)}: extra text: {quoted(rest)}")

    def number(default: int, *pieces: str) -> int:
        return next((int(found[piece].split(".")[0]) for piece in pieces if piece in found), default)

    name = found.get("January", found.get("Jan"))
    month = next((i for i, own in enumerate(months, 1) if name and own.startswith(name)), number(1, "01", "1"))
    year = number(1, "2006")
    if "06" in found:
        year = (1900 if number(0, "06") >= 69 else 2000) + number(0, "06")
    half = found.get("PM", found.get("pm", "")).upper()
    hour = number(0, "15", "03", "3")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "PM" else 0)
    seconds = found.get("05", found.get("5", "0"))
    digits = seconds.partition(".")[2] or found.get("fraction", "")[1:]
    zone = next((found[piece].replace(":", "") for piece in ("Z07:00", "Z0700", "-07:00", "-0700") if piece in found), "Z")
    shift = timedelta() if zone == "Z" else timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    ranges = (("month", month, 12), ("hour", hour, 23), ("minute", number(0, "04", "4"), 59), ("second", int(float(seconds)), 59))
    for part, value, last in ranges:
        if value > last or (part == "month" and value < 1):
            raise ValueError(f"parsing time {quoted(text)}: {part} out of range")
    try:
        return datetime(
            year, month, number(1, "02", "2", "_2"), hour, number(0, "04", "4"), int(float(seconds)),
            int(digits[:6].ljust(6, "0")), timezone(shift) if shift else timezone.utc,
        )
    except ValueError:
        raise ValueError(f"parsing time {quoted(text)}: day out of range") from None
`,
  },
  parse_duration: {
    imports: ['import re', 'from decimal import Decimal'],
    uses: ['quoted'],
    text: `
def parse_duration(text: str) -> float:
    """Read a time span such as 1h30m or -250ms, in seconds."""
    units = {"ns": 1, "us": 10**3, "µs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
    rest = text[1:] if text[:1] in ("-", "+") else text
    if not rest:
        raise ValueError(f"time: invalid duration {quoted(text)}")
    total = 0
    while rest and rest != "0":
        parts = re.match(r"(\\d+\\.?\\d*|\\.\\d+)([^\\d.]*)", rest)
        if parts is None:
            raise ValueError(f"time: invalid duration {quoted(text)}")
        number, unit = parts.groups()
        if not unit:
            raise ValueError(f"time: missing unit in duration {quoted(text)}")
        if unit not in units:
            raise ValueError(f"time: unknown unit {quoted(unit)} in duration {quoted(text)}")
        total += int(Decimal(number) * units[unit])
        rest = rest[parts.end() :]
    return (-total if text.startswith("-") else total) / 1e9
`,
  },
  load_zone: {
    imports: ['from zoneinfo import ZoneInfo', 'from zoneinfo import ZoneInfoNotFoundError'],
    text: `
def load_zone(name: str) -> ZoneInfo:
    """The time zone of a place, with Go's words where there is none."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"unknown time zone {name}") from None
`,
  },
} satisfies Helpers;
