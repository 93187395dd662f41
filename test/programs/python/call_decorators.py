"""Decorators that people write again and again: memoize, retry, log, validate."""
import functools


def memoize(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args):
        if args in cache:
            wrapper.hits += 1
        else:
            cache[args] = func(*args)
        return cache[args]

    wrapper.hits = 0
    wrapper.cache = cache
    return wrapper


def retry(times, exceptions=(Exception,), delay=1):
    """Retry with exponential backoff; sleeping is only recorded."""

    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except exceptions as e:
                    if attempt == times:
                        raise
                    print(f"[retry] {func.__name__} failed ({e}), waiting {wait}s")
                    wait *= 2

        return wrapper

    return decorator


def logged(func):
    depth = 0

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        nonlocal depth
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print("  " * depth + f"{func.__name__}({', '.join(shown)})")
        depth += 1
        try:
            result = func(*args, **kwargs)
        finally:
            depth -= 1
        print("  " * depth + f"-> {result!r}")
        return result

    return wrapper


def positive_args(func):
    @functools.wraps(func)
    def wrapper(*args):
        for position, arg in enumerate(args, 1):
            if arg <= 0:
                raise ValueError(f"argument {position} of {func.__name__} must be positive")
        return func(*args)

    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@logged
def power(base, exponent=2):
    if exponent == 0:
        return 1
    half = power(base, exponent=exponent // 2)
    return half * half * (base if exponent % 2 else 1)


@positive_args
@memoize
def area(width, height):
    return width * height


attempts = iter(["timeout", "reset", None])


@retry(times=3, exceptions=(ConnectionError,))
def download(name):
    problem = next(attempts)
    if problem:
        raise ConnectionError(problem)
    return f"<contents of {name}>"


@retry(2)
def always_fails():
    raise RuntimeError("nope")


print("fib(60) =", fib(60), "with", fib.hits, "hits and", len(fib.cache), "entries")
print("power:", power(3, exponent=5))
print(download("index.html"))
try:
    always_fails()
except RuntimeError as e:
    print("gave up:", e)
print(area(3, 4), area(3, 4))
try:
    area(3, -4)
except ValueError as e:
    print("error:", e)
print([f.__name__ for f in (fib, power, download, area)])
