# Count the words of a short text and print the most frequent ones.
import re
from collections import Counter

TEXT = """
The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox doesn't. "Why," asks the dog, "don't you rest?"
A fox never rests -- a fox is always quick.
"""

STOP_WORDS = {"the", "a", "is", "you"}

words = re.findall(r"[a-z]+(?:'[a-z]+)?", TEXT.lower())
counts = Counter(w for w in words if w not in STOP_WORDS)

print(f"{len(words)} words, {len(set(words))} different, {len(counts)} counted")

longest = max(len(w) for w in counts)
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    bar = "#" * n
    print(f"{word:<{longest}} {n:>3} {bar}")

by_length = {}
for word in counts:
    by_length.setdefault(len(word), []).append(word)

print()
for length in sorted(by_length, reverse=True):
    print(length, ", ".join(sorted(by_length[length])))

top, times = counts.most_common(1)[0]
print(f"most frequent: {top!r} ({times} times, {times / len(words):.1%})")
