package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
)

const input = `name,team,points,ratio
"Doe, Jane",red,31,0.75
Émile,blue,7,0.5
Bob,red,x,0.1
Zoë,blue,112,1
Ann,green,31,0.333
`

type player struct {
	name, team string
	points     int
	ratio      float64
}

func readPlayers(r io.Reader) ([]player, []error) {
	cr := csv.NewReader(r)
	if _, err := cr.Read(); err != nil {
		return nil, []error{err}
	}
	var players []player
	var errs []error
	for row := 2; ; row++ {
		rec, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return players, errs
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		points, err := strconv.Atoi(rec[2])
		if err != nil {
			errs = append(errs, fmt.Errorf("row %d: %s has no points (%q)", row, rec[0], rec[2]))
			continue
		}
		ratio, _ := strconv.ParseFloat(rec[3], 64)
		players = append(players, player{rec[0], rec[1], points, ratio})
	}
}

func main() {
	players, errs := readPlayers(strings.NewReader(input))
	for _, err := range errs {
		fmt.Println("warning:", err)
	}
	sort.SliceStable(players, func(i, j int) bool { return players[i].points > players[j].points })

	width := len("name")
	for _, p := range players {
		width = max(width, len([]rune(p.name)))
	}
	fmt.Printf("%-*s  %-5s %6s %6s\n", width, "name", "team", "points", "ratio")
	fmt.Println(strings.Repeat("-", width+21))
	teams := map[string]int{}
	for _, p := range players {
		fmt.Printf("%-*s  %-5s %6d %5.1f%%\n", width, p.name, p.team, p.points, p.ratio*100)
		teams[p.team] += p.points
	}

	w := csv.NewWriter(os.Stdout)
	w.Comma = ';'
	w.Write([]string{"team", "total"})
	for _, team := range []string{"blue", "green", "red"} {
		w.Write([]string{team + "; " + strings.ToUpper(team[:1]), strconv.Itoa(teams[team])})
	}
	w.Flush()
}
