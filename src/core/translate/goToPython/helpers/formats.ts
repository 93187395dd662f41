/** Formats, lists and sums of Go's library. */
import type { Helpers } from './helper';

export const formats = {
  CsvReader: {
    imports: ['import csv', 'from collections.abc import Iterator', 'from typing import TextIO'],
    text: `
class CsvReader:
    """Reads records; each has to have as many fields as the first."""

    def __init__(self, source: TextIO) -> None:
        self.source = source
        self.comma = ","
        self.comment = ""
        self.fields = 0
        self.trims = False
        self.line = 0
        self.records: Iterator[list[str]] | None = None

    def lines(self) -> Iterator[str]:
        for line in self.source:
            self.line += 1
            if line.strip("\\r\\n") and not (self.comment and line.startswith(self.comment)):
                yield line

    def read(self) -> list[str]:
        """The next record. Raises EOFError at the end."""
        if self.records is None:
            self.records = csv.reader(self.lines(), delimiter=self.comma, skipinitialspace=self.trims)
        record = next(self.records, None)
        if record is None:
            raise EOFError("EOF")
        if self.fields == 0:
            self.fields = len(record)
        if self.fields > 0 and len(record) != self.fields:
            raise ValueError(f"record on line {self.line}: wrong number of fields")
        return record

    def read_all(self) -> list[list[str]]:
        records = []
        while True:
            try:
                records.append(self.read())
            except EOFError:
                return records
`,
  },
  CsvWriter: {
    imports: ['from collections.abc import Iterable', 'from typing import TextIO'],
    text: `
class CsvWriter:
    """Writes records, with quotes where a field needs them."""

    def __init__(self, target: TextIO) -> None:
        self.target = target
        self.comma = ","

    def field(self, text: str) -> str:
        special = any(char in text for char in (self.comma, '"', "\\r", "\\n"))
        if special or text[:1].isspace() or text == "\\\\.":
            return '"' + text.replace('"', '""') + '"'
        return text

    def write(self, record: Iterable[str]) -> None:
        self.target.write(self.comma.join(map(self.field, record)) + "\\n")

    def write_all(self, records: Iterable[Iterable[str]]) -> None:
        for record in records:
            self.write(record)

    def flush(self) -> None:
        self.target.flush()
`,
  },
  TabWriter: {
    imports: ['from typing import TextIO'],
    text: `
class TabWriter:
    """Lines up the cells of a column, which tabs end."""

    def __init__(
        self, target: TextIO, least: int, tab: int, padding: int, fill: str, flags: int
    ) -> None:
        self.target = target
        self.least = least
        self.tab = tab
        self.padding = padding
        self.fill = fill
        self.right = bool(flags & 4)
        self.bars = bool(flags & 16)
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        lines = [line.split("\\t") for line in self.text.split("\\n")]
        self.target.write("\\n".join(self.laid_out(lines, [])))
        self.target.flush()
        self.text = ""

    def laid_out(self, lines: list[list[str]], widths: list[int]) -> list[str]:
        """The lines with the widths of their first columns known."""
        column, written, at = len(widths), [], 0
        while at < len(lines):
            end = at
            while end < len(lines) and len(lines[end]) - 1 > column:
                end += 1
            if end == at:
                written.append(self.line(lines[at], widths))
                at += 1
                continue
            width = max(self.least, *(len(line[column]) + self.padding for line in lines[at:end]))
            if all(not line[column] for line in lines[at:end]) and not self.least:
                width = self.padding
            if self.fill == "\\t":
                width = -(-width // self.tab) * self.tab
            written += self.laid_out(lines[at:end], [*widths, width])
            at = end
        return written

    def line(self, cells: list[str], widths: list[int]) -> str:
        parts = []
        for cell, width in zip(cells, widths):
            missing = width - len(cell)
            space = "\\t" * -(-missing // self.tab) if self.fill == "\\t" else self.fill * missing
            parts.append(space + cell if self.right else cell + space)
        return ("|" if self.bars else "").join([*parts, *cells[len(widths) :]])
`,
  },
  Logger: {
    imports: ['from datetime import datetime', 'from typing import TextIO'],
    text: `
class Logger:
    """Writes lines with a prefix, and with the time where its flags ask for it."""

    def __init__(self, target: TextIO, prefix: str, flags: int) -> None:
        self.target = target
        self.prefix = prefix
        self.flags = flags

    def set_prefix(self, prefix: str) -> None:
        self.prefix = prefix

    def set_flags(self, flags: int) -> None:
        self.flags = flags

    def log(self, text: str) -> None:
        now = datetime.now()
        date = now.strftime("%Y/%m/%d ") if self.flags & 1 else ""
        clock = now.strftime("%H:%M:%S ") if self.flags & 2 else ""
        line = text.removesuffix("\\n")
        self.target.write(f"{self.prefix}{date}{clock}{line}\\n")
`,
  },
  escape_text: {
    text: `
def escape_text(text: str) -> str:
    """Write what means something in HTML as Go's html package does."""
    for char, written in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;")):
        text = text.replace(char, written)
    return text
`,
  },
  Fnv: {
    text: `
class Fnv:
    """The sum FNV-1a of what was written to it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.value = 2166136261 if size == 32 else 14695981039346656037
        self.prime = 16777619 if size == 32 else 1099511628211

    def update(self, data: bytes) -> None:
        for byte in data:
            self.value = (self.value ^ byte) * self.prime & ((1 << self.size) - 1)
`,
  },
  Element: {
    imports: ['from typing import Any'],
    text: `
class Element:
    """A place in a linked list."""

    def __init__(self, value: Any, owner: "LinkedList | None" = None) -> None:
        self.value = value
        self.owner = owner
        self.before: Element = self
        self.after: Element = self

    def next(self) -> "Element | None":
        return self.after if self.owner and self.after is not self.owner.root else None

    def prev(self) -> "Element | None":
        return self.before if self.owner and self.before is not self.owner.root else None
`,
  },
  LinkedList: {
    imports: ['from typing import Any'],
    uses: ['Element'],
    text: `
class LinkedList:
    """A doubly linked list."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> "LinkedList":
        self.root = Element(None)
        self.size = 0
        return self

    def front(self) -> Element | None:
        return self.root.after if self.size else None

    def back(self) -> Element | None:
        return self.root.before if self.size else None

    def link(self, element: Element, place: Element) -> Element:
        """Put an element behind a place."""
        element.before, element.after = place, place.after
        place.after.before = element
        place.after = element
        return element

    def insert_after(self, value: Any, place: Element) -> Element:
        self.size += 1
        return self.link(Element(value, self), place)

    def insert_before(self, value: Any, place: Element) -> Element:
        return self.insert_after(value, place.before)

    def unlink(self, element: Element) -> None:
        element.before.after, element.after.before = element.after, element.before

    def move_after(self, element: Element, place: Element) -> None:
        if element is not place:
            self.unlink(element)
            self.link(element, place)

    def remove(self, element: Element) -> Any:
        if element.owner is self:
            self.unlink(element)
            element.owner = None
            self.size -= 1
        return element.value
`,
  },
  clean_path: {
    imports: ['import posixpath'],
    text: `
def clean_path(path: str) -> str:
    """The shortest path of the same meaning."""
    cleaned = posixpath.normpath(path) if path else "."
    return cleaned[1:] if cleaned.startswith("//") else cleaned
`,
  },
  join_paths: {
    uses: ['clean_path'],
    text: `
def join_paths(*parts: str) -> str:
    """Join what is not empty with slashes, and clean the path."""
    given = [part for part in parts if part]
    return clean_path("/".join(given)) if given else ""
`,
  },
  base_name: {
    text: `
def base_name(path: str) -> str:
    """The last part of a path."""
    return path.rstrip("/").rpartition("/")[2] or path[:1] or "."
`,
  },
  extension: {
    text: `
def extension(path: str) -> str:
    """The end of the name from its last dot on."""
    name = path.rpartition("/")[2]
    return name[name.rfind(".") :] if "." in name else ""
`,
  },
  path_matches: {
    imports: ['import re'],
    text: `
def path_matches(pattern: str, path: str) -> bool:
    """Whether a path is like a pattern; * and ? stop at slashes."""
    text = "".join(
        {"*": "[^/]*", "?": "[^/]"}.get(part, part if part[0] in "[\\\\" else re.escape(part))
        for part in re.findall(r"\\\\.|\\[[^\\]]*\\]|.", pattern)
    )
    return re.fullmatch(text, path) is not None
`,
  },
  expand: {
    imports: ['import re', 'from collections.abc import Callable'],
    text: `
def expand(text: str, value: Callable[[str], str]) -> str:
    """Replace \${name} and $name by what the function gives."""
    return re.sub(r"\\$(?:\\{(\\w+)\\}|(\\w+))", lambda match: value(match[1] or match[2]), text)
`,
  },
  copy_text: {
    imports: ['from typing import TextIO'],
    text: `
def copy_text(target: TextIO, source: TextIO) -> int:
    """Write all of a source to a target, and give its size in bytes."""
    text = source.read()
    target.write(text)
    return len(text.encode())
`,
  },
  MultiWriter: {
    imports: ['from typing import TextIO'],
    text: `
class MultiWriter:
    """Writes everything to several targets."""

    def __init__(self, *targets: TextIO) -> None:
        self.targets = targets

    def write(self, text: str) -> None:
        for target in self.targets:
            target.write(text)
`,
  },
} satisfies Helpers;
