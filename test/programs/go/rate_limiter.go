package main

import (
	"fmt"
	"sort"
	"time"
)

// Clock can be replaced by a fake one.
type Clock interface {
	Now() time.Time
}

type fakeClock struct{ now time.Time }

func (c *fakeClock) Now() time.Time          { return c.now }
func (c *fakeClock) Advance(d time.Duration) { c.now = c.now.Add(d) }

// Limiter decides whether a client may go on.
type Limiter interface {
	Allow(client string) bool
}

type bucket struct {
	tokens float64
	last   time.Time
}

type TokenBucket struct {
	clock   Clock
	rate    float64 // tokens per second
	burst   float64
	buckets map[string]*bucket
}

func NewTokenBucket(clock Clock, rate float64, burst int) *TokenBucket {
	return &TokenBucket{clock: clock, rate: rate, burst: float64(burst), buckets: map[string]*bucket{}}
}

func (t *TokenBucket) Allow(client string) bool {
	now := t.clock.Now()
	b, ok := t.buckets[client]
	if !ok {
		b = &bucket{tokens: t.burst, last: now}
		t.buckets[client] = b
	}
	b.tokens = min(t.burst, b.tokens+now.Sub(b.last).Seconds()*t.rate)
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

type SlidingWindow struct {
	clock  Clock
	limit  int
	window time.Duration
	seen   map[string][]time.Time
}

func (s *SlidingWindow) Allow(client string) bool {
	now := s.clock.Now()
	times := s.seen[client]
	i := sort.Search(len(times), func(i int) bool { return now.Sub(times[i]) < s.window })
	times = times[i:]
	allowed := len(times) < s.limit
	if allowed {
		times = append(times, now)
	}
	s.seen[client] = times
	return allowed
}

func main() {
	start := time.Date(2025, 1, 1, 12, 0, 0, 0, time.UTC)
	clock := &fakeClock{start}
	limiters := []struct {
		name string
		Limiter
	}{
		{"token bucket", NewTokenBucket(clock, 0.5, 3)},
		{"sliding window", &SlidingWindow{clock: clock, limit: 3, window: 4 * time.Second, seen: make(map[string][]time.Time)}},
	}

	for _, l := range limiters {
		clock.now = start
		allowed := make(map[string]int)
		line := ""
		for tick := 0; tick < 16; tick++ {
			if l.Allow("ann") {
				allowed["ann"]++
				line += "+"
			} else {
				line += "-"
			}
			if tick%5 == 0 && l.Allow("bob") {
				allowed["bob"]++
			}
			clock.Advance(500 * time.Millisecond)
		}
		fmt.Printf("%-15s %s %v\n", l.name, line, allowed)
	}
	fmt.Println("ended at", clock.Now().Format("15:04:05"), "after", clock.Now().Sub(start))
}
