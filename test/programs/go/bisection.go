package main

import (
	"fmt"
	"math"
	"slices"
	"sort"
)

// lowerBound is the first index whose value is not below the target.
func lowerBound(values []int, target int) int {
	low, high := 0, len(values)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if values[mid] < target {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func count(values []int, target int) int {
	return lowerBound(values, target+1) - lowerBound(values, target)
}

// root halves the interval until f changes its sign within eps.
func root(f func(float64) float64, low, high, eps float64) (x float64, steps int, ok bool) {
	if f(low)*f(high) > 0 {
		return 0, 0, false
	}
	for high-low > eps {
		steps++
		x = (low + high) / 2
		if f(low)*f(x) <= 0 {
			high = x
		} else {
			low = x
		}
	}
	return (low + high) / 2, steps, true
}

func main() {
	values := []int{1, 3, 3, 3, 8, 13, 21, 21}
	for _, target := range []int{0, 3, 4, 21, 99} {
		i, found := slices.BinarySearch(values, target)
		fmt.Println(target, "at", lowerBound(values, target), "times", count(values, target), i, found)
	}
	fmt.Println("first square over 2000:", sort.Search(100, func(n int) bool { return n*n > 2000 }))

	if x, steps, ok := root(func(x float64) float64 { return x*x*x - 2 }, 0, 2, 1e-9); ok {
		fmt.Printf("cube root of 2: %.6f after %d steps\n", x, steps)
	}
	x, _, _ := root(math.Cos, 1, 2, 1e-9)
	fmt.Printf("pi: %.6f\n", 2*x)
	_, _, ok := root(math.Exp, -1, 1, 1e-3)
	fmt.Println("exp has a root:", ok)
}
