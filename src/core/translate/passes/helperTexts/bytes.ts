/** Bytes as Python makes and shows them. */
import type { HelperText } from './helperText';

export const bytesTexts: Record<string, HelperText> = {
  bytesOf: {
    text: `// bytesOf makes bytes of small numbers.
func bytesOf(numbers []int) []byte {
	data := make([]byte, len(numbers))
	for i, n := range numbers {
		if n < 0 || n > 255 {
			panic("bytes must be in range(0, 256)")
		}
		data[i] = byte(n)
	}
	return data
}`,
  },
  byteValues: {
    text: `// byteValues gives the bytes as numbers.
func byteValues(data []byte) []int {
	numbers := make([]int, len(data))
	for i, b := range data {
		numbers[i] = int(b)
	}
	return numbers
}`,
  },
  hashNamed: {
    imports: ['crypto/md5', 'crypto/sha1', 'crypto/sha256', 'crypto/sha512', 'errors', 'hash'],
    text: `// hashNamed makes the hash of that name.
func hashNamed(name string) (hash.Hash, error) {
	switch name {
	case "md5":
		return md5.New(), nil
	case "sha1":
		return sha1.New(), nil
	case "sha256":
		return sha256.New(), nil
	case "sha512":
		return sha512.New(), nil
	}
	return nil, errors.New("unsupported hash type " + name)
}`,
  },
  fixedBytes: {
    text: `// fixedBytes cuts bytes to a length, or fills them up with zeros.
func fixedBytes(data []byte, length int) []byte {
	field := make([]byte, length)
	copy(field, data)
	return field
}`,
  },
  hexText: {
    imports: ['fmt', 'strings'],
    text: `// hexText writes bytes as hexadecimal digits with a mark between them.
func hexText(data []byte, separator string) string {
	parts := make([]string, len(data))
	for i, b := range data {
		parts[i] = fmt.Sprintf("%02x", b)
	}
	return strings.Join(parts, separator)
}`,
  },
  intFromBytes: {
    text: `// intFromBytes reads a number; big tells that its most significant byte comes first.
func intFromBytes(data []byte, big bool) int {
	n := 0
	for i := range data {
		at := i
		if !big {
			at = len(data) - 1 - i
		}
		n = n<<8 | int(data[at])
	}
	return n
}`,
  },
  signedFromBytes: {
    needs: ['intFromBytes'],
    text: `// signedFromBytes reads a number of which the highest bit is the sign.
func signedFromBytes(data []byte, big bool) int {
	n, bits := intFromBytes(data, big), 8*len(data)
	if bits > 0 && bits < 64 && n>>(bits-1) == 1 {
		n -= 1 << bits
	}
	return n
}`,
  },
  bytesOfInt: {
    imports: ['slices'],
    text: `// bytesOfInt writes a number into so many bytes; big tells that the most significant one comes first.
func bytesOfInt(n, length int, big bool) []byte {
	data := make([]byte, length)
	for i := range data {
		data[i] = byte(n)
		n >>= 8
	}
	if big {
		slices.Reverse(data)
	}
	return data
}`,
  },
  encodedAs: {
    text: `// encodedAs writes characters below a limit as one byte each, and a mark for the others.
func encodedAs(text string, limit rune, mark string) []byte {
	data := []byte{}
	for _, r := range text {
		if r < limit {
			data = append(data, byte(r))
		} else {
			data = append(data, mark...)
		}
	}
	return data
}`,
  },
  encodedStrictly: {
    imports: ['fmt'],
    text: `// encodedStrictly writes characters below a limit as one byte each; others are an error.
func encodedStrictly(text, encoding string, limit rune) ([]byte, error) {
	data := []byte{}
	for _, r := range text {
		if r >= limit {
			code := fmt.Sprintf("\\\\x%02x", r)
			if r > 0xffff {
				code = fmt.Sprintf("\\\\U%08x", r)
			} else if r > 0xff {
				code = fmt.Sprintf("\\\\u%04x", r)
			}
			return nil, fmt.Errorf("'%s' codec can't encode character '%s' in position %d: ordinal not in range(%d)", encoding, code, len(data), limit)
		}
		data = append(data, byte(r))
	}
	return data, nil
}`,
  },
  latinText: {
    text: `// latinText reads each byte as the character of that number.
func latinText(data []byte) string {
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return string(runes)
}`,
  },
  decodedStrictly: {
    imports: ['fmt', 'unicode/utf8'],
    text: `// decodedStrictly reads UTF-8; what is not UTF-8 is an error.
func decodedStrictly(data []byte) (string, error) {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			reason := "invalid start byte"
			if data[i] >= 0xc2 && data[i] <= 0xf4 {
				reason = "invalid continuation byte"
				if !utf8.FullRune(data[i:]) {
					reason = "unexpected end of data"
				}
			}
			return "", fmt.Errorf("'utf-8' codec can't decode byte 0x%02x in position %d: %s", data[i], i, reason)
		}
		i += size
	}
	return string(data), nil
}`,
  },
};
