"""Clean, group and summarise log words in a functional style."""
from functools import partial, reduce
from itertools import accumulate, chain, groupby, islice, takewhile
from operator import itemgetter, mul

TEXT = """
The quick brown fox jumps over the lazy dog.
A dog -- a very lazy one -- sleeps; the fox runs!
Numbers: 1 2 3 and 10 20 30 are ignored.
"""


def compose(*funcs):
    return reduce(lambda f, g: lambda x: g(f(x)), funcs)


def strip_marks(word):
    return word.strip(".,;:!-")


def longer_than(n, word):
    return len(word) > n


clean = compose(str.lower, strip_marks)
lines = filter(None, map(str.strip, TEXT.splitlines()))
words = [w for w in map(clean, chain.from_iterable(line.split() for line in lines)) if w.isalpha()]
print(len(words), "words,", len(set(words)), "distinct")

long_words = sorted(set(filter(partial(longer_than, 4), words)))
print("long:", " ".join(long_words))

by_length = {
    size: list(group)
    for size, group in groupby(sorted(set(words), key=lambda w: (len(w), w)), key=len)
}
for size, group in by_length.items():
    print(f"{size}: {', '.join(group)}")

counts = reduce(lambda acc, w: {**acc, w: acc.get(w, 0) + 1}, words, {})
top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
print("top three:", list(islice(top, 3)))
print("more than once:", [w for w, n in takewhile(lambda kv: kv[1] > 1, top)])

lengths = list(map(len, long_words))
print("running total:", list(accumulate(lengths)))
print("product of first four:", reduce(mul, lengths[:4], 1))
print("longest:", max(zip(lengths, long_words), key=itemgetter(0))[1])
