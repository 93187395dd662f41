package main

import (
	"container/list"
	"fmt"
	"slices"
	"strings"
)

// Policy decides which page goes when all frames are full.
type Policy interface {
	Name() string
	// Access reports whether the page was already in memory.
	Access(page int) (hit bool)
	Frames() []int
}

type fifo struct {
	capacity int
	frames   []int
}

func (f *fifo) Name() string  { return "FIFO" }
func (f *fifo) Frames() []int { return f.frames }
func (f *fifo) Access(page int) bool {
	if slices.Contains(f.frames, page) {
		return true
	}
	if len(f.frames) == f.capacity {
		f.frames = f.frames[1:]
	}
	f.frames = append(f.frames, page)
	return false
}

type lru struct {
	capacity int
	order    *list.List
	index    map[int]*list.Element
}

func newLRU(capacity int) *lru {
	return &lru{capacity, list.New(), make(map[int]*list.Element)}
}

func (l *lru) Name() string { return "LRU" }
func (l *lru) Access(page int) bool {
	if e, ok := l.index[page]; ok {
		l.order.MoveToFront(e)
		return true
	}
	if l.order.Len() == l.capacity {
		oldest := l.order.Back()
		delete(l.index, oldest.Value.(int))
		l.order.Remove(oldest)
	}
	l.index[page] = l.order.PushFront(page)
	return false
}
func (l *lru) Frames() []int {
	var out []int
	for e := l.order.Front(); e != nil; e = e.Next() {
		out = append(out, e.Value.(int))
	}
	return out
}

// optimal knows the future, which no real system does.
type optimal struct {
	capacity int
	frames   []int
	future   []int
}

func (o *optimal) Name() string  { return "OPT" }
func (o *optimal) Frames() []int { return o.frames }
func (o *optimal) Access(page int) bool {
	o.future = o.future[1:]
	if slices.Contains(o.frames, page) {
		return true
	}
	if len(o.frames) < o.capacity {
		o.frames = append(o.frames, page)
		return false
	}
	victim, farthest := 0, -1
	for i, p := range o.frames {
		next := slices.Index(o.future, p)
		if next < 0 {
			victim = i
			break
		}
		if next > farthest {
			victim, farthest = i, next
		}
	}
	o.frames[victim] = page
	return false
}

func trace(p Policy, pages []int) int {
	faults := 0
	var marks strings.Builder
	for _, page := range pages {
		if p.Access(page) {
			marks.WriteByte('.')
		} else {
			marks.WriteByte('F')
			faults++
		}
	}
	fmt.Printf("  %-5s%s %2d faults, holds %v\n", p.Name(), marks.String(), faults, p.Frames())
	return faults
}

func main() {
	references := map[string][]int{
		"belady": {1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5},
		"book":   {7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1},
	}
	for _, name := range []string{"belady", "book"} {
		pages := references[name]
		best := map[string]int{}
		for _, frames := range []int{3, 4} {
			fmt.Printf("%s with %d frames\n", name, frames)
			policies := []Policy{
				&fifo{capacity: frames},
				newLRU(frames),
				&optimal{capacity: frames, future: pages},
			}
			for _, p := range policies {
				faults := trace(p, pages)
				if old, ok := best[p.Name()]; ok && faults > old {
					fmt.Printf("  (%s got worse with more memory: %d > %d)\n", p.Name(), faults, old)
				}
				best[p.Name()] = faults
			}
		}
		fmt.Println(best)
	}
}
