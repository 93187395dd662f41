package main

import (
	"fmt"
	"slices"
	"strings"
)

type Op int

const (
	Equal Op = iota
	Delete
	Insert
)

type Edit[T any] struct {
	Op    Op
	Value T
}

// Diff computes a shortest edit script from a to b.
func Diff[T comparable](a, b []T) []Edit[T] {
	dist := make([][]int, len(a)+1)
	for i := range dist {
		dist[i] = make([]int, len(b)+1)
		dist[i][0] = i
	}
	for j := range dist[0] {
		dist[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			if a[i-1] == b[j-1] {
				dist[i][j] = dist[i-1][j-1]
			} else {
				dist[i][j] = 1 + min(dist[i-1][j], dist[i][j-1])
			}
		}
	}
	var edits []Edit[T]
	for i, j := len(a), len(b); i > 0 || j > 0; {
		switch {
		case i > 0 && j > 0 && a[i-1] == b[j-1]:
			i--
			j--
			edits = append(edits, Edit[T]{Equal, a[i]})
		case j > 0 && (i == 0 || dist[i][j-1] <= dist[i-1][j]):
			j--
			edits = append(edits, Edit[T]{Insert, b[j]})
		default:
			i--
			edits = append(edits, Edit[T]{Delete, a[i]})
		}
	}
	slices.Reverse(edits)
	return edits
}

func inlineDiff(a, b string) string {
	var sb strings.Builder
	state := Equal
	marks := map[Op][2]string{Equal: {"", ""}, Delete: {"[-", "-]"}, Insert: {"{+", "+}"}}
	for _, e := range Diff([]rune(a), []rune(b)) {
		if e.Op != state {
			sb.WriteString(marks[state][1] + marks[e.Op][0])
			state = e.Op
		}
		sb.WriteRune(e.Value)
	}
	return sb.String() + marks[state][1]
}

func main() {
	before := strings.Fields("the quick brown fox jumps over the dog")
	after := strings.Fields("the slow brown fox leaps over the lazy dog")
	stats := map[Op]int{}
	for _, e := range Diff(before, after) {
		fmt.Printf("%c %s\n", " -+"[e.Op], e.Value)
		stats[e.Op]++
	}
	fmt.Printf("%d kept, %d removed, %d added\n", stats[Equal], stats[Delete], stats[Insert])
	for _, pair := range [][2]string{{"kitten", "sitting"}, {"Straße", "Strasse"}, {"", "new"}, {"same", "same"}} {
		fmt.Println(inlineDiff(pair[0], pair[1]))
	}
	fmt.Println(len(Diff([]int{1, 2, 3}, []int{3, 2, 1})))
}
