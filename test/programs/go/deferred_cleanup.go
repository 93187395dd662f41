package main

import (
	"errors"
	"fmt"
)

var errBusy = errors.New("resource busy")

type resource struct{ name string }

func open(name string) (*resource, error) {
	if name == "printer" {
		return nil, fmt.Errorf("open %s: %w", name, errBusy)
	}
	fmt.Println("open", name)
	return &resource{name}, nil
}

func (r *resource) Close() { fmt.Println("close", r.name) }

// use opens everything, works, and closes in reverse order whatever happens.
func use(divisor int, names ...string) (result int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	for _, name := range names {
		r, err := open(name)
		if err != nil {
			return 0, err
		}
		defer r.Close()
	}
	defer func() { result *= 2 }()
	return 100 / divisor, nil
}

func main() {
	fmt.Println(use(4, "disk", "net"))
	fmt.Println(use(0, "disk"))
	_, err := use(1, "disk", "printer", "net")
	fmt.Println(err, errors.Is(err, errBusy))
}
