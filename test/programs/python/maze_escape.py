# Reads mazes from standard input, separated by blank lines, and finds the
# shortest way out of each with a breadth-first search.
import sys
from collections import deque

MOVES = [("N", -1, 0), ("E", 0, 1), ("S", 1, 0), ("W", 0, -1)]


def read_mazes(stream):
    maze = []
    for line in stream:
        line = line.rstrip("\n")
        if line.strip():
            maze.append(line)
        elif maze:
            yield maze
            maze = []
    if maze:
        yield maze


def find(maze, char):
    for r, line in enumerate(maze):
        c = line.find(char)
        if c != -1:
            return r, c
    return None


def escape(maze, start):
    """Walk from the start to any open cell on the border."""
    queue = deque([(start, "")])
    seen = {start}
    while queue:
        (r, c), path = queue.popleft()
        if r in (0, len(maze) - 1) or c in (0, len(maze[r]) - 1):
            return path
        for name, dr, dc in MOVES:
            cell = (r + dr, c + dc)
            if cell in seen or maze[cell[0]][cell[1]] == "#":
                continue
            seen.add(cell)
            queue.append((cell, path + name))
    return None


def compress(path):
    """NNNEE -> 3N 2E"""
    out = []
    for step in path:
        if out and out[-1][1] == step:
            out[-1][0] += 1
        else:
            out.append([1, step])
    return " ".join(f"{n}{step}" for n, step in out)


def draw(maze, start, path):
    rows = [list(line) for line in maze]
    r, c = start
    deltas = {name: (dr, dc) for name, dr, dc in MOVES}
    for step in path:
        dr, dc = deltas[step]
        r, c = r + dr, c + dc
        rows[r][c] = "+"
    for row in rows:
        print("".join(row))


solved = 0
total = 0
for number, maze in enumerate(read_mazes(sys.stdin), start=1):
    total += 1
    width = max(map(len, maze))
    maze = [line.ljust(width, "#") for line in maze]
    start = find(maze, "S")
    if start is None:
        print(f"maze {number}: no start")
        continue
    path = escape(maze, start)
    if path is None:
        print(f"maze {number}: trapped")
        continue
    solved += 1
    print(f"maze {number}: {len(path)} steps: {compress(path) or 'already out'}")
    draw(maze, start, path)
print(f"{solved}/{total} solved")
