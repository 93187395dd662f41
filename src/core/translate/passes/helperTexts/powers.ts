import type { HelperText } from './helperText';

/** Powers of floats: those of Go's math differ in their last digits from those that Python shows. */
export const powers: Record<string, HelperText> = {
  floatPower: {
    imports: ['math'],
    needs: ['wholePower'],
    text: `// floatPower raises x to a power. Go's math.Pow may be off in the last digits; where the exponent is a fraction of small
// numbers, its result is set right by what whole powers tell.
func floatPower(x, y float64) float64 {
	near := math.Pow(x, y)
	for parts := 1.0; parts <= 64 && math.Abs(y) <= 1<<20; parts++ {
		whole := math.Round(y * parts)
		if math.Abs(y*parts-whole) > 1e-12 {
			continue
		}
		wanted, wantedRest := wholePower(x, 0, int(math.Abs(whole)))
		given, givenRest := wholePower(near, 0, int(parts))
		var off float64
		if whole >= 0 {
			off = ((wanted - given) + (wantedRest - givenRest)) / wanted
		} else {
			one := given * wanted
			off = 1 - one - (math.FMA(given, wanted, -one) + given*wantedRest + givenRest*wanted)
		}
		// The exponent itself may be a little off its fraction.
		if rest := math.FMA(parts, y, -whole); rest != 0 {
			off += rest * math.Log(x)
		}
		if exact := near + near*off/parts; !math.IsInf(exact, 0) && !math.IsNaN(exact) {
			return exact
		}
		break
	}
	return near
}`,
  },
  wholePower: {
    imports: ['math'],
    text: `// wholePower raises x + rest to a whole power, as a number and the rest that rounding it loses.
func wholePower(x, rest float64, exponent int) (float64, float64) {
	times := func(a, aRest, b, bRest float64) (float64, float64) {
		product := a * b
		lost := math.FMA(a, b, -product) + a*bRest + aRest*b
		sum := product + lost
		return sum, lost - (sum - product)
	}
	result, resultRest := 1.0, 0.0
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result, resultRest = times(result, resultRest, x, rest)
		}
		if exponent > 1 {
			x, rest = times(x, rest, x, rest)
		}
	}
	return result, resultRest
}`,
  },
};
