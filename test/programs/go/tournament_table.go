package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

type team struct {
	name                string
	won, drawn, lost    int
	goalsFor, goalsAway int
}

func (t *team) points() int { return 3*t.won + t.drawn }
func (t *team) played() int { return t.won + t.drawn + t.lost }
func (t *team) diff() int   { return t.goalsFor - t.goalsAway }

func (t *team) record(scored, conceded int) {
	t.goalsFor += scored
	t.goalsAway += conceded
	switch {
	case scored > conceded:
		t.won++
	case scored < conceded:
		t.lost++
	default:
		t.drawn++
	}
}

func main() {
	teams := make(map[string]*team)
	get := func(name string) *team {
		t, ok := teams[name]
		if !ok {
			t = &team{name: name}
			teams[name] = t
		}
		return t
	}

	sc := bufio.NewScanner(os.Stdin)
	lineNo := 0
	for sc.Scan() {
		lineNo++
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		// Home;Away;2:1
		fields := strings.Split(line, ";")
		if len(fields) != 3 {
			fmt.Printf("line %d: want 3 fields, got %d\n", lineNo, len(fields))
			continue
		}
		var a, b int
		if _, err := fmt.Sscanf(fields[2], "%d:%d", &a, &b); err != nil {
			fmt.Printf("line %d: bad score %q\n", lineNo, fields[2])
			continue
		}
		get(fields[0]).record(a, b)
		get(fields[1]).record(b, a)
	}
	if err := sc.Err(); err != nil {
		fmt.Fprintln(os.Stderr, "read:", err)
		os.Exit(1)
	}

	ranking := make([]*team, 0, len(teams))
	for _, t := range teams {
		ranking = append(ranking, t)
	}
	sort.Slice(ranking, func(i, j int) bool {
		a, b := ranking[i], ranking[j]
		if a.points() != b.points() {
			return a.points() > b.points()
		}
		if a.diff() != b.diff() {
			return a.diff() > b.diff()
		}
		return a.name < b.name
	})

	fmt.Printf("%3s %-20s|%3s |%3s |%3s |%3s |%6s |%4s |%3s\n", "#", "Team", "P", "W", "D", "L", "Goals", "+/-", "Pts")
	fmt.Println(strings.Repeat("-", 66))
	for i, t := range ranking {
		goals := fmt.Sprintf("%d:%d", t.goalsFor, t.goalsAway)
		fmt.Printf("%3d %-20s|%3d |%3d |%3d |%3d |%6s |%+4d |%3d\n",
			i+1, t.name, t.played(), t.won, t.drawn, t.lost, goals, t.diff(), t.points())
	}
}
