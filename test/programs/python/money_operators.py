"""Money as a value type: exact cents, one currency per amount."""

from __future__ import annotations

from functools import total_ordering
from typing import Iterable


class CurrencyMismatch(TypeError):
    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"cannot combine {left} with {right}")


@total_ordering
class Money:
    __slots__ = ("_cents", "currency")

    def __init__(self, cents: int, currency: str = "EUR") -> None:
        self._cents = cents
        self.currency = currency

    @classmethod
    def parse(cls, text: str) -> Money:
        amount, currency = text.split()
        whole, _, frac = amount.partition(".")
        negative = whole.startswith("-")
        cents = abs(int(whole)) * 100 + int((frac + "00")[:2])
        return cls(-cents if negative else cents, currency)

    def _check(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(self.currency, other.currency)

    def __add__(self, other: Money) -> Money:
        self._check(other)
        return Money(self._cents + other._cents, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._check(other)
        return Money(self._cents - other._cents, self.currency)

    def __neg__(self) -> Money:
        return Money(-self._cents, self.currency)

    def __mul__(self, factor: int) -> Money:
        return Money(self._cents * factor, self.currency)

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return (self._cents, self.currency) == (other._cents, other.currency)

    def __lt__(self, other: Money) -> bool:
        self._check(other)
        return self._cents < other._cents

    def __hash__(self) -> int:
        return hash((self._cents, self.currency))

    def __bool__(self) -> bool:
        return self._cents != 0

    def split(self, parts: int) -> list[Money]:
        """Divide without losing a cent: the first ones get the remainder."""
        base, extra = divmod(self._cents, parts)
        return [Money(base + (1 if i < extra else 0), self.currency) for i in range(parts)]

    def __repr__(self) -> str:
        return f"Money({self._cents}, {self.currency!r})"

    def __str__(self) -> str:
        sign = "-" if self._cents < 0 else ""
        whole, cents = divmod(abs(self._cents), 100)
        return f"{sign}{whole:,}.{cents:02d} {self.currency}"


def total(amounts: Iterable[Money], currency: str = "EUR") -> Money:
    return sum(amounts, Money(0, currency))


def main() -> None:
    prices = [Money.parse(t) for t in ("12.50 EUR", "3 EUR", "1999.9 EUR", "-0.75 EUR")]
    for p in prices:
        print(f"{str(p):>16}  {p!r}")
    subtotal = total(prices)
    print("total:", subtotal)
    print("three times:", 3 * subtotal, "| negated:", -subtotal)
    print("max:", max(prices), "| min:", min(prices))
    print("sorted:", [str(p) for p in sorted(prices, reverse=True)])

    shares = Money(1000).split(3)
    print("split:", " + ".join(str(s) for s in shares), "=", total(shares))
    print("distinct shares:", len(set(shares)))
    print("zero is falsy:", bool(Money(0)), "| equal:", Money(300) == prices[1], Money(300) == 300)

    try:
        subtotal + Money(1, "USD")
    except CurrencyMismatch as exc:
        print("error:", exc)


if __name__ == "__main__":
    main()
