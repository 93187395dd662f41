package main

import (
	"container/list"
	"fmt"
	"strings"
	"sync"
)

// Cache keeps at most capacity entries, forgets them after ttl ticks, and
// throws out the least recently used one when it is full.
type Cache[K comparable, V any] struct {
	mu       sync.RWMutex
	capacity int
	ttl      int64
	now      func() int64
	entries  map[K]*list.Element
	recent   *list.List
	OnEvict  func(key K, value V, reason string)
}

type entry[K comparable, V any] struct {
	key     K
	value   V
	expires int64
}

func New[K comparable, V any](capacity int, ttl int64, now func() int64) *Cache[K, V] {
	return &Cache[K, V]{
		capacity: capacity,
		ttl:      ttl,
		now:      now,
		entries:  make(map[K]*list.Element, capacity),
		recent:   list.New(),
	}
}

func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.entries[key]; ok {
		e := el.Value.(*entry[K, V])
		e.value, e.expires = value, c.now()+c.ttl
		c.recent.MoveToFront(el)
		return
	}
	if c.recent.Len() >= c.capacity {
		c.remove(c.recent.Back(), "full")
	}
	c.entries[key] = c.recent.PushFront(&entry[K, V]{key, value, c.now() + c.ttl})
}

func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	el, found := c.entries[key]
	if !found {
		return value, false
	}
	e := el.Value.(*entry[K, V])
	if c.now() >= e.expires {
		c.remove(el, "expired")
		return value, false
	}
	c.recent.MoveToFront(el)
	return e.value, true
}

func (c *Cache[K, V]) remove(el *list.Element, reason string) {
	e := c.recent.Remove(el).(*entry[K, V])
	delete(c.entries, e.key)
	if c.OnEvict != nil {
		c.OnEvict(e.key, e.value, reason)
	}
}

func (c *Cache[K, V]) Keys() []K {
	c.mu.RLock()
	defer c.mu.RUnlock()
	keys := make([]K, 0, c.recent.Len())
	for el := c.recent.Front(); el != nil; el = el.Next() {
		keys = append(keys, el.Value.(*entry[K, V]).key)
	}
	return keys
}

type Session struct {
	User  string
	Roles []string
}

func main() {
	var tick int64
	sessions := New[string, *Session](2, 10, func() int64 { return tick })
	sessions.OnEvict = func(key string, s *Session, reason string) {
		fmt.Printf("t=%-3d drop %s of %s (%s)\n", tick, key, s.User, reason)
	}
	sessions.Put("s1", &Session{User: "ann", Roles: []string{"admin", "ops"}})
	tick = 3
	sessions.Put("s2", &Session{User: "bob"})
	if s, ok := sessions.Get("s1"); ok {
		s.Roles = append(s.Roles, "dev")
		fmt.Println("ann is", strings.Join(s.Roles, "/"))
	}
	tick = 7
	sessions.Put("s3", &Session{User: "cem"})
	fmt.Println("keys:", sessions.Keys())
	tick = 12
	for _, key := range []string{"s1", "s2", "s3"} {
		s, ok := sessions.Get(key)
		fmt.Println(key, ok, s != nil)
	}

	squares := New[int, int](50, 1000, func() int64 { return 0 })
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := w; i < 50; i += 4 {
				squares.Put(i, i*i)
			}
		}()
	}
	wg.Wait()
	sum := 0
	for _, k := range squares.Keys() {
		v, _ := squares.Get(k)
		sum += v
	}
	fmt.Println(len(squares.Keys()), "squares, sum", sum)
}
