/** Operators as functions. */
export const operator = `
add(a: T, b: T, /) -> T
sub(a: T, b: T, /) -> T
mul(a: T, b: T, /) -> T
mod(a: T, b: T, /) -> T
floordiv(a: T, b: T, /) -> T
pow(a: T, b: T, /) -> T
and_(a: T, b: T, /) -> T
or_(a: T, b: T, /) -> T
xor(a: T, b: T, /) -> T
lshift(a: T, b: T, /) -> T
rshift(a: T, b: T, /) -> T
eq(a: any, b: any, /) -> bool
ne(a: any, b: any, /) -> bool
lt(a: any, b: any, /) -> bool
le(a: any, b: any, /) -> bool
gt(a: any, b: any, /) -> bool
ge(a: any, b: any, /) -> bool
is_(a: any, b: any, /) -> bool
is_not(a: any, b: any, /) -> bool
contains(a: any, b: any, /) -> bool
truediv(a: float, b: float, /) -> float ! ZeroDivisionError
concat(a: T, b: T, /) -> T
countOf(a: Iterable[T], b: T, /) -> int
delitem(a: any, b: any, /) -> None ! a
getitem(a: any, b: any, /) -> any
indexOf(a: Iterable[T], b: T, /) -> int ! ValueError
neg(a: T, /) -> T
not_(a: any, /) -> bool
pos(a: T, /) -> T
setitem(a: any, b: any, c: any, /) -> None ! a
truth(a: any, /) -> bool
attrgetter(attr: str, /, *attrs: str) -> Callable[[any], any]
itemgetter(item: any, /, *items: any) -> Callable[[any], any]
methodcaller(name: str, /, *args: any, **kwargs: any) -> Callable[[any], any]
`;
