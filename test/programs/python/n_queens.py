# Place n queens on an n x n board so that none attacks another.


def place(n, row=0, cols=(), taken=None):
    """Yield every solution as a tuple: the column of the queen in each row."""
    if taken is None:
        taken = {"cols": set(), "up": set(), "down": set()}
    if row == n:
        yield cols
        return
    for col in range(n):
        up, down = row + col, row - col
        if col in taken["cols"] or up in taken["up"] or down in taken["down"]:
            continue
        taken["cols"].add(col)
        taken["up"].add(up)
        taken["down"].add(down)
        yield from place(n, row + 1, cols + (col,), taken)
        taken["cols"].remove(col)
        taken["up"].remove(up)
        taken["down"].remove(down)


def show(solution):
    n = len(solution)
    for col in solution:
        print(" ".join("Q" if c == col else "." for c in range(n)))


def mirror(solution):
    n = len(solution)
    return tuple(n - 1 - c for c in solution)


def rotate(solution):
    """Turn the board by 90 degrees."""
    n = len(solution)
    turned = [0] * n
    for row, col in enumerate(solution):
        turned[col] = n - 1 - row
    return tuple(turned)


def fundamental(solutions):
    seen = set()
    kept = []
    for s in solutions:
        if s in seen:
            continue
        kept.append(s)
        board = s
        for _ in range(4):
            seen.add(board)
            seen.add(mirror(board))
            board = rotate(board)
    return kept


print(f"{'n':>2} {'all':>4} {'distinct':>9}")
for n in range(1, 8):
    solutions = list(place(n))
    print(f"{n:>2} {len(solutions):>4} {len(fundamental(solutions)):>9}")

print()
print("first solution for 8:")
first = next(place(8))
show(first)
print(first)

smallest = min(place(6), key=lambda s: s[::-1])
print("6 queens, smallest from the last row:", smallest)
assert mirror(mirror(first)) == first
