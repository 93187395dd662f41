# Some facts about primes below 200000.
LIMIT = 200_000

sieve = bytearray([1]) * (LIMIT + 1)
sieve[0] = sieve[1] = 0
for n in range(2, int(LIMIT**0.5) + 1):
    if sieve[n]:
        sieve[n * n :: n] = bytes(len(range(n * n, LIMIT + 1, n)))

primes = [n for n, flag in enumerate(sieve) if flag]
print("primes:", len(primes), "last:", primes[-1], "sum:", sum(primes))

# How many in each block of 25000?
block = 25_000
for start in range(0, LIMIT, block):
    count = sum(sieve[start : start + block])
    bar = "*" * (count // 200)
    print(f"{start:>7,} {count:>5} {bar}")

# Last digits
digits = {}
for p in primes:
    digits[p % 10] = digits.get(p % 10, 0) + 1
for digit, count in sorted(digits.items()):
    print(f"ending in {digit}: {count:5d} ({count / len(primes):.2%})")

# The widest gap
gap, before = max((b - a, -a) for a, b in zip(primes, primes[1:]))
print("widest gap:", gap, "after", -before)


def factorize(n):
    factors = []
    for p in primes:
        if p * p > n:
            break
        while n % p == 0:
            factors.append(p)
            n //= p
    if n > 1:
        factors.append(n)
    return factors


for n in (97, 360, 1001, 65536, 999999, 600851475143, 2**31 - 1):
    factors = factorize(n)
    text = " * ".join(
        f"{p}^{factors.count(p)}" if factors.count(p) > 1 else str(p) for p in sorted(set(factors))
    )
    print(n, "=", text, "(prime)" if len(factors) == 1 else "")

palindromes = [p for p in primes if str(p) == str(p)[::-1]]
print(len(palindromes), "palindromes, the last are", palindromes[-3:])

# Goldbach: in how many ways is an even number the sum of two primes?
ways = {n: sum(1 for p in primes if p <= n // 2 and sieve[n - p]) for n in (10, 100, 1000)}
print("goldbach:", ways)
