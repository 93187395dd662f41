package main

import (
	"fmt"
	"slices"
	"strings"
)

var dictionary = []string{
	"listen", "Silent", "enlist", "google", "elgoog", "abc", "cab", "bca",
	"xyz", "Tinsel", "inlets", "night", "thing", "état", "taté", "listen",
}

// signature is equal for words that are anagrams of each other.
func signature(word string) string {
	letters := []rune(strings.ToLower(word))
	slices.Sort(letters)
	return string(letters)
}

func group(words []string) map[string][]string {
	groups := make(map[string][]string)
	seen := make(map[string]struct{})
	for _, w := range words {
		w = strings.ToLower(w)
		if _, dup := seen[w]; dup {
			continue
		}
		seen[w] = struct{}{}
		sig := signature(w)
		groups[sig] = append(groups[sig], w)
	}
	return groups
}

func main() {
	groups := group(dictionary)
	keys := make([]string, 0, len(groups))
	for k, members := range groups {
		if len(members) > 1 {
			slices.Sort(members)
			keys = append(keys, k)
		}
	}
	// Largest group first, then by key.
	slices.SortFunc(keys, func(a, b string) int {
		if d := len(groups[b]) - len(groups[a]); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for i, k := range keys {
		fmt.Printf("%d. %-8s %v\n", i+1, k, groups[k])
	}
	fmt.Println(len(groups), "signatures,", len(keys), "with anagrams")
}
