/** Fractions. */
export const fractions = `
class Fraction
  __init__(numerator?: any, denominator?: int | None)
  numerator: int
  denominator: int
  limit_denominator(max_denominator?: int) -> Fraction
  __add__(b: any) -> Fraction
  __radd__(a: any) -> Fraction
  __sub__(b: any) -> Fraction
  __rsub__(a: any) -> Fraction
  __mul__(b: any) -> Fraction
  __rmul__(a: any) -> Fraction
  __truediv__(b: any) -> Fraction
  __rtruediv__(a: any) -> Fraction
  __floordiv__(b: any) -> int
  __neg__() -> Fraction
  __abs__() -> Fraction
  __pow__(b: int) -> Fraction
  __mod__(b: any) -> Fraction
`;
