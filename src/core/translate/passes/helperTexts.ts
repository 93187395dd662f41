/** The helpers as Go source. Each is plain enough to be kept by the person who goes on with the code. */

export interface HelperText {
  text: string;
  imports?: string[];
  /** Other helpers that it calls. */
  needs?: string[];
  /** Further names that the text declares. */
  alsoNamed?: string[];
}

const tuple = (name: string, article: string, fields: [string, string][]): HelperText => ({
  text: `// ${name} is ${article} values that belong together.
type ${name}[${fields.map(([, type]) => type).join(', ')} any] struct {
${fields.map(([field, type]) => `\t${field} ${type}`).join('\n')}
}`,
});

const first: [string, string] = ['First', 'A'];
const second: [string, string] = ['Second', 'B'];
const third: [string, string] = ['Third', 'C'];
const fourth: [string, string] = ['Fourth', 'D'];
const fifth: [string, string] = ['Fifth', 'E'];
const sixth: [string, string] = ['Sixth', 'F'];

export const helperTexts: Record<string, HelperText> = {
  pair: tuple('pair', 'two', [first, second]),
  triple: tuple('triple', 'three', [first, second, third]),
  quadruple: tuple('quadruple', 'four', [first, second, third, fourth]),
  quintuple: tuple('quintuple', 'five', [first, second, third, fourth, fifth]),
  sextuple: tuple('sextuple', 'six', [first, second, third, fourth, fifth, sixth]),
  pointerTo: {
    text: `// pointerTo gives the address of a copy of the value.
func pointerTo[T any](value T) *T {
	return &value
}`,
  },
  intOf: {
    text: `// intOf is 1 for true and 0 for false.
func intOf(b bool) int {
	if b {
		return 1
	}
	return 0
}`,
  },
  floorDiv: {
    text: `// floorDiv divides and rounds down, also for negative numbers.
func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}`,
  },
  floorMod: {
    text: `// floorMod gives a remainder with the sign of the divisor.
func floorMod(a, b int) int {
	m := a % b
	if m != 0 && (m < 0) != (b < 0) {
		m += b
	}
	return m
}`,
  },
  floorModFloat: {
    imports: ['math'],
    text: `// floorModFloat gives a remainder with the sign of the divisor.
func floorModFloat(a, b float64) float64 {
	m := math.Mod(a, b)
	if m != 0 && (m < 0) != (b < 0) {
		m += b
	}
	return m
}`,
  },
  powInt: {
    text: `// powInt raises base to a power that is not negative.
func powInt(base, exponent int) int {
	result := 1
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result *= base
		}
		base *= base
	}
	return result
}`,
  },
  powMod: {
    needs: ['floorMod'],
    text: `// powMod raises base to a power modulo m.
func powMod(base, exponent, m int) int {
	result := 1
	base = floorMod(base, m)
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = result * base % m
		}
		base = base * base % m
	}
	return floorMod(result, m)
}`,
  },
  sum: {
    text: `// sum adds up all values.
func sum[T int | float64](values []T) T {
	var total T
	for _, value := range values {
		total += value
	}
	return total
}`,
  },
  boolText: {
    text: `// boolText writes a bool as Python does.
func boolText(b bool) string {
	if b {
		return "True"
	}
	return "False"
}`,
  },
  floatText: {
    imports: ['math', 'strconv', 'strings'],
    text: `// floatText writes a float as Python does: always with a point or an exponent.
func floatText(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if size := math.Abs(f); size != 0 && (size < 1e-4 || size >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}`,
  },
  listText: {
    imports: ['fmt', 'strings'],
    text: `// listText writes whole numbers as Python shows a list of them.
func listText(numbers any) string {
	return strings.ReplaceAll(fmt.Sprint(numbers), " ", ", ")
}`,
  },
  repr: {
    imports: ['fmt', 'reflect', 'slices', 'strings'],
    needs: ['boolText', 'floatText', 'quoted'],
    text: `// repr writes a value as Python shows it inside a list.
func repr(value any) string {
	switch v := value.(type) {
	case nil:
		return "None"
	case bool:
		return boolText(v)
	case string:
		return quoted(v)
	case float64:
		return floatText(v)
	case fmt.GoStringer:
		return v.GoString()
	case fmt.Stringer:
		return v.String()
	}
	v := reflect.ValueOf(value)
	var items []string
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			items = append(items, repr(v.Index(i).Interface()))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		isSet := v.Type().Elem().Size() == 0
		for iter := v.MapRange(); iter.Next(); {
			item := repr(iter.Key().Interface())
			if !isSet {
				item += ": " + repr(iter.Value().Interface())
			}
			items = append(items, item)
		}
		if isSet && len(items) == 0 {
			return "set()"
		}
		slices.Sort(items)
		return "{" + strings.Join(items, ", ") + "}"
	case reflect.Pointer:
		if v.IsNil() {
			return "None"
		}
		return repr(v.Elem().Interface())
	case reflect.Struct:
		if values := v.FieldByName("Values"); values.IsValid() {
			for i, keys := 0, v.FieldByName("Keys"); i < keys.Len(); i++ {
				item := values.MapIndex(keys.Index(i))
				items = append(items, repr(keys.Index(i).Interface())+": "+repr(item.Interface()))
			}
			return "{" + strings.Join(items, ", ") + "}"
		}
		for i := range v.NumField() {
			items = append(items, repr(v.Field(i).Interface()))
		}
		return "(" + strings.Join(items, ", ") + ")"
	}
	return fmt.Sprint(value)
}`,
  },
  quoted: {
    imports: ['strconv', 'strings'],
    text: `// quoted writes a string as Python quotes it.
func quoted(s string) string {
	text := strconv.Quote(s)
	text = strings.ReplaceAll(text[1:len(text)-1], \`\\"\`, \`"\`)
	if strings.Contains(s, "'") && !strings.Contains(s, \`"\`) {
		return \`"\` + text + \`"\`
	}
	return "'" + strings.ReplaceAll(text, "'", \`\\'\`) + "'"
}`,
  },
  text: {
    imports: ['fmt'],
    needs: ['repr'],
    text: `// text writes a value as Python prints it.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case *string:
		if v != nil {
			return *v
		}
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	}
	return repr(value)
}`,
  },
  truthy: {
    imports: ['reflect'],
    text: `// truthy tells whether Python takes a value for true.
func truthy(value any) bool {
	if value == nil {
		return false
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() > 0
	default:
		return !v.IsZero()
	}
}`,
  },
  slicePart: {
    text: `// slicePart copies values[low:high]; bounds count from the end where they are negative and never run over.
func slicePart[T any](values []T, low, high int) []T {
	n := len(values)
	if low < 0 {
		low += n
	}
	if high < 0 {
		high += n
	}
	low, high = min(max(low, 0), n), min(max(high, 0), n)
	if low >= high {
		return []T{}
	}
	return append([]T{}, values[low:high]...)
}`,
  },
  everyNth: {
    text: `// everyNth takes values in steps: forward from low, or backward from high with a negative step.
func everyNth[T any](values []T, step int) []T {
	result := []T{}
	if step > 0 {
		for i := 0; i < len(values); i += step {
			result = append(result, values[i])
		}
	} else {
		for i := len(values) - 1; i >= 0; i += step {
			result = append(result, values[i])
		}
	}
	return result
}`,
  },
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
  withCommas: {
    imports: ['strings'],
    text: `// withCommas groups the digits of a number by thousands.
func withCommas(number string) string {
	digits, fraction, _ := strings.Cut(number, ".")
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + digits + fraction
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
	s = strings.ReplaceAll(s, "\\r\\n", "\\n")
	s = strings.TrimSuffix(s, "\\n")
	if s == "" {
		return []string{}
	}
	return strings.Split(s, "\\n")
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
  removed: {
    imports: ['slices'],
    text: `// removed takes the first occurrence of a value out of a slice.
func removed[T comparable](values []T, value T) []T {
	i := slices.Index(values, value)
	if i < 0 {
		panic("the value is not in the list")
	}
	return slices.Delete(values, i, i+1)
}`,
  },
  heapPush: {
    text: `// heapPush puts an item into a heap: the smallest one always stands first.
func heapPush[T any](heap []T, item T, compare func(a, b T) int) []T {
	heap = append(heap, item)
	for i := len(heap) - 1; i > 0; {
		parent := (i - 1) / 2
		if compare(heap[i], heap[parent]) >= 0 {
			break
		}
		heap[i], heap[parent] = heap[parent], heap[i]
		i = parent
	}
	return heap
}`,
  },
  heapPop: {
    text: `// heapPop takes the smallest item out of a heap.
func heapPop[T any](heap []T, compare func(a, b T) int) (T, []T) {
	smallest := heap[0]
	last := len(heap) - 1
	heap[0] = heap[last]
	heap = heap[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			break
		}
		if child+1 < last && compare(heap[child+1], heap[child]) < 0 {
			child++
		}
		if compare(heap[i], heap[child]) <= 0 {
			break
		}
		heap[i], heap[child] = heap[child], heap[i]
		i = child
	}
	return smallest, heap
}`,
  },
  transposed: {
    text: `// transposed turns rows into columns, as long as the shortest row reaches.
func transposed[T any](rows [][]T) [][]T {
	columns := [][]T{}
	for i := 0; len(rows) > 0; i++ {
		column := make([]T, 0, len(rows))
		for _, row := range rows {
			if i >= len(row) {
				return columns
			}
			column = append(column, row[i])
		}
		columns = append(columns, column)
	}
	return columns
}`,
  },
  count: {
    text: `// count tells how often a value occurs.
func count[T comparable](values []T, value T) int {
	n := 0
	for _, one := range values {
		if one == value {
			n++
		}
	}
	return n
}`,
  },
  repeated: {
    text: `// repeated strings copies of the values together.
func repeated[T any](values []T, times int) []T {
	result := make([]T, 0, len(values)*max(times, 0))
	for range times {
		result = append(result, values...)
	}
	return result
}`,
  },
  union: {
    imports: ['maps'],
    text: `// union gives the values that are in either set.
func union[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := maps.Clone(a)
	maps.Copy(result, b)
	return result
}`,
  },
  intersection: {
    text: `// intersection gives the values that are in both sets.
func intersection[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for value := range a {
		if _, ok := b[value]; ok {
			result[value] = struct{}{}
		}
	}
	return result
}`,
  },
  difference: {
    text: `// difference gives the values of a that are not in b.
func difference[T comparable](a, b map[T]struct{}) map[T]struct{} {
	result := map[T]struct{}{}
	for value := range a {
		if _, ok := b[value]; !ok {
			result[value] = struct{}{}
		}
	}
	return result
}`,
  },
  isSubset: {
    text: `// isSubset tells whether every value of a is in b.
func isSubset[T comparable](a, b map[T]struct{}) bool {
	for value := range a {
		if _, ok := b[value]; !ok {
			return false
		}
	}
	return true
}`,
  },
  setOf: {
    text: `// setOf makes a set of the values.
func setOf[T comparable](values ...T) map[T]struct{} {
	set := make(map[T]struct{}, len(values))
	for _, value := range values {
		set[value] = struct{}{}
	}
	return set
}`,
  },
  orderedMap: {
    alsoNamed: ['newOrderedMap'],
    text: `// orderedMap is a map that remembers in which order its keys came.
type orderedMap[K comparable, V any] struct {
	Keys   []K
	Values map[K]V
}

func newOrderedMap[K comparable, V any](items ...pair[K, V]) *orderedMap[K, V] {
	m := &orderedMap[K, V]{Values: map[K]V{}}
	for _, item := range items {
		m.Set(item.First, item.Second)
	}
	return m
}

// Set gives a key its value; a new key goes to the end.
func (m *orderedMap[K, V]) Set(key K, value V) {
	if _, ok := m.Values[key]; !ok {
		m.Keys = append(m.Keys, key)
	}
	m.Values[key] = value
}

// Delete takes a key out.
func (m *orderedMap[K, V]) Delete(key K) {
	if _, ok := m.Values[key]; !ok {
		return
	}
	delete(m.Values, key)
	for i, other := range m.Keys {
		if other == key {
			m.Keys = append(m.Keys[:i:i], m.Keys[i+1:]...)
			return
		}
	}
}

// All gives the keys and values in their order.
func (m *orderedMap[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for _, key := range m.Keys {
			if value, ok := m.Values[key]; ok && !yield(key, value) {
				return
			}
		}
	}
}`,
    needs: ['pair'],
  },
  readLine: {
    imports: ['bufio', 'errors', 'os'],
    text: `// stdin is read line by line.
var stdin = bufio.NewScanner(os.Stdin)

// readLine gives the next line of standard input.
func readLine() (string, error) {
	if !stdin.Scan() {
		return "", errors.New("EOF when reading a line")
	}
	return stdin.Text(), nil
}`,
  },
  rounded: {
    imports: ['strconv'],
    text: `// rounded rounds to a number of digits behind the point.
func rounded(f float64, digits int) float64 {
	result, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', digits, 64), 64)
	if err != nil {
		return f
	}
	return result
}`,
  },
  isClose: {
    imports: ['math'],
    text: `// isClose tells whether two numbers differ by less than a billionth of the larger.
func isClose(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}`,
  },
  gcd: {
    text: `// gcd gives the greatest common divisor.
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}`,
  },
  factorial: {
    text: `// factorial multiplies the numbers from 1 to n.
func factorial(n int) int {
	result := 1
	for i := 2; i <= n; i++ {
		result *= i
	}
	return result
}`,
  },
  numberOf: {
    imports: ['fmt', 'strconv', 'strings'],
    text: `// numberOf reads a whole number as Python's int does.
func numberOf(s string) (int, error) {
	n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSpace(s), "_", ""))
	if err != nil {
		return 0, fmt.Errorf("invalid literal for int() with base 10: %s", quoted(s))
	}
	return n, nil
}`,
    needs: ['quoted'],
  },
  floatOf: {
    imports: ['fmt', 'strconv', 'strings'],
    text: `// floatOf reads a number as Python's float does.
func floatOf(s string) (float64, error) {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return 0, fmt.Errorf("could not convert string to float: %s", quoted(s))
	}
	return f, nil
}`,
    needs: ['quoted'],
  },
  must: {
    text: `// must gives the value and ends the program where there was an error.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}`,
  },
};
