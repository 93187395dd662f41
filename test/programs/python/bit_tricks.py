# Things one does with the bits of an integer.


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def reverse_bits(n, width=8):
    out = 0
    for _ in range(width):
        out = out << 1 | n & 1
        n >>= 1
    return out


def gray(n):
    return n ^ n >> 1


def from_gray(g):
    n = 0
    while g:
        n ^= g
        g >>= 1
    return n


def subsets(items):
    for mask in range(1 << len(items)):
        yield [item for i, item in enumerate(items) if mask >> i & 1]


def rotate_left(value, by, width=32):
    by %= width
    mask = (1 << width) - 1
    return (value << by | value >> (width - by)) & mask


def signed(value, width):
    """Read the low bits as a two's complement number."""
    value &= (1 << width) - 1
    return value - (1 << width) if value >> (width - 1) else value


def pack_rgb(r, g, b):
    return r << 16 | g << 8 | b


def unpack_rgb(color):
    return tuple(color >> shift & 0xFF for shift in (16, 8, 0))


READ, WRITE, EXECUTE = 4, 2, 1


def mode_string(mode):
    text = ""
    for shift in (6, 3, 0):
        part = mode >> shift & 7
        text += "r" if part & READ else "-"
        text += "w" if part & WRITE else "-"
        text += "x" if part & EXECUTE else "-"
    return text


def hamming_encode(nibble):
    """Hamming(7,4): three parity bits for four data bits."""
    d = [nibble >> i & 1 for i in range(4)]
    p1 = d[0] ^ d[1] ^ d[3]
    p2 = d[0] ^ d[2] ^ d[3]
    p3 = d[1] ^ d[2] ^ d[3]
    bits = [p1, p2, d[0], p3, d[1], d[2], d[3]]
    return sum(bit << i for i, bit in enumerate(bits))


def hamming_decode(code):
    syndrome = 0
    for position in range(1, 8):
        if code >> (position - 1) & 1:
            syndrome ^= position
    if syndrome:
        code ^= 1 << (syndrome - 1)
    nibble = sum((code >> at & 1) << i for i, at in enumerate((2, 4, 5, 6)))
    return nibble, syndrome


print([popcount(n) for n in range(16)], popcount(2**100 - 1), (255).bit_length())
print(f"{reverse_bits(0b00010110):08b} {reverse_bits(1, 16):#x}")
print(" ".join(format(gray(n), "03b") for n in range(8)))
assert all(from_gray(gray(n)) == n for n in range(1000))
print(list(subsets("abc")))
print(hex(rotate_left(0x12345678, 8)), hex(rotate_left(0x80000001, 33)))
print(signed(0xFF, 8), signed(0x7F, 8), signed(-1, 16), signed(40000, 16), ~5, -7 >> 1, -7 & 0xF)

orange = pack_rgb(255, 165, 0)
print(f"#{orange:06x}", unpack_rgb(orange), unpack_rgb(orange ^ 0xFFFFFF))
for mode in (0o755, 0o640, 0o400):
    print(oct(mode), mode_string(mode), "group may write" if mode & WRITE << 3 else "")

damaged = repaired = 0
for nibble in range(16):
    code = hamming_encode(nibble)
    for flip in range(7):
        damaged += 1
        value, where = hamming_decode(code ^ 1 << flip)
        if value == nibble and where == flip + 1:
            repaired += 1
print(f"{repaired} of {damaged} repaired; clean:", hamming_decode(hamming_encode(11)))

lonely = 0
for n in [7, 3, 9, 3, 7, 12, 9]:
    lonely ^= n
print("lonely:", lonely, "| power of two:", [n for n in range(1, 70) if not n & (n - 1)])
