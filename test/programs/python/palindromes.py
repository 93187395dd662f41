"""Palindromes in words, sentences and numbers; accents do not count."""

import unicodedata

SENTENCES = [
    "A man, a plan, a canal: Panama!",
    "Ésope reste ici et se repose",
    "Able was I ere I saw Elba",
    "О, лета тело",
    "上海自来水来自海上",
    "Not a palindrome",
    "?!",
]


def fold(text):
    """Lower-case letters and digits only, without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def is_palindrome(text):
    folded = fold(text)
    return bool(folded) and folded == folded[::-1]


def longest_inside(text):
    """Expand around every centre."""
    best = ""
    for centre in range(2 * len(text) - 1):
        left = centre // 2
        right = left + centre % 2
        while left >= 0 and right < len(text) and text[left] == text[right]:
            left -= 1
            right += 1
        candidate = text[left + 1:right]
        if len(candidate) > len(best):
            best = candidate
    return best


def reverse_and_add(n, limit=50):
    steps = 0
    while str(n) != str(n)[::-1]:
        if steps == limit:
            return None
        n += int(str(n)[::-1])
        steps += 1
    return steps, n


for s in SENTENCES:
    verdict = "yes" if is_palindrome(s) else "no"
    print(f"{verdict:>3}  {len(s):>2}  {s}")

for word in ["banana", "forgeeksskeegfor", "abacdfgdcaba", "x", ""]:
    print(repr(word), "->", repr(longest_inside(word)))

for n in (7, 56, 89, 196):
    result = reverse_and_add(n)
    if result is None:
        print(n, "gives up")
    else:
        steps, value = result
        print(f"{n} -> {value:_} after {steps} steps")
