/** Formats that are only known when the program runs. */
import type { HelperText } from './helperText';

export const formats: Record<string, HelperText> = {
  formatValue: {
    imports: ['fmt', 'math/big', 'regexp', 'strconv', 'strings', 'unicode/utf8'],
    needs: ['text', 'floatText', 'inMiddle', 'grouped', 'intOf'],
    alsoNamed: ['formatPattern', 'formatNumber'],
    text: `// formatPattern has the parts of a format: fill, alignment, sign, #, 0, width, grouping, precision and kind.
var formatPattern = regexp.MustCompile(\`(?s)^(?:(.)?([<>^=]))?([-+ ]?)(#?)(0?)(\\d*)([,_]?)(?:\\.(\\d+))?([a-zA-Z%]?)$\`)

// formatValue writes a value as Python's format does.
func formatValue(value any, spec string) string {
	if spec == "" {
		return text(value)
	}
	parts := formatPattern.FindStringSubmatch(spec)
	if parts == nil {
		panic("Invalid format specifier '" + spec + "'")
	}
	fill, align, precision := parts[1], parts[2], parts[8]
	if b, ok := value.(bool); ok {
		value = intOf(b)
	}
	content, isNumber := formatNumber(value, parts[3], parts[4] != "", parts[7], precision, parts[9])
	if !isNumber {
		content = text(value)
		if limit, err := strconv.Atoi(precision); err == nil && limit < utf8.RuneCountInString(content) {
			content = string([]rune(content)[:limit])
		}
	}
	if parts[5] != "" {
		if fill == "" {
			fill = "0"
		}
		if align == "" && isNumber {
			align = "="
		}
	}
	if fill == "" {
		fill = " "
	}
	width, _ := strconv.Atoi(parts[6])
	padding := strings.Repeat(fill, max(width-utf8.RuneCountInString(content), 0))
	switch {
	case align == "^":
		return inMiddle(content, width, fill)
	case align == "=":
		digits := strings.TrimLeft(content, "+- ")
		sign := content[:len(content)-len(digits)]
		if parts[4] != "" && len(digits) > 1 && digits[0] == '0' && strings.Contains("xXob", digits[1:2]) {
			sign, digits = sign+digits[:2], digits[2:]
		}
		return sign + padding + digits
	case align == ">", align == "" && isNumber:
		return padding + content
	}
	return content + padding
}

// formatNumber writes the digits of a number; false where the value is none.
func formatNumber(value any, sign string, alternate bool, grouping, precision, kind string) (string, bool) {
	var digits string
	places, err := strconv.Atoi(precision)
	if err != nil {
		places = 6
	}
	switch number := value.(type) {
	case int, *big.Int:
		switch kind {
		case "", "d", "n":
			digits = fmt.Sprintf("%d", number)
		case "c":
			return fmt.Sprintf("%c", number), true
		case "o":
			digits = fmt.Sprintf("%o", number)
			if alternate {
				digits = fmt.Sprintf("%O", number)
			}
		case "b", "x", "X":
			verb := "%" + kind
			if alternate {
				verb = "%#" + kind
			}
			digits = fmt.Sprintf(verb, number)
		default:
			whole, err := strconv.ParseFloat(fmt.Sprintf("%d", number), 64)
			if err != nil {
				panic("int too large to convert to float")
			}
			return formatNumber(whole, sign, alternate, grouping, precision, kind)
		}
	case float64:
		switch kind {
		case "":
			digits = floatText(number)
			if precision != "" {
				digits = strconv.FormatFloat(number, 'g', places, 64)
				if !strings.ContainsAny(digits, ".eIN") {
					digits += ".0"
				}
			}
		case "%":
			digits = strconv.FormatFloat(number*100, 'f', places, 64) + "%"
		case "e", "f", "E", "F":
			digits = strconv.FormatFloat(number, kind[0]|0x20, places, 64)
		case "g", "G", "n":
			digits = strconv.FormatFloat(number, 'g', max(places, 1), 64)
		default:
			panic("Unknown format code '" + kind + "' for object of type 'float'")
		}
		switch digits = strings.ToLower(strings.TrimPrefix(digits, "+")); kind {
		case "E", "F", "G":
			digits = strings.ToUpper(digits)
		}
	default:
		return "", false
	}
	if grouping != "" {
		digits = grouped(digits, grouping)
	}
	if sign != "" && sign != "-" && !strings.HasPrefix(digits, "-") {
		digits = sign + digits
	}
	return digits, true
}`,
  },
  formatTemplate: {
    imports: ['fmt', 'reflect', 'regexp', 'strconv', 'strings'],
    needs: ['formatValue', 'repr'],
    alsoNamed: ['templateField', 'fieldValue'],
    text: `// templateField is a field of a template: its name, what is taken of it, its conversion and its format.
var templateField = regexp.MustCompile(\`(?s)\\{\\{|\\}\\}|\\{(\\w*)((?:\\.\\w+|\\[[^\\]]+\\])*)(?:!([rsa]))?(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}\`)

// formatTemplate fills the fields of a template as Python's str.format does.
func formatTemplate(template string, named map[string]any, values ...any) string {
	next := 0
	var fill func(template string) string
	fill = func(template string) string {
		return templateField.ReplaceAllStringFunc(template, func(found string) string {
			if found == "{{" || found == "}}" {
				return found[:1]
			}
			parts := templateField.FindStringSubmatch(found)
			name := parts[1]
			if name == "" {
				name = strconv.Itoa(next)
				next++
			}
			var value any
			if place, err := strconv.Atoi(name); err == nil {
				if place >= len(values) {
					panic("Replacement index " + name + " out of range for positional args tuple")
				}
				value = values[place]
			} else if given, ok := named[name]; ok {
				value = given
			} else {
				panic(fmt.Sprintf("KeyError: '%s'", name))
			}
			for _, step := range strings.FieldsFunc(parts[2], func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
				value = fieldValue(value, step)
			}
			if parts[3] == "r" || parts[3] == "a" {
				value = repr(value)
			}
			return formatValue(value, fill(parts[4]))
		})
	}
	return fill(template)
}

// fieldValue takes an item of a list or a map.
func fieldValue(value any, key string) any {
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() == reflect.Struct && v.FieldByName("Values").IsValid() {
		v = v.FieldByName("Values")
	}
	at, err := strconv.Atoi(key)
	switch {
	case v.Kind() == reflect.Map && v.Type().Key().Kind() == reflect.String:
		if item := v.MapIndex(reflect.ValueOf(key)); item.IsValid() {
			return item.Interface()
		}
	case v.Kind() == reflect.Slice && err == nil && at < v.Len():
		return v.Index(at).Interface()
	case v.Kind() == reflect.Struct && err == nil && at < v.NumField():
		return v.Field(at).Interface()
	}
	panic("the format asks for " + key + ", which is not there")
}`,
  },
  percentFormat: {
    imports: ['fmt', 'regexp', 'strings'],
    needs: ['formatValue', 'repr', 'text'],
    alsoNamed: ['percentField'],
    text: `// percentField is a place in a format: its name, its flags, its width, its precision and its kind.
var percentField = regexp.MustCompile(\`%(?:\\((\\w+)\\))?([-+ 0#]*)(\\d*|\\*)(?:\\.(\\d*|\\*))?([a-zA-Z%])\`)

// percentFormat fills the places of a format as Python's % does.
func percentFormat(format string, named map[string]any, values ...any) string {
	next := 0
	take := func() any {
		if next >= len(values) {
			panic("not enough arguments for format string")
		}
		next++
		return values[next-1]
	}
	filled := percentField.ReplaceAllStringFunc(format, func(found string) string {
		parts := percentField.FindStringSubmatch(found)
		flags, width, precision, kind := parts[2], parts[3], parts[4], parts[5]
		if kind == "%" {
			return "%"
		}
		if width == "*" {
			if width = text(take()); strings.HasPrefix(width, "-") {
				flags, width = flags+"-", width[1:]
			}
		}
		if precision == "*" {
			precision = text(take())
		}
		var value any
		if parts[1] == "" {
			value = take()
		} else {
			given, ok := named[parts[1]]
			if !ok {
				panic("KeyError: " + parts[1])
			}
			value = given
		}
		align, spec := ">", ""
		switch kind {
		case "s":
			value, kind = text(value), ""
		case "r", "a":
			value, kind = repr(value), ""
		case "d", "i", "u":
			if float, ok := value.(float64); ok {
				value = int(float)
			}
			kind, precision = "d", ""
		}
		if strings.Contains(flags, "-") {
			align = "<"
		} else if strings.Contains(flags, "0") && kind != "" {
			align = "0="
		}
		if kind != "" {
			for _, flag := range []string{"+", " "} {
				if spec == "" && strings.Contains(flags, flag) {
					spec = flag
				}
			}
			if strings.Contains(flags, "#") {
				spec += "#"
			}
		}
		spec = align + spec + width
		if precision != "" {
			spec += "." + precision
		}
		return formatValue(value, spec+kind)
	})
	if named == nil && next < len(values) {
		panic(fmt.Sprintf("not all arguments converted during string formatting: %v", values[next:]))
	}
	return filled
}`,
  },
};
