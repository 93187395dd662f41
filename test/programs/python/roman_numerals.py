"""Convert between integers, Roman numerals, and other bases."""

import string
import sys

SYMBOLS: list[tuple[int, str]] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]
DIGITS: str = string.digits + string.ascii_lowercase


class RomanError(ValueError):
    """Raised for numbers out of range and for malformed numerals."""


def to_roman(number: int) -> str:
    if not 0 < number < 4000:
        raise RomanError(f"{number} is out of range")
    out = ""
    for value, symbol in SYMBOLS:
        times, number = divmod(number, value)
        out += symbol * times
    return out


def from_roman(text: str) -> int:
    values = {symbol: value for value, symbol in SYMBOLS if len(symbol) == 1}
    total = 0
    previous = 0
    for char in reversed(text.upper()):
        try:
            value = values[char]
        except KeyError:
            raise RomanError(f"{char!r} is no Roman digit") from None
        if value < previous:
            total -= value
        else:
            total += value
            previous = value
    if not text or to_roman(total) != text.upper():
        raise RomanError(f"{text!r} is not well formed")
    return total


def to_base(number: int, base: int) -> str:
    if not 2 <= base <= len(DIGITS):
        raise ValueError(f"bad base {base}")
    if number < 0:
        return "-" + to_base(-number, base)
    digits: list[str] = []
    while True:
        number, digit = divmod(number, base)
        digits.append(DIGITS[digit])
        if number == 0:
            return "".join(reversed(digits))


def main() -> int:
    for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999):
        roman = to_roman(n)
        assert from_roman(roman) == n
        print(f"{n:>5} {roman:<10} {to_base(n, 2):>12} {to_base(n, 16):>4} {n:o}")

    failures = 0
    for text in ("xiv", "MMXXVI", "IIII", "IC", "ABC", ""):
        try:
            print(f"{text!r} = {from_roman(text)}")
        except RomanError as err:
            failures += 1
            print("error:", err)

    longest = max(range(1, 4000), key=lambda n: len(to_roman(n)))
    print("longest:", longest, to_roman(longest))
    print(to_base(-255, 16), int("-ff", 16), to_base(35**3, 36), int("zz", 36))
    try:
        to_base(7, 1)
    except ValueError as err:
        print("error:", err)
    return failures


if __name__ == "__main__":
    sys.exit(main())
