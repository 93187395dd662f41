/** Readers that keep their place. */
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
} satisfies Helpers;
