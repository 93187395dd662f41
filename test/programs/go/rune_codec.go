// Command rune_codec shows a few classic encodings of text:
// run lengths, Roman numerals, variable-length integers and a checksum.
package main

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

var errTruncated = errors.New("truncated input")

func runLength(s string) string {
	var sb strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && runes[j] == runes[i] {
			j++
		}
		if n := j - i; n > 1 {
			sb.WriteString(strconv.Itoa(n))
		}
		sb.WriteRune(runes[i])
		i = j
	}
	return sb.String()
}

func expand(s string) (string, error) {
	var sb strings.Builder
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n = n*10 + int(r-'0')
			continue
		}
		sb.WriteString(strings.Repeat(string(r), max(n, 1)))
		n = 0
	}
	if n > 0 {
		return sb.String(), fmt.Errorf("expanding %q: %w", s, errTruncated)
	}
	return sb.String(), nil
}

func roman(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	symbols := strings.Fields("M CM D CD C XC L XL X IX V IV I")
	out := ""
	for i, v := range values {
		for ; n >= v; n -= v {
			out += symbols[i]
		}
	}
	return out
}

// putVarint appends v, seven bits a byte, zigzag coded.
func putVarint(buf []byte, v int64) []byte {
	u := uint64(v)<<1 ^ uint64(v>>63)
	for u >= 0x80 {
		buf = append(buf, byte(u)|0x80)
		u >>= 7
	}
	return append(buf, byte(u))
}

func varint(buf []byte) (v int64, rest []byte, err error) {
	var u uint64
	for i, b := range buf {
		u |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return int64(u>>1) ^ -int64(u&1), buf[i+1:], nil
		}
	}
	return 0, nil, errTruncated
}

func fnv1a(data []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range data {
		h ^= uint32(b)
		h *= 16777619
	}
	return h
}

func main() {
	for _, s := range []string{"aaabccdddd", "ééé→→", "", "xyz"} {
		packed := runLength(s)
		back, err := expand(packed)
		fmt.Printf("%q -> %q %t %v\n", s, packed, back == s, err)
	}
	_, err := expand("3a12")
	fmt.Println(err, errors.Is(err, errTruncated))

	for _, n := range []int{4, 1994, 2024, 3888} {
		fmt.Print(n, "=", roman(n), " ")
	}
	fmt.Println()

	var buf []byte
	for _, v := range []int64{0, -1, 63, 300, -70000, 1 << 40} {
		buf = putVarint(buf, v)
	}
	fmt.Println(hex.EncodeToString(buf), len(buf))
	for rest := buf; len(rest) > 0; {
		var v int64
		v, rest, err = varint(rest)
		fmt.Print(v, " ")
	}
	fmt.Println(err)
	_, _, err = varint(buf[len(buf)-2 : len(buf)-1])
	fmt.Println(err)

	sum := fnv1a([]byte("hello"))
	var be [4]byte
	binary.BigEndian.PutUint32(be[:], sum)
	fmt.Printf("%08x % x %#x %032b\n", sum, be, binary.LittleEndian.Uint16(be[:2]), sum>>3|sum<<29)
}
