// Command word_count reads text from standard input and reports on it,
// somewhat like wc(1) followed by a frequency table.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

type stats struct {
	lines, words, runes, bytes int
	longest                    string
	freq                       map[string]int
}

func normalize(word string) string {
	word = strings.TrimFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.ToLower(word)
}

func collect(scanner *bufio.Scanner) (*stats, error) {
	s := &stats{freq: make(map[string]int)}
	for scanner.Scan() {
		line := scanner.Text()
		s.lines++
		s.bytes += len(line) + 1
		s.runes += utf8.RuneCountInString(line) + 1
		if len(line) > len(s.longest) {
			s.longest = line
		}
		for _, field := range strings.Fields(line) {
			s.words++
			if w := normalize(field); w != "" {
				s.freq[w]++
			}
		}
	}
	return s, scanner.Err()
}

func (s *stats) top(n int) []string {
	words := make([]string, 0, len(s.freq))
	for w := range s.freq {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		if s.freq[words[i]] != s.freq[words[j]] {
			return s.freq[words[i]] > s.freq[words[j]]
		}
		return words[i] < words[j]
	})
	if len(words) > n {
		words = words[:n]
	}
	return words
}

func main() {
	s, err := collect(bufio.NewScanner(os.Stdin))
	if err != nil {
		fmt.Fprintln(os.Stderr, "read error:", err)
		os.Exit(1)
	}
	fmt.Printf("%d lines, %d words, %d characters, %d bytes\n", s.lines, s.words, s.runes, s.bytes)
	fmt.Printf("longest line: %q\n", s.longest)
	for i, w := range s.top(6) {
		fmt.Printf("%2d. %-8s %3d %s\n", i+1, w, s.freq[w], strings.Repeat("=", s.freq[w]))
	}
	initials := map[rune]int{}
	for w := range s.freq {
		r, _ := utf8.DecodeRuneInString(w)
		initials[r]++
	}
	var parts []string
	for r, n := range initials {
		if n > 1 {
			parts = append(parts, fmt.Sprintf("%c=%d", r, n))
		}
	}
	sort.Strings(parts)
	fmt.Println("initials:", strings.Join(parts, " "))
}
