/** Pointers, truth, input and errors. */
import type { HelperText } from './helperText';

export const values: Record<string, HelperText> = {
  pointerTo: {
    text: `// pointerTo gives the address of a copy of the value.
func pointerTo[T any](value T) *T {
	return &value
}`,
  },
  unpackMessage: {
    imports: ['fmt'],
    text: `// unpackMessage says what is wrong with the number of values that are unpacked.
func unpackMessage(got, want int) string {
	if got > want {
		return fmt.Sprintf("too many values to unpack (expected %d)", want)
	}
	return fmt.Sprintf("not enough values to unpack (expected %d, got %d)", want, got)
}`,
  },
  tooFew: {
    imports: ['fmt'],
    text: `// tooFew says that there are not enough values to unpack.
func tooFew(got, want int) string {
	return fmt.Sprintf("not enough values to unpack (expected at least %d, got %d)", want, got)
}`,
  },
  anyOf: {
    text: `// anyOf gives what a pointer points to as a value of any type, and nil for none.
func anyOf[T any](pointer *T) any {
	if pointer == nil {
		return nil
	}
	return *pointer
}`,
  },
  presentItems: {
    text: `// presentItems gives what a list of pointers points to; none of them may be nil.
func presentItems[T any](pointers []*T) []T {
	items := make([]T, 0, len(pointers))
	for _, pointer := range pointers {
		items = append(items, *pointer)
	}
	return items
}`,
  },
  optionalOf: {
    text: `// optionalOf gives the address of a value that is there, and nil for none.
func optionalOf[T any](value any) *T {
	if value == nil {
		return nil
	}
	if pointer, ok := value.(*T); ok {
		return pointer
	}
	of := value.(T)
	return &of
}`,
  },
  causedError: {
    imports: ['errors'],
    alsoNamed: ['withCause', 'causeOf'],
    text: `// causedError is an error that another one led to.
type causedError struct {
	error
	cause error
}

func (e *causedError) Unwrap() error {
	return e.error
}

// withCause remembers what led to an error.
func withCause(err, cause error) error {
	return &causedError{err, cause}
}

// causeOf gives what led to an error, or nil.
func causeOf(err error) error {
	var caused *causedError
	if errors.As(err, &caused) {
		return caused.cause
	}
	return nil
}`,
  },
  exceptionName: {
    imports: ['errors', 'io/fs'],
    needs: ['typeName'],
    text: `// exceptionName gives the name of Python's class for an error.
func exceptionName(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "FileNotFoundError"
	case errors.Is(err, fs.ErrExist):
		return "FileExistsError"
	case errors.Is(err, fs.ErrPermission):
		return "PermissionError"
	case errors.As(err, new(*fs.PathError)):
		return "OSError"
	}
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return typeName(err)
}`,
  },
  errorRepr: {
    needs: ['exceptionName', 'quoted'],
    text: `// errorRepr writes an error as Python shows an exception inside a list.
func errorRepr(err error) string {
	if err == nil {
		return "None"
	}
	name, message := exceptionName(err), err.Error()
	if message != "" && name != "KeyError" {
		message = quoted(message)
	}
	return name + "(" + message + ")"
}`,
  },
  itemOr: {
    text: `// itemOr gives an item of a list, or something else where the list is shorter.
func itemOr[T any](items []T, at int, otherwise T) T {
	if at < len(items) {
		return items[at]
	}
	return otherwise
}`,
  },
  flagsIn: {
    text: `// flagsIn lists the flags that are set in a value.
func flagsIn[T ~int](value T, flags ...T) []T {
	var set []T
	for _, flag := range flags {
		if value&flag != 0 {
			set = append(set, flag)
		}
	}
	return set
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
	if python, ok := map[string]string{"string": "str", "float64": "float", "osError": "OSError", "eofError": "EOFError"}[name]; ok {
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
  valueOrNil: {
    text: `// valueOrNil gives a value of any type as one of a type that can be nil.
func valueOrNil[T any](value any) T {
	held, _ := value.(T)
	return held
}`,
  },
  valueAs: {
    imports: ['reflect'],
    text: `// valueAs gives a value as one of another type: what it holds, its address or its items.
func valueAs[T any](value reflect.Value) T {
	result, _ := convertValue(value, reflect.TypeFor[T]()).Interface().(T)
	return result
}

func convertValue(value reflect.Value, to reflect.Type) reflect.Value {
	if value.IsValid() && value.Kind() == reflect.Interface {
		value = value.Elem()
	}
	if !value.IsValid() {
		return reflect.Zero(to)
	}
	if to.Kind() == reflect.Interface {
		boxed := reflect.New(to).Elem()
		boxed.Set(value)
		return boxed
	}
	if value.Type().AssignableTo(to) {
		return value
	}
	switch {
	case to.Kind() == reflect.Pointer && value.Kind() != reflect.Pointer:
		target := reflect.New(to.Elem())
		target.Elem().Set(convertValue(value, to.Elem()))
		return target
	case to.Kind() == reflect.Slice && value.Kind() == reflect.Slice:
		items := reflect.MakeSlice(to, 0, value.Len())
		for i := range value.Len() {
			items = reflect.Append(items, convertValue(value.Index(i), to.Elem()))
		}
		return items
	case to.Kind() == reflect.Map && value.Kind() == reflect.Map:
		items := reflect.MakeMap(to)
		for entries := value.MapRange(); entries.Next(); {
			items.SetMapIndex(convertValue(entries.Key(), to.Key()), convertValue(entries.Value(), to.Elem()))
		}
		return items
	case to.Kind() == reflect.String:
		panic("the value is not a text")
	}
	return value.Convert(to)
}`,
  },
  listOf: {
    imports: ['reflect'],
    needs: ['valueAs'],
    text: `// listOf gives the items of a value of any type that can be looked through.
func listOf[T any](value any) []T {
	if items, ok := value.([]T); ok {
		return items
	}
	v := reflect.Indirect(reflect.ValueOf(value))
	if keys := v; v.Kind() == reflect.Struct {
		if keys = v.FieldByName("Keys"); keys.IsValid() {
			v = keys
		}
	}
	result := []T{}
	add := func(item reflect.Value) { result = append(result, valueAs[T](item)) }
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			add(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			add(key)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			add(v.Field(i))
		}
	case reflect.String:
		for _, r := range v.String() {
			add(reflect.ValueOf(string(r)))
		}
	default:
		panic("the value cannot be looked through")
	}
	return result
}`,
  },
  mapOf: {
    imports: ['reflect'],
    needs: ['valueAs'],
    text: `// mapOf gives a value of any type as a map.
func mapOf[K comparable, V any](value any) map[K]V {
	if m, ok := value.(map[K]V); ok {
		return m
	}
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() == reflect.Struct {
		v = v.FieldByName("Values")
	}
	result := map[K]V{}
	for entries := v.MapRange(); entries.Next(); {
		result[valueAs[K](entries.Key())] = valueAs[V](entries.Value())
	}
	return result
}`,
  },
  orderedMapOf: {
    imports: ['reflect'],
    needs: ['orderedMap', 'valueAs'],
    text: `// orderedMapOf gives a value of any type as a map that keeps its order.
func orderedMapOf[K comparable, V any](value any) *orderedMap[K, V] {
	if m, ok := value.(*orderedMap[K, V]); ok {
		return m
	}
	result := newOrderedMap[K, V]()
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() == reflect.Map {
		for entries := v.MapRange(); entries.Next(); {
			result.Set(valueAs[K](entries.Key()), valueAs[V](entries.Value()))
		}
		return result
	}
	keys, values := v.FieldByName("Keys"), v.FieldByName("Values")
	for i := range keys.Len() {
		result.Set(valueAs[K](keys.Index(i)), valueAs[V](values.MapIndex(keys.Index(i))))
	}
	return result
}`,
  },
  isKind: {
    imports: ['reflect', 'strings'],
    text: `// isKind tells whether a value is what Python calls a list, tuple, dict or set.
func isKind(value any, kind string) bool {
	if value == nil {
		return false
	}
	t := reflect.TypeOf(value)
	switch {
	case t.Kind() == reflect.Slice:
		return kind == "list"
	case t.Kind() == reflect.Map:
		isSet := t.Elem().Kind() == reflect.Struct && t.Elem().NumField() == 0
		return kind == "set" && isSet || kind == "dict" && !isSet
	case t.Kind() == reflect.Pointer:
		return kind == "dict" && strings.HasPrefix(t.Elem().Name(), "orderedMap[")
	default:
		return kind == "tuple" && t.Kind() == reflect.Struct && strings.Contains(t.Name(), "[")
	}
}`,
  },
  compareValues: {
    imports: ['cmp', 'reflect'],
    text: `// compareValues orders two values of one type, whatever that is.
func compareValues(a, b any) int {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(float64(x), b.(float64))
	case float64:
		if y, ok := b.(int); ok {
			return cmp.Compare(x, float64(y))
		}
		return cmp.Compare(x, b.(float64))
	case string:
		return cmp.Compare(x, b.(string))
	}
	v, w := reflect.ValueOf(a), reflect.ValueOf(b)
	switch v.Kind() {
	case reflect.Slice:
		for i := range min(v.Len(), w.Len()) {
			if order := compareValues(v.Index(i).Interface(), w.Index(i).Interface()); order != 0 {
				return order
			}
		}
		return cmp.Compare(v.Len(), w.Len())
	case reflect.Struct:
		for i := range v.NumField() {
			if order := compareValues(v.Field(i).Interface(), w.Field(i).Interface()); order != 0 {
				return order
			}
		}
		return 0
	}
	panic("there is no order between these values")
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
	if sized, ok := value.(interface{ Len() int }); ok {
		return sized.Len()
	}
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() != reflect.Struct {
		return v.Len()
	}
	if keys := v.FieldByName("Keys"); keys.IsValid() {
		return keys.Len()
	}
	return v.NumField()
}`,
  },
  intIn: {
    imports: ['fmt'],
    needs: ['numberOf'],
    text: `// intIn takes a value of any type as a whole number, as Python's int does.
func intIn(value any) (int, error) {
	switch v := value.(type) {
	case int:
		return v, nil
	case float64:
		return int(v), nil
	case bool:
		if v {
			return 1, nil
		}
		return 0, nil
	case string:
		return numberOf(v)
	}
	return 0, fmt.Errorf("int() argument must be a string or a number, not %T", value)
}`,
  },
  floatIn: {
    imports: ['fmt'],
    needs: ['floatOf'],
    text: `// floatIn takes a value of any type as a float, as Python's float does.
func floatIn(value any) (float64, error) {
	switch v := value.(type) {
	case int:
		return float64(v), nil
	case float64:
		return v, nil
	case string:
		return floatOf(v)
	}
	return 0, fmt.Errorf("float() argument must be a string or a number, not %T", value)
}`,
  },
};
