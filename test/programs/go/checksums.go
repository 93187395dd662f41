package main

import (
	"fmt"
	"math/bits"
)

// crcTable is the table of the reflected CRC-32 polynomial.
func crcTable() [256]uint32 {
	const poly uint32 = 0xEDB88320
	var table [256]uint32
	for i := range table {
		c := uint32(i)
		for bit := 0; bit < 8; bit++ {
			if c&1 == 1 {
				c = c>>1 ^ poly
			} else {
				c >>= 1
			}
		}
		table[i] = c
	}
	return table
}

func crc32(data []byte, table *[256]uint32) uint32 {
	crc := ^uint32(0)
	for _, b := range data {
		crc = table[byte(crc)^b] ^ (crc >> 8)
	}
	return ^crc
}

func adler32(data []byte) uint32 {
	const mod = 65521
	a, b := uint32(1), uint32(0)
	for _, c := range data {
		a = (a + uint32(c)) % mod
		b = (b + a) % mod
	}
	return b<<16 | a
}

func fnv1a(s string) uint64 {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		hash ^= uint64(s[i])
		hash *= 1099511628211
	}
	return hash
}

// internetChecksum is the one of IP headers: ones' complement of 16-bit words.
func internetChecksum(data []byte) uint16 {
	var sum uint32
	for i := 0; i+1 < len(data); i += 2 {
		sum += uint32(data[i])<<8 | uint32(data[i+1])
	}
	if len(data)%2 == 1 {
		sum += uint32(data[len(data)-1]) << 8
	}
	for sum>>16 != 0 {
		sum = sum&0xFFFF + sum>>16
	}
	return ^uint16(sum)
}

func djb2(s string) int32 {
	var h int32 = 5381
	for _, r := range s {
		h = h<<5 + h + int32(r)
	}
	return h
}

type xorshift struct{ state uint64 }

func (x *xorshift) next() uint64 {
	x.state ^= x.state << 13
	x.state ^= x.state >> 7
	x.state ^= x.state << 17
	return x.state
}

func main() {
	table := crcTable()
	samples := []string{"", "a", "123456789", "The quick brown fox jumps over the lazy dog", "naïve café"}
	for _, s := range samples {
		fmt.Printf("%q\n", s)
		fmt.Printf("  crc32 %08x  adler %08X  fnv %016x\n", crc32([]byte(s), &table), adler32([]byte(s)), fnv1a(s))
		fmt.Printf("  inet %#04x  djb2 %d\n", internetChecksum([]byte(s)), djb2(s))
	}

	rng := xorshift{state: 88172645463325252}
	var ones int
	for i := 0; i < 1000; i++ {
		ones += bits.OnesCount64(rng.next())
	}
	fmt.Println("ones in 64000 bits:", ones)
	v := uint16(rng.next())
	fmt.Printf("%016b rotated %016b reversed %016b\n", v, bits.RotateLeft16(v, 3), bits.Reverse16(v))

	var small int8 = 127
	small++
	var u uint8 = 3
	u -= 5
	wide := int16(300)
	fmt.Println("wrapped:", small, u, uint8(wide), int8(wide), -small)
	fmt.Println("clear bits:", 0b111111&^0b1010, -7>>1, -7/2, -7%3, uint32(1)<<31)
}
