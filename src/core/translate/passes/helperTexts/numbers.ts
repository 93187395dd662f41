/** Arithmetic as Python does it. */
import type { HelperText } from './helperText';

export const numbers: Record<string, HelperText> = {
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
  floatsOf: {
    text: `// floatsOf gives whole numbers as floats.
func floatsOf(numbers []int) []float64 {
	result := make([]float64, len(numbers))
	for i, n := range numbers {
		result[i] = float64(n)
	}
	return result
}`,
  },
  floorModFloat: {
    imports: ['math'],
    text: `// floorModFloat gives a remainder with the sign of the divisor.
func floorModFloat(a, b float64) float64 {
	m := math.Mod(a, b)
	if m == 0 {
		return math.Copysign(0, b)
	}
	if (m < 0) != (b < 0) {
		m += b
	}
	return m
}`,
  },
  floorDivFloat: {
    imports: ['math'],
    needs: ['floorModFloat'],
    text: `// floorDivFloat divides and rounds down, without the error that the division itself may have.
func floorDivFloat(a, b float64) float64 {
	return math.Round((a - floorModFloat(a, b)) / b)
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
    imports: ['math/big', 'math/bits'],
    needs: ['floorMod'],
    text: `// powMod raises base to a power modulo m, whatever the size of what comes between.
func powMod(base, exponent, m int) int {
	result, square, modulus := uint64(1%m), uint64(floorMod(base, m)), uint64(m)
	times := func(a, b uint64) uint64 {
		high, low := bits.Mul64(a, b)
		return bits.Rem64(high, low, modulus)
	}
	if exponent < 0 {
		inverse := new(big.Int).ModInverse(big.NewInt(int64(base)), big.NewInt(int64(m)))
		if inverse == nil {
			panic("base is not invertible for the given modulus")
		}
		square, exponent = inverse.Uint64(), -exponent
	}
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = times(result, square)
		}
		square = times(square, square)
	}
	return int(result)
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
  isClose: {
    imports: ['math'],
    text: `// isClose tells whether two numbers differ by no more than a part of the larger, or by no more than a fixed amount.
func isClose(a, b, relative, absolute float64) bool {
	return a == b || math.Abs(a-b) <= max(relative*max(math.Abs(a), math.Abs(b)), absolute)
}`,
  },
  exactSum: {
    imports: ['math/big'],
    text: `// exactSum adds up all values and rounds once, at the end.
func exactSum(values []float64) float64 {
	total := new(big.Float).SetPrec(2200)
	for _, value := range values {
		total.Add(total, big.NewFloat(value))
	}
	sum, _ := total.Float64()
	return sum
}`,
  },
  folded: {
    text: `// folded joins all values, one after the other.
func folded(values []int, start int, join func(a, b int) int) int {
	for _, value := range values {
		start = join(start, value)
	}
	return start
}`,
  },
  hypot: {
    imports: ['math'],
    text: `// hypot gives the length of a vector, right to the last digit.
func hypot(coordinates ...float64) float64 {
	total, rest := 0.0, 0.0
	for _, x := range coordinates {
		square := x * x
		sum := total + square
		part := sum - total
		rest += total - (sum - part) + (square - part) + math.FMA(x, x, -square)
		total = sum
	}
	length := math.Sqrt(total + rest)
	if length == 0 || math.IsInf(length, 0) {
		return length
	}
	return length + (math.FMA(-length, length, total)+rest)/(2*length)
}`,
  },
  distance: {
    needs: ['hypot'],
    text: `// distance gives how far two points are from each other.
func distance(a, b []float64) float64 {
	differences := make([]float64, len(a))
	for i := range a {
		differences[i] = a[i] - b[i]
	}
	return hypot(differences...)
}`,
  },
  roundedTens: {
    imports: ['math'],
    text: `// roundedTens rounds to tens, hundreds and so on.
func roundedTens(f, unit float64) float64 {
	return math.RoundToEven(f/unit) * unit
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
  lcm: {
    needs: ['gcd'],
    text: `// lcm gives the least common multiple.
func lcm(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a, -a) / gcd(a, b) * max(b, -b)
}`,
  },
  binomial: {
    text: `// binomial gives the number of ways to choose k of n.
func binomial(n, k int) int {
	if k > n {
		return 0
	}
	result := 1
	for i := 1; i <= min(k, n-k); i++ {
		result = result * (n - i + 1) / i
	}
	return result
}`,
  },
  arrangements: {
    text: `// arrangements gives the number of ways to arrange k of n.
func arrangements(n, k int) int {
	if k > n {
		return 0
	}
	result := 1
	for i := range k {
		result *= n - i
	}
	return result
}`,
  },
  multiplied: {
    text: `// multiplied gives the product of all values.
func multiplied[T int | float64](values []T) T {
	total := T(1)
	for _, value := range values {
		total *= value
	}
	return total
}`,
  },
  intSqrt: {
    imports: ['math'],
    text: `// intSqrt gives the square root, rounded down.
func intSqrt(n int) int {
	root := int(math.Sqrt(float64(n)))
	for root*root > n {
		root--
	}
	for (root+1)*(root+1) <= n {
		root++
	}
	return root
}`,
  },
  inverse: {
    needs: ['floorMod'],
    text: `// inverse gives the number that times a is 1 modulo m.
func inverse(a, m int) int {
	r, next, x, nextX := floorMod(a, m), m, 1, 0
	for next != 0 {
		q := r / next
		r, next = next, r-q*next
		x, nextX = nextX, x-q*nextX
	}
	if r != 1 {
		panic("base is not invertible for the given modulus")
	}
	return floorMod(x, m)
}`,
  },
  roundedTo: {
    text: `// roundedTo rounds to tens, hundreds and so on; what lies in the middle goes to the even side.
func roundedTo(n, unit int) int {
	q, rest := n/unit, n%unit
	if rest < 0 {
		q, rest = q-1, rest+unit
	}
	if 2*rest > unit || 2*rest == unit && q%2 != 0 {
		q++
	}
	return q * unit
}`,
  },
  numberIn: {
    imports: ['fmt', 'strconv', 'strings'],
    needs: ['quoted'],
    text: `// numberIn reads a whole number in a base; base 0 looks at its prefix.
func numberIn(s string, base int) (int, error) {
	text := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "_", ""))
	prefixes := map[int]string{2: "0b", 8: "0o", 16: "0x"}
	if prefix := prefixes[base]; prefix != "" {
		if rest, ok := strings.CutPrefix(text, "-"); ok {
			text = "-" + strings.TrimPrefix(rest, prefix)
		} else {
			text = strings.TrimPrefix(text, prefix)
		}
	}
	n, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		return 0, fmt.Errorf("invalid literal for int() with base %d: %s", base, quoted(s))
	}
	return int(n), nil
}`,
  },
};
