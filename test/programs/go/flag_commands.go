package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

var errUsage = errors.New("usage")

type command struct {
	summary string
	run     func(fs *flag.FlagSet, args []string, out io.Writer) error
}

// listValue collects repeated flags.
type listValue []string

func (l *listValue) String() string { return strings.Join(*l, ",") }

func (l *listValue) Set(s string) error {
	if s == "" {
		return errors.New("empty value")
	}
	*l = append(*l, s)
	return nil
}

func greet(fs *flag.FlagSet, args []string, out io.Writer) error {
	loud := fs.Bool("loud", false, "shout")
	times := fs.Int("n", 1, "how often")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("%w: %v", errUsage, err)
	}
	if fs.NArg() == 0 {
		return fmt.Errorf("%w: greet needs a name", errUsage)
	}
	msg := "hello " + strings.Join(fs.Args(), " and ")
	if *loud {
		msg = strings.ToUpper(msg) + "!"
	}
	for i := 0; i < *times; i++ {
		fmt.Fprintln(out, msg)
	}
	return nil
}

func join(fs *flag.FlagSet, args []string, out io.Writer) error {
	var parts listValue
	fs.Var(&parts, "part", "a part; repeat for more")
	sep := fs.String("sep", "-", "what to put between")
	wait := fs.Duration("wait", 0, "only shown")
	if err := fs.Parse(args); err != nil {
		return fmt.Errorf("%w: %v", errUsage, err)
	}
	fmt.Fprintf(out, "%s (wait %v, rest %q)\n", strings.Join(parts, *sep), *wait, fs.Args())
	return nil
}

var commands = map[string]command{
	"greet": {"say hello", greet},
	"join":  {"join parts", join},
}

func dispatch(line string, out io.Writer) error {
	args := strings.Fields(line)
	if len(args) == 0 {
		return fmt.Errorf("%w: no command", errUsage)
	}
	cmd, ok := commands[args[0]]
	if !ok {
		return fmt.Errorf("unknown command %q", args[0])
	}
	fs := flag.NewFlagSet(args[0], flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	return cmd.run(fs, args[1:], out)
}

func main() {
	names := make([]string, 0, len(commands))
	for name := range commands {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("  %-6s %s\n", name, commands[name].summary)
	}
	lines := []string{
		"greet Ann", "greet -loud -n 2 Ann Bob", "greet", "join -part a --part=b -sep=+ -wait 1m30s x y",
		"join -- -part", "dance now", "", "greet -n=many Zoe",
	}
	bad, misused := 0, 0
	for _, line := range lines {
		fmt.Println("$", line)
		if err := dispatch(line, os.Stdout); errors.Is(err, errUsage) {
			misused++
			fmt.Println("  misuse:" + strings.SplitN(err.Error(), ":", 3)[1])
		} else if err != nil {
			bad++
			fmt.Println("  failed:", err)
		}
	}
	fmt.Println(misused, "misused,", bad, "failed")
	if misused+bad > 0 {
		os.Exit(2)
	}
}
