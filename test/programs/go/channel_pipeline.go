// A pipeline of goroutines that can be cancelled half way.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func generate(ctx context.Context, from, to int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := from; n <= to; n++ {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func stage(ctx context.Context, in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int, 1)
	go func() {
		defer close(out)
		for n := range in {
			v, ok := f(n)
			if !ok {
				continue
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func merge(inputs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(inputs))
	for _, in := range inputs {
		go func(in <-chan int) {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}(in)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	primes := stage(ctx, generate(ctx, 1, 1_000_000), func(n int) (int, bool) { return n, isPrime(n) })
	squares := stage(ctx, primes, func(n int) (int, bool) { return n * n, true })

	sum := 0
	for v := range squares {
		if v > 1000 {
			cancel()
			break
		}
		sum += v
		fmt.Print(v, " ")
	}
	fmt.Println("sum", sum)
	fmt.Println("context:", ctx.Err(), errors.Is(ctx.Err(), context.Canceled))

	total, count := 0, 0
	bg := context.Background()
	for v := range merge(generate(bg, 1, 100), generate(bg, 101, 150), generate(bg, 5, 4)) {
		total += v
		count++
	}
	fmt.Println("merged", count, "numbers, total", total)

	short, stop := context.WithTimeout(bg, 5*time.Millisecond)
	defer stop()
	never := make(chan int)
	select {
	case v := <-never:
		fmt.Println("got", v)
	case <-short.Done():
		fmt.Println("waited in vain:", short.Err())
	}

	done := make(chan struct{})
	var once sync.Once
	for range 3 {
		once.Do(func() { close(done) })
	}
	_, open := <-done
	fmt.Println("done is open:", open)
	select {
	case v := <-never:
		fmt.Println("got", v)
	default:
		fmt.Println("nothing ready")
	}
}
