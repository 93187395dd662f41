package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Cipher turns a letter and its index into another letter.
type Cipher interface {
	Name() string
	Shift(i int) int
}

type base struct{ name string }

func (b base) Name() string { return b.name }

type Caesar struct {
	base
	key int
}

func (c Caesar) Shift(int) int { return c.key }

type Vigenere struct {
	base
	keyword string
}

func (v Vigenere) Shift(i int) int { return int(v.keyword[i%len(v.keyword)] - 'a') }

// inverse decrypts what the embedded cipher encrypts.
type inverse struct{ Cipher }

func (v inverse) Name() string    { return v.Cipher.Name() + "^-1" }
func (v inverse) Shift(i int) int { return -v.Cipher.Shift(i) }

// Reader encrypts everything that is read through it.
type Reader struct {
	src    io.Reader
	cipher Cipher
	index  int
}

func (r *Reader) Read(p []byte) (int, error) {
	n, err := r.src.Read(p)
	for i, b := range p[:n] {
		var start byte
		switch {
		case 'a' <= b && b <= 'z':
			start = 'a'
		case 'A' <= b && b <= 'Z':
			start = 'A'
		default:
			continue
		}
		shift := (int(b-start) + r.cipher.Shift(r.index) + 26) % 26
		p[i] = start + byte(shift)
		r.index++
	}
	return n, err
}

func apply(text string, ciphers ...Cipher) string {
	var src io.Reader = strings.NewReader(text)
	for _, c := range ciphers {
		src = &Reader{src: src, cipher: c}
	}
	var buf bytes.Buffer
	if _, err := io.Copy(&buf, src); err != nil {
		return "error: " + err.Error()
	}
	return buf.String()
}

func frequencies(text string) (letters [26]int) {
	for _, b := range bytes.ToLower([]byte(text)) {
		if b >= 'a' && b <= 'z' {
			letters[b-'a']++
		}
	}
	return letters
}

func main() {
	const text = "Meet me at the Old Bridge, 9 o'clock; bring the documents & déjà vu."
	ciphers := []Cipher{
		Caesar{base{"caesar"}, 3},
		Caesar{base{"rot13"}, 13},
		Vigenere{base{"vigenere"}, "secret"},
	}
	for _, c := range ciphers {
		secret := apply(text, c)
		fmt.Printf("%-9s %s\n", c.Name(), secret)
		inv := inverse{c}
		fmt.Printf("%-9s back: %t\n", inv.Name()[:6], apply(secret, inv) == text)
	}
	fmt.Println(apply(text, ciphers[0], ciphers[2], inverse{ciphers[0]}) == apply(text, ciphers[2]))

	plain, secret := frequencies(text), frequencies(apply(text, ciphers[0]))
	best, bestScore := 0, -1
	for key := range 26 {
		score := 0
		for i, n := range plain {
			score += n * secret[(i+key)%26]
		}
		if score > bestScore {
			best, bestScore = key, score
		}
	}
	fmt.Println("guessed key", best, "score", bestScore)
}
