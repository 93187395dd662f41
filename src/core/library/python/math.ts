/** Numbers. */
export const math = `
acos(x: float, /) -> float ! ValueError
acosh(x: float, /) -> float ! ValueError
asin(x: float, /) -> float ! ValueError
asinh(x: float, /) -> float
atan(x: float, /) -> float
atan2(y: float, x: float, /) -> float
atanh(x: float, /) -> float ! ValueError
cbrt(x: float, /) -> float
ceil(x: float, /) -> int
comb(n: int, k: int, /) -> int ! ValueError
copysign(x: float, y: float, /) -> float
cos(x: float, /) -> float
cosh(x: float, /) -> float ! OverflowError
degrees(x: float, /) -> float
dist(p: Iterable[float], q: Iterable[float], /) -> float
erf(x: float, /) -> float
erfc(x: float, /) -> float
exp(x: float, /) -> float ! OverflowError
exp2(x: float, /) -> float ! OverflowError
expm1(x: float, /) -> float ! OverflowError
fabs(x: float, /) -> float
factorial(n: int, /) -> int ! ValueError
floor(x: float, /) -> int
fmod(x: float, y: float, /) -> float ! ValueError
frexp(x: float, /) -> tuple[float, int]
fsum(seq: Iterable[float], /) -> float
gamma(x: float, /) -> float ! ValueError
gcd(*integers: int) -> int
hypot(*coordinates: float) -> float
isclose(a: float, b: float, *, rel_tol?: float, abs_tol?: float) -> bool
isfinite(x: float, /) -> bool
isinf(x: float, /) -> bool
isnan(x: float, /) -> bool
isqrt(n: int, /) -> int ! ValueError
lcm(*integers: int) -> int
ldexp(x: float, i: int, /) -> float
lgamma(x: float, /) -> float ! ValueError
log(x: float, base?: float) -> float ! ValueError
log10(x: float, /) -> float ! ValueError
log1p(x: float, /) -> float ! ValueError
log2(x: float, /) -> float ! ValueError
modf(x: float, /) -> tuple[float, float]
nextafter(x: float, y: float, /) -> float
perm(n: int, k?: int | None, /) -> int ! ValueError
pow(x: float, y: float, /) -> float ! ValueError OverflowError
prod(iterable: Iterable[T], /, *, start?: T) -> T
radians(x: float, /) -> float
remainder(x: float, y: float, /) -> float
sin(x: float, /) -> float
sinh(x: float, /) -> float
sqrt(x: float, /) -> float ! ValueError
tan(x: float, /) -> float
tanh(x: float, /) -> float
trunc(x: float, /) -> int
ulp(x: float, /) -> float
e: float
inf: infinity
nan: float
pi: float
tau: float
`;
