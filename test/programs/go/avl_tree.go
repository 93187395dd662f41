package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type node[K cmp.Ordered, V any] struct {
	key         K
	value       V
	height      int
	left, right *node[K, V]
}

// Tree is a balanced search tree.
type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

func height[K cmp.Ordered, V any](n *node[K, V]) int {
	if n == nil {
		return 0
	}
	return n.height
}

func (n *node[K, V]) update() { n.height = 1 + max(height(n.left), height(n.right)) }

func (n *node[K, V]) balance() int { return height(n.left) - height(n.right) }

func rotateRight[K cmp.Ordered, V any](y *node[K, V]) *node[K, V] {
	x := y.left
	y.left, x.right = x.right, y
	y.update()
	x.update()
	return x
}

func rotateLeft[K cmp.Ordered, V any](x *node[K, V]) *node[K, V] {
	y := x.right
	x.right, y.left = y.left, x
	x.update()
	y.update()
	return y
}

func rebalance[K cmp.Ordered, V any](n *node[K, V]) *node[K, V] {
	n.update()
	switch b := n.balance(); {
	case b > 1:
		if n.left.balance() < 0 {
			n.left = rotateLeft(n.left)
		}
		return rotateRight(n)
	case b < -1:
		if n.right.balance() > 0 {
			n.right = rotateRight(n.right)
		}
		return rotateLeft(n)
	}
	return n
}

// Put stores a value and reports whether the key is new.
func (t *Tree[K, V]) Put(key K, value V) bool {
	before := t.size
	t.root = t.put(t.root, key, value)
	return t.size > before
}

func (t *Tree[K, V]) put(n *node[K, V], key K, value V) *node[K, V] {
	if n == nil {
		t.size++
		return &node[K, V]{key: key, value: value, height: 1}
	}
	switch c := cmp.Compare(key, n.key); {
	case c < 0:
		n.left = t.put(n.left, key, value)
	case c > 0:
		n.right = t.put(n.right, key, value)
	default:
		n.value = value
		return n
	}
	return rebalance(n)
}

func (t *Tree[K, V]) Get(key K) (value V, ok bool) {
	for n := t.root; n != nil; {
		switch {
		case key < n.key:
			n = n.left
		case key > n.key:
			n = n.right
		default:
			return n.value, true
		}
	}
	return value, false
}

// All goes through the tree in the order of the keys.
func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { walk(t.root, yield) }
}

func walk[K cmp.Ordered, V any](n *node[K, V], yield func(K, V) bool) bool {
	if n == nil {
		return true
	}
	return walk(n.left, yield) && yield(n.key, n.value) && walk(n.right, yield)
}

func main() {
	var squares Tree[int, int]
	for i := 1; i <= 1000; i++ {
		squares.Put(i, i*i)
	}
	fmt.Println("size", squares.size, "height", squares.root.height, "root", squares.root.key)
	v, ok := squares.Get(31)
	fmt.Println(v, ok)
	v, ok = squares.Get(1001)
	fmt.Println(v, ok)

	counts := &Tree[string, int]{}
	for _, word := range strings.Fields("how much wood would a woodchuck chuck if a woodchuck could chuck wood") {
		n, _ := counts.Get(word)
		if counts.Put(word, n+1) {
			fmt.Print(word, " ")
		}
	}
	fmt.Println()
	for word, n := range counts.All() {
		if n > 1 {
			fmt.Printf("%s: %d\n", word, n)
		}
		if word > "wood" {
			break
		}
	}
	fmt.Println("height", counts.root.height, "of", counts.size)
}
