package main

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

const layout = "2006-01-02"

// Range is a span of days; both ends belong to it.
type Range struct {
	From, To time.Time
}

func parseRange(s string) (Range, error) {
	a, b, ok := strings.Cut(s, "..")
	if !ok {
		b = a
	}
	from, err := time.Parse(layout, a)
	if err != nil {
		return Range{}, fmt.Errorf("range %q: bad start", s)
	}
	to, err := time.Parse(layout, b)
	if err != nil {
		return Range{}, fmt.Errorf("range %q: bad end", s)
	}
	if to.Before(from) {
		return Range{}, fmt.Errorf("range %q: ends %d days before it starts", s, int(from.Sub(to).Hours()/24))
	}
	return Range{from, to}, nil
}

func (r Range) Days() int {
	return int(r.To.Sub(r.From)/(24*time.Hour)) + 1
}

func (r Range) String() string {
	if r.From.Equal(r.To) {
		return r.From.Format("2 Jan 2006")
	}
	if r.From.Year() == r.To.Year() && r.From.Month() == r.To.Month() {
		return fmt.Sprintf("%d-%s", r.From.Day(), r.To.Format("2 Jan 2006"))
	}
	return r.From.Format("2 Jan") + " - " + r.To.Format("2 Jan 2006")
}

// merge joins ranges that overlap or touch.
func merge(ranges []Range) []Range {
	sort.Slice(ranges, func(i, j int) bool { return ranges[i].From.Before(ranges[j].From) })
	var out []Range
	for _, r := range ranges {
		if n := len(out); n > 0 && !r.From.After(out[n-1].To.AddDate(0, 0, 1)) {
			if r.To.After(out[n-1].To) {
				out[n-1].To = r.To
			}
			continue
		}
		out = append(out, r)
	}
	return out
}

func workdays(r Range) (n int) {
	for d := r.From; !d.After(r.To); d = d.AddDate(0, 0, 1) {
		switch d.Weekday() {
		case time.Saturday, time.Sunday:
		default:
			n++
		}
	}
	return n
}

func main() {
	inputs := "2024-02-26..2024-03-01 2024-07-14 2024-03-02..2024-03-03 2024-12-20..2024-12-31 2024-12-31..2024-12-24 2024-02-30 2024-12-28..2024-12-29"
	var ranges []Range
	for _, s := range strings.Split(inputs, " ") {
		r, err := parseRange(s)
		if err != nil {
			fmt.Println("skip:", err)
			continue
		}
		ranges = append(ranges, r)
	}
	total := 0
	for _, r := range merge(ranges) {
		fmt.Printf("%-22v %3d days, %d workdays, starts %v\n", r, r.Days(), workdays(r), r.From.Weekday())
		total += r.Days()
	}
	fmt.Println("total", total)
	end := time.Date(2024, time.January, 31, 12, 0, 0, 0, time.UTC)
	for i := 1; i <= 3; i++ {
		fmt.Println(end.AddDate(0, i, 0).Format(time.RFC1123))
	}
}
