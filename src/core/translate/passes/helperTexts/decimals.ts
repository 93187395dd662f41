/** Fractions, and decimal numbers as Python's decimal counts: with 28 digits. */
import type { HelperText } from './helperText';

export const decimals: Record<string, HelperText> = {
  fractionIn: {
    imports: ['fmt', 'math/big', 'strings'],
    needs: ['quoted'],
    text: `// fractionIn reads a fraction: 3/4, 0.75 or 2.
func fractionIn(s string) (*big.Rat, error) {
	r, ok := new(big.Rat).SetString(strings.TrimSpace(s))
	if !ok {
		return nil, fmt.Errorf("Invalid literal for Fraction: %s", quoted(s))
	}
	return r, nil
}`,
  },
  fractionRepr: {
    imports: ['fmt', 'math/big'],
    text: `// fractionRepr writes a fraction as Python shows it inside a list.
func fractionRepr(r *big.Rat) string {
	return fmt.Sprintf("Fraction(%d, %d)", r.Num(), r.Denom())
}`,
  },
  fractionFloat: {
    imports: ['math/big'],
    text: `// fractionFloat gives the float that is nearest to a fraction.
func fractionFloat(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}`,
  },
  fractionPower: {
    imports: ['math/big'],
    text: `// fractionPower raises a fraction to a power.
func fractionPower(r *big.Rat, exponent int) *big.Rat {
	result := big.NewRat(1, 1)
	for range max(exponent, -exponent) {
		result.Mul(result, r)
	}
	if exponent < 0 {
		result.Inv(result)
	}
	return result
}`,
  },
  decimal: {
    imports: ['fmt', 'math/big', 'strings'],
    alsoNamed: ['newDecimal', 'decimalOf'],
    text: `// decimal is a number with a fixed number of decimal places: digits * 10^exponent. It is never changed.
type decimal struct {
	digits   *big.Int
	exponent int
}

// decimalIn reads a decimal number.
func decimalIn(s string) (*decimal, error) {
	text := strings.ReplaceAll(strings.ToUpper(strings.TrimSpace(s)), "_", "")
	number, power, hasPower := strings.Cut(text, "E")
	exponent := 0
	if hasPower {
		if _, err := fmt.Sscan(power, &exponent); err != nil {
			return nil, fmt.Errorf("[<class 'decimal.ConversionSyntax'>]")
		}
	}
	whole, fraction, _ := strings.Cut(number, ".")
	digits, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return nil, fmt.Errorf("[<class 'decimal.ConversionSyntax'>]")
	}
	return &decimal{digits, exponent - len(fraction)}, nil
}

// newDecimal gives the number that a text stands for.
func newDecimal(s string) *decimal {
	d, err := decimalIn(s)
	if err != nil {
		panic(err)
	}
	return d
}

// decimalOf gives a whole number as a decimal.
func decimalOf(n int) *decimal {
	return &decimal{big.NewInt(int64(n)), 0}
}

func tenTo(power int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil)
}

// at gives the digits for a smaller exponent.
func (d *decimal) at(exponent int) *big.Int {
	return new(big.Int).Mul(d.digits, tenTo(d.exponent-exponent))
}

// fit rounds to the 28 digits that a result has.
func (d *decimal) fit() *decimal {
	size := len(new(big.Int).Abs(d.digits).String())
	if size <= 28 {
		return d
	}
	return d.Rescale(d.exponent+size-28, "ROUND_HALF_EVEN").fit()
}

func (d *decimal) Add(other *decimal) *decimal {
	exponent := min(d.exponent, other.exponent)
	return (&decimal{new(big.Int).Add(d.at(exponent), other.at(exponent)), exponent}).fit()
}

func (d *decimal) Sub(other *decimal) *decimal {
	return d.Add(other.Neg())
}

func (d *decimal) Mul(other *decimal) *decimal {
	return (&decimal{new(big.Int).Mul(d.digits, other.digits), d.exponent + other.exponent}).fit()
}

// Quo divides; what has no end is cut off after 28 digits.
func (d *decimal) Quo(other *decimal) *decimal {
	if other.digits.Sign() == 0 {
		panic("division by zero")
	}
	shift := max(0, len(other.digits.String())-len(d.digits.String())+30)
	q, rest := new(big.Int).QuoRem(new(big.Int).Mul(d.digits, tenTo(shift)), other.digits, new(big.Int))
	result := &decimal{q, d.exponent - other.exponent - shift}
	if rest.Sign() != 0 {
		// One more digit says that the rest is not zero, so that it is rounded to the right side.
		sign := int64(d.digits.Sign() * other.digits.Sign())
		result = &decimal{new(big.Int).Add(result.at(result.exponent-1), big.NewInt(sign)), result.exponent - 1}
		return result.fit()
	}
	for result.exponent < d.exponent-other.exponent {
		q, rest := new(big.Int).QuoRem(result.digits, big.NewInt(10), new(big.Int))
		if rest.Sign() != 0 {
			break
		}
		result = &decimal{q, result.exponent + 1}
	}
	return result.fit()
}

// Pow raises to a whole power.
func (d *decimal) Pow(exponent int) *decimal {
	size := max(exponent, -exponent)
	power := &decimal{new(big.Int).Exp(d.digits, big.NewInt(int64(size)), nil), d.exponent * size}
	if exponent < 0 {
		return decimalOf(1).Quo(power)
	}
	return power.fit()
}

func (d *decimal) Neg() *decimal {
	return &decimal{new(big.Int).Neg(d.digits), d.exponent}
}

func (d *decimal) Abs() *decimal {
	return &decimal{new(big.Int).Abs(d.digits), d.exponent}
}

func (d *decimal) Sign() int {
	return d.digits.Sign()
}

func (d *decimal) Cmp(other *decimal) int {
	exponent := min(d.exponent, other.exponent)
	return d.at(exponent).Cmp(other.at(exponent))
}

// Rescale gives the number with another exponent, rounded as Python's decimal names it.
func (d *decimal) Rescale(exponent int, rounding string) *decimal {
	if exponent <= d.exponent {
		return &decimal{d.at(exponent), exponent}
	}
	unit := tenTo(exponent - d.exponent)
	q, rest := new(big.Int).QuoRem(d.digits, unit, new(big.Int))
	half := new(big.Int).Mul(rest, big.NewInt(2)).CmpAbs(unit)
	away := false
	switch rounding {
	case "ROUND_HALF_UP":
		away = half >= 0
	case "ROUND_HALF_DOWN":
		away = half > 0
	case "ROUND_UP":
		away = rest.Sign() != 0
	case "ROUND_FLOOR":
		away = rest.Sign() < 0
	case "ROUND_CEILING":
		away = rest.Sign() > 0
	case "ROUND_HALF_EVEN":
		away = half > 0 || half == 0 && q.Bit(0) == 1
	}
	if away {
		q.Add(q, big.NewInt(int64(rest.Sign())))
	}
	return &decimal{q, exponent}
}

// Quantize rounds to the decimal places of another number.
func (d *decimal) Quantize(like *decimal, rounding string) *decimal {
	return d.Rescale(like.exponent, rounding)
}

// Fixed writes the number with so many decimal places.
func (d *decimal) Fixed(places int) string {
	return d.Rescale(-places, "ROUND_HALF_EVEN").String()
}

// Int cuts off what is behind the point.
func (d *decimal) Int() int {
	return int(d.Rescale(0, "ROUND_DOWN").digits.Int64())
}

func (d *decimal) Float64() float64 {
	r, _ := new(big.Rat).SetString(d.String())
	f, _ := r.Float64()
	return f
}

func (d *decimal) String() string {
	sign, text := "", new(big.Int).Abs(d.digits).String()
	if d.digits.Sign() < 0 {
		sign = "-"
	}
	point := len(text) + d.exponent
	switch {
	case d.exponent > 0 || point <= -6:
		if len(text) > 1 {
			text = text[:1] + "." + text[1:]
		}
		return fmt.Sprintf("%s%sE%+d", sign, text, point-1)
	case d.exponent == 0:
		return sign + text
	case point <= 0:
		return sign + "0." + strings.Repeat("0", -point) + text
	}
	return sign + text[:point] + "." + text[point:]
}

// GoString writes the number as Python shows it inside a list.
func (d *decimal) GoString() string {
	return "Decimal('" + d.String() + "')"
}`,
  },
};
