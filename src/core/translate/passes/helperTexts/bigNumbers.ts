/** Whole numbers of any size. */
import type { HelperText } from './helperText';

export const bigNumbers: Record<string, HelperText> = {
  bigOf: {
    imports: ['math/big'],
    text: `// bigOf gives the number that the digits stand for.
func bigOf(digits string) *big.Int {
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		panic("not a whole number: " + digits)
	}
	return n
}`,
  },
  bigIn: {
    imports: ['fmt', 'math/big', 'strings'],
    needs: ['quoted'],
    text: `// bigIn reads a whole number of any size in a base, as Python's int does.
func bigIn(s string, base int) (*big.Int, error) {
	text := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "_", ""))
	for prefix, its := range map[string]int{"0b": 2, "0o": 8, "0x": 16} {
		if base == its {
			text = strings.TrimPrefix(text, prefix)
		}
	}
	n, ok := new(big.Int).SetString(text, base)
	if !ok {
		return nil, fmt.Errorf("invalid literal for int() with base %d: %s", base, quoted(s))
	}
	return n, nil
}`,
  },
  bigFloat: {
    imports: ['math/big'],
    text: `// bigFloat gives the float that is nearest to a whole number.
func bigFloat(n *big.Int) float64 {
	f, _ := new(big.Float).SetInt(n).Float64()
	return f
}`,
  },
  bigQuotient: {
    imports: ['math/big'],
    text: `// bigQuotient divides two whole numbers and gives a float.
func bigQuotient(a, b *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(a, b).Float64()
	return f
}`,
  },
  bigFloorDiv: {
    imports: ['math/big'],
    text: `// bigFloorDiv divides and rounds down, also for negative numbers.
func bigFloorDiv(a, b *big.Int) *big.Int {
	q, rest := new(big.Int).QuoRem(a, b, new(big.Int))
	if rest.Sign() != 0 && rest.Sign() != b.Sign() {
		q.Sub(q, big.NewInt(1))
	}
	return q
}`,
  },
  bigFloorMod: {
    imports: ['math/big'],
    text: `// bigFloorMod gives a remainder with the sign of the divisor.
func bigFloorMod(a, b *big.Int) *big.Int {
	rest := new(big.Int).Rem(a, b)
	if rest.Sign() != 0 && rest.Sign() != b.Sign() {
		rest.Add(rest, b)
	}
	return rest
}`,
  },
  bigSum: {
    imports: ['math/big'],
    text: `// bigSum adds up all values.
func bigSum(values []*big.Int) *big.Int {
	total := new(big.Int)
	for _, value := range values {
		total.Add(total, value)
	}
	return total
}`,
  },
  bigProduct: {
    imports: ['math/big'],
    text: `// bigProduct multiplies all values.
func bigProduct(values []*big.Int) *big.Int {
	total := big.NewInt(1)
	for _, value := range values {
		total.Mul(total, value)
	}
	return total
}`,
  },
  bigsOf: {
    imports: ['math/big'],
    text: `// bigsOf gives whole numbers as numbers of any size.
func bigsOf(numbers []int) []*big.Int {
	result := make([]*big.Int, len(numbers))
	for i, n := range numbers {
		result[i] = big.NewInt(int64(n))
	}
	return result
}`,
  },
};
