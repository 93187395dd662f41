/** Numbers: Go's division, wrapping, rounding and reading. */
import type { Helpers } from './helper';

export const numbers = {
  quotient: {
    text: `
def quotient(a: int, b: int) -> int:
    """Divide and drop the fraction, as Go does: -7 / 2 is -3."""
    result = abs(a) // abs(b)
    return result if (a < 0) == (b < 0) else -result
`,
  },
  remainder: {
    text: `
def remainder(a: int, b: int) -> int:
    """The rest of a division with the sign of the dividend: -7 % 3 is -1."""
    result = abs(a) % abs(b)
    return -result if a < 0 else result
`,
  },
  to_signed: {
    text: `
def to_signed(value: int, bits: int) -> int:
    """Wrap around as a signed integer of that many bits does."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value
`,
  },
  to_float32: {
    imports: ['import struct'],
    text: `
def to_float32(value: float) -> float:
    """The nearest float of 32 bits."""
    return struct.unpack("f", struct.pack("f", value))[0]
`,
  },
  round_away: {
    imports: ['import math'],
    text: `
def round_away(value: float) -> float:
    """Round half away from zero, as Go does; Python rounds half to even."""
    if not math.isfinite(value):
        return value
    whole = math.floor(abs(value))
    rounded = whole + 1 if abs(value) - whole >= 0.5 else whole
    return math.copysign(rounded, value)
`,
  },
  parse_int: {
    imports: ['import re'],
    uses: ['quoted'],
    text: `
def parse_int(
    text: str, base: int = 10, caller: str = "Atoi", bits: int = 64, signed: bool = True
) -> int:
    """Read an integer as strictly as strconv does, with its words for errors."""
    start = f"strconv.{caller}: parsing {quoted(text)}: "
    try:
        if base and not re.fullmatch(r"[+-]?[0-9a-wyzA-WYZ]+" if signed else r"[0-9a-wyzA-WYZ]+", text):
            raise ValueError
        value = int(text, base)
    except ValueError:
        raise ValueError(start + "invalid syntax") from None
    least = -(1 << (bits - 1)) if signed else 0
    if not least <= value < least + (1 << bits):
        raise ValueError(start + "value out of range")
    return value
`,
  },
  parse_float: {
    uses: ['quoted'],
    text: `
def parse_float(text: str) -> float:
    """Read a float, with strconv's words for what is wrong."""
    try:
        if text != text.strip() or "_" in text:
            raise ValueError
        return float(text)
    except ValueError:
        raise ValueError(f"strconv.ParseFloat: parsing {quoted(text)}: invalid syntax") from None
`,
  },
  parse_bool: {
    uses: ['quoted'],
    text: `
def parse_bool(text: str) -> bool:
    """Read a truth value, as strconv.ParseBool does."""
    if text in ("1", "t", "T", "true", "TRUE", "True"):
        return True
    if text in ("0", "f", "F", "false", "FALSE", "False"):
        return False
    raise ValueError(f"strconv.ParseBool: parsing {quoted(text)}: invalid syntax")
`,
  },
  format_int: {
    text: `
def format_int(value: int, base: int) -> str:
    """Write an integer in a base up to 36."""
    digits, rest = "", abs(value)
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return f"-{digits}" if value < 0 else digits
`,
  },
  unquote: {
    imports: ['import ast'],
    text: `
def unquote(text: str) -> str:
    """Read a quoted text of Go."""
    try:
        if text[:1] == text[-1:] == "\`" and len(text) > 1:
            return text[1:-1]
        if text[:1] != '"':
            raise ValueError
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        raise ValueError("invalid syntax") from None
`,
  },
  rotate_left: {
    text: `
def rotate_left(value: int, count: int, size: int) -> int:
    """Turn the bits of a number of that size to the left; to the right where the count is negative."""
    count %= size
    return (value << count | value >> (size - count)) & ((1 << size) - 1)
`,
  },
} satisfies Helpers;
