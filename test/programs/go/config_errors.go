// Loads a configuration and reports all problems at once with wrapped errors.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

var (
	ErrMissing = errors.New("missing key")
	ErrRange   = errors.New("out of range")
)

type ParseError struct {
	Line int
	Text string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("line %d: cannot parse %q", e.Line, e.Text)
}

type Config struct {
	Host    string
	Port    int
	Timeout time.Duration
	Debug   bool
}

func parse(text string) (map[string]string, error) {
	values := make(map[string]string)
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, ";") {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			return nil, &ParseError{i + 1, line}
		}
		values[strings.TrimSpace(key)] = strings.TrimSpace(value)
	}
	return values, nil
}

func load(text string) (cfg Config, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("load: %w", err)
		}
	}()
	values, err := parse(text)
	if err != nil {
		return Config{}, err
	}

	var problems []error
	need := func(key string) string {
		v, ok := values[key]
		if !ok {
			problems = append(problems, fmt.Errorf("%w: %s", ErrMissing, key))
		}
		return v
	}

	cfg.Host = need("host")
	if v := need("port"); v != "" {
		if cfg.Port, err = strconv.Atoi(v); err != nil {
			problems = append(problems, err)
		} else if cfg.Port < 1 || cfg.Port > 65535 {
			problems = append(problems, fmt.Errorf("port %d: %w", cfg.Port, ErrRange))
		}
	}
	cfg.Timeout = 30 * time.Second
	if v, ok := values["timeout"]; ok {
		if cfg.Timeout, err = time.ParseDuration(v); err != nil {
			problems = append(problems, fmt.Errorf("timeout: %q is no duration", v))
		}
	}
	if v, ok := values["debug"]; ok {
		cfg.Debug, err = strconv.ParseBool(v)
		if err != nil {
			problems = append(problems, fmt.Errorf("debug: %w", err))
		}
	}
	return cfg, errors.Join(problems...)
}

func main() {
	texts := []string{
		"host = example.org\nport = 8080\n; comment\ntimeout = 1m30s\ndebug = true",
		"host = localhost\nport = 99999",
		"timeout = soon\ndebug = maybe",
		"host = h\n\nthis is wrong\nport = x",
		"host=a=b\nport = 12b",
	}
	for i, text := range texts {
		cfg, err := load(text)
		fmt.Printf("--- %d\n", i)
		if err == nil {
			fmt.Printf("%+v (%.0f s)\n", cfg, cfg.Timeout.Seconds())
			continue
		}
		fmt.Println(err)
		var pe *ParseError
		if errors.As(err, &pe) {
			fmt.Println("  => fix line", pe.Line)
		}
		fmt.Println("  => missing:", errors.Is(err, ErrMissing), "range:", errors.Is(err, ErrRange),
			"syntax:", errors.Is(err, strconv.ErrSyntax))
	}
}
