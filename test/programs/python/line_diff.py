"""A line diff by longest common subsequence, printed as unified hunks."""

OLD = """def greet(name):
    print("Hello " + name)

def main():
    greet("World")
    greet("Moon")
    return 0

# the end
main()
""".splitlines()

NEW = """import sys

def greet(name, mark="!"):
    print("Hello " + name)

def main():
    greet("World")
    return 0

# the end
sys.exit(main())
""".splitlines()


def lcs_table(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    return table


def diff(a, b):
    """Yield (mark, line) pairs; mark is one of ' ', '-' and '+'."""
    table = lcs_table(a, b)
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield " ", a[i]
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            yield "-", a[i]
            i += 1
        else:
            yield "+", b[j]
            j += 1
    yield from (("-", line) for line in a[i:])
    yield from (("+", line) for line in b[j:])


def hunks(edits, context=1):
    changed = [k for k, (mark, _) in enumerate(edits) if mark != " "]
    if not changed:
        return []
    ranges = []
    for k in changed:
        lo, hi = max(0, k - context), min(len(edits), k + context + 1)
        if ranges and lo <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], hi)
        else:
            ranges.append((lo, hi))
    return ranges


def show(a, b):
    edits = list(diff(a, b))
    for lo, hi in hunks(edits):
        old_start = sum(1 for m, _ in edits[:lo] if m != "+") + 1
        new_start = sum(1 for m, _ in edits[:lo] if m != "-") + 1
        old_len = sum(m != "+" for m, _ in edits[lo:hi])
        new_len = sum(m != "-" for m, _ in edits[lo:hi])
        print(f"@@ -{old_start},{old_len} +{new_start},{new_len} @@")
        for mark, line in edits[lo:hi]:
            print(mark + line)
    added = len([1 for m, _ in edits if m == "+"])
    removed = len([1 for m, _ in edits if m == "-"])
    print(f"{added} added, {removed} removed, similarity {2 * (len(edits) - added - removed) / (len(a) + len(b)):.3f}")


show(OLD, NEW)
show(OLD, OLD)
show([], ["only", "new"])
show(list("kitten"), list("sitting"))
