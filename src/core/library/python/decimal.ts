/** Decimal numbers. */
export const decimal = `
getcontext() -> Context ! io
localcontext(ctx?: any, **kwargs: any) -> any ! io
setcontext(context: Context, /) -> None ! io
ROUND_CEILING: str
ROUND_DOWN: str
ROUND_FLOOR: str
ROUND_HALF_DOWN: str
ROUND_HALF_EVEN: str
ROUND_HALF_UP: str
ROUND_UP: str
class Decimal
  __init__(value?: any, context?: any) ! decimal.InvalidOperation
  as_integer_ratio() -> tuple[int, int]
  as_tuple() -> any
  compare(other: Decimal, context?: any) -> Decimal
  exp(context?: any) -> Decimal
  is_finite() -> bool
  is_infinite() -> bool
  is_nan() -> bool
  is_signed() -> bool
  is_zero() -> bool
  ln(context?: any) -> Decimal
  log10(context?: any) -> Decimal
  normalize(context?: any) -> Decimal
  quantize(exp: Decimal, rounding?: str | None, context?: any) -> Decimal
  sqrt(context?: any) -> Decimal
  to_integral_value(rounding?: str | None, context?: any) -> Decimal
  __add__(value: any, /) -> Decimal
  __radd__(value: any, /) -> Decimal
  __sub__(value: any, /) -> Decimal
  __rsub__(value: any, /) -> Decimal
  __mul__(value: any, /) -> Decimal
  __rmul__(value: any, /) -> Decimal
  __truediv__(value: any, /) -> Decimal
  __rtruediv__(value: any, /) -> Decimal
  __floordiv__(value: any, /) -> Decimal
  __mod__(value: any, /) -> Decimal
  __pow__(value: any, mod?: any, /) -> Decimal
  __neg__() -> Decimal
class Context
  prec: int
  rounding: str
class DecimalException(ArithmeticError)
class InvalidOperation(DecimalException)
class DivisionByZero(DecimalException)
`;
