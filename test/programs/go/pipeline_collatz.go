package main

import (
	"fmt"
	"sync"
)

// A pipeline of goroutines: generate -> measure (several) -> collect.

type result struct {
	start, steps int
	peak         uint64
}

func generate(done <-chan struct{}, low, high int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := low; n <= high; n++ {
			select {
			case out <- n:
			case <-done:
				return
			}
		}
	}()
	return out
}

func collatz(n int) result {
	r := result{start: n}
	for x := uint64(n); x != 1; r.steps++ {
		if x%2 == 0 {
			x /= 2
		} else {
			x = 3*x + 1
		}
		r.peak = max(r.peak, x)
	}
	return r
}

func measure(in <-chan int) <-chan result {
	out := make(chan result, 8)
	go func() {
		defer close(out)
		for n := range in {
			out <- collatz(n)
		}
	}()
	return out
}

func merge(channels ...<-chan result) <-chan result {
	var wg sync.WaitGroup
	out := make(chan result)
	for _, ch := range channels {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for r := range ch {
				out <- r
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func longest(low, high, workers int) (best, highest result, count int) {
	done := make(chan struct{})
	defer close(done)
	numbers := generate(done, low, high)
	var parts []<-chan result
	for range workers {
		parts = append(parts, measure(numbers))
	}
	for r := range merge(parts...) {
		count++
		if r.steps > best.steps || r.steps == best.steps && r.start < best.start {
			best = r
		}
		if r.peak > highest.peak || r.peak == highest.peak && r.start < highest.start {
			highest = r
		}
	}
	return
}

func main() {
	for _, limit := range []int{10, 100, 1000, 10000} {
		best, highest, n := longest(1, limit, 4)
		fmt.Printf("1..%d (%d numbers)\n", limit, n)
		fmt.Printf("  longest: %d with %d steps\n", best.start, best.steps)
		fmt.Printf("  highest: %d reaches %d\n", highest.start, highest.peak)
	}

	// Stop a generator early.
	done := make(chan struct{})
	numbers := generate(done, 27, 1<<30)
	sum := 0
	for n := range numbers {
		sum += collatz(n).steps
		if n == 30 {
			close(done)
			break
		}
	}
	fmt.Println("steps of 27 to 30:", sum)
}
