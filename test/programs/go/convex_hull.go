package main

import (
	"fmt"
	"math"
	"sort"
)

// Point is a place in the plane.
type Point struct {
	X, Y float64
}

func (p Point) Sub(q Point) Point     { return Point{p.X - q.X, p.Y - q.Y} }
func (p Point) Cross(q Point) float64 { return p.X*q.Y - p.Y*q.X }
func (p Point) Dist(q Point) float64  { return math.Hypot(p.X-q.X, p.Y-q.Y) }
func (p Point) String() string        { return fmt.Sprintf("(%g, %g)", p.X, p.Y) }
func turn(origin, a, b Point) float64 { return a.Sub(origin).Cross(b.Sub(origin)) }

type Polygon []Point

// Hull is Andrew's monotone chain; the result goes counter-clockwise.
func Hull(points []Point) Polygon {
	pts := append([]Point(nil), points...)
	sort.Slice(pts, func(i, j int) bool {
		if pts[i].X == pts[j].X {
			return pts[i].Y < pts[j].Y
		}
		return pts[i].X < pts[j].X
	})
	if len(pts) < 3 {
		return pts
	}
	var hull Polygon
	for _, p := range pts {
		for len(hull) >= 2 && turn(hull[len(hull)-2], hull[len(hull)-1], p) <= 0 {
			hull = hull[:len(hull)-1]
		}
		hull = append(hull, p)
	}
	lower := len(hull) + 1
	for i := len(pts) - 2; i >= 0; i-- {
		for len(hull) >= lower && turn(hull[len(hull)-2], hull[len(hull)-1], pts[i]) <= 0 {
			hull = hull[:len(hull)-1]
		}
		hull = append(hull, pts[i])
	}
	return hull[:len(hull)-1]
}

func (p Polygon) Area() (area float64) {
	for i, a := range p {
		area += a.Cross(p[(i+1)%len(p)])
	}
	return math.Abs(area) / 2
}

func (p Polygon) Perimeter() float64 {
	sum := 0.0
	for i := range p {
		sum += p[i].Dist(p[(i+1)%len(p)])
	}
	return sum
}

func (p Polygon) Contains(q Point) bool {
	for i, a := range p {
		if turn(a, p[(i+1)%len(p)], q) < 0 {
			return false
		}
	}
	return len(p) > 2
}

func main() {
	var cloud []Point
	seed := uint32(12345)
	coordinate := func() float64 {
		seed = seed*1103515245 + 12345
		return float64(seed>>16%200)/10 - 10
	}
	for i := 0; i < 50; i++ {
		x := coordinate()
		y := coordinate()
		cloud = append(cloud, Point{x, y})
	}

	square := []Point{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {2, 2}, {2, 0}, {1, 3}}
	for _, set := range [][]Point{square, cloud, {{0, 0}, {1, 1}, {2, 2}}} {
		hull := Hull(set)
		fmt.Printf("%d points, %d on the hull\n", len(set), len(hull))
		for _, p := range hull {
			fmt.Println("  ", p)
		}
		fmt.Printf("  area %.3f, perimeter %.3f\n", hull.Area(), hull.Perimeter())
		inside := 0
		for _, p := range set {
			if hull.Contains(p) {
				inside++
			}
		}
		fmt.Printf("  contains %d of them, (1, 2.5): %t, (50, 0): %t\n", inside, hull.Contains(Point{1, 2.5}), hull.Contains(Point{X: 50}))
	}
}
