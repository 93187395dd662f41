package main

import (
	"fmt"
	"strings"
)

type Point struct{ X, Y int }

type Canvas struct {
	cells         [][]rune
	width, height int
}

func NewCanvas(w, h int) *Canvas {
	c := &Canvas{width: w, height: h}
	for range h {
		c.cells = append(c.cells, []rune(strings.Repeat("·", w)))
	}
	return c
}

func (c *Canvas) String() string {
	var sb strings.Builder
	for _, row := range c.cells {
		sb.WriteString(string(row))
		sb.WriteByte('\n')
	}
	return sb.String()
}

// Action draws something and returns the function that takes it back.
type Action func(c *Canvas) (undo func())

func set(c *Canvas, p Point, r rune) func() {
	if p.X < 0 || p.Y < 0 || p.X >= c.width || p.Y >= c.height {
		return func() {}
	}
	old := c.cells[p.Y][p.X]
	c.cells[p.Y][p.X] = r
	return func() { c.cells[p.Y][p.X] = old }
}

func combine(undos []func()) func() {
	return func() {
		for i := len(undos) - 1; i >= 0; i-- {
			undos[i]()
		}
	}
}

func Box(from, to Point, r rune) Action {
	return func(c *Canvas) func() {
		var undos []func()
		for x := from.X; x <= to.X; x++ {
			undos = append(undos, set(c, Point{x, from.Y}, r), set(c, Point{x, to.Y}, r))
		}
		for y := from.Y; y <= to.Y; y++ {
			undos = append(undos, set(c, Point{from.X, y}, r), set(c, Point{to.X, y}, r))
		}
		return combine(undos)
	}
}

func Text(at Point, s string) Action {
	return func(c *Canvas) func() {
		var undos []func()
		for i, r := range []rune(s) {
			undos = append(undos, set(c, Point{at.X + i, at.Y}, r))
		}
		return combine(undos)
	}
}

func Fill(at Point, r rune) Action {
	return func(c *Canvas) func() {
		var undos []func()
		target := c.cells[at.Y][at.X]
		if target == r {
			return combine(nil)
		}
		queue := []Point{at}
		for len(queue) > 0 {
			p := queue[0]
			queue = queue[1:]
			if p.X < 0 || p.Y < 0 || p.X >= c.width || p.Y >= c.height || c.cells[p.Y][p.X] != target {
				continue
			}
			undos = append(undos, set(c, p, r))
			for _, d := range [4]Point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				queue = append(queue, Point{p.X + d.X, p.Y + d.Y})
			}
		}
		return combine(undos)
	}
}

type step struct {
	action Action
	undo   func()
}

type History struct {
	canvas *Canvas
	done   []step
	undone []Action
}

func (h *History) Do(a Action) {
	h.done = append(h.done, step{a, a(h.canvas)})
	h.undone = nil
}

func (h *History) Undo() bool {
	if len(h.done) == 0 {
		return false
	}
	last := h.done[len(h.done)-1]
	h.done = h.done[:len(h.done)-1]
	last.undo()
	h.undone = append(h.undone, last.action)
	return true
}

func (h *History) Redo() bool {
	n := len(h.undone)
	if n == 0 {
		return false
	}
	a := h.undone[n-1]
	h.undone = h.undone[:n-1]
	h.done = append(h.done, step{a, a(h.canvas)})
	return true
}

func main() {
	canvas := NewCanvas(16, 5)
	h := &History{canvas: canvas}
	empty := canvas.String()
	h.Do(Box(Point{1, 0}, Point{10, 4}, '#'))
	h.Do(Text(Point{3, 2}, "größe → ok"))
	h.Do(Fill(Point{2, 1}, '~'))
	fmt.Print(canvas)
	fmt.Println(h.Undo(), h.Undo(), h.Redo())
	fmt.Print(canvas)
	for h.Undo() {
	}
	fmt.Println("clean again:", canvas.String() == empty, "redo:", len(h.undone), h.Redo(), h.Redo(), h.Redo(), h.Redo())
}
