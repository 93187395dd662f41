package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
)

const document = `{
  "name": "station-7",
  "active": true,
  "readings": [12.5, 13, null, -2.25],
  "owner": {"name": "Kim", "tags": ["a", "b"], "phone": null},
  "empty": {}
}`

// walk calls visit for every leaf, in a stable order.
func walk(path string, v any, visit func(path string, leaf any)) {
	switch x := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(x))
		for k := range x {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			walk(path+"."+k, x[k], visit)
		}
	case []any:
		for i, item := range x {
			walk(fmt.Sprintf("%s[%d]", path, i), item, visit)
		}
	default:
		visit(strings.TrimPrefix(path, "."), v)
	}
}

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case float64:
		return fmt.Sprintf("number %.2f", x)
	case string:
		return fmt.Sprintf("string %q", x)
	}
	return fmt.Sprintf("unexpected %T", v)
}

func main() {
	var doc any
	if err := json.Unmarshal([]byte(document), &doc); err != nil {
		fmt.Println("bad document:", err)
		os.Exit(1)
	}
	var sum float64
	nulls := 0
	walk("", doc, func(path string, leaf any) {
		fmt.Printf("%-16s %s\n", path, describe(leaf))
		if n, ok := leaf.(float64); ok {
			sum += n
		} else if leaf == nil {
			nulls++
		}
	})
	fmt.Println("sum:", sum, "nulls:", nulls)

	out, _ := json.Marshal(map[string]any{"sum": sum, "nulls": nulls, "ok": nulls < 3})
	fmt.Println(string(out))
}
