/** Numbers of any size as math/big treats them. */
import type { Helpers } from './helper';

export const bigNumbers = {
  quo_rem: {
    text: `
def quo_rem(number: int, divisor: int) -> tuple[int, int]:
    """Quotient and rest, the quotient cut off toward zero as in Go."""
    quotient = abs(number) // abs(divisor)
    if (number < 0) != (divisor < 0):
        quotient = -quotient
    return quotient, number - quotient * divisor
`,
  },
  mod_inverse: {
    text: `
def mod_inverse(number: int, modulus: int) -> int | None:
    """The inverse in the ring of a modulus, None where there is none."""
    try:
        return pow(number, -1, modulus)
    except ValueError:
        return None
`,
  },
  read_big: {
    text: `
def read_big(text: str, base: int) -> tuple[int | None, bool]:
    """Read a number of any size; None and False where the text is none."""
    try:
        return int(text, base), True
    except ValueError:
        return None, False
`,
  },
  is_prime: {
    text: `
def is_prime(number: int) -> bool:
    """Whether a number is a prime, by the test of Miller and Rabin."""
    if number < 2:
        return False
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    if any(number % base == 0 for base in bases):
        return number in bases
    shift = ((number - 1) & -(number - 1)).bit_length() - 1
    odd = (number - 1) >> shift
    return all(
        pow(base, odd, number) == 1 or any(pow(base, odd << i, number) == number - 1 for i in range(shift))
        for base in bases
    )
`,
  },
  fraction_text: {
    imports: ['from fractions import Fraction'],
    text: `
def fraction_text(fraction: Fraction) -> str:
    """Numerator and denominator, also where that is one."""
    return f"{fraction.numerator}/{fraction.denominator}"
`,
  },
  fraction_digits: {
    imports: ['from fractions import Fraction'],
    text: `
def fraction_digits(fraction: Fraction, digits: int) -> str:
    """A fraction with that many digits behind the point, halves rounded away from zero."""
    scaled = (abs(fraction.numerator) * 10**digits * 2 + fraction.denominator) // (2 * fraction.denominator)
    text = str(scaled).zfill(digits + 1)
    sign = "-" if fraction < 0 else ""
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)
`,
  },
} as const satisfies Helpers;
