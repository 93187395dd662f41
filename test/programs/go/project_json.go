package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// Computes the critical path of a project that is described in JSON.

const input = `{
  "project": "house",
  "tasks": [
    {"id": "walls", "days": 10, "after": ["base"]},
    {"id": "base", "days": 5},
    {"id": "roof", "days": 4, "after": ["walls"], "owner": "Rosa"},
    {"id": "garden", "days": 3, "after": ["base"]},
    {"id": "wiring", "days": 6.5, "after": ["walls"]},
    {"id": "paint", "days": 2, "after": ["wiring", "roof"], "owner": "Pablo"}
  ]
}`

type Task struct {
	ID    string   `json:"id"`
	Days  float64  `json:"days"`
	After []string `json:"after,omitempty"`
	Owner string   `json:"owner,omitempty"`

	start, slack float64
}

type Project struct {
	Name  string  `json:"project"`
	Tasks []*Task `json:"tasks"`
	byID  map[string]*Task
}

type Summary struct {
	Project  string             `json:"project"`
	Days     float64            `json:"days"`
	Critical []string           `json:"critical"`
	Slack    map[string]float64 `json:"slack"`
	Note     *string            `json:"note"`
}

func load(text string) (*Project, error) {
	p := &Project{byID: make(map[string]*Task)}
	if err := json.Unmarshal([]byte(text), p); err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	for _, t := range p.Tasks {
		if _, twice := p.byID[t.ID]; twice {
			return nil, fmt.Errorf("load: task %s appears twice", t.ID)
		}
		p.byID[t.ID] = t
	}
	for _, t := range p.Tasks {
		for _, id := range t.After {
			if p.byID[id] == nil {
				return nil, fmt.Errorf("load: task %s comes after unknown %s", t.ID, id)
			}
		}
	}
	return p, nil
}

// order sorts the tasks so that each comes after what it needs.
func (p *Project) order() []*Task {
	var out []*Task
	seen := make(map[string]bool)
	var visit func(t *Task)
	visit = func(t *Task) {
		if seen[t.ID] {
			return
		}
		seen[t.ID] = true
		for _, id := range t.After {
			visit(p.byID[id])
		}
		out = append(out, t)
	}
	for _, t := range p.Tasks {
		visit(t)
	}
	return out
}

func (p *Project) schedule() Summary {
	s := Summary{Project: p.Name, Slack: map[string]float64{}}
	tasks := p.order()
	for _, t := range tasks {
		for _, id := range t.After {
			t.start = max(t.start, p.byID[id].start+p.byID[id].Days)
		}
		s.Days = max(s.Days, t.start+t.Days)
	}
	latest := make(map[string]float64)
	for _, t := range slices.Backward(tasks) {
		finish, ok := latest[t.ID]
		if !ok {
			finish = s.Days
		}
		t.slack = finish - t.Days - t.start
		for _, id := range t.After {
			if old, ok := latest[id]; !ok || finish-t.Days < old {
				latest[id] = finish - t.Days
			}
		}
	}
	for _, t := range tasks {
		if t.slack == 0 {
			s.Critical = append(s.Critical, t.ID)
		} else {
			s.Slack[t.ID] = t.slack
		}
	}
	return s
}

func main() {
	p, err := load(input)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	summary := p.schedule()
	for _, t := range p.order() {
		bar := strings.Repeat(" ", int(t.start)) + strings.Repeat("=", int(t.Days))
		fmt.Printf("%-7s|%-24s| %4.1f %s\n", t.ID, bar, t.slack, t.Owner)
	}
	out, _ := json.MarshalIndent(summary, "", "  ")
	fmt.Println(string(out))
	line, _ := json.Marshal(p.Tasks[2:4])
	fmt.Println(string(line))

	for _, bad := range []string{`{"tasks": [{"id": "a", "after": ["b"]}]}`, `{"tasks": [{"id": "a"}, {"id": "a"}]}`, `{"tasks": `} {
		if _, err := load(bad); err != nil {
			fmt.Println("error:", err)
		}
	}
}
