/** Reading from the input and from texts. */
import type { Helpers } from './helper';

export const reading = {
  Scanner: {
    imports: ['from collections.abc import Iterable'],
    text: `
class Scanner:
    """Reads line by line, or word by word, and keeps what it read last."""

    def __init__(self, stream: Iterable[str]) -> None:
        self.stream = stream
        self.token: str | None = None
        self.split_lines()

    def split_lines(self) -> None:
        self.tokens = (line.rstrip("\\r\\n") for line in self.stream)

    def split_words(self) -> None:
        self.tokens = (word for line in self.stream for word in line.split())

    def split_runes(self) -> None:
        self.tokens = (char for line in self.stream for char in line)

    def scan(self) -> bool:
        self.token = next(self.tokens, None)
        return self.token is not None

    def text(self) -> str:
        return self.token or ""
`,
  },
  read_until: {
    imports: ['from typing import TextIO'],
    text: `
def read_until(source: TextIO, end: str) -> str:
    """The text up to a character and with it. Raises EOFError where the source ends before."""
    text = source.readline() if end == "\\n" else ""
    while not text.endswith(end):
        char = source.read(1)
        if not char:
            raise EOFError("EOF")
        text += char
    return text
`,
  },
  read_rune: {
    imports: ['from typing import TextIO'],
    text: `
def read_rune(source: TextIO) -> tuple[str, int]:
    """The next character and how many bytes it takes. Raises EOFError at the end."""
    char = source.read(1)
    if not char:
        raise EOFError("EOF")
    return char, len(char.encode())
`,
  },
  next_word: {
    imports: ['from typing import TextIO'],
    text: `
def next_word(source: TextIO) -> str:
    """The next word of the source. Raises EOFError at its end."""
    word = ""
    while char := source.read(1):
        if not char.isspace():
            word += char
        elif word:
            return word
    if not word:
        raise EOFError("EOF")
    return word
`,
  },
  words_of: {
    text: `
def words_of(text: str, count: int) -> list[str]:
    """The words of a text, which has to have enough of them."""
    words = text.split()
    if len(words) < count:
        raise ValueError("unexpected newline" if words else "unexpected EOF")
    return words
`,
  },
  scan_text: {
    imports: ['import re', 'from typing import Any'],
    text: `
def scan_text(text: str, pattern: str) -> list[Any]:
    """The values that the verbs of a format find in a text."""
    kinds = {"d": (r"[+-]?\\d+", int), "s": (r"\\S+", str), "v": (r"\\S+", str), "c": (r".", str)}
    kinds |= {verb: (r"[+-]?\\d*\\.?\\d+(?:[eE][+-]?\\d+)?", float) for verb in "feg"}
    kinds["x"] = (r"[0-9a-fA-F]+", lambda digits: int(digits, 16))
    values: list[Any] = []
    rest = text
    for piece in re.findall(r"%\\d*[a-z]|\\s+|[^%\\s]+|%%", pattern):
        if piece[0] != "%" or piece == "%%":
            match = re.match(r"\\s*" if piece.isspace() else re.escape(piece.replace("%%", "%")), rest)
            if not match:
                raise ValueError("input does not match format" if rest else "unexpected EOF")
            rest = rest[match.end() :]
            continue
        found, kind = kinds[piece[-1]]
        width = piece[1:-1]
        rest = rest if piece[-1] == "c" else rest.lstrip(" ")
        match = re.match(found, rest[: int(width)] if width else rest)
        if not match:
            raise ValueError("expected integer" if rest and piece[-1] == "d" else "unexpected EOF")
        values.append(kind(match.group()))
        rest = rest[match.end() :]
    return values
`,
  },
} satisfies Helpers;
