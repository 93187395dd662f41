/** Regular expressions, where the package needs a hand. */
import type { HelperText } from './helperText';

export const regexps: Record<string, HelperText> = {
  match: {
    imports: ['regexp', 'unicode/utf8'],
    alsoNamed: ['findMatch', 'findMatches', 'newMatch'],
    text: `// match is where a pattern was found in a text, and the texts of its groups.
type match struct {
	Pattern *regexp.Regexp
	Source  string
	Texts   []string
	places  []int
}

func newMatch(pattern *regexp.Regexp, source string, places []int, offset int) *match {
	m := &match{Pattern: pattern, Source: source, Texts: make([]string, len(places)/2), places: places}
	for i := range places {
		if places[i] >= 0 {
			places[i] += offset
		}
	}
	for i := range m.Texts {
		if places[2*i] >= 0 {
			m.Texts[i] = source[places[2*i]:places[2*i+1]]
		}
	}
	return m
}

// findMatch finds the pattern from a character on; nil where it is not there.
func findMatch(pattern *regexp.Regexp, source string, start int) *match {
	offset := len(source)
	for i := range source {
		if start == 0 {
			offset = i
			break
		}
		start--
	}
	places := pattern.FindStringSubmatchIndex(source[offset:])
	if places == nil {
		return nil
	}
	return newMatch(pattern, source, places, offset)
}

// findMatches finds the pattern wherever it is.
func findMatches(pattern *regexp.Regexp, source string) []*match {
	var matches []*match
	for _, places := range pattern.FindAllStringSubmatchIndex(source, -1) {
		matches = append(matches, newMatch(pattern, source, places, 0))
	}
	return matches
}

// Start gives the place of a group, counted in characters; -1 where it took no part.
func (m *match) Start(group int) int {
	if m.places[2*group] < 0 {
		return -1
	}
	return utf8.RuneCountInString(m.Source[:m.places[2*group]])
}

// End gives the place behind a group, counted in characters; -1 where it took no part.
func (m *match) End(group int) int {
	if m.places[2*group] < 0 {
		return -1
	}
	return utf8.RuneCountInString(m.Source[:m.places[2*group+1]])
}

// LastGroup gives the name of the last group that took part.
func (m *match) LastGroup() string {
	last, end := "", -1
	for i, name := range m.Pattern.SubexpNames() {
		if i > 0 && m.places[2*i] >= 0 && m.places[2*i+1] > end {
			last, end = name, m.places[2*i+1]
		}
	}
	return last
}`,
  },
  findMatchAt: {
    needs: ['match'],
    text: `// findMatchAt finds the pattern at that character only; nil where it is not there.
func findMatchAt(pattern *regexp.Regexp, source string, start int) *match {
	m := findMatch(pattern, source, start)
	if m == nil || m.Start(0) != start {
		return nil
	}
	return m
}`,
  },
  matchStart: {
    imports: ['regexp'],
    text: `// matchStart finds the pattern at the start of the text only.
func matchStart(pattern *regexp.Regexp, text string) []string {
	if place := pattern.FindStringIndex(text); place == nil || place[0] != 0 {
		return nil
	}
	return pattern.FindStringSubmatch(text)
}`,
  },
  whole: {
    imports: ['regexp'],
    text: `// whole makes a pattern that has to match a text from its start to its end.
func whole(pattern *regexp.Regexp) *regexp.Regexp {
	return regexp.MustCompile("^(?:" + pattern.String() + \`)\\z\`)
}`,
  },
  replaceMatches: {
    imports: ['regexp', 'strings'],
    text: `// replaceMatches puts what the function makes of the groups in the place of the first matches, of all with a negative count.
func replaceMatches(pattern *regexp.Regexp, text string, count int, replace func(groups []string) string) string {
	var result strings.Builder
	end := 0
	for _, places := range pattern.FindAllStringSubmatchIndex(text, count) {
		groups := make([]string, len(places)/2)
		for i := range groups {
			if places[2*i] >= 0 {
				groups[i] = text[places[2*i]:places[2*i+1]]
			}
		}
		result.WriteString(text[end:places[0]] + replace(groups))
		end = places[1]
	}
	return result.String() + text[end:]
}`,
  },
  groupTemplate: {
    imports: ['regexp', 'strings'],
    text: `// groupTemplate writes a replacement of Python's, which names groups as \\1 or \\g<name>, as Go's package reads it.
func groupTemplate(replacement string) string {
	groups := regexp.MustCompile(\`\\\\(?:g<(\\w+)>|(\\d))\`)
	return groups.ReplaceAllString(strings.ReplaceAll(replacement, "$", "$$"), "$\${$1$2}")
}`,
  },
  replaceFound: {
    imports: ['regexp', 'strings'],
    needs: ['match'],
    text: `// replaceFound puts what the function makes of a match in the place of the first ones, of all with a negative count.
func replaceFound(pattern *regexp.Regexp, text string, count int, replace func(found *match) string) string {
	var result strings.Builder
	end := 0
	for _, places := range pattern.FindAllStringSubmatchIndex(text, count) {
		result.WriteString(text[end:places[0]] + replace(newMatch(pattern, text, places, 0)))
		end = places[1]
	}
	return result.String() + text[end:]
}`,
  },
  splitKeeping: {
    imports: ['regexp'],
    text: `// splitKeeping splits a text and keeps what the groups of the pattern found; a negative count splits everywhere.
func splitKeeping(pattern *regexp.Regexp, text string, count int) []string {
	parts, end := []string{}, 0
	for _, places := range pattern.FindAllStringSubmatchIndex(text, count) {
		parts = append(parts, text[end:places[0]])
		for i := 2; i < len(places); i += 2 {
			group := ""
			if places[i] >= 0 {
				group = text[places[i]:places[i+1]]
			}
			parts = append(parts, group)
		}
		end = places[1]
	}
	return append(parts, text[end:])
}`,
  },
  replaceFirst: {
    imports: ['regexp'],
    text: `// replaceFirst puts a template in the place of the first matches.
func replaceFirst(pattern *regexp.Regexp, text, template string, count int) string {
	var result []byte
	end := 0
	for _, places := range pattern.FindAllStringSubmatchIndex(text, count) {
		result = append(result, text[end:places[0]]...)
		result = pattern.ExpandString(result, template, text, places)
		end = places[1]
	}
	return string(result) + text[end:]
}`,
  },
};
