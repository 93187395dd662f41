"""Run-length encoding of text, with escapes for digits, and of bitmaps."""

from itertools import groupby
from typing import Iterable, Iterator


def runs(items: Iterable[str]) -> Iterator[tuple[str, int]]:
    for key, group in groupby(items):
        yield key, sum(1 for _ in group)


def encode(text: str) -> str:
    out: list[str] = []
    for ch, n in runs(text):
        symbol = "\\" + ch if ch.isdigit() or ch == "\\" else ch
        out.append(f"{n}{symbol}" if n > 2 else symbol * n)
    return "".join(out)


def decode(data: str) -> str:
    out, count, escaped = "", 0, False
    for pos, ch in enumerate(data):
        if escaped or not (ch.isdigit() or ch == "\\"):
            out += ch * (count or 1)
            count, escaped = 0, False
        elif ch == "\\":
            escaped = True
        else:
            count = count * 10 + int(ch)
            if count > 1000:
                raise ValueError(f"run of {count} or more at {pos}")
    if count or escaped:
        raise ValueError("input ends within a run")
    return out


BITMAP = """\
..####..
.#....#.
#.#..#.#
#......#
.######."""


def pack_row(row: str) -> bytes:
    """Alternate the lengths of blank and filled runs, blank first."""
    lengths: list[int] = []
    expected = "."
    for ch, n in runs(row):
        if ch != expected:
            lengths.append(0)
        lengths.append(n)
        expected = "#" if ch == "." else "."
    return bytes(lengths)


def unpack_row(packed: bytes) -> str:
    return "".join(".#"[i % 2] * n for i, n in enumerate(packed))


def main() -> None:
    for text in ["aaabccddddd", "", "abc", "1112 2", "\\\\\\\\x", "wwwwwwwwwwwwüüüü", "line\n\n\n\nend"]:
        packed = encode(text)
        assert decode(packed) == text
        saved = 1 - len(packed) / len(text) if text else 0.0
        print(f"{text!r:<22} {packed!r:<16} {saved:>7.1%}")

    for bad in ("12", "a\\", "99999x"):
        try:
            print(decode(bad))
        except ValueError as exc:
            print(f"{bad!r}: {exc}")

    rows = BITMAP.split("\n")
    for row in rows:
        packed_row = pack_row(row)
        print(row, packed_row.hex(" "), list(packed_row), unpack_row(packed_row) == row)
    total = sum(len(pack_row(r)) for r in rows)
    print(total, "bytes instead of", sum(map(len, rows)))
    longest = max(((n, ch) for r in rows for ch, n in runs(r)), default=(0, ""))
    print("longest run:", longest)


if __name__ == "__main__":
    main()
