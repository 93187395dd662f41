package main

import "fmt"

type Unit struct {
	Name, Kind string
	Factor     float64
	Offset     float64
}

var units = map[string]Unit{
	"m":  {"metre", "length", 1, 0},
	"ft": {"foot", "length", 0.3048, 0},
	"mi": {"mile", "length", 1609.344, 0},
	"kg": {"kilogram", "mass", 1, 0},
	"lb": {"pound", "mass", 0.45359237, 0},
	"K":  {"kelvin", "temperature", 1, 0},
	"C":  {"celsius", "temperature", 1, 273.15},
	"F":  {"fahrenheit", "temperature", 5.0 / 9, 459.67 * 5 / 9},
}

func convert(v float64, from, to string) (float64, error) {
	a, ok := units[from]
	if !ok {
		return 0, fmt.Errorf("unknown unit %q", from)
	}
	b, ok := units[to]
	if !ok {
		return 0, fmt.Errorf("unknown unit %q", to)
	}
	if a.Kind != b.Kind {
		return 0, fmt.Errorf("%s is a %s, %s is a %s", a.Name, a.Kind, b.Name, b.Kind)
	}
	return (v*a.Factor + a.Offset - b.Offset) / b.Factor, nil
}

func main() {
	queries := []struct {
		value    float64
		from, to string
	}{
		{26.2, "mi", "m"}, {6, "ft", "m"}, {180, "lb", "kg"},
		{-40, "C", "F"}, {98.6, "F", "C"}, {0, "K", "C"},
		{1, "kg", "ft"}, {1, "parsec", "m"},
	}
	for _, q := range queries {
		got, err := convert(q.value, q.from, q.to)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Printf("%8.2f %-3s = %10.3f %s\n", q.value, q.from, got, q.to)
	}
}
