package main

import (
	"fmt"
	"math"
)

type Vec struct{ X, Y float64 }

func (a Vec) Add(b Vec) Vec       { return Vec{a.X + b.X, a.Y + b.Y} }
func (a Vec) Scale(k float64) Vec { return Vec{a.X * k, a.Y * k} }
func (a Vec) Sub(b Vec) Vec       { return a.Add(b.Scale(-1)) }
func (a Vec) Dot(b Vec) float64   { return a.X*b.X + a.Y*b.Y }
func (a Vec) Len() float64        { return math.Hypot(a.X, a.Y) }
func (a Vec) String() string      { return fmt.Sprintf("(%.3f, %.3f)", a.X, a.Y) }

func (a Vec) Rotate(degrees float64) Vec {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return Vec{a.X*cos - a.Y*sin, a.X*sin + a.Y*cos}
}

// Body is a ball that loses some speed with each bounce.
type Body struct {
	Pos, Vel Vec
	Bounces  int
}

func (b *Body) Step(dt float64, gravity Vec) {
	b.Vel = b.Vel.Add(gravity.Scale(dt))
	b.Pos = b.Pos.Add(b.Vel.Scale(dt))
	if b.Pos.Y < 0 {
		b.Pos.Y = -b.Pos.Y
		b.Vel.Y *= -0.8
		b.Bounces++
	}
}

func main() {
	a, b := Vec{3, 4}, Vec{-1, 0.5}
	fmt.Println(a.Add(b), a.Sub(b), a.Scale(0.5), a.Dot(b), a.Len())
	fmt.Println(a.Rotate(90), a.Rotate(180).Rotate(180))
	fmt.Println(a == Vec{3, 4}, a == b)

	ball := Body{Pos: Vec{0, 2}, Vel: Vec{1.5, 0}}
	initial := ball // a copy, it must not move
	for step := 1; step <= 40; step++ {
		ball.Step(0.05, Vec{Y: -9.81})
		if step%8 == 0 {
			fmt.Printf("t=%.2f pos=%v speed=%6.3f bounces=%d\n", float64(step)*0.05, ball.Pos, ball.Vel.Len(), ball.Bounces)
		}
	}
	fmt.Println("moved by", ball.Pos.Sub(initial.Pos))

	bodies := []Body{ball, initial}
	for _, body := range bodies {
		body.Bounces = 100
	}
	for i := range bodies {
		bodies[i].Vel.X = float64(i)
	}
	fmt.Printf("%+v\n", bodies[1])
	fmt.Println(bodies[0].Bounces, bodies[0].Vel.X, ball.Vel.X)
}
