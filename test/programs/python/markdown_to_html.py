"""Convert a small subset of Markdown to HTML."""

import html
import re
from typing import Iterator

INLINE: list[tuple[str, str]] = [
    (r"`([^`]+)`", r"<code>\1</code>"),
    (r"\*\*(.+?)\*\*", r"<strong>\1</strong>"),
    (r"\*(.+?)\*", r"<em>\1</em>"),
    (r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>'),
]


def inline(text: str) -> str:
    text = html.escape(text, quote=False)
    for pattern, replacement in INLINE:
        text = re.sub(pattern, replacement, text)
    return text


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


class Converter:
    def __init__(self) -> None:
        self.headings: list[tuple[int, str]] = []
        self.paragraph: list[str] = []
        self.list_tag: str = ""

    def flush(self) -> Iterator[str]:
        """Close whatever paragraph or list is open."""
        if self.paragraph:
            yield "<p>" + inline(" ".join(self.paragraph)) + "</p>"
            self.paragraph = []
        if self.list_tag:
            yield f"</{self.list_tag}>"
            self.list_tag = ""

    def convert(self, source: str) -> Iterator[str]:
        lines = iter(source.splitlines())
        for line in lines:
            stripped = line.strip()
            if stripped.startswith("```"):
                yield from self.flush()
                yield "<pre>"
                for code in lines:
                    if code.strip() == "```":
                        break
                    yield html.escape(code)
                yield "</pre>"
            elif not stripped:
                yield from self.flush()
            elif m := re.match(r"(#{1,6})\s+(.*)", stripped):
                yield from self.flush()
                level = len(m[1])
                self.headings.append((level, m[2]))
                yield f'<h{level} id="{slug(m[2])}">{inline(m[2])}</h{level}>'
            elif re.fullmatch(r"-{3,}", stripped):
                yield from self.flush()
                yield "<hr>"
            elif m := re.match(r"(?:([-*])|(\d+)\.)\s+(.*)", stripped):
                tag = "ul" if m.group(1) else "ol"
                if tag != self.list_tag:
                    yield from self.flush()
                    self.list_tag = tag
                    yield f"<{tag}>"
                yield f"  <li>{inline(m.group(3))}</li>"
            else:
                if self.list_tag:
                    yield from self.flush()
                self.paragraph.append(stripped)
        yield from self.flush()


DOCUMENT = """\
# Hello, *World* & Co.
A paragraph with **bold**, *emphasis*
and `x < y` over two lines.

## Shopping list!
- milk
- [bread](https://example.org/bread?a=1)
1. first
2. **second**
Text right after it.

---
```
if a < b && c:
    print("hi")
```
"""


def main() -> None:
    converter = Converter()
    for line in converter.convert(DOCUMENT):
        print(line)
    print("<!-- contents -->")
    for level, title in converter.headings:
        print("  " * (level - 1) + f"* {title} (#{slug(title)})")


if __name__ == "__main__":
    main()
