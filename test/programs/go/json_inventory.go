package main

import (
	"encoding/json"
	"fmt"
	"log"
	"sort"
	"strings"
)

type Dimensions struct {
	Width  float64 `json:"w"`
	Height float64 `json:"h"`
}

type Item struct {
	SKU      string         `json:"sku"`
	Title    string         `json:"title"`
	Price    float64        `json:"price"`
	Stock    int            `json:"stock"`
	Tags     []string       `json:"tags,omitempty"`
	Size     *Dimensions    `json:"size,omitempty"`
	Extra    map[string]any `json:"extra,omitempty"`
	internal int
}

type Summary struct {
	Count  int            `json:"count"`
	Value  float64        `json:"value"`
	ByTag  map[string]int `json:"by_tag"`
	Absent []string       `json:"absent"`
}

const document = `[
  {"sku": "A-1", "title": "Desk \u0026 chair", "price": 199.5, "stock": 2, "tags": ["office", "wood"], "size": {"w": 1.6, "h": 0.72}},
  {"sku": "B-7", "title": "Lamp", "price": 24, "stock": 0, "tags": ["office"], "extra": {"watts": 40, "led": true, "color": null}},
  {"sku": "C-3", "title": "Stuhl \"Köln\"", "price": 89.9, "stock": 5, "unknown": [1, 2]}
]`

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nothing"
	case bool:
		return fmt.Sprintf("flag %t", x)
	case float64:
		return fmt.Sprintf("number %g", x)
	case string:
		return "text " + x
	default:
		return fmt.Sprintf("something else (%T)", x)
	}
}

func summarize(items []Item) Summary {
	s := Summary{Count: len(items), ByTag: map[string]int{}}
	for i := range items {
		it := &items[i]
		it.internal = i
		s.Value += it.Price * float64(it.Stock)
		for _, tag := range it.Tags {
			s.ByTag[tag]++
		}
		if it.Stock == 0 {
			s.Absent = append(s.Absent, it.SKU)
		}
	}
	return s
}

func main() {
	var items []Item
	if err := json.Unmarshal([]byte(document), &items); err != nil {
		log.Fatal(err)
	}
	for _, it := range items {
		area := 0.0
		if it.Size != nil {
			area = it.Size.Width * it.Size.Height
		}
		fmt.Printf("%s %-16s %8.2f x%d area=%.3f tags=[%s]\n", it.SKU, it.Title, it.Price, it.Stock, area, strings.Join(it.Tags, "|"))
		keys := make([]string, 0)
		for k := range it.Extra {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			fmt.Println("   ", k, "is", describe(it.Extra[k]))
		}
	}

	out, err := json.MarshalIndent(summarize(items), "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(out))
	compact, _ := json.Marshal(items[1])
	fmt.Println(string(compact))

	var broken Item
	err = json.Unmarshal([]byte(`{"sku": "X", "price": "cheap"}`), &broken)
	fmt.Println(err != nil, broken.SKU, broken.Price)
}
