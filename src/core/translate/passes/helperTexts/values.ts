/** Pointers, truth, input and errors. */
import type { HelperText } from './helperText';

export const values: Record<string, HelperText> = {
  pointerTo: {
    text: `// pointerTo gives the address of a copy of the value.
func pointerTo[T any](value T) *T {
	return &value
}`,
  },
  truthy: {
    imports: ['reflect'],
    text: `// truthy tells whether Python takes a value for true.
func truthy(value any) bool {
	if value == nil {
		return false
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	default:
		return !v.IsZero()
	}
}`,
  },
  typeName: {
    imports: ['reflect', 'strings'],
    text: `// typeName gives the name of the class of a value.
func typeName(value any) string {
	if value == nil {
		return "NoneType"
	}
	t := reflect.TypeOf(value)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name, _, isGeneric := strings.Cut(t.Name(), "[")
	switch {
	case isGeneric && name == "orderedMap", t.Kind() == reflect.Map && t.Elem().Size() > 0:
		return "dict"
	case t.Kind() == reflect.Map:
		return "set"
	case isGeneric:
		return "tuple"
	case t.Kind() == reflect.Slice:
		return "list"
	case t.Kind() == reflect.Func:
		return "function"
	}
	if python, ok := map[string]string{"string": "str", "float64": "float"}[name]; ok {
		return python
	}
	if _, ok := value.(error); ok {
		return strings.ToUpper(name[:1]) + name[1:]
	}
	return strings.TrimPrefix(name, "base")
}`,
  },
  isType: {
    text: `// isType tells whether a value is of a type.
func isType[T any](value any) bool {
	_, ok := value.(T)
	return ok
}`,
  },
  hasKey: {
    text: `// hasKey tells whether a map has a key.
func hasKey[K comparable, V any](m map[K]V, key K) bool {
	_, ok := m[key]
	return ok
}`,
  },
  readLine: {
    imports: ['bufio', 'errors', 'os'],
    text: `// stdin is read line by line.
var stdin = bufio.NewScanner(os.Stdin)

// readLine gives the next line of standard input.
func readLine() (string, error) {
	if !stdin.Scan() {
		return "", errors.New("EOF when reading a line")
	}
	return stdin.Text(), nil
}`,
  },
  must: {
    text: `// must gives the value and ends the program where there was an error.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}`,
  },
  asFloat: {
    text: `// asFloat takes a number of either kind as a float.
func asFloat(number any) float64 {
	if n, ok := number.(int); ok {
		return float64(n)
	}
	return number.(float64)
}`,
  },
  sizeOf: {
    imports: ['reflect', 'unicode/utf8'],
    text: `// sizeOf gives the length of a text, a list or a map.
func sizeOf(value any) int {
	if s, ok := value.(string); ok {
		return utf8.RuneCountInString(s)
	}
	v := reflect.ValueOf(value)
	if v.Kind() == reflect.Pointer {
		v = v.Elem().FieldByName("Keys")
	}
	return v.Len()
}`,
  },
};
