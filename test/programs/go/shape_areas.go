package main

import (
	"fmt"
	"math"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Circle struct{ R float64 }

type Rect struct{ W, H float64 }

func (c Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * math.Pi * c.R }
func (r Rect) Area() float64        { return r.W * r.H }
func (r Rect) Perimeter() float64   { return 2 * (r.W + r.H) }

func main() {
	shapes := []Shape{Circle{1}, Rect{2, 3.5}, Rect{W: 4, H: 4}, Circle{R: 0.5}}
	total := 0.0
	for i, s := range shapes {
		total += s.Area()
		fmt.Printf("%d %-11T %7.3f %7.3f", i, s, s.Area(), s.Perimeter())
		if r, ok := s.(Rect); ok && r.W == r.H {
			fmt.Print(" (square)")
		}
		fmt.Println()
	}
	fmt.Printf("total %.2f\n", total)
}
