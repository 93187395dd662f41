/** Tuples and sets that are keys of maps. */
import type { HelperText } from './helperText';

export const keys: Record<string, HelperText> = {
  tupleKey: {
    imports: ['reflect'],
    alsoNamed: ['tupleKeyOf'],
    text: `// tupleKey is a tuple of any length as the key of a map: an array, which Go compares by its items.
type tupleKey[T comparable] struct{ Tuple any }

// tupleKeyOf makes a key of the items of a tuple.
func tupleKeyOf[T comparable](items []T) tupleKey[T] {
	array := reflect.New(reflect.ArrayOf(len(items), reflect.TypeFor[T]())).Elem()
	reflect.Copy(array, reflect.ValueOf(items))
	return tupleKey[T]{array.Interface()}
}

// Items gives the items of the tuple.
func (k tupleKey[T]) Items() []T {
	array := reflect.ValueOf(k.Tuple)
	items := make([]T, array.Len())
	reflect.Copy(reflect.ValueOf(items), array)
	return items
}`,
  },
  setKeyOf: {
    imports: ['fmt', 'maps', 'slices', 'strings'],
    needs: ['tupleKey', 'setOf'],
    alsoNamed: ['setKey'],
    text: `// setKey is a set as the key of a map: its items in one order.
type setKey[T comparable] struct{ sorted tupleKey[T] }

// setKeyOf makes a key of a set.
func setKeyOf[T comparable](items map[T]struct{}) setKey[T] {
	sorted := slices.SortedFunc(maps.Keys(items), func(a, b T) int {
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	return setKey[T]{tupleKeyOf(sorted)}
}

// Items gives the set.
func (k setKey[T]) Items() map[T]struct{} {
	return setOf(k.sorted.Items()...)
}`,
  },
  removedFunc: {
    imports: ['slices'],
    text: `// removedFunc takes the first value that passes a test out of a slice.
func removedFunc[T any](values []T, test func(T) bool) []T {
	i := slices.IndexFunc(values, test)
	if i < 0 {
		panic("the value is not in the list")
	}
	return slices.Delete(values, i, i+1)
}`,
  },
  countFunc: {
    text: `// countFunc tells how many values pass a test.
func countFunc[T any](values []T, test func(T) bool) int {
	n := 0
	for _, one := range values {
		if test(one) {
			n++
		}
	}
	return n
}`,
  },
};
