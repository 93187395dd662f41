package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

const raw = `2024-02-28T23:59:58Z INFO  api     started version=1.4.2
2024-02-29T00:00:03Z WARN  db      slow query took=1.25s
2024-02-29T00:00:07Z ERROR api     request failed code=502 took=300ms
garbage without a date
2024-02-29T00:10:00Z DEBUG cache   miss key=user:17
2024-02-29T00:11:30Z ERROR db      connection lost took=2m
2024-02-29T00:12:00Z INFO  db      reconnected took=45s
2024-03-01T06:30:00Z FATAL api     out of memory`

type Level int

const (
	Debug Level = iota
	Info
	Warn
	Error
)

func (l Level) String() string { return [...]string{"DEBUG", "INFO", "WARN", "ERROR"}[l] }

func parseLevel(s string) (Level, error) {
	for l := Debug; l <= Error; l++ {
		if l.String() == s {
			return l, nil
		}
	}
	return 0, fmt.Errorf("unknown level %q", s)
}

type Record struct {
	When    time.Time
	Level   Level
	Source  string
	Message string
	Took    time.Duration
}

func parseRecord(line string) (Record, error) {
	fields := strings.Fields(line)
	if len(fields) < 4 {
		return Record{}, fmt.Errorf("only %d fields", len(fields))
	}
	when, err := time.Parse(time.RFC3339, fields[0])
	if err != nil {
		return Record{}, fmt.Errorf("bad time %q", fields[0])
	}
	level, err := parseLevel(fields[1])
	if err != nil {
		return Record{}, err
	}
	rec := Record{When: when, Level: level, Source: fields[2]}
	var words []string
	for _, f := range fields[3:] {
		if value, ok := strings.CutPrefix(f, "took="); ok {
			if rec.Took, err = time.ParseDuration(value); err != nil {
				return rec, fmt.Errorf("bad duration: %w", err)
			}
			continue
		}
		words = append(words, f)
	}
	rec.Message = strings.Join(words, " ")
	return rec, nil
}

func main() {
	var records []Record
	for i, line := range strings.Split(raw, "\n") {
		rec, err := parseRecord(line)
		if err != nil {
			fmt.Fprintf(os.Stdout, "skipping line %d: %v\n", i+1, err)
			continue
		}
		records = append(records, rec)
	}

	bySource := make(map[string][]Record)
	for _, r := range records {
		bySource[r.Source] = append(bySource[r.Source], r)
	}
	sources := make([]string, 0, len(bySource))
	for s := range bySource {
		sources = append(sources, s)
	}
	slices.Sort(sources)
	for _, s := range sources {
		var total time.Duration
		worst := Debug
		for _, r := range bySource[s] {
			total += r.Took
			worst = max(worst, r.Level)
		}
		fmt.Printf("%-6s %d records, worst %-5v, busy %v (%.1fs)\n", s, len(bySource[s]), worst, total, total.Seconds())
	}

	slices.SortStableFunc(records, func(a, b Record) int { return int(b.Level) - int(a.Level) })
	for _, r := range records {
		fmt.Printf("%s %5v %s\n", r.When.Format("Mon Jan _2 15:04:05"), r.Level, r.Message)
	}

	first := slices.MinFunc(records, func(a, b Record) int { return a.When.Compare(b.When) })
	last := slices.MaxFunc(records, func(a, b Record) int { return a.When.Compare(b.When) })
	fmt.Println("span:", last.When.Sub(first.When), "year day", last.When.YearDay())
}
