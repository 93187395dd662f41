// Command text_wrap wraps, justifies and centres paragraphs.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

type Alignment int

const (
	Left Alignment = iota
	Right
	Center
	Full
)

func (a Alignment) String() string {
	switch a {
	case Left:
		return "left"
	case Right:
		return "right"
	case Center:
		return "center"
	}
	return "full"
}

func wrap(text string, width int) [][]string {
	var lines [][]string
	var line []string
	used := 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			lines = append(lines, line)
			line, used = nil, 0
		}
		if used > 0 {
			used++
		}
		used += n
		line = append(line, word)
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

func pad(n int) string { return strings.Repeat(" ", max(n, 0)) }

func render(words []string, width int, align Alignment, last bool) string {
	text := strings.Join(words, " ")
	free := width - utf8.RuneCountInString(text)
	switch {
	case align == Right:
		return pad(free) + text
	case align == Center:
		return pad(free/2) + text + pad(free-free/2)
	case align == Full && !last && len(words) > 1:
		gaps := len(words) - 1
		var sb strings.Builder
		for i, w := range words {
			if i > 0 {
				n := 1 + free/gaps
				if i <= free%gaps {
					n++
				}
				sb.WriteString(pad(n))
			}
			sb.WriteString(w)
		}
		return sb.String()
	default:
		return text + pad(free)
	}
}

func main() {
	const text = "Größe ist nicht alles: the naïve façade of a típico café can hide\n   a surprisingly extraordinary kitchen."
	for _, a := range []Alignment{Left, Right, Center, Full} {
		lines := wrap(text, 22)
		fmt.Printf("%v (%d lines)\n", a, len(lines))
		for i, l := range lines {
			fmt.Printf("|%s|\n", render(l, 22, a, i == len(lines)-1))
		}
	}
	fmt.Println(wrap("   ", 5) == nil, wrap("incomprehensible a b", 4))
}
