package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// List is a singly linked list that remembers its tail.
type List[T any] struct {
	head, tail *node[T]
	size       int
}

type node[T any] struct {
	value T
	next  *node[T]
}

func Of[T any](values ...T) *List[T] {
	l := &List[T]{}
	for _, v := range values {
		l.Push(v)
	}
	return l
}

func (l *List[T]) Push(v T) {
	n := &node[T]{value: v}
	if l.tail == nil {
		l.head = n
	} else {
		l.tail.next = n
	}
	l.tail = n
	l.size++
}

func (l *List[T]) Pop() (T, bool) {
	if l.head == nil {
		var zero T
		return zero, false
	}
	v := l.head.value
	l.head = l.head.next
	if l.head == nil {
		l.tail = nil
	}
	l.size--
	return v, true
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.value) {
				return
			}
			i++
		}
	}
}

func (l *List[T]) Values() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range l.All() {
			if !yield(v) {
				return
			}
		}
	}
}

func (l *List[T]) Reverse() {
	var prev *node[T]
	l.tail = l.head
	for n := l.head; n != nil; {
		n.next, prev, n = prev, n, n.next
	}
	l.head = prev
}

func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func Filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func MaxOf[T cmp.Ordered](seq iter.Seq[T]) (best T, ok bool) {
	for v := range seq {
		if !ok || v > best {
			best, ok = v, true
		}
	}
	return best, ok
}

func main() {
	l := Of(3, 1, 4, 1, 5, 9, 2, 6)
	fmt.Println(slices.Collect(l.Values()), l.size)
	l.Reverse()
	l.Push(-1)
	for i, v := range l.All() {
		if i > 4 {
			break
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()

	even := Filter(l.Values(), func(n int) bool { return n%2 == 0 })
	labels := Map(even, func(n int) string { return fmt.Sprintf("<%02d>", n) })
	fmt.Println(slices.Collect(labels))
	fmt.Println(slices.Sorted(l.Values()))

	best, ok := MaxOf(l.Values())
	fmt.Println("max", best, ok)
	word, ok := MaxOf(Of[string]().Values())
	fmt.Printf("max %q %t\n", word, ok)

	queue := Of("a", "b")
	for v, ok := queue.Pop(); ok; v, ok = queue.Pop() {
		fmt.Println("popped", v)
		if v == "a" {
			queue.Push("c")
		}
	}
	fmt.Println(queue.size, queue.head == nil, queue.tail == nil)
}
