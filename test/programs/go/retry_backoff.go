package main

import (
	"errors"
	"fmt"
	"time"
)

type temporary interface{ Temporary() bool }

type netError struct {
	msg  string
	temp bool
}

func (e netError) Error() string   { return e.msg }
func (e netError) Temporary() bool { return e.temp }

var ErrGaveUp = errors.New("gave up")

type Policy struct {
	Attempts int
	Base     time.Duration
	Max      time.Duration
	Sleep    func(time.Duration)
}

// Do calls f until it succeeds, fails for good, or the attempts are used up.
func (p Policy) Do(f func(attempt int) error) error {
	delay := p.Base
	var last error
	for attempt := 1; attempt <= p.Attempts; attempt++ {
		last = f(attempt)
		if last == nil {
			return nil
		}
		var t temporary
		if !errors.As(last, &t) || !t.Temporary() {
			return last
		}
		if attempt < p.Attempts {
			p.Sleep(delay)
			delay = min(delay*2, p.Max)
		}
	}
	return fmt.Errorf("%w after %d attempts: %w", ErrGaveUp, p.Attempts, last)
}

func main() {
	var slept []time.Duration
	policy := Policy{
		Attempts: 5,
		Base:     250 * time.Millisecond,
		Max:      time.Second,
		Sleep:    func(d time.Duration) { slept = append(slept, d) },
	}
	busy := netError{"server busy", true}

	cases := []struct {
		name string
		fn   func(int) error
	}{
		{"immediately", func(int) error { return nil }},
		{"third time", func(n int) error {
			if n < 3 {
				return fmt.Errorf("attempt %d: %w", n, busy)
			}
			return nil
		}},
		{"forbidden", func(int) error { return netError{msg: "forbidden"} }},
		{"always busy", func(int) error { return busy }},
		{"plain error", func(int) error { return errors.New("disk full") }},
	}
	for _, c := range cases {
		slept = nil
		calls := 0
		err := policy.Do(func(n int) error {
			calls = n
			return c.fn(n)
		})
		var total time.Duration
		for _, d := range slept {
			total += d
		}
		fmt.Printf("%-12s calls=%d slept=%v total=%v\n", c.name, calls, slept, total)
		if err != nil {
			fmt.Printf("%12s error: %v (gave up: %t)\n", "", err, errors.Is(err, ErrGaveUp))
		}
	}
}
