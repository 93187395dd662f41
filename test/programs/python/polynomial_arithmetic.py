# Polynomials with integer coefficients, lowest power first.


class Polynomial:
    def __init__(self, *coeffs):
        coeffs = list(coeffs)
        while coeffs and coeffs[-1] == 0:
            coeffs.pop()
        self.coeffs = coeffs

    @property
    def degree(self):
        return len(self.coeffs) - 1

    def __getitem__(self, power):
        return self.coeffs[power] if 0 <= power < len(self.coeffs) else 0

    def __call__(self, x):
        result = 0
        for c in reversed(self.coeffs):
            result = result * x + c
        return result

    def __add__(self, other):
        if isinstance(other, int):
            other = Polynomial(other)
        n = max(len(self.coeffs), len(other.coeffs))
        return Polynomial(*(self[i] + other[i] for i in range(n)))

    __radd__ = __add__

    def __neg__(self):
        return Polynomial(*[-c for c in self.coeffs])

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if isinstance(other, int):
            return Polynomial(*[c * other for c in self.coeffs])
        product = [0] * (len(self.coeffs) + len(other.coeffs))
        for i, a in enumerate(self.coeffs):
            for j, b in enumerate(other.coeffs):
                product[i + j] += a * b
        return Polynomial(*product)

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Polynomial(1)
        for _ in range(n):
            result *= self
        return result

    def __eq__(self, other):
        return isinstance(other, Polynomial) and self.coeffs == other.coeffs

    def derivative(self):
        return Polynomial(*[i * c for i, c in enumerate(self.coeffs)][1:])

    def __str__(self):
        if not self.coeffs:
            return "0"
        terms = []
        for power, c in reversed(list(enumerate(self.coeffs))):
            if c == 0:
                continue
            sign = "-" if c < 0 else "+"
            body = str(abs(c)) if abs(c) != 1 or power == 0 else ""
            if power:
                body += "x" if power == 1 else f"x^{power}"
            terms.append((sign, body))
        first_sign, first = terms[0]
        text = ("-" if first_sign == "-" else "") + first
        return text + "".join(f" {sign} {body}" for sign, body in terms[1:])


p = Polynomial(-1, 0, 3)
q = Polynomial(2, 1)
print("p =", p)
print("q =", q)
for label, value in [("p + q", p + q), ("p - q", p - q), ("p * q", p * q), ("q^4", q ** 4), ("p'", p.derivative())]:
    print(f"{label:>6} = {value}   (degree {value.degree})")
print("p - p =", p - p, "with degree", (p - p).degree)
print("1 + 2q =", 1 + 2 * q)
print("values:", [p(x) for x in range(-2, 3)], p(0.5))
print("same:", (p + q) * (p - q) == p ** 2 - q ** 2, p == q)
print("big:", (q ** 40)(10))
print("roots of x^3 - 7x + 6:", [x for x in range(-10, 11) if Polynomial(6, -7, 0, 1)(x) == 0])
