/** Operators, items and parts of values whose type is known at run time only. */
import type { HelperText } from './helperText';

/** Operators on two numbers of either kind. */
function onNumbers(name: string, comment: string, whole: string, real: string, needs: string[] = []): HelperText {
  return {
    ...(real.includes('math.') && { imports: ['math'] }),
    needs: ['wholeNumbers', ...needs],
    text: `// ${name} ${comment}
func ${name}(a, b any) any {
	if x, y, ok := wholeNumbers(a, b); ok {
		return ${whole}
	}
	return ${real}
}`,
  };
}

export const dynamicTexts: Record<string, HelperText> = {
  wholeNumbers: {
    alsoNamed: ['wholeNumber'],
    needs: ['asFloat'],
    text: `// wholeNumbers gives two values as whole numbers, if both are.
func wholeNumbers(a, b any) (x, y int, ok bool) {
	x, isWhole := wholeNumber(a)
	y, ok = wholeNumber(b)
	return x, y, ok && isWhole
}

// wholeNumber gives a value as a whole number, if it is one; a bool counts as 0 or 1.
func wholeNumber(value any) (int, bool) {
	switch v := value.(type) {
	case int:
		return v, true
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}`,
  },
  addValues: {
    imports: ['slices'],
    needs: ['wholeNumbers', 'isKind', 'listOf'],
    text: `// addValues adds numbers, or joins texts or lists.
func addValues(a, b any) any {
	if x, y, ok := wholeNumbers(a, b); ok {
		return x + y
	}
	if text, ok := a.(string); ok {
		return text + b.(string)
	}
	if isKind(a, "list") && isKind(b, "list") {
		return slices.Concat(listOf[any](a), listOf[any](b))
	}
	return asFloat(a) + asFloat(b)
}`,
  },
  subtractValues: onNumbers('subtractValues', 'subtracts numbers of either kind.', 'x - y', 'asFloat(a) - asFloat(b)'),
  multiplyValues: {
    imports: ['slices', 'strings'],
    needs: ['wholeNumbers', 'isKind', 'listOf'],
    text: `// multiplyValues multiplies numbers, or repeats a text or a list.
func multiplyValues(a, b any) any {
	if x, y, ok := wholeNumbers(a, b); ok {
		return x * y
	}
	if _, ok := wholeNumber(a); ok {
		a, b = b, a
	}
	if text, ok := a.(string); ok {
		return strings.Repeat(text, max(b.(int), 0))
	}
	if isKind(a, "list") {
		return slices.Repeat(listOf[any](a), max(b.(int), 0))
	}
	return asFloat(a) * asFloat(b)
}`,
  },
  callFunction: {
    imports: ['reflect'],
    needs: ['valueAs'],
    text: `// callFunction calls a function of any type; the error that it gives comes behind its result.
func callFunction(function any, args ...any) (any, error) {
	f := reflect.ValueOf(function)
	given := make([]reflect.Value, len(args))
	for i, arg := range args {
		var to reflect.Type
		if last := f.Type().NumIn() - 1; f.Type().IsVariadic() && i >= last {
			to = f.Type().In(last).Elem()
		} else {
			to = f.Type().In(i)
		}
		given[i] = convertValue(reflect.ValueOf(arg), to)
	}
	var result any
	for _, one := range f.Call(given) {
		switch {
		case one.Type() == reflect.TypeFor[error]():
			err, _ := one.Interface().(error)
			return result, err
		case one.Kind() == reflect.Pointer && one.IsNil():
		case one.Kind() == reflect.Pointer && one.Elem().Kind() != reflect.Struct:
			result = one.Elem().Interface()
		default:
			result = one.Interface()
		}
	}
	return result, nil
}`,
  },
  floorDivideValues: onNumbers(
    'floorDivideValues',
    'divides numbers of either kind and rounds down.',
    'floorDiv(x, y)',
    'math.Floor(asFloat(a) / asFloat(b))',
    ['floorDiv'],
  ),
  remainderOfValues: onNumbers(
    'remainderOfValues',
    'gives what is left of a division, with the sign of the divisor.',
    'floorMod(x, y)',
    'floorModFloat(asFloat(a), asFloat(b))',
    ['floorMod', 'floorModFloat'],
  ),
  powerOfValues: {
    imports: ['math'],
    needs: ['wholeNumbers', 'powInt'],
    text: `// powerOfValues raises a number to a power.
func powerOfValues(a, b any) any {
	if x, y, ok := wholeNumbers(a, b); ok && y >= 0 {
		return powInt(x, y)
	}
	return math.Pow(asFloat(a), asFloat(b))
}`,
  },
  sumOfValues: {
    needs: ['addValues'],
    text: `// sumOfValues adds up numbers of either kind.
func sumOfValues(numbers []any, start any) any {
	for _, number := range numbers {
		start = addValues(start, number)
	}
	return start
}`,
  },
  equalValues: {
    imports: ['reflect'],
    needs: ['keyedValues', 'wholeNumbers'],
    text: `// equalValues tells whether two values are equal: numbers by what they count, lists and maps by what is in them.
func equalValues(a, b any) bool {
	if a == nil || b == nil {
		return a == b
	}
	if x, y, ok := wholeNumbers(a, b); ok {
		return x == y
	}
	v, w := reflect.ValueOf(a), reflect.ValueOf(b)
	if isNumber(v) && isNumber(w) {
		return asFloat(a) == asFloat(b)
	}
	switch v.Kind() {
	case reflect.Slice:
		if w.Kind() != reflect.Slice || v.Len() != w.Len() {
			return false
		}
		for i := range v.Len() {
			if !equalValues(v.Index(i).Interface(), w.Index(i).Interface()) {
				return false
			}
		}
		return true
	case reflect.Map, reflect.Pointer:
		values, others := keyedValues(reflect.Indirect(v)), keyedValues(reflect.Indirect(w))
		if values.IsValid() && others.IsValid() {
			return sameEntries(values, others)
		}
		return v.Kind() == reflect.Pointer && a == b
	}
	return reflect.DeepEqual(a, b)
}

func isNumber(v reflect.Value) bool {
	return v.Kind() == reflect.Int || v.Kind() == reflect.Float64 || v.Kind() == reflect.Bool
}

func sameEntries(a, b reflect.Value) bool {
	if a.Len() != b.Len() {
		return false
	}
	for entries := a.MapRange(); entries.Next(); {
		key := reflect.ValueOf(entries.Key().Interface())
		if !key.IsValid() {
			key = reflect.Zero(b.Type().Key())
		}
		if !key.Type().AssignableTo(b.Type().Key()) {
			return false
		}
		other := b.MapIndex(key)
		if !other.IsValid() || !equalValues(entries.Value().Interface(), other.Interface()) {
			return false
		}
	}
	return true
}`,
  },
  containsValue: {
    imports: ['strings'],
    needs: ['equalValues', 'listOf'],
    text: `// containsValue tells whether a text, a list or a map contains a value.
func containsValue(whole, item any) bool {
	if text, ok := whole.(string); ok {
		return strings.Contains(text, item.(string))
	}
	for _, one := range listOf[any](whole) {
		if equalValues(one, item) {
			return true
		}
	}
	return false
}`,
  },
  itemOf: {
    imports: ['reflect'],
    needs: ['keyedValues'],
    text: `// itemOf gives the item of a list, a tuple or a text at an index, or the value of a map under a key.
func itemOf(whole, key any) any {
	if text, ok := whole.(string); ok {
		runes := []rune(text)
		return string(runes[placeOf(key, len(runes))])
	}
	v := reflect.Indirect(reflect.ValueOf(whole))
	if values := keyedValues(v); values.IsValid() {
		item := values.MapIndex(reflect.ValueOf(key))
		if !item.IsValid() {
			panic("the key is not in the map")
		}
		return item.Interface()
	}
	if v.Kind() == reflect.Struct {
		return v.Field(placeOf(key, v.NumField())).Interface()
	}
	return v.Index(placeOf(key, v.Len())).Interface()
}

func placeOf(key any, length int) int {
	at := key.(int)
	if at < 0 {
		at += length
	}
	return at
}`,
  },
  keyedValues: {
    imports: ['reflect'],
    text: `// keyedValues gives the map that a value is or keeps its entries in.
func keyedValues(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Struct {
		v = v.FieldByName("Values")
	}
	if !v.IsValid() || v.Kind() != reflect.Map {
		return reflect.Value{}
	}
	return v
}`,
  },
  setItemOf: {
    imports: ['reflect'],
    needs: ['valueAs'],
    text: `// setItemOf stores a value in a list at an index or in a map under a key.
func setItemOf(whole, key, item any) {
	v := reflect.ValueOf(whole)
	switch v.Kind() {
	case reflect.Map:
		v.SetMapIndex(reflect.ValueOf(key), convertValue(reflect.ValueOf(item), v.Type().Elem()))
	case reflect.Pointer:
		set := v.MethodByName("Set")
		set.Call([]reflect.Value{
			convertValue(reflect.ValueOf(key), set.Type().In(0)), convertValue(reflect.ValueOf(item), set.Type().In(1)),
		})
	default:
		at := key.(int)
		if at < 0 {
			at += v.Len()
		}
		v.Index(at).Set(convertValue(reflect.ValueOf(item), v.Type().Elem()))
	}
}`,
  },
  deleteItemOf: {
    imports: ['reflect'],
    text: `// deleteItemOf takes a key and its value out of a map.
func deleteItemOf(whole, key any) {
	v := reflect.ValueOf(whole)
	if v.Kind() == reflect.Map {
		v.SetMapIndex(reflect.ValueOf(key), reflect.Value{})
		return
	}
	v.MethodByName("Delete").Call([]reflect.Value{reflect.ValueOf(key)})
}`,
  },
  partOf: {
    needs: ['textPart', 'slicePart', 'listOf'],
    text: `// partOf gives a part of a text or of a list.
func partOf(whole any, low, high int) any {
	if text, ok := whole.(string); ok {
		return textPart(text, low, high)
	}
	return slicePart(listOf[any](whole), low, high)
}`,
  },
};
