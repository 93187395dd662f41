// A registry of text filters that can be chained by name, as in "trim|upper|cut:5".
package main

import (
	"errors"
	"fmt"
	"log"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

type Filter func(string) string

type Factory func(args []string) (Filter, error)

var registry = map[string]Factory{}

var ErrUnknownFilter = errors.New("unknown filter")

type ArgError struct {
	Filter string
	Reason error
}

func (e *ArgError) Error() string { return e.Filter + ": " + e.Reason.Error() }
func (e *ArgError) Unwrap() error { return e.Reason }

func register(name string, f Factory) {
	if _, dup := registry[name]; dup {
		log.Fatalf("filter %s registered twice", name)
	}
	registry[name] = f
}

func simple(f Filter) Factory {
	return func(args []string) (Filter, error) {
		if len(args) > 0 {
			return nil, fmt.Errorf("takes no arguments, got %d", len(args))
		}
		return f, nil
	}
}

func reverse(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func title(s string) string {
	prev := ' '
	return strings.Map(func(r rune) rune {
		defer func() { prev = r }()
		if unicode.IsSpace(prev) {
			return unicode.ToUpper(r)
		}
		return r
	}, s)
}

func init() {
	register("trim", simple(strings.TrimSpace))
	register("upper", simple(strings.ToUpper))
	register("reverse", simple(reverse))
	register("title", simple(title))
	register("cut", func(args []string) (Filter, error) {
		if len(args) != 1 {
			return nil, errors.New("needs a length")
		}
		n, err := strconv.Atoi(args[0])
		if err != nil {
			return nil, err
		}
		return func(s string) string {
			if r := []rune(s); len(r) > n {
				return string(r[:n]) + "…"
			}
			return s
		}, nil
	})
	register("replace", func(args []string) (Filter, error) {
		if len(args) != 2 {
			return nil, fmt.Errorf("needs 2 arguments, got %d", len(args))
		}
		return func(s string) string { return strings.ReplaceAll(s, args[0], args[1]) }, nil
	})
}

func build(spec string) (Filter, error) {
	var chain []Filter
	for _, step := range strings.Split(spec, "|") {
		parts := strings.Split(step, ":")
		factory, ok := registry[parts[0]]
		if !ok {
			return nil, fmt.Errorf("%w %q", ErrUnknownFilter, parts[0])
		}
		f, err := factory(parts[1:])
		if err != nil {
			return nil, &ArgError{parts[0], err}
		}
		chain = append(chain, f)
	}
	return func(s string) string {
		for _, f := range chain {
			s = f(s)
		}
		return s
	}, nil
}

func main() {
	names := make([]string, 0, len(registry))
	for n := range registry {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println("filters:", strings.Join(names, ", "))

	input := "  grüße aus köln  "
	specs := []string{
		"trim", "trim|upper", "trim|cut:5|reverse", "title|trim|replace:ö:oe",
		"trim|shout", "cut:many", "cut", "upper:1", "replace:a",
	}
	for _, spec := range specs {
		f, err := build(spec)
		var argErr *ArgError
		switch {
		case errors.Is(err, ErrUnknownFilter):
			fmt.Printf("%-24s no such filter (%v)\n", spec, err)
		case errors.As(err, &argErr):
			_, isNum := argErr.Unwrap().(*strconv.NumError)
			fmt.Printf("%-24s bad argument (%v) number=%t\n", spec, err, isNum)
		default:
			fmt.Printf("%-24s %q\n", spec, f(input))
		}
	}
}
