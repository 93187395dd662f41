"""Conway's game of life on an unbounded plane, kept as a set of live cells."""

from collections import Counter


def parse(picture):
    cells = set()
    for y, line in enumerate(picture.strip("\n").split("\n")):
        for x, char in enumerate(line):
            if char == "#":
                cells.add((x, y))
    return cells


def neighbours(x, y):
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


def step(cells):
    counts = Counter(n for cell in cells for n in neighbours(*cell))
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in cells)}


def bounds(cells):
    xs = [x for x, _ in cells]
    ys = [y for _, y in cells]
    return min(xs), min(ys), max(xs), max(ys)


def render(cells):
    if not cells:
        return "(empty)"
    x0, y0, x1, y1 = bounds(cells)
    rows = []
    for y in range(y0, y1 + 1):
        rows.append("".join("#" if (x, y) in cells else "." for x in range(x0, x1 + 1)))
    return "\n".join(rows)


def normalized(cells):
    x0, y0, _, _ = bounds(cells)
    return frozenset((x - x0, y - y0) for x, y in cells)


def classify(cells, limit=40):
    """Say what becomes of a pattern: still life, oscillator, spaceship, dead or unknown."""
    start = normalized(cells)
    current = cells
    for generation in range(1, limit + 1):
        current = step(current)
        if not current:
            return f"dies after {generation}"
        if normalized(current) == start:
            if current != cells:
                return f"spaceship, period {generation}"
            if generation == 1:
                return "still life"
            return f"oscillator, period {generation}"
    return f"unknown, {len(current)} alive after {limit}"


PATTERNS = {
    "block": "##\n##",
    "blinker": "###",
    "toad": ".###\n###.",
    "glider": ".#.\n..#\n###",
    "beacon": "##..\n##..\n..##\n..##",
    "pair": "##",
    "r-pentomino": ".##\n##.\n.#.",
}

for name, picture in PATTERNS.items():
    print(f"{name + ':':<13}{classify(parse(picture))}")

print("\nglider, three steps:")
cells = parse(PATTERNS["glider"])
for generation in range(4):
    print(f"-- {generation}: {len(cells)} cells, box {bounds(cells)}")
    print(render(cells))
    cells = step(cells)

history = []
cells = parse(PATTERNS["r-pentomino"])
while len(history) < 20:
    history.append(len(cells))
    cells = step(cells)
print("\nr-pentomino population:", history)
print("peak", max(history), "at generation", history.index(max(history)))
