"""Parse durations such as '1h30m' and plan a day with fixed dates."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def parse_duration(text: str) -> timedelta:
    """Accept '90m', '1h 30m', '2d4h', '1:30' and '1:30:15'."""
    text = text.strip().lower()
    if m := re.fullmatch(r"(\d+):([0-5]\d)(?::([0-5]\d))?", text):
        hours, minutes, seconds = (int(g or 0) for g in m.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    pairs = re.findall(r"(\d+(?:\.\d+)?)\s*([dhms])", text)
    if not pairs or re.sub(r"[\d.\sdhms]", "", text):
        raise ValueError(f"not a duration: {text!r}")
    return timedelta(seconds=sum(float(n) * UNITS[u] for n, u in pairs))


def format_duration(d: timedelta) -> str:
    rest = int(d.total_seconds())
    if rest == 0:
        return "0s"
    sign = "-" if rest < 0 else ""
    rest = abs(rest)
    parts: list[str] = []
    for unit, size in UNITS.items():
        n, rest = divmod(rest, size)
        if n:
            parts.append(f"{n}{unit}")
    return sign + " ".join(parts)


def business_days(start: date, count: int, holidays: set[date]) -> date:
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day


def main() -> None:
    for text in ["90m", "1h 30m", "2d4h", "1:30", "0:00:59", "1.5h", "0s", "soon", "5 weeks"]:
        try:
            d = parse_duration(text)
        except ValueError as exc:
            print(f"{text:>8} -> {exc}")
        else:
            print(f"{text:>8} -> {format_duration(d):<10} ({d})")

    clock = datetime(2024, 2, 28, 22, 15)
    for task, length in {"backup": "2h", "verify": "45m", "report": "1d 30m"}.items():
        end = clock + parse_duration(length)
        print(f"{task:<7} {clock:%a %d %b %H:%M} - {end.strftime('%Y-%m-%d %H:%M')}")
        clock = end
    print(clock.isoformat(), clock.date() == date(2024, 3, 1))

    holidays = {date(2024, 3, 29), date(2024, 4, 1)}
    due = business_days(date(2024, 3, 27), 3, holidays)
    print("due", due, due.strftime("%A"), "week", due.isocalendar()[1])

    birth = date.fromisoformat("1990-12-31")
    today = date(2024, 6, 15)
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    print("age", age, "days", (today - birth).days)
    delta = datetime.strptime("15/06/24 08:00", "%d/%m/%y %H:%M") - clock
    print(format_duration(-delta), "/", delta.days, delta.seconds)


if __name__ == "__main__":
    main()
