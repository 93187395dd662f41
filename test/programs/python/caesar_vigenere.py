from itertools import cycle
from string import ascii_lowercase as ALPHABET

ENGLISH = "etaoinshrdlu"


def shift_char(ch, by):
    if not ch.isascii() or not ch.isalpha():
        return ch
    base = ord("A") if ch.isupper() else ord("a")
    return chr((ord(ch) - base + by) % 26 + base)


def caesar(text, key):
    return "".join(shift_char(c, key) for c in text)


def vigenere(text, keyword, decrypt=False):
    """The key advances on letters only."""
    shifts = cycle(ALPHABET.index(c) for c in keyword.lower())
    sign = -1 if decrypt else 1
    return "".join(shift_char(c, sign * next(shifts)) if c.isalpha() else c for c in text)


def atbash(text):
    table = str.maketrans(ALPHABET + ALPHABET.upper(), ALPHABET[::-1] + ALPHABET[::-1].upper())
    return text.translate(table)


def score(text):
    return sum(len(ENGLISH) - ENGLISH.index(c) for c in text.lower() if c in ENGLISH)


def crack(cipher):
    candidates = [(score(caesar(cipher, -key)), key) for key in range(26)]
    best, key = max(candidates)
    return key, caesar(cipher, -key)


message = "Attack at dawn, not at noon: the garrison sleeps late!"

for key in (3, 13, -1, 29):
    print(f"caesar {key:>3}: {caesar(message, key)}")
assert caesar(caesar(message, 13), 13) == message

secret = vigenere(message, "Lemon")
print("vigenere:", secret)
print("back:    ", vigenere(secret, "lemon", decrypt=True))
print("atbash:  ", atbash(message))

key, plain = crack(caesar(message, 7))
print("cracked with key", key, "->", plain)

# groups of five, as telegraphists wrote them
letters = [c.upper() for c in secret if c.isalpha()]
groups = ["".join(letters[i:i + 5]) for i in range(0, len(letters), 5)]
print(" ".join(groups), f"({len(letters)} letters)")
