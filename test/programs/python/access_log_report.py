"""Summarise a web server's access log."""

import re
from collections import defaultdict

LOG = """\
10.0.0.1 - - [12/Mar/2024:08:01:14 +0000] "GET /index.html HTTP/1.1" 200 5120
10.0.0.2 - alice [12/Mar/2024:08:01:20 +0000] "POST /login HTTP/1.1" 302 0
10.0.0.1 - - [12/Mar/2024:08:02:01 +0000] "GET /style.css HTTP/1.1" 304 -
this line is broken
10.0.0.3 - - [12/Mar/2024:09:15:42 +0000] "GET /missing HTTP/1.1" 404 312
10.0.0.2 - alice [12/Mar/2024:09:16:00 +0000] "GET /reports?id=7&fmt=pdf HTTP/1.1" 200 204800
10.0.0.3 - - [12/Mar/2024:09:59:59 +0000] "GET /admin HTTP/1.1" 403 290

10.0.0.2 - alice [12/Mar/2024:10:00:00 +0000] "GET /reports?id=8 HTTP/1.1" 500 87
10.0.0.1 - - [12/Mar/2024:10:03:07 +0000] "GET /index.html HTTP/1.1" 200 5120
"""

LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[\d+/\w+/\d+:(?P<hour>\d\d):\d\d:\d\d [^\]]*\] '
    r'"(?P<method>[A-Z]+) (?P<target>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)'
)


def parse(lines):
    """Yield a dict per valid line; complain about the others."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        match = LINE.match(line)
        if match is None:
            print(f"line {number}: cannot parse {line!r}")
            continue
        entry = match.groupdict()
        entry["status"] = int(entry["status"])
        entry["size"] = 0 if entry["size"] == "-" else int(entry["size"])
        entry["path"], _, entry["query"] = entry["target"].partition("?")
        yield entry


def human(size):
    for unit in ("B", "KiB", "MiB"):
        if size < 1024 or unit == "MiB":
            break
        size /= 1024
    return f"{size} {unit}" if unit == "B" else f"{size:.1f} {unit}"


def main():
    entries = list(parse(LOG.splitlines()))
    print(len(entries), "requests,", human(sum(e["size"] for e in entries)))

    hosts = defaultdict(lambda: {"hits": 0, "bytes": 0, "errors": 0})
    for e in entries:
        h = hosts[e["host"]]
        h["hits"] += 1
        h["bytes"] += e["size"]
        if e["status"] >= 400:
            h["errors"] += 1

    print("%-10s %5s %10s %6s" % ("host", "hits", "bytes", "errors"))
    for host, h in sorted(hosts.items(), key=lambda kv: kv[1]["bytes"], reverse=True):
        print("%-10s %5d %10s %6d" % (host, h["hits"], human(h["bytes"]), h["errors"]))

    hours = defaultdict(int)
    for e in entries:
        hours[e["hour"]] += 1
    print(" ".join(f"{hour}h:{'*' * n}" for hour, n in sorted(hours.items())))

    classes = {f"{c}xx": [e["path"] for e in entries if e["status"] // 100 == c] for c in range(2, 6)}
    for name, paths in classes.items():
        print(f"{name}: {len(paths)} {sorted(set(paths))}")

    users = {e["user"] for e in entries} - {"-"}
    print("users:", ", ".join(sorted(users)) or "none")
    params = [dict(p.split("=", 1) for p in e["query"].split("&")) for e in entries if e["query"]]
    print(params)


main()
