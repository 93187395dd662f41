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
};
