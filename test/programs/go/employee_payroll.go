package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"text/tabwriter"
)

// Payable is anything that shows up on the payroll.
type Payable interface {
	ID() int
	FullName() string
	MonthlyPay() float64
}

type Person struct {
	First, Last string
}

func (p Person) FullName() string {
	return p.Last + ", " + p.First
}

type Employee struct {
	Person
	id         int
	Department string
}

func (e *Employee) ID() int { return e.id }

type Salaried struct {
	Employee
	Annual float64
}

func (s *Salaried) MonthlyPay() float64 { return s.Annual / 12 }

type Hourly struct {
	Employee
	Rate  float64
	Hours []float64 // per week
}

func (h *Hourly) MonthlyPay() float64 {
	var total float64
	for _, hours := range h.Hours {
		regular := min(hours, 40)
		overtime := max(hours-40, 0)
		total += regular*h.Rate + overtime*h.Rate*1.5
	}
	return total
}

// Manager is salaried and gets a bonus for each report.
type Manager struct {
	Salaried
	Reports []Payable
}

func (m *Manager) MonthlyPay() float64 {
	return m.Salaried.MonthlyPay() + 150*float64(len(m.Reports))
}

func (m *Manager) FullName() string {
	return m.Salaried.FullName() + " (mgr)"
}

func department(p Payable) string {
	switch e := p.(type) {
	case *Manager:
		return strings.ToUpper(e.Department)
	case *Salaried:
		return e.Department
	case *Hourly:
		return e.Department
	default:
		return "?"
	}
}

func main() {
	dev := &Salaried{Employee{Person{"Grace", "Hopper"}, 7, "eng"}, 96000}
	tester := &Hourly{Employee{Person{"Alan", "Turing"}, 3, "eng"}, 30, []float64{40, 42.5, 38, 45}}
	temp := &Hourly{Employee: Employee{Person: Person{"Ada", "Lovelace"}, id: 12, Department: "ops"}, Rate: 22.25}
	boss := &Manager{
		Salaried: Salaried{Employee{Person{"Edsger", "Dijkstra"}, 1, "eng"}, 120000},
		Reports:  []Payable{dev, tester},
	}

	staff := []Payable{dev, tester, temp, boss}
	sort.Slice(staff, func(i, j int) bool { return staff[i].ID() < staff[j].ID() })

	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "id\tname\tdept\tpay")
	totals := map[string]float64{}
	for _, p := range staff {
		pay := p.MonthlyPay()
		fmt.Fprintf(w, "%d\t%s\t%s\t%.2f\n", p.ID(), p.FullName(), department(p), pay)
		totals[strings.ToLower(department(p))] += pay
	}
	w.Flush()

	names := make([]string, 0, len(totals))
	for name := range totals {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("%-4s %12.2f\n", name, totals[name])
	}
}
