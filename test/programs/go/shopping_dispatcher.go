// Command shopping_dispatcher runs the commands of a script read from
// standard input against a shopping list, with undo.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type Cents int64

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s%d.%02d", sign, c/100, c%100)
}

type entry struct {
	qty   int
	price Cents
}

type session struct {
	items map[string]entry
	undo  []func()
}

type handler func(s *session, args []string) error

var (
	errNothing = errors.New("nothing to undo")
	errQuit    = errors.New("quit")
)

type argError struct{ want, got int }

func (e argError) Error() string { return fmt.Sprintf("want %d arguments, got %d", e.want, e.got) }

// exactly wraps a handler with a check of the number of arguments.
func exactly(n int, h handler) handler {
	return func(s *session, args []string) error {
		if len(args) != n {
			return argError{n, len(args)}
		}
		return h(s, args)
	}
}

func (s *session) set(name string, e entry) {
	old, existed := s.items[name]
	s.undo = append(s.undo, func() {
		if existed {
			s.items[name] = old
		} else {
			delete(s.items, name)
		}
	})
	s.items[name] = e
}

func add(s *session, args []string) error {
	qty, err := strconv.Atoi(args[1])
	if err != nil {
		return fmt.Errorf("quantity %q is not a number", args[1])
	}
	price, err := strconv.ParseFloat(args[2], 64)
	if err != nil || price < 0 {
		return fmt.Errorf("bad price %q", args[2])
	}
	e := s.items[args[0]]
	e.qty += qty
	e.price = Cents(price*100 + 0.5)
	s.set(args[0], e)
	return nil
}

func list(s *session, _ []string) error {
	names := make([]string, 0, len(s.items))
	for name := range s.items {
		names = append(names, name)
	}
	sort.Strings(names)
	var total Cents
	for _, name := range names {
		e := s.items[name]
		sum := e.price * Cents(e.qty)
		total += sum
		fmt.Printf("  %-8s%3d x %6v = %8v\n", name, e.qty, e.price, sum)
	}
	fmt.Printf("  %-8s%23v\n", "total", total)
	return nil
}

func undo(s *session, _ []string) error {
	n := len(s.undo)
	if n == 0 {
		return errNothing
	}
	s.undo[n-1]()
	s.undo = s.undo[:n-1]
	return nil
}

func main() {
	handlers := map[string]handler{
		"add":  exactly(3, add),
		"list": exactly(0, list),
		"undo": exactly(0, undo),
		"quit": func(*session, []string) error { return errQuit },
	}
	s := &session{items: map[string]entry{}}
	in := bufio.NewScanner(os.Stdin)
loop:
	for n := 1; in.Scan(); n++ {
		words := strings.Fields(in.Text())
		if len(words) == 0 {
			continue
		}
		h, ok := handlers[strings.ToLower(words[0])]
		if !ok {
			fmt.Printf("%d: no such command: %s\n", n, words[0])
			continue
		}
		var wrong argError
		switch err := h(s, words[1:]); {
		case err == nil:
			fmt.Printf("%d: ok %s\n", n, words[0])
		case errors.Is(err, errQuit):
			break loop
		case errors.As(err, &wrong):
			fmt.Printf("%d: %s: %v (%+d)\n", n, words[0], wrong, wrong.got-wrong.want)
		default:
			fmt.Printf("%d: %v\n", n, err)
		}
	}
	fmt.Println(len(s.items), "items,", len(s.undo), "steps to undo")
}
