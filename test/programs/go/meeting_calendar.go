package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"time"
)

const layout = "2006-01-02 15:04"

type Meeting struct {
	Title    string
	Start    time.Time
	Duration time.Duration
}

func (m Meeting) End() time.Time { return m.Start.Add(m.Duration) }

func (m Meeting) Overlaps(o Meeting) bool {
	return m.Start.Before(o.End()) && o.Start.Before(m.End())
}

func parseMeeting(line string) (Meeting, error) {
	parts := strings.Split(line, ";")
	if len(parts) != 3 {
		return Meeting{}, fmt.Errorf("line %q: want 3 fields, got %d", line, len(parts))
	}
	start, err := time.Parse(layout, strings.TrimSpace(parts[0]))
	if err != nil {
		return Meeting{}, fmt.Errorf("bad start %q", parts[0])
	}
	d, err := time.ParseDuration(strings.TrimSpace(parts[1]))
	if err != nil || d <= 0 {
		return Meeting{}, fmt.Errorf("bad duration %q", parts[1])
	}
	return Meeting{strings.TrimSpace(parts[2]), start, d}, nil
}

var plan = []string{
	"2024-02-28 09:00; 1h30m; Planning",
	"2024-02-29 14:15; 45m; Leap day review",
	"2024-02-28 10:00; 30m; Stand-up",
	"2024-03-01 08:00; 26h; Hackathon",
	"2024-02-28 23:30; 1h; Night deploy",
	"2024-03-01 16:00; 15m; Demo",
	"2024-02-30 10:00; 1h; Nonsense",
	"2024-03-04 10:00; -5m; Backwards",
	"no meeting at all",
}

func main() {
	logger := log.New(os.Stdout, "skip: ", 0)
	var meetings []Meeting
	for _, line := range plan {
		m, err := parseMeeting(line)
		if err != nil {
			logger.Println(err)
			continue
		}
		meetings = append(meetings, m)
	}
	slices.SortFunc(meetings, func(a, b Meeting) int { return a.Start.Compare(b.Start) })

	var day string
	perDay := map[string]time.Duration{}
	for _, m := range meetings {
		if d := m.Start.Format("Mon 2 Jan 2006"); d != day {
			day = d
			fmt.Printf("%s (day %d)\n", day, m.Start.YearDay())
		}
		end := m.End().Format("15:04")
		if m.End().Day() != m.Start.Day() {
			end = m.End().Format("Mon 15:04")
		}
		fmt.Printf("  %s-%s %s (%v)\n", m.Start.Format("15:04"), end, m.Title, m.Duration)
		perDay[m.Start.Weekday().String()] += m.Duration
	}

	for i, a := range meetings {
		for _, b := range meetings[i+1:] {
			if a.Overlaps(b) {
				fmt.Printf("conflict: %s / %s\n", a.Title, b.Title)
			}
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if total, ok := perDay[d.String()]; ok {
			fmt.Printf("%.3s %5.2fh %s\n", d, total.Hours(), strings.Repeat("=", int(total/time.Hour)))
		}
	}
	first, last := meetings[0], meetings[len(meetings)-1]
	span := last.End().Sub(first.Start)
	fmt.Println("span:", span, "=", span.Round(24*time.Hour))
	fmt.Println("follow-up:", first.Start.AddDate(0, 1, 2).Format(time.RFC3339), first.Start.Month())
}
