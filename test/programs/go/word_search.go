package main

import (
	"fmt"
	"sort"
	"strings"
)

// Finds words in a letter grid: neighbours in all eight directions, no cell twice.

type board struct {
	rows [][]rune
	used [][]bool
}

func newBoard(text string) board {
	var b board
	for _, line := range strings.Fields(text) {
		row := []rune(strings.ToLower(line))
		b.rows = append(b.rows, row)
		b.used = append(b.used, make([]bool, len(row)))
	}
	return b
}

func (b *board) search(r, c int, rest []rune, path *[]string) bool {
	if len(rest) == 0 {
		return true
	}
	if r < 0 || r >= len(b.rows) || c < 0 || c >= len(b.rows[r]) {
		return false
	}
	if b.used[r][c] || b.rows[r][c] != rest[0] {
		return false
	}
	b.used[r][c] = true
	defer func() { b.used[r][c] = false }()
	*path = append(*path, fmt.Sprintf("%c%d", 'A'+c, r+1))
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			if (dr != 0 || dc != 0) && b.search(r+dr, c+dc, rest[1:], path) {
				return true
			}
		}
	}
	*path = (*path)[:len(*path)-1]
	return false
}

func (b *board) find(word string) ([]string, bool) {
	letters := []rune(word)
	for r := range b.rows {
		for c := range b.rows[r] {
			path := make([]string, 0, len(letters))
			if b.search(r, c, letters, &path) {
				return path, true
			}
		}
	}
	return nil, false
}

func score(word string) int {
	switch n := len([]rune(word)); {
	case n < 3:
		return 0
	case n <= 4:
		return 1
	case n < 8:
		return n - 3
	default:
		return 11
	}
}

func main() {
	b := newBoard("GANT ROES ÜNLI DTAK")
	words := []string{"grün", "not", "rang", "salat", "sea", "gangs", "lit", "nest", "talk", "ons", "ga"}
	sort.Slice(words, func(i, j int) bool {
		if len(words[i]) != len(words[j]) {
			return len(words[i]) > len(words[j])
		}
		return words[i] < words[j]
	})
	total := 0
	for _, w := range words {
		path, ok := b.find(w)
		if !ok {
			fmt.Printf("%-6s -\n", w)
			continue
		}
		total += score(w)
		fmt.Printf("%-6s %d  %s\n", w, score(w), strings.Join(path, ">"))
	}
	fmt.Println("total:", total)
}
