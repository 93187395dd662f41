package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

var (
	errUnderflow = errors.New("not enough operands")
	errDivision  = errors.New("division by zero")
)

type stack []float64

func (s *stack) push(v float64) { *s = append(*s, v) }

func (s *stack) pop() (float64, error) {
	n := len(*s)
	if n == 0 {
		return 0, errUnderflow
	}
	v := (*s)[n-1]
	*s = (*s)[:n-1]
	return v, nil
}

type binary func(a, b float64) (float64, error)

var operators = map[string]binary{
	"+": func(a, b float64) (float64, error) { return a + b, nil },
	"-": func(a, b float64) (float64, error) { return a - b, nil },
	"*": func(a, b float64) (float64, error) { return a * b, nil },
	"/": func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, errDivision
		}
		return a / b, nil
	},
	"^": func(a, b float64) (float64, error) { return math.Pow(a, b), nil },
}

var functions = map[string]func(float64) float64{
	"sqrt": math.Sqrt,
	"neg":  func(x float64) float64 { return -x },
	"abs":  math.Abs,
}

func (s *stack) apply(token string) error {
	if op, ok := operators[token]; ok {
		b, err := s.pop()
		if err != nil {
			return err
		}
		a, err := s.pop()
		if err != nil {
			return err
		}
		v, err := op(a, b)
		if err != nil {
			return err
		}
		s.push(v)
		return nil
	}
	if fn, ok := functions[token]; ok {
		x, err := s.pop()
		if err != nil {
			return err
		}
		s.push(fn(x))
		return nil
	}
	if token == "dup" {
		x, err := s.pop()
		if err != nil {
			return err
		}
		s.push(x)
		s.push(x)
		return nil
	}
	v, err := strconv.ParseFloat(token, 64)
	if err != nil {
		return fmt.Errorf("what is %q?", token)
	}
	s.push(v)
	return nil
}

func evaluate(line string) (float64, error) {
	var s stack
	for i, token := range strings.Fields(line) {
		if err := s.apply(token); err != nil {
			return 0, fmt.Errorf("token %d (%s): %w", i+1, token, err)
		}
	}
	switch len(s) {
	case 0:
		return 0, errors.New("nothing to show")
	case 1:
		return s[0], nil
	}
	return s[len(s)-1], fmt.Errorf("%d values left over", len(s)-1)
}

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	line, failed := 0, 0
	for scanner.Scan() {
		line++
		text, _, _ := strings.Cut(scanner.Text(), "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if text == "quit" {
			break
		}
		v, err := evaluate(text)
		if err != nil {
			failed++
			fmt.Printf("%2d: error: %v\n", line, err)
			if errors.Is(err, errUnderflow) {
				fmt.Println("    (operators come after their operands)")
			}
			continue
		}
		fmt.Printf("%2d: %s = %s\n", line, text, strconv.FormatFloat(v, 'f', -1, 64))
	}
	if failed > 0 {
		fmt.Println(failed, "lines failed")
		os.Exit(1)
	}
}
