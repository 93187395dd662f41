/** Values as text, and places in text. */
import type { Helpers } from './helper';

export const text = {
  float_text: {
    imports: ['from decimal import Decimal'],
    text: `
def float_text(value: float) -> str:
    """Write a float as Go prints it: 1 for 1.0, 1e+06 for a million."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    number = Decimal(repr(float(value))).normalize()
    exponent = number.adjusted()
    if -4 <= exponent < 6:
        return format(number, "f")
    return f"{number.scaleb(-exponent):f}e{exponent:+03d}"
`,
  },
  float32_text: {
    uses: ['float_text', 'to_float32'],
    text: `
def float32_text(value: float) -> str:
    """Write a float of 32 bits with the digits that tell it from its neighbours."""
    for digits in range(1, 10):
        short = float(f"{value:.{digits}g}")
        if to_float32(short) == to_float32(value):
            return float_text(short)
    return float_text(value)
`,
  },
  go_text: {
    uses: ['float_text'],
    text: `
def go_text(value: object, names: dict[str, str] | None = None) -> str:
    """Write a value as Go prints it: [1 2], map[a:1], {x y}, true, <nil>."""
    if value is None:
        return "<nil>"
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: pair[0])
        inside = " ".join(f"{go_text(k, names)}:{go_text(v, names)}" for k, v in pairs)
        return f"map[{inside}]"
    if isinstance(value, set):
        return "map[" + " ".join(f"{go_text(item)}:{{}}" for item in sorted(value)) + "]"
    if isinstance(value, (list, tuple, bytes, bytearray)):
        return "[" + " ".join(go_text(item, names) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value).__str__ is not object.__str__ or isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return float_text(value)
    if names:
        fields = vars(value).items()
        inside = " ".join(f"{names.get(k, k)}:{go_text(v, names)}" for k, v in fields)
    else:
        inside = " ".join(go_text(v) for v in vars(value).values())
    return "{" + inside + "}"
`,
  },
  pointer_text: {
    uses: ['go_text'],
    text: `
def pointer_text(value: object, names: dict[str, str] | None = None) -> str:
    """Write a pointer to a struct as Go prints it: &{x y}, or <nil>."""
    return "<nil>" if value is None else "&" + go_text(value, names)
`,
  },
  go_format: {
    imports: ['import re'],
    uses: ['go_text', 'quoted', 'type_text'],
    text: `
def go_format(text: str, *args: object) -> str:
    """Fill the verbs of a format whose values are known only when the program runs."""
    rest = list(args)

    def fill(match: re.Match[str]) -> str:
        flags, width, precision, verb = match.groups()
        if verb == "%":
            return "%"
        if not rest:
            return f"%!{verb}(MISSING)"
        value = rest.pop(0)
        kind = type(value).__name__
        sign = "+" if "+" in flags else ""
        if verb in "sv" or (verb == "t" and kind == "bool") or (verb == "d" and kind == "list"):
            shown = go_text(value)[: int(precision[1:]) if precision else None]
            if verb == "s" and kind in ("int", "float", "bool"):
                shown = f"%!s({type_text(value)}={shown})"
        elif verb == "T":
            shown = type_text(value)
        elif verb == "q" and kind == "str":
            shown = quoted(value)
        elif verb in "xX" and isinstance(value, (str, bytes, bytearray)):
            shown = (value.encode() if isinstance(value, str) else value).hex()
            shown = shown.upper() if verb == "X" else shown
        elif verb == "c" and kind == "int":
            shown = chr(value)
        elif verb == "q" and kind == "int":
            shown = quoted(chr(value), "'")
        elif verb == "U" and kind == "int":
            shown = f"U+{value:04X}" + (f" '{chr(value)}'" if "#" in flags else "")
        elif (verb in "dxXob" and kind == "int") or (verb in "eEfFgG" and kind == "float"):
            shown = format(value, sign + (precision or "") + verb)
        else:
            shown = "<nil>" if value is None else f"{type_text(value)}={go_text(value)}"
            shown = f"%!{verb}({shown})"
        size = int(width or 0)
        if "-" in flags:
            return shown.ljust(size)
        return shown.zfill(size) if "0" in flags else shown.rjust(size)

    filled = re.sub(r"%([-+# 0]*)(\\d*)(\\.\\d+)?([a-zA-Z%])", fill, text)
    extra = ", ".join(f"{type_text(value)}={go_text(value)}" for value in rest)
    return filled + (f"%!(EXTRA {extra})" if rest else "")
`,
  },
  float_format: {
    imports: ['import math'],
    text: `
def float_format(value: float, spec: str) -> str:
    """Format a float with Go's words for what is no finite number."""
    if math.isfinite(value):
        return format(value, spec)
    if math.isnan(value):
        return "+NaN" if "+" in spec else "NaN"
    return "+Inf" if value > 0 else "-Inf"
`,
  },
  quoted: {
    text: `
def quoted(text: str, mark: str = '"') -> str:
    """Put a text in quotes, with escapes as in Go."""
    short = dict(zip("\\\\\\a\\b\\f\\n\\r\\t\\v" + mark, "\\\\abfnrtv" + mark))

    def escaped(char: str) -> str:
        code = ord(char)
        if char in short:
            return "\\\\" + short[char]
        if char.isprintable():
            return char
        return f"\\\\x{code:02x}" if code < 128 else f"\\\\u{code:04x}"

    return mark + "".join(map(escaped, text)) + mark
`,
  },
  type_text: {
    text: `
def type_text(value: object, names: dict[type, str] | None = None) -> str:
    """Name the type of a value as Go does: int, []string, map[string]float64."""
    if names and type(value) in names:
        return names[type(value)]
    if isinstance(value, dict):
        return f"map[{one_type(value, names)}]{one_type(value.values(), names)}"
    if isinstance(value, list):
        return f"[]{one_type(value, names)}"
    if isinstance(value, Exception):
        return "*fmt.wrapError" if value.__cause__ else "*errors.errorString"
    basic = {int: "int", float: "float64", str: "string", bool: "bool", bytearray: "[]uint8"}
    return "<nil>" if value is None else basic.get(type(value), type(value).__name__)


def one_type(values: Iterable[object], names: dict[type, str] | None) -> str:
    """The type that all values have, or that of anything."""
    found = {type_text(value, names) for value in values}
    return found.pop() if len(found) == 1 else "interface {}"
`,
    imports: ['from collections.abc import Iterable'],
  },
  byte_index: {
    text: `
def byte_index(text: str, index: int) -> int:
    """The offset in UTF-8 of the character at an index; -1 stays -1."""
    return index if index < 0 else len(text[:index].encode())
`,
  },
  runes: {
    imports: ['from collections.abc import Iterator'],
    text: `
def runes(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text, each with its offset in UTF-8."""
    offset = 0
    for char in text:
        yield offset, char
        offset += len(char.encode())
`,
  },
  duration_text: {
    text: `
def duration_text(seconds: float) -> str:
    """Write a time span as Go does: 1.5s, 2m0s, 300ms."""
    nanos = int(abs(seconds) * 1_000_000_000 + 0.1)
    sign = "-" if seconds < 0 else ""
    if nanos == 0:
        return "0s"
    for unit, size in (("ns", 1), ("µs", 1_000), ("ms", 1_000_000)):
        if nanos < size * 1000:
            return f"{sign}{nanos / size:.9f}".rstrip("0").rstrip(".") + unit
    minutes, rest = divmod(nanos, 60_000_000_000)
    text = f"{rest / 1_000_000_000:.9f}".rstrip("0").rstrip(".") + "s"
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{sign}{hours}h{minutes}m{text}"
    return f"{sign}{minutes}m{text}" if minutes else sign + text
`,
  },
} satisfies Helpers;
