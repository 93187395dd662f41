from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple


class Match(NamedTuple):
    home: str
    away: str
    score: tuple[int, int]

    @classmethod
    def parse(cls, line: str) -> Match:
        home, rest = line.split(" - ")
        away, score = rest.rsplit(" ", 1)
        h, a = map(int, score.split(":"))
        return cls(home, away, (h, a))


RESULTS = """\
Ajax - Bilbao 2:1
Celtic - Dynamo 0:0
Ajax - Celtic 1:3
Dynamo - Bilbao 4:4
Ajax - Dynamo 2:0
Bilbao - Celtic 1:0"""


def standings(matches: list[Match]) -> list[tuple[int, str, int, int]]:
    """Rank by points, then goal difference; equal teams share a place."""
    points: dict[str, int] = defaultdict(int)
    diff: dict[str, int] = defaultdict(int)
    for home, away, (h, a) in matches:
        points[home] += 3 if h > a else 1 if h == a else 0
        points[away] += 3 if a > h else 1 if h == a else 0
        diff[home] += h - a
        diff[away] += a - h
    order = sorted(points, key=lambda t: (-points[t], -diff[t], t))
    table: list[tuple[int, str, int, int]] = []
    for i, team in enumerate(order, start=1):
        tied = table and table[-1][2:] == (points[team], diff[team])
        table.append((table[-1][0] if tied else i, team, points[team], diff[team]))
    return table


matches = [Match.parse(line) for line in RESULTS.splitlines()]
for place, team, pts, goals in standings(matches):
    print(f"{place}. {team:<8}{pts:>3}{goals:>+4}")

best = max(matches, key=lambda m: sum(m.score))
print(f"most goals: {best.home} against {best.away}, {sum(best.score)}")
print("home wins:", sum(m.score[0] > m.score[1] for m in matches), "of", len(matches))
print("early:", [t for _, t, *_ in standings(matches[:1] + [Match("X", "Y", (2, 1))])], standings(matches[:0]))
