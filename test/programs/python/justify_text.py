"""Full justification of paragraphs, as a typesetter would do it."""

from __future__ import annotations

SAMPLE = (
    "It was a bright cold day in April, and the clocks were striking thirteen. "
    "Winston Smith slipped quickly through the glass doors, though not quickly "
    "enough to prevent a swirl of gritty dust from entering along with him."
)


def break_lines(words: list[str], width: int) -> list[list[str]]:
    """Greedily distribute words over lines no longer than width."""
    lines: list[list[str]] = []
    current: list[str] = []
    length = 0
    for word in words:
        if len(word) > width:
            raise ValueError(f"word {word!r} does not fit in {width} columns")
        needed = len(word) if not current else length + 1 + len(word)
        if needed > width:
            lines.append(current)
            current = [word]
            length = len(word)
        else:
            current.append(word)
            length = needed
    if current:
        lines.append(current)
    return lines


def justify_line(words: list[str], width: int) -> str:
    """Spread the missing blanks over the gaps, leftmost gaps first."""
    if len(words) == 1:
        return words[0].ljust(width)
    blanks = width - sum(len(w) for w in words)
    gap, extra = divmod(blanks, len(words) - 1)
    out = ""
    for i, word in enumerate(words[:-1]):
        out += word + " " * (gap + (1 if i < extra else 0))
    return out + words[-1]


def justify(text: str, width: int) -> list[str]:
    lines = break_lines(text.split(), width)
    result = [justify_line(line, width) for line in lines[:-1]]
    if lines:
        result.append(" ".join(lines[-1]).ljust(width))
    return result


def align(text: str, width: int, how: str) -> list[str]:
    methods = {"left": str.ljust, "right": str.rjust, "center": str.center}
    return [methods[how](" ".join(line), width) for line in break_lines(text.split(), width)]


def frame(lines: list[str], width: int) -> None:
    print("+" + "-" * (width + 2) + "+")
    for line in lines:
        print(f"| {line} |")
    print("+" + "-" * (width + 2) + "+")


def main() -> None:
    for width in (24, 40):
        frame(justify(SAMPLE, width), width)
    for how in ("left", "right", "center"):
        print(how + ":")
        frame(align("one two three four five six seven", 13, how), 13)
    print(justify("", 10))
    try:
        justify("an incomprehensibility", 12)
    except ValueError as err:
        print("error:", err)


if __name__ == "__main__":
    main()
