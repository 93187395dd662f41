/** Looking for text in text, by characters. */
import type { HelperText } from './helperText';

export const searching: Record<string, HelperText> = {
  findIn: {
    imports: ['strings', 'unicode/utf8'],
    needs: ['textPart'],
    text: `// findIn finds a text between two places of another, counted in characters; -1 where it is not there.
func findIn(s, sub string, low, high int) int {
	if n := utf8.RuneCountInString(s); low < 0 {
		low = max(low+n, 0)
	}
	part := textPart(s, low, high)
	i := strings.Index(part, sub)
	if i < 0 {
		return -1
	}
	return low + utf8.RuneCountInString(part[:i])
}`,
  },
  findLast: {
    imports: ['strings', 'unicode/utf8'],
    text: `// findLast finds the last place of a text in another and counts in characters; -1 where it is not there.
func findLast(s, sub string) int {
	i := strings.LastIndex(s, sub)
	if i < 0 {
		return -1
	}
	return utf8.RuneCountInString(s[:i])
}`,
  },
  splitLastWords: {
    imports: ['slices', 'strings', 'unicode'],
    text: `// splitLastWords splits at blanks from the right, at most so many times; the rest stays together.
func splitLastWords(s string, count int) []string {
	parts := []string{}
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	for s != "" && len(parts) < count {
		start := strings.LastIndexFunc(s, unicode.IsSpace)
		if start < 0 {
			break
		}
		parts = append(parts, s[start+1:])
		s = strings.TrimRightFunc(s[:start], unicode.IsSpace)
	}
	if strings.TrimSpace(s) != "" {
		parts = append(parts, s)
	}
	slices.Reverse(parts)
	return parts
}`,
  },
  expandTabs: {
    imports: ['strings'],
    text: `// expandTabs fills up to the next column of tabs with blanks.
func expandTabs(s string, size int) string {
	var result strings.Builder
	column := 0
	for _, r := range s {
		switch r {
		case '\\t':
			if size > 0 {
				width := size - column%size
				result.WriteString(strings.Repeat(" ", width))
				column += width
			}
			continue
		case '\\n', '\\r':
			column = -1
		}
		result.WriteRune(r)
		column++
	}
	return result.String()
}`,
  },
  isTitle: {
    imports: ['unicode'],
    text: `// isTitle tells whether capitals stand at the start of words and nowhere else.
func isTitle(s string) bool {
	inWord, found := false, false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			if inWord {
				return false
			}
			inWord, found = true, true
		case unicode.IsLower(r):
			if !inWord {
				return false
			}
		default:
			inWord = false
		}
	}
	return found
}`,
  },
  isIdentifier: {
    imports: ['unicode'],
    text: `// isIdentifier tells whether s could be a name.
func isIdentifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}`,
  },
  translation: {
    text: `// translation maps each character of from to the one of to at its place; those of drop are left out.
func translation(from, to, drop string) map[rune]string {
	table, targets := map[rune]string{}, []rune(to)
	for i, r := range []rune(from) {
		table[r] = string(targets[i])
	}
	for _, r := range drop {
		table[r] = ""
	}
	return table
}`,
  },
  translated: {
    imports: ['strings'],
    text: `// translated puts what the table says in the place of each character.
func translated(s string, table map[rune]string) string {
	var result strings.Builder
	for _, r := range s {
		if text, ok := table[r]; ok {
			result.WriteString(text)
		} else {
			result.WriteRune(r)
		}
	}
	return result.String()
}`,
  },
  keepLines: {
    imports: ['strings'],
    text: `// keepLines gives the lines of a text with their line breaks.
func keepLines(s string) []string {
	lines := strings.SplitAfter(s, "\\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}`,
  },
  dedented: {
    imports: ['strings'],
    text: `// dedented takes the blanks away that all lines begin with.
func dedented(text string) string {
	lines := strings.Split(text, "\\n")
	margin, found := "", false
	for i, line := range lines {
		body := strings.TrimLeft(line, " \\t")
		if body == "" {
			lines[i] = ""
			continue
		}
		indent := line[:len(line)-len(body)]
		if !found {
			margin, found = indent, true
		}
		for !strings.HasPrefix(indent, margin) {
			margin = margin[:len(margin)-1]
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, margin)
	}
	return strings.Join(lines, "\\n")
}`,
  },
  indented: {
    imports: ['strings'],
    text: `// indented puts a prefix before every line that is not blank.
func indented(text, prefix string) string {
	lines := strings.SplitAfter(text, "\\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = prefix + line
		}
	}
	return strings.Join(lines, "")
}`,
  },
  shortened: {
    imports: ['strings', 'unicode/utf8'],
    text: `// shortened keeps as many words as fit into a width, with a mark for what is left out.
func shortened(text string, width int, mark string) string {
	words := strings.Fields(text)
	result := strings.Join(words, " ")
	for n := len(words) - 1; utf8.RuneCountInString(result) > width && n >= 0; n-- {
		result = strings.Join(words[:n], " ") + mark
		if n == 0 {
			result = strings.TrimSpace(mark)
		}
	}
	return result
}`,
  },
  substituted: {
    imports: ['errors', 'regexp'],
    needs: ['placeholder', 'substitutedSafely'],
    text: `// substituted puts values in the place of $name and \${name}; $$ is a dollar sign.
func substituted(template string, values map[string]string) (string, error) {
	for _, groups := range placeholder.FindAllStringSubmatch(template, -1) {
		name := groups[2] + groups[3]
		if _, ok := values[name]; !ok && name != "" {
			return "", errors.New("'" + name + "'")
		}
	}
	return substitutedSafely(template, values), nil
}`,
  },
  substitutedSafely: {
    needs: ['placeholder'],
    text: `// substitutedSafely puts values in the place of $name and \${name}, and keeps what has none.
func substitutedSafely(template string, values map[string]string) string {
	return placeholder.ReplaceAllStringFunc(template, func(found string) string {
		groups := placeholder.FindStringSubmatch(found)
		if groups[1] != "" {
			return "$"
		}
		if text, ok := values[groups[2]+groups[3]]; ok {
			return text
		}
		return found
	})
}`,
  },
  placeholder: {
    imports: ['regexp'],
    text: `// placeholder is what a template has in the place of a value.
var placeholder = regexp.MustCompile(\`\\$(?:(\\$)|([_a-zA-Z]\\w*)|\\{([_a-zA-Z]\\w*)\\})\`)`,
  },
  escapeMarkup: {
    imports: ['strings'],
    text: `// escapeMarkup writes what HTML reads as markup in its own way, but leaves quotes as they are.
func escapeMarkup(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}`,
  },
  escapeHTML: {
    imports: ['strings'],
    text: `// escapeHTML writes what HTML reads as markup in its own way.
func escapeHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", \`"\`, "&quot;", "'", "&#x27;").Replace(s)
}`,
  },
};
