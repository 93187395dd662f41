package main

import (
	"fmt"
	"slices"
	"sync"
)

type span struct{ low, high int }

type report struct {
	span
	count   int
	largest int
	twins   [][2]int
}

// basePrimes is a plain sieve for the small primes that the segments need.
func basePrimes(limit int) []int {
	composite := make([]bool, limit+1)
	var primes []int
	for i := 2; i <= limit; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= limit; j += i {
			composite[j] = true
		}
	}
	return primes
}

func sieveSegment(s span, base []int) []int {
	composite := make([]bool, s.high-s.low)
	for _, p := range base {
		if p*p >= s.high {
			break
		}
		start := max(p*p, (s.low+p-1)/p*p)
		for n := start; n < s.high; n += p {
			composite[n-s.low] = true
		}
	}
	primes := []int{}
	for i, c := range composite {
		if n := s.low + i; !c && n >= 2 {
			primes = append(primes, n)
		}
	}
	return primes
}

func worker(spans <-chan span, reports chan<- report, base []int, wg *sync.WaitGroup) {
	defer wg.Done()
	for s := range spans {
		primes := sieveSegment(s, base)
		r := report{span: s, count: len(primes)}
		if len(primes) > 0 {
			r.largest = primes[len(primes)-1]
		}
		for i := 1; i < len(primes); i++ {
			if primes[i]-primes[i-1] == 2 {
				r.twins = append(r.twins, [2]int{primes[i-1], primes[i]})
			}
		}
		reports <- r
	}
}

func main() {
	const limit, size, workers = 100_000, 12_500, 4
	base := basePrimes(317)
	spans := make(chan span)
	reports := make(chan report, workers)

	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go worker(spans, reports, base, &wg)
	}
	go func() {
		for low := 0; low < limit; low += size {
			spans <- span{low, min(low+size, limit)}
		}
		close(spans)
	}()
	go func() {
		wg.Wait()
		close(reports)
	}()

	var all []report
	for r := range reports {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b report) int { return a.low - b.low })

	total, twins := 0, 0
	fmt.Printf("%7s %7s %6s %8s %6s\n", "from", "to", "primes", "largest", "twins")
	for _, r := range all {
		fmt.Printf("%7d %7d %6d %8d %6d\n", r.low, r.high, r.count, r.largest, len(r.twins))
		total += r.count
		twins += len(r.twins)
	}
	fmt.Printf("total %d primes, %d twin pairs\n", total, twins)
	fmt.Println("first twins:", all[0].twins[:5])
	last := all[len(all)-1].twins
	fmt.Println("last twin pair:", last[len(last)-1])
}
