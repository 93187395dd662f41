/** Functions of functions. `partial` and `reduce` get their types from rules of their own. */
export const functools = `
cache(user_function: Callable[..., R], /) -> Callable[..., R]
cmp_to_key(mycmp: Callable[[T, T], int]) -> Callable[[T], any]
lru_cache(maxsize?: int | None, typed?: bool) -> any
partial(func: Callable[..., R], *args: any, **keywords: any) -> Callable[..., R]
reduce(function: Callable[[T, T], T], iterable: Iterable[T], initial?: T, /) -> T
singledispatch(func: Callable[..., R]) -> Callable[..., R]
total_ordering(cls: any) -> any
update_wrapper(wrapper: T, wrapped: any, assigned?: any, updated?: any) -> T ! wrapper
wraps(wrapped: any, assigned?: any, updated?: any) -> any
class cached_property
  __init__(func: any)
class partialmethod
  __init__(func: any, /, *args: any, **keywords: any)
`;
