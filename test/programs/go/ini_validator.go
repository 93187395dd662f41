// Command ini_validator reads an INI file, validates it and fails
// with a status that tells how many problems there were.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

const text = `; server settings
name = demo

[server]
host = localhost
port = 80a
debug = yes
workers = 4

[paths]
root = /srv/www
logs = ${root}/logs
temp = ${missing}/tmp
[broken
orphan
`

var (
	ErrMissing = errors.New("missing key")
	ErrType    = errors.New("wrong type")
)

type Config map[string]map[string]string

type LineError struct {
	Line int
	Text string
}

func (e LineError) Error() string {
	return fmt.Sprintf("line %d: cannot understand %q", e.Line, e.Text)
}

func parse(r *bufio.Scanner) (Config, error) {
	cfg := Config{"": {}}
	section := ""
	var problems []error
	for n := 1; r.Scan(); n++ {
		line := strings.TrimSpace(r.Text())
		switch {
		case line == "", strings.HasPrefix(line, ";"):
			continue
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
			if cfg[section] == nil {
				cfg[section] = map[string]string{}
			}
		default:
			key, value, found := strings.Cut(line, "=")
			if !found {
				problems = append(problems, LineError{n, line})
				continue
			}
			cfg[section][strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return cfg, errors.Join(problems...)
}

func (c Config) Get(section, key string) (string, error) {
	value, ok := c[section][key]
	if !ok {
		return "", fmt.Errorf("%s.%s: %w", section, key, ErrMissing)
	}
	var err error
	expanded := os.Expand(value, func(name string) string {
		v, e := c.Get(section, name)
		if e != nil {
			err = fmt.Errorf("expanding %s: %w", key, e)
		}
		return v
	})
	return expanded, err
}

func (c Config) Int(section, key string) (int, error) {
	s, err := c.Get(section, key)
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("%s.%s = %q: %w", section, key, s, ErrType)
	}
	return n, nil
}

func (c Config) Bool(section, key string, fallback bool) bool {
	switch s, _ := c.Get(section, key); strings.ToLower(s) {
	case "yes", "true", "on", "1":
		return true
	case "no", "false", "off", "0":
		return false
	}
	return fallback
}

func main() {
	cfg, err := parse(bufio.NewScanner(strings.NewReader(text)))
	failures := 0
	check := func(err error) {
		if err == nil {
			return
		}
		failures++
		fmt.Printf("problem %d (missing=%t type=%t):\n", failures, errors.Is(err, ErrMissing), errors.Is(err, ErrType))
		fmt.Println(err)
	}
	check(err)
	fmt.Println("name:", cfg[""]["name"])
	for _, key := range []string{"workers", "port", "timeout"} {
		n, err := cfg.Int("server", key)
		check(err)
		fmt.Printf("%s -> %d\n", key, n)
	}
	for _, key := range []string{"root", "logs", "temp"} {
		p, err := cfg.Get("paths", key)
		check(err)
		fmt.Printf("%s -> %s\n", key, p)
	}
	fmt.Println("debug:", cfg.Bool("server", "debug", false), "verbose:", cfg.Bool("server", "verbose", true))
	if failures > 0 {
		fmt.Printf("%d problems\n", failures)
		os.Exit(failures)
	}
}
