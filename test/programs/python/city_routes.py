"""Cheapest and fastest train connections with Dijkstra's algorithm."""

import heapq
from collections import defaultdict
from typing import Callable, NamedTuple


class Edge(NamedTuple):
    target: str
    km: int
    minutes: int


class Route(NamedTuple):
    stops: list[str]
    cost: float


class NoRoute(Exception):
    def __init__(self, start: str, goal: str) -> None:
        super().__init__(f"no route from {start} to {goal}")
        self.start = start
        self.goal = goal


CONNECTIONS = """
Hamburg   Bremen    115  58
Hamburg   Berlin    289 105
Hamburg   Hannover  151  80
Bremen    Hannover  123  64
Hannover  Berlin    285 100
Hannover  Kassel    165  57
Berlin    Leipzig   190  75
Kassel    Frankfurt 193  85
Leipzig   Frankfurt 390 190
Leipzig   Munich    430 205
Frankfurt Munich    392 200
Reykjavik Akureyri  388 300
"""


class Network:
    def __init__(self) -> None:
        self._edges: dict[str, list[Edge]] = defaultdict(list)

    @classmethod
    def parse(cls, text: str) -> "Network":
        network = cls()
        for line in text.splitlines():
            if not line.strip():
                continue
            a, b, km, minutes = line.split()
            network.connect(a, b, int(km), int(minutes))
        return network

    def connect(self, a: str, b: str, km: int, minutes: int) -> None:
        self._edges[a].append(Edge(b, km, minutes))
        self._edges[b].append(Edge(a, km, minutes))

    def cities(self) -> list[str]:
        return sorted(self._edges)

    def route(self, start: str, goal: str, weight: Callable[[Edge], float]) -> Route:
        if start not in self._edges:
            raise KeyError(start)
        best: dict[str, float] = {start: 0}
        previous: dict[str, str] = {}
        queue: list[tuple[float, str]] = [(0, start)]
        done: set[str] = set()
        while queue:
            cost, city = heapq.heappop(queue)
            if city in done:
                continue
            done.add(city)
            if city == goal:
                stops = [city]
                while city != start:
                    city = previous[city]
                    stops.append(city)
                return Route(stops[::-1], cost)
            for edge in self._edges[city]:
                candidate = cost + weight(edge)
                if candidate < best.get(edge.target, float("inf")):
                    best[edge.target] = candidate
                    previous[edge.target] = city
                    heapq.heappush(queue, (candidate, edge.target))
        raise NoRoute(start, goal)


def price(edge: Edge) -> float:
    """A base fee per train, and less for each kilometre on long ones."""
    return 4.5 + edge.km * (0.12 if edge.km > 200 else 0.15)


def describe(network: Network, start: str, goal: str) -> None:
    print(f"{start} -> {goal}")
    try:
        fast = network.route(start, goal, lambda e: e.minutes)
        cheap = network.route(start, goal, price)
        direct = network.route(start, goal, lambda e: 1)
    except NoRoute as exc:
        print("  sorry:", exc)
        return
    except KeyError as exc:
        print("  unknown city", exc)
        return
    hours, minutes = divmod(int(fast.cost), 60)
    print(f"  fastest  {hours}:{minutes:02} h  via {', '.join(fast.stops[1:-1]) or 'nothing'}")
    print(f"  cheapest {cheap.cost:.2f}  via {', '.join(cheap.stops[1:-1]) or 'nothing'}")
    print(f"  fewest trains: {direct.cost:.0f}")


if __name__ == "__main__":
    net = Network.parse(CONNECTIONS)
    print(len(net.cities()), "cities:", " ".join(net.cities()))
    for pair in ("Hamburg Munich", "Bremen Leipzig", "Berlin Hamburg", "Berlin Akureyri", "Oslo Berlin"):
        describe(net, *pair.split())
