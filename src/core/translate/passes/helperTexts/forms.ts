/** The text of what Python shows in a form of its own. */
import type { HelperText } from './helperText';

export const forms: Record<string, HelperText> = {
  itemTexts: {
    imports: ['strings'],
    text: `// itemTexts joins the texts of all values.
func itemTexts[T any](values []T, text func(T) string) string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = text(value)
	}
	return strings.Join(texts, ", ")
}`,
  },
  orNil: {
    text: `// orNil gives values that may be missing as a value that is nil then.
func orNil[T any](values []T) any {
	if values == nil {
		return nil
	}
	return values
}`,
  },
  textOrNone: {
    text: `// textOrNone gives the text of values that may be missing.
func textOrNone[T any](values []T, text func([]T) string) string {
	if values == nil {
		return "None"
	}
	return text(values)
}`,
  },
  bytesText: {
    imports: ['fmt', 'strings'],
    text: `// bytesText writes bytes as Python shows them.
func bytesText(data []byte) string {
	quote := byte('\\'')
	if strings.Contains(string(data), "'") && !strings.Contains(string(data), \`"\`) {
		quote = '"'
	}
	text := "b" + string(quote)
	for _, b := range data {
		switch {
		case b == '\\n':
			text += \`\\n\`
		case b == '\\r':
			text += \`\\r\`
		case b == '\\t':
			text += \`\\t\`
		case b == '\\\\' || b == quote:
			text += \`\\\` + string(b)
		case b < ' ' || b > '~':
			text += fmt.Sprintf(\`\\x%02x\`, b)
		default:
			text += string(b)
		}
	}
	return text + string(quote)
}`,
  },
  tupleText: {
    needs: ['itemTexts'],
    text: `// tupleText writes values as Python shows a tuple: one alone has a comma behind it.
func tupleText[T any](values []T, text func(T) string) string {
	if len(values) == 1 {
		return "(" + text(values[0]) + ",)"
	}
	return "(" + itemTexts(values, text) + ")"
}`,
  },
  dictText: {
    imports: ['strings'],
    needs: ['orderedMap'],
    text: `// dictText writes a map as Python shows a dict.
func dictText[K comparable, V any](m *orderedMap[K, V], keyText func(K) string, valueText func(V) string) string {
	texts := []string{}
	for key, value := range m.All() {
		texts = append(texts, keyText(key)+": "+valueText(value))
	}
	return "{" + strings.Join(texts, ", ") + "}"
}`,
  },
  orderedDictText: {
    imports: ['strings'],
    needs: ['orderedMap'],
    text: `// orderedDictText writes a map as Python shows an OrderedDict.
func orderedDictText[K comparable, V any](m *orderedMap[K, V], keyText func(K) string, valueText func(V) string) string {
	if len(m.Keys) == 0 {
		return "OrderedDict()"
	}
	texts := []string{}
	for key, value := range m.All() {
		texts = append(texts, "("+keyText(key)+", "+valueText(value)+")")
	}
	return "OrderedDict([" + strings.Join(texts, ", ") + "])"
}`,
  },
  counterText: {
    imports: ['cmp', 'slices', 'strconv', 'strings'],
    needs: ['orderedMap'],
    text: `// counterText writes counts as Python shows a Counter: the most common first.
func counterText[K comparable](m *orderedMap[K, int], text func(K) string) string {
	if len(m.Keys) == 0 {
		return "Counter()"
	}
	keys := slices.Clone(m.Keys)
	slices.SortStableFunc(keys, func(a, b K) int { return cmp.Compare(m.Values[b], m.Values[a]) })
	texts := make([]string, len(keys))
	for i, key := range keys {
		texts[i] = text(key) + ": " + strconv.Itoa(m.Values[key])
	}
	return "Counter({" + strings.Join(texts, ", ") + "})"
}`,
  },
  combinedCounts: {
    needs: ['orderedMap'],
    text: `// combinedCounts combines the counts of every key and keeps those above zero.
func combinedCounts[K comparable](a, b *orderedMap[K, int], combine func(x, y int) int) *orderedMap[K, int] {
	result := newOrderedMap[K, int]()
	for key, n := range a.All() {
		if n = combine(n, b.Values[key]); n > 0 {
			result.Set(key, n)
		}
	}
	for key, n := range b.All() {
		if _, ok := a.Values[key]; ok {
			continue
		}
		if n = combine(0, n); n > 0 {
			result.Set(key, n)
		}
	}
	return result
}`,
  },
  moveToEnd: {
    imports: ['slices'],
    needs: ['orderedMap'],
    text: `// moveToEnd puts a key behind all others, or before them.
func moveToEnd[K comparable, V any](m *orderedMap[K, V], key K, last bool) {
	value, ok := m.Values[key]
	if !ok {
		panic("the key is not in the map")
	}
	m.Delete(key)
	m.Set(key, value)
	if !last {
		m.Keys = slices.Insert(m.Keys[:len(m.Keys)-1], 0, key)
	}
}`,
  },
  rotated: {
    imports: ['slices'],
    text: `// rotated moves the last n values to the front; with a negative n the first ones go to the end.
func rotated[T any](values []T, n int) []T {
	if len(values) == 0 {
		return values
	}
	n = (n%len(values) + len(values)) % len(values)
	return slices.Concat(values[len(values)-n:], values[:len(values)-n])
}`,
  },
};
