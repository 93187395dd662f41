/** JSON as Python writes and reads it. */
import type { HelperText } from './helperText';

export const jsonTexts: Record<string, HelperText> = {
  jsonForm: {
    imports: ['cmp', 'fmt', 'reflect', 'slices', 'strconv', 'strings'],
    needs: ['floatText'],
    text: `// jsonForm is how JSON is laid out.
type jsonForm struct {
	Indent        string
	ItemSeparator string
	KeySeparator  string
	SortKeys      bool
	Unicode       bool
}

// Text writes a value as JSON.
func (f jsonForm) Text(value any) string {
	return f.encode(reflect.ValueOf(value), "\\n")
}

func (f jsonForm) encode(v reflect.Value, line string) string {
	for v.IsValid() && (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) {
		if v.IsNil() {
			return "null"
		}
		v = v.Elem()
	}
	if !v.IsValid() {
		return "null"
	}
	inner := line + f.Indent
	var items []string
	switch v.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.String:
		return f.quote(v.String())
	case reflect.Float64:
		return strings.NewReplacer("inf", "Infinity", "nan", "NaN").Replace(floatText(v.Float()))
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			items = append(items, f.encode(v.Index(i), inner))
		}
		return f.enclose("[", items, "]", line)
	case reflect.Map:
		for _, key := range v.MapKeys() {
			items = append(items, f.entry(key, v.MapIndex(key), inner))
		}
		slices.Sort(items)
		return f.enclose("{", items, "}", line)
	case reflect.Struct:
		if values := v.FieldByName("Values"); values.IsValid() && values.Kind() == reflect.Map {
			var keys []reflect.Value
			for i := range v.FieldByName("Keys").Len() {
				keys = append(keys, v.FieldByName("Keys").Index(i))
			}
			if f.SortKeys {
				slices.SortFunc(keys, func(a, b reflect.Value) int {
					if a.CanInt() && b.CanInt() {
						return cmp.Compare(a.Int(), b.Int())
					}
					return cmp.Compare(a.String(), b.String())
				})
			}
			for _, key := range keys {
				items = append(items, f.entry(key, values.MapIndex(key), inner))
			}
			return f.enclose("{", items, "}", line)
		}
		for i := range v.NumField() {
			items = append(items, f.encode(v.Field(i), inner))
		}
		return f.enclose("[", items, "]", line)
	}
	return fmt.Sprint(v)
}

func (f jsonForm) entry(key, value reflect.Value, line string) string {
	name := f.encode(key, line)
	if !strings.HasPrefix(name, \`"\`) {
		name = \`"\` + name + \`"\`
	}
	return name + f.KeySeparator + f.encode(value, line)
}

func (f jsonForm) enclose(start string, items []string, end, line string) string {
	if f.Indent == "" || len(items) == 0 {
		return start + strings.Join(items, f.ItemSeparator) + end
	}
	return start + line + f.Indent + strings.Join(items, f.ItemSeparator+line+f.Indent) + line + end
}

func (f jsonForm) quote(s string) string {
	var text strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\\\':
			text.WriteString(\`\\\` + string(r))
		case r == '\\n':
			text.WriteString(\`\\n\`)
		case r == '\\r':
			text.WriteString(\`\\r\`)
		case r == '\\t':
			text.WriteString(\`\\t\`)
		case r > 0xffff && !f.Unicode:
			r -= 0x10000
			fmt.Fprintf(&text, \`\\u%04x\\u%04x\`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		case r < ' ' || r > '~' && !f.Unicode:
			fmt.Fprintf(&text, \`\\u%04x\`, r)
		default:
			text.WriteRune(r)
		}
	}
	return \`"\` + text.String() + \`"\`
}`,
  },
  checkJSON: {
    imports: ['encoding/json', 'errors', 'fmt', 'strings', 'unicode/utf8'],
    text: `// checkJSON says what is wrong with JSON and where, in Python's words; nil where it is right.
func checkJSON(text string) error {
	var syntax *json.SyntaxError
	var value json.RawMessage
	err := json.Unmarshal([]byte(text), &value)
	if !errors.As(err, &syntax) {
		return err
	}
	if strings.HasPrefix(err.Error(), "unexpected end") {
		// What would have to come next is told for a character that can stand nowhere.
		errors.As(json.Unmarshal([]byte(text+"\\x01"), &value), &syntax)
	}
	at, said := int(syntax.Offset)-1, syntax.Error()
	what := "Expecting value"
	switch {
	case strings.HasSuffix(said, "object key string"):
		what = "Expecting property name enclosed in double quotes"
	case strings.HasSuffix(said, "after object key"):
		what = "Expecting ':' delimiter"
	case strings.HasSuffix(said, "after array element"), strings.HasSuffix(said, "after object key:value pair"):
		what = "Expecting ',' delimiter"
	case strings.HasSuffix(said, "after top-level value"):
		what = "Extra data"
	case strings.HasSuffix(said, "in string literal") && at < len(text):
		what = "Invalid control character at"
	case strings.HasSuffix(said, "in string literal"):
		what, at = "Unterminated string starting at", strings.LastIndexByte(text, '"')
	case strings.HasSuffix(said, "in string escape code"):
		what, at = \`Invalid \\escape\`, at-1
	case strings.Contains(said, " in "):
		at = strings.LastIndexAny(text[:at], " \\t\\r\\n[{:,") + 1
	}
	line := strings.Count(text[:at], "\\n") + 1
	column := utf8.RuneCountInString(text[strings.LastIndexByte(text[:at], '\\n')+1:at]) + 1
	return fmt.Errorf("%s: line %d column %d (char %d)", what, line, column, utf8.RuneCountInString(text[:at]))
}`.replace(/\\\\/g, '\\'),
  },
  jsonErrorParts: {
    imports: ['regexp'],
    text: `// jsonErrorParts takes the message of an error in JSON apart: all of it, what it says, line, column and offset.
func jsonErrorParts(err error) []string {
	pattern := regexp.MustCompile(\`^(.*): line (\\d+) column (\\d+) \\(char (\\d+)\\)$\`)
	if parts := pattern.FindStringSubmatch(err.Error()); parts != nil {
		return parts
	}
	return []string{err.Error(), err.Error(), "1", "1", "0"}
}`,
  },
  readJSON: {
    imports: ['encoding/json', 'strings'],
    needs: ['checkJSON'],
    text: `// readJSON reads JSON: whole numbers as int, objects as maps.
func readJSON(text string) (any, error) {
	if err := checkJSON(text); err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	return plainJSON(value), nil
}

func plainJSON(value any) any {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return int(n)
		}
		f, _ := v.Float64()
		return f
	case []any:
		for i, item := range v {
			v[i] = plainJSON(item)
		}
	case map[string]any:
		for key, item := range v {
			v[key] = plainJSON(item)
		}
	}
	return value
}`,
  },
  readOrderedJSON: {
    imports: ['encoding/json', 'strings'],
    needs: ['orderedMap', 'checkJSON'],
    text: `// readOrderedJSON reads JSON: whole numbers as int, objects as maps that keep their order.
func readOrderedJSON(text string) (any, error) {
	if err := checkJSON(text); err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	return nextJSON(decoder)
}

func nextJSON(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case json.Number:
		if n, err := token.Int64(); err == nil {
			return int(n), nil
		}
		return token.Float64()
	case json.Delim:
		if token == '[' {
			items := []any{}
			for decoder.More() {
				item, err := nextJSON(decoder)
				if err != nil {
					return nil, err
				}
				items = append(items, item)
			}
			_, err := decoder.Token()
			return items, err
		}
		object := newOrderedMap[string, any]()
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := nextJSON(decoder)
			if err != nil {
				return nil, err
			}
			object.Set(key.(string), value)
		}
		_, err := decoder.Token()
		return object, err
	}
	return token, nil
}`,
  },
};
