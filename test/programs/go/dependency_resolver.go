// Resolves an installation order for packages and explains cycles.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

type Graph map[string][]string

type CycleError struct{ Path []string }

func (e CycleError) Error() string {
	return "dependency cycle: " + strings.Join(e.Path, " -> ")
}

type MissingError struct{ Name, WantedBy string }

func (e MissingError) Error() string {
	return fmt.Sprintf("package %s (wanted by %s) does not exist", e.Name, e.WantedBy)
}

func parseLine(line string) (name string, deps []string, ok bool) {
	if i := strings.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	name, rest, found := strings.Cut(line, ":")
	name = strings.TrimSpace(name)
	if !found || name == "" {
		return "", nil, false
	}
	return name, strings.Fields(rest), true
}

func (g Graph) Resolve(root string) ([]string, error) {
	const (
		unseen = iota
		active
		done
	)
	state := make(map[string]int)
	var order, stack []string

	var visit func(name, parent string) error
	visit = func(name, parent string) error {
		deps, ok := g[name]
		if !ok {
			return MissingError{name, parent}
		}
		switch state[name] {
		case done:
			return nil
		case active:
			start := slices.Index(stack, name)
			return CycleError{append(slices.Clone(stack[start:]), name)}
		}
		state[name] = active
		stack = append(stack, name)
		for _, d := range deps {
			if err := visit(d, name); err != nil {
				return err
			}
		}
		stack = stack[:len(stack)-1]
		state[name] = done
		order = append(order, name)
		return nil
	}
	if err := visit(root, "user"); err != nil {
		return nil, fmt.Errorf("resolve %s: %w", root, err)
	}
	return order, nil
}

func main() {
	graph := make(Graph)
	var wanted []string
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		line := scanner.Text()
		if target, ok := strings.CutPrefix(line, "install "); ok {
			wanted = append(wanted, strings.TrimSpace(target))
			continue
		}
		if name, deps, ok := parseLine(line); ok {
			graph[name] = deps
		}
	}
	fmt.Println("packages:", slices.Sorted(maps.Keys(graph)))

	failures := 0
	for _, target := range wanted {
		order, err := graph.Resolve(target)
		var cycle CycleError
		var missing MissingError
		switch {
		case errors.As(err, &cycle):
			failures++
			fmt.Printf("%s: cycle of length %d: %v\n", target, len(cycle.Path)-1, err)
		case errors.As(err, &missing):
			failures++
			fmt.Printf("%s: add %s first\n", target, missing.Name)
		default:
			fmt.Printf("%s: %s\n", target, strings.Join(order, " "))
		}
	}
	if failures > 0 {
		fmt.Println(failures, "targets failed")
		os.Exit(3)
	}
}
