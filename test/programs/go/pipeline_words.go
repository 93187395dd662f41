// Command pipeline_words counts words of several documents concurrently:
// workers count, a collector merges, and the output is sorted.
package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

type document struct {
	id   int
	text string
}

type result struct {
	id     int
	counts map[string]int
	err    error
}

func count(d document) result {
	if strings.TrimSpace(d.text) == "" {
		return result{id: d.id, err: fmt.Errorf("document %d is empty", d.id)}
	}
	counts := make(map[string]int)
	for _, w := range strings.FieldsFunc(strings.ToLower(d.text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		counts[w]++
	}
	return result{id: d.id, counts: counts}
}

func worker(in <-chan document, out chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for d := range in {
		out <- count(d)
	}
}

type tally struct {
	mu    sync.Mutex
	total map[string]int
	docs  map[string][]int
}

func (t *tally) add(r result) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for w, n := range r.counts {
		t.total[w] += n
		t.docs[w] = append(t.docs[w], r.id)
	}
}

func main() {
	texts := []string{
		"To be, or not to be: that is the question.",
		"The question is not the answer",
		"   ",
		"Be quick; be brief. The end is near!",
	}
	in := make(chan document)
	out := make(chan result, len(texts))
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go worker(in, out, &wg)
	}
	for i, text := range texts {
		in <- document{i + 1, text}
	}
	close(in)
	go func() {
		wg.Wait()
		close(out)
	}()

	t := &tally{total: map[string]int{}, docs: map[string][]int{}}
	for r := range out {
		if r.err != nil {
			fmt.Println("error:", r.err)
			continue
		}
		t.add(r)
	}

	words := make([]string, 0, len(t.total))
	for w := range t.total {
		if t.total[w] > 1 {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	for _, w := range words {
		slices.Sort(t.docs[w])
		fmt.Printf("%-9s%d in %v\n", w, t.total[w], t.docs[w])
	}
	fmt.Println(len(t.total), "different words")
}
