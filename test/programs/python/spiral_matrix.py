# Number spirals: print them, walk them, add up their diagonals.

def spiral(n):
    grid = [[0] * n for _ in range(n)]
    r, c, dr, dc = 0, 0, 0, 1
    for value in range(1, n * n + 1):
        grid[r][c] = value
        # Turn right where the next cell is taken (or wraps around to one that is).
        if grid[(r + dr) % n][(c + dc) % n]:
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return grid


def unwind(grid):
    """Read any rectangle in spiral order."""
    out = []
    rows = [list(row) for row in grid]
    while rows:
        out += rows.pop(0)
        rows = [list(row) for row in zip(*rows)][::-1]
    return out


for n in (1, 2, 5):
    for row in spiral(n):
        print(" ".join("%2d" % v for v in row))
    print()

square = spiral(7)
assert unwind(square) == list(range(1, 50))
print(unwind(["abc", "jkd", "ile", "hgf"]))
print("diagonals:", sum(row[i] for i, row in enumerate(square)), sum(row[~i] for i, row in enumerate(square)))
print("corner:", square[0][-1], square[-1][-1], square[-1][0], "centre:", square[3][3])
