/** Numbers: Go's division, wrapping, rounding and reading. */
import type { Helpers } from './helper';

export const numbers = {
  square_root: {
    imports: ['import math'],
    text: `
def square_root(number: float) -> float:
    """The square root, NaN for a negative number as in Go."""
    return math.sqrt(number) if number >= 0 else math.nan
`,
  },
  logarithm: {
    imports: ['import math', 'from collections.abc import Callable'],
    text: `
def logarithm(number: float, log: Callable[[float], float]) -> float:
    """A logarithm that is minus infinity for zero and NaN for a negative number, as in Go."""
    if number == 0:
        return -math.inf
    return log(number) if number > 0 else math.nan
`,
  },
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
  uvarint: {
    text: `
def uvarint(value: int) -> bytes:
    """A number as bytes of seven bits, the lowest first."""
    parts = bytearray()
    while value >= 128:
        parts.append(value & 127 | 128)
        value >>= 7
    parts.append(value)
    return bytes(parts)
`,
  },
  read_uvarint: {
    text: `
def read_uvarint(data: bytes) -> tuple[int, int]:
    """The number at the start of the bytes, and how many of them it takes: none if it does not end."""
    value = 0
    for i, byte in enumerate(data):
        if i == 9 and byte > 1:
            return 0, -(i + 1)
        value |= (byte & 127) << 7 * i
        if byte < 128:
            return value, i + 1
    return 0, 0
`,
  },
  read_varint: {
    uses: ['read_uvarint'],
    text: `
def read_varint(data: bytes) -> tuple[int, int]:
    """A number with a sign, and how many bytes it takes."""
    value, size = read_uvarint(data)
    return (~(value >> 1) if value & 1 else value >> 1), size
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
