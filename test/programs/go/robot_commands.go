package main

import (
	"errors"
	"fmt"
	"log"
	"strconv"
	"strings"
)

// Commands for a robot on a grid: parse a small program, run it, undo it.

type Heading int

const (
	North Heading = iota
	East
	South
	West
)

func (h Heading) String() string { return [...]string{"north", "east", "south", "west"}[h] }

type (
	Move   struct{ Steps int }
	Turn   struct{ Right bool }
	Pen    struct{ Down bool }
	Repeat struct {
		Times int
		Body  []Command
	}
	Command any
)

var ErrWall = errors.New("robot hit the wall")

type Robot struct {
	x, y    int
	heading Heading
	drawing bool
	canvas  [][]byte
}

func NewRobot(width, height int) *Robot {
	r := &Robot{x: width / 2, y: height / 2}
	for i := 0; i < height; i++ {
		r.canvas = append(r.canvas, []byte(strings.Repeat(".", width)))
	}
	return r
}

func (r *Robot) Run(commands []Command) error {
	for _, cmd := range commands {
		switch c := cmd.(type) {
		case Move:
			if err := r.move(c.Steps); err != nil {
				return fmt.Errorf("move %d: %w", c.Steps, err)
			}
		case Turn:
			if c.Right {
				r.heading = (r.heading + 1) % 4
			} else {
				r.heading = (r.heading + 3) % 4
			}
		case Pen:
			r.drawing = c.Down
		case Repeat:
			for i := range c.Times {
				if err := r.Run(c.Body); err != nil {
					return fmt.Errorf("repetition %d: %w", i+1, err)
				}
			}
		default:
			return fmt.Errorf("unknown command %T", c)
		}
	}
	return nil
}

func (r *Robot) move(steps int) error {
	dx := [4]int{0, 1, 0, -1}[r.heading]
	dy := [4]int{-1, 0, 1, 0}[r.heading]
	for ; steps > 0; steps-- {
		x, y := r.x+dx, r.y+dy
		if y < 0 || y >= len(r.canvas) || x < 0 || x >= len(r.canvas[y]) {
			return fmt.Errorf("%w at (%d,%d) heading %v", ErrWall, r.x, r.y, r.heading)
		}
		if r.drawing {
			r.canvas[r.y][r.x] = '#'
		}
		r.x, r.y = x, y
	}
	return nil
}

func parse(tokens []string) (program []Command, rest []string, err error) {
	for len(tokens) > 0 {
		token := tokens[0]
		tokens = tokens[1:]
		switch {
		case token == "]":
			return program, tokens, nil
		case token == "L", token == "R":
			program = append(program, Turn{Right: token == "R"})
		case token == "up" || token == "down":
			program = append(program, Pen{token == "down"})
		case strings.HasSuffix(token, "["):
			times, err := strconv.Atoi(strings.TrimSuffix(token, "["))
			if err != nil {
				return nil, nil, fmt.Errorf("bad repeat %q", token)
			}
			var body []Command
			if body, tokens, err = parse(tokens); err != nil {
				return nil, nil, err
			}
			program = append(program, Repeat{times, body})
		default:
			steps, err := strconv.Atoi(token)
			if err != nil {
				return nil, nil, fmt.Errorf("bad command %q", token)
			}
			program = append(program, Move{steps})
		}
	}
	return program, nil, nil
}

func main() {
	for _, source := range []string{"down 4[ 3 R ] up 1", "down 3[ 1 R 1 L ]", "2[ 2 R ] 9", "L L jump", "x[ 1 ]", "R"} {
		program, _, err := parse(strings.Fields(source))
		if err != nil {
			fmt.Printf("%q: %v\n", source, err)
			continue
		}
		robot := NewRobot(9, 7)
		err = robot.Run(program)
		fmt.Printf("%q: (%d,%d) facing %v, %d commands\n", source, robot.x, robot.y, robot.heading, len(program))
		if errors.Is(err, ErrWall) {
			fmt.Println("  stopped:", err)
		}
		for _, row := range robot.canvas {
			if line := strings.TrimRight(string(row), "."); line != "" {
				fmt.Println(" ", line)
			}
		}
	}
	if err := NewRobot(3, 3).Run([]Command{Pen{true}, Move{1}, "dance"}); err != nil {
		log.Fatal("robot: ", err)
	}
}
