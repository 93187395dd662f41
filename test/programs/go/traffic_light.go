package main

import (
	"fmt"
	"strings"
)

// Phase is what one light shows.
type Phase int

const (
	Red Phase = iota
	RedYellow
	Green
	Yellow
	numPhases
)

var phaseNames = [...]string{"red", "red+yellow", "green", "yellow"}

func (p Phase) String() string {
	if p < 0 || p >= numPhases {
		return fmt.Sprintf("Phase(%d)", int(p))
	}
	return phaseNames[p]
}

// Next is the phase that follows.
func (p Phase) Next() Phase { return (p + 1) % numPhases }

func (p Phase) Letter() byte { return "RrGY"[p] }

type Direction uint8

const (
	North Direction = 1 << iota
	East
	South
	West
)

const (
	NorthSouth = North | South
	EastWest   = East | West
)

func (d Direction) String() string {
	var parts []string
	for i, name := range []string{"N", "E", "S", "W"} {
		if d&(1<<i) != 0 {
			parts = append(parts, name)
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, "|")
}

type Light struct {
	Dir     Direction
	Phase   Phase
	elapsed int
	passed  int
	waiting int
}

type Crossing struct {
	lights    []*Light
	durations map[Phase]int
	tick      int
}

func NewCrossing() *Crossing {
	return &Crossing{
		lights: []*Light{
			{Dir: NorthSouth, Phase: Green},
			{Dir: EastWest, Phase: Red},
		},
		durations: map[Phase]int{RedYellow: 1, Green: 4, Yellow: 2},
	}
}

// Tick moves the crossing by one second; cars come by a fixed pattern.
func (c *Crossing) Tick() {
	c.tick++
	for i, l := range c.lights {
		if c.tick%(i+2) == 0 {
			l.waiting++
		}
		if l.Phase == Green && l.waiting > 0 {
			l.waiting--
			l.passed++
		}
		l.elapsed++
	}
	for i, l := range c.lights {
		other := c.lights[1-i]
		switch l.Phase {
		case Red:
			if other.Phase == Red && other.elapsed < l.elapsed {
				l.advance()
			}
		default:
			if l.elapsed >= c.durations[l.Phase] {
				l.advance()
			}
		}
	}
}

func (l *Light) advance() {
	l.Phase = l.Phase.Next()
	l.elapsed = 0
}

func (c *Crossing) safe() bool {
	moving := 0
	for _, l := range c.lights {
		if l.Phase != Red {
			moving++
		}
	}
	return moving <= 1
}

func main() {
	c := NewCrossing()
	var lines [2]strings.Builder
	for i := 0; i < 40; i++ {
		for j, l := range c.lights {
			lines[j].WriteByte(l.Phase.Letter())
		}
		if !c.safe() {
			fmt.Printf("collision at %d: %v and %v\n", c.tick, c.lights[0].Phase, c.lights[1].Phase)
			return
		}
		c.Tick()
	}
	for j, l := range c.lights {
		fmt.Printf("%-4v %s\n", l.Dir, lines[j].String())
		fmt.Printf("     now %v, %d passed, %d waiting\n", l.Phase, l.passed, l.waiting)
	}
	fmt.Println(Phase(9), Yellow.Next(), Direction(0), North|East, EastWest&^West)
	fmt.Printf("%d %s %v\n", Green, Green, []Phase{Red, Yellow})
}
