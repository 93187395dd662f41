package main

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// Block is a piece of a document that can render itself.
type Block interface {
	HTML() string
}

type Heading struct {
	Level int
	Text  string
}

type Paragraph struct{ Lines []string }

type List struct {
	Ordered bool
	Items   []string
}

type Code struct {
	Lang  string
	Lines []string
}

var (
	strong  = regexp.MustCompile(`\*\*(.+?)\*\*`)
	em      = regexp.MustCompile(`_([^_]+)_`)
	link    = regexp.MustCompile(`\[([^\]]+)\]\(([^)]+)\)`)
	ordered = regexp.MustCompile(`^\d+\. `)
)

func inline(s string) string {
	s = html.EscapeString(s)
	s = strong.ReplaceAllString(s, "<b>$1</b>")
	s = em.ReplaceAllString(s, "<i>$1</i>")
	return link.ReplaceAllString(s, `<a href="$2">$1</a>`)
}

func (h Heading) HTML() string   { return fmt.Sprintf("<h%d>%s</h%[1]d>", h.Level, inline(h.Text)) }
func (p Paragraph) HTML() string { return "<p>" + inline(strings.Join(p.Lines, " ")) + "</p>" }

func (l List) HTML() string {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	var sb strings.Builder
	sb.WriteString("<" + tag + ">\n")
	for _, item := range l.Items {
		fmt.Fprintf(&sb, "  <li>%s</li>\n", inline(item))
	}
	sb.WriteString("</" + tag + ">")
	return sb.String()
}

func (c Code) HTML() string {
	class := ""
	if c.Lang != "" {
		class = fmt.Sprintf(" class=%q", c.Lang)
	}
	return "<pre" + class + ">" + html.EscapeString(strings.Join(c.Lines, "\n")) + "</pre>"
}

func parse(src string) []Block {
	var blocks []Block
	var para []string
	flush := func() {
		if len(para) > 0 {
			blocks = append(blocks, Paragraph{para})
			para = nil
		}
	}
	lines := strings.Split(src, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " ")
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "#"):
			flush()
			text := strings.TrimLeft(line, "#")
			blocks = append(blocks, Heading{len(line) - len(text), strings.TrimSpace(text)})
		case strings.HasPrefix(line, "~~~"):
			flush()
			code := Code{Lang: line[3:]}
			for i++; i < len(lines) && lines[i] != "~~~"; i++ {
				code.Lines = append(code.Lines, lines[i])
			}
			blocks = append(blocks, code)
		case strings.HasPrefix(line, "- "), ordered.MatchString(line):
			flush()
			isOrdered := line[0] != '-'
			_, item, _ := strings.Cut(line, " ")
			if n := len(blocks); n > 0 {
				if l, ok := blocks[n-1].(*List); ok && l.Ordered == isOrdered {
					l.Items = append(l.Items, item)
					continue
				}
			}
			blocks = append(blocks, &List{isOrdered, []string{item}})
		default:
			para = append(para, strings.TrimSpace(line))
		}
	}
	flush()
	return blocks
}

const source = `# Title & more
Some **bold** and _italic_ text
goes on <here>.

## Lists
- one
- two with [a link](https://go.dev/?q=1)
1. first
2. second
~~~go
if a < b && c {
}
~~~
the end`

func main() {
	counts := [4]int{}
	for _, b := range parse(source) {
		fmt.Println(b.HTML())
		switch b := b.(type) {
		case Heading:
			counts[0]++
		case Paragraph:
			counts[1] += len(b.Lines)
		case *List:
			counts[2] += len(b.Items)
		case Code:
			counts[3]++
		}
	}
	fmt.Println("headings, lines, items, code:", counts)
}
