package main

import (
	"fmt"
	"math"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

// Scaler is implemented by the shapes that can change their size.
type Scaler interface {
	Scale(factor float64)
}

type Base struct {
	Name string
	tags []string
}

func (b *Base) Tag(tags ...string) { b.tags = append(b.tags, tags...) }
func (b Base) Label() string {
	if len(b.tags) == 0 {
		return b.Name
	}
	return b.Name + " [" + strings.Join(b.tags, " ") + "]"
}

type Circle struct {
	Base
	Radius float64
}

func (c *Circle) Area() float64        { return math.Pi * c.Radius * c.Radius }
func (c *Circle) Perimeter() float64   { return 2 * math.Pi * c.Radius }
func (c *Circle) Scale(factor float64) { c.Radius *= factor }

type Rect struct {
	Base
	W, H float64
}

func (r *Rect) Area() float64        { return r.W * r.H }
func (r *Rect) Perimeter() float64   { return 2 * (r.W + r.H) }
func (r *Rect) Scale(factor float64) { r.W, r.H = r.W*factor, r.H*factor }

// Square is a Rect that says so.
type Square struct{ Rect }

func NewSquare(name string, side float64) *Square {
	return &Square{Rect{Base{Name: name}, side, side}}
}

func (s *Square) Label() string { return "square " + s.Rect.Label() }

type Triangle struct{ A, B, C float64 }

func (t Triangle) Perimeter() float64 { return t.A + t.B + t.C }
func (t Triangle) Area() float64 {
	p := t.Perimeter() / 2
	return math.Sqrt(p * (p - t.A) * (p - t.B) * (p - t.C))
}

func label(s Shape) string {
	switch v := s.(type) {
	case interface{ Label() string }:
		return v.Label()
	case Triangle:
		return fmt.Sprintf("triangle %v/%v/%v", v.A, v.B, v.C)
	default:
		return fmt.Sprintf("%T", s)
	}
}

func main() {
	sun := &Circle{Base: Base{Name: "sun"}, Radius: 2}
	sun.Tag("yellow", "bright")
	house := NewSquare("house", 3)
	house.Tag("brick")
	scene := []Shape{sun, house, Triangle{3, 4, 5}, &Rect{Base{Name: "road"}, 20, 0.5}}

	for round := 1; round <= 2; round++ {
		fmt.Println("round", round)
		total := 0.0
		for _, s := range scene {
			fmt.Printf("  %-26s area %8.3f  perimeter %7.3f\n", label(s), s.Area(), s.Perimeter())
			total += s.Area()
			if sc, ok := s.(Scaler); ok {
				sc.Scale(1.5)
			} else {
				fmt.Println("    (fixed size)")
			}
		}
		fmt.Printf("  total %.2f\n", total)
	}
	fmt.Println(sun.Name, house.W, house.H, house.Base.tags)
}
