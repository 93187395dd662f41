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
