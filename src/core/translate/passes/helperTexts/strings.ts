/** Text by characters. */
import type { HelperText } from './helperText';

export const strings: Record<string, HelperText> = {
  textPart: {
    text: `// textPart cuts s by characters; bounds count from the end where they are negative and never run over.
func textPart(s string, low, high int) string {
	runes := []rune(s)
	n := len(runes)
	if low < 0 {
		low += n
	}
	if high < 0 {
		high += n
	}
	low, high = min(max(low, 0), n), min(max(high, 0), n)
	if low >= high {
		return ""
	}
	return string(runes[low:high])
}`,
  },
  charAt: {
    text: `// charAt gives the character at a position, which counts from the end where it is negative.
func charAt(s string, i int) string {
	runes := []rune(s)
	if i < 0 {
		i += len(runes)
	}
	return string(runes[i])
}`,
  },
  reversedText: {
    imports: ['slices'],
    text: `// reversedText turns a string round by characters.
func reversedText(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}`,
  },
  capitalized: {
    imports: ['strings', 'unicode'],
    text: `// capitalized gives a string one capital letter, the first.
func capitalized(s string) string {
	runes := []rune(strings.ToLower(s))
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}`,
  },
  titled: {
    imports: ['strings', 'unicode'],
    text: `// titled gives every word a capital letter.
func titled(s string) string {
	inWord := false
	return strings.Map(func(r rune) rune {
		starts := !inWord && unicode.IsLetter(r)
		inWord = unicode.IsLetter(r)
		if starts {
			return unicode.ToTitle(r)
		}
		return unicode.ToLower(r)
	}, s)
}`,
  },
  swappedCase: {
    imports: ['strings', 'unicode'],
    text: `// swappedCase turns small letters into capitals and capitals into small letters.
func swappedCase(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, s)
}`,
  },
  centered: {
    imports: ['strings', 'unicode/utf8'],
    text: `// centered pads a string on both sides.
func centered(s string, width int, fill string) string {
	missing := width - utf8.RuneCountInString(s)
	if missing <= 0 {
		return s
	}
	left := missing/2 + missing&width&1
	return strings.Repeat(fill, left) + s + strings.Repeat(fill, missing-left)
}`,
  },
  inMiddle: {
    imports: ['strings', 'unicode/utf8'],
    text: `// inMiddle pads a string on both sides, on the right by one more where the number is odd.
func inMiddle(s string, width int, fill string) string {
	missing := max(width-utf8.RuneCountInString(s), 0)
	return strings.Repeat(fill, missing/2) + s + strings.Repeat(fill, missing-missing/2)
}`,
  },
  padded: {
    imports: ['strings', 'unicode/utf8'],
    text: `// padded fills a string up to a width: behind it, or before it where left is set.
func padded(s string, width int, fill string, left bool) string {
	missing := max(width-utf8.RuneCountInString(s), 0)
	if left {
		return strings.Repeat(fill, missing) + s
	}
	return s + strings.Repeat(fill, missing)
}`,
  },
  zeroFilled: {
    imports: ['strings', 'unicode/utf8'],
    text: `// zeroFilled puts zeros behind the sign of a number until it has its width.
func zeroFilled(s string, width int) string {
	missing := max(width-utf8.RuneCountInString(s), 0)
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") {
		return s[:1] + strings.Repeat("0", missing) + s[1:]
	}
	return strings.Repeat("0", missing) + s
}`,
  },
  isEach: {
    text: `// isEach tells whether s has characters and all of them pass the test.
func isEach(s string, test func(rune) bool) bool {
	for _, r := range s {
		if !test(r) {
			return false
		}
	}
	return s != ""
}`,
  },
  isUpperText: {
    imports: ['strings'],
    text: `// isUpperText tells whether s has letters and all of them are capitals.
func isUpperText(s string) bool {
	return s == strings.ToUpper(s) && s != strings.ToLower(s)
}`,
  },
  isLowerText: {
    imports: ['strings'],
    text: `// isLowerText tells whether s has letters and none of them is a capital.
func isLowerText(s string) bool {
	return s == strings.ToLower(s) && s != strings.ToUpper(s)
}`,
  },
  splitWords: {
    imports: ['strings', 'unicode'],
    text: `// splitWords splits at blanks, at most so many times; the rest stays together.
func splitWords(s string, count int) []string {
	parts := []string{}
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	for s != "" && len(parts) < count {
		end := strings.IndexFunc(s, unicode.IsSpace)
		if end < 0 {
			break
		}
		parts = append(parts, s[:end])
		s = strings.TrimLeftFunc(s[end:], unicode.IsSpace)
	}
	if s != "" {
		parts = append(parts, s)
	}
	return parts
}`,
  },
  splitLast: {
    imports: ['slices', 'strings'],
    text: `// splitLast splits from the right, at most so many times.
func splitLast(s, sep string, count int) []string {
	parts := []string{}
	for range count {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[i+len(sep):])
		s = s[:i]
	}
	parts = append(parts, s)
	slices.Reverse(parts)
	return parts
}`,
  },
  splitLines: {
    imports: ['strings'],
    text: `// splitLines gives the lines of a text; a line break at its end opens no further line.
func splitLines(s string) []string {
	if s == "" {
		return []string{}
	}
	s = strings.NewReplacer("\\r\\n", "\\n", "\\r", "\\n").Replace(s)
	return strings.Split(strings.TrimSuffix(s, "\\n"), "\\n")
}`,
  },
  characters: {
    imports: ['iter'],
    text: `// characters gives the characters of a text one by one.
func characters(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, r := range s {
			if !yield(string(r)) {
				return
			}
		}
	}
}`,
  },
  findLastIn: {
    imports: ['strings', 'unicode/utf8'],
    needs: ['textPart'],
    text: `// findLastIn finds the last place of a text between two places of another, counted in characters; -1 where it is not there.
func findLastIn(s, sub string, low, high int) int {
	if n := utf8.RuneCountInString(s); low < 0 {
		low = max(low+n, 0)
	}
	part := textPart(s, low, high)
	i := strings.LastIndex(part, sub)
	if i < 0 {
		return -1
	}
	return low + utf8.RuneCountInString(part[:i])
}`,
  },
  caseFolded: {
    imports: ['strings'],
    text: `// caseFolded makes texts comparable that differ in the case of their letters only.
func caseFolded(s string) string {
	return strings.NewReplacer("ß", "ss", "ς", "σ").Replace(strings.ToLower(s))
}`,
  },
  asciiText: {
    imports: ['fmt', 'strings'],
    needs: ['quoted'],
    text: `// asciiText writes a text as Python's ascii() shows it.
func asciiText(s string) string {
	var result strings.Builder
	for _, r := range quoted(s) {
		switch {
		case r < 0x80:
			result.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&result, \`\\x%02x\`, r)
		case r < 0x10000:
			fmt.Fprintf(&result, \`\\u%04x\`, r)
		default:
			fmt.Fprintf(&result, \`\\U%08x\`, r)
		}
	}
	return result.String()
}`,
  },
  hasAnyPrefix: {
    imports: ['slices', 'strings'],
    text: `// hasAnyPrefix tells whether a text begins with one of several.
func hasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(s, prefix) })
}`,
  },
  hasAnySuffix: {
    imports: ['slices', 'strings'],
    text: `// hasAnySuffix tells whether a text ends with one of several.
func hasAnySuffix(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(s, suffix) })
}`,
  },
  backward: {
    text: `// backward takes values in steps from a place down to another, which is left out; places are counted as in Python.
func backward[T any](values []T, low, high, step int) []T {
	result := []T{}
	for i := min(low, len(values)-1); i > high; i -= step {
		result = append(result, values[i])
	}
	return result
}`,
  },
  charIndex: {
    imports: ['strings', 'unicode/utf8'],
    text: `// charIndex finds a text in another and counts in characters; -1 where it is not there.
func charIndex(s, sub string) int {
	i := strings.Index(s, sub)
	if i < 0 {
		return -1
	}
	return utf8.RuneCountInString(s[:i])
}`,
  },
};
