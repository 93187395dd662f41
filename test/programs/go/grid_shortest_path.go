package main

import (
	"container/heap"
	"fmt"
	"strings"
)

// A cell costs its digit to enter; '#' is a wall.
var board = []string{
	"S131#1111",
	"9#91#1##1",
	"11912191#",
	"1###9#11E",
	"111111191",
}

type point struct{ row, col int }

func (p point) String() string { return fmt.Sprintf("(%d,%d)", p.row, p.col) }

type entry struct {
	at   point
	cost int
}

type frontier []entry

func (f frontier) Len() int { return len(f) }
func (f frontier) Less(i, j int) bool {
	if f[i].cost != f[j].cost {
		return f[i].cost < f[j].cost
	}
	if f[i].at.row != f[j].at.row {
		return f[i].at.row < f[j].at.row
	}
	return f[i].at.col < f[j].at.col
}
func (f frontier) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)   { *f = append(*f, x.(entry)) }
func (f *frontier) Pop() any {
	old := *f
	last := old[len(old)-1]
	*f = old[:len(old)-1]
	return last
}

type grid struct {
	cells      [][]byte
	start, end point
}

func parse(lines []string) (*grid, error) {
	g := &grid{start: point{-1, -1}, end: point{-1, -1}}
	for r, line := range lines {
		if r > 0 && len(line) != len(lines[0]) {
			return nil, fmt.Errorf("row %d has %d cells, want %d", r, len(line), len(lines[0]))
		}
		for c := 0; c < len(line); c++ {
			switch ch := line[c]; {
			case ch == 'S':
				g.start = point{r, c}
			case ch == 'E':
				g.end = point{r, c}
			case ch != '#' && (ch < '1' || ch > '9'):
				return nil, fmt.Errorf("bad cell %q at %v", ch, point{r, c})
			}
		}
		g.cells = append(g.cells, []byte(line))
	}
	if g.start.row < 0 || g.end.row < 0 {
		return nil, fmt.Errorf("start or end is missing")
	}
	return g, nil
}

func (g *grid) cost(p point) (int, bool) {
	if p.row < 0 || p.row >= len(g.cells) || p.col < 0 || p.col >= len(g.cells[0]) {
		return 0, false
	}
	switch ch := g.cells[p.row][p.col]; ch {
	case '#':
		return 0, false
	case 'S', 'E':
		return 1, true
	default:
		return int(ch - '0'), true
	}
}

// shortest runs Dijkstra's algorithm and returns the path, ends included.
func (g *grid) shortest() ([]point, int, bool) {
	dist := map[point]int{g.start: 0}
	prev := make(map[point]point)
	queue := &frontier{{g.start, 0}}
	for queue.Len() > 0 {
		cur := heap.Pop(queue).(entry)
		if cur.at == g.end {
			path := []point{g.end}
			for at := g.end; at != g.start; {
				at = prev[at]
				path = append([]point{at}, path...)
			}
			return path, cur.cost, true
		}
		if cur.cost > dist[cur.at] {
			continue
		}
		for _, d := range [...]point{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			next := point{cur.at.row + d.row, cur.at.col + d.col}
			step, ok := g.cost(next)
			if !ok {
				continue
			}
			total := cur.cost + step
			if old, seen := dist[next]; !seen || total < old {
				dist[next] = total
				prev[next] = cur.at
				heap.Push(queue, entry{next, total})
			}
		}
	}
	return nil, 0, false
}

func main() {
	cases := [][]string{board, {"S#E"}, {"S1E", "11"}, {"S?E"}, {"S11"}}
	for i, lines := range cases {
		g, err := parse(lines)
		if err != nil {
			fmt.Printf("case %d: error: %v\n", i+1, err)
			continue
		}
		path, cost, ok := g.shortest()
		if !ok {
			fmt.Printf("case %d: no path from %v to %v\n", i+1, g.start, g.end)
			continue
		}
		fmt.Printf("case %d: cost %d in %d steps\n", i+1, cost, len(path)-1)
		for _, p := range path[1 : len(path)-1] {
			g.cells[p.row][p.col] = '*'
		}
		for _, row := range g.cells {
			fmt.Println(strings.ReplaceAll(string(row), "#", "█"))
		}
		fmt.Println(path[:4], "...")
	}
}
