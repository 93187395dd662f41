# Interval arithmetic on plain (start, end) pairs; ends are exclusive.


class BadInterval(ValueError):
    pass


def make(start, end):
    if end < start:
        raise BadInterval("interval ends before it starts: %d > %d" % (start, end))
    return (start, end)


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            last_start, last_end = merged[-1]
            merged[-1] = (last_start, max(last_end, end))
        else:
            merged.append((start, end))
    return merged


def gaps(intervals, low, high):
    """The parts of [low, high) that no interval covers."""
    free = []
    position = low
    for start, end in merge(intervals):
        if start > position:
            free.append((position, min(start, high)))
        position = max(position, end)
        if position >= high:
            break
    if position < high:
        free.append((position, high))
    return free


def intersect(a, b):
    a, b = merge(a), merge(b)
    i = j = 0
    out = []
    while i < len(a) and j < len(b):
        start = max(a[i][0], b[j][0])
        end = min(a[i][1], b[j][1])
        if start < end:
            out.append((start, end))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return out


def rooms_needed(meetings):
    changes = []
    for start, end in meetings:
        changes.append((start, 1))
        changes.append((end, -1))
    changes.sort(key=lambda change: (change[0], change[1]))
    current = most = 0
    for _, delta in changes:
        current += delta
        most = max(most, current)
    return most


def total(intervals):
    return sum(end - start for start, end in merge(intervals))


def fmt(intervals):
    if not intervals:
        return "none"
    return ", ".join(f"{s}-{e}" for s, e in intervals)


if __name__ == "__main__":
    alice = [make(9, 10), make(13, 15), make(10, 11), make(14, 16)]
    bob = [make(8, 9), make(11, 14), make(17, 18)]
    print("alice busy:", fmt(merge(alice)), "=", total(alice), "hours")
    print("bob busy:  ", fmt(merge(bob)), "=", total(bob), "hours")
    print("alice free:", fmt(gaps(alice, 8, 18)))
    print("bob free:  ", fmt(gaps(bob, 8, 18)))
    both = intersect(gaps(alice, 8, 18), gaps(bob, 8, 18))
    print("both free: ", fmt(both))
    print("both busy: ", fmt(intersect(alice, bob)))
    print("rooms:", rooms_needed(alice + bob), "of", len(alice + bob), "meetings")
    print("empty:", fmt(merge([])), fmt(gaps([], 0, 3)))

    for pair in [(3, 5), (5, 3), (4, 4)]:
        try:
            interval = make(*pair)
        except BadInterval as e:
            print("rejected:", e)
        else:
            print("accepted:", interval)
