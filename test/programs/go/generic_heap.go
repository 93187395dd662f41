package main

import (
	"cmp"
	"errors"
	"fmt"
)

// ErrEmpty is returned when something is taken from an empty heap.
var ErrEmpty = errors.New("heap is empty")

// Heap is a binary heap ordered by a comparison function.
type Heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

func NewHeap[T any](less func(a, b T) bool) *Heap[T] {
	return &Heap[T]{less: less}
}

// NewMin makes a heap of ordered values, smallest first.
func NewMin[T cmp.Ordered](values ...T) *Heap[T] {
	h := NewHeap(func(a, b T) bool { return a < b })
	for _, v := range values {
		h.Push(v)
	}
	return h
}

func (h *Heap[T]) Len() int { return len(h.items) }

func (h *Heap[T]) Push(v T) {
	h.items = append(h.items, v)
	i := len(h.items) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !h.less(h.items[i], h.items[parent]) {
			break
		}
		h.items[i], h.items[parent] = h.items[parent], h.items[i]
		i = parent
	}
}

func (h *Heap[T]) Pop() (T, error) {
	var zero T
	if len(h.items) == 0 {
		return zero, ErrEmpty
	}
	top := h.items[0]
	last := len(h.items) - 1
	h.items[0] = h.items[last]
	h.items = h.items[:last]
	h.down(0)
	return top, nil
}

func (h *Heap[T]) down(i int) {
	n := len(h.items)
	for {
		child := 2*i + 1
		if child >= n {
			return
		}
		if right := child + 1; right < n && h.less(h.items[right], h.items[child]) {
			child = right
		}
		if !h.less(h.items[child], h.items[i]) {
			return
		}
		h.items[i], h.items[child] = h.items[child], h.items[i]
		i = child
	}
}

// Drain pops everything, in order.
func (h *Heap[T]) Drain() []T {
	out := make([]T, 0, h.Len())
	for h.Len() > 0 {
		v, _ := h.Pop()
		out = append(out, v)
	}
	return out
}

type job struct {
	name     string
	priority int
	seq      int
}

// kLargest keeps a heap of at most k values while it reads all.
func kLargest(values []int, k int) []int {
	h := NewMin[int]()
	for _, v := range values {
		h.Push(v)
		if h.Len() > k {
			if _, err := h.Pop(); err != nil {
				panic(err)
			}
		}
	}
	return h.Drain()
}

func main() {
	numbers := NewMin(9, 4, 7, 1, 8, 2, 2)
	fmt.Println("sorted:", numbers.Drain())

	words := NewMin("pear", "fig", "apple", "kiwi")
	first, _ := words.Pop()
	fmt.Printf("first %q, %d left\n", first, words.Len())

	jobs := NewHeap(func(a, b job) bool {
		if a.priority != b.priority {
			return a.priority > b.priority
		}
		return a.seq < b.seq
	})
	for i, name := range []string{"backup", "deploy", "lint", "hotfix", "docs"} {
		jobs.Push(job{name, []int{2, 5, 2, 9, 1}[i], i})
	}
	for jobs.Len() > 0 {
		j, err := jobs.Pop()
		if err != nil {
			fmt.Println("unexpected:", err)
			return
		}
		fmt.Printf("%-7s priority %d\n", j.name, j.priority)
	}
	if _, err := jobs.Pop(); errors.Is(err, ErrEmpty) {
		fmt.Println("error:", err)
	}

	var stream []int
	x := 17
	for range 1000 {
		x = x*75%65537 + 74
		stream = append(stream, x%10000)
	}
	fmt.Println("three largest:", kLargest(stream, 3))
}
