/** What differs between two sequences, words as a shell reads them, and what nobody can guess. */
import type { HelperText } from './helperText';

export const differences: Record<string, HelperText> = {
  sequenceMatcher: {
    imports: ['cmp', 'slices'],
    needs: ['quintuple'],
    alsoNamed: ['newSequenceMatcher', 'editStep'],
    text: `// sequenceMatcher compares two sequences by the longest runs that they share.
type sequenceMatcher struct {
	a, b   []string
	places map[string][]int
}

// editStep turns a part of the first sequence into a part of the second.
type editStep = quintuple[string, int, int, int, int]

func newSequenceMatcher(a, b []string) *sequenceMatcher {
	m := &sequenceMatcher{a, b, map[string][]int{}}
	for j, item := range b {
		m.places[item] = append(m.places[item], j)
	}
	if len(b) >= 200 {
		// What stands in a long sequence very often says nothing.
		for item, places := range m.places {
			if len(places) > len(b)/100+1 {
				delete(m.places, item)
			}
		}
	}
	return m
}

func (m *sequenceMatcher) longest(alo, ahi, blo, bhi int) (int, int, int) {
	besti, bestj, size := alo, blo, 0
	lengths := map[int]int{}
	for i := alo; i < ahi; i++ {
		next := map[int]int{}
		for _, j := range m.places[m.a[i]] {
			if j < blo || j >= bhi {
				continue
			}
			k := lengths[j-1] + 1
			next[j] = k
			if k > size {
				besti, bestj, size = i-k+1, j-k+1, k
			}
		}
		lengths = next
	}
	for besti > alo && bestj > blo && m.a[besti-1] == m.b[bestj-1] {
		besti, bestj, size = besti-1, bestj-1, size+1
	}
	for besti+size < ahi && bestj+size < bhi && m.a[besti+size] == m.b[bestj+size] {
		size++
	}
	return besti, bestj, size
}

func (m *sequenceMatcher) blocks() [][3]int {
	found := [][3]int{}
	var search func(alo, ahi, blo, bhi int)
	search = func(alo, ahi, blo, bhi int) {
		i, j, k := m.longest(alo, ahi, blo, bhi)
		if k == 0 {
			return
		}
		search(alo, i, blo, j)
		found = append(found, [3]int{i, j, k})
		search(i+k, ahi, j+k, bhi)
	}
	search(0, len(m.a), 0, len(m.b))
	slices.SortFunc(found, func(a, b [3]int) int { return cmp.Compare(a[0], b[0]) })
	merged := [][3]int{}
	for _, block := range found {
		if n := len(merged) - 1; n >= 0 && merged[n][0]+merged[n][2] == block[0] && merged[n][1]+merged[n][2] == block[1] {
			merged[n][2] += block[2]
		} else {
			merged = append(merged, block)
		}
	}
	return append(merged, [3]int{len(m.a), len(m.b), 0})
}

// Ratio tells how alike the sequences are, from 0 to 1.
func (m *sequenceMatcher) Ratio() float64 {
	if len(m.a)+len(m.b) == 0 {
		return 1
	}
	matches := 0
	for _, block := range m.blocks() {
		matches += block[2]
	}
	return 2 * float64(matches) / float64(len(m.a)+len(m.b))
}

// Steps tells how to turn the first sequence into the second.
func (m *sequenceMatcher) Steps() []editStep {
	steps := []editStep{}
	i, j := 0, 0
	for _, block := range m.blocks() {
		switch {
		case i < block[0] && j < block[1]:
			steps = append(steps, editStep{"replace", i, block[0], j, block[1]})
		case i < block[0]:
			steps = append(steps, editStep{"delete", i, block[0], j, block[1]})
		case j < block[1]:
			steps = append(steps, editStep{"insert", i, block[0], j, block[1]})
		}
		i, j = block[0]+block[2], block[1]+block[2]
		if block[2] > 0 {
			steps = append(steps, editStep{"equal", block[0], i, block[1], j})
		}
	}
	return steps
}`,
  },
  closeMatches: {
    imports: ['cmp', 'slices', 'strings'],
    needs: ['sequenceMatcher'],
    text: `// closeMatches gives the words that are most like another, the best first.
func closeMatches(word string, possibilities []string, count int, cutoff float64) []string {
	type scored struct {
		score float64
		word  string
	}
	found := []scored{}
	for _, one := range possibilities {
		ratio := newSequenceMatcher(strings.Split(one, ""), strings.Split(word, "")).Ratio()
		if ratio >= cutoff {
			found = append(found, scored{ratio, one})
		}
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.word, a.word))
	})
	words := []string{}
	for _, one := range found[:min(count, len(found))] {
		words = append(words, one.word)
	}
	return words
}`,
  },
  unifiedDiff: {
    imports: ['fmt'],
    needs: ['sequenceMatcher'],
    text: `// unifiedDiff shows what differs between two lists of lines, with some lines around.
func unifiedDiff(a, b []string, from, to string, around int, end string) []string {
	steps := newSequenceMatcher(a, b).Steps()
	groups, group := [][]editStep{}, []editStep{}
	for i, step := range steps {
		if step.First == "equal" {
			if i == 0 {
				step.Second, step.Fourth = max(step.Second, step.Third-around), max(step.Fourth, step.Fifth-around)
			}
			if i == len(steps)-1 {
				step.Third, step.Fifth = min(step.Third, step.Second+around), min(step.Fifth, step.Fourth+around)
			}
			if i > 0 && i < len(steps)-1 && step.Third-step.Second > 2*around {
				head := step
				head.Third, head.Fifth = step.Second+around, step.Fourth+around
				groups, group = append(groups, append(group, head)), []editStep{}
				step.Second, step.Fourth = step.Third-around, step.Fifth-around
			}
		}
		group = append(group, step)
	}
	if len(group) > 1 || len(group) == 1 && group[0].First != "equal" {
		groups = append(groups, group)
	}
	places := func(start, stop int) string {
		switch stop - start {
		case 0:
			return fmt.Sprintf("%d,0", start)
		case 1:
			return fmt.Sprint(start + 1)
		}
		return fmt.Sprintf("%d,%d", start+1, stop-start)
	}
	lines := []string{}
	for i, group := range groups {
		if i == 0 {
			lines = append(lines, "--- "+from+end, "+++ "+to+end)
		}
		first, last := group[0], group[len(group)-1]
		lines = append(lines, fmt.Sprintf("@@ -%s +%s @@%s", places(first.Second, last.Third), places(first.Fourth, last.Fifth), end))
		for _, step := range group {
			if step.First == "equal" {
				for _, line := range a[step.Second:step.Third] {
					lines = append(lines, " "+line)
				}
				continue
			}
			for _, line := range a[step.Second:step.Third] {
				lines = append(lines, "-"+line)
			}
			for _, line := range b[step.Fourth:step.Fifth] {
				lines = append(lines, "+"+line)
			}
		}
	}
	return lines
}`,
  },
  shellWords: {
    imports: ['errors', 'strings'],
    text: `// shellWords splits a text into words as a shell does: quotes hold together, a backslash takes what follows as it is.
func shellWords(text string) ([]string, error) {
	words, inWord, quote := []string{}, false, rune(0)
	var word strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case quote == 0 && strings.ContainsRune(" \\t\\r\\n", r):
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		case quote == 0 && (r == '\\'' || r == '"'):
			quote, inWord = r, true
		case r == quote:
			quote = 0
		case r == '\\\\' && quote != '\\'':
			if i+1 == len(runes) {
				return nil, errors.New("No escaped character")
			}
			i++
			if quote == '"' && runes[i] != '"' && runes[i] != '\\\\' {
				word.WriteRune(r)
			}
			word.WriteRune(runes[i])
			inWord = true
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		return nil, errors.New("No closing quotation")
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}`,
  },
  shellQuoted: {
    imports: ['regexp', 'strings'],
    text: `// shellQuoted writes a text so that a shell reads it as one word.
func shellQuoted(s string) string {
	if regexp.MustCompile(\`^[\\w@%+=:,./-]+$\`).MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", \`'"'"'\`) + "'"
}`,
  },
  randomBytes: {
    imports: ['crypto/rand'],
    text: `// randomBytes gives bytes that nobody can guess.
func randomBytes(count int) []byte {
	data := make([]byte, count)
	rand.Read(data)
	return data
}`,
  },
  randomBelow: {
    imports: ['crypto/rand', 'math/big'],
    text: `// randomBelow gives a number below another that nobody can guess.
func randomBelow(limit int) int {
	n, err := rand.Int(rand.Reader, big.NewInt(int64(limit)))
	if err != nil {
		panic(err)
	}
	return int(n.Int64())
}`,
  },
  newUUID: {
    imports: ['fmt'],
    needs: ['randomBytes'],
    text: `// newUUID makes a random identifier.
func newUUID() string {
	id := randomBytes(16)
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}`,
  },
};
