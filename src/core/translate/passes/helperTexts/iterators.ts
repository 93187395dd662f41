/** Iterators, as Python's itertools gives them. */
import type { HelperText } from './helperText';

export const iterators: Record<string, HelperText> = {
  combinations: {
    text: `// combinations gives every choice of n values, in the order of the values.
func combinations[T any](values []T, n int) [][]T {
	if n == 0 {
		return [][]T{{}}
	}
	result := [][]T{}
	for i := 0; i+n <= len(values); i++ {
		for _, rest := range combinations(values[i+1:], n-1) {
			result = append(result, append([]T{values[i]}, rest...))
		}
	}
	return result
}`,
  },
  combinationsWithRepeats: {
    text: `// combinationsWithRepeats gives every choice of n values of which each may be taken several times.
func combinationsWithRepeats[T any](values []T, n int) [][]T {
	if n == 0 {
		return [][]T{{}}
	}
	result := [][]T{}
	for i, value := range values {
		for _, rest := range combinationsWithRepeats(values[i:], n-1) {
			result = append(result, append([]T{value}, rest...))
		}
	}
	return result
}`,
  },
  permutations: {
    imports: ['slices'],
    text: `// permutations gives every arrangement of n of the values.
func permutations[T any](values []T, n int) [][]T {
	if n == 0 {
		return [][]T{{}}
	}
	result := [][]T{}
	for i, value := range values {
		others := slices.Concat(values[:i], values[i+1:])
		for _, rest := range permutations(others, n-1) {
			result = append(result, append([]T{value}, rest...))
		}
	}
	return result
}`,
  },
  product: {
    text: `// product gives every way to take one value from each list.
func product[T any](lists ...[]T) [][]T {
	result := [][]T{{}}
	for _, values := range lists {
		longer := [][]T{}
		for _, start := range result {
			for _, value := range values {
				longer = append(longer, append(append([]T{}, start...), value))
			}
		}
		result = longer
	}
	return result
}`,
  },
  repeatedLists: {
    text: `// repeatedLists gives the same list several times.
func repeatedLists[T any](values []T, times int) [][]T {
	lists := make([][]T, times)
	for i := range lists {
		lists[i] = values
	}
	return lists
}`,
  },
  groupRuns: {
    needs: ['pair'],
    text: `// groupRuns gathers neighbouring values that have the same key.
func groupRuns[T any, K comparable](values []T, key func(T) K) []pair[K, []T] {
	groups := []pair[K, []T]{}
	for _, value := range values {
		k := key(value)
		if last := len(groups) - 1; last >= 0 && groups[last].First == k {
			groups[last].Second = append(groups[last].Second, value)
		} else {
			groups = append(groups, pair[K, []T]{k, []T{value}})
		}
	}
	return groups
}`,
  },
  accumulate: {
    text: `// accumulate combines each value with all before it.
func accumulate[T any](values []T, combine func(total, value T) T) []T {
	totals := make([]T, 0, len(values))
	for i, value := range values {
		if i > 0 {
			value = combine(totals[i-1], value)
		}
		totals = append(totals, value)
	}
	return totals
}`,
  },
  countFrom: {
    imports: ['iter'],
    text: `// countFrom counts up without an end.
func countFrom[T int | float64](start, step T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for n := start; yield(n); n += step {
		}
	}
}`,
  },
  cycle: {
    imports: ['iter'],
    text: `// cycle gives the values again and again.
func cycle[T any](values []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for len(values) > 0 {
			for _, value := range values {
				if !yield(value) {
					return
				}
			}
		}
	}
}`,
  },
  repeatEndlessly: {
    imports: ['iter'],
    text: `// repeatEndlessly gives the same value again and again.
func repeatEndlessly[T any](value T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for yield(value) {
		}
	}
}`,
  },
  takeWhile: {
    imports: ['iter'],
    text: `// takeWhile gives values as long as they pass the test.
func takeWhile[T any](values iter.Seq[T], test func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for value := range values {
			if !test(value) || !yield(value) {
				return
			}
		}
	}
}`,
  },
  dropWhile: {
    imports: ['iter'],
    text: `// dropWhile leaves out the first values as long as they pass the test.
func dropWhile[T any](values iter.Seq[T], test func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		dropping := true
		for value := range values {
			dropping = dropping && test(value)
			if !dropping && !yield(value) {
				return
			}
		}
	}
}`,
  },
  keep: {
    imports: ['iter'],
    text: `// keep gives the values that pass the test.
func keep[T any](values iter.Seq[T], test func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for value := range values {
			if test(value) && !yield(value) {
				return
			}
		}
	}
}`,
  },
  islice: {
    imports: ['iter'],
    text: `// islice gives every step-th value from start up to stop; all to the end with a negative stop.
func islice[T any](values iter.Seq[T], start, stop, step int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if start == stop {
			return
		}
		i := 0
		for value := range values {
			if i >= start && (i-start)%step == 0 && !yield(value) {
				return
			}
			if i++; i == stop {
				return
			}
		}
	}
}`,
  },
  chain: {
    imports: ['iter'],
    text: `// chain gives the values of one sequence after the other.
func chain[T any](sequences ...iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, values := range sequences {
			for value := range values {
				if !yield(value) {
					return
				}
			}
		}
	}
}`,
  },
  zipLongest: {
    needs: ['pair'],
    text: `// zipLongest pairs values up to the end of the longer list; what is missing is filled.
func zipLongest[A, B any](first []A, second []B, fillFirst A, fillSecond B) []pair[A, B] {
	pairs := []pair[A, B]{}
	for i := range max(len(first), len(second)) {
		p := pair[A, B]{fillFirst, fillSecond}
		if i < len(first) {
			p.First = first[i]
		}
		if i < len(second) {
			p.Second = second[i]
		}
		pairs = append(pairs, p)
	}
	return pairs
}`,
  },
  batched: {
    imports: ['slices'],
    text: `// batched cuts a list into pieces of at most n values.
func batched[T any](values []T, n int) [][]T {
	return slices.Collect(slices.Chunk(values, n))
}`,
  },
};
