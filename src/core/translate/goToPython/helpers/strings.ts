/** What Go's strings package does and Python's texts do not. */
import type { Helpers } from './helper';

export const strings = {
  cut: {
    text: `
def cut(text: str, separator: str) -> tuple[str, str, bool]:
    """What stands before and after the first separator, and whether there is one."""
    before, found, after = text.partition(separator)
    return before, after, bool(found)
`,
  },
  fields_func: {
    imports: ['from collections.abc import Callable', 'from itertools import groupby'],
    text: `
def fields_func(text: str, splits: Callable[[str], bool]) -> list[str]:
    """The runs of characters between those at which the text is split."""
    return ["".join(run) for cuts, run in groupby(text, splits) if not cuts]
`,
  },
  split_n: {
    text: `
def split_n(text: str, separator: str, count: int) -> list[str]:
    """At most so many parts; all of them where the number is negative."""
    return text.split(separator, count - 1 if count > 0 else -1) if count else []
`,
  },
  split_after: {
    text: `
def split_after(text: str, separator: str) -> list[str]:
    """The parts of a text, each with the separator that ends it."""
    *parts, last = text.split(separator)
    return [*(part + separator for part in parts), last]
`,
  },
  title_case: {
    imports: ['import re'],
    text: `
def title_case(text: str) -> str:
    """Write the first letter of each word large and leave the others as they are."""
    return re.sub(r"(?<!\\w)\\w", lambda match: match.group().upper(), text)
`,
  },
  trim_left: {
    imports: ['from collections.abc import Callable', 'from itertools import dropwhile'],
    text: `
def trim_left(text: str, goes: Callable[[str], bool]) -> str:
    """Drop the characters at the start for which the function is true."""
    return "".join(dropwhile(goes, text))
`,
  },
  trim_right: {
    imports: ['from collections.abc import Callable'],
    uses: ['trim_left'],
    text: `
def trim_right(text: str, goes: Callable[[str], bool]) -> str:
    """Drop the characters at the end for which the function is true."""
    return trim_left(text[::-1], goes)[::-1]
`,
  },
  replacer: {
    imports: ['import re', 'from collections.abc import Callable'],
    text: `
def replacer(*pairs: str) -> Callable[[str], str]:
    """A function that replaces each old text by the new one that follows it."""
    table = dict(zip(pairs[::2], pairs[1::2]))
    pattern = re.compile("|".join(map(re.escape, table)))
    return lambda text: pattern.sub(lambda match: table[match.group()], text)
`,
  },
  text_buffer: {
    imports: ['import io'],
    text: `
def text_buffer(text: str) -> io.StringIO:
    """A text in memory that is read from its start and written to at its end."""
    buffer = io.StringIO()
    buffer.write(text)
    return buffer
`,
  },
  is_utf8: {
    text: `
def is_utf8(data: bytes) -> bool:
    """Whether the bytes are a text."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
`,
  },
  decode_rune: {
    text: `
def decode_rune(text: str) -> tuple[str, int]:
    """The first character and how many bytes it takes."""
    return (text[0], len(text[0].encode())) if text else ("\\ufffd", 0)
`,
  },
  decode_last_rune: {
    uses: ['decode_rune'],
    text: `
def decode_last_rune(text: str) -> tuple[str, int]:
    """The last character and how many bytes it takes."""
    return decode_rune(text[-1:])
`,
  },
  upper: {
    text: `
def upper(text: str) -> str:
    """Upper case letter by letter, as Go does it: ß has none."""
    return "".join(char if len(char.upper()) > 1 else char.upper() for char in text)
`,
  },
} satisfies Helpers;
