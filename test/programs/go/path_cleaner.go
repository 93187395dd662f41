package main

import (
	"fmt"
	"path"
	"sort"
	"strings"
)

// Node is a directory or a file of a tree.
type Node struct {
	Name     string
	Size     int64
	Children map[string]*Node
}

func (n *Node) insert(parts []string, size int64) {
	n.Size += size
	if len(parts) == 0 {
		return
	}
	if n.Children == nil {
		n.Children = map[string]*Node{}
	}
	child, ok := n.Children[parts[0]]
	if !ok {
		child = &Node{Name: parts[0]}
		n.Children[parts[0]] = child
	}
	child.insert(parts[1:], size)
}

func (n *Node) walk(depth int, visit func(n *Node, depth int) bool) {
	if !visit(n, depth) {
		return
	}
	names := make([]string, 0, len(n.Children))
	for name := range n.Children {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		n.Children[name].walk(depth+1, visit)
	}
}

func human(n int64) string {
	const unit = 1024
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	value, suffix := float64(n)/unit, 0
	for value >= unit {
		value /= unit
		suffix++
	}
	return fmt.Sprintf("%.1f %ciB", value, "KMGT"[suffix])
}

func main() {
	root := &Node{Name: "/"}
	files := []struct {
		path string
		size int64
	}{
		{"/srv/www/index.html", 900},
		{"/srv/www/img/../img/logo.png", 150 << 10},
		{"srv//www/./video.mp4", 3 << 30},
		{"/srv/../etc/hosts", 220},
		{"/var/cache/deep/er/file.tmp", 5000},
	}
	for _, f := range files {
		clean := path.Clean("/" + f.path)
		fmt.Printf("%-30s %-24s dir=%s base=%s ext=%q\n", f.path, clean, path.Dir(clean), path.Base(clean), path.Ext(clean))
		root.insert(strings.Split(clean[1:], "/"), f.size)
	}
	root.walk(0, func(n *Node, depth int) bool {
		fmt.Printf("%10s  %s%s\n", human(n.Size), strings.Repeat("  ", depth), n.Name)
		return n.Name != "cache"
	})
	for _, p := range []string{"*.html", "[a-i]*.png", "lo?o.*"} {
		a, _ := path.Match(p, "index.html")
		b, _ := path.Match(p, "logo.png")
		fmt.Println(p, a, b)
	}
	fmt.Println(path.Join("a", "../b", "/c"), path.IsAbs("a/b"), path.Clean(""))
	dir, file := path.Split("static/css/main.css")
	fmt.Println(dir, file)
}
