/** Lists, sets and dicts. */
import type { HelperText } from './helperText';

export const collections: Record<string, HelperText> = {
  iterator: {
    imports: ['iter'],
    alsoNamed: ['newIterator'],
    text: `// iterator gives the values of a sequence one after the other and remembers where it stands.
type iterator[T any] struct {
	next func() (T, bool)
}

func newIterator[T any](values iter.Seq[T]) *iterator[T] {
	next, _ := iter.Pull(values)
	return &iterator[T]{next}
}

// Next gives the next value, and false where there is none.
func (i *iterator[T]) Next() (T, bool) {
	return i.next()
}

// All gives the values that are left.
func (i *iterator[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			value, ok := i.next()
			if !ok || !yield(value) {
				return
			}
		}
	}
}`,
  },
  sequence: {
    imports: ['iter'],
    text: `// sequence gives what next gives, until it says that there is no more.
func sequence[T any](next func() (T, bool)) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			value, ok := next()
			if !ok || !yield(value) {
				return
			}
		}
	}
}`,
  },
  fromEnd: {
    text: `// fromEnd counts a negative index from the end.
func fromEnd(i, length int) int {
	if i < 0 {
		return i + length
	}
	return i
}`,
  },
  slicePart: {
    text: `// slicePart copies values[low:high]; bounds count from the end where they are negative and never run over.
func slicePart[T any](values []T, low, high int) []T {
	n := len(values)
	if low < 0 {
		low += n
	}
	if high < 0 {
		high += n
	}
	low, high = min(max(low, 0), n), min(max(high, 0), n)
	if low >= high {
		return []T{}
	}
	return append([]T{}, values[low:high]...)
}`,
  },
  replacedPart: {
    imports: ['slices'],
    text: `// replacedPart puts other items for values[low:high], whose bounds count from the end where they are negative and never run over.
func replacedPart[T any](values []T, low, high int, items ...T) []T {
	n := len(values)
	if low < 0 {
		low += n
	}
	if high < 0 {
		high += n
	}
	low = min(max(low, 0), n)
	return slices.Replace(values, low, max(low, min(high, n)), items...)
}`,
  },
  mapped: {
    text: `// mapped gives what a function makes of each value.
func mapped[A, B any](values []A, change func(A) B) []B {
	result := make([]B, len(values))
	for i, value := range values {
		result[i] = change(value)
	}
	return result
}`,
  },
  unique: {
    text: `// unique gives each value once, where it comes first.
func unique[T comparable](values []T) []T {
	seen, result := map[T]bool{}, []T{}
	for _, value := range values {
		if !seen[value] {
			seen[value] = true
			result = append(result, value)
		}
	}
	return result
}`,
  },
  everyNth: {
    text: `// everyNth takes values in steps: forward from low, or backward from high with a negative step.
func everyNth[T any](values []T, step int) []T {
	result := []T{}
	if step > 0 {
		for i := 0; i < len(values); i += step {
			result = append(result, values[i])
		}
	} else {
		for i := len(values) - 1; i >= 0; i += step {
			result = append(result, values[i])
		}
	}
	return result
}`,
  },
  removed: {
    imports: ['slices'],
    text: `// removed takes the first occurrence of a value out of a slice.
func removed[T comparable](values []T, value T) []T {
	i := slices.Index(values, value)
	if i < 0 {
		panic("the value is not in the list")
	}
	return slices.Delete(values, i, i+1)
}`,
  },
  count: {
    text: `// count tells how often a value occurs.
func count[T comparable](values []T, value T) int {
	n := 0
	for _, one := range values {
		if one == value {
			n++
		}
	}
	return n
}`,
  },
  transposed: {
    text: `// transposed turns rows into columns, as long as the shortest row reaches.
func transposed[T any](rows [][]T) [][]T {
	columns := [][]T{}
	for i := 0; len(rows) > 0; i++ {
		column := make([]T, 0, len(rows))
		for _, row := range rows {
			if i >= len(row) {
				return columns
			}
			column = append(column, row[i])
		}
		columns = append(columns, column)
	}
	return columns
}`,
  },
  repeated: {
    text: `// repeated strings copies of the values together.
func repeated[T any](values []T, times int) []T {
	result := make([]T, 0, len(values)*max(times, 0))
	for range times {
		result = append(result, values...)
	}
	return result
}`,
  },
  union: {
    imports: ['maps'],
    text: `// union gives the values that are in either set.
func union[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := maps.Clone(a)
	maps.Copy(result, b)
	return result
}`,
  },
  intersection: {
    text: `// intersection gives the values that are in both sets.
func intersection[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for value := range a {
		if _, ok := b[value]; ok {
			result[value] = struct{}{}
		}
	}
	return result
}`,
  },
  difference: {
    text: `// difference gives the values of a that are not in b.
func difference[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for value := range a {
		if _, ok := b[value]; !ok {
			result[value] = struct{}{}
		}
	}
	return result
}`,
  },
  isSubset: {
    text: `// isSubset tells whether every value of a is in b.
func isSubset[T comparable](a, b map[T]struct{}) bool {
	for value := range a {
		if _, ok := b[value]; !ok {
			return false
		}
	}
	return true
}`,
  },
  setOf: {
    text: `// setOf makes a set of the values.
func setOf[T comparable](values ...T) map[T]struct{} {
	set := make(map[T]struct{}, len(values))
	for _, value := range values {
		set[value] = struct{}{}
	}
	return set
}`,
  },
  restOf: {
    imports: ['maps'],
    text: `// restOf copies a map without some of its keys.
func restOf[K comparable, V any](m map[K]V, keys ...K) map[K]V {
	rest := maps.Clone(m)
	for _, key := range keys {
		delete(rest, key)
	}
	return rest
}`,
  },
  orderedRest: {
    imports: ['slices'],
    text: `// orderedRest copies a map without some of its keys.
func orderedRest[K comparable, V any](m *orderedMap[K, V], keys ...K) *orderedMap[K, V] {
	rest := newOrderedMap[K, V]()
	for key, value := range m.All() {
		if !slices.Contains(keys, key) {
			rest.Set(key, value)
		}
	}
	return rest
}`,
    needs: ['orderedMap'],
  },
  orderedMap: {
    alsoNamed: ['newOrderedMap'],
    text: `// orderedMap is a map that remembers in which order its keys came.
type orderedMap[K comparable, V any] struct {
	Keys   []K
	Values map[K]V
}

func newOrderedMap[K comparable, V any](items ...pair[K, V]) *orderedMap[K, V] {
	m := &orderedMap[K, V]{Values: map[K]V{}}
	for _, item := range items {
		m.Set(item.First, item.Second)
	}
	return m
}

// Set gives a key its value; a new key goes to the end.
func (m *orderedMap[K, V]) Set(key K, value V) {
	if _, ok := m.Values[key]; !ok {
		m.Keys = append(m.Keys, key)
	}
	m.Values[key] = value
}

// Delete takes a key out.
func (m *orderedMap[K, V]) Delete(key K) {
	if _, ok := m.Values[key]; !ok {
		return
	}
	delete(m.Values, key)
	for i, other := range m.Keys {
		if other == key {
			m.Keys = append(m.Keys[:i:i], m.Keys[i+1:]...)
			return
		}
	}
}

// All gives the keys and values in their order.
func (m *orderedMap[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for _, key := range m.Keys {
			if value, ok := m.Values[key]; ok && !yield(key, value) {
				return
			}
		}
	}
}`,
    needs: ['pair'],
  },
};
