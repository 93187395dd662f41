package main

import "fmt"

type item struct {
	name          string
	weight, value int
}

// fill solves the 0/1 knapsack problem with a memoized recursion.
func fill(items []item, capacity int) (int, []string) {
	type key struct{ index, room int }
	memo := map[key]int{}
	var best func(index, room int) int
	best = func(index, room int) int {
		if index == len(items) {
			return 0
		}
		k := key{index, room}
		if v, ok := memo[k]; ok {
			return v
		}
		v := best(index+1, room)
		if it := items[index]; it.weight <= room {
			v = max(v, it.value+best(index+1, room-it.weight))
		}
		memo[k] = v
		return v
	}

	total := best(0, capacity)
	var chosen []string
	for i, room := 0, capacity; i < len(items); i++ {
		if best(i, room) != best(i+1, room) {
			chosen = append(chosen, items[i].name)
			room -= items[i].weight
		}
	}
	return total, chosen
}

func main() {
	items := []item{{"map", 9, 150}, {"compass", 13, 35}, {"water", 153, 200}, {"sandwich", 50, 160}, {"tin", 68, 45}, {"camera", 32, 30}}
	for _, capacity := range []int{0, 10, 100, 250, 1000} {
		value, names := fill(items, capacity)
		fmt.Printf("%4d: %3d %q\n", capacity, value, names)
	}
}
