package main

import (
	"encoding/json"
	"fmt"
	"log"
	"slices"
	"strings"
	"time"
)

type Plan int

const (
	Monthly Plan = iota + 1
	Quarterly
	Yearly
)

func (p Plan) String() string {
	switch p {
	case Monthly:
		return "monthly"
	case Quarterly:
		return "quarterly"
	case Yearly:
		return "yearly"
	}
	return fmt.Sprintf("Plan(%d)", int(p))
}

func (p Plan) Months() int {
	return map[Plan]int{Monthly: 1, Quarterly: 3, Yearly: 12}[p]
}

type Subscription struct {
	Customer string     `json:"customer"`
	Plan     Plan       `json:"plan"`
	Start    time.Time  `json:"start"`
	Canceled *time.Time `json:"canceled,omitempty"`
	Note     string     `json:"-"`
}

// Renewals lists the billing days before the limit.
func (s Subscription) Renewals(limit time.Time) []time.Time {
	var days []time.Time
	for n := 0; ; n++ {
		day := s.Start.AddDate(0, n*s.Plan.Months(), 0)
		if !day.Before(limit) || s.Canceled != nil && day.After(*s.Canceled) {
			return days
		}
		days = append(days, day)
	}
}

func main() {
	input := `[
		{"customer": "Ines", "plan": 1, "start": "2024-01-15T09:30:00Z"},
		{"customer": "Omar", "plan": 3, "start": "2022-02-28T00:00:00Z"},
		{"customer": "Lena", "plan": 2, "start": "2023-11-01T18:05:09Z", "canceled": "2024-05-01T00:00:00Z"}
	]`
	var subs []Subscription
	if err := json.Unmarshal([]byte(input), &subs); err != nil {
		log.Fatal(err)
	}
	slices.SortFunc(subs, func(a, b Subscription) int { return a.Start.Compare(b.Start) })

	limit := time.Date(2024, time.July, 1, 0, 0, 0, 0, time.UTC)
	type bill struct {
		day  time.Time
		name string
	}
	var bills []bill
	for _, s := range subs {
		days := s.Renewals(limit)
		fmt.Printf("%-5s %-10v since %s, %d bills\n", s.Customer, s.Plan, s.Start.Format("02 Jan 2006 15:04"), len(days))
		for _, d := range days {
			bills = append(bills, bill{d, s.Customer})
		}
	}
	slices.SortStableFunc(bills, func(a, b bill) int {
		if c := b.day.Compare(a.day); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	for _, b := range bills[:6] {
		age := limit.Sub(b.day).Hours() / 24
		fmt.Printf("%s  %-9s day %3d  %5.1f days ago  %s\n", b.day.Format(time.DateOnly), b.day.Weekday(), b.day.YearDay(), age, b.name)
	}

	subs[0].Note = "not exported"
	subs[0].Plan = Monthly
	out, err := json.MarshalIndent(subs[:2], "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(out))

	if _, err := time.Parse("2006-01-02", "2023-02-30"); err != nil {
		fmt.Println("bad date")
	}
	fmt.Println(Plan(9), Yearly.Months())
}
