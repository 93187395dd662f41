/** Values as text, as Python prints them. */
import type { HelperText } from './helperText';

export const output: Record<string, HelperText> = {
  boolText: {
    text: `// boolText writes a bool as Python does.
func boolText(b bool) string {
	if b {
		return "True"
	}
	return "False"
}`,
  },
  floatText: {
    imports: ['math', 'strconv', 'strings'],
    text: `// floatText writes a float as Python does: always with a point or an exponent.
func floatText(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if size := math.Abs(f); size != 0 && (size < 1e-4 || size >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}`,
  },
  listText: {
    imports: ['fmt', 'strings'],
    text: `// listText writes whole numbers as Python shows a list of them.
func listText(numbers any) string {
	return strings.ReplaceAll(fmt.Sprint(numbers), " ", ", ")
}`,
  },
  formatList: {
    imports: ['strings'],
    text: `// formatList writes a slice as Python shows a list, each item by format.
func formatList[T any](items []T, format func(T) string) string {
	texts := make([]string, 0, len(items))
	for _, item := range items {
		texts = append(texts, format(item))
	}
	return "[" + strings.Join(texts, ", ") + "]"
}`,
  },
  repr: {
    imports: ['fmt', 'reflect', 'slices', 'strings'],
    needs: ['boolText', 'floatText', 'quoted'],
    text: `// repr writes a value as Python shows it inside a list.
func repr(value any) string {
	v := reflect.ValueOf(value)
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return "None"
	}
	switch v := value.(type) {
	case bool:
		return boolText(v)
	case string:
		return quoted(v)
	case float64:
		return floatText(v)
	case fmt.GoStringer:
		return v.GoString()
	case fmt.Stringer:
		return v.String()
	}
	var items []string
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			items = append(items, repr(v.Index(i).Interface()))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		isSet := v.Type().Elem().Size() == 0
		for iter := v.MapRange(); iter.Next(); {
			item := repr(iter.Key().Interface())
			if !isSet {
				item += ": " + repr(iter.Value().Interface())
			}
			items = append(items, item)
		}
		if isSet && len(items) == 0 {
			return "set()"
		}
		slices.Sort(items)
		return "{" + strings.Join(items, ", ") + "}"
	case reflect.Pointer:
		return repr(v.Elem().Interface())
	case reflect.Struct:
		if values := v.FieldByName("Values"); values.IsValid() {
			for i, keys := 0, v.FieldByName("Keys"); i < keys.Len(); i++ {
				item := values.MapIndex(keys.Index(i))
				items = append(items, repr(keys.Index(i).Interface())+": "+repr(item.Interface()))
			}
			return "{" + strings.Join(items, ", ") + "}"
		}
		size, item := v.NumField(), v.Field
		if tuple := v.FieldByName("Tuple"); tuple.IsValid() {
			size, item = tuple.Elem().Len(), tuple.Elem().Index
		}
		for i := range size {
			items = append(items, repr(item(i).Interface()))
		}
		if size == 1 {
			return "(" + items[0] + ",)"
		}
		return "(" + strings.Join(items, ", ") + ")"
	}
	return fmt.Sprint(value)
}`,
  },
  quoted: {
    imports: ['strconv', 'strings'],
    text: `// quoted writes a string as Python quotes it.
func quoted(s string) string {
	text := strconv.Quote(s)
	text = strings.ReplaceAll(text[1:len(text)-1], \`\\"\`, \`"\`)
	if strings.Contains(s, "'") && !strings.Contains(s, \`"\`) {
		return \`"\` + text + \`"\`
	}
	return "'" + strings.ReplaceAll(text, "'", \`\\'\`) + "'"
}`,
  },
  unquoted: {
    imports: ['strconv', 'strings'],
    text: `// unquoted gives the text that Python shows in quotes; what is shown without stays as it is.
func unquoted(shown string) string {
	if len(shown) < 2 || shown[0] != '"' && shown[0] != '\\'' {
		return shown
	}
	var text strings.Builder
	for rest := shown[1 : len(shown)-1]; rest != ""; {
		r, _, after, err := strconv.UnquoteChar(rest, shown[0])
		if err != nil {
			return shown
		}
		text.WriteRune(r)
		rest = after
	}
	return text.String()
}`,
  },
  text: {
    imports: ['fmt', 'reflect'],
    needs: ['repr'],
    text: `// text writes a value as Python prints it.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case *string:
		if v != nil {
			return *v
		}
	case error:
		return v.Error()
	case fmt.Stringer:
		if r := reflect.ValueOf(v); r.Kind() != reflect.Pointer || !r.IsNil() {
			return v.String()
		}
	}
	return repr(value)
}`,
  },
  nilText: {
    imports: ['reflect'],
    needs: ['repr'],
    text: `// nilText writes a slice or a map, nil as None.
func nilText(value any) string {
	if reflect.ValueOf(value).IsNil() {
		return "None"
	}
	return repr(value)
}`,
  },
  withCommas: {
    imports: ['strings'],
    text: `// withCommas groups the digits of a number by thousands.
func withCommas(number string) string {
	digits, fraction, _ := strings.Cut(number, ".")
	sign := ""
	if strings.ContainsAny(digits[:1], "+- ") {
		sign, digits = digits[:1], digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + digits + fraction
}`,
  },
  grouped: {
    imports: ['strings'],
    needs: ['withCommas'],
    text: `// grouped writes a number with a mark between its thousands.
func grouped(number, mark string) string {
	return strings.ReplaceAll(withCommas(number), ",", mark)
}`,
  },
  pythonNumber: {
    imports: ['math'],
    text: `// pythonNumber gives a number that is whole as an int.
func pythonNumber(f float64) any {
	if f == math.Trunc(f) && !math.IsInf(f, 0) {
		return int(f)
	}
	return f
}`,
  },
  wholeText: {
    imports: ['math', 'strconv'],
    needs: ['floatText'],
    text: `// wholeText writes a number that is whole without a fraction.
func wholeText(f float64) string {
	if f == math.Trunc(f) && !math.IsInf(f, 0) {
		// Adding 0 makes 0 of -0, which whole numbers do not have.
		return strconv.FormatFloat(f+0, 'f', 0, 64)
	}
	return floatText(f)
}`,
  },
};
