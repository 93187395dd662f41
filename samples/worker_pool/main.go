package main

import (
	"fmt"
	"sync"
	"time"
)

type counter struct {
	mu    sync.Mutex
	count map[int]int
}

func (c *counter) add(worker int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count[worker]++
}

func work(id int, jobs <-chan int, results chan<- int, done *counter) {
	for job := range jobs {
		time.Sleep(10 * time.Millisecond)
		results <- job * job
		done.add(id)
	}
}

func main() {
	jobs := make(chan int)
	results := make(chan int)
	done := &counter{count: make(map[int]int)}

	var wg sync.WaitGroup
	for id := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work(id, jobs, results, done)
		}()
	}

	go func() {
		defer close(jobs)
		for n := range 10 {
			jobs <- n
		}
	}()

	go func() {
		wg.Wait()
		close(results)
	}()

	timeout := time.After(2 * time.Second)
	sum := 0
	for {
		select {
		case square, ok := <-results:
			if !ok {
				fmt.Println("sum of squares:", sum)
				return
			}
			sum += square
		case <-timeout:
			fmt.Println("gave up")
			return
		}
	}
}
