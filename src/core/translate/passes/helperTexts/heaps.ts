/** Heaps in slices, each step as Python's heapq does it, so that the slices look the same. */
import type { HelperText } from './helperText';

export const heaps: Record<string, HelperText> = {
  siftDown: {
    text: `// siftDown moves the value at a place up to where it belongs.
func siftDown[T any](heap []T, start, at int, compare func(a, b T) int) {
	value := heap[at]
	for at > start {
		parent := (at - 1) / 2
		if compare(value, heap[parent]) >= 0 {
			break
		}
		heap[at] = heap[parent]
		at = parent
	}
	heap[at] = value
}`,
  },
  siftUp: {
    needs: ['siftDown'],
    text: `// siftUp fills the place of a value from below and puts the value where it belongs.
func siftUp[T any](heap []T, at int, compare func(a, b T) int) {
	start, value := at, heap[at]
	for child := 2*at + 1; child < len(heap); child = 2*at + 1 {
		if right := child + 1; right < len(heap) && compare(heap[child], heap[right]) >= 0 {
			child = right
		}
		heap[at] = heap[child]
		at = child
	}
	heap[at] = value
	siftDown(heap, start, at, compare)
}`,
  },
  heapPush: {
    needs: ['siftDown'],
    text: `// heapPush puts a value into a heap.
func heapPush[T any](heap []T, value T, compare func(a, b T) int) []T {
	heap = append(heap, value)
	siftDown(heap, 0, len(heap)-1, compare)
	return heap
}`,
  },
  heapPop: {
    needs: ['siftUp'],
    text: `// heapPop takes the smallest value out of a heap.
func heapPop[T any](heap []T, compare func(a, b T) int) (T, []T) {
	last := heap[len(heap)-1]
	heap = heap[:len(heap)-1]
	if len(heap) == 0 {
		return last, heap
	}
	smallest := heap[0]
	heap[0] = last
	siftUp(heap, 0, compare)
	return smallest, heap
}`,
  },
  heapify: {
    needs: ['siftUp'],
    text: `// heapify makes a heap of the values.
func heapify[T any](values []T, compare func(a, b T) int) {
	for i := len(values)/2 - 1; i >= 0; i-- {
		siftUp(values, i, compare)
	}
}`,
  },
  heapReplace: {
    needs: ['siftUp'],
    text: `// heapReplace takes the smallest value out of a heap and puts another in.
func heapReplace[T any](heap []T, value T, compare func(a, b T) int) T {
	smallest := heap[0]
	heap[0] = value
	siftUp(heap, 0, compare)
	return smallest
}`,
  },
  heapPushPop: {
    needs: ['siftUp'],
    text: `// heapPushPop puts a value into a heap and takes the smallest out.
func heapPushPop[T any](heap []T, value T, compare func(a, b T) int) T {
	if len(heap) > 0 && compare(heap[0], value) < 0 {
		value, heap[0] = heap[0], value
		siftUp(heap, 0, compare)
	}
	return value
}`,
  },
  placeOf: {
    imports: ['slices'],
    text: `// placeOf is where an item belongs among sorted ones, behind its equals.
func placeOf[T any](sorted []T, item T, compare func(a, b T) int) int {
	at, _ := slices.BinarySearchFunc(sorted, item, func(a, b T) int {
		if compare(a, b) <= 0 {
			return -1
		}
		return 1
	})
	return at
}`,
  },
};
