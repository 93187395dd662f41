"""Convert between integers and Roman numerals, strictly."""

VALUES = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]
DIGITS = {sym: value for value, sym in VALUES if len(sym) == 1}


class RomanError(ValueError):
    pass


def to_roman(number):
    if not 0 < number < 4000:
        raise RomanError(f"{number} is out of range (1..3999)")
    out = []
    for value, symbol in VALUES:
        count, number = divmod(number, value)
        out.append(symbol * count)
    return "".join(out)


def from_roman(text):
    text = text.strip().upper()
    if not text:
        raise RomanError("empty numeral")
    total = 0
    previous = 0
    for ch in reversed(text):
        if ch not in DIGITS:
            raise RomanError(f"{text}: {ch!r} is not a Roman digit")
        value = DIGITS[ch]
        if value < previous:
            total -= value
        else:
            total += value
            previous = value
    if to_roman(total) != text:
        raise RomanError(f"{text}: not canonical, should be {to_roman(total)}")
    return total


for n in (1, 4, 9, 14, 40, 90, 400, 1066, 1994, 2024, 3999):
    print(n, to_roman(n))

for numeral in ["XLII", " mcmlxxxiv ", "IIII", "ABC", "", "VX", "MMXXVI"]:
    try:
        print(f"{numeral!r} -> {from_roman(numeral)}")
    except RomanError as e:
        print(f"{numeral!r} -> error: {e}")

for bad in (0, 4000, -5):
    try:
        to_roman(bad)
    except ValueError as e:
        print(e)

assert all(from_roman(to_roman(i)) == i for i in range(1, 4000))
longest = max(range(1, 4000), key=lambda i: len(to_roman(i)))
print("longest below 4000:", longest, to_roman(longest), len(to_roman(longest)))
