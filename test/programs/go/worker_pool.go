package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

type job struct {
	id   int
	text string
}

type result struct {
	jobID int
	words int
	err   error
}

var errEmpty = errors.New("empty document")

func countWords(text string) (int, error) {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return 0, errEmpty
	}
	return len(fields), nil
}

func worker(jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		n, err := countWords(j.text)
		if err != nil {
			err = fmt.Errorf("job %d: %w", j.id, err)
		}
		results <- result{jobID: j.id, words: n, err: err}
	}
}

func runPool(texts []string, workers int) []result {
	jobs := make(chan job)
	results := make(chan result, len(texts))

	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go worker(jobs, results, &wg)
	}
	for i, t := range texts {
		jobs <- job{id: i, text: t}
	}
	close(jobs)
	wg.Wait()
	close(results)

	var all []result
	for r := range results {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b result) int { return a.jobID - b.jobID })
	return all
}

func main() {
	texts := []string{
		"to be or not to be",
		"   ",
		"one",
		"the quick\nbrown\tfox",
		"",
		strings.Repeat("go ", 500),
	}

	var (
		mu     sync.Mutex
		totals = make(map[string]int)
		wg     sync.WaitGroup
	)
	for _, r := range runPool(texts, 3) {
		if errors.Is(r.err, errEmpty) {
			fmt.Println("skipped", r.err)
		} else {
			fmt.Printf("job %d: %d words\n", r.jobID, r.words)
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			if r.err != nil {
				totals["failed"]++
				return
			}
			totals["ok"]++
			totals["words"] += r.words
		}()
	}
	wg.Wait()
	fmt.Println(totals)
}
