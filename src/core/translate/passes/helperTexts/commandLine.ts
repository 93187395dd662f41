/** Arguments of the command line. */
import type { HelperText } from './helperText';

export const commandLine: Record<string, HelperText> = {
  namespace: {
    text: `// namespace is what a command line says, by the names of its arguments.
type namespace map[string]any`,
  },
  listOfAny: {
    text: `// listOfAny gives the items as values of any type.
func listOfAny[T any](items []T) []any {
	all := make([]any, len(items))
	for i, item := range items {
		all[i] = item
	}
	return all
}`,
  },
  readIntArgument: {
    imports: ['fmt'],
    needs: ['numberOf', 'quoted'],
    text: `// readIntArgument reads an argument that is a whole number.
func readIntArgument(argument string) (any, error) {
	number, err := numberOf(argument)
	if err != nil {
		return nil, fmt.Errorf("invalid int value: %s", quoted(argument))
	}
	return number, nil
}`,
  },
  readFloatArgument: {
    imports: ['fmt'],
    needs: ['floatOf', 'quoted'],
    text: `// readFloatArgument reads an argument that is a number.
func readFloatArgument(argument string) (any, error) {
	number, err := floatOf(argument)
	if err != nil {
		return nil, fmt.Errorf("invalid float value: %s", quoted(argument))
	}
	return number, nil
}`,
  },
  commandParser: {
    imports: ['fmt', 'os', 'path/filepath', 'slices', 'strconv', 'strings'],
    needs: ['namespace', 'repr'],
    alsoNamed: ['commandArgument'],
    text: `// commandArgument is one argument of a command line: an option, whose names begin with dashes, or a position.
type commandArgument struct {
	names             []string
	dest              string
	action            string
	count             string
	read              func(string) (any, error)
	gather            func([]any) any
	initial, constant any
	choices           []any
	required          bool
	help, metavar     string
	taken             []any
}

func (a *commandArgument) isOption() bool { return strings.HasPrefix(a.names[0], "-") }

func (a *commandArgument) isFlag() bool {
	return a.action != "" && a.action != "append"
}

func (a *commandArgument) label() string {
	if a.isOption() {
		return strings.Join(a.names, "/")
	}
	if a.metavar != "" {
		return a.metavar
	}
	return a.dest
}

// limits gives how many values the argument takes; a negative upper limit is none.
func (a *commandArgument) limits() (int, int) {
	switch a.count {
	case "?":
		return 0, 1
	case "*":
		return 0, -1
	case "+":
		return 1, -1
	case "":
		return 1, 1
	}
	number, _ := strconv.Atoi(a.count)
	return number, number
}

// commandParser reads command lines.
type commandParser struct {
	prog, description string
	arguments         []*commandArgument
	defaults          namespace
	commands          map[string]*commandParser
	commandNames      []string
	commandDest       string
	needsCommand      bool
}

func (p *commandParser) add(a commandArgument) {
	p.arguments = append(p.arguments, &a)
}

func (p *commandParser) setDefault(name string, value any) {
	if p.defaults == nil {
		p.defaults = namespace{}
	}
	p.defaults[name] = value
}

// addCommand gives the parser of a command.
func (p *commandParser) addCommand(name, description string) *commandParser {
	if p.commands == nil {
		p.commands = map[string]*commandParser{}
	}
	command := &commandParser{prog: p.name() + " " + name, description: description}
	p.commands[name] = command
	p.commandNames = append(p.commandNames, name)
	return command
}

func (p *commandParser) name() string {
	if p.prog == "" {
		return filepath.Base(os.Args[0])
	}
	return p.prog
}

func (p *commandParser) fail(message string) {
	fmt.Fprintf(os.Stderr, "usage: %s\\n%s: error: %s\\n", p.name(), p.name(), message)
	os.Exit(2)
}

func (p *commandParser) printHelp() {
	fmt.Printf("usage: %s [-h]\\n\\n%s\\n", p.name(), p.description)
	for _, a := range p.arguments {
		fmt.Printf("  %-20s  %s\\n", strings.Join(a.names, ", "), a.help)
	}
	for _, name := range p.commandNames {
		fmt.Printf("  %-20s  %s\\n", name, p.commands[name].description)
	}
}

// parse reads the arguments, or those of the program where there are none.
func (p *commandParser) parse(arguments []string) namespace {
	if arguments == nil {
		arguments = os.Args[1:]
	}
	found := namespace{}
	p.parseInto(found, arguments)
	return found
}

func (p *commandParser) parseInto(found namespace, arguments []string) {
	for _, a := range p.arguments {
		a.taken = nil
		switch {
		case a.initial != nil:
			found[a.dest] = a.initial
		case a.action == "store_true" || a.action == "store_false":
			found[a.dest] = a.action == "store_false"
		default:
			found[a.dest] = nil
		}
	}
	for name, value := range p.defaults {
		found[name] = value
	}
	seen := map[*commandArgument]bool{}
	positions := []string{}
	onlyPositions := false
	for len(arguments) > 0 {
		text := arguments[0]
		arguments = arguments[1:]
		if text == "--" && !onlyPositions {
			onlyPositions = true
			continue
		}
		if onlyPositions || !p.isOption(text) {
			if p.commands != nil && len(positions) >= p.positionsBeforeCommand() {
				p.runCommand(found, text, arguments)
				arguments = nil
				break
			}
			positions = append(positions, text)
			continue
		}
		arguments = p.takeOption(found, seen, text, arguments)
	}
	p.fillPositions(found, seen, positions)
	missing := []string{}
	for _, a := range p.arguments {
		if a.required && !seen[a] {
			missing = append(missing, a.label())
		}
	}
	if p.needsCommand && found[p.commandDest] == nil {
		missing = append(missing, p.commandDest)
	}
	if len(missing) > 0 {
		p.fail("the following arguments are required: " + strings.Join(missing, ", "))
	}
}

// isOption tells an option from a position; negative numbers are positions.
func (p *commandParser) isOption(text string) bool {
	if len(text) < 2 || text[0] != '-' {
		return false
	}
	_, err := strconv.ParseFloat(text, 64)
	return err != nil
}

func (p *commandParser) positionsBeforeCommand() int {
	count := 0
	for _, a := range p.arguments {
		if !a.isOption() {
			count++
		}
	}
	return count
}

func (p *commandParser) runCommand(found namespace, name string, arguments []string) {
	command := p.commands[name]
	if command == nil {
		shown := []string{}
		for _, one := range p.commandNames {
			shown = append(shown, repr(one))
		}
		p.fail(fmt.Sprintf("argument %s: invalid choice: %s (choose from %s)", p.commandDest, repr(name), strings.Join(shown, ", ")))
	}
	if p.commandDest != "" {
		found[p.commandDest] = name
	}
	command.parseInto(found, arguments)
}

// optionNamed finds an option by its name, or by the beginning of a long one.
func (p *commandParser) optionNamed(name string) *commandArgument {
	var begins []*commandArgument
	for _, a := range p.arguments {
		for _, one := range a.names {
			if one == name {
				return a
			}
			if strings.HasPrefix(name, "--") && strings.HasPrefix(one, name) {
				begins = append(begins, a)
			}
		}
	}
	if len(begins) == 1 {
		return begins[0]
	}
	return nil
}

// takeOption reads an option with its values and gives the arguments after it.
func (p *commandParser) takeOption(found namespace, seen map[*commandArgument]bool, text string, arguments []string) []string {
	name, value, hasValue := strings.Cut(text, "=")
	if !strings.HasPrefix(text, "--") && len(text) > 2 && p.optionNamed(name) == nil {
		name, value, hasValue = text[:2], text[2:], true
	}
	if name == "-h" || name == "--help" {
		p.printHelp()
		os.Exit(0)
	}
	a := p.optionNamed(name)
	if a == nil {
		p.fail("unrecognized arguments: " + text)
	}
	seen[a] = true
	if a.isFlag() {
		if hasValue && strings.HasPrefix(text, "--") {
			p.fail(fmt.Sprintf("argument %s: ignored explicit argument %s", a.label(), repr(value)))
		}
		p.takeFlag(found, a)
		if hasValue {
			return append([]string{"-" + value}, arguments...)
		}
		return arguments
	}
	values := []string{}
	if hasValue {
		values = append(values, value)
	}
	least, most := a.limits()
	for !hasValue && len(arguments) > 0 && (most < 0 || len(values) < most) && !p.isOption(arguments[0]) {
		values = append(values, arguments[0])
		arguments = arguments[1:]
	}
	if len(values) < least {
		p.fail(fmt.Sprintf("argument %s: expected %s", a.label(), expectation(a.count)))
	}
	p.store(found, a, values)
	return arguments
}

func expectation(count string) string {
	switch count {
	case "":
		return "one argument"
	case "+":
		return "at least one argument"
	case "1":
		return "1 argument"
	}
	return count + " arguments"
}

func (p *commandParser) takeFlag(found namespace, a *commandArgument) {
	switch a.action {
	case "count":
		number, _ := found[a.dest].(int)
		found[a.dest] = number + 1
	case "store_const":
		found[a.dest] = a.constant
	default:
		found[a.dest] = a.action == "store_true"
	}
}

// store reads the values of an argument and keeps them under its name.
func (p *commandParser) store(found namespace, a *commandArgument, values []string) {
	if len(values) == 0 && a.count == "?" {
		found[a.dest] = a.constant
		return
	}
	items := []any{}
	for _, text := range values {
		var item any = text
		if a.read != nil {
			read, err := a.read(text)
			if err != nil {
				p.fail(fmt.Sprintf("argument %s: %s", a.label(), err))
			}
			item = read
		}
		if a.choices != nil && !slices.Contains(a.choices, item) {
			shown := []string{}
			for _, one := range a.choices {
				shown = append(shown, repr(one))
			}
			p.fail(fmt.Sprintf("argument %s: invalid choice: %s (choose from %s)", a.label(), repr(item), strings.Join(shown, ", ")))
		}
		items = append(items, item)
	}
	switch {
	case a.gather == nil:
		found[a.dest] = items[0]
	case a.action == "append" && a.taken != nil:
		a.taken = append(a.taken, items...)
		found[a.dest] = a.gather(a.taken)
	default:
		a.taken = items
		found[a.dest] = a.gather(items)
	}
}

// fillPositions gives the values without a name to the arguments in their order.
func (p *commandParser) fillPositions(found namespace, seen map[*commandArgument]bool, values []string) {
	needed := 0
	positions := []*commandArgument{}
	for _, a := range p.arguments {
		if !a.isOption() {
			least, _ := a.limits()
			needed += least
			positions = append(positions, a)
		}
	}
	if len(values) < needed {
		missing := []string{}
		left := len(values)
		for _, a := range positions {
			least, _ := a.limits()
			if left < least {
				missing = append(missing, a.label())
			}
			left -= least
		}
		p.fail("the following arguments are required: " + strings.Join(missing, ", "))
	}
	spare := len(values) - needed
	for _, a := range positions {
		least, most := a.limits()
		count := least
		if most < 0 || most > least {
			more := spare
			if most >= 0 {
				more = min(spare, most-least)
			}
			count, spare = least+more, spare-more
		}
		if count == 0 && a.initial == nil && a.gather != nil {
			found[a.dest] = a.gather([]any{})
		} else if count > 0 {
			p.store(found, a, values[:count])
		}
		seen[a] = true
		values = values[count:]
	}
	if len(values) > 0 {
		p.fail("unrecognized arguments: " + strings.Join(values, " "))
	}
}`,
  },
};
