package main

import (
	"fmt"
	"strings"
)

// Event is what happened to a thermostat.
type Event struct {
	Topic string
	Value float64
}

type Observer interface {
	Notify(e Event)
}

// ObserverFunc lets a plain function observe.
type ObserverFunc func(Event)

func (f ObserverFunc) Notify(e Event) { f(e) }

type Subject struct {
	nextID    int
	observers map[int]Observer
	order     []int
}

func (s *Subject) Subscribe(o Observer) (cancel func()) {
	if s.observers == nil {
		s.observers = make(map[int]Observer)
	}
	id := s.nextID
	s.nextID++
	s.observers[id] = o
	s.order = append(s.order, id)
	return func() { delete(s.observers, id) }
}

func (s *Subject) Publish(topic string, value float64) {
	for _, id := range s.order {
		if o, ok := s.observers[id]; ok {
			o.Notify(Event{topic, value})
		}
	}
}

// Thermostat embeds Subject, so it can be subscribed to directly.
type Thermostat struct {
	Subject
	current, target float64
}

func (t *Thermostat) Set(temp float64) {
	old := t.current
	t.current = temp
	t.Publish("changed", temp-old)
	switch {
	case temp < t.target-1:
		t.Publish("heat", t.target-temp)
	case temp > t.target+1:
		t.Publish("cool", temp-t.target)
	}
}

type statistics struct {
	count    int
	min, max float64
}

func (s *statistics) Notify(e Event) {
	if e.Topic != "changed" {
		return
	}
	if s.count == 0 || e.Value < s.min {
		s.min = e.Value
	}
	if s.count == 0 || e.Value > s.max {
		s.max = e.Value
	}
	s.count++
}

func main() {
	room := &Thermostat{current: 20, target: 21}
	stats := new(statistics)
	var log strings.Builder

	room.Subscribe(stats)
	stopLog := room.Subscribe(ObserverFunc(func(e Event) {
		fmt.Fprintf(&log, "[%s %+.1f]", e.Topic, e.Value)
	}))
	heating := 0
	room.Subscribe(ObserverFunc(func(e Event) {
		if e.Topic == "heat" {
			heating++
			fmt.Printf("heating on, %.1f degrees missing\n", e.Value)
		}
	}))

	for i, temp := range []float64{20.5, 18, 23.5, 21, 19.25} {
		if i == 3 {
			stopLog()
			stopLog() // cancelling twice does no harm
		}
		room.Set(temp)
	}
	fmt.Println(log.String())
	fmt.Printf("%d changes between %g and %g\n", stats.count, stats.min, stats.max)
	fmt.Println("heated", heating, "times,", len(room.observers), "observers left")
}
