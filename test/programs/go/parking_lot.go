// Command parking_lot simulates a small parking garage.
package main

import (
	"errors"
	"fmt"
	"sort"
	"time"
)

type VehicleKind int

const (
	Motorcycle VehicleKind = iota
	Car
	Truck
)

func (k VehicleKind) String() string {
	return [...]string{"motorcycle", "car", "truck"}[k]
}

var (
	ErrFull          = errors.New("no free spot")
	ErrAlreadyParked = errors.New("already parked")
	ErrNotFound      = errors.New("vehicle not found")
)

type Spot struct {
	Level, Number int
	Size          VehicleKind
	plate         string
}

type Ticket struct {
	Plate   string
	Spot    *Spot
	Entered time.Time
}

type Garage struct {
	spots   []*Spot
	tickets map[string]Ticket
	rates   map[VehicleKind]int // cents per started hour
	revenue int
}

func NewGarage(levels int) *Garage {
	g := &Garage{
		tickets: make(map[string]Ticket),
		rates:   map[VehicleKind]int{Motorcycle: 100, Car: 250, Truck: 600},
	}
	for level := 1; level <= levels; level++ {
		for n, size := range []VehicleKind{Motorcycle, Car, Car, Truck} {
			g.spots = append(g.spots, &Spot{Level: level, Number: n + 1, Size: size})
		}
	}
	return g
}

// Park puts the vehicle in the smallest spot it fits into.
func (g *Garage) Park(plate string, kind VehicleKind, at time.Time) (Ticket, error) {
	if _, ok := g.tickets[plate]; ok {
		return Ticket{}, fmt.Errorf("park %s: %w", plate, ErrAlreadyParked)
	}
	var best *Spot
	for _, s := range g.spots {
		if s.plate != "" || s.Size < kind {
			continue
		}
		if best == nil || s.Size < best.Size {
			best = s
		}
	}
	if best == nil {
		return Ticket{}, fmt.Errorf("park %v %s: %w", kind, plate, ErrFull)
	}
	best.plate = plate
	t := Ticket{Plate: plate, Spot: best, Entered: at}
	g.tickets[plate] = t
	return t, nil
}

func (g *Garage) Leave(plate string, at time.Time) (int, error) {
	t, ok := g.tickets[plate]
	if !ok {
		return 0, fmt.Errorf("leave %q: %w", plate, ErrNotFound)
	}
	hours := int(at.Sub(t.Entered) / time.Hour)
	if at.Sub(t.Entered)%time.Hour != 0 {
		hours++
	}
	fee := hours * g.rates[t.Spot.Size]
	g.revenue += fee
	t.Spot.plate = ""
	delete(g.tickets, plate)
	return fee, nil
}

func (g *Garage) Parked() []string {
	plates := make([]string, 0, len(g.tickets))
	for p := range g.tickets {
		plates = append(plates, p)
	}
	sort.Strings(plates)
	return plates
}

func main() {
	garage := NewGarage(1)
	open := time.Date(2024, time.March, 4, 8, 0, 0, 0, time.UTC)

	arrivals := []struct {
		plate string
		kind  VehicleKind
	}{
		{"B-17", Car}, {"M-01", Motorcycle}, {"M-02", Motorcycle},
		{"T-99", Truck}, {"B-17", Car}, {"C-44", Car},
	}
	for i, a := range arrivals {
		at := open.Add(time.Duration(i*10) * time.Minute)
		t, err := garage.Park(a.plate, a.kind, at)
		switch {
		case errors.Is(err, ErrFull):
			fmt.Println("FULL:", err)
		case err != nil:
			fmt.Println("error:", err)
		default:
			fmt.Printf("%s %-10v %s -> level %d spot %d\n", at.Format("15:04"), a.kind, a.plate, t.Spot.Level, t.Spot.Number)
		}
	}
	fmt.Println("inside:", garage.Parked())

	for _, plate := range []string{"M-01", "T-99", "X-00"} {
		fee, err := garage.Leave(plate, open.Add(3*time.Hour+30*time.Minute))
		if err != nil {
			fmt.Println("error:", err, errors.Is(err, ErrNotFound))
			continue
		}
		fmt.Printf("%s pays $%d.%02d\n", plate, fee/100, fee%100)
	}
	fmt.Printf("inside: %v, revenue %d\n", garage.Parked(), garage.revenue)
}
