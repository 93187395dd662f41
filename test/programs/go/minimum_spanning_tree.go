package main

import (
	"fmt"
	"sort"
)

type Edge struct {
	from, to string
	weight   float64
}

type DisjointSet struct {
	parent map[string]string
	rank   map[string]int
}

func NewDisjointSet() *DisjointSet {
	return &DisjointSet{parent: map[string]string{}, rank: map[string]int{}}
}

func (d *DisjointSet) Find(x string) string {
	p, ok := d.parent[x]
	if !ok {
		d.parent[x] = x
		return x
	}
	if p != x {
		p = d.Find(p)
		d.parent[x] = p
	}
	return p
}

func (d *DisjointSet) Union(a, b string) bool {
	a, b = d.Find(a), d.Find(b)
	if a == b {
		return false
	}
	if d.rank[a] < d.rank[b] {
		a, b = b, a
	}
	d.parent[b] = a
	if d.rank[a] == d.rank[b] {
		d.rank[a]++
	}
	return true
}

func kruskal(edges []Edge) (tree []Edge, total float64) {
	sorted := make([]Edge, len(edges))
	copy(sorted, edges)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].weight < sorted[j].weight })
	set := NewDisjointSet()
	for _, e := range sorted {
		if set.Union(e.from, e.to) {
			tree = append(tree, e)
			total += e.weight
		}
	}
	return tree, total
}

func main() {
	edges := []Edge{
		{"A", "B", 7}, {"A", "D", 5}, {"B", "C", 8}, {"B", "D", 9}, {"B", "E", 7},
		{"C", "E", 5}, {"D", "E", 15}, {"D", "F", 6}, {"E", "F", 8}, {"E", "G", 9.5},
		{"F", "G", 11}, {"X", "Y", 1.25},
	}
	tree, total := kruskal(edges)
	degree := make(map[string]int)
	for i, e := range tree {
		fmt.Printf("%d. %s-%s %5.2f\n", i+1, e.from, e.to, e.weight)
		degree[e.from]++
		degree[e.to]++
	}
	fmt.Printf("total %.2f with %d of %d edges\n", total, len(tree), len(edges))

	var nodes []string
	for n := range degree {
		nodes = append(nodes, n)
	}
	sort.Slice(nodes, func(i, j int) bool {
		a, b := nodes[i], nodes[j]
		return degree[a] > degree[b] || degree[a] == degree[b] && a < b
	})
	for _, n := range nodes {
		fmt.Print(n, ":", degree[n], " ")
	}
	fmt.Println()
	fmt.Println("first input still", edges[0])
}
